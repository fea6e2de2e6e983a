"""A paper made of parts as a Word document: the same content and look give the same bytes."""

from copy import deepcopy
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx.oxml.ns import qn

from planner.export.agenda_styles import INK
from planner.export.docx_heights import text_height
from planner.export.docx_page import PageMaker
from planner.export.docx_tables import TableMaker
from planner.export.docx_template import PaperTemplate
from planner.export.docx_text import TextMaker, keep_with_next
from planner.export.docx_xml import TWIPS_A_POINT, Xml, drawable
from planner.export.fixed_zip import with_fixed_times
from planner.export.fonts import Face
from planner.export.look import Look
from planner.export.paper_parts import (
    Bars,
    Bullets,
    Heading,
    PageBreak,
    PaperParts,
    Paragraph,
    Part,
    Table,
    TimeGrid,
    plain,
    table_of_grid,
)
from planner.export.progress import Steps
from planner.export.text_layout import Style
from planner.wording import say

_MOST_KEPT = 0.4
"""Of a page: a heading and the text below it stand together with the table after them while the text is no higher."""

_OF_THE_FIRST_SECTION = frozenset(
    map(qn, ("w:headerReference", "w:footerReference", "w:type", "w:titlePg", "w:pgNumType"))
)
"""Of its properties, what is not repeated for later sections: above all no page number begins anew."""

_NO_DATE = datetime(2000, 1, 1)
"""Dates a paper without an as-of time, so that no clock stands in it."""


def docx_bytes(paper: PaperParts, look: Look, steps: Steps, as_of: datetime | None, template: Path | None) -> bytes:
    """The whole file; one step a part. Raises InputProblem, FileProblem, Cancelled."""
    document = PaperTemplate(look, paper.language, template)
    text = TextMaker(document)
    page = PageMaker(document, text, paper, look)
    page.set_size()
    body = _Body(document, text, TableMaker(document, text, page.width, page.height))
    body.put_title(paper)
    for part in paper.parts:
        steps.advance()
        body.put(part)
    page.fill(body.headings)
    _set_properties(document, paper, as_of)
    return _saved(document)


class _Body:
    """The flow of the document, before its section's properties."""

    def __init__(self, template: PaperTemplate, text: TextMaker, tables: TableMaker) -> None:
        self._end: Xml = template.document.sections[-1]._sectPr
        self._text = text
        self._tables = tables
        self._style = Style(Face.REGULAR, template.points_of("Normal"), INK)
        self.headings: list[Heading | None] = [None]
        """What each section begins with."""
        self._breaks_page = False
        self._below_heading: list[Xml] = []
        self._room_below = 0.0

    def put_title(self, paper: PaperParts) -> None:
        for style, words in (("Kicker", paper.kicker), ("Title", paper.title), ("Subtitle", paper.subtitle)):
            if words:
                self._add(self._text.paragraph(style, plain(words)))

    def put(self, part: Part) -> None:
        match part:
            case Heading():
                self._add_heading(part)
            case Paragraph():
                self._add_text(part)
            case Bullets():
                self._add(*self._text.on_page(part))
                self._keep_below(0.0)
            case Table():
                self._add_table(self._tables.table(part))
            case Bars():
                if part.title:
                    self._add(self._tables.chart_title(part))
                self._add_table(self._tables.bars(part))
            case TimeGrid():
                self._add_table(self._tables.table(table_of_grid(part)))
            case PageBreak():
                self._breaks_page = True

    def _add_heading(self, heading: Heading) -> None:
        if heading.starts_page:
            self._end_section()
            self.headings.append(heading)
        elif self.headings == [None]:
            self.headings = [heading]
        self._add(*self._text.heading(heading, self._tables.width))
        self._keep_below(_MOST_KEPT * self._tables.height)

    def _end_section(self) -> None:
        """What follows begins a page and has a header of its own; the template's stays with the first section."""
        ended = deepcopy(self._end)
        self._end[:] = [each for each in self._end if each.tag not in _OF_THE_FIRST_SECTION]
        self._end.getprevious().pPr.append(ended)
        self._breaks_page = False

    def _keep_below(self, room: float) -> None:
        """Texts up to that height go with the table after them, as the heading above goes with them."""
        self._below_heading, self._room_below = [], room

    def _add_text(self, text: Paragraph) -> None:
        made = list(self._text.on_page(text))
        self._add(*made)
        if self._room_below > 0:
            self._room_below -= text_height(text.runs, self._style, self._tables.width / TWIPS_A_POINT)
            self._below_heading = [*self._below_heading, *made] if self._room_below > 0 else []

    def _add(self, *paragraphs: Xml) -> None:
        for paragraph in paragraphs:
            if self._breaks_page:
                paragraph.pPr.get_or_add_pageBreakBefore()
                self._breaks_page = False
            self._end.addprevious(paragraph)

    def _add_table(self, table: Xml) -> None:
        """Tables that touch would be joined, and a document cannot end in one: a small paragraph follows."""
        for paragraph in self._below_heading:
            keep_with_next(paragraph)
        self._keep_below(0.0)
        if self._breaks_page:
            self._add(self._text.spacer())
        self._end.addprevious(table)
        self._end.addprevious(self._text.spacer())


def _set_properties(template: PaperTemplate, paper: PaperParts, as_of: datetime | None) -> None:
    properties = template.document.core_properties
    properties.title = _one_line(paper.title)
    properties.subject = _one_line(paper.subtitle)
    properties.language = paper.language
    properties.author = properties.last_modified_by = say("Roundtable Planner")
    properties.comments = properties.keywords = properties.category = properties.content_status = ""
    properties.created = properties.modified = as_of or _NO_DATE
    properties.revision = 1


def _one_line(text: str) -> str:
    """At most the 255 characters that the property holds."""
    return " ".join(drawable(text).split())[:255]


def _saved(template: PaperTemplate) -> bytes:
    written = BytesIO()
    template.document.save(written)
    return with_fixed_times(written.getvalue())
