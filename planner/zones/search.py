"""The search for a zone: what is typed, in English, French or Russian -> zones, each with the meeting's start there.

Making it takes half a second, for which a window uses a thread; an answer takes some milliseconds.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from planner.local_times import offset_words
from planner.phrases import day_medium
from planner.wording import say
from planner.zones.abbreviations import Meaning, meanings_of
from planner.zones.answers import Found, ZoneAnswer, ZoneGroup, ZoneMatch
from planner.zones.asked import MeetingStart
from planner.zones.index import Closeness, Hit, NameIndex
from planner.zones.moments import times_at
from planner.zones.names import (
    Kind,
    Name,
    all_names,
    best_known_first,
    city_name,
    comparable,
    country_name,
    country_of_zone,
)
from planner.zones.offsets import read_offset

_MOST_ZONES, _MOST_BEGUN = 40, 20
_MOST_OF_A_MEANING = 3
_MOST_PLACES_BESIDE_MEANINGS = 8


class ZoneSearch:
    """``find`` answers a text; an answer without zones says why."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._index = NameIndex(names)

    def prepare(self, start: MeetingStart) -> None:
        """Read all zones around a date, so that the first answer is as quick as the others."""
        self.find("UTC+0", start)
        self.find("UTC", start)

    def find(self, text: str, start: MeetingStart) -> ZoneAnswer:
        """The zones that a text can mean, those meant most likely first."""
        offset = read_offset(text)
        if offset is not None:
            return _at_offset(offset, start)
        hits, meanings = self._by_name(text), meanings_of(text, start)
        if meanings:
            return _by_meaning(text.strip().upper(), meanings, hits, start)
        return _by_place(text, hits, start)

    def _by_name(self, text: str) -> list[Hit]:
        """Closest first. A region tells little in a country of several zones: not where a city of it is called so."""
        hits = self._index.find(comparable(text))
        told = {hit.name.country for hit in hits if hit.name.kind is Kind.CITY and hit.closeness is Closeness.SAME}
        telling = [hit for hit in hits if hit.name.kind is not Kind.REGION or hit.name.country not in told]
        close = [hit for hit in telling if _is_clear(hit) or hit.closeness is Closeness.SAME]
        return close or telling


@cache
def zone_search() -> ZoneSearch:
    """The one search; made when it is first asked for."""
    return ZoneSearch(all_names())


def _is_clear(hit: Hit) -> bool:
    return hit.name.kind is not Kind.REGION or len(hit.name.zones) == 1


def _by_place(text: str, hits: Sequence[Hit], start: MeetingStart) -> ZoneAnswer:
    """One list; a question when the text is the name of a place with several times."""
    if not hits:
        return ZoneAnswer(nothing=_nothing_called(text.strip()))
    first = hits[0]
    most = _MOST_ZONES if first.closeness is Closeness.SAME else _MOST_BEGUN
    matches = _matches(_found(hits, most), start)
    meant = {zone for hit in hits if hit.closeness is Closeness.SAME for zone in hit.name.zones}
    here = tuple(match for match in matches if match.zone in first.name.zones)
    if first.closeness is not Closeness.SAME or len({match.offset_minutes for match in here}) < 2:
        return ZoneAnswer((ZoneGroup("", matches),), is_exact=len(meant) == 1)
    rest = tuple(match for match in matches if match not in here)
    groups = (ZoneGroup("", here), ZoneGroup(say("Further places"), rest))
    return ZoneAnswer(tuple(group for group in groups if group.matches), _which_of(first.name))


def _nothing_called(text: str) -> str:
    if not text:
        return say("Type a city, a country, an abbreviation or an offset, such as Bishkek, Kyrgyzstan, EST or UTC+6.")
    return say(
        "Nothing is called “{text}”. Try a larger city nearby, the country, or an offset such as UTC+6.", text=text
    )


def _which_of(name: Name) -> str:
    country = country_name(name.country)
    if name.kind is Kind.REGION:
        return say("{region}: {country} has several time zones. Which is meant?", region=name.text, country=country)
    return say("{place} has several time zones. Which is meant?", place=country or name.text)


def _found(hits: Iterable[Hit], most: int) -> list[Found]:
    """Each zone once, for the first reason."""
    found: dict[str, Found] = {}
    for hit in hits:
        for zone in hit.name.zones:
            if zone not in found:
                found[zone] = Found(zone, _why(hit, zone))
        if len(found) >= most:
            break
    return list(found.values())[:most]


def _why(hit: Hit, zone: str) -> str:
    """Nothing when the city or the country says it already."""
    name, country = hit.name, country_name(country_of_zone().get(zone, ""))
    if name.kind in {Kind.COUNTRY, Kind.CODE} or hit.key in {comparable(city_name(zone)), comparable(zone)}:
        return ""
    if name.kind is Kind.REGION:
        return say("{region}, {country}", region=name.text, country=country) if _is_clear(hit) else ""
    if name.kind is Kind.OLD_NAME:
        return say("also listed as {name}", name=name.text)
    return name.text


def _by_meaning(letters: str, meanings: Sequence[Meaning], hits: Sequence[Hit], start: MeetingStart) -> ZoneAnswer:
    """The kinds of time under their names, then places that begin with these letters."""
    most = _MOST_OF_A_MEANING if len(meanings) > 1 else _MOST_ZONES
    groups = [ZoneGroup(meaning.name, _matches(meaning.found[:most], start)) for meaning in meanings]
    shown = {match.zone for group in groups for match in group.matches}
    places = [found for found in _found(hits, _MOST_ZONES) if found.zone not in shown][:_MOST_PLACES_BESIDE_MEANINGS]
    if places:
        groups.append(ZoneGroup(say("Places that begin like {letters}", letters=letters), _matches(places, start)))
    if len(meanings) < 2:
        return ZoneAnswer(tuple(groups))
    return ZoneAnswer(tuple(groups), say("{letters} stands for several times. Which is meant?", letters=letters))


def _at_offset(offset: int, start: MeetingStart) -> ZoneAnswer:
    words, day = offset_words(offset), day_medium(start.day.isoformat())
    zones = best_known_first(zone for zone, local in times_at(start).items() if local.utc_offset_minutes == offset)
    if not zones:
        return ZoneAnswer(
            nothing=say("No zone is at {offset} on {day}. Type a city or a country.", offset=words, day=day)
        )
    matches = _matches([Found(zone) for zone in zones], start)
    return ZoneAnswer((ZoneGroup(say("{offset} on {day}", offset=words, day=day), matches),))


def _matches(found: Iterable[Found], start: MeetingStart) -> tuple[ZoneMatch, ...]:
    return tuple(_match(each, start) for each in found)


def _match(found: Found, start: MeetingStart) -> ZoneMatch:
    country = country_name(country_of_zone().get(found.zone, ""))
    return ZoneMatch(found.zone, city_name(found.zone), country, found.why, times_at(start)[found.zone])
