"""A meeting as large as anybody will make one, for the figures of the bench: plainly made-up names."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from planner.models.creating import create_file
from planner.models.tables import Base, DayRow, EntityRow, MeetingRow, RoomRow, SeatRow, SessionRow, WindowRow

MINUTES = 15
ROUNDS = 20
"""Sessions a room holds in a day: from 10:00 to 15:00."""


def write_large_meeting(path: Path, sessions: int, seats_each: int = 2) -> None:
    """A clean meeting of so many placed sessions in as many parallel rooms as they need, over two days."""

    def fill(connection: Connection) -> None:
        for table, rows in _tables(sessions, seats_each):
            connection.execute(insert(table), rows)

    create_file(path, fill)


def _tables(sessions: int, seats_each: int) -> list[tuple[type[Base], list[dict[str, Any]]]]:
    rooms = -(-sessions // (2 * ROUNDS))
    return [
        (MeetingRow, [{"id": 1, "title": "Large meeting"}]),
        (DayRow, [{"id": 1, "date": "2020-11-12"}, {"id": 2, "date": "2020-11-13"}]),
        (WindowRow, [{"day_id": day, "start_minute": 600, "end_minute": 940} for day in (1, 2)]),
        (RoomRow, [{"id": number, "name": f"Room {number}", "position": number} for number in range(1, rooms + 1)]),
        (EntityRow, [{"id": number, "name": f"Entity {number}"} for number in range(1, sessions * seats_each + 1)]),
        (SessionRow, [_session(number, rooms) for number in range(sessions)]),
        (SeatRow, [_seat(number, seats_each) for number in range(sessions * seats_each)]),
    ]


def _session(number: int, rooms: int) -> dict[str, Any]:
    day, rest = divmod(number, rooms * ROUNDS)
    round_of_day, room = divmod(rest, rooms)
    return {
        "id": number + 1,
        "kind": "roundtable",
        "code": f"S{number + 1}",
        "title": f"Theme number {number + 1} of a large meeting",
        "day_id": day + 1,
        "start_minute": 600 + round_of_day * MINUTES,
        "room_id": room + 1,
        "minutes": MINUTES,
        "target_speakers": 1,
    }


def _seat(number: int, seats_each: int) -> dict[str, Any]:
    session, place = divmod(number, seats_each)
    role = "moderator" if place == 0 else "speaker"
    return {"session_id": session + 1, "role": role, "entity_id": number + 1, "position": place, "state": "confirmed"}
