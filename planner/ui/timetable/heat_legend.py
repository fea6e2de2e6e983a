"""What the tint of the timetable means, in words."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.rules.heat import Heat, heat_name
from planner.ui.theme import Theme, font
from planner.ui.timetable.heat_painting import paint_swatch

_PAD_PX, _GAP_PX, _SWATCH_PX = 8, 10, 18


class _Piece(NamedTuple):
    """Some words, after the swatch of a heat or without one."""

    heat: Heat | None
    words: str
    x: int
    y: int


class HeatLegend(QWidget):
    """A sentence and the four steps, on as many lines as the width needs; never takes the mouse."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._sentence = ""
        self._note = ""
        self._heats: tuple[Heat, ...] = ()

    def show_words(self, sentence: str, note: str = "", *, with_steps: bool) -> None:
        """A sentence, the steps, and what they leave out."""
        heats = tuple(Heat) if with_steps else ()
        if (sentence, note, heats) == (self._sentence, self._note, self._heats):
            return
        self._sentence, self._note, self._heats = sentence, note, heats
        words = ", ".join(heat_name(heat) for heat in self._heats)
        self.setAccessibleName("\n".join(part for part in (sentence, words, note) if part))
        self.setFixedHeight(self.height_at(self.width()))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def height_at(self, width_px: int) -> int:
        """What this width needs."""
        line_px = self._line_px()
        return max((piece.y for piece in self._pieces(width_px)), default=0) + line_px + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        if (height := self.height_at(self.width())) != self.height():
            self.setFixedHeight(height)

    def _line_px(self) -> int:
        return QFontMetrics(font(-1)).height() + 3

    def _pieces(self, width_px: int) -> Iterator[_Piece]:
        metrics, line_px = QFontMetrics(font(-1)), self._line_px()
        x, y = _PAD_PX, 4
        named = ((heat, heat_name(heat)) for heat in self._heats)
        for heat, words in ((None, self._sentence), *named, (None, self._note)):
            wanted = metrics.horizontalAdvance(words) + (0 if heat is None else _SWATCH_PX + 5)
            if x > _PAD_PX and x + wanted > width_px - _PAD_PX:
                x, y = _PAD_PX, y + line_px
            yield _Piece(heat, words, x, y)
            x += wanted + _GAP_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setFont(font(-1))
        metrics, line_px = QFontMetrics(font(-1)), self._line_px()
        for piece in self._pieces(self.width()):
            left = piece.x
            if piece.heat is not None:
                paint_swatch(painter, QRect(left, piece.y + 2, _SWATCH_PX, line_px - 5), piece.heat, self._theme)
                left += _SWATCH_PX + 5
            painter.setPen(QColor(self._theme.text if piece.heat is not None else self._theme.text_soft))
            box = QRect(left, piece.y, self.width() - left - _PAD_PX, line_px)
            shown = metrics.elidedText(piece.words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
