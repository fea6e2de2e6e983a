"""What the organiser does with seats: add, change, order, remove."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session as DatabaseSession

from planner.document import Document
from planner.edits.fields import record_of, row_of, set_fields
from planner.edits.naming import clean_name, entity_named, person_named
from planner.errors import RuleBroken
from planner.models.agenda import Agenda
from planner.models.kinds import InterestState, Role, SeatState
from planner.models.records import Seat, Session
from planner.models.storing import storable
from planner.models.tables import InterestRow, ReplacementRow, SeatRow
from planner.phrases import holder_name, seat_holder, session_name
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


def add_seats(
    document: Document, session_id: int, role: Role, holders: Sequence[tuple[int | None, int | None]]
) -> None:
    """Seat several at the end of a role, each given as (entity id, person id): one step."""
    agenda = document.agenda
    session = record_of(agenda.sessions, session_id)
    position = max((seat.position for seat in agenda.seats_of(session_id)), default=0)
    with document.edit(_seating_name(agenda, session, role, holders)) as rows:
        for place, (entity_id, person_id) in enumerate(holders, start=position + 1):
            rows.add(
                SeatRow(
                    session_id=session_id,
                    role=role.value,
                    entity_id=entity_id,
                    person_id=person_id,
                    position=place,
                    minutes=USUAL_MINUTES,
                )
            )


def _seating_name(
    agenda: Agenda, session: Session, role: Role, holders: Sequence[tuple[int | None, int | None]]
) -> str:
    words, name = role_name(role).lower(), session_name(session)
    if len(holders) > 1:
        return say("Seat {count} in {session}, {role}", count=len(holders), session=name, role=words)
    return say("Seat {holder} in {session}, {role}", holder=holder_name(agenda, *holders[0]), session=name, role=words)


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
    with document.edit(_seat_name(document, seat, clean_name(name))) as rows:
        entity_id = entity_named(rows, document.agenda, name)
        target = row_of(rows, SeatRow, seat_id)
        if target.entity_id != entity_id:
            target.entity_id, target.person_id = entity_id, None


def name_person(document: Document, seat_id: int, name: str) -> None:
    """Give a seat to the person of this name, made anew when nobody has it; no name leaves it to be named.

    The last word of a new name is taken as the family name.
    """
    seat = _seat(document, seat_id)
    with document.edit(_seat_name(document, seat, clean_name(name))) as rows:
        target = row_of(rows, SeatRow, seat_id)
        target.person_id = person_named(rows, document.agenda, name, seat.entity_id)
        known = None if target.person_id is None else document.agenda.people.get(target.person_id)
        if known is not None and target.entity_id is None:
            target.entity_id = known.entity_id


def _seat_name(document: Document, seat: Seat, name: str) -> str:
    session = session_name(document.agenda.sessions[seat.session_id])
    if not name:
        return say("Empty a seat in {session}", session=session)
    return say("Seat {name} in {session}", name=name, session=session)


def replace_holder(
    document: Document,
    seat_id: int,
    *,
    entity_id: int | None = None,
    person_id: int | None = None,
    entity_name: str = "",
    person_name: str = "",
    reason: str = "",
    interest_id: int | None = None,
) -> None:
    """Somebody else takes a seat over, given by id or by name (made when unknown); who held it is kept, and why.

    The seat is proposed anew; ``interest_id`` is the interest that is accepted with it. Raises RuleBroken when the
    holder stays the same.
    """
    agenda, seat = document.agenda, _seat(document, seat_id)
    if interest_id is not None:
        record_of(agenda.interests, interest_id)
    with document.edit(_replacement_name(agenda, seat, entity_id, person_id, entity_name, person_name)) as rows:
        entity = entity_id if entity_id is not None else entity_named(rows, agenda, entity_name)
        person = person_id if person_id is not None else person_named(rows, agenda, person_name, entity)
        if entity is None and person is not None and person in agenda.people:
            entity = agenda.people[person].entity_id
        _check_change(agenda, seat, entity, person)
        _keep_former(rows, seat, str(storable(reason)))
        target = row_of(rows, SeatRow, seat_id)
        target.entity_id, target.person_id, target.state = entity, person, SeatState.PROPOSED.value
        if interest_id is not None:
            row_of(rows, InterestRow, interest_id).state = InterestState.ACCEPTED.value


def _replacement_name(
    agenda: Agenda, seat: Seat, entity_id: int | None, person_id: int | None, entity_name: str, person_name: str
) -> str:
    session = session_name(agenda.sessions[seat.session_id])
    if entity_id is not None:
        record_of(agenda.entities, entity_id)
    if person_id is not None:
        record_of(agenda.people, person_id)
    named = clean_name(person_name) if person_id is None else ""
    entity = clean_name(entity_name) if entity_id is None and person_id is None else ""
    new = named or entity or holder_name(agenda, entity_id, person_id)
    if seat.entity_id is None and seat.person_id is None:
        return say("Seat {name} in {session}", name=new, session=session)
    return say("Replace {former} by {new} in {session}", former=seat_holder(agenda, seat), new=new, session=session)


def _check_change(agenda: Agenda, seat: Seat, entity_id: int | None, person_id: int | None) -> None:
    if (entity_id, person_id) == (seat.entity_id, seat.person_id):
        raise RuleBroken(say("{holder} has this seat already. Name somebody else.", holder=seat_holder(agenda, seat)))
    if (entity_id, person_id) == (None, None):
        raise RuleBroken(say("Nobody is named. Name an entity or a person, or mark the seat as withdrawn."))


def _keep_former(rows: DatabaseSession, seat: Seat, reason: str) -> None:
    if seat.entity_id is None and seat.person_id is None:
        return
    former = ReplacementRow(seat_id=seat.id, entity_id=seat.entity_id, person_id=seat.person_id, reason=reason)
    former.replaced_at = datetime.now(UTC).isoformat(timespec="seconds")
    rows.add(former)
