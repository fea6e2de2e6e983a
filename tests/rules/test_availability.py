"""Seats outside a person's free hours, or inside busy ones, on either clock, over midnight and over a clock change."""

from dataclasses import replace
from typing import Any

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import SeatState
from planner.models.records import Availability, Day
from planner.rules.availability import in_the_way
from planner.rules.availability_findings import unavailable_of
from planner.rules.finding import Level
from tests.building import THURSDAY, make_agenda, make_meeting, person, roundtable, seat

ANNA = 1
THURSDAY_DATE = "2020-11-12"


def hours(
    start: int, end: int, *, free: bool = True, own_clock: bool = True, date: str = THURSDAY_DATE, row_id: int = 1
) -> Availability:
    return Availability(row_id, ANNA, date, start, end, free, own_clock)


def meeting_with(*rows: Availability, zone: str = "America/Toronto", start: int = 640, **values: Any) -> Agenda:
    """Anna speaks in Roundtable 2 on Thursday, for 75 minutes from 10:40 CET, which is 04:40 in Toronto."""
    return make_agenda(
        people=[replace(person(ANNA, "Anna"), zone=zone)],
        sessions=[roundtable(2, start)],
        seats=[seat(7, 2, person=ANNA)],
        availabilities=[replace(row, id=index) for index, row in enumerate(rows, start=1)],
        **values,
    )


def sentences(agenda: Agenda) -> list[str]:
    return [finding.sentence for _moment, finding in unavailable_of(agenda)]


def test_who_noted_nothing_is_free() -> None:
    assert sentences(meeting_with()) == []


def test_busy_hours_that_the_session_touches_are_a_warning_with_both_times() -> None:
    agenda = meeting_with(hours(300, 360, free=False))
    ((_moment, finding),) = unavailable_of(agenda)
    assert finding.sentence == (
        "Anna Example sits in Roundtable 2, Thu 12 Nov 10:40–11:55 CET (Thu 12 Nov 04:40–05:55 Toronto), "
        "but is busy Thu 12 Nov 05:00–06:00 Toronto."
    )
    assert (finding.rule, finding.level, finding.session_ids, finding.seat_ids) == (
        "unavailable", Level.WARNING, (2,), (7,)
    )  # fmt: skip


def test_busy_hours_that_only_touch_the_end_are_none() -> None:
    assert sentences(meeting_with(hours(355, 400, free=False))) == []
    assert sentences(meeting_with(hours(200, 280, free=False))) == []


def test_free_hours_that_hold_the_session_are_right() -> None:
    assert sentences(meeting_with(hours(280, 355))) == []


def test_a_session_that_leaves_the_free_hours_is_a_warning() -> None:
    assert sentences(meeting_with(hours(280, 354))) == [
        "Anna Example sits in Roundtable 2, Thu 12 Nov 10:40–11:55 CET (Thu 12 Nov 04:40–05:55 Toronto), "
        "but is free only Thu 12 Nov 04:40–05:54 Toronto."
    ]


def test_free_hours_of_another_date_restrict_nothing() -> None:
    assert sentences(meeting_with(hours(0, 60, date="2020-11-13"))) == []


def test_free_hours_that_touch_are_one() -> None:
    assert sentences(meeting_with(hours(280, 300), hours(300, 355))) == []
    assert len(sentences(meeting_with(hours(280, 300), hours(301, 355)))) == 1


def test_busy_hours_within_free_ones_count() -> None:
    assert len(sentences(meeting_with(hours(0, 1440), hours(300, 310, free=False)))) == 1


def test_hours_on_the_meetings_clock_are_said_with_its_label() -> None:
    assert sentences(meeting_with(hours(600, 660, free=False, own_clock=False))) == [
        "Anna Example sits in Roundtable 2, Thu 12 Nov 10:40–11:55 CET (Thu 12 Nov 04:40–05:55 Toronto), "
        "but is busy Thu 12 Nov 10:00–11:00 CET."
    ]


def test_in_the_meetings_own_zone_one_time_is_enough() -> None:
    assert sentences(meeting_with(hours(600, 660, free=False), zone="Europe/Zurich")) == [
        "Anna Example sits in Roundtable 2, Thu 12 Nov 10:40–11:55 CET, but is busy Thu 12 Nov 10:00–11:00 Zurich."
    ]
    assert sentences(meeting_with(hours(600, 660), zone="Europe/Zurich")) == [
        "Anna Example sits in Roundtable 2, Thu 12 Nov 10:40–11:55 CET, but is free only Thu 12 Nov 10:00–11:00 Zurich."
    ]


def test_own_hours_of_somebody_without_a_zone_are_not_judged() -> None:
    assert sentences(meeting_with(hours(0, 1440, free=False), zone="")) == []
    assert len(sentences(meeting_with(hours(0, 1440, free=False, own_clock=False), zone=""))) == 1


