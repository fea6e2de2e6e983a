"""What organisers alone are told of a comparison; and that no field of the plan changes without being told."""

from dataclasses import fields, replace
from enum import StrEnum
from typing import Any

import pytest

from planner.models.agenda import Agenda
from planner.models.freezing import PLAN_TABLES, records_of
from planner.models.kinds import InterestState, Role
from planner.models.record_types import RECORD_TYPES
from planner.models.records import Availability, Interest, Layout, Replacement, Ruler, Wish
from planner.rules.beside_words import organisers_changes
from planner.rules.changes import changes_between
from tests.rules.compared import ANNA, EXAMPLIA, changed, compared_meeting

NOT_TOLD = {
    ("meeting", "draft_number"): "issuing a draft sets it, and each paper and view says it",
    ("meeting", "uid"): "nobody can change it",
    ("objectives", "short_title"): "nobody can change it; the title is told",
}
"""The fields of the plan of which another value is told by nothing, with the reason."""

OTHERS: dict[str, Any] = {
    "date": "2020-11-20", "deadline_date": "2020-11-10", "zone": "Asia/Tbilisi", "country_code": "PT", "position": 9,
    "day_id": 2, "room_id": 2, "session_id": 2, "entity_id": 2, "person_id": 2, "objective_id": 2, "seat_id": 2,
    "interest_id": 2,
}  # fmt: skip


def rich() -> Agenda:
    """The compared meeting with a row in every table."""
    rows: dict[str, Any] = {
        "replacements": Replacement(1, 1, EXAMPLIA, None, "ill", ""),
        "interests": Interest(1, EXAMPLIA, None, "2020-10-01", "typed", "", "", InterestState.NEW, 1),
        "wishes": Wish(1, 1, 1, Role.SPEAKER, 1),
        "rulers": Ruler(1, "America/Toronto", 1),
        "availabilities": Availability(1, ANNA, "2020-11-12", 600, 700, free=True, own_clock=True),
        "layouts": Layout(1, "Usual", 1, "a4", "#0b6ab8", "", "", "", "24h", "long", 10, "item", ""),
    }
    agenda = compared_meeting().with_records((table, 1, row) for table, row in rows.items())
    deadline = replace(agenda.meeting, deadline_date="2020-11-01")
    return agenda.with_records([("meeting", 1, deadline)])


def other(agenda: Agenda, table: str, field: str) -> Any:
    """A value that the first row of the table does not have in this field."""
    value = getattr(first_of(agenda, table), field)
    if isinstance(value, bool):
        return not value
    if isinstance(value, StrEnum):
        return next(kind for kind in type(value) if kind is not value)
    if field in OTHERS:
        return OTHERS[field]
    return value + "x" if isinstance(value, str) else (value or 0) + 1


def first_of(agenda: Agenda, table: str) -> Any:
    """A speaker's seat stands for all; else the first row."""
    rows = records_of(agenda, table)
    return rows[2] if table == "seats" else rows[min(rows)]


def told(before: Agenda, *rows: tuple[str, int, Any]) -> list[str]:
    now = before.with_records(rows)
    return [change.sentence() for change in (*changes_between(before, now), *organisers_changes(before, now))]


def test_no_field_of_the_plan_changes_without_being_told() -> None:
    before = rich()
    silent = [
        (table, field.name)
        for table in PLAN_TABLES
        for field in fields(RECORD_TYPES[table])
        if field.name != "id"
        if not told(
            before, changed(before, table, first_of(before, table).id, **{field.name: other(before, table, field.name)})
        )
    ]
    assert sorted(silent) == sorted(NOT_TOLD)


@pytest.mark.parametrize(
    ("table", "row_id", "values", "sentence"),
    [
        ("sessions", 1, {"wrap_up_minutes": 10}, "The wrap-up of Roundtable 1 is now “10 min”; none was given before."),
        ("sessions", 1, {"target_speakers": 6},
         "The number of speakers wanted of Roundtable 1 is now “6” instead of “4”."),
        ("sessions", 1, {"pinned": True}, "Roundtable 1 is now pinned."),
        ("sessions", 1, {"internal_notes": "secret"}, "The internal note of Roundtable 1 has changed."),
        ("people", 1, {"email": "a@b.example"}, "The e-mail address of Anna Example has changed."),
        ("entities", 1, {"country_code": "PT"}, "The country of Examplia is now “PT”; none was given before."),
        ("meeting", 1, {"grid_minutes": 15}, "The grid step of the meeting is now “15 min” instead of “5 min”."),
        ("rooms", 2, {"name": "Salon"}, "The name “Hall” is now “Salon”."),
        ("rooms", 2, {"position": 0}, "The order of the rooms is now “Hall, Plenary” instead of “Plenary, Hall”."),
    ],
)  # fmt: skip
def test_details_are_told_to_organisers_alone(table: str, row_id: int, values: dict[str, Any], sentence: str) -> None:
    before = compared_meeting()
    now = before.with_records([changed(before, table, row_id, **values)])
    assert changes_between(before, now) == ()
    assert [change.sentence() for change in organisers_changes(before, now)] == [sentence]


def test_rooms_that_come_and_go_are_told() -> None:
    before = compared_meeting()
    gone = [("rooms", 2, None)]
    assert told(before, *gone) == ["The list of rooms no longer includes Hall."]
    without = before.with_records(gone)
    assert told(without, ("rooms", 2, before.rooms[2])) == ["The list of rooms now includes Hall."]
