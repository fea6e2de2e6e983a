"""What went into people's calendars, kept beside the content: outside the journal, so never undone.

An invitation that was sent cannot be taken back by Undo; its number must go on rising.
"""

import sqlite3
from collections.abc import Iterable

from planner.models.aside_records import CalendarEvent

_COLUMNS = "uid, session_id, person_id, entity_id, sequence, facts, cancelled"


def read_calendar_events(connection: sqlite3.Connection) -> tuple[CalendarEvent, ...]:
    """By uid. Raises ValueError for what does not read as we write it."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM calendar_events ORDER BY uid").fetchall()
    return tuple(_event(*row) for row in rows)


def _event(uid: str, session_id: int, person: int | None, entity: int | None, *rest: object) -> CalendarEvent:
    sequence, facts, cancelled = rest
    if not (isinstance(uid, str) and isinstance(facts, str) and isinstance(sequence, int)):
        raise ValueError(f"calendar_events holds {uid!r}, {sequence!r}")
    if not all(number is None or isinstance(number, int) for number in (session_id, person, entity)):
        raise ValueError(f"calendar_events holds {uid!r} of nobody")
    return CalendarEvent(uid, session_id, person, entity, sequence, facts, bool(cancelled))


def write_calendar_events(connection: sqlite3.Connection, events: Iterable[CalendarEvent]) -> None:
    """Keep each in place of the one with its uid, in the caller's transaction."""
    connection.executemany(
        f"INSERT INTO calendar_events({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(uid) DO UPDATE SET sequence = max(sequence, excluded.sequence), facts = excluded.facts, "
        "cancelled = excluded.cancelled",
        [
            (event.uid, event.session_id, event.person_id, event.entity_id, event.sequence, event.facts,
             int(event.cancelled))
            for event in events
        ],
    )  # fmt: skip
