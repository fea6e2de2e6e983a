"""Texts that keep their own direction inside a line: what stands around them does not turn (UAX 9, isolates)."""

import unicodedata

LEFT_TO_RIGHT, RIGHT_TO_LEFT, END = "\u2066", "\u2067", "\u2069"
OPENING = LEFT_TO_RIGHT + RIGHT_TO_LEFT
ISOLATES = OPENING + END
"""Characters that nobody sees."""

_TAKEN_OUT = str.maketrans("", "", ISOLATES)
_STRONG = {"L": LEFT_TO_RIGHT, "R": RIGHT_TO_LEFT, "AL": RIGHT_TO_LEFT}


def isolated(text: str) -> str:
    """A name or another value, for a line of several; it reads in the direction of its first letter."""
    if text.isascii():
        return text
    kinds = [unicodedata.bidirectional(character) for character in text]
    if not {"R", "AL"}.intersection(kinds):
        return text
    first = next(_STRONG[kind] for kind in kinds if kind in _STRONG)
    return f"{first}{without_isolates(text)}{END}"


def without_isolates(text: str) -> str:
    """The text as people see it."""
    return text if text.isascii() else text.translate(_TAKEN_OUT)


def has_isolates(text: str) -> bool:
    return not text.isascii() and any(character in text for character in ISOLATES)


def end_of_isolate(text: str, start: int) -> int:
    """Where the isolate that begins at ``start`` is closed; the end of the text where nothing closes it."""
    depth = 0
    for index in range(start, len(text)):
        if text[index] == END:
            depth -= 1
        elif text[index] in ISOLATES:
            depth += 1
        if depth == 0:
            return index
    return len(text)
