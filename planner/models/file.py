"""An ``.agenda`` file on disk: made, opened, checked and locked. SQLite, one connection, nothing ever deleted.

``journal_mode=DELETE`` keeps the whole meeting in the single file that people mail; ``synchronous=EXTRA`` keeps a
returned edit through a power cut; ``trusted_schema=OFF`` and the ban on triggers and views (planner.models.checking)
keep a hostile file harmless.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

import filelock
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DatabaseError

from planner.errors import FileProblem
from planner.models.agenda import Agenda
from planner.models.checking import check_content, check_history, check_writable, load_checked
from planner.models.header import check_header
from planner.models.journal import start_recording
from planner.models.problems import READING_FAILED, reading_problem
from planner.models.tables import Base
from planner.models.versions import APPLICATION_ID, FILE_VERSION
from planner.wording import say

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 4000",
)


class OpenFile:
    """A file held open for editing: one connection, and the lock that keeps a second window out."""

    def __init__(self, path: Path, lock: filelock.BaseFileLock, engine: Engine) -> None:
        self.path = path
        self._lock = lock
        self._engine = engine
        self._identity = _identity(path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose transaction is rolled back at the end."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a write transaction; the caller commits, everything else rolls back.

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
        with self._engine.connect() as connection:
            yield connection

    def copy_to(self, target: Path) -> None:
        """Write the meeting as it stands, history included, into another file, whole or not at all.

        Raises FileProblem.
        """
        draft = _draft_of(target)
        try:
            if _identity(target) == self._identity is not None:
                raise FileProblem(
                    say("“{name}” is the file you have open. Choose another name for the copy.", name=target.name)
                )
            with closing(sqlite3.connect(draft)) as copy, self.reading() as connection:
                _driver(connection).backup(copy)
            draft.replace(target)
        except (DatabaseError, sqlite3.DatabaseError, OSError) as problem:
            raise reading_problem(target, problem) from problem
        finally:
            _drop(draft)

    def close(self) -> None:
        self._engine.dispose()
        _unlock(self._lock)


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def create_file(path: Path, fill: Callable[[Connection], None]) -> None:
    """Make a new file whose content ``fill`` inserts; whole or not at all, never over an existing file.

    Raises FileProblem.
    """
    draft = _draft_of(path)
    try:
        # Unlike exists(), this also sees a broken link, and complains of a folder that is closed to us.
        if _lies_there(path):
            raise FileProblem(say("“{name}” exists already. Choose another name.", name=path.name))
        engine = _engine(draft, "rwc")
        try:
            with engine.connect() as connection:
                Base.metadata.create_all(connection)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {FILE_VERSION}")
                fill(connection)
                connection.commit()
        finally:
            engine.dispose()
        draft.rename(path)
    except (DatabaseError, sqlite3.DatabaseError, OSError) as problem:
        raise reading_problem(path, problem) from problem
    finally:
        _drop(draft)


def _draft_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def _drop(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def _lies_there(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def open_for_editing(path: Path) -> tuple[OpenFile, Agenda]:
    """Check, lock and open a file; nothing is written to it.

    Raises FileProblem when it is missing, no agenda, newer, damaged, read-only or open elsewhere.
    """
    check_header(path)
    # The lock and SQLite's journal lie beside the file itself, not beside a link to it.
    path = path.resolve() if path.is_symlink() else path
    check_writable(path)
    with ExitStack() as given_up:
        lock = _locked(path)
        given_up.callback(_unlock, lock)
        engine = _engine(path, "rw")
        given_up.callback(engine.dispose)
        try:
            with engine.connect() as connection:
                check_content(connection, path)
                check_history(connection, path)
                agenda = load_checked(connection, path)
        except READING_FAILED as problem:
            raise reading_problem(path, problem) from problem
        given_up.pop_all()
    return OpenFile(path, lock, engine), agenda


def _unlock(lock: filelock.BaseFileLock) -> None:
    """Take the lock's file away and release it; nothing when it is released already."""
    if lock.is_locked:
        # While it is held: later it may be another window's. Windows refuses, and removes it on release.
        with suppress(OSError):
            Path(lock.lock_file).unlink()
        lock.release()


def read_agenda(path: Path) -> Agenda:
    """The meeting in a file, without locking it and without writing; also from a read-only place.

    Raises FileProblem.
    """
    check_header(path)
    # A crash left a change half done: only a writer can take it back, as SQLite does on opening.
    crashed = path.with_name(path.name + "-journal").exists() and os.access(path, os.W_OK)
    engine = _engine(path, "rw" if crashed else "ro")
    try:
        with engine.connect() as connection:
            check_content(connection, path)
            return load_checked(connection, path)
    except READING_FAILED as problem:
        raise reading_problem(path, problem) from problem
    finally:
        engine.dispose()


def _engine(path: Path, mode: str) -> Engine:
    """An engine on one connection; ``mode`` as in SQLite's URI: ro, rw or rwc."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
        try:
            for pragma in _PRAGMAS:
                if mode != "ro" or "journal_mode" not in pragma:
                    connection.execute(pragma)
            if mode == "rw":
                start_recording(connection)
        except READING_FAILED:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    # The driver would begin late and deferred; a writer must hold the file from its first statement.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if mode == "ro" else "BEGIN IMMEDIATE")

    return engine


def _locked(path: Path) -> filelock.BaseFileLock:
    lock = filelock.FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout as taken:
        raise FileProblem(
            say("“{name}” is open in another window. Go on there, or close that window first.", name=path.name)
        ) from taken
    except OSError as problem:
        raise reading_problem(path, problem) from problem
    return lock
