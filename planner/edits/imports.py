"""Takes in what was previewed: entities, people, interests and their wishes, in one step."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from planner.document import Document
from planner.edits.bulk import BulkRows, Values
from planner.edits.fields import record_of
from planner.export.progress import CancelFlag, Progress, Steps
from planner.imports.proposal import InterestChange, Proposal, ProposalRow, RecordChange
from planner.imports.summary import import_name
from planner.models.agenda import Agenda
from planner.models.tables import EntityRow, InterestRow, PersonRow, WishRow

_ENTITY_COLUMNS = ("name", "kind", "stakeholder_category", "country_code", "region", "zone")
_PERSON_COLUMNS = ("honorific", "given_name", "family_name", "function", "email", "phone", "zone", "gender")
_INTEREST_COLUMNS = ("received", "source", "source_key", "note")
Written = tuple[ProposalRow, InterestChange]
Ids = dict[str, int]
"""Key of a new record -> its id."""


def import_interests(
    document: Document, proposal: Proposal, *, report: Progress | None = None, cancel: CancelFlag | None = None
) -> int:
    """Write all rows that are new or update something; returns how many interests that made or changed.

    Raises RuleBroken when a record that the proposal builds on is gone, and Cancelled; nothing is written then.
    """
    taken = [(line, line.interest) for line in proposal.rows if line.interest is not None]
    if not taken:
        return 0
    steps = Steps(_work(taken), report, cancel)
    with document.edit(import_name(proposal)) as rows:
        writing = _Writing(document.agenda, BulkRows(rows, steps), taken)
        writing.write()
        steps.reach(steps.total)
    return len(taken)


def _work(taken: Sequence[Written]) -> int:
    """How many rows are written, at most."""
    return sum(3 + len(change.wishes) for _line, change in taken)


class _Writing:
    """One import inside its edit; ``agenda`` is the meeting before it."""

    def __init__(self, agenda: Agenda, bulk: BulkRows, taken: Sequence[Written]) -> None:
        self._agenda, self._bulk, self._taken = agenda, bulk, taken

    def write(self) -> None:
        self._check()
        entity_ids = self._write_entities()
        person_ids = self._write_people(entity_ids)
        interest_ids = self._write_interests(entity_ids, person_ids)
        self._write_wishes(interest_ids)

    def _check(self) -> None:
        """What the proposal builds on may have gone meanwhile."""
        for line, change in self._taken:
            for record, records in ((line.entity, self._agenda.entities), (line.person, self._agenda.people)):
                if record is not None and record.id is not None:
                    record_of(records, record.id)
            if change.id is not None:
                record_of(self._agenda.interests, change.id)

    def _write_entities(self) -> Ids:
        changes = _once(line.entity for line, _change in self._taken)
        new = [change for change in changes if change.id is None]
        self._bulk.update(EntityRow, _known(changes))
        ids = self._bulk.insert(EntityRow, [_columns(change, _ENTITY_COLUMNS) for change in new])
        return {change.key: row_id for change, row_id in zip(new, ids, strict=True)}

    def _write_people(self, entity_ids: Ids) -> Ids:
        entities: dict[str, RecordChange | None] = {}
        for line, _change in self._taken:
            if line.person is not None and entities.get(line.person.key) is None:
                entities[line.person.key] = line.entity
        changes = _once(line.person for line, _change in self._taken)
        new = [change for change in changes if change.id is None]
        known = ((row_id, {**values, **self._homeless(row_id, key, entities, entity_ids)})
                 for key, row_id, values in _known_with_keys(changes))  # fmt: skip
        self._bulk.update(PersonRow, known)
        records = [
            {**_columns(change, _PERSON_COLUMNS), "entity_id": _id(entities[change.key], entity_ids)} for change in new
        ]
        return {change.key: row_id for change, row_id in zip(new, self._bulk.insert(PersonRow, records), strict=True)}

    def _homeless(self, person_id: int, key: str, entities: dict[str, RecordChange | None], made: Ids) -> Values:
        """Somebody of no entity joins the one that the row names."""
        entity_id = _id(entities[key], made) if self._agenda.people[person_id].entity_id is None else None
        return {} if entity_id is None else {"entity_id": entity_id}

    def _write_interests(self, entity_ids: Ids, person_ids: Ids) -> list[int]:
        """The id of each interest, in the order of the rows."""
        records = [_interest(line, change, entity_ids, person_ids) for line, change in self._taken]
        pairs = list(zip(records, (change.id for _line, change in self._taken), strict=True))
        self._bulk.update(InterestRow, ((row_id, record) for record, row_id in pairs if row_id is not None))
        made = iter(self._bulk.insert(InterestRow, [record for record, row_id in pairs if row_id is None]))
        return [next(made) if row_id is None else row_id for _record, row_id in pairs]

    def _write_wishes(self, interest_ids: Sequence[int]) -> None:
        changed = [
            (interest_id, change)
            for interest_id, (_line, change) in zip(interest_ids, self._taken, strict=True)
            if change.id is None or self._wishes_differ(change)
        ]
        self._bulk.delete(WishRow, "interest_id", (row_id for row_id, change in changed if change.id is not None))
        self._bulk.insert(WishRow, [wish for row_id, change in changed for wish in _wishes(row_id, change)])

    def _wishes_differ(self, change: InterestChange) -> bool:
        held = self._agenda.wishes_of(change.id or 0)
        return {(wish.session_id, wish.role, wish.preference) for wish in held} != set(change.wishes)


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


def _known(changes: Iterable[RecordChange]) -> Iterator[tuple[int, Values]]:
    yield from ((row_id, values) for _key, row_id, values in _known_with_keys(changes))


def _known_with_keys(changes: Iterable[RecordChange]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for change in changes:
        if change.id is not None:
            yield change.key, change.id, dict(change.values)


def _columns(change: RecordChange, names: Sequence[str]) -> dict[str, Any]:
    """All columns that an import may write: rows of one statement have the same ones. A kind has no empty value."""
    values = dict(change.values)
    return {name: values.get(name, "") for name in names}


def _id(change: RecordChange | None, made: Ids) -> int | None:
    if change is None:
        return None
    return made[change.key] if change.id is None else change.id


def _interest(line: ProposalRow, change: InterestChange, entity_ids: Ids, person_ids: Ids) -> dict[str, Any]:
    record = {name: getattr(change, name) for name in _INTEREST_COLUMNS}
    return {**record, "entity_id": _id(line.entity, entity_ids), "person_id": _id(line.person, person_ids)}


def _wishes(interest_id: int, change: InterestChange) -> Iterator[dict[str, Any]]:
    for wish in change.wishes:
        yield {
            "interest_id": interest_id,
            "session_id": wish.session_id,
            "role": wish.role,
            "preference": wish.preference,
        }
