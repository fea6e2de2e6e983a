"""Moments that the program notes in UTC, as they stood on the meeting's clock."""

from datetime import datetime

from planner.clock import format_minute
from planner.errors import InputProblem
from planner.local_times import on_clock
from planner.wording import month_short, say


def made_at_words(made_at: str, zone: str) -> str:
    """ "5 Nov 2020, 18:00 CET"; what another program left there in place of a moment stays as it is."""
    there = made_there(made_at, zone)
    if there is None:
        return made_at
    return say(
        "{day} {month} {year}, {time} {zone}",
        day=there.day, month=month_short(there.month), year=there.year,
        time=format_minute(60 * there.hour + there.minute), zone=there.tzname() or "",
    )  # fmt: skip


def date_made_words(made_at: str, zone: str) -> str:
    """ "5 Nov 2020"."""
    there = made_there(made_at, zone)
    if there is None:
        return made_at
    return say("{day} {month} {year}", day=there.day, month=month_short(there.month), year=there.year)


def made_there(made_at: str, zone: str) -> datetime | None:
    """The moment on that clock; None for what another program left in place of one."""
    try:
        moment = datetime.fromisoformat(made_at)
        return None if moment.tzinfo is None else on_clock(zone, moment)
    except (ValueError, OverflowError, InputProblem):
        return None
