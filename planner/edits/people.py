"""What the organiser does with entities and people: add, change, remove, and make one of several."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session as DatabaseSession

from planner.document import Document
from planner.edits.bulk import BulkRows
from planner.edits.fields import record_of, row_of, set_fields
from planner.errors import RuleBroken
from planner.export.progress import Steps
from planner.models.kinds import SeatState
from planner.models.record import field_names
from planner.models.records import Entity, Person, Seat
from planner.models.storing import storable
from planner.models.tables import AvailabilityRow, Base, EntityRow, InterestRow, PersonRow, ReplacementRow, SeatRow
from planner.wording import say, say_count, say_list

_FIRMEST_FIRST = (
    SeatState.CONFIRMED, SeatState.INVITED, SeatState.PROPOSED, SeatState.DECLINED, SeatState.WITHDRAWN,
)  # fmt: skip
_NAMED_IN_A_STEP = 3


def add_entity(document: Document, name: str, **values: Any) -> int:
    """A new entity; returns its id. Other fields as in models.agenda.Entity."""
    name = str(storable(name))
    with document.edit(say("Add {entity}", entity=name)) as rows:
        row = EntityRow(name=name)
        set_fields(row, values)
        rows.add(row)
        rows.flush()
        return row.id


def change_entity(document: Document, entity_id: int, **values: Any) -> None:
    """Set fields of an entity."""
    with document.edit(say("Change {entity}", entity=record_of(document.agenda.entities, entity_id).name)) as rows:
        set_fields(row_of(rows, EntityRow, entity_id), values)


def remove_entity(document: Document, entity_id: int) -> None:
    """Drop an entity; its seats and people stay, without it."""
    with document.edit(say("Remove {entity}", entity=record_of(document.agenda.entities, entity_id).name)) as rows:
        rows.execute(delete(EntityRow).where(EntityRow.id == entity_id))


def remove_entities(document: Document, entity_ids: Iterable[int]) -> None:
    """Drop several entities in one step, as ``remove_entity`` drops one."""
    chosen = [record_of(document.agenda.entities, entity_id) for entity_id in dict.fromkeys(entity_ids)]
    name = say_count("Remove {count} entity", "Remove {count} entities", len(chosen))
    _remove(document, EntityRow, name, chosen)


def add_person(document: Document, family_name: str, **values: Any) -> int:
    """A new person; returns the id. Other fields as in models.agenda.Person."""
    family_name = str(storable(family_name))
    with document.edit(say("Add {person}", person=family_name)) as rows:
        row = PersonRow(family_name=family_name)
        set_fields(row, values)
        rows.add(row)
        rows.flush()
        return row.id


def change_person(document: Document, person_id: int, **values: Any) -> None:
    """Set fields of a person."""
    with document.edit(say("Change {person}", person=record_of(document.agenda.people, person_id).name)) as rows:
        set_fields(row_of(rows, PersonRow, person_id), values)


def remove_person(document: Document, person_id: int) -> None:
    """Drop a person; the seats stay with their entity, to be named."""
    with document.edit(say("Remove {person}", person=record_of(document.agenda.people, person_id).name)) as rows:
        rows.execute(delete(PersonRow).where(PersonRow.id == person_id))


def remove_people(document: Document, person_ids: Iterable[int]) -> None:
    """Drop several people in one step, as ``remove_person`` drops one."""
    chosen = [record_of(document.agenda.people, person_id) for person_id in dict.fromkeys(person_ids)]
    name = say_count("Remove {count} person", "Remove {count} people", len(chosen))
    _remove(document, PersonRow, name, chosen)


def _remove(document: Document, table: type[Base], name: str, chosen: Sequence[Person | Entity]) -> None:
    """A single one is named."""
    if len(chosen) == 1:
        name = say("Remove {name}", name=chosen[0].name)
    with document.edit(name) as rows:
        BulkRows(rows, Steps(len(chosen))).delete(table, "id", (record.id for record in chosen))


def merge_people(document: Document, keep_id: int, other_ids: Sequence[int]) -> None:
    """The others' seats, interests and replacements become those of the kept person, whose empty fields they fill.

    Of several seats of the same role in one session one stays, the firmest. Raises RuleBroken.
    """
    people = document.agenda.people
    kept, others = record_of(people, keep_id), _others(people, keep_id, other_ids)
    seats = [seat for seat in document.agenda.seats.values() if seat.person_id in {keep_id, *other_ids}]
    with document.edit(_step(kept.name, [person.name for person in others])) as rows:
        _join_seats(rows, seats, lambda seat: seat.person_id == keep_id, lambda seat: (seat.session_id, seat.role))
        _point(rows, (SeatRow, InterestRow, ReplacementRow, AvailabilityRow), "person_id", keep_id, other_ids)
        _fill(row_of(rows, PersonRow, keep_id), kept, others)
        rows.execute(delete(PersonRow).where(PersonRow.id.in_([person.id for person in others])))


def merge_entities(document: Document, keep_id: int, other_ids: Sequence[int]) -> None:
    """As ``merge_people``; seats of two different people in one session stay two."""
    entities = document.agenda.entities
    kept, others = record_of(entities, keep_id), _others(entities, keep_id, other_ids)
    seats = [seat for seat in document.agenda.seats.values() if seat.entity_id in {keep_id, *other_ids}]
    with document.edit(_step(kept.name, [entity.name for entity in others])) as rows:
        _join_seats(
            rows,
            seats,
            lambda seat: seat.entity_id == keep_id,
            lambda seat: (seat.session_id, seat.role, seat.person_id),
        )
        _point(rows, (PersonRow, SeatRow, InterestRow, ReplacementRow), "entity_id", keep_id, other_ids)
        _fill(row_of(rows, EntityRow, keep_id), kept, others)
        rows.execute(delete(EntityRow).where(EntityRow.id.in_([entity.id for entity in others])))


def _others(records: Mapping[int, Any], keep_id: int, other_ids: Sequence[int]) -> list[Any]:
    others = [record_of(records, other_id) for other_id in dict.fromkeys(other_ids) if other_id != keep_id]
    if not others:
        raise RuleBroken(say("There is nothing to merge. Choose two or more that are the same."))
    return others


def _step(kept: str, others: list[str]) -> str:
    if len(others) > _NAMED_IN_A_STEP:
        return say("Merge {count} others into {name}", count=len(others), name=kept)
    return say("Merge {others} into {name}", others=say_list(others), name=kept)


def _join_seats(
    rows: DatabaseSession, seats: list[Seat], is_own: Callable[[Seat], bool], key: Callable[[Seat], Hashable]
) -> None:
    """Of the seats that become one, keep the firmest, own ones first; what was replaced in the others is kept with it.

    Seats that all were the kept one's own before stay as they are.
    """
    same: dict[Hashable, list[Seat]] = defaultdict(list)
    for seat in sorted(seats, key=lambda seat: (_FIRMEST_FIRST.index(seat.state), not is_own(seat), seat.id)):
        same[key(seat)].append(seat)
    for stays, *go in same.values():
        if go and not all(map(is_own, (stays, *go))):
            _absorb(rows, stays, go)


def _absorb(rows: DatabaseSession, stays: Seat, go: list[Seat]) -> None:
    gone = [seat.id for seat in go]
    rows.execute(update(ReplacementRow).where(ReplacementRow.seat_id.in_(gone)).values(seat_id=stays.id))
    for column in ("entity_id", "person_id"):
        given = (value for seat in go if (value := getattr(seat, column)) is not None)
        if getattr(stays, column) is None and (found := next(given, None)) is not None:
            rows.execute(update(SeatRow).where(SeatRow.id == stays.id).values({column: found}))
    rows.execute(delete(SeatRow).where(SeatRow.id.in_(gone)))


def _point(
    rows: DatabaseSession, tables: Sequence[type[Base]], column: str, keep_id: int, other_ids: Sequence[int]
) -> None:
    for table in tables:
        pointing = getattr(table, column).in_(other_ids)
        rows.execute(update(table).where(pointing).values({column: keep_id}))


def _fill(row: Base, kept: Person | Entity, others: Sequence[Person | Entity]) -> None:
    """What the kept one does not say is taken from the first of the others that does."""
    names = [name for name in field_names(type(kept)) if getattr(kept, name) in {"", None}]
    given = {name: [value for other in others if (value := getattr(other, name)) not in {"", None}] for name in names}
    set_fields(row, {name: values[0] for name, values in given.items() if values})
