"""The tint of the timetable by hardship: each step has a colour, a hatch, an edge of its own width, and a word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter

from planner.rules.heat import Heat, HeatMap, HeatStep, heat_name
from planner.ui.theme import Theme, font
from planner.ui.timetable.geometry import Column, GridGeometry
from planner.ui.words_of_points import points_figure
from planner.wording import say

_EDGE_PX: Mapping[Heat, int] = MappingProxyType({Heat.NONE: 1, Heat.SOME: 2, Heat.HARD: 4, Heat.VERY_HARD: 6})
_HATCHES: Mapping[Heat, Qt.BrushStyle] = MappingProxyType(
    {
        Heat.NONE: Qt.BrushStyle.NoBrush,
        Heat.SOME: Qt.BrushStyle.Dense7Pattern,
        Heat.HARD: Qt.BrushStyle.FDiagPattern,
        Heat.VERY_HARD: Qt.BrushStyle.DiagCrossPattern,
    }
)
_LEAST_LABEL_PX = 15
_LABEL_EVERY_MINUTES, _LABEL_EVERY_PX = 30, 32
_HATCH_ALPHA = 150


class HeatInk(NamedTuple):
    """Fill and line as hexadecimal text."""

    fill: str
    line: str


_LIGHT: Mapping[Heat, HeatInk] = MappingProxyType(
    {
        Heat.NONE: HeatInk("#E6F4F2", "#2F7F86"),
        Heat.SOME: HeatInk("#FFF3CF", "#D9A93A"),
        Heat.HARD: HeatInk("#FBD2A2", "#D07A26"),
        Heat.VERY_HARD: HeatInk("#EBA3AE", "#9C2146"),
    }
)
_DARK: Mapping[Heat, HeatInk] = MappingProxyType(
    {
        Heat.NONE: HeatInk("#10262A", "#5FA9AE"),
        Heat.SOME: HeatInk("#2B2814", "#8A7430"),
        Heat.HARD: HeatInk("#4E3312", "#C07F33"),
        Heat.VERY_HARD: HeatInk("#6E1F3B", "#E0708F"),
    }
)
"""From light to dark on paper white, from dark to light on black: the order is seen without telling hues apart."""


class Band(NamedTuple):
    """Neighbouring starts of one heat, from the first until a step after the last."""

    start_minute: int
    end_minute: int
    steps: tuple[HeatStep, ...]

    @property
    def heat(self) -> Heat:
        return self.steps[0].heat


def bands_of(heat: HeatMap, step_minutes: int) -> dict[int, tuple[Band, ...]]:
    """Day id -> its bands, from early to late."""
    return {day_id: tuple(_bands(steps, step_minutes)) for day_id, steps in heat.days.items()}


def _bands(steps: Iterable[HeatStep], step_minutes: int) -> Iterator[Band]:
    run: list[HeatStep] = []
    for step in steps:
        if run and (step.heat is not run[-1].heat or step.start_minute != run[-1].start_minute + step_minutes):
            yield Band(run[0].start_minute, run[-1].start_minute + step_minutes, tuple(run))
            run = []
        run.append(step)
    if run:
        yield Band(run[0].start_minute, run[-1].start_minute + step_minutes, tuple(run))


def paint_heat(
    painter: QPainter, dirty: QRect, bands: Mapping[int, Sequence[Band]], geometry: GridGeometry, theme: Theme
) -> None:
    """Tint every room of each day, over the open hours and under the blocks."""
    painter.save()
    for column in geometry.columns:
        if column.x <= dirty.right() and dirty.left() <= column.x + column.width:
            for band in bands.get(column.day_id, ()):
                _paint_band(painter, dirty, column, band, geometry, theme)
    painter.restore()


def _paint_band(
    painter: QPainter, dirty: QRect, column: Column, band: Band, geometry: GridGeometry, theme: Theme
) -> None:
    top, bottom = geometry.y_of(band.start_minute), geometry.y_of(band.end_minute)
    box = QRect(column.x + 1, top, column.width - 1, bottom - top)
    if not box.intersects(dirty):
        return
    _fill(painter, box, band.heat, theme)
    painter.fillRect(QRect(box.left(), top, _EDGE_PX[band.heat], box.height()), QColor(ink_of(band.heat, theme).line))
    for step in _labelled(band, geometry):
        _paint_label(painter, box, geometry.y_of(step.start_minute), step, theme)


def _labelled(band: Band, geometry: GridGeometry) -> Iterator[HeatStep]:
    """The starts at each half or full hour, where blocks begin and end, otherwise the first; while words fit below."""
    every = _LABEL_EVERY_MINUTES if _LABEL_EVERY_MINUTES * geometry.px_per_minute >= _LABEL_EVERY_PX else 60
    timed = [step for step in band.steps if step.start_minute % every == 0] or band.steps[:1]
    bottom = geometry.y_of(band.end_minute)
    return (step for step in timed if bottom - geometry.y_of(step.start_minute) >= _LEAST_LABEL_PX)


def _paint_label(painter: QPainter, box: QRect, y: int, step: HeatStep, theme: Theme) -> None:
    words = heat_name(step.heat)
    if step.points:
        words = say("{heat}, {points}", heat=words, points=points_figure(step.points))
    made = font(-3)
    metrics = QFontMetrics(made)
    width = metrics.horizontalAdvance(words) + 8
    label = QRect(box.right() - width - 3, y + 1, width, metrics.height())
    if label.left() < box.left() + 8:
        return
    painter.setFont(made)
    painter.fillRect(label, QColor(ink_of(step.heat, theme).fill))
    painter.setPen(QColor(theme.text))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)


def paint_swatch(painter: QPainter, box: QRect, heat: Heat, theme: Theme) -> None:
    """A sample for the legend."""
    _fill(painter, box, heat, theme)
    line = QColor(ink_of(heat, theme).line)
    painter.fillRect(QRect(box.left(), box.top(), _EDGE_PX[heat], box.height()), line)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0, 0, -1, -1))


def _fill(painter: QPainter, box: QRect, heat: Heat, theme: Theme) -> None:
    ink = ink_of(heat, theme)
    hatch = QColor(ink.line)
    hatch.setAlpha(_HATCH_ALPHA)
    painter.fillRect(box, QColor(ink.fill))
    painter.fillRect(box, QBrush(hatch, _HATCHES[heat]))


def ink_of(heat: Heat, theme: Theme) -> HeatInk:
    return (_DARK if theme.is_dark else _LIGHT)[heat]
