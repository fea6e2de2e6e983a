"""The preview of an import: a line for each row of the file, with a choice where somebody has to decide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from planner.ui.theme import Theme
from planner.wording import say

ROW, VERDICT, WRITTEN, WHY, DECISION = range(5)
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CHOICES = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """What the import makes of one row; ``tone`` is the Theme's colour of its verdict.

    ``choices`` are the words and the values of a decision, ``chosen`` the value taken now; there are none when
    nothing is to be decided.
    """

    number: int
    verdict: str
    sign: str
    words: str
    tone: str
    written: str
    why: str
    choices: tuple[tuple[str, Any], ...] = ()
    chosen: Any = None

    @property
    def decision(self) -> str:
        """The words of what is chosen."""
        if not self.choices:
            return ""
        return next((words for words, value in self.choices if value == self.chosen), say("Choose…"))


class PreviewModel(QAbstractTableModel):
    """``decided`` carries the row's place in the preview and the value chosen."""

    decided = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[PreviewLine] = ()

    def show_lines(self, lines: Sequence[PreviewLine]) -> None:
        """Change the lines that differ; another number of them is shown anew."""
        before, self._lines = self._lines, lines
        if len(before) != len(lines):
            self.beginResetModel()
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, DECISION))

    def line(self, row: int) -> PreviewLine:
        return self._lines[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else DECISION + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (say("Row"), say("What happens"), say("Written"), say("Why"), say("Decision"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            verdict = say("{sign} {verdict}", sign=line.sign, verdict=line.words)
            return (str(line.number), verdict, line.written, line.why, line.decision)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == VERDICT:
            return line.words
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in {VERDICT, DECISION}:
            return QColor(getattr(self._theme, line.tone if index.column() == VERDICT else "accent"))
        if role == CHOICES:
            return line.choices
        if role == Qt.ItemDataRole.EditRole:
            return line.chosen
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        decides = index.column() == DECISION and self._lines[index.row()].choices
        return flags | Qt.ItemFlag.ItemIsEditable if decides else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if value is not None and value != self._lines[index.row()].chosen:
            self.decided.emit(index.row(), value)
        return False


class PreviewProxy(QSortFilterProxyModel):
    """Lets the lines of one verdict through, or all."""

    def __init__(self, model: PreviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._verdict = ""
        self.setDynamicSortFilter(False)
        self.setSourceModel(model)

    def set_verdict(self, verdict: str) -> None:
        """Empty text shows every line; a line that changes its verdict stays in sight until the next choice."""
        self._verdict = verdict
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self._verdict in {"", self._model.line(source_row).verdict}


class DecisionDelegate(QStyledItemDelegate):
    """The candidates of a row in a combo."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QComboBox(parent)
        editor.setAccessibleName(say("Decision for this row"))
        for words, value in index.data(CHOICES):
            editor.addItem(words, value)
        editor.activated.connect(lambda: self._finish(editor))
        QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    def _finish(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            values = [value for _words, value in index.data(CHOICES)]
            chosen = index.data(Qt.ItemDataRole.EditRole)
            editor.setCurrentIndex(values.index(chosen) if chosen in values else -1)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox) and editor.currentIndex() >= 0:
            model.setData(index, editor.currentData())


class PreviewTable(QTreeView):
    """Enter, F2 or a click on a decision opens its candidates."""

    def __init__(self, model: PreviewProxy, parent: QWidget, line_of: Callable[[Index], PreviewLine]) -> None:
        super().__init__(parent)
        self._line_of = line_of
        self.setModel(model)
        self.setItemDelegate(DecisionDelegate(self))
        self.setAccessibleName(say("What happens to each row"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open_clicked)

    def _open_clicked(self, index: QModelIndex) -> None:
        if index.column() == DECISION:
            self.open_decision(index)

    def open_decision(self, index: QModelIndex) -> None:
        """Open the candidates of this line, if it has any."""
        cell = index.siblingAtColumn(DECISION)
        if cell.isValid() and self._line_of(cell).choices:
            self.edit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
        if event.key() in opens and self.state() is not QAbstractItemView.State.EditingState:
            self.open_decision(self.currentIndex())
        else:
            super().keyPressEvent(event)
