"""Papers as pages to look at: laid out whole, each page drawn when somebody comes to it."""

from dataclasses import dataclass

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.agenda_pdf import agenda_laid_out
from planner.export.paper_pdf import paper_laid_out
from planner.export.paper_writers import PdfWriter
from planner.export.papers import PAPERS, PaperKind, paper_kind
from planner.export.pdf_writing import LaidOut, SessionPlace, page_pdf, places_of
from planner.export.profiles import Profile, redacted
from planner.export.progress import CancelFlag
from planner.models.agenda import Agenda
from planner.wording import say

AGENDA = "agenda-pdf"
_OF_PLACED_SESSIONS = frozenset({AGENDA, "annotated-pdf", "script-pdf", "overview-pdf", "marked-agenda-pdf"})


@dataclass(frozen=True, slots=True)
class PaperPages:
    """The pages of a paper; lengths in points, pages counted from 0."""

    laid_out: LaidOut
    places: tuple[SessionPlace, ...]

    @property
    def count(self) -> int:
        return len(self.laid_out.pages)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of each page."""
        return self.laid_out.size.width, self.laid_out.size.height

    def pdf_of(self, number: int) -> bytes:
        """One page as a file."""
        return page_pdf(self.laid_out, number)


def papers_to_look_at() -> tuple[PaperKind, ...]:
    """The papers that have a preview."""
    return tuple(kind for kind in PAPERS if kind.key == AGENDA or isinstance(kind.writer, PdfWriter))


def is_empty(key: str, agenda: Agenda) -> bool:
    """Whether the paper would be a title alone, since it tells of placed sessions and none is placed."""
    return key in _OF_PLACED_SESSIONS and not agenda.placed_sessions


def pages_of(key: str, agenda: Agenda, options: AgendaOptions, cancel: CancelFlag | None = None) -> PaperPages:
    """A paper laid out, made of what its profile may show. Raises InputProblem, Cancelled."""
    kind = paper_kind(key)
    profile = Profile(options.profile or kind.profile)
    paper = _laid_out(kind, redacted(agenda, profile), kind.prepared(agenda, options, profile), cancel)
    return PaperPages(paper, tuple(places_of(paper.pages, paper.size)))


def _laid_out(kind: PaperKind, agenda: Agenda, options: AgendaOptions, cancel: CancelFlag | None) -> LaidOut:
    if kind.key == AGENDA:
        return agenda_laid_out(agenda, options, cancel)
    if not isinstance(kind.writer, PdfWriter):
        raise InputProblem(say("“{title}” has no preview. Choose another paper.", title=kind.title))
    return paper_laid_out(kind.writer.content(agenda, options), options.chosen_look, cancel)
