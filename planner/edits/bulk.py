"""Many rows at once: a statement for thousands of them, with a pause between chunks to tell how far it is.

The journal's triggers see every row, as they do when rows come one by one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar, cast

from sqlalchemy import Table, bindparam, delete, func, insert, select, text, update
from sqlalchemy.orm import Session as DatabaseSession

from planner.export.progress import Steps
from planner.models.storing import storable
from planner.models.tables import Base

_CHUNK = 1_000
Item = TypeVar("Item")
Values = Mapping[str, Any]


class BulkRows:
    """Writes inside one edit; each chunk is a step further. Raises Cancelled, which takes the whole edit back."""

    def __init__(self, rows: DatabaseSession, steps: Steps) -> None:
        self._rows, self._steps = rows, steps

    def insert(self, table: type[Base], records: Sequence[Values]) -> range:
        """The ids of the new rows, in their order; each record has the same columns, and no id."""
        first = self._next_id(table)
        numbered = ({"id": row_id, **_storable(record)} for row_id, record in enumerate(records, start=first))
        for chunk in _chunks(numbered):
            self._rows.execute(insert(_table(table)), chunk)
            self._steps.reach(self._steps.done + len(chunk))
        return range(first, first + len(records))

    def _next_id(self, table: type[Base]) -> int:
        """Behind every id that was ever given out, as SQLite's own counting has it."""
        name = table.__tablename__
        given = text("SELECT seq FROM sqlite_sequence WHERE name = :name").bindparams(name=name)
        largest = select(func.max(_table(table).c.id))
        return 1 + max(self._rows.scalar(given) or 0, self._rows.scalar(largest) or 0)

    def update(self, table: type[Base], changes: Iterable[tuple[int, Values]]) -> None:
        """Set columns of rows that are there, those with the same columns together."""
        alike: dict[tuple[str, ...], list[tuple[int, Values]]] = {}
        for row_id, values in changes:
            if values:
                alike.setdefault(tuple(sorted(values)), []).append((row_id, values))
        columns = _table(table).c
        for names, group in alike.items():
            setting: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
            statement = update(_table(table)).where(columns.id == bindparam("row_id")).values(setting)
            for chunk in _chunks(group):
                self._rows.execute(statement, [_renamed(row_id, values) for row_id, values in chunk])
                self._steps.reach(self._steps.done + len(chunk))

    def delete(self, table: type[Base], column: str, values: Iterable[int]) -> None:
        """Drop the rows that hold one of these values in a column."""
        statement = delete(_table(table)).where(_table(table).c[column] == bindparam("held"))
        for chunk in _chunks({"held": value} for value in values):
            self._rows.execute(statement, chunk)
            self._steps.reach(self._steps.done)


def _table(row_type: type[Base]) -> Table:
    """Without the mapper: thousands of rows need no objects."""
    return cast("Table", row_type.__table__)


def _storable(record: Values) -> dict[str, Any]:
    return {name: storable(value) for name, value in record.items()}


def _renamed(row_id: int, values: Values) -> dict[str, Any]:
    return {"row_id": row_id, **{f"new_{name}": storable(value) for name, value in values.items()}}


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk
