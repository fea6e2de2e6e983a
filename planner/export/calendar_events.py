"""What goes into people's calendars: an event a person and session, with a number that rises as it changes."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from planner.export.sheet_holders import Lines
from planner.local_times import to_utc
from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent
from planner.models.kinds import SeatState
from planner.phrases import session_heading
from planner.rules.change import Holder
from planner.wording import role_name, say, say_list

CONFIRMED, TENTATIVE = "CONFIRMED", "TENTATIVE"
Key = tuple[int, int | None, int | None]
"""Ids of session, person and entity."""


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What a calendar shows: another of these makes another edition (RFC 5546, 2.1.4).

    ``start`` and ``end`` are ISO 8601 in UTC. ``status`` is CONFIRMED or TENTATIVE.
    """

    start: str
    end: str
    title: str
    link: str
    location: str = ""
    status: str = CONFIRMED

    def as_text(self) -> str:
        values = [self.start, self.end, self.title, self.link, self.location, self.status]
        return json.dumps(values, ensure_ascii=False)


def facts_from(text: str) -> EventFacts | None:
    """What ``as_text`` wrote, older versions of it without location and status; None for anything else."""
    try:
        start, end, *others = map(str, json.loads(text))
        moments = [datetime.fromisoformat(moment) for moment in (start, end)]
    except (ValueError, TypeError, RecursionError):
        return None
    if len(others) not in (2, 4) or not all(moment.tzinfo is UTC for moment in moments):
        return None
    return EventFacts(start, end, *others)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with what its calendar shows, and the seats that it is for."""

    event: CalendarEvent
    facts: EventFacts
    lines: Lines


class Calendar:
    """The events known so far, and what each holder is to be given now."""

    def __init__(self, agenda: Agenda, known: Iterable[CalendarEvent]) -> None:
        self._agenda = agenda
        self._known: Mapping[Key, CalendarEvent] = {_key(event): event for event in known}
        self._by_holder: dict[Holder, list[CalendarEvent]] = {}
        for event in self._known.values():
            self._by_holder.setdefault((event.person_id, event.entity_id), []).append(event)

    def live_holders(self) -> list[Holder]:
        """Who has something in a calendar that was not cancelled."""
        return [holder for holder, events in self._by_holder.items() if not all(event.cancelled for event in events)]

    def entries_of(self, holder: Holder, seats: Lines) -> tuple[Entry, ...]:
        """The sessions in which they sit now, then those that they were given and that no longer hold."""
        grouped: dict[int, Lines] = {}
        for line in seats:
            if line.meeting is not None:
                grouped[line.session.id] = (*grouped.get(line.session.id, ()), line)
        held = [self._entry(holder, session_id, lines) for session_id, lines in grouped.items()]
        gone = [self._cancelled(event) for event in self._by_holder.get(holder, ()) if event.session_id not in grouped]
        return (*held, *(entry for entry in gone if entry is not None))

    def _entry(self, holder: Holder, session_id: int, lines: Lines) -> Entry:
        facts = _facts(self._agenda, lines)
        before = self._known.get((session_id, *holder))
        if before is None:
            uid = _new_uid(self._agenda, session_id, holder)
            return Entry(CalendarEvent(uid, session_id, *holder, 0, facts.as_text(), False), facts, lines)
        # Of facts that an older version kept nobody knows the room: a number too many does no harm, one too few does.
        changed = before.cancelled or before.facts != facts.as_text()
        event = replace(
            before, sequence=before.sequence + int(changed), facts=facts.as_text(), cancelled=False
        )  # fmt: skip
        return Entry(event, facts, lines)

    def _cancelled(self, event: CalendarEvent) -> Entry | None:
        facts = facts_from(event.facts)
        if facts is None:  # another program wrote there: nobody can tell any more what was in that calendar
            return None
        now = replace(event, sequence=event.sequence + int(not event.cancelled), cancelled=True)
        return Entry(now, facts, ())


def _key(event: CalendarEvent) -> Key:
    return event.session_id, event.person_id, event.entity_id


def _new_uid(agenda: Agenda, session_id: int, holder: Holder) -> str:
    """A UUID (RFC 7986, 5.3) made of what the meeting is and who sits where: no chance, so the same each time."""
    person_id, entity_id = holder
    first = agenda.days_in_order[0].date if agenda.days else ""
    name = json.dumps([agenda.meeting.title, first, session_id, person_id, entity_id], ensure_ascii=False)
    return str(uuid5(NAMESPACE_URL, name))


def _facts(agenda: Agenda, lines: Lines) -> EventFacts:
    session, iso_date, start = lines[0].session, lines[0].iso_date, lines[0].session.start_minute or 0
    moments = (_utc(agenda, iso_date, minute) for minute in (start, start + session.minutes))
    roles = say_list(list(dict.fromkeys(role_name(line.seat.role) for line in lines if line.seat is not None)))
    title = say("{session} ({role})", session=session_heading(session), role=roles)
    room = None if session.room_id is None else agenda.rooms[session.room_id]
    name, link = ("", "") if room is None else (room.name, room.link)
    first, last = moments
    return EventFacts(first, last, title, link, name, _status(lines))


def _status(lines: Lines) -> str:
    confirmed = any(line.seat is not None and line.seat.state is SeatState.CONFIRMED for line in lines)
    return CONFIRMED if confirmed else TENTATIVE


def _utc(agenda: Agenda, iso_date: str, minute: int) -> str:
    return to_utc(agenda.meeting.zone, iso_date, minute).isoformat()
