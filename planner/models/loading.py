"""Rows of the file -> records of the frozen picture."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from planner.models.agenda import Agenda
from planner.models.records import RECORD_TYPES, field_names


@cache
def _stored_fields(table: str) -> tuple[tuple[str, tuple[type, ...], Callable[[Any], Any] | None], ...]:
    """Each field's name, the types its column may hold, and what makes a field of it when that differs."""
    return tuple((name, *_stored_form(hint)) for name, hint in _hints(table))


def _hints(table: str) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.type) for field in fields(RECORD_TYPES[table]))


def _stored_form(hint: Any) -> tuple[tuple[type, ...], Callable[[Any], Any] | None]:
    """Enumerations are stored as text, truth values as 0 and 1."""
    if hint is bool:
        return (int,), bool
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return (str,), hint
    return get_args(hint) or (hint,), None


def record_from_row(table: str, row: Mapping[str, Any]) -> Any:
    """The frozen record of one row given as column -> stored value.

    Raises ValueError for a word that is no member of its enumeration, and for text in place of a number or the reverse:
    SQLite itself lets any column hold either.
    """
    values = dict(row)
    for name, kinds, convert in _stored_fields(table):
        if type(values[name]) not in kinds:
            raise ValueError(f"{table}.{name} holds {values[name]!r}")
        if convert is not None:
            values[name] = convert(values[name])
    return RECORD_TYPES[table](**values)


def load_agenda(connection: sqlite3.Connection) -> Agenda:
    """The whole meeting as the file holds it now. Raises ValueError for what no picture can be made of."""
    rows = {table: MappingProxyType(_records(connection, table)) for table in RECORD_TYPES}
    return Agenda(meeting_rows=rows.pop("meeting"), **rows)


def _records(connection: sqlite3.Connection, table: str) -> dict[int, Any]:
    names = field_names(RECORD_TYPES[table])
    found = connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY id")
    return {row[0]: record_from_row(table, dict(zip(names, row, strict=True))) for row in found}
