"""Sets a chart of horizontal bars: label, bar, value in words. Lengths are points."""

from planner.export import agenda_styles as look
from planner.export.agenda_styles import Styles
from planner.export.page_flow import Block, Box, PlacedText
from planner.export.paper_parts import Bars
from planner.export.placing import placed
from planner.export.structure import Element
from planner.export.text_layout import Run, Style, shorten, width_of

_PITCH = 14.5
_BAR_HEIGHT = 8.0
_GAP = 7.0
_LEAST_BAR_SHARE = 0.22
_MOST_LABEL_SHARE, _MOST_WORDS_SHARE = 0.42, 0.36
_SMALLEST, _A_LITTLE_SMALLER = 7.0, 0.5
_FOOT = 6.0


def bars_block(chart: Bars, width: float, styles: Styles, root: Element) -> Block:
    """The chart below its title, read aloud as its summary."""
    figure = root.add("Figure", alternative=chart.summary or chart.title)
    style, label_width, words_width = _letters(chart, width, styles.value)
    room = width - label_width - words_width - 2 * _GAP
    largest = max((bar.value for bar in chart.bars), default=0.0) or 1.0
    pitch, texts, boxes = styles.length(_PITCH), list[PlacedText](), list[Box]()
    for index, bar in enumerate(chart.bars):
        top, length = index * pitch, room * max(bar.value, 0.0) / largest
        height = styles.length(_BAR_HEIGHT)
        baseline, bar_top = top + pitch * 0.72, top + (pitch - height) / 2
        x = label_width + _GAP
        texts.extend(placed((Run(shorten(bar.label, style, label_width), style),), 0.0, baseline, figure))
        boxes.append(Box(x, bar_top, room, height, look.TINT))
        boxes.append(Box(x, bar_top, length, height, styles.accent))
        texts.extend(placed((Run(shorten(bar.words, style, words_width), style),), x + room + _GAP, baseline, figure))
    return Block(len(chart.bars) * pitch + _FOOT, tuple(texts), foot=_FOOT, boxes=tuple(boxes), figure=figure)


def _letters(chart: Bars, width: float, style: Style) -> tuple[Style, float, float]:
    """The largest that leave nothing out and the bars some room; with them the widths of labels and words."""
    while True:
        label_width = max((width_of(bar.label, style) for bar in chart.bars), default=0.0)
        words_width = max((width_of(bar.words, style) for bar in chart.bars), default=0.0)
        if label_width + words_width + 2 * _GAP <= (1.0 - _LEAST_BAR_SHARE) * width:
            return style, label_width, words_width
        if style.size <= _SMALLEST:
            return style, min(label_width, _MOST_LABEL_SHARE * width), min(words_width, _MOST_WORDS_SHARE * width)
        style = style._replace(size=max(style.size - _A_LITTLE_SMALLER, _SMALLEST))
