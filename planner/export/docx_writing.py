"""A paper made of parts as a Word document: the same content and look give the same bytes."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

from planner.export.docx_page import PageMaker
from planner.export.docx_tables import TableMaker
from planner.export.docx_template import PaperTemplate
from planner.export.docx_text import TextMaker
from planner.export.docx_xml import Xml, drawable, element
from planner.export.fixed_zip import with_fixed_times
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
from planner.wording import say

_NO_DATE = datetime(2000, 1, 1)
"""Dates a paper without an as-of time, so that no clock stands in it."""


def docx_bytes(paper: PaperParts, look: Look, steps: Steps, as_of: datetime | None, template: Path | None) -> bytes:
    """The whole file; one step a part. Raises InputProblem, FileProblem, Cancelled."""
    document = PaperTemplate(look, paper.language, template)
    text = TextMaker(document)
    page = PageMaker(document, text, paper, look)
    body = _Body(document, text, TableMaker(document, text, page.set_size()))
    body.put_title(paper)
    for part in paper.parts:
        steps.advance()
        body.put(part)
    page.fill()
    _set_properties(document, paper, as_of)
    return _saved(document)


class _Body:
    """The flow of the document, before its section's properties."""

    def __init__(self, template: PaperTemplate, text: TextMaker, tables: TableMaker) -> None:
        self._end: Xml = template.document.sections[-1]._sectPr
        self._text = text
        self._tables = tables
        self._breaks_page = False

    def put_title(self, paper: PaperParts) -> None:
        for style, words in (("Kicker", paper.kicker), ("Title", paper.title), ("Subtitle", paper.subtitle)):
            if words:
                self._add(self._text.paragraph(style, plain(words)))

    def put(self, part: Part) -> None:
        match part:
            case Heading():
                for paragraph in self._text.heading(part, self._tables.width):
                    self._add(paragraph)
            case Paragraph() | Bullets():
                for paragraph in self._text.on_page(part):
                    self._add(paragraph)
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

    def _add(self, paragraph: Xml) -> None:
        if self._breaks_page:
            properties = paragraph.pPr
            properties.insert(1, element("w:pageBreakBefore"))
            self._breaks_page = False
        self._end.addprevious(paragraph)

    def _add_table(self, table: Xml) -> None:
        """Tables that touch would be joined, and a document cannot end in one: a small paragraph follows."""
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
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = as_of or _NO_DATE
    properties.revision = 1


def _one_line(text: str) -> str:
    """At most the 255 characters that the property holds."""
    return " ".join(drawable(text).split())[:255]


def _saved(template: PaperTemplate) -> bytes:
    written = BytesIO()
    template.document.save(written)
    return with_fixed_times(written.getvalue())
