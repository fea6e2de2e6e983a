"""Which letters, and how many details, a grid of hours and days has room for. Lengths are points."""

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from planner.export.agenda_styles import styles_for
from planner.export.grid_layout import GridLayout
from planner.export.grid_lines import Form
from planner.export.look import LARGEST_FONT_SIZE, SMALLEST_FONT_SIZE, Look, Paper
from planner.export.page_flow import Block
from planner.export.paper_parts import TimeGrid
from planner.export.structure import Element

_LARGER_ON_A3 = 4
_A_LITTLE_SMALLER = 2
_SMALLEST_SIZE = 7.5
"""Of a title; names are then set in 6.6 points. Names are left out rather than set smaller."""

_MUCH_LARGER = 1.2
"""The most by which letters of blocks with much room are larger than those of the fullest."""

_EVEN, _LESS_EVEN, _UNEVEN, _LEAST_EVEN, _BY_WORDS = 0.6, 0.35, 0.15, 0.08, 0.0
"""The least share of its even part that an hour keeps, for sessions in which much is to be said."""


class _Try(NamedTuple):
    """All that a form says, in letters of a size; ``larger`` those of blocks that have room for them."""

    size: float
    share: float
    form: Form = Form.WHOLE
    larger: tuple[float, ...] = ()


def fitted_grid(grid: TimeGrid, width: float, height: float, chosen: Look, root: Element) -> tuple[Block, Block]:
    """Head and body: all details, in letters as chosen or smaller; else all names; else those that have room."""
    for one in _tries(_sizes(chosen)):
        element = Element("Sect")
        layout = _layout(grid, width, chosen, one, element)
        head = layout.head()
        body = layout.fitting(height - head.height, one.share, one.form)
        if body is not None:
            root.children.append(element)
            return head, body
    return _cut_grid(grid, width, height, chosen, root)


def _cut_grid(grid: TimeGrid, width: float, height: float, chosen: Look, root: Element) -> tuple[Block, Block]:
    """As many names as there is room for; where the titles alone have none, these in letters as small as they get."""
    smaller = range(int(_SMALLEST_SIZE), SMALLEST_FONT_SIZE - 1, -1)
    for one in (_smallest(_sizes(chosen)), *map(_Try, smaller, repeat(_BY_WORDS))):
        element = Element("Sect")
        layout = _layout(grid, width, chosen, one, element)
        head = layout.head()
        body = layout.cut(height - head.height)
        if body is not None:
            break
    root.children.append(element)
    return head, body or layout.tight()


def _sizes(chosen: Look) -> list[float]:
    """The chosen size, on A3 a larger one, and all smaller ones that can be read."""
    largest = min(chosen.font_size + (_LARGER_ON_A3 if chosen.paper is Paper.A3 else 0), LARGEST_FONT_SIZE)
    whole = [float(size) for size in range(largest, int(_SMALLEST_SIZE), -1)]
    return [*whole, _SMALLEST_SIZE] if whole else [float(largest)]


def _tries(sizes: Sequence[float]) -> Iterator[_Try]:
    """One size for all blocks first; then what every block has room for, with larger letters where there is more."""
    legible = sizes[: 1 + _A_LITTLE_SMALLER]
    yield from (_Try(size, share) for share in (_EVEN, _LESS_EVEN) for size in legible)
    for index, size in enumerate(sizes):
        yield _Try(size, _UNEVEN, larger=_larger(sizes[:index], size))
    smallest = _smallest(sizes)
    yield smallest._replace(share=_LEAST_EVEN)
    yield from (smallest._replace(share=share, form=Form.RUN_ON) for share in (_UNEVEN, _BY_WORDS))
    yield smallest._replace(form=Form.NAMES)


def _smallest(sizes: Sequence[float]) -> _Try:
    return _Try(sizes[-1], _BY_WORDS, larger=_larger(sizes[:-1], sizes[-1]))


def _larger(sizes: Sequence[float], size: float) -> tuple[float, ...]:
    return tuple(larger for larger in sizes if larger <= size * _MUCH_LARGER)


def _layout(grid: TimeGrid, width: float, chosen: Look, one: _Try, element: Element) -> GridLayout:
    larger = tuple(styles_for(chosen.accent, size) for size in one.larger)
    return GridLayout(grid, width, styles_for(chosen.accent, one.size), element, larger)
