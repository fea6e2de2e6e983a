"""What is asked about two values, in words that an organiser knows: no numbers of rows, no names of columns."""

from dataclasses import fields, replace
from typing import Any

import pytest

from planner.models.agenda import Agenda
from planner.models.aside_records import Draft, RuleLevel
from planner.models.freezing import records_of
from planner.models.kinds import DraftKind, EntityKind, Role, SeatState
from planner.models.record_types import RECORD_TYPES
from planner.models.records import Availability
from planner.rules.beside_words import beside_the_plan
from planner.rules.conflict_words import questions_of
from planner.rules.field_words import _field_names, unit_words
from planner.rules.merge_numbers import MERGED_TABLES
from planner.rules.merging import merge_of, settled
from tests.building import entity, make_agenda, person, roundtable, seat


def base() -> Agenda:
    return make_agenda(
        sessions=[roundtable(1, 600, 90)],
        entities=[entity(1, "Examplia")],
        people=[person(1, "Anna", "Example", entity=1), person(2, "Ben", "Beta")],
        seats=[seat(1, 1, Role.SPEAKER, entity=1)],
        availabilities=[Availability(1, 1, "2020-11-12", 600, 700, free=True, own_clock=True)],
        rule_levels=[RuleLevel(1, "break", "note")],
    )


