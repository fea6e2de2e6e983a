"""How wide the columns of a table are: by their shares, but none so narrow that its words break. Lengths are points."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from planner.export.agenda_styles import Styles
from planner.export.content_layout import TextStyles, cell_text, emphasized
from planner.export.no_breaks import Cut
from planner.export.paper_parts import Bullets, Paragraph, Table
from planner.export.text_layout import longest_word

_MOST_OF_A_WORD = 0.4
"""Of the table's width: a longer word is broken rather than given more."""

_MOST_OF_ALL = 0.9
"""Of the table's width: where the longest words of all columns need more, some are cut at their signs."""

_BESIDE_NUMBERS = 14.0
_ROUNDING = 0.1


def column_widths(table: Table, width: float, padding: float, styles: Styles) -> list[float]:
    """The shares of ``width``; a column whose longest word needs more takes it from those that have some to spare."""
    whole = sum(column.share for column in table.columns) or 1.0
    shares = [width * column.share / whole for column in table.columns]
    beside = 2 * padding + _ROUNDING
    for cut in Cut:
        needs = [need + beside for need in _needs(table, styles, cut)]
        if sum(needs) <= _MOST_OF_ALL * width:
            return fitted_widths(shares, needs)
    return fitted_widths(shares, [min(need, _MOST_OF_A_WORD * width) for need in needs])


def fitted_widths(shares: Sequence[float], needs: Sequence[float]) -> list[float]:
    """``shares`` with each at least what it needs, as far as all together allow; their sum stays the same."""
    whole = sum(shares)
    if sum(needs) >= whole:
        return [need * whole / sum(needs) for need in needs]
    missing = sum(max(need - share, 0.0) for share, need in zip(shares, needs, strict=True))
    spare = sum(max(share - need, 0.0) for share, need in zip(shares, needs, strict=True)) or 1.0
    kept = 1.0 - missing / spare
    return [need + max(share - need, 0.0) * kept for share, need in zip(shares, needs, strict=True)]


def _needs(table: Table, styles: Styles, cut: Cut) -> list[float]:
    text = cell_text(styles)
    needs = [longest_word(column.title, styles.head) for column in table.columns]
    for row in table.rows:
        for index, contents in enumerate(row.cells[: len(needs)]):
            needs[index] = max([needs[index], *_widths(contents, text, cut)])
    return needs


def _widths(contents: Iterable[Paragraph | Bullets], text: TextStyles, cut: Cut) -> Iterator[float]:
    for content in contents:
        if isinstance(content, Paragraph):
            style, beside, runs = text.of(content.role), 0.0, content.runs
        else:
            style, beside, runs = text.body, _BESIDE_NUMBERS, tuple(chain.from_iterable(content.items))
        for run in runs:
            yield longest_word(run.text, emphasized(style, run.emphasis, text.accent), cut) + beside
