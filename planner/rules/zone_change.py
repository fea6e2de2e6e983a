"""What becomes of a meeting whose time zone is changed, keeping its wall times or its instants: the plan alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from planner.clock import MINUTES_A_DAY, format_span
from planner.errors import RuleBroken
from planner.local_times import (
    LocalTime,
    abbreviation,
    known_zone,
    local_time,
    local_time_or_none,
    utc_offset_minutes,
)
from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import day_full, day_medium, seat_holder, session_name
from planner.rules.clock_words import clock_name
from planner.rules.seat_zones import zone_of_seat
from planner.wording import say

_NOON = MINUTES_A_DAY // 2

Moment = tuple[str, int]
"""ISO date and minute on somebody's clock."""
Hours = tuple[str, int, int]
"""ISO date, start and end minute on the clock of the new zone."""


class Keep(StrEnum):
    """Whether 10:00 stays 10:00, or the moment at which everybody comes stays."""

    WALL_TIMES = "wall"
    INSTANTS = "instants"


@dataclass(frozen=True, slots=True)
class ZoneChange:
    """The plan. ``new_dates`` are days to be added; the rest is by id, and empty when nothing but the zone changes.

    ``windows`` and ``availabilities`` have several hours where the new zone's midnight parts them.
    """

    zone: str
    dates: dict[int, str]
    new_dates: tuple[str, ...]
    windows: dict[int, tuple[Hours, ...]]
    starts: dict[int, Moment]
    availabilities: dict[int, tuple[Hours, ...]]


@dataclass(frozen=True, slots=True)
class LocalChange:
    """Whose local time changes: each with what it was and will be, as (ISO date, start minute)."""

    who: str
    zone: str
    before: Moment
    after: Moment


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A session on the meeting's clock before and after, as (ISO date, start minute), and whose local time changes."""

    session: Session
    before: Moment
    after: Moment
    local_changes: tuple[LocalChange, ...]


def suggested_label(zone: str, iso_date: str) -> str:
    """What the zone's clocks are called at noon of a date: "CET", or "UTC+6" where no letters are known.

    Raises InputProblem for an unknown zone.
    """
    return clock_name(abbreviation(zone, iso_date, _NOON), utc_offset_minutes(zone, iso_date, _NOON))


def plan_zone_change(agenda: Agenda, zone: str, keep: Keep) -> ZoneChange:
    """What to change. Raises InputProblem for an unknown zone, RuleBroken when the instants cannot be kept."""
    known_zone(zone)
    availabilities = {
        row.id: _pieces(agenda, zone, row.date, row.start_minute, row.end_minute)
        for row in agenda.availabilities.values()
        if not row.own_clock and zone != agenda.meeting.zone
    }
    if keep is Keep.WALL_TIMES or zone == agenda.meeting.zone:
        return ZoneChange(zone, {}, (), {}, {}, availabilities)
    starts = {session.id: _start(agenda, session, before, zone) for session, before in _placed(agenda)}
    windows = {
        window.id: _pieces(agenda, zone, agenda.days[window.day_id].date, window.start_minute, window.end_minute)
        for window in agenda.windows.values()
    }
    dates = _dates(agenda, windows)
    used = {hours[0] for pieces in windows.values() for hours in pieces} | {start[0] for start in starts.values()}
    return ZoneChange(zone, dates, tuple(sorted(used - set(dates.values()))), windows, starts, availabilities)


def _placed(agenda: Agenda) -> Iterator[tuple[Session, Moment]]:
    for session in agenda.placed_sessions:
        spot = session.spot
        if spot is not None:
            yield session, (agenda.days[spot.day_id].date, spot.start_minute)


def _start(agenda: Agenda, session: Session, before: Moment, zone: str) -> Moment:
    """Where a session starts. Raises RuleBroken when midnight would part it, or an hour has no one meaning."""
    local = local_time(agenda.meeting.zone, *before, zone)
    if local.minute + session.minutes > MINUTES_A_DAY:
        raise RuleBroken(
            say(
                "{session} would run over midnight, from {day} {span}. Move it first, or keep the wall times.",
                session=session_name(session),
                day=day_medium(local.date.isoformat()),
                span=format_span(local.minute, (local.minute + session.minutes) % MINUTES_A_DAY),
            )
        )
    return local.date.isoformat(), local.minute


def _pieces(agenda: Agenda, zone: str, iso_date: str, start_minute: int, end_minute: int) -> tuple[Hours, ...]:
    """The same hours on the clocks of the zone; two when its midnight lies between."""
    first = local_time(agenda.meeting.zone, iso_date, start_minute, zone)
    last = local_time(agenda.meeting.zone, iso_date, end_minute, zone)
    days = (last.date - first.date).days
    end = last.minute + days * MINUTES_A_DAY
    if end <= first.minute:  # hours that clocks moved back swallow whole
        end = first.minute + end_minute - start_minute
    pieces: list[Hours] = []
    start, day = first.minute, first.date
    while start < end:
        pieces.append((day.isoformat(), start, min(end, MINUTES_A_DAY)))
        start, end, day = 0, end - MINUTES_A_DAY, day + timedelta(days=1)
    return tuple(pieces)


def _dates(agenda: Agenda, windows: dict[int, tuple[Hours, ...]]) -> dict[int, str]:
    """Each day keeps its first hours. Raises RuleBroken when two days would have one date."""
    dates: dict[int, str] = {}
    for day in agenda.days_in_order:
        own = agenda.windows_of(day.id)
        new = windows[own[0].id][0][0] if own else day.date
        if new in dates.values():
            raise RuleBroken(
                say(
                    "Two days of the meeting would be {day}. Change the hours of one of them, or keep the wall times.",
                    day=day_full(new),
                )
            )
        dates[day.id] = new
    return dates


def preview(agenda: Agenda, plan: ZoneChange) -> tuple[PreviewRow, ...]:
    """What the plan does to each placed session and to the clocks of those who sit in it."""
    rows = []
    for session, before in _placed(agenda):
        after = plan.starts.get(session.id, before)
        rows.append(PreviewRow(session, before, after, tuple(_local_changes(agenda, plan, session, before, after))))
    return tuple(rows)


def _local_changes(
    agenda: Agenda, plan: ZoneChange, session: Session, before: Moment, after: Moment
) -> Iterator[LocalChange]:
    """Each holder once, in the order of the seats; those without a zone are left out."""
    said = set()
    for seat in agenda.seats_of(session.id):
        zone = zone_of_seat(agenda, seat)
        holder = seat.person_id, seat.entity_id if seat.person_id is None else None
        if not seat.counts or not zone or holder in said:
            continue
        said.add(holder)
        was = local_time_or_none(agenda.meeting.zone, *before, zone)
        will_be = local_time_or_none(plan.zone, *after, zone)
        if was is not None and will_be is not None and (was.date, was.minute) != (will_be.date, will_be.minute):
            yield LocalChange(seat_holder(agenda, seat), zone, _moment(was), _moment(will_be))


def _moment(local: LocalTime) -> Moment:
    return local.date.isoformat(), local.minute
