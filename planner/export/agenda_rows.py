"""Sets the sessions of the agenda in columns. Lengths are points."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from planner.export import agenda_styles as look
from planner.export.agenda_styles import Styles, styles_for
from planner.export.look import SMALLEST_FONT_SIZE, Look
from planner.export.page_flow import Block, PlacedText, Rule
from planner.export.paper_content import AgendaPaper, ColumnHeads, LocalSpan, PaperLine, PaperRow
from planner.export.placing import placed, stacked, wrapped
from planner.export.seats_on_paper import VALUE_SEPARATOR
from planner.export.structure import COLUMN_SCOPE, ROW_SCOPE, Element
from planner.export.text_layout import Run, Style, shorten, width_of, wrap
from planner.models.kinds import SessionKind
from planner.wording import say

HAIRLINE = Rule(0.75, look.HAIRLINE_COLOUR)
_LINES_SAID_AGAIN = 2.2


class Columns(NamedTuple):
    """Where the columns begin and how wide they are, and in which styles they are set."""

    styles: Styles
    width: float
    minutes_x: float
    item_x: float
    item_width: float
    label_width: float
    zones: tuple["ZoneColumn", ...]

    @property
    def shows_minutes(self) -> bool:
        return self.minutes_x < self.item_x

    @property
    def reads_well(self) -> bool:
        """Whether titles and names have room for a few words a line."""
        value_width = self.item_width - self.label_width
        enough = look.LEAST_VALUE_LETTERS * self.styles.value.size
        return self.item_width >= look.LEAST_ITEM_SHARE * self.width and value_width >= enough


class ZoneColumn(NamedTuple):
    x: float
    width: float


def fitting_columns(paper: AgendaPaper, width: float, chosen: Look) -> Columns:
    """Columns that leave the items room to be read: with narrower zones, hours on two lines, or smaller letters."""
    narrowest = look.ZONE_WIDTHS[-1]
    tries = [*((zone_width, False) for zone_width in look.ZONE_WIDTHS), (narrowest, True)]
    for font_size in range(max(chosen.font_size, SMALLEST_FONT_SIZE), SMALLEST_FONT_SIZE - 1, -1):
        styles = styles_for(chosen.accent, font_size)
        for zone_width, two_lines in tries:
            columns = columns_for(paper, width, styles, zone_width, two_lines=two_lines)
            if columns.reads_well:
                return columns
    return columns


def columns_for(
    paper: AgendaPaper, width: float, styles: Styles, most_zone_width: float, *, two_lines: bool = False
) -> Columns:
    """Columns wide enough for the words of this paper; ``two_lines`` parts the hours after their dash."""
    most = styles.length(most_zone_width)
    zone_widths = [_zone_width(paper, index, styles, most) for index in range(len(paper.heads.cities))]
    zones = _zone_columns(zone_widths, width)
    item_end = zones[0].x - look.ZONE_GAP if zones else width - look.CELL_PADDING
    minutes_x = _minutes_x(paper, styles, two_lines=two_lines)
    item_x = minutes_x + (styles.length(look.MINUTES_WIDTH) if paper.heads.minutes else 0.0)
    return Columns(
        styles=styles,
        width=width,
        minutes_x=minutes_x,
        item_x=item_x,
        item_width=item_end - item_x,
        label_width=_label_width(paper, styles),
        zones=zones,
    )


def _minutes_x(paper: AgendaPaper, styles: Styles, *, two_lines: bool) -> float:
    spans = {row.span for day in paper.days for row in day.rows}
    parts = {part for span in spans for part in (_span_parts(span) if two_lines else (span,))}
    widest = max((width_of(part, styles.time) for part in parts), default=0.0)
    least = 0.0 if two_lines else styles.length(look.MINUTES_X)
    return max(least, look.CELL_PADDING + widest + styles.length(look.SPAN_GAP))


def _span_parts(span: str) -> tuple[str, str]:
    """ "10:00-" and "11:30", with an en dash."""
    start, dash, end = span.partition("\u2013")
    return start + dash, end


def _zone_columns(widths: list[float], width: float) -> tuple[ZoneColumn, ...]:
    """From the right edge to the left."""
    columns: list[ZoneColumn] = []
    right = width - look.CELL_PADDING
    for zone_width in reversed(widths):
        columns.insert(0, ZoneColumn(right - zone_width, zone_width))
        right -= zone_width + look.ZONE_GAP
    return tuple(columns)


def _zone_width(paper: AgendaPaper, index: int, styles: Styles, most: float) -> float:
    local_spans = {row.local_spans[index] for day in paper.days for row in day.rows}
    spans = max((width_of(local.span, styles.local) for local in local_spans), default=0.0)
    notes = max((width_of(local.note, styles.local_note) for local in local_spans if local.note), default=0.0)
    return min(max(width_of(paper.heads.cities[index], styles.head), notes, spans), most)


def _label_width(paper: AgendaPaper, styles: Styles) -> float:
    labels = {line.label for day in paper.days for row in day.rows for line in row.lines}
    widest = max((width_of(label, styles.label) for label in labels), default=0.0)
    return max(widest + look.LABEL_GAP, styles.length(look.LABEL_WIDTH))


def head_block(heads: ColumnHeads, columns: Columns, table: Element) -> Block:
    """The words above the columns."""
    style, row = columns.styles.head, table.add("TR")
    baseline = columns.styles.length(12.0)
    span = shorten(heads.span, style, columns.minutes_x - look.CELL_PADDING * 2)
    words = [(look.CELL_PADDING, span)]
    if columns.shows_minutes:
        words.append((columns.minutes_x, heads.minutes))
    words.append((columns.item_x, heads.item))
    for zone, city in zip(columns.zones, heads.cities, strict=True):
        words.append((zone.x, shorten(city, style, zone.width)))
    texts = tuple(PlacedText(x, baseline, text, style, row.add("TH", COLUMN_SCOPE)) for x, text in words)
    return Block(columns.styles.length(17.0), texts, rule=Rule(0.75, look.LINE_COLOUR))


def row_block(row: PaperRow, columns: Columns, table: Element) -> Block:
    """One session: its hours and minutes, its item, its hours elsewhere."""
    styles, table_row = columns.styles, table.add("TR")
    time, plain = (styles.break_time, styles.soft) if row.is_break else (styles.time, styles.plain)
    first = styles.length(look.ROW_FIRST_BASELINE)
    texts = list(_span(row.span, time, columns, table_row.add("TH", ROW_SCOPE)))
    if columns.shows_minutes:
        texts.append(PlacedText(columns.minutes_x, first, str(row.minutes), plain, table_row.add("TD")))
    texts += _item(row, columns, table_row.add("TD"))
    for zone, local in zip(columns.zones, row.local_spans, strict=True):
        texts.extend(_local(local, zone, styles, table_row.add("TD")))
    return Block(
        height=max(text.baseline for text in texts) + styles.length(look.ROW_FOOT),
        texts=tuple(texts),
        foot=styles.length(look.ROW_FOOT),
        tint=look.TINT if row.is_break else None,
        rule=HAIRLINE,
        bookmark=row.heading,
        bookmark_level=1,
        session_id=row.session_id,
        again=partial(_row_again, row, columns),
    )


def _row_again(row: PaperRow, columns: Columns) -> Block:
    """The hours and the title of a session that goes on overleaf; a long title is shortened."""
    styles, nowhere = columns.styles, Element("Artifact")
    style = _heading_style(row, styles)
    title = shorten(row.heading, style, _LINES_SAID_AGAIN * columns.item_width)
    name = say("{heading} (continued)", heading=title)
    first, leading = styles.length(look.ROW_FIRST_BASELINE), styles.length(look.HEADING_LEADING)
    texts = [*_span(row.span, styles.break_time if row.is_break else styles.time, columns, nowhere)]
    texts += wrapped(name, style, columns.item_width, columns.item_x, first, leading)
    height = texts[-1].baseline + styles.length(look.LINE_PITCH) - first
    for zone, local in zip(columns.zones, row.local_spans, strict=True):
        texts += _local(local, zone, styles, nowhere)
    return Block(height, tuple(texts)).as_artifact()


def _span(span: str, style: Style, columns: Columns, cell: Element) -> Iterator[PlacedText]:
    """On one line, or parted after the dash where the column is narrow."""
    styles, width = columns.styles, columns.minutes_x - look.CELL_PADDING
    parts = (span,) if width_of(span, style) <= width else _span_parts(span)
    for index, part in enumerate(parts):
        baseline = styles.length(look.ROW_FIRST_BASELINE + index * look.LINE_LEADING)
        yield PlacedText(look.CELL_PADDING, baseline, part, style, cell)


def _item(row: PaperRow, columns: Columns, cell: Element) -> Iterator[PlacedText]:
    styles = columns.styles
    baseline = styles.length(look.ROW_FIRST_BASELINE - look.HEADING_LEADING)
    heading = cell.add("P")
    for line in wrap((Run(row.heading, _heading_style(row, styles)),), columns.item_width):
        baseline += styles.length(look.HEADING_LEADING)
        yield from placed(line, columns.item_x, baseline, heading)
    objectives = cell.add("P")
    for line in wrap((Run(row.objectives, styles.objectives),), columns.item_width):
        baseline += styles.length(look.LINE_LEADING)
        yield from placed(line, columns.item_x, baseline, objectives)
    for labelled in row.lines:
        baseline += styles.length(look.LINE_PITCH)
        block = list(_labelled(labelled, columns, baseline, cell.add("P")))
        baseline = max(text.baseline for text in block)
        yield from block


def _heading_style(row: PaperRow, styles: Styles) -> Style:
    if row.is_break:
        return styles.soft
    return styles.plain if row.kind is SessionKind.RESERVE else styles.heading


def _labelled(line: PaperLine, columns: Columns, baseline: float, element: Element) -> Iterator[PlacedText]:
    yield from placed((Run(f"{line.label} ", columns.styles.label),), columns.item_x, baseline, element)
    width = columns.item_width - columns.label_width
    leading = columns.styles.length(look.LINE_LEADING)
    for index, wrapped_line in enumerate(wrap(_value_runs(line, columns.styles), width)):
        yield from placed(wrapped_line, columns.item_x + columns.label_width, baseline + index * leading, element)


def _value_runs(line: PaperLine, styles: Styles) -> Iterator[Run]:
    for index, value in enumerate(line.values):
        if index:
            yield Run(VALUE_SEPARATOR, styles.value)
        yield Run(value.text, styles.note if value.is_open else styles.value, together=True)
        if value.note:
            yield Run(f" {value.note}", styles.note, together=True)
    if line.note:
        yield Run(f" {line.note}", styles.note, together=True)


def _local(local: LocalSpan, zone: ZoneColumn, styles: Styles, cell: Element) -> Iterator[PlacedText]:
    baseline = styles.length(look.ROW_FIRST_BASELINE)
    drop = styles.length(look.LOCAL_NOTE_DROP)
    lines = wrap((Run(part, styles.local, together=True) for part in _span_parts(local.span)), zone.width)
    yield from stacked(lines, zone.x, baseline, drop, cell)
    yield from wrapped(
        local.note, styles.local_note, zone.width, zone.x,
        baseline + len(lines) * drop, styles.length(look.LOCAL_NOTE_LEADING), cell,
    )  # fmt: skip
