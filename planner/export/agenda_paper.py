"""Turns an Agenda into the content of its printed agenda; knows nothing of pages and fonts."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from planner.errors import InputProblem
from planner.export.dates_on_paper import days_and_hours
from planner.export.look import AgendaColumn, Look, date_words, span_words
from planner.export.look import Paper as Paper
from planner.export.paper_content import AgendaPaper, ColumnHeads, PaperDay, PaperLine, PaperRow, PaperValue
from planner.export.profiles import Profile
from planner.export.seats_on_paper import VALUE_SEPARATOR, discussion_line, seat_lines
from planner.export.times_on_paper import Hours, common_offset, local_span, moment_in_words, zone_note
from planner.local_times import known_zone, zone_city, zone_data_version
from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Session
from planner.phrases import session_heading
from planner.rules.change import Holder
from planner.wording import say, say_count, say_list

MOST_ZONES = 4


@dataclass(frozen=True, slots=True)
class AgendaOptions:
    """What the organiser chooses for one print.

    ``draft_number``: None takes the meeting's, 0 prints no draft. ``zones``: IANA names of further columns.
    ``as_of``: wall time in the meeting's zone, without an offset. ``paper`` and ``zones``, where they are given, stand
    before those of the ``look``. ``template``: an organization's own Word document, for papers in Word.
    ``before``: the state that a comparison begins with, and its name for readers.
    ``holders``: whose personal sheets, ``sessions``: of which sessions a script, everybody's and all when empty.
    """

    draft_number: int | None = None
    watermark: bool = True
    zones: tuple[str, ...] = ()
    paper: Paper | None = None
    as_of: datetime | None = None
    look: Look = field(default_factory=Look)
    template: Path | None = None
    profile: Profile | None = None
    before: Agenda | None = None
    before_name: str = ""
    copy_note: str = ""
    holders: tuple[Holder, ...] = ()
    sessions: tuple[int, ...] = ()

    @property
    def chosen_look(self) -> Look:
        """The look with this print's own paper and zones."""
        return replace(self.look, paper=self.paper or self.look.paper, zones=self.zones or self.look.zones)


def paper_named(text: str) -> Paper:
    """ "A4", "Letter" or "A3", in any case, -> Paper. Raises InputProblem."""
    try:
        return Paper(text.strip().lower())
    except ValueError as failure:
        raise InputProblem(say("There is no paper size “{name}”. Choose A4, Letter or A3.", name=text)) from failure


def agenda_paper(agenda: Agenda, options: AgendaOptions) -> AgendaPaper:
    """The content of the printed agenda. Raises InputProblem for too many or unknown zones."""
    look = options.chosen_look
    zones = further_zones(look)
    draft = draft_number(agenda, options)
    days = _days(agenda, zones, look)
    when = days_and_hours(agenda, look.time_style, look.date_style)
    name = say("Draft agenda") if draft else say("Agenda")
    return AgendaPaper(
        kicker=name.upper(),
        title=agenda.meeting.title or say("Untitled meeting"),
        subtitle=VALUE_SEPARATOR.join(part for part in (when, agenda.meeting.subtitle) if part),
        heads=_heads(agenda, zones, look),
        days=days,
        empty_note="" if days else say("No session has been placed on the timetable yet."),
        watermark=watermark_words(agenda, options, draft),
        version_note=version_note(agenda, options, draft),
        zone_note=footer_zone_note(agenda),
        name=name,
    )


def further_zones(look: Look) -> tuple[str, ...]:
    """Those that the page shows, each once. Raises InputProblem for too many or unknown ones."""
    zones = tuple(dict.fromkeys(look.zones))
    if len(zones) > MOST_ZONES:
        raise InputProblem(say("A page has room for {most} further time zones. Choose fewer.", most=MOST_ZONES))
    for zone in zones:
        known_zone(zone)
    return zones


def draft_number(agenda: Agenda, options: AgendaOptions) -> int:
    """The draft number to print; 0 prints none."""
    return agenda.meeting.draft_number if options.draft_number is None else options.draft_number


def _heads(agenda: Agenda, zones: tuple[str, ...], look: Look) -> ColumnHeads:
    cities = tuple(zone_city(zone) for zone in zones)
    minutes = say("Min.") if AgendaColumn.MINUTES in look.columns else ""
    return ColumnHeads(agenda.meeting.zone_label, minutes, say("Item"), cities)


def _days(agenda: Agenda, zones: tuple[str, ...], look: Look) -> tuple[PaperDay, ...]:
    """The days that have sessions; the other zones' offsets are said again only where they change."""
    days: list[PaperDay] = []
    said = ""
    for day in agenda.days_in_order:
        sessions = agenda.sessions_on(day.id)
        if sessions:
            hours = _hours_of_all(sessions)
            full_note = zone_note(agenda.meeting, day.date, hours, zones, look.time_style)
            own_note = zone_note(agenda.meeting, day.date, hours, (), look.time_style)
            note = own_note if full_note == said else full_note
            rows = tuple(_row(agenda, session, day.date, zones, look) for session in sessions)
            days.append(_day(date_words(day.date, look.date_style), note, rows))
            said = full_note
    return tuple(days)


