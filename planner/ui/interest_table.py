"""The table of interests: a model of lines matched by id, its filter, and the editors of single cells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QDrag, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from planner.models.kinds import InterestState
from planner.ui.dragging import INTEREST_TYPE, carried_label, interest_data
from planner.ui.interest_cells import EDITED, ENTITY, NAMES, PERSON, RECEIVED, SOURCE, STATE, CellDelegate, Index
from planner.ui.interest_lines import InterestFilter, InterestLine, received_in_words
from planner.ui.theme import Theme
from planner.wording import interest_state_name, say

_STATE_ORDER: Mapping[InterestState, int] = {state: place for place, state in enumerate(InterestState)}
_MANY = 200
_NOWHERE = QModelIndex()
STATE_KEYS: Mapping[Qt.Key, InterestState] = {
    Qt.Key.Key_1: InterestState.NEW,
    Qt.Key.Key_2: InterestState.SHORTLISTED,
    Qt.Key.Key_3: InterestState.ACCEPTED,
    Qt.Key.Key_4: InterestState.RESERVE,
    Qt.Key.Key_5: InterestState.DECLINED,
}


class InterestModel(QAbstractTableModel):
    """The lines that pass a filter, sorted; an edited cell becomes a wish and changes when the meeting has changed.

    Filter and order are kept here: a proxy model asks Python anew for each comparison, and 5,000 rows would stutter.
    """

    edit_requested = Signal(int, dict)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: Sequence[InterestLine] = ()
        self._lines: list[InterestLine] = []
        self._filter = InterestFilter()
        self._column, self._descending = RECEIVED, False
        self.entity_names: Callable[[], Iterable[str]] = tuple
        self.person_names: Callable[[], Iterable[str]] = tuple

    @property
    def total(self) -> int:
        """How many interests there are, filtered out or not."""
        return len(self._all)

    def show_lines(self, lines: Sequence[InterestLine]) -> None:
        self._all = sorted(lines, key=lambda line: sort_key(line, self._column), reverse=self._descending)
        self._show()

    def set_filter(self, wanted: InterestFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self.show_lines(self._all)

    def _show(self) -> None:
        """Rows come, go and move by id: choice and open editors stay. A set that differs a lot is shown anew."""
        wanted = self._filter.passing(self._all)
        if len({line.id for line in wanted} ^ {line.id for line in self._lines}) > _MANY:
            self.beginResetModel()
            self._lines = wanted
            self.endResetModel()
            return
        self._remove_others({line.id for line in wanted})
        self._append_new(wanted)
        self._order_as(wanted)
        self._change_to(wanted)

    def _remove_others(self, ids: set[int]) -> None:
        for row in range(len(self._lines) - 1, -1, -1):
            if self._lines[row].id not in ids:
                self.beginRemoveRows(_NOWHERE, row, row)
                del self._lines[row]
                self.endRemoveRows()

    def _append_new(self, wanted: Sequence[InterestLine]) -> None:
        known = {line.id for line in self._lines}
        new = [line for line in wanted if line.id not in known]
        if new:
            self.beginInsertRows(_NOWHERE, len(self._lines), len(self._lines) + len(new) - 1)
            self._lines += new
            self.endInsertRows()

    def _order_as(self, wanted: Sequence[InterestLine]) -> None:
        places = {line.id: row for row, line in enumerate(wanted)}
        if all(places[line.id] == row for row, line in enumerate(self._lines)):
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        moved = [self.index(places[self._lines[index.row()].id], index.column()) for index in kept]
        self._lines.sort(key=lambda line: places[line.id])
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _change_to(self, wanted: Sequence[InterestLine]) -> None:
        for row, line in enumerate(wanted):
            if self._lines[row] != line:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row, 0), self.index(row, SOURCE))

    def _names(self, column: int) -> list[str]:
        named = {ENTITY: self.entity_names, PERSON: self.person_names}[column]
        return sorted(set(named()) - {""}, key=str.casefold)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def line(self, row: int) -> InterestLine:
        return self._lines[row]

    def name(self, row: int) -> str:
        """Who is interested: the person, else the entity."""
        line = self._lines[row]
        return line.person or line.entity

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else SOURCE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (say("Entity"), say("Person"), say("Wants, dearest first"), say("State"), say("Received"), say("Note"))
        return (*names, say("Source"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return _shown(line, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return _plain(line, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(line, index.column())
        if role == NAMES:
            return self._names(index.column())
        return None

    def _colour(self, line: InterestLine, column: int) -> QColor | None:
        theme = self._theme
        if column == STATE:
            accents = {InterestState.ACCEPTED: theme.good, InterestState.NEW: theme.accent}
            return QColor(accents.get(line.state, theme.text_soft))
        soft = line.state is InterestState.DECLINED or column == SOURCE or (column == PERSON and not line.person)
        return QColor(theme.text_soft) if soft else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line, field = self._lines[index.row()], EDITED.get(index.column())
        if field is None or value == _plain(line, index.column()):
            return False
        self.edit_requested.emit(line.id, {field: value})
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in EDITED else flags

    def mimeTypes(self) -> list[str]:
        return [INTEREST_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = dict.fromkeys(index.row() for index in indexes)
        return interest_data(self._lines[row].id for row in rows)


def _plain(line: InterestLine, column: int) -> Any:
    return (line.entity, line.person, line.wants, line.state, line.received, line.note, line.source)[column]


def _shown(line: InterestLine, column: int) -> str:
    if column == STATE:
        return interest_state_name(line.state)
    if column == RECEIVED:
        return received_in_words(line.received)
    if column == PERSON and not line.person:
        return say("to be named")
    return str(_plain(line, column))


def sort_key(line: InterestLine, column: int) -> tuple[Any, ...]:
    """States in the order of their keys, words by alphabet, what is empty last."""
    if column == STATE:
        return (_STATE_ORDER[line.state], line.entity.casefold(), line.id)
    value = str(_plain(line, column))
    return (value == "", value.casefold(), line.id)


class InterestTable(QTreeView):
    """Rows chosen one or many; digits judge them, Enter seats, Delete removes."""

    state_key = Signal(object)
    seat_key = Signal()
    remove_key = Signal()

    def __init__(self, model: InterestModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._interests = model
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(say("Interests"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSortingEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def startDrag(self, actions: Qt.DropAction) -> None:
        chosen = self.selectionModel().selectedRows()
        if chosen:
            drag = QDrag(self)
            drag.setMimeData(self.model().mimeData(chosen))
            drag.setPixmap(carried_label(self._interests.name(chosen[0].row()), len(chosen)))
            drag.exec(actions, Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # An editor hands on the Enter that ends it.
        editing = self.state() is QAbstractItemView.State.EditingState
        plain = not editing and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if plain and key in STATE_KEYS:
            self.state_key.emit(STATE_KEYS[key])
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.seat_key.emit()
        elif plain and key is Qt.Key.Key_Delete:
            self.remove_key.emit()
        else:
            super().keyPressEvent(event)
