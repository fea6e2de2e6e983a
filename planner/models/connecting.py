"""Connections to an ``.agenda`` file: always with the same pragmas, always in transactions that somebody began."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.models.problems import READING_FAILED

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 4000",
)


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection in autocommit; ``mode`` as in SQLite's URI: ro, rw or rwc. Raises sqlite3.DatabaseError."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            if mode != "ro" or "journal_mode" not in pragma:
                connection.execute(pragma)
    except READING_FAILED:
        connection.close()
        raise
    return connection


def memory_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The same file in memory, to be changed while the file stays as it is. Raises sqlite3.DatabaseError."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.backup(copy)
        for pragma in _PRAGMAS:
            copy.execute(pragma)
    except READING_FAILED:
        copy.close()
        raise
    return copy


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str) -> Iterator[sqlite3.Connection]:
    """``BEGIN`` or ``BEGIN IMMEDIATE``; what the block has not committed at its end is rolled back."""
    connection.execute(begin)
    try:
        yield connection
    finally:
        if connection.in_transaction:
            connection.rollback()
