"""Drafts and options: frozen whole, numbered once, taken back in one step."""

import sqlite3
from contextlib import closing
from datetime import datetime
from typing import Any

import pytest

from planner import edits
from planner.document import Document
from planner.errors import RuleBroken
from planner.models.freezing import PLAN_TABLES, records_of
from planner.models.records import Spot
from planner.rules.drafts import (
    changes_since,
    draft_agenda,
    draft_name,
    drafts_of,
    latest_draft,
    options_of,
    plan_of,
    working_copy_note,
)

AS_OF = datetime(2020, 11, 5, 18, 0)


def plan(document: Document) -> dict[str, Any]:
    return {table: dict(records_of(document.agenda, table)) for table in PLAN_TABLES}


def a_session(document: Document) -> int:
    return document.agenda.placed_sessions[0].id


def rework(document: Document) -> None:
    """Edits of every kind: a session gone and one new, others moved and renamed, a day and a room added."""
    first, second, *_rest = [session.id for session in document.agenda.placed_sessions]
    edits.sessions.delete_session(document, first)
    edits.sessions.unschedule_session(document, second)
    edits.sessions.create_session(document, title="Another")
    edits.meeting.add_day(document)
    edits.meeting.add_room(document, "Room X")
    edits.meeting.change_meeting(document, title="Another title")


def test_a_draft_holds_the_plan_as_it_stood(document: Document) -> None:
    before = plan(document)
    draft_id = edits.drafts.issue_draft(document, "for the Bureau", "sent by e-mail", AS_OF)
    draft = document.agenda.drafts[draft_id]
    rework(document)
    held = draft_agenda(document.agenda, document.agenda.drafts[draft_id])
    kept = {table: dict(records_of(held, table)) for table in PLAN_TABLES if table != "meeting"}
    assert kept == {table: rows for table, rows in before.items() if table != "meeting"}
    assert (draft.label, draft.note, draft.as_of) == ("for the Bureau", "sent by e-mail", "2020-11-05T18:00")


def test_the_first_draft_takes_the_number_that_the_meeting_has_and_the_next_goes_on(document: Document) -> None:
    called = max(document.agenda.meeting.draft_number, 1)
    edits.drafts.issue_draft(document, as_of=AS_OF)
    edits.drafts.issue_draft(document, as_of=AS_OF)
    assert [draft.number for draft in drafts_of(document.agenda)] == [called, called + 1]
    assert document.agenda.meeting.draft_number == called + 1


def test_a_number_is_never_given_twice_not_even_after_an_undo_and_a_restart(document: Document) -> None:
    edits.drafts.issue_draft(document, as_of=AS_OF)
    number = drafts_of(document.agenda)[0].number
    document.undo()
    assert drafts_of(document.agenda) == ()
    document.close()
    again = Document.open(document.path)
    edits.drafts.issue_draft(again, as_of=AS_OF)
    assert [draft.number for draft in drafts_of(again.agenda)] == [number + 1]
    again.close()


def test_the_next_number_is_told_before_it_is_given_and_names_the_step(document: Document) -> None:
    first = document.next_draft_number()
    edits.drafts.issue_draft(document, as_of=AS_OF)
    document.undo()
    assert document.next_draft_number() == first + 1
    edits.drafts.issue_draft(document, as_of=AS_OF)
    assert drafts_of(document.agenda)[-1].number == first + 1
    step = document.history.undo
    assert step is not None
    assert step.name == f"Issue Draft {first + 1}"


def test_a_draft_taken_back_is_the_plan_again_in_one_step(document: Document) -> None:
    draft_id = edits.drafts.issue_draft(document, as_of=AS_OF)
    issued = plan(document)
    rework(document)
    reworked = plan(document)
    edits.drafts.take_back(document, draft_id)
    assert plan(document) == issued
    document.undo()
    assert plan(document) == reworked
    document.redo()
    assert plan(document) == issued


def test_what_is_on_the_screen_after_taking_back_is_what_the_file_holds(document: Document) -> None:
    draft_id = edits.drafts.issue_draft(document, as_of=AS_OF)
    rework(document)
    edits.drafts.take_back(document, draft_id)
    document.close()
    again = Document.open(document.path)
    assert again.agenda == document.agenda
    again.close()


