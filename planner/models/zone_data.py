"""The zone data a file was last edited with: one row beside the content, outside the journal, so never undone."""

import json
import sqlite3

from planner.models.aside_records import ZoneData, ZoneOffset

_ONLY_ROW = 1


def read_zone_data(connection: sqlite3.Connection) -> ZoneData | None:
    """None before the first edit, and when it does not read as we write it: it only ever leads to a warning."""
    row = connection.execute("SELECT version, offsets FROM zone_data WHERE id = ?", (_ONLY_ROW,)).fetchone()
    if row is None:
        return None
    version, text = row
    try:
        kept = json.loads(text)
        offsets = tuple(ZoneOffset(str(zone), str(day), int(at), int(offset)) for zone, day, at, offset in kept["at"])
        return ZoneData(str(version), str(kept["zone"]), offsets)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def write_zone_data(connection: sqlite3.Connection, zone_data: ZoneData) -> None:
    """Keep it in place of what was there, in the caller's transaction."""
    listed = [[offset.zone, offset.date, offset.minute, offset.offset_minutes] for offset in zone_data.offsets]
    text = json.dumps({"zone": zone_data.meeting_zone, "at": listed}, separators=(",", ":"))
    connection.execute("DELETE FROM zone_data")
    connection.execute(
        "INSERT INTO zone_data(id, version, offsets) VALUES (?, ?, ?)", (_ONLY_ROW, zone_data.version, text)
    )
