"""Any paper made of parts as PDF, in the look of the agenda."""

from datetime import datetime
from pathlib import Path

from planner.export.look import Look
from planner.export.page_drawing import Furniture
from planner.export.paper_parts import PaperParts
from planner.export.paper_texts import placed_texts
from planner.export.parts_layout import lay_out_parts, styles_around
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
from planner.export.running_heads import running_heads
from planner.export.structure import Element
from planner.export.writing import write_whole
from planner.wording import say


def write_paper_pdf(
    paper: PaperParts,
    look: Look,
    path: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
    *,
    as_of: datetime | None = None,
) -> None:
    """Writes the paper, whole or not at all; the same paper and look give the same bytes. ``as_of`` dates the file.

    Raises InputProblem for signs or a logo that cannot be printed, FileProblem, Cancelled.
    """
    refuse_missing_glyphs([*placed_texts(paper), ("", look.header_text)])
    steps = _steps(paper, progress, cancel)
    write_whole(path, lambda temporary: draw_pdf(_laid_out(paper, look, as_of, steps), temporary, steps))


def paper_pdf_bytes(
    paper: PaperParts,
    look: Look,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
    *,
    as_of: datetime | None = None,
) -> PdfWithPlaces:
    """The same file in memory. Raises InputProblem, Cancelled."""
    refuse_missing_glyphs([*placed_texts(paper), ("", look.header_text)])
    steps = _steps(paper, progress, cancel)
    return pdf_with_places(_laid_out(paper, look, as_of, steps), steps)


def paper_laid_out(paper: PaperParts, look: Look, cancel: CancelFlag | None = None) -> LaidOut:
    """Its pages before they are drawn. Raises InputProblem, Cancelled."""
    refuse_missing_glyphs([*placed_texts(paper), ("", look.header_text)])
    return _laid_out(paper, look, None, _steps(paper, None, cancel))


def _steps(paper: PaperParts, progress: Progress | None, cancel: CancelFlag | None) -> Steps:
    """One step a part for its layout, and as many again for drawing."""
    return Steps(2 * max(len(paper.parts), 1), progress, cancel)


def _laid_out(paper: PaperParts, look: Look, as_of: datetime | None, steps: Steps) -> LaidOut:
    size, root = page_size(look.paper, landscape=paper.landscape), Element("Document")
    pages = lay_out_parts(paper, look, size, root, steps)
    return LaidOut(
        pages=pages,
        size=size,
        styles=styles_around(paper, look),
        furniture=Furniture(
            paper.watermark, paper.version_note, paper.zone_note, look.header_text, paper.title, running_heads(pages)
        ),
        facts=PdfFacts(_named(paper), paper.subtitle, paper.language, as_of),
        root=root,
    )


def _named(paper: PaperParts) -> str:
    """ "Annotated agenda, Regional Review"."""
    return say("{paper}, {meeting}", paper=paper.name, meeting=paper.title) if paper.name else paper.title
