"""The chosen step of the history: what it changed, and what can be done from there."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.past import StepLine
from planner.rules.moments import made_at_words
from planner.ui.fields import section_label
from planner.ui.grouped_lines import GroupedModel, GroupedView
from planner.ui.history_lines import HistorySource, all_change_groups, state_words
from planner.ui.theme import Theme
from planner.wording import say

_PAUSE_MS = 90


class HistoryStep(QWidget):
    """What a step changed is worked out once the choice rests on it."""

    look_requested = Signal(int)
    undo_to_requested = Signal(int)
    session_requested = Signal(int)

    def __init__(self, source: HistorySource, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._step: StepLine | None = None
        self.name, self.when, self.state, self.nothing = QLabel(), QLabel(), QLabel(), QLabel()
        for label, role in (
            (self.name, "title"), (self.when, "soft"), (self.state, "problem"), (self.nothing, "hint"),
        ):  # fmt: skip
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.model = GroupedModel(theme, self)
        self.changes = GroupedView(self.model, say("What this step changed"))
        self.look, self.undo_to = QPushButton(say("Show the meeting as it was then")), QPushButton(say("Undo to here…"))
        self.look.setToolTip(say("Its timetable after this step, and what has changed since (Enter)"))
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._lay_out()
        self._pause.timeout.connect(self.show_changes)
        self.look.clicked.connect(lambda: self.look_requested.emit(self._step_id))
        self.undo_to.clicked.connect(lambda: self.undo_to_requested.emit(self._step_id))
        self.changes.session_requested.connect(self.session_requested)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.look)
        buttons.addWidget(self.undo_to)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.setSpacing(6)
        for label in (self.name, self.when, self.state):
            layout.addWidget(label)
        layout.addLayout(buttons)
        layout.addSpacing(4)
        layout.addWidget(section_label(say("What this step changed")))
        layout.addWidget(self.nothing)
        layout.addWidget(self.changes, 1)
        layout.addStretch(0)

    def show_step(self, step: StepLine | None, agenda: Agenda, undoes: int) -> None:
        """``undoes`` is how many steps stand after it."""
        if step is None:
            self._clear()
            return
        anew = step != self._step
        self._step = step
        self.setEnabled(True)
        self.name.setText(step.name)
        self.when.setText(made_at_words(step.made_at, agenda.meeting.zone))
        self.state.setText(state_words(step))
        self.state.setVisible(not step.stands)
        self.look.setEnabled(step.stands)
        self.undo_to.setEnabled(step.stands and undoes > 0)
        self.undo_to.setToolTip(_undo_tip(step, undoes))
        if anew:
            self.nothing.setText("")
            self.model.show_groups(())
            self._pause.start()

    def _clear(self) -> None:
        """No step is in the list: nothing of the one before stays in sight."""
        self._step = None
        self._pause.stop()
        self.setEnabled(False)
        for label in (self.name, self.when, self.state):
            label.clear()
        self.model.show_groups(())
        self._tell_nothing("")

    def show_changes(self) -> None:
        """Work out what the step changed."""
        self._pause.stop()
        step = self._step
        if step is None or not step.stands:
            self._tell_nothing(say("A step that was taken back changes nothing in the plan.") if step else "")
            return
        before, after = self._source.agenda_at(step.id - 1), self._source.agenda_at(step.id)
        groups = () if before is None or after is None else all_change_groups(before, after)
        self.model.show_groups(groups)
        self.changes.expandAll()
        self._tell_nothing("" if groups else say("Nothing that a reader of the agenda would notice."))

    def _tell_nothing(self, sentence: str) -> None:
        self.nothing.setText(sentence)
        self.nothing.setVisible(bool(sentence))
        self.changes.setVisible(not sentence)

    @property
    def _step_id(self) -> int:
        return 0 if self._step is None else self._step.id

    def set_theme(self, theme: Theme) -> None:
        self.model.set_theme(theme)


def _undo_tip(step: StepLine, undoes: int) -> str:
    if not step.stands:
        return say("This step was taken back already.")
    if not undoes:
        return say("This is the latest step: nothing comes after it.")
    return say("Take back what came after this step; you see first what that is")
