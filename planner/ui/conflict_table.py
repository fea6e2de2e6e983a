"""What both copies changed differently: each with both values, one of which is chosen by a click or a key."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.rules.conflict_words import Question
from planner.rules.merging import Conflict
from planner.ui.theme import Theme, font
from planner.wording import say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
WHAT, HERE, THERE = 0, 1, 2
_CHOOSING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CELL_PADDING_PX, _MOST_LINES = 12, 4


class ConflictModel(QAbstractTableModel):
    """``chosen`` says HERE or THERE of each row that was decided."""

    decided = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lines: tuple[Question, ...] = ()
        self.chosen: dict[int, int] = {}

    def show_lines(self, lines: Sequence[Question]) -> None:
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
        chosen = [line for row, line in enumerate(self.lines) if self.chosen.get(row) == THERE]
        return tuple(conflict for line in chosen for conflict in line.conflicts)

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
            words = (line.heading, line.here, line.there)[column]
            return words if column == WHAT else f"{'◉' if is_chosen else '○'}  {words}"
        if role == _Role.ToolTipRole:
            return (line.heading, line.here, line.there)[column]
        if role == _Role.AccessibleTextRole and column != WHAT:
            return _spoken(line, column, is_chosen)
        if role == _Role.FontRole and is_chosen:
            return font(0, font().Weight.DemiBold)
        if role == _Role.ForegroundRole and column != WHAT and not is_chosen and index.row() in self.chosen:
            return QColor(self.theme.text_soft)
        if role == _Role.BackgroundRole and is_chosen:
            return QColor(self.theme.accent_soft)
        return None


def _spoken(line: Question, column: int, is_chosen: bool) -> str:
    side = say("here") if column == HERE else say("there")
    words = line.here if column == HERE else line.there
    if is_chosen:
        return say("{side}, {words}, chosen", side=side, words=words)
    return say("{side}, {words}", side=side, words=words)


class _Cell(QStyledItemDelegate):
    """The chosen value is tinted; the one that the keys are at has a frame, so that neither is taken for the other."""

    def __init__(self, model: ConflictModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._conflicts = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _CELL_PADDING_PX - 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tint = index.data(_Role.BackgroundRole)
        if tint is not None:
            painter.fillRect(option.rect, tint)
        plain = QStyleOptionViewItem(option)
        plain.state = option.state & ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        super().paint(painter, plain, index)
        if option.state & QStyle.StateFlag.State_Selected and index.column() != WHAT:
            painter.save()
            painter.setPen(QPen(QColor(self._conflicts.theme.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))
            painter.restore()


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
        line = self.fontMetrics().lineSpacing()
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(line + _CELL_PADDING_PX)
        rows.setMaximumSectionSize(_MOST_LINES * line + _CELL_PADDING_PX)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegate(_Cell(model, self))
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
