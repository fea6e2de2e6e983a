"""Interests from a file into a meeting, or only told: what the command line does with both."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.document import Document
from planner.errors import InputProblem
from planner.imports.fields import Field
from planner.imports.headings import guess_columns, likeliest_sheet
from planner.imports.proposal import Proposal
from planner.imports.proposing import propose
from planner.imports.reading import read_sheets
from planner.imports.remembering import remember_fields, remembered_fields
from planner.imports.tables import Sheet
from planner.models.file import read_agenda
from planner.wording import say

if TYPE_CHECKING:
    from planner.models.agenda import Agenda


def preview_interests(meeting: Path, table: Path, *, meanings: Sequence[str] = (), sheet_title: str = "") -> Proposal:
    """What an import would do; nothing is written. Raises FileProblem, ImportProblem, InputProblem."""
    return _propose(read_agenda(meeting), table, meanings, sheet_title)[0]


def import_interests_from(
    meeting: Path, table: Path, *, meanings: Sequence[str] = (), sheet_title: str = ""
) -> Proposal:
    """Import in one undoable step; returns what was done. Raises FileProblem, ImportProblem, InputProblem."""
    from planner.edits.imports import import_interests

    document = Document.open(meeting)
    try:
        proposal, fields = _propose(document.agenda, table, meanings, sheet_title)
        import_interests(document, proposal)
    finally:
        document.close()
    remember_fields(fields)
    return proposal


def _propose(
    agenda: "Agenda", table: Path, meanings: Sequence[str], sheet_title: str
) -> tuple[Proposal, dict[str, Field]]:
    given = dict(_meaning(text) for text in meanings)
    sheets = read_sheets(table)
    sheet = _sheet(sheets, sheet_title) if sheet_title else likeliest_sheet(sheets, agenda)
    guessed = guess_columns(sheet, agenda, given=given)
    columns = guess_columns(sheet, agenda, remembered=remembered_fields(guessed.headings), given=given)
    others = [other.title for other in sheets if other is not sheet]
    proposal = propose(agenda, sheet, columns, other_sheets=others)
    return proposal, {column.heading: column.field for column in columns.columns if column.heading}


def _meaning(text: str) -> tuple[str, Field]:
    """ "Institution=entity" -> the heading and its field."""
    heading, sign, word = text.rpartition("=")
    field = next((field for field in Field if field.value == word.strip().casefold()), None)
    if not sign or field is None:
        raise InputProblem(
            say(
                "“{text}” is no HEADING=FIELD. The fields are: {fields}.",
                text=text, fields=", ".join(field.value for field in Field),
            )
        )  # fmt: skip
    return heading.strip(), field


def _sheet(sheets: Sequence[Sheet], title: str) -> Sheet:
    found = next((sheet for sheet in sheets if sheet.title.casefold() == title.casefold()), None)
    if found is None:
        titles = ", ".join(sheet.title for sheet in sheets)
        raise InputProblem(
            say("There is no sheet “{title}” with rows. Choose one of: {titles}.", title=title, titles=titles)
        )
    return found
