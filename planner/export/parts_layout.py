"""Lays any paper made of parts out on pages. Lengths are points."""

from planner.export.agenda_pages import PageSize
from planner.export.agenda_styles import Styles, styles_for
from planner.export.chart_layout import bars_block
from planner.export.content_layout import Column, page_text, set_contents
from planner.export.grid_fitting import fitted_grid
from planner.export.letterhead import BOTTOM_MARGIN, TOP, Title, top_blocks
from planner.export.look import Look
from planner.export.page_flow import Block, Page, PageFlow, Section
from planner.export.paper_parts import (
    Bars,
    Bullets,
    Heading,
    PageBreak,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Part,
    Table,
    TimeGrid,
    plain,
)
from planner.export.placing import wrapped
from planner.export.progress import Steps
from planner.export.structure import Element
from planner.export.table_layout import TableLayout

_DEEPEST_BOOKMARK = 2
_SPACE_BEFORE = {1: 13.0, 2: 9.0}
_SPACE_BEFORE_OTHERS = 7.0
_SPACE_BEFORE_TEXT = 3.0
_SPACE_BELOW_TITLE = 4.0
_LEAST_ROWS = 2


class PartsLayout:
    """Puts the parts on pages one after the other; headings stay with what follows them."""

    def __init__(self, paper: PaperParts, chosen: Look, size: PageSize, root: Element) -> None:
        self._width = size.text_width
        self._root = root
        self._chosen = chosen
        self._styles: Styles = styles_for(chosen.accent, chosen.font_size)
        self._flow = PageFlow(TOP, size.height - BOTTOM_MARGIN)
        self._headings: list[Block] = []
        self._space_before = 0.0
        self._session_id: int | None = None
        title = Title(paper.kicker, paper.title, paper.subtitle)
        for block in top_blocks(title, chosen, self._width, self._styles, root):
            self._flow.put_splitting(block)
        self._flow.leave(self._styles.length(_SPACE_BELOW_TITLE))

    def put(self, part: Part) -> None:
        """The next part."""
        match part:
            case Heading():
                self._put_heading(part)
            case Paragraph() | Bullets():
                self._put_text(part)
            case Table():
                self._put_table(part)
            case Bars():
                self._put_chart(part)
            case TimeGrid():
                self._put_grid(part)
            case PageBreak():
                self._turn_page()

    def finish(self) -> list[Page]:
        """The pages."""
        self._put_lonely_headings()
        return self._flow.pages

    def _put_heading(self, heading: Heading) -> None:
        if heading.starts_page:
            self._turn_page()
        self._session_id = heading.session_id
        styles = self._styles
        style = {1: styles.chapter, 2: styles.heading}.get(heading.level, styles.bold)
        element, leading = self._root.add(f"H{min(heading.level + 1, 6)}"), style.size * 1.35
        texts = tuple(wrapped(heading.text, style, self._width, 0.0, style.size * 1.1, leading, element))
        foot = styles.length(5.0)
        block = Block(
            height=max((text.baseline for text in texts), default=0.0) + foot,
            texts=texts,
            foot=foot,
            bookmark=heading.text if heading.level <= _DEEPEST_BOOKMARK else "",
            bookmark_level=heading.level - 1,
            session_id=heading.session_id,
            changed=heading.changed,
        )
        self._keep_for_what_follows(block, styles.length(_SPACE_BEFORE.get(heading.level, _SPACE_BEFORE_OTHERS)))

    def _keep_for_what_follows(self, block: Block, space_before: float) -> None:
        """Under another heading it stands close, unless that one had nothing below it."""
        if not self._headings:
            self._space_before = space_before
        elif block.bookmark_level <= self._headings[-1].bookmark_level:
            block = block.lowered(space_before)
        self._headings.append(block)

    def _put_text(self, content: Paragraph | Bullets) -> None:
        column = Column(0.0, self._width, page_text(self._styles))
        texts, foot = set_contents((content,), column, 0.0, self._root)
        block = Block(
            foot + self._styles.length(2.5), tuple(texts), foot=self._styles.length(2.5),
            session_id=self._session_id, changed=content.changed,
        )  # fmt: skip
        if isinstance(content, Paragraph) and content.role is ParagraphRole.SMALL_HEADING:
            self._keep_for_what_follows(block, self._styles.length(_SPACE_BEFORE_OTHERS))
        else:
            self._put_section((), (), (block,), _SPACE_BEFORE_TEXT)

    def _put_table(self, table: Table) -> None:
        layout = TableLayout(table, self._width, self._styles, self._root)
        head = layout.head()._replace(session_id=self._session_id)
        rows = tuple(layout.row(row, self._session_id) for row in table.rows)
        if rows:
            self._put_section((head,), (head.as_artifact(),), rows, _SPACE_BEFORE_TEXT)
        else:
            self._put_section((), (), (head,), _SPACE_BEFORE_TEXT)

    def _put_chart(self, chart: Bars) -> None:
        if chart.title:
            self._put_text(Paragraph(plain(chart.title), ParagraphRole.SMALL_HEADING))
        block = bars_block(chart, self._width, self._styles, self._root)
        self._put_section((), (), (block._replace(session_id=self._session_id),), _SPACE_BEFORE_TEXT)

    def _put_grid(self, grid: TimeGrid) -> None:
        """On what is left of the page, with the largest letters that leave room for every word."""
        self._put_lonely_headings()
        self._flow.leave(self._styles.length(_SPACE_BEFORE_TEXT))
        for block in fitted_grid(grid, self._width, self._flow.room, self._chosen, self._root):
            self._flow.put_splitting(block)

    def _put_section(
        self, heads: tuple[Block, ...], again: tuple[Block, ...], rows: tuple[Block, ...], space_before: float
    ) -> None:
        space = self._space_before if self._headings else self._styles.length(space_before)
        self._flow.put_section(Section((*self._headings, *heads), again, rows, space, _LEAST_ROWS))
        self._headings = []

    def _put_lonely_headings(self) -> None:
        if self._headings:
            *heads, last = self._headings
            self._flow.put_section(Section(tuple(heads), (), (last,), self._space_before))
            self._headings = []

    def _turn_page(self) -> None:
        self._put_lonely_headings()
        self._flow.turn_page()


def lay_out_parts(paper: PaperParts, chosen: Look, size: PageSize, root: Element, steps: Steps) -> list[Page]:
    """The pages; one step a part. Raises Cancelled, InputProblem."""
    layout = PartsLayout(paper, chosen, size, root)
    for part in paper.parts:
        steps.advance()
        layout.put(part)
    return layout.finish()
