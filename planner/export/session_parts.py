"""What several papers say of a session: its hours, its people with the minute at which each begins, its objectives."""

import re
from collections.abc import Iterable, Iterator

from planner.export.look import Look, span_words, time_words
from planner.export.paper_parts import (
    Align,
    Bullets,
    Column,
    Emphasis,
    Heading,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Run,
    Table,
    body,
    plain,
)
from planner.export.seat_runs import seat_words
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SessionKind
from planner.models.records import Seat, Session
from planner.phrases import length, session_heading
from planner.rules.budget import seat_starts
from planner.wording import role_name, say, say_count

_MARK = re.compile(r"^\s*(?:\d{1,2}[.)]|[-\u2013\u2022])\s+")
"""A number or a dash before a question."""


def session_title(
    agenda: Agenda, session: Session, look: Look, *, level: int = 2, starts_page: bool = False
) -> Heading:
    """ "10:00-11:30 CET  Roundtable 1. Ensuring that..." """
    return Heading(level, hours_and_name(agenda, session, look), session.id, starts_page=starts_page)


def below_title(session: Session, parts: Iterable[Part]) -> tuple[Part, ...]:
    """What there is to say; of a session without anything its length, so that no title stands bare at a page's foot."""
    return tuple(parts) or (body(length(session.minutes), ParagraphRole.NOTE),)


def hours_and_name(agenda: Agenda, session: Session, look: Look) -> str:
    """The hours with their zone before the name; the name alone while it has no hour."""
    if session.start_minute is None:
        return say("{session} (not placed yet)", session=session_heading(session))
    return say(
        "{span} {zone}  {session}", span=hours_of(session, look), zone=agenda.meeting.zone_label,
        session=session_heading(session),
    )  # fmt: skip


def hours_of(session: Session, look: Look) -> str:
    start = session.start_minute or 0
    return span_words(start, start + session.minutes, look.time_style)


def room_line(agenda: Agenda, session: Session) -> Iterator[Paragraph]:
    """The room of a session, where there are several."""
    if len(agenda.rooms) > 1 and session.room_id is not None:
        yield body(agenda.rooms[session.room_id].name, ParagraphRole.NOTE)


def text_parts(text: str) -> Iterator[Paragraph]:
    """A paragraph for each line that somebody typed."""
    return (body(line.strip()) for line in text.splitlines() if line.strip())


def question_list(session: Session) -> Iterator[Part]:
    """The guiding questions, numbered; whatever number or dash was typed before one is left out."""
    lines = (_MARK.sub("", line).strip() for line in session.guiding_questions.splitlines())
    questions = tuple(plain(line) for line in lines if line)
    if questions:
        yield body(say("Guiding questions"), ParagraphRole.SMALL_HEADING)
        yield Bullets(questions, numbered=True)


def document_list(text: str, heading: str) -> Iterator[Part]:
    """The documents that somebody listed, a line each; whatever number or dash was typed before one is left out."""
    lines = (_MARK.sub("", line).strip() for line in text.splitlines())
    documents = tuple(plain(line) for line in lines if line)
    if documents:
        yield body(heading, ParagraphRole.SMALL_HEADING)
        yield Bullets(documents)


def objective_list(agenda: Agenda, session: Session) -> Iterator[Part]:
    """The objectives by number and title."""
    objectives = agenda.objectives_of(session.id)
    if objectives:
        heading = say_count("Objective of the Global Compact", "Objectives of the Global Compact", len(objectives))
        yield body(heading, ParagraphRole.SMALL_HEADING)
        yield Bullets(
            tuple(
                (
                    Run(say("Objective {number}.", number=objective.number), Emphasis.BOLD),
                    Run(say(" {title}", title=objective.title or objective.short_title)),
                )
                for objective in objectives
            )
        )


def counting_seats(agenda: Agenda, session: Session) -> list[Seat]:
    return [seat for seat in agenda.seats_of(session.id) if seat.counts]


def missing_moderator(agenda: Agenda, session: Session) -> bool:
    """Whether a roundtable has nobody, not even an entity, to moderate it."""
    moderated = any(seat.role is Role.MODERATOR for seat in counting_seats(agenda, session))
    return session.kind is SessionKind.ROUNDTABLE and not moderated


def people_table(agenda: Agenda, session: Session, look: Look, *, shows_states: bool = False) -> Iterator[Part]:
    """Who speaks when: start, role, how they are called, minutes; for the secretariat the state of each seat."""
    seats = counting_seats(agenda, session)
    if not seats:
        return
    starts = seat_starts(agenda, session.id)
    columns = (
        Column(say("Starts, {zone}", zone=agenda.meeting.zone_label), 62, is_header=True),
        Column(say("Role"), 74), Column(say("Who"), 324), Column(say("Min."), 34, Align.END),
    )  # fmt: skip
    rows = [
        text_row(
            session, time_words(starts[seat.id], look.time_style) if seat.id in starts else "",
            role_name(seat.role), Paragraph(seat_words(agenda, seat, shows_state=shows_states)), str(seat.minutes),
        )
        for seat in seats
    ]  # fmt: skip
    if missing_moderator(agenda, session):
        rows.insert(0, text_row(session, "", role_name(Role.MODERATOR), to_be_confirmed(), ""))
    yield Table(columns, tuple(rows), say("Who speaks in {session}, in order", session=session_heading(session)))


def to_be_confirmed() -> Paragraph:
    return Paragraph(plain(say("To be confirmed"), Emphasis.OPEN))


Cell = str | Paragraph | tuple[Paragraph, ...]


def text_row(session: Session, *cells: Cell) -> Row:
    """A row of a session, each cell of a text, a paragraph or several."""
    return Row(tuple(_cell(cell) for cell in cells), session.id)


def _cell(cell: Cell) -> tuple[Paragraph, ...]:
    if isinstance(cell, str):
        return (body(cell),)
    return (cell,) if isinstance(cell, Paragraph) else cell
