"""Where a line must not end although there is a space, and where a long word may."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

NO_BREAK = "\u00a0"
SEPARATOR = "\u00b7"
"""Between the values of a line; it ends a line and never begins one."""

CHINESE = "\u2e80-\u2fdf\u3003-\u3007\u3021-\u9fff\uf900-\ufaff\uff10-\uff5a"
"""Signs, as a class of a regular expression."""

_KEPT_TOGETHER = re.compile(
    r"((?<![^\s(\u2066\u2067])[A-Z][A-Za-z.]{0,4}\.) (?=\S)"
    r"|(?<=[A-Za-z]) (?=\d{1,2}(?!\d|[:.]\d))"
    r"|(?<=\d) (?=[ap]\.m\.)"
    r"|(?<=\d[:.]\d\d|[ap]\.m\.) (?=[A-Z]{2,5}\b)"
    rf"|(?<=[{CHINESE}]) (?=[{CHINESE}])"
)
""" "H.E. Ms. Nowak", "Roundtable 2", "10.30 a.m.", "13:40 CET", both parts of a Chinese name."""

_AFTER = frozenset("-@/._&=?")
_HYPHENED = re.compile("[^-]*-*")
_PARTS = re.compile(r"[^-@/._&=?]*[-@/._&=?]*")


@lru_cache(maxsize=16384)
def kept_together(text: str) -> str:
    """The text with no-break spaces where words belong together."""
    return _KEPT_TOGETHER.sub(_with_no_break, text)


def _with_no_break(match: re.Match[str]) -> str:
    return f"{match[1] or ''}{NO_BREAK}"


class Cut(Enum):
    """Where a word may be cut: nowhere, at hyphens, or within addresses too."""

    NOWHERE = 0
    HYPHENS = 1
    ADDRESSES = 2


def parts_of_word(word: str, cut: Cut) -> list[str]:
    """The word in the parts into which it may be cut."""
    is_address = "@" in word or "/" in word
    if cut is Cut.NOWHERE or (is_address and cut is Cut.HYPHENS):
        return [word]
    parts = _PARTS if is_address else _HYPHENED
    return [part for part in parts.findall(word) if part]


def broken(word: str, widths: Sequence[float], room: float) -> Iterator[str]:
    """Pieces of a word no wider than ``room``, where it can be cut after a hyphen or the like; ``widths`` are those
    of its characters. Each piece has one character at least."""
    start, used = 0, 0.0
    for index, step in enumerate(widths):
        if index > start and used + step > room:
            cut = _cut(word, start, index)
            yield word[start:cut]
            start, used = cut, sum(widths[cut:index])
        used += step
    yield word[start:]


def _cut(word: str, start: int, end: int) -> int:
    """After the last sign at which addresses and double names are parted, unless that leaves less than half."""
    for place in range(end, (start + end) // 2, -1):
        if word[place - 1] in _AFTER:
            return place
    return end
