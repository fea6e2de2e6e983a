"""How hard a plan is for those who hold its seats, counted in points.

Each minute of a seat's session weighs 0 in the holder's working hours, 1 in stretched ones, 3 early or late, and 6
while the holder would be asleep (``comfort.POINTS_AN_HOUR``). The hardship of a seat is the sum over its session
divided by 60, so that an hour at night is 6 points. The hardship of a person, an entity, a session or the whole draft
is the sum of their seats. Seats that do not count, seats in breaks and reserves, seats without an hour, and holders
whose zone is not known have none.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from planner.local_times import LocalTime, local_time_or_none
from planner.models.agenda import Agenda
from planner.models.records import Seat, Session
from planner.rules.comfort import Bounds, Comfort, bounds_of
from planner.rules.day_clocks import day_clock
from planner.rules.identity import Same
from planner.rules.occupancy import entity_of
from planner.rules.seat_zones import zone_of_seat

MINUTES_A_POINT = 60


@dataclass(frozen=True, slots=True)
class SeatHardship:
    """Points, the hardest minute, and the holder's clock when the session starts; None in an hour clocks skip."""

    points: float
    worst: Comfort
    start: LocalTime | None


@dataclass(frozen=True, slots=True)
class Hardship:
    """Points by id; who has none is left out. ``seats`` has every seat whose hour and zone are known."""

    seats: Mapping[int, SeatHardship]
    sessions: Mapping[int, float]
    people: Mapping[int, float]
    entities: Mapping[int, float]
    draft: float


def hardship_of(agenda: Agenda) -> Hardship:
    """The hardship of the whole meeting; kept for the pictures of late."""
    return _hardship(Same(agenda))


def seat_points(agenda: Agenda, seat: Seat) -> float:
    """The points of one seat."""
    found = seat_hardship(agenda, seat)
    return 0.0 if found is None else found.points


def seat_hardship(agenda: Agenda, seat: Seat) -> SeatHardship | None:
    """None for a seat that has no hardship, not even 0: no hour, no zone, or it does not count."""
    session = agenda.sessions[seat.session_id]
    if not seat.counts or not session.has_speakers:
        return None
    return _of_zone(agenda, session, zone_of_seat(agenda, seat), bounds_of(agenda.meeting))


def _of_zone(agenda: Agenda, session: Session, zone: str, bounds: Bounds) -> SeatHardship | None:
    if session.day_id is None or session.start_minute is None:
        return None
    meeting_zone, iso_date, start = agenda.meeting.zone, agenda.days[session.day_id].date, session.start_minute
    clock = day_clock(meeting_zone, iso_date, zone, bounds)
    if clock is None:
        return None
    end = start + session.minutes
    local = local_time_or_none(meeting_zone, iso_date, start, zone)
    return SeatHardship(clock.weight(start, end) / MINUTES_A_POINT, clock.worst(start, end), local)


@lru_cache(maxsize=4)
def _hardship(key: Same[Agenda]) -> Hardship:
    seats = _seats(key.thing)
    by_session: dict[int, float] = defaultdict(float)
    people: dict[int, float] = defaultdict(float)
    entities: dict[int, float] = defaultdict(float)
    for seat_id, found in seats.items():
        if not found.points:
            continue
        seat = key.thing.seats[seat_id]
        by_session[seat.session_id] += found.points
        if seat.person_id is not None:
            people[seat.person_id] += found.points
        if (entity_id := entity_of(key.thing, seat)) is not None:
            entities[entity_id] += found.points
    draft = sum(found.points for found in seats.values())
    return Hardship(seats, dict(by_session), dict(people), dict(entities), draft)


def _seats(agenda: Agenda) -> dict[int, SeatHardship]:
    """Those who sit in one zone in one session are counted once."""
    bounds = bounds_of(agenda.meeting)
    known: dict[tuple[int, str], SeatHardship | None] = {}
    seats: dict[int, SeatHardship] = {}
    for seat in agenda.seats.values():
        session = agenda.sessions[seat.session_id]
        if not seat.counts or not session.has_speakers:
            continue
        place = seat.session_id, zone_of_seat(agenda, seat)
        if place not in known:
            known[place] = _of_zone(agenda, session, place[1], bounds)
        if (found := known[place]) is not None:
            seats[seat.id] = found
    return seats
