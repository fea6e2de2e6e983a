"""Rows of a meeting that hang on each other: what goes and comes back with a row, what leads nowhere, doubles."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from planner.models.agenda import Agenda
from planner.models.aside_records import Notice
from planner.models.freezing import records_of
from planner.rules.merge_numbers import MERGED_TABLES, REFERENCES

RowKey = tuple[str, int]
"""Table and id."""

SPOT = ("day_id", "start_minute", "room_id")
_LOOSE = frozenset({"entity_id", "person_id", "parent_id"})
"""Who holds a seat, or the draft before, may be gone: a row can do without."""

_SAY_THE_SAME: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "coverage": ("session_id", "objective_id"),
        "wishes": ("interest_id", "session_id", "role"),
        "rulers": ("zone",),
        "windows": ("day_id", "start_minute", "end_minute"),
        "rule_levels": ("rule",),
        "told_apart": ("table_name", "first_id", "second_id"),
        "notices": ("draft_id", "person_id", "entity_id"),
    }
)
"""Tables in which two rows with equal fields are one and the same."""


def parents(record: Any) -> Iterator[RowKey]:
    """The rows that a record cannot do without."""
    return ((REFERENCES[name], held) for name, held in _held(record) if name not in _LOOSE)


def _held(record: Any) -> Iterator[tuple[str, int]]:
    """The references of a record; of who was told of a draft only the number is kept, whoever may be gone."""
    names = ("draft_id",) if isinstance(record, Notice) else (field.name for field in fields(record))
    for name in names:
        held = getattr(record, name) if name in REFERENCES else None
        if held is not None:
            yield name, held


def worked_on(ancestor: Agenda, copy: Agenda) -> set[RowKey]:
    """Every row that a new or changed row belongs to, also through another one, or is newly held by."""
    found: set[RowKey] = set()
    for table in reversed(MERGED_TABLES):
        known = records_of(ancestor, table)
        for record in records_of(copy, table).values():
            before = known.get(record.id)
            if before != record:
                found.update(_newly_named(before, record))
            if before != record or (table, record.id) in found:
                found.update(parents(record))
    return found


def _newly_named(before: Any, record: Any) -> Iterator[RowKey]:
    for name, held in _held(record):
        if name in _LOOSE and (before is None or getattr(before, name) != held):
            yield REFERENCES[name], held


def below(agenda: Agenda, keys: Iterable[RowKey]) -> set[RowKey]:
    """These rows and all that cannot do without them."""
    found = set(keys)
    for table in MERGED_TABLES:
        found.update((table, row.id) for row in records_of(agenda, table).values() if found & set(parents(row)))
    return found


def without_rows(agenda: Agenda, ancestor: Agenda, keys: Iterable[RowKey]) -> Agenda:
    """The meeting after these rows were dropped, and what hangs on them with them.

    Who named one of them before still does: that this is lost is no change of whoever kept the row.
    """
    left = sound(agenda.with_records((table, row_id, None) for table, row_id in keys))
    return left.with_records(_as_before(left, agenda, ancestor))


def _as_before(left: Agenda, agenda: Agenda, ancestor: Agenda) -> Iterator[tuple[str, int, Any]]:
    for table in MERGED_TABLES:
        now, held, known = (records_of(state, table) for state in (left, agenda, ancestor))
        for row_id, record in now.items():
            before = known.get(row_id)
            if before is not None and record != held[row_id]:
                names = _emptied_and_unchanged(before, held[row_id], record)
                yield table, row_id, replace(record, **{name: getattr(before, name) for name in names})


def _emptied_and_unchanged(before: Any, held: Any, record: Any) -> list[str]:
    """The fields that are empty now and had been what they were before; a spot is one as a whole."""
    same = [
        field.name
        for field in fields(record)
        if getattr(record, field.name) is None and getattr(held, field.name) == getattr(before, field.name)
    ]
    return same if {*SPOT} <= {*same} else [name for name in same if name not in SPOT]


def with_rows_back(agenda: Agenda, ancestor: Agenda, keys: Collection[RowKey]) -> Agenda:
    """The meeting as if these rows had not been dropped: with what went with them, and who held what again."""
    if not keys:
        return agenda
    whole = _rows_of_sessions_apart(ancestor, keys)
    changes = [
        (table, row_id, records_of(ancestor, table)[row_id])
        for table, row_id in whole
        if row_id not in records_of(agenda, table)
    ]
    back = agenda.with_records(changes)
    return back.with_records(_named_again(back, ancestor, whole))


def _rows_of_sessions_apart(ancestor: Agenda, keys: Collection[RowKey]) -> set[RowKey]:
    """What cannot do without the rows; a session loses its spot with its day, and no more."""
    found = set(keys)
    for table in MERGED_TABLES:
        if table != "sessions":
            rows = records_of(ancestor, table).values()
            found.update((table, row.id) for row in rows if found & set(parents(row)))
    return found


def _named_again(agenda: Agenda, ancestor: Agenda, keys: Collection[RowKey]) -> Iterator[tuple[str, int, Any]]:
    for table in MERGED_TABLES:
        known = records_of(ancestor, table)
        for record in records_of(agenda, table).values():
            before = known.get(record.id)
            names = [] if before is None else list(_emptied(before, record, keys))
            if names:
                yield table, record.id, replace(record, **{name: getattr(before, name) for name in names})


def _emptied(before: Any, record: Any, keys: Collection[RowKey]) -> Iterator[str]:
    """The fields that lost what they named with one of these rows; a spot is lost as a whole."""
    lost = [name for name, held in _held(before) if getattr(record, name) is None and (REFERENCES[name], held) in keys]
    return iter(SPOT) if {"day_id", "room_id"} & set(lost) else iter(lost)


def sound(agenda: Agenda) -> Agenda:
    """Without rows that lead nowhere, as the file's own references would have it, doubles, hours opened twice."""
    while True:
        changes = [*_lost(agenda), *_doubles(agenda), *_opened_twice(agenda)]
        if not changes:
            return agenda
        agenda = agenda.with_records(changes)


def _lost(agenda: Agenda) -> Iterator[tuple[str, int, Any]]:
    """Rows whose parent is gone: dropped with it, or without it where they can stand alone."""
    for table in MERGED_TABLES:
        for record in records_of(agenda, table).values():
            gone = [name for name, held in _held(record) if held not in records_of(agenda, REFERENCES[name])]
            if gone:
                yield table, record.id, _without(table, record, gone)


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


def _opened_twice(agenda: Agenda) -> Iterator[tuple[str, int, Any]]:
    """The first two windows of a day that overlap, one copy having opened what the other widened: they become one."""
    windows = sorted(agenda.windows.values(), key=lambda window: (window.day_id, window.start_minute, window.id))
    for first, second in pairwise(windows):
        if first.day_id == second.day_id and second.start_minute < first.end_minute:
            yield "windows", first.id, replace(first, end_minute=max(first.end_minute, second.end_minute))
            yield "windows", second.id, None
            return
