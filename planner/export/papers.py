"""The papers and files that can be made of an Agenda: menus and the command line ask here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from planner.errors import InputProblem
from planner.export.agenda_json import agenda_as_json
from planner.export.agenda_paper import AgendaOptions
from planner.export.agenda_pdf import write_agenda_pdf
from planner.export.people_tables import write_people_csv, write_people_xlsx
from planner.export.progress import CancelFlag, Progress, Steps
from planner.export.register_paper import write_register_pdf
from planner.export.writing import write_text_whole
from planner.models.agenda import Agenda
from planner.wording import say


class Writer(Protocol):
    """Writes one paper, whole or not at all. Raises InputProblem, FileProblem, Cancelled."""

    def __call__(
        self,
        agenda: Agenda,
        options: AgendaOptions,
        path: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class PaperKind:
    """``key`` is its name on the command line, ``title`` one line for people, ``suffix`` ends its file names."""

    key: str
    title: str
    suffix: str
    write: Writer


def write_agenda_json(
    agenda: Agenda,
    options: AgendaOptions,  # noqa: ARG001  # the data has no draft, paper or zones to choose
    path: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
) -> None:
    """Writes the whole Agenda, internal notes and addresses too, as UTF-8 JSON."""
    text = agenda_as_json(agenda)
    Steps(1, progress, cancel).advance()
    write_text_whole(path, text)


PAPERS: tuple[PaperKind, ...] = (
    PaperKind("agenda-pdf", say("the agenda as PDF, to print or send"), ".pdf", write_agenda_pdf),
    PaperKind("register-pdf", say("the findings that were accepted, as an annex (PDF)"), ".pdf", write_register_pdf),
    PaperKind("agenda-json", say("the whole meeting as JSON, internal notes too"), ".json", write_agenda_json),
    PaperKind("people-xlsx", say("the people with their addresses as a workbook"), ".xlsx", write_people_xlsx),
    PaperKind("people-csv", say("the people with their addresses as CSV"), ".csv", write_people_csv),
)


def paper_kind(key: str) -> PaperKind:
    """The paper of that key. Raises InputProblem naming the keys there are."""
    for kind in PAPERS:
        if kind.key == key:
            return kind
    keys = ", ".join(kind.key for kind in PAPERS)
    raise InputProblem(say("There is no paper “{key}”. Choose one of: {keys}.", key=key, keys=keys))
