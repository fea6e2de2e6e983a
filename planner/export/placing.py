"""Puts wrapped lines at their places, from left to right, whatever the direction of their words. Lengths are points."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from planner.export.agenda_styles import Styles
from planner.export.bidi import is_right_to_left
from planner.export.page_flow import PlacedText
from planner.export.shaping import visual_stretches
from planner.export.structure import Element
from planner.export.text_layout import Line, Run, Style, width_of, wrap

_GAP_BESIDE_HEADING = 18.0
_MOST_NOTE_LINES = 4

_LETTERS = {
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "ru": "\u0400-\u052f",
    "hy": "\u0531-\u058f",
    "ka": "\u10a0-\u10ff\u1c90-\u1cbf",
    "zh": "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff",
}
_OTHER_LETTERS = re.compile(
    "|".join(f"(?P<{tag}>[{letters}](?:[{letters} .,’'-]*[{letters}])?)" for tag, letters in _LETTERS.items())
)


def placed(line: Iterable[Run], x: float, baseline: float, element: Element | None = None) -> Iterator[PlacedText]:
    """The runs of one line, one after the other."""
    runs = tuple(line)
    if any(is_right_to_left(run.text) for run in runs if not run.text.isascii()):
        yield from _placed_both_ways(runs, x, baseline, element)
        return
    for run in runs:
        for text, language in by_language(run.text):
            place = element
            if language and element is not None:
                place = element.add("Span")
                place.language = language
            yield PlacedText(x, baseline, text, run.style, place)
            x += width_of(text, run.style)


@lru_cache(maxsize=16384)
def by_language(text: str) -> tuple[tuple[str, str], ...]:
    """The text in parts, each with the language that its letters are taken for; Latin ones are the paper's own."""
    if text.isascii():
        return ((text, ""),)
    parts, end = [], 0
    for match in _OTHER_LETTERS.finditer(text):
        parts += [(text[end : match.start()], ""), (match[0], match.lastgroup or "")]
        end = match.end()
    return tuple(part for part in (*parts, (text[end:], "")) if part[0])


def _placed_both_ways(runs: Line, x: float, baseline: float, element: Element | None) -> Iterator[PlacedText]:
    """Words from right to left are drawn out of reading order: each stretch of them says what is read instead."""
    for from_right, group in groupby(visual_stretches([run.text for run in runs]), key=lambda part: part.level > 0):
        stretches = list(group)
        place = element
        if from_right and element is not None:
            place = element.add("Span")
            place.text = "".join(stretch.text for stretch in sorted(stretches))
            place.language = "he" if any("\u0590" <= letter <= "\u05ff" for letter in place.text) else "ar"
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


def beside_heading(
    note: str, heading_width: float, width: float, baseline: float, styles: Styles, element: Element
) -> Iterator[PlacedText]:
    """A note at the right of the last line of a heading, or in lines below it when it is long."""
    lines = wrap((Run(note, styles.zone_note),), width - heading_width - _GAP_BESIDE_HEADING)
    if len(lines) < 2:
        note_width = sum(width_of(run.text, run.style) for line in lines for run in line)
        return stacked(lines, width - note_width, baseline, 0.0, element)
    lines = wrap((Run(note, styles.zone_note),), width)[:_MOST_NOTE_LINES]
    return stacked(lines, 0.0, baseline + styles.length(12.5), styles.length(10.5), element)
