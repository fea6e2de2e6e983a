"""The templates a new meeting starts from, and the days and the time zone it gets unless told otherwise."""

from datetime import date, timedelta
from typing import NamedTuple

from planner.wording import say

USUAL_ZONE = "Europe/Zurich"
"""Where the regional review meets: in Geneva."""

_WEEKS_AHEAD = 8
_THURSDAY = 3


class Template(NamedTuple):
    """A kind of meeting to start from; ``description`` is one line for the person who chooses."""

    key: str
    title: str
    description: str


TEMPLATES: tuple[Template, ...] = (
    Template(
        "regional-review",
        say("Regional review"),
        say("Opening, four roundtables over the 23 objectives, closing; two days of 10:00 to 15:40."),
    ),
    Template(
        "two-day",
        say("Two-day meeting"),
        say("Nothing in it yet; two days of 10:00 to 15:40, eight weeks ahead unless days are given."),
    ),
    Template("empty", say("Empty meeting"), say("Nothing in it yet; the days that you choose, 10:00 to 15:40 each.")),
)


def usual_days(today: date) -> list[date]:
    """The first Thursday that is at least eight weeks after ``today``, and the Friday after it."""
    earliest = today + timedelta(weeks=_WEEKS_AHEAD)
    thursday = earliest + timedelta(days=(_THURSDAY - earliest.weekday()) % 7)
    return [thursday, thursday + timedelta(days=1)]
