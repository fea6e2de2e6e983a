"""The field that says with which draft or option a paper about changes compares the plan."""

from PySide6.QtWidgets import QWidget

from planner.models.agenda import Agenda
from planner.rules.drafts import earlier_draft, public_name
from planner.ui.draft_states import NOW, first_unreadable, state_agenda, state_choices
from planner.ui.fields import ChoiceField
from planner.ui.paper_states import PaperState
from planner.wording import say


class SinceChoice(ChoiceField):
    """At first the latest draft before the plan that is another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Compared with"), parent)

    @property
    def has_choice(self) -> bool:
        return self.count() > 0

    def show_states(self, now: Agenda, shown: PaperState, then: Agenda) -> None:
        """What ``shown``, a plan which is ``then``, can be compared with: a draft with none that was issued later."""
        usual = earlier_draft(then)
        keys = [key for _name, key in state_choices(now) if _is_before(now, key, shown)]
        choices = [(name, key) for name, key in state_choices(now) if key in keys]
        first = keys[0] if keys else None
        self.show_choices(choices, usual.id if usual is not None and usual.id in keys else first)

    def chosen(self, now: Agenda) -> tuple[Agenda | None, str]:
        """That state and its name on paper."""
        if self.value() is None:
            return None, ""
        return state_agenda(now, self.value()), public_name(now.drafts[self.value()])


def _is_before(now: Agenda, key: int, shown: PaperState) -> bool:
    if key in {NOW, shown.key} or first_unreadable(now, (key,)) is not None:
        return False
    issued = now.drafts.get(shown.key)
    return issued is None or not issued.number or now.drafts[key].number < issued.number
