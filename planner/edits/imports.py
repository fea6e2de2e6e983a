"""Takes in what was previewed: entities, people, interests and their wishes, in one step."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete
from sqlalchemy.orm import Session as DatabaseSession

from planner.document import Document
from planner.edits.fields import row_of, set_fields
from planner.imports.proposal import InterestChange, Proposal, ProposalRow, RecordChange
from planner.imports.summary import import_name
from planner.models.storing import storable
from planner.models.tables import EntityRow, InterestRow, PersonRow, WishRow


def import_interests(document: Document, proposal: Proposal) -> int:
    """Write all rows that are new or update something; returns how many interests that made or changed.

    Raises RuleBroken when a record that the proposal builds on is gone; nothing is written then.
    """
    taken = proposal.rows_to_write
    if not taken:
        return 0
    with document.edit(import_name(proposal)) as rows:
        entity_ids = _write_entities(rows, taken)
        person_ids = _write_people(rows, taken, entity_ids)
        interests = [_interest(rows, line, entity_ids, person_ids) for line in taken]
        rows.flush()
        _write_wishes(rows, [(row, line.interest) for row, line in zip(interests, taken, strict=True) if line.interest])
    return len(taken)


def _write_entities(rows: DatabaseSession, taken: Sequence[ProposalRow]) -> dict[str, int]:
    """Key of a new entity -> its id; a name that stands in several rows is made once."""
    made: dict[str, EntityRow] = {}
    for change in _once(line.entity for line in taken):
        target = EntityRow() if change.id is None else row_of(rows, EntityRow, change.id)
        set_fields(target, dict(change.values))
        if change.id is None:
            made[change.key] = target
    rows.add_all(made.values())
    rows.flush()
    return {key: row.id for key, row in made.items()}


def _write_people(rows: DatabaseSession, taken: Sequence[ProposalRow], entity_ids: dict[str, int]) -> dict[str, int]:
    made: dict[str, PersonRow] = {}
    entities = {line.person.key: line.entity for line in taken if line.person is not None}
    for change in _once(line.person for line in taken):
        target = PersonRow() if change.id is None else row_of(rows, PersonRow, change.id)
        set_fields(target, dict(change.values))
        if target.entity_id is None:
            target.entity_id = _id(entities[change.key], entity_ids)
        if change.id is None:
            made[change.key] = target
    rows.add_all(made.values())
    rows.flush()
    return {key: row.id for key, row in made.items()}


def _once(changes: Iterable[RecordChange | None]) -> list[RecordChange]:
    """New records by key, known ones by id: each once, with what all its rows say."""
    merged: dict[tuple[str, int | None], RecordChange] = {}
    for change in changes:
        if change is not None:
            place = ("" if change.id is not None else change.key, change.id)
            earlier = merged.get(place)
            values = dict(change.values) | dict(earlier.values if earlier else ())
            merged[place] = RecordChange(change.key, change.id, tuple(values.items()))
    return list(merged.values())


def _id(change: RecordChange | None, made: dict[str, int]) -> int | None:
    if change is None:
        return None
    return made[change.key] if change.id is None else change.id


def _interest(
    rows: DatabaseSession, line: ProposalRow, entity_ids: dict[str, int], person_ids: dict[str, int]
) -> InterestRow:
    change = line.interest
    if change is None:
        raise ValueError(line.number)
    target = InterestRow() if change.id is None else row_of(rows, InterestRow, change.id)
    target.entity_id, target.person_id = _id(line.entity, entity_ids), _id(line.person, person_ids)
    for column in ("received", "source", "source_key", "note"):
        setattr(target, column, storable(getattr(change, column)))
    if change.id is None:
        rows.add(target)
    return target


def _write_wishes(rows: DatabaseSession, written: Iterable[tuple[InterestRow, InterestChange]]) -> None:
    for row, change in written:
        if change.id is not None:
            rows.execute(delete(WishRow).where(WishRow.interest_id == row.id))
        rows.add_all(
            WishRow(interest_id=row.id, session_id=wish.session_id, role=wish.role.value, preference=wish.preference)
            for wish in change.wishes
        )
