"""How large the pages of the preview are shown."""

from PySide6.QtCore import QSize

from planner.ui.page_pictures import POINTS_AN_INCH

FIT, FIT_PAGE = 0.0, -1.0
"""Zooms that follow the window: as wide as it, and a whole page in it."""
FITS = frozenset({FIT, FIT_PAGE})
ZOOM_STEP = 1.25
_SMALLEST_ZOOM, _LARGEST_ZOOM = 0.25, 4.0
_LEAST_ROOM_PX = 100


def within_limits(zoom: float) -> float:
    return zoom if zoom in FITS else max(_SMALLEST_ZOOM, min(zoom, _LARGEST_ZOOM))


def px_a_point(zoom: float, dots_an_inch: int, room: QSize, page: tuple[float, float]) -> float:
    """Device-independent pixels a point of a page that is ``page`` points wide and high."""
    if zoom not in FITS:
        return zoom * dots_an_inch / POINTS_AN_INCH
    width = max(room.width(), _LEAST_ROOM_PX) / page[0]
    return width if zoom == FIT else min(width, max(room.height(), _LEAST_ROOM_PX) / page[1])
