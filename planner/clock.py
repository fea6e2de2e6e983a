"""Wall-clock minutes, durations and dates as plain values.

A minute counts from midnight on the meeting's clock (0 to 1440); a date is ISO 8601 text.
"""

import re
from datetime import date

MINUTES_A_DAY = 24 * 60
USUAL_WINDOW = (10 * 60, 15 * 60 + 40)
"""The hours a day is open unless told otherwise: 10:00 to 15:40."""

_CLOCK = re.compile(r"^\s*(\d{1,2})(?:\s*[:.hH]\s*(\d{2}))?\s*$")
_HOURS_AND_MINUTES = re.compile(
    r"^\s*(?:(?P<hours>\d{1,2})\s*(?:h|:)\s*)?(?:(?P<minutes>\d{1,4})\s*(?:min\.?|m|')?)?\s*$", re.IGNORECASE
)


def format_minute(minute: int) -> str:
    """585 -> "09:45"; 1440, the end of a day, is "24:00"."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def format_span(start_minute: int, end_minute: int) -> str:
    """600, 690 -> "10:00-11:30", with an en dash."""
    return f"{format_minute(start_minute)}\u2013{format_minute(end_minute)}"


def parse_minute(text: str) -> int | None:
    """ "9:45", "9.45", "0945", "9h45" or "9" -> minutes since midnight; None when it is no clock time."""
    if re.fullmatch(r"\s*\d{3,4}\s*", text):
        digits = text.strip().zfill(4)
        text = f"{digits[:2]}:{digits[2:]}"
    match = _CLOCK.match(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    total = hour * 60 + minute
    return total if minute < 60 and total <= MINUTES_A_DAY else None


def parse_duration(text: str) -> int | None:
    """ "75", "75 min", "1 h 15", "1:15" -> minutes; None when it is no duration."""
    match = _HOURS_AND_MINUTES.match(text)
    if match is None or (match["hours"] is None and match["minutes"] is None):
        return None
    return int(match["hours"] or 0) * 60 + int(match["minutes"] or 0)


def parse_date(text: str) -> date | None:
    """ISO 8601 text -> date; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def snap(minute: float, step_minutes: int, origin_minute: int = 0) -> int:
    """The nearest multiple of the grid step, counted from ``origin_minute``."""
    return origin_minute + round((minute - origin_minute) / step_minutes) * step_minutes
