"""The picture of the Hours view as a real table: it knows which moment is pointed at, with the mouse or the keys."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from planner.ui.hours_cells import HoursDelegate, scale_in
from planner.ui.hours_geometry import DayScale, Moment, widths_of
from planner.ui.hours_headers import DaysHeader, NamesHeader
from planner.ui.hours_lines import HoursFilter, HoursPicture, SeatBar
from planner.ui.hours_model import HoursModel, Index
from planner.ui.hours_painting import bar_rect, lanes_in, row_px
from planner.ui.hours_walking import beside, next_seat, seat_at
from planner.ui.hours_words import tip_words
from planner.ui.theme import Theme
from planner.wording import say

_NAMES_PX, _WIDE_NAMES_PX, _WIDE_FROM_PX = 210, 270, 1300
_HARDSHIP_PX = 84
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SIDEWAYS: Mapping[Qt.Key, int] = MappingProxyType({Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1})


class HoursTable(QTableView):
    """``moment_changed`` carries the Moment that is pointed at, or None; the seats of a session ask for it."""

    moment_changed = Signal(object)
    session_requested = Signal(int)
    session_open_requested = Signal(int)

    def __init__(self, hours: HoursModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.hours = hours
        self.cells = HoursDelegate(hours, theme, self)
        self._minute = 0
        self._days, self._names = DaysHeader(hours, theme, self), NamesHeader(hours, theme, self)
        self.setHorizontalHeader(self._days)
        self.setVerticalHeader(self._names)
        self.setModel(hours)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(say("Local hours of everybody on the meeting's days"))
        self.setAccessibleDescription(
            say("Left and right move by half an hour, with Ctrl to the next seat. Enter opens the session of a seat.")
        )
        self._set_up()
        hours.modelReset.connect(self._fit)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._names.setDefaultSectionSize(row_px())

    def set_theme(self, theme: Theme) -> None:
        self.cells.strips.theme = self._days.theme = self._names.theme = theme
        for part in (self, self._days, self._names):
            part.viewport().update()

    def show_picture(self, picture: HoursPicture, wanted: HoursFilter) -> None:
        """Show another picture or filter; the row that the keys stand on is found again."""
        current, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        line, day = self.hours.line(current.row()), current.column()
        self.cells.strips.session_id = wanted.session_id
        if not self.hours.show_picture(picture, wanted):
            self._fit()
            return
        self.point_at(None)
        row = None if line is None else self.hours.row_of(line.holder)
        if row is not None and day <= self.hours.hardship_column:
            self.setCurrentIndex(self.hours.index(row, day))
        self.verticalScrollBar().setValue(scrolled)

    def show_choice(self, session_id: int | None) -> None:
        """Mark the seats of the chosen session."""
        self.cells.strips.chosen_id = session_id
        self.viewport().update()

    def go_to_rows(self) -> None:
        """Take the keys, on the row they stood on or the first."""
        if not self.currentIndex().isValid():
            first = self.hours.picture.days[0] if self.hours.picture else None
            self._minute = first.windows[0][0] if first is not None and first.windows else 0
            self.setCurrentIndex(self.hours.index(0, 0))
        self.setFocus()

    @property
    def moment(self) -> Moment | None:
        """What is pointed at now."""
        return self.cells.moment

    # -- geometry -----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The days share the width; rows keep their heights."""
        picture = self.hours.picture
        if picture is None or not picture.days:
            return
        self._names.setFixedWidth(_WIDE_NAMES_PX if self.width() >= _WIDE_FROM_PX else _NAMES_PX)
        room = self.width() - self._names.width() - _HARDSHIP_PX - self.verticalScrollBar().sizeHint().width()
        for column, width in enumerate(widths_of(picture.days, room)):
            self.setColumnWidth(column, width)
        self.setColumnWidth(self.hours.hardship_column, _HARDSHIP_PX)
        self.clearSpans()
        if self.hours.heading_row is not None:
            self.setSpan(self.hours.heading_row, 0, 1, self.hours.columnCount())

    def _scale_of(self, index: QModelIndex) -> DayScale:
        return scale_in(self.hours, index.column(), self.visualRect(index))

    def _moment_at(self, at: QPoint) -> Moment | None:
        index, picture = self.indexAt(at), self.hours.picture
        if picture is None or not self._is_day(index):
            return None
        scale = self._scale_of(index)
        return Moment(index.row(), index.column(), scale.minute_at(at.x(), picture.grid_minutes))

    def _is_day(self, index: QModelIndex) -> bool:
        return (
            index.isValid()
            and self.hours.line(index.row()) is not None
            and index.column() != self.hours.hardship_column
        )

    def bar_at(self, at: QPoint) -> SeatBar | None:
        """The seat under a point."""
        index = self.indexAt(at)
        line = self.hours.line(index.row()) if self._is_day(index) else None
        if line is None:
            return None
        box = self.visualRect(index)
        scale = self._scale_of(index)
        lanes = lanes_in(box, scale)
        of_day = (bar for bar in line.bars if bar.day_id == scale.hours.day_id)
        return next((bar for bar in of_day if bar_rect(bar, lanes, scale).contains(at)), None)

    def bar_of(self, moment: Moment) -> SeatBar | None:
        """The seat that a moment lies in."""
        line, picture = self.hours.line(moment.row), self.hours.picture
        return None if line is None or picture is None else seat_at(picture, line, moment)

    # -- pointing -----------------------------------------------------------------------------------------------

    def point_at(self, moment: Moment | None) -> None:
        """Show a moment as the one pointed at."""
        if moment == self.moment:
            return
        before, self.cells.moment = self.moment, moment
        for each in (before, moment):
            if each is not None:
                self.update(self.hours.index(each.row, each.day))
        self._days.show_moment(None if moment is None else (moment.day, moment.minute))
        self.moment_changed.emit(moment)

    def _key_moment(self) -> Moment | None:
        index, picture = self.currentIndex(), self.hours.picture
        if picture is None or not self._is_day(index):
            return None
        hours = picture.days[index.column()]
        minute = min(max(self._minute, hours.first_minute), hours.last_minute - 1)
        return Moment(index.row(), index.column(), minute)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.point_at(self._key_moment())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self.point_at(self._moment_at(at) or self._key_moment())
        shape = Qt.CursorShape.ArrowCursor if self.bar_at(at) is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        moment, bar = self._moment_at(at), self.bar_at(at)
        if moment is not None:
            self._minute = moment.minute
        super().mousePressEvent(event)
        self.point_at(moment)
        if bar is not None and event.button() is Qt.MouseButton.LeftButton:
            self.session_requested.emit(bar.session_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position().toPoint())
        if bar is not None:
            self.session_open_requested.emit(bar.session_id)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.point_at(self._key_moment() if self.hasFocus() else None)
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            moment = self._moment_at(event.pos())
            if moment is not None:
                QToolTip.showText(event.globalPos(), self.tip_of(moment), self.viewport())
                return True
        return super().viewportEvent(event)

    def tip_of(self, moment: Moment) -> str:
        """Both times of a moment, and below them the seat it lies in."""
        line, picture = self.hours.line(moment.row), self.hours.picture
        if line is None or picture is None:
            return ""
        return tip_words(picture, line, moment, self.bar_of(moment))

    # -- keys ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moment, key = self._key_moment(), Qt.Key(event.key())
        if moment is not None and key in _SIDEWAYS:
            self._go(moment, _SIDEWAYS[key], bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif moment is not None and (key in _ENTER or key is Qt.Key.Key_Space):
            bar = self.bar_of(moment)
            if bar is not None:
                (self.session_open_requested if key in _ENTER else self.session_requested).emit(bar.session_id)
        else:
            super().keyPressEvent(event)
        self._announce()

    def _go(self, moment: Moment, step: int, to_seat: bool) -> None:
        line, picture = self.hours.line(moment.row), self.hours.picture
        if line is None or picture is None:
            return
        found = next_seat(picture, line, moment, step) if to_seat else beside(picture, moment, step)
        if found is not None:
            self._minute = found.minute
            self.setCurrentIndex(self.hours.index(found.row, found.day))
            self.point_at(self._key_moment())
        elif step > 0 and not to_seat:
            self.setCurrentIndex(self.hours.index(moment.row, self.hours.hardship_column))

    def _announce(self) -> None:
        """Moving within a cell is nothing that Qt tells a screen reader of."""
        if self.moment is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.tip_of(self.moment)))
