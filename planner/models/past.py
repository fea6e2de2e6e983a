"""What the journal tells of the past: its steps, what each touched, how much it holds, and its oldest part dropped."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.models.journal import IMAGES, STANDS, STEPS, is_step

_AT_ONCE = 500
_WITHOUT_CONTENT = "drafts"
"""A draft holds a whole plan: its images are never needed to say what a step touched."""


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
    """A row that a step changed, and its values before and after as JSON, None where it was not there."""

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
    """Step id -> the rows that it changed, in the order in which it did."""
    found: dict[int, list[RowImage]] = {step_id: [] for step_id in step_ids}
    for step_id, *image in _images(connection, step_ids):
        found[step_id].append(RowImage(*image))
    return found


def _images(connection: sqlite3.Connection, step_ids: Sequence[int]) -> Iterator[tuple[int, str, int, str, str]]:
    kept = f"CASE WHEN table_name = '{_WITHOUT_CONTENT}' THEN NULL ELSE"
    chosen = f"SELECT step_id, table_name, row_id, {kept} before END, {kept} after END FROM {IMAGES}"
    for first in range(0, len(step_ids), _AT_ONCE):
        some = step_ids[first : first + _AT_ONCE]
        places = ", ".join("?" * len(some))
        yield from connection.execute(f"{chosen} WHERE step_id IN ({places}) ORDER BY id", some)


def file_bytes(connection: sqlite3.Connection) -> int:
    """How many bytes of the file are in use: no less than the journal's own."""
    (size,), (pages,), (free,) = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_size", "page_count", "freelist_count")
    )
    return int(size) * (int(pages) - int(free))


def step_sizes(connection: sqlite3.Connection) -> tuple[tuple[int, int], ...]:
    """(step id, bytes of its images), the oldest first."""
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
