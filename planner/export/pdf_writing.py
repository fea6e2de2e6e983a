"""Laid-out pages as a tagged PDF, in a file or in memory, and where the sessions are on them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.lib.pagesizes import A3, A4, LETTER
from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from planner.export import agenda_styles as look
from planner.export.agenda_pages import PageSize
from planner.export.agenda_styles import Styles
from planner.export.fonts import Face, drawable_text, font_of, missing_glyphs
from planner.export.isolates import without_isolates
from planner.export.look import Paper
from planner.export.page_drawing import Furniture, PageDrawing
from planner.export.page_flow import Block, Page
from planner.export.progress import Steps
from planner.export.structure import Element, StructureTree
from planner.wording import say

if TYPE_CHECKING:
    from planner.export.undrawable import PlacedWords

_PDF_VERSION = (1, 7)


class SessionPlace(NamedTuple):
    """Where a session stands: page from 0, the rectangle in points from the page's upper left corner, y downwards."""

    page: int
    session_id: int
    x: float
    y: float
    width: float
    height: float


class PdfWithPlaces(NamedTuple):
    """A whole PDF file, and the sessions on its pages."""

    data: bytes
    places: tuple[SessionPlace, ...]


class PdfFacts(NamedTuple):
    """What the file says of itself; ``language`` is a BCP 47 tag."""

    title: str
    subject: str
    language: str
    as_of: datetime | None = None


class LaidOut(NamedTuple):
    """All that is needed to draw a paper."""

    pages: list[Page]
    size: PageSize
    styles: Styles
    furniture: Furniture
    facts: PdfFacts
    root: Element


def page_size(paper: Paper, *, landscape: bool = False) -> PageSize:
    """In points."""
    width, height = {Paper.A4: A4, Paper.LETTER: LETTER, Paper.A3: A3}[paper]
    return PageSize(height, width) if landscape else PageSize(width, height)


def refuse_missing_glyphs(texts: Iterable["PlacedWords"]) -> None:
    """Raises InputProblem naming what no font holds; each text comes with the heading under which it stands."""
    known = list(texts)
    if missing_glyphs(text for _place, text in known):
        from planner.export.undrawable import refusal

        raise refusal(known)


def draw_pdf(paper: LaidOut, target: Path | BytesIO, steps: Steps) -> None:
    """Draws the pages; the steps that are left are shared among them. Raises Cancelled, OSError."""
    tree = StructureTree(paper.root)
    drawing = PageDrawing(_canvas(paper, target), paper.furniture, paper.size, paper.styles, tree)
    before, count = steps.done, len(paper.pages)
    for number, page in enumerate(paper.pages, start=1):
        drawing.draw(page, number, count)
        steps.reach(before + (steps.total - 1 - before) * number // count)
    tree.write_to(drawing.canvas._doc)
    _compress(drawing.canvas._doc)
    drawing.canvas.save()
    steps.reach(steps.total)


def page_pdf(paper: LaidOut, number: int) -> bytes:
    """One page, counted from 0, as a file of its own: to look at, without tags and bookmarks."""
    target = BytesIO()
    tree = StructureTree(Element("Document"))
    drawing = PageDrawing(_canvas(paper, target), paper.furniture, paper.size, paper.styles, tree)
    drawing.draw(paper.pages[number], number + 1, len(paper.pages))
    drawing.canvas.save()
    return target.getvalue()


def _compress(document: Any) -> None:
    """Packs the pages as bytes; left alone, reportlab writes them as ASCII, a quarter longer and slower."""
    for page in document.Pages.pages:
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])


def pdf_with_places(paper: LaidOut, steps: Steps) -> PdfWithPlaces:
    """The same in memory. Raises Cancelled."""
    target = BytesIO()
    draw_pdf(paper, target, steps)
    return PdfWithPlaces(target.getvalue(), tuple(places_of(paper.pages, paper.size)))


def places_of(pages: Sequence[Page], size: PageSize) -> Iterator[SessionPlace]:
    """Where the sessions are; blocks of one session that follow one another are one place."""
    for number, page in enumerate(pages):
        place: SessionPlace | None = None
        for y, block in page:
            yield from _places_of_boxes(number, y, block)
            if place is not None and block.session_id == place.session_id:
                place = _place(number, place.session_id, place.y, y + block.height, size)
                continue
            if place is not None:
                yield place
            has_one = block.session_id is not None
            place = _place(number, block.session_id or 0, y, y + block.height, size) if has_one else None
        if place is not None:
            yield place


def _places_of_boxes(page: int, y: float, block: Block) -> Iterator[SessionPlace]:
    for box in block.boxes:
        if box.session_id is not None:
            yield SessionPlace(page, box.session_id, look.MARGIN + box.x, y + box.top, box.width, box.height)


def _place(page: int, session_id: int, top: float, foot: float, size: PageSize) -> SessionPlace:
    return SessionPlace(page, session_id, look.MARGIN, top, size.text_width, foot - top)


def _canvas(paper: LaidOut, target: Path | BytesIO) -> Any:
    canvas = Canvas(
        target if isinstance(target, BytesIO) else str(target),
        pagesize=(paper.size.width, paper.size.height),
        invariant=1,
        pageCompression=1,
        initialFontName=font_of(Face.REGULAR).fontName,
        lang=paper.facts.language,
        pdfVersion=_PDF_VERSION,
    )
    canvas.setTitle(_one_line(paper.facts.title))
    canvas.setSubject(_one_line(paper.facts.subject))
    canvas.setAuthor("")
    canvas.setCreator(say("Roundtable Planner"))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_clock: _pdf_date(paper.facts.as_of))
    return canvas


def _one_line(text: str) -> str:
    return " ".join(without_isolates(drawable_text(text)).split())


def _pdf_date(moment: datetime | None) -> str:
    """PDF 32000-1 section 7.9.4; without a moment the paper is dated by no clock, so that its bytes stay the same."""
    return f"{moment or datetime(2000, 1, 1):D:%Y%m%d%H%M%S}"
