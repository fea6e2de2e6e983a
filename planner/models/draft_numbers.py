"""The numbers that drafts were ever given: beside the content, outside the journal, so that none is given twice."""

import sqlite3
from collections.abc import Iterable


def last_number_given(connection: sqlite3.Connection) -> int:
    """The highest of them, also of drafts that were undone; 0 before the first."""
    (number,) = connection.execute("SELECT coalesce(max(number), 0) FROM draft_numbers").fetchone()
    return int(number)


def numbers_given(connection: sqlite3.Connection) -> frozenset[int]:
    """All of them."""
    return frozenset(int(number) for (number,) in connection.execute("SELECT number FROM draft_numbers"))


def keep_numbers(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Remember that these were given too, in the caller's transaction."""
    new = [(number,) for number in sorted(set(numbers) - numbers_given(connection))]
    connection.executemany("INSERT INTO draft_numbers(number) VALUES (?)", new)
