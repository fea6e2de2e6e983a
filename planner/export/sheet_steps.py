"""What somebody has to do before a session, and until when to send a statement: by the roles in which they sit."""

from collections.abc import Iterator
from datetime import date, timedelta

from planner.clock import MINUTES_A_DAY
from planner.export.deadline import time_there
from planner.export.look import Look, short_date_words
from planner.export.seat_clocks import SeatClocks
from planner.export.seat_facts import on_their_clock
from planner.export.sheet_holders import Lines
from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.phrases import session_name
from planner.rules.change import Holder
from planner.wording import say, say_count

MINUTES_BEFORE = 15
_LEADING = frozenset({Role.CHAIR, Role.MODERATOR})
_WITH_STATEMENT = frozenset({Role.SPEAKER, Role.PANELLIST})


def name_wanted(shown: Agenda, holder: Holder, seats: Lines) -> str:
    """Asks an entity who will sit for it; nothing for a person."""
    person_id, entity_id = holder
    if person_id is not None or entity_id not in shown.entities:
        return ""
    return say_count(
        "Nobody is named yet: please tell us who will take the seat.",
        "Nobody is named yet: please tell us who will take the seats.",
        len(seats),
    )


def statement_by(deadline: str, seats: Lines) -> str:
    """Asks for a statement, of those who need not make one for that which they may make."""
    if any(_roles_in(line) & _WITH_STATEMENT for line in seats):
        return say("Please send your statement by {moment}.", moment=deadline)
    return say("If you make a statement yourself, please send it by {moment}.", moment=deadline)


def _roles_in(line: SeatClocks) -> frozenset[Role]:
    return frozenset() if line.seat is None else frozenset({line.seat.role})


def steps_before(shown: Agenda, seats: Lines, look: Look) -> tuple[str, ...]:
    """None while no seat of theirs has an hour."""
    joining = tuple(_joining(shown, seats, look))
    return (*joining, *_in_the_room(shown, seats)) if joining else ()


def _joining(shown: Agenda, seats: Lines, look: Look) -> Iterator[str]:
    said: set[int] = set()
    for line in seats:
        if line.meeting is None or line.session.id in said:
            continue
        said.add(line.session.id)
        iso_date, minute = _moment_before(line)
        time = time_there(shown.meeting, iso_date, minute, shown.meeting.zone, look)
        values = {
            "session": session_name(line.session), "time": time, "day": short_date_words(iso_date, look.date_style),
        }  # fmt: skip
        there = on_their_clock(shown, line.zone, iso_date, minute, look)
        if there:
            city = zone_city(line.zone)
            yield say(
                "{session}: be in the room at {time} on {day} ({there} in {city}).", there=there, city=city, **values
            )
        else:
            yield say("{session}: be in the room at {time} on {day}.", **values)


def _moment_before(line: SeatClocks) -> tuple[str, int]:
    """Date and minute of being there: the evening before for what begins at midnight."""
    minute = (line.session.start_minute or 0) - MINUTES_BEFORE
    if minute >= 0:
        return line.iso_date, minute
    return (date.fromisoformat(line.iso_date) - timedelta(days=1)).isoformat(), minute + MINUTES_A_DAY


def _in_the_room(shown: Agenda, seats: Lines) -> Iterator[str]:
    yield say("Join with the name of your delegation or organization before your own.")
    yield say("Choose the language in which you speak; test camera, sound and microphone, then mute it.")
    roles = frozenset(role for line in seats for role in _roles_in(line))
    if roles <= _LEADING:
        yield say("Have the order of speakers at hand, and tell the secretariat in the chat that you are there.")
        return
    leads_too = bool(roles & _LEADING)
    if leads_too:
        yield say(
            "Where you chair or moderate, have the order of speakers at hand, "
            "and tell the secretariat in the chat that you are there."
        )
    if roles & _WITH_STATEMENT:
        yield say("Have your statement at hand.")
    yield _tell(_who_leads(shown, seats), leads_too=leads_too)


def _who_leads(shown: Agenda, seats: Lines) -> Role | None:
    """The sessions in which they sit without leading them; the moderator before the chair."""
    sessions = {line.session.id for line in seats if not _roles_in(line) & _LEADING}
    leading = {seat.role for key in sessions for seat in shown.seats_of(key) if seat.counts} & _LEADING
    return Role.MODERATOR if Role.MODERATOR in leading else next(iter(leading), None)


def _tell(leader: Role | None, *, leads_too: bool) -> str:
    if leader is Role.MODERATOR:
        if leads_too:
            return say("Where you take part, tell the moderator in the chat that you are there.")
        return say("Tell the moderator in the chat that you are there.")
    if leader is Role.CHAIR:
        if leads_too:
            return say("Where you take part, tell the chair in the chat that you are there.")
        return say("Tell the chair in the chat that you are there.")
    return say("Tell the secretariat in the chat that you are there.")
