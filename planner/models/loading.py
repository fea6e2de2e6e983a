"""Rows of the file -> records of the frozen picture."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, get_type_hints

from sqlalchemy import Connection, select

from planner.models.agenda import RECORD_TYPES, Agenda
from planner.models.tables import Base


@cache
def _converters(table: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """The fields whose stored form differs: enumerations are stored as text, truth values as 0 and 1."""
    hints = get_type_hints(RECORD_TYPES[table])
    return tuple(
        (name, kind)
        for name, kind in hints.items()
        if isinstance(kind, type) and (kind is bool or issubclass(kind, StrEnum))
    )


def record_from_row(table: str, row: Mapping[str, Any]) -> Any:
    """The frozen record of one row given as column -> stored value.

    Raises ValueError for a stored word that is no member of its enumeration.
    """
    values = dict(row)
    for name, convert in _converters(table):
        values[name] = convert(values[name])
    return RECORD_TYPES[table](**values)


def load_agenda(connection: Connection) -> Agenda:
    """The whole meeting as the file holds it now."""
    rows: dict[str, Mapping[int, Any]] = {}
    for table in RECORD_TYPES:
        columns = Base.metadata.tables[table].columns
        chosen = [columns[field.name] for field in fields(RECORD_TYPES[table])]
        found = connection.execute(select(*chosen)).mappings()
        rows[table] = MappingProxyType({row["id"]: record_from_row(table, dict(row)) for row in found})
    return Agenda(meeting_rows=rows.pop("meeting"), **rows)
