"""The papers that are a folder of files: menus and the command line ask here.

Each imports what it needs itself, as one paper need not wait for all others.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.profiles import Profile
from planner.export.progress import CancelFlag, Progress
from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent
from planner.rules.drafts import changed_since
from planner.wording import say

Events = tuple[CalendarEvent, ...]
WriteBatch = Callable[
    [Agenda, Iterable[CalendarEvent], AgendaOptions, Path, Progress | None, CancelFlag | None], Events
]
"""Writes a folder, whole or not at all; returns the events to remember. Raises InputProblem, FileProblem, Cancelled."""


class BatchKind(NamedTuple):
    """``key`` is its name on the command line, ``title`` one line for people."""

    key: str
    title: str
    writer: WriteBatch

    def write(
        self,
        agenda: Agenda,
        known_events: Iterable[CalendarEvent],
        options: AgendaOptions,
        folder: Path,
        progress: Progress | None = None,
        cancel: CancelFlag | None = None,
    ) -> Events:
        """As the writer does. Refused for everybody: names that are taken out there would be cancelled in calendars."""
        if options.profile == Profile.PUBLIC:
            raise InputProblem(
                say("Personal sheets and letters go to those who sit. Choose the profile delegations, or none.")
            )
        noted = replace(options, copy_note=changed_since(agenda))
        return self.writer(agenda, known_events, noted, folder, progress, cancel)


def write_sheets_of_all(
    agenda: Agenda,
    known_events: Iterable[CalendarEvent],
    options: AgendaOptions,
    folder: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
) -> Events:
    """Sheets, calendar files and drafts of e-mails; raises as ``write_sheets`` does."""
    from planner.export.sheets import write_sheets

    return write_sheets(agenda, known_events, options, folder, progress, cancel)


def write_letters_to_all(
    agenda: Agenda,
    known_events: Iterable[CalendarEvent],
    options: AgendaOptions,
    folder: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
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
        return write_letters(agenda, entries, known_events, options, folder, progress, cancel)
    except ValueError as problem:
        raise InputProblem(
            say("A draft was changed by another program and cannot be read. Restore a backup to write letters.")
        ) from problem


BATCHES: tuple[BatchKind, ...] = (
    BatchKind("sheets", say("a folder of personal sheets, calendar files and e-mail drafts"), write_sheets_of_all),
    BatchKind("letters", say("a folder of letters to those who must be told of changes"), write_letters_to_all),
)
