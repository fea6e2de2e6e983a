"""Names as people write them -> honorific, given name, family name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.imports.normalising import plain

_HONORIFICS = {
    "he": "H.E.", "se": "H.E.", "his excellency": "H.E.", "her excellency": "H.E.", "son excellence": "H.E.",
    "ее превосходительство": "H.E.", "его превосходительство": "H.E.",
    "mr": "Mr.", "mister": "Mr.", "m": "Mr.", "monsieur": "Mr.", "г н": "Mr.", "господин": "Mr.", "herr": "Mr.",
    "ms": "Ms.", "mrs": "Ms.", "miss": "Ms.", "mme": "Ms.", "madame": "Ms.", "mlle": "Ms.", "г жа": "Ms.",
    "госпожа": "Ms.", "frau": "Ms.", "mx": "Mx.", "dr": "Dr.", "doctor": "Dr.", "docteur": "Dr.", "д р": "Dr.",
    "prof": "Prof.", "professor": "Prof.", "professeur": "Prof.", "проф": "Prof.", "профессор": "Prof.",
    "amb": "Amb.", "ambassador": "Amb.", "hon": "Hon.", "sir": "Sir", "dame": "Dame", "rev": "Rev.", "fr": "Fr.",
    "the hon": "Hon.", "the honourable": "Hon.", "honourable": "Hon.", "the honorable": "Hon.", "honorable": "Hon.",
    "dr hab": "Dr.", "archbishop": "Archbishop", "archeveque": "Archbishop", "msgr": "Msgr.", "mgr": "Msgr.",
}  # fmt: skip
_ORDER = tuple(dict.fromkeys(_HONORIFICS.values()))
_EXCELLENCY = re.compile(r"^(?:[HS]\s*\.\s*E\b\.?|Е\s*\.\s*П\b\.?|HE\b\.?)\s*", re.IGNORECASE)
_PARTICLE = re.compile(r"van|von|de|da|dei?|del|della|der|den|dos|das|du|di|la|le|ten|ter|zur?|bin|ibn|al|el|af|av")
_BRACKETED = re.compile(r"\(([^)]*)\)")
_FUNCTION = re.compile(
    r"\b(?:minist|direct|presiden|secretar|secretair|head\b|chief|chef|ambassad|advis|conseil|counsel|officer|manager|"
    r"coordinat|deputy|vice|chair|professor|expert|represent|commission|mayor|maire|министр|директор|президент|секретар|"
    r"начальник|руководител|посол|советник|заместител|представител|эксперт|специалист|координатор)"
)
_AFTER_NAMES = re.compile(r"(?:(?:mp|mep|ph d|phd|md|esq|jr|sr|obe|cbe|mba|msc|ma|llm|frs|qc|kc|prof|dr)\b ?)+")
_RUSSIAN_FAMILY = re.compile(r"[а-яё-]{3,}(?:ов|ова|ев|ева|ёв|ёва|ский|ская|цкий|цкая|енко)", re.IGNORECASE)
_LONGEST_INITIALS = 4
_INITIALS = re.compile(r"(?:[^\W\d]\.-?){1,3}")
_PATRONYMIC = re.compile(r".*(вич|вна|ична|оглы|кызы|уулу)$", re.IGNORECASE)
_NOBODY_WORDS = frozenset(
    {"", "tbc", "tbd", "tba", "na", "n a", "none", "nobody", "to be confirmed", "to be named", "to be determined"}
    | {"to be announced", "speaker to be named", "a confirmer", "a designer", "non designe", "neant", "unknown"}
    | {"будет уточнено", "уточняется", "нет", "не определен", "будет определен", "по согласованию"}
)
_SEVERAL = re.compile(r"[;\n]|\s(?:and|et|и|&)\s|\s/\s")
_ADDRESS = re.compile(r"[<(\[]?\s*(?:mailto:)?[^\s<>;,()]+@[^\s<>;,()]+\s*[>)\]]?")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts, and a function written behind it; all are empty when nobody is named."""

    honorific: str = ""
    given: str = ""
    family: str = ""
    function: str = ""

    @property
    def full(self) -> str:
        return " ".join(part for part in (self.given, self.family) if part)


NOBODY = Name()


def is_nobody(text: str) -> bool:
    """Whether a cell says that somebody is still to be named."""
    return plain(text) in _NOBODY_WORDS


