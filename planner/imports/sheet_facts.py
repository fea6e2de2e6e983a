"""What the rows of an .xlsx sheet do not tell by their values: hidden rows, lines through them, formulas never counted.

openpyxl tells none of it while it streams; the sheet's XML is searched in pieces, without building it in memory.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace
from typing import Any
from zipfile import ZipFile

from planner.imports.tables import Sheet
from planner.wording import say_count, say_list

_ROW = re.compile(rb"<row\b([^>]*[^/>])>(.*?)</row>", re.DOTALL)
_NUMBER = re.compile(rb'\br="(\d{1,7})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_CELL = re.compile(rb"<c\b([^>]*[^/>])>(.*?)</c>", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3}\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d{1,6})"')
_VALUE = re.compile(rb"<v\b[^>/]*>[^<]|<is>|\bt=\"(?:e|str)\"[^>]*>.*<v", re.DOTALL)
_CHUNK_BYTES = 1_000_000
_LONGEST_ROW_BYTES = 4_000_000
_NAMED = 5


@dataclass(slots=True)
class SheetFacts:
    """Row numbers and addresses of cells as a spreadsheet shows them."""

    hidden_rows: list[int] = field(default_factory=list)
    struck_rows: set[int] = field(default_factory=set)
    uncounted: list[str] = field(default_factory=list)

    def marked(self, sheet: Sheet) -> Sheet:
        """The sheet with what is known of its rows."""
        rows = (replace(row, is_struck=True) if row.number in self.struck_rows else row for row in sheet.rows)
        return replace(sheet, rows=tuple(rows), remarks=(*sheet.remarks, *self._remarks()))

    def _remarks(self) -> Iterator[str]:
        """A sentence for each kind that there is."""
        if self.hidden_rows:
            yield say_count(
                "Row {rows} is hidden in the file; it is read like any other.",
                "{count} rows are hidden in the file, {rows} among them; they are read like all others.",
                len(self.hidden_rows),
                rows=say_list([str(number) for number in self.hidden_rows[:_NAMED]]),
            )
        if self.uncounted:
            yield say_count(
                "The formula in {cells} has no value. Open the file in a spreadsheet, save it, and import it again.",
                "{count} formulas have no value, {cells} among them. Open the file in a spreadsheet, save it, and"
                " import it again.",
                len(self.uncounted),
                cells=say_list(self.uncounted[:_NAMED]),
            )


def struck_styles(book: Any) -> frozenset[bytes]:
    """The numbers of the cell formats whose font has a line through it; openpyxl has no public way to them."""
    fonts = {number for number, font in enumerate(book._fonts) if font.strike}
    return frozenset(str(n).encode() for n, style in enumerate(book._cell_styles) if style.fontId in fonts)


def sheet_facts(archive: ZipFile, part: str, struck: Set[bytes]) -> SheetFacts:
    """Search one sheet's part of the archive; nothing is known of a sheet without one."""
    facts, kept = SheetFacts(), b""
    if not part:
        return facts
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            kept += chunk
            end = 0
            for row in _ROW.finditer(kept):
                _take_row(facts, row[1], row[2], struck)
                end = row.end()
            kept = kept[end:][-_LONGEST_ROW_BYTES:]
    return facts


def _take_row(facts: SheetFacts, attributes: bytes, content: bytes, struck: Set[bytes]) -> None:
    found = _NUMBER.search(attributes)
    if found is None:
        return
    number = int(found[1])
    if _HIDDEN.search(attributes) and _VALUE.search(content):
        facts.hidden_rows.append(number)
    if b"<f" in content:
        facts.uncounted += _uncounted(content)
    if struck and _is_struck(content, struck):
        facts.struck_rows.add(number)


def _uncounted(content: bytes) -> Iterator[str]:
    for cell in _CELL.finditer(content):
        place = _PLACE.search(cell[1])
        if place is not None and b"<f" in cell[2] and not _VALUE.search(cell[0]):
            yield place[1].decode()


def _is_struck(content: bytes, struck: Set[bytes]) -> bool:
    """Whether a line goes through all cells that hold something."""
    filled = [_STYLE.search(cell[1]) for cell in _CELL.finditer(content) if _VALUE.search(cell[2])]
    return bool(filled) and all(style is not None and style[1] in struck for style in filled)
