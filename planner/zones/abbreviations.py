"""Abbreviations such as CST: which zones wear them around a meeting's date, and what they stand for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from planner.local_times import offset_words
from planner.wording import say
from planner.zones.answers import Found
from planner.zones.asked import MeetingStart
from planner.zones.moments import Worn, worn_around
from planner.zones.names import canonical_zones, long_names, standing_for

_LEAST_INITIALS = 3
_KEPT = 8
_SUMMER, _WINTER = "daylight", "standard"


class Meaning(NamedTuple):
    """One thing that an abbreviation can stand for: "Central Standard Time" and its zones, the best known first."""

    name: str
    found: tuple[Found, ...]


def meanings_of(text: str, start: MeetingStart) -> tuple[Meaning, ...]:
    """What an abbreviation can mean; nothing when it is none.

    Zones that wear it at one offset keep one kind of time. When no more than one such kind is found, the initials of
    CLDR's names count too, for zones that have no letters in the zone data: BST is British Summer Time there, and
    Bangladesh Standard Time to those who live by it.
    """
    letters = text.strip().upper()
    if not letters.isascii() or not letters.isalpha():
        return ()
    worn = _wearers(start).get(letters, {})
    named = [(_kind_of_time(zones, start, offset), zones) for offset, zones in worn.items()]
    if len(named) < 2 and len(letters) >= _LEAST_INITIALS:
        told = [name for name, _zones in named]
        named += [(name, kept) for name, kept in _meant_by_initials(letters, start) if name not in told]
    return tuple(Meaning(name, _found(letters, standing_for(name, zones), start)) for name, zones in named)


@lru_cache(maxsize=_KEPT)
def _wearers(start: MeetingStart) -> Mapping[str, Mapping[int, list[str]]]:
    """Abbreviation in capitals -> offset it is worn at -> zones; what is worn by most comes first."""
    found: dict[str, dict[int, list[str]]] = {}
    for zone, seasons in worn_around(start).items():
        for worn in set(seasons):
            if worn.letters.isalpha():
                found.setdefault(worn.letters.upper(), {}).setdefault(worn.offset_minutes, []).append(zone)
    return {
        letters: dict(sorted(kinds.items(), key=lambda kind: (-len(kind[1]), kind[0])))
        for letters, kinds in found.items()
    }


def _kind_of_time(zones: Iterable[str], start: MeetingStart, offset: int) -> str:
    """What CLDR calls the time that most of these zones keep at this offset."""
    names = Counter(name for zone in zones if (name := _name_at(zone, start, offset)))
    return names.most_common(1)[0][0] if names else offset_words(offset)


def _name_at(zone: str, start: MeetingStart, offset: int) -> str:
    usual = min(worn.offset_minutes for worn in worn_around(start)[zone])
    return long_names(zone).get(_SUMMER if offset > usual else _WINTER, "")


@cache
def _by_initials() -> Mapping[str, tuple[tuple[str, list[str]], ...]]:
    named: dict[str, list[str]] = {}
    for zone in canonical_zones():
        name = long_names(zone).get(_WINTER)
        if name is not None:
            named.setdefault(name, []).append(zone)
    found: dict[str, tuple[tuple[str, list[str]], ...]] = {}
    for name, zones in sorted(named.items()):
        initials = "".join(word[0] for word in name.split()).upper()
        found[initials] = (*found.get(initials, ()), (name, zones))
    return found


def _meant_by_initials(letters: str, start: MeetingStart) -> Iterator[tuple[str, list[str]]]:
    worn = worn_around(start)
    for name, zones in _by_initials().get(letters, ()):
        unlettered = [zone for zone in zones if not worn[zone][0].letters.isalpha()]
        if unlettered:
            yield name, unlettered


def _found(letters: str, zones: Iterable[str], start: MeetingStart) -> tuple[Found, ...]:
    """A zone that is called so itself comes first."""
    return tuple(
        Found(zone, _why(letters, worn_around(start)[zone])) for zone in sorted(zones, key=lambda zone: zone != letters)
    )


def _why(letters: str, seasons: tuple[Worn, ...]) -> str:
    now = seasons[0].letters
    if now.upper() == letters or letters not in {worn.letters.upper() for worn in seasons}:
        return ""
    return say("{now} on the meeting's date, {letters} half a year away", now=now, letters=letters)
