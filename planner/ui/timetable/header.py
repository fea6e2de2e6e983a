"""The headings above the columns: the day, its hours and what is free, and the rooms when there are several."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.clock import format_span
from planner.models.agenda import Agenda
from planner.models.records import Day
from planner.phrases import day_heading, day_medium, length
from planner.rules.using import time_use
from planner.ui.theme import Theme, font
from planner.ui.timetable.geometry import GridGeometry
from planner.ui.timetable.rulers import days_that_differ, same_clocks
from planner.wording import say

ROOM_ROW_PX = 20
_MARGINS_PX = 20


class DayHeading(NamedTuple):
    title: str
    hours: str
    left: int
    width: int
    rooms: tuple[tuple[str, int, int], ...]


class HeaderStrip(QWidget):
    """Scrolls sideways with the canvas."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._headings: tuple[DayHeading, ...] = ()
        self._scrolled_px = 0
        self._differing: tuple[Day, ...] = ()
        self._agenda: Agenda | None = None

    def show_agenda(self, agenda: Agenda, geometry: GridGeometry) -> None:
        if self._agenda is None or not same_clocks(self._agenda, agenda):
            self._differing = days_that_differ(agenda)
        self._agenda = agenda
        headings = tuple(self._heading(agenda, geometry, day) for day in agenda.days_in_order)
        if headings == self._headings:
            return
        self._headings = headings
        lines = QFontMetrics(font(1)).height() + QFontMetrics(font(-2)).height()
        self.setFixedHeight(lines + 13 + (ROOM_ROW_PX if len(geometry.columns) > len(agenda.days) else 0))
        self.setAccessibleName("\n".join(f"{heading.title}, {heading.hours}" for heading in self._headings))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def scroll_to(self, x: int) -> None:
        self._scrolled_px = x
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.panel))
        painter.translate(-self._scrolled_px, 0)
        for heading in self._headings:
            self._paint_day(painter, heading)
        painter.resetTransform()
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _heading(self, agenda: Agenda, geometry: GridGeometry, day: Day) -> DayHeading:
        columns = [column for column in geometry.columns if column.day_id == day.id]
        left, right = columns[0].x, columns[-1].x + columns[-1].width
        several = len(geometry.columns) > len(agenda.days)
        rooms = tuple((agenda.rooms[column.room_id].name, column.x, column.width) for column in columns)
        hours = _hours(agenda, day, differs=day in self._differing)
        return DayHeading(_title(day, right - left - _MARGINS_PX), hours, left, right - left, rooms if several else ())

    def _paint_day(self, painter: QPainter, heading: DayHeading) -> None:
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(heading.left, 0, heading.left, self.height())
        top = 4
        for text, size, weight, colour in (
            (heading.title, 1, QFont.Weight.DemiBold, self._theme.text),
            (heading.hours, -2, QFont.Weight.Normal, self._theme.text_soft),
        ):
            made = font(size, weight)
            metrics = QFontMetrics(made)
            painter.setFont(made)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, heading.width - _MARGINS_PX)
            painter.drawText(QRect(heading.left + 10, top, heading.width - 12, metrics.height()), 0, shown)
            top += metrics.height()
        for name, left, width in heading.rooms:
            self._paint_room(painter, name, left, width)

    def _paint_room(self, painter: QPainter, name: str, left: int, width: int) -> None:
        made = font(-2, QFont.Weight.DemiBold)
        painter.setFont(made)
        painter.setPen(QColor(self._theme.text_soft))
        box = QRect(left + 10, self.height() - ROOM_ROW_PX - 1, width - 14, ROOM_ROW_PX)
        shown = QFontMetrics(made).elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


def _title(day: Day, width_px: int) -> str:
    """In full where there is room, else "Thu 12 Nov"."""
    full = day_heading(day.date)
    fits = QFontMetrics(font(1, QFont.Weight.DemiBold)).horizontalAdvance(full) <= width_px
    return full if fits else day_medium(day.date)


def _hours(agenda: Agenda, day: Day, *, differs: bool) -> str:
    spans = ", ".join(format_span(window.start_minute, window.end_minute) for window in agenda.windows_of(day.id))
    free = length(time_use(agenda, day.id).free_minutes)
    if differs:
        return say(
            "{spans} {zone} · {free} free · clocks beside differ on this day",
            spans=spans, zone=agenda.meeting.zone_label, free=free,
        )  # fmt: skip
    return say("{spans} {zone} · {free} free", spans=spans, zone=agenda.meeting.zone_label, free=free)
