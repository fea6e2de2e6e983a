"""What rows are called in every copy of a meeting: marks beside the content, outside the journal.

Row numbers are given anew in each copy; a mark is made once, with the row (planner.models.journal), and goes with it
into every copy that takes it in. A row may have several: what two copies made separately and a merge took for one.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.models.record_types import RECORD_TYPES

Marks = Mapping[str, Mapping[str, int]]
"""Table -> mark -> the number that its row has here, whether it is there now or was dropped."""


class RowMark(NamedTuple):
    table: str
    row_id: int
    mark: str


def read_marks(connection: sqlite3.Connection) -> Marks:
    """Every mark ever given. Raises ValueError for what does not read as we write it."""
    found: dict[str, dict[str, int]] = {table: {} for table in RECORD_TYPES}
    for table, row_id, mark in connection.execute("SELECT table_name, row_id, mark FROM row_marks"):
        if table not in found or not isinstance(row_id, int) or not isinstance(mark, str):
            raise ValueError(f"row_marks holds {table!r}, {row_id!r}, {mark!r}")
        found[table][mark] = row_id
    return found


def keep_marks(connection: sqlite3.Connection, marks: Iterable[RowMark]) -> None:
    """Remember these too, in the caller's transaction."""
    connection.executemany("INSERT OR IGNORE INTO row_marks(table_name, row_id, mark) VALUES (?, ?, ?)", marks)


def mark_first_rows(connection: sqlite3.Connection) -> None:
    """The rows of a new file: every copy that is made of it knows them by their first number."""
    for table in RECORD_TYPES:
        connection.execute(f"INSERT INTO row_marks SELECT '{table}', id, CAST(id AS TEXT) FROM {table}")


def marking(table: str) -> str:
    """The statement of a trigger that marks a new row, unless it had been there before and comes back."""
    known = f"SELECT 1 FROM row_marks WHERE table_name = '{table}' AND row_id = NEW.id"
    return (
        f"INSERT INTO row_marks(table_name, row_id, mark) "
        f"SELECT '{table}', NEW.id, lower(hex(randomblob(8))) WHERE NOT EXISTS ({known})"
    )
