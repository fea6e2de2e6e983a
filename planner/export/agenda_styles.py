"""The look of the printed agenda: faces, sizes, colours, and distances in points."""

from planner.export.fonts import Face
from planner.export.text_layout import Colour, Style


def _colour(hexadecimal: int) -> Colour:
    red, green, blue = hexadecimal.to_bytes(3)
    return red / 255, green / 255, blue / 255


ACCENT = _colour(0x0B6FB8)
INK = _colour(0x1B2530)
MUTED = _colour(0x52606D)
AMBER = _colour(0x8A5A00)
TINT = _colour(0xF3F5F7)
HAIRLINE_COLOUR = _colour(0xD5DDE4)
LINE_COLOUR = _colour(0x9FB0BF)

KICKER = Style(Face.BOLD, 7.5, ACCENT, letter_space=0.45)
TITLE = Style(Face.BOLD, 15.75, INK)
SUBTITLE = Style(Face.REGULAR, 8.5, MUTED)
DAY = Style(Face.SEMI_BOLD, 10.2, INK)
ZONE_NOTE = Style(Face.REGULAR, 7.75, MUTED)
HEAD = Style(Face.SEMI_BOLD, 6.75, MUTED)
TIME = Style(Face.SEMI_BOLD, 8.5, INK)
BREAK_TIME = Style(Face.SEMI_BOLD, 8.5, MUTED)
PLAIN = Style(Face.REGULAR, 8.5, INK)
BREAK = Style(Face.REGULAR, 8.5, MUTED)
HEADING = Style(Face.SEMI_BOLD, 9.0, INK)
OBJECTIVES = Style(Face.REGULAR, 7.8, MUTED)
LABEL = Style(Face.REGULAR, 7.9, MUTED)
VALUE = Style(Face.REGULAR, 7.9, INK)
NOTE = Style(Face.REGULAR, 7.9, AMBER)
LOCAL = Style(Face.REGULAR, 7.7, MUTED)
LOCAL_NOTE = Style(Face.ITALIC, 6.75, MUTED)
FOOTER = Style(Face.REGULAR, 7.0, MUTED)

MARGIN = 42.0
CELL_PADDING = 4.5
MINUTES_X = 66.0
ITEM_X = 99.0
LABEL_WIDTH = 46.5
LABEL_GAP = 6.0
ZONE_GAP = 12.0
MOST_ZONE_WIDTH = 72.0

HEADING_LEADING = 13.2
LINE_LEADING = 11.4
LINE_PITCH = 13.4
LOCAL_NOTE_DROP = 9.0
LOCAL_NOTE_LEADING = 8.0
ROW_FIRST_BASELINE = 14.2
ROW_FOOT = 8.0
