"""The headers of the Hours view, which stay in sight: the meeting's days and hours above, the rows' names beside."""

from PySide6.QtCore import QLine, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from planner.clock import format_minute
from planner.ui.hours_geometry import DayScale
from planner.ui.hours_lines import HoursLine
from planner.ui.hours_model import HoursModel
from planner.ui.hours_words import zone_words
from planner.ui.theme import Theme, font
from planner.wording import say

_ROOM_PX, _TICK_PX = 6, 5
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MINUTES_AN_HOUR = 60


class DaysHeader(QHeaderView):
    """The day and the meeting's zone above its hours; ``moment`` is the day and minute that are pointed at."""

    def __init__(self, model: HoursModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.theme = theme
        self._moment: tuple[int, int] | None = None
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        height = QFontMetrics(font()).height() + QFontMetrics(font(-1)).height() + _TICK_PX + 5
        return QSize(super().sizeHint().width(), height)

    def show_moment(self, moment: tuple[int, int] | None) -> None:
        if moment != self._moment:
            self._moment = moment
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.fillRect(rect, QColor(self.theme.panel))
        painter.setPen(QColor(self.theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        title = str(self._model.headerData(logicalIndex, Qt.Orientation.Horizontal))
        if self._model.picture is None or logicalIndex == self._model.hardship_column:
            painter.setFont(font(-1))
            painter.setPen(QColor(self.theme.text_soft))
            box = rect.adjusted(0, 0, -_ROOM_PX, -_TICK_PX)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, title)
        else:
            self._paint_day(
                painter, rect, title, DayScale(self._model.picture.days[logicalIndex], rect.x(), rect.width())
            )
            if self._moment is not None and self._moment[0] == logicalIndex:
                self._paint_moment(painter, rect, logicalIndex, self._moment[1])
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, title: str, scale: DayScale) -> None:
        made = font(0, QFont.Weight.DemiBold)
        line_px = QFontMetrics(made).height()
        painter.setFont(made)
        painter.setPen(QColor(self.theme.text))
        words = QFontMetrics(made).elidedText(title, Qt.TextElideMode.ElideRight, rect.width() - 4)
        painter.drawText(QRect(rect.x(), rect.y() + 1, rect.width(), line_px), _LEFT, words)
        for start, end in scale.hours.windows:
            left, right = scale.x_of(start), scale.x_of(end)
            painter.fillRect(QRect(left, rect.bottom() - 2, right - left, 3), QColor(self.theme.accent))
        self._paint_hours(painter, rect, scale)

    def _paint_hours(self, painter: QPainter, rect: QRect, scale: DayScale) -> None:
        metrics = QFontMetrics(font(-1))
        every = scale.hours_between_labels(metrics.horizontalAdvance("00:00") + 10)
        painter.setFont(font(-1))
        first = -(-scale.hours.first_minute // _MINUTES_AN_HOUR)
        for hour in range(first, scale.hours.last_minute // _MINUTES_AN_HOUR + 1):
            minute = hour * _MINUTES_AN_HOUR
            x = scale.x_of(minute)
            painter.setPen(QColor(self.theme.text_soft))
            painter.drawLine(QLine(x, rect.bottom() - _TICK_PX, x, rect.bottom()))
            words = format_minute(minute)
            width = metrics.horizontalAdvance(words)
            if hour % every == 0 and x + width < rect.right():
                painter.setPen(QColor(self.theme.text if scale.hours.is_open(minute) else self.theme.text_soft))
                top = rect.bottom() - _TICK_PX - metrics.height()
                painter.drawText(QRect(x, top, width + 2, metrics.height()), _LEFT, words)

    def _paint_moment(self, painter: QPainter, rect: QRect, day: int, minute: int) -> None:
        picture = self._model.picture
        if picture is None:
            return
        made = font(-1, QFont.Weight.DemiBold)
        words, metrics = format_minute(minute), QFontMetrics(made)
        width = metrics.horizontalAdvance(words) + 8
        x = DayScale(picture.days[day], rect.x(), rect.width()).x_of(minute)
        top = rect.bottom() - _TICK_PX - metrics.height()
        box = QRect(min(x, rect.right() - width), top, width, metrics.height())
        painter.fillRect(box, QColor(self.theme.text))
        painter.fillRect(QRect(x, box.bottom(), 2, _TICK_PX + 1), QColor(self.theme.text))
        painter.setFont(made)
        painter.setPen(QColor(self.theme.panel))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class NamesHeader(QHeaderView):
    """Who a row is: the name, and below it the entity and the city of the zone."""

    def __init__(self, model: HoursModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self.theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        is_chosen = self.selectionModel() is not None and self.selectionModel().isRowSelected(logicalIndex)
        painter.fillRect(rect, QColor(self.theme.accent_soft if is_chosen else self.theme.panel))
        painter.setPen(QColor(self.theme.line_soft))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        line = self._model.line(logicalIndex)
        box = rect.adjusted(_ROOM_PX, 2, -_ROOM_PX - 4, -2)
        if line is None:
            words = str(self._model.headerData(logicalIndex, Qt.Orientation.Vertical))
            self._paint_line(painter, box, words, font(0, QFont.Weight.DemiBold), self.theme.text)
        else:
            upper = QRect(box.x(), box.y(), box.width(), box.height() * 11 // 20)
            lower = QRect(box.x(), upper.bottom(), box.width(), box.bottom() - upper.bottom())
            self._paint_line(painter, upper, line.name, font(0, QFont.Weight.DemiBold), self.theme.text)
            self._paint_line(painter, lower, second_line(line), font(-1), self.theme.text_soft)
        painter.restore()

    def _paint_line(self, painter: QPainter, box: QRect, words: str, made: QFont, colour: str) -> None:
        painter.setFont(made)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(made).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, shown)


def second_line(line: HoursLine) -> str:
    """ "Toronto, UTC-5 · Canada": the city first, for the room may end."""
    parts = (zone_words(line) if line.zone else "", line.about)
    return " · ".join(part for part in parts if part) or say("no entity")
