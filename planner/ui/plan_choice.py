"""The field that says of which state of the meeting a paper is made."""

from PySide6.QtWidgets import QWidget

from planner.models.agenda import Agenda
from planner.ui.fields import ChoiceField
from planner.ui.paper_states import PaperState, paper_states, working_copy
from planner.wording import say


class PlanChoice(ChoiceField):
    """Hidden while there is nothing but the working copy; ``committed`` carries the key of the state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Which plan"), parent)
        self._states: tuple[PaperState, ...] = (working_copy(),)

    @property
    def has_choice(self) -> bool:
        return len(self._states) > 1

    def show_states(self, agenda: Agenda, shown: PaperState) -> None:
        """``shown`` is the chosen one; a draft that is gone gives way to the working copy."""
        self._states = paper_states(agenda, shown)
        keys = [state.key for state in self._states]
        chosen = shown.key if shown.key in keys else keys[0]
        self.show_choices([(state.name, state.key) for state in self._states], chosen)

    @property
    def state(self) -> PaperState:
        """The one that is chosen."""
        return next((one for one in self._states if one.key == self.value()), self._states[0])
