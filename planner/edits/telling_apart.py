"""Records that look like one and are two: said once, it is not asked again."""

from collections.abc import Iterable
from itertools import combinations

from planner.document import Document
from planner.models.aside_records import ENTITIES, PEOPLE
from planner.models.tables import ToldApartRow
from planner.wording import say


def tell_people_apart(document: Document, person_ids: Iterable[int]) -> None:
    """Keep on record that no two of these people are the same."""
    _tell_apart(document, PEOPLE, person_ids, say("Tell people apart"))


def tell_entities_apart(document: Document, entity_ids: Iterable[int]) -> None:
    """Keep on record that no two of these entities are the same."""
    _tell_apart(document, ENTITIES, entity_ids, say("Tell entities apart"))


def _tell_apart(document: Document, table: str, row_ids: Iterable[int], name: str) -> None:
    held = document.agenda.told_apart.values()
    known = {(row.first_id, row.second_id) for row in held if row.table_name == table}
    with document.edit(name) as rows:
        rows.add_all(
            ToldApartRow(table_name=table, first_id=first, second_id=second)
            for first, second in combinations(sorted(set(row_ids)), 2)
            if (first, second) not in known
        )
