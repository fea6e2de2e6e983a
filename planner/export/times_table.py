"""Seats or sessions on three clocks: as a table of plain text, and as JSON with stable keys."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

from planner.export.clock_phrases import (
    comfort_in_words,
    meeting_in_words,
    there_in_words,
    utc_in_words,
    who_in_words,
)
from planner.export.seat_clocks import ClockSpan, SeatClocks
from planner.local_times import LocalTime, zone_data_version
from planner.models.agenda import Agenda
from planner.phrases import session_name
from planner.wording import role_name, say, weekday_name

_GAP = "  "


def times_table(lines: Sequence[SeatClocks]) -> str:
    """A row a line, its columns aligned, under a row of headings."""
    with_seats = any(line.seat is not None for line in lines)
    heads = [say("Meeting"), say("There"), say("UTC"), say("Session")]
    if with_seats:
        heads += [say("Role"), say("Who")]
    rows = [heads] + [_row(line, with_seats) for line in lines]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    return "\n".join(_aligned(row, widths) for row in rows)


def _row(line: SeatClocks, with_seats: bool) -> list[str]:
    comfort, there = comfort_in_words(line), there_in_words(line)
    if comfort:
        there = say("{there}: {comfort}", there=there, comfort=comfort)
    row = [meeting_in_words(line), there, utc_in_words(line), session_name(line.session)]
    role = "" if line.seat is None else role_name(line.seat.role)
    return [*row, role, who_in_words(line)] if with_seats else row


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()


def times_as_json(agenda: Agenda, lines: Sequence[SeatClocks]) -> str:
    """An object: the meeting's zone, the edition of the zone data, and "times", a list of seats or sessions.

    "meeting", "local" and "utc" are null where the time is not known. Moments are ISO 8601 with their offset.
    """
    zone, version = agenda.meeting.zone, zone_data_version()
    found = {"zone": zone, "zone_data": version, "times": [_line(line) for line in lines]}
    return json.dumps(found, ensure_ascii=False, indent=2)


def _line(line: SeatClocks) -> dict[str, Any]:
    seat = line.seat
    return {
        "session_id": line.session.id,
        "session": session_name(line.session),
        "seat_id": None if seat is None else seat.id,
        "role": None if seat is None else seat.role,
        "state": None if seat is None else seat.state,
        "person": None if line.person is None else line.person.name,
        "entity": None if line.entity is None else line.entity.name,
        "zone": line.zone or None,
        "meeting": _span(line.meeting),
        "local": _span(line.there),
        "utc": _span(line.utc),
        "comfort": comfort_in_words(line) or None,
    }


def _span(span: ClockSpan | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {
        "zone": span.zone,
        "date": span.start.date.isoformat(),
        "weekday": weekday_name(span.start.date.weekday()),
        "day_shift": span.start.day_shift,
        "start": _iso(span.start),
        "end": _iso(span.end),
        "clock": span.clock_at(span.start),
    }


def _iso(moment: LocalTime) -> str:
    offset = timezone(timedelta(minutes=moment.utc_offset_minutes)) if moment.utc_offset_minutes else UTC
    midnight = datetime.combine(moment.date, time(), offset)
    return (midnight + timedelta(minutes=moment.minute)).isoformat(timespec="minutes")
