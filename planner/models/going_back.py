"""Many steps undone at once: each row goes straight to what it was before the first of them."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.models.journal import IMAGES, STANDS, STEPS, UNDONE, RowChange, put_row_whole, rows_of_images
from planner.models.record_types import RECORD_TYPES

_UNIQUE_TABLES = frozenset({"coverage", "wishes", "rule_levels", "layouts", "told_apart"})
"""No two of their rows say the same, not even in passing: all are taken out before any comes in."""

Key = tuple[str, int]


class _Ways(NamedTuple):
    """Each row's image before the first of the steps, and after the last: None where it was not there."""

    before: Mapping[Key, str | None]
    now: Mapping[Key, str | None]


def go_back_to(connection: sqlite3.Connection, step_id: int) -> tuple[RowChange, ...]:
    """Undo every step that stands and came after this one; the same rows come of it as of undoing one by one.

    Raises ValueError when the history does not fit the rows, which only another program can bring about.
    """
    ways = _ways(connection, step_id)
    if not {table for table, _row_id in ways.before} <= RECORD_TYPES.keys():
        raise ValueError("an image of the history is of no content table")
    # A child may come back before its parent: references are checked at the end of the transaction.
    connection.execute("PRAGMA defer_foreign_keys = ON")
    unique = [key for key in ways.before if key[0] in _UNIQUE_TABLES]
    plain = [key for key in ways.before if key[0] not in _UNIQUE_TABLES]
    _take_out(connection, ways, unique)
    for key in plain:
        if ways.before[key] is not None:
            put_row_whole(connection, *key, ways.now[key] is not None, ways.before[key])
    _take_out(connection, ways, [key for key in _children_first(plain) if ways.before[key] is None])
    for key in unique:
        if ways.before[key] is not None:
            put_row_whole(connection, *key, False, ways.before[key])
    connection.execute(f"UPDATE {STEPS} SET state = ? WHERE id > ? AND state = ?", (UNDONE, step_id, STANDS))
    return rows_of_images([(table, row_id, None, image) for (table, row_id), image in ways.before.items()])


def _ways(connection: sqlite3.Connection, step_id: int) -> _Ways:
    chosen = (
        f"SELECT table_name, row_id, before, after FROM {IMAGES} JOIN {STEPS} ON {STEPS}.id = step_id "
        f"WHERE step_id > ? AND state = ? ORDER BY {IMAGES}.id"
    )
    before: dict[Key, str | None] = {}
    now: dict[Key, str | None] = {}
    for table, row_id, was, became in connection.execute(chosen, (step_id, STANDS)):
        before.setdefault((table, row_id), was)
        now[table, row_id] = became
    return _Ways(before, now)


def _take_out(connection: sqlite3.Connection, ways: _Ways, keys: Iterable[Key]) -> None:
    for key in keys:
        if ways.now[key] is not None:
            put_row_whole(connection, *key, True, None)


def _children_first(keys: Iterable[Key]) -> list[Key]:
    """Later tables refer to earlier ones, and later rows to earlier rows of their own."""
    order = {table: place for place, table in enumerate(RECORD_TYPES)}
    return sorted(keys, key=lambda key: (order[key[0]], key[1]), reverse=True)
