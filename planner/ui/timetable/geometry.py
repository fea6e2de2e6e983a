"""All pixel arithmetic of the timetable: minutes and rooms to rectangles, points back to spots. No Qt, no state.

Lengths are device-independent pixels on the canvas, minutes are wall-clock minutes since midnight.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from planner.clock import MINUTES_A_DAY, USUAL_WINDOW, snap
from planner.models.agenda import Agenda
from planner.models.records import Session, Spot
from planner.rules.identity import Same

TOP_PX = 8
BLOCK_GAP_PX = 5
CLOSED_MARGIN_MINUTES = 15
EDGE_PX = 6
NARROWEST_SINGLE_PX = 150
NARROWEST_ROOM_PX = 118


class Rect(NamedTuple):
    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height


class Column(NamedTuple):
    """One room of one day."""

    day_id: int
    room_id: int
    x: int
    width: int
    opens_day: bool


@dataclass(frozen=True)
class GridGeometry:
    """Where everything of one picture stands at one zoom and width."""

    columns: tuple[Column, ...]
    first_minute: int
    last_minute: int
    px_per_minute: float
    grid_minutes: int

    @property
    def width_px(self) -> int:
        return self.columns[-1].x + self.columns[-1].width if self.columns else 0

    @property
    def height_px(self) -> int:
        return self.y_of(self.last_minute) + TOP_PX

    def y_of(self, minute: float) -> int:
        return TOP_PX + round((minute - self.first_minute) * self.px_per_minute)

    def minute_at(self, y: float) -> float:
        return self.first_minute + (y - TOP_PX) / self.px_per_minute

    def column_at(self, x: float) -> Column | None:
        return next((column for column in self.columns if column.x <= x < column.x + column.width), None)

    @cached_property
    def _column_of(self) -> dict[tuple[int, int], Column]:
        return {(column.day_id, column.room_id): column for column in self.columns}

    def column_of(self, spot: Spot) -> Column | None:
        return self._column_of.get((spot.day_id, spot.room_id))

    def spot_at(self, x: float, y: float, grab_px: float = 0) -> Spot | None:
        """The snapped spot of a block whose top lies ``grab_px`` above the point; None beside all columns."""
        column = self.column_at(x)
        if column is None:
            return None
        start = snap(self.minute_at(y - grab_px), self.grid_minutes)
        return Spot(column.day_id, max(0, min(start, MINUTES_A_DAY)), column.room_id)

    def block_rect(self, spot: Spot, minutes: int, lane: int = 0, lanes: int = 1) -> Rect | None:
        """The rectangle of a session; ``lane`` of ``lanes`` when sessions overlap. None without its column."""
        column = self.column_of(spot)
        if column is None:
            return None
        room = column.width - 2 * BLOCK_GAP_PX
        left = round(room * lane / lanes)
        width = round(room * (lane + 1) / lanes) - left - (2 if lanes > 1 else 0)
        top, bottom = self.y_of(spot.start_minute), self.y_of(spot.start_minute + minutes)
        return Rect(column.x + BLOCK_GAP_PX + left, top + 1, max(width, 12), max(bottom - top - 2, 6))

    def span_rect(self, day_id: int, start_minute: int, end_minute: int) -> Rect | None:
        """All columns of a day between two minutes."""
        columns = [column for column in self.columns if column.day_id == day_id]
        if not columns:
            return None
        left, right = columns[0].x, columns[-1].x + columns[-1].width
        top, bottom = self.y_of(start_minute), self.y_of(end_minute)
        return Rect(left, top, right - left, bottom - top)

    def tick_minutes(self) -> Sequence[int]:
        """The minutes that carry an hour label: every 15, 30 or 60 minutes, as the zoom allows."""
        step = next((step for step in (15, 30, 60) if step * self.px_per_minute >= 26), 120)
        return range(-(-self.first_minute // step) * step, self.last_minute + 1, step)


def geometry_of(agenda: Agenda, width_px: int, px_per_minute: float) -> GridGeometry:
    """The geometry of an agenda in a viewport of this width; columns never get narrower than can be read."""
    first, last = hours_shown(agenda)
    return GridGeometry(_columns(agenda, width_px), first, last, px_per_minute, agenda.meeting.grid_minutes)


def hours_shown(agenda: Agenda) -> tuple[int, int]:
    """First and last minute drawn: all windows and placed sessions, and a closed margin around."""
    return _hours_shown(Same(agenda))


@lru_cache(maxsize=2)
def _hours_shown(key: Same[Agenda]) -> tuple[int, int]:
    agenda = key.thing
    placed = [(session.start_minute or 0, session.minutes) for session in agenda.placed_sessions]
    starts = [window.start_minute for window in agenda.windows.values()] or [USUAL_WINDOW[0]]
    ends = [window.end_minute for window in agenda.windows.values()] or [USUAL_WINDOW[1]]
    starts += [start for start, _minutes in placed]
    ends += [start + minutes for start, minutes in placed]
    first = max(0, min(starts) - CLOSED_MARGIN_MINUTES)
    return first, min(MINUTES_A_DAY, max(ends) + CLOSED_MARGIN_MINUTES)


def _columns(agenda: Agenda, width_px: int) -> tuple[Column, ...]:
    pairs = [(day.id, room.id) for day in agenda.days_in_order for room in agenda.rooms_in_order]
    if not pairs:
        return ()
    narrowest = NARROWEST_SINGLE_PX if len(agenda.rooms) == 1 else NARROWEST_ROOM_PX
    total = max(width_px, narrowest * len(pairs))
    edges = [round(total * index / len(pairs)) for index in range(len(pairs) + 1)]
    first_room = agenda.rooms_in_order[0].id
    return tuple(
        Column(day_id, room_id, edges[index], edges[index + 1] - edges[index], room_id == first_room)
        for index, (day_id, room_id) in enumerate(pairs)
    )


def lanes_of(sessions: Iterable[Session]) -> dict[int, tuple[int, int]]:
    """Session id -> (lane, number of lanes): sessions of one column that overlap stand side by side."""
    result: dict[int, tuple[int, int]] = {}
    group: list[tuple[Session, int]] = []
    ends: list[int] = []

    def close_group() -> None:
        result.update({session.id: (lane, len(ends)) for session, lane in group})
        group.clear()
        ends.clear()

    for session in sorted(sessions, key=lambda session: (session.start_minute or 0, -session.minutes, session.id)):
        start = session.start_minute or 0
        if group and start >= max(ends):
            close_group()
        lane = next((lane for lane, end in enumerate(ends) if end <= start), len(ends))
        ends[lane : lane + 1] = [start + session.minutes]
        group.append((session, lane))
    close_group()
    return result
