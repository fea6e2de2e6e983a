"""An offset as people type it."""

import re

_OFFSET = re.compile(
    r"(?:UTC|GMT|Z)?\s*([+\-\u2212\u2013±])\s*(\d{1,2})(?:(?::|[.hH])?\s*(\d{2}))?\s*(?:h|ч)?", re.IGNORECASE
)
_MOST_MINUTES = 18 * 60


def read_offset(text: str) -> int | None:
    """ "UTC+6", "GMT-5", "+05:30", "+0530" -> minutes ahead of UTC; None when it is no offset."""
    match = _OFFSET.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes = int(match[2]), int(match[3] or 0)
    total = hours * 60 + minutes
    if minutes >= 60 or total > _MOST_MINUTES:
        return None
    return total if match[1] in "+±" else -total
