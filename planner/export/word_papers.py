"""Papers as Word documents: each is made of the parts that its PDF is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from planner.export.agenda_paper import AgendaOptions
from planner.export.paper_docx import write_paper_docx
from planner.export.paper_parts import PaperParts
from planner.export.progress import CancelFlag, Progress
from planner.models.agenda import Agenda


@dataclass(frozen=True, slots=True)
class WordWriter:
    """Writes the paper whose parts ``parts_of`` makes. Raises InputProblem, FileProblem, Cancelled."""

    parts_of: Callable[[Agenda, AgendaOptions], PaperParts]

    def __call__(
        self,
        agenda: Agenda,
        options: AgendaOptions,
        path: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> None:
        paper = self.parts_of(agenda, options)
        write_paper_docx(
            paper, options.chosen_look, path, progress, cancel, as_of=options.as_of, template=options.template
        )
