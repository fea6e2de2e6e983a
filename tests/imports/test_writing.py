"""Imports of many rows: one step, all of it or nothing."""

import threading

import pytest

from planner.document import Document
from planner.edits.imports import import_interests
from planner.export.progress import Cancelled
from planner.models.file import read_agenda
from planner.models.kinds import Role
from tests.imports.conftest import Propose
from tests.imports.files import HEADINGS, Rows
from tests.meetings import ALPHA, BETA

MANY = 2_500


def many_rows(role: str = "Speaker") -> Rows:
    rows = ((f"Society {n // 5}", f"Person{n} Sample{n}", f"p{n}@example.org", role, "RT 1", "") for n in range(MANY))
    return [HEADINGS, *rows]


def test_many_rows_are_written_and_read_back_alike(take: Propose, document: Document) -> None:
    take(many_rows())
    agenda = document.agenda
    assert (len(agenda.entities), len(agenda.people), len(agenda.interests)) == (502, MANY + 2, MANY)
    assert [wish.role for wish in agenda.wishes.values()] == [Role.SPEAKER] * MANY
    assert read_agenda(document.path) == agenda


def test_many_rows_are_one_step(take: Propose, document: Document) -> None:
    before = document.agenda
    take(many_rows())
    after = document.agenda
    document.undo()
    assert document.agenda == before
    document.redo()
    assert document.agenda == after


def test_new_rows_take_no_number_that_was_given_before(take: Propose, document: Document) -> None:
    take([HEADINGS, ("New Society", "Cleo Gamma", "", "Speaker", "RT 1", "")])
    document.undo()
    take([HEADINGS, ("Other Society", "Dan Delta", "", "Speaker", "RT 1", "")])
    assert list(document.agenda.people) == [ALPHA, BETA, 4]


def test_many_corrections_update_the_same_records(take: Propose, document: Document) -> None:
    take(many_rows())
    take(many_rows("Moderator"))
    agenda = document.agenda
    assert (len(agenda.people), len(agenda.interests), len(agenda.wishes)) == (MANY + 2, MANY, MANY)
    assert {wish.role for wish in agenda.wishes.values()} == {Role.MODERATOR}
    assert read_agenda(document.path) == agenda


def test_writing_reports_and_a_stop_leaves_no_trace(preview: Propose, document: Document) -> None:
    proposal, before, content = preview(many_rows()), document.agenda, document.path.read_bytes()
    told: list[tuple[int, int]] = []
    cancel = threading.Event()

    def report(done: int, total: int) -> None:
        told.append((done, total))
        if done > MANY:
            cancel.set()

    with pytest.raises(Cancelled):
        import_interests(document, proposal, report=report, cancel=cancel)
    assert told[0] == (500, 4 * MANY)
    assert (document.agenda, document.history.undo, document.path.read_bytes()) == (before, None, content)
    assert import_interests(document, proposal) == MANY
