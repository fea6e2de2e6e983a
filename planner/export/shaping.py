"""What is drawn for a text, from left to right: the font of each stretch, and its letters shaped where they join."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics

from planner.export.bidi import bidi_levels, is_right_to_left, mirrored, visual_order
from planner.export.fonts import Face, Family, family_of, font_for, is_in_every_face
from planner.export.isolates import ISOLATES, without_isolates
from planner.export.shaped_font import Glyph, ShapedFont

_SHAPED_FAMILIES = (Family.ARABIC, Family.HEBREW)


class Piece(NamedTuple):
    """A stretch in one font: its ``glyphs`` where letters join, else ``drawn`` from left to right.

    ``text`` is as it is read; ``width`` at a size of one point.
    """

    font: str
    drawn: str
    text: str
    width: float
    glyphs: tuple[Glyph, ...] = ()


@lru_cache(maxsize=16384)
def is_plain(text: str) -> bool:
    """Whether Noto Sans draws the text from left to right as it is."""
    return is_in_every_face(text) and not is_right_to_left(text)


@lru_cache(maxsize=4096)
def pieces_of(text: str, face: Face, level: int | None = None) -> tuple[Piece, ...]:
    """The pieces from left to right; ``level`` is that of the whole text where its line has decided (see bidi)."""
    levels = bidi_levels(text) if level is None else [level] * len(text)
    levels = [of_one for of_one, character in zip(levels, text, strict=True) if character not in ISOLATES]
    text = without_isolates(text)
    fonts = _fonts_of(text, levels, face)
    keys = list(zip(levels, fonts, strict=True))
    stretches = [list(group) for _key, group in groupby(range(len(text)), key=lambda index: keys[index])]
    order = visual_order([levels[stretch[0]] for stretch in stretches])
    return tuple(
        _piece(text[stretches[index][0] : stretches[index][-1] + 1], *keys[stretches[index][0]]) for index in order
    )


def _fonts_of(text: str, levels: list[int], face: Face) -> list[ShapedFont]:
    """A space or a bracket between right-to-left words stays in their font where that holds it."""
    fonts: list[ShapedFont] = []
    for index, character in enumerate(text):
        before = fonts[-1] if fonts and levels[index] % 2 and levels[index - 1] == levels[index] else None
        held = before is not None and ord(character) in before.face.charToGlyph
        fonts.append(before if before is not None and held else font_for(character, face))
    return fonts


def _piece(text: str, level: int, font: ShapedFont) -> Piece:
    right_to_left = level % 2 == 1
    if any(family_of(character) in _SHAPED_FAMILIES for character in text):
        glyphs = font.shape(text, right_to_left=right_to_left)
        return Piece(font.fontName, "", text, sum(glyph.advance for glyph in glyphs), glyphs)
    drawn = mirrored(text)[::-1] if right_to_left else text
    width: float = pdfmetrics.stringWidth(drawn, font.fontName, 1000) / 1000
    return Piece(font.fontName, drawn, text, width)


class Stretch(NamedTuple):
    """A part of a line in one direction: its place in the line as it is read, the run it is of."""

    position: int
    run: int
    text: str
    level: int


def visual_stretches(texts: Sequence[str]) -> list[Stretch]:
    """The runs of one line from left to right, cut where the direction turns."""
    levels = iter(bidi_levels("".join(texts)))
    stretches: list[Stretch] = []
    for run, text in enumerate(texts):
        for level, group in groupby(text, key=lambda _character: next(levels)):
            stretch = without_isolates("".join(group))
            if stretch:
                stretches.append(Stretch(len(stretches), run, stretch, level))
    return [stretches[index] for index in visual_order([stretch.level for stretch in stretches])]
