"""Who would sit outside their comfortable hours if a session stood at some spot."""

from typing import NamedTuple

from planner.clock import MINUTES_A_DAY
from planner.local_times import LocalTime, local_time_or_none
from planner.models.agenda import Agenda
from planner.models.records import Seat, Spot
from planner.rules.comfort import Comfort, bounds_of
from planner.rules.day_clocks import day_clock
from planner.rules.hardship import MINUTES_A_POINT
from planner.rules.seat_zones import zone_of_seat


class Strained(NamedTuple):
    """One seat of a holder: the clock there at the start, the minute of the end, and how hard it is."""

    seat: Seat
    zone: str
    start: LocalTime
    end_minute: int
    worst: Comfort
    points: float


def strained_at(agenda: Agenda, session_id: int, spot: Spot, minutes: int) -> tuple[Strained, ...]:
    """Each holder once (a person, else an entity that still has to name one), the hardest first."""
    if not agenda.sessions[session_id].has_speakers:
        return ()
    found: dict[tuple[int | None, ...], Strained] = {}
    for seat in agenda.seats_of(session_id):
        who = (seat.person_id,) if seat.person_id is not None else (None, seat.entity_id)
        if seat.counts and who not in found:
            strained = _strained(agenda, seat, spot, minutes)
            if strained is not None:
                found[who] = strained
    return tuple(sorted(found.values(), key=lambda strained: (-strained.points, -strained.worst)))


def _strained(agenda: Agenda, seat: Seat, spot: Spot, minutes: int) -> Strained | None:
    iso_date, zone = agenda.days[spot.day_id].date, zone_of_seat(agenda, seat)
    clock = day_clock(agenda.meeting.zone, iso_date, zone, bounds_of(agenda.meeting))
    start = local_time_or_none(agenda.meeting.zone, iso_date, spot.start_minute, zone)
    if clock is None or start is None:
        return None
    end = spot.start_minute + minutes
    worst = clock.worst(spot.start_minute, end)
    if worst < Comfort.EARLY_OR_LATE:
        return None
    last = local_time_or_none(agenda.meeting.zone, iso_date, end, zone)
    return Strained(
        seat=seat,
        zone=zone,
        start=start,
        end_minute=(start.minute + minutes) % MINUTES_A_DAY if last is None else last.minute,
        worst=worst,
        points=clock.weight(spot.start_minute, end) / MINUTES_A_POINT,
    )
