"""What is drawn of a timetable to look at, or of two beside each other: hours, rooms in use, their widths. No Qt."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.ui.timetable.geometry import Column, GridGeometry, hours_shown, lanes_of

Hours = tuple[int, int]
"""First and last minute of a day that are drawn."""

_LEAST_COLUMN_PX, _LEAST_LANE_PX = 76, 52
"""The hours, and a code such as "RT2", can be read in them."""


class Frame(NamedTuple):
    """The hours, and (day id, room id) -> how many sessions overlap there at most; a room without any is left out."""

    hours: Hours
    lanes: Mapping[tuple[int, int], int]


def frame_of(states: Sequence[Agenda]) -> Frame:
    """The same for all of them, so that what stands beside each other is at the same time and in the same room."""
    hours = [hours_shown(agenda) for agenda in states]
    lanes: dict[tuple[int, int], int] = {}
    for agenda in states:
        for place, count in _lanes(agenda):
            lanes[place] = max(count, lanes.get(place, 1))
    return Frame((min(first for first, _last in hours), max(last for _first, last in hours)), lanes)


def _lanes(agenda: Agenda) -> Iterator[tuple[tuple[int, int], int]]:
    for day in agenda.days:
        on_day = agenda.sessions_on(day)
        for room in agenda.rooms:
            there = [session for session in on_day if session.room_id == room]
            if there:
                yield (day, room), max(lanes for _lane, lanes in lanes_of(there).values())


def framed(frame: Frame, agenda: Agenda, width_px: int, px_per_minute: float) -> GridGeometry:
    """The geometry of one of them: a column is the wider the more sessions overlap in it."""
    return GridGeometry(_columns(frame, agenda, width_px), *frame.hours, px_per_minute, agenda.meeting.grid_minutes)


def _columns(frame: Frame, agenda: Agenda, width_px: int) -> tuple[Column, ...]:
    places = [(day.id, room) for day in agenda.days_in_order for room in _rooms(frame, agenda, day.id)]
    lanes = [frame.lanes.get(place, 1) for place in places]
    least = [max(_LEAST_COLUMN_PX, count * _LEAST_LANE_PX) for count in lanes]
    spare = max(0, width_px - sum(least))
    edges = [
        sum(least[:index]) + round(spare * sum(lanes[:index]) / max(sum(lanes), 1)) for index in range(len(lanes) + 1)
    ]
    return tuple(
        Column(day, room, edges[index], edges[index + 1] - edges[index], index == 0 or places[index - 1][0] != day)
        for index, (day, room) in enumerate(places)
    )


def _rooms(frame: Frame, agenda: Agenda, day_id: int) -> list[int]:
    """Those in use on the day; of a day without sessions the first of all."""
    in_order = [room.id for room in agenda.rooms_in_order]
    return [room for room in in_order if (day_id, room) in frame.lanes] or in_order[:1]
