"""Verbs of sessions: each one step, exact when undone and redone, and nothing when refused."""

from dataclasses import replace
from typing import Any

import pytest

from planner.document import Document
from planner.edits.sessions import (
    change_session,
    close_gap,
    create_session,
    delete_session,
    duplicate_session,
    move_session,
    pin_session,
    resize_session,
    set_objectives,
    shift_following,
    swap_sessions,
    unschedule_session,
)
from planner.errors import RuleBroken
from planner.models.kinds import SessionKind
from planner.models.records import Spot
from tests.meetings import CLOSING, FIRST, FRIDAY, OPENING, PLENARY, SECOND, THURSDAY, friday

GONE = "This session is no longer in the meeting. Select another one, or undo."
TOO_SHORT = "A session lasts at least 1 minute. Give a longer time."


def thursday(start_minute: int) -> Spot:
    return Spot(THURSDAY, start_minute, PLENARY)


def starts(document: Document) -> dict[int, int | None]:
    return {session.id: session.start_minute for session in document.agenda.sessions.values()}


def test_a_session_is_made_to_be_placed(document: Document, doing: Any) -> None:
    made = doing("Add a session", create_session, SessionKind.SIDE_EVENT, title="Talk\x00 \ud800", minutes=45)
    session = document.agenda.sessions[made]
    assert (session.kind, session.title, session.minutes, session.spot) == (
        SessionKind.SIDE_EVENT,
        "Talk ?",
        45,
        None,
    )


def test_a_session_is_made_at_a_spot(document: Document, doing: Any) -> None:
    made = doing("Add a session, Fri 11:40", create_session, spot=friday(700))
    assert document.agenda.sessions[made].spot == friday(700)


def test_a_session_without_length_is_not_made(refusal: Any) -> None:
    assert refusal(RuleBroken, create_session, minutes=0) == TOO_SHORT
    assert refusal(RuleBroken, create_session, minutes=-5, spot=friday(700)) == TOO_SHORT


def test_a_move_names_where_to(document: Document, doing: Any) -> None:
    doing("Move Roundtable 2 to Fri 11:40", move_session, SECOND, friday(700))
    assert document.agenda.sessions[SECOND].spot == friday(700)


def test_a_move_places_what_waited(document: Document, doing: Any) -> None:
    doing("Move Closing to Fri 15:10", move_session, CLOSING, friday(910))
    assert document.agenda.sessions_to_place == ()


def test_a_clash_refuses_no_move(document: Document, doing: Any) -> None:
    doing("Move Closing to Fri 10:00", move_session, CLOSING, friday(600))
    assert document.agenda.sessions[CLOSING].spot == document.agenda.sessions[SECOND].spot


def test_a_move_to_where_it_stands_is_no_step(no_step: Any) -> None:
    no_step(move_session, SECOND, friday(600))
    no_step(unschedule_session, CLOSING)
    no_step(resize_session, SECOND, 75)
    no_step(pin_session, SECOND, False)
    no_step(change_session, SECOND, title="Second theme")
    no_step(set_objectives, FIRST, frozenset({1, 2}))
    no_step(shift_following, SECOND, 0)


@pytest.mark.parametrize(
    ("spot", "sentence"),
    [
        (friday(599), "Fri 13 Nov is open 10:00–15:40 CET; this would start at 09:59."),
        (friday(866), "Fri 13 Nov is open 10:00–15:40 CET; this would end at 15:41."),
        (friday(1440), "Fri 13 Nov is open 10:00–15:40 CET; this would end after midnight."),
        (friday(-5), "Fri 13 Nov is open 10:00–15:40 CET; this would start on the day before."),
        (Spot(9, 600, PLENARY), "This day is no longer in the meeting. Choose another day."),
        (Spot(FRIDAY, 600, 9), "This room is no longer in the meeting. Choose another room."),
    ],
)
def test_a_spot_that_cannot_be_meant_refuses_the_move(refusal: Any, spot: Spot, sentence: str) -> None:
    assert refusal(RuleBroken, move_session, SECOND, spot) == sentence


