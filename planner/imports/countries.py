"""Countries by any usual name in English, French and Russian, by their official names and by ISO 3166 codes.

Names in the languages of the UNECE States themselves ("Magyarország") are loaded for a name that is none of these.
"""

import csv
import gettext
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import pycountry
from babel import Locale
from babel.languages import get_official_languages
from babel.localedata import exists as locale_exists

from planner.imports.normalising import plain
from planner.resources import resource

_LANGUAGES = ("en", "fr", "ru")
_ARTICLES = re.compile(r"\b(the|of|and|la|le|les|l|de|du|des|et|и)\b")
_PREFIX = re.compile(
    r"^(?:(?:the )?(?:government|permanent mission|mission|permanent delegation|delegation|embassy) of "
    r"|gouvernement (?:de |du |des )?|mission permanente (?:de |du |des )?|delegation (?:de |du |des )?"
    r"|правительство |постоянное представительство |делегация )"
)
_REPUBLIC = re.compile(r"^(?:the )?(?:republic of|rep of|republique (?:de|du|d)|республика|респ|р) ")
_SHORTEST_NAME = 4
_MOST_SPACES = 4
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_FURTHER = {
    "US": ("USA", "United States of America", "США", "Etats-Unis d'Amérique", "America"),
    "GB": ("UK", "Great Britain", "Britain", "Великобритания", "Grande-Bretagne", "Соединенное Королевство"),
    "RU": ("Russia", "Russie", "РФ"),
    "NL": ("Holland", "Kingdom of the Netherlands", "Netherlands (Kingdom of the)", "Голландия"),
    "CZ": ("Czech Republic", "République tchèque", "Чешская Республика"),
    "KG": ("Kirghizistan", "Kirgizstan", "Кыргызстан", "Киргизстан", "Кыргызская Республика", "Kirghizie"),
    "MD": ("Moldova", "Republic of Moldova", "Moldavie", "Молдавия", "Республика Молдова"),
    "BY": ("Белоруссия", "Biélorussie", "Byelorussia"),
    "MK": ("Macedonia", "FYROM", "The former Yugoslav Republic of Macedonia", "Македония"),
    "TR": ("Turkey", "Turkiye", "Republic of Turkey", "Turquie"),
    "BA": ("Bosnia", "BiH", "Bosnia & Herzegovina", "Босния и Герцеговина"),
    "VA": ("Holy See", "Saint-Siège", "Святой Престол", "Vatican"),
    "UA": ("Украина",), "KZ": ("Казахстан",), "TJ": ("Таджикистан",), "TM": ("Туркмения",), "UZ": ("Узбекистан",),
    "CI": ("Ivory Coast",), "CV": ("Cape Verde",), "SZ": ("Swaziland",), "SY": ("Syria",), "IR": ("Iran",),
    "KR": ("South Korea",), "KP": ("North Korea",), "VN": ("Vietnam",), "LA": ("Laos",), "TZ": ("Tanzania",),
}  # fmt: skip


@lru_cache(maxsize=8192)
def country_code(text: str) -> str:
    """ "Kyrgyz Republic", "Кыргызстан", "KGZ" -> "KG"; empty when it is no country."""
    stripped = text.strip()
    if stripped.isupper() and len(stripped) in (2, 3):
        code = _codes_by_code().get(stripped)
        if code is not None:
            return code
    key = _PREFIX.sub("", plain(stripped))
    names = (_name(key), _name(plain(_BRACKETS.sub("", stripped))), _name(_REPUBLIC.sub("", key)))
    found = next((code for name in names if (code := _codes_by_name().get(name))), "")
    return found or _code_in_its_language(key)


def _code_in_its_language(key: str) -> str:
    is_a_name = len(key) >= _SHORTEST_NAME and key.count(" ") <= _MOST_SPACES and not any(map(str.isdigit, key))
    return _codes_in_their_languages().get(key, "") if is_a_name else ""


@cache
def _codes_in_their_languages() -> Mapping[str, str]:
    """What CLDR calls countries in the official languages of the UNECE States; words that mean two are left out."""
    languages = {language.split("_")[0] for code in member_states() for language in get_official_languages(code)}
    known = {land.alpha_2 for land in pycountry.countries}
    found: dict[str, set[str]] = {}
    for language in sorted(filter(locale_exists, languages.difference(_LANGUAGES))):
        for code, name in Locale.parse(language).territories.items():
            if code in known:
                found.setdefault(plain(str(name)), set()).add(code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


def country_name(code: str) -> str:
    """The name the program writes: of UNECE's list, else the usual English one."""
    member = member_states().get(code)
    return member or str(Locale.parse("en").territories.get(code, code))


def similar_names() -> Mapping[str, str]:
    """Every known name, made comparable -> its code; for names that are misspelled."""
    return _codes_by_name()


@cache
def member_states() -> Mapping[str, str]:
    """Code -> name of the UNECE member States."""
    with resource("data", "unece_member_states.csv").open(encoding="utf-8", newline="") as file:
        return {line["iso_3166"]: line["name"] for line in csv.DictReader(file)}


@cache
def _codes_by_code() -> Mapping[str, str]:
    return {code: land.alpha_2 for land in pycountry.countries for code in (land.alpha_2, land.alpha_3)} | {"UK": "GB"}


@cache
def _codes_by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, name in _names():
        found.setdefault(_name(plain(name)), code)
    found.pop("", None)
    return found


def _name(key: str) -> str:
    return " ".join(_ARTICLES.sub(" ", key).split())


def _names() -> Iterator[tuple[str, str]]:
    yield from member_states().items()
    yield from ((code, name) for code, names in _FURTHER.items() for name in names)
    yield from _official_names()
    known = {land.alpha_2 for land in pycountry.countries}
    for language in _LANGUAGES:
        territories = Locale.parse(language).territories
        yield from ((code, str(name)) for code, name in territories.items() if code in known)


def _official_names() -> Iterator[tuple[str, str]]:
    translations = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for language in _LANGUAGES
    ]
    for land in pycountry.countries:
        for field in ("name", "official_name", "common_name"):
            name = getattr(land, field, "")
            if name:
                yield from ((land.alpha_2, translation.gettext(name)) for translation in translations)
