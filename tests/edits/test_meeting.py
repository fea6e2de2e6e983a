"""Verbs of the meeting, its days, windows, rooms and rulers: one step each, exact when undone and redone."""

from typing import Any

import pytest

from planner.document import Document
from planner.edits.meeting import (
    add_day,
    add_room,
    add_window,
    change_day,
    change_meeting,
    change_room,
    change_window,
    remove_day,
    remove_room,
    remove_window,
    set_rulers,
)
from planner.edits.sessions import move_session
from planner.errors import InputProblem, RuleBroken
from planner.models.records import Spot
from tests.meetings import AFTERNOON, CLOSING, FRIDAY, MORNING, PLENARY, THURSDAY

GONE = "This is no longer in the meeting. Select something else, or undo."


@pytest.mark.parametrize(
    ("field", "value", "step"),
    [
        ("title", "Other review", "Change the title of the meeting"),
        ("subtitle", "UNECE region", "Change the subtitle of the meeting"),
        ("zone", "America/Toronto", "Change the time zone of the meeting"),
        ("zone_label", "EST", "Change the time zone label"),
        ("grid_minutes", 60, "Change the grid step"),
        ("comfortable_start_minute", 420, "Change the comfortable hours"),
        ("comfortable_end_minute", 1260, "Change the comfortable hours"),
        ("state_limit_minutes", 4, "Change the speaking limits"),
        ("stakeholder_limit_minutes", 3, "Change the speaking limits"),
        ("group_limit_minutes", 6, "Change the speaking limits"),
        ("handover_seconds", 20, "Change the handover time"),
        ("draft_number", 3, "Change the draft number"),
        ("contact", "Secretariat", "Change the contact"),
        ("deadline_date", "2020-10-31", "Change the deadline for statements"),
        ("deadline_minute", 1080, "Change the deadline for statements"),
        ("invitation_text", "Come.", "Change the text of the invitation"),
        ("logistics_text", "Log in.", "Change the text of the logistics note"),
        ("documents", "E/2020/1", "Change the documents of the meeting"),
        ("paper_note", "Illustrative", "Change the note on papers"),
    ],
)
def test_every_field_has_its_step(document: Document, doing: Any, field: str, value: Any, step: str) -> None:
    doing(step, change_meeting, **{field: value})
    assert getattr(document.agenda.meeting, field) == value


def test_a_deadline_is_a_date_and_an_hour_of_a_day(document: Document, refusal: Any) -> None:
    assert refusal(InputProblem, change_meeting, deadline_date="soon") == "“soon” is no date. Write it like 2020-11-12."
    assert refusal(InputProblem, change_meeting, deadline_minute=1441) == (
        "The deadline is an hour of a day. Write it like 18:00."
    )
    for typed, kept in (("20201031", "2020-10-31"), ("", "")):
        change_meeting(document, deadline_date=typed)
        assert document.agenda.meeting.deadline_date == kept


def test_a_zone_that_does_not_exist_is_refused(refusal: Any) -> None:
    said = "There is no time zone “Mars/Olympus”. Choose one from the list, such as Europe/Zurich."
    assert refusal(InputProblem, change_meeting, zone="Mars/Olympus") == said
    assert refusal(InputProblem, set_rulers, ["Asia/Tokyo", "Mars/Olympus"]) == said


@pytest.mark.parametrize("minutes", [0, 61, -5])
def test_a_grid_step_out_of_reason_is_refused(refusal: Any, minutes: int) -> None:
    assert refusal(InputProblem, change_meeting, grid_minutes=minutes) == (
        "The grid step is 1 to 60 minutes. Give another number, such as 5."
    )


def test_a_new_day_follows_the_last_with_its_hours(document: Document, doing: Any) -> None:
    change_window(document, AFTERNOON, 540, 720)
    add_window(document, FRIDAY, 780, 1020)
    made = doing("Add Sat 14 Nov", add_day)
    assert document.agenda.days[made].date == "2020-11-14"
    hours = [(window.start_minute, window.end_minute) for window in document.agenda.windows_of(made)]
    assert hours == [(540, 720), (780, 1020)]


def test_a_day_is_added_by_date(document: Document, doing: Any) -> None:
    doing("Add Sun 1 Nov", add_day, "20201101")
    assert [day.date for day in document.agenda.days_in_order] == ["2020-11-01", "2020-11-12", "2020-11-13"]


def test_a_day_gets_another_date_and_keeps_its_sessions(document: Document, doing: Any) -> None:
    doing("Move Fri 13 Nov to Mon 16 Nov", change_day, FRIDAY, "2020-11-16")
    assert [session.title for session in document.agenda.sessions_on(FRIDAY)] == ["Second theme"]


@pytest.mark.parametrize("written", ["2020-11-12", "20201112", "2020-W46-4"])
def test_a_date_is_taken_once_however_it_is_written(refusal: Any, written: str) -> None:
    said = "Thu 12 Nov is in the meeting already. Choose another date."
    assert refusal(RuleBroken, add_day, written) == said
    assert refusal(RuleBroken, change_day, FRIDAY, written) == said


def test_what_is_no_date_is_refused(refusal: Any) -> None:
    said = "“Friday” is no date. Write it like 2020-11-12."
    assert refusal(InputProblem, add_day, "Friday") == said
    assert refusal(InputProblem, change_day, FRIDAY, "Friday") == said


def test_sessions_of_a_removed_day_go_back_to_the_list(document: Document, doing: Any) -> None:
    doing("Remove Thu 12 Nov", remove_day, THURSDAY)
    assert [session.title for session in document.agenda.sessions_to_place] == ["First theme", "Opening", "Closing"]
    assert list(document.agenda.windows) == [AFTERNOON]


