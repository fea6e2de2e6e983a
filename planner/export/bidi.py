"""In which direction each character of a line is read: the Unicode Bidirectional Algorithm (UAX 9) for one line.

The line itself runs from left to right. There are isolates, but no embeddings: ``drawable_text`` takes them out.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from planner.export.isolates import ISOLATES, OPENING, RIGHT_TO_LEFT, end_of_isolate, has_isolates

_RIGHT_TO_LEFT_KINDS = ("R", "AL", "AN", "RLI", "LRI", "PDI")
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""Numbers count as right-to-left beside neutral characters (rule N1)."""

_PAIRS = {"(": ")", "[": "]", "{": "}", "\u00ab": "\u00bb", "\u2039": "\u203a"}
_MIRRORED = str.maketrans(_PAIRS | {close: opening for opening, close in _PAIRS.items()} | {"<": ">", ">": "<"})


def is_right_to_left(text: str) -> bool:
    """Whether any character of the text is written from right to left, or says that the direction may turn."""
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT_KINDS for character in text)


def bidi_levels(text: str) -> list[int]:
    """A level a character: even is read from left to right, odd from right to left."""
    return _levels(text, 0)


def _levels(text: str, base: int) -> list[int]:
    """The levels of a text that as a whole is of level ``base``."""
    inner = dict(_isolates_in(text)) if has_isolates(text) else {}
    inside = {index for start, end in inner.items() for index in range(start + 1, end + 1)}
    outside = [index for index in range(len(text)) if index not in inside]
    levels = [base] * len(text)
    for index, kind in zip(outside, _kinds(text, outside, base), strict=True):
        levels[index] = _level(kind, base)
    for start, end in inner.items():
        own = base + 1 if (text[start] == RIGHT_TO_LEFT) is (base % 2 == 0) else base + 2
        levels[start + 1 : end] = _levels(text[start + 1 : end], own)
        levels[end : end + 1] = levels[start : start + len(text[end : end + 1])]
    return levels


def _kinds(text: str, outside: Sequence[int], base: int) -> list[str]:
    """L, R, EN or AN for each character outside isolates, which count as neutral ones."""
    direction, characters = "R" if base % 2 else "L", [text[index] for index in outside]
    kinds = [unicodedata.bidirectional(character) or "L" for character in characters]
    kinds = ["ON" if character in ISOLATES else kind for character, kind in zip(characters, kinds, strict=True)]
    _resolve_weak(kinds, direction)
    _resolve_brackets(kinds, characters, direction)
    _resolve_neutral(kinds, direction)
    return kinds


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base % 2:
        return base if kind == "R" else base + 1
    return base + {"L": 0, "R": 1}.get(kind, 2)


def _isolates_in(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each isolate that stands in no other."""
    index = 0
    while index < len(text):
        if text[index] in OPENING:
            end = end_of_isolate(text, index)
            yield index, end
            index = end
        index += 1


def visual_order(levels: Sequence[int]) -> list[int]:
    """Indices of items in the order in which they stand from left to right (rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        reordered: list[int] = []
        for inside, group in groupby(order, key=lambda index: levels[index] >= level):
            indices = list(group)
            reordered.extend(reversed(indices) if inside else indices)
        order = reordered
    return order


def mirrored(text: str) -> str:
    """Brackets as they look from the other side (rule L4)."""
    return text.translate(_MIRRORED)


def _resolve_weak(kinds: list[str], direction: str) -> None:
    """Rules W1 to W7, in place; ``direction`` is that of the whole text."""
    strong, before = direction, direction
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[index] = before = kind
    _resolve_separators(kinds)
    _resolve_numbers(kinds, direction)


def _resolve_separators(kinds: list[str]) -> None:
    """Rules W3 to W6: "1,000", "10 %"."""
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for index in range(1, len(kinds) - 1):
        around = {kinds[index - 1], kinds[index + 1]}
        if (kinds[index] == "ES" and around == {"EN"}) or (kinds[index] == "CS" and around in ({"EN"}, {"AN"})):
            kinds[index] = around.pop()
    for start, end in _stretches(kinds, ("ET",)):
        beside = {kinds[start - 1] if start else "", kinds[end] if end < len(kinds) else ""}
        kinds[start:end] = ["EN" if "EN" in beside else "ON"] * (end - start)
    kinds[:] = ["ON" if kind in ("ES", "CS", "ET") else kind for kind in kinds]


def _resolve_numbers(kinds: list[str], direction: str) -> None:
    """Rule W7: a number after Latin words is part of them."""
    strong = direction
    for index, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _resolve_brackets(kinds: list[str], text: Sequence[str], direction: str) -> None:
    """Rule N0: a pair of brackets takes the direction of what it holds."""
    open_ones: list[int] = []
    for index, character in enumerate(text):
        if character in _PAIRS and kinds[index] == "ON":
            open_ones.append(index)
        elif open_ones and character == _PAIRS[text[open_ones[-1]]]:
            opening = open_ones.pop()
            kinds[opening] = kinds[index] = _direction_of_pair(kinds, opening, index, direction)


def _direction_of_pair(kinds: list[str], opening: int, close: int, direction: str) -> str:
    inside = {_STRONG[kind] for kind in kinds[opening + 1 : close] if kind in _STRONG}
    if direction in inside:
        return direction
    if inside:
        before = [_STRONG[kind] for kind in kinds[:opening] if kind in _STRONG]
        return before[-1] if before else direction
    return "ON"


def _resolve_neutral(kinds: list[str], direction: str) -> None:
    """Rules N1 and N2."""
    neutral = tuple(set(kinds) - set(_STRONG))
    for start, end in _stretches(kinds, neutral):
        before = _STRONG[kinds[start - 1]] if start else direction
        after = _STRONG[kinds[end]] if end < len(kinds) else direction
        kinds[start:end] = [before if before == after else direction] * (end - start)


def _stretches(kinds: list[str], wanted: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """First index and the one after the last of each stretch of the wanted kinds."""
    start = 0
    for inside, group in groupby(list(kinds), key=lambda kind: kind in wanted):
        end = start + len(list(group))
        if inside:
            yield start, end
        start = end
