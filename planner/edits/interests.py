"""What the organiser does with expressions of interest: add, change, judge, order, seat, remove."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session as DatabaseSession

from planner.clock import parse_date
from planner.document import Document
from planner.edits.fields import record_of, row_of, set_fields
from planner.edits.naming import clean_name, entity_named, person_named
from planner.edits.seats import USUAL_MINUTES
from planner.errors import InputProblem, RuleBroken
from planner.models.agenda import Agenda
from planner.models.kinds import InterestState, Role
from planner.models.records import Interest, Session
from planner.models.storing import storable
from planner.models.tables import InterestRow, SeatRow, WishRow
from planner.phrases import holder_name, session_name
from planner.rules.interests import reserve_order
from planner.wording import interest_state_name, role_name, say, say_count

TYPED = "typed"
"""The source of an interest that no file brought."""

Wanted = tuple[int, Role, int]
"""A session's id, the role asked for there, and the preference: 1 is the dearest, 0 was not given."""


def add_interest(
    document: Document,
    *,
    entity_id: int | None = None,
    person_id: int | None = None,
    entity_name: str = "",
    person_name: str = "",
    received: str = "",
    note: str = "",
    wishes: Iterable[Wanted] = (),
) -> int:
    """A new interest, its entity and person given by id or by name (made when unknown); returns its id.

    ``received`` is an ISO 8601 date or empty. Raises InputProblem for another text, RuleBroken when nobody is named.
    """
    agenda, wanted = document.agenda, _wishes(document.agenda, wishes)
    _check_received(received)
    name = _who(agenda, entity_id, person_id, entity_name, person_name)
    with document.edit(say("Add the interest of {holder}", holder=name)) as rows:
        entity = entity_id if entity_id is not None else entity_named(rows, agenda, entity_name)
        person = person_id if person_id is not None else person_named(rows, agenda, person_name, entity)
        if entity is None and person is not None and person in agenda.people:
            entity = agenda.people[person].entity_id
        row = InterestRow(entity_id=entity, person_id=person, received=received, source=TYPED)
        row.note = str(storable(note))
        rows.add(row)
        rows.flush()
        _add_wishes(rows, row.id, wanted)
        return row.id


def _who(agenda: Agenda, entity_id: int | None, person_id: int | None, entity_name: str, person_name: str) -> str:
    if person_id is not None:
        record_of(agenda.people, person_id)
    if entity_id is not None:
        record_of(agenda.entities, entity_id)
    named = clean_name(person_name) if person_id is None else ""
    entity = clean_name(entity_name) if entity_id is None and person_id is None else ""
    if not named and not entity and entity_id is None and person_id is None:
        raise RuleBroken(say("An interest is somebody's. Name an entity or a person."))
    return named or entity or holder_name(agenda, entity_id, person_id)


def _check_received(received: str) -> None:
    if received and parse_date(received) is None:
        raise InputProblem(say("“{text}” is no date. Write it like 2020-11-12.", text=received))


def change_interest(document: Document, interest_id: int, **values: Any) -> None:
    """Set fields: entity_id, person_id, received, note, state; entity_name and person_name as they are typed.

    A name that nobody has makes somebody new, an empty one leaves the interest without. Raises InputProblem for what
    is no date.
    """
    name = _name(document.agenda, record_of(document.agenda.interests, interest_id))
    _check_received(values.get("received", ""))
    with document.edit(say("Change the interest of {holder}", holder=name)) as rows:
        _join_reserve(rows, document.agenda, [interest_id], values.get("state"))
        row = row_of(rows, InterestRow, interest_id)
        _name_holder(rows, document.agenda, row, values)
        set_fields(row, values)


def _name_holder(rows: DatabaseSession, agenda: Agenda, row: InterestRow, values: dict[str, Any]) -> None:
    """Takes the typed names out of the values."""
    if "entity_name" in values:
        row.entity_id = entity_named(rows, agenda, values.pop("entity_name"))
    if "person_name" in values:
        row.person_id = person_named(rows, agenda, values.pop("person_name"), row.entity_id)
        known = agenda.people.get(row.person_id or 0)
        if row.entity_id is None and known is not None:
            row.entity_id = known.entity_id
    if row.entity_id is None and row.person_id is None:
        raise RuleBroken(say("An interest is somebody's. Name an entity or a person."))


def set_wishes(document: Document, interest_id: int, wishes: Iterable[Wanted]) -> None:
    """An interest asks for exactly these roles. Raises RuleBroken for a session that has no speakers."""
    agenda = document.agenda
    name, wanted = _name(agenda, record_of(agenda.interests, interest_id)), _wishes(agenda, wishes)
    held = {(wish.session_id, wish.role): wish for wish in agenda.wishes_of(interest_id)}
    with document.edit(say("Change what {holder} asks for", holder=name)) as rows:
        dropped = [wish.id for key, wish in held.items() if key not in wanted]
        rows.execute(delete(WishRow).where(WishRow.id.in_(dropped)))
        for key in held.keys() & wanted.keys():
            row_of(rows, WishRow, held[key].id).preference = wanted[key]
        _add_wishes(rows, interest_id, {key: rank for key, rank in wanted.items() if key not in held})


def _wishes(agenda: Agenda, wishes: Iterable[Wanted]) -> dict[tuple[int, Role], int]:
    wanted = {(session_id, Role(role)): preference for session_id, role, preference in wishes}
    for session_id, _role in wanted:
        _segment(agenda, session_id)
    return wanted


