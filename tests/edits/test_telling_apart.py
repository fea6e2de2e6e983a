"""Two that look like one, told apart on record."""

from typing import Any

from planner.document import Document
from planner.edits.telling_apart import tell_entities_apart, tell_people_apart
from tests.meetings import ALPHA, BETA, EXAMPLIA, SAMPLE_UNION


def pairs(document: Document) -> list[tuple[str, int, int]]:
    return [(row.table_name, row.first_id, row.second_id) for row in document.agenda.told_apart.values()]


def test_each_pair_is_on_record_once(document: Document, doing: Any) -> None:
    doing("Tell people apart", tell_people_apart, [BETA, ALPHA])
    doing("Tell entities apart", tell_entities_apart, (EXAMPLIA, SAMPLE_UNION))
    assert pairs(document) == [("people", ALPHA, BETA), ("entities", EXAMPLIA, SAMPLE_UNION)]


def test_what_is_on_record_is_no_step(document: Document, no_step: Any) -> None:
    tell_people_apart(document, [ALPHA, BETA])
    no_step(tell_people_apart, [BETA, ALPHA])
