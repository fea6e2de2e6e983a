"""Turns an Agenda into the content of its printed agenda; knows nothing of pages and fonts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from planner.clock import format_span
from planner.errors import InputProblem
from planner.export.dates_on_paper import days_and_hours
from planner.export.paper_content import AgendaPaper, ColumnHeads, LocalSpan, PaperDay, PaperLine, PaperRow, PaperValue
from planner.export.seats_on_paper import VALUE_SEPARATOR, discussion_line, seat_lines
from planner.export.times_on_paper import Hours, common_offset, local_span, moment_in_words, zone_note
from planner.local_times import zone_city, zone_data_version
from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Day, Session
from planner.phrases import day_full, session_heading
from planner.wording import say, say_count, say_list

MOST_ZONES = 4


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class AgendaOptions:
    """What the organiser chooses for one print.

    ``draft_number``: None takes the meeting's, 0 prints no draft. ``zones``: IANA names of further columns.
    ``as_of``: wall time in the meeting's zone, without an offset.
    """

    draft_number: int | None = None
    watermark: bool = True
    zones: tuple[str, ...] = ()
    paper: Paper = Paper.A4
    as_of: datetime | None = None


def paper_named(text: str) -> Paper:
    """ "A4" or "Letter", in any case, -> Paper. Raises InputProblem."""
    try:
        return Paper(text.strip().lower())
    except ValueError as failure:
        raise InputProblem(say("There is no paper size “{name}”. Choose A4 or Letter.", name=text)) from failure


def agenda_paper(agenda: Agenda, options: AgendaOptions) -> AgendaPaper:
    """The content of the printed agenda. Raises InputProblem for too many or unknown zones."""
    zones = tuple(dict.fromkeys(options.zones))
    if len(zones) > MOST_ZONES:
        raise InputProblem(say("A page has room for {most} further time zones. Choose fewer.", most=MOST_ZONES))
    draft = draft_number(agenda, options)
    days = _days(agenda, zones)
    return AgendaPaper(
        kicker=(say("Draft agenda") if draft else say("Agenda")).upper(),
        title=agenda.meeting.title or say("Untitled meeting"),
        subtitle=VALUE_SEPARATOR.join(part for part in (days_and_hours(agenda), agenda.meeting.subtitle) if part),
        heads=_heads(agenda, zones),
        days=days,
        empty_note="" if days else say("No session has been placed on the timetable yet."),
        watermark=say("Draft {number}", number=draft).upper() if draft and options.watermark else "",
        version_note=_version_note(agenda, options, draft),
        zone_note=_footer_zone_note(agenda),
    )


def draft_number(agenda: Agenda, options: AgendaOptions) -> int:
    """The draft number to print; 0 prints none."""
    return agenda.meeting.draft_number if options.draft_number is None else options.draft_number


def _heads(agenda: Agenda, zones: tuple[str, ...]) -> ColumnHeads:
    cities = tuple(zone_city(zone) for zone in zones)
    return ColumnHeads(agenda.meeting.zone_label, say("Min."), say("Item"), cities)


def _days(agenda: Agenda, zones: tuple[str, ...]) -> tuple[PaperDay, ...]:
    """The days that have sessions; the other zones' offsets are said again only where they change."""
    days: list[PaperDay] = []
    said = ""
    for day in agenda.days_in_order:
        sessions = agenda.sessions_on(day.id)
        if sessions:
            hours = _hours_of_all(sessions)
            full_note = zone_note(agenda.meeting, day.date, hours, zones)
            note = zone_note(agenda.meeting, day.date, hours, ()) if full_note == said else full_note
            days.append(_day(agenda, day, sessions, zones, note))
            said = full_note
    return tuple(days)


def _day(agenda: Agenda, day: Day, sessions: tuple[Session, ...], zones: tuple[str, ...], note: str) -> PaperDay:
    heading = day_full(day.date)
    return PaperDay(
        heading=heading,
        continued_heading=say("{day} (continued)", day=heading),
        zone_note=note,
        rows=tuple(_row(agenda, session, day.date, zones) for session in sessions),
    )


def _hours_of_all(sessions: tuple[Session, ...]) -> Hours:
    spans = [_hours(session) for session in sessions]
    return min(start for start, _end in spans), max(end for _start, end in spans)


def _hours(session: Session) -> Hours:
    start = session.start_minute or 0
    return start, start + session.minutes


def _row(agenda: Agenda, session: Session, iso_date: str, zones: tuple[str, ...]) -> PaperRow:
    hours = _hours(session)
    return PaperRow(
        session_id=session.id,
        kind=session.kind,
        span=format_span(*hours),
        minutes=session.minutes,
        heading=session_heading(session),
        objectives=_objectives(agenda, session),
        lines=_lines(agenda, session),
        local_spans=tuple(_local_spans(agenda, iso_date, hours, zones)),
    )


def _local_spans(agenda: Agenda, iso_date: str, hours: Hours, zones: tuple[str, ...]) -> list[LocalSpan]:
    return [local_span(agenda.meeting, iso_date, hours, zone) for zone in zones]


def _objectives(agenda: Agenda, session: Session) -> str:
    numbers = [str(objective.number) for objective in agenda.objectives_of(session.id)]
    if not numbers:
        return ""
    return say_count("Objective {numbers}", "Objectives {numbers}", len(numbers), numbers=say_list(numbers))


def _lines(agenda: Agenda, session: Session) -> tuple[PaperLine, ...]:
    lines = [_room_line(agenda, session), *seat_lines(agenda, session), discussion_line(agenda, session)]
    return tuple(line for line in (*lines, _outcome_line(session)) if line is not None)


def _room_line(agenda: Agenda, session: Session) -> PaperLine | None:
    if len(agenda.rooms) < 2 or session.room_id is None:
        return None
    return PaperLine(say("Room"), (PaperValue(agenda.rooms[session.room_id].name),))


def _outcome_line(session: Session) -> PaperLine | None:
    """A closing segment says what comes out of the meeting; other summaries belong to the annotated agenda."""
    if session.kind is not SessionKind.CLOSING or not session.summary:
        return None
    return PaperLine(say("Outcome"), (PaperValue(session.summary),))


def _version_note(agenda: Agenda, options: AgendaOptions, draft: int) -> str:
    """ "Draft 3, as of 5 November 2020, 18:00 CET. Illustrative." """
    dates = tuple(day.date for day in agenda.days_in_order)
    moment = moment_in_words(agenda.meeting, options.as_of, dates) if options.as_of is not None else ""
    if draft and moment:
        version = say("Draft {number}, as of {moment}.", number=draft, moment=moment)
    elif draft:
        version = say("Draft {number}.", number=draft)
    else:
        version = say("As of {moment}.", moment=moment) if moment else ""
    return " ".join(part for part in (version, agenda.meeting.paper_note) if part)


def _footer_zone_note(agenda: Agenda) -> str:
    label, version = agenda.meeting.zone_label, zone_data_version()
    offset = common_offset(agenda.meeting, tuple(day.date for day in agenda.days_in_order))
    if not offset:
        return say("All times {zone} \u00b7 time zone data {version}", zone=label, version=version)
    return say(
        "All times {zone} ({offset}) \u00b7 time zone data {version}", zone=label, offset=offset, version=version
    )