def asked(table: str, ours: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    before = base()
    copies = [
        before.with_records([(table, 1, replace(records_of(before, table)[1], **values))]) for values in (ours, theirs)
    ]
    merge = merge_of(before, *copies)
    return [question.sentence for question in questions_of(copies[0], merge.theirs, merge.conflicts)]


@pytest.mark.parametrize(
    ("table", "ours", "theirs", "sentence"),
    [
        ("sessions", {"start_minute": 660}, {"start_minute": 700},
         "Roundtable 1, day and time: here “Thu 11:00 CET”, there “Thu 11:40 CET”."),
        ("sessions", {"minutes": 60}, {"minutes": 75}, "Roundtable 1, length: here “1 h”, there “1 h 15 min”."),
        ("sessions", {"pinned": True, "summary": "A"}, {"summary": "B"},
         "Roundtable 1, summary: here “A”, there “B”."),
        ("seats", {"state": SeatState.INVITED}, {"state": SeatState.DECLINED},
         "Examplia in Roundtable 1, state: here “invited”, there “declined”."),
        ("seats", {"person_id": 1}, {"person_id": 2, "entity_id": None},
         "Anna Example in Roundtable 1, holder: here “Anna Example”, there “Ben Beta”."),
        ("people", {"entity_id": None}, {"entity_id": None, "email": "a@b.org"}, None),
        ("people", {"function": ""}, {"function": "Minister"}, None),
        ("people", {"zone": "UTC"}, {"zone": "Asia/Tokyo"},
         "Anna Example, time zone: here “UTC”, there “Asia/Tokyo”."),
        ("windows", {"end_minute": 900}, {"end_minute": 960},
         "The hours of Thursday, 12 November 2020: here “10:00–15:00”, there “10:00–16:00”."),
        ("availabilities", {"end_minute": 800}, {"free": False},
         "Free and busy hours of Anna Example: "
         "here “Thursday, 12 November 2020, free 10:00–13:20”, there “Thursday, 12 November 2020, busy 10:00–11:40”."),
        ("meeting", {"comfortable_start_minute": 420}, {"comfortable_start_minute": 450},
         "The meeting, start of the comfortable hours: here “07:00”, there “07:30”."),
        ("meeting", {"contact": "Ann"}, {"contact": "Ben"}, "The meeting, contact: here “Ann”, there “Ben”."),
        ("entities", {"kind": EntityKind.STAKEHOLDER}, {"kind": EntityKind.UN_SYSTEM},
         "Examplia, kind: here “Stakeholder”, there “United Nations system”."),
        ("rule_levels", {"level": "off"}, {"level": "clash"}, "Findings “break”, level: here “Off”, there “Clash”."),
    ],
)  # fmt: skip
def test_both_values_are_said(table: str, ours: dict[str, Any], theirs: dict[str, Any], sentence: str | None) -> None:
    assert asked(table, ours, theirs) == ([] if sentence is None else [sentence])


def test_every_field_that_can_be_asked_about_has_a_name() -> None:
    never = {"id", "draft_number", "uid", "table_name", "first_id", "second_id"}
    immutable = {"drafts", "notices", "acceptances", "told_apart", "coverage"}
    together = {"day_id", "start_minute", "room_id", "person_id", "end_minute", "free", "own_clock"}
    references = {"session_id", "interest_id", "seat_id", "source", "source_key", "replaced_at", "rule"}
    asked_about = {
        field.name for table in MERGED_TABLES if table not in immutable for field in fields(RECORD_TYPES[table])
    }
    assert asked_about - never - together - references - {"objective_id"} <= _field_names().keys()
    assert unit_words(("day_id", "start_minute", "room_id")) == "day and time"


def test_what_comes_along_beside_the_plan_is_told() -> None:
    merged = base().with_records(
        [
            ("rule_levels", 1, None),
            ("availabilities", 1, None),
            ("availabilities", 2, Availability(2, 2, "2020-11-12", 600, 700, free=True, own_clock=True)),
        ]
    )
    assert beside_the_plan(base(), merged) == (
        "2 stretches of free or busy hours differ.", "The level of 1 rule differs.",
    )  # fmt: skip
    assert beside_the_plan(base(), base()) == ()


def test_drafts_that_come_and_go_are_named() -> None:
    draft = Draft(1, DraftKind.DRAFT, 2, "for the Bureau", "", "2020-11-05T18:00", "", None, "")
    option = Draft(2, DraftKind.OPTION, 0, "Option A", "", "2020-11-05T18:00", "", None, "")
    with_both = base().with_records([("drafts", 1, draft), ("drafts", 2, option)])
    assert beside_the_plan(base(), with_both) == ("Draft 2, for the Bureau comes along.", "Option A comes along.")
    assert beside_the_plan(with_both, base()) == (
        "Draft 2, for the Bureau goes; its number is not given again.", "Option A goes.",
    )  # fmt: skip


def test_an_order_that_both_changed_is_asked_about_once() -> None:
    entities = [entity(number, f"State {number}") for number in range(1, 4)]
    seats = [seat(number, 1, Role.SPEAKER, entity=number) for number in range(1, 4)]
    before = base().with_records(
        [*(("entities", row.id, row) for row in entities), *(("seats", row.id, row) for row in seats)]
    )
    ours, theirs = (
        before.with_records(
            ("seats", row.id, replace(row, position=place)) for row, place in zip(seats, places, strict=True)
        )
        for places in ((3, 1, 2), (2, 3, 1))
    )
    merge = merge_of(before, ours, theirs)
    (asked_about,) = questions_of(ours, merge.theirs, merge.conflicts)
    assert asked_about.sentence == (
        "Roundtable 1, order of speakers: here “State 2, State 3, State 1”, there “State 3, State 1, State 2”."
    )
    assert asked_about.conflicts == merge.conflicts
    assert [row.entity_id for row in settled(merge, asked_about.conflicts).seats_of(1)] == [3, 1, 2]


def test_what_one_copy_dropped_is_named_as_either_calls_it() -> None:
    before = base().with_records([("sessions", 1, replace(base().sessions[1], code="", title="Borders"))])
    theirs = before.with_records([("sessions", 1, replace(before.sessions[1], title="Border governance"))])
    ours = before.with_records([("sessions", 1, None), ("seats", 1, None)])
    merge = merge_of(before, ours, theirs)
    assert [question.sentence for question in questions_of(ours, merge.theirs, merge.conflicts)] == [
        "Borders (there: Border governance): here “dropped”, there “kept (title: Border governance)”."
    ]


@pytest.mark.parametrize(
    ("table", "values", "there"),
    [
        ("seats", {"minutes": 7}, "kept (speaking time: 7 min)"),
        ("sessions", {"start_minute": 660, "minutes": 60}, "kept (day and time: Thu 11:00 CET; length: 1 h)"),
    ],
)
def test_what_one_dropped_says_what_the_other_changed_of_it(table: str, values: dict[str, Any], there: str) -> None:
    before = base()
    ours = before.with_records([("seats", 1, None), *([("sessions", 1, None)] if table == "sessions" else [])])
    theirs = before.with_records([(table, 1, replace(records_of(before, table)[1], **values))])
    merge = merge_of(before, ours, theirs)
    questions = questions_of(ours, merge.theirs, merge.conflicts)
    assert [(question.here, question.there) for question in questions] == [("dropped", there)]


def test_of_what_was_kept_for_what_hangs_on_it_nothing_more_is_said() -> None:
    before = base()
    ours = before.with_records([("seats", 1, None), ("sessions", 1, None)])
    theirs = before.with_records([("seats", 1, replace(before.seats[1], minutes=7))])
    merge = merge_of(before, ours, theirs)
    assert [question.there for question in questions_of(ours, merge.theirs, merge.conflicts)] == ["kept"]
