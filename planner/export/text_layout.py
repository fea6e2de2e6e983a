"""Breaks runs of styled text into lines. Lengths are points (1/72 inch)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from planner.export.fonts import Face, drawable_text, font_of
from planner.export.isolates import END, OPENING, end_of_isolate, has_isolates
from planner.export.no_breaks import CHINESE, NO_BREAK, SEPARATOR, Cut, broken, kept_together, parts_of_word
from planner.export.shaping import is_plain, pieces_of

_OPENING = "\u3008\u300a\u300c\u300e\u3010\uff08"
_STOPS = rf"[^ \n\w{NO_BREAK}{_OPENING}]*"
_NAME = rf"[{CHINESE}]{{1,4}}(?:{NO_BREAK}[{CHINESE}]{{1,4}})*"
_TOKENS = re.compile(
    rf"\n| +|[{_OPENING}]*[{CHINESE}](?:[{CHINESE}]{{0,2}}{NO_BREAK}{_NAME})?{_STOPS}"
    rf"|[^ \n{CHINESE}]+(?:(?<={NO_BREAK}){_NAME}{_STOPS})?"
)
"""Words, spaces and line breaks; a Chinese line may end after each sign that is no name, and the stops that follow."""

_ELLIPSIS = "\u2026"

Colour = tuple[float, float, float]
"""Red, green and blue, each 0 to 1."""


class Style(NamedTuple):
    """A face at a size in a colour."""

    face: Face
    size: float
    colour: Colour
    letter_space: float = 0.0
    struck: bool = False
    underlined: bool = False


class Run(NamedTuple):
    """Text in one style; ``together`` keeps its words on one line where they fit."""

    text: str
    style: Style
    together: bool = False


Line = tuple[Run, ...]


def width_of(text: str, style: Style) -> float:
    """The advance of one line of text."""
    return _width_at_one_point(text, style.face) * style.size + style.letter_space * len(text)


@lru_cache(maxsize=65536)
def _width_at_one_point(text: str, face: Face) -> float:
    """Kept, since the words of a meeting come again and again, and again with each preview."""
    if is_plain(text):
        thousand_points: float = font_of(face).stringWidth(text, 1000)
        return thousand_points / 1000
    return sum(piece.width for piece in pieces_of(text, face))


@lru_cache(maxsize=16384)
def longest_word(text: str, style: Style, cut: Cut = Cut.NOWHERE) -> float:
    """The width of the widest word, or of words that stay together; of its widest part where it may be cut."""
    words = _TOKENS.findall(kept_together(drawable_text(text)))
    return max((width_of(part, style) for word in words for part in parts_of_word(word, cut)), default=0.0)


def wrap(runs: Iterable[Run], width: float) -> list[Line]:
    """Fills lines word by word; a word wider than a line is broken inside. No text makes no line."""
    filling = _Filling(width)
    for run in runs:
        for token in _tokens(run, width):
            filling.add(token, run.style)
    return _reopened(filling.finish())


def shorten(text: str, style: Style, width: float) -> str:
    """The text on one line, cut with an ellipsis when it is wider than allowed."""
    line = " ".join(drawable_text(text).split())
    if width_of(line, style) <= width:
        return line
    room = width - width_of(_ELLIPSIS, style)
    return next(_broken(line, style, room)).rstrip() + _ELLIPSIS


def _tokens(run: Run, width: float) -> list[str]:
    """Words, spaces and line breaks; what stays together and fits on a line is one word."""
    text = kept_together(drawable_text(run.text))
    words = text.lstrip(" ")
    if run.together and words and "\n" not in words and width_of(words, run.style) <= width:
        return [*_TOKENS.findall(text[: len(text) - len(words)]), words]
    return _TOKENS.findall(text)


class _Filling:
    """The line being filled and those that are full."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._lines: list[Line] = []
        self._words: list[tuple[str, Style]] = []
        self._used = 0.0
        self._space: tuple[str, Style] | None = None

    def add(self, token: str, style: Style) -> None:
        if token == "\n":
            self._end_line()
        elif token[0] == " ":
            self._space = (token, style) if self._words else None
        else:
            self._add_word(token, style)

    def finish(self) -> list[Line]:
        if self._words:
            self._end_line()
        return self._lines

    def _add_word(self, word: str, style: Style) -> None:
        space_width = width_of(*self._space) if self._space else 0.0
        word_width = width_of(word, style)
        if self._words and self._used + space_width + word_width > self._width:
            if word == SEPARATOR:
                self._add_separator(style)
                return
            self._end_line()
        if word_width > self._width:
            self._add_too_wide(word, style)
            return
        if self._space:
            self._put(*self._space, space_width)
        self._put(word, style, word_width)

    def _add_too_wide(self, word: str, style: Style) -> None:
        """By the words that should have stayed together, else inside."""
        if NO_BREAK in word.strip(NO_BREAK):
            for token in _TOKENS.findall(word.replace(NO_BREAK, " ")):
                self.add(token, style)
            return
        *full, last = _broken(word, style, self._width)
        for piece in full:
            self._put(piece, style, self._width)
            self._end_line()
        self._put(last, style, width_of(last, style))

    def _add_separator(self, style: Style) -> None:
        """It takes the word before it along, so that it does not begin a line; beside a lone one it hangs over."""
        space, (last, last_style) = self._space, self._words.pop()
        if not self._words and " " in last:
            head, last = last.rsplit(" ", 1)
            self._words.append((head, last_style))
        if self._words and self._words[-1][0].isspace():
            self._words.pop()
        if self._words:
            self._end_line()
        for text, text_style in ((last, last_style), space or (" ", style), (SEPARATOR, style)):
            self._put(text, text_style, width_of(text, text_style))

    def _put(self, text: str, style: Style, width: float) -> None:
        self._words.append((text, style))
        self._used += width
        self._space = None

    def _end_line(self) -> None:
        self._lines.append(tuple(_joined(self._words)))
        self._words, self._used, self._space = [], 0.0, None


def _joined(words: list[tuple[str, Style]]) -> Iterator[Run]:
    """Neighbours of one style become one run."""
    texts: list[str] = []
    for index, (text, style) in enumerate(words):
        texts.append(text)
        if index + 1 == len(words) or words[index + 1][1] is not style:
            yield Run("".join(texts).replace(NO_BREAK, " "), style)
            texts = []


def _broken(word: str, style: Style, width: float) -> Iterator[str]:
    return broken(word, [width_of(character, style) for character in word], width)


def _reopened(lines: list[Line]) -> list[Line]:
    """An isolate that goes on in the next line is closed at the end of one and opened again in the other."""
    opening, made = "", []
    for line in lines:
        texts = [run.text for run in line]
        if opening or any(map(has_isolates, texts)):
            texts[:1] = [opening + text for text in texts[:1]]
            opening = _left_open("".join(texts))
            texts[-1:] = [text + END * bool(opening) for text in texts[-1:]]
            line = tuple(run._replace(text=text) for run, text in zip(line, texts, strict=True))
        made.append(line)
    return made


def _left_open(text: str) -> str:
    """What opened the isolate that the text does not close; empty when there is none."""
    index = 0
    while index < len(text):
        if text[index] in OPENING:
            end = end_of_isolate(text, index)
            if end == len(text):
                return text[index]
            index = end
        index += 1
    return ""
