"""How well each objective is covered, as a matrix of objectives and sessions shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from planner.models.agenda import Agenda
from planner.models.records import Objective, Session


class Cover(Enum):
    """In no session; in sessions that are to be placed still; in one; in several."""

    MISSING = 0
    WAITING = 1
    ONCE = 2
    TWICE = 3


@dataclass(frozen=True, slots=True)
class CoverCount:
    """How many objectives there are, how many are on the timetable, and of all how many are in several sessions."""

    objectives: int
    covered: int
    twice: int


def columns_of(agenda: Agenda) -> tuple[Session, ...]:
    """The sessions that can cover objectives: those on the timetable in time order, then those to be placed."""
    every = (*agenda.placed_sessions, *agenda.sessions_to_place)
    return tuple(session for session in every if session.has_speakers)


def cover_of(agenda: Agenda, objective: Objective) -> Cover:
    sessions: Sequence[Session] = agenda.sessions_by_objective.get(objective.id, ())
    if not sessions:
        return Cover.MISSING
    if len(sessions) > 1:
        return Cover.TWICE
    return Cover.ONCE if sessions[0].day_id is not None else Cover.WAITING


def count_covered(agenda: Agenda) -> CoverCount:
    by_objective = agenda.sessions_by_objective
    placed = (any(session.day_id is not None for session in sessions) for sessions in by_objective.values())
    twice = (len(sessions) > 1 for sessions in by_objective.values())
    return CoverCount(len(agenda.objectives), sum(placed), sum(twice))
