"""What the history tells of each step: when it was made, what it touched, and how that was called."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from sqlalchemy import insert

from planner import edits
from planner.document import Document
from planner.errors import FileProblem
from planner.models.kinds import Role
from planner.models.records import Spot
from planner.models.tables import SessionRow
from planner.past import changed_rows, past_steps, rows_gone
from planner.rules.touched import name_now, things_touched
from tests.meetings import (
    ALPHA,
    BETA,
    EXAMPLIA,
    FIRST,
    OPENING,
    PLENARY,
    SAMPLE_UNION,
    SPEAKER_SEAT,
    THURSDAY,
    alter,
    make_meeting,
)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.open(make_meeting(tmp_path / "meeting.agenda"))
    yield opened
    opened.close()


def touched(document: Document, step_id: int | None = None) -> list[tuple[str, int, str]]:
    """What a step touched, the latest unless told otherwise: table, id and what it is called now."""
    steps = past_steps(document)
    wanted = steps[0].id if step_id is None else step_id
    gone = rows_gone(document)
    found = things_touched(
        document.agenda, changed_rows(document, [wanted])[wanted], lambda table, row_id: gone.get((table, row_id))
    )
    return [(thing.table, thing.id, name_now(document.agenda, thing)) for thing in found]


def test_a_moved_session_is_touched(document: Document) -> None:
    edits.sessions.move_session(document, FIRST, Spot(THURSDAY, 700, PLENARY))
    assert touched(document) == [("sessions", FIRST, "Roundtable 1")]


def test_what_is_gone_is_called_as_the_steps_that_stand_called_it(document: Document) -> None:
    before = document.agenda.sessions[FIRST]
    edits.sessions.delete_session(document, FIRST)
    dropped = past_steps(document)[0].id
    with document.edit("Take it in again from a copy") as rows:
        rows.execute(insert(SessionRow).values({**asdict(before), "code": "RT7"}))
    document.undo()
    assert touched(document, dropped)[0] == ("sessions", FIRST, "Roundtable 1")


def test_a_seat_touches_its_session_and_its_holder(document: Document) -> None:
    edits.seats.add_seats(document, OPENING, Role.SPEAKER, [(SAMPLE_UNION, BETA)])
    assert set(touched(document)) == {
        ("sessions", OPENING, "Opening"), ("people", BETA, "Ben Beta"), ("entities", SAMPLE_UNION, "Sample Union"),
    }  # fmt: skip


def test_whoever_held_the_seat_before_is_touched_too(document: Document) -> None:
    edits.seats.change_seat(document, SPEAKER_SEAT, person_id=ALPHA)
    edits.seats.change_seat(document, SPEAKER_SEAT, person_id=None)
    assert set(touched(document)) == {
        ("sessions", FIRST, "Roundtable 1"), ("people", ALPHA, "Ann Alpha"), ("entities", EXAMPLIA, "Examplia"),
    }  # fmt: skip


def test_what_is_gone_has_its_last_name(document: Document) -> None:
    edits.sessions.change_session(document, OPENING, title="Welcome")
    edits.sessions.delete_session(document, OPENING)
    first, second = (step.id for step in past_steps(document)[::-1])
    assert touched(document, first) == [("sessions", OPENING, "Welcome")]
    assert touched(document, second) == [("sessions", OPENING, "Welcome")]


def test_a_deleted_session_comes_before_its_seats(document: Document) -> None:
    edits.sessions.delete_session(document, FIRST)
    assert touched(document)[0] == ("sessions", FIRST, "Roundtable 1")


def test_what_was_added_and_undone_has_its_name(document: Document) -> None:
    made = edits.sessions.create_session(document, title="Passing")
    document.undo()
    assert touched(document) == [("sessions", made, "Passing")]


def test_the_meeting_and_the_register_are_touched_as_such(document: Document) -> None:
    edits.meeting.change_meeting(document, title="Another")
    assert touched(document) == [("meeting", 0, "The meeting")]
    edits.register.set_rule_level(document, "room-twice", "note")
    assert touched(document) == [("rule_levels", 0, "The levels of the rules")]


def test_a_draft_is_called_by_its_number(document: Document) -> None:
    edits.drafts.issue_draft(document)
    number = document.agenda.meeting.draft_number
    names = [name for table, _id, name in touched(document) if table == "drafts"]
    assert names == [f"Draft {number}"]


def test_steps_tell_whether_they_stand(document: Document) -> None:
    edits.meeting.change_meeting(document, title="One")
    edits.meeting.change_meeting(document, title="Two")
    document.undo()
    assert [step.stands for step in past_steps(document)] == [False, True]


@pytest.mark.parametrize(
    "image",
    ["no JSON", "[]", "[1]", "{}", '{"id": 1}', '{"id": 1, "stranger": 2}', "5"],
)
def test_a_history_that_another_program_altered_is_said_and_not_shown(document: Document, image: str) -> None:
    edits.sessions.change_session(document, FIRST, title="One")
    alter(document.path, f"UPDATE journal_images SET before = '{image}'")
    with pytest.raises(FileProblem) as problem:
        document.agenda_at(0)
    assert problem.value.sentence == (
        "“meeting.agenda” is damaged. Use File, Restore a backup, to go on from an earlier copy."
    )


def test_a_history_of_a_stranger_table_is_said(document: Document) -> None:
    edits.sessions.change_session(document, FIRST, title="One")
    alter(document.path, "UPDATE journal_images SET table_name = 'sqlite_master'")
    with pytest.raises(FileProblem):
        document.agenda_at(0)
    assert touched(document) == [("sqlite_master", 0, "Something else")]


def test_a_step_that_is_none_is_said(document: Document) -> None:
    edits.sessions.change_session(document, FIRST, title="One")
    alter(document.path, "PRAGMA ignore_check_constraints = ON", "UPDATE journal_steps SET state = 7")
    with pytest.raises(FileProblem):
        past_steps(document)
