"""Which letters, and how many details, a grid of hours and days has room for. Lengths are points."""

from planner.export.agenda_styles import styles_for
from planner.export.grid_layout import GridLayout
from planner.export.look import LARGEST_FONT_SIZE, SMALLEST_FONT_SIZE, Look, Paper
from planner.export.page_flow import Block
from planner.export.paper_parts import TimeGrid
from planner.export.structure import Element

_LARGER_ON_A3 = 4
_ALL_DETAILS = 1 << 30


def fitted_grid(grid: TimeGrid, width: float, height: float, chosen: Look, root: Element) -> tuple[Block, Block]:
    """Head and body: all details in letters as chosen, or a little smaller; else fewer details; else small letters."""
    largest = min(chosen.font_size + (_LARGER_ON_A3 if chosen.paper is Paper.A3 else 0), LARGEST_FONT_SIZE)
    sizes = range(max(largest, SMALLEST_FONT_SIZE), SMALLEST_FONT_SIZE - 1, -1)
    tries = [(size, _ALL_DETAILS) for size in sizes[:3]] + [(size, 1) for size in sizes] + [(size, 0) for size in sizes]
    for size, least_details in tries:
        element = Element("Sect")
        layout = GridLayout(grid, width, styles_for(chosen.accent, size), element)
        head = layout.head()
        body = layout.fitting(height - head.height, least_details)
        if body is not None:
            root.children.append(element)
            return head, body
    layout = GridLayout(grid, width, styles_for(chosen.accent, SMALLEST_FONT_SIZE), root.add("Sect"))
    return layout.head(), layout.tight()
