"""The meeting's wall time -> UTC and the local time of every person. The only file that imports pytz.

An offset belongs to a date: nothing here is taken from "now", except by ``now_in``.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache

import pytz
from pytz.tzfile import build_tzinfo

from planner.clock import MINUTES_A_DAY, format_minute
from planner.errors import InputProblem, RuleBroken
from planner.phrases import day_full
from planner.wording import say

Zone = pytz.tzinfo.BaseTzInfo

_MINUTES_AN_HOUR = 60
_MINUS = "\u2212"
_MOMENTS_KEPT = 16_384
_DAYS_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A moment on a clock somewhere: ``day_shift`` is how many days its date lies after the meeting's date."""

    date: date
    minute: int
    day_shift: int
    utc_offset_minutes: int


def zone_exists(name: str) -> bool:
    """Whether this is the name of an IANA zone, spelled as IANA spells it."""
    try:
        _zone(name)
    except InputProblem:
        return False
    return True


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
    """As ``local_time``; None for an hour that the meeting's clocks skip or repeat, and for an unknown zone."""
    try:
        return _local_time(meeting_zone, iso_date, minute, zone)
    except (RuleBroken, InputProblem):
        return None


def utc_offset_minutes(zone: str, iso_date: str, minute: int) -> int:
    """How far a zone's clocks are ahead of UTC at that wall-clock minute. Raises as ``to_utc`` does."""
    return _local_time(zone, iso_date, minute, zone).utc_offset_minutes


def offset_words(minutes: int) -> str:
    """ "UTC+1", "UTC+5:30", "UTC-5" with a true minus sign."""
    hours, rest = divmod(abs(minutes), _MINUTES_AN_HOUR)
    sign = _MINUS if minutes < 0 else "+"
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"


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
        raise _unknown(name) from failure
    return zone


def _unknown(name: str) -> InputProblem:
    return InputProblem(
        say("There is no time zone “{zone}”. Choose one from the list, such as Europe/Zurich.", zone=name)
    )


@lru_cache(maxsize=_MOMENTS_KEPT)
def _utc_moment(zone: str, iso_date: str, minute: int) -> datetime:
    wall = datetime.combine(date.fromisoformat(iso_date), time()) + timedelta(minutes=minute)
    try:
        # `tzinfo=` would take the zone's first offset, its local mean time: Zurich +00:34.
        return _zone(zone).localize(wall, is_dst=None).astimezone(UTC)
    except pytz.NonExistentTimeError as failure:
        raise RuleBroken(_skipped(zone, wall)) from failure
    except pytz.AmbiguousTimeError as failure:
        raise RuleBroken(_repeated(zone, wall)) from failure


def _skipped(zone: str, wall: datetime) -> str:
    return say(
        "{time} does not exist in {city} on {day}: the clocks go forward. Choose another hour.",
        time=format_minute(wall.hour * _MINUTES_AN_HOUR + wall.minute),
        city=zone_city(zone),
        day=day_full(wall.date().isoformat()),
    )


def _repeated(zone: str, wall: datetime) -> str:
    return say(
        "{time} comes twice in {city} on {day}: the clocks go back. Choose another hour.",
        time=format_minute(wall.hour * _MINUTES_AN_HOUR + wall.minute),
        city=zone_city(zone),
        day=day_full(wall.date().isoformat()),
    )


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
    return offset // timedelta(minutes=1)
