"""Who sits where, as runs of words in which what is still open is set off; words are those of ``seats_on_paper``."""

from collections.abc import Iterator

from planner.export.paper_content import PaperLine
from planner.export.paper_parts import Emphasis, Run, Runs
from planner.export.seats_on_paper import VALUE_SEPARATOR, addressed, entity_name_of, holder_words, open_note
from planner.models.agenda import Agenda
from planner.models.records import Seat
from planner.wording import say


def line_runs(line: PaperLine) -> Iterator[Run]:
    """The values of a line, with what is open set off."""
    for index, value in enumerate(line.values):
        yield Run(f"{VALUE_SEPARATOR if index else ''}{value.text}")
        if value.note:
            yield Run(f" {value.note}", Emphasis.OPEN)
    if line.note:
        yield Run(f" {line.note}", Emphasis.OPEN)


def seat_words(agenda: Agenda, seat: Seat) -> Runs:
    """How one seat is called, and what is still open, set off."""
    note = open_note(seat)
    holder = Run(holder_words(agenda, seat))
    return (holder, Run(" "), Run(note, Emphasis.OPEN)) if note else (holder,)


def address_words(agenda: Agenda, seat: Seat) -> tuple[Runs, ...]:
    """Lines: who is called up, as they are addressed; then, for a person, function and entity; what is still open."""
    person = agenda.people.get(seat.person_id) if seat.person_id is not None else None
    entity, note = entity_name_of(agenda, seat), open_note(seat)
    opened = (Run(f" {note}", Emphasis.OPEN),) if note else ()
    if person is None:
        return ((Run(entity or say("To be confirmed"), Emphasis.BOLD), *opened),)
    name, of_person = Run(addressed(person), Emphasis.BOLD), ", ".join(filter(None, (person.function, entity)))
    return ((name,), (Run(of_person), *opened)) if of_person else ((name, *opened),)