def _day(heading: str, note: str, rows: tuple[PaperRow, ...]) -> PaperDay:
    return PaperDay(heading, say("{day} (continued)", day=heading), note, rows)


def _hours_of_all(sessions: tuple[Session, ...]) -> Hours:
    spans = [_hours(session) for session in sessions]
    return min(start for start, _end in spans), max(end for _start, end in spans)


def _hours(session: Session) -> Hours:
    start = session.start_minute or 0
    return start, start + session.minutes


def _row(agenda: Agenda, session: Session, iso_date: str, zones: tuple[str, ...], look: Look) -> PaperRow:
    hours = _hours(session)
    return PaperRow(
        session_id=session.id,
        kind=session.kind,
        span=span_words(*hours, look.time_style),
        minutes=session.minutes,
        heading=session_heading(session),
        objectives=objectives_words(agenda, session) if AgendaColumn.OBJECTIVES in look.columns else "",
        lines=_lines(agenda, session, look),
        local_spans=tuple(local_span(agenda.meeting, iso_date, hours, zone, look.time_style) for zone in zones),
    )


def objectives_words(agenda: Agenda, session: Session) -> str:
    """ "Objectives 2, 5 and 6"; nothing without any."""
    numbers = [str(objective.number) for objective in agenda.objectives_of(session.id)]
    if not numbers:
        return ""
    return say_count("Objective {numbers}", "Objectives {numbers}", len(numbers), numbers=say_list(numbers))


def _lines(agenda: Agenda, session: Session, look: Look) -> tuple[PaperLine, ...]:
    lines: dict[str, tuple[PaperLine | None, ...]] = {
        AgendaColumn.ROOM: (_room_line(agenda, session),),
        AgendaColumn.SEATS: seat_lines(agenda, session),
        AgendaColumn.DISCUSSION: (discussion_line(agenda, session),),
    }
    shown = [line for column, of_column in lines.items() if column in look.columns for line in of_column]
    return tuple(line for line in (*shown, _outcome_line(session)) if line is not None)


def _room_line(agenda: Agenda, session: Session) -> PaperLine | None:
    if len(agenda.rooms) < 2 or session.room_id is None:
        return None
    return PaperLine(say("Room"), (PaperValue(agenda.rooms[session.room_id].name),))


def _outcome_line(session: Session) -> PaperLine | None:
    """A closing segment says what comes out of the meeting; other summaries belong to the annotated agenda."""
    if session.kind is not SessionKind.CLOSING or not session.summary:
        return None
    return PaperLine(say("Outcome"), (PaperValue(session.summary),))


def watermark_words(agenda: Agenda, options: AgendaOptions, draft: int) -> str:
    """ "DRAFT 3", of a working copy "AFTER DRAFT 3"; empty without a draft, and where none is wanted."""
    if not draft or not options.watermark:
        return ""
    after = _is_working_copy(agenda, options, draft)
    return (say("After draft {number}", number=draft) if after else say("Draft {number}", number=draft)).upper()


def _is_working_copy(agenda: Agenda, options: AgendaOptions, draft: int) -> bool:
    return bool(options.copy_note) and draft == agenda.meeting.draft_number


def version_note(agenda: Agenda, options: AgendaOptions, draft: int) -> str:
    """ "Draft 3, as of 5 November 2020, 18:00 CET. Illustrative." """
    dates = tuple(day.date for day in agenda.days_in_order)
    moment = _moment(agenda, options.as_of, dates, options.chosen_look) if options.as_of is not None else ""
    if _is_working_copy(agenda, options, draft):
        note = options.copy_note
        version = say("{note}, as of {moment}.", note=note, moment=moment) if moment else say("{note}.", note=note)
    elif draft and moment:
        version = say("Draft {number}, as of {moment}.", number=draft, moment=moment)
    elif draft:
        version = say("Draft {number}.", number=draft)
    else:
        version = say("As of {moment}.", moment=moment) if moment else ""
    return " ".join(part for part in (version, agenda.meeting.paper_note) if part)


def _moment(agenda: Agenda, as_of: datetime, dates: tuple[str, ...], look: Look) -> str:
    return moment_in_words(agenda.meeting, as_of, dates, look)


def footer_zone_note(agenda: Agenda) -> str:
    label, version = agenda.meeting.zone_label, zone_data_version()
    offset = common_offset(agenda.meeting, tuple(day.date for day in agenda.days_in_order))
    if not offset:
        return say("All times {zone} \u00b7 time zone data {version}", zone=label, version=version)
    return say(
        "All times {zone} ({offset}) \u00b7 time zone data {version}", zone=label, offset=offset, version=version
    )
