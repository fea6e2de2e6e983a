"""A day of the meeting on other clocks, against every minute counted one by one."""

import pytest

from planner.clock import MINUTES_A_DAY
from planner.local_times import local_time_or_none
from planner.rules.comfort import POINTS_AN_HOUR, Bounds, Comfort, comfort_at
from planner.rules.day_clocks import DayClock, Run, day_clock

BOUNDS = Bounds(working=(540, 1080), comfortable=(480, 1200), awake=(360, 1380))
PLACES = [
    ("Europe/Zurich", "2020-11-12", "America/Vancouver"),
    ("Europe/Zurich", "2020-11-12", "Pacific/Kiritimati"),
    ("Europe/Zurich", "2020-11-12", "Pacific/Pago_Pago"),
    ("Pacific/Kiritimati", "2020-11-12", "Pacific/Pago_Pago"),
    ("Pacific/Pago_Pago", "2020-11-12", "Pacific/Kiritimati"),
    ("Europe/Zurich", "2020-11-12", "Asia/Kathmandu"),
    # The clocks of both, of one, of the other change.
    ("Europe/Zurich", "2020-10-25", "Europe/London"),
    ("Europe/Zurich", "2020-10-25", "Asia/Bishkek"),
    ("Europe/Zurich", "2021-03-28", "Asia/Bishkek"),
    ("Europe/Zurich", "2021-03-28", "Europe/Zurich"),
    ("Europe/Zurich", "2020-11-01", "America/Toronto"),
    ("America/New_York", "2020-11-01", "America/Havana"),
    ("Australia/Lord_Howe", "2021-04-04", "Europe/Zurich"),
]
SPANS = [(0, 60), (90, 210), (600, 690), (940, 1440), (1380, 1500), (0, MINUTES_A_DAY), (119, 181)]


def clock_of(meeting_zone: str, iso_date: str, zone: str) -> DayClock:
    clock = day_clock(meeting_zone, iso_date, zone, BOUNDS)
    assert clock is not None
    return clock


def comforts(meeting_zone: str, iso_date: str, zone: str, start: int, end: int) -> list[Comfort]:
    """Minute by minute."""
    locals_ = [local_time_or_none(meeting_zone, iso_date, minute, zone) for minute in range(start, end)]
    return [comfort_at(BOUNDS, local.minute) for local in locals_ if local is not None]


@pytest.mark.parametrize(("meeting_zone", "iso_date", "zone"), PLACES)
def test_a_span_weighs_what_its_minutes_weigh(meeting_zone: str, iso_date: str, zone: str) -> None:
    clock = clock_of(meeting_zone, iso_date, zone)
    counted = [
        sum(POINTS_AN_HOUR[comfort] for comfort in comforts(meeting_zone, iso_date, zone, *span)) for span in SPANS
    ]
    assert [clock.weight(*span) for span in SPANS] == counted


@pytest.mark.parametrize(("meeting_zone", "iso_date", "zone"), PLACES)
def test_the_worst_of_a_span_is_its_hardest_minute(meeting_zone: str, iso_date: str, zone: str) -> None:
    clock = clock_of(meeting_zone, iso_date, zone)
    counted = [max(comforts(meeting_zone, iso_date, zone, *span), default=Comfort.WORKING) for span in SPANS]
    assert [clock.worst(*span) for span in SPANS] == counted


@pytest.mark.parametrize(("meeting_zone", "iso_date", "zone"), PLACES)
def test_many_starts_weigh_as_each_of_them(meeting_zone: str, iso_date: str, zone: str) -> None:
    clock, starts = clock_of(meeting_zone, iso_date, zone), range(0, 1440, 35)
    assert clock.weights(starts, 90) == [clock.weight(start, start + 90) for start in starts]


def test_no_starts_weigh_nothing() -> None:
    assert clock_of("Europe/Zurich", "2020-11-12", "Asia/Bishkek").weights(range(600, 600), 90) == []


def test_a_day_without_a_change_is_one_run() -> None:
    clock = clock_of("Europe/Zurich", "2020-11-12", "Asia/Bishkek")
    assert clock.runs == (Run(0, 2 * MINUTES_A_DAY, 300),)


def test_the_hour_that_comes_twice_has_no_shift() -> None:
    clock = clock_of("Europe/Zurich", "2020-10-25", "Asia/Bishkek")
    assert clock.runs == (Run(0, 120, 240), Run(120, 180, None), Run(180, 2 * MINUTES_A_DAY, 300))


@pytest.mark.parametrize(("meeting_zone", "zone"), [("Europe/Zurich", ""), ("Europe/Zurich", "Mars"), ("Mars", "UTC")])
def test_an_unknown_zone_has_no_clock(meeting_zone: str, zone: str) -> None:
    assert day_clock(meeting_zone, "2020-11-12", zone, BOUNDS) is None
