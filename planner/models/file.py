"""An ``.agenda`` file on disk: opened, checked, locked and copied. SQLite, one connection, nothing ever deleted.

``journal_mode=DELETE`` keeps the whole meeting in the single file that people mail; ``synchronous=EXTRA`` keeps a
returned edit through a power cut; ``trusted_schema=OFF`` and the ban on triggers and views (planner.models.checking)
keep a hostile file harmless. SQLAlchemy is loaded with the first edit: reading, which the first window waits for,
needs the driver alone.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from planner.errors import FileProblem
from planner.models.agenda import Agenda
from planner.models.checking import check_content, check_history, check_schema, check_writable, load_checked
from planner.models.connecting import connect, memory_copy, transaction
from planner.models.header import check_header
from planner.models.journal import start_recording
from planner.models.locking import FileLock
from planner.models.migrations import is_older, migrate
from planner.models.problems import READING_FAILED, reading_problem
from planner.wording import say

if TYPE_CHECKING:
    from planner.models.rows import Rows


class OpenFile:
    """A file held open for editing: one connection, and the lock that keeps a second window out."""

    def __init__(self, path: Path, lock: FileLock, connection: sqlite3.Connection) -> None:
        self.path = path
        self._lock = lock
        self._connection = connection
        self._identity = _identity(path)
        self._rows: Rows | None = None
        self._records_changes = False

    @property
    def rows(self) -> "Rows":
        """The rows of the file as SQLAlchemy's sessions give them."""
        if self._rows is None:
            # A third of a second to import: see the head of this file.
            from planner.models.rows import Rows

            self._rows = Rows(self._connection)
        return self._rows

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction that is rolled back at the end."""
        with transaction(self._connection, "BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection in a write transaction; the caller commits, everything else rolls back.

        Raises FileProblem when the file is no longer the one that was opened.
        """
        if _identity(self.path) != self._identity:
            raise FileProblem(
                say(
                    "“{name}” was moved, renamed or replaced while it was open; the change was not made. "
                    "Put the file back, or use File, Save a copy.",
                    name=self.path.name,
                )
            )
        if not self._records_changes:
            start_recording(self._connection)
            self._records_changes = True
        with transaction(self._connection, "BEGIN IMMEDIATE") as connection:
            yield connection

    def copy_to(self, target: Path) -> None:
        """Write the meeting as it stands, history included, into another file, whole or not at all.

        Raises FileProblem.
        """
        draft = draft_of(target)
        try:
            if _identity(target) == self._identity is not None:
                raise FileProblem(
                    say("“{name}” is the file you have open. Choose another name for the copy.", name=target.name)
                )
            with closing(sqlite3.connect(draft)) as copy:
                self._connection.backup(copy)
            draft.replace(target)
        except (sqlite3.DatabaseError, OSError) as problem:
            raise reading_problem(target, problem) from problem
        finally:
            drop_draft(draft)

    def close(self) -> None:
        self._connection.close()
        self._lock.release()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def draft_of(path: Path) -> Path:
    """Where a file is written before it takes its name."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def drop_draft(draft: Path) -> None:
    """Nothing half written stays behind."""
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def open_for_editing(path: Path) -> tuple[OpenFile, Agenda]:
    """Check, lock and open a file; one of an earlier version is brought up to this, otherwise nothing is written to it.

    Bringing up is one transaction, after a backup copy: done wholly, or the file stays as it was.

    Raises FileProblem when it is missing, no agenda, newer, damaged, read-only or open elsewhere.
    """
    check_header(path)
    # The lock and SQLite's journal lie beside the file itself, not beside a link to it.
    path = path.resolve() if path.is_symlink() else path
    check_writable(path)
    with ExitStack() as given_up:
        lock = FileLock(path)
        given_up.callback(lock.release)
        try:
            connection = connect(path, "rw")
            given_up.callback(connection.close)
            older = is_older(connection)
            if older:
                _back_up(path)
            with transaction(connection, "BEGIN IMMEDIATE"):
                agenda = _checked(connection, path)
                check_history(connection, path)
                if older:
                    connection.commit()
        except READING_FAILED as problem:
            raise reading_problem(path, problem) from problem
        given_up.pop_all()
    return OpenFile(path, lock, connection), agenda


def _back_up(path: Path) -> None:
    # The first window does not wait for what only an old file needs.
    from planner.models.backups import make_backup

    make_backup(path)


def _checked(connection: sqlite3.Connection, path: Path) -> Agenda:
    """The meeting in a file that may be trusted, in the tables of this version."""
    check_schema(connection, path)
    if is_older(connection):
        migrate(connection)
    check_content(connection, path)
    return load_checked(connection, path)


def read_agenda(path: Path) -> Agenda:
    """The meeting in a file, without locking it and without writing; also from a read-only place.

    Raises FileProblem.
    """
    with reading_file(path) as (_connection, agenda):
        return agenda


@contextmanager
def reading_file(path: Path) -> Iterator[tuple[sqlite3.Connection, Agenda]]:
    """As ``read_agenda``, with a connection to its history; both are those of one moment."""
    check_header(path)
    # A crash left a change half done: only a writer can take it back, as SQLite does on opening.
    crashed = path.with_name(path.name + "-journal").exists() and os.access(path, os.W_OK)
    try:
        with ExitStack() as opened:
            connection = opened.enter_context(closing(connect(path, "rw" if crashed else "ro")))
            if is_older(connection):
                connection = opened.enter_context(closing(memory_copy(connection)))
            opened.enter_context(transaction(connection, "BEGIN"))
            yield connection, _checked(connection, path)
    except READING_FAILED as problem:
        raise reading_problem(path, problem) from problem
