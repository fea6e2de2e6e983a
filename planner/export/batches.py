"""The papers that are a folder of files: menus and the command line ask here.

Each imports what it needs itself, as one paper need not wait for all others.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.profiles import Profile, readers_up_to, refuse_reader
from planner.export.progress import CancelFlag, Progress
from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent, Draft
from planner.rules.drafts import changed_since, draft_agenda
from planner.wording import say

Events = tuple[CalendarEvent, ...]


class WriteBatch(Protocol):
    """Writes a folder, whole or not at all; returns the events to remember.

    ``papers_only``: neither calendar files nor e-mail drafts, and no event. Raises InputProblem, FileProblem and
    Cancelled.
    """

    def __call__(
        self,
        agenda: Agenda,
        known_events: Iterable[CalendarEvent],
        options: AgendaOptions,
        folder: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
        *,
        papers_only: bool = False,
    ) -> Events: ...


class BatchKind(NamedTuple):
    """``key`` is its name on the command line, ``title`` one line for people; the profiles as in PaperKind.

    For everybody there is none: names that are taken out there would be cancelled in calendars.
    """

    key: str
    title: str
    writer: WriteBatch
    profile: Profile = Profile.DELEGATIONS
    widest: Profile = Profile.DELEGATIONS

    @property
    def readers(self) -> tuple[Profile, ...]:
        """Whom it can be made for, the usual one first."""
        return readers_up_to(self.widest, self.profile)

    def write(
        self,
        agenda: Agenda,
        known_events: Iterable[CalendarEvent],
        options: AgendaOptions,
        folder: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
        *,
        papers_only: bool = False,
    ) -> Events:
        """As the writer does."""
        refuse_reader(self.key, self.widest, options.profile)
        noted = replace(options, copy_note=changed_since(agenda))
        return self.writer(agenda, known_events, noted, folder, progress, cancel, papers_only=papers_only)


def as_issued(agenda: Agenda, draft: Draft) -> Agenda:
    """The meeting as it stood in a draft, and who had been told of those before it: letters go by that.

    Raises ValueError when another program altered the draft.
    """
    earlier = {
        key: notice
        for key, notice in agenda.notices.items()
        if notice.draft_id in agenda.drafts and agenda.drafts[notice.draft_id].number < draft.number
    }
    return replace(draft_agenda(agenda, draft), notices=MappingProxyType(earlier))


def papers_only_words(state: str) -> str:
    """Why there is nothing but papers in a folder that was made of a state which the plan has left."""
    return say(
        "The calendar files and e-mail drafts are left out, because the plan has changed since {state}.", state=state
    )


def write_sheets_of_all(
    agenda: Agenda,
    known_events: Iterable[CalendarEvent],
    options: AgendaOptions,
    folder: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
    *,
    papers_only: bool = False,
) -> Events:
    """Sheets, calendar files and drafts of e-mails; raises as ``write_sheets`` does."""
    from planner.export.sheets import write_sheets

    return write_sheets(agenda, known_events, options, folder, progress, cancel, papers_only=papers_only)


def write_letters_to_all(
    agenda: Agenda,
    known_events: Iterable[CalendarEvent],
    options: AgendaOptions,
    folder: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
    *,
    papers_only: bool = False,
) -> Events:
    """Letters to everybody who must be told, or to those of ``options.holders`` among them.

    Raises InputProblem when nobody must be told, or a draft cannot be read; FileProblem, Cancelled.
    """
    from planner.export.letters import write_letters
    from planner.rules.telling import to_tell

    try:
        entries = [entry for entry in to_tell(agenda) if not options.holders or entry.holder in options.holders]
        if not entries:
            raise InputProblem(say("Nobody must be told: no letter was written. Issue a draft, then change the plan."))
        return write_letters(agenda, entries, known_events, options, folder, progress, cancel, papers_only=papers_only)
    except ValueError as problem:
        raise InputProblem(
            say("A draft was changed by another program and cannot be read. Restore a backup to write letters.")
        ) from problem


BATCHES: tuple[BatchKind, ...] = (
    BatchKind("sheets", say("a folder of personal sheets, calendar files and e-mail drafts"), write_sheets_of_all),
    BatchKind("letters", say("a folder of letters to those who must be told of changes"), write_letters_to_all),
)
