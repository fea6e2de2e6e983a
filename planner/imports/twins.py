"""Entities and people that one file adds: two of its spellings may mean one of them."""

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from planner.imports.known import LIKE_ENTITY, likeness, spellings
from planner.imports.normalising import digits_of, name_key
from planner.imports.proposal import Candidate, Decisions, Question
from planner.imports.rows import GivenRow
from planner.wording import say

_LIKE_NEW_PERSON = 88
"""Between two rows of one file: "Anna" and "Anne", "Nowak" and "Novak"; but Adam Nowak is not Anna."""
_SAME_MAILBOX_NAME = 60
_MOST_CANDIDATES = 5
_MOST_SHARING = 100
"""A beginning of a word that more names share ("Inte", "Orga") tells too little to compare all of them."""
_BEGINNING = 4


class _New(NamedTuple):
    """What the first row that names it says."""

    key: str
    name: str
    comparable: str
    number: int
    email: str = ""


class Twins:
    """Takes the new ones in the order of the file, and says which of those before each means."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._meant: dict[str, _New] = {}
        self._by_spelling: dict[str, _New] = {}
        self._by_beginning: dict[str, list[_New]] = {}
        self._people_at: dict[tuple[str, str], list[_New]] = {}
        self._people_by_email: dict[tuple[str, str], _New] = {}
        self._people_named: dict[str, list[_New]] = {}

    def entity_key(self, key: str) -> str:
        """The key under which an entity is made, whatever it is called in this row."""
        meant = self._meant.get(f"entity:{key}")
        return key if meant is None else meant.key

    def person_key(self, row: GivenRow) -> str:
        """The key under which a person is made."""
        key = self._person(row)
        meant = self._meant.get(f"person:{key}")
        return key if meant is None else meant.key

    def _person(self, row: GivenRow) -> str:
        return f"{self.entity_key(row.entity.key)}|{row.person_key}"

    # -- entities ---------------------------------------------------------------------------------------------------

    def entity(self, row: GivenRow) -> Question | None:
        """Take in the new entity of a row; the question to be asked first, if it may be one of an earlier row."""
        given = row.entity
        new = _New(given.key, given.name, name_key(given.name), row.number)
        if f"entity:{given.key}" in self._meant:
            return None
        if given.is_state and given.country:
            self._take("entity", new, new)
            return None
        names = spellings(given.name)
        sure = next((self._by_spelling[name] for name in names if name in self._by_spelling), None)
        alike = [] if sure else list(self._alike(new))
        asked = self._ask("entity", given.key, new, alike)
        if asked is not None:
            return asked
        meant = sure or self._decided("entity", given.key, alike) or new
        for name in names:
            self._by_spelling.setdefault(name, meant)
        if meant is new:
            for beginning in _beginnings(new.comparable):
                self._by_beginning.setdefault(beginning, []).append(new)
        self._take("entity", new, meant)
        return None

    def _alike(self, new: _New) -> Iterator[tuple[_New, int]]:
        sharing = (self._by_beginning.get(beginning, []) for beginning in _beginnings(new.comparable))
        near = {other.comparable: other for others in sharing if len(others) <= _MOST_SHARING for other in others}
        found = process.extract(
            new.comparable, near.keys(), scorer=fuzz.ratio, score_cutoff=LIKE_ENTITY, limit=_MOST_CANDIDATES
        )
        for comparable, score, _place in found:
            if digits_of(comparable) == digits_of(new.comparable):
                yield near[comparable], round(score)

    # -- people -----------------------------------------------------------------------------------------------------

    def person(self, row: GivenRow) -> Question | None:
        """As ``entity``, once the row's entity is taken in."""
        key, name = self._person(row), name_key(row.name.full)
        if f"person:{key}" in self._meant:
            return None
        new = _New(key, row.name.full, name, row.number, dict(row.contact).get("email", "").casefold())
        entity = self.entity_key(row.entity.key)
        there = self._people_by_email.get((entity, new.email)) if new.email else None
        sure = there if there is not None and _may_share_mailbox(new, there) else None
        near = self._near(entity, new)
        alike = [] if sure else [*_alike_people(new, near), *self._named_elsewhere(new, near)]
        asked = self._ask("person", key, new, alike)
        if asked is not None:
            return asked
        meant = sure or self._decided("person", key, alike) or new
        if meant is new:
            for beginning in _beginnings(name, shortest=1):
                self._people_at.setdefault((entity, beginning), []).append(new)
            if new.email:
                self._people_by_email.setdefault((entity, new.email), new)
            if " " in name:
                self._people_named.setdefault(name, []).append(new)
        self._take("person", new, meant)
        return None

    def _near(self, entity: str, new: _New) -> list[_New]:
        """People of the same entity of whose names a word begins alike."""
        sharing = (self._people_at.get((entity, word), []) for word in _beginnings(new.comparable, shortest=1))
        return list(dict.fromkeys(other for others in sharing if len(others) <= _MOST_SHARING for other in others))

    def _named_elsewhere(self, new: _New, here: list[_New]) -> Iterator[tuple[_New, int]]:
        """The very same name in another entity, or in none."""
        yield from ((other, 100) for other in self._people_named.get(new.comparable, ()) if other not in here)

    # -- both -------------------------------------------------------------------------------------------------------

    def _ask(self, kind: str, key: str, new: _New, alike: list[tuple[_New, int]]) -> Question | None:
        asked = f"twin-{kind}:{key}"
        if not alike or asked in self._decisions:
            return None
        candidates = (
            Candidate(other.number, say("{name} in row {number}", name=other.name, number=other.number), score)
            for other, score in alike[:_MOST_CANDIDATES]
        )
        return Question(asked, "rows", new.name or new.email, tuple(candidates))

    def _decided(self, kind: str, key: str, alike: list[tuple[_New, int]]) -> _New | None:
        number = self._decisions.get(f"twin-{kind}:{key}")
        return next((other for other, _score in alike if other.number == number), None)

    def _take(self, kind: str, new: _New, meant: _New) -> None:
        self._meant[f"{kind}:{new.key}"] = meant

    def makes(self, row: GivenRow) -> tuple[bool, bool]:
        """Whether an entity, and a person, are first named by this row."""
        met = self._meant.get(f"entity:{row.entity.key}"), self._meant.get(f"person:{self._person(row)}")
        entity, person = (new is not None and new.number == row.number for new in met)
        return entity, person

    def told(self, row: GivenRow) -> str:
        """Which earlier rows mean the same entity and person by another name; empty when none does."""
        entity, person = self._meant.get(f"entity:{row.entity.key}"), self._meant.get(f"person:{self._person(row)}")
        sentences = []
        if entity is not None and entity.key != row.entity.key:
            sentences.append(
                say(
                    "“{name}” is {other} of row {number}.",
                    name=row.entity.name,
                    other=entity.name,
                    number=entity.number,
                )
            )
        if person is not None and person.key != self._person(row):
            name = row.name.full or person.email
            sentences.append(
                say("“{name}” is {other} of row {number}.", name=name, other=person.name, number=person.number)
            )
        return " ".join(sentences)


def _beginnings(comparable: str, *, shortest: int = _BEGINNING) -> set[str]:
    return {word[:_BEGINNING] for word in comparable.split() if len(word) >= shortest}


def _may_share_mailbox(first: _New, second: _New) -> bool:
    """An office's address is many people's: their names have nothing in common."""
    return not first.comparable or likeness(first.comparable, second.comparable) >= _SAME_MAILBOX_NAME


def _alike_people(new: _New, others: list[_New]) -> Iterator[tuple[_New, int]]:
    for other in others:
        score = likeness(new.comparable, other.comparable)
        if score >= _LIKE_NEW_PERSON and digits_of(new.comparable) == digits_of(other.comparable):
            yield other, score
