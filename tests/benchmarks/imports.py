"""The preview of an import of 5,000 rows against 2,000 known people: plainly made-up names."""

import random
from collections.abc import Iterator
from time import perf_counter

from planner.imports.headings import guess_columns
from planner.imports.proposing import propose
from planner.imports.tables import Sheet, make_sheet
from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind
from tests.building import entity, make_agenda, person, roundtable

ROWS, PEOPLE, ENTITIES = 5_000, 2_000, 600
HEADINGS = ("Organization", "Name", "E-mail", "Role", "Roundtable preferences", "Date received", "Comments")
_SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "za", "dor", "fen", "gal", "hum", "jin", "pel")


def measure() -> dict[str, float]:
    """Seconds for the columns and the proposal, once with cold caches."""
    agenda, sheet = known_agenda(), wanted_sheet()
    start = perf_counter()
    proposal = propose(agenda, sheet, guess_columns(sheet, agenda))
    seconds = perf_counter() - start
    return {"preview_s": seconds, "rows": len(proposal.rows)}


def known_agenda() -> Agenda:
    """2,000 people of 600 entities."""
    chance = random.Random(1)
    sessions = [roundtable(number) for number in (1, 2, 3, 4)]
    entities = [entity(number, _name(chance, 3), EntityKind.STAKEHOLDER) for number in range(1, ENTITIES + 1)]
    people = [
        person(number, _name(chance, 1), _name(chance, 1), entity=1 + number % ENTITIES)
        for number in range(1, PEOPLE + 1)
    ]
    return make_agenda(sessions=sessions, entities=entities, people=people)


def wanted_sheet() -> Sheet:
    """Known people spelled in another order, misspelled ones, and new ones, in turns."""
    return make_sheet("answers.xlsx", "", enumerate((HEADINGS, *_rows()), start=1))


def _rows() -> Iterator[tuple[str, ...]]:
    agenda, chance = known_agenda(), random.Random(2)
    for number in range(ROWS):
        known = agenda.people[1 + number % PEOPLE]
        name, place = f"{known.family_name.upper()}, {known.given_name}", agenda.entities[known.entity_id or 1].name
        if number % 3 == 1:
            name, place = f"Ms. {known.given_name}s {known.family_name}", f"{place}s"
        elif number % 3 == 2:
            name, place = f"{_name(chance, 1)} {_name(chance, 1)}", _name(chance, 3)
        wish = f"RT {1 + number % 4}, RT {1 + (number + 1) % 4}"
        yield place, name, f"person{number}@example.org", "Speaker", wish, "12.10.2020", "x"


def _name(chance: random.Random, words: int) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=4)).capitalize() for _word in range(words))


if __name__ == "__main__":
    print(measure())
