"""One draft to look at: a coloured bar that says so, its timetable, and its papers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.phrases import length, session_label
from planner.ui.draft_states import moment_words, state_agenda, state_name
from planner.ui.theme import Theme
from planner.ui.timetable_picture import TimetablePicture
from planner.wording import say

_PX_PER_MINUTE = 1.2


class DraftLook(QWidget):
    """Nothing can be changed here; Esc goes back to the working copy."""

    back_requested = Signal()
    print_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft_id = 0
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("role", "title")
        self.back = QPushButton(say("Back to the working copy"))
        self.back.setProperty("role", "primary")
        self.print = QPushButton(say("Print again…"))
        self.print.setToolTip(say("The papers of this draft, as they were"))
        self.picture = TimetablePicture(theme, _PX_PER_MINUTE)
        self.to_place = QLabel()
        self.to_place.setProperty("role", "hint")
        self.to_place.setWordWrap(True)
        self.to_place.setContentsMargins(14, 0, 14, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(6)
        layout.addWidget(self._bar())
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.to_place)
        self.back.clicked.connect(self.back_requested)
        self.print.clicked.connect(lambda: self.print_requested.emit(self.draft_id))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.back_requested.emit)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("looking")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        row.addWidget(self.print)
        row.addWidget(self.back)
        return bar

    def show_draft(self, agenda: Agenda, draft_id: int) -> None:
        """Show a draft or an option. Raises ValueError for one that another program altered."""
        then, name = state_agenda(agenda, draft_id), state_name(agenda, draft_id)
        self.draft_id = draft_id
        self.words.setText(
            say(
                "You are looking at {draft}, as of {moment}.",
                draft=name,
                moment=moment_words(agenda.drafts[draft_id].as_of),
            )
        )
        self.picture.show_state(then, name)
        waiting = [
            say("{session} ({length})", session=session_label(session), length=length(session.minutes))
            for session in then.sessions_to_place
        ]
        self.to_place.setVisible(bool(waiting))
        self.to_place.setText(say("Not placed: {sessions}", sessions=", ".join(waiting)))

    def set_theme(self, theme: Theme) -> None:
        self.picture.set_theme(theme)
