"""The hours of each day of the meeting as they pass on somebody's clock: pieces of comfort, full hours, dates.

Minutes are the meeting's unless called local.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from planner.clock import MINUTES_A_DAY, USUAL_WINDOW
from planner.models.agenda import Agenda
from planner.rules.comfort import Bounds, Comfort, comfort_at
from planner.rules.day_clocks import DayClock, Run, day_clock

MARGIN_MINUTES = 60
"""Closed time shown before and after the hours of a day."""

_MINUTES_AN_HOUR = 60
_STRIPS_KEPT = 2_048


@dataclass(frozen=True, slots=True)
class DayHours:
    """The hours of a day that are drawn: its windows, its sessions, and closed time before and after."""

    day_id: int
    date: str
    first_minute: int
    last_minute: int
    windows: tuple[tuple[int, int], ...]

    @property
    def minutes(self) -> int:
        return self.last_minute - self.first_minute

    def is_open(self, minute: int) -> bool:
        return any(start <= minute < end for start, end in self.windows)

    def closed(self) -> Iterator[tuple[int, int]]:
        """The hours outside all windows, as start and end."""
        before = self.first_minute
        for start, end in self.windows:
            if before < start:
                yield before, start
            before = max(before, end)
        if before < self.last_minute:
            yield before, self.last_minute


@dataclass(frozen=True, slots=True)
class Piece:
    """Minutes of one comfort; None while the meeting's clocks skip or repeat the hour."""

    start_minute: int
    end_minute: int
    comfort: Comfort | None


@dataclass(frozen=True, slots=True)
class Strip:
    """One day on somebody's clock: ``hours`` are (minute, local hour), ``dates`` (minute, local date) of each change.

    The first of ``dates`` stands at the strip's start when the day begins on another date than the meeting's.
    """

    pieces: tuple[Piece, ...]
    hours: tuple[tuple[int, int], ...]
    dates: tuple[tuple[int, date], ...]


def hours_of_days(agenda: Agenda) -> tuple[DayHours, ...]:
    """What is drawn of each day, by date."""
    return tuple(_hours_of(agenda, day.id, day.date) for day in agenda.days_in_order)


def _hours_of(agenda: Agenda, day_id: int, iso_date: str) -> DayHours:
    windows = tuple((window.start_minute, window.end_minute) for window in agenda.windows_of(day_id))
    spans = [
        (session.start_minute, session.start_minute + session.minutes)
        for session in agenda.sessions_on(day_id)
        if session.start_minute is not None
    ]
    spans += windows or [USUAL_WINDOW]
    first = max(0, min(start for start, _end in spans) - MARGIN_MINUTES)
    last = min(MINUTES_A_DAY, max(end for _start, end in spans) + MARGIN_MINUTES)
    return DayHours(day_id, iso_date, first, last, windows)


@lru_cache(maxsize=_STRIPS_KEPT)
def strip_of(meeting_zone: str, hours: DayHours, zone: str, bounds: Bounds) -> Strip | None:
    """A day of the meeting on the clocks of a zone; None when the zone is not known."""
    clock = day_clock(meeting_zone, hours.date, zone, bounds)
    if clock is None:
        return None
    pieces: list[Piece] = []
    full_hours: list[tuple[int, int]] = []
    dates: list[tuple[int, date]] = []
    for start, end, shift in _runs(clock, hours):
        if shift is None:
            pieces.append(Piece(start, end, None))
            continue
        pieces += _pieces(start, end, shift, bounds)
        full_hours += _full_hours(start, end, shift)
        dates += _dates(start, end, shift, date.fromisoformat(hours.date))
    return Strip(tuple(pieces), tuple(full_hours), _changes(hours, dates))


def _runs(clock: DayClock, hours: DayHours) -> Iterator[Run]:
    """What of a clock's runs is drawn."""
    for run in clock.runs:
        start, end = max(run.start_minute, hours.first_minute), min(run.end_minute, hours.last_minute)
        if start < end:
            yield Run(start, end, run.shift)


def _full_hours(start: int, end: int, shift: int) -> Iterator[tuple[int, int]]:
    first = start + -(start + shift) % _MINUTES_AN_HOUR
    for minute in range(first, end, _MINUTES_AN_HOUR):
        yield minute, (minute + shift) % MINUTES_A_DAY // _MINUTES_AN_HOUR


def _dates(start: int, end: int, shift: int, meeting_date: date) -> Iterator[tuple[int, date]]:
    """The local date at the start, and at each local midnight after it."""
    midnight = start + -(start + shift) % MINUTES_A_DAY
    for minute in (start, *range(midnight, end, MINUTES_A_DAY)):
        yield minute, meeting_date + timedelta(days=(minute + shift) // MINUTES_A_DAY)


def _changes(hours: DayHours, dates: Iterable[tuple[int, date]]) -> tuple[tuple[int, date], ...]:
    """Those that differ from the date before, which at first is the meeting's."""
    before, found = date.fromisoformat(hours.date), []
    for minute, local in dates:
        if local != before:
            found.append((minute, local))
        before = local
    return tuple(found)


def _pieces(start: int, end: int, shift: int, bounds: Bounds) -> Iterator[Piece]:
    """One a stretch of equal comfort; comfort changes at the bounds and nowhere else."""
    edges = {edge for pair in (bounds.awake, bounds.comfortable, bounds.working) for edge in pair}
    first_day = (start + shift) // MINUTES_A_DAY
    cuts = {edge + day * MINUTES_A_DAY - shift for edge in edges for day in (first_day, first_day + 1, first_day + 2)}
    before, comfort = start, comfort_at(bounds, (start + shift) % MINUTES_A_DAY)
    for cut in sorted(cut for cut in cuts if start < cut < end):
        after = comfort_at(bounds, (cut + shift) % MINUTES_A_DAY)
        if after is not comfort:
            yield Piece(before, cut, comfort)
            before, comfort = cut, after
    yield Piece(before, end, comfort)
