"""How things of an agenda are called in a sentence: a day, a spot, a length, a session, who holds a seat."""

import re
from datetime import date
from functools import lru_cache

from planner.clock import format_minute, format_span
from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Seat, Session, Spot
from planner.wording import kind_name, month_name, month_short, say, weekday_name, weekday_short

_ROUNDTABLE_NUMBER = re.compile(r"\D*(\d+)")


def day_full(iso_date: str) -> str:
    """ "Thursday, 12 November 2020", as papers print it."""
    day = date.fromisoformat(iso_date)
    return say(
        "{weekday}, {day} {month} {year}",
        weekday=weekday_name(day.weekday()), day=day.day, month=month_name(day.month), year=day.year,
    )  # fmt: skip


def day_heading(iso_date: str) -> str:
    """ "Thursday 12 November"."""
    day = date.fromisoformat(iso_date)
    return say("{weekday} {day} {month}", weekday=weekday_name(day.weekday()), day=day.day, month=month_name(day.month))


@lru_cache(maxsize=1024)
def day_medium(iso_date: str) -> str:
    """ "Thu 12 Nov"."""
    day = date.fromisoformat(iso_date)
    return say(
        "{weekday} {day} {month}", weekday=weekday_short(day.weekday()), day=day.day, month=month_short(day.month)
    )


def day_short(iso_date: str) -> str:
    """ "Thu"."""
    return weekday_short(date.fromisoformat(iso_date).weekday())


@lru_cache(maxsize=1024)
def length(minutes: int) -> str:
    """ "45 min", "2 h", "1 h 15 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("{minutes} min", minutes=rest)
    if not rest:
        return say("{hours} h", hours=hours)
    return say("{hours} h {minutes} min", hours=hours, minutes=rest)


def spot_in_a_word(agenda: Agenda, spot: Spot) -> str:
    """ "Fri 11:40"; with the room when the meeting has several."""
    day, start = day_short(agenda.days[spot.day_id].date), format_minute(spot.start_minute)
    if len(agenda.rooms) < 2:
        return say("{day} {start}", day=day, start=start)
    return say("{day} {start}, {room}", day=day, start=start, room=agenda.rooms[spot.room_id].name)


def span_with_zone(agenda: Agenda, spot: Spot, minutes: int) -> str:
    """ "Fri 13 Nov 11:40-12:55 CET", with an en dash."""
    return span_on(agenda.days[spot.day_id].date, spot.start_minute, minutes, agenda.meeting.zone_label)


def span_on(iso_date: str, start_minute: int, minutes: int, zone_label: str) -> str:
    """As ``span_with_zone``, for a date and a zone's label."""
    span = format_span(start_minute, start_minute + minutes)
    return say("{day} {span} {zone}", day=day_medium(iso_date), span=span, zone=zone_label)


def roundtable_number(session: Session) -> int | None:
    """2 for a roundtable coded "RT2"; None for anything else."""
    match = _ROUNDTABLE_NUMBER.fullmatch(session.code) if session.kind is SessionKind.ROUNDTABLE else None
    return int(match[1]) if match else None


def session_name(session: Session) -> str:
    """What a session is called in a sentence: "Roundtable 2", its title, else its kind."""
    number = roundtable_number(session)
    if number is not None:
        return say("Roundtable {number}", number=number)
    return session.title or session.code or kind_name(session.kind)


def session_heading(session: Session) -> str:
    """How papers head a session: "Roundtable 2. Protecting migrants..." or its title."""
    number = roundtable_number(session)
    if number is None or not session.title:
        return session_name(session)
    return say("Roundtable {number}. {title}", number=number, title=session.title)


def session_short(session: Session) -> str:
    """How a narrow column calls a session: "RT2", "Opening"."""
    return session.code or session.title or kind_name(session.kind)


def session_label(session: Session) -> str:
    """How the screen heads a session: "RT2 Protecting migrants..."."""
    return " ".join(part for part in (session.code, session.title) if part) or kind_name(session.kind)


def seat_holder(agenda: Agenda, seat: Seat) -> str:
    """Who holds a seat in a sentence: a person's name, else the entity, else "To be confirmed"."""
    return holder_name(agenda, seat.entity_id, seat.person_id)


def holder_name(agenda: Agenda, entity_id: int | None, person_id: int | None) -> str:
    """A person's name, else the entity's, else "To be confirmed"."""
    if person_id is not None:
        return agenda.people[person_id].name
    if entity_id is not None:
        return agenda.entities[entity_id].name
    return say("To be confirmed")
