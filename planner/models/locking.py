"""The lock that keeps a second window out of a file: SQLite's own, on an empty file beside it.

The system drops it when a program dies, on every platform, and the command line can use it as well as the window.
"""

import sqlite3
from contextlib import suppress
from pathlib import Path

from planner.errors import FileProblem
from planner.models.problems import reading_problem
from planner.wording import say


class FileLock:
    """Held from its making until ``release``."""

    def __init__(self, path: Path) -> None:
        """Raises FileProblem when another window holds the file."""
        self._lock_path = path.with_name(f".{path.name}.lock")
        self._held: sqlite3.Connection | None = None
        try:
            self._held = sqlite3.connect(self._lock_path, timeout=0, isolation_level=None)
            # Nothing is ever written to it, and no journal is to lie beside the meeting for it.
            self._held.execute("PRAGMA journal_mode = MEMORY")
            self._held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as problem:
            self._close()
            if problem.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise FileProblem(
                    say("“{name}” is open in another window. Go on there, or close that window first.", name=path.name)
                ) from problem
            raise reading_problem(path, problem) from problem

    def release(self) -> None:
        """Take the lock's file away and let go; nothing when that was done before."""
        if self._held is not None:
            # While it is held: later it may be another window's. Windows refuses, and keeps the empty file.
            with suppress(OSError):
                self._lock_path.unlink()
            self._close()

    def _close(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.close()
