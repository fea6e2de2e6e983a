"""The script of whoever chairs or moderates: a page a session, with the clock beside every name."""

from collections.abc import Iterator
from dataclasses import replace

from planner.export.agenda_paper import AgendaOptions
from planner.export.floor_parts import floor_of, floor_rules, floor_words, wrap_up_of
from planner.export.look import Look, date_words, time_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Align,
    Column,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Table,
    body,
)
from planner.export.seat_runs import address_words
from planner.export.session_parts import (
    counting_seats,
    document_list,
    missing_moderator,
    objective_list,
    question_list,
    session_title,
    text_parts,
    text_row,
    to_be_confirmed,
)
from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Session
from planner.phrases import session_heading
from planner.rules.budget import seat_starts
from planner.wording import role_name, say


def script_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """Every placed session in which somebody speaks, or those chosen, each on a page of its own."""
    look = options.chosen_look
    chosen = options.sessions or tuple(agenda.sessions)
    sessions = [session for session in agenda.placed_sessions if session.has_speakers and session.id in chosen]
    parts = tuple(part for place, session in enumerate(sessions) for part in _session(agenda, session, look, place > 0))
    empty = body(say("No session in which somebody speaks has been placed yet."), ParagraphRole.NOTE)
    return paper_frame(agenda, options, say("Script for chairs and moderators"), parts or (empty,))


def _session(agenda: Agenda, session: Session, look: Look, starts_page: bool) -> Iterator[Part]:
    title = session_title(agenda, session, look, level=1, starts_page=starts_page)
    yield replace(title, aside=_date(agenda, session, look))
    where = _where(agenda, session)
    if where:
        yield body(where, ParagraphRole.NOTE)
    yield from text_parts(session.summary)
    yield _course(agenda, session, look)
    yield from question_list(session)
    yield from document_list(session.documents, say("Documents"))
    yield from floor_rules(agenda, session)
    yield from objective_list(agenda, session)


def _date(agenda: Agenda, session: Session, look: Look) -> str:
    """Beside the title, so that each page says it."""
    assert session.day_id is not None
    return date_words(agenda.days[session.day_id].date, look.date_style)


def _where(agenda: Agenda, session: Session) -> str:
    """The room when there are several, or where it is to be found."""
    assert session.room_id is not None
    room = agenda.rooms[session.room_id]
    if room.link:
        return say("{room}: {link}", room=room.name, link=room.link)
    return room.name if len(agenda.rooms) > 1 else ""


def _course(agenda: Agenda, session: Session, look: Look) -> Table:
    """The session by the clock: who is called up, the floor, the wrap-up."""
    columns = (
        Column(say("Starts, {zone}", zone=agenda.meeting.zone_label), 62, is_header=True),
        Column(say("Role"), 74), Column(say("Who, and how they are addressed"), 324),
        Column(say("Min."), 34, Align.END),
    )  # fmt: skip
    rows = (*_missing(agenda, session), *_seats(agenda, session, look), *_rest(agenda, session, look))
    return Table(columns, rows, say("The course of {session}", session=session_heading(session)))


def _missing(agenda: Agenda, session: Session) -> Iterator[Row]:
    if missing_moderator(agenda, session):
        yield text_row(session, "", role_name(Role.MODERATOR), to_be_confirmed(), "")


def _seats(agenda: Agenda, session: Session, look: Look) -> Iterator[Row]:
    starts = seat_starts(agenda, session.id)
    for seat in counting_seats(agenda, session):
        who = tuple(Paragraph(line) for line in address_words(agenda, seat))
        start = time_words(starts[seat.id], look.time_style)
        yield text_row(session, start, role_name(seat.role), who, str(seat.minutes))


def _rest(agenda: Agenda, session: Session, look: Look) -> Iterator[Row]:
    floor, wrap_up = floor_of(agenda, session), wrap_up_of(session)
    if floor:
        start = time_words(floor.start_minute, look.time_style)
        yield text_row(session, start, say("The floor"), floor_words(session), str(floor.minutes))
    if wrap_up:
        start = time_words(wrap_up.start_minute, look.time_style)
        yield text_row(session, start, say("Wrap-up"), "", str(wrap_up.minutes))
