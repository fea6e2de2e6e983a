"""Puts wrapped lines at their places, from left to right, whatever the direction of their words. Lengths are points."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from planner.export.bidi import is_right_to_left
from planner.export.page_flow import PlacedText
from planner.export.shaping import visual_stretches
from planner.export.structure import Element
from planner.export.text_layout import Line, Run, Style, width_of, wrap


def placed(line: Iterable[Run], x: float, baseline: float, element: Element | None = None) -> Iterator[PlacedText]:
    """The runs of one line, one after the other."""
    runs = tuple(line)
    if any(is_right_to_left(run.text) for run in runs if not run.text.isascii()):
        yield from _placed_both_ways(runs, x, baseline, element)
        return
    for run in runs:
        yield PlacedText(x, baseline, run.text, run.style, element)
        x += width_of(run.text, run.style)


def _placed_both_ways(runs: Line, x: float, baseline: float, element: Element | None) -> Iterator[PlacedText]:
    """Words from right to left are drawn out of reading order: each stretch of them says what is read instead."""
    for from_right, group in groupby(visual_stretches([run.text for run in runs]), key=lambda part: part.level > 0):
        stretches = list(group)
        place = element
        if from_right and element is not None:
            place = element.add("Span")
            place.text = "".join(stretch.text for stretch in sorted(stretches))
        for stretch in stretches:
            style = runs[stretch.run].style
            yield PlacedText(x, baseline, stretch.text, style, place, stretch.level)
            x += width_of(stretch.text, style)


def stacked(
    lines: Sequence[Line], x: float, baseline: float, leading: float, element: Element | None = None
) -> Iterator[PlacedText]:
    """Lines one below the other."""
    for index, line in enumerate(lines):
        yield from placed(line, x, baseline + index * leading, element)


def wrapped(
    text: str, style: Style, width: float, x: float, baseline: float, leading: float, element: Element | None = None
) -> Iterator[PlacedText]:
    """A text of one style in lines no wider than ``width``."""
    return stacked(wrap((Run(text, style),), width), x, baseline, leading, element)