def names_several(text: str) -> bool:
    """Whether a cell names more than one person; "Garcia Lopez, Ana Maria" may be one."""
    named = without_address(text).strip()
    if _SEVERAL.search(named) is not None:
        return True
    if "," not in named:
        return False
    parts = [part.strip() for part in named.split(",")]
    titled = [part for part in parts[1:] if split_honorific(part)[0] and not _FUNCTION.search(plain(part))]
    whole = [part.split() for part in parts if len(part.split()) > 1 and not _FUNCTION.search(plain(part))]
    same_family = len(whole) == len(parts) == 2 and whole[0][-1] == whole[1][-1]
    return (bool(titled) and bool(split_honorific(parts[0])[0])) or same_family or len(whole) > 2


def bracketed_in(text: str) -> list[str]:
    """ "Ms. Anna Nowak (Poland)" -> what stands in brackets."""
    return [words.strip() for words in _BRACKETED.findall(text)]


def without_address(text: str) -> str:
    """ "Ann Alpha <ann@example.org>" -> "Ann Alpha"."""
    return _ADDRESS.sub(" ", text) if "@" in text else text


@lru_cache(maxsize=8192)
def parse_name(text: str) -> Name:
    """ "H.E. Ms. Anna Nowak", "NOWAK, Anna", "Новак Анна Ивановна" -> the parts."""
    text = without_address(text)
    if is_nobody(text):
        return NOBODY
    bracketed = _BRACKETED.findall(text)
    function = next((words.strip() for words in bracketed if _FUNCTION.search(plain(words))), "")
    honorific, rest = split_honorific(" ".join(_BRACKETED.sub(" ", text).split()))
    if is_nobody(rest):
        return NOBODY
    before, _comma, after = (part.strip() for part in rest.partition(","))
    if _AFTER_NAMES.fullmatch(plain(after)):
        rest, after = before, ""
    if after and _is_function(before, after):
        function, rest, after = after, before, ""
    if after:
        more, given = split_honorific(after)
        if len(given) > _LONGEST_INITIALS and given.isupper() and not before.isupper():
            before, given = given, before
        return Name(_joined(honorific, more), given, lowered(before), function)
    given, family = _split(rest.replace(",", "").split())
    return Name(honorific, lowered(given), lowered(family), function)


def _is_function(before: str, after: str) -> bool:
    """ "Anna Nowak, Deputy Minister" is no "Nowak, Anna"."""
    is_whole_name = len(before.split()) > 1 and not before.isupper() and not _PARTICLE.fullmatch(before.split()[0])
    return is_whole_name and (_FUNCTION.search(plain(after)) is not None or len(after.split()) > 2)


def split_honorific(text: str) -> tuple[str, str]:
    """Honorifics before a name, in the usual English form, and the rest."""
    found: list[str] = []
    match = _EXCELLENCY.match(text)
    if match is not None:
        found.append("H.E.")
        text = text[match.end() :]
    words = text.split()
    while len(words) > 1:
        count = next((n for n in (2, 1) if len(words) > n and _title(words[:n])), 0)
        if not count:
            break
        found.append(_title(words[:count]))
        words = words[count:]
    return _joined(*found), " ".join(words)


def honorific_of(text: str) -> str:
    """What a cell of honorifics means in English: "Mme" -> "Ms."; its own words when they are not known."""
    known, rest = split_honorific(f"{text} X")
    return known if known and rest == "X" else text.strip()


def _title(words: list[str]) -> str:
    return _HONORIFICS.get(plain(" ".join(words)), "")


def _joined(*honorifics: str) -> str:
    words = {word for honorific in honorifics for word in honorific.split()}
    return " ".join(word for word in _ORDER if word in words)


def _split(words: list[str]) -> tuple[str, str]:
    if len(words) < 2:
        return "", " ".join(words)
    if _INITIALS.fullmatch(words[-1]):
        return words[-1], " ".join(words[:-1])
    capitals = [word for word in words if word.isupper() and len(word) > 1 and "." not in word]
    if capitals and len(capitals) < len(words):
        return " ".join(word for word in words if word not in capitals), " ".join(capitals)
    if len(words) == 2 and _RUSSIAN_FAMILY.fullmatch(words[0]) and not _RUSSIAN_FAMILY.fullmatch(words[1]):
        return words[1], words[0]
    if len(words) == 3 and _PATRONYMIC.match(words[2]):
        return " ".join(words[1:]), words[0]
    start = next(
        (n for n, word in enumerate(words) if 0 < n < len(words) - 1 and _PARTICLE.fullmatch(word)), len(words) - 1
    )
    return " ".join(words[:start]), " ".join(words[start:])


def lowered(text: str) -> str:
    """ "NOWAK-BĄK" -> "Nowak-Bąk"; mixed case stays as written."""
    return " ".join(_lowered_word(word) for word in text.split())


def _lowered_word(word: str) -> str:
    if word.isupper() and _PARTICLE.fullmatch(word.casefold()):
        return word.casefold()
    return word.title() if word.isupper() and len(word.strip(".")) > 2 else word
