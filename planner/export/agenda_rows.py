"""Sets the sessions of the agenda in columns. Lengths are points."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planner.export import agenda_styles as look
from planner.export.page_flow import Block, PlacedText, Rule
from planner.export.paper_content import AgendaPaper, ColumnHeads, LocalSpan, PaperLine, PaperRow
from planner.export.seats_on_paper import VALUE_SEPARATOR
from planner.export.text_layout import Line, Run, Style, shorten, width_of, wrap
from planner.models.kinds import SessionKind

HAIRLINE = Rule(0.75, look.HAIRLINE_COLOUR)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin and how wide they are."""

    width: float
    minutes_x: float
    item_x: float
    item_width: float
    label_width: float
    zones: tuple["ZoneColumn", ...]


@dataclass(frozen=True, slots=True)
class ZoneColumn:
    x: float
    width: float


def columns_for(paper: AgendaPaper, width: float) -> Columns:
    """Columns wide enough for the words of this paper."""
    zones = _zone_columns([_zone_width(paper, index) for index in range(len(paper.heads.cities))], width)
    item_end = zones[0].x - look.ZONE_GAP if zones else width - look.CELL_PADDING
    return Columns(
        width=width,
        minutes_x=look.MINUTES_X,
        item_x=look.ITEM_X,
        item_width=item_end - look.ITEM_X,
        label_width=_label_width(paper),
        zones=zones,
    )


def _zone_columns(widths: list[float], width: float) -> tuple[ZoneColumn, ...]:
    """From the right edge to the left."""
    columns: list[ZoneColumn] = []
    right = width - look.CELL_PADDING
    for zone_width in reversed(widths):
        columns.insert(0, ZoneColumn(right - zone_width, zone_width))
        right -= zone_width + look.ZONE_GAP
    return tuple(columns)


def _zone_width(paper: AgendaPaper, index: int) -> float:
    local_spans = {row.local_spans[index] for day in paper.days for row in day.rows}
    widest = max(
        (
            width_of(paper.heads.cities[index], look.HEAD),
            *(width_of(local.span, look.LOCAL) for local in local_spans),
            *(width_of(local.note, look.LOCAL_NOTE) for local in local_spans if local.note),
        )
    )
    return min(widest, look.MOST_ZONE_WIDTH)


def _label_width(paper: AgendaPaper) -> float:
    labels = {line.label for day in paper.days for row in day.rows for line in row.lines}
    widest = max((width_of(label, look.LABEL) for label in labels), default=0.0)
    return max(widest + look.LABEL_GAP, look.LABEL_WIDTH)


def head_block(heads: ColumnHeads, columns: Columns) -> Block:
    """The words above the columns."""
    baseline = 12.0
    room = look.CELL_PADDING * 2
    texts = [
        PlacedText(
            look.CELL_PADDING, baseline, shorten(heads.span, look.HEAD, columns.minutes_x - room), look.HEAD
        ),
        PlacedText(columns.minutes_x, baseline, heads.minutes, look.HEAD),
        PlacedText(columns.item_x, baseline, heads.item, look.HEAD),
    ]  # fmt: skip
    for zone, city in zip(columns.zones, heads.cities, strict=True):
        texts.append(PlacedText(zone.x, baseline, shorten(city, look.HEAD, zone.width), look.HEAD))
    return Block(17.0, tuple(texts), rule=Rule(0.75, look.LINE_COLOUR))


def row_block(row: PaperRow, columns: Columns) -> Block:
    """One session: its hours and minutes, its item, its hours elsewhere."""
    time, plain = (look.BREAK_TIME, look.BREAK) if row.is_break else (look.TIME, look.PLAIN)
    first = look.ROW_FIRST_BASELINE
    texts = [
        PlacedText(look.CELL_PADDING, first, row.span, time),
        PlacedText(columns.minutes_x, first, str(row.minutes), plain),
        *_item(row, columns),
    ]
    for zone, local in zip(columns.zones, row.local_spans, strict=True):
        texts.extend(_local(local, zone))
    return Block(
        height=max(text.baseline for text in texts) + look.ROW_FOOT,
        texts=tuple(texts),
        foot=look.ROW_FOOT,
        tint=look.TINT if row.is_break else None,
        rule=HAIRLINE,
    )


def _item(row: PaperRow, columns: Columns) -> Iterator[PlacedText]:
    baseline = look.ROW_FIRST_BASELINE - look.HEADING_LEADING
    for line in wrap((Run(row.heading, _heading_style(row)),), columns.item_width):
        baseline += look.HEADING_LEADING
        yield from placed(line, columns.item_x, baseline)
    for line in wrap((Run(row.objectives, look.OBJECTIVES),), columns.item_width):
        baseline += look.LINE_LEADING
        yield from placed(line, columns.item_x, baseline)
    for labelled in row.lines:
        baseline += look.LINE_PITCH
        block = list(_labelled(labelled, columns, baseline))
        baseline = max(text.baseline for text in block)
        yield from block


def _heading_style(row: PaperRow) -> Style:
    if row.is_break:
        return look.BREAK
    return look.PLAIN if row.kind is SessionKind.RESERVE else look.HEADING


def _labelled(line: PaperLine, columns: Columns, baseline: float) -> Iterator[PlacedText]:
    yield PlacedText(columns.item_x, baseline, line.label, look.LABEL)
    width = columns.item_width - columns.label_width
    for index, wrapped in enumerate(wrap(_value_runs(line), width)):
        yield from placed(wrapped, columns.item_x + columns.label_width, baseline + index * look.LINE_LEADING)


def _value_runs(line: PaperLine) -> Iterator[Run]:
    for index, value in enumerate(line.values):
        if index:
            yield Run(VALUE_SEPARATOR, look.VALUE)
        yield Run(value.text, look.VALUE, together=True)
        if value.note:
            yield Run(f" {value.note}", look.NOTE, together=True)
    if line.note:
        yield Run(f" {line.note}", look.NOTE, together=True)


def _local(local: LocalSpan, zone: ZoneColumn) -> Iterator[PlacedText]:
    baseline = look.ROW_FIRST_BASELINE
    yield PlacedText(zone.x, baseline, local.span, look.LOCAL)
    yield from stacked(
        wrap((Run(local.note, look.LOCAL_NOTE),), zone.width),
        zone.x,
        baseline + look.LOCAL_NOTE_DROP,
        look.LOCAL_NOTE_LEADING,
    )


def stacked(lines: Sequence[Line], x: float, baseline: float, leading: float) -> Iterator[PlacedText]:
    """Lines one below the other."""
    for index, line in enumerate(lines):
        yield from placed(line, x, baseline + index * leading)


def placed(line: Iterable[Run], x: float, baseline: float) -> Iterator[PlacedText]:
    """The runs of one line, one after the other."""
    for run in line:
        yield PlacedText(x, baseline, run.text, run.style)
        x += width_of(run.text, run.style)
