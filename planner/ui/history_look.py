"""The meeting as it was after a step: its timetable under a clear bar, and what has changed since."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.past import StepLine
from planner.rules.moments import made_at_words, made_there
from planner.ui.fields import section_label
from planner.ui.grouped_lines import GroupedModel, GroupedView
from planner.ui.history_lines import change_groups, counted
from planner.ui.paper_states import PaperState, past_state
from planner.ui.theme import Theme
from planner.ui.timetable_picture import TimetablePicture
from planner.wording import say

_PX_PER_MINUTE = 1.2
_PICTURE_PX, _CHANGES_PX = 700, 380


class HistoryLook(QWidget):
    """Nothing can be changed here; Esc goes back to the list."""

    back_requested = Signal()
    undo_to_requested = Signal(int)
    session_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step_id = 0
        self.state: PaperState | None = None
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("role", "title")
        self.words.setWordWrap(True)
        self.undo_to, self.back = QPushButton(say("Undo to here…")), QPushButton(say("Back to now"))
        self.back.setProperty("role", "primary")
        self.picture = TimetablePicture(theme, _PX_PER_MINUTE)
        self.heading = section_label("")
        self.model = GroupedModel(theme, self)
        self.changes = GroupedView(self.model, say("What has changed since"))
        self._lay_out()
        self.back.clicked.connect(self.back_requested)
        self.undo_to.clicked.connect(lambda: self.undo_to_requested.emit(self.step_id))
        self.changes.session_requested.connect(self.session_requested)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.back_requested.emit)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        since = QWidget()
        column = QVBoxLayout(since)
        column.setContentsMargins(10, 4, 10, 4)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.changes, 1)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.picture)
        splitter.addWidget(since)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([_PICTURE_PX, _CHANGES_PX])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(6)
        layout.addWidget(self._bar())
        layout.addWidget(splitter, 1)

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("looking")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo_to)
        row.addWidget(self.back)
        return bar

    def show_state(self, step: StepLine, then: Agenda, now: Agenda, undoes: int) -> None:
        """Show the meeting ``then``, after the step; ``undoes`` is how many steps stand after it."""
        self.step_id = step.id
        when = made_at_words(step.made_at, now.meeting.zone)
        self.state = past_state(then, when, made_there(step.made_at, now.meeting.zone))
        self.words.setText(say("The meeting as it was on {when}, after “{step}”.", when=when, step=step.name))
        self.picture.show_state(then, when)
        groups = change_groups(then, now)
        self.model.show_groups(groups)
        self.changes.expandAll()
        words = say("Changed since: {changes}", changes=counted(groups)) if groups else say("Nothing changed since")
        self.heading.setText(words.upper())
        self.undo_to.setEnabled(undoes > 0)

    def set_theme(self, theme: Theme) -> None:
        self.picture.set_theme(theme)
        self.model.set_theme(theme)
