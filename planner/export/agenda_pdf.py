"""The printed agenda as PDF: a table a day, the heading row on each page, the version and the zone at each foot."""

from pathlib import Path

from planner.export.agenda_pages import lay_out
from planner.export.agenda_paper import AgendaOptions, agenda_paper
from planner.export.agenda_styles import styles_for
from planner.export.page_drawing import Furniture
from planner.export.paper_content import AgendaPaper, placed_texts
from planner.export.pdf_writing import (
    LaidOut,
    PdfFacts,
    PdfWithPlaces,
    draw_pdf,
    page_size,
    pdf_with_places,
    refuse_missing_glyphs,
)
from planner.export.progress import CancelFlag, Progress, Steps
from planner.export.structure import Element
from planner.export.writing import write_whole
from planner.models.agenda import Agenda

DOCUMENT_LANGUAGE = "en-GB"
"""For readers aloud; a BCP 47 tag, as PDF 32000-1 section 14.9.2 asks."""


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
    paper = _checked_paper(agenda, options)
    write_whole(path, lambda temporary: _draw(paper, options, temporary, progress, cancel))


def agenda_pdf_bytes(
    agenda: Agenda, options: AgendaOptions, progress: Progress | None = None, cancel: CancelFlag | None = None
) -> PdfWithPlaces:
    """The same file in memory. Raises InputProblem, Cancelled."""
    paper = _checked_paper(agenda, options)
    steps = _steps(paper, progress, cancel)
    return pdf_with_places(_laid_out(paper, options, steps), steps)


def agenda_laid_out(agenda: Agenda, options: AgendaOptions, cancel: CancelFlag | None = None) -> LaidOut:
    """Its pages before they are drawn. Raises InputProblem, Cancelled."""
    paper = _checked_paper(agenda, options)
    return _laid_out(paper, options, _steps(paper, None, cancel))


def _checked_paper(agenda: Agenda, options: AgendaOptions) -> AgendaPaper:
    paper = agenda_paper(agenda, options)
    refuse_missing_glyphs([*placed_texts(paper), ("", options.chosen_look.header_text)])
    return paper


def _draw(
    paper: AgendaPaper, options: AgendaOptions, path: Path, progress: Progress | None, cancel: CancelFlag | None
) -> None:
    steps = _steps(paper, progress, cancel)
    draw_pdf(_laid_out(paper, options, steps), path, steps)


def _steps(paper: AgendaPaper, progress: Progress | None, cancel: CancelFlag | None) -> Steps:
    """One step a row for its layout, and as many again for drawing."""
    return Steps(2 * max(paper.row_count, 1), progress, cancel)


def _laid_out(paper: AgendaPaper, options: AgendaOptions, steps: Steps) -> LaidOut:
    chosen, root = options.chosen_look, Element("Document")
    size = page_size(chosen.paper)
    return LaidOut(
        pages=lay_out(paper, chosen, size, root, steps),
        size=size,
        styles=styles_for(chosen.accent, chosen.font_size),
        furniture=Furniture(paper.watermark, paper.version_note, paper.zone_note, chosen.header_text, paper.title),
        facts=PdfFacts(paper.file_title, paper.subtitle, DOCUMENT_LANGUAGE, options.as_of),
        root=root,
    )
