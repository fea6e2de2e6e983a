"""The people of a meeting as a table, XLSX or CSV: for the secretariat alone, with addresses and telephone numbers."""

import csv
from pathlib import Path

from planner.export.agenda_paper import AgendaOptions
from planner.export.harmless import harmless
from planner.export.progress import CancelFlag, Progress, Steps
from planner.export.workbooks import List, write_workbook
from planner.export.writing import write_whole
from planner.folding import folded
from planner.models.agenda import Agenda
from planner.models.records import Person
from planner.rules.seats_held import seats_by_person, seats_in_words
from planner.wording import entity_kind_name, gender_name, say

Row = tuple[str, ...]

_ROWS_A_STEP = 500


def headings() -> Row:
    return (
        say("Honorific"), say("Given name"), say("Family name"), say("Function"), say("Entity"), say("Kind of entity"),
        say("Country"), say("Time zone"), say("Languages"), say("Gender"), say("E-mail"), say("Phone"), say("Seats"),
    )  # fmt: skip


def rows_of_people(agenda: Agenda) -> list[Row]:
    """A row a person under ``headings``, by family name."""
    held = seats_by_person(agenda)
    order = sorted(agenda.people.values(), key=lambda row: (folded(row.family_name), folded(row.given_name), row.id))
    return [_row(agenda, person, seats_in_words(agenda, held.get(person.id, ()))) for person in order]


def _row(agenda: Agenda, person: Person, seats: str) -> Row:
    entity = None if person.entity_id is None else agenda.entities[person.entity_id]
    of_entity = ("", "", "") if entity is None else (entity.name, entity_kind_name(entity.kind), entity.country_code)
    gender = gender_name(person.gender) if person.gender else ""
    return (
        person.honorific, person.given_name, person.family_name, person.function, *of_entity,
        person.zone, person.languages, gender, person.email, person.phone, seats,
    )  # fmt: skip


def write_people_csv(
    agenda: Agenda,
    options: AgendaOptions,  # noqa: ARG001  # a table has no draft, paper or zones to choose
    path: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
) -> None:
    """UTF-8 with a byte-order mark, commas, CRLF (RFC 4180); what could run as a formula follows an apostrophe."""
    rows = _counted(agenda, progress, cancel)

    def make(temporary: Path) -> None:
        with temporary.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(tuple(map(harmless, row)) for row in rows)

    write_whole(path, make)


def write_people_xlsx(
    agenda: Agenda,
    options: AgendaOptions,  # noqa: ARG001  # a table has no draft, paper or zones to choose
    path: Path,
    progress: Progress | None = None,
    cancel: CancelFlag | None = None,
) -> None:
    """A workbook of one sheet; every cell is text, never a formula."""
    write_workbook(path, [List(say("People"), _counted(agenda, progress, cancel))])


def _counted(agenda: Agenda, progress: Progress | None, cancel: CancelFlag | None) -> list[Row]:
    rows = [headings(), *rows_of_people(agenda)]
    steps = Steps(len(rows), progress, cancel)
    for done in range(_ROWS_A_STEP, len(rows), _ROWS_A_STEP):
        steps.reach(done)
    steps.reach(len(rows))
    return rows
