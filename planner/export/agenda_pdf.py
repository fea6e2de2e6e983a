"""The printed agenda as PDF: a table a day, the heading row on each page, the version and the zone at each foot."""

from datetime import datetime
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from planner.errors import InputProblem
from planner.export.agenda_pages import PageSize, lay_out
from planner.export.agenda_paper import AgendaOptions, Paper, agenda_paper
from planner.export.fonts import Face, drawable_text, missing_glyphs, register_fonts
from planner.export.page_drawing import PageDrawing
from planner.export.paper_content import AgendaPaper, texts_of
from planner.export.progress import CancelFlag, Progress, Steps
from planner.export.writing import write_whole
from planner.models.agenda import Agenda
from planner.wording import say, say_list

DOCUMENT_LANGUAGE = "en-GB"
"""For readers aloud; RFC 3066, as PDF 32000-1 section 14.9.2 asks."""

_MOST_SIGNS_NAMED = 5


def write_agenda_pdf(
    agenda: Agenda,
    options: AgendaOptions,
    path: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
) -> None:
    """Writes the agenda, whole or not at all; the same agenda and options give the same bytes.

    Raises InputProblem for zones or signs that cannot be printed, FileProblem, Cancelled.
    """
    paper = agenda_paper(agenda, options)
    _refuse_missing_glyphs(paper)
    write_whole(path, lambda temporary: draw_agenda(paper, options, temporary, progress, cancel))


def _refuse_missing_glyphs(paper: AgendaPaper) -> None:
    missing = missing_glyphs(texts_of(paper))
    if missing:
        first = next(text for text in texts_of(paper) if missing_glyphs([text]))
        signs = [f"{character} (U+{ord(character):04X})" for character in missing[:_MOST_SIGNS_NAMED]]
        raise InputProblem(
            say("No font of the paper holds {signs}. Replace it, first in “{text}”.", signs=say_list(signs), text=first)
        )


def draw_agenda(
    paper: AgendaPaper,
    options: AgendaOptions,
    path: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
) -> None:
    """Writes the paper to ``path`` directly. Raises Cancelled, OSError."""
    register_fonts()
    rows = max(paper.row_count, 1)
    steps = Steps(2 * rows, progress, cancel)
    size = page_size(options.paper)
    pages = lay_out(paper, size, steps)
    drawing = PageDrawing(_canvas(paper, options, path, size), paper, size)
    for number, page in enumerate(pages, start=1):
        drawing.draw(page, number, len(pages))
        steps.reach(rows + (rows - 1) * number // len(pages))
    drawing.canvas.save()
    steps.reach(steps.total)


def page_size(paper: Paper) -> PageSize:
    """Portrait, in points."""
    width, height = {Paper.A4: A4, Paper.LETTER: LETTER}[paper]
    return PageSize(width, height)


def _canvas(paper: AgendaPaper, options: AgendaOptions, path: Path, size: PageSize) -> Any:
    canvas = Canvas(
        str(path),
        pagesize=(size.width, size.height),
        invariant=1,
        pageCompression=1,
        initialFontName=Face.REGULAR.value,
        lang=DOCUMENT_LANGUAGE,
    )
    canvas.setTitle(_one_line(paper.title))
    canvas.setSubject(_one_line(paper.subtitle))
    canvas.setAuthor("")
    canvas.setCreator(say("Roundtable Planner"))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_clock: _pdf_date(options.as_of))
    return canvas


def _one_line(text: str) -> str:
    return " ".join(drawable_text(text).split())


def _pdf_date(moment: datetime | None) -> str:
    """PDF 32000-1 section 7.9.4; without a moment the paper is dated by no clock, so that its bytes stay the same."""
    return f"{moment or datetime(2000, 1, 1):D:%Y%m%d%H%M%S}"