def test_the_last_day_stays(document: Document, refusal: Any) -> None:
    remove_day(document, THURSDAY)
    assert refusal(RuleBroken, remove_day, FRIDAY) == "A meeting has at least one day. Add another day first."


def test_hours_are_opened_changed_and_closed(document: Document, doing: Any) -> None:
    made = doing("Open Fri 13 Nov 16:00–18:00", add_window, FRIDAY, 960, 1080)
    doing("Open Fri 13 Nov 16:00–24:00", change_window, made, 960, 1440)
    doing("Close Fri 13 Nov 10:00–15:40", remove_window, AFTERNOON)
    assert [(window.start_minute, window.end_minute) for window in document.agenda.windows_of(FRIDAY)] == [(960, 1440)]
    assert [session.title for session in document.agenda.sessions_on(FRIDAY)] == ["Second theme"]


def test_hours_that_touch_do_not_overlap(document: Document, doing: Any) -> None:
    doing("Open Fri 13 Nov 15:40–18:00", add_window, FRIDAY, 940, 1080)
    assert len(document.agenda.windows_of(FRIDAY)) == 2


@pytest.mark.parametrize(("start", "end"), [(600, 600), (700, 600), (-1, 60), (1000, 1441)])
def test_hours_that_cannot_be_meant_are_refused(refusal: Any, start: int, end: int) -> None:
    said = "A day's hours end after they start and before midnight. Change one of the two times."
    assert refusal(RuleBroken, add_window, FRIDAY, start, end) == said
    assert refusal(RuleBroken, change_window, MORNING, start, end) == said


def test_overlapping_hours_are_refused(refusal: Any) -> None:
    assert refusal(RuleBroken, add_window, FRIDAY, 900, 1000) == (
        "These hours overlap with 10:00–15:40. Change one of the two."
    )


def test_a_days_last_hours_stay(refusal: Any) -> None:
    assert refusal(RuleBroken, remove_window, MORNING) == (
        "A day has at least one window. Change its hours, or remove the day."
    )


def test_rooms_come_and_change_and_go(document: Document, doing: Any) -> None:
    made = doing("Add room Blue?", add_room, "Blue\ud800")
    assert [room.name for room in document.agenda.rooms_in_order] == ["Virtual plenary", "Blue?"]
    doing("Change room Blue?", change_room, made, name="Green", link="https://example.org/green")
    doing("Move Closing to Fri 15:00, Green", move_session, CLOSING, Spot(FRIDAY, 900, made))
    doing("Remove room Green", remove_room, made)
    assert [session.title for session in document.agenda.sessions_to_place] == ["Closing"]


def test_the_last_room_stays(refusal: Any) -> None:
    assert refusal(RuleBroken, remove_room, PLENARY) == "A meeting has at least one room. Add another room first."


def test_rulers_are_those_given_in_their_order(document: Document, doing: Any) -> None:
    doing("Change the zones beside the timetable", set_rulers, ["Asia/Tokyo", "America/Toronto"])
    assert [ruler.zone for ruler in document.agenda.rulers_in_order] == ["Asia/Tokyo", "America/Toronto"]
    doing("Change the zones beside the timetable", set_rulers, [])
    assert document.agenda.rulers == {}


def test_what_comes_to_nothing_is_no_step(no_step: Any) -> None:
    no_step(change_meeting, title="Review of Examples")
    no_step(change_day, FRIDAY, "2020-11-13")
    no_step(change_window, MORNING, 600, 940)
    no_step(change_room, PLENARY, name="Virtual plenary")
    no_step(set_rulers, ["America/Toronto", "Asia/Bishkek"])


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [
        (change_day, ("2020-12-01",)),
        (remove_day, ()),
        (add_window, (600, 700)),
        (change_window, (600, 700)),
        (remove_window, ()),
        (change_room, ()),
    ],
)
def test_what_is_gone_is_said(refusal: Any, verb: Any, arguments: tuple[Any]) -> None:
    assert refusal(RuleBroken, verb, 99, *arguments) == GONE


def test_a_room_that_is_gone_is_said(document: Document, refusal: Any) -> None:
    add_room(document, "Blue")
    assert refusal(RuleBroken, remove_room, 99) == GONE


def test_the_bounds_of_a_persons_day_are_changed(doing: Any) -> None:
    doing("Change the waking hours", change_meeting, awake_start_minute=300)
    doing("Change the comfortable hours", change_meeting, comfortable_start_minute=300)
    doing("Change the working hours", change_meeting, working_end_minute=1200)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"working_start_minute": 420},
            "The working hours, 07:00–18:00, lie inside the comfortable hours, 08:00–20:00. Change the others first.",
        ),
        (
            {"comfortable_end_minute": 1400},
            "The comfortable hours, 08:00–23:20, lie inside the waking hours, 06:00–23:00. Change the others first.",
        ),
        (
            {"comfortable_start_minute": 600},
            "The working hours, 09:00–18:00, lie inside the comfortable hours, 10:00–20:00. Change the others first.",
        ),
        (
            {"awake_end_minute": 1100},
            "The comfortable hours, 08:00–20:00, lie inside the waking hours, 06:00–18:20. Change the others first.",
        ),
        ({"working_end_minute": 540}, "These hours end after they start and by midnight. Change one of the two times."),
        ({"awake_end_minute": 1441}, "These hours end after they start and by midnight. Change one of the two times."),
    ],
)
def test_bounds_that_are_not_nested_are_refused(refusal: Any, values: dict[str, int], sentence: str) -> None:
    assert refusal(RuleBroken, change_meeting, **values) == sentence
