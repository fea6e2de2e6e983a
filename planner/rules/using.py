"""How much of each day's open hours is used, and how many objectives are on the timetable."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.models.agenda import Agenda, SessionKind


@dataclass(frozen=True, slots=True)
class TimeUse:
    """Minutes of a day's windows that hold a session, that are free, and that are held in reserve."""

    used_minutes: int
    free_minutes: int
    reserve_minutes: int


def time_use(agenda: Agenda, day_id: int) -> TimeUse:
    """The use of one day; with parallel rooms a minute is used when any room holds a session."""
    busy: list[tuple[int, int]] = []
    reserve = 0
    for session in agenda.sessions_on(day_id):
        start = session.start_minute or 0
        busy.append((start, start + session.minutes))
        reserve += session.minutes if session.kind is SessionKind.RESERVE else 0
    used = open_minutes = 0
    for window in agenda.windows_of(day_id):
        open_minutes += window.end_minute - window.start_minute
        inside = ((max(start, window.start_minute), min(end, window.end_minute)) for start, end in busy)
        used += _covered(inside)
    return TimeUse(used, open_minutes - used, reserve)


def _covered(spans: Iterable[tuple[int, int]]) -> int:
    total = reached = 0
    for start, end in sorted(spans):
        if end > max(start, reached):
            total += end - max(start, reached)
            reached = end
    return total


def objectives_placed(agenda: Agenda) -> int:
    """How many objectives are covered by a session on the timetable."""
    return sum(
        any(session.spot is not None for session in sessions) for sessions in agenda.sessions_by_objective.values()
    )
