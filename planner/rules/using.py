"""How much of each day's open hours is used, and how many objectives are on the timetable."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Session, Window
from planner.rules.identity import Same


class TimeUse(NamedTuple):
    """Minutes of a day's windows that hold a session, that are free, and that are held in reserve."""

    used_minutes: int
    free_minutes: int
    reserve_minutes: int


def time_use(agenda: Agenda, day_id: int) -> TimeUse:
    """The use of one day; with parallel rooms a minute is used when any room holds a session."""
    return _time_use(Same(agenda), day_id)


@lru_cache(maxsize=64)
def _time_use(key: Same[Agenda], day_id: int) -> TimeUse:
    agenda = key.thing
    sessions = agenda.sessions_on(day_id)
    used = open_minutes = 0
    for window in agenda.windows_of(day_id):
        open_minutes += window.end_minute - window.start_minute
        used += _covered(sessions, window)
    reserve = sum(session.minutes for session in sessions if session.kind is SessionKind.RESERVE)
    return TimeUse(used, open_minutes - used, reserve)


def _covered(sessions: Sequence[Session], window: Window) -> int:
    """The minutes of a window in which a session runs; the sessions come in time order."""
    total, reached = 0, window.start_minute
    for session in sessions:
        start = session.start_minute or 0
        end = min(start + session.minutes, window.end_minute)
        if end > reached:
            total += end - max(start, reached)
            reached = end
    return total


def objectives_placed(agenda: Agenda) -> int:
    """How many objectives are covered by a session on the timetable."""
    return sum(
        any(session.day_id is not None for session in sessions) for sessions in agenda.sessions_by_objective.values()
    )
