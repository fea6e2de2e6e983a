"""Steps done and undone, with their names: what Undo and Redo would do next."""

import sqlite3
from typing import NamedTuple

from planner.models.journal import Step, next_to_redo, next_to_undo


class History(NamedTuple):
    """The step that Undo would take back and the one that Redo would make again."""

    undo: Step | None
    redo: Step | None


def read_history(connection: sqlite3.Connection) -> History:
    """Where the file's history stands."""
    return History(next_to_undo(connection), next_to_redo(connection))