def test_two_sessions_that_swapped_their_objectives_can_be_taken_back(document: Document) -> None:
    first, second = sorted(document.agenda.sessions)[:2]
    ours, theirs = (frozenset({objective}) for objective in sorted(document.agenda.objectives)[:2])
    edits.sessions.set_objectives(document, first, ours)
    edits.sessions.set_objectives(document, second, theirs)
    draft_id = edits.drafts.issue_draft(document, as_of=AS_OF)
    issued = plan(document)
    edits.sessions.set_objectives(document, first, theirs)
    edits.sessions.set_objectives(document, second, ours)
    edits.drafts.take_back(document, draft_id)
    assert plan(document) == issued


def test_the_working_copy_says_how_far_it_went_since_the_draft(document: Document) -> None:
    assert working_copy_note(document.agenda) == ""
    edits.drafts.issue_draft(document, as_of=AS_OF)
    number = document.agenda.meeting.draft_number
    assert working_copy_note(document.agenda) == f"As Draft {number}"
    edits.sessions.change_session(document, a_session(document), title="Another title")
    assert working_copy_note(document.agenda) == f"After Draft {number}, 1 change"
    document.undo()
    assert working_copy_note(document.agenda) == f"As Draft {number}"


def test_a_move_since_the_draft_is_one_change(document: Document) -> None:
    moved = a_session(document)
    edits.drafts.issue_draft(document, as_of=AS_OF)
    spot = document.agenda.sessions[moved].spot
    assert spot is not None
    edits.sessions.move_session(document, moved, Spot(spot.day_id, spot.start_minute + 5, spot.room_id))
    latest = latest_draft(document.agenda)
    assert latest is not None
    assert [change.session_id for change in changes_since(document.agenda, latest)] == [moved]


def test_options_are_named_in_turn_and_adopted_in_one_step(document: Document) -> None:
    first = plan(document)
    option_a = edits.drafts.keep_option(document)
    rework(document)
    option_b = edits.drafts.keep_option(document)
    second = plan(document)
    assert [draft_name(option) for option in options_of(document.agenda)] == ["Option A", "Option B"]
    edits.drafts.take_back(document, option_a)
    assert plan(document) == first
    edits.drafts.take_back(document, option_b)
    assert plan(document) == second


def test_two_options_cannot_have_one_name(document: Document) -> None:
    edits.drafts.keep_option(document, "Short")
    with pytest.raises(RuleBroken, match="There is an option “Short” already"):
        edits.drafts.keep_option(document, "Short")


def test_an_option_is_dropped_and_comes_back_with_undo_but_a_draft_stays(document: Document) -> None:
    option = edits.drafts.keep_option(document)
    edits.drafts.forget_option(document, option)
    assert options_of(document.agenda) == ()
    document.undo()
    assert [draft.id for draft in options_of(document.agenda)] == [option]
    draft = edits.drafts.issue_draft(document, as_of=AS_OF)
    with pytest.raises(RuleBroken, match="stays on record"):
        edits.drafts.forget_option(document, draft)


def test_a_draft_altered_by_another_program_is_refused_in_a_sentence(document: Document) -> None:
    draft = edits.drafts.issue_draft(document, as_of=AS_OF)
    document.close()
    with closing(sqlite3.connect(document.path)) as connection:
        connection.execute("UPDATE drafts SET content = '{}'")
        connection.commit()
    again = Document.open(document.path)
    with pytest.raises(RuleBroken, match="was changed by another program"):
        edits.drafts.take_back(again, draft)
    again.close()


def test_the_texts_of_a_dozen_drafts_are_read_once_each(document: Document) -> None:
    for _number in range(12):
        edits.drafts.issue_draft(document, as_of=AS_OF)
    drafts = drafts_of(document.agenda)
    plans = [plan_of(draft) for draft in drafts]
    assert all(plan_of(draft) is plan for draft, plan in zip(drafts, plans, strict=True))
