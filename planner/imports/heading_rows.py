"""Where the headings of a sheet stand: below a title, in one row or in two with groups above."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from planner.imports.tables import Sheet, SheetRow
from planner.wording import say

_SEARCHED_ROWS = 30
Recognise = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class HeadingRows:
    """Groups above and headings below, one text a column; ``first_row`` is the place of the first row of content."""

    groups: tuple[str, ...]
    names: tuple[str, ...]
    first_row: int

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands over each column: "Segments / RT 1" under a group, else the heading alone."""
        return tuple(self._heading(index) for index in range(len(self.names)))

    def _heading(self, index: int) -> str:
        upper, lower = self.upper(index), self.lower(index)
        return f"{upper} / {lower}" if upper and lower and upper != lower else upper or lower

    def upper(self, index: int) -> str:
        return self.groups[index] if index < len(self.groups) else ""

    def lower(self, index: int) -> str:
        return self.names[index]


def find_heading_rows(sheet: Sheet, recognise: Recognise) -> HeadingRows:
    """The row, or the two rows, of which most cells are known as headings; the first of several."""
    width = sheet.width
    candidates = list(_candidates(sheet, width, recognise))
    best = max(candidates, key=lambda pair: (pair[0], -pair[1].first_row), default=(0, HeadingRows((), (), 0)))
    return best[1]


def without_headings(sheet: Sheet) -> HeadingRows:
    """A sheet that begins with its content: columns are called by their letters."""
    names = (say("Column {letter}", letter=get_column_letter(number)) for number in range(1, sheet.width + 1))
    return HeadingRows((), tuple(names), 0)


def _candidates(sheet: Sheet, width: int, recognise: Recognise) -> Iterator[tuple[int, HeadingRows]]:
    searched = sheet.rows[:_SEARCHED_ROWS]
    for place, row in enumerate(searched):
        single = tuple(row.cell(index) for index in range(width))
        yield _score(single, recognise), HeadingRows((), single, place + 1)
        if place + 1 < len(searched) and _is_below(row, searched[place + 1], width):
            groups, names = _carried(single), tuple(searched[place + 1].cell(index) for index in range(width))
            own = sum(recognise(name) for name in set(names) if name and name not in single)
            below = {(group, name) for group, name in zip(groups, names, strict=True) if name}
            alone = {text for text, name in zip(single, names, strict=True) if text and not name}
            if own > 1:
                score = sum(recognise(name) for _group, name in below) + sum(map(recognise, alone))
                yield score, HeadingRows(groups, names, place + 2)


def _score(texts: tuple[str, ...], recognise: Recognise) -> int:
    """A text that stands over several columns counts once."""
    return sum(recognise(text) for text in set(texts) if text)


def _is_below(upper: SheetRow, lower: SheetRow, width: int) -> bool:
    """Whether a row has headings only under groups, or under nothing; one text alone is a title, no group."""
    texts = [upper.cell(index) for index in range(width)]
    if len(set(texts) - {""}) < 2:
        return False
    for index, text in enumerate(texts):
        below = lower.cell(index)
        alone = text and texts.count(text) == 1 and not _starts_group(texts, index)
        if below and below != text and alone:
            return False
    return True


def _starts_group(texts: list[str], index: int) -> bool:
    """Whether a heading is followed by blank ones, as the first cell of a merged group is."""
    return index + 1 < len(texts) and not texts[index + 1]


def _carried(texts: tuple[str, ...]) -> tuple[str, ...]:
    """A group stands over the blank cells at its right."""
    carried, last = [], ""
    for text in texts:
        last = text or last
        carried.append(last)
    return tuple(carried)
