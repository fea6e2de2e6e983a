"""The bundled fonts, ready for reportlab once a text needs them: Noto Sans, others, and what none of them can draw."""

import threading
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics

from planner.export.isolates import ISOLATES
from planner.export.shaped_font import LAST_CHARACTER, ShapedFont
from planner.resources import resource

_DRAWN_INSTEAD = str.maketrans({"\u2212": "\u2013", "\t": " ", "\u2028": "\n", "\u2029": "\n"})
_LINE_BREAK = "\n"
_JOINERS = "\u200c\u200d"
"""Persian and other languages written with Arabic letters spell with them."""

_KEPT = _LINE_BREAK + _JOINERS + ISOLATES

_LOADING = threading.RLock()
"""Papers are written in threads: a font is registered once."""


class Face(StrEnum):
    """The names under which reportlab knows the faces."""

    REGULAR = "Planner-Regular"
    SEMI_BOLD = "Planner-SemiBold"
    BOLD = "Planner-Bold"
    ITALIC = "Planner-Italic"


class Family(StrEnum):
    """Fonts for what Noto Sans lacks; Droid stands in for everything else, Chinese above all."""

    ARABIC = "NotoSansArabic"
    ARMENIAN = "NotoSansArmenian"
    GEORGIAN = "NotoSansGeorgian"
    HEBREW = "NotoSansHebrew"
    OTHERS = "DroidSansFallbackFull"


_BLOCKS: tuple[tuple[int, int, Family], ...] = (
    (0x0530, 0x058F, Family.ARMENIAN),
    (0x0590, 0x05FF, Family.HEBREW),
    (0x0600, 0x08FF, Family.ARABIC),
    (0x10A0, 0x10FF, Family.GEORGIAN),
    (0x1C90, 0x1CBF, Family.GEORGIAN),
    (0x200C, 0x200D, Family.ARABIC),
    (0x2D00, 0x2D2F, Family.GEORGIAN),
    (0xFB13, 0xFB17, Family.ARMENIAN),
    (0xFB1D, 0xFB4F, Family.HEBREW),
    (0xFB50, 0xFDFF, Family.ARABIC),
    (0xFE70, 0xFEFF, Family.ARABIC),
)


@cache
def font_of(face: Face) -> ShapedFont:
    """Noto Sans in that face; known to reportlab from now on."""
    return _load(face.value, f"NotoSans-{face.value.removeprefix('Planner-')}.ttf")


def _load(name: str, file_name: str) -> ShapedFont:
    """The font known to reportlab by this name, registered when it is not yet."""
    with _LOADING:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(ShapedFont(name, resource("fonts", file_name)))
        font: ShapedFont = pdfmetrics.getFont(name)
        return font


@cache
def _drawable() -> frozenset[int]:
    """Code points of Noto Sans; every face holds the same."""
    return frozenset(code for code in font_of(Face.REGULAR).face.charToGlyph if code <= LAST_CHARACTER)


def is_in_every_face(text: str) -> bool:
    """Whether Noto Sans alone draws the text."""
    return text.isascii() or _drawable().issuperset(map(ord, text))


@cache
def _holds(family: Family) -> frozenset[int]:
    codes = tuple(further_font(family, Face.REGULAR).face.charToGlyph)
    return frozenset(code for code in codes if code <= LAST_CHARACTER)


def family_of(character: str) -> Family:
    """The further font that stands in for Noto Sans."""
    code = ord(character)
    return next((family for first, last, family in _BLOCKS if first <= code <= last), Family.OTHERS)


def further_font(family: Family, face: Face) -> ShapedFont:
    """The font of that family, loaded when it is first asked for; bold beside a bold face where there is one."""
    if family is Family.OTHERS:
        return _load(f"Planner-{family.value}", f"{family.value}.ttf")
    weight = "Bold" if face in (Face.BOLD, Face.SEMI_BOLD) else "Regular"
    return _load(f"Planner-{family.value}-{weight}", f"{family.value}-{weight}.ttf")


def font_for(character: str, face: Face) -> ShapedFont:
    """The font that draws a character beside this face."""
    if ord(character) in _drawable():
        return font_of(face)
    return further_font(family_of(character), face)


def drawable_text(text: str) -> str:
    """The text as it is drawn: composed letters, no invisible characters, a dash for the minus the fonts lack."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", _LINE_BREAK).translate(_DRAWN_INSTEAD))
    return "".join(
        character for character in composed
        if character in _KEPT or unicodedata.category(character) not in ("Cc", "Cf")
    )  # fmt: skip


def missing_glyphs(texts: Iterable[str]) -> list[str]:
    """The characters of the texts that no bundled font holds, each once, in code point order."""
    characters = {character for text in texts for character in drawable_text(text)} - {_LINE_BREAK, *ISOLATES}
    return sorted(
        character for character in characters
        if ord(character) not in _drawable() and ord(character) not in _holds(family_of(character))
    )  # fmt: skip
