"""Events as an iCalendar file (RFC 5545; CONFERENCE of RFC 7986). The only file that imports icalendar."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from planner.export.calendar_events import TENTATIVE, Entry
from planner.export.clock_phrases import span_in_full
from planner.export.look import USUAL_LOOK, Look
from planner.export.mail_addresses import address_in
from planner.models.agenda import Agenda
from planner.models.records import Seat
from planner.phrases import length
from planner.wording import role_name, say

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//Roundtable Planner//Personal sheets//EN"
_CONTROLS = {code: None for code in (*range(32), 127) if code != 10}
_LINK = re.compile(r"[a-z][a-z0-9+.-]*:[\x21-\x7e]+", re.IGNORECASE)
"""An address with a scheme and neither spaces nor controls: what a URI property may hold."""


class CalendarFile(NamedTuple):
    """The bytes of an .ics file and its METHOD, which a mail that carries it must say too."""

    content: bytes
    method: str


def calendar_file(agenda: Agenda, entries: Sequence[Entry], stamp: datetime, look: Look = USUAL_LOOK) -> CalendarFile:
    """``stamp`` is UTC: when the organiser says that this was so. CANCEL when nothing else is left, else PUBLISH."""
    # A seventh of a second to import: not before somebody asks for it.
    from icalendar import Calendar

    method = "CANCEL" if all(entry.event.cancelled for entry in entries) else "PUBLISH"
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for entry in entries:
        calendar.add_component(_event(agenda, entry, stamp, look))
    return CalendarFile(bytes(calendar.to_ical()), method)


def _event(agenda: Agenda, entry: Entry, stamp: datetime, look: Look) -> "Event":
    from icalendar import Event

    made, facts = Event(), entry.facts
    made.add("uid", entry.event.uid)
    made.add("sequence", entry.event.sequence)
    made.add("dtstamp", stamp)
    made.add("dtstart", datetime.fromisoformat(facts.start).astimezone(UTC))
    made.add("dtend", datetime.fromisoformat(facts.end).astimezone(UTC))
    made.add("summary", _clean(facts.title).replace("\n", " "))
    made.add("status", _status(entry))
    made.add("description", _clean(_description(agenda, entry, look)))
    if _LINK.fullmatch(facts.link):
        made.add("conference", facts.link, parameters={"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": say("Join")})
    if facts.location:
        made.add("location", _clean(facts.location))
    _add_organizer(agenda, made)
    return made


def _status(entry: Entry) -> str:
    return "CANCELLED" if entry.event.cancelled else entry.facts.status


def _description(agenda: Agenda, entry: Entry, look: Look) -> str:
    said = [agenda.meeting.title]
    for line in entry.lines[:1]:
        if line.meeting is not None:
            said.append(say("Meeting time: {time}", time=span_in_full(line.meeting, look)))
        if line.there is not None:
            said.append(say("Your time: {time}", time=span_in_full(line.there, look)))
    if not entry.event.cancelled and entry.facts.status == TENTATIVE:
        said.append(say("Your seat is not yet confirmed."))
    said += _speaking_times([line.seat for line in entry.lines if line.seat is not None])
    if entry.facts.link and not entry.event.cancelled:
        said.append(say("Link: {link}", link=entry.facts.link))
    if entry.event.cancelled:
        said.append(say("You no longer have a seat in this session."))
    if agenda.meeting.contact:
        said.append(say("Questions: {contact}", contact=agenda.meeting.contact))
    return "\n".join(text for text in said if text)


def _speaking_times(seats: Sequence[Seat]) -> list[str]:
    """Of each seat, with its role where there are several."""
    timed = [seat for seat in seats if seat.minutes]
    if len(seats) < 2:
        return [say("Speaking time: {length}", length=length(seat.minutes)) for seat in timed]
    return [
        say("Speaking time ({role}): {length}", role=role_name(seat.role), length=length(seat.minutes))
        for seat in timed
    ]


def _add_organizer(agenda: Agenda, made: "Event") -> None:
    """RFC 5546 wants one; only the meeting's contact can be it, when it holds an address."""
    address = address_in(agenda.meeting.contact)
    if address:
        made.add("organizer", f"mailto:{address}", parameters={"CN": _clean(agenda.meeting.title).replace("\n", " ")})


def _clean(text: str) -> str:
    return text.translate(_CONTROLS)
