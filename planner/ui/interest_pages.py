"""What the Interest view shows while there is no interest, and where one can be seated."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.phrases import session_short
from planner.rules.interests import TARGETED_ROLES, segments
from planner.ui.interest_lines import wish_in_words
from planner.wording import role_name, say


class NoInterestPage(QWidget):
    """Says what an interest is, and how the first ones come."""

    add_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = QLabel(say("No expression of interest yet"))
        title.setProperty("role", "title")
        said = QLabel(
            say(
                "An interest is a State, an organization or a person asking to take part in a segment as speaker or"
                " moderator. Import the spreadsheet they came in, and choose whom to seat; nothing is typed twice."
            )
        )
        said.setProperty("role", "hint")
        said.setWordWrap(True)
        said.setFixedWidth(520)
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addWidget(title)
        middle.addWidget(said)
        middle.addSpacing(8)
        middle.addLayout(self._buttons())
        middle.addStretch(3)
        around = QHBoxLayout(self)
        around.addStretch(1)
        around.addLayout(middle)
        around.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        bring, add = QPushButton(say("Import a spreadsheet…")), QPushButton(say("+ Interest"))
        bring.setProperty("role", "primary")
        bring.clicked.connect(self.import_requested)
        add.clicked.connect(self.add_requested)
        row = QHBoxLayout()
        row.addWidget(bring)
        row.addWidget(add)
        row.addStretch(1)
        return row


def fill_seat_menu(menu: QMenu, agenda: Agenda, interest_id: int, seat: Callable[[int, Role], object]) -> None:
    """First what the interest asks for, then every other segment and role."""
    asked: set[tuple[int, Role]] = set()
    for wish in agenda.wishes_of(interest_id):
        asked.add((wish.session_id, wish.role))
        menu.addAction(_action(menu, wish_in_words(agenda, wish), seat, wish.session_id, wish.role))
    menu.addSeparator()
    for session in segments(agenda):
        for role in reversed(TARGETED_ROLES):
            if (session.id, role) not in asked:
                text = say("{session} {role}", session=session_short(session), role=role_name(role).lower())
                menu.addAction(_action(menu, text, seat, session.id, role))


def _action(menu: QMenu, text: str, seat: Callable[[int, Role], object], session_id: int, role: Role) -> QAction:
    action = QAction(text, menu)
    action.triggered.connect(lambda: seat(session_id, role))
    return action
