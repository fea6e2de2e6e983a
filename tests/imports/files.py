"""Awkward files for tests, made on the spot."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties, TextProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

from planner.imports.tables import Sheet, make_sheet

Rows = Sequence[Sequence[Any]]

HEADINGS = ("Entity", "Name", "E-mail", "Role", "Segments", "Date received")
ANSWERS: Rows = (
    HEADINGS,
    ("Examplia", "Ms. Ann Alpha", "ann@example.org", "Speaker", "RT 1, RT 2", "2020-10-05"),
    ("New Society", "Cleo GAMMA", "cleo@example.org", "Moderator", "Opening", "5 October 2020"),
)


def sheet_of(rows: Rows, source: str = "answers.xlsx") -> Sheet:
    """A sheet as a reader would make it."""
    return make_sheet(source, "", ((number, [str(cell) for cell in row]) for number, row in enumerate(rows, start=1)))


def write_xlsx(
    path: Path,
    rows: Rows,
    *,
    merged: Sequence[str] = (),
    further: dict[str, Rows] | None = None,
    hidden: Sequence[str] = (),
) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    for title, more in (further or {}).items():
        other = book.create_sheet(title)
        for row in more:
            other.append(list(row))
    for title in hidden:
        book[title].sheet_state = "hidden"
    book.save(path)
    return path


def write_ods(
    path: Path,
    rows: Rows,
    *,
    hidden: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    struck_rows: Sequence[int] = (),
) -> Path:
    """Each text in a cell; an empty text is a run of covered cells, None an empty row; hidden sheets hold a word."""
    document = OpenDocumentSpreadsheet()
    if hidden:
        style = Style(name="ta2", family="table")
        style.addElement(TableProperties(display="false"))
        document.automaticstyles.addElement(style)
    for title in hidden:
        cell, line, sheet = TableCell(valuetype="string"), TableRow(), Table(name=title, stylename="ta2")
        cell.addElement(P(text="Entity"))
        line.addElement(cell)
        sheet.addElement(line)
        document.spreadsheet.addElement(sheet)
    table = Table(name="Answers")
    struck = Style(name="ce2", family="table-cell")
    struck.addElement(TextProperties(textlinethroughstyle="solid"))
    document.automaticstyles.addElement(struck)
    for number, row in enumerate(rows, start=1):
        line = TableRow(visibility="filter") if number in hidden_rows else TableRow()
        style = {"stylename": struck} if number in struck_rows else {}
        for text in row:
            cell = TableCell(valuetype="string", **style) if text else CoveredTableCell()
            if text:
                cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    table.addElement(TableRow(numberrowsrepeated=1_000_000))
    document.spreadsheet.addElement(table)
    document.save(str(path))
    return path


def write_csv(path: Path, rows: Rows, *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    lines = [delimiter.join(f'"{cell}"' if delimiter in str(cell) else str(cell) for cell in row) for row in rows]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def write_zip_bomb(path: Path) -> Path:
    """A workbook whose sheet is 300 MB of spaces, in some 300 kB."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _megabyte in range(300):
                part.write(b" " * 1_000_000)
    return path
