"""The hours beside the timetable: the meeting's own and further zones, with the uncomfortable ones marked."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.clock import format_minute
from planner.local_times import local_time_or_none, zone_city
from planner.models.agenda import Agenda
from planner.models.records import Day
from planner.ui.theme import Theme, font
from planner.ui.timetable.geometry import GridGeometry
from planner.ui.timetable.ruler_columns import RulerColumns, ruler_columns
from planner.wording import say


class Tick(NamedTuple):
    """One label: the local clock, how many days it is off, and whether it is outside comfortable hours."""

    text: str
    day_shift: int
    uncomfortable: bool


def ticks_of(agenda: Agenda, day: Day, zone: str, minutes: Sequence[int]) -> tuple[Tick | None, ...]:
    """The labels of one zone for minutes of the meeting's clock; None for an hour that has no one local time."""
    early, late = agenda.meeting.comfortable_start_minute, agenda.meeting.comfortable_end_minute
    ticks: list[Tick | None] = []
    for minute in minutes:
        local = local_time_or_none(agenda.meeting.zone, day.date, minute, zone)
        ticks.append(
            None
            if local is None
            else Tick(format_minute(local.minute), local.day_shift, not early <= local.minute < late)
        )
    return tuple(ticks)


def same_clocks(before: Agenda, now: Agenda) -> bool:
    """Whether nothing changed on which the rulers depend."""
    return now.shares(before, "meeting_rows", "days", "rulers")


def days_that_differ(agenda: Agenda) -> tuple[Day, ...]:
    """The days on which a ruler zone is not as far from the meeting as on the first day, e.g. after a clock change."""
    zones = [ruler.zone for ruler in agenda.rulers_in_order]
    noon = range(0, 24 * 60, 60)

    def hours(day: Day) -> list[tuple[Tick | None, ...]]:
        return [ticks_of(agenda, day, zone, noon) for zone in zones]

    days = agenda.days_in_order
    return tuple(day for day in days[1:] if hours(day) != hours(days[0])) if days else ()


class RulerStrip(QWidget):
    """The hours of one day in the meeting's zone and in the ruler zones; scrolls with the canvas."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._geometry: GridGeometry | None = None
        self._agenda: Agenda | None = None
        self._columns: tuple[tuple[tuple[Tick | None, ...], bool], ...] = ()
        self._drawn = ruler_columns(0, 0)
        self._scrolled_px = 0

    def show_agenda(self, agenda: Agenda, geometry: GridGeometry, drawn: RulerColumns) -> None:
        """Show the hours of the zones that are drawn."""
        same_hours = self._agenda is not None and same_clocks(self._agenda, agenda)
        if same_hours and geometry == self._geometry and drawn == self._drawn:
            return
        self._agenda, self._geometry, self._drawn = agenda, geometry, drawn
        day = agenda.days_in_order[0] if agenda.days else None
        every = [agenda.meeting.zone, *(ruler.zone for ruler in agenda.rulers_in_order)]
        zones = [every[index] for index in drawn.shown]
        minutes = geometry.tick_minutes()
        columns = () if day is None else tuple((ticks_of(agenda, day, zone, minutes), zone) for zone in zones)
        self._columns = tuple((ticks, index == 0) for index, (ticks, _zone) in enumerate(columns))
        self.setFixedWidth(drawn.width)
        self.setAccessibleName(say("Hours: {zones}", zones=", ".join(ruler_headings(agenda))))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def scroll_to(self, y: int) -> None:
        self._scrolled_px = y
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._drawn.width, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.panel))
        if self._geometry is None:
            return
        for index, (ticks, own) in enumerate(self._columns):
            for minute, tick in zip(self._geometry.tick_minutes(), ticks, strict=True):
                if tick is not None:
                    y = self._geometry.y_of(minute) - self._scrolled_px
                    self._paint_tick(painter, index, y, tick, own)

    def _paint_tick(self, painter: QPainter, index: int, y: int, tick: Tick, own: bool) -> None:
        made = font(-1, QFont.Weight.DemiBold if tick.uncomfortable and not own else QFont.Weight.Normal)
        painter.setFont(made)
        quiet = self._theme.text if own else self._theme.text_soft
        painter.setPen(QColor(self._theme.clash if tick.uncomfortable and not own else quiet))
        height = QFontMetrics(made).height()
        width = self._drawn.column_px
        box = QRect(index * width, y - height // 2, width - 6, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)
        if tick.day_shift:
            painter.setFont(font(-5, QFont.Weight.DemiBold))
            shift = f"{tick.day_shift:+d}".replace("-", "\u2212")
            painter.drawText(box.translated(6, -6), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, shift)


class RulerHeading(QWidget):
    """The names of the zones above their hours; when not all find room, wheel and arrow keys bring the others."""

    scrolled = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.names: tuple[str, ...] = ()
        self._agenda: Agenda | None = None
        self._drawn = ruler_columns(0, 0)

    def show_agenda(self, agenda: Agenda, drawn: RulerColumns) -> None:
        """Show the names of the zones that are drawn; the tip names all."""
        if self._agenda is not None and same_clocks(self._agenda, agenda) and drawn == self._drawn:
            return
        self._agenda, self._drawn = agenda, drawn
        headings = ruler_headings(agenda)
        self.names = tuple(headings[index] for index in drawn.shown)
        self.setFixedWidth(drawn.width)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if drawn.hides_some else Qt.FocusPolicy.NoFocus)
        tip = _tip(agenda, ", ".join(headings), drawn)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.scrolled.emit(steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().x() or event.angleDelta().y()
        if turned:
            self.scrolled.emit(-1 if turned > 0 else 1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The arrows are buttons: a click on the right half goes on, on the left half back."""
        if self._drawn.hides_some:
            self.scrolled.emit(1 if event.position().x() > self.width() / 2 else -1)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.panel))
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for index, name in enumerate(self.names):
            made = font(-2, QFont.Weight.DemiBold if index == 0 else QFont.Weight.Normal)
            painter.setFont(made)
            painter.setPen(QColor(self._theme.text if index == 0 else self._theme.text_soft))
            width = self._drawn.column_px
            box = QRect(index * width, 0, width - 4, self.height() - 5)
            shown = QFontMetrics(made).elidedText(name, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, shown)
        if self._drawn.hides_some:
            self._paint_arrows(painter)

    def _paint_arrows(self, painter: QPainter) -> None:
        """Which way there are more, and how many."""
        before = self._drawn.shown[1] - 1
        after = self._drawn.total - 1 - self._drawn.shown[-1]
        words = " ".join(part for part in (f"‹{before}" if before else "", f"{after}›" if after else "") if part)
        painter.setFont(font(-2, QFont.Weight.DemiBold))
        painter.setPen(QColor(self._theme.accent if self.hasFocus() else self._theme.text_soft))
        box = self.rect().adjusted(0, 4, -4, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, words)


def ruler_headings(agenda: Agenda) -> tuple[str, ...]:
    """The label of the meeting's zone, then the city of each further zone."""
    return (agenda.meeting.zone_label, *(zone_city(ruler.zone) for ruler in agenda.rulers_in_order))


def _tip(agenda: Agenda, zones: str, drawn: RulerColumns) -> str:
    if drawn.hides_some:
        return say("Hours in {zones}. The wheel or the arrow keys bring those that find no room here.", zones=zones)
    if days_that_differ(agenda):
        return say(
            "Hours of the first day in {zones}. On other days some clocks differ: see the day's heading.", zones=zones
        )
    return say("Hours in {zones}; bold red hours lie outside the comfortable ones.", zones=zones)
