"""What a rule reports about a meeting."""

from collections.abc import Callable, Iterable
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
        return isinstance(other, Later) and self._phrase is other._phrase and self._facts == other._facts

    def __hash__(self) -> int:
        return hash(self._phrase)


class Finding:
    """``rule`` is a stable key, ``title`` a few words, ``sentence`` says who, what and when."""

    __slots__ = ("_words", "level", "objective_ids", "rule", "seat_ids", "session_ids", "title")

    def __init__(
        self,
        rule: str,
        level: Level,
        title: str,
        sentence: str | Later,
        session_ids: tuple[int, ...],
        seat_ids: tuple[int, ...] = (),
        objective_ids: tuple[int, ...] = (),
    ) -> None:
        self.rule = rule
        self.level = level
        self.title = title
        self._words = sentence
        self.session_ids = session_ids
        self.seat_ids = seat_ids
        self.objective_ids = objective_ids

    @property
    def sentence(self) -> str:
        return str(self._words)

    def at_level(self, level: Level) -> "Finding":
        """The same finding at another level."""
        return Finding(self.rule, level, self.title, self._words, self.session_ids, self.seat_ids, self.objective_ids)

    @property
    def key(self) -> tuple[str, Level, str, tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        """All but the sentence."""
        return self.rule, self.level, self.title, self.session_ids, self.seat_ids, self.objective_ids

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        return self.key == other.key and (self._words == other._words or self.sentence == other.sentence)

    def __hash__(self) -> int:
        return hash(self.key)

    def __repr__(self) -> str:
        return f"Finding({self.rule!r}, {self.level.value!r}, {self.sentence!r}, {self.session_ids}, {self.seat_ids})"


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
