"""Writes placed words on a reportlab canvas, each stretch in the font that holds it."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase import pdfmetrics

from planner.export.fonts import Face, font_of
from planner.export.page_flow import PlacedText
from planner.export.shaped_font import Glyph, ShapedFont
from planner.export.shaping import Piece, is_plain, pieces_of
from planner.export.structure import text_string
from planner.export.text_layout import Colour, Style, width_of
from planner.export.turned_words import is_turned_as_drawn, turned, would_turn_with

_STRIKE_HEIGHT = 0.28
_UNDERLINE_DEPTH = 0.13
_LINE_THICKNESS = 0.06
_NO_SUBSET = -1


class LineBeside(NamedTuple):
    """A line through or below words; y upwards."""

    x: float
    y: float
    width: float
    thickness: float
    colour: Colour


class WordWriter:
    """Writes words into one text object of a page; their x counts from ``left``, their baselines down from ``top``."""

    def __init__(self, canvas: Any, left: float, top: float) -> None:
        self._canvas = canvas
        self._left = left
        self._top = top
        self._drawing = canvas.beginText()
        self._style: Style | None = None
        self._font, self._size = font_of(Face.REGULAR), 0.0
        self._subset = _NO_SUBSET
        self._after_turned: float | None = None
        self._lines: list[LineBeside] = []

    def write(self, words: Sequence[PlacedText], tag: str = "", after: PlacedText | None = None) -> None:
        """Words that are marked together, where they are to be marked, and the word ``after`` them.

        ``tag`` is what stands before BDC.
        """
        element = words[0].element if words else None
        if element is not None and element.text and not is_turned_as_drawn(element.text):
            self._write_told(words, element.text, tag, _ending(words[-1], after))
        else:
            self._write_marked(words, tag, after)
        self._lines.extend(_lines_beside(words, self._left, self._top))

    def _write_marked(self, words: Sequence[PlacedText], tag: str, after: PlacedText | None) -> None:
        if tag:
            self._add_operator(f"{tag} BDC")
        for word, following in zip(words, (*words[1:], after), strict=True):
            self._write_word(word, _ending(word, following))
        if tag:
            self._add_operator("EMC")

    def _write_told(self, words: Sequence[PlacedText], text: str, tag: str, ending: str) -> None:
        """Words whose order Poppler would not find out: it is told their text.

        They stand in a form of their own, where PDFium looks at the letters alone, as it should: what it is told it
        turns round by rules that change from version to version.
        """
        document = self._canvas._doc
        name = f"words{len(document.idToObject)}"
        self._canvas.beginForm(name)
        inner = WordWriter(self._canvas, self._left, self._top)
        inner._write_marked(words, "", None)
        inner.finish()
        self._canvas.endForm()
        self._canvas._formsinuse.append(name)
        told = f"/Span <</ActualText{text_string(turned(text))}>>"
        self._add_operator(f"ET {tag} BDC {told} BDC /{document.getXObjectName(name)} Do EMC BT")
        if ending:
            last = words[-1]
            self._set_style(last.style)
            self._show(ending, self._left + last.x + width_of(last.text, last.style), self._top - last.baseline)
        self._add_operator("ET EMC BT")
        self._after_turned = None

    def _add_operator(self, operator: str) -> None:
        # reportlab knows no marked content: the list of its operators is the one way in.
        self._drawing._code.append(operator)

    def finish(self) -> list[LineBeside]:
        """Puts the words on the page; gives the lines still to be drawn through or below them."""
        self._canvas.drawText(self._drawing)
        return self._lines

    def _write_word(self, word: PlacedText, ending: str) -> None:
        x, y = self._left + word.x, self._top - word.baseline
        if word.style is not self._style:
            self._set_style(word.style)
        if self._after_turned is not None:
            self._part_from_turned(word, x, y)
        if word.level is None and is_plain(word.text):
            self._show(word.text + ending, x, y)
        else:
            self._write_pieces(word, x, y)
            self._set_style(word.style)
            self._after_turned = word.baseline if word.level else None
            self._show(ending)

    def _part_from_turned(self, word: PlacedText, x: float, y: float) -> None:
        """Puts a mark between words from right to left and what follows on their line, where Poppler needs one."""
        if self._after_turned == word.baseline and not word.level and would_turn_with(word.text):
            self._show(self._font.left_to_right_mark(self._canvas._doc), x, y)
        self._after_turned = None

    def _show(self, text: str, x: float | None = None, y: float = 0.0) -> None:
        """Characters in the font that is set; without a place, after those before."""
        if x is not None:
            self._add_operator(f"1 0 0 1 {x:.3f} {y:.3f} Tm")
        # Not reportlab's textOut, which measures each text to move a pen that nobody uses, and tells each size anew.
        document = self._canvas._doc
        for subset, codes in self._font.splitString(text, document):
            if subset != self._subset:
                self._add_operator(f"{self._font.getSubsetInternalName(subset, document)} {_size_words(self._size)}")
                self._subset = subset
            self._add_operator(f"({codes.decode('latin-1').translate(_escapes())}) Tj")

    def _set_font(self, font: ShapedFont, size: float) -> None:
        self._font, self._size, self._subset = font, size, _NO_SUBSET

    def _set_style(self, style: Style) -> None:
        self._set_font(font_of(style.face), style.size)
        self._add_operator(_colour_and_space(style))
        self._style = style

    def _write_pieces(self, word: PlacedText, x: float, y: float) -> None:
        for piece in pieces_of(word.text, word.style.face, word.level):
            self._set_font(pdfmetrics.getFont(piece.font), word.style.size)
            if piece.glyphs:
                self._write_glyphs(piece, word.style.size, x, y)
            else:
                self._show(piece.drawn, x, y)
            x += piece.width * word.style.size + word.style.letter_space * len(piece.text)

    def _write_glyphs(self, piece: Piece, size: float, x: float, y: float) -> None:
        self._font.tell_texts(self._canvas._doc, piece.glyphs)
        for first, codes in _shown_together(piece.glyphs):
            self._show(codes, x + first.x * size, y + first.y * size)


@cache
def _escapes() -> dict[int, str]:
    """How each byte is written in a string of a PDF."""
    return {code: escapePDF(bytes((code,))) for code in range(256)}


@lru_cache(maxsize=512)
def _size_words(size: float) -> str:
    """The size, and the leading that reportlab takes for it."""
    return f"{fp_str(size)} Tf {fp_str(size * 1.2)} TL"


@lru_cache(maxsize=512)
def _colour_and_space(style: Style) -> str:
    red, green, blue = style.colour
    return f"{red:.4f} {green:.4f} {blue:.4f} rg {style.letter_space:.3f} Tc"


def _shown_together(glyphs: Sequence[Glyph]) -> Iterator[tuple[Glyph, str]]:
    """Stretches of glyphs that stand where the ones before them end."""
    first, codes = glyphs[0], ""
    for glyph in glyphs:
        if codes and not glyph.follows:
            yield first, codes
            first, codes = glyph, ""
        codes += chr(glyph.code)
    yield first, codes


def _ending(word: PlacedText, following: PlacedText | None) -> str:
    """Words of one paragraph stay apart for those who hear it, also where its lines end."""
    if following is None or word.element is None or following.element is None:
        return ""
    is_one_paragraph = word.element is following.element or "Span" in (word.element.kind, following.element.kind)
    ends_a_line = following.baseline != word.baseline and not word.text.endswith(" ")
    return " " if is_one_paragraph and ends_a_line else ""


def _lines_beside(words: Sequence[PlacedText], left: float, top: float) -> Iterator[LineBeside]:
    for word in words:
        style = word.style
        heights = [_STRIKE_HEIGHT] * style.struck + [-_UNDERLINE_DEPTH] * style.underlined
        for height in heights:
            yield LineBeside(
                left + word.x,
                top - word.baseline + height * style.size,
                width_of(word.text, style),
                _LINE_THICKNESS * style.size,
                style.colour,
            )
