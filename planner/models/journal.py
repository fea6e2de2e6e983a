"""Every change of a row, kept in the file by triggers, and replayed to undo and redo.

Triggers see what ORM events miss: bulk updates and cascades. They are temporary, made anew by each connection that
writes: so they always fit the program's own tables, and a file may hold none (a hostile one could). A step's images
are replayed in one transaction, backwards with the images before to undo, forwards with the images after to redo.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, text, update

from planner.models.agenda import RECORD_TYPES
from planner.models.tables import Base, ImageRow, StepRow, content_tables

STANDS, UNDONE, REPLACED = 1, 0, -1


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable change; ``made_at`` is ISO 8601 in UTC."""

    id: int
    name: str
    made_at: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """What became of one row; ``values`` is column -> stored value, None when the row is gone."""

    table: str
    row_id: int
    values: dict[str, Any] | None


def start_recording(connection: sqlite3.Connection) -> None:
    """Add the triggers to a connection; they rest until a step begins."""
    connection.execute("CREATE TEMP TABLE journal_recording (step_id INTEGER)")
    connection.execute("INSERT INTO journal_recording VALUES (NULL)")
    for table in content_tables():
        for statement in _trigger_statements(table):
            connection.execute(statement)


def _trigger_statements(table: Table) -> Iterator[str]:
    names = [column.name for column in table.columns]

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
        yield (
            f"CREATE TEMP TRIGGER journal_{table.name}_{event} AFTER {event.upper()} ON main.{table.name} "
            f"WHEN {recording} IS NOT NULL{condition} BEGIN "
            "INSERT INTO journal_images(step_id, table_name, row_id, before, after) "
            f"VALUES ({recording}, '{table.name}', {row_id}, {before}, {after}); END"
        )


def begin_step(connection: Connection, name: str) -> Step:
    """Start recording a step; steps that were undone can no longer be redone."""
    connection.execute(update(StepRow).where(StepRow.state == UNDONE).values(state=REPLACED))
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    new = insert(StepRow).values(name=name, made_at=made_at, state=STANDS).returning(StepRow.id)
    step = Step(connection.execute(new).scalar_one(), name, made_at)
    connection.exec_driver_sql("UPDATE journal_recording SET step_id = ?", (step.id,))
    return step


def end_step(connection: Connection, step: Step) -> tuple[RowChange, ...]:
    """Stop recording and tell what became of each row the step touched; nothing when it changed nothing."""
    connection.exec_driver_sql("UPDATE journal_recording SET step_id = NULL")
    images = _images(connection, step.id)
    return _final_rows(images) if _came_to_something(images) else ()


def _images(connection: Connection, step_id: int) -> list[tuple[str, int, str | None, str | None]]:
    chosen = select(ImageRow.table_name, ImageRow.row_id, ImageRow.before, ImageRow.after)
    found = connection.execute(chosen.where(ImageRow.step_id == step_id).order_by(ImageRow.id))
    return [(table, row_id, before, after) for table, row_id, before, after in found]


def _came_to_something(images: Sequence[tuple[str, int, str | None, str | None]]) -> bool:
    """Whether any row ended otherwise than it began: there and back again is no change."""
    first = {(table, row_id): before for table, row_id, before, _after in reversed(images)}
    last = {(table, row_id): after for table, row_id, _before, after in images}
    return first != last


def _final_rows(images: Sequence[tuple[str, int, str | None, str | None]]) -> tuple[RowChange, ...]:
    last = {(table, row_id): after for table, row_id, _before, after in images}
    return tuple(
        RowChange(table, row_id, None if after is None else json.loads(after))
        for (table, row_id), after in last.items()
    )


def _backwards(images: Sequence[tuple[str, int, str | None, str | None]]) -> list[tuple[str, int, Any, Any]]:
    return [(table, row_id, after, before) for table, row_id, before, after in reversed(images)]


def next_to_undo(connection: Connection) -> Step | None:
    """The latest step that stands."""
    return _step(connection, func.max(StepRow.id), STANDS)


def next_to_redo(connection: Connection) -> Step | None:
    """The earliest undone step."""
    return _step(connection, func.min(StepRow.id), UNDONE)


def _step(connection: Connection, which: Any, state: int) -> Step | None:
    step_id = select(which).where(StepRow.state == state).scalar_subquery()
    row = connection.execute(select(StepRow.id, StepRow.name, StepRow.made_at).where(StepRow.id == step_id)).first()
    return None if row is None else Step(*row)


def undo_step(connection: Connection, step: Step) -> tuple[RowChange, ...]:
    """Put every row of the step back to what it was before it.

    Raises ValueError when the history does not fit the rows, which only another program can bring about.
    """
    return _replay(connection, step, _backwards(_images(connection, step.id)), UNDONE)


def redo_step(connection: Connection, step: Step) -> tuple[RowChange, ...]:
    """Put every row of the step to what it was after it. Raises ValueError as ``undo_step`` does."""
    return _replay(connection, step, _images(connection, step.id), STANDS)


def _replay(
    connection: Connection, step: Step, images: Sequence[tuple[str, int, Any, Any]], state: int
) -> tuple[RowChange, ...]:
    # A child may come back before its parent: references are checked at the end of the transaction.
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    for table_name, row_id, before, after in images:
        _put_row(connection, _content_table(table_name), row_id, before is not None, after)
    connection.execute(update(StepRow).where(StepRow.id == step.id).values(state=state))
    return _final_rows(images)


def _put_row(connection: Connection, table: Table, row_id: int, exists: bool, image: str | None) -> None:
    if image is None:
        # A cascade from its parent may have taken the row already.
        connection.execute(delete(table).where(table.c.id == row_id))
    elif not exists:
        connection.execute(insert(table).values(_values(table, row_id, image)))
    else:
        change = update(table).where(table.c.id == row_id).values(_values(table, row_id, image))
        if connection.execute(change).rowcount != 1:
            raise ValueError(f"row {row_id} of {table.name} is gone")


def _content_table(name: str) -> Table:
    if name not in RECORD_TYPES:
        raise ValueError(f"no content table {name}")
    return Base.metadata.tables[name]


def _values(table: Table, row_id: int, image: str) -> dict[str, Any]:
    values = json.loads(image)
    if not isinstance(values, dict) or values.keys() != set(table.columns.keys()) or values["id"] != row_id:
        raise ValueError(f"the image of row {row_id} of {table.name} does not fit")
    return values
