"""How hard each start would be for the people of one session: what tints the timetable.

The weight of a start is the summed hardship of everybody with a seat (see ``hardship``) if the session began then.
Its heat is the average, in points, that an hour of it costs each of them, in four steps.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from planner.local_times import zone_exists
from planner.models.agenda import Agenda
from planner.rules.comfort import Bounds, bounds_of
from planner.rules.day_clocks import DayClock, day_clock
from planner.rules.hardship import MINUTES_A_POINT
from planner.rules.seat_zones import zone_of_seat
from planner.wording import say

_HARD_FROM, _VERY_HARD_FROM = 0.5, 1.5
"""Points an hour and person: half of a stretched hour each; half of an early or late hour each."""


class Heat(IntEnum):
    NONE = 0
    SOME = 1
    HARD = 2
    VERY_HARD = 3


def heat_name(heat: Heat) -> str:
    return {
        Heat.NONE: say("no hardship"),
        Heat.SOME: say("some"),
        Heat.HARD: say("hard"),
        Heat.VERY_HARD: say("very hard"),
    }[heat]


class HeatStep(NamedTuple):
    """A start: the points of all, and of the seat for which it is hardest, None where it is hard for nobody."""

    start_minute: int
    points: float
    heat: Heat
    worst_seat_id: int | None
    worst_points: float


@dataclass(frozen=True, slots=True)
class HeatMap:
    """By day, the starts at which the session would fit; ``unknown`` counts seats of which the zone is not known."""

    seated: int
    unknown: int
    days: Mapping[int, tuple[HeatStep, ...]]


Zones = tuple[tuple[str, tuple[int, ...]], ...]
"""Each zone with the seats held there."""

Starts = tuple[range, ...]
"""For each window of a day, the minutes at which a session may start."""


def heat_of(agenda: Agenda, session_id: int) -> HeatMap:
    """The heat of a session, wherever it stands now; the same map while its seats, their zones and the hours stay."""
    meeting, minutes = agenda.meeting, agenda.sessions[session_id].minutes
    days = tuple((day.id, day.date, starts_of(agenda, day.id, minutes)) for day in agenda.days_in_order)
    return heat_of_places(meeting.zone, bounds_of(meeting), _zones(agenda, session_id), days, minutes)


def starts_of(agenda: Agenda, day_id: int, minutes: int) -> Starts:
    """The minutes at which a drop could start a session of this length."""
    step = agenda.meeting.grid_minutes
    return tuple(
        range(-(-window.start_minute // step) * step, window.end_minute - minutes + 1, step)
        for window in agenda.windows_of(day_id)
    )


def _zones(agenda: Agenda, session_id: int) -> Zones:
    """A seat that nobody holds yet is hard for nobody."""
    by_zone: dict[str, list[int]] = defaultdict(list)
    if agenda.sessions[session_id].has_speakers:
        for seat in agenda.seats_of(session_id):
            if seat.counts and (seat.person_id is not None or seat.entity_id is not None):
                by_zone[zone_of_seat(agenda, seat)].append(seat.id)
    return tuple((zone, tuple(ids)) for zone, ids in by_zone.items())


@lru_cache(maxsize=16)
def heat_of_places(
    meeting_zone: str, bounds: Bounds, zones: Zones, days: tuple[tuple[int, str, Starts], ...], minutes: int
) -> HeatMap:
    """As ``heat_of``, for what a heat depends on; ``days`` are (id, ISO date, starts)."""
    known = tuple((zone, ids) for zone, ids in zones if zone_exists(zone) and zone_exists(meeting_zone))
    seated, all_seats = (sum(len(ids) for _zone, ids in counted) for counted in (known, zones))
    steps = {}
    for day_id, iso_date, starts in days:
        clocks = [day_clock(meeting_zone, iso_date, zone, bounds) for zone, _ids in known]
        places = [_Place(clock, ids) for clock, (_zone, ids) in zip(clocks, known, strict=True) if clock is not None]
        steps[day_id] = tuple(step for part in starts for step in _steps(places, part, minutes))
    return HeatMap(seated, all_seats - seated, steps)


class _Place(NamedTuple):
    """Seats that are held on the same clock."""

    clock: DayClock
    seat_ids: tuple[int, ...]


def _steps(places: Sequence[_Place], starts: range, minutes: int) -> Iterator[HeatStep]:
    counts = [len(place.seat_ids) for place in places]
    person_minutes = minutes * sum(counts)
    rows = zip(*(place.clock.weights(starts, minutes) for place in places), strict=True)
    for start, weights in zip(starts, rows if places else [(0,)] * len(starts), strict=True):
        worst = max(weights)
        total = sum(map(mul, weights, counts))
        yield HeatStep(
            start,
            total / MINUTES_A_POINT,
            _heat_of_average(total / person_minutes) if total else Heat.NONE,
            places[weights.index(worst)].seat_ids[0] if worst else None,
            worst / MINUTES_A_POINT,
        )


def _heat_of_average(points_an_hour: float) -> Heat:
    if points_an_hour < _HARD_FROM:
        return Heat.SOME
    return Heat.HARD if points_an_hour < _VERY_HARD_FROM else Heat.VERY_HARD
