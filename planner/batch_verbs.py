"""What the command line does with papers that are a folder of files; as in planner.verbs, imports are late."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.batches import BATCHES, BatchKind, as_issued, papers_only_words
from planner.export.profiles import Profile
from planner.models.agenda import Agenda
from planner.models.aside_records import Draft
from planner.phrases import session_heading, session_name
from planner.wording import say

if TYPE_CHECKING:
    from planner.rules.change import Holder


def batch_kind(key: str) -> BatchKind | None:
    """The folder of that key; None for the key of anything else."""
    return next((kind for kind in BATCHES if kind.key == key), None)


class Listed(Protocol):
    """What ``export --list`` tells of a paper or a folder."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def readers(self) -> tuple[Profile, ...]: ...


def list_lines(kinds: Sequence[Listed]) -> list[str]:
    """A line each: its key, what it is, and the profiles that it can be made for, the usual one first."""
    keys, titles = (
        max(map(len, column)) + 2 for column in zip(*((kind.key, kind.title) for kind in kinds), strict=True)
    )
    last = say("The last column names the profiles for --profile; the first of them is taken when there is none.")
    lines = [f"{kind.key:<{keys}}{kind.title:<{titles}}{', '.join(kind.readers)}" for kind in kinds]
    return [*lines, "", last]


def holders_named(agenda: Agenda, name: str) -> "tuple[Holder, ...]":
    """The person meant, or the entity and its people who hold a seat. Raises InputProblem."""
    from planner.rules.occupancy import entity_of
    from planner.rules.seat_changes import holder_of, takes_part
    from planner.rules.who_is_meant import who_is_meant

    meant = who_is_meant(agenda, name)
    if meant.person_id is not None:
        return ((meant.person_id, None),)
    seats = (seat for seat in agenda.seats.values() if takes_part(seat) and entity_of(agenda, seat) == meant.entity_id)
    return tuple(dict.fromkeys(holder_of(seat) for seat in seats)) or ((None, meant.entity_id),)


def write_batch(
    file: Path, now: Agenda, draft: Draft | None, kind: BatchKind, options: AgendaOptions, folder: Path
) -> str:
    """Write the folder, of a draft or of the plan as it is, and remember in the file what it gave to calendars.

    Of a draft that the plan has left there are papers alone, and nothing is remembered: people's calendars follow the
    plan. Returns what is to be said of it. Raises InputProblem, FileProblem.
    """
    from planner.rules.drafts import stands_as

    agenda = now if draft is None else _state_of(now, draft)
    if draft is not None and not stands_as(now, draft):
        kind.write(agenda, (), options, folder, papers_only=True)
        return papers_only_words(say("Draft {number}", number=draft.number))
    _write_and_remember(file, agenda, kind, options, folder)
    return ""


def _state_of(now: Agenda, draft: Draft) -> Agenda:
    try:
        return as_issued(now, draft)
    except ValueError as problem:
        raise unreadable(draft.number) from problem


def unreadable(number: int) -> InputProblem:
    """Of a draft that another program altered."""
    return InputProblem(
        say("Draft {number} was changed by another program and cannot be read. Print another.", number=number)
    )


def _write_and_remember(file: Path, agenda: Agenda, kind: BatchKind, options: AgendaOptions, folder: Path) -> None:
    from planner.document import Document

    with closing(Document.open(file)) as document:
        known = document.calendar_events()
        events = kind.write(agenda, known, options, folder)
        new = set(events) - set(known)
        if new:
            document.keep_calendar_events(sorted(new, key=lambda event: event.uid))


def for_person(agenda: Agenda, options: AgendaOptions, name: str) -> AgendaOptions:
    """The options for the sheets of those whom a name means alone. Raises InputProblem."""
    return replace(options, holders=holders_named(agenda, name)) if name else options


def for_session(agenda: Agenda, options: AgendaOptions, name: str) -> AgendaOptions:
    """The options for the script of those sessions alone whose code or title a name means. Raises InputProblem."""
    return replace(options, sessions=sessions_named(agenda, name)) if name else options


def sessions_named(agenda: Agenda, name: str) -> tuple[int, ...]:
    """Those of that code or name; else those with it in their heading. Raises InputProblem."""
    from planner.folding import folded

    wanted, sessions = folded(name.strip()), agenda.sessions.values()
    whole = [one.id for one in sessions if wanted in {folded(one.code), folded(session_name(one))}]
    found = whole or [one.id for one in sessions if wanted in folded(session_heading(one))]
    if not found:
        raise InputProblem(say("No session is called “{name}”. Give its code, such as RT1, or its title.", name=name))
    return tuple(found)
