"""Personal sheets, letters and their texts connected to the document. Imported when they are asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from planner.document import Document
from planner.errors import PlannerError
from planner.export.agenda_paper import AgendaOptions
from planner.export.batches import papers_only_words
from planner.export.layouts import look_of
from planner.export.progress import CancelFlag, Progress
from planner.export.sheet_holders import holders_in_session, name_of, seats_by_holder
from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent
from planner.phrases import session_label
from planner.rules.change import Holder
from planner.rules.changes import changes_between
from planner.rules.drafts import changed_since
from planner.rules.telling import ToTell
from planner.ui.desk import Desk
from planner.ui.draft_states import NOW, cannot_be_read
from planner.ui.paper_states import PaperState
from planner.ui.sheets_dialog import Order, SheetsDialog, WriteFolder
from planner.ui.texts_dialog import TextsDialog
from planner.ui.who_list import WhoList
from planner.wording import say

Events = tuple[CalendarEvent, ...]


class Source(NamedTuple):
    """What sheets are made of: a state of the meeting, and why it reaches no calendar; empty where it does."""

    agenda: Agenda
    papers_only: str = ""


def ask_sheets(desk: Desk, parent: QWidget, shown: PaperState | None = None) -> None:
    """Whose personal sheets, and into which folder; of the state that is shown, else of the working copy."""
    source, known = _source(desk, shown), _known_events(desk)
    if known is None or source is None:
        return
    agenda = source.agenda
    people = [(holder, name_of(agenda, holder)) for holder in seats_by_holder(agenda)]
    if not people:
        desk.tell(say("Nobody holds a seat yet: give somebody a seat first."))
        return
    who = WhoList(people, session_groups(agenda))
    everybody = len(people)

    def write(order: Order, progress: Progress, cancel: CancelFlag) -> Events:
        # reportlab takes a fifth of a second to import: not before somebody makes sheets.
        from planner.export.batches import write_sheets_of_all

        # Whoever lost every seat is told too when all are: they stand in no list of seats.
        holders = () if len(order.holders) == everybody else order.holders
        options = _options(agenda, order, holders)
        return write_sheets_of_all(
            agenda, known, options, order.folder, progress, cancel, papers_only=bool(source.papers_only)
        )

    _show(
        desk,
        say("Personal sheets"),
        who,
        write,
        _free_folder(desk, say("{meeting} sheets", meeting=_stem(desk, shown))),
        parent,
        shown,
        source.papers_only,
    )


def _source(desk: Desk, shown: PaperState | None) -> Source | None:
    """Of a state that the plan has left, papers alone: calendars follow the plan as it is now."""
    if shown is None or shown.key == NOW:
        return Source(desk.agenda)
    try:
        agenda = shown.agenda(desk.agenda)
    except ValueError:
        desk.tell(cannot_be_read(desk.agenda, shown.key))
        return None
    if not changes_between(agenda, desk.agenda):
        return Source(agenda)
    if shown.number and shown.then is None:
        return Source(agenda, papers_only_words(shown.name))
    return Source(
        agenda,
        say("The calendar files and e-mail drafts are left out, because calendars follow the plan as it is now."),
    )


def _stem(desk: Desk, shown: PaperState | None) -> str:
    stem = desk.document.path.stem
    return stem if shown is None else shown.file_stem(stem)


def ask_letters(desk: Desk, entries: Sequence[ToTell], parent: QWidget) -> None:
    """Letters "what changed for you" to those who must be told, and into which folder."""
    agenda, known = desk.agenda, _known_events(desk)
    if known is None or not entries:
        return
    who = WhoList([(entry.holder, entry.name) for entry in entries])

    def write(order: Order, progress: Progress, cancel: CancelFlag) -> Events:
        from planner.export.letters import write_letters

        told = [entry for entry in entries if entry.holder in order.holders]
        options = _options(agenda, order, order.holders)
        return write_letters(agenda, told, known, options, order.folder, progress, cancel)

    _show(
        desk,
        say("Letters about changes"),
        who,
        write,
        _free_folder(desk, say("{meeting} letters", meeting=desk.document.path.stem)),
        parent,
    )


def ask_texts(desk: Desk, parent: QWidget) -> None:
    """The texts of the invitation and the logistics note."""
    dialog = TextsDialog(desk.agenda, parent)
    dialog.save_requested.connect(desk.change_meeting)
    dialog.exec()
    dialog.deleteLater()


def session_groups(agenda: Agenda) -> dict[str, frozenset[Holder]]:
    """Each session in which somebody sits -> who does; two of the same name are one."""
    sessions = (*agenda.placed_sessions, *agenda.sessions_to_place)
    found = ((session_label(session), holders_in_session(agenda, session)) for session in sessions)
    groups: dict[str, frozenset[Holder]] = {}
    for label, holders in found:
        if holders:
            groups[label] = groups.get(label, frozenset()) | set(holders)
    return groups


def _options(agenda: Agenda, order: Order, holders: tuple[Holder, ...]) -> AgendaOptions:
    return AgendaOptions(as_of=order.as_of, look=look_of(agenda), holders=holders, copy_note=changed_since(agenda))


def _known_events(desk: Desk) -> Events | None:
    try:
        return desk.document.calendar_events()
    except PlannerError as problem:
        desk.tell(problem.sentence)
        return None


def _free_folder(desk: Desk, name: str) -> Path:
    """A folder of that name beside the file; numbered when there is one already."""
    folder, number = desk.document.path.with_name(name), 1
    while folder.exists():
        number += 1
        folder = desk.document.path.with_name(say("{name} {number}", name=name, number=number))
    return folder


def _show(
    desk: Desk,
    title: str,
    who: WhoList,
    write: WriteFolder,
    folder: Path,
    parent: QWidget,
    shown: PaperState | None = None,
    papers_only: str = "",
) -> None:
    dialog = SheetsDialog(title, desk.agenda.meeting, who, write, folder, parent, notice=papers_only)
    if shown is not None and shown.key != NOW:
        dialog.show_state(shown)
    dialog.written.connect(lambda made, events: _keep(desk, made, events, papers_only))
    dialog.exec()
    dialog.deleteLater()


def _keep(desk: Desk, folder: Path, events: Events, papers_only: str) -> None:
    if events:
        desk.run(Document.keep_calendar_events, events)
    where = say("They are in {folder}.", folder=folder)
    desk.tell(f"{where} {papers_only}" if papers_only else where)
