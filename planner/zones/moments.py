"""What the clocks of all zones show and are called at a moment; kept for the few moments a meeting asks about."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from planner.local_times import LocalTime, on_clock
from planner.zones.asked import MeetingStart
from planner.zones.names import canonical_zones

_HALF_A_YEAR = timedelta(days=182)
_MINUTE = timedelta(minutes=1)
_KEPT = 8


class Worn(NamedTuple):
    """What a zone's clocks are called, as the zone data have it, and how far they are ahead of UTC."""

    letters: str
    offset_minutes: int


@lru_cache(maxsize=_KEPT)
def times_at(start: MeetingStart) -> Mapping[str, LocalTime]:
    """Zone -> what its clocks show when the meeting starts."""
    return {zone: _local(on_clock(zone, start.moment), start.day) for zone in canonical_zones()}


def _local(there: datetime, day: date) -> LocalTime:
    return LocalTime(there.date(), there.hour * 60 + there.minute, (there.date() - day).days, _offset(there))


def _offset(there: datetime) -> int:
    return (there.utcoffset() or timedelta()) // _MINUTE


@lru_cache(maxsize=_KEPT)
def worn_around(start: MeetingStart) -> Mapping[str, tuple[Worn, ...]]:
    """Zone -> what its clocks are called at the meeting's start, half a year later and half a year before."""
    moments = (start.moment, start.moment + _HALF_A_YEAR, start.moment - _HALF_A_YEAR)
    return {zone: tuple(_worn(on_clock(zone, moment)) for moment in moments) for zone in canonical_zones()}


def _worn(there: datetime) -> Worn:
    return Worn(there.tzname() or "", _offset(there))
