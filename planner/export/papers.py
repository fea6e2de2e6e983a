"""The papers and files that can be made of an Agenda: menus and the command line ask here."""

from dataclasses import dataclass, replace
from pathlib import Path

from planner.errors import InputProblem
from planner.export import paper_makers as make
from planner.export.agenda_paper import AgendaOptions
from planner.export.paper_writers import ListWriter, OwnWriter, PaperWriter, PdfWriter, WordWriter
from planner.export.profiles import Profile, left_out, readers_up_to, redacted, redacted_look, refuse_reader
from planner.export.progress import CancelFlag, Progress
from planner.models.agenda import Agenda
from planner.rules.drafts import changed_since, earlier_state, name_of_state
from planner.wording import say


@dataclass(frozen=True, slots=True)
class PaperKind:
    """``key`` is its name on the command line, ``title`` one line for people, ``suffix`` ends its file names.

    ``profile`` is whom it is for when nothing else is said, ``widest`` the most readers that it may be made for; one
    that ``compares`` begins with ``options.before``, else with the latest draft. ``only_placed``: it shows no session
    without an hour; ``has_zones``: it has columns for further time zones.
    """

    key: str
    title: str
    suffix: str
    writer: PaperWriter
    profile: Profile = Profile.PUBLIC
    compares: bool = False
    widest: Profile = Profile.PUBLIC
    only_placed: bool = False
    has_zones: bool = False

    @property
    def readers(self) -> tuple[Profile, ...]:
        """Whom it can be made for, the usual one first."""
        return readers_up_to(self.widest, self.profile)

    @property
    def only_internal(self) -> bool:
        """Whether nothing would be left of it for others."""
        return self.widest is Profile.INTERNAL

    def left_out(self, agenda: Agenda, profile: Profile) -> tuple[str, ...]:
        """What this paper for those readers leaves out of the meeting, each kind in one sentence."""
        return left_out(agenda, profile, only_placed=self.only_placed)

    def write(
        self,
        agenda: Agenda,
        options: AgendaOptions,
        path: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> None:
        """Writes the paper of what its profile may show. Raises InputProblem, FileProblem, Cancelled."""
        profile = Profile(options.profile or self.profile)
        self.check(options)
        self.writer(redacted(agenda, profile), self.prepared(agenda, options, profile), path, progress, cancel)

    def check(self, options: AgendaOptions) -> None:
        """Raise InputProblem for what was asked for and this paper cannot do: nothing is left out in silence."""
        refuse_reader(self.key, self.widest, options.profile)
        if options.zones and not self.has_zones:
            raise InputProblem(say("“{paper}” has no columns for time zones. Leave the zones out.", paper=self.key))
        if options.template is not None and self.suffix != ".docx":
            raise InputProblem(say("“{paper}” is no Word document. Leave the template out.", paper=self.key))

    def prepared(self, agenda: Agenda, options: AgendaOptions, profile: Profile) -> AgendaOptions:
        """The options as those readers may see them, with what the paper has to know of drafts."""
        before = options.before or (earlier_state(agenda) if self.compares else None)
        shown = None if before is None else redacted(before, profile)
        name = options.before_name or ("" if before is None else name_of_state(agenda, before))
        look = redacted_look(options.look, profile)
        note = changed_since(agenda)
        return replace(options, profile=profile, look=look, before=shown, before_name=name, copy_note=note)


_INTERNAL = Profile.INTERNAL

PAPERS: tuple[PaperKind, ...] = (
    PaperKind("agenda-pdf", say("the agenda as PDF, to print or send"), ".pdf", OwnWriter(make.agenda_pdf),
              only_placed=True, has_zones=True),
    PaperKind("agenda-docx", say("the agenda as a Word document, to edit"), ".docx", WordWriter(make.agenda),
              only_placed=True, has_zones=True),
    PaperKind("annotated-pdf", say("the annotated agenda: summaries, questions, objectives"), ".pdf",
              PdfWriter(make.annotated), only_placed=True),
    PaperKind("annotated-docx", say("the annotated agenda as a Word document"), ".docx", WordWriter(make.annotated),
              only_placed=True),
    PaperKind("script-pdf", say("the script for chairs and moderators, a page a session"), ".pdf",
              PdfWriter(make.script), Profile.DELEGATIONS, only_placed=True),
    PaperKind("script-docx", say("the script as a Word document"), ".docx", WordWriter(make.script),
              Profile.DELEGATIONS, only_placed=True),
    PaperKind("running-order-pdf", say("the running order: states, phones, links, notes (internal)"), ".pdf",
              PdfWriter(make.running_order), _INTERNAL, widest=_INTERNAL),
    PaperKind("running-order-docx", say("the running order as a Word document (internal)"), ".docx",
              WordWriter(make.running_order), _INTERNAL, widest=_INTERNAL),
    PaperKind("sheets-pdf", say("the personal sheets of all who hold a seat, as one PDF"), ".pdf",
              PdfWriter(make.sheets), Profile.DELEGATIONS, widest=Profile.DELEGATIONS),
    PaperKind("invitation-pdf", say("the invitation to express interest, of the meeting's text"), ".pdf",
              PdfWriter(make.invitation)),
    PaperKind("logistics-pdf", say("the logistics note, of the meeting's text"), ".pdf",
              PdfWriter(make.logistics), Profile.DELEGATIONS),
    PaperKind("logistics-docx", say("the logistics note as a Word document"), ".docx",
              WordWriter(make.logistics), Profile.DELEGATIONS),
    PaperKind("speakers-pdf", say("the list of speakers, session by session"), ".pdf", PdfWriter(make.speakers)),
    PaperKind("overview-pdf", say("the meeting on one page, A4 or A3 landscape"), ".pdf", PdfWriter(make.overview),
              only_placed=True, has_zones=True),
    PaperKind("coverage-pdf", say("which session covers which objective"), ".pdf", PdfWriter(make.coverage)),
    PaperKind("balance-pdf", say("the balance of seats and minutes with charts"), ".pdf",
              PdfWriter(make.balance), _INTERNAL),
    PaperKind("interests-pdf", say("the expressions of interest (internal)"), ".pdf", PdfWriter(make.interests),
              _INTERNAL, widest=_INTERNAL),
    PaperKind("changes-pdf", say("what changed since a draft, by session and by person"), ".pdf",
              PdfWriter(make.changes), Profile.DELEGATIONS, compares=True),
    PaperKind("changes-docx", say("what changed since a draft as a Word document"), ".docx",
              WordWriter(make.changes), Profile.DELEGATIONS, compares=True),
    PaperKind("marked-agenda-pdf", say("the agenda with the changes since a draft marked"), ".pdf",
              PdfWriter(make.marked_agenda), compares=True, only_placed=True, has_zones=True),
    PaperKind("marked-agenda-docx", say("the agenda with changes marked as a Word document"), ".docx",
              WordWriter(make.marked_agenda), compares=True, only_placed=True, has_zones=True),
    PaperKind("register-pdf", say("the findings that were accepted, as an annex (internal)"), ".pdf",
              PdfWriter(make.register), _INTERNAL, widest=_INTERNAL),
    PaperKind("agenda-json", say("the whole meeting as JSON, or what its readers may see"), ".json",
              OwnWriter(make.agenda_json), _INTERNAL),
    PaperKind("speakers-xlsx", say("the speakers of each session as a workbook"), ".xlsx",
              ListWriter(make.speaker_lists)),
    PaperKind("interests-xlsx", say("the interests as a workbook (internal)"), ".xlsx", ListWriter(make.interest_lists),
              _INTERNAL, widest=_INTERNAL),
    PaperKind("coverage-xlsx", say("which session covers what, as a workbook"), ".xlsx",
              ListWriter(make.coverage_lists)),
    PaperKind("balance-xlsx", say("the balance of the seats as a workbook"), ".xlsx",
              ListWriter(make.balance_lists), _INTERNAL),
    PaperKind("people-xlsx", say("the people with their addresses as a workbook (internal)"), ".xlsx",
              OwnWriter(make.people_xlsx), _INTERNAL, widest=_INTERNAL),
    PaperKind("people-csv", say("the people with their addresses as CSV (internal)"), ".csv",
              OwnWriter(make.people_csv), _INTERNAL, widest=_INTERNAL),
)  # fmt: skip
"""Each is written of what its profile may show; "(internal)" ends the titles of those that are for nobody else."""


def paper_kind(key: str) -> PaperKind:
    """The paper of that key. Raises InputProblem."""
    for kind in PAPERS:
        if kind.key == key:
            return kind
    raise InputProblem(say("There is no paper “{key}”. See export --list for those there are.", key=key))
