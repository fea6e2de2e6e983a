"""Two copies of one meeting brought together: three-way, row by row and field by field, on frozen pictures."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.models.agenda import Agenda
from planner.models.freezing import records_of
from planner.models.records import Notice
from planner.rules.drafts import drafts_of
from planner.rules.merge_numbers import (
    MERGED_TABLES,
    REFERENCES,
    Numbers,
    new_numbers,
    renumbered,
    with_free_draft_numbers,
)

_UNITS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "sessions": (("day_id", "start_minute", "room_id"),),
        "seats": (("entity_id", "person_id"),),
        "interests": (("entity_id", "person_id"),),
        "windows": (("start_minute", "end_minute"),),
        "availabilities": (("date", "start_minute", "end_minute", "free", "own_clock"),),
    }
)
"""Fields that mean something only together: one copy's are taken, never a mixture."""

_SAY_THE_SAME: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "coverage": ("session_id", "objective_id"),
        "wishes": ("interest_id", "session_id", "role"),
        "rulers": ("zone",),
        "rule_levels": ("rule",),
        "told_apart": ("table_name", "first_id", "second_id"),
        "notices": ("draft_id", "person_id", "entity_id"),
    }
)
"""Tables in which two rows with equal fields are one and the same."""


class Conflict(NamedTuple):
    """Both copies changed the same thing differently; ``unit`` is empty when one of them dropped the row.

    ``ours`` and ``theirs`` are the records of either copy, None when it is gone there.
    """

    table: str
    row_id: int
    unit: tuple[str, ...]
    before: Any
    ours: Any
    theirs: Any


class Merge(NamedTuple):
    """``merged`` holds what only one copy changed and, where both did, what ours says; the conflicts ask about that.

    ``theirs`` is the other copy with the row numbers that it has here; ``numbers`` tell which those are.
    """

    merged: Agenda
    conflicts: tuple[Conflict, ...]
    theirs: Agenda
    numbers: Numbers


def merge_of(ancestor: Agenda, ours: Agenda, theirs: Agenda, given: Collection[int] = ()) -> Merge:
    """What both copies come to together since their common state; ``given`` are the draft numbers given in either."""
    numbers = new_numbers(ancestor, ours, theirs)
    told = with_free_draft_numbers(ancestor, ours, renumbered(theirs, numbers), given)
    copies = _Copies(ancestor, ours, _with_number_of(ours, told))
    conflicts: list[Conflict] = []
    changes = [
        (table, row_id, record) for table in MERGED_TABLES for row_id, record in _merged_rows(table, copies, conflicts)
    ]
    merged = _sound(ours.with_records(changes))
    return Merge(_with_latest_number(ours, merged), tuple(conflicts), copies.theirs, numbers)


def _with_number_of(ours: Agenda, theirs: Agenda) -> Agenda:
    """Once drafts are issued, the number of the latest follows from them and is nobody's wish."""
    if not drafts_of(ours) and not drafts_of(theirs):
        return theirs
    meeting = replace(theirs.meeting, draft_number=ours.meeting.draft_number)
    return theirs.with_records([("meeting", meeting.id, meeting)])


def _with_latest_number(ours: Agenda, merged: Agenda) -> Agenda:
    issued = drafts_of(merged)
    if len(issued) == len(drafts_of(ours)):
        return merged
    return merged.with_records(
        [("meeting", merged.meeting.id, replace(merged.meeting, draft_number=issued[-1].number))]
    )


def settled(merge: Merge, theirs_for: Iterable[Conflict]) -> Agenda:
    """The merge with their side taken for these conflicts, and ours for the others."""
    merged = merge.merged
    for conflict in theirs_for:
        if conflict.unit:
            held = records_of(merged, conflict.table)[conflict.row_id]
            taken = {name: getattr(conflict.theirs, name) for name in conflict.unit}
            changes = [(conflict.table, conflict.row_id, replace(held, **taken))]
        else:
            changes = [(conflict.table, conflict.row_id, conflict.theirs), *_below(merge, merged, conflict)]
        merged = merged.with_records(changes)
    return _sound(merged)


def _below(merge: Merge, merged: Agenda, conflict: Conflict) -> Iterator[tuple[str, int, Any]]:
    """What hangs on a row that comes back with their side: what they have of it and the merge has lost."""
    if conflict.theirs is None:
        return
    wanted = {(conflict.table, conflict.row_id)}
    for table in MERGED_TABLES:
        for record in records_of(merge.theirs, table).values():
            if wanted & set(_parents(record)) and record.id not in records_of(merged, table):
                wanted.add((table, record.id))
                yield table, record.id, record


class _Copies:
    """Three states of the meeting, and the rows under which each copy changed something since the first."""

    def __init__(self, ancestor: Agenda, ours: Agenda, theirs: Agenda) -> None:
        self.ancestor, self.ours, self.theirs = ancestor, ours, theirs
        self.worked_on_here = _worked_on(ancestor, ours)
        self.worked_on_there = _worked_on(ancestor, theirs)


