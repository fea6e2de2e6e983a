"""What stands above the first line: of a paper logo, header text, kicker, title, subtitle; of a later page its head."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from reportlab.lib.utils import ImageReader

from planner.errors import InputProblem
from planner.export import agenda_styles as look
from planner.export.agenda_styles import Styles
from planner.export.look import Look
from planner.export.page_flow import Block, Picture, PlacedText, Rule
from planner.export.placing import placed, stacked
from planner.export.structure import Element
from planner.export.text_layout import Line, Run, Style, shorten, width_of, wrap
from planner.wording import say

_LOGO_HEIGHT = 34.0
_MOST_LOGO_WIDTH = 150.0
_LOGO_GAP = 12.0
_FOOT = 14.0
_NARROWER = (0.9, 0.8, 0.7)

_HEAD_BASELINE, _LOWER_HEAD_BASELINE = 27.0, 30.0
_HEAD_GAP = 14.0
_HEAD_LEADING = 1.2
_MOST_FOR_THE_RIGHT = (0.48, 0.62)
_SMALLEST_HEAD, _LARGEST_ON_TWO_LINES = 6.5, 10.0
_A_LITTLE_SMALLER = 0.5


class Title(NamedTuple):
    """The first words of a paper."""

    kicker: str
    title: str
    subtitle: str


def letterhead(chosen: Look, width: float, styles: Styles, root: Element) -> Block | None:
    """Logo at the left, header text at the right; None without both. Raises InputProblem for a logo nobody can read."""
    picture = _picture(chosen, root) if chosen.logo else None
    room = width - (picture.width + _LOGO_GAP if picture else 0.0)
    lines = wrap((Run(chosen.header_text, styles.header),), room)
    if picture is None and not lines:
        return None
    leading = styles.length(10.5)
    text_height = leading * len(lines)
    height = max(picture.height if picture else 0.0, text_height)
    x = picture.width + _LOGO_GAP if picture else 0.0
    first = (height - text_height) / 2 + styles.length(8.0)
    texts = tuple(stacked(lines, x, first, leading, root.add("P")))
    return Block(height + _FOOT, texts, foot=_FOOT, picture=picture)


def _picture(chosen: Look, root: Element) -> Picture:
    width, height = picture_size(chosen.logo)
    scale = min(_LOGO_HEIGHT / height, _MOST_LOGO_WIDTH / width)
    element = root.add("Figure", alternative=chosen.logo_alt or say("Logo"))
    return Picture(chosen.logo, 0.0, 0.0, width * scale, height * scale, element)


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels. Raises InputProblem."""
    try:
        width, height = ImageReader(BytesIO(data)).getSize()
    except (OSError, ValueError) as failure:
        raise InputProblem(say("The logo cannot be read: choose a PNG or JPEG picture.")) from failure
    return width, height


def title_block(title: Title, width: float, styles: Styles, root: Element) -> Block:
    """Kicker, title and subtitle above a rule in the accent colour."""
    length = styles.length
    texts = [PlacedText(0.0, length(6.8), title.kicker, styles.kicker, root.add("P"))] if title.kicker else []
    baseline = length(7.6) if title.kicker else length(-5.5)
    first, leading = baseline + length(19.5), length(19.5)
    heading = list(stacked(even_lines(title.title, styles.title, width), 0.0, first, leading, root.add("H1")))
    baseline = max((text.baseline for text in heading), default=baseline) + length(5.7)
    lines = even_lines(title.subtitle, styles.subtitle, width)
    subtitle = list(stacked(lines, 0.0, baseline + length(11.8), length(11.8), root.add("P")))
    baseline = max((text.baseline for text in subtitle), default=baseline)
    foot = length(15.0)
    return Block(baseline + foot, (*texts, *heading, *subtitle), foot=foot, rule=Rule(1.5, styles.accent))


def even_lines(text: str, style: Style, width: float) -> list[Line]:
    """The text in lines of which the last is not one lonely word, where narrower ones can help that."""
    lines = wrap((Run(text, style),), width)
    for share in _NARROWER:
        if len(lines) < 2 or " " in "".join(run.text for run in lines[-1]):
            break
        narrower = wrap((Run(text, style),), width * share)
        lines = narrower if len(narrower) == len(lines) else lines
    return lines


def top_blocks(title: Title, chosen: Look, width: float, styles: Styles, root: Element) -> list[Block]:
    """The letterhead, where there is one, and the title."""
    head = letterhead(chosen, width, styles, root)
    block = title_block(title, width, styles, root)
    return [block] if head is None else [head, block]


def head_of_page(left: str, right: str, width: float, style: Style) -> list[PlacedText]:
    """On one line, else on two, in the largest letters that leave nothing out; baselines are those of the page."""
    size = style.size
    while True:
        style, most = style._replace(size=size), 2 if size <= _LARGEST_ON_TWO_LINES else 1
        for share in _MOST_FOR_THE_RIGHT:
            at_right = min(width_of(right, style) + 0.01, width * share)
            rooms = (width - at_right - (_HEAD_GAP if right else 0.0), at_right)
            sides = [wrap((Run(text, style),), room) for text, room in zip((left, right), rooms, strict=True)]
            if max(map(len, sides)) <= most:
                return [*_placed_head(sides, width, style)]
        if size <= _SMALLEST_HEAD:
            cut = [_two_lines(lines, room, style) for lines, room in zip(sides, rooms, strict=True)]
            return [*_placed_head(cut, width, style)]
        size = max(size - _A_LITTLE_SMALLER, _SMALLEST_HEAD)


def _two_lines(lines: list[Line], width: float, style: Style) -> list[Line]:
    """The first line, and of the others what has room on a second one."""
    rest = " ".join("".join(run.text for run in line) for line in lines[1:])
    return [*lines[:1], (Run(shorten(rest, style, width), style),)] if rest else lines


def _placed_head(sides: Sequence[list[Line]], width: float, style: Style) -> Iterator[PlacedText]:
    count, leading = max(map(len, sides)), style.size * _HEAD_LEADING
    first = _HEAD_BASELINE if count < 2 else _LOWER_HEAD_BASELINE - leading
    for side, lines in enumerate(sides):
        for index, line in enumerate(lines):
            x = (width - sum(width_of(run.text, run.style) for run in line)) * side
            yield from placed(line, x, first + index * leading)


TOP = look.MARGIN
BOTTOM_MARGIN = 52.0
"""Where the flow of a page begins and how much it leaves at the foot."""
