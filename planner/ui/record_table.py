"""A table of records by id: typed columns, search and sorting in one pass, edits as wishes.

The model orders and filters itself: a proxy would ask Python for every comparison, and tell of every gap it makes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from planner.errors import InputProblem
from planner.folding import folded
from planner.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Choices = Sequence[tuple[str, Any]]

_NOWHERE = QModelIndex()
_TOLD_ONE_BY_ONE = 50
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table of lines.

    ``text`` is what its cells show, ``order`` what they sort by (their folded text unless told; nothing sorts last).
    ``field`` is the record's field that an edit changes, empty when there is none; ``choices`` lists what can be
    chosen, ``is_long`` when it is searched by typing; ``is_zone`` when a time zone is chosen; ``read`` turns what was
    typed into a value or raises InputProblem. ``marked`` says which cells ask for something; ``opens`` that more is
    seen when a cell is opened.
    """

    key: str
    title: str
    letters: int
    text: Callable[[Any], str]
    order: Callable[[Any], Any] | None = None
    field: str = ""
    edited: Callable[[Any], str] | None = None
    read: Callable[[str], Any] = str.strip
    choices: Callable[[], Choices] | None = None
    is_long: bool = False
    is_zone: bool = False
    marked: Callable[[Any], bool] | None = None
    tip: Callable[[Any], str] | None = None
    is_number: bool = False
    opens: bool = False

    def sort_key(self, line: Any) -> Any:
        """None when the cell is empty."""
        if self.order is not None:
            return self.order(line)
        return folded(self.text(line)) or None


class RecordModel(QAbstractTableModel):
    """Lines (id -> anything comparable) under columns; ``shown`` are the ids of its rows."""

    change_requested = Signal(int, dict)
    problem = Signal(str)
    rows_about_to_move = Signal()
    rows_moved = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        searched: Callable[[Any], str],
        carried: Callable[[Sequence[int]], QMimeData],
        theme: Theme,
        parent: Any = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.lines: dict[int, Any] = {}
        self.shown: list[int] = []
        self._searched, self._carried, self._theme = searched, carried, theme
        self._haystacks: dict[int, str] = {}
        self._order: list[int] = []
        self._words: tuple[str, ...] = ()
        self._kept: set[int] = set()
        self._sorted_by, self._direction = 0, Qt.SortOrder.AscendingOrder

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_lines(self, lines: Mapping[int, Any]) -> None:
        """Take in another picture: only what differs is told, rows keep their choice, and edited rows stay in sight."""
        old = self.lines
        changed = [key for key, line in lines.items() if old.get(key, self) != line]
        self._keep_in_sight(changed, old)
        self.lines = dict(lines)
        for gone in old.keys() - lines.keys():
            del self._haystacks[gone]
        self._haystacks |= {key: self._searched(lines[key]) for key in changed}
        if changed or len(old) != len(lines):
            self._sort_lines()
        self._tell_changed(changed)

    def _keep_in_sight(self, changed: Sequence[int], old: Mapping[int, Any]) -> None:
        """A search goes on showing the row that is being worked on, though it may no longer fit."""
        if self._words and len(changed) == 1 and (changed[0] not in old or changed[0] in set(self.shown)):
            self._kept.add(changed[0])

    def _tell_changed(self, changed: Sequence[int]) -> None:
        if len(changed) > _TOLD_ONE_BY_ONE:
            self._tell_all()
            return
        rows = {key: row for row, key in enumerate(self.shown)} if changed else {}
        last = len(self.columns) - 1
        for row in (rows[key] for key in changed if key in rows):
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def _tell_all(self) -> None:
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, len(self.columns) - 1))

    def search(self, text: str) -> None:
        """Show the lines that hold every word of the text somewhere."""
        self._words, self._kept = tuple(folded(text).split()), set()
        self._filter()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns):
            self._sorted_by, self._direction = column, order
            self._sort_lines()

    def _sort_lines(self) -> None:
        sort_key = self.columns[self._sorted_by].sort_key
        keyed = [(sort_key(line), key) for key, line in sorted(self.lines.items())]
        said = [pair for pair in keyed if pair[0] is not None]
        said.sort(key=lambda pair: pair[0], reverse=self._direction is Qt.SortOrder.DescendingOrder)
        self._order = [key for _order, key in said] + [key for order, key in keyed if order is None]
        self._filter()

    def _filter(self) -> None:
        shown, haystacks = self._order, self._haystacks
        for word in self._words:
            shown = [key for key in shown if word in haystacks[key] or key in self._kept]
        self._show(list(shown))

    def _show(self, shown: list[int]) -> None:
        """Rows keep their persistent indexes by id. One change of layout, however many rows come and go."""
        before = self.shown
        if shown == before:
            return
        row_of = {key: row for row, key in enumerate(shown)}
        self.rows_about_to_move.emit()
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        self.shown = shown
        moved = [(row_of.get(before[index.row()], -1), index.column()) for index in held]
        self.changePersistentIndexList(held, [self.index(*place) for place in moved])
        self.layoutChanged.emit()
        self.rows_moved.emit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._tell_all()

    def row_of(self, record_id: int) -> int | None:
        return self.shown.index(record_id) if record_id in self.shown else None

    def column_of(self, key: str) -> int:
        return next(index for index, column in enumerate(self.columns) if column.key == key)

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _Role.TextAlignmentRole:
            return _side(self.columns[section])
        return self.columns[section].title if role == _Role.DisplayRole else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, line = self.columns[index.column()], self.lines[self.shown[index.row()]]
        if role == _Role.DisplayRole:
            return column.text(line)
        if role == _Role.EditRole:
            return (column.edited or column.text)(line)
        if role == _Role.ForegroundRole:
            return self._colour(column, line)
        if role == _Role.ToolTipRole:
            return (column.tip or column.text)(line)
        return _side(column) if role == _Role.TextAlignmentRole else None

    def _colour(self, column: Column, line: Any) -> QColor | None:
        if column.marked is not None and column.marked(line):
            return QColor(self._theme.warning)
        return None if column.field or column.key == "name" else QColor(self._theme.text_soft)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].field else usual

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Asks for the change; the cell shows it when the meeting has changed."""
        column = self.columns[index.column()]
        if role != _Role.EditRole or not column.field or value == self.data(index, _Role.EditRole):
            return False
        try:
            wanted = column.read(value)
        except InputProblem as refusal:
            self.problem.emit(refusal.sentence)
            return False
        self.change_requested.emit(self.shown[index.row()], {column.field: wanted})
        return True

    def mimeTypes(self) -> list[str]:
        return list(self._carried([]).formats())

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return self.carried([self.shown[row] for row in sorted({index.row() for index in indexes})])

    def carried(self, record_ids: Sequence[int]) -> QMimeData:
        """What a drag of these records carries."""
        return self._carried(record_ids)


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
