"""Sets the sessions of the agenda in columns. Lengths are points."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planner.export import agenda_styles as look
from planner.export.page_flow import Block, PlacedText, Rule
from planner.export.paper_content import AgendaPaper, ColumnHeads, LocalSpan, PaperLine, PaperRow
from planner.export.seats_on_paper import VALUE_SEPARATOR
from planner.export.text_layout import Line, Run, Style, shorten, width_of, wrap
from planner.models.agenda import SessionKind

HAIRLINE = Rule(0.75, look.HAIRLINE_COLOUR)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin and how wide they are."""

    width: float
    minutes_x: float
    item_x: float
    item_width: float
    label_width: float
    zone_xs: tuple[float, ...]
    zone_text_width: float


def columns_for(paper: AgendaPaper, width: float) -> Columns:
    """Columns wide enough for the words of this paper."""
    text_width = _widest_in_zone_columns(paper)
    zone_width = text_width + look.ZONE_GAP
    zones_x = width - zone_width * len(paper.heads.cities) + look.ZONE_GAP - look.CELL_PADDING
    return Columns(
        width=width,
        minutes_x=look.MINUTES_X,
        item_x=look.ITEM_X,
        item_width=zones_x - look.ITEM_X - look.ZONE_GAP,
        label_width=_label_width(paper),
        zone_xs=tuple(zones_x + zone_width * index for index in range(len(paper.heads.cities))),
        zone_text_width=text_width,
    )


def _widest_in_zone_columns(paper: AgendaPaper) -> float:
    local_spans = [local for day in paper.days for row in day.rows for local in row.local_spans]
    widest = max(
        (
            *(width_of(city, look.HEAD) for city in paper.heads.cities),
            *(width_of(text, look.LOCAL) for text in {local.span for local in local_spans}),
            *(width_of(text, look.LOCAL_NOTE) for text in {local.note for local in local_spans}),
        ),
        default=0.0,
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
    for x, city in zip(columns.zone_xs, heads.cities, strict=True):
        texts.append(PlacedText(x, baseline, shorten(city, look.HEAD, columns.zone_text_width), look.HEAD))
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
    for x, local in zip(columns.zone_xs, row.local_spans, strict=True):
        texts.extend(_local(local, x, columns.zone_text_width))
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
        yield Run((VALUE_SEPARATOR if index else "") + value.text, look.VALUE)
        if value.note:
            yield Run(f" {value.note}", look.NOTE, together=True)
    if line.note:
        yield Run(f" {line.note}", look.NOTE, together=True)


def _local(local: LocalSpan, x: float, width: float) -> Iterator[PlacedText]:
    yield PlacedText(x, look.ROW_FIRST_BASELINE, local.span, look.LOCAL)
    yield from stacked(
        wrap((Run(local.note, look.LOCAL_NOTE),), width), x, look.ROW_FIRST_BASELINE + 9.0, 8.0
    )  # fmt: skip


def stacked(lines: Sequence[Line], x: float, baseline: float, leading: float) -> Iterator[PlacedText]:
    """Lines one below the other."""
    for index, line in enumerate(lines):
        yield from placed(line, x, baseline + index * leading)


def placed(line: Iterable[Run], x: float, baseline: float) -> Iterator[PlacedText]:
    """The runs of one line, one after the other."""
    for run in line:
        yield PlacedText(x, baseline, run.text, run.style)
        x += width_of(run.text, run.style)
