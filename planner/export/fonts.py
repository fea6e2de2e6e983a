"""The bundled Noto Sans, ready for reportlab, and what it cannot draw."""

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from planner.resources import resource

_DRAWN_INSTEAD = str.maketrans({"\u2212": "\u2013", "\t": " ", "\u2028": "\n", "\u2029": "\n"})
_LINE_BREAK = "\n"


class Face(StrEnum):
    """The names under which reportlab knows the faces."""

    REGULAR = "Planner-Regular"
    SEMI_BOLD = "Planner-SemiBold"
    BOLD = "Planner-Bold"
    ITALIC = "Planner-Italic"


@cache
def register_fonts() -> None:
    """Makes the faces known to reportlab, once in a process."""
    for face in Face:
        name = f"NotoSans-{face.value.removeprefix('Planner-')}.ttf"
        pdfmetrics.registerFont(TTFont(face.value, str(resource("fonts", name))))


@cache
def _drawable() -> frozenset[int]:
    """Code points that every face holds."""
    register_fonts()
    glyphs = (frozenset(pdfmetrics.getFont(face.value).face.charToGlyph) for face in Face)
    return frozenset.intersection(*glyphs)


def drawable_text(text: str) -> str:
    """The text as it is drawn: composed letters, no invisible characters, a dash for the minus the fonts lack."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", _LINE_BREAK).translate(_DRAWN_INSTEAD))
    return "".join(
        character for character in composed
        if character == _LINE_BREAK or unicodedata.category(character) not in ("Cc", "Cf")
    )  # fmt: skip


def missing_glyphs(texts: Iterable[str]) -> list[str]:
    """The characters of the texts that no bundled font holds, each once, in code point order."""
    characters = {character for text in texts for character in drawable_text(text)} - {_LINE_BREAK}
    return sorted(character for character in characters if ord(character) not in _drawable())