def test_own_hours_reach_over_the_meetings_midnight() -> None:
    # 15:00-16:15 CET is 00:00-01:15 of Friday in Vladivostok.
    friday = {"zone": "Asia/Vladivostok", "start": 900}
    assert len(sentences(meeting_with(hours(0, 60, date="2020-11-13", free=False), **friday))) == 1
    assert sentences(meeting_with(hours(0, 60, free=False), **friday)) == []
    assert sentences(meeting_with(hours(0, 75, date="2020-11-13"), **friday)) == []


def test_a_session_over_ones_own_midnight_is_restricted_on_the_day_that_is_noted() -> None:
    # 14:20-15:35 CET is 23:20-00:35 in Vladivostok.
    late = {"zone": "Asia/Vladivostok", "start": 860}
    assert sentences(meeting_with(hours(1400, 1440), **late)) == []
    assert len(sentences(meeting_with(hours(1410, 1440), **late))) == 1
    assert len(sentences(meeting_with(hours(1400, 1440), hours(0, 30, date="2020-11-13"), **late))) == 1
    assert sentences(meeting_with(hours(1400, 1440), hours(0, 35, date="2020-11-13"), **late)) == []


@pytest.mark.parametrize("state", [SeatState.DECLINED, SeatState.WITHDRAWN])
def test_a_declined_seat_is_no_concern(state: SeatState) -> None:
    agenda = meeting_with(hours(0, 1440, free=False))
    declined = agenda.with_records([("seats", 7, replace(agenda.seats[7], state=state))])
    assert sentences(declined) == []


def test_a_session_to_be_placed_is_no_concern() -> None:
    agenda = meeting_with(hours(0, 1440, free=False))
    waiting = replace(agenda.sessions[2], day_id=None, start_minute=None, room_id=None)
    assert sentences(agenda.with_records([("sessions", 2, waiting)])) == []


def test_two_seats_in_one_session_are_one_warning() -> None:
    agenda = meeting_with(hours(0, 1440, free=False))
    both = agenda.with_records([("seats", 8, seat(8, 2, person=ANNA))])
    ((_moment, finding),) = unavailable_of(both)
    assert finding.seat_ids == (7, 8)


def test_a_moved_session_is_judged_anew() -> None:
    agenda = meeting_with(hours(300, 360, free=False))
    moved = agenda.with_records([("sessions", 2, replace(agenda.sessions[2], start_minute=720))])
    assert (len(sentences(agenda)), sentences(moved)) == (1, [])


def test_a_spot_is_judged_before_anything_is_dropped_there() -> None:
    busy = hours(300, 360, free=False)
    agenda = meeting_with(busy)
    assert in_the_way(agenda, ANNA, THURSDAY_DATE, 640, 75) == (busy,)
    assert in_the_way(agenda, ANNA, THURSDAY_DATE, 720, 75) == ()


def test_a_whole_day_is_as_long_as_the_clocks_make_it() -> None:
    # Zurich goes back at 03:00 on 25 October 2020: the day has 25 hours.
    values = {"zone": "Europe/Zurich", "days": [Day(THURSDAY, "2020-10-25")], "meeting": [make_meeting(zone="UTC")]}
    whole_day = hours(0, 1440, date="2020-10-25")
    assert sentences(meeting_with(whole_day, start=22 * 60 - 15, **values)) == []
    assert len(sentences(meeting_with(whole_day, start=22 * 60 - 14, **values))) == 0
    assert sentences(meeting_with(whole_day, hours(0, 60, date="2020-10-26"), start=22 * 60 - 15, **values)) == []


def test_an_hour_that_comes_twice_is_its_first() -> None:
    # 02:30 in Zurich is 00:30 UTC, and again 01:30 UTC.
    values = {"zone": "Europe/Zurich", "days": [Day(THURSDAY, "2020-10-25")], "meeting": [make_meeting(zone="UTC")]}
    until = hours(120, 150, date="2020-10-25", free=False)
    assert len(sentences(meeting_with(until, start=29, **values))) == 1
    assert sentences(meeting_with(until, start=30, **values)) == []


def test_an_hour_that_the_clocks_skip_is_read_as_before_the_change() -> None:
    # 02:30 does not exist in Zurich on 29 March 2020; half an hour after 02:00, which is 03:00, is 01:30 UTC.
    values = {"zone": "Europe/Zurich", "days": [Day(THURSDAY, "2020-03-29")], "meeting": [make_meeting(zone="UTC")]}
    until = hours(60, 150, date="2020-03-29", free=False)
    assert len(sentences(meeting_with(until, start=89, **values))) == 1
    assert sentences(meeting_with(until, start=90, **values)) == []


def test_dates_at_the_end_of_the_calendar_are_left_out() -> None:
    assert sentences(meeting_with(hours(0, 1440, date="9999-12-31", free=False))) == []
