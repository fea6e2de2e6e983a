"""What a rule reports about a meeting."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

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


class Later:
    """A sentence that is made when somebody reads it: of a thousand findings a screen shows ten.

    Made by the same function of equal facts, two are equal without being said.
    """

    __slots__ = ("_facts", "_phrase")

    def __init__(self, phrase: Callable[..., str], *facts: object) -> None:
        self._phrase = phrase
        self._facts = facts

    def __str__(self) -> str:
        return self._phrase(*self._facts)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Later) and self._phrase is other._phrase and self._facts == other._facts:
            return True
        return isinstance(other, Later | str) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


class Finding(NamedTuple):
    """``rule`` is a stable key, ``title`` a few words, ``sentence`` says who, what and when."""

    rule: str
    level: Level
    title: str
    words: str | Later
    session_ids: tuple[int, ...]
    seat_ids: tuple[int, ...] = ()
    objective_ids: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        return str(self.words)


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
