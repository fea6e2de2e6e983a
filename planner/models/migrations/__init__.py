"""Files of earlier versions brought up to this one, in plain SQL: opening a file must not need SQLAlchemy.

To add a version: raise FILE_VERSION, write ``version_<number>.py``, name it here. New tables and columns must read as
``tables.py`` makes them, which a test compares; a new column of an older table has the default that its record has.
"""

import sqlite3
from collections.abc import Mapping
from types import MappingProxyType

from planner.models.migrations import version_2, version_3, version_4
from planner.models.versions import FILE_VERSION

STEPS_TO_VERSION: Mapping[int, tuple[str, ...]] = MappingProxyType(
    {2: version_2.STATEMENTS, 3: version_3.STATEMENTS, 4: version_4.STATEMENTS}
)


def is_older(connection: sqlite3.Connection) -> bool:
    """Whether the file was made by an earlier version of the program."""
    return _version(connection) < FILE_VERSION


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to FILE_VERSION inside the caller's transaction. Raises sqlite3.DatabaseError."""
    assert connection.in_transaction
    for version in range(max(_version(connection), 1) + 1, FILE_VERSION + 1):
        for statement in STEPS_TO_VERSION[version]:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {FILE_VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
