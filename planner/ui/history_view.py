"""Every step that was made: searched, filtered, looked at as it was then, undone to, and pruned by rule."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.past import StepLine
from planner.rules.drafts import latest_draft
from planner.ui.history_filter import HistoryFilter
from planner.ui.history_lines import HistorySource, pruned_words
from planner.ui.history_look import HistoryLook
from planner.ui.history_model import HistoryModel
from planner.ui.history_step import HistoryStep
from planner.ui.history_table import HistoryTable
from planner.ui.paper_states import PaperState
from planner.ui.search_field import SearchField
from planner.ui.theme import Theme
from planner.wording import say, say_count

_LIST_PX, _STEP_PX = 690, 400


class HistoryView(QWidget):
    """Reads through its source; what is asked of a step is a signal with its id."""

    undo_to_requested = Signal(int)
    prune_requested = Signal()
    session_requested = Signal(int)

    def __init__(self, source: HistorySource, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._source = source
        self.agenda: Agenda | None = None
        self.search = SearchField(say("Search steps, sessions, people"))
        self.filter = HistoryFilter()
        self.count, self.note = QLabel(), QLabel()
        self.count.setProperty("role", "soft")
        self.note.setProperty("role", "hint")
        self.prune = QPushButton()
        self.prune.setProperty("role", "link")
        self.model = HistoryModel(source, theme, self)
        self.table = HistoryTable(self.model)
        self.empty = QLabel()
        self.empty.setProperty("role", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.step = HistoryStep(source, theme)
        self.looking = HistoryLook(theme)
        self._lay_out()
        self._connect()

    # -- layout -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._rows())
        splitter.addWidget(self.step)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([_LIST_PX, _STEP_PX])
        self.step.setMinimumWidth(380)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.filter)
        tools.addWidget(self.count)
        foot = QHBoxLayout()
        foot.addWidget(self.note)
        foot.addStretch(1)
        foot.addWidget(self.prune)
        working = QWidget()
        column = QVBoxLayout(working)
        column.setContentsMargins(12, 10, 12, 6)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(splitter, 1)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(working)
        self._stack.addWidget(self.looking)

    def _rows(self) -> QWidget:
        rows = QWidget()
        self._list = QStackedLayout(rows)
        self._list.addWidget(self.table)
        self._list.addWidget(self.empty)
        rows.setMinimumWidth(420)
        return rows

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.rows_wanted.connect(self._go_to_rows)
        self.filter.chosen_changed.connect(self._filter)
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.look_requested.connect(self._look_at_chosen)
        self.step.look_requested.connect(self.look_at)
        self.looking.back_requested.connect(self.stop_looking)
        self.prune.clicked.connect(self.prune_requested)
        for part in (self.step, self.looking):
            part.undo_to_requested.connect(self.undo_to_requested)
            part.session_requested.connect(self.session_requested)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda) -> None:
        """Read the steps again; what is chosen, scrolled to and typed stays."""
        self.agenda = agenda
        self.filter.show_agenda(agenda)
        self.model.show_agenda(agenda)
        self._show_count()
        self._show_foot(agenda)
        self._show_chosen()
        if self.is_looking:
            self.look_at(self.looking.step_id)

    def _show_count(self) -> None:
        shown, total = len(self.model.steps), len(self.model.all_steps)
        if shown == total:
            self.count.setText(say_count("{count} step", "{count} steps", total))
        else:
            self.count.setText(say("{shown} of {total}", shown=shown, total=total))
        self.empty.setText(
            say("No step matches. Try fewer letters, or choose “Everything”.")
            if total
            else say("Nothing has been done yet. Every change will be listed here, and can be looked at and undone.")
        )
        self._list.setCurrentWidget(self.table if shown else self.empty)
        if shown and not self.table.currentIndex().isValid():
            self.table.choose_row(0)

    def _show_foot(self, agenda: Agenda) -> None:
        self.note.setText(pruned_words(self.model.all_steps) or say("The whole history is kept in the file."))
        latest = latest_draft(agenda)
        self.prune.setVisible(latest is not None)
        if latest is not None:
            self.prune.setText(say("Prune older than Draft {number}…", number=latest.number))
            self.prune.setToolTip(say("Drop the oldest steps for good; you see first what goes"))

    def chosen(self) -> StepLine | None:
        index = self.table.currentIndex()
        return self.model.steps[index.row()] if index.isValid() and index.row() < len(self.model.steps) else None

    def _show_chosen(self) -> None:
        if self.agenda is not None:
            step = self.chosen()
            self.step.show_step(step, self.agenda, 0 if step is None else len(self.steps_after(step.id)))

    def steps_after(self, step_id: int) -> list[StepLine]:
        """The steps that stand and came after this one, the latest first."""
        return [step for step in self.model.all_steps if step.id > step_id and step.stands]

    def step_of(self, step_id: int) -> StepLine | None:
        return next((step for step in self.model.all_steps if step.id == step_id), None)

    def _search(self, text: str) -> None:
        self.model.search(text)
        self._show_count()
        self._show_chosen()

    def _filter(self, wanted: tuple[str, int] | None) -> None:
        self.model.filter_by(wanted)
        self._show_count()
        self._show_chosen()

    def _go_to_rows(self) -> None:
        if self.model.steps:
            self.table.setFocus()

    # -- as it was then -----------------------------------------------------------------------------------------

    @property
    def is_looking(self) -> bool:
        """Whether an earlier state is in sight instead of the list."""
        return self._stack.currentWidget() is self.looking

    def state_in_sight(self) -> PaperState | None:
        """The earlier state that is looked at."""
        return self.looking.state if self.is_looking else None

    def _look_at_chosen(self) -> None:
        step = self.chosen()
        if step is not None:
            self.look_at(step.id)

    def look_at(self, step_id: int) -> None:
        """Show the meeting as it was after a step; of one that no longer stands the list stays."""
        step = self.step_of(step_id)
        then = self._source.agenda_at(step_id) if step is not None and step.stands else None
        if step is None or then is None or self.agenda is None:
            self._stack.setCurrentIndex(0)
            return
        self.looking.show_state(step, then, self.agenda, len(self.steps_after(step_id)))
        self._stack.setCurrentWidget(self.looking)
        self.looking.back.setFocus()

    def stop_looking(self) -> None:
        self._stack.setCurrentIndex(0)
        self.table.setFocus()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.model, self.step, self.looking):
            part.set_theme(theme)
