"""Rows brought to what another Agenda of the same meeting holds: a draft taken back, an option adopted, a merge."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Table, delete, insert, text, update
from sqlalchemy.orm import Session as DatabaseSession

from planner.models.agenda import Agenda
from planner.models.aside_records import Draft
from planner.models.freezing import PLAN_TABLES, records_of
from planner.models.record import field_names
from planner.models.record_types import RECORD_TYPES
from planner.models.storing import storable
from planner.models.tables import Base

_UNIQUE_TABLES = ("coverage", "wishes", "rule_levels", "told_apart")
"""Their rows are taken out before others come in: two rows never say the same."""


def make_plan(rows: DatabaseSession, now: Agenda, wanted: Agenda, tables: Sequence[str] = PLAN_TABLES) -> None:
    """Change the rows of these tables from ``now`` to ``wanted``, each row that differs and no other."""
    rows.execute(text("PRAGMA defer_foreign_keys = ON"))
    others = [table for table in tables if table not in _UNIQUE_TABLES]
    unique = [table for table in tables if table in _UNIQUE_TABLES]
    for table in unique:
        _take_out(rows, table, _differing(now, wanted, table))
    for table in others:
        new = _new(now, wanted, table)
        _put_in(rows, table, _parents_first(new) if table == "drafts" else new)
    for table in others:
        for record in _changed(now, wanted, table):
            _change(rows, table, record)
    for table in reversed(others):
        _take_out(rows, table, records_of(now, table).keys() - records_of(wanted, table).keys())
    for table in unique:
        kept = records_of(wanted, table)
        _put_in(rows, table, [kept[row_id] for row_id in sorted(_differing(now, wanted, table) & kept.keys())])


def _differing(now: Agenda, wanted: Agenda, table: str) -> set[int]:
    old, new = records_of(now, table), records_of(wanted, table)
    return {row_id for row_id in old.keys() | new.keys() if old.get(row_id) != new.get(row_id)}


def _new(now: Agenda, wanted: Agenda, table: str) -> list[Any]:
    old, new = records_of(now, table), records_of(wanted, table)
    return [record for row_id, record in new.items() if row_id not in old]


def _parents_first(drafts: Sequence[Draft]) -> list[Draft]:
    """So that Undo, which goes backwards, takes no draft away from under one that came after it."""
    waiting, ordered = {draft.id: draft for draft in drafts}, list[Draft]()
    while waiting:
        ready = [draft for draft in waiting.values() if draft.parent_id not in waiting] or list(waiting.values())
        ordered += ready
        for draft in ready:
            del waiting[draft.id]
    return ordered


def _changed(now: Agenda, wanted: Agenda, table: str) -> list[Any]:
    old, new = records_of(now, table), records_of(wanted, table)
    return [record for row_id, record in new.items() if row_id in old and old[row_id] != record]


def _table(name: str) -> Table:
    return Base.metadata.tables[name]


def _values(table: str, record: Any) -> dict[str, Any]:
    return {name: storable(getattr(record, name)) for name in field_names(RECORD_TYPES[table])}


def _put_in(rows: DatabaseSession, table: str, records: list[Any]) -> None:
    if records:
        rows.execute(insert(_table(table)), [_values(table, record) for record in records])


def _change(rows: DatabaseSession, table: str, record: Any) -> None:
    target = _table(table)
    rows.execute(update(target).where(target.c.id == record.id).values(_values(table, record)))


def _take_out(rows: DatabaseSession, table: str, row_ids: Iterable[int]) -> None:
    target = _table(table)
    for row_id in sorted(row_ids):
        rows.execute(delete(target).where(target.c.id == row_id))
