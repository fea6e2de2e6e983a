"""The meeting's zone changed: its wall times stay, or its instants, over midnight and the date line too."""

from collections.abc import Callable
from typing import Any

import pytest

from planner.document import Document
from planner.edits import availability, meeting, people, sessions, zone_change
from planner.errors import InputProblem, RuleBroken
from planner.local_times import to_utc
from planner.rules.zone_change import Keep, plan_zone_change, preview
from tests.meetings import ALPHA, BETA, CLOSING, FIRST, FRIDAY, SECOND, THURSDAY, friday

KEEPING_WALL = "Change the time zone to {}, keeping the wall times"
KEEPING_INSTANTS = "Change the time zone to {}, keeping the instants"


def timetable(document: Document) -> list[str]:
    agenda = document.agenda
    return [
        f"{agenda.days[session.day_id].date} {session.start_minute // 60}:{session.start_minute % 60:02d}"
        for session in agenda.placed_sessions
        if session.day_id is not None and session.start_minute is not None
    ]


def hours(document: Document) -> list[tuple[str, int, int]]:
    agenda = document.agenda
    return [
        (day.date, window.start_minute, window.end_minute)
        for day in agenda.days_in_order
        for window in agenda.windows_of(day.id)
    ]


def instants(document: Document) -> list[float]:
    agenda = document.agenda
    return [
        to_utc(agenda.meeting.zone, agenda.days[session.day_id].date, session.start_minute).timestamp()
        for session in agenda.placed_sessions
        if session.day_id is not None and session.start_minute is not None
    ]


def test_wall_times_are_kept(document: Document, doing: Callable[..., Any]) -> None:
    before = timetable(document), hours(document)
    step = KEEPING_WALL.format("New York")
    doing(step, zone_change.change_zone, "America/New_York", Keep.WALL_TIMES)
    assert (timetable(document), hours(document)) == before
    assert (document.agenda.meeting.zone, document.agenda.meeting.zone_label) == ("America/New_York", "EST")


def test_instants_are_kept_and_the_hours_of_the_days_go_with_them(
    document: Document, doing: Callable[..., Any]
) -> None:
    before = instants(document)
    doing(KEEPING_INSTANTS.format("New York"), zone_change.change_zone, "America/New_York", Keep.INSTANTS)
    assert instants(document) == before
    assert timetable(document) == ["2020-11-12 4:00", "2020-11-12 5:00", "2020-11-13 4:00"]
    assert hours(document) == [("2020-11-12", 240, 580), ("2020-11-13", 240, 580)]


def test_days_get_another_date_when_all_their_hours_do(document: Document, doing: Callable[..., Any]) -> None:
    for window in (1, 2):
        meeting.change_window(document, window, 1200, 1380)
    for session_id in (1, FIRST, SECOND):
        sessions.unschedule_session(document, session_id)
    sessions.move_session(document, SECOND, friday(1260))
    before = instants(document)
    doing(KEEPING_INSTANTS.format("Tokyo"), zone_change.change_zone, "Asia/Tokyo", Keep.INSTANTS)
    assert instants(document) == before
    assert hours(document) == [("2020-11-13", 240, 420), ("2020-11-14", 240, 420)]
    assert timetable(document) == ["2020-11-14 5:00"]
    assert len(document.agenda.days) == 2


def test_hours_that_midnight_parts_need_a_further_day(document: Document, doing: Callable[..., Any]) -> None:
    # 10:00-15:40 in Zurich is 22:00-03:40 in Auckland; the first theme would start at 23:00 and run over midnight.
    sessions.move_session(document, FIRST, friday(780))
    sessions.unschedule_session(document, SECOND)
    before = instants(document)
    doing(KEEPING_INSTANTS.format("Auckland"), zone_change.change_zone, "Pacific/Auckland", Keep.INSTANTS)
    assert instants(document) == before
    assert hours(document) == [
        ("2020-11-12", 1320, 1440),
        ("2020-11-13", 0, 220),
        ("2020-11-13", 1320, 1440),
        ("2020-11-14", 0, 220),
    ]
    assert timetable(document) == ["2020-11-12 22:00", "2020-11-14 1:00"]
    assert document.agenda.meeting.zone_label == "NZDT"


def test_a_session_that_midnight_would_part_is_named(refusal: Callable[..., str]) -> None:
    assert refusal(RuleBroken, zone_change.change_zone, "Pacific/Auckland", Keep.INSTANTS) == (
        "Roundtable 1 would run over midnight, from Thu 12 Nov 23:00–00:30. Move it first, or keep the wall times."
    )


