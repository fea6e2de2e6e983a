"""Seats at hours that do not suit those who hold them, as far as their free and busy hours are noted."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from planner.local_times import local_time_or_none, zone_city
from planner.models.agenda import Agenda
from planner.models.records import Availability, Person, Seat, Session
from planner.phrases import session_name, span_on
from planner.rules.availability import in_the_way
from planner.rules.finding import Finding, Later, Level, TimedFinding
from planner.rules.identity import Same
from planner.rules.saying import moment_of, when_facts, when_words
from planner.wording import say, say_list


def unavailable_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """A warning for each person and session at an hour that is busy, or outside the hours noted as free."""
    if not agenda.availabilities:
        return
    for (person_id, session_id), seat_ids in _seated(Same(agenda.seats), Same(agenda.availabilities)).items():
        session = agenda.sessions[session_id]
        if session.day_id is None or session.start_minute is None:
            continue
        iso_date = agenda.days[session.day_id].date
        rows = in_the_way(agenda, person_id, iso_date, session.start_minute, session.minutes)
        if rows:
            yield moment_of(agenda, session), _finding(agenda, agenda.people[person_id], session, rows, seat_ids)


@lru_cache(maxsize=2)
def _seated(
    seats: Same[Mapping[int, Seat]], availabilities: Same[Mapping[int, Availability]]
) -> dict[tuple[int, int], tuple[int, ...]]:
    """(person, session) -> seats that count, of the people of whom hours are noted."""
    noted = {row.person_id for row in availabilities.thing.values()}
    grouped: dict[tuple[int, int], tuple[int, ...]] = {}
    for seat in seats.thing.values():
        if seat.counts and seat.person_id is not None and seat.person_id in noted:
            key = seat.person_id, seat.session_id
            grouped[key] = (*grouped.get(key, ()), seat.id)
    return grouped


def _finding(
    agenda: Agenda, person: Person, session: Session, rows: Sequence[Availability], seat_ids: tuple[int, ...]
) -> Finding:
    local = None
    if person.zone not in {"", agenda.meeting.zone} and session.day_id is not None and session.start_minute is not None:
        iso_date = agenda.days[session.day_id].date
        local = local_time_or_none(agenda.meeting.zone, iso_date, session.start_minute, person.zone)
    at_home = None if local is None else (local.date.isoformat(), local.minute)
    sentence = Later(_sentence, person, session, when_facts(agenda, session), at_home, tuple(rows))
    return Finding("unavailable", Level.WARNING, say("Outside their free hours"), sentence, (session.id,), seat_ids)


def _sentence(
    person: Person,
    session: Session,
    when: tuple[str, str],
    at_home: tuple[str, int] | None,
    rows: Sequence[Availability],
) -> str:
    values = {
        "person": person.name,
        "session": session_name(session),
        "when": when_words(session, when),
        "hours": say_list([hours_words(row, person, when[1]) for row in rows]),
    }
    if at_home is None:
        if rows[0].free:
            return say("{person} sits in {session}, {when}, but is free only {hours}.", **values)
        return say("{person} sits in {session}, {when}, but is busy {hours}.", **values)
    home = span_on(at_home[0], at_home[1], session.minutes, zone_city(person.zone))
    if rows[0].free:
        return say("{person} sits in {session}, {when} ({home}), but is free only {hours}.", home=home, **values)
    return say("{person} sits in {session}, {when} ({home}), but is busy {hours}.", home=home, **values)


def hours_words(row: Availability, person: Person, meeting_label: str) -> str:
    """ "Thu 12 Nov 09:00-12:00 Toronto", on the clock on which they were noted."""
    label = zone_city(person.zone) if row.own_clock else meeting_label
    return span_on(row.date, row.start_minute, row.end_minute - row.start_minute, label)
