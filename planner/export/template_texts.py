"""The texts of the invitation and the logistics note, and what their {places} stand for.

A template is plain text. A blank line ends a paragraph; lines that begin with "# " or "## " are headings, those with
"- " items of a list. A place such as {deadline} is filled with the meeting's facts; one that stands alone in a
paragraph, such as {roundtables}, may become a list. The meeting's own text stands before the program's, which lies
in ``resources/templates``.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from planner.errors import InputProblem
from planner.export.dates_on_paper import days_and_hours
from planner.export.deadline import deadline_words
from planner.export.look import USUAL_LOOK, Look, date_words, short_date_words, span_words
from planner.export.times_on_paper import common_offset
from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Meeting, Session
from planner.phrases import length, session_heading
from planner.resources import resource
from planner.rules.interests import segments
from planner.wording import say, say_count, say_list

_PLACE = re.compile(r"\{([^{}\n]*)\}")


class TextPaper(StrEnum):
    """The papers that are made of a text; each is the name of its template and begins its field of the meeting."""

    INVITATION = "invitation"
    LOGISTICS = "logistics"


class Place(NamedTuple):
    """``name`` stands in braces in a text; ``meaning`` is for whoever writes one; ``lines`` are its values.

    ``unknown`` stands there while there is no value, and reads well inside a sentence.
    """

    name: str
    meaning: str
    lines: Callable[[Agenda, Look], list[str]]
    unknown: str = ""


def places() -> Mapping[str, Place]:
    """Everything that a text can name."""
    listed = (
        Place("meeting", say("the title of the meeting"), _title),
        Place("subtitle", say("its subtitle"), lambda agenda, _look: [agenda.meeting.subtitle]),
        Place("days", say("its days, with the hours when these are the same"), _days, say("dates to be announced")),
        Place("windows", say("the hours of each day"), _windows),
        Place("zone", say("the time zone and its offset"), _zone),
        Place(
            "deadline", say("until when statements are sent, with hour and zone"), _deadline,
            say("a date to be announced"),
        ),
        Place("sessions", say("the sessions with speakers, roundtables with their objectives"), _sessions),
        Place("roundtables", say("the roundtables with their objectives"), _roundtables),
        Place("objectives", say("the objectives by number"), _objectives),
        Place("programme", say("all sessions with their hours"), _programme),
        Place("rooms", say("the rooms with their links"), _rooms),
        Place("limits", say("the speaking limits"), _limits),
        Place("contact", say("whom to ask"), lambda agenda, _look: [agenda.meeting.contact]),
    )  # fmt: skip
    return MappingProxyType({place.name: place for place in listed})


def own_text(meeting: Meeting, paper: TextPaper) -> str:
    """The meeting's own template; empty while the program's is used."""
    return meeting.invitation_text if paper is TextPaper.INVITATION else meeting.logistics_text


def usual_text(paper: TextPaper) -> str:
    """The program's template."""
    return resource(f"templates/{paper}.txt").read_text(encoding="utf-8")


def check_places(text: str) -> None:
    """Raise InputProblem naming the places that nothing fills."""
    known = places()
    unknown = [name for name in dict.fromkeys(_PLACE.findall(text)) if name.strip() not in known]
    if unknown:
        named = say_list([f"{{{name}}}" for name in unknown])
        raise InputProblem(
            say_count(
                "Nothing fills {named} in this text. Choose from: {known}.",
                "Nothing fills {named} in this text. Choose from: {known}.",
                len(unknown), named=named, known=", ".join(f"{{{name}}}" for name in known),
            )
        )  # fmt: skip


def lines_alone(agenda: Agenda, paragraph: str, look: Look = USUAL_LOOK) -> list[str] | None:
    """The values of a place that stands alone in its paragraph; None for any other paragraph."""
    match = _PLACE.fullmatch(paragraph.strip())
    return None if match is None else _values(agenda, match[1], look)


def filled(agenda: Agenda, text: str, look: Look = USUAL_LOOK) -> str:
    """The text with its places filled, several values joined in a sentence."""
    return _PLACE.sub(lambda match: say_list(_values(agenda, match[1], look)), text)


def _values(agenda: Agenda, name: str, look: Look) -> list[str]:
    place = places()[name.strip()]
    found = [line for line in place.lines(agenda, look) if line]
    return found or [place.unknown or say("(to be announced)")]


