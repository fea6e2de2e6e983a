"""Sets paragraphs and lists in a column. Lengths are points, y grows downwards."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from planner.export import agenda_styles as look
from planner.export.agenda_styles import Styles
from planner.export.fonts import Face
from planner.export.page_flow import PlacedText
from planner.export.paper_parts import Align, Bullets, Emphasis, Paragraph, ParagraphRole, Runs
from planner.export.placing import placed
from planner.export.structure import Element
from planner.export.text_layout import Colour, Run, Style, width_of, wrap

_LEADING = 1.38
_GAP_BETWEEN = 0.35
_NUMBER_GAP = 4.0
_MOST_LABEL_SHARE = 0.4
_BULLET = "\u2022"

DISC = "<</O/List/ListNumbering/Disc>>"
DECIMAL = "<</O/List/ListNumbering/Decimal>>"


@dataclass(frozen=True, slots=True)
class TextStyles:
    """The styles of running text, on the page or in a cell."""

    body: Style
    lead: Style
    note: Style
    small_heading: Style
    accent: Colour

    def of(self, role: ParagraphRole) -> Style:
        return {
            ParagraphRole.BODY: self.body,
            ParagraphRole.LEAD: self.lead,
            ParagraphRole.NOTE: self.note,
            ParagraphRole.SMALL_HEADING: self.small_heading,
        }[role]


def page_text(styles: Styles) -> TextStyles:
    """Text over the whole width of a page."""
    return TextStyles(styles.plain, styles.lead, styles.label, styles.bold, styles.kicker.colour)


def cell_text(styles: Styles, *, is_soft: bool = False) -> TextStyles:
    """Text in a table, a little smaller."""
    body = styles.label if is_soft else styles.value
    return TextStyles(body, styles.plain, styles.local, styles.small, styles.kicker.colour)


@dataclass(frozen=True, slots=True)
class Column:
    """Where text stands and how it is set; ``label_width`` is that of the words before a tab, with their gap."""

    x: float
    width: float
    text: TextStyles
    align: Align = Align.START
    label_width: float = 0.0


@lru_cache(maxsize=512)
def emphasized(style: Style, emphasis: Emphasis, accent: Colour) -> Style:
    """The style of a run; one object for each, so that neighbours can be joined."""
    match emphasis:
        case Emphasis.PLAIN:
            return style
        case Emphasis.BOLD:
            return style._replace(face=Face.SEMI_BOLD)
        case Emphasis.ITALIC:
            return style._replace(face=Face.ITALIC)
        case Emphasis.SOFT:
            return style._replace(colour=look.MUTED)
        case Emphasis.OPEN:
            return style._replace(colour=look.AMBER)
        case Emphasis.STRUCK:
            return style._replace(colour=look.MUTED, struck=True)
        case Emphasis.ADDED:
            return style._replace(colour=accent, underlined=True)


def set_contents(
    contents: Iterable[Paragraph | Bullets],
    column: Column,
    top: float,
    parent: Element,
    *,
    alone: Element | None = None,
) -> tuple[list[PlacedText], float]:
    """The texts one below the other, and where they end; with ``alone`` the one paragraph there is belongs to it."""
    texts: list[PlacedText] = []
    for index, content in enumerate(contents):
        if index:
            top += column.text.body.size * _GAP_BETWEEN
        if isinstance(content, Paragraph):
            placed_texts, top = _set_paragraph(content, column, top, alone or parent.add("P"))
        else:
            placed_texts, top = _set_bullets(content, column, top, parent)
        texts.extend(placed_texts)
    return texts, top


def _set_paragraph(
    paragraph: Paragraph, column: Column, top: float, element: Element
) -> tuple[list[PlacedText], float]:
    style, runs = column.text.of(paragraph.role), paragraph.runs
    if not has_label(runs) or not 0 < column.label_width <= column.width * _MOST_LABEL_SHARE:
        return _set_runs(runs, style, column, top, element)
    narrow = replace(column, width=column.label_width)
    label, label_foot = _set_runs((replace(runs[0], text=runs[0].text.rstrip("\t")),), style, narrow, top, element)
    beside = replace(column, x=column.x + column.label_width, width=column.width - column.label_width)
    value, foot = _set_runs(runs[1:], style, beside, top, element)
    return [*label, *value], max(label_foot, foot)


def has_label(runs: Runs) -> bool:
    """Whether the first words stand before a tab, and the others below each other beside them."""
    return len(runs) > 1 and runs[0].text.endswith("\t")


def _set_runs(runs: Runs, style: Style, column: Column, top: float, element: Element) -> tuple[list[PlacedText], float]:
    leading = style.size * _LEADING
    texts: list[PlacedText] = []
    styled = [Run(run.text, emphasized(style, run.emphasis, column.text.accent)) for run in runs]
    for line in wrap(styled, column.width):
        top += leading
        x = column.x
        if column.align is Align.END:
            x += column.width - sum(width_of(run.text, run.style) for run in line)
        texts.extend(placed(line, x, top - 0.3 * style.size, element))
    return texts, top


def _set_bullets(bullets: Bullets, column: Column, top: float, parent: Element) -> tuple[list[PlacedText], float]:
    texts: list[PlacedText] = []
    for item, height in set_items(bullets, column, parent):
        texts += [text._replace(baseline=text.baseline + top) for text in item]
        top += height
    return texts, top


def set_items(bullets: Bullets, column: Column, parent: Element) -> list[tuple[list[PlacedText], float]]:
    """The texts of each item of a list, from its own top, and its height with the gap below it."""
    style = column.text.body
    labels = [f"{number}." if bullets.numbered else _BULLET for number in range(1, len(bullets.items) + 1)]
    indent = max((width_of(label, style) for label in labels), default=0.0) + _NUMBER_GAP
    inside = replace(column, x=column.x + indent, width=column.width - indent)
    element = parent.add("L", DECIMAL if bullets.numbered else DISC)
    made: list[tuple[list[PlacedText], float]] = []
    for label, runs in zip(labels, bullets.items, strict=True):
        item = element.add("LI")
        label_element = item.add("Lbl")
        texts, foot = _set_runs(runs, style, inside, 0.0, item.add("LBody"))
        height = foot + style.size * _GAP_BETWEEN / 2
        made.append(([*_labels(label, column, style, texts, label_element), *texts], height))
    return made


def _labels(label: str, column: Column, style: Style, item: list[PlacedText], element: Element) -> Iterator[PlacedText]:
    if item:
        yield PlacedText(column.x, item[0].baseline, label, style, element)