def test_two_days_on_one_date_are_refused(document: Document, refusal: Callable[..., str]) -> None:
    for session_id in (1, FIRST, SECOND):
        sessions.unschedule_session(document, session_id)
    meeting.change_window(document, 1, 1380, 1440)
    meeting.change_window(document, 2, 0, 60)
    assert refusal(RuleBroken, zone_change.change_zone, "Europe/Helsinki", Keep.INSTANTS) == (
        "Two days of the meeting would be Friday, 13 November 2020. "
        "Change the hours of one of them, or keep the wall times."
    )


def test_sessions_of_the_list_stay_there(document: Document) -> None:
    zone_change.change_zone(document, "America/New_York", Keep.INSTANTS)
    assert [session.id for session in document.agenda.sessions_to_place] == [CLOSING]


@pytest.mark.parametrize("keep", Keep)
def test_an_unknown_zone_is_refused(refusal: Callable[..., str], keep: Keep) -> None:
    assert refusal(InputProblem, zone_change.change_zone, "Mars/Base", keep) == (
        "There is no time zone “Mars/Base”. Choose one from the list, such as Europe/Zurich."
    )


@pytest.mark.parametrize("keep", Keep)
def test_the_same_zone_is_no_step(no_step: Callable[..., None], keep: Keep) -> None:
    no_step(zone_change.change_zone, "Europe/Zurich", keep, "CET")


def test_a_label_of_ones_own_is_taken(document: Document) -> None:
    zone_change.change_zone(document, "Asia/Bishkek", Keep.WALL_TIMES, "Bishkek time")
    assert document.agenda.meeting.zone_label == "Bishkek time"
    zone_change.change_zone(document, "Asia/Almaty", Keep.WALL_TIMES)
    assert document.agenda.meeting.zone_label == "UTC+6"


@pytest.mark.parametrize("keep", Keep)
def test_hours_noted_on_the_meetings_clock_stay_the_same_hours(document: Document, keep: Keep) -> None:
    sessions.unschedule_session(document, FIRST)
    sessions.unschedule_session(document, SECOND)
    availability.add_hours(document, ALPHA, "2020-11-12", 600, 900, own_clock=False, free=False)
    availability.add_hours(document, BETA, "2020-11-12", 600, 900)
    zone_change.change_zone(document, "Pacific/Auckland", keep)
    rows = document.agenda.availabilities_of(ALPHA)
    assert [(row.date, row.start_minute, row.end_minute, row.free, row.own_clock) for row in rows] == [
        ("2020-11-12", 1320, 1440, False, False),
        ("2020-11-13", 0, 180, False, False),
    ]
    assert [(row.start_minute, row.end_minute) for row in document.agenda.availabilities_of(BETA)] == [(600, 900)]


def test_the_preview_tells_whose_local_time_changes_and_how(document: Document) -> None:
    people.change_person(document, ALPHA, zone="Asia/Bishkek")
    rows = preview(document.agenda, plan_zone_change(document.agenda, "America/New_York", Keep.WALL_TIMES))
    row = next(row for row in rows if row.session.id == FIRST)
    assert (row.before, row.after) == (("2020-11-12", 660), ("2020-11-12", 660))
    (change,) = row.local_changes
    assert (change.who, change.zone) == ("Ann Alpha", "Asia/Bishkek")
    assert (change.before, change.after) == (("2020-11-12", 960), ("2020-11-12", 1320))


def test_nobodys_local_time_changes_when_the_instants_are_kept(document: Document) -> None:
    people.change_person(document, ALPHA, zone="Asia/Bishkek")
    rows = preview(document.agenda, plan_zone_change(document.agenda, "America/New_York", Keep.INSTANTS))
    assert [(row.session.id, row.after) for row in rows] == [
        (1, ("2020-11-12", 240)),
        (FIRST, ("2020-11-12", 300)),
        (SECOND, ("2020-11-13", 240)),
    ]
    assert [row.local_changes for row in rows] == [(), (), ()]


def test_a_day_moved_to_july_keeps_its_wall_times_and_its_label_follows(
    document: Document, doing: Callable[..., Any]
) -> None:
    before = [session.start_minute for session in document.agenda.placed_sessions]
    doing("Move Thu 12 Nov to Thu 15 Jul", meeting.change_day, THURSDAY, "2021-07-15")
    assert document.agenda.meeting.zone_label == "CET"  # Friday is the first day now
    doing("Move Fri 13 Nov to Fri 16 Jul", meeting.change_day, FRIDAY, "2021-07-16")
    assert document.agenda.meeting.zone_label == "CEST"
    assert [session.start_minute for session in document.agenda.placed_sessions] == before


def test_a_label_of_ones_own_does_not_follow(document: Document) -> None:
    meeting.change_meeting(document, zone_label="Geneva time")
    meeting.change_day(document, THURSDAY, "2020-07-15")
    assert document.agenda.meeting.zone_label == "Geneva time"
