"""What Poppler is told of words from right to left, so that it gives them as they were written."""

import re
import unicodedata

_LEFT_TO_RIGHT_MARK = "\u200e"
_RIGHT_TO_LEFT_MARK = "\u200f"

_STOPS = ("L", "EN", "AN", "ES", "CS", "ET")
_STRETCH = re.compile(r"R(?:[nm]*R)*m*")


def turned(text: str) -> str:
    """The text in the order in which Poppler would find it on a page, from left to right.

    It turns round again whatever stands from one right-to-left letter up to a Latin one or a number, and points,
    commas and hyphens are numbers to it.
    """
    kinds = "".join(map(_kind, text))
    found, end = "", 0
    for match in _STRETCH.finditer(kinds):
        start, last = match.span()
        is_marked = kinds[last - 1] == "m"
        found += text[end:start] + _RIGHT_TO_LEFT_MARK * is_marked + text[start:last][::-1]
        found += _LEFT_TO_RIGHT_MARK * (kinds[last : last + 1] != "s")
        end = last
    return found + text[end:]


def is_turned_as_drawn(text: str) -> bool:
    """Whether Poppler finds out for itself how the text is read: letters, and neutral signs that are seen."""
    is_seen = not any(unicodedata.category(character) in ("Mn", "Cf") for character in text)
    return is_seen and turned(text) == text[::-1] + _LEFT_TO_RIGHT_MARK


def would_turn_with(text: str) -> bool:
    """Whether Poppler would take the beginning of the text for a part of right-to-left words before it."""
    return _kind(text[:1] or "s") == "n"


def _kind(character: str) -> str:
    """A right-to-left letter, a mark on one, what ends a stretch of them, or a neutral sign."""
    kind = unicodedata.bidirectional(character)
    if kind in ("R", "AL"):
        return "R"
    return "s" if kind in _STOPS else "m" if kind == "NSM" else "n"
