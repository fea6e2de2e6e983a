"""One day of one row as it is painted: the local hours above, the seats below, each change of date as a line."""

from typing import NamedTuple

from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from planner.phrases import day_short
from planner.rules.comfort import Comfort
from planner.rules.day_strips import Strip
from planner.ui.hours_geometry import DayScale
from planner.ui.hours_inks import fill_comfort, ink_of, veil_of
from planner.ui.hours_lines import HoursLine, SeatBar
from planner.ui.theme import Theme, font
from planner.wording import say

_MARGIN_PX, _LETTER_ROOM_PX = 3, 5
_LEAST_NAMED_PX, _LEAST_ELIDED_LETTERS = 16, 4
_OTHERS_OPACITY = 0.35
_VERTICALLY = Qt.AlignmentFlag.AlignVCenter


class Lanes(NamedTuple):
    """The part of a row that is painted, its hours above and its seats below."""

    whole: QRect
    hours: QRect
    seats: QRect


def row_px() -> int:
    """The height of a row: a name, and a line below it."""
    return QFontMetrics(font()).height() + QFontMetrics(font(-1)).height() + 6


def lanes_in(row: QRect, scale: DayScale) -> Lanes:
    """The strip of a day within its cell."""
    left, right = scale.x_of(scale.hours.first_minute), scale.x_of(scale.hours.last_minute)
    whole = QRect(left, row.top() + _MARGIN_PX, right - left, row.height() - 2 * _MARGIN_PX)
    hours = QRect(whole.left(), whole.top(), whole.width(), QFontMetrics(font(-2)).height() - 1)
    return Lanes(whole, hours, QRect(whole.left(), hours.bottom() + 1, whole.width(), whole.bottom() - hours.bottom()))


def bar_rect(bar: SeatBar, lanes: Lanes, scale: DayScale) -> QRect:
    """Where a seat is painted."""
    left, right = scale.x_of(bar.start_minute), scale.x_of(bar.end_minute)
    room = lanes.seats.height() - 3
    top = lanes.seats.top() + 1 + room * bar.lane // bar.lanes
    bottom = lanes.seats.top() + 1 + room * (bar.lane + 1) // bar.lanes
    return QRect(left + 1, top, max(right - left - 2, 4), bottom - top)


