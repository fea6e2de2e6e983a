"""Paints laid-out pages on a reportlab canvas: tints first, then the watermark, then the words."""

import math
from dataclasses import dataclass
from typing import Any

from planner.export import agenda_styles as look
from planner.export.agenda_pages import PageSize
from planner.export.fonts import Face
from planner.export.page_flow import Block, Page, PlacedText
from planner.export.paper_content import AgendaPaper
from planner.export.text_layout import Colour, Style, shorten, width_of
from planner.wording import say

_WATERMARK_ANGLE = 32.0
_WATERMARK_OPACITY = 0.06
_WATERMARK_LENGTH = 0.62
_LARGEST_WATERMARK = 108.0
_WATERMARK_LETTER_SPACE = 0.05
_FOOTER_RULE_Y = 40.5
_FOOTER_BASELINE = 28.0
_FOOTER_LEADING = 9.5
_FOOTER_GAP = 14.0


@dataclass(frozen=True, slots=True)
class PageDrawing:
    """Draws the pages of one paper. ``canvas`` is a reportlab Canvas, y upwards."""

    canvas: Any
    paper: AgendaPaper
    size: PageSize

    def draw(self, page: Page, number: int, count: int) -> None:
        """One whole page, finished."""
        for y, block in page:
            self._tint(y, block)
        for y, block in page:
            self._rule_and_bookmark(y, block)
        if self.paper.watermark:
            self._watermark()
        self._words([self._moved(y, text) for y, block in page for text in block.texts])
        self._footer(number, count)
        self.canvas.showPage()

    def _tint(self, y: float, block: Block) -> None:
        if block.tint is not None:
            foot = self.size.height - y - block.height
            self.canvas.setFillColor(block.tint)
            self.canvas.rect(look.MARGIN, foot, self.size.text_width, block.height, stroke=0, fill=1)

    def _rule_and_bookmark(self, y: float, block: Block) -> None:
        foot = self.size.height - y - block.height
        if block.rule is not None:
            self._rule(foot, block.rule.thickness, block.rule.colour)
        if block.bookmark:
            self._bookmark(block.bookmark, foot + block.height)

    def _rule(self, y: float, thickness: float, colour: Colour) -> None:
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(thickness)
        self.canvas.line(look.MARGIN, y, look.MARGIN + self.size.text_width, y)

    def _bookmark(self, title: str, top: float) -> None:
        self.canvas.bookmarkPage(title, fit="FitH", top=top)
        self.canvas.addOutlineEntry(title, title, level=0)

    def _watermark(self) -> None:
        length = math.hypot(self.size.width, self.size.height) * _WATERMARK_LENGTH
        a_point = width_of(self.paper.watermark, Style(Face.BOLD, 1.0, look.ACCENT, _WATERMARK_LETTER_SPACE))
        size = min(length / a_point, _LARGEST_WATERMARK)
        self.canvas.saveState()
        self.canvas.translate(self.size.width / 2, self.size.height / 2)
        self.canvas.rotate(_WATERMARK_ANGLE)
        self.canvas.setFillColor(look.ACCENT)
        self.canvas.setFillAlpha(_WATERMARK_OPACITY)
        self.canvas.setFont(Face.BOLD.value, size)
        self.canvas.drawCentredString(0, -0.36 * size, self.paper.watermark, charSpace=_WATERMARK_LETTER_SPACE * size)
        self.canvas.restoreState()

    def _moved(self, y: float, text: PlacedText) -> tuple[float, float, str, Style]:
        return look.MARGIN + text.x, self.size.height - y - text.baseline, text.text, text.style

    def _words(self, words: list[tuple[float, float, str, Style]]) -> None:
        drawing = self.canvas.beginText()
        current: Style | None = None
        for x, y, text, style in words:
            if style is not current:
                drawing.setFont(style.face.value, style.size)
                drawing.setFillColor(style.colour)
                drawing.setCharSpace(style.letter_space)
                current = style
            drawing.setTextOrigin(x, y)
            drawing.textOut(text)
        self.canvas.drawText(drawing)

    def _footer(self, number: int, count: int) -> None:
        """The version at the left, the zone in the middle, the page at the right; two lines when they would touch."""
        self._rule(_FOOTER_RULE_Y, 0.75, look.LINE_COLOUR)
        page = say("Page {number} of {count}", number=number, count=count)
        page_width = width_of(page, look.FOOTER)
        room = self.size.text_width - page_width - _FOOTER_GAP
        left = shorten(self.paper.version_note, look.FOOTER, room)
        middle = shorten(self.paper.zone_note, look.FOOTER, room)
        left_width, middle_width = width_of(left, look.FOOTER), width_of(middle, look.FOOTER)
        gap = (self.size.text_width - left_width - middle_width - page_width) / 2
        on_one_line = gap >= _FOOTER_GAP
        self._words(
            [
                self._at_foot(0.0, 0, left),
                self._at_foot(*((left_width + gap, 0) if on_one_line else (0.0, 1)), middle),
                self._at_foot(self.size.text_width - page_width, 0, page),
            ]
        )

    def _at_foot(self, x: float, line: int, text: str) -> tuple[float, float, str, Style]:
        return look.MARGIN + x, _FOOTER_BASELINE - line * _FOOTER_LEADING, text, look.FOOTER
