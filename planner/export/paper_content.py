"""What stands on a printed agenda, before anybody decides how it looks."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.models.kinds import SessionKind
from planner.wording import say


class PaperValue(NamedTuple):
    """A holder of a seat, or any text after a label; the note says what is still open, or the whole text does."""

    text: str
    note: str = ""
    is_open: bool = False


class PaperLine(NamedTuple):
    """A label and its values; a note that holds for all of them stands once."""

    label: str
    values: tuple[PaperValue, ...]
    note: str = ""


class LocalSpan(NamedTuple):
    """The same hours on another clock; the note names the day when it is another one."""

    span: str
    note: str = ""


class PaperRow(NamedTuple):
    """One session."""

    session_id: int
    kind: SessionKind
    span: str
    minutes: int
    heading: str
    objectives: str
    lines: tuple[PaperLine, ...]
    local_spans: tuple[LocalSpan, ...]

    @property
    def is_break(self) -> bool:
        return self.kind is SessionKind.BREAK


class PaperDay(NamedTuple):
    """One day: its heading, how its times are meant, its sessions in order."""

    heading: str
    continued_heading: str
    zone_note: str
    rows: tuple[PaperRow, ...]


class ColumnHeads(NamedTuple):
    """The words above the columns; one city for each further zone."""

    span: str
    minutes: str
    item: str
    cities: tuple[str, ...]


class AgendaPaper(NamedTuple):
    """The whole paper. ``empty_note`` stands in place of the days of a meeting without a placed session."""

    kicker: str
    title: str
    subtitle: str
    heads: ColumnHeads
    days: tuple[PaperDay, ...]
    empty_note: str
    watermark: str
    version_note: str
    zone_note: str
    name: str = ""

    @property
    def file_title(self) -> str:
        """ "Draft agenda, Regional Review"."""
        return say("{paper}, {meeting}", paper=self.name, meeting=self.title) if self.name else self.title

    @property
    def row_count(self) -> int:
        return sum(len(day.rows) for day in self.days)


def texts_of(paper: AgendaPaper) -> Iterator[str]:
    """Every text of the paper, with the repetitions."""
    return (text for _place, text in placed_texts(paper))


def placed_texts(paper: AgendaPaper) -> Iterator[tuple[str, str]]:
    """The same, each with the session or the day it is of."""
    heads = (paper.heads.span, paper.heads.minutes, paper.heads.item, *paper.heads.cities)
    first = (paper.kicker, paper.title, paper.subtitle, paper.empty_note, paper.watermark)
    for text in (*first, paper.version_note, paper.zone_note, *heads):
        yield "", text
    for day in paper.days:
        for text in (day.heading, day.continued_heading, day.zone_note):
            yield day.heading, text
        for row in day.rows:
            yield from ((row.heading, text) for text in texts_of_row(row))


def texts_of_row(row: PaperRow) -> Iterator[str]:
    """Every text of one session."""
    yield from (row.span, str(row.minutes), row.heading, row.objectives)
    for line in row.lines:
        yield from (line.label, line.note)
        for value in line.values:
            yield from (value.text, value.note)
    for local in row.local_spans:
        yield from (local.span, local.note)
