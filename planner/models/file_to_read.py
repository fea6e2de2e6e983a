"""A file that is looked at: neither locked nor written; stands where an ``OpenFile`` does."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from planner.errors import FileProblem
from planner.wording import say


class FileToRead:
    """Its connection is in a transaction from beginning to end: everything read is of one moment."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        yield self._connection

    @property
    def rows(self) -> NoReturn:
        raise self._refusal()

    def writing(self) -> NoReturn:
        raise self._refusal()

    def copy_to(self, _target: Path) -> NoReturn:
        raise self._refusal()

    def close(self) -> None:
        """Whoever opened the file closes it."""

    def _refusal(self) -> FileProblem:
        return FileProblem(say("“{name}” was opened for reading alone; the change was not made.", name=self.path.name))
