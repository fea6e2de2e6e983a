"""What stands above every paper's first line: logo and header text, then kicker, title and subtitle."""

from io import BytesIO
from typing import NamedTuple

from reportlab.lib.utils import ImageReader

from planner.errors import InputProblem
from planner.export import agenda_styles as look
from planner.export.agenda_styles import Styles
from planner.export.look import Look
from planner.export.page_flow import Block, Picture, PlacedText, Rule
from planner.export.placing import stacked
from planner.export.structure import Element
from planner.export.text_layout import Line, Run, Style, wrap
from planner.wording import say

_LOGO_HEIGHT = 34.0
_MOST_LOGO_WIDTH = 150.0
_LOGO_GAP = 12.0
_FOOT = 14.0
_NARROWER = (0.9, 0.8, 0.7)


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


TOP = look.MARGIN
BOTTOM_MARGIN = 52.0
"""Where the flow of a page begins and how much it leaves at the foot."""
