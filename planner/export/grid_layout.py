"""Sets a grid of hours and days: one block for its head, one for all below. Lengths are points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from planner.export import agenda_styles as look
from planner.export.agenda_styles import Styles
from planner.export.grid_lanes import Lane, lanes_of
from planner.export.grid_lines import BlockLines, Form, Lines
from planner.export.grid_scale import HourScale, Need, fitting_scale, tight_scale
from planner.export.page_flow import Block, Box, Mark, PlacedText, Rule
from planner.export.paper_parts import GridBlock, TimeGrid, Tone
from planner.export.placing import stacked
from planner.export.structure import Element
from planner.export.text_layout import Colour, Run, width_of, wrap

_HEAD_BASELINE, _HEAD_LEADING = 12.0, 8.6
_AXIS_GAP = 10.0
_COLUMN_GAP = 6.0
_BETWEEN = 1.5
_STRIP = 2.5
_INSET = 6.0
_FIRST_BASELINE, _LEADING, _FOOT = 10.0, 11.0, 4.0
_LINE = 0.5
_ROUNDING = 0.05
_STRONG_SHARE = 0.07


@dataclass(frozen=True, slots=True)
class _Set:
    """A block where it stands, with its lines."""

    block: GridBlock
    x: float
    width: float
    lines: BlockLines


class GridLayout:
    """Lays out one grid in a width; ``larger`` are letters for sessions that have room for them, largest first."""

    def __init__(
        self, grid: TimeGrid, width: float, styles: Styles, root: Element, larger: Sequence[Styles] = ()
    ) -> None:
        self._grid = grid
        self._width = width
        self._styles = styles
        self._letters = (*larger, styles)
        self._headings = [root.add("Sect") for _column in grid.columns]
        self._axis_widths = [self._axis_width(index) for index in range(len(grid.axes))]
        self._left = sum(self._axis_widths)
        self._pitch = (width - self._left + _COLUMN_GAP) / max(len(grid.columns), 1)
        self._column_width = self._pitch - _COLUMN_GAP
        minutes = {minute for block in grid.blocks for minute in (block.start_minute, block.end_minute)}
        self._edges = sorted(minutes)
        self._set = [self._set_block(block, lane) for block, lane in lanes_of(grid.blocks)]

    def _axis_width(self, index: int) -> float:
        styles = self._styles
        labels = [width_of(tick.labels[index], styles.local) for tick in self._grid.ticks]
        words = [width_of(word, styles.head) for word in self._grid.axes[index].split()]
        return max([0.0, *words, *labels]) + styles.length(_AXIS_GAP)

    def head(self) -> Block:
        """The names of the clocks, and of the days."""
        styles, texts, x = self._styles, list[PlacedText](), 0.0
        first, leading = styles.length(_HEAD_BASELINE), styles.length(_HEAD_LEADING)
        for axis, width in zip(self._grid.axes, self._axis_widths, strict=True):
            texts += stacked(wrap((Run(axis, styles.head),), width - styles.length(_AXIS_GAP) + 0.1), x, first, leading)
            x += width
        for index, title in enumerate(self._grid.columns):
            element = self._headings[index].add("H2")
            lines = wrap((Run(title, styles.small),), self._column_width)
            texts += stacked(lines, self._x_of(index), first, styles.length(_LEADING), element)
        foot = styles.length(5.0)
        height = max((text.baseline for text in texts), default=first) + foot
        return Block(height, tuple(texts), foot=foot, rule=Rule(0.75, look.LINE_COLOUR))

    def fitting(self, height: float, least_share: float, form: Form = Form.WHOLE) -> Block | None:
        """All lines of all blocks in ``height``, else None; ``least_share``: see fitting_scale."""
        counts = [len(one.lines.all(self._styles, form)) for one in self._set]
        scale = fitting_scale(self._needs(counts), self._edges, height, least_share)
        return None if scale is None else self._drawn(scale)

    def cut(self, height: float) -> Block | None:
        """As many names as there is room for, each block for itself; None when not even the titles have room."""
        counts = [len(one.lines.all(self._styles, Form.NAMES)) for one in self._set]
        titles = self._title_counts()
        for most in range(max(counts, default=0), 0, -1):
            some = [max(title, min(count, most)) for title, count in zip(titles, counts, strict=True)]
            scale = fitting_scale(self._needs(some), self._edges, height, 0.0)
            if scale is not None:
                return self._drawn(scale)
        return None

    def tight(self) -> Block:
        """Titles alone, as low as they go."""
        return self._drawn(tight_scale(self._needs(self._title_counts()), self._edges))

    def _x_of(self, column: int) -> float:
        return self._left + column * self._pitch

    def _set_block(self, block: GridBlock, lane: Lane) -> _Set:
        width = (self._column_width + _BETWEEN) / lane.lanes
        return _Set(block, self._x_of(block.column) + lane.number * width, width, BlockLines(block, width - 2 * _INSET))

    def _title_counts(self) -> list[int]:
        return [len(one.lines.title(self._styles)) for one in self._set]

    def _needs(self, counts: Sequence[int]) -> list[Need]:
        """Each block needs so many lines in the smallest letters."""
        return [
            Need(one.block.start_minute, one.block.end_minute, _height(count, self._styles))
            for one, count in zip(self._set, counts, strict=True)
        ]

    def _drawn(self, scale: HourScale) -> Block:
        boxes, texts = [*self._lines(scale)], [*self._labels(scale)]
        for one in self._set:
            boxes += self._boxes(one, scale)
            texts += self._texts(one, scale)
        return Block(scale.height, tuple(texts), boxes=tuple(boxes), marks=tuple(self._marks(scale)))

    def _lines(self, scale: HourScale) -> Iterator[Box]:
        """The hours across each day; nothing stands between the days."""
        for tick in self._grid.ticks:
            for column in range(len(self._grid.columns)):
                yield Box(self._x_of(column), scale.y(tick.minute), self._column_width, _LINE, look.HAIRLINE_COLOUR)

    def _marks(self, scale: HourScale) -> Iterator[Mark]:
        """A bookmark a day, below it one a session."""
        for column, title in enumerate(self._grid.columns):
            yield Mark(0.0, title, 0)
            for one in self._set:
                if one.block.column == column and one.block.bookmark:
                    yield Mark(scale.y(one.block.start_minute), one.block.bookmark, 1)

    def _labels(self, scale: HourScale) -> Iterator[PlacedText]:
        """The hours; one that would touch the one above is not said."""
        last, style, drop = -1000.0, self._styles.local, self._styles.length(_FIRST_BASELINE)
        for tick in self._grid.ticks:
            y, x = scale.y(tick.minute), 0.0
            if y - last >= style.size * 1.2 and y + drop <= scale.height:
                for label, width in zip(tick.labels, self._axis_widths, strict=True):
                    yield PlacedText(x, y + drop, label, style)
                    x += width
                last = y

    def _boxes(self, one: _Set, scale: HourScale) -> Iterator[Box]:
        top = scale.y(one.block.start_minute)
        height = scale.y(one.block.end_minute) - top - _BETWEEN
        strong = one.block.tone is Tone.STRONG
        accent = self._styles.accent if strong else look.LINE_COLOUR
        fill = _fill(one.block.tone, self._styles.accent)
        yield Box(one.x, top + _LINE, one.width - _BETWEEN, height, fill, one.block.session_id)
        if one.block.tone is not Tone.SOFT:
            yield Box(one.x, top + _LINE, _STRIP, height, accent)

    def _texts(self, one: _Set, scale: HourScale) -> Iterator[PlacedText]:
        element = self._headings[one.block.column].add("P")
        top = scale.y(one.block.start_minute)
        styles, lines = self._said(one, scale.y(one.block.end_minute) - top + _ROUNDING)
        first, leading = styles.length(_FIRST_BASELINE), styles.length(_LEADING)
        return stacked(lines, one.x + _INSET, top + first, leading, element)

    def _said(self, one: _Set, room: float) -> tuple[Styles, Lines]:
        """As much as there is room for, in the largest letters that leave room for it."""
        letters = self._letters if one.block.tone is Tone.STRONG else (self._styles,)
        for form in Form:
            for styles in letters:
                lines = one.lines.all(styles, form)
                if _height(len(lines), styles) <= room:
                    return styles, lines
        most = 1 + int((room - _height(1, self._styles)) // self._styles.length(_LEADING))
        return self._styles, one.lines.cut(self._styles, most)


def _height(lines: int, styles: Styles) -> float:
    """Of a block of so many lines."""
    return styles.length(_FIRST_BASELINE + (lines - 1) * _LEADING + _FOOT) + _BETWEEN


@lru_cache(maxsize=64)
def _fill(tone: Tone, accent: Colour) -> Colour:
    """A session is tinted with the accent, a break grey; a reserve is white."""
    if tone is Tone.SOFT:
        return look.TINT
    share = _STRONG_SHARE if tone is Tone.STRONG else 0.0
    red, green, blue = (1.0 - share * (1.0 - part) for part in accent)
    return red, green, blue
