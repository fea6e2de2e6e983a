"""Puts blocks on pages: what stays together, what repeats, what may be split. Lengths are points, y grows downwards."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.export.structure import Element
from planner.export.text_layout import Colour, Style


class PlacedText(NamedTuple):
    """One line of text in one style; the baseline is measured from the top of its block.

    ``element`` is its place in the reading order, None for what is not read aloud; ``level`` its direction where the
    line has decided it (see bidi).
    """

    x: float
    baseline: float
    text: str
    style: Style
    element: Element | None = None
    level: int | None = None


class Box(NamedTuple):
    """A filled rectangle; ``top`` is measured from the top of its block. ``session_id``: what it stands for."""

    x: float
    top: float
    width: float
    height: float
    colour: Colour
    session_id: int | None = None


class Picture(NamedTuple):
    """A PNG or JPEG file's bytes in a rectangle; ``top`` as in Box."""

    data: bytes
    x: float
    top: float
    width: float
    height: float
    element: Element | None


class Mark(NamedTuple):
    """A bookmark within a block; ``top`` as in Box."""

    top: float
    title: str
    level: int


class Rule(NamedTuple):
    """A horizontal line over the whole width, at the foot of a block."""

    thickness: float
    colour: Colour


class Block(NamedTuple):
    """A strip of the page: its texts, its tint, the rule at its foot.

    ``session_id``: the session it is about; ``changed`` asks for a bar beside it; ``figure`` is what
    ``boxes`` belong to in the reading order; ``repeats`` what stood on the page before.
    """

    height: float
    texts: tuple[PlacedText, ...]
    foot: float = 0.0
    tint: Colour | None = None
    rule: Rule | None = None
    bookmark: str = ""
    bookmark_level: int = 0
    session_id: int | None = None
    changed: bool = False
    boxes: tuple[Box, ...] = ()
    figure: Element | None = None
    picture: Picture | None = None
    repeats: bool = False
    marks: tuple[Mark, ...] = ()

    def split(self, height: float) -> "tuple[Block, Block] | None":
        """The part that fits into ``height`` and the rest; None when not even one line fits."""
        upper = tuple(text for text in self.texts if text.baseline + self.foot <= height)
        lower = tuple(text for text in self.texts if text.baseline + self.foot > height)
        if not upper or not lower:
            return None
        used = max(text.baseline for text in upper) + self.foot
        lift = min(text.baseline for text in lower) - min(text.baseline for text in self.texts)
        lifted = tuple(text._replace(baseline=text.baseline - lift) for text in lower)
        boxes = tuple(box._replace(top=box.top - lift) for box in self.boxes if box.top >= used)
        return (
            self._replace(height=used, texts=upper, rule=None, boxes=self.boxes[: len(self.boxes) - len(boxes)]),
            self._replace(height=self.height - lift, texts=lifted, bookmark="", boxes=boxes, picture=None, marks=()),
        )

    def lowered(self, space: float) -> "Block":
        """The same strip, with more room above its texts."""
        texts = tuple(text._replace(baseline=text.baseline + space) for text in self.texts)
        return self._replace(height=self.height + space, texts=texts)

    def as_artifact(self) -> "Block":
        """The same strip again, for the eye alone."""
        texts = tuple(text._replace(element=None) for text in self.texts)
        return self._replace(texts=texts, bookmark="", session_id=None, repeats=True)


class Section(NamedTuple):
    """Rows under heads; ``heads_again`` stand above the rows that go on overleaf.

    ``least_rows``: how many of them keep the heads company at the foot of a page.
    """

    heads: tuple[Block, ...]
    heads_again: tuple[Block, ...]
    rows: tuple[Block, ...]
    space_before: float
    least_rows: int = 1


_LONG_ROW = 0.3
"""Of a page: where so much of it is left, a row that is longer is split, so that no page stays half empty."""

_LEAST_TO_BEGIN = 0.15
"""Of a page: with less left, a row longer than a page begins overleaf."""

_MOST_BESIDE_A_WIDOW = 0.12
"""Of a page: so much may be left empty so that a last row does not stand alone overleaf."""

Page = list[tuple[float, Block]]
"""Blocks with the y of their top edge."""


class PageFlow:
    """Fills pages between ``top`` and ``bottom``."""

    def __init__(self, top: float, bottom: float) -> None:
        self.top = top
        self.bottom = bottom
        self.pages: list[Page] = [[]]
        self._y = top

    def put_splitting(self, block: Block, heads_again: tuple[Block, ...] = ()) -> None:
        """A row stays whole when it is short or little of the page is left; otherwise it goes on overleaf."""
        if not self._fits(block.height) and self._is_kept_whole(block, heads_again):
            self._turn_page(heads_again)
        while not self._fits(block.height):
            parts = block.split(self.bottom - self._y)
            if parts is None:
                self._turn_page(heads_again)
            else:
                self._put(parts[0])
                self._turn_page(heads_again)
                block = parts[1]
        self._put(block)

    def _is_kept_whole(self, block: Block, heads_again: tuple[Block, ...]) -> bool:
        if block.height > self.page_height - _height(heads_again):
            return self.room < _LEAST_TO_BEGIN * self.page_height
        long = _LONG_ROW * self.page_height
        return block.height <= long or self.room < long

    def put_section(self, section: Section) -> None:
        """The heads never stand without their first rows, or a good part of them; no last row stands alone."""
        first = min(_height(section.rows[: section.least_rows]), _LONG_ROW * self.page_height)
        self._y += section.space_before if self.pages[-1] else 0.0
        if not self._fits(_height(section.heads) + first):
            self._turn_page(())
        for head in section.heads:
            self._put(head)
        for place, row in enumerate(section.rows):
            if place >= section.least_rows and self._leaves_a_widow(section.rows[place:]):
                self._turn_page(section.heads_again)
            self.put_splitting(row, section.heads_again)

    def _leaves_a_widow(self, rows: tuple[Block, ...]) -> bool:
        """Whether of these rows all but the last fit, and are the last but one and short."""
        if len(rows) != 2 or rows[0].height > _MOST_BESIDE_A_WIDOW * self.page_height:
            return False
        return self._fits(rows[0].height) and not self._fits(_height(rows)) and rows[1].height <= self.page_height / 2

    @property
    def page_height(self) -> float:
        """How much a whole page holds."""
        return self.bottom - self.top

    @property
    def room(self) -> float:
        """How much of the page is left."""
        return self.bottom - self._y

    def leave(self, space: float) -> None:
        """An empty strip, where something stands above it."""
        self._y += space if self.pages[-1] else 0.0

    def turn_page(self) -> None:
        """What follows begins on a new page."""
        if self.pages[-1]:
            self._turn_page(())

    def _fits(self, height: float) -> bool:
        return self._y + height <= self.bottom + 0.01

    def _put(self, block: Block) -> None:
        self.pages[-1].append((self._y, block))
        self._y += block.height

    def _turn_page(self, heads: tuple[Block, ...]) -> None:
        self.pages.append([])
        self._y = self.top
        for head in heads:
            self._put(head)


def _height(blocks: Iterable[Block]) -> float:
    return sum(block.height for block in blocks)
