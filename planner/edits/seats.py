"""What the organiser does with seats: add, change, order, remove."""

from typing import Any

from sqlalchemy import delete

from planner.document import Document
from planner.edits.fields import row_of, set_fields
from planner.errors import RuleBroken
from planner.models.agenda import Role, Seat
from planner.models.tables import SeatRow
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
    position = 1 + max((seat.position for seat in agenda.seats_of(session_id)), default=0)
    name = say("Add a seat to {session}", session=session_name(agenda.sessions[session_id]))
    with document.edit(name) as rows:
        row = SeatRow(session_id=session_id, role=role.value, entity_id=entity_id, person_id=person_id)
        row.position, row.minutes = position, minutes
        rows.add(row)
        rows.flush()
        return row.id


def change_seat(document: Document, seat_id: int, **values: Any) -> None:
    """Set fields: role, entity_id, person_id, minutes, state."""
    seat = _seat(document, seat_id)
    if values.get("minutes", 0) < 0:
        raise RuleBroken(say("A seat has 0 minutes or more. Give another time."))
    with document.edit(_change_name(document, seat)) as rows:
        set_fields(row_of(rows, SeatRow, seat_id), values)


def _change_name(document: Document, seat: Seat) -> str:
    session = session_name(document.agenda.sessions[seat.session_id])
    if seat.person_id is None and seat.entity_id is None:
        return say("Change the {role} seat of {session}", role=role_name(seat.role).lower(), session=session)
    return say("Change the seat of {holder} in {session}", holder=seat_holder(document.agenda, seat), session=session)


def move_seat(document: Document, seat_id: int, places: int) -> None:
    """Move a seat up (negative) or down among the seats of its role in its session."""
    seat = _seat(document, seat_id)
    peers = [other for other in document.agenda.seats_of(seat.session_id) if other.role is seat.role]
    order = [other.id for other in peers if other.id != seat_id]
    order.insert(max(0, min(len(order), [other.id for other in peers].index(seat_id) + places)), seat_id)
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
