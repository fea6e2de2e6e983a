"""How a minute of somebody's own clock feels: the bounds of a person's day, editable for each meeting."""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import NamedTuple

from planner.models.records import Meeting
from planner.wording import say

Hours = tuple[int, int]
"""Start and end in minutes since local midnight; the end is not part of it."""


class Comfort(IntEnum):
    """From the best hours to the worst."""

    WORKING = 0
    STRETCH = 1
    EARLY_OR_LATE = 2
    ASLEEP = 3


POINTS_AN_HOUR: Mapping[Comfort, int] = MappingProxyType(
    {Comfort.WORKING: 0, Comfort.STRETCH: 1, Comfort.EARLY_OR_LATE: 3, Comfort.ASLEEP: 6}
)
"""What an hour of a seat weighs in hardship."""


class Bounds(NamedTuple):
    """Working hours lie inside the comfortable ones, those inside the hours in which a person is awake."""

    working: Hours
    comfortable: Hours
    awake: Hours


def bounds_of(meeting: Meeting) -> Bounds:
    """The bounds that hold for everybody in this meeting, each on their own clock."""
    return Bounds(
        working=(meeting.working_start_minute, meeting.working_end_minute),
        comfortable=(meeting.comfortable_start_minute, meeting.comfortable_end_minute),
        awake=(meeting.awake_start_minute, meeting.awake_end_minute),
    )


def comfort_at(bounds: Bounds, local_minute: int) -> Comfort:
    """How a minute since local midnight feels."""
    if bounds.working[0] <= local_minute < bounds.working[1]:
        return Comfort.WORKING
    if bounds.comfortable[0] <= local_minute < bounds.comfortable[1]:
        return Comfort.STRETCH
    if bounds.awake[0] <= local_minute < bounds.awake[1]:
        return Comfort.EARLY_OR_LATE
    return Comfort.ASLEEP


def comfort_name(comfort: Comfort) -> str:
    return {
        Comfort.WORKING: say("working hours"),
        Comfort.STRETCH: say("stretch"),
        Comfort.EARLY_OR_LATE: say("early or late"),
        Comfort.ASLEEP: say("asleep"),
    }[comfort]
