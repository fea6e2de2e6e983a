"""How wide the columns of a table for Word are, in twips: by their shares, but no word is broken while room is left."""

from collections.abc import Iterator, Sequence
from itertools import chain

from planner.export.docx_xml import TWIPS_A_POINT
from planner.export.fonts import Face
from planner.export.no_breaks import Cut
from planner.export.paper_parts import Bullets, Emphasis, Paragraph, ParagraphRole, Runs, Table
from planner.export.text_layout import Style, longest_word, width_of

_SHORT_TEXT = 18
"""Characters: an hour with what follows it, or a telephone number, is not parted while there is room."""

CELL_MARGINS, _ROUNDING = 180, 20
_BESIDE_BULLETS = 12.0
"""Points."""

_MOST_OF_A_WORD = 0.4
"""Of the table's width: a longer word is broken rather than given more."""

_MOST_OF_ALL = 0.96
"""Of the table's width: where the longest words of all columns need more, some are cut at their signs."""


def column_widths(table: Table, width: int, text: Style, head: Style) -> list[int]:
    """The shares of ``width``; a column whose longest word needs more takes it from those that have room to spare."""
    shares = shared_out(width, [column.share for column in table.columns])
    for cut in Cut:
        needs = [_need(table, index, text, head, cut) for index in range(len(table.columns))]
        if sum(needs) <= _MOST_OF_ALL * width:
            return wide_enough(shares, needs)
    return wide_enough(shares, [min(need, round(_MOST_OF_A_WORD * width)) for need in needs])


def _need(table: Table, index: int, text: Style, head: Style, cut: Cut) -> int:
    """What a column needs so that no word of it is cut where it may not be."""
    heads = (longest_word(word, head) for word in table.columns[index].title.split())
    contents = chain.from_iterable(row.cells[index] for row in table.rows)
    cells = (width for content in contents for width in _widths(content, text, cut))
    return round(max((*heads, *cells), default=0.0) * TWIPS_A_POINT) + CELL_MARGINS + _ROUNDING


def _widths(content: Paragraph | Bullets, text: Style, cut: Cut) -> Iterator[float]:
    """Of each paragraph; what follows a label stands at some distance from it."""
    if isinstance(content, Bullets):
        yield from (_BESIDE_BULLETS + _least(runs, text, cut) for runs in content.items)
    else:
        is_bold = content.role is ParagraphRole.SMALL_HEADING
        yield _least(content.runs, text._replace(face=Face.BOLD) if is_bold else text, cut)


def _least(runs: Runs, style: Style, cut: Cut) -> float:
    """Of a text in a style, bold where any of its words are."""
    said = "".join(run.text for run in runs).replace("\t", " ")
    if any(run.emphasis is Emphasis.BOLD for run in runs):
        style = style._replace(face=Face.BOLD)
    if len(said) <= _SHORT_TEXT and cut is not Cut.ADDRESSES:
        return width_of(said, style)
    return longest_word(said, style, cut)


def wide_enough(widths: Sequence[int], needs: Sequence[int]) -> list[int]:
    """The same width in all, with what is too narrow widened at the cost of what has room to spare."""
    total = sum(widths)
    if sum(needs) > total:
        return shared_out(total, needs)
    wanted = [max(pair) for pair in zip(widths, needs, strict=True)]
    spare = [width - need for width, need in zip(wanted, needs, strict=True)]
    left = 1 - (sum(wanted) - total) / (sum(spare) or 1)
    return shared_out(total, [need + part * left for need, part in zip(needs, spare, strict=True)])


def shared_out(width: int, shares: Sequence[float]) -> list[int]:
    """Whole twips by share that add up to the width."""
    total = sum(shares) or 1.0
    ends = [round(width * sum(shares[: index + 1]) / total) for index in range(len(shares))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
