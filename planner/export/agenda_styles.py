"""The look of the papers: faces, sizes, colours, and distances in points."""

import re
from functools import lru_cache
from typing import NamedTuple

from planner.errors import InputProblem
from planner.export.fonts import Face
from planner.export.look import LARGEST_FONT_SIZE, SMALLEST_FONT_SIZE, USUAL_FONT_SIZE
from planner.export.text_layout import Colour, Style
from planner.wording import say


def _colour(hexadecimal: int) -> Colour:
    red, green, blue = hexadecimal.to_bytes(3)
    return red / 255, green / 255, blue / 255


INK = _colour(0x1B2530)
MUTED = _colour(0x52606D)
AMBER = _colour(0x8A5A00)
TINT = _colour(0xF3F5F7)
HAIRLINE_COLOUR = _colour(0xD5DDE4)
LINE_COLOUR = _colour(0x9FB0BF)

MARGIN = 42.0
CELL_PADDING = 4.5
MINUTES_X = 66.0
MINUTES_WIDTH = 33.0
SPAN_GAP = 10.0
LABEL_WIDTH = 46.5
LABEL_GAP = 6.0
ZONE_GAP = 12.0
ZONE_WIDTHS = (96.0, 72.0, 52.0)
"""The most a column of another zone takes; the first that leaves the items room enough is taken."""

LEAST_ITEM_SHARE = 0.32
LEAST_VALUE_LETTERS = 14.0
"""The least width of names beside their label, in sizes of their letters: some 25 letters a line."""

HEADING_LEADING = 13.2
LINE_LEADING = 11.4
LINE_PITCH = 13.4
LOCAL_NOTE_DROP = 9.0
LOCAL_NOTE_LEADING = 8.0
ROW_FIRST_BASELINE = 14.2
ROW_FOOT = 8.0

_LEAST_CONTRAST = 4.5
"""Of small letters on white paper (WCAG 2.2, criterion 1.4.3)."""


class Styles(NamedTuple):
    """The styles of one look; ``scale`` is 1 at the usual font size."""

    scale: float
    accent: Colour
    kicker: Style
    title: Style
    subtitle: Style
    header: Style
    day: Style
    zone_note: Style
    head: Style
    time: Style
    break_time: Style
    plain: Style
    soft: Style
    heading: Style
    objectives: Style
    label: Style
    value: Style
    note: Style
    local: Style
    local_note: Style
    footer: Style
    chapter: Style
    lead: Style
    bold: Style
    small: Style

    def length(self, points: float) -> float:
        """A distance that grows with the letters."""
        return points * self.scale


@lru_cache(maxsize=32)
def styles_for(accent: str, font_size: float) -> Styles:
    """``accent`` is "#RRGGBB"; ``font_size`` that of a session's title in points. Raises InputProblem."""
    accented = _colour_named(accent)
    scale = min(max(font_size, SMALLEST_FONT_SIZE), LARGEST_FONT_SIZE) / USUAL_FONT_SIZE

    def style(face: Face, size: float, colour: Colour, letter_space: float = 0.0) -> Style:
        return Style(face, size * scale, colour, letter_space * scale)

    return Styles(
        scale=scale,
        accent=accented,
        kicker=style(Face.BOLD, 7.5, _legible(accented), 0.45),
        title=style(Face.BOLD, 15.75, INK),
        subtitle=style(Face.REGULAR, 8.5, MUTED),
        header=style(Face.REGULAR, 7.75, MUTED),
        day=style(Face.SEMI_BOLD, 10.2, INK),
        zone_note=style(Face.REGULAR, 7.75, MUTED),
        head=style(Face.SEMI_BOLD, 6.75, MUTED),
        time=style(Face.SEMI_BOLD, 8.5, INK),
        break_time=style(Face.SEMI_BOLD, 8.5, MUTED),
        plain=style(Face.REGULAR, 8.5, INK),
        soft=style(Face.REGULAR, 8.5, MUTED),
        heading=style(Face.SEMI_BOLD, 9.0, INK),
        objectives=style(Face.REGULAR, 7.8, MUTED),
        label=style(Face.REGULAR, 7.9, MUTED),
        value=style(Face.REGULAR, 7.9, INK),
        note=style(Face.REGULAR, 7.9, AMBER),
        local=style(Face.REGULAR, 7.7, MUTED),
        local_note=style(Face.ITALIC, 6.75, MUTED),
        footer=style(Face.REGULAR, 7.0, MUTED),
        chapter=style(Face.SEMI_BOLD, 11.0, INK),
        lead=style(Face.REGULAR, 9.5, INK),
        bold=style(Face.SEMI_BOLD, 8.5, INK),
        small=style(Face.SEMI_BOLD, 7.9, INK),
    )


def _colour_named(text: str) -> Colour:
    if not re.fullmatch("#[0-9A-Fa-f]{6}", text):
        raise InputProblem(say("“{text}” is no colour: write it as #0B6BB5, red, green and blue.", text=text))
    return _colour(int(text[1:], 16))


def _legible(colour: Colour) -> Colour:
    """The colour, darkened until small letters can be read on white."""
    while 1.05 / (_luminance(colour) + 0.05) < _LEAST_CONTRAST:
        red, green, blue = (part * 0.95 for part in colour)
        colour = red, green, blue
    return colour


def _luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )  # fmt: skip
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
