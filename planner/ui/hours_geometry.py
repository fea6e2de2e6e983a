"""Where the minutes of a day stand in its column of the Hours view. No Qt."""

from collections.abc import Sequence
from typing import NamedTuple

from planner.rules.day_strips import DayHours

GAP_PX = 12
"""Between one day and the next."""

_LEAST_HOUR_PX = 12
_MINUTES_AN_HOUR = 60
_EVERY = (1, 2, 3, 4, 6, 12)


class Moment(NamedTuple):
    """A row, a day by its place, and a minute on the meeting's clock."""

    row: int
    day: int
    minute: int


class DayScale(NamedTuple):
    """The column of one day; pixels are counted from where its left edge stands."""

    hours: DayHours
    left: int
    width: int

    @property
    def px_per_minute(self) -> float:
        return max(1, self.width - GAP_PX) / self.hours.minutes

    def x_of(self, minute: float) -> int:
        inside = min(max(minute, self.hours.first_minute), self.hours.last_minute)
        return self.left + round((inside - self.hours.first_minute) * self.px_per_minute)

    def minute_at(self, x: float, step_minutes: int) -> int:
        """The step of the grid that a pixel lies in; the nearest end outside the day."""
        minute = self.hours.first_minute + (x - self.left) / self.px_per_minute
        floor = int(minute // step_minutes) * step_minutes
        return min(max(floor, self.hours.first_minute), self.hours.last_minute - 1)

    def hours_between_labels(self, label_px: int) -> int:
        """Every hour, or as many as the words need."""
        hour_px = self.px_per_minute * _MINUTES_AN_HOUR
        return next((every for every in _EVERY if every * hour_px >= label_px), _EVERY[-1])


def widths_of(days: Sequence[DayHours], room_px: int) -> list[int]:
    """How wide each day's column is: an hour is as wide in all, and never too narrow to be seen."""
    minutes = sum(hours.minutes for hours in days)
    for_hours = room_px - GAP_PX * len(days)
    px_per_minute = max(for_hours / max(1, minutes), _LEAST_HOUR_PX / _MINUTES_AN_HOUR)
    return [GAP_PX + int(hours.minutes * px_per_minute) for hours in days]
