"""What an interest asks for: a line for each segment, a choice for each role."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Wish
from planner.phrases import session_label, session_short
from planner.rules.interests import TARGETED_ROLES, segments
from planner.ui.fields import ChoiceField, soft_label
from planner.ui.row_matching import set_tab_order
from planner.wording import role_name, say

_MOST_PREFERENCES = 8


class WishesField(QWidget):
    """``changed`` comes with each choice; ``wishes`` is what is chosen."""

    changed = Signal()

    def __init__(self, agenda: Agenda, wishes: Sequence[Wish] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[tuple[int, Role], ChoiceField] = {}
        ranks = {(wish.session_id, wish.role): wish.preference for wish in wishes}
        roles = [role for role in Role if role in TARGETED_ROLES or role in {wish.role for wish in wishes}]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.setColumnStretch(0, 1)
        for column, role in enumerate(roles, start=1):
            grid.addWidget(soft_label(role_name(role)), 0, column)
        for row, session in enumerate(segments(agenda), start=1):
            label = QLabel(session_short(session))
            label.setToolTip(session_label(session))
            grid.addWidget(label, row, 0)
            for column, role in enumerate(roles, start=1):
                field = self._field(session_short(session), role, ranks.get((session.id, role)))
                self.choices[session.id, role] = field
                grid.addWidget(field, row, column)
        set_tab_order(self.choices.values())

    def _field(self, session: str, role: Role, rank: int | None) -> ChoiceField:
        field = ChoiceField(say("{session}, {role}", session=session, role=role_name(role).lower()))
        field.setMinimumContentsLength(len(_rank_name(_MOST_PREFERENCES)))
        ranks = [(_rank_name(number), number) for number in range(1, max(_MOST_PREFERENCES, rank or 0) + 1)]
        field.show_choices([(say("–"), None), (say("yes"), 0), *ranks], rank)
        field.committed.connect(lambda _value: self.changed.emit())
        return field

    def wishes(self) -> tuple[tuple[int, Role, int], ...]:
        """(session id, role, preference) of each wish; preference 0 was not given."""
        chosen = [(key, field.value()) for key, field in self.choices.items()]
        return tuple((session_id, role, rank) for (session_id, role), rank in chosen if rank is not None)


def _rank_name(number: int) -> str:
    return say("yes, choice {number}", number=number)