class StripPainter:
    """Paints with one theme; ``session_id`` is the one the view is filtered to, ``chosen_id`` the chosen one."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.session_id: int | None = None
        self.chosen_id: int | None = None

    def paint(self, painter: QPainter, row: QRect, line: HoursLine, day: int, scale: DayScale) -> None:
        lanes = lanes_in(row, scale)
        painter.save()
        if line.strips:
            self._paint_pieces(painter, lanes, line.strips[day], scale)
        else:
            fill_comfort(painter, lanes.whole, lanes.whole, None, self.theme)
        self._paint_closed(painter, lanes, scale)
        if line.strips:
            self._paint_hours(painter, lanes, line.strips[day], scale)
        for bar in line.bars:
            if bar.day_id == scale.hours.day_id:
                self._paint_bar(painter, bar_rect(bar, lanes, scale), bar)
        painter.restore()

    def _paint_pieces(self, painter: QPainter, lanes: Lanes, strip: Strip, scale: DayScale) -> None:
        for piece in strip.pieces:
            left, right = scale.x_of(piece.start_minute), scale.x_of(piece.end_minute)
            box = QRect(left, lanes.whole.top(), right - left, lanes.whole.height())
            below = QRect(left, lanes.seats.top(), right - left, lanes.seats.height())
            fill_comfort(painter, box, below, piece.comfort, self.theme)

    def _paint_closed(self, painter: QPainter, lanes: Lanes, scale: DayScale) -> None:
        veil = veil_of(self.theme)
        for start, end in scale.hours.closed():
            left, right = scale.x_of(start), scale.x_of(end)
            painter.fillRect(QRect(left, lanes.whole.top(), right - left, lanes.whole.height()), veil)

    def _paint_hours(self, painter: QPainter, lanes: Lanes, strip: Strip, scale: DayScale) -> None:
        painter.setFont(font(-2))
        metrics = QFontMetrics(font(-2))
        every = scale.hours_between_labels(metrics.horizontalAdvance("00") + 2 * _LETTER_ROOM_PX)
        taken = [self._paint_date(painter, lanes, scale, minute, day_of) for minute, day_of in _dates(strip)]
        painter.setFont(font(-2))
        for minute, hour in strip.hours:
            x = scale.x_of(minute)
            words = str(hour)
            label = QRect(x + 3, lanes.hours.top(), metrics.horizontalAdvance(words) + 1, lanes.hours.height())
            if hour % every or label.right() > lanes.whole.right() or any(label.intersects(other) for other in taken):
                continue
            painter.setPen(self._letters(strip, minute, scale))
            painter.drawLine(QLine(x, lanes.hours.top(), x, lanes.hours.top() + 3))
            painter.drawText(label, _VERTICALLY, words)

    def _letters(self, strip: Strip, minute: int, scale: DayScale) -> QColor:
        if not scale.hours.is_open(minute):
            return QColor(self.theme.text_soft if not self.theme.is_dark else self.theme.text)
        comfort = next(
            (piece.comfort for piece in strip.pieces if piece.start_minute <= minute < piece.end_minute), None
        )
        return QColor(ink_of(comfort or Comfort.WORKING, self.theme).letters)

    def _paint_date(self, painter: QPainter, lanes: Lanes, scale: DayScale, minute: int, words: str) -> QRect:
        """A line where the date changes, with its day; returns the room that the words take."""
        theme, x = self.theme, scale.x_of(minute)
        made = font(-2, QFont.Weight.DemiBold)
        width = QFontMetrics(made).horizontalAdvance(words) + 2 * _LETTER_ROOM_PX
        label = QRect(min(x, lanes.whole.right() - width), lanes.hours.top(), width, lanes.hours.height())
        painter.fillRect(QRect(x - 1, lanes.whole.top(), 2, lanes.whole.height()), QColor(theme.text))
        painter.fillRect(label, QColor(theme.text))
        painter.setFont(made)
        painter.setPen(QColor(theme.panel))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
        return label

    def _paint_bar(self, painter: QPainter, box: QRect, bar: SeatBar) -> None:
        theme = self.theme
        painter.setOpacity(_OTHERS_OPACITY if self.session_id not in {None, bar.session_id} else 1)
        is_chosen = bar.session_id == self.chosen_id
        rim = QPen(QColor(theme.text if is_chosen else theme.accent), 2 if is_chosen else 1)
        if not bar.is_confirmed:
            rim.setStyle(Qt.PenStyle.DashLine)
        painter.fillRect(box.adjusted(-1, -1, 1, 1), QColor(theme.panel))
        painter.setPen(rim)
        painter.setBrush(QColor(theme.accent if bar.is_confirmed else theme.accent_soft))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        if box.width() >= _LEAST_NAMED_PX and bar.lanes == 1:
            made = font(-2, QFont.Weight.DemiBold)
            painter.setFont(made)
            painter.setPen(QColor(theme.on_accent if bar.is_confirmed else theme.accent_strong))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _fitting(bar.code, QFontMetrics(made), box.width() - 4))
        painter.setOpacity(1)


def _fitting(words: str, metrics: QFontMetrics, room_px: int) -> str:
    """The words, or their beginning; where three letters and dots would be too much, letters alone."""
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room_px)
    if shown == words or len(shown) > _LEAST_ELIDED_LETTERS:
        return shown
    fitting = (words[:count] for count in range(len(words), 0, -1))
    return next((part for part in fitting if metrics.horizontalAdvance(part) <= room_px), "").rstrip()


def _dates(strip: Strip) -> list[tuple[int, str]]:
    """Each change of date, as "Fri 13"."""
    return [
        (minute, say("{weekday} {day}", weekday=day_short(local.isoformat()), day=local.day))
        for minute, local in strip.dates
    ]
