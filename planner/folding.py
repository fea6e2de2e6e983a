"""Text as searching and matching see it: without case, accents and letters that only look different."""

import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ё": "е", "’": "'"}
)
"""Letters that Unicode does not take apart into a plain one and its accent."""


def folded(text: str) -> str:
    """ "Łódź" -> "lodz", "STRASSE" and "Straße" -> "strasse"."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_LETTERS)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, without punctuation: "NOWAK, Anna-Maria" -> nowak, anna, maria."""
    return tuple("".join(letter if letter.isalnum() else " " for letter in folded(text)).split())


def search_text(parts: Iterable[str]) -> str:
    """What a search looks into: the parts folded, one a line, so that no match runs over two of them."""
    return folded("\n".join(parts))
