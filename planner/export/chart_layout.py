"""Sets a chart of horizontal bars: label, bar, value in words. Lengths are points."""

from planner.export import agenda_styles as look
from planner.export.agenda_styles import Styles
from planner.export.page_flow import Block, Box, PlacedText
from planner.export.paper_parts import Bars
from planner.export.placing import placed
from planner.export.structure import Element
from planner.export.text_layout import Run, shorten, width_of

_PITCH = 14.5
_BAR_HEIGHT = 8.0
_GAP = 7.0
_MOST_LABEL_SHARE = 0.36
_MOST_WORDS_SHARE = 0.3
_FOOT = 6.0


def bars_block(chart: Bars, width: float, styles: Styles, root: Element) -> Block:
    """The chart below its title, read aloud as its summary."""
    figure = root.add("Figure", alternative=chart.summary or chart.title)
    label_width = _widest([bar.label for bar in chart.bars], styles, width * _MOST_LABEL_SHARE)
    words_width = _widest([bar.words for bar in chart.bars], styles, width * _MOST_WORDS_SHARE)
    room = width - label_width - words_width - 2 * _GAP
    largest = max((bar.value for bar in chart.bars), default=0.0) or 1.0
    pitch, texts, boxes = styles.length(_PITCH), list[PlacedText](), list[Box]()
    for index, bar in enumerate(chart.bars):
        top, length = index * pitch, room * max(bar.value, 0.0) / largest
        height = styles.length(_BAR_HEIGHT)
        baseline, bar_top = top + pitch * 0.72, top + (pitch - height) / 2
        x = label_width + _GAP
        texts.extend(_line(shorten(bar.label, styles.value, label_width), 0.0, baseline, styles, figure))
        boxes.append(Box(x, bar_top, room, height, look.TINT))
        boxes.append(Box(x, bar_top, length, height, styles.accent))
        texts.extend(_line(shorten(bar.words, styles.value, words_width), x + room + _GAP, baseline, styles, figure))
    return Block(len(chart.bars) * pitch + _FOOT, tuple(texts), foot=_FOOT, boxes=tuple(boxes), figure=figure)


def _widest(texts: list[str], styles: Styles, most: float) -> float:
    return min(max((width_of(text, styles.value) for text in texts), default=0.0), most)


def _line(text: str, x: float, baseline: float, styles: Styles, figure: Element) -> list[PlacedText]:
    return list(placed((Run(text, styles.value),), x, baseline, figure))
