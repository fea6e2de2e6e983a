"""Lays the printed agenda out on pages. Lengths are points."""

from typing import NamedTuple

from planner.export import agenda_styles as look
from planner.export.agenda_rows import Columns, fitting_columns, head_block, row_block
from planner.export.agenda_styles import Styles, styles_for
from planner.export.letterhead import BOTTOM_MARGIN, TOP, Title, top_blocks
from planner.export.look import Look
from planner.export.page_flow import Block, Page, PageFlow, Section
from planner.export.paper_content import AgendaPaper, PaperDay
from planner.export.placing import beside_heading, placed, wrapped
from planner.export.progress import Steps
from planner.export.structure import Element
from planner.export.text_layout import Run, width_of


class PageSize(NamedTuple):
    width: float
    height: float

    @property
    def text_width(self) -> float:
        return self.width - 2 * look.MARGIN


def lay_out(paper: AgendaPaper, chosen: Look, size: PageSize, root: Element, steps: Steps) -> list[Page]:
    """The pages; one step a row. What is read aloud goes below ``root``. Raises Cancelled, InputProblem."""
    flow, styles = PageFlow(TOP, size.height - BOTTOM_MARGIN), styles_for(chosen.accent, chosen.font_size)
    title = Title(paper.kicker, paper.title, paper.subtitle)
    for block in top_blocks(title, chosen, size.text_width, styles, root):
        flow.put_splitting(block)
    columns = fitting_columns(paper, size.text_width, chosen)
    for index, day in enumerate(paper.days):
        flow.put_section(_day_section(day, paper, columns, root, 4.5 if index == 0 else 8.0, steps))
    if paper.empty_note:
        flow.put_splitting(_paragraph(paper.empty_note, size.text_width, styles, root.add("P")))
    return flow.pages


def _day_section(
    day: PaperDay, paper: AgendaPaper, columns: Columns, root: Element, space_before: float, steps: Steps
) -> Section:
    heading = _day_heading(day.heading, day.zone_note, columns, root, day.heading)
    again = _day_heading(day.continued_heading, day.zone_note, columns, Element("Artifact"), "").as_artifact()
    table = root.add("Table")
    head = head_block(paper.heads, columns, table)
    rows = []
    for row in day.rows:
        steps.advance()
        rows.append(row_block(row, columns, table))
    return Section((heading, head), (again, head.as_artifact()), tuple(rows), space_before)


def _day_heading(heading: str, note: str, columns: Columns, root: Element, bookmark: str) -> Block:
    """The day at the left and its note at the right, or below when it is long."""
    styles, width = columns.styles, columns.width
    baseline = styles.length(17.2)
    texts = list(placed((Run(heading, styles.day),), 0.0, baseline, root.add("H2")))
    texts += beside_heading(note, width_of(heading, styles.day), width, baseline, styles, root.add("P"))
    foot = styles.length(5.0)
    return Block(max(text.baseline for text in texts) + foot, tuple(texts), foot=foot, bookmark=bookmark)


def _paragraph(text: str, width: float, styles: Styles, element: Element) -> Block:
    texts = tuple(wrapped(text, styles.soft, width, 0.0, styles.length(24.0), styles.length(12.0), element))
    foot = styles.length(8.0)
    return Block(max(placed_text.baseline for placed_text in texts) + foot, texts, foot=foot)
