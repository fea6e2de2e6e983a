"""What both copies changed differently: each with both values, one of which is chosen by a click or a key."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.models.agenda import Agenda
from planner.rules.conflict_words import conflict_subject, field_words, side_words
from planner.rules.merging import Conflict
from planner.ui.theme import Theme, font
from planner.wording import say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
WHAT, HERE, THERE = 0, 1, 2
_CHOOSING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CELL_PADDING_PX = 12


class ConflictLine(NamedTuple):
    """A conflict in words."""

    conflict: Conflict
    what: str
    here: str
    there: str


def conflict_lines(ours: Agenda, theirs: Agenda, conflicts: Sequence[Conflict]) -> tuple[ConflictLine, ...]:
    """``theirs`` has the row numbers of the merge."""
    return tuple(
        ConflictLine(
            conflict,
            say("{what}: {field}", what=conflict_subject(ours, theirs, conflict), field=field_words(conflict)),
            side_words(ours, conflict, conflict.ours),
            side_words(theirs, conflict, conflict.theirs),
        )
        for conflict in conflicts
    )


class ConflictModel(QAbstractTableModel):
    """``chosen`` says HERE or THERE of each row that was decided."""

    decided = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: tuple[ConflictLine, ...] = ()
        self.chosen: dict[int, int] = {}

    def show_lines(self, lines: Sequence[ConflictLine]) -> None:
        self.beginResetModel()
        self.lines, self.chosen = tuple(lines), {}
        self.endResetModel()
        self.decided.emit()

    def choose(self, rows: Sequence[int], side: int) -> None:
        self.chosen.update(dict.fromkeys(rows, side))
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, THERE))
        self.decided.emit()

    @property
    def undecided(self) -> int:
        return len(self.lines) - len(self.chosen)

    def theirs_for(self) -> tuple[Conflict, ...]:
        """The conflicts in which the other copy was chosen."""
        return tuple(line.conflict for row, line in enumerate(self.lines) if self.chosen.get(row) == THERE)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else THERE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return (say("To decide"), say("Here"), say("There"))[section]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        line, column = self.lines[index.row()], index.column()
        is_chosen = column != WHAT and self.chosen.get(index.row()) == column
        if role == _Role.DisplayRole:
            words = (line.what, line.here, line.there)[column]
            return words if column == WHAT else f"{'◉' if is_chosen else '○'}  {words}"
        if role == _Role.ToolTipRole:
            return (line.what, line.here, line.there)[column]
        if role == _Role.AccessibleTextRole and column != WHAT:
            return _spoken(line, column, is_chosen)
        if role == _Role.FontRole and is_chosen:
            return font(0, font().Weight.DemiBold)
        if role == _Role.ForegroundRole and column != WHAT and not is_chosen and index.row() in self.chosen:
            return QColor(self._theme.text_soft)
        if role == _Role.BackgroundRole and is_chosen:
            return QColor(self._theme.accent_soft)
        return None


def _spoken(line: ConflictLine, column: int, is_chosen: bool) -> str:
    side = say("here") if column == HERE else say("there")
    words = line.here if column == HERE else line.there
    if is_chosen:
        return say("{side}, {words}, chosen", side=side, words=words)
    return say("{side}, {words}", side=side, words=words)


class ConflictTable(QTableView):
    """A click, or Space and Enter, choose the current value and go on to the next conflict."""

    def __init__(self, model: ConflictModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conflicts = model
        self.setModel(model)
        self.setAccessibleName(say("What both copies changed differently"))
        self.setProperty("role", "records")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _CELL_PADDING_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        if index.column() != WHAT:
            self.conflicts.choose([index.row()], index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _CHOOSING and index.isValid() and index.column() != WHAT:
            self._choose(index)
            below = index.siblingAtRow(index.row() + 1)
            self.setCurrentIndex(below if below.isValid() else index)
        else:
            super().keyPressEvent(event)
