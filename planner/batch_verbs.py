"""What the command line does with papers that are a folder of files; as in planner.verbs, imports are late."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.batches import BATCHES, BatchKind
from planner.models.agenda import Agenda
from planner.phrases import session_heading, session_name
from planner.wording import say

if TYPE_CHECKING:
    from planner.rules.change import Holder


def batch_kind(key: str) -> BatchKind | None:
    """The folder of that key; None for the key of anything else."""
    return next((kind for kind in BATCHES if kind.key == key), None)


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


def write_batch(file: Path, agenda: Agenda, kind: BatchKind, options: AgendaOptions, folder: Path) -> None:
    """Write the folder, then remember in the file what it gave to people's calendars.

    Raises InputProblem, FileProblem.
    """
    from planner.document import Document

    with closing(Document.open(file)) as document:
        known = document.calendar_events()
        events = kind.write(agenda, known, options, folder, None, None)
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
