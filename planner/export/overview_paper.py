"""The meeting on one page: hours down, days and rooms across."""

from collections.abc import Iterable
from itertools import pairwise

from planner.export.agenda_paper import AgendaOptions
from planner.export.look import Look, date_words, span_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Column,
    Emphasis,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Run,
    Table,
    body,
)
from planner.export.seats_on_paper import seat_words
from planner.export.session_parts import hours_of
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SessionKind
from planner.models.records import Day, Room, Session
from planner.phrases import session_heading
from planner.wording import role_heading, say

_HOURS_SHARE, _PLACES_SHARE = 60.0, 700.0
_LEADING = (Role.CHAIR, Role.MODERATOR)

Cell = tuple[Paragraph, ...]


def overview_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """A row from each hour at which anything begins or ends to the next; a session stands where it begins."""
    look = options.chosen_look
    places = [(day, room) for day in agenda.days_in_order for room in agenda.rooms_in_order if _held(agenda, day, room)]
    if not places:
        empty = body(say("No session has been placed on the timetable yet."), ParagraphRole.NOTE)
        return paper_frame(agenda, options, say("Overview"), (empty,), landscape=True)
    hours = Column(agenda.meeting.zone_label, _HOURS_SHARE, is_header=True)
    columns = (hours, *(_column(agenda, day, room, look, len(places)) for day, room in places))
    edges = sorted({edge for day, room in places for session in _held(agenda, day, room) for edge in _edges(session)})
    rows = tuple(_row(agenda, places, start, end, look) for start, end in pairwise(edges))
    shown: tuple[Part, ...] = (Table(columns, rows, say("The meeting at a glance")),)
    return paper_frame(agenda, options, say("Overview"), shown, landscape=True)


def _held(agenda: Agenda, day: Day, room: Room) -> list[Session]:
    return [session for session in agenda.sessions_on(day.id) if session.room_id == room.id]


def _edges(session: Session) -> tuple[int, int]:
    start = session.start_minute or 0
    return start, start + session.minutes


def _column(agenda: Agenda, day: Day, room: Room, look: Look, count: int) -> Column:
    date = date_words(day.date, look.date_style)
    title = say("{day}, {room}", day=date, room=room.name) if len(agenda.rooms) > 1 else date
    return Column(title, _PLACES_SHARE / count)


def _row(agenda: Agenda, places: Iterable[tuple[Day, Room]], start: int, end: int, look: Look) -> Row:
    cells = tuple(_cell(agenda, _held(agenda, day, room), start, look) for day, room in places)
    hours = (Paragraph((Run(span_words(start, end, look.time_style), Emphasis.BOLD),)),)
    return Row((hours, *cells))


def _cell(agenda: Agenda, sessions: Iterable[Session], start: int, look: Look) -> Cell:
    """What begins then; of what began before, that it goes on."""
    found: list[Paragraph] = []
    for session in sessions:
        begins, ends = _edges(session)
        if begins == start:
            found += _told(agenda, session, look)
        elif begins < start < ends:
            found.append(body(say("{session} goes on", session=session_heading(session)), ParagraphRole.NOTE))
    return tuple(found)


def _told(agenda: Agenda, session: Session, look: Look) -> list[Paragraph]:
    quiet = session.kind in {SessionKind.BREAK, SessionKind.RESERVE}
    name = Run(session_heading(session), Emphasis.SOFT if quiet else Emphasis.BOLD)
    hours = Run(say("  {span}", span=hours_of(session, look)), Emphasis.SOFT)
    led = [seat for seat in agenda.seats_of(session.id) if seat.counts and seat.role in _LEADING]
    lines = [Paragraph((name, hours))]
    for seat in led:
        lines.append(Paragraph((Run(say("{role}: ", role=role_heading(seat.role, 1))), *seat_words(agenda, seat))))
    return lines
