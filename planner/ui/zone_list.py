"""The list that opens under a field for a zone. The field has the keys, as with Qt's own completer."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from planner.ui.zone_cells import ZoneCells
from planner.ui.zone_rows import ZoneRow, ZoneRows, hint_row
from planner.wording import say

_LEAST_LETTERS = 44
_ROWS_IN_SIGHT = 8.5
_GAP_PX, _SLACK_PX = 2, 6
_LINES_A_ROW = 2.6


class ZoneList(QFrame):
    """A popup of a field, which filters its events; ``chosen`` carries a zone that was clicked."""

    chosen = Signal(str)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self.setObjectName("list")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(field)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows = ZoneRows(self)
        self.view = QListView()
        self._set_up_view()
        self._keys = QLabel(say("↑ ↓ choose · Enter takes it · Esc puts the old one back"))
        self._keys.setProperty("role", "hint")
        self._keys.setContentsMargins(12, 4, 12, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._keys)

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.rows)
        view.setItemDelegate(ZoneCells(view))
        view.setAccessibleName(say("Time zones found"))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMinimumHeight(1)
        view.clicked.connect(self._choose)

    def show_rows(self, rows: list[ZoneRow], *, first_is_meant: bool) -> None:
        """Other rows; the first zone becomes the current one, unless the person has to say which."""
        self.rows.show_rows(rows)
        first = self.rows.next_zone(-1, 1) if first_is_meant else None
        self._keys.setVisible(self.holds_zones())
        self._make_current(first)
        self.view.scrollToTop()
        if self.isVisible():
            self._place()

    def prepare(self) -> None:
        """Style and measure it, so that the first key that is typed does not wait for that."""
        self.show_rows([hint_row("")], first_is_meant=False)
        self._place()

    def open(self) -> None:
        """Under the field, or above it where there is more room."""
        self._place()
        if not self.isVisible():
            self.show()

    def _place(self) -> None:
        field, metrics = self._field, self.fontMetrics()
        screen = field.screen().availableGeometry()
        width = min(max(field.width(), metrics.averageCharWidth() * _LEAST_LETTERS), screen.width())
        self.setFixedWidth(width)
        corner = field.mapToGlobal(QPoint(0, field.height() + _GAP_PX))
        above = field.mapToGlobal(QPoint(0, -_GAP_PX)).y() - screen.top()
        below = screen.bottom() - corner.y()
        height = self._height(max(above, below))
        top = corner.y() if height <= below or below >= above else corner.y() - field.height() - 2 * _GAP_PX - height
        left = max(screen.left(), min(corner.x(), screen.right() - width))
        self.setGeometry(left, top, width, height)

    def _height(self, room: int) -> int:
        """As much as the rows need, up to a handful."""
        self.view.doItemsLayout()
        hint = 2 + (self._keys.sizeHint().height() if self.holds_zones() else 0)
        last = self.rows.rowCount() - 1
        needed = self.view.visualRect(self.rows.index(last, 0)).bottom() + self.view.verticalOffset() + _SLACK_PX
        most = round(self.fontMetrics().height() * _LINES_A_ROW * _ROWS_IN_SIGHT)
        return min(min(needed, most) + hint, room)

    def holds_zones(self) -> bool:
        """Whether anything can be chosen."""
        return self.rows.next_zone(-1, 1) is not None

    def current(self) -> ZoneRow | None:
        """The row that Enter takes."""
        index = self.view.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def go(self, steps: int) -> None:
        """So many zones down, or up when negative; as far as there are any."""
        for _step in range(abs(steps)):
            index = self.view.currentIndex()
            row = self.rows.next_zone(index.row() if index.isValid() else -1, 1 if steps > 0 else -1)
            if row is not None:
                self._make_current(row)

    def _make_current(self, row: int | None) -> None:
        self.view.setCurrentIndex(QModelIndex() if row is None else self.rows.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if row.zone:
            self.chosen.emit(row.zone)
