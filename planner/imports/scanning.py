"""What the words of a cell add up to: segments in order of choice, with the roles said before or after them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from planner.models.kinds import Role


class Named(NamedTuple):
    """One segment of a text, the roles said with it, and its place in the order of choice."""

    session_id: int
    roles: tuple[Role, ...]
    preference: int


@dataclass(frozen=True, slots=True)
class Segments:
    """What a text names, in order, and the words of it that name nothing.

    ``explicit``: it says "Roundtable 3" or "Opening" somewhere, not only "3".
    """

    named: tuple[Named, ...]
    unknown: tuple[str, ...]
    explicit: bool


@dataclass(slots=True)
class _Clause:
    """What the next word of a clause may refer to.

    Roles and choices before the first segment hold for the segments that follow, others for those just named.
    """

    described: bool = False
    seen: bool = False
    role_ahead: tuple[Role, ...] = ()
    choice_ahead: int = 0
    named: list[int] = field(default_factory=list)
    closed: bool = False
    role_last: bool = False
    junk: list[str] = field(default_factory=list)


class Scan:
    """Takes the words of a text one after the other."""

    def __init__(self) -> None:
        self.unknown: list[str] = []
        self.after_table = False
        self.explicit = False
        self._roles: dict[int, tuple[Role, ...]] = {}
        self._choices: dict[int, int] = {}
        self._clause = _Clause()

    def start_clause(self, described: bool) -> None:
        """``described``: words after a segment may be its title, and then name nothing."""
        self._clause = _Clause(described)
        self.after_table = False

    def segment(self, session_id: int, *, level: int = 0) -> None:
        clause = self._clause
        if clause.closed:
            clause.named, clause.closed = [], False
        self._choices.setdefault(session_id, level or clause.choice_ahead or self._next_choice())
        self._roles[session_id] = _both(self._roles.get(session_id, ()), clause.role_ahead)
        clause.named.append(session_id)
        clause.seen, clause.role_last = True, False

    def _next_choice(self) -> int:
        return 1 + max(self._choices.values(), default=0)

    def equals(self, session_ids: Iterable[int]) -> None:
        """Several segments wanted alike."""
        level = self._next_choice()
        for session_id in session_ids:
            self.segment(session_id, level=level)

    def role(self, roles: tuple[Role, ...]) -> None:
        clause = self._clause
        if not clause.seen or (clause.role_ahead and clause.role_last):
            clause.role_ahead = _both(clause.role_ahead, roles)
        elif clause.role_ahead:
            clause.role_ahead = roles
        else:
            self._add_roles(roles)
        clause.role_last = True

    def _add_roles(self, roles: tuple[Role, ...]) -> None:
        self._clause.closed = True
        for session_id in self._clause.named:
            self._roles[session_id] = _both(self._roles[session_id], roles)

    def choice(self, number: int) -> None:
        clause = self._clause
        if not clause.seen or clause.choice_ahead:
            clause.choice_ahead = number
        else:
            self._choices.update(dict.fromkeys(clause.named, number))
            clause.closed = True

    def junk(self, word: str) -> None:
        if not (self._clause.described and self._clause.seen):
            self._clause.junk.append(word)

    def end_clause(self) -> None:
        self.unknown += self._clause.junk

    def result(self) -> Segments:
        named = tuple(
            Named(session_id, self._roles[session_id], choice) for session_id, choice in self._choices.items()
        )
        return Segments(named, tuple(dict.fromkeys(self.unknown)), self.explicit)


def _both(first: tuple[Role, ...], second: tuple[Role, ...]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in first or role in second)
