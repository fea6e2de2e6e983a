"""The coverage view: which session covers which objective, set by a click or with the space bar."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.rules.covering import CoverCount, count_covered
from planner.ui.coverage_cells import CoverageDelegate
from planner.ui.coverage_model import CoverageModel, SumsModel
from planner.ui.theme import Theme, font
from planner.wording import say, say_count

_LONGEST_TITLE_PX, _STATE_PX, _SESSION_PX = 330, 124, 64
_ROW_ROOM_PX, _HEADER_ROOM_PX = 3, 20


class CoverageTable(QTableView):
    """The matrix; a click, Space or Enter asks for a cell to be set or cleared."""

    toggle_requested = Signal(QModelIndex)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Objectives and the sessions that cover them"))
        self.setTabKeyNavigation(False)
        self.clicked.connect(self.toggle_requested)
        self._cells = CoverageDelegate(theme, self)
        self.setItemDelegate(self._cells)

    def set_theme(self, theme: Theme) -> None:
        self._cells.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.toggle_requested.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class CoverageView(QWidget):
    """Objectives down, sessions across; a line above and sums below."""

    objectives_requested = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = CoverageModel(theme, self)
        self.sums = SumsModel(self)
        self.table = CoverageTable(theme, self)
        self.footer = QTableView()
        self.footer.setAccessibleName(say("Objectives in each session"))
        self.footer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._below_bar = QWidget()
        self._below_bar.setFixedWidth(11)
        self.summary = QLabel()
        self.summary.setProperty("role", "title")
        self.hint = QLabel(say("Click a cell, or press Space, to set or clear it."))
        self.hint.setProperty("role", "hint")
        self.empty = QLabel()
        self.empty.setProperty("role", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.summary)
        top.addStretch(1)
        top.addWidget(self.hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 6)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.footer, 1)
        below.addWidget(self._below_bar)
        layout.addLayout(below)
        row_px = QFontMetrics(font()).height() + _ROW_ROOM_PX
        for table, model in ((self.table, self.model), (self.footer, self.sums)):
            table.setModel(model)
            _prepare(table, row_px)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.footer.horizontalHeader().hide()
        self.footer.setFixedHeight(row_px + 4)
        self.footer.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.table.verticalScrollBar().rangeChanged.connect(
            lambda least, most: self._below_bar.setVisible(most > least)
        )
        self.table.toggle_requested.connect(self._toggle)
        self.table.horizontalScrollBar().valueChanged.connect(self.footer.horizontalScrollBar().setValue)
        self.table.horizontalHeader().sectionResized.connect(
            lambda section, _before, now: self.footer.setColumnWidth(section, now)
        )

    def show_agenda(self, agenda: Agenda) -> None:
        where = _Where(self.table, self.model)
        if self.model.show_agenda(agenda):
            self._fit_columns()
            where.go_back()
        self.sums.show_sums(self.model)
        self._fit_footer()
        self.summary.setText(coverage_line(count_covered(agenda)))
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        empty = not self.model.objectives or not self.model.sessions
        self.empty.setText(
            say("This meeting has no objectives. Make it from the template of the regional review to have them.")
            if not self.model.objectives
            else say("There is no session that could cover objectives. Add one on the timetable.")
        )
        self.empty.setVisible(empty)
        for part in (self.table, self.footer, self.summary, self.hint):
            part.setVisible(not empty)

    def _fit_columns(self) -> None:
        metrics = QFontMetrics(font(-1))
        self.table.setColumnWidth(0, _STATE_PX)
        lines = [
            str(self.model.headerData(column, Qt.Orientation.Horizontal)).splitlines()
            for column in range(self.model.columnCount())
        ]
        for column, words in enumerate(lines[1:], start=1):
            width = max(metrics.horizontalAdvance(line) for line in words) + _HEADER_ROOM_PX
            self.table.setColumnWidth(column, max(_SESSION_PX, width))
        self.table.horizontalHeader().setFixedHeight(max(map(len, lines)) * metrics.height() + 10)
        self._fit_titles()

    def _fit_titles(self) -> None:
        metrics = QFontMetrics(font(0, QFont.Weight.DemiBold))
        rows = range(self.model.rowCount())
        titles = [str(self.model.headerData(row, Qt.Orientation.Vertical)) for row in rows]
        titles.append(str(self.sums.headerData(0, Qt.Orientation.Vertical)))
        width = min(_LONGEST_TITLE_PX, 16 + max(map(metrics.horizontalAdvance, titles)))
        for table in (self.table, self.footer):
            table.verticalHeader().setFixedWidth(width)

    def _fit_footer(self) -> None:
        for column in range(self.sums.columnCount()):
            self.footer.setColumnWidth(column, self.table.columnWidth(column))

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)
        self.model.set_theme(theme)

    def _toggle(self, index: QModelIndex) -> None:
        wanted = self.model.toggled(index)
        if wanted is not None:
            self.objectives_requested.emit(*wanted)


class _Where:
    """The current cell and the scroll position, found again by the ids of objective and session."""

    def __init__(self, table: CoverageTable, model: CoverageModel) -> None:
        self._table, self._model = table, model
        current = table.currentIndex()
        self._objective = model.objectives[current.row()].id if current.isValid() else None
        self._session = model.sessions[current.column() - 1].id if current.isValid() and current.column() else None
        self._scrolled = table.horizontalScrollBar().value(), table.verticalScrollBar().value()

    def go_back(self) -> None:
        rows = [objective.id for objective in self._model.objectives]
        columns = [None, *(session.id for session in self._model.sessions)]
        if self._objective in rows and self._session in columns:
            index = self._model.index(rows.index(self._objective), columns.index(self._session))
            self._table.setCurrentIndex(index)
        self._table.horizontalScrollBar().setValue(self._scrolled[0])
        self._table.verticalScrollBar().setValue(self._scrolled[1])


def _prepare(table: QTableView, row_px: int) -> None:
    table.setShowGrid(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setCornerButtonEnabled(False)
    titles = table.verticalHeader()
    titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    titles.setMinimumSectionSize(row_px)
    titles.setDefaultSectionSize(row_px)
    titles.setTextElideMode(Qt.TextElideMode.ElideRight)
    # Qt shortens a heading of several lines as if it were one; the columns are as wide as theirs instead.
    table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)
    table.horizontalHeader().setHighlightSections(False)


def coverage_line(count: CoverCount) -> str:
    """ "22 of 23 covered, 1 twice"."""
    line = say_count(
        "{covered} of {count} objective covered", "{covered} of {count} objectives covered",
        count.objectives, covered=count.covered,
    )  # fmt: skip
    return say("{line}, {twice} twice", line=line, twice=count.twice) if count.twice else line
