"""The running order for those behind the scenes: everybody with state, phone and address, links and notes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.export.agenda_paper import AgendaOptions
from planner.export.floor_parts import floor_of, floor_words, wrap_up_of
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
    Runs,
    Table,
    body,
    plain,
)
from planner.export.profiles import Profile
from planner.export.seat_runs import seat_words
from planner.export.session_parts import (
    Cell,
    below_title,
    hours_and_name,
    missing_moderator,
    room_line,
    session_title,
    text_parts,
    text_row,
    to_be_confirmed,
)
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import Seat, Session
from planner.phrases import length, session_heading
from planner.rules.budget import seat_starts
from planner.wording import role_name, say, say_count, seat_state_name


def running_order_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """All sessions by day; then what has no hour yet. For others it has neither states nor addresses."""
    internal = options.profile in {None, Profile.INTERNAL}
    order = _Order(agenda, options.chosen_look, internal)
    parts = [*_links(agenda), *(part for day in agenda.days_in_order for part in order.day(day.id))]
    if agenda.sessions_to_place:
        parts += [Heading(1, say("Not placed yet")), Bullets(tuple(map(_waiting, agenda.sessions_to_place)))]
    empty = body(say("There is no session yet."), ParagraphRole.NOTE)
    kicker = say("Running order, internal") if internal else say("Running order")
    return paper_frame(agenda, options, kicker, tuple(parts) or (empty,))


def _waiting(session: Session) -> Runs:
    return plain(say("{session}, {length}", session=session_heading(session), length=length(session.minutes)))


@dataclass(frozen=True, slots=True)
class _Order:
    """What is shown of one meeting."""

    agenda: Agenda
    look: Look
    internal: bool

    def day(self, day_id: int) -> Iterator[Part]:
        sessions = self.agenda.sessions_on(day_id)
        if sessions:
            yield Heading(1, date_words(self.agenda.days[day_id].date, self.look.date_style))
            for session in sessions:
                yield session_title(self.agenda, session, self.look)
                yield from below_title(session, self.session(session))

    def session(self, session: Session) -> Iterator[Part]:
        yield from room_line(self.agenda, session)
        if session.internal_notes.strip():
            yield body(say("Internal notes"), ParagraphRole.SMALL_HEADING)
            yield from text_parts(session.internal_notes)
        rows = (*self._missing(session), *self._seats(session), *self._rest(session))
        if rows:
            name = hours_and_name(self.agenda, session, self.look)
            yield Table(self._columns(), rows, say("The order of {session}", session=name))

    def _columns(self) -> tuple[Column, ...]:
        ours = (Column(say("State"), 56), Column(say("Reached by"), 124)) if self.internal else ()
        return (
            Column(say("Starts, {zone}", zone=self.agenda.meeting.zone_label), 54, is_header=True),
            Column(say("Role"), 60), Column(say("Who"), 200 if self.internal else 324), *ours,
            Column(say("Min."), 34, Align.END),
        )  # fmt: skip

    def _missing(self, session: Session) -> Iterator[Row]:
        if missing_moderator(self.agenda, session):
            yield self._row(session, "", role_name(Role.MODERATOR), to_be_confirmed(), "")

    def _seats(self, session: Session) -> Iterator[Row]:
        starts = seat_starts(self.agenda, session.id)
        for seat in self.agenda.seats_of(session.id):
            start = time_words(starts[seat.id], self.look.time_style) if seat.id in starts else ""
            who = (Paragraph(self._who(seat)), *_replaced(self.agenda, seat))
            minutes = str(seat.minutes) if seat.counts else ""
            reached = tuple(body(line) for line in _reached_by(self.agenda, seat))
            row = self._row(session, start, role_name(seat.role), who, minutes, seat_state_name(seat.state), reached)
            yield replace(row, tinted=not seat.counts)

    def _who(self, seat: Seat) -> Runs:
        """What the state says already is not said again."""
        words = seat_words(self.agenda, seat)
        if not seat.counts:
            return (Run(words[0].text, Emphasis.STRUCK),)
        return words if seat.state is SeatState.CONFIRMED or not self.internal else words[:1]

    def _rest(self, session: Session) -> Iterator[Row]:
        """What belongs to no seat, so that the clock runs to the end of the session."""
        floor, wrap_up = floor_of(self.agenda, session), wrap_up_of(session)
        for stretch, name, who in ((floor, say("The floor"), floor_words(session)), (wrap_up, say("Wrap-up"), "")):
            if stretch:
                start = time_words(stretch.start_minute, self.look.time_style)
                yield self._row(session, start, name, who, str(stretch.minutes))

    def _row(
        self, session: Session, start: str, role: str, who: Cell, minutes: str, state: str = "", reached: Cell = ""
    ) -> Row:
        ours = (state, reached) if self.internal else ()
        return text_row(session, start, role, who, *ours, minutes)


def _links(agenda: Agenda) -> Iterator[Part]:
    """Where each room is to be found, once for all its sessions."""
    for room in agenda.rooms_in_order:
        if room.link:
            yield body(say("{room}: {link}", room=room.name, link=room.link))


def _replaced(agenda: Agenda, seat: Seat) -> Iterator[Paragraph]:
    """Who held the seat before, and why not any longer."""
    earlier = [replaced for replaced in agenda.replacements.values() if replaced.seat_id == seat.id]
    if earlier:
        text = say_count("{count} earlier holder", "{count} earlier holders", len(earlier))
        reasons = "; ".join(replaced.reason for replaced in earlier if replaced.reason)
        yield body(say("{text}: {reasons}", text=text, reasons=reasons) if reasons else text, ParagraphRole.NOTE)


def _reached_by(agenda: Agenda, seat: Seat) -> Iterator[str]:
    person = agenda.people.get(seat.person_id) if seat.person_id is not None else None
    if person is not None:
        languages = say("speaks {languages}", languages=person.languages) if person.languages else ""
        yield from (text for text in (person.phone, person.email, languages) if text)
