"""Which clocks are moved around a meeting, and what that does to how far people are apart."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from planner.local_times import ClockChange, clock_changes, local_time

EUROPE = "Europe/Brussels"
"""Where the clocks of Europe are looked up: the European Union and its neighbours move them at one moment."""

DAYS_AROUND = 14


class Move(NamedTuple):
    """Zones of one offset that move their clocks at one moment; ``own`` when the meeting's are moved alike.

    ``own_before`` and ``own_after`` are the meeting's offsets just then, ``apart_before`` and ``apart_after`` the
    minutes ahead of its clocks.
    """

    change: ClockChange
    zones: tuple[str, ...]
    own: bool
    own_before: int
    own_after: int
    apart_before: int
    apart_after: int


@lru_cache(maxsize=8)
def moves_around(meeting_zone: str, first_date: str, last_date: str, zones: frozenset[str]) -> tuple[Move, ...]:
    """All moves from 14 days before the first date to 14 days after the last, by moment.

    The meeting's zone and Europe are looked at beside ``zones``. All zones exist.
    """
    first, last = _days_later(first_date, -DAYS_AROUND), _days_later(last_date, DAYS_AROUND)
    own = {change.moment: _moved_by(change) for change in clock_changes(meeting_zone, first, last)}
    grouped: dict[tuple[datetime, int, int], list[tuple[ClockChange, str]]] = defaultdict(list)
    for zone in (meeting_zone, *sorted(zones - {meeting_zone, EUROPE}), *({EUROPE} - {meeting_zone})):
        for change in clock_changes(zone, first, last):
            alike = own.get(change.moment) == _moved_by(change)
            offsets = (0, _moved_by(change)) if alike else (change.offset_before, change.offset_after)
            grouped[change.moment, *offsets].append((change, zone))
    moves = [_move(meeting_zone, group, own) for group in grouped.values()]
    return tuple(sorted(moves, key=lambda move: (move.change.moment, move.zones)))


def _moved_by(change: ClockChange) -> int:
    return change.offset_after - change.offset_before


def _move(meeting_zone: str, group: list[tuple[ClockChange, str]], own: dict[datetime, int]) -> Move:
    change, zones = group[0][0], tuple(zone for _change, zone in group)
    is_own = own.get(change.moment) == _moved_by(change)
    before, after = _offset(meeting_zone, change.moment - timedelta(minutes=1)), _offset(meeting_zone, change.moment)
    return Move(change, zones, is_own, before, after, change.offset_before - before, change.offset_after - after)


def _offset(zone: str, moment: datetime) -> int:
    utc = moment.astimezone(UTC)
    return local_time("UTC", utc.date().isoformat(), utc.hour * 60 + utc.minute, zone).utc_offset_minutes


def _days_later(iso_date: str, days: int) -> str:
    """The nearest date of the calendar where it ends."""
    ordinal = date.fromisoformat(iso_date).toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal())).isoformat()


def days_from(dates: tuple[str, str], local_date: date) -> int:
    """How far a date lies from a meeting of these first and last dates: negative before, positive after, else 0."""
    first, last = (date.fromisoformat(text) for text in dates)
    if local_date < first:
        return (local_date - first).days
    return max(0, (local_date - last).days)
