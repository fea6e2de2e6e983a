"""The public agenda as parts, for Word: a heading and a table a day."""

from collections.abc import Iterator

from planner.export.agenda_paper import AgendaOptions, agenda_paper
from planner.export.paper_content import AgendaPaper, ColumnHeads, LocalSpan, PaperDay, PaperLine, PaperRow
from planner.export.paper_parts import (
    Align,
    Column,
    Emphasis,
    Heading,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Run,
    Runs,
    Table,
    body,
    plain,
)
from planner.export.seat_runs import line_runs
from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.wording import say

_SPAN_SHARE, _MINUTES_SHARE, _ZONE_SHARE, _WHOLE = 68.0, 33.0, 62.0, 510.0
"""Points of an A4 page."""

Cell = tuple[Paragraph, ...]


def agenda_parts(agenda: Agenda, options: AgendaOptions) -> PaperParts:
    """The content of the printed agenda. Raises InputProblem for too many or unknown zones."""
    return parts_of_agenda(agenda_paper(agenda, options))


def parts_of_agenda(paper: AgendaPaper) -> PaperParts:
    """The same content, as parts."""
    days = tuple(part for day in paper.days for part in _day(day, paper.heads))
    empty = (body(paper.empty_note, ParagraphRole.NOTE),) if paper.empty_note else ()
    return PaperParts(
        kicker=paper.kicker,
        title=paper.title,
        subtitle=paper.subtitle,
        parts=(*days, *empty),
        version_note=paper.version_note,
        zone_note=paper.zone_note,
        watermark=paper.watermark,
        name=paper.name,
    )


def _day(day: PaperDay, heads: ColumnHeads) -> Iterator[Part]:
    yield Heading(1, day.heading, aside=day.zone_note)
    rows = tuple(_row(row, shows_minutes=bool(heads.minutes)) for row in day.rows)
    yield Table(agenda_columns(heads), rows, say("The sessions of {day}", day=day.heading))


def agenda_columns(heads: ColumnHeads) -> tuple[Column, ...]:
    """Hours, minutes where they are shown, the item, a column a zone."""
    minutes = (Column(heads.minutes, _MINUTES_SHARE),) if heads.minutes else ()
    cities = tuple(Column(city, _ZONE_SHARE) for city in heads.cities)
    taken = _SPAN_SHARE + sum(column.share for column in (*minutes, *cities))
    item = Column(heads.item, max(_WHOLE - taken, _WHOLE / 3))
    return (Column(heads.span, _SPAN_SHARE, Align.START, is_header=True), *minutes, item, *cities)


def _row(row: PaperRow, *, shows_minutes: bool) -> Row:
    minutes: tuple[Cell, ...] = ((body(str(row.minutes)),),) if shows_minutes else ()
    span: Cell = (Paragraph((Run(row.span, Emphasis.BOLD),)),)
    locals_ = tuple(tuple(_local(local)) for local in row.local_spans)
    return Row((span, *minutes, tuple(_item(row)), *locals_), row.session_id, tinted=row.is_break)


def heading_role(row: PaperRow) -> ParagraphRole:
    """Breaks and what is kept free stand back."""
    is_plain = row.is_break or row.kind is SessionKind.RESERVE
    return ParagraphRole.BODY if is_plain else ParagraphRole.SMALL_HEADING


def _item(row: PaperRow) -> Iterator[Paragraph]:
    yield body(row.heading, heading_role(row))
    if row.objectives:
        yield body(row.objectives, ParagraphRole.NOTE)
    for line in row.lines:
        yield Paragraph(_runs(line))


def _runs(line: PaperLine) -> Runs:
    return (Run(f"{line.label}\t", Emphasis.SOFT), *line_runs(line))


def _local(local: LocalSpan) -> Iterator[Paragraph]:
    yield body(local.span, ParagraphRole.NOTE)
    if local.note:
        yield Paragraph(plain(local.note, Emphasis.ITALIC), ParagraphRole.NOTE)