def test_a_session_goes_back_to_the_list(document: Document, doing: Any) -> None:
    doing("Take Opening off the timetable", unschedule_session, OPENING)
    assert [session.id for session in document.agenda.sessions_to_place] == [OPENING, CLOSING]


def test_a_length_changes(document: Document, doing: Any) -> None:
    doing("Make Roundtable 2 1 h 30 min long", resize_session, SECOND, 90)
    doing("Make Closing 5 min long", resize_session, CLOSING, 5)
    assert [document.agenda.sessions[key].minutes for key in (SECOND, CLOSING)] == [90, 5]


def test_a_length_that_does_not_fit_is_refused(refusal: Any) -> None:
    assert refusal(RuleBroken, resize_session, SECOND, 0) == TOO_SHORT
    assert refusal(RuleBroken, resize_session, SECOND, 341) == (
        "Fri 13 Nov is open 10:00–15:40 CET; this would end at 15:41."
    )


@pytest.mark.parametrize(
    ("field", "value", "step"),
    [
        ("kind", SessionKind.PLENARY, "Change the kind of Roundtable 2"),
        ("code", "RT9", "Change the code of Roundtable 2"),
        ("title", "Żółć", "Change the title of Roundtable 2"),
        ("summary", "Two\nlines", "Change the summary of Roundtable 2"),
        ("guiding_questions", "Why?", "Change the guiding questions of Roundtable 2"),
        ("documents", "E/2020/1", "Change the documents of Roundtable 2"),
        ("internal_notes", "Call Ann", "Change the internal notes of Roundtable 2"),
        ("wrap_up_minutes", 10, "Change the wrap-up time of Roundtable 2"),
        ("target_moderators", 2, "Change the number of moderators wanted in Roundtable 2"),
        ("target_speakers", 6, "Change the number of speakers wanted in Roundtable 2"),
        ("floor_states", 12, "Change the floor time of Roundtable 2"),
        ("floor_stakeholders", 5, "Change the floor time of Roundtable 2"),
        ("state_limit_minutes", 4, "Change the speaking limits of Roundtable 2"),
        ("stakeholder_limit_minutes", 0, "Change the speaking limits of Roundtable 2"),
    ],
)
def test_every_field_has_its_step(document: Document, doing: Any, field: str, value: Any, step: str) -> None:
    doing(step, change_session, SECOND, **{field: value})
    assert getattr(document.agenda.sessions[SECOND], field) == value


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("wrap_up_minutes", "A wrap-up has 0 minutes or more. Give another time."),
        ("target_moderators", "A session wants 0 moderators or more. Give another number."),
        ("target_speakers", "A session wants 0 speakers or more. Give another number."),
        ("floor_states", "The floor is open to 0 States or more. Give another number."),
        ("floor_stakeholders", "The floor is open to 0 stakeholders or more. Give another number."),
        ("state_limit_minutes", "A speaking limit has 0 minutes or more. Give another time."),
        ("stakeholder_limit_minutes", "A speaking limit has 0 minutes or more. Give another time."),
    ],
)
def test_a_number_below_0_is_refused(refusal: Any, field: str, sentence: str) -> None:
    assert refusal(RuleBroken, change_session, SECOND, **{field: -1}) == sentence


def test_a_session_can_take_the_limits_of_the_meeting_again(document: Document, doing: Any) -> None:
    change_session(document, SECOND, state_limit_minutes=4)
    doing("Change the speaking limits of Roundtable 2", change_session, SECOND, state_limit_minutes=None)
    assert document.agenda.sessions[SECOND].state_limit_minutes is None


def test_a_pin_is_set_and_taken_away(document: Document, doing: Any) -> None:
    doing("Pin Roundtable 2", pin_session, SECOND, True)
    assert document.agenda.sessions[SECOND].pinned is True
    doing("Unpin Roundtable 2", pin_session, SECOND, False)
    assert document.agenda.sessions[SECOND].pinned is False


