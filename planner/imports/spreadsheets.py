"""Reads .xlsx files: values as they were last counted, no formula is run."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import ERROR_CODES

from planner.export.progress import Steps
from planner.imports.limits import SEEN_COLUMNS, check_rows
from planner.imports.merged import Merged, filled, merged_cells, sheet_parts
from planner.imports.sheet_facts import sheet_facts, struck_styles
from planner.imports.tables import Sheet, make_sheet, with_hidden

_BLANKS_BETWEEN_STEPS = 200


def read_workbook(path: Path, archive: ZipFile, steps: Steps) -> tuple[Sheet, ...]:
    """The visible sheets that are not empty. Raises ImportProblem, Cancelled."""
    with catch_warnings():
        # openpyxl tells of what it leaves out, such as drop-down lists; values are all that is wanted.
        simplefilter("ignore", UserWarning)
        with path.open("rb") as file, closing(load_workbook(file, read_only=True, data_only=True)) as book:
            merged, parts, struck = merged_cells(archive), sheet_parts(archive), struck_styles(book)
            sheets = tuple(
                sheet_facts(archive, parts.get(sheet.title, ""), struck).marked(
                    _sheet(path.name, sheet, merged.get(sheet.title, ()), steps)
                )
                for sheet in book.worksheets
                if sheet.sheet_state == "visible"
            )
            hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    return with_hidden(path.name, (sheet for sheet in sheets if sheet.rows), hidden)


def _sheet(source: str, sheet: Any, merged: tuple[Merged, ...], steps: Steps) -> Sheet:
    # A read-only sheet is unknown to openpyxl's types. The size that a file claims for itself may be wrong, or a trap.
    sheet.reset_dimensions()
    return make_sheet(source, sheet.title, filled(_numbered(source, sheet, steps), merged))


def _numbered(source: str, sheet: Any, steps: Steps) -> Iterator[tuple[int, list[str]]]:
    count = 0
    # Without a number of columns each row is as long as it is filled: openpyxl would add blanks to all of them.
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = row[:SEEN_COLUMNS]
        if number % _BLANKS_BETWEEN_STEPS == 0:
            steps.reach(count)
        if any(value is not None for value in cells):
            check_rows(source, count)
            count += 1
            yield number, [cell_text(value) for value in cells]


def cell_text(value: Any) -> str:
    """A value as text: 3.0 is "3", dates and times are ISO 8601, an error such as #REF! is nothing."""
    if value is None or value in ERROR_CODES:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
