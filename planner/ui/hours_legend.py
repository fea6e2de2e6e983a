"""What the fills, hatches and bars of the Hours view mean, in words."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.clock import format_span
from planner.rules.comfort import Bounds, Comfort, comfort_name
from planner.ui.hours_inks import fill_comfort, ink_of, veil_of
from planner.ui.theme import Theme, font
from planner.wording import say

_SWATCH_PX, _GAP_PX, _WORD_GAP_PX = 22, 16, 5


class _Entry(NamedTuple):
    """Words and the comfort they stand for, or whether a seat is confirmed, or closed hours, or a change of date."""

    words: str
    comfort: Comfort | None = None
    is_confirmed: bool | None = None
    is_closed: bool = False


class HoursLegend(QWidget):
    """As many lines as the width needs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._entries: tuple[_Entry, ...] = ()

    def show_bounds(self, bounds: Bounds) -> None:
        """Say the hours of each comfort, which are the meeting's to set."""
        self._entries = tuple(_entries(bounds))
        self.setAccessibleName(say("Legend"))
        self.setAccessibleDescription("; ".join(self.words()))
        self._fit()
        self.update()

    def words(self) -> list[str]:
        """What the legend says, from left to right."""
        return [entry.words for entry in self._entries]

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        bottom = max((box.bottom() for _entry, box in self._boxes()), default=0) + 1
        if bottom != self.height():
            self.setFixedHeight(bottom)

    def _boxes(self) -> Iterator[tuple[_Entry, QRect]]:
        metrics = QFontMetrics(font(-1))
        x = y = 0
        for entry in self._entries:
            width = _SWATCH_PX + _WORD_GAP_PX + metrics.horizontalAdvance(entry.words) + 2
            if x and x + width > self.width():
                x, y = 0, y + metrics.height() + 3
            yield entry, QRect(x, y, width, metrics.height() + 2)
            x += width + _GAP_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(-1))
        for entry, box in self._boxes():
            self._paint_swatch(painter, QRect(box.x(), box.y() + 2, _SWATCH_PX, box.height() - 4), entry)
            painter.setPen(QColor(self.theme.text_soft))
            words = box.adjusted(_SWATCH_PX + _WORD_GAP_PX, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, entry.words)

    def _paint_swatch(self, painter: QPainter, box: QRect, entry: _Entry) -> None:
        theme, frame = self.theme, box.adjusted(0, 0, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if entry.comfort is not None:
            fill_comfort(painter, box, box, entry.comfort, theme)
            painter.setPen(QColor(ink_of(entry.comfort, theme).hatch))
        elif entry.is_confirmed is not None:
            painter.setBrush(QColor(theme.accent if entry.is_confirmed else theme.accent_soft))
            style = Qt.PenStyle.SolidLine if entry.is_confirmed else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(theme.accent), 1, style))
        elif entry.is_closed:
            fill_comfort(painter, box, box, Comfort.EARLY_OR_LATE, theme)
            painter.fillRect(box, veil_of(theme))
            painter.setPen(QColor(theme.line))
        else:
            painter.fillRect(QRect(box.center().x() - 1, box.y(), 2, box.height()), QColor(theme.text))
            return
        painter.drawRect(frame)


def _entries(bounds: Bounds) -> Iterator[_Entry]:
    spans = {
        Comfort.WORKING: bounds.working, Comfort.STRETCH: bounds.comfortable,
        Comfort.EARLY_OR_LATE: bounds.awake, Comfort.ASLEEP: (bounds.awake[1], bounds.awake[0]),
    }  # fmt: skip
    for comfort, span in spans.items():
        yield _Entry(say("{comfort} {span}", comfort=comfort_name(comfort), span=format_span(*span)), comfort)
    yield _Entry(say("confirmed seat"), is_confirmed=True)
    yield _Entry(say("seat not confirmed"), is_confirmed=False)
    yield _Entry(say("date changes"))
    yield _Entry(say("paler: the meeting is closed"), is_closed=True)
