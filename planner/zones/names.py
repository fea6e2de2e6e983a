"""What zones are called in English, French and Russian, and by their older names.

Cities, countries and kinds of time are those of CLDR (babel), zones and their countries those of the IANA data,
regions those of ISO 3166-2 (pycountry): Geneva is no city of CLDR, but a region of a country with one zone.
"""

import gettext
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import cache
from typing import Any, NamedTuple

import pycountry
from babel import Locale
from babel.core import get_global

from planner.folding import folded_words
from planner.imports.countries import similar_names
from planner.imports.normalising import in_latin
from planner.local_times import zone_city, zone_names, zones_by_country

LANGUAGES = ("en", "fr", "ru")


class Kind(IntEnum):
    """What a name names; earlier kinds come first in an answer. A code is only ever meant as a whole."""

    CITY = 0
    COUNTRY = 1
    CODE = 2
    OLD_NAME = 3
    KIND_OF_TIME = 4
    REGION = 5


class Name(NamedTuple):
    """A name as written, and the zones it can mean, the best known first. ``country`` is an ISO code, or empty."""

    text: str
    kind: Kind
    zones: tuple[str, ...]
    country: str = ""


def comparable(text: str) -> str:
    """ "Нью-Йорк" -> "нью иорк", "Europe/Zurich" -> "europe zurich"."""
    return " ".join(folded_words(text))


def latin(key: str) -> str:
    """A comparable text in Latin letters."""
    return in_latin(key)


@cache
def _aliases() -> Mapping[str, str]:
    return {str(old): str(new) for old, new in get_global("zone_aliases").items()}


@cache
def canonical_zones() -> tuple[str, ...]:
    """The zones an answer can hold: those in use, each under its present name alone."""
    known = set(zone_names())
    return tuple(zone for zone in zone_names() if _aliases().get(zone) not in known)


@cache
def _canonical() -> frozenset[str]:
    return frozenset(canonical_zones())


def canonical(name: str) -> str | None:
    """ "Asia/Calcutta" -> "Asia/Kolkata"; None for a name that leads to no zone in use."""
    present = _aliases().get(name, name)
    for zone in (name, present, present.removeprefix("Etc/")):
        if zone in _canonical():
            return zone
    return None


@cache
def country_of_zone() -> Mapping[str, str]:
    """Zone -> ISO 3166 code."""
    return {zone: code for code, zones in zones_by_country().items() for zone in zones}


@cache
def _known_best() -> frozenset[str]:
    """The zones that CLDR lets stand for all of their time and country."""
    chosen = (canonical(str(zone)) for zone in get_global("windows_zone_mapping").values())
    return frozenset(zone for zone in chosen if zone is not None)


def standing(zone: str) -> int:
    """0 for the zones that stand for others, 1 for all others."""
    return 0 if zone in _known_best() else 1


def best_known_first(zones: Iterable[str]) -> tuple[str, ...]:
    """In the order given, but those that stand for others before them."""
    return tuple(sorted(zones, key=standing))


def standing_for(name: str, zones: Iterable[str]) -> tuple[str, ...]:
    """As ``best_known_first``, but first the one that stands for this time: New York for Eastern Standard Time."""
    first = canonical(str(get_global("windows_zone_mapping").get(name, "")))
    return tuple(sorted(best_known_first(zones), key=lambda zone: zone != first))


@cache
def _cities(language: str) -> Mapping[str, str]:
    """Zone -> what CLDR calls its city in a language, where that differs from the zone's name."""
    found = {}
    for name, words in Locale.parse(language).time_zones.items():
        zone, city = canonical(str(name)), words.get("city")
        if zone is not None and city:
            found[zone] = str(city)
    return found


def city_name(zone: str) -> str:
    """In English: "Kyiv", "New York"."""
    return _cities("en").get(zone) or zone_city(zone)


@cache
def _territories() -> Mapping[str, str]:
    return {str(code): str(name) for code, name in Locale.parse("en").territories.items()}


def country_name(code: str) -> str:
    """In English; empty for no code."""
    return _territories().get(code, "")


@cache
def kinds_of_time() -> Mapping[str, str]:
    """Zone -> CLDR's key of the time it keeps at present, such as "America_Central"."""
    found = {}
    for name, key in get_global("meta_zones").items():
        zone = canonical(str(name))
        if zone is not None:
            found[zone] = str(key)
    return found


def long_names(zone: str, language: str = "en") -> Mapping[str, str]:
    """Variant (generic, standard, daylight) -> name of a zone's time; its own names before those it shares."""
    locale = Locale.parse(language)
    shared = locale.meta_zones.get(kinds_of_time().get(zone, ""), {}).get("long", {})
    own: Any = _own_names(language).get(zone, {})
    return {str(key): str(name) for key, name in {**shared, **own}.items()}


@cache
def _own_names(language: str) -> Mapping[str, Any]:
    zones = Locale.parse(language).time_zones.items()
    return {canonical(str(name)) or "": dict(words.get("long", {})) for name, words in zones}


def all_names() -> Iterator[Name]:
    """Every name of every zone; some come twice."""
    yield from _city_names()
    yield from _old_names()
    yield from _country_names()
    yield from _names_of_time()
    yield from _region_names()


def _city_names() -> Iterator[Name]:
    for zone in canonical_zones():
        country = country_of_zone().get(zone, "")
        yield Name(zone_city(zone), Kind.CITY, (zone,), country)
        yield Name(zone, Kind.OLD_NAME, (zone,), country)
        yield from (
            Name(_cities(each)[zone], Kind.CITY, (zone,), country) for each in LANGUAGES if zone in _cities(each)
        )


def _old_names() -> Iterator[Name]:
    for old in _aliases():
        zone = canonical(old)
        if zone is not None and "/" in old:
            yield Name(zone_city(old), Kind.OLD_NAME, (zone,))
            yield Name(old, Kind.OLD_NAME, (zone,))


@cache
def _zones_by_country() -> Mapping[str, tuple[str, ...]]:
    return {code: best_known_first(zones) for code, zones in zones_by_country().items()}


def _country_names() -> Iterator[Name]:
    zones = _zones_by_country()
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code in zones:
                yield Name(str(name), Kind.COUNTRY, zones[code], str(code))
    for name, code in similar_names().items():
        if code in zones:
            yield Name(name, Kind.COUNTRY, zones[code], code)
    for land in pycountry.countries:
        if land.alpha_2 in zones:
            yield from (
                Name(code, Kind.CODE, zones[land.alpha_2], land.alpha_2) for code in (land.alpha_2, land.alpha_3)
            )


def _names_of_time() -> Iterator[Name]:
    zones_of: dict[str, list[str]] = {}
    for zone in canonical_zones():
        for language in LANGUAGES:
            for name in set(long_names(zone, language).values()):
                zones_of.setdefault(name, []).append(zone)
    for name, zones in zones_of.items():
        yield Name(name, Kind.KIND_OF_TIME, standing_for(name, zones))


def _region_names() -> Iterator[Name]:
    translations = [
        gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for language in LANGUAGES
    ]
    zones = _zones_by_country()
    for region in pycountry.subdivisions:
        if region.country_code in zones:
            names = {region.name, *(translation.gettext(region.name) for translation in translations)}
            yield from (Name(name, Kind.REGION, zones[region.country_code], region.country_code) for name in names)
