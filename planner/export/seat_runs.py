"""Who sits where, as runs of words in which what is still open is set off; words are those of ``seats_on_paper``."""

from collections.abc import Iterator

from planner.export.isolates import isolated
from planner.export.paper_content import PaperLine, PaperValue
from planner.export.paper_parts import Emphasis, Run, Runs
from planner.export.seats_on_paper import (
    VALUE_SEPARATOR,
    addressed,
    entity_name_of,
    holder_words,
    is_nobodys,
    open_note,
)
from planner.models.agenda import Agenda
from planner.models.kinds import SeatState
from planner.models.records import Seat
from planner.wording import say, seat_state_name


def line_runs(line: PaperLine) -> Iterator[Run]:
    """The values of a line, with what is open set off."""
    for index, value in enumerate(line.values):
        if index:
            yield Run(VALUE_SEPARATOR)
        yield from value_runs(value)
    if line.note:
        yield Run(f" {line.note}", Emphasis.OPEN)


def value_runs(value: PaperValue) -> Runs:
    """One value, with what is open set off."""
    text = Run(value.text, Emphasis.OPEN if value.is_open else Emphasis.PLAIN)
    return (text, Run(f" {value.note}", Emphasis.OPEN)) if value.note else (text,)


def seat_words(agenda: Agenda, seat: Seat, *, shows_state: bool = False) -> Runs:
    """How one seat is called, and what is still open, set off; of one that is not confirmed, or its very state."""
    note = open_note(seat)
    if note and shows_state and seat.state is not SeatState.CONFIRMED:
        note = say("({state})", state=seat_state_name(seat.state))
    holder = Run(holder_words(agenda, seat), Emphasis.OPEN if is_nobodys(seat) else Emphasis.PLAIN)
    return (holder, Run(" "), Run(note, Emphasis.OPEN)) if note else (holder,)


def address_words(agenda: Agenda, seat: Seat) -> tuple[Runs, ...]:
    """Lines: who is called up, as they are addressed; then, for a person, function and entity; what is still open."""
    person = agenda.people.get(seat.person_id) if seat.person_id is not None else None
    entity, note = entity_name_of(agenda, seat), open_note(seat)
    opened = (Run(f" {note}", Emphasis.OPEN),) if note else ()
    if person is None:
        unknown = Run(say("To be confirmed"), Emphasis.OPEN)
        return ((Run(entity, Emphasis.BOLD) if entity else unknown, *opened),)
    name = Run(addressed(person), Emphasis.BOLD)
    of_person = ", ".join(text for text in (isolated(person.function), entity) if text)
    return ((name,), (Run(of_person), *opened)) if of_person else ((name, *opened),)
