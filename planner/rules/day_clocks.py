"""One day of the meeting on somebody else's clock: how far it is off, and how hard each stretch of it is.

Minutes are the meeting's, from 0 to two days later, so that a session may run past midnight.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from planner.clock import MINUTES_A_DAY
from planner.local_times import local_time_or_none, zone_exists
from planner.rules.comfort import POINTS_AN_HOUR, Bounds, Comfort, comfort_at

_LAST_MINUTE = 2 * MINUTES_A_DAY
_SAMPLE_MINUTES = 15
_COUNTED_BEFORE, _DAYS_WEIGHED = 2 * MINUTES_A_DAY, 6  # clocks are at most 26 hours apart
_CLOCKS_KEPT = 4_096


class Run(NamedTuple):
    """Minutes in which the shift stays the same: what is added to one to have the local minute.

    It counts from the meeting's midnight; None while the meeting's clocks skip or repeat the hour.
    """

    start_minute: int
    end_minute: int
    shift: int | None


class DayClock(NamedTuple):
    """``before[n]`` is the weight of all local minutes up to the n-th, counted from two days before the meeting's."""

    bounds: Bounds
    runs: tuple[Run, ...]
    before: tuple[int, ...]

    def weight(self, start_minute: int, end_minute: int) -> int:
        """Points times 60. Minutes that the meeting's clocks skip or repeat weigh nothing."""
        before = self.before
        return sum(before[end] - before[start] for start, end in self._local_spans(start_minute, end_minute))

    def weights(self, starts: range, minutes: int) -> list[int]:
        """``weight`` of a session of this length for each start."""
        run = self.runs[0]
        if len(self.runs) == 1 and run.shift is not None and starts and starts[-1] + minutes <= run.end_minute:
            shift, before = run.shift + _COUNTED_BEFORE, self.before
            return [before[start + shift + minutes] - before[start + shift] for start in starts]
        return [self.weight(start, start + minutes) for start in starts]

    def worst(self, start_minute: int, end_minute: int) -> Comfort:
        """The hardest of these minutes."""
        found = Comfort.WORKING
        for start, end in self._local_spans(start_minute, end_minute):
            moments = [start, end - 1]
            if start // MINUTES_A_DAY != (end - 1) // MINUTES_A_DAY:
                # From one midnight to the next a day gets better, then worse: only its ends can be the hardest.
                moments += [0, -1]
            found = max(found, *(comfort_at(self.bounds, moment % MINUTES_A_DAY) for moment in moments))
        return found

    def _local_spans(self, start_minute: int, end_minute: int) -> Iterator[tuple[int, int]]:
        """Local minutes as ``before`` counts them."""
        for run in self.runs:
            start, end = max(start_minute, run.start_minute), min(end_minute, run.end_minute)
            if start < end and run.shift is not None:
                yield start + run.shift + _COUNTED_BEFORE, end + run.shift + _COUNTED_BEFORE


@lru_cache(maxsize=_CLOCKS_KEPT)
def day_clock(meeting_zone: str, iso_date: str, zone: str, bounds: Bounds) -> DayClock | None:
    """A day of the meeting in a zone; None when the zone is not known."""
    if not zone or not zone_exists(zone) or not zone_exists(meeting_zone):
        return None
    if _keeps(meeting_zone, iso_date, meeting_zone) and _keeps(meeting_zone, iso_date, zone):
        runs: tuple[Run, ...] = (Run(0, _LAST_MINUTE, _shift(meeting_zone, iso_date, zone, 0)),)
    else:
        runs = tuple(_changing_runs(meeting_zone, iso_date, zone))
    return DayClock(bounds, runs, _weights_before(bounds))


@lru_cache(maxsize=16)
def _weights_before(bounds: Bounds) -> tuple[int, ...]:
    day = [POINTS_AN_HOUR[comfort_at(bounds, minute)] for minute in range(MINUTES_A_DAY)]
    return tuple(accumulate(day * _DAYS_WEIGHED, initial=0))


def _keeps(meeting_zone: str, iso_date: str, zone: str) -> bool:
    """Whether the clocks of a zone do not change. None changes them twice within a day."""
    ends = [
        local_time_or_none(meeting_zone, iso_date, minute, zone) for minute in range(0, _LAST_MINUTE + 1, MINUTES_A_DAY)
    ]
    return None not in ends and len({end.utc_offset_minutes for end in ends if end is not None}) == 1


def _shift(meeting_zone: str, iso_date: str, zone: str, minute: int) -> int | None:
    local = local_time_or_none(meeting_zone, iso_date, minute, zone)
    return None if local is None else local.day_shift * MINUTES_A_DAY + local.minute - minute


def _changing_runs(meeting_zone: str, iso_date: str, zone: str) -> Iterator[Run]:
    """Looked at each quarter of an hour, and each minute where two of them differ."""
    start, shift = 0, _shift(meeting_zone, iso_date, zone, 0)
    for sample in range(_SAMPLE_MINUTES, _LAST_MINUTE + 1, _SAMPLE_MINUTES):
        if _shift(meeting_zone, iso_date, zone, sample) == shift:
            continue
        for minute in range(sample - _SAMPLE_MINUTES + 1, sample + 1):
            then = _shift(meeting_zone, iso_date, zone, minute)
            if then != shift:
                yield Run(start, minute, shift)
                start, shift = minute, then
    if start < _LAST_MINUTE:
        yield Run(start, _LAST_MINUTE, shift)
