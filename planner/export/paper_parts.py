"""What any paper is made of, before anybody decides how it looks: PDF and Word are written from the same parts."""

from dataclasses import dataclass
from enum import StrEnum

SEPARATOR = " \u00b7 "
"""Between the values of a line."""


class Emphasis(StrEnum):
    """How a run of words is set off; struck and added are for papers that show changes, open for what is not sure."""

    PLAIN = ""
    BOLD = "bold"
    ITALIC = "italic"
    SOFT = "soft"
    OPEN = "open"
    STRUCK = "struck"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one emphasis."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN


Runs = tuple[Run, ...]


class ParagraphRole(StrEnum):
    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    SMALL_HEADING = "small heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``changed`` asks for a change bar beside it. A tab after a label sets the rest beside it where there are tabs."""

    runs: Runs
    role: ParagraphRole = ParagraphRole.BODY
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; numbered when the order matters."""

    items: tuple[Runs, ...]
    numbered: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is a day or a chapter, 2 a session. ``session_id`` leads from a page back to the timetable.

    ``aside`` is a note that stands at the end of its line.
    """

    level: int
    text: str
    session_id: int | None = None
    starts_page: bool = False
    changed: bool = False
    aside: str = ""


class Align(StrEnum):
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Column:
    """``share`` is the column's part of the width, in any unit; all columns together fill the page."""

    title: str
    share: float
    align: Align = Align.START
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One cell a column, each of paragraphs and lists. ``tinted`` sets breaks off."""

    cells: tuple[tuple[Paragraph | Bullets, ...], ...]
    session_id: int | None = None
    tinted: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The heading row, made of the columns' titles, stands again on each page; ``summary`` is read aloud.

    ``together`` asks for all rows on one page, where they fit.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: str = ""
    together: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """``words`` says the value beside the bar."""

    label: str
    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of horizontal bars; ``summary`` says it in words, for those who do not see it."""

    title: str
    bars: tuple[Bar, ...]
    summary: str


class Tone(StrEnum):
    """How much a block of a grid stands out: a session, a reserve, a break."""

    STRONG = "strong"
    PLAIN = "plain"
    SOFT = "soft"


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of a block: words, then values, which are left out last where room is short; ``note`` holds for all."""

    words: Runs
    values: tuple[Runs, ...] = ()
    note: Runs = ()


@dataclass(frozen=True, slots=True)
class GridBlock:
    """A session in a column; where there is no room for all ``details``, their values are the last to go.

    ``bookmark`` is its name among the bookmarks of the paper.
    """

    column: int
    start_minute: int
    end_minute: int
    title: Runs
    details: tuple[Detail, ...] = ()
    session_id: int | None = None
    tone: Tone = Tone.STRONG
    bookmark: str = ""


@dataclass(frozen=True, slots=True)
class GridTick:
    """A minute with a line across, and what it is called on each of the axes."""

    minute: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeGrid:
    """Hours down at the left, one axis a clock; a column a day, or a room of a day. Blocks are in reading order."""

    axes: tuple[str, ...]
    columns: tuple[str, ...]
    ticks: tuple[GridTick, ...]
    blocks: tuple[GridBlock, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Part = Heading | Paragraph | Bullets | Table | Bars | TimeGrid | PageBreak


@dataclass(frozen=True, slots=True)
class PaperParts:
    """A whole paper. Empty texts are left out; ``language`` is a BCP 47 tag; ``name`` says which paper it is."""

    kicker: str
    title: str
    subtitle: str
    parts: tuple[Part, ...]
    version_note: str = ""
    zone_note: str = ""
    watermark: str = ""
    landscape: bool = False
    language: str = "en-GB"
    name: str = ""


def plain(text: str, emphasis: Emphasis = Emphasis.PLAIN) -> Runs:
    """A text in one emphasis."""
    return (Run(text, emphasis),)


def body(text: str, role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    return Paragraph(plain(text), role)


def runs_of(detail: Detail) -> Runs:
    """The words of the detail, its values with what parts them, and its note."""
    runs = [*detail.words]
    for index, value in enumerate(detail.values):
        runs += [Run(SEPARATOR), *value] if index else value
    return (*runs, *detail.note)


def table_of_grid(grid: TimeGrid) -> Table:
    """The same as a table of one row, where nothing can be drawn to scale."""
    columns: list[list[Paragraph]] = [[] for _title in grid.columns]
    for block in grid.blocks:
        columns[block.column] += [Paragraph(runs) for runs in (block.title, *map(runs_of, block.details))]
    return Table(tuple(Column(title, 1.0) for title in grid.columns), (Row(tuple(map(tuple, columns))),))