def _title(agenda: Agenda, _look: Look) -> list[str]:
    return [agenda.meeting.title or say("Untitled meeting")]


def _days(agenda: Agenda, look: Look) -> list[str]:
    return [days_and_hours(agenda, look.time_style, look.date_style)]


def _windows(agenda: Agenda, look: Look) -> list[str]:
    return [
        say(
            "{day}: {hours} {zone}", day=date_words(day.date, look.date_style), zone=agenda.meeting.zone_label,
            hours=say_list(
                [span_words(row.start_minute, row.end_minute, look.time_style) for row in agenda.windows_of(day.id)]
            ),
        )
        for day in agenda.days_in_order
        if agenda.windows_of(day.id)
    ]  # fmt: skip


def _zone(agenda: Agenda, _look: Look) -> list[str]:
    offset = common_offset(agenda.meeting, tuple(day.date for day in agenda.days_in_order))
    label = agenda.meeting.zone_label
    return [say("{zone} ({offset})", zone=label, offset=offset) if offset else label]


def _deadline(agenda: Agenda, look: Look) -> list[str]:
    return [deadline_words(agenda.meeting, look)]


def _sessions(agenda: Agenda, look: Look) -> list[str]:
    return [_with_objectives(agenda, row, look) for row in segments(agenda) if _invites(row)]


def _invites(session: Session) -> bool:
    """Whether somebody may ask for a seat: in any roundtable, elsewhere where some are wanted."""
    return session.kind is SessionKind.ROUNDTABLE or session.target_moderators + session.target_speakers > 0


def _roundtables(agenda: Agenda, look: Look) -> list[str]:
    return [_with_objectives(agenda, row, look) for row in segments(agenda) if row.kind is SessionKind.ROUNDTABLE]


def _with_objectives(agenda: Agenda, session: Session, look: Look) -> str:
    numbers = [str(objective.number) for objective in agenda.objectives_of(session.id)]
    when = _when(agenda, session, look)
    about = say_count("objective {numbers}", "objectives {numbers}", len(numbers), numbers=say_list(numbers))
    aside = ", ".join(text for text in (when, about if numbers else "") if text)
    heading = session_heading(session)
    return say("{session} ({aside})", session=heading, aside=aside) if aside else heading


def _when(agenda: Agenda, session: Session, look: Look) -> str:
    """ "Fri 13 Nov 11:40-12:55 CET"; empty while it has no hour."""
    if session.day_id is None or session.start_minute is None:
        return ""
    span = span_words(session.start_minute, session.start_minute + session.minutes, look.time_style)
    day = short_date_words(agenda.days[session.day_id].date, look.date_style)
    return say("{day} {span} {zone}", day=day, span=span, zone=agenda.meeting.zone_label)


def _objectives(agenda: Agenda, _look: Look) -> list[str]:
    return [
        say("{number}. {title}", number=objective.number, title=objective.title or objective.short_title)
        for objective in agenda.objectives_in_order
    ]


def _programme(agenda: Agenda, look: Look) -> list[str]:
    return [_with_room(agenda, row, look) for row in agenda.placed_sessions]


def _with_room(agenda: Agenda, session: Session, look: Look) -> str:
    """The room too where there are several: each has a link of its own."""
    span, heading = _when(agenda, session, look), session_heading(session)
    if len(agenda.rooms) < 2 or session.room_id is None or session.kind is SessionKind.BREAK:
        return say("{span}: {session}", span=span, session=heading)
    return say("{span}: {session} ({room})", span=span, session=heading, room=agenda.rooms[session.room_id].name)


def _rooms(agenda: Agenda, _look: Look) -> list[str]:
    return [
        say("{room}: {link}", room=room.name, link=room.link) if room.link else room.name
        for room in agenda.rooms_in_order
    ]


def _limits(agenda: Agenda, _look: Look) -> list[str]:
    meeting = agenda.meeting
    return [
        say("States: {length}", length=length(meeting.state_limit_minutes)),
        say("Stakeholders: {length}", length=length(meeting.stakeholder_limit_minutes)),
        say("Statements of groups: {length}", length=length(meeting.group_limit_minutes)),
    ]
