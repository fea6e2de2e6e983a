"""Lays the printed agenda out on pages. Lengths are points."""

from dataclasses import dataclass

from planner.export import agenda_styles as look
from planner.export.agenda_rows import Columns, columns_for, head_block, placed, row_block, stacked
from planner.export.page_flow import Block, Page, PageFlow, PlacedText, Rule, Section
from planner.export.paper_content import AgendaPaper, PaperDay
from planner.export.progress import Steps
from planner.export.text_layout import Run, width_of, wrap

_TOP = 42.0
_BOTTOM_MARGIN = 52.0
_MOST_NOTE_LINES = 4
_GAP_BESIDE_DAY = 18.0


@dataclass(frozen=True, slots=True)
class PageSize:
    width: float
    height: float

    @property
    def text_width(self) -> float:
        return self.width - 2 * look.MARGIN


def lay_out(paper: AgendaPaper, size: PageSize, steps: Steps) -> list[Page]:
    """The pages; one step a row. Raises Cancelled."""
    flow = PageFlow(_TOP, size.height - _BOTTOM_MARGIN)
    flow.put_splitting(_title_block(paper, size.text_width))
    columns = columns_for(paper, size.text_width)
    head = head_block(paper.heads, columns)
    for index, day in enumerate(paper.days):
        flow.put_section(_day_section(day, columns, head, 4.5 if index == 0 else 8.0, steps))
    if paper.empty_note:
        flow.put_splitting(_paragraph(paper.empty_note, size.text_width))
    return flow.pages


def _title_block(paper: AgendaPaper, width: float) -> Block:
    texts = [PlacedText(0.0, 6.8, paper.kicker, look.KICKER)]
    baseline = 7.6
    for line in wrap((Run(paper.title, look.TITLE),), width):
        baseline += 19.5
        texts.extend(placed(line, 0.0, baseline))
    baseline += 5.7
    for line in wrap((Run(paper.subtitle, look.SUBTITLE),), width):
        baseline += 11.8
        texts.extend(placed(line, 0.0, baseline))
    return Block(baseline + 15.0, tuple(texts), foot=15.0, rule=Rule(1.5, look.ACCENT))


def _day_section(day: PaperDay, columns: Columns, head: Block, space_before: float, steps: Steps) -> Section:
    rows = []
    for row in day.rows:
        steps.advance()
        rows.append(row_block(row, columns))
    heading = _day_heading(day.heading, day.zone_note, columns.width, day.heading)
    again = _day_heading(day.continued_heading, "", columns.width, "")
    return Section((heading, head), (again, head), tuple(rows), space_before)


def _day_heading(heading: str, note: str, width: float, bookmark: str) -> Block:
    """The day at the left and its note at the right, or below when it is long."""
    baseline = 17.2
    texts = [PlacedText(0.0, baseline, heading, look.DAY)]
    room = width - width_of(heading, look.DAY) - _GAP_BESIDE_DAY
    lines = wrap((Run(note, look.ZONE_NOTE),), room)
    if len(lines) < 2:
        note_width = sum(width_of(run.text, run.style) for line in lines for run in line)
        texts.extend(stacked(lines, width - note_width, baseline, 0.0))
    else:
        lines = wrap((Run(note, look.ZONE_NOTE),), width)[:_MOST_NOTE_LINES]
        texts.extend(stacked(lines, 0.0, baseline + 12.5, 10.5))
    return Block(max(text.baseline for text in texts) + 5.0, tuple(texts), foot=5.0, bookmark=bookmark)


def _paragraph(text: str, width: float) -> Block:
    texts = tuple(stacked(wrap((Run(text, look.BREAK),), width), 0.0, 24.0, 12.0))
    return Block(max(placed_text.baseline for placed_text in texts) + 8.0, texts, foot=8.0)
