"""The papers and files that can be made of an Agenda: menus and the command line ask here."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from planner.errors import InputProblem
from planner.export.agenda_json import agenda_as_json
from planner.export.agenda_paper import AgendaOptions
from planner.export.agenda_parts import agenda_parts
from planner.export.agenda_pdf import write_agenda_pdf
from planner.export.annotated_paper import annotated_parts
from planner.export.balance_paper import balance_parts
from planner.export.changes_paper import changes_parts, marked_parts
from planner.export.coverage_paper import coverage_parts
from planner.export.interests_paper import interests_parts
from planner.export.list_papers import ListWriter, balance_lists, coverage_lists, interest_lists, speaker_lists
from planner.export.overview_paper import overview_parts
from planner.export.paper_parts import PaperParts
from planner.export.paper_pdf import write_paper_pdf
from planner.export.people_tables import write_people_csv, write_people_xlsx
from planner.export.profiles import Profile, redacted
from planner.export.progress import CancelFlag, Progress, Steps
from planner.export.register_paper import register_paper
from planner.export.running_order_paper import running_order_parts
from planner.export.script_paper import script_parts
from planner.export.sheet_paper import combined_sheets
from planner.export.speakers_paper import speakers_parts
from planner.export.text_papers import invitation_paper, logistics_paper
from planner.export.word_papers import WordWriter
from planner.export.writing import write_text_whole
from planner.models.agenda import Agenda
from planner.rules.drafts import changed_since, earlier_state
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
    """``key`` is its name on the command line, ``title`` one line for people, ``suffix`` ends its file names.

    ``profile`` is whom it is for when nothing else is said; one that ``compares`` begins with
    ``options.before``, else with the latest draft.
    """

    key: str
    title: str
    suffix: str
    writer: Writer
    profile: Profile = Profile.PUBLIC
    compares: bool = False

    def write(
        self,
        agenda: Agenda,
        options: AgendaOptions,
        path: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> None:
        """Writes the paper of what its profile may show. Raises InputProblem, FileProblem, Cancelled."""
        profile = options.profile or self.profile
        self.writer(redacted(agenda, profile), self.prepared(agenda, options, profile), path, progress, cancel)

    def prepared(self, agenda: Agenda, options: AgendaOptions, profile: Profile) -> AgendaOptions:
        """The options with what the paper has to know of drafts, which no profile but the inner one shows."""
        before = options.before or (earlier_state(agenda) if self.compares else None)
        shown = None if before is None else redacted(before, profile)
        return replace(options, profile=profile, before=shown, copy_note=changed_since(agenda))


@dataclass(frozen=True, slots=True)
class PdfWriter:
    """Writes as PDF what ``content`` makes of an Agenda."""

    content: Callable[[Agenda, AgendaOptions], PaperParts]

    def __call__(
        self,
        agenda: Agenda,
        options: AgendaOptions,
        path: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> None:
        parts = self.content(agenda, options)
        write_paper_pdf(parts, options.chosen_look, path, progress, cancel, as_of=options.as_of)


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


_INTERNAL = Profile.INTERNAL

PAPERS: tuple[PaperKind, ...] = (
    PaperKind("agenda-pdf", say("the agenda as PDF, to print or send"), ".pdf", write_agenda_pdf),
    PaperKind("agenda-docx", say("the agenda as a Word document, to edit"), ".docx", WordWriter(agenda_parts)),
    PaperKind("annotated-pdf", say("the annotated agenda: summaries, questions, objectives"), ".pdf",
              PdfWriter(annotated_parts)),
    PaperKind("annotated-docx", say("the annotated agenda as a Word document"), ".docx", WordWriter(annotated_parts)),
    PaperKind("script-pdf", say("the script for chairs and moderators, a page a session"), ".pdf",
              PdfWriter(script_parts), Profile.DELEGATIONS),
    PaperKind("script-docx", say("the script as a Word document"), ".docx", WordWriter(script_parts),
              Profile.DELEGATIONS),
    PaperKind("running-order-pdf", say("the running order: states, phones, links, notes (internal)"), ".pdf",
              PdfWriter(running_order_parts), _INTERNAL),
    PaperKind("running-order-docx", say("the running order as a Word document (internal)"), ".docx",
              WordWriter(running_order_parts), _INTERNAL),
    PaperKind("sheets-pdf", say("the personal sheets of all who hold a seat, as one PDF"), ".pdf",
              PdfWriter(combined_sheets), Profile.DELEGATIONS),
    PaperKind("invitation-pdf", say("the invitation to express interest, of the meeting's text"), ".pdf",
              PdfWriter(invitation_paper)),
    PaperKind("logistics-pdf", say("the logistics note, of the meeting's text"), ".pdf",
              PdfWriter(logistics_paper), Profile.DELEGATIONS),
    PaperKind("logistics-docx", say("the logistics note as a Word document"), ".docx",
              WordWriter(logistics_paper), Profile.DELEGATIONS),
    PaperKind("speakers-pdf", say("the list of speakers, session by session"), ".pdf", PdfWriter(speakers_parts)),
    PaperKind("overview-pdf", say("the meeting on one page, A4 or A3 landscape"), ".pdf", PdfWriter(overview_parts)),
    PaperKind("coverage-pdf", say("which session covers which objective"), ".pdf", PdfWriter(coverage_parts)),
    PaperKind("balance-pdf", say("the balance of seats and minutes with charts (internal)"), ".pdf",
              PdfWriter(balance_parts), _INTERNAL),
    PaperKind("interests-pdf", say("the expressions of interest (internal)"), ".pdf", PdfWriter(interests_parts),
              _INTERNAL),
    PaperKind("changes-pdf", say("what changed since a draft, by session and by person"), ".pdf",
              PdfWriter(changes_parts), Profile.DELEGATIONS, compares=True),
    PaperKind("changes-docx", say("what changed since a draft as a Word document"), ".docx",
              WordWriter(changes_parts), Profile.DELEGATIONS, compares=True),
    PaperKind("marked-agenda-pdf", say("the agenda with the changes since a draft marked"), ".pdf",
              PdfWriter(marked_parts), compares=True),
    PaperKind("marked-agenda-docx", say("the agenda with changes marked as a Word document"), ".docx",
              WordWriter(marked_parts), compares=True),
    PaperKind("register-pdf", say("the findings that were accepted, as an annex (internal)"), ".pdf",
              PdfWriter(register_paper), _INTERNAL),
    PaperKind("agenda-json", say("the whole meeting as JSON, notes too (internal)"), ".json", write_agenda_json,
              _INTERNAL),
    PaperKind("speakers-xlsx", say("the speakers of each session as a workbook"), ".xlsx", ListWriter(speaker_lists)),
    PaperKind("interests-xlsx", say("the interests as a workbook (internal)"), ".xlsx", ListWriter(interest_lists),
              _INTERNAL),
    PaperKind("coverage-xlsx", say("which session covers what, as a workbook"), ".xlsx", ListWriter(coverage_lists)),
    PaperKind("balance-xlsx", say("the balance of the seats as a workbook (internal)"), ".xlsx",
              ListWriter(balance_lists), _INTERNAL),
    PaperKind("people-xlsx", say("the people with their addresses as a workbook (internal)"), ".xlsx",
              write_people_xlsx, _INTERNAL),
    PaperKind("people-csv", say("the people with their addresses as CSV (internal)"), ".csv", write_people_csv,
              _INTERNAL),
)  # fmt: skip
"""Each is written of what its profile may show; those that are internal by nature say so."""


def paper_kind(key: str) -> PaperKind:
    """The paper of that key. Raises InputProblem."""
    for kind in PAPERS:
        if kind.key == key:
            return kind
    raise InputProblem(say("There is no paper “{key}”. See export --list for those there are.", key=key))
