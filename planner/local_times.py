"""The meeting's wall time -> UTC and the local time of every person. The only file that imports pytz.

An offset belongs to a date: nothing here is taken from "now", except by ``now_in``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

import pytz
from pytz.tzfile import build_tzinfo

from planner.clock import MINUTES_A_DAY
from planner.errors import InputProblem, RuleBroken
from planner.zone_words import repeated_hour, skipped_hour, unknown_zone

Zone = pytz.tzinfo.BaseTzInfo

_MINUTE, _MINUTES_AN_HOUR = timedelta(minutes=1), 60
_MINUS = "\u2212"
_MOMENTS_KEPT = 16_384
_DAYS_KEPT = 4_096


class LocalTime(NamedTuple):
    """A moment on a clock somewhere: ``day_shift`` is how many days its date lies after the meeting's date."""

    date: date
    minute: int
    day_shift: int
    utc_offset_minutes: int


class Reading(NamedTuple):
    """What a wall-clock minute can mean: a moment in UTC, and what the clocks there show and call it then."""

    moment: datetime
    local: LocalTime
    abbreviation: str


class ClockChange(NamedTuple):
    """Clocks are moved at a moment in UTC; ``local_date`` is the date that the old clocks show then."""

    moment: datetime
    offset_before: int
    offset_after: int
    local_date: date


def zone_exists(name: str) -> bool:
    """Whether this is the name of an IANA zone, spelled as IANA spells it."""
    try:
        _zone(name)
    except InputProblem:
        return False
    return True


def known_zone(name: str) -> str:
    """The name itself. Raises InputProblem for an unknown zone."""
    _zone(name)
    return name


@cache
def zone_names() -> tuple[str, ...]:
    """The IANA zones in use, by name, for lists to choose from."""
    return tuple(pytz.common_timezones)


def zone_city(name: str) -> str:
    """ "America/New_York" -> "New York"; "UTC" -> "UTC"."""
    return name.rpartition("/")[2].replace("_", " ")


def single_zone_of_country(code: str) -> str | None:
    """The one zone of a country (ISO 3166 alpha-2); None for a country of several zones, or of an unknown code."""
    zones = pytz.country_timezones.get(code.upper(), [])
    return str(zones[0]) if len(zones) == 1 else None


@cache
def zones_by_country() -> dict[str, tuple[str, ...]]:
    """ISO 3166 alpha-2 code -> its zones, in the order of the IANA data: roughly by population."""
    return {str(code): tuple(map(str, zones)) for code, zones in pytz.country_timezones.items()}


@cache
def country_names() -> dict[str, str]:
    """ISO 3166 alpha-2 code -> English short name, as in the IANA data."""
    return {str(code): str(name) for code, name in pytz.country_names.items()}


def to_utc(zone: str, iso_date: str, minute: int) -> datetime:
    """The aware UTC moment of a wall-clock minute, which may run past the day's end.

    Raises RuleBroken for an hour that the clocks skip or repeat, InputProblem for an unknown zone.
    """
    return _utc_moment(zone, iso_date, minute)


def local_time(meeting_zone: str, iso_date: str, minute: int, zone: str) -> LocalTime:
    """What a minute on the meeting's clock is on the clocks of another zone. Raises as ``to_utc`` does."""
    return _local_time(meeting_zone, iso_date, minute, zone)


def local_time_or_none(meeting_zone: str, iso_date: str, minute: int, zone: str) -> LocalTime | None:
    """As ``local_time``; None for an hour that clocks skip or repeat, an unknown zone, a day beyond the calendar."""
    try:
        return _local_time(meeting_zone, iso_date, minute, zone)
    except (RuleBroken, InputProblem, OverflowError):
        return None


def utc_offset_minutes(zone: str, iso_date: str, minute: int) -> int:
    """How far a zone's clocks are ahead of UTC at that wall-clock minute. Raises as ``to_utc`` does."""
    return _local_time(zone, iso_date, minute, zone).utc_offset_minutes


def abbreviation(zone: str, iso_date: str, minute: int) -> str:
    """ "CET", or "+06" where the IANA data know no letters. Raises as ``to_utc`` does."""
    return _utc_moment(zone, iso_date, minute).astimezone(_zone(zone)).tzname() or ""


def readings(zone: str, iso_date: str, minute: int) -> tuple[Reading, ...]:
    """What a minute on a zone's clock means, earliest first: one reading, or two around a change of the clocks.

    02:30 of a night that skips from 02:00 to 03:00 can mean 01:30 before the change, or 03:30 after it.
    Raises InputProblem for an unknown zone.
    """
    wall = _wall(iso_date, minute)
    for moment, before, after in _changes(zone, wall, wall):
        if min(before, after) <= wall - moment < max(before, after):
            meant = sorted(wall - offset for offset in (before, after))
            return tuple(_reading(zone, iso_date, moment.replace(tzinfo=UTC)) for moment in meant)
    return (_reading(zone, iso_date, _utc_moment(zone, iso_date, minute)),)


