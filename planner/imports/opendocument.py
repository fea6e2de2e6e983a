"""Reads .ods files, streaming: the values that stand in the cells, no formula is run.

odfpy would build the whole document in memory and could not be stopped meanwhile; the format of a cell is simple
(OASIS OpenDocument 1.2, part 1, 9.1).
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse

from planner.export.progress import Steps
from planner.imports.limits import SEEN_COLUMNS, check_rows
from planner.imports.merged import Merged, filled
from planner.imports.sheet_facts import SheetFacts
from planner.imports.spreadsheets import cell_text
from planner.imports.tables import Sheet, make_sheet, with_hidden

CONTENT = "content.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NUMBERS = frozenset({"float", "percentage", "currency"})
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_MOST_REPEATS = 1_000


def read_opendocument(path: Path, archive: ZipFile, steps: Steps) -> tuple[Sheet, ...]:
    """The sheets that are not empty. Raises ImportProblem, Cancelled."""
    with archive.open(CONTENT) as stream:
        reader = _Reader(path.name, steps)
        parser = iter(iterparse(stream, events=("start", "end")))
        for event, element in parser:
            if event == "start" and element.tag == f"{_TABLE}table":
                reader.start_table(element)
            elif event == "end":
                reader.end(element)
    return with_hidden(path.name, (sheet for sheet in reader.sheets if sheet.rows), reader.hidden)


class _Reader:
    """Collects rows as the parser passes them, and forgets the elements behind it."""

    def __init__(self, source: str, steps: Steps) -> None:
        self.sheets: list[Sheet] = []
        self._source, self._steps = source, steps
        self._count = 0
        self._title, self._number = "", 1
        self._rows: list[tuple[int, list[str]]] = []
        self._merged: list[Merged] = []
        self._hidden_styles: set[str] = set()
        self._is_hidden = False
        self.hidden: list[str] = []
        self._struck_styles: set[str] = set()
        self._facts = SheetFacts()

    def start_table(self, table: Element) -> None:
        self._title, self._number = table.get(f"{_TABLE}name", ""), 1
        self._rows, self._merged, self._facts = [], [], SheetFacts()
        self._is_hidden = table.get(f"{_TABLE}style-name", "") in self._hidden_styles

    def end(self, element: Element) -> None:
        if element.tag == f"{_TABLE}table-row":
            self._take_row(element)
            element.clear()
        elif element.tag == f"{_TABLE}table":
            self._take_table()
            element.clear()
        elif element.tag == f"{_STYLE}style":
            self._take_style(element)

    def _take_style(self, style: Element) -> None:
        name = style.get(f"{_STYLE}name", "")
        if any(part.get(f"{_TABLE}display") == "false" for part in style):
            self._hidden_styles.add(name)
        if any(part.get(f"{_STYLE}text-line-through-style", "none") != "none" for part in style):
            self._struck_styles.add(name)

    def _take_table(self) -> None:
        if self._is_hidden:
            self.hidden.append(self._title)
        else:
            sheet = make_sheet(self._source, self._title, filled(iter(self._rows), self._merged))
            self.sheets.append(self._facts.marked(sheet))

    def _take_row(self, row: Element) -> None:
        repeats = _count(row, "number-rows-repeated")
        cells = list(self._cells(row))
        if any(cells):
            for offset in range(repeats):
                check_rows(self._source, self._count)
                self._count += 1
                self._rows.append((self._number + offset, list(cells)))
            self._note_facts(row)
        self._number += repeats
        if self._number % 200 < repeats:
            self._steps.reach(self._count)

    def _cells(self, row: Element) -> Iterator[str]:
        column, blank = 1, 0
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            self._note_span(cell, column)
            repeats = min(_count(cell, "number-columns-repeated"), SEEN_COLUMNS + 1 - column)
            column += repeats
            text = _cell_text(cell)
            if text:
                yield from [""] * blank + [text] * repeats
            blank = 0 if text else blank + repeats

    def _note_facts(self, row: Element) -> None:
        if row.get(f"{_TABLE}visibility", "visible") != "visible":
            self._facts.hidden_rows.append(self._number)
        filled_cells = [cell for cell in row if cell.tag in _CELLS and _cell_text(cell)] if self._struck_styles else []
        if filled_cells and all(cell.get(f"{_TABLE}style-name", "") in self._struck_styles for cell in filled_cells):
            self._facts.struck_rows.add(self._number)

    def _note_span(self, cell: Element, column: int) -> None:
        rows, columns = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if rows * columns > 1 and rows <= _MOST_REPEATS:
            self._merged.append(Merged(column, self._number, column + columns - 1, self._number + rows - 1))


def _count(element: Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return max(1, int(text)) if text.isdecimal() else 1


def _cell_text(cell: Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00")
    if kind in _NUMBERS:
        return cell_text(float(cell.get(f"{_OFFICE}value", "0")))
    return "\n".join("".join(_spoken(paragraph)) for paragraph in cell.findall(f"{_TEXT}p"))


def _spoken(paragraph: Element) -> Iterator[str]:
    """The text of a paragraph; a run of spaces, a tab and a line break are elements of their own."""
    yield paragraph.text or ""
    for child in paragraph:
        if child.tag == f"{_TEXT}s":
            yield " "
        elif child.tag in (f"{_TEXT}line-break", f"{_TEXT}tab"):
            yield "\n"
        else:
            yield from _spoken(child)
        yield child.tail or ""
