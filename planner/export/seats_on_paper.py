"""Who sits where, in the words of a public paper: no internal notes, no addresses, no declined seats.

A seat that is not confirmed is "to be confirmed", whoever holds it; a confirmed seat without a person is
"speaker to be named". A note that holds for a whole line is said once, at its end.
"""

from collections.abc import Iterator

from planner.export.paper_content import PaperLine, PaperValue
from planner.export.paper_parts import Emphasis, Run, Runs
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Person, Seat, Session
from planner.rules.budget import stakeholder_limit, state_limit
from planner.rules.occupancy import entity_of
from planner.wording import role_heading, say, say_count

VALUE_SEPARATOR = " \u00b7 "


def seat_lines(agenda: Agenda, session: Session) -> tuple[PaperLine, ...]:
    """A line for each role that is held or, for the moderator of a roundtable, missing."""
    seats = [seat for seat in agenda.seats_of(session.id) if seat.counts]
    lines = []
    for role in Role:
        holders = [seat for seat in seats if seat.role is role]
        if holders:
            lines.append(_role_line(agenda, role, holders))
        elif role is Role.MODERATOR and session.kind is SessionKind.ROUNDTABLE:
            lines.append(PaperLine(role_heading(role, 1), (PaperValue(say("To be confirmed")),)))
    return tuple(lines)


def line_runs(line: PaperLine) -> Iterator[Run]:
    """The values of a line, with what is open set off."""
    for index, value in enumerate(line.values):
        yield Run(f"{VALUE_SEPARATOR if index else ''}{value.text}")
        if value.note:
            yield Run(f" {value.note}", Emphasis.OPEN)
    if line.note:
        yield Run(f" {line.note}", Emphasis.OPEN)


def seat_words(agenda: Agenda, seat: Seat) -> Runs:
    """How one seat is called, and what is still open, set off."""
    note = _open_note(seat)
    holder = Run(_holder(agenda, seat))
    return (holder, Run(" "), Run(note, Emphasis.OPEN)) if note else (holder,)


def address_words(agenda: Agenda, seat: Seat) -> tuple[Runs, ...]:
    """Lines: who is called up, as they are addressed; then, for a person, function and entity; what is still open."""
    person = agenda.people.get(seat.person_id) if seat.person_id is not None else None
    entity, note = _entity_name(agenda, seat), _open_note(seat)
    opened = (Run(f" {note}", Emphasis.OPEN),) if note else ()
    if person is None:
        return ((Run(entity or say("To be confirmed"), Emphasis.BOLD), *opened),)
    name, of_person = Run(_addressed(person), Emphasis.BOLD), ", ".join(filter(None, (person.function, entity)))
    return ((name,), (Run(of_person), *opened)) if of_person else ((name, *opened),)


def _addressed(person: Person) -> str:
    """ "H.E. Ms. Given Family"."""
    return " ".join(part for part in (person.honorific, person.name) if part)


def _entity_name(agenda: Agenda, seat: Seat) -> str:
    entity_id = entity_of(agenda, seat)
    return "" if entity_id is None else agenda.entities[entity_id].name


def discussion_line(agenda: Agenda, session: Session) -> PaperLine | None:
    """The minutes a roundtable leaves to the floor and the limits there; None while no seat has minutes."""
    taken = sum(seat.minutes for seat in agenda.seats_of(session.id) if seat.counts)
    floor = session.minutes - session.wrap_up_minutes - taken
    if session.kind is not SessionKind.ROUNDTABLE or not taken or floor <= 0:
        return None
    text = say(
        "{floor}; {state} a State, {stakeholder} a stakeholder",
        floor=_minutes(floor),
        state=_minutes(state_limit(agenda, session)),
        stakeholder=_minutes(stakeholder_limit(agenda, session)),
    )
    return PaperLine(say("Discussion"), (PaperValue(text),))


def _minutes(count: int) -> str:
    return say_count("{count} minute", "{count} minutes", count)


def _role_line(agenda: Agenda, role: Role, seats: list[Seat]) -> PaperLine:
    label = role_heading(role, len(seats))
    texts = [_holder(agenda, seat) for seat in seats]
    notes = [_open_note(seat) for seat in seats]
    if len(seats) > 1 and notes[0] and len(set(notes)) == 1:
        return PaperLine(label, tuple(map(PaperValue, texts)), _open_note_for_all(seats[0]))
    return PaperLine(label, tuple(map(PaperValue, texts, notes)))


def _holder(agenda: Agenda, seat: Seat) -> str:
    """ "H.E. Ms. Name, function, entity", or as much of it as is known."""
    person = agenda.people.get(seat.person_id) if seat.person_id is not None else None
    entity = _entity_name(agenda, seat)
    if person is None:
        return entity or say("To be confirmed")
    return ", ".join(part for part in (_addressed(person), person.function, entity) if part)


def _is_nobodys(seat: Seat) -> bool:
    return seat.person_id is None and seat.entity_id is None


def _open_note(seat: Seat) -> str:
    if _is_nobodys(seat):
        return ""
    if seat.state is not SeatState.CONFIRMED:
        return say("(to be confirmed)")
    return say("(speaker to be named)") if seat.person_id is None else ""


def _open_note_for_all(seat: Seat) -> str:
    if seat.state is not SeatState.CONFIRMED:
        return say("(all to be confirmed)")
    return say("(speakers to be named)")
