"""The register: findings that were accepted, those whose facts changed since, and rules at another level."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from planner.models.agenda import Agenda
from planner.rules.register import Register
from planner.rules.register_lines import RegisterLine, register_lines
from planner.wording import say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
STATE, SENTENCE, REASON, ACT = 0, 1, 2, 3


class AcceptedModel(QAbstractTableModel):
    """State, finding, reason with name and date, and the word that opens it again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self.lines: tuple[RegisterLine, ...] = ()

    def show_lines(self, lines: Sequence[RegisterLine]) -> None:
        if tuple(lines) != self.lines:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else ACT + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return (say("State"), say("Finding"), say("Reason"), say("Open again"))[section]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == _Role.DisplayRole:
            return (line.state, line.sentence, line.reason, line.act)[index.column()]
        if role == _Role.ToolTipRole:
            return line.reason if index.column() == REASON else line.sentence
        if role == _Role.ForegroundRole and index.column() == ACT:
            return self._widget.palette().color(QPalette.ColorRole.Link)
        if role == _Role.ForegroundRole and not line.holds:
            return QColor(self._widget.palette().color(QPalette.ColorRole.PlaceholderText))
        return None


class AcceptedPage(QTreeView):
    """A click on the last word, or Enter or Delete on a row, takes it out of the register."""

    reopen_requested = Signal(int)
    level_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register_model = AcceptedModel(self)
        self.setModel(self.register_model)
        self.setAccessibleName(say("Accepted findings"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(False)
        for column, mode in (
            (STATE, QHeaderView.ResizeMode.ResizeToContents), (SENTENCE, QHeaderView.ResizeMode.Stretch),
            (REASON, QHeaderView.ResizeMode.Stretch), (ACT, QHeaderView.ResizeMode.ResizeToContents),
        ):  # fmt: skip
            header.setSectionResizeMode(column, mode)
        self.clicked.connect(lambda index: self._act(index) if index.column() == ACT else None)
        self.activated.connect(self._act)

    def show_register(self, agenda: Agenda, register: Register) -> None:
        self.register_model.show_lines(register_lines(agenda, register))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self._act(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _act(self, index: QModelIndex) -> None:
        line = self.register_model.lines[index.row()]
        if line.acceptance_id is None:
            self.level_requested.emit(line.rule, None)
        else:
            self.reopen_requested.emit(line.acceptance_id)
