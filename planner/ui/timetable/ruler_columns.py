"""Which rulers are drawn beside the timetable, and how wide."""

from typing import NamedTuple

_WIDE_PX, _NARROW_PX = 50, 42
_SHARE_OF_WIDTH = 0.4
_FEWEST = 2


class RulerColumns(NamedTuple):
    """How wide the rulers are, and which are drawn: 0 is the meeting's own zone, the further ones count from 1."""

    column_px: int
    shown: tuple[int, ...]
    total: int

    @property
    def width(self) -> int:
        return self.column_px * len(self.shown) + 2

    @property
    def hides_some(self) -> bool:
        return len(self.shown) < self.total


def ruler_columns(further: int, whole_px: int, first: int = 0) -> RulerColumns:
    """The rulers of a timetable of this width: narrower when they are many, and at most two fifths of it.

    Those that find no room are scrolled to: ``first`` counts the further zones before the first one drawn.
    """
    total, room = 1 + further, int(whole_px * _SHARE_OF_WIDTH)
    fitting = max(_FEWEST, room // _NARROW_PX)
    if total <= fitting:
        return RulerColumns(min(_WIDE_PX, max(_NARROW_PX, room // total)), tuple(range(total)), total)
    start = 1 + max(0, min(first, total - fitting))
    return RulerColumns(_NARROW_PX, (0, *range(start, start + fitting - 1)), total)
