"""How the papers are written: each writer asks for what makes its paper when it is called."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.export.agenda_paper import AgendaOptions
from planner.export.paper_makers import Content, Lists, Writer
from planner.export.progress import CancelFlag, Progress, Steps
from planner.models.agenda import Agenda

if TYPE_CHECKING:
    from planner.export.paper_parts import PaperParts


class OwnWriter(NamedTuple):
    """Writes with what ``load`` imports. Raises InputProblem, FileProblem, Cancelled."""

    load: Callable[[], Writer]

    def __call__(
        self,
        agenda: Agenda,
        options: AgendaOptions,
        path: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> None:
        self.load()(agenda, options, path, progress, cancel)


class PdfWriter(NamedTuple):
    """Writes as PDF what the content that ``load`` imports makes of an Agenda."""

    load: Callable[[], Content]

    def content(self, agenda: Agenda, options: AgendaOptions) -> "PaperParts":
        """Raises InputProblem."""
        return self.load()(agenda, options)

    def __call__(
        self,
        agenda: Agenda,
        options: AgendaOptions,
        path: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> None:
        from planner.export.paper_pdf import write_paper_pdf

        parts = self.content(agenda, options)
        write_paper_pdf(parts, options.chosen_look, path, progress, cancel, as_of=options.as_of)


class WordWriter(NamedTuple):
    """Writes the same in Word."""

    load: Callable[[], Content]

    def __call__(
        self,
        agenda: Agenda,
        options: AgendaOptions,
        path: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> None:
        from planner.export.paper_docx import write_paper_docx

        parts = self.load()(agenda, options)
        write_paper_docx(
            parts, options.chosen_look, path, progress, cancel, as_of=options.as_of, template=options.template
        )


class ListWriter(NamedTuple):
    """Writes the workbook of the lists that ``load`` imports. Raises FileProblem, Cancelled."""

    load: Callable[[], Lists]

    def __call__(
        self,
        agenda: Agenda,
        options: AgendaOptions,
        path: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> None:
        from planner.export.workbooks import write_workbook

        steps = Steps(2, progress, cancel)
        lists = self.load()(agenda, options)
        steps.advance()
        write_workbook(path, lists)
        steps.advance()


PaperWriter = OwnWriter | PdfWriter | WordWriter | ListWriter
