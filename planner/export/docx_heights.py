"""About how high texts and rows will be in Word, which alone knows: so it is told what to keep together. In points."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from planner.export.docx_widths import CELL_MARGINS
from planner.export.docx_xml import TWIPS_A_POINT
from planner.export.paper_parts import Bullets, Paragraph, Row, Runs
from planner.export.text_layout import Style, width_of

_LEADING = 1.36
"""Of Noto Sans, in sizes of its letters."""

_RAGGED = 1.08
"""A text takes so much more room than its words, since lines end before the column does."""

_LABEL_LETTERS = 6.6
"""Where the text beside a label begins, in sizes of its letters."""

_BELOW_TEXT, _AROUND_ROW = 1.5, 6.0

_MOST_WHOLE = 1 / 2
"""Of a page: a higher row may be split, so that none leaves a page half empty or runs beyond one."""

_MOST_AT_START = 1 / 4
"""Of a page: the first two rows are not parted when they are no higher together."""

_MOST_BESIDE_A_WIDOW = 0.12
"""Of a page: a last row takes one no higher along rather than stand alone overleaf."""


class Keeping(NamedTuple):
    """Whether a row stays in one piece, and on the page of the next."""

    whole: bool
    with_next: bool


def text_height(runs: Runs, style: Style, width: float) -> float:
    """A paragraph in a column of that width."""
    texts = "".join(run.text for run in runs).split("\n")
    room = max(width, style.size)
    lines = sum(max(ceil(width_of(text, style) * _RAGGED / room), 1) for text in texts)
    return lines * style.size * _LEADING + _BELOW_TEXT


def row_height(row: Row, style: Style, widths: Sequence[int]) -> float:
    """Of its highest cell; ``widths`` are those of the columns in twips."""
    rooms = ((width - CELL_MARGINS) / TWIPS_A_POINT for width in widths)
    cells = (
        sum(_content_height(content, style, room) for content in contents)
        for contents, room in zip(row.cells, rooms, strict=True)
    )
    return max(cells, default=0.0) + _AROUND_ROW


def _content_height(content: Paragraph | Bullets, style: Style, room: float) -> float:
    if isinstance(content, Bullets):
        return sum(text_height(runs, style, room - 2 * style.size) for runs in content.items)
    if content.runs and content.runs[0].text.endswith("\t"):
        return text_height(content.runs[1:], style, room - _LABEL_LETTERS * style.size)
    return text_height(content.runs, style, room)


def keeping(heights: Sequence[float], page_height: float) -> list[Keeping]:
    """What is asked of each row of a table: no first and no last one stands alone while rows are short."""
    whole = [height <= _MOST_WHOLE * page_height for height in heights]
    kept = [False] * len(heights)
    if len(heights) > 1:
        kept[0] = sum(heights[:2]) <= _MOST_AT_START * page_height
        kept[-2] |= heights[-2] <= _MOST_BESIDE_A_WIDOW * page_height and whole[-1]
    return [Keeping(*each) for each in zip(whole, kept, strict=True)]
