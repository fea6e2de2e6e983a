"""What every reader makes of a file: rows of text cells with the numbers they have in the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that is not blank; ``number`` is the one a spreadsheet shows, from 1."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """The text of a column; empty beyond the last one."""
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The filled rows of one sheet; ``source`` is the file's name, ``title`` the sheet's, if it has one."""

    source: str
    title: str
    rows: tuple[SheetRow, ...]

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max((len(row.cells) for row in self.rows), default=0)


def make_sheet(source: str, title: str, numbered: Iterable[tuple[int, Sequence[str]]]) -> Sheet:
    """A sheet of (row number, cells): blank rows are left out, cells trimmed."""
    rows = (SheetRow(number, trimmed(cells)) for number, cells in numbered)
    return Sheet(source, title, tuple(row for row in rows if row.cells))


def trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Cells without space around them, and without empty ones at the end."""
    texts = [cell.replace("\xa0", " ").replace("\ufeff", "").strip() for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)
