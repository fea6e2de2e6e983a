"""The names of zones, ready to be searched: whole names, their beginnings, those of their words, typing errors."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from rapidfuzz import fuzz, process

from planner.zones.names import Kind, Name, comparable, latin, standing

_LEAST_FORGIVEN = 4
_LIKE_ENOUGH = 78
_MOST_FORGIVEN = 30
_TAKEN_AT_THEIR_WORD = (Kind.CODE, Kind.KIND_OF_TIME)
_LAST = "\U0010ffff"


class Closeness(IntEnum):
    """How a name was found; closer first."""

    SAME = 0
    BEGINS = 1
    WORD_BEGINS = 2
    ALL_WORDS = 3
    LIKE = 4


class Hit(NamedTuple):
    """A name found, and its comparable text; in order of likelihood.

    ``unlike`` is 0 for what is written as it is sought; ``place`` is that of the name among all.
    """

    closeness: Closeness
    unlike: int
    place: int
    name: Name
    key: str


class NameIndex:
    """Built once of all names; it never changes, and may be asked from any thread."""

    def __init__(self, names: Iterable[Name]) -> None:
        kept: dict[tuple[str, tuple[str, ...], Kind], tuple[str, Name]] = {}
        for name in names:
            key = comparable(name.text)
            kept.setdefault((key, name.zones, name.kind), (key, name))
        ordered = sorted(kept.values(), key=lambda pair: (pair[1].kind, standing(pair[1].zones[0]), pair[0]))
        self._keys, self._names = tuple(key for key, _name in ordered), tuple(name for _key, name in ordered)
        self._starts = sorted(self._word_starts(lambda kind: kind is not Kind.REGION))
        self._region_starts = sorted(self._word_starts(lambda kind: kind is Kind.REGION))
        self._forgiving = {
            index: key for index, key in enumerate(self._keys) if self._names[index].kind not in _TAKEN_AT_THEIR_WORD
        }

    def _word_starts(self, is_meant: Callable[[Kind], bool]) -> Iterator[tuple[str, int]]:
        """The rest of each name from each of its words on."""
        for index, key in enumerate(self._keys):
            if is_meant(self._names[index].kind):
                yield key, index
                yield from ((key[place + 1 :], index) for place, letter in enumerate(key) if letter == " ")

    def find(self, key: str) -> list[Hit]:
        """The names for a comparable text: those that hold it, else those with all its words, else those like it.

        The likeliest first: closest, then by kind, then those that stand for others, then by the alphabet.
        """
        if not key:
            return []
        return sorted(self._holding(key) or self._with_words(key.split()) or self._alike(key))

    def _holding(self, key: str) -> list[Hit]:
        """In its own letters and in Latin ones: "алма ата" is what French calls Almaty."""
        hits = self._written(key, 0)
        return hits if latin(key) == key else hits + self._written(latin(key), 1)

    def _written(self, key: str, unlike: int) -> list[Hit]:
        hits = []
        for index in set(self._beginning(key)):
            closeness = self._closeness(key, index)
            if self._names[index].kind is not Kind.CODE or closeness is Closeness.SAME:
                hits.append(Hit(closeness, unlike, index, self._names[index], self._keys[index]))
        return hits

    def _beginning(self, key: str) -> Iterator[int]:
        """Names of which a word begins so; one letter is not enough for the thousands of regions."""
        for starts in (self._starts, self._region_starts) if len(key) > 1 else (self._starts,):
            start, end = bisect_left(starts, (key,)), bisect_left(starts, (key + _LAST,))
            yield from (index for _rest, index in starts[start:end])

    def _closeness(self, key: str, index: int) -> Closeness:
        whole = self._keys[index]
        if whole == key:
            return Closeness.SAME
        return Closeness.BEGINS if whole.startswith(key) else Closeness.WORD_BEGINS

    def _with_words(self, words: list[str]) -> list[Hit]:
        """For "zurich switzerland": zones of which each word begins some name."""
        if len(words) < 2:
            return []
        found = [{zone for index in self._beginning(word) for zone in self._names[index].zones} for word in words]
        both = set.intersection(*found)
        return [
            Hit(Closeness.ALL_WORDS, 0, index, self._names[index]._replace(zones=zones), self._keys[index])
            for index in set(self._beginning(words[0]))
            if (zones := tuple(zone for zone in self._names[index].zones if zone in both))
        ]

    def _alike(self, key: str) -> list[Hit]:
        if len(key) < _LEAST_FORGIVEN:
            return []
        alike = process.extract(
            key, self._forgiving, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH, limit=_MOST_FORGIVEN
        )
        return [Hit(Closeness.LIKE, round(100 - score), index, self._names[index], key) for key, score, index in alike]
