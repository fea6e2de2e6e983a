"""Lays any paper made of parts out on pages. Lengths are points."""

from itertools import pairwise

from planner.export.agenda_pages import PageSize
from planner.export.agenda_styles import Styles, styles_for
from planner.export.chart_layout import bars_block
from planner.export.content_layout import Column, page_text, set_contents, set_items
from planner.export.grid_fitting import fitted_grid
from planner.export.letterhead import BOTTOM_MARGIN, TOP, Title, top_blocks
from planner.export.look import USUAL_FONT_SIZE, Look, Paper
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
from planner.export.placing import beside_heading, stacked
from planner.export.progress import Steps
from planner.export.structure import Element
from planner.export.table_layout import TableLayout
from planner.export.text_layout import Run, width_of, wrap
from planner.wording import say

_DEEPEST_BOOKMARK = 2
_SPACE_BEFORE = {1: 13.0, 2: 9.0}
_SPACE_BEFORE_OTHERS = 7.0
_SPACE_BELOW_CHAPTER = 4.0
_SPACE_BEFORE_TEXT = 3.0
_SPACE_BELOW_TITLE = 4.0
_LEAST_ROWS = 2
_LEAST_LINES_TO_PART = 5
_LARGEST_HEAD_ON_A3 = 13
"""Of a page of hours: as the font size, which on other paper is at most the usual one."""

_MOST_KEPT = 0.4
"""Of a page: a heading and the text below it stand together with the table after them while they are no higher."""


def styles_around(paper: PaperParts, chosen: Look) -> Styles:
    """Of title and footer: what stands on one page needs its room for the hours."""
    if not any(isinstance(part, TimeGrid) for part in paper.parts):
        return styles_for(chosen.accent, chosen.font_size)
    most = _LARGEST_HEAD_ON_A3 if chosen.paper is Paper.A3 else USUAL_FONT_SIZE
    return styles_for(chosen.accent, min(chosen.font_size, most))


class PartsLayout:
    """Puts the parts on pages one after the other; headings stay with what follows them."""

    def __init__(self, paper: PaperParts, chosen: Look, size: PageSize, root: Element) -> None:
        self._width = size.text_width
        self._root = root
        self._chosen = chosen
        self._styles: Styles = styles_for(chosen.accent, chosen.font_size)
        self._flow = PageFlow(TOP, size.height - BOTTOM_MARGIN)
        self._kept: list[Block] = []
        self._text_is_kept = False
        self._space_before = 0.0
        self._heading: Heading | None = None
        title, styles = Title(paper.kicker, paper.title, paper.subtitle), styles_around(paper, chosen)
        for block in top_blocks(title, chosen, self._width, styles, root):
            self._flow.put_splitting(block)
        self._flow.leave(self._styles.length(_SPACE_BELOW_TITLE))

    def put(self, part: Part) -> None:
        """The next part."""
        match part:
            case Heading():
                self._put_heading(part)
            case Paragraph():
                self._put_text(part)
            case Bullets():
                self._put_list(part)
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
        self._put_what_is_kept()
        return self._flow.pages

    @property
    def _session_id(self) -> int | None:
        return self._heading.session_id if self._heading else None

    def _put_heading(self, heading: Heading) -> None:
        if heading.starts_page:
            self._turn_page()
        block = heading_block(heading, heading.text, self._width, self._styles, self._root)
        if self._kept and (self._text_is_kept or block.bookmark_level <= self._kept[-1].bookmark_level):
            self._put_what_is_kept()
        self._heading = heading
        space = _SPACE_BELOW_CHAPTER if self._kept else _SPACE_BEFORE.get(heading.level, _SPACE_BEFORE_OTHERS)
        self._keep(block, space)

    def _keep(self, block: Block, space_before: float) -> None:
        """For what follows."""
        if self._kept:
            block = block.lowered(self._styles.length(space_before))
        else:
            self._space_before = self._styles.length(space_before)
        self._kept.append(block)

    def _put_text(self, content: Paragraph) -> None:
        block = self._text_block(content)
        if content.role is ParagraphRole.SMALL_HEADING:
            self._keep(block, _SPACE_BEFORE_OTHERS if self._text_is_kept or not self._kept else 0.0)
        elif self._kept and sum(kept.height for kept in (*self._kept, block)) <= _MOST_KEPT * self._flow.page_height:
            self._keep(block, _SPACE_BEFORE_TEXT if self._text_is_kept else 0.0)
            self._text_is_kept = True
        else:
            self._put_section((), (), by_lines(block), _SPACE_BEFORE_TEXT)

    def _text_block(self, content: Paragraph) -> Block:
        column, foot = Column(0.0, self._width, page_text(self._styles)), self._styles.length(2.5)
        texts, height = set_contents((content,), column, 0.0, self._root)
        return Block(
            height + foot, tuple(texts), foot=foot, bookmark_level=_DEEPEST_BOOKMARK,
            session_id=self._session_id, changed=content.changed,
        )  # fmt: skip

    def _put_list(self, content: Bullets) -> None:
        column, foot = Column(0.0, self._width, page_text(self._styles)), self._styles.length(2.5)
        items = set_items(content, column, self._root)
        rows = [
            Block(height, tuple(texts), session_id=self._session_id, changed=content.changed)
            for texts, height in items
        ]  # fmt: skip
        rows[-1:] = [row._replace(height=row.height + foot, foot=foot) for row in rows[-1:]]
        self._put_section((), (), tuple(rows), _SPACE_BEFORE_TEXT)

    def _put_table(self, table: Table) -> None:
        layout = TableLayout(table, self._width, self._styles, self._root)
        head = layout.head()
        heads = () if head is None else (head._replace(session_id=self._session_id),)
        again = (*self._continued(), *(block.as_artifact() for block in heads))
        rows = tuple(layout.row(row, self._session_id) for row in table.rows)
        if rows:
            self._put_section(heads, again, rows, _SPACE_BEFORE_TEXT, together=table.together)
        else:
            self._put_section((), (), heads, _SPACE_BEFORE_TEXT)

    def _continued(self) -> tuple[Block, ...]:
        """The heading again, for a table that goes on overleaf."""
        if self._heading is None:
            return ()
        text = say("{heading} (continued)", heading=self._heading.text)
        return (heading_block(self._heading, text, self._width, self._styles, Element("Artifact")).as_artifact(),)

    def _put_chart(self, chart: Bars) -> None:
        if chart.title:
            self._put_text(Paragraph(plain(chart.title), ParagraphRole.SMALL_HEADING))
        block = bars_block(chart, self._width, self._styles, self._root)
        self._put_section((), (), (block._replace(session_id=self._session_id),), _SPACE_BEFORE_TEXT)

    def _put_grid(self, grid: TimeGrid) -> None:
        """On what is left of the page, with the largest letters that leave room for every word."""
        self._put_what_is_kept()
        self._flow.leave(self._styles.length(_SPACE_BEFORE_TEXT))
        for block in fitted_grid(grid, self._width, self._flow.room, self._chosen, self._root):
            self._flow.put_splitting(block)

    def _put_section(
        self,
        heads: tuple[Block, ...],
        again: tuple[Block, ...],
        rows: tuple[Block, ...],
        space_before: float,
        *,
        together: bool = False,
    ) -> None:
        space = self._space_before if self._kept else self._styles.length(space_before)
        self._flow.put_section(Section((*self._kept, *heads), again, rows, space, _LEAST_ROWS, together))
        self._kept, self._text_is_kept = [], False

    def _put_what_is_kept(self) -> None:
        """Headings with nothing below them, or with text alone."""
        if self._kept:
            *heads, last = self._kept
            self._flow.put_section(Section(tuple(heads), (), (last,), self._space_before))
            self._kept, self._text_is_kept = [], False

    def _turn_page(self) -> None:
        self._put_what_is_kept()
        self._flow.turn_page()


