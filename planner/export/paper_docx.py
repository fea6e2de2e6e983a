"""Any paper made of parts as a Word document that a secretariat can edit, in the styles of a template."""

from datetime import datetime
from pathlib import Path

from planner.export.look import Look
from planner.export.paper_parts import PaperParts
from planner.export.progress import CancelFlag, Progress, Steps
from planner.export.writing import write_whole


def write_paper_docx(
    paper: PaperParts,
    look: Look,
    path: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
    *,
    as_of: datetime | None = None,
    template: Path | None = None,
) -> None:
    """Writes the paper, whole or not at all; the same paper, look and template give the same bytes.

    ``as_of`` dates the file; ``template`` is an organization's own .docx. Raises InputProblem for a template that
    lacks a style or a logo nobody can read, FileProblem, Cancelled.
    """
    from planner.export.docx_writing import docx_bytes

    steps = Steps(len(paper.parts) + 1, progress, cancel)
    data = docx_bytes(paper, look, steps, as_of, template)
    steps.advance()

    def make(temporary: Path) -> None:
        temporary.write_bytes(data)

    write_whole(path, make)
