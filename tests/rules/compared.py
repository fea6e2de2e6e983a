"""A meeting whose changes are told, and its rows with other values."""

from dataclasses import replace
from typing import Any

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SessionKind
from planner.models.records import Room
from planner.rules.changes import changes_between
from tests.building import covers, entity, make_agenda, objective, person, roundtable, seat, session

ANNA, BEN = 1, 2
EXAMPLIA, SAMPLIA = 1, 2


def compared_meeting() -> Agenda:
    """A roundtable with a moderator, two speakers and an open seat, and a talk without anybody."""
    return make_agenda(
        rooms=[Room(1, "Plenary", "https://example.org/1", 1), Room(2, "Hall", "https://example.org/2", 2)],
        sessions=[roundtable(1, 630, 75), session(2, "Welcome", 600, kind=SessionKind.OPENING)],
        objectives=[objective(1), objective(2)],
        coverage=covers(1, 1),
        entities=[entity(EXAMPLIA, "Examplia"), entity(SAMPLIA, "Samplia")],
        people=[person(ANNA, "Anna"), person(BEN, "Ben")],
        seats=[
            seat(1, 1, Role.MODERATOR, entity=SAMPLIA),
            seat(2, 1, person=ANNA, entity=EXAMPLIA),
            seat(3, 1, person=BEN),
            seat(4, 1),
        ],
    )


def told(before: Agenda, *rows: tuple[str, int, Any]) -> list[str]:
    return [change.sentence() for change in changes_between(before, before.with_records(rows))]


def changed(agenda: Agenda, table: str, row_id: int, **values: Any) -> tuple[str, int, Any]:
    rows = agenda.meeting_rows if table == "meeting" else getattr(agenda, table)
    return table, row_id, replace(rows[row_id], **values)
