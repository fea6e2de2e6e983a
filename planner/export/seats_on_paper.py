"""Who sits where, in the words of a public paper: no internal notes, no addresses, no declined seats.

A seat that is not confirmed is "to be confirmed", whoever holds it; a confirmed seat without a person is
"speaker to be named". A note that holds for a whole line is said once, at its end.
"""

from planner.export.isolates import isolated
from planner.export.paper_content import PaperLine, PaperValue
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
            lines.append(PaperLine(role_heading(role, 1), (PaperValue(say("To be confirmed"), is_open=True),)))
    return tuple(lines)


def addressed(person: Person) -> str:
    """ "H.E. Ms. Given Family"."""
    return " ".join(isolated(part) for part in (person.honorific, person.name) if part)


def entity_name_of(agenda: Agenda, seat: Seat) -> str:
    """Empty for a seat of nobody's."""
    entity_id = entity_of(agenda, seat)
    return "" if entity_id is None else isolated(agenda.entities[entity_id].name)


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
    values = tuple(PaperValue(holder_words(agenda, seat), open_note(seat), is_nobodys(seat)) for seat in seats)
    notes = {value.note for value in values}
    if len(seats) > 1 and notes != {""} and len(notes) == 1:
        return PaperLine(label, tuple(value._replace(note="") for value in values), _open_note_for_all(seats[0]))
    return PaperLine(label, values)


def holder_words(agenda: Agenda, seat: Seat) -> str:
    """ "H.E. Ms. Name, function, entity", or as much of it as is known."""
    person = agenda.people.get(seat.person_id) if seat.person_id is not None else None
    entity = entity_name_of(agenda, seat)
    if person is None:
        return entity or say("To be confirmed")
    return ", ".join(part for part in (addressed(person), isolated(person.function), entity) if part)


def is_nobodys(seat: Seat) -> bool:
    """Whether nobody at all is thought of."""
    return seat.person_id is None and seat.entity_id is None


def open_note(seat: Seat) -> str:
    """ "(to be confirmed)", or what else is still open of a seat; empty when nothing is."""
    if is_nobodys(seat):
        return ""
    if seat.state is not SeatState.CONFIRMED:
        return say("(to be confirmed)")
    return say("(speaker to be named)") if seat.person_id is None else ""


def _open_note_for_all(seat: Seat) -> str:
    if seat.state is not SeatState.CONFIRMED:
        return say("(all to be confirmed)")
    return say("(speakers to be named)")
