"""When a session is on somebody's own clock: for findings, cards and tables."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple

from planner.clock import MINUTES_A_DAY
from planner.local_times import LocalTime, local_time_or_none
from planner.models.records import Meeting
from planner.rules.clock_words import last_minute
from planner.rules.comfort import Bounds, Comfort, bounds_of
from planner.rules.day_clocks import day_clock

_KEPT = 16_384


class SeatTime(NamedTuple):
    """Start and end on the clocks of a zone, the hardest minute between, and whether any lies on another date."""

    start: LocalTime
    end: LocalTime
    worst: Comfort
    other_date: bool


TimeThere = Callable[[str, int, int, str], SeatTime | None]
"""The ISO date of a session, its start, its minutes and a zone -> the session on the clocks of that zone.

None for a zone that is not known, and for a start or an end that the meeting's clocks skip or repeat.
"""


def times_of(meeting: Meeting) -> TimeThere:
    """What tells the times of this meeting; it remembers those of late."""
    return _times(meeting.zone, bounds_of(meeting))


@lru_cache(maxsize=4)
def _times(meeting_zone: str, bounds: Bounds) -> TimeThere:
    # Keys without the meeting: thousands of seats are looked up after each drop.
    return lru_cache(maxsize=_KEPT)(partial(_time_there, meeting_zone, bounds))


def _time_there(
    meeting_zone: str, bounds: Bounds, iso_date: str, start: int, minutes: int, zone: str
) -> SeatTime | None:
    stop = start + minutes
    clock = day_clock(meeting_zone, iso_date, zone, bounds)
    first, end = (local_time_or_none(meeting_zone, iso_date, minute, zone) for minute in (start, stop))
    if clock is None or first is None or end is None:
        return None
    shifts = first.day_shift, last_minute(end).day_shift
    other_date = shifts != (start // MINUTES_A_DAY, (stop - 1) // MINUTES_A_DAY)
    return SeatTime(first, end, clock.worst(start, stop), other_date)
