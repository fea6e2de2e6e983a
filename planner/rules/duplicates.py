"""People and entities that were probably entered twice, spelled two ways."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, pairwise

from planner.folding import folded, folded_words
from planner.models.agenda import Agenda
from planner.models.aside_records import ENTITIES, PEOPLE
from planner.models.kinds import EntityKind
from planner.models.records import Entity, Person

Group = tuple[int, ...]
Pair = tuple[int, int]

_STATES = frozenset({EntityKind.MEMBER_STATE, EntityKind.OTHER_STATE})
_LEAST_LIKENESS = 88.0
"""rapidfuzz's normalized Indel similarity (0 to 100), https://rapidfuzz.github.io/RapidFuzz/Usage/fuzz.html#ratio"""
_LEAST_LIKENESS_OF_RESTS = 80.0
_MOST_SHARING_A_WORD = 250
"""A word that more names than this share ("Maria", "Ministry") tells too little to compare all who bear it."""
_EXCELLENCY = re.compile(r"\b[HS]\.\s?E\.|\b(г-н|г-жа|д-р)\b", re.IGNORECASE)
_HONORIFICS = frozenset(
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "hrh", "sir", "dame", "lord", "lady", "hon",
        "honourable", "excellency", "ambassador", "mme", "mlle", "herr", "frau", "sr", "sra", "srta", "госпожа",
        "господин", "проф",
    }
)  # fmt: skip
_SMALL_WORDS = frozenset(
    {
        "the", "of", "and", "for", "in", "on", "to", "a", "an", "de", "du", "des", "la", "le", "les", "et", "en",
        "pour", "del", "der", "die", "das", "und", "и", "по", "в",
    }
)  # fmt: skip
_LEGAL_WORDS = frozenset(
    {
        "ltd", "inc", "ngo", "asbl", "gmbh", "ev",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Groups of ids that may be one and the same, each by id; groups by their first id."""

    people: tuple[Group, ...]
    entities: tuple[Group, ...]


def likely_duplicates(agenda: Agenda) -> Duplicates:
    """Who and what may have been entered twice. A guess to show, never to act on."""
    return Duplicates(likely_same_people(agenda), likely_same_entities(agenda))


def likely_same_people(agenda: Agenda) -> tuple[Group, ...]:
    """Same words in any order, the same address, or nearly the same name within one entity."""
    people = agenda.people
    words = {person.id: _words_of_person(person) for person in people.values()}
    by_key: dict[str, list[int]] = defaultdict(list)
    for person_id, found in words.items():
        if len(found) > 1:
            by_key[" ".join(found)].append(person_id)
    for person in people.values():
        if "@" in person.email:
            by_key[person.email.strip().casefold()].append(person.id)
    likely = _alike(words, lambda first, second: _may_be_one(people[first], people[second], words))
    apart = _told_apart(agenda, PEOPLE)
    return _groups(_without([*_pairs(_bearing_one_name(by_key.values(), words), apart), *likely], apart))


def _bearing_one_name(groups: Iterable[Sequence[int]], words: Mapping[int, tuple[str, ...]]) -> Iterator[Sequence[int]]:
    """Groups of several; colleagues who share one office's address have names with nothing in common."""
    for group in groups:
        yield from (pair for pair in pairwise(group) if {*words[pair[0]]} & {*words[pair[1]]})


def _words_of_person(person: Person) -> tuple[str, ...]:
    """The words of the name in alphabetical order, without titles; initials too."""
    words = folded_words(_EXCELLENCY.sub(" ", f"{person.given_name} {person.family_name}"))
    plain = [word for word in words if word not in _HONORIFICS] if len(words) > 1 else words
    return tuple(sorted(plain or words))


def _may_be_one(first: Person, second: Person, words: Mapping[int, tuple[str, ...]]) -> bool:
    apart = first.entity_id is not None and second.entity_id is not None and first.entity_id != second.entity_id
    return not apart and _numbers(words[first.id]) == _numbers(words[second.id])


def likely_same_entities(agenda: Agenda) -> tuple[Group, ...]:
    """The same State by its code, the same words in any order, a name and its short form, or nearly the same name."""
    entities = agenda.entities
    words = {entity.id: _words_of_entity(_without_brackets(entity.name)) for entity in entities.values()}
    by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for entity in entities.values():
        for key in _keys_of(entity):
            by_key[key].append(entity.id)
    likely = _alike(words, lambda first, second: _may_be_one_entity(entities[first], entities[second], words))
    apart = _told_apart(agenda, ENTITIES)
    return _groups(_without([*_pairs(by_key.values(), apart), *_short_forms(entities.values()), *likely], apart))


def _keys_of(entity: Entity) -> Iterator[tuple[str, ...]]:
    words = _words_of_entity(_without_brackets(entity.name))
    if words:
        yield ("words", *words)
    if entity.kind in _STATES and entity.country_code:
        yield ("state", entity.country_code)
    elif entity.name.isupper() or "(" in entity.name:
        for short in _given_short_forms(entity.name):
            yield ("short", short)


def _short_forms(entities: Iterable[Entity]) -> Iterator[Pair]:
    """Pairs of "IOM" and "International Organization for Migration"."""
    given: dict[str, int] = {}
    spelled_out: dict[str, list[int]] = defaultdict(list)
    for entity in entities:
        given |= dict.fromkeys(_given_short_forms(entity.name), entity.id)
        initials = "".join(word[0] for word in folded_words(entity.name) if word not in _SMALL_WORDS)
        if len(initials) > 2:
            spelled_out[initials].append(entity.id)
    for short, entity_id in given.items():
        yield from ((entity_id, other) for other in spelled_out.get(short, ()) if other != entity_id)


def _given_short_forms(name: str) -> Iterator[str]:
    """The capitals that stand alone or in brackets: "ILO", "World Health Organization (WHO)"."""
    _before, _bracket, inside = name.partition("(")
    for candidate in (name.strip(), inside.partition(")")[0].strip()):
        if candidate.isupper() and candidate.isalpha() and len(candidate) > 1:
            yield folded(candidate)


def _without_brackets(name: str) -> str:
    before, _bracket, rest = name.partition("(")
    return f"{before} {rest.partition(')')[2]}" if before.strip() else name


def _words_of_entity(name: str) -> tuple[str, ...]:
    words = folded_words(name)
    return tuple(sorted(word for word in words if word not in _SMALL_WORDS | _LEGAL_WORDS)) or words


def _may_be_one_entity(first: Entity, second: Entity, words: Mapping[int, tuple[str, ...]]) -> bool:
    """Two States of different codes are two, however alike ("Niger", "Nigeria"); so are numbered branches."""
    codes_differ = bool(first.country_code and second.country_code) and first.country_code != second.country_code
    return not codes_differ and _numbers(words[first.id]) == _numbers(words[second.id])


def _numbers(words: Iterable[str]) -> list[str]:
    return [digits for word in words if (digits := "".join(letter for letter in word if letter.isdigit()))]


def _alike(words: Mapping[int, tuple[str, ...]], may_be_one: Callable[[int, int], bool]) -> Iterator[Pair]:
    """Pairs whose names are nearly the same, among those that share a word or are spelled out from an initial."""
    from rapidfuzz import fuzz, process

    names = {key: " ".join(found) for key, found in words.items()}
    for sharing in _by_word(words).values():
        for index, key in enumerate(sharing[:-1]):
            others = {other: names[other] for other in sharing[index + 1 :]}
            near = process.extract_iter(names[key], others, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS)
            for _name, _likeness, other in near:
                rests = _rest(words[key], words[other]), _rest(words[other], words[key])
                if fuzz.ratio(*rests) >= _LEAST_LIKENESS_OF_RESTS and may_be_one(key, other):
                    yield key, other
            shorter = [other for other in others if _initials_fit(words[key], words[other])]
            yield from ((key, other) for other in shorter if may_be_one(key, other))


def _rest(words: tuple[str, ...], others: tuple[str, ...]) -> str:
    """The words that only the first has: long common ones ("International Organization") say little."""
    return " ".join(word for word in words if word not in others)


def _by_word(words: Mapping[int, tuple[str, ...]]) -> dict[str, list[int]]:
    sharing: dict[str, list[int]] = defaultdict(list)
    for key, found in words.items():
        for word in set(found):
            if len(word) > 1:
                sharing[word].append(key)
    return {word: keys for word, keys in sharing.items() if 1 < len(keys) <= _MOST_SHARING_A_WORD}


def _initials_fit(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """ "A. Nowak" and "Anna Nowak": as many words, and those that differ are an initial and its name."""
    if len(first) != len(second) or min(map(len, first + second)) > 1:
        return False
    only_first, only_second = sorted(set(first) - set(second)), sorted(set(second) - set(first))
    return len(only_first) == len(only_second) and all(
        one[0] == other[0] and 1 in {len(one), len(other)} for one, other in zip(only_first, only_second, strict=True)
    )


def _told_apart(agenda: Agenda, table: str) -> Set[Pair]:
    """The pairs of which somebody said that they are two, the lower number first."""
    return {(row.first_id, row.second_id) for row in agenda.told_apart.values() if row.table_name == table}


def _without(pairs: Iterable[Pair], apart: Set[Pair]) -> Iterator[Pair]:
    return (pair for pair in pairs if (min(pair), max(pair)) not in apart)


def _pairs(groups: Iterable[Sequence[int]], apart: Set[Pair]) -> Iterator[Pair]:
    """A chain through each group; every pair of it when the chain may be broken by one that was told apart."""
    for group in groups:
        chain = list(pairwise(group))
        yield from chain if len(list(_without(chain, apart))) == len(chain) else combinations(group, 2)


def _groups(pairs: Iterable[Pair]) -> tuple[Group, ...]:
    """Pairs joined into groups."""
    leader: dict[int, int] = {}

    def lead(key: int) -> int:
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    for first, second in pairs:
        low, high = sorted((lead(first), lead(second)))
        leader[high] = low
    found: dict[int, list[int]] = defaultdict(list)
    for key in sorted(leader):
        found[lead(key)].append(key)
    return tuple(tuple(group) for group in found.values() if len(group) > 1)
