"""What every reader makes of a file: rows of text cells with the numbers they have in the file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from openpyxl.utils import get_column_letter

from planner.errors import ImportProblem
from planner.imports.limits import MOST_COLUMNS
from planner.wording import say, say_count, say_list


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that is not blank; ``number`` is the one a spreadsheet shows, from 1.

    ``is_struck``: a line goes through all of it, as organisers mark what was withdrawn.
    """

    number: int
    cells: tuple[str, ...]
    is_struck: bool = False

    def cell(self, index: int) -> str:
        """The text of a column; empty beyond the last one."""
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The filled rows of one sheet; ``source`` is the file's name, ``title`` the sheet's, if it has one.

    ``remarks`` are sentences about what of the file is not in the rows.
    """

    source: str
    title: str
    rows: tuple[SheetRow, ...]
    remarks: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max((len(row.cells) for row in self.rows), default=0)


def make_sheet(source: str, title: str, numbered: Iterable[tuple[int, Sequence[str]]]) -> Sheet:
    """A sheet of (row number, cells): blank rows are left out, cells trimmed, columns beyond the last one told."""
    rows: list[SheetRow] = []
    wide = []
    for number, cells in numbered:
        row = SheetRow(number, trimmed(cells[:MOST_COLUMNS]))
        if row.cells:
            rows.append(row)
        if any(map(str.strip, cells[MOST_COLUMNS:])):
            wide.append(number)
    return Sheet(source, title, tuple(rows), tuple(_too_wide(wide)))


def _too_wide(numbers: Sequence[int]) -> Iterator[str]:
    """Tells of cells beyond the last column that is read."""
    if numbers:
        yield say_count(
            "Row {first} goes on beyond column {column}, which is the last one read.",
            "{count} rows, the first of them row {first}, go on beyond column {column}, which is the last one read.",
            len(numbers),
            first=numbers[0],
            column=get_column_letter(MOST_COLUMNS),
        )


def trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Cells without space around them, and without empty ones at the end."""
    texts = [cell.replace("\xa0", " ").replace("\ufeff", "").strip() for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def with_hidden(source: str, sheets: Iterable[Sheet], hidden: Sequence[str]) -> tuple[Sheet, ...]:
    """Sheets that tell which others of their file are hidden, and so not read.

    Raises ImportProblem when no other one holds anything.
    """
    visible = tuple(sheets)
    if not hidden:
        return visible
    titles = say_list([say("“{title}”", title=title) for title in hidden])
    if not visible:
        raise ImportProblem(
            say(
                "Only hidden sheets of “{name}” hold anything: {titles}. Show them in the spreadsheet, save it, and"
                " import it again.",
                name=source,
                titles=titles,
            )
        )
    told = say_count(
        "The hidden sheet {titles} was not read.",
        "The hidden sheets {titles} were not read.",
        len(hidden),
        titles=titles,
    )
    return tuple(replace(sheet, remarks=(*sheet.remarks, told)) for sheet in visible)