def _worked_on(ancestor: Agenda, copy: Agenda) -> set[tuple[str, int]]:
    """(table, id) of every row that a new or changed row belongs to, also through another one."""
    found: set[tuple[str, int]] = set()
    for table in reversed(MERGED_TABLES):
        before = records_of(ancestor, table)
        for record in records_of(copy, table).values():
            if before.get(record.id) != record or (table, record.id) in found:
                found.update(_parents(record))
    return found


def _parents(record: Any) -> Iterator[tuple[str, int]]:
    """The rows that a record cannot do without; who holds a seat, or the draft before, may be gone."""
    for field in fields(record):
        held = getattr(record, field.name) if field.name in REFERENCES else None
        if held is not None and field.name not in {"entity_id", "person_id", "parent_id"}:
            yield REFERENCES[field.name], held


def _merged_rows(table: str, copies: _Copies, conflicts: list[Conflict]) -> Iterator[tuple[int, Any]]:
    """The rows of ours that the merge changes."""
    base, mine, other = (records_of(agenda, table) for agenda in (copies.ancestor, copies.ours, copies.theirs))
    for row_id in sorted(base.keys() | mine.keys() | other.keys()):
        before, here, there = base.get(row_id), mine.get(row_id), other.get(row_id)
        if there == here:
            continue
        dropped_here = before is not None and here is None and (table, row_id) in copies.worked_on_there
        dropped_there = before is not None and there is None and (table, row_id) in copies.worked_on_here
        if dropped_here or dropped_there:
            conflicts.append(Conflict(table, row_id, (), before, here, there))
        elif there == before:
            continue
        elif here == before:
            yield row_id, there
        elif here is None or there is None:
            conflicts.append(Conflict(table, row_id, (), before, here, there))
        else:
            yield row_id, _merged_record(table, before, here, there, conflicts)


def _merged_record(table: str, before: Any, here: Any, there: Any, conflicts: list[Conflict]) -> Any:
    """Both copies changed the row: each unit of fields is that of the only one that changed it."""
    taken: dict[str, Any] = {}
    for unit in _units(table, here):
        was, mine, other = (
            record and tuple(getattr(record, name) for name in unit) for record in (before, here, there)
        )
        if other in (was, mine):
            continue
        if mine == was:
            taken.update(zip(unit, other, strict=True))
        else:
            conflicts.append(Conflict(table, here.id, unit, before, here, there))
    return replace(here, **taken)


def _units(table: str, record: Any) -> Iterator[tuple[str, ...]]:
    together = _UNITS.get(table, ())
    yield from together
    grouped = {name for unit in together for name in unit}
    for field in fields(record):
        if field.name not in grouped and field.name != "id":
            yield (field.name,)


def _sound(agenda: Agenda) -> Agenda:
    """Without rows that lead nowhere, as the file's own references would have it, and without doubles."""
    while True:
        changes = [*_lost(agenda), *_doubles(agenda)]
        if not changes:
            return agenda
        agenda = agenda.with_records(changes)


def _lost(agenda: Agenda) -> Iterator[tuple[str, int, Any]]:
    """Rows whose parent is gone: dropped with it, or without it where they can stand alone."""
    for table in MERGED_TABLES:
        for record in records_of(agenda, table).values():
            gone = [name for name in _references(record) if _leads_nowhere(agenda, record, name)]
            if gone:
                yield table, record.id, _without(table, record, gone)


def _references(record: Any) -> Iterator[str]:
    """What must be there; of who was told of a draft only the number is kept, whoever may be gone."""
    if isinstance(record, Notice):
        return iter(("draft_id",))
    return (field.name for field in fields(record) if field.name in REFERENCES)


def _leads_nowhere(agenda: Agenda, record: Any, name: str) -> bool:
    held = getattr(record, name)
    return held is not None and held not in records_of(agenda, REFERENCES[name])


def _without(table: str, record: Any, gone: list[str]) -> Any:
    if table == "sessions":
        return replace(record, day_id=None, start_minute=None, room_id=None)
    loose = {("people", "entity_id"), ("drafts", "parent_id")} | {
        (kind, name) for kind in ("seats", "replacements", "interests") for name in ("entity_id", "person_id")
    }
    if all((table, name) in loose for name in gone):
        return replace(record, **dict.fromkeys(gone))
    return None


def _doubles(agenda: Agenda) -> Iterator[tuple[str, int, Any]]:
    for table, names in _SAY_THE_SAME.items():
        seen = set()
        for row_id, record in sorted(records_of(agenda, table).items()):
            said = tuple(getattr(record, name) for name in names)
            if said in seen:
                yield table, row_id, None
            seen.add(said)
