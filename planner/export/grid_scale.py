"""Where the hours of a grid lie: in proportion to the time, but no block lower than its words. Lengths are points."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_HALVINGS = 24


class Need(NamedTuple):
    """A block from one minute to another needs this height for its words."""

    start_minute: int
    end_minute: int
    height: float


class HourScale:
    """Minutes -> y. Between two edges of blocks, y grows evenly."""

    def __init__(self, edges: Sequence[int], ys: Sequence[float]) -> None:
        self._edges = edges
        self._ys = ys

    @property
    def height(self) -> float:
        return self._ys[-1]

    def y(self, minute: int) -> float:
        place = min(max(bisect_right(self._edges, minute) - 1, 0), len(self._edges) - 2)
        start, end = self._edges[place], self._edges[place + 1]
        share = (minute - start) / (end - start)
        return self._ys[place] + share * (self._ys[place + 1] - self._ys[place])


def fitting_scale(needs: Sequence[Need], edges: Sequence[int], height: float, least_share: float) -> HourScale | None:
    """The scale that fills ``height``; None when that leaves an hour less than ``least_share`` of its even part."""
    even = height / (edges[-1] - edges[0])
    if _stretched(needs, edges, even * least_share).height > height + 0.01:
        return None
    low, high = even * least_share, even
    for _halving in range(_HALVINGS):
        middle = (low + high) / 2
        if _stretched(needs, edges, middle).height > height:
            high = middle
        else:
            low = middle
    return _stretched(needs, edges, low)


def tight_scale(needs: Sequence[Need], edges: Sequence[int]) -> HourScale:
    """As low as the words allow, for what fits no page."""
    return _stretched(needs, edges, 0.0)


def _stretched(needs: Sequence[Need], edges: Sequence[int], points_a_minute: float) -> HourScale:
    """Each edge stands as far below the one before as its minutes ask, and below the start of what ends there."""
    ending: dict[int, list[Need]] = {}
    for need in needs:
        ending.setdefault(need.end_minute, []).append(need)
    ys = {edges[0]: 0.0}
    for before, edge in pairwise(edges):
        least = ys[before] + (edge - before) * points_a_minute
        ys[edge] = max([least, *(ys[need.start_minute] + need.height for need in ending.get(edge, ()))])
    return HourScale(edges, [ys[edge] for edge in edges])
