"""Whether what a file holds can be trusted, asked once when it is opened."""

import os
import sqlite3
from pathlib import Path

from planner.clock import MINUTES_A_DAY, parse_date
from planner.errors import FileProblem
from planner.models.agenda import Agenda
from planner.models.constraints import CHECKS
from planner.models.journal import IMAGES, STEPS, is_step
from planner.models.loading import load_agenda
from planner.models.problems import reading_problem
from planner.models.record_types import RECORD_TYPES
from planner.models.records import BOUNDS, Meeting
from planner.wording import say

_STEPS_CHECKED = 20


def check_writable(path: Path) -> None:
    """Raise FileProblem unless file and folder may be written to; the mode is asked too, as root may do everything."""
    writable = path.stat().st_mode & 0o222 and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if not writable:
        raise FileProblem(
            say(
                "“{name}” or its folder is read-only. Copy the file to a folder of your own and open the copy.",
                name=path.name,
            )
        )


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Raise FileProblem when the file brings a trigger or view of somebody else's: asked before anything is run."""
    strangers = "SELECT count(*) FROM main.sqlite_master WHERE type IN ('trigger', 'view')"
    if connection.execute(strangers).fetchone() != (0,):
        raise _altered(path)


def check_content(connection: sqlite3.Connection, path: Path) -> None:
    """Every content table is sound, every reference leads somewhere.

    Raises FileProblem; the journal is left out: damage there must not keep a person from reading the meeting.
    """
    if not all(_is_sound(connection, table) for table in RECORD_TYPES):
        raise reading_problem(path, None)


def check_history(connection: sqlite3.Connection, path: Path) -> None:
    """Raise FileProblem unless the latest steps are sound: those that Undo reaches first.

    Only so many, that a file opens as fast after ten thousand steps; what lies deeper is checked when it is read.
    """
    latest = f"SELECT id, name, made_at, state FROM {STEPS} ORDER BY id DESC LIMIT {_STEPS_CHECKED}"
    connection.execute(f"SELECT id FROM {IMAGES} LIMIT 1").fetchall()
    if not all(map(is_step, connection.execute(latest))):
        raise reading_problem(path, None)


def _is_sound(connection: sqlite3.Connection, table: str) -> bool:
    # SQLite leaves a file's own CHECKs out when it opens read-only, and a damaged file may have lost them.
    conditions = " AND ".join(f"({condition})" for condition in CHECKS.get(table, ("TRUE",)))
    return (
        connection.execute(f"PRAGMA integrity_check({table})").fetchone() == ("ok",)
        and connection.execute(f"PRAGMA foreign_key_check({table})").fetchone() is None
        and connection.execute(f"SELECT id FROM {table} WHERE NOT ({conditions}) LIMIT 1").fetchone() is None
    )


def _altered(path: Path) -> FileProblem:
    return FileProblem(
        say(
            "“{name}” was changed by another program and is not opened. "
            "Use File, Restore a backup, to go on from an earlier copy.",
            name=path.name,
        )
    )


def load_checked(connection: sqlite3.Connection, path: Path) -> Agenda:
    """The meeting, with what every reader counts on: one meeting row, hours of a day, and dates that are dates.

    Raises FileProblem.
    """
    try:
        agenda = load_agenda(connection)
    except ValueError as problem:
        raise reading_problem(path, None) from problem
    dates = {day.date for day in agenda.days.values()} | {row.date for row in agenda.availabilities.values()}
    dates |= {row.deadline_date for row in agenda.meeting_rows.values() if row.deadline_date}
    if len(agenda.meeting_rows) != 1 or not _are_of_a_day(agenda.meeting) or not all(map(_is_date, dates)):
        raise reading_problem(path, None)
    return agenda


def _are_of_a_day(meeting: Meeting) -> bool:
    minutes = (getattr(meeting, name) for name in (*BOUNDS, "deadline_minute"))
    return all(0 <= minute <= MINUTES_A_DAY for minute in minutes)


def _is_date(text: str) -> bool:
    found = parse_date(text)
    return found is not None and found.isoformat() == text
