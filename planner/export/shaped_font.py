"""A font that reportlab embeds and HarfBuzz shapes: letters that join, marks that sit where they belong."""

import math
import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFont

_FIRST_GLYPH_CODE = 0xF0000
"""Glyphs without a character of their own are known by codes of a private plane: this one and the glyph's number."""

_MARK = "\u200e"
_MARK_CODE = 0x100000
"""The left-to-right mark as it is drawn: its own glyph is a sign that people would see."""

_BLANK = 0x200B
"""The character whose glyph is empty and without width."""

_SAME_PLACE = 0.0005
"""Half a thousandth of the size of the letters."""

LAST_CHARACTER = _FIRST_GLYPH_CODE - 1


class Glyph(NamedTuple):
    """``code`` names it to reportlab, ``text`` is what it stands for; ``x`` and ``y`` are those of its origin.

    Lengths are for a size of one point, from the start of the stretch; ``follows`` when it stands where the one before
    ends.
    """

    code: int
    text: str
    x: float
    y: float
    advance: float
    follows: bool


class ShapedFont(TTFont):  # type: ignore[misc]  # reportlab is not typed
    """A TrueType font; the text that its glyphs stand for is kept for each document."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path))
        self._texts: WeakKeyDictionary[Any, dict[int, str]] = WeakKeyDictionary()
        self._shaping_font: Any = None
        for known in (self.face.charToGlyph, self.face.charWidths):
            known[_MARK_CODE] = known.get(_BLANK, 0)
        # The file is read with one shared position, and papers are written in threads.
        self._reading = threading.RLock()

    def shape(self, text: str, *, right_to_left: bool) -> tuple[Glyph, ...]:
        """The glyphs from left to right of one stretch of one direction, which is given as it is read."""
        buffer = uharfbuzz.Buffer()
        # A mark keeps a cluster of its own, so that each glyph stands for its own character.
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        uharfbuzz.shape(self._shaper(), buffer)
        return tuple(self._glyphs(text, buffer.glyph_infos, buffer.glyph_positions, right_to_left))

    def _shaper(self) -> Any:
        with self._reading:
            if self._shaping_font is None:
                self._shaping_font = self._made_shaper()
        return self._shaping_font

    def _made_shaper(self) -> Any:
        """The font for HarfBuzz; from now on each glyph has a code of its own."""
        shaping_font = uharfbuzz.Font(uharfbuzz.Face(self.face._ttf_data))
        for glyph in range(self.face.numGlyphs):
            self.face.charToGlyph[_FIRST_GLYPH_CODE + glyph] = glyph
            width = self._per_mille(shaping_font.get_glyph_h_advance(glyph))
            self.face.charWidths[_FIRST_GLYPH_CODE + glyph] = width
        return shaping_font

    def _per_mille(self, units: float) -> float:
        return units * 1000 / float(self.face.unitsPerEm)

    def _glyphs(
        self, text: str, infos: Sequence[Any], positions: Sequence[Any], right_to_left: bool
    ) -> Iterator[Glyph]:
        starts = sorted({info.cluster for info in infos}) + [len(text)]
        ends = dict(pairwise(starts))
        x, told, end = 0.0, set(), (0.0, 0.0)
        # Programs that copy text turn round the letters of a ligature with those beside it.
        step = -1 if right_to_left else 1
        for info, position in zip(infos, positions, strict=True):
            stands_for = "" if info.cluster in told else text[info.cluster : ends[info.cluster]][::step]
            told.add(info.cluster)
            left, height = x + self._per_mille(position.x_offset) / 1000, self._per_mille(position.y_offset) / 1000
            advance = self._per_mille(position.x_advance) / 1000
            code, origin = _FIRST_GLYPH_CODE + info.codepoint, (left, height)
            yield Glyph(code, stands_for, left, height, advance, math.dist(origin, end) < _SAME_PLACE)
            end = left + self.face.charWidths[code] / 1000, height
            x += advance

    def tell_texts(self, document: Any, glyphs: Iterable[Glyph]) -> None:
        """What the glyphs drawn in this document stand for, for those who copy text out of it."""
        known = self._texts.setdefault(document, {})
        for glyph in glyphs:
            known[glyph.code] = known.get(glyph.code) or glyph.text

    def left_to_right_mark(self, document: Any) -> str:
        """What to draw in this document for a left-to-right mark; Noto Sans has it, in every face."""
        self._texts.setdefault(document, {})[_MARK_CODE] = _MARK
        return chr(_MARK_CODE)

    def addObjects(self, doc: Any) -> None:
        """Called by reportlab when the document is finished."""
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        with self._reading:
            super().addObjects(doc)
        texts = self._texts.get(doc, {})
        for name, subset in zip(names, subsets, strict=True):
            stream = doc.idToObject[doc.idToObject["BasicFonts"].dict[name].ToUnicode.name]
            stream.content = _to_unicode([texts.get(code, _character(code)) for code in subset])


def _character(code: int) -> str:
    return chr(code) if code <= LAST_CHARACTER else ""


def _to_unicode(texts: list[str]) -> str:
    """A CMap from one-byte codes to text (PDF 32000-1, section 9.10.3)."""
    told = [(code, text) for code, text in enumerate(texts) if text and text != "\0"]
    lines = ["/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap"]
    lines += ["/CMapName /Planner def", "/CMapType 2 def"]
    lines += ["1 begincodespacerange", "<00> <FF>", "endcodespacerange"]
    for first in range(0, len(told), 100):
        part = told[first : first + 100]
        lines.append(f"{len(part)} beginbfchar")
        lines += [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in part]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
