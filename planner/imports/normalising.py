"""Texts made comparable: no case, no accents, no punctuation; Cyrillic as Latin where names are compared."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_LATIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}
    | {"і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u", "ң": "n", "ө": "o", "ү": "u", "ә": "a", "қ": "k", "ғ": "g"}
)
_NO_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """ "  Côte-d'Or " -> "cote d or"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _NO_WORD.sub(" ", letters.casefold()).strip()


@lru_cache(maxsize=65_536)
def name_key(text: str) -> str:
    """The words of a name in order of the alphabet, in Latin letters: "NOWAK, Anna" -> "anna nowak"."""
    return " ".join(sorted(in_latin(plain(text)).split()))


def in_latin(text: str) -> str:
    """A plain text in Latin letters: "алма ата" -> "alma ata"."""
    return text.translate(_LATIN)


def digits_of(text: str) -> tuple[str, ...]:
    """Numbers in a text: "Council 1" and "Council 2" are never alike."""
    return tuple(re.findall(r"\d+", text))