def _add_wishes(rows: DatabaseSession, interest_id: int, wanted: dict[tuple[int, Role], int]) -> None:
    rows.add_all(
        WishRow(interest_id=interest_id, session_id=session_id, role=role.value, preference=preference)
        for (session_id, role), preference in wanted.items()
    )


def set_interest_states(document: Document, interest_ids: Iterable[int], state: InterestState) -> None:
    """Judge several interests at once; those that come to the reserve stand at its end, earliest received first."""
    agenda = document.agenda
    chosen = [record_of(agenda.interests, interest_id) for interest_id in dict.fromkeys(interest_ids)]
    with document.edit(_state_step(agenda, chosen, state)) as rows:
        _join_reserve(rows, agenda, [interest.id for interest in chosen], state)
        for interest in chosen:
            row_of(rows, InterestRow, interest.id).state = state.value


def _state_step(agenda: Agenda, chosen: list[Interest], state: InterestState) -> str:
    name = interest_state_name(state)
    if len(chosen) == 1:
        return say("Mark the interest of {holder} as {state}", holder=_name(agenda, chosen[0]), state=name)
    return say_count("Mark {count} interest as {state}", "Mark {count} interests as {state}", len(chosen), state=name)


def _join_reserve(
    rows: DatabaseSession, agenda: Agenda, interest_ids: Iterable[int], state: InterestState | None
) -> None:
    if state != InterestState.RESERVE:
        return
    last = max((row.position for row in reserve_order(agenda.interests.values())), default=0)
    new = [agenda.interests[row_id] for row_id in interest_ids]
    coming = [interest for interest in new if interest.state is not InterestState.RESERVE]
    coming.sort(key=lambda interest: (interest.received == "", interest.received, interest.id))
    for position, interest in enumerate(coming, start=last + 1):
        row_of(rows, InterestRow, interest.id).position = position


def move_reserve(document: Document, interest_id: int, places: int) -> None:
    """Move an interest up (negative) or down the whole reserve list. Raises RuleBroken when it is not on it."""
    interest = record_of(document.agenda.interests, interest_id)
    listed = [row.id for row in reserve_order(document.agenda.interests.values())]
    if interest_id not in listed:
        name = _name(document.agenda, interest)
        raise RuleBroken(say("{holder} is not on the reserve list. Mark the interest as reserve first.", holder=name))
    order = [row_id for row_id in listed if row_id != interest_id]
    order.insert(max(0, min(len(order), listed.index(interest_id) + places)), interest_id)
    if order == listed:
        return
    with document.edit(say("Change the order of the reserve list")) as rows:
        for position, row_id in enumerate(order, start=1):
            row_of(rows, InterestRow, row_id).position = position


def remove_interests(document: Document, interest_ids: Iterable[int]) -> None:
    """Drop interests; the entities, people and seats they led to stay."""
    agenda = document.agenda
    chosen = [record_of(agenda.interests, interest_id) for interest_id in dict.fromkeys(interest_ids)]
    name = say_count("Remove {count} interest", "Remove {count} interests", len(chosen))
    if len(chosen) == 1:
        name = say("Remove the interest of {holder}", holder=_name(agenda, chosen[0]))
    with document.edit(name) as rows:
        rows.execute(delete(InterestRow).where(InterestRow.id.in_([interest.id for interest in chosen])))


def seat_interest(document: Document, interest_id: int, session_id: int, role: Role) -> int:
    """A proposed seat for who is interested, and the interest accepted, in one step; returns the seat's id.

    Raises RuleBroken when the interest names nobody or they have this very seat already.
    """
    agenda = document.agenda
    interest, session = record_of(agenda.interests, interest_id), _segment(agenda, session_id)
    _check_seating(agenda, interest, session, role)
    position = 1 + max((seat.position for seat in agenda.seats_of(session_id)), default=0)
    name = say("Seat {name} in {session}", name=_name(agenda, interest), session=session_name(session))
    with document.edit(name) as rows:
        row = SeatRow(session_id=session_id, role=role.value, position=position, minutes=USUAL_MINUTES)
        row.entity_id, row.person_id = interest.entity_id, interest.person_id
        rows.add(row)
        row_of(rows, InterestRow, interest_id).state = InterestState.ACCEPTED.value
        rows.flush()
        return row.id


def _check_seating(agenda: Agenda, interest: Interest, session: Session, role: Role) -> None:
    holder = (interest.entity_id, interest.person_id)
    if holder == (None, None):
        raise RuleBroken(say("This interest names nobody any longer. Give it an entity or a person first."))
    held = {(seat.entity_id, seat.person_id) for seat in agenda.seats_of(session.id) if seat.role is role}
    if holder in held:
        raise RuleBroken(
            say(
                "{holder} has a seat as {role} in {session} already. Change that seat instead.",
                holder=_name(agenda, interest), role=role_name(role).lower(), session=session_name(session),
            )
        )  # fmt: skip


def _segment(agenda: Agenda, session_id: int) -> Session:
    session = record_of(agenda.sessions, session_id)
    if not session.has_speakers:
        raise RuleBroken(say("{session} has no speakers. Choose another session.", session=session_name(session)))
    return session


def _name(agenda: Agenda, interest: Interest) -> str:
    return holder_name(agenda, interest.entity_id, interest.person_id)
