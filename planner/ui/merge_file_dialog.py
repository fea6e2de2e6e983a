"""Another copy of the meeting taken in: what it brings, and each thing that both changed with both values."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from planner.errors import PlannerError, RuleBroken
from planner.merging import Ancestry
from planner.models.agenda import Agenda
from planner.other_copy import OtherCopy
from planner.rules.conflict_words import questions_of
from planner.rules.merging import Merge
from planner.ui.conflict_table import HERE, THERE, ConflictModel, ConflictTable
from planner.ui.fields import section_label
from planner.ui.grouped_lines import Group, GroupedModel, GroupedView
from planner.ui.history_lines import all_change_groups, counted
from planner.ui.latest_work import LatestWork
from planner.ui.theme import Theme
from planner.wording import say, say_count


class MergeSource(NamedTuple):
    """The open meeting; ``reader`` makes the work of reading a file, for any thread. Both raise PlannerError."""

    agenda: Agenda
    reader: Callable[[Path], Callable[[], OtherCopy]]
    ancestry: Callable[[OtherCopy], Ancestry]


class MergeFileDialog(QDialog):
    """``merge_requested`` carries the common state, the merge and the conflicts in which the other copy is right."""

    merge_requested = Signal(object, object, object)
    import_requested = Signal()

    def __init__(self, source: MergeSource, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Merge from file"))
        self.resize(880, 620)
        self._source, self._path = source, path
        self._shared: Ancestry | None = None
        self._merge: Merge | None = None
        self._work = LatestWork(self)
        self.message, self.heading, self.state = QLabel(), QLabel(), QLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.taken = GroupedModel(theme, self)
        self.changes = GroupedView(self.taken, say("What is taken from the other copy"))
        self.conflicts = ConflictModel(theme, self)
        self.table = ConflictTable(self.conflicts)
        self.all_here, self.all_there = QPushButton(say("All from here")), QPushButton(say("All from there"))
        self.offer = QPushButton(say("Import a spreadsheet…"))
        self.cancel, self.merge = QPushButton(say("Cancel")), QPushButton(say("Merge"))
        self.merge.setProperty("role", "primary")
        # Enter belongs to the table: nothing is merged by the way.
        for button in (self.all_here, self.all_there, self.offer, self.cancel, self.merge):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for label, role in ((self.message, "problem"), (self.heading, "title"), (self.state, "soft")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.taken_heading, self.conflict_heading = section_label(""), section_label("")
        deciding = QHBoxLayout()
        deciding.addWidget(self.conflict_heading, 1)
        deciding.addWidget(self.all_here)
        deciding.addWidget(self.all_there)
        self._found = QWidget()
        found = QVBoxLayout(self._found)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(6)
        found.addWidget(self.taken_heading)
        found.addWidget(self.changes, 2)
        found.addLayout(deciding)
        found.addWidget(self.table, 3)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.offer)
        foot.addWidget(self.cancel)
        foot.addWidget(self.merge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.heading)
        layout.addWidget(self.message)
        layout.addWidget(self.progress)
        layout.addWidget(self._found, 1)
        layout.addStretch(0)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._work.ended.connect(self._end)
        self._work.cancelled.connect(lambda: self._end(say("Stopped; nothing was merged.")))
        self.conflicts.decided.connect(self._show_state)
        self.all_here.clicked.connect(partial(self._choose_all, HERE))
        self.all_there.clicked.connect(partial(self._choose_all, THERE))
        self.offer.clicked.connect(self._ask_import)
        self.cancel.clicked.connect(self.reject)
        self.merge.clicked.connect(self._finish)

    # -- reading ----------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the other file in a worker, and show what it brings."""
        self.heading.setText(say("Reading “{name}”…", name=self._path.name))
        for part in (self.message, self._found, self.offer):
            part.hide()
        self.merge.setEnabled(False)
        try:
            read = self._source.reader(self._path)
        except PlannerError as refusal:
            self._end(refusal.sentence)
            return
        self._work.run(lambda _report, _cancel: read(), self._compare)

    def _compare(self, copy: OtherCopy) -> None:
        """The common state is found here, where the document lives; what follows from it beside the window."""
        try:
            shared = self._source.ancestry(copy)
        except PlannerError as refusal:
            self._end(refusal.sentence)
            self.offer.setVisible(isinstance(refusal, RuleBroken))
            return
        self.progress.show()
        ours = self._source.agenda
        self._work.run(lambda _report, _cancel: _found(shared, ours), partial(self._show_found, shared))

    def _show_found(self, shared: Ancestry, found: tuple[Merge, tuple[Group, ...]]) -> None:
        merge, groups = found
        self._shared, self._merge = shared, merge
        ours = self._source.agenda
        name = self._path.name
        self.heading.setText(say("“{name}” and this meeting differ {since}.", name=name, since=shared.since))
        self.taken.show_groups(groups)
        self.changes.expandAll()
        self.taken_heading.setText(say("Taken from there: {changes}", changes=counted(groups)).upper())
        self.conflicts.show_lines(questions_of(ours, merge.theirs, merge.conflicts))
        self._found.show()
        for part in (self.conflict_heading, self.all_here, self.all_there, self.table):
            part.setVisible(bool(merge.conflicts))
        if merge.conflicts:
            self.table.setCurrentIndex(self.conflicts.index(0, HERE))
            self.table.setFocus()
        self._show_state()

    def _end(self, problem: str) -> None:
        self.progress.hide()
        self.message.setText(problem)
        self.message.setVisible(bool(problem))
        if problem:
            self.heading.setText(say("“{name}” cannot be merged", name=self._path.name))

    def _show_state(self) -> None:
        """Merge is on once everything is decided and something comes of it."""
        if self._merge is None:
            return
        undecided = self.conflicts.undecided
        self.conflict_heading.setText(
            say_count("{count} conflict", "{count} conflicts", len(self.conflicts.lines)).upper()
        )
        brings = bool(self._merge.conflicts) or self._merge.merged != self._source.agenda
        self.merge.setEnabled(not undecided and brings)
        self.state.setText(self._state_words(undecided, brings))

    def _state_words(self, undecided: int, brings: bool) -> str:
        if undecided:
            return say_count(
                "{count} is still to be decided: choose a value with a click, or with the arrows and Space.",
                "{count} are still to be decided: choose a value with a click, or with the arrows and Space.",
                undecided,
            )
        return say("It is one step: one Undo takes it back.") if brings else say("The other copy brings nothing new.")

    # -- deciding ---------------------------------------------------------------------------------------------------

    def _choose_all(self, side: int) -> None:
        self.conflicts.choose(range(len(self.conflicts.lines)), side)

    def _finish(self) -> None:
        if self._merge is not None:
            self.merge_requested.emit(self._shared, self._merge, self.conflicts.theirs_for())
            self.accept()

    def _ask_import(self) -> None:
        self.reject()
        self.import_requested.emit()

    def done(self, result: int) -> None:
        """However the dialog ends, its workers end first."""
        self._work.wait()
        super().done(result)


def _found(shared: Ancestry, ours: Agenda) -> Any:
    merge = shared.merge_into(ours)
    return merge, all_change_groups(ours, merge.merged)
