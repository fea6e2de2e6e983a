"""Which letters, and how many details, a grid of hours and days has room for. Lengths are points."""

from planner.export.agenda_styles import styles_for
from planner.export.grid_layout import GridLayout
from planner.export.look import LARGEST_FONT_SIZE, SMALLEST_FONT_SIZE, Look, Paper
from planner.export.page_flow import Block
from planner.export.paper_parts import TimeGrid
from planner.export.structure import Element

_LARGER_ON_A3 = 4
_A_LITTLE_SMALLER = 2
_EVEN = 0.6
_LESS_EVEN = 0.35
"""The least share of its even part that an hour keeps, for sessions in which much is to be said."""


def fitted_grid(grid: TimeGrid, width: float, height: float, chosen: Look, root: Element) -> tuple[Block, Block]:
    """Head and body: all details in letters as chosen, or a little smaller; else fewer details; else small letters."""
    largest = min(chosen.font_size + (_LARGER_ON_A3 if chosen.paper is Paper.A3 else 0), LARGEST_FONT_SIZE)
    sizes = range(max(largest, SMALLEST_FONT_SIZE), SMALLEST_FONT_SIZE - 1, -1)
    legible = sizes[: 1 + _A_LITTLE_SMALLER]
    wholly = [(size, True, share) for share in (_EVEN, _LESS_EVEN) for size in legible]
    shortened = [(size, False, _LESS_EVEN) for size in sizes[len(legible) - 1 :]] + [(sizes[-1], False, 0.0)]
    for size, whole, share in (*wholly, *shortened):
        element = Element("Sect")
        layout = GridLayout(grid, width, styles_for(chosen.accent, size), element)
        head = layout.head()
        fit = layout.fitting if whole else layout.shortened
        body = fit(height - head.height, share)
        if body is not None:
            root.children.append(element)
            return head, body
    layout = GridLayout(grid, width, styles_for(chosen.accent, SMALLEST_FONT_SIZE), root.add("Sect"))
    return layout.head(), layout.tight()
