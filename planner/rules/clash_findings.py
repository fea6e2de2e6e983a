"""How each kind of clash is said: who, what and when."""

from collections.abc import Callable

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Seat, Session
from planner.phrases import length, session_name, span_with_zone
from planner.rules.finding import LATER_THAN_ALL, Finding, Level, TimedFinding
from planner.rules.occupancy import Placement, entity_of
from planner.rules.placing import open_hours
from planner.wording import say


def person_twice(agenda: Agenda, person_id: int, first: Placement, second: Placement) -> TimedFinding:
    seats = _seats_in_both(agenda, first, second, lambda seat: seat.person_id == person_id)
    sentence = say(
        "{who} {first} and {second}, {when}.",
        who=agenda.people[person_id].name,
        first=_deed(agenda, seats, first),
        second=_deed(agenda, seats, second),
        when=_shared_time(agenda, first, second),
    )
    return _of_pair("person-twice", say("Speaking in two places"), sentence, first, second, seats)


def entity_twice(agenda: Agenda, entity_id: int, first: Placement, second: Placement) -> TimedFinding:
    seats = _seats_in_both(agenda, first, second, lambda seat: entity_of(agenda, seat) == entity_id)
    sentence = say(
        "{who} {first} and {second}, {when}: name a different person for each.",
        who=agenda.entities[entity_id].name,
        first=_deed(agenda, seats, first),
        second=_deed(agenda, seats, second),
        when=_shared_time(agenda, first, second),
    )
    return _of_pair("entity-twice", say("An entity in two places"), sentence, first, second, seats)


def room_twice(agenda: Agenda, first: Placement, second: Placement) -> TimedFinding:
    sentence = say(
        "{first} and {second} are both in {room}, {when}.",
        first=session_name(agenda.sessions[first.session_id]),
        second=session_name(agenda.sessions[second.session_id]),
        room=agenda.rooms[first.room_id].name,
        when=_shared_time(agenda, first, second),
    )
    return _of_pair("room-twice", say("The same room twice"), sentence, first, second, [])


def room_taken(agenda: Agenda, wanted: Placement, other: Placement) -> TimedFinding:
    """As ``room_twice``, for a wanted session that has no name yet."""
    first, second = sorted((wanted, other))
    sentence = say(
        "{session} is in {room}, {when}.",
        session=session_name(agenda.sessions[other.session_id]),
        room=agenda.rooms[other.room_id].name,
        when=_shared_time(agenda, first, second),
    )
    return _of_sessions("room-twice", say("The same room twice"), sentence, second, (other.session_id,))


def too_long(agenda: Agenda, session: Session, needed: int, minutes: int, placement: Placement | None) -> TimedFinding:
    sentence = _too_long_sentence(agenda, session, needed, minutes, placement)
    return _of_sessions("seats-too-long", say("More than fits"), sentence, placement, (session.id,))


def _too_long_sentence(agenda: Agenda, session: Session, needed: int, minutes: int, placement: Placement | None) -> str:
    when = span_with_zone(agenda, placement.spot, minutes) if placement else say("not placed yet")
    values = {"session": session_name(session), "when": when, "needed": length(needed), "length": length(minutes)}
    if session.wrap_up_minutes:
        return say("{session}, {when}: the seats and the wrap-up take {needed} of {length}.", **values)
    return say("{session}, {when}: the seats take {needed} of {length}.", **values)


def outside_hours(agenda: Agenda, placement: Placement) -> TimedFinding:
    session = session_name(agenda.sessions[placement.session_id])
    when = span_with_zone(agenda, placement.spot, placement.minutes)
    windows = agenda.windows_of(placement.day_id)
    sentence = (
        say("{session}, {when}: the day is open {hours}.", session=session, when=when, hours=open_hours(windows))
        if windows
        else say("{session}, {when}: the day has no open hours.", session=session, when=when)
    )
    return _of_sessions("outside-hours", say("Outside the hours"), sentence, placement, (placement.session_id,))


def _seats_in_both(agenda: Agenda, first: Placement, second: Placement, wanted: Callable[[Seat], bool]) -> list[Seat]:
    both = agenda.seats_of(first.session_id) + agenda.seats_of(second.session_id)
    return [seat for seat in both if seat.counts and wanted(seat)]


def _deed(agenda: Agenda, seats: list[Seat], placement: Placement) -> str:
    """What the holder does in the session; of several roles there, the one that papers name first."""
    role = next(seat.role for seat in seats if seat.session_id == placement.session_id)
    session = session_name(agenda.sessions[placement.session_id])
    match role:
        case Role.CHAIR:
            return say("chairs {session}", session=session)
        case Role.MODERATOR:
            return say("moderates {session}", session=session)
        case Role.SPEAKER:
            return say("speaks in {session}", session=session)
        case Role.PANELLIST:
            return say("is on the panel of {session}", session=session)
        case Role.RAPPORTEUR:
            return say("reports on {session}", session=session)


def _shared_time(agenda: Agenda, first: Placement, second: Placement) -> str:
    shared = min(first.end_minute, second.end_minute) - second.start_minute
    return span_with_zone(agenda, second.spot, shared)


def _of_pair(
    rule: str, title: str, sentence: str, first: Placement, second: Placement, seats: list[Seat]
) -> TimedFinding:
    session_ids, seat_ids = (first.session_id, second.session_id), tuple(seat.id for seat in seats)
    return _of_sessions(rule, title, sentence, second, session_ids, seat_ids)


def _of_sessions(
    rule: str,
    title: str,
    sentence: str,
    placement: Placement | None,
    session_ids: tuple[int, ...],
    seat_ids: tuple[int, ...] = (),
) -> TimedFinding:
    moment = (placement.day_index, placement.start_minute) if placement else LATER_THAN_ALL
    return moment, Finding(rule, Level.CLASH, title, sentence, session_ids, seat_ids)
