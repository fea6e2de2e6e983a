"""A small meeting with plainly made-up names, and how tests look into its file."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from planner.models.creating import create_file
from planner.models.record_types import RECORD_TYPES
from planner.models.records import Spot
from planner.models.tables import (
    Base,
    CoverageRow,
    DayRow,
    EntityRow,
    MeetingRow,
    ObjectiveRow,
    PersonRow,
    RoomRow,
    RulerRow,
    SeatRow,
    SessionRow,
    WindowRow,
)

THURSDAY, FRIDAY = 1, 2
MORNING, AFTERNOON = 1, 2  # windows: Thursday's and Friday's
PLENARY = 1
OPENING, FIRST, SECOND, CLOSING = 1, 2, 3, 4  # sessions; the closing is still to be placed
EXAMPLIA, SAMPLE_UNION = 1, 2  # entities
ALPHA, BETA = 1, 2  # people
CHAIR_SEAT, SPEAKER_SEAT, SECOND_SPEAKER_SEAT, OPEN_SEAT = 1, 2, 3, 4

_ROWS: tuple[tuple[type[Base], tuple[dict[str, Any], ...]], ...] = (
    (MeetingRow, ({"title": "Review of Examples"},)),
    (DayRow, ({"date": "2020-11-12"}, {"date": "2020-11-13"})),
    (WindowRow, tuple({"day_id": day, "start_minute": 600, "end_minute": 940} for day in (THURSDAY, FRIDAY))),
    (RoomRow, ({"name": "Virtual plenary", "position": 1},)),
    (
        SessionRow,
        (
            {"kind": "opening", "title": "Opening", "minutes": 30, "day_id": 1, "start_minute": 600, "room_id": 1},
            {"kind": "roundtable", "code": "RT1", "title": "First theme", "minutes": 90}
            | {"day_id": 1, "start_minute": 660, "room_id": 1},
            {"kind": "roundtable", "code": "RT2", "title": "Second theme", "minutes": 75}
            | {"day_id": 2, "start_minute": 600, "room_id": 1},
            {"kind": "closing", "title": "Closing", "minutes": 30},
        ),
    ),
    (ObjectiveRow, tuple({"number": number, "short_title": f"Aim {number}"} for number in (1, 2, 3))),
    (CoverageRow, ({"session_id": FIRST, "objective_id": 1}, {"session_id": FIRST, "objective_id": 2})),
    (EntityRow, ({"name": "Examplia", "kind": "member_state"}, {"name": "Sample Union"})),
    (
        PersonRow,
        (
            {"given_name": "Ann", "family_name": "Alpha", "entity_id": EXAMPLIA},
            {"given_name": "Ben", "family_name": "Beta", "entity_id": SAMPLE_UNION},
        ),
    ),
    (
        SeatRow,
        (
            {"session_id": FIRST, "role": "chair", "entity_id": EXAMPLIA, "person_id": ALPHA, "position": 1},
            {"session_id": FIRST, "role": "speaker", "entity_id": EXAMPLIA, "position": 2},
            {"session_id": FIRST, "role": "speaker", "entity_id": SAMPLE_UNION, "person_id": BETA, "position": 3},
            {"session_id": SECOND, "role": "moderator", "position": 1},
        ),
    ),
    (RulerRow, ({"zone": "America/Toronto", "position": 1}, {"zone": "Asia/Bishkek", "position": 2})),
)


def make_meeting(path: Path) -> Path:
    """Make the file; returns its path."""
    create_file(path, _fill)
    return path


def _fill(connection: Connection) -> None:
    for row_type, rows in _ROWS:
        for row in rows:
            connection.execute(insert(row_type).values(row))


def tables(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every content table, read by plain SQLite."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return {name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in RECORD_TYPES}


def steps(path: Path) -> list[tuple[str, int]]:
    """Name and state of every step in the file."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT name, state FROM journal_steps ORDER BY id").fetchall()


def alter(path: Path, *statements: str) -> None:
    """Change a file as another program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def friday(start_minute: int) -> Spot:
    return Spot(FRIDAY, start_minute, PLENARY)
