"""Rows of the file -> records of the frozen picture."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from planner.models.agenda import Agenda
from planner.models.record import field_names, later_fields
from planner.models.record_types import RECORD_TYPES
from planner.models.zone_data import read_zone_data

_MANY = 100
"""Rows from which on they are worth to be taken column by column."""


@cache
def _stored_fields(table: str) -> tuple[tuple[str, tuple[type, ...], Callable[[Any], Any] | None], ...]:
    """Each field's name, the types its column may hold, and what makes a field of it when that differs."""
    return tuple((name, *_stored_form(hint)) for name, hint in _hints(table))


def _hints(table: str) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.type) for field in fields(RECORD_TYPES[table]))


def _stored_form(hint: Any) -> tuple[tuple[type, ...], Callable[[Any], Any] | None]:
    """Enumerations are stored as text, truth values as 0 and 1; JSON has words for these."""
    if hint is bool:
        return (int, bool), bool
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return (str,), hint
    return get_args(hint) or (hint,), None


def record_from_row(table: str, row: Mapping[str, Any]) -> Any:
    """The frozen record of one row given as column -> stored value.

    A field that came with a later version may be missing. Raises ValueError for a word that is no member of its
    enumeration, and for text in place of a number or the reverse: SQLite itself lets any column hold either.
    """
    values = dict(row)
    if not values.keys() <= set(field_names(RECORD_TYPES[table])):
        raise ValueError(f"{table} has no such columns")
    for name, kinds, convert in _stored_fields(table):
        if name not in values and name in later_fields(RECORD_TYPES[table]):
            continue
        if name not in values or type(values[name]) not in kinds:
            raise ValueError(f"{table}.{name} holds {values.get(name)!r}")
        if convert is not None:
            values[name] = convert(values[name])
    return RECORD_TYPES[table](**values)


def records_from_rows(table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> dict[int, Any]:
    """The records of many rows by id; each row has its values in the order of ``names``, which is that of the fields.

    Column by column, which takes a tenth of the time of one row after the other. Fields that came with a later version
    may be missing. Raises ValueError as ``record_from_row`` does.
    """
    record_type = RECORD_TYPES[table]
    stored = _stored_fields(table)
    missing = {name for name, _kinds, _convert in stored[len(names) :]}
    if tuple(names) != field_names(record_type)[: len(names)] or not missing <= later_fields(record_type):
        raise ValueError(f"the columns of {table} do not fit")
    if not rows:
        return {}
    columns = [_column(table, field, values) for field, values in zip(stored, zip(*rows, strict=True), strict=False)]
    return {values[0]: record_type(*values) for values in zip(*columns, strict=True)}


def _column(
    table: str, field: tuple[str, tuple[type, ...], Callable[[Any], Any] | None], values: tuple[Any, ...]
) -> Sequence[Any]:
    name, kinds, convert = field
    strangers = set(map(type, values)) - set(kinds)
    if strangers:
        raise ValueError(f"{table}.{name} holds {sorted(kind.__name__ for kind in strangers)}")
    if convert is None:
        return values
    made = {value: convert(value) for value in set(values)}
    return [made[value] for value in values]


def changed_records(
    changes: Iterable[tuple[str, int, Mapping[str, Any] | None]],
) -> Iterator[tuple[str, int, Any]]:
    """(table, id, record or None) of each row that changed, as it was last; one of many is made with all others alike.

    Raises ValueError as ``record_from_row`` does.
    """
    last = {(table, row_id): values for table, row_id, values in changes}
    alike: dict[tuple[str, tuple[str, ...]], dict[int, Mapping[str, Any]]] = {}
    for (table, row_id), values in last.items():
        if values is None:
            yield table, row_id, None
        else:
            alike.setdefault((table, tuple(values)), {})[row_id] = values
    for (table, names), rows in alike.items():
        records = _records_alike(table, names, list(rows.values()))
        yield from ((table, row_id, record) for row_id, record in zip(rows, records, strict=True))


def _records_alike(table: str, names: tuple[str, ...], rows: Sequence[Mapping[str, Any]]) -> Iterable[Any]:
    if len(rows) < _MANY or names != field_names(RECORD_TYPES[table])[: len(names)]:
        return (record_from_row(table, row) for row in rows)
    return records_from_rows(table, names, [tuple(row.values()) for row in rows]).values()


def load_agenda(connection: sqlite3.Connection) -> Agenda:
    """The whole meeting as the file holds it now. Raises ValueError for what no picture can be made of."""
    rows = {table: MappingProxyType(_records(connection, table)) for table in RECORD_TYPES}
    return Agenda(meeting_rows=rows.pop("meeting"), zone_data=read_zone_data(connection), **rows)


def _records(connection: sqlite3.Connection, table: str) -> dict[int, Any]:
    names = field_names(RECORD_TYPES[table])
    found = connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY id").fetchall()
    return records_from_rows(table, names, found)


def row_numbers_used(connection: sqlite3.Connection) -> Mapping[str, int]:
    """Table -> the highest number that a row of it ever had: none is given twice, not even after it was dropped."""
    return dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
