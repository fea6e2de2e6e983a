"""The view of a table of records: keys, copying, dragging, and columns that can be hidden, moved and remembered."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QByteArray, QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from planner.export.harmless import harmless
from planner.ui.dragging import carried_label
from planner.ui.record_editing import RecordDelegate
from planner.ui.record_table import RecordModel
from planner.wording import say
from planner.zones.asked import MeetingStart

_EDITING = QAbstractItemView.State.EditingState
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OWN_KEYS = _ENTER | {Qt.Key.Key_F2, Qt.Key.Key_Delete}
_CELL_PADDING_PX = 14
_SIGN_PX = 14


class RecordView(QTableView):
    """Rows are chosen whole; the current cell is edited with Enter, F2 or a double click."""

    remove_requested = Signal()
    rows_chosen = Signal()
    open_requested = Signal(int, str)
    menu_requested = Signal(QPoint)

    def __init__(self, records: RecordModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = records
        self.setAccessibleName(name)
        self.setModel(records)
        self._editing = RecordDelegate(self)
        self.setItemDelegate(self._editing)
        self._set_up_rows()
        self._set_up_columns()
        self._chosen_before: list[int] = []
        records.rows_about_to_move.connect(self._lift_choice)
        records.rows_moved.connect(self._put_choice)
        self.selectionModel().selectionChanged.connect(lambda *_changes: self.rows_chosen.emit())
        self.doubleClicked.connect(self._edit_another)
        self.selectionModel().currentChanged.connect(lambda *_changes: self.rows_chosen.emit())

    def _set_up_rows(self) -> None:
        self.setProperty("role", "records")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._fit_rows()

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(40)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda point: self.column_menu().popup(header.mapToGlobal(point)))
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._fit_columns()

    def _fit_rows(self) -> None:
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)

    def _fit_columns(self) -> None:
        """A width that holds so many letters, and the heading with its arrow."""
        metrics = self.fontMetrics()
        for index, column in enumerate(self.records.columns):
            heading = metrics.horizontalAdvance(column.title) + _SIGN_PX
            self.setColumnWidth(index, max(metrics.averageCharWidth() * column.letters, heading) + _CELL_PADDING_PX)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_rows()

    def ask_about(self, start: Callable[[], MeetingStart]) -> None:
        """The meeting whose start is told where a zone is chosen."""
        self._editing.start = start

    # -- what is chosen -----------------------------------------------------------------------------------------

    def chosen_ids(self) -> list[int]:
        """The chosen records from top to bottom."""
        rows: set[int] = set()
        selection = self.selectionModel().selection()
        for chosen in map(selection.at, range(selection.count())):
            rows.update(range(chosen.top(), chosen.bottom() + 1))
        return [self.records.shown[row] for row in sorted(rows)]

    def current_id(self) -> int | None:
        index = self.currentIndex()
        return self.records.shown[index.row()] if index.isValid() else None

    def choose(self, record_id: int, column_key: str = "") -> None:
        """Make a record the current one, in sight."""
        row = self.records.row_of(record_id)
        if row is not None:
            column = self.records.column_of(column_key) if column_key else max(0, self.currentIndex().column())
            self.setCurrentIndex(self.records.index(row, column))
            self.scrollTo(self.currentIndex())

    def edit_record(self, record_id: int, column_key: str) -> None:
        """Open the editor of one cell."""
        self.setColumnHidden(self.records.column_of(column_key), False)
        self.choose(record_id, column_key)
        self.edit(self.currentIndex())

    def _lift_choice(self) -> None:
        """Qt moves a choice of thousands of rows one by one; lifted and put down again it costs nothing."""
        self._chosen_before = self.chosen_ids()
        self.selectionModel().clearSelection()

    def _put_choice(self) -> None:
        chosen = set(self._chosen_before)
        rows = [row for row, record_id in enumerate(self.records.shown) if record_id in chosen] if chosen else []
        selection, last = QItemSelection(), len(self.records.columns) - 1
        for first, end in _runs(rows):
            selection.select(self.records.index(first, 0), self.records.index(end, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    # -- keys and menus -----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keys of the table go before those of the window, which act on a session."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.state() != _EDITING:
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            if event.matches(QKeySequence.StandardKey.Copy) or (plain and event.key() in _OWN_KEYS):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen()
        elif event.key() in _ENTER and self.state() != _EDITING:
            self.edit_current()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def edit_current(self) -> None:
        """Edit or open the current cell, or edit the first of its row that can be edited."""
        index = self.currentIndex()
        if index.isValid() and self.records.columns[index.column()].opens:
            self.open_requested.emit(self.records.shown[index.row()], self.records.columns[index.column()].key)
            return
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            editable = (
                column
                for column, shown in enumerate(self.records.columns)
                if shown.field and not self.isColumnHidden(column)
            )
            index = index.siblingAtColumn(next(editable, index.column()))
            self.setCurrentIndex(index)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _edit_another(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit_current()

    def startDrag(self, actions: Qt.DropAction) -> None:
        chosen = self.chosen_ids()
        if chosen:
            drag = QDrag(self)
            drag.setMimeData(self.records.carried(chosen))
            name = self.records.columns[0].text(self.records.lines[chosen[0]])
            drag.setPixmap(carried_label(name, len(chosen)))
            drag.exec(actions, Qt.DropAction.CopyAction)

    def copy_chosen(self) -> None:
        """The chosen rows as tab-separated text, in the columns and the order that are shown."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        columns = [self.records.columns[index] for index in order if not self.isColumnHidden(index)]
        lines = [self.records.lines[record_id] for record_id in self.chosen_ids()]
        rows = ["\t".join(harmless(" ".join(column.text(line).split())) for column in columns) for line in lines]
        if rows:
            QGuiApplication.clipboard().setText("\n".join(rows))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def column_menu(self) -> QMenu:
        """Which columns are shown; the first always is."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for index, column in enumerate(self.records.columns[1:], start=1):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(index))
            action.toggled.connect(partial(self._show_column, index))
        menu.addSeparator()
        menu.addAction(say("Columns as they were at first"), self._reset_columns)
        return menu

    def _show_column(self, index: int, shown: bool) -> None:
        self.setColumnHidden(index, not shown)

    def _reset_columns(self) -> None:
        header = self.horizontalHeader()
        for index in range(len(self.records.columns)):
            self.setColumnHidden(index, False)
            header.moveSection(header.visualIndex(index), index)
        self._fit_columns()

    # -- layout -------------------------------------------------------------------------------------------------

    def layout_state(self) -> bytes:
        """Widths, order, hidden columns and sorting, for ``restore_layout``."""
        return self._columns_key() + bytes(self.horizontalHeader().saveState().data())

    def restore_layout(self, state: bytes) -> None:
        """Take a layout of the same columns; any other is left aside."""
        key = self._columns_key()
        if state.startswith(key):
            self.horizontalHeader().restoreState(QByteArray(state[len(key) :]))

    def _columns_key(self) -> bytes:
        return ",".join(column.key for column in self.records.columns).encode() + b"|"


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours: 1, 2, 3, 7 -> (1, 3), (7, 7)."""
    starts = [row for before, row in pairwise([-2, *rows]) if row != before + 1]
    ends = [row for row, after in pairwise([*rows, -2]) if after != row + 1]
    return zip(starts, ends, strict=True)
