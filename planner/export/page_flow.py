"""Puts blocks on pages: what stays together, what repeats, what may be split. Lengths are points, y grows downwards."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from planner.export.row_splitting import lines_that_stay
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
    ``boxes`` belong to in the reading order; ``repeats`` what stood on the page before. ``again`` makes what stands
    above its rest overleaf, for the eye alone; its height is how far down the rest moves.
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
    again: "Callable[[], Block] | None" = None

    def split(self, height: float) -> "tuple[Block, Block] | None":
        """The part that fits into ``height`` and the rest, below what stands there again; None when none fits well."""
        again = None if self.again is None else self.again()
        repeated = 0.0 if again is None else again.height
        lines = sorted({text.baseline for text in self.texts})
        cut = lines_that_stay(lines, height - self.foot, repeated)
        if not cut:
            return None
        upper = tuple(text for text in self.texts if text.baseline < lines[cut])
        lower = (text for text in self.texts if text.baseline >= lines[cut])
        used, lift = lines[cut - 1] + self.foot, lines[cut] - lines[0] - repeated
        lifted = tuple(text._replace(baseline=text.baseline - lift) for text in lower)
        above = (box for box in self.boxes if box.top <= lines[cut - 1])
        below = tuple(box._replace(top=box.top - lift) for box in self.boxes if box.top > lines[cut - 1])
        clipped = tuple(box._replace(height=min(box.height, height - box.top)) for box in above)
        return (
            self._replace(height=used, texts=upper, rule=None, boxes=clipped),
            self._replace(
                height=self.height - lift, texts=(*(again.texts if again else ()), *lifted), bookmark="", boxes=below,
                picture=None, marks=(),
            ),
        )  # fmt: skip

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

    ``least_rows``: how many of them keep the heads company at the foot of a page; ``together``: all, where they fit.
    """

    heads: tuple[Block, ...]
    heads_again: tuple[Block, ...]
    rows: tuple[Block, ...]
    space_before: float
    least_rows: int = 1
    together: bool = False


_MOST_LEFT_EMPTY = 0.5
"""Of a page: so much may stay empty so that a row that fits on a page is not split."""

_GOOD_PART = 0.3
"""Of a page: so much of its rows keeps a heading company, where they are higher."""

_LEAST_TO_BEGIN = 0.15
"""Of a page: with less left, a row longer than a page begins overleaf."""

_MOST_BESIDE_A_WIDOW = 0.3
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
        """A row stays whole, unless it is longer than a page or much of this one would stay empty for it."""
        if not self._fits(block.height) and self._is_kept_whole(block.height, _height(heads_again)):
            self._turn_page(heads_again)
        self._put_here(block, heads_again)

    def _put_here(self, block: Block, heads_again: tuple[Block, ...]) -> None:
        """A row begins on this page where some of it has room."""
        while not self._fits(block.height):
            parts = block.split(self.room)
            if parts is not None:
                self._put(parts[0])
                block = parts[1]
            elif len(self.pages[-1]) <= len(heads_again):
                break
            self._turn_page(heads_again)
        self._put(block)

    def _is_kept_whole(self, height: float, above: float) -> bool:
        """Whether what has no room here is to begin overleaf, below heads of a height of ``above``."""
        most = _MOST_LEFT_EMPTY if height <= self.page_height - above else _LEAST_TO_BEGIN
        return self.room <= most * self.page_height

    def put_section(self, section: Section) -> None:
        """The heads never stand without their first rows, or a good part of them; no last row stands alone."""
        self._y += section.space_before if self.pages[-1] else 0.0
        if not self._fits(self._beginning(section)):
            self._turn_page(())
        for head in section.heads:
            self._put(head)
        for place, row in enumerate(section.rows):
            if place and self._leaves_a_widow(section.rows[place:]):
                self._turn_page(section.heads_again)
            put = self.put_splitting if place else self._put_here
            put(row, section.heads_again)

    def _beginning(self, section: Section) -> float:
        """The height of the heads and of the rows that keep them company, the first one whole where that is kept."""
        heads, good = _height(section.heads), _GOOD_PART * self.page_height
        if section.together and self._is_kept_whole(heads + _height(section.rows), 0.0):
            return heads + _height(section.rows)
        first = heads + _height(section.rows[:1])
        several = heads + min(_height(section.rows[: section.least_rows]), good)
        return max(first, several) if self._is_kept_whole(first, 0.0) else several

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
