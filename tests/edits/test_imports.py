"""An import is one step: all rows at once, and one undo takes all of it back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from planner.document import Document
from planner.edits.imports import import_interests
from planner.edits.people import remove_entity
from planner.errors import RuleBroken
from planner.imports.headings import guess_columns
from planner.imports.proposal import Proposal
from planner.imports.proposing import propose
from tests.imports.files import ANSWERS, HEADINGS, Rows, sheet_of
from tests.meetings import EXAMPLIA, tables


def proposal(document: Document, rows: Rows = ANSWERS) -> Proposal:
    sheet = sheet_of(rows)
    return propose(document.agenda, sheet, guess_columns(sheet, document.agenda))


def test_all_rows_are_one_step(document: Document, doing: Callable[..., Any]) -> None:
    assert doing("Import 2 interests from answers.xlsx", import_interests, proposal(document)) == 2
    people = [(person.honorific, person.name, person.email) for person in document.agenda.people.values()]
    assert people == [
        ("Ms.", "Ann Alpha", "ann@example.org"), ("", "Ben Beta", ""), ("", "Cleo Gamma", "cleo@example.org"),
    ]  # fmt: skip


def test_a_correction_is_one_step(document: Document, doing: Callable[..., Any]) -> None:
    import_interests(document, proposal(document))
    corrected = proposal(
        document, [HEADINGS, ("Examplia", "Ann Alpha", "", "Speaker", "Closing", "2020-10-05"), ANSWERS[2]]
    )
    assert doing("Import 1 interest from answers.xlsx", import_interests, corrected) == 1


def test_one_undo_takes_all_of_it_back(document: Document) -> None:
    before = tables(document.path)
    import_interests(document, proposal(document))
    document.undo()
    assert tables(document.path) == before


def test_nothing_to_import_is_no_step(document: Document, no_step: Callable[..., None]) -> None:
    import_interests(document, proposal(document))
    no_step(import_interests, proposal(document))


def test_a_proposal_about_a_record_that_is_gone_is_refused(document: Document, refusal: Callable[..., str]) -> None:
    stale = proposal(document)
    remove_entity(document, EXAMPLIA)
    assert refusal(RuleBroken, import_interests, stale) == (
        "This is no longer in the meeting. Select something else, or undo."
    )


def test_characters_no_file_can_hold_are_left_out(document: Document, tmp_path: Path) -> None:
    import_interests(document, proposal(document, [HEADINGS, ("New\x00 Society", "Cleo Gamma", "", "", "RT 1", "")]))
    assert document.agenda.entities[3].name == "New Society"
