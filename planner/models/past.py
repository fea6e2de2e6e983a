"""What the journal tells of the past: its steps, what each touched, how much it holds, and its oldest part dropped."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from planner.models.journal import IMAGES, STANDS, STEPS, is_step
from planner.models.loading import changed_records

_AT_ONCE = 500
_NAMED = ("sessions", "people", "entities", "rooms", "objectives")
BELONG_TO_OTHERS = ("coverage", "seats", "replacements", "interests", "wishes", "availabilities", "notices")
"""Tables whose rows say in their columns to which session, person or entity they belong."""


class StepLine(NamedTuple):
    """A step of the history; ``made_at`` is ISO 8601 in UTC, ``state`` as in ``planner.models.tables.StepRow``."""

    id: int
    name: str
    made_at: str
    state: int

    @property
    def stands(self) -> bool:
        return self.state == STANDS


class RowImage(NamedTuple):
    """A row that a step changed, and its values before and after as JSON: not always given, see ``images_of_steps``."""

    table: str
    row_id: int
    before: str | None
    after: str | None


def step_lines(connection: sqlite3.Connection) -> tuple[StepLine, ...]:
    """Every step that the file still knows, the latest first. Raises ValueError when one is damaged."""
    rows = connection.execute(f"SELECT id, name, made_at, state FROM {STEPS} ORDER BY id DESC").fetchall()
    if not all(map(is_step, rows)):
        raise ValueError("a step of the history is damaged")
    return tuple(map(StepLine._make, rows))


def images_of_steps(connection: sqlite3.Connection, step_ids: Sequence[int]) -> dict[int, list[RowImage]]:
    """Step id -> the rows that it changed, in the order in which it did.

    Their values are given of rows that belong to others, and of those that are gone: reading all takes long.
    """
    found: dict[int, list[RowImage]] = {step_id: [] for step_id in step_ids}
    for step_id, image in _images(connection, step_ids):
        found[step_id].append(image)
    return found


def whole_images(connection: sqlite3.Connection, step_ids: Sequence[int]) -> dict[int, list[RowImage]]:
    """As ``images_of_steps``, with all that was written down of each row."""
    found: dict[int, list[RowImage]] = {step_id: [] for step_id in step_ids}
    chosen = f"SELECT table_name, row_id, before, after FROM {IMAGES} WHERE step_id = ? ORDER BY id"
    for step_id in step_ids:
        found[step_id] += map(RowImage._make, connection.execute(chosen, (step_id,)))
    return found


def last_images_of_gone(connection: sqlite3.Connection) -> dict[tuple[str, int], RowImage]:
    """(table, id) -> the last image of each row with a name of its own that the meeting no longer has.

    A step that was taken back tells what a row was called only where no step that stands does.
    """
    found: dict[tuple[str, int], RowImage] = {}
    for table in _NAMED:
        chosen = (
            f"SELECT table_name, row_id, before, after FROM {IMAGES} JOIN {STEPS} ON {STEPS}.id = step_id "
            f"WHERE table_name = ? AND (before IS NULL OR after IS NULL) AND row_id NOT IN (SELECT id FROM {table}) "
            f"ORDER BY state = ?, {IMAGES}.id"
        )
        for image in map(RowImage._make, connection.execute(chosen, (table, STANDS))):
            found[table, image.row_id] = image
    return found


def rows_gone(connection: sqlite3.Connection, after: int) -> dict[tuple[str, int], Any]:
    """(table, id) -> the last record of each row that a step after this one dropped, or made and was undone since.

    Not what a merge took out or its undoing: that was never wished here. Raises ValueError for damaged images.
    """
    merges = f"SELECT step_id FROM {IMAGES} WHERE table_name = 'merges'"
    chosen = (
        f"SELECT table_name, row_id, coalesce(before, after) FROM {IMAGES} JOIN {STEPS} ON {STEPS}.id = step_id "
        f"WHERE (CASE state WHEN ? THEN after IS NULL ELSE before IS NULL END) "
        f"AND step_id > ? AND step_id NOT IN ({merges}) "
        f"ORDER BY {IMAGES}.id"
    )
    rows = {(table, row_id): image for table, row_id, image in connection.execute(chosen, (STANDS, after))}
    records = changed_records((table, row_id, json.loads(image)) for (table, row_id), image in rows.items())
    return {(table, row_id): record for table, row_id, record in records}


def _images(connection: sqlite3.Connection, step_ids: Sequence[int]) -> Iterator[tuple[int, RowImage]]:
    chosen = f"SELECT step_id, table_name, row_id, {_wanted('before')}, {_wanted('after')} FROM {IMAGES}"
    for first in range(0, len(step_ids), _AT_ONCE):
        some = step_ids[first : first + _AT_ONCE]
        places = ", ".join("?" * len(some))
        found = connection.execute(f"{chosen} WHERE step_id IN ({places}) ORDER BY id", some)
        yield from ((step_id, RowImage(*image)) for step_id, *image in found)


def _wanted(column: str) -> str:
    """The text where it is needed to tell what the row belongs to, or what a row that is gone was called."""
    gone = (f"table_name = '{table}' AND row_id NOT IN (SELECT id FROM {table})" for table in _NAMED)
    listed = ", ".join(f"'{table}'" for table in BELONG_TO_OTHERS)
    return f"CASE WHEN {' OR '.join((f'table_name IN ({listed})', *gone))} THEN {column} END"


def file_bytes(connection: sqlite3.Connection) -> int:
    """How many bytes of the file are in use: no less than the journal's own."""
    (size,), (pages,), (free,) = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_size", "page_count", "freelist_count")
    )
    return int(size) * (int(pages) - int(free))


def step_sizes(connection: sqlite3.Connection, *, counted: bool) -> tuple[tuple[int, int], ...]:
    """(step id, bytes of its images), the oldest first; 0 for each where they need not be counted."""
    if not counted:
        return tuple(connection.execute(f"SELECT id, 0 FROM {STEPS} ORDER BY id"))
    size = "sum(coalesce(length(CAST(before AS BLOB)), 0) + coalesce(length(CAST(after AS BLOB)), 0))"
    chosen = f"SELECT {STEPS}.id, coalesce({size}, 0) FROM {STEPS} LEFT JOIN {IMAGES} ON step_id = {STEPS}.id"
    return tuple(connection.execute(f"{chosen} GROUP BY {STEPS}.id ORDER BY {STEPS}.id"))


def step_of_row(connection: sqlite3.Connection, table: str, row_id: int) -> int | None:
    """The step that stands and made this row; None when the history does not know it."""
    chosen = (
        f"SELECT max(step_id) FROM {IMAGES} JOIN {STEPS} ON {STEPS}.id = step_id "
        "WHERE table_name = ? AND row_id = ? AND before IS NULL AND state = ?"
    )
    (found,) = connection.execute(chosen, (table, row_id, STANDS)).fetchone()
    return None if found is None else int(found)


def drop_steps_before(connection: sqlite3.Connection, step_id: int) -> int:
    """Drop every step before this one for good, with its images; returns how many there were."""
    return connection.execute(f"DELETE FROM {STEPS} WHERE id < ?", (step_id,)).rowcount
