"""What was read of a file or of pasted text: its sheets, and what their columns are taken for."""

from dataclasses import dataclass

from planner.imports.columns import ColumnMap
from planner.imports.headings import guess_columns, likeliest_sheet
from planner.imports.remembering import remembered_fields
from planner.imports.tables import Sheet
from planner.models.agenda import Agenda


@dataclass(frozen=True, slots=True)
class Reading:
    """``likeliest`` is the place of the sheet to begin with."""

    sheets: tuple[Sheet, ...]
    columns: tuple[ColumnMap, ...]
    likeliest: int


def reading_of(agenda: Agenda, sheets: tuple[Sheet, ...]) -> Reading:
    """Columns as their headings were understood last time, else as guessed."""
    columns = tuple(_columns(agenda, sheet) for sheet in sheets)
    return Reading(sheets, columns, sheets.index(likeliest_sheet(sheets, agenda)))


def _columns(agenda: Agenda, sheet: Sheet) -> ColumnMap:
    guessed = guess_columns(sheet, agenda)
    return guess_columns(sheet, agenda, remembered=remembered_fields(guessed.headings))
