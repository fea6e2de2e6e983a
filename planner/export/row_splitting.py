"""Below which of its lines a row is split that goes on overleaf. Lengths are points."""

from collections.abc import Sequence
from itertools import pairwise

_LEAST_LINES = 2
"""Of a row that is split, on either page."""

_LINES_TO_CHOOSE_FROM = 4
"""At the foot of the page."""

_WIDER = 1.1
"""So many times the gap beside it is a gap between paragraphs."""


def lines_that_stay(lines: Sequence[float], room: float, repeated: float) -> int:
    """How many lines stand above the split; 0 when too few would.

    ``lines`` are baselines, of which those down to ``repeated`` say what is said again overleaf, and need company.
    """
    least = max(_LEAST_LINES, sum(line <= repeated for line in lines) + 1) if len(lines) > _LEAST_LINES else 1
    most = min(sum(line <= room for line in lines), len(lines) - max(min(_LEAST_LINES, len(lines) // 2), 1))
    cuts = range(max(least, most - _LINES_TO_CHOOSE_FROM + 1), most + 1)
    gaps = [below - above for above, below in pairwise(lines)]
    return max(cuts, key=lambda cut: (_goodness(gaps, cut - 1), cut), default=0)


def _goodness(gaps: Sequence[float], place: int) -> int:
    """Best is between paragraphs, worst where one line of a paragraph stands alone."""
    if _parts_paragraphs(gaps, place):
        return 2
    beside = [neighbour for neighbour in (place - 1, place + 1) if 0 <= neighbour < len(gaps)]
    return 0 if any(_parts_paragraphs(gaps, neighbour) for neighbour in beside) else 1


def _parts_paragraphs(gaps: Sequence[float], place: int) -> bool:
    return gaps[place] > _WIDER * min(gaps[max(place - 1, 0) : place + 2])
