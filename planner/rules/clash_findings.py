"""How each kind of clash is said: who, what and when."""

from collections.abc import Callable

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Seat, Session, Window
from planner.phrases import length, session_name, span_on
from planner.rules.finding import LATER_THAN_ALL, Finding, Later, Level, TimedFinding
from planner.rules.occupancy import Placement, entity_of
from planner.rules.placing import open_hours
from planner.wording import say

_Deed = tuple[Role, Session]
_Span = tuple[str, int, int, str]
"""What ``span_on`` makes words of."""


def person_twice(agenda: Agenda, person_id: int, first: Placement, second: Placement) -> TimedFinding:
    seats = _seats_in_both(agenda, first, second, lambda seat: seat.person_id == person_id)
    sentence = Later(
        _person_twice_sentence,
        agenda.people[person_id].name,
        _deed_facts(agenda, seats, first),
        _deed_facts(agenda, seats, second),
        _shared_time(agenda, first, second),
    )
    return _of_pair("person-twice", say("Speaking in two places"), sentence, first, second, seats)


def _person_twice_sentence(who: str, first: _Deed, second: _Deed, when: _Span) -> str:
    return say(
        "{who} {first} and {second}, {when}.",
        who=who, first=_deed(*first), second=_deed(*second), when=span_on(*when),
    )  # fmt: skip


def entity_twice(agenda: Agenda, entity_id: int, first: Placement, second: Placement) -> TimedFinding:
    seats = _seats_in_both(agenda, first, second, lambda seat: entity_of(agenda, seat) == entity_id)
    sentence = Later(
        _entity_twice_sentence,
        agenda.entities[entity_id].name,
        _deed_facts(agenda, seats, first),
        _deed_facts(agenda, seats, second),
        _shared_time(agenda, first, second),
    )
    return _of_pair("entity-twice", say("An entity in two places"), sentence, first, second, seats)


def _entity_twice_sentence(who: str, first: _Deed, second: _Deed, when: _Span) -> str:
    return say(
        "{who} {first} and {second}, {when}: name a different person for each.",
        who=who, first=_deed(*first), second=_deed(*second), when=span_on(*when),
    )  # fmt: skip


def room_twice(agenda: Agenda, first: Placement, second: Placement) -> TimedFinding:
    sentence = Later(
        _room_twice_sentence,
        agenda.sessions[first.session_id],
        agenda.sessions[second.session_id],
        agenda.rooms[first.room_id].name,
        _shared_time(agenda, first, second),
    )
    return _of_pair("room-twice", say("The same room twice"), sentence, first, second, [])


def _room_twice_sentence(first: Session, second: Session, room: str, when: _Span) -> str:
    return say(
        "{first} and {second} are both in {room}, {when}.",
        first=session_name(first), second=session_name(second), room=room, when=span_on(*when),
    )  # fmt: skip


def room_taken(agenda: Agenda, wanted: Placement, other: Placement) -> TimedFinding:
    """As ``room_twice``, for a wanted session that has no name yet."""
    first, second = sorted((wanted, other))
    sentence = say(
        "{session} is in {room}, {when}.",
        session=session_name(agenda.sessions[other.session_id]),
        room=agenda.rooms[other.room_id].name,
        when=span_on(*_shared_time(agenda, first, second)),
    )
    return _of_sessions("room-twice", say("The same room twice"), sentence, second, (other.session_id,))


def too_long(agenda: Agenda, session: Session, needed: int, minutes: int, placement: Placement | None) -> TimedFinding:
    when = _span(agenda, placement, minutes) if placement else None
    sentence = Later(_too_long_sentence, session, needed, minutes, when)
    return _of_sessions("seats-too-long", say("More than fits"), sentence, placement, (session.id,))


def _too_long_sentence(session: Session, needed: int, minutes: int, span: _Span | None) -> str:
    when = span_on(*span) if span else say("not placed yet")
    values = {"session": session_name(session), "when": when, "needed": length(needed), "length": length(minutes)}
    if session.wrap_up_minutes:
        return say("{session}, {when}: the seats and the wrap-up take {needed} of {length}.", **values)
    return say("{session}, {when}: the seats take {needed} of {length}.", **values)


def outside_hours(agenda: Agenda, placement: Placement) -> TimedFinding:
    sentence = Later(
        _outside_sentence,
        agenda.sessions[placement.session_id],
        _span(agenda, placement, placement.minutes),
        agenda.windows_of(placement.day_id),
    )
    return _of_sessions("outside-hours", say("Outside the hours"), sentence, placement, (placement.session_id,))


def _outside_sentence(session: Session, span: _Span, windows: tuple[Window, ...]) -> str:
    name, when = session_name(session), span_on(*span)
    if not windows:
        return say("{session}, {when}: the day has no open hours.", session=name, when=when)
    return say("{session}, {when}: the day is open {hours}.", session=name, when=when, hours=open_hours(windows))


def _seats_in_both(agenda: Agenda, first: Placement, second: Placement, wanted: Callable[[Seat], bool]) -> list[Seat]:
    both = agenda.seats_of(first.session_id) + agenda.seats_of(second.session_id)
    return [seat for seat in both if seat.counts and wanted(seat)]


def _deed_facts(agenda: Agenda, seats: list[Seat], placement: Placement) -> _Deed:
    """Of several roles of one holder there, the one that papers name first."""
    role = next(seat.role for seat in seats if seat.session_id == placement.session_id)
    return role, agenda.sessions[placement.session_id]


def _deed(role: Role, held_in: Session) -> str:
    """What the holder does in the session."""
    session = session_name(held_in)
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


def _shared_time(agenda: Agenda, first: Placement, second: Placement) -> _Span:
    return _span(agenda, second, min(first.end_minute, second.end_minute) - second.start_minute)


def _span(agenda: Agenda, placement: Placement, minutes: int) -> _Span:
    return agenda.days[placement.day_id].date, placement.start_minute, minutes, agenda.meeting.zone_label


def _of_pair(
    rule: str, title: str, sentence: Later, first: Placement, second: Placement, seats: list[Seat]
) -> TimedFinding:
    session_ids, seat_ids = (first.session_id, second.session_id), tuple(seat.id for seat in seats)
    return _of_sessions(rule, title, sentence, second, session_ids, seat_ids)


def _of_sessions(
    rule: str,
    title: str,
    sentence: str | Later,
    placement: Placement | None,
    session_ids: tuple[int, ...],
    seat_ids: tuple[int, ...] = (),
) -> TimedFinding:
    moment = (placement.day_index, placement.start_minute) if placement else LATER_THAN_ALL
    return moment, Finding(rule, Level.CLASH, title, sentence, session_ids, seat_ids)
