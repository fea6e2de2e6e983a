"""Paints laid-out pages on a reportlab canvas: tints first, then the watermark, then the words in reading order."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.lib.utils import ImageReader

from planner.export import agenda_styles as look
from planner.export.agenda_pages import PageSize
from planner.export.agenda_styles import Styles
from planner.export.fonts import Face, drawable_text
from planner.export.isolates import without_isolates
from planner.export.letterhead import head_of_page
from planner.export.page_flow import Block, Page, PlacedText
from planner.export.structure import Element, StructureTree
from planner.export.text_layout import Colour, Style, shorten, width_of
from planner.export.word_drawing import LineBeside, WordWriter
from planner.wording import say

_WATERMARK_ANGLE = 32.0
_WATERMARK_OPACITY = 0.06
_WATERMARK_LENGTH = 0.62
_LARGEST_WATERMARK = 108.0
_DIAGONAL_OF_A4 = 1031.2
_WATERMARK_LETTER_SPACE = 0.05
_FOOTER_RULE_Y = 40.5
_FOOTER_BASELINE = 28.0
_FOOTER_LEADING = 9.5
_FOOTER_GAP = 14.0
_CHANGE_BAR_X = -9.0
_CHANGE_BAR_WIDTH = 2.0

_AGAIN = "/Artifact <</Type/Pagination>>"
_WATERMARK = "/Artifact <</Type/Pagination/Subtype/Watermark>>"
_HEADER = "/Artifact <</Type/Pagination/Subtype/Header>>"
_FOOTER = "/Artifact <</Type/Pagination/Subtype/Footer>>"
_WATERMARK_FORM = "watermark"
_LAYOUT = "/Artifact <</Type/Layout>>"


class Furniture(NamedTuple):
    """What stands on every page; the header, the name of the meeting and the running heads from the second on."""

    watermark: str = ""
    version_note: str = ""
    zone_note: str = ""
    header_text: str = ""
    meeting: str = ""
    running_heads: tuple[str, ...] = ()


class PageDrawing:
    """Draws the pages of one paper. ``canvas`` is a reportlab Canvas, y upwards."""

    def __init__(self, canvas: Any, furniture: Furniture, size: PageSize, styles: Styles, tree: StructureTree) -> None:
        self.canvas = canvas
        self._furniture = furniture
        self._size = size
        self._styles = styles
        self._tree = tree
        self._page = 0
        self._bookmarks = 0
        self._bookmark_level = -1

    def draw(self, page: Page, number: int, count: int) -> None:
        """One whole page, finished; pages are drawn in order and counted from 1."""
        self._page = number - 1
        with self._marked(_LAYOUT):
            for y, block in page:
                self._tint(y, block)
            for y, block in page:
                self._rule_and_change_bar(y, block)
        for y, block in page:
            self._bookmark(y, block)
            self._boxes(y, block)
        if self._furniture.watermark:
            self._watermark()
        if number > 1:
            self._header(number)
        self._words(page)
        self._footer(number, count)
        self.canvas.showPage()

    @contextmanager
    def _marked(self, tag: str) -> Iterator[None]:
        self.canvas.addLiteral(f"{tag} BDC")
        yield
        self.canvas.addLiteral("EMC")

    def _tag(self, element: Element | None, artifact: str) -> str:
        if element is None:
            return artifact
        return f"/{element.kind} <</MCID {self._tree.mark(element, self._page)}>>"

    def _tint(self, y: float, block: Block) -> None:
        if block.tint is not None:
            self._rectangle(y, 0.0, 0.0, self._size.text_width, block.height, block.tint)

    def _rectangle(self, y: float, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        self.canvas.setFillColor(colour)
        self.canvas.rect(look.MARGIN + x, self._size.height - y - top - height, width, height, stroke=0, fill=1)

    def _rule_and_change_bar(self, y: float, block: Block) -> None:
        if block.rule is not None:
            self._rule(self._size.height - y - block.height, block.rule.thickness, block.rule.colour)
        if block.changed:
            self._rectangle(y, _CHANGE_BAR_X, 1.0, _CHANGE_BAR_WIDTH, block.height - 2.0, self._styles.accent)

    def _rule(self, y: float, thickness: float, colour: Colour) -> None:
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(thickness)
        self.canvas.line(look.MARGIN, y, look.MARGIN + self._size.text_width, y)

    def _boxes(self, y: float, block: Block) -> None:
        if block.boxes:
            if block.figure is not None:
                self._tell_place(block.figure, y, 0.0, self._size.text_width, block.height)
            with self._marked(self._tag(block.figure, _LAYOUT)):
                for box in block.boxes:
                    self._rectangle(y, box.x, box.top, box.width, box.height, box.colour)
        if block.picture is not None:
            picture = block.picture
            foot = self._size.height - y - picture.top - picture.height
            if picture.element is not None:
                self._tell_place(picture.element, y + picture.top, picture.x, picture.width, picture.height)
            with self._marked(self._tag(picture.element, _LAYOUT)):
                self.canvas.drawImage(
                    ImageReader(BytesIO(picture.data)), look.MARGIN + picture.x, foot,
                    picture.width, picture.height, mask="auto",
                )  # fmt: skip

    def _tell_place(self, figure: Element, y: float, x: float, width: float, height: float) -> None:
        """Where a figure is; of one that goes on overleaf, its first part."""
        left, top = look.MARGIN + x, self._size.height - y
        box = " ".join(f"{number:.2f}" for number in (left, top - height, left + width, top))
        figure.attributes = figure.attributes or f"<</O/Layout/Placement/Block/BBox[{box}]>>"

    def _bookmark(self, y: float, block: Block) -> None:
        if block.bookmark:
            self._mark(y, block.bookmark, block.bookmark_level)
        for mark in block.marks:
            self._mark(y + mark.top, mark.title, mark.level)

    def _mark(self, y: float, text: str, level: int) -> None:
        self._bookmarks += 1
        self._bookmark_level = min(level, self._bookmark_level + 1)
        key, title = f"place{self._bookmarks}", " ".join(without_isolates(drawable_text(text)).split())
        self.canvas.bookmarkPage(key, fit="FitH", top=self._size.height - y)
        self.canvas.addOutlineEntry(title, key, level=self._bookmark_level)

    def _watermark(self) -> None:
        # A form of its own: slanted text among the lines of a page makes PDFium misread their right-to-left words.
        if not self.canvas.hasForm(_WATERMARK_FORM):
            self.canvas.beginForm(_WATERMARK_FORM, 0, 0, self._size.width, self._size.height)
            self._slanted(self._furniture.watermark)
            self.canvas.endForm()
        with self._marked(_WATERMARK):
            self.canvas.saveState()
            self.canvas.setFillAlpha(_WATERMARK_OPACITY)
            self.canvas.doForm(_WATERMARK_FORM)
            self.canvas.restoreState()

    def _slanted(self, text: str) -> None:
        diagonal = math.hypot(self._size.width, self._size.height)
        largest = _LARGEST_WATERMARK * max(1.0, diagonal / _DIAGONAL_OF_A4)
        style = Style(Face.BOLD, 1.0, self._styles.accent, _WATERMARK_LETTER_SPACE)
        size = min(diagonal * _WATERMARK_LENGTH / width_of(text, style), largest)
        style = style._replace(size=size, letter_space=_WATERMARK_LETTER_SPACE * size)
        self.canvas.translate(self._size.width / 2, self._size.height / 2)
        self.canvas.rotate(_WATERMARK_ANGLE)
        writer = WordWriter(self.canvas, 0.0, 0.0)
        writer.write([PlacedText(-width_of(text, style) / 2, 0.36 * size, text, style)])
        writer.finish()

    def _words(self, page: Page) -> None:
        words = (_lowered(text, y + text.baseline) for y, block in page for text in block.texts)
        groups = [list(group) for _element, group in groupby(words, key=lambda word: word.element)]
        writer = WordWriter(self.canvas, look.MARGIN, self._size.height)
        firsts = [group[0] for group in groups]
        for group, after in zip(groups, (*firsts[1:], None), strict=True):
            writer.write(group, self._tag(group[0].element, _AGAIN), after)
        lines = writer.finish()
        if lines:
            self._lines_beside_words(lines)

    def _lines_beside_words(self, lines: list[LineBeside]) -> None:
        with self._marked(_LAYOUT):
            for line in lines:
                self.canvas.setStrokeColor(line.colour)
                self.canvas.setLineWidth(line.thickness)
                self.canvas.line(line.x, line.y, line.x + line.width, line.y)

    def _header(self, number: int) -> None:
        """The header's own text and the meeting at the left, at the right what the page goes on with."""
        furniture = self._furniture
        right = "".join(furniture.running_heads[number - 1 : number])
        left = " \u00b7 ".join(text for text in (furniture.header_text, furniture.meeting) if text)
        if left or right:
            with self._marked(_HEADER):
                self._write(head_of_page(left, right, self._size.text_width, self._styles.footer))

    def _footer(self, number: int, count: int) -> None:
        """The version at the left, the zone in the middle, the page at the right; two lines when they would touch."""
        style = self._styles.footer
        page = say("Page {number} of {count}", number=number, count=count)
        page_width = width_of(page, style)
        room = self._size.text_width - page_width - _FOOTER_GAP
        left = shorten(self._furniture.version_note, style, room)
        middle = shorten(self._furniture.zone_note, style, room)
        left_width, middle_width = width_of(left, style), width_of(middle, style)
        gap = (self._size.text_width - left_width - middle_width - page_width) / 2
        on_one_line = gap >= _FOOTER_GAP
        words = [
            self._at_foot(0.0, 0, left),
            self._at_foot(*((left_width + gap, 0) if on_one_line else (0.0, 1)), middle),
            self._at_foot(self._size.text_width - page_width, 0, page),
        ]
        with self._marked(_FOOTER):
            self._rule(_FOOTER_RULE_Y, 0.75, look.LINE_COLOUR)
            self._write([word for word in words if word.text])

    def _write(self, words: list[PlacedText]) -> None:
        writer = WordWriter(self.canvas, look.MARGIN, self._size.height)
        writer.write(words)
        writer.finish()

    def _at_foot(self, x: float, line: int, text: str) -> PlacedText:
        baseline = self._size.height - _FOOTER_BASELINE + line * self._styles.length(_FOOTER_LEADING)
        return PlacedText(x, baseline, text, self._styles.footer)


def _lowered(text: PlacedText, baseline: float) -> PlacedText:
    """The text lower on its page."""
    return PlacedText(text.x, baseline, text.text, text.style, text.element, text.level)
