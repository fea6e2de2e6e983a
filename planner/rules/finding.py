"""What a rule reports about a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from planner.wording import say

Moment = tuple[int, int]
"""When a finding matters: the day's place among the days, and the minute."""

LATER_THAN_ALL: Moment = (1 << 30, 0)
"""The moment of what is not placed yet."""


class Level(StrEnum):
    """How much a finding matters, gravest first."""

    CLASH = "clash"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _LEVELS.index(self)


_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True)
class Finding:
    """``rule`` is a stable key, ``title`` a few words, ``sentence`` says who, what and when."""

    rule: str
    level: Level
    title: str
    sentence: str
    session_ids: tuple[int, ...]
    seat_ids: tuple[int, ...] = ()
    objective_ids: tuple[int, ...] = ()


TimedFinding = tuple[Moment, Finding]


def level_name(level: Level) -> str:
    return {Level.CLASH: say("Clash"), Level.WARNING: say("Warning"), Level.NOTE: say("Note")}[level]


def in_order(found: Iterable[TimedFinding]) -> tuple[Finding, ...]:
    """By level, then time, then rule."""
    return tuple(finding for _moment, finding in sorted(found, key=_order))


def _order(timed: TimedFinding) -> tuple[int, Moment, str, tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    moment, finding = timed
    return (
        finding.level.rank, moment, finding.rule, finding.session_ids, finding.seat_ids, finding.objective_ids
    )  # fmt: skip