def clock_changes(zone: str, first_date: str, last_date: str) -> tuple[ClockChange, ...]:
    """When the clocks of a zone are moved from one local date (ISO 8601) to another, both included.

    Raises InputProblem for an unknown zone.
    """
    first, last = date.fromisoformat(first_date), date.fromisoformat(last_date)
    found = _changes(zone, datetime.combine(first, time()), datetime.combine(last, time.max))
    return tuple(
        ClockChange(moment.replace(tzinfo=UTC), before // _MINUTE, after // _MINUTE, (moment + before).date())
        for moment, before, after in found
        if first <= (moment + before).date() <= last
    )


def offset_words(minutes: int) -> str:
    """ "UTC+1", "UTC+5:30", "UTC-5" with a true minus sign."""
    hours, rest = divmod(abs(minutes), _MINUTES_AN_HOUR)
    sign = _MINUS if minutes < 0 else "+"
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"


def on_clock(zone: str, moment: datetime) -> datetime:
    """An aware moment on the clocks of a zone, with the offset and the name they have then. Raises InputProblem."""
    return moment.astimezone(_zone(zone))


def now_in(zone: str) -> datetime:
    """The present moment on the clocks of a zone. Raises InputProblem for an unknown zone."""
    return datetime.now(UTC).astimezone(_zone(zone))


def zone_data_version() -> str:
    """The edition of the IANA data in use, e.g. "2026b"."""
    return str(pytz.OLSON_VERSION)  # type: ignore[attr-defined]  # missing from the stubs


@cache
def _zone(name: str) -> Zone:
    try:
        # pytz.timezone would first look for each of its six hundred files, which the first window waits for.
        with pytz.open_resource(name) as data:  # type: ignore[attr-defined]  # missing from the stubs
            zone: Zone = build_tzinfo(name, data)
    except (OSError, ValueError, AssertionError) as failure:
        raise InputProblem(unknown_zone(name)) from failure
    return zone


@lru_cache(maxsize=_MOMENTS_KEPT)
def _utc_moment(zone: str, iso_date: str, minute: int) -> datetime:
    wall = _wall(iso_date, minute)
    try:
        # `tzinfo=` would take the zone's first offset, its local mean time: Zurich +00:34.
        return _zone(zone).localize(wall, is_dst=None).astimezone(UTC)
    except pytz.NonExistentTimeError as failure:
        raise RuleBroken(skipped_hour(zone_city(zone), wall)) from failure
    except pytz.AmbiguousTimeError as failure:
        raise RuleBroken(repeated_hour(zone_city(zone), wall)) from failure


@lru_cache(maxsize=_MOMENTS_KEPT)
def _local_time(meeting_zone: str, iso_date: str, minute: int, zone: str) -> LocalTime:
    moment = _utc_moment(meeting_zone, iso_date, minute)
    offset = _offset_at(zone, moment)
    day_shift, local_minute = divmod(minute - _offset_at(meeting_zone, moment) + offset, MINUTES_A_DAY)
    return LocalTime(_date_after(iso_date, day_shift), local_minute, day_shift, offset)


@lru_cache(maxsize=_DAYS_KEPT)
def _date_after(iso_date: str, days: int) -> date:
    return date.fromisoformat(iso_date) + timedelta(days=days)


def _offset_at(zone: str, moment: datetime) -> int:
    steady = _steady_offset(zone, moment.date())
    return _offset_of(zone, moment) if steady is None else steady


@lru_cache(maxsize=_DAYS_KEPT)
def _steady_offset(zone: str, utc_date: date) -> int | None:
    """The offset a zone keeps from one UTC midnight to the next; None on a day when its clocks change.

    No zone changes its clocks twice within a day, so the same offset at both ends holds in between.
    """
    midnight = datetime.combine(utc_date, time(), UTC)
    first, last = _offset_of(zone, midnight), _offset_of(zone, midnight + timedelta(days=1))
    return first if first == last else None


def _offset_of(zone: str, moment: datetime) -> int:
    offset = moment.astimezone(_zone(zone)).utcoffset() or timedelta()
    return offset // _MINUTE


def _wall(iso_date: str, minute: int) -> datetime:
    return datetime.combine(date.fromisoformat(iso_date), time()) + timedelta(minutes=minute)


def _changes(zone: str, first: datetime, last: datetime) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    """Moment in UTC, offset before, offset after: all changes between two naive times, and a neighbour or two.

    The lists are pytz's own: it has no public way to ask when clocks are moved.
    """
    known = _zone(zone)
    times: list[datetime] = getattr(known, "_utc_transition_times", [])  # a zone that never changed has none
    infos: list[tuple[timedelta, ...]] = getattr(known, "_transition_info", [])
    for index in range(max(1, bisect_left(times, first) - 2), min(len(times), bisect_right(times, last) + 2)):
        before, after = infos[index - 1][0], infos[index][0]
        if before != after:
            yield times[index], before, after


def _reading(zone: str, iso_date: str, moment: datetime) -> Reading:
    offset = _offset_of(zone, moment)
    minutes = (moment.replace(tzinfo=None) - _wall(iso_date, 0)) // _MINUTE
    day_shift, minute = divmod(minutes + offset, MINUTES_A_DAY)
    local = LocalTime(_date_after(iso_date, day_shift), minute, day_shift, offset)
    return Reading(moment, local, moment.astimezone(_zone(zone)).tzname() or "")