def test_objectives_are_exactly_those_given(document: Document, doing: Any) -> None:
    doing("Change the objectives of Roundtable 1", set_objectives, FIRST, frozenset({2, 3}))
    assert [objective.number for objective in document.agenda.objectives_of(FIRST)] == [2, 3]
    doing("Change the objectives of Roundtable 1", set_objectives, FIRST, frozenset())
    assert document.agenda.objectives_of(FIRST) == ()


def test_two_sessions_swap(document: Document, doing: Any) -> None:
    doing("Swap Roundtable 1 and Roundtable 2", swap_sessions, FIRST, SECOND)
    assert document.agenda.sessions[FIRST].spot == friday(600)
    assert document.agenda.sessions[SECOND].spot == thursday(660)


def test_what_waits_swaps_too(document: Document, doing: Any) -> None:
    doing("Swap Closing and Opening", swap_sessions, CLOSING, OPENING)
    assert starts(document) == {OPENING: None, FIRST: 660, SECOND: 600, CLOSING: 600}


def test_pinned_sessions_do_not_swap(document: Document, refusal: Any) -> None:
    pin_session(document, SECOND, True)
    assert refusal(RuleBroken, swap_sessions, FIRST, SECOND) == "Roundtable 2 is pinned. Unpin it first."


def test_a_session_and_the_following_shift_in_one_step(document: Document, doing: Any) -> None:
    doing("Shift Opening and the following 15 min later", shift_following, OPENING, 15)
    assert starts(document) == {OPENING: 615, FIRST: 675, SECOND: 600, CLOSING: None}
    doing("Shift Roundtable 1 and the following 5 min earlier", shift_following, FIRST, -5)
    assert starts(document) == {OPENING: 615, FIRST: 670, SECOND: 600, CLOSING: None}


def test_a_shift_out_of_the_hours_is_refused_whole(refusal: Any) -> None:
    assert refusal(RuleBroken, shift_following, OPENING, 200) == (
        "Roundtable 1 cannot move. Thu 12 Nov is open 10:00–15:40 CET; this would end at 15:50."
    )


def test_a_gap_closes(document: Document, doing: Any) -> None:
    doing("Shift Roundtable 1 and the following 30 min earlier", close_gap, FIRST)
    assert document.agenda.sessions[FIRST].start_minute == 630


def test_there_must_be_a_gap_to_close(refusal: Any) -> None:
    assert refusal(RuleBroken, close_gap, OPENING) == "There is no gap before this session to close."
    assert refusal(RuleBroken, close_gap, CLOSING) == ("Closing is not placed yet. Place it on the timetable first.")


def test_a_copy_has_the_same_seats_and_objectives(document: Document, doing: Any) -> None:
    pin_session(document, FIRST, True)
    copy = doing("Duplicate Roundtable 1", duplicate_session, FIRST)
    made, source = document.agenda.sessions[copy], document.agenda.sessions[FIRST]
    assert (made.title, made.spot, made.pinned, made.minutes) == ("First theme (copy)", None, False, source.minutes)
    assert document.agenda.objectives_of(copy) == document.agenda.objectives_of(FIRST)
    copied = [replace(seat, id=0, session_id=FIRST) for seat in document.agenda.seats_of(copy)]
    assert copied == [replace(seat, id=0) for seat in document.agenda.seats_of(FIRST)]


def test_a_deleted_session_takes_its_seats_and_objectives_along(document: Document, doing: Any) -> None:
    doing("Delete Roundtable 1", delete_session, FIRST)
    assert [list(document.agenda.seats), dict(document.agenda.coverage)] == [[4], {}]


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [
        (move_session, (friday(600),)),
        (unschedule_session, ()),
        (resize_session, (30,)),
        (pin_session, (True,)),
        (set_objectives, (frozenset({1}),)),
        (swap_sessions, (FIRST,)),
        (shift_following, (5,)),
        (duplicate_session, ()),
        (delete_session, ()),
        (close_gap, ()),
    ],
)
def test_a_session_that_is_gone_is_said(document: Document, refusal: Any, verb: Any, arguments: tuple[Any]) -> None:
    delete_session(document, SECOND)
    assert refusal(RuleBroken, verb, SECOND, *arguments) == GONE
