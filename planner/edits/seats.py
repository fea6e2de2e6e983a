"""What the organiser does with seats: add, change, order, remove."""

from typing import Any

from sqlalchemy import delete

from planner.document import Document
from planner.edits.fields import record_of, row_of, set_fields
from planner.errors import RuleBroken
from planner.models.kinds import Role
from planner.models.records import Person, Seat
from planner.models.storing import storable
from planner.models.tables import EntityRow, PersonRow, SeatRow
from planner.phrases import seat_holder, session_name
from planner.wording import role_name, say

USUAL_MINUTES = 5


def add_seat(
    document: Document,
    session_id: int,
    role: Role,
    *,
    entity_id: int | None = None,
    person_id: int | None = None,
    minutes: int = USUAL_MINUTES,
) -> int:
    """A new seat at the end of its role, held by nobody, an entity or a person; returns its id."""
    agenda = document.agenda
    _check_minutes(minutes)
    session = session_name(record_of(agenda.sessions, session_id))
    position = 1 + max((seat.position for seat in agenda.seats_of(session_id)), default=0)
    with document.edit(say("Add a seat to {session}", session=session)) as rows:
        row = SeatRow(session_id=session_id, role=role.value, entity_id=entity_id, person_id=person_id)
        row.position, row.minutes = position, minutes
        rows.add(row)
        rows.flush()
        return row.id


def change_seat(document: Document, seat_id: int, **values: Any) -> None:
    """Set fields: role, entity_id, person_id, minutes, state."""
    seat = _seat(document, seat_id)
    _check_minutes(values.get("minutes", 0))
    with document.edit(_change_name(document, seat)) as rows:
        set_fields(row_of(rows, SeatRow, seat_id), values)


def _check_minutes(minutes: int) -> None:
    if minutes < 0:
        raise RuleBroken(say("A seat has 0 minutes or more. Give another time."))


def _change_name(document: Document, seat: Seat) -> str:
    session = session_name(document.agenda.sessions[seat.session_id])
    if seat.person_id is None and seat.entity_id is None:
        return say("Change the {role} seat of {session}", role=role_name(seat.role).lower(), session=session)
    return say("Change the seat of {holder} in {session}", holder=seat_holder(document.agenda, seat), session=session)


def move_seat(document: Document, seat_id: int, places: int) -> None:
    """Move a seat up (negative) or down among the seats of its role in its session."""
    seat = _seat(document, seat_id)
    peers = [other.id for other in document.agenda.seats_of(seat.session_id) if other.role is seat.role]
    order = [other_id for other_id in peers if other_id != seat_id]
    order.insert(max(0, min(len(order), peers.index(seat_id) + places)), seat_id)
    if order == peers:
        return
    session = session_name(document.agenda.sessions[seat.session_id])
    with document.edit(say("Change the order of speakers in {session}", session=session)) as rows:
        for position, peer_id in enumerate(order, start=1):
            row_of(rows, SeatRow, peer_id).position = position


def remove_seat(document: Document, seat_id: int) -> None:
    """Drop a seat."""
    seat = _seat(document, seat_id)
    session = session_name(document.agenda.sessions[seat.session_id])
    with document.edit(say("Remove a seat from {session}", session=session)) as rows:
        rows.execute(delete(SeatRow).where(SeatRow.id == seat_id))


def _seat(document: Document, seat_id: int) -> Seat:
    seat = document.agenda.seats.get(seat_id)
    if seat is None:
        raise RuleBroken(say("This seat is no longer in the meeting. Select another one, or undo."))
    return seat


def name_entity(document: Document, seat_id: int, name: str) -> None:
    """Give a seat to the entity of this name, made anew when nobody has it; no name empties the seat."""
    seat = _seat(document, seat_id)
    wanted = str(storable(name)).strip()
    known = next((row for row in document.agenda.entities.values() if row.name.casefold() == wanted.casefold()), None)
    with document.edit(_seat_name(document, seat, wanted)) as rows:
        entity_id: int | None = None if known is None else known.id
        if wanted and known is None:
            row = EntityRow(name=wanted)
            rows.add(row)
            rows.flush()
            entity_id = row.id
        target = row_of(rows, SeatRow, seat_id)
        if target.entity_id != entity_id:
            target.entity_id, target.person_id = entity_id, None


def name_person(document: Document, seat_id: int, name: str) -> None:
    """Give a seat to the person of this name, made anew when nobody has it; no name leaves it to be named.

    The last word of a new name is taken as the family name.
    """
    seat = _seat(document, seat_id)
    wanted = " ".join(str(storable(name)).split())
    known = _known_person(document, seat, wanted)
    with document.edit(_seat_name(document, seat, wanted)) as rows:
        target = row_of(rows, SeatRow, seat_id)
        if not wanted:
            target.person_id = None
            return
        if known is None:
            given, _space, family = wanted.rpartition(" ")
            row = PersonRow(given_name=given, family_name=family, entity_id=seat.entity_id)
            rows.add(row)
            rows.flush()
            target.person_id = row.id
        else:
            target.person_id = known.id
            target.entity_id = known.entity_id if target.entity_id is None else target.entity_id


def _known_person(document: Document, seat: Seat, name: str) -> Person | None:
    """Somebody of the seat's entity first, else anybody of this name."""
    people = [person for person in document.agenda.people.values() if person.name.casefold() == name.casefold()]
    people.sort(key=lambda person: (person.entity_id != seat.entity_id, person.id))
    return people[0] if people else None


def _seat_name(document: Document, seat: Seat, name: str) -> str:
    session = session_name(document.agenda.sessions[seat.session_id])
    if not name:
        return say("Empty a seat in {session}", session=session)
    return say("Seat {name} in {session}", name=name, session=session)
