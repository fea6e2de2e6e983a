"""Lists as workbooks: text is never a formula, heading rows stay in sight, and the same rows give the same bytes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from planner.export.fixed_zip import with_fixed_times
from planner.export.writing import write_whole

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int
Row = tuple[Value, ...]

_WIDEST = 60
_LONGEST_TITLE = 31
_NOT_IN_A_TITLE = re.compile(r"[\\*?:/\[\]]")
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r"}
"""What the XML of a workbook cannot hold."""

_NO_DATE = datetime(2000, 1, 1)
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class List:
    """One sheet: the first row holds the headings; ``frozen_columns`` stay in sight too."""

    title: str
    rows: Sequence[Row]
    frozen_columns: int = 0


def workbook_bytes(lists: Sequence[List]) -> bytes:
    """The whole file."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for each in lists:
        _fill(book.create_sheet(_sheet_title(each.title)), each)
    return _saved(book)


def write_workbook(path: Path, lists: Sequence[List]) -> None:
    """Writes the file, whole or not at all. Raises FileProblem."""
    data = workbook_bytes(lists)

    def make(temporary: Path) -> None:
        temporary.write_bytes(data)

    write_whole(path, make)


def _sheet_title(text: str) -> str:
    return _NOT_IN_A_TITLE.sub(" ", text).strip("' ")[:_LONGEST_TITLE]


def _fill(sheet: "Worksheet", each: List) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for row_number, row in enumerate(each.rows, start=1):
        for column_number, value in enumerate(row, start=1):
            if value != "":
                _put(sheet.cell(row_number, column_number), value)
    for column_number, values in enumerate(zip(*each.rows, strict=True), start=1):
        sheet.cell(1, column_number).font = Font(bold=True)
        width = min(max(len(str(value)) for value in values) + 2, _WIDEST)
        sheet.column_dimensions[get_column_letter(column_number)].width = width
    sheet.freeze_panes = f"{get_column_letter(each.frozen_columns + 1)}2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(cell: "Cell | MergedCell", value: Value) -> None:
    if isinstance(value, int):
        cell.value = value
    else:
        cell.value = value.translate(_CONTROLS)
        cell.data_type = "s"
        cell.number_format = "@"


def _saved(book: "Workbook") -> bytes:
    """openpyxl writes the hour of saving: that of no clock is put in its place."""
    book.properties.created = _NO_DATE
    written = BytesIO()
    book.save(written)
    stamp = _NO_DATE.isoformat().encode()
    return with_fixed_times(written.getvalue(), {_CORE: lambda core: _MODIFIED.sub(rb"\g<1>" + stamp + b"Z", core)})
