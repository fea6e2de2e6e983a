"""Every change of a row, kept in the file by triggers, and replayed to undo and redo.

Triggers see what ORM events miss: bulk updates and cascades. They are temporary, made anew by each connection that
writes: so they always fit the program's own tables, and a file may hold none (a hostile one could). A step's images
are replayed in one transaction, backwards with the images before to undo, forwards with the images after to redo.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from planner.models.record import field_names, later_fields
from planner.models.record_types import RECORD_TYPES
from planner.models.row_marks import marking

STEPS, IMAGES = "journal_steps", "journal_images"
STANDS, UNDONE, REPLACED = 1, 0, -1

Image = tuple[str, int, str | None, str | None]
"""Table, row id, the row before and after as JSON."""


class Step(NamedTuple):
    """One undoable change; ``made_at`` is ISO 8601 in UTC."""

    id: int
    name: str
    made_at: str


class PastStep(NamedTuple):
    """A step of the history: whether it stands, was undone or replaced, and the (table, id) of each row it touched."""

    id: int
    name: str
    made_at: str
    state: int
    rows: frozenset[tuple[str, int]]


class RowChange(NamedTuple):
    """What became of one row; ``values`` is column -> stored value, None when the row is gone."""

    table: str
    row_id: int
    values: dict[str, Any] | None


def start_recording(connection: sqlite3.Connection) -> None:
    """Add the triggers to a connection; they rest until a step begins."""
    connection.execute("CREATE TEMP TABLE journal_recording (step_id INTEGER)")
    connection.execute("INSERT INTO journal_recording VALUES (NULL)")
    for table in RECORD_TYPES:
        for statement in _trigger_statements(table):
            connection.execute(statement)


def _trigger_statements(table: str) -> Iterator[str]:
    names = field_names(RECORD_TYPES[table])

    def image(side: str) -> str:
        return "json_object(" + ", ".join(f"'{name}', {side}.{name}" for name in names) + ")"

    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in names)
    shapes = {
        "insert": ("", "NEW.id", "NULL", image("NEW")),
        "update": (f" AND ({differs})", "NEW.id", image("OLD"), image("NEW")),
        "delete": ("", "OLD.id", image("OLD"), "NULL"),
    }
    recording = "(SELECT step_id FROM journal_recording)"
    for event, (condition, row_id, before, after) in shapes.items():
        marked = f" {marking(table)};" if event == "insert" else ""
        yield (
            f"CREATE TEMP TRIGGER journal_{table}_{event} AFTER {event.upper()} ON main.{table} "
            f"WHEN {recording} IS NOT NULL{condition} BEGIN "
            f"INSERT INTO {IMAGES}(step_id, table_name, row_id, before, after) "
            f"VALUES ({recording}, '{table}', {row_id}, {before}, {after});{marked} END"
        )


def begin_step(connection: sqlite3.Connection, name: str) -> Step:
    """Start recording a step; steps that were undone can no longer be redone."""
    connection.execute(f"UPDATE {STEPS} SET state = ? WHERE state = ?", (REPLACED, UNDONE))
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    new = f"INSERT INTO {STEPS}(name, made_at, state) VALUES (?, ?, ?)"
    step_id = connection.execute(new, (name, made_at, STANDS)).lastrowid
    assert step_id is not None
    connection.execute("UPDATE journal_recording SET step_id = ?", (step_id,))
    return Step(step_id, name, made_at)


def end_step(connection: sqlite3.Connection, step: Step) -> tuple[RowChange, ...]:
    """Stop recording and tell what became of each row the step touched; nothing when it changed nothing."""
    connection.execute("UPDATE journal_recording SET step_id = NULL")
    images = _images(connection, step.id)
    return rows_of_images(images) if _came_to_something(images) else ()


def _images(connection: sqlite3.Connection, step_id: int) -> list[Image]:
    chosen = f"SELECT table_name, row_id, before, after FROM {IMAGES} WHERE step_id = ? ORDER BY id"
    return connection.execute(chosen, (step_id,)).fetchall()


def _came_to_something(images: Sequence[Image]) -> bool:
    """Whether any row ended otherwise than it began: there and back again is no change."""
    first = {(table, row_id): before for table, row_id, before, _after in reversed(images)}
    last = {(table, row_id): after for table, row_id, _before, after in images}
    return first != last


def rows_of_images(images: Sequence[Image]) -> tuple[RowChange, ...]:
    """What became of each row by its last image."""
    last = {(table, row_id): after for table, row_id, _before, after in images}
    return tuple(
        RowChange(table, row_id, None if after is None else json.loads(after))
        for (table, row_id), after in last.items()
    )


def _backwards(images: Sequence[Image]) -> list[Image]:
    return [(table, row_id, after, before) for table, row_id, before, after in reversed(images)]


def next_to_undo(connection: sqlite3.Connection) -> Step | None:
    """The latest step that stands."""
    return _step(connection, "max", STANDS)


def next_to_redo(connection: sqlite3.Connection) -> Step | None:
    """The earliest undone step."""
    return _step(connection, "min", UNDONE)


def _step(connection: sqlite3.Connection, which: str, state: int) -> Step | None:
    chosen = f"SELECT id, name, made_at FROM {STEPS} WHERE id = (SELECT {which}(id) FROM {STEPS} WHERE state = ?)"
    row = connection.execute(chosen, (state,)).fetchone()
    return None if row is None else Step(*row)


def is_step(row: Sequence[Any]) -> bool:
    """Whether id, name, time and state are what a step can have."""
    step_id, name, made_at, state = row
    texts = isinstance(name, str) and isinstance(made_at, str)
    return texts and isinstance(step_id, int) and state in {STANDS, UNDONE, REPLACED}


def all_steps(connection: sqlite3.Connection) -> tuple[PastStep, ...]:
    """Every step that the file still knows, the latest last, with the rows it touched."""
    steps = connection.execute(f"SELECT id, name, made_at, state FROM {STEPS} ORDER BY id").fetchall()
    touched: dict[int, set[tuple[str, int]]] = {}
    for step_id, table, row_id in connection.execute(f"SELECT step_id, table_name, row_id FROM {IMAGES}"):
        touched.setdefault(step_id, set()).add((table, row_id))
    return tuple(
        PastStep(step_id, name, made_at, state, frozenset(touched.get(step_id, ())))
        for step_id, name, made_at, state in steps
    )


def rows_before(connection: sqlite3.Connection, step_id: int) -> tuple[RowChange, ...]:
    """What each row that later steps touched held when this step was the latest; only steps that stand count.

    Raises ValueError for images that are none.
    """
    chosen = (
        f"SELECT table_name, row_id, before FROM {IMAGES} JOIN {STEPS} ON {STEPS}.id = step_id "
        f"WHERE step_id > ? AND state = ? ORDER BY {IMAGES}.id DESC"
    )
    images = connection.execute(chosen, (step_id, STANDS)).fetchall()
    rows = rows_of_images([(table, row_id, None, before) for table, row_id, before in images])
    if not all(row.table in RECORD_TYPES and isinstance(row.values, dict | None) for row in rows):
        raise ValueError("an image of the history does not fit")
    return rows


def steps_to_undo(connection: sqlite3.Connection, step_id: int) -> tuple[Step, ...]:
    """The steps that stand and came after this one, the latest first."""
    chosen = f"SELECT id, name, made_at FROM {STEPS} WHERE id > ? AND state = ? ORDER BY id DESC"
    return tuple(Step(*row) for row in connection.execute(chosen, (step_id, STANDS)))


def undo_step(connection: sqlite3.Connection, step: Step) -> tuple[RowChange, ...]:
    """Put every row of the step back to what it was before it.

    Raises ValueError when the history does not fit the rows, which only another program can bring about.
    """
    return _replay(connection, step, _backwards(_images(connection, step.id)), UNDONE)


def redo_step(connection: sqlite3.Connection, step: Step) -> tuple[RowChange, ...]:
    """Put every row of the step to what it was after it. Raises ValueError as ``undo_step`` does."""
    return _replay(connection, step, _images(connection, step.id), STANDS)


def _replay(connection: sqlite3.Connection, step: Step, images: Sequence[Image], state: int) -> tuple[RowChange, ...]:
    # A child may come back before its parent: references are checked at the end of the transaction.
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for table, row_id, before, after in images:
        put_row_whole(connection, table, row_id, before is not None, after)
    connection.execute(f"UPDATE {STEPS} SET state = ? WHERE id = ?", (state, step.id))
    return rows_of_images(images)


def put_row_whole(connection: sqlite3.Connection, table: str, row_id: int, exists: bool, image: str | None) -> None:
    """Bring one row to an image, None to take it out; ``exists`` says whether it is there. Raises ValueError."""
    earlier = connection.total_changes
    _put_row(connection, table, row_id, exists, image)
    # What a cascade does has images of its own, before its parent's: here no reference acts, and no row is missing.
    if connection.total_changes != earlier + 1:
        raise ValueError(f"row {row_id} of {table} is gone, or others refer to it")


def _put_row(connection: sqlite3.Connection, table: str, row_id: int, exists: bool, image: str | None) -> None:
    # The image comes from the file: only our own tables and columns ever become part of a statement.
    if table not in RECORD_TYPES:
        raise ValueError(f"no content table {table!r}")
    if image is None:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return
    row = _row(table, row_id, image)
    if not exists:
        places = ", ".join("?" for _name in row)
        connection.execute(f"INSERT INTO {table}({', '.join(row)}) VALUES ({places})", tuple(row.values()))
    else:
        assignments = ", ".join(f"{name} = ?" for name in row)
        connection.execute(f"UPDATE {table} SET {assignments} WHERE id = ?", (*row.values(), row_id))


def _row(table: str, row_id: int, image: str) -> dict[str, Any]:
    """The columns of an image, without those that its version of the file did not have: they hold their default."""
    row = json.loads(image)
    record_type = RECORD_TYPES[table]
    names = set(field_names(record_type))
    fits = isinstance(row, dict) and names - later_fields(record_type) <= row.keys() <= names
    if not fits or row["id"] != row_id:
        raise ValueError(f"the image of row {row_id} of {table} does not fit")
    return {name: row[name] for name in field_names(record_type) if name in row}
