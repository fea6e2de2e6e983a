"""Every seat, or every session for one zone, on three clocks: the meeting's, that of the place, and UTC."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.local_times import LocalTime, known_zone, local_time_or_none, readings, zone_exists
from planner.models.agenda import Agenda
from planner.models.records import Entity, Person, Seat, Session
from planner.rules.clock_words import clock_name
from planner.rules.comfort import Comfort
from planner.rules.occupancy import entity_of
from planner.rules.seat_times import times_of
from planner.rules.seat_zones import zone_of_seat

UTC = "UTC"


@dataclass(frozen=True, slots=True)
class ClockSpan:
    """Start and end on the clocks of a zone."""

    zone: str
    start: LocalTime
    end: LocalTime

    def clock_at(self, moment: LocalTime) -> str:
        """What these clocks are called at the start or the end: "CET", or "UTC+6" where no letters are known."""
        return _clock(self.zone, moment)


@dataclass(frozen=True, slots=True)
class SeatClocks:
    """A session on the clocks of whoever holds a seat there; without a seat, for anybody in a zone.

    ``zone`` is empty while it is not known. ``meeting`` and ``utc`` are None while the session has no hour, and
    where the meeting's clocks skip or repeat it; ``there`` and ``comfort`` also while the zone is not known.
    """

    session: Session
    iso_date: str
    seat: Seat | None
    person: Person | None
    entity: Entity | None
    zone: str
    meeting: ClockSpan | None
    there: ClockSpan | None
    utc: ClockSpan | None
    comfort: Comfort | None


def clocks_of_seats(agenda: Agenda) -> list[SeatClocks]:
    """All seats that somebody holds and that count, in the order of the timetable."""
    return _of_seats(agenda, agenda.seats.values())


def clocks_of_holder(agenda: Agenda, *, person_id: int | None = None, entity_id: int | None = None) -> list[SeatClocks]:
    """The seats of a person; or those of an entity, its people's too."""
    if person_id is not None:
        return _of_seats(agenda, (seat for seat in agenda.seats.values() if seat.person_id == person_id))
    return _of_seats(agenda, (seat for seat in agenda.seats.values() if entity_of(agenda, seat) == entity_id))


def clocks_of_sessions(agenda: Agenda, zone: str) -> list[SeatClocks]:
    """All sessions in a zone, in the order of the timetable. Raises InputProblem for an unknown zone."""
    known_zone(zone)
    return [_clocks(agenda, session, None, zone, _on_clocks(agenda, session)) for session in _in_order(agenda)]


def _in_order(agenda: Agenda) -> tuple[Session, ...]:
    return (*agenda.placed_sessions, *agenda.sessions_to_place)


def _of_seats(agenda: Agenda, seats: Iterable[Seat]) -> list[SeatClocks]:
    order = {session.id: place for place, session in enumerate(_in_order(agenda))}
    held = [seat for seat in seats if seat.counts and (seat.person_id is not None or seat.entity_id is not None)]
    held.sort(key=lambda seat: (order[seat.session_id], seat.position, seat.id))
    shared = {session_id: _on_clocks(agenda, agenda.sessions[session_id]) for session_id in order}
    return [
        _clocks(agenda, agenda.sessions[seat.session_id], seat, zone_of_seat(agenda, seat), shared[seat.session_id])
        for seat in held
    ]


_Shared = tuple[str, ClockSpan | None, ClockSpan | None]
"""The date, the meeting's clocks and UTC, which are the same for all seats of a session."""


def _on_clocks(agenda: Agenda, session: Session) -> _Shared:
    if session.day_id is None:
        return "", None, None
    iso_date = agenda.days[session.day_id].date
    return iso_date, _span(agenda, session, iso_date, agenda.meeting.zone), _span(agenda, session, iso_date, UTC)


def _span(agenda: Agenda, session: Session, iso_date: str, zone: str) -> ClockSpan | None:
    start_minute = session.start_minute or 0
    start = local_time_or_none(agenda.meeting.zone, iso_date, start_minute, zone)
    end = local_time_or_none(agenda.meeting.zone, iso_date, start_minute + session.minutes, zone)
    return None if start is None or end is None else ClockSpan(zone, start, end)


def _clocks(agenda: Agenda, session: Session, seat: Seat | None, zone: str, shared: _Shared) -> SeatClocks:
    iso_date, meeting, utc = shared
    person_id = None if seat is None else seat.person_id
    entity_id = None if seat is None else entity_of(agenda, seat)
    person = None if person_id is None else agenda.people[person_id]
    entity = None if entity_id is None else agenda.entities[entity_id]
    known = zone if zone and zone_exists(zone) else ""
    found = None
    if known and iso_date:
        found = times_of(agenda.meeting)(iso_date, session.start_minute or 0, session.minutes, zone)
    there = None if found is None else ClockSpan(zone, found.start, found.end)
    comfort = None if found is None else found.worst
    return SeatClocks(session, iso_date, seat, person, entity, known, meeting, there, utc, comfort)


def _clock(zone: str, moment: LocalTime) -> str:
    """Of the two readings of an hour that comes twice, the one with this offset."""
    found = readings(zone, moment.date.isoformat(), moment.minute)
    name = next(
        reading.abbreviation for reading in found if reading.local.utc_offset_minutes == moment.utc_offset_minutes
    )
    return clock_name(name, moment.utc_offset_minutes)
