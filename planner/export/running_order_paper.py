"""The running order for those behind the scenes: everybody with state, phone and address, links and notes."""

from collections.abc import Iterator

from planner.export.agenda_paper import AgendaOptions
from planner.export.look import Look, date_words, time_words
from planner.export.paper_notes import paper_frame
from planner.export.paper_parts import (
    Align,
    Bullets,
    Column,
    Emphasis,
    Heading,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Run,
    Table,
    body,
    plain,
)
from planner.export.seats_on_paper import seat_words
from planner.export.session_parts import hours_and_name, session_title, text_parts
from planner.models.agenda import Agenda
from planner.models.records import Person, Seat, Session
from planner.phrases import length, session_heading
from planner.rules.budget import seat_starts
from planner.wording import role_name, say, say_count, seat_state_name


def running_order_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """All sessions by day; then what has no hour yet."""
    look = options.chosen_look
    parts = [part for day in agenda.days_in_order for part in _day(agenda, day.id, look)]
    if agenda.sessions_to_place:
        parts += [Heading(1, say("Not placed yet")), Bullets(tuple(map(_waiting, agenda.sessions_to_place)))]
    empty = body(say("There is no session yet."), ParagraphRole.NOTE)
    return paper_frame(agenda, options, say("Running order, internal"), tuple(parts) or (empty,))


def _waiting(session: Session) -> tuple[Run, ...]:
    return plain(say("{session}, {length}", session=session_heading(session), length=length(session.minutes)))


def _day(agenda: Agenda, day_id: int, look: Look) -> Iterator[Part]:
    sessions = agenda.sessions_on(day_id)
    if sessions:
        yield Heading(1, date_words(agenda.days[day_id].date, look.date_style))
        for session in sessions:
            yield session_title(agenda, session, look)
            yield from _order(agenda, session, look)


def _order(agenda: Agenda, session: Session, look: Look) -> Iterator[Part]:
    link = _link(agenda, session)
    if link:
        yield body(link, ParagraphRole.NOTE)
    if agenda.seats_of(session.id):
        yield _seats(agenda, session, look)
    if session.internal_notes.strip():
        yield body(say("Internal notes"), ParagraphRole.SMALL_HEADING)
        yield from text_parts(session.internal_notes)


def _link(agenda: Agenda, session: Session) -> str:
    room = agenda.rooms[session.room_id] if session.room_id is not None else None
    if room is None:
        return ""
    if not room.link:
        return say("{room}", room=room.name) if len(agenda.rooms) > 1 else ""
    return say("{room}: {link}", room=room.name, link=room.link)


def _seats(agenda: Agenda, session: Session, look: Look) -> Table:
    starts = seat_starts(agenda, session.id)
    columns = (
        Column(say("Starts, {zone}", zone=agenda.meeting.zone_label), 56, is_header=True),
        Column(say("Role"), 66), Column(say("Who"), 190), Column(say("State"), 62), Column(say("Reached by"), 120),
        Column(say("Min."), 34, Align.END),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                (body(time_words(starts[seat.id], look.time_style) if seat.id in starts else ""),),
                (body(role_name(seat.role)),),
                (Paragraph(_who(agenda, seat)), *_replaced(agenda, seat)),
                (body(seat_state_name(seat.state)),),
                tuple(body(line) for line in _reached_by(agenda, seat)),
                (body(str(seat.minutes)),),
            ),
            session.id,
            tinted=not seat.counts,
        )
        for seat in agenda.seats_of(session.id)
    )
    return Table(columns, rows, say("Seats of {session}", session=hours_and_name(agenda, session, look)))


def _who(agenda: Agenda, seat: Seat) -> tuple[Run, ...]:
    words = seat_words(agenda, seat)
    return words if seat.counts else (Run(words[0].text, Emphasis.STRUCK),)


def _replaced(agenda: Agenda, seat: Seat) -> Iterator[Paragraph]:
    """Who held the seat before, and why not any longer."""
    earlier = [replaced for replaced in agenda.replacements.values() if replaced.seat_id == seat.id]
    if earlier:
        text = say_count("{count} earlier holder", "{count} earlier holders", len(earlier))
        reasons = "; ".join(replaced.reason for replaced in earlier if replaced.reason)
        yield body(say("{text}: {reasons}", text=text, reasons=reasons) if reasons else text, ParagraphRole.NOTE)


def _reached_by(agenda: Agenda, seat: Seat) -> Iterator[str]:
    person: Person | None = agenda.people.get(seat.person_id) if seat.person_id is not None else None
    if person is not None:
        yield from (text for text in (person.phone, person.email, person.languages) if text)
