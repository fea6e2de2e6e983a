"""Entities and people of the meeting, found by name, country, address, or likeness."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from rapidfuzz import fuzz, process

from planner.imports.countries import country_code, similar_names
from planner.imports.normalising import digits_of, name_key, plain
from planner.imports.proposal import Candidate
from planner.imports.rows import GivenEntity
from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind
from planner.models.records import Entity, Person

LIKE_ENTITY = 86
LIKE_PERSON = 78
LIKE_COUNTRY = 85
_MOST_CANDIDATES = 5
_STATES = frozenset({EntityKind.MEMBER_STATE, EntityKind.OTHER_STATE})
_BRACKETS = re.compile(r"^(.*?)\s*\(([^)]+)\)\s*$")


class Known:
    """Look-ups into one Agenda, each made when it is first needed."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self._likely_entities: dict[str, tuple[Candidate, ...]] = {}

    @cached_property
    def _states_by_code(self) -> dict[str, list[int]]:
        states = (entity for entity in self.agenda.entities.values() if entity.kind in _STATES)
        return _grouped((entity.country_code or country_code(entity.name), entity.id) for entity in states)

    @cached_property
    def _entities_by_name(self) -> dict[str, list[int]]:
        pairs = ((key, entity.id) for entity in self.agenda.entities.values() for key in _spellings(entity))
        return _grouped(pairs)

    @cached_property
    def _people_by_name(self) -> dict[str, list[int]]:
        return _grouped((name_key(person.name), person.id) for person in self.agenda.people.values())

    @cached_property
    def _people_by_email(self) -> dict[str, list[int]]:
        return _grouped((person.email.strip().casefold(), person.id) for person in self.agenda.people.values())

    @cached_property
    def _people_by_entity(self) -> dict[int, list[Person]]:
        found: dict[int, list[Person]] = {}
        for person in self.agenda.people.values():
            if person.entity_id is not None:
                found.setdefault(person.entity_id, []).append(person)
        return found

    def entities_named(self, given: GivenEntity) -> list[int]:
        """The entities that are surely meant; several when the meeting holds one twice."""
        if given.is_state and given.country:
            return self._states_by_code.get(given.country, [])
        found = [self._entities_by_name.get(key, []) for key in spellings(given.name)]
        return list(dict.fromkeys(entity_id for ids in found for entity_id in ids))

    def entities_like(self, given: GivenEntity) -> tuple[Candidate, ...]:
        """Entities that may be meant, the likeliest first; names with other numbers in them never are."""
        if given.is_state and given.country:
            return ()
        if given.key not in self._likely_entities:
            self._likely_entities[given.key] = tuple(self._alike(given.name))
        return self._likely_entities[given.key]

    def _alike(self, name: str) -> Iterator[Candidate]:
        key = name_key(name)
        found = process.extract(
            key, self._comparable.keys(), scorer=fuzz.ratio, score_cutoff=LIKE_ENTITY, limit=_MOST_CANDIDATES
        )
        ids = {
            entity_id: score
            for spelling, score, _place in found
            if digits_of(spelling) == digits_of(key)
            for entity_id in self._comparable[spelling]
        }
        for entity_id, score in {**self._misspelled_state(plain(name)), **ids}.items():
            yield Candidate(entity_id, self.agenda.entities[entity_id].name, round(score))

    @cached_property
    def _comparable(self) -> dict[str, list[int]]:
        return _grouped((name_key(key), entity_id) for key, ids in self._entities_by_name.items() for entity_id in ids)

    def _misspelled_state(self, key: str) -> dict[int, float]:
        found = process.extractOne(key, self._state_names.keys(), scorer=fuzz.ratio, score_cutoff=LIKE_COUNTRY)
        return {} if found is None else dict.fromkeys(self._state_names[found[0]], found[1])

    @cached_property
    def _state_names(self) -> dict[str, list[int]]:
        """Every name of the States in the meeting."""
        states = self._states_by_code
        return {name: states[code] for name, code in similar_names().items() if code in states}

    def people_named(self, key: str) -> list[Person]:
        return [self.agenda.people[person_id] for person_id in self._people_by_name.get(key, ()) if key]

    def people_at(self, email: str) -> list[Person]:
        """Those with this address."""
        return [self.agenda.people[person_id] for person_id in self._people_by_email.get(email.casefold(), ()) if email]

    def people_like(self, key: str, entity_id: int | None) -> tuple[Candidate, ...]:
        """People of one entity whose names are alike, the likeliest first."""
        people = self._people_by_entity.get(entity_id, []) if entity_id is not None else []
        scored = [(likeness(key, name_key(person.name)), person) for person in people]
        alike = sorted((pair for pair in scored if pair[0] >= LIKE_PERSON), key=lambda pair: (-pair[0], pair[1].id))
        return tuple(Candidate(person.id, self.described(person), score) for score, person in alike[:_MOST_CANDIDATES])

    def described(self, person: Person) -> str:
        """ "Anna Nowak, Poland", or the name alone."""
        entity = self.agenda.entities.get(person.entity_id or 0)
        return f"{person.name}, {entity.name}" if entity else person.name


def likeness(first: str, second: str) -> int:
    """0 to 100 for two comparable names; initials and missing middle names count as alike."""
    if not first or not second:
        return 0
    if _initials_fit(first.split(), second.split()):
        return 95
    return round(fuzz.ratio(first, second))


def _initials_fit(first: list[str], second: list[str]) -> bool:
    """Whether each word of the shorter name is one of the longer, or its first letter; at least one whole word."""
    short, long = sorted((first, second), key=len)
    left = list(long)
    whole = 0
    for word in sorted(short, key=len, reverse=True):
        match = next((other for other in left if other == word), None) or next(
            (other for other in left if 1 in (len(word), len(other)) and other[0] == word[0]), None
        )
        if match is None:
            return False
        left.remove(match)
        whole += match == word and len(word) > 1
    return whole > 0 and len(short) > 1


def _spellings(entity: Entity) -> tuple[str, ...]:
    return spellings(entity.name)


def spellings(name: str) -> tuple[str, ...]:
    """ "Sample Union (SU)" is also "Sample Union" and "SU"."""
    match = _BRACKETS.match(name)
    names = (name, *(match.groups() if match else ()))
    return tuple(dict.fromkeys(plain(text).removeprefix("the ") for text in names if plain(text)))


def _grouped(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for key, record_id in pairs:
        if key:
            found.setdefault(key, []).append(record_id)
    return found