def heading_block(heading: Heading, text: str, width: float, styles: Styles, root: Element) -> Block:
    """A heading, or with another text one that stands for it."""
    style = {1: styles.chapter, 2: styles.heading}.get(heading.level, styles.bold)
    element, first, leading = root.add(f"H{min(heading.level + 1, 6)}"), style.size * 1.1, style.size * 1.35
    lines = wrap((Run(text, style),), width)
    texts = [*stacked(lines, 0.0, first, leading, element)]
    if heading.aside:
        used = sum(width_of(run.text, style) for run in lines[-1])
        baseline = first + (len(lines) - 1) * leading
        texts += beside_heading(heading.aside, used, width, baseline, styles, root.add("P"))
    foot = styles.length(5.0)
    return Block(
        height=max((placed.baseline for placed in texts), default=0.0) + foot,
        texts=tuple(texts),
        foot=foot,
        bookmark=text if heading.level <= _DEEPEST_BOOKMARK else "",
        bookmark_level=heading.level - 1,
        session_id=heading.session_id,
        changed=heading.changed,
    )


def by_lines(block: Block) -> tuple[Block, ...]:
    """A long text in strips that may stand on two pages, of two lines at least at either end."""
    lines = sorted({text.baseline for text in block.texts})
    if len(lines) < _LEAST_LINES_TO_PART or block.changed:
        return (block,)
    starts = [0.0, *(line - lines[0] for line in lines[2:-1]), block.height]
    return tuple(
        block._replace(
            height=end - start,
            texts=tuple(
                text._replace(baseline=text.baseline - start)
                for text in block.texts
                if start <= text.baseline - lines[0] < end
            ),
        )
        for start, end in pairwise(starts)
    )


def lay_out_parts(paper: PaperParts, chosen: Look, size: PageSize, root: Element, steps: Steps) -> list[Page]:
    """The pages; one step a part. Raises Cancelled, InputProblem."""
    layout = PartsLayout(paper, chosen, size, root)
    for part in paper.parts:
        steps.advance()
        layout.put(part)
    return layout.finish()
