"""An ``.agenda`` file on disk: made, opened, checked and locked. SQLite, one connection, nothing ever deleted.

``journal_mode=DELETE`` keeps the whole meeting in the single file that people mail; ``synchronous=EXTRA`` keeps a
returned edit through a power cut; ``trusted_schema=OFF`` and the ban on triggers and views keep a hostile file harmless.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import filelock
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DatabaseError

from planner.errors import FileProblem
from planner.models.agenda import Agenda
from planner.models.header import check_header
from planner.models.journal import start_recording
from planner.models.loading import load_agenda
from planner.models.problems import reading_problem
from planner.models.tables import Base, content_tables
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
        """Write the meeting as it stands, history included, into a new file."""
        with closing(sqlite3.connect(target)) as copy, self.reading() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.rollback()
            driver.backup(copy)

    def close(self) -> None:
        self._engine.dispose()
        self._lock.release()
        Path(self._lock.lock_file).unlink(missing_ok=True)


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
    if path.exists():
        raise FileProblem(say("“{name}” exists already. Choose another name.", name=path.name))
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
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
        draft.unlink(missing_ok=True)


def open_for_editing(path: Path) -> tuple[OpenFile, Agenda]:
    """Check, lock and open a file; nothing is written to it.

    Raises FileProblem when it is missing, no agenda, newer, damaged, read-only or open elsewhere.
    """
    check_header(path)
    _check_writable(path)
    lock = _locked(path)
    engine = _engine(path, "rw")
    try:
        with engine.connect() as connection:
            _check_content(connection, path)
            return OpenFile(path, lock, engine), _load(connection, path)
    except (DatabaseError, sqlite3.DatabaseError) as problem:
        _give_up(engine, lock)
        raise reading_problem(path, problem) from problem
    except FileProblem:
        _give_up(engine, lock)
        raise


def _give_up(engine: Engine, lock: filelock.BaseFileLock) -> None:
    engine.dispose()
    lock.release()
    Path(lock.lock_file).unlink(missing_ok=True)


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
            _check_content(connection, path)
            return _load(connection, path)
    except (DatabaseError, sqlite3.DatabaseError) as problem:
        raise reading_problem(path, problem) from problem
    finally:
        engine.dispose()


def _engine(path: Path, mode: str) -> Engine:
    """An engine on one connection; ``mode`` as in SQLite's URI: ro, rw or rwc."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
        for pragma in _PRAGMAS:
            if mode != "ro" or "journal_mode" not in pragma:
                connection.execute(pragma)
        if mode == "rw":
            start_recording(connection)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    # The driver would begin late and deferred; a writer must hold the file from its first statement.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if mode == "ro" else "BEGIN IMMEDIATE")

    return engine


def _check_writable(path: Path) -> None:
    writable = path.stat().st_mode & 0o222 and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if not writable:
        raise FileProblem(
            say(
                "“{name}” or its folder is read-only. Copy the file to a folder of your own and open the copy.",
                name=path.name,
            )
        )


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


def _check_content(connection: Connection, path: Path) -> None:
    """No trigger or view of somebody else's, and every content table is sound."""
    strangers = "SELECT count(*) FROM main.sqlite_master WHERE type IN ('trigger', 'view')"
    if connection.exec_driver_sql(strangers).scalar():
        raise _altered(path)
    for table in content_tables():
        verdict = connection.exec_driver_sql(f"PRAGMA quick_check({table.name})").scalar()
        if verdict != "ok":
            raise reading_problem(path, None)


def _altered(path: Path) -> FileProblem:
    return FileProblem(
        say(
            "“{name}” was changed by another program and is not opened. "
            "Use File, Restore a backup, to go on from an earlier copy.",
            name=path.name,
        )
    )


def _load(connection: Connection, path: Path) -> Agenda:
    try:
        agenda = load_agenda(connection)
    except (ValueError, TypeError, KeyError) as problem:
        raise reading_problem(path, None) from problem
    if len(agenda.meeting_rows) != 1:
        raise reading_problem(path, None)
    return agenda

