"""What changed between two states of a meeting, in sentences: the meeting, sessions, people, entities."""

from typing import Any

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, SessionKind
from planner.rules.change import ChangeKind
from planner.rules.changes import changes_between
from planner.rules.told_to_you import sentence_to
from tests.building import FRIDAY, THURSDAY, covers, entity
from tests.rules.compared import ANNA, SAMPLIA, changed, compared_meeting, told


@pytest.fixture
def before() -> Agenda:
    return compared_meeting()


# -- the meeting's zone -----------------------------------------------------------------------------------------


def test_another_label_of_the_same_zone_moves_no_session(before: Agenda) -> None:
    assert told(before, changed(before, "meeting", 1, zone_label="Geneva time")) == [
        "The label of the time zone is now “Geneva time” instead of “CET”."
    ]


def test_another_zone_with_the_same_moments_moves_no_session(before: Agenda) -> None:
    assert told(before, changed(before, "meeting", 1, zone="Europe/Paris")) == [
        "The time zone of the meeting is now “Europe/Paris” instead of “Europe/Zurich”."
    ]


def test_hours_that_follow_the_zone_to_the_same_moment_are_no_move(before: Agenda) -> None:
    rows = [changed(before, "sessions", number, start_minute=start) for number, start in ((1, 570), (2, 540))]
    zone = changed(before, "meeting", 1, zone="Europe/London", zone_label="GMT")
    assert [sentence.partition(" is now ")[0] for sentence in told(before, zone, *rows)] == [
        "The time zone of the meeting", "The label of the time zone",
    ]  # fmt: skip


def test_the_same_hour_in_another_zone_is_a_move_that_names_both(before: Agenda) -> None:
    zone = changed(before, "meeting", 1, zone="America/New_York", zone_label="EST")
    assert told(before, zone)[2:] == [
        "Welcome moves from Thu 10:00 CET to Thu 10:00 EST.",
        "Roundtable 1 moves from Thu 10:30 CET to Thu 10:30 EST.",
    ]


def test_zones_with_the_same_label_are_told_by_their_cities(before: Agenda) -> None:
    zone = changed(before, "meeting", 1, zone="Asia/Tbilisi")
    assert told(before, zone)[1] == "Welcome moves from Thu 10:00 CET (Zurich) to Thu 10:00 CET (Tbilisi)."


def test_a_letter_after_a_change_of_zone_names_the_city_of_the_new_hour_too(before: Agenda) -> None:
    after = before.with_records([changed(before, "meeting", 1, zone="America/Toronto")])
    moves = [change for change in changes_between(before, after) if change.kind is ChangeKind.SESSION_MOVED]
    assert sentence_to(moves[0], (ANNA, None), "") == (
        "Welcome moves from Thu 10:00 CET (Zurich) to Thu 10:00 CET (Toronto)."
    )


def test_a_move_by_whole_weeks_says_the_dates(before: Agenda) -> None:
    assert told(before, changed(before, "days", THURSDAY, date="2020-11-19")) == [
        "Thursday, 12 November 2020 is moved to Thursday, 19 November 2020.",
        "Welcome moves from Thu 12 Nov 10:00 to Thu 19 Nov 10:00 CET.",
        "Roundtable 1 moves from Thu 12 Nov 10:30 to Thu 19 Nov 10:30 CET.",
    ]


def test_a_day_moves_with_its_sessions_and_leaves_those_of_others(before: Agenda) -> None:
    assert told(before, changed(before, "days", FRIDAY, date="2020-11-11")) == [
        "Friday, 13 November 2020 is moved to Wednesday, 11 November 2020."
    ]


def test_objectives_that_come_and_go_are_told_by_their_numbers(before: Agenda) -> None:
    gone = [("coverage", row_id, None) for row_id in before.coverage]
    both = [("coverage", row.id, row) for row in covers(2, 1, 2)]
    assert told(before, *both) == ["Welcome also covers objectives 1 and 2."]
    assert told(before, *gone) == ["Roundtable 1 no longer covers objective 1."]


# -- the meeting's facts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"contact": "office"}, "The contact of the meeting is now “office”; none was given before."),
        ({"subtitle": ""}, "The subtitle of the meeting is no longer given; it was “UNECE region”."),
        (
            {"state_limit_minutes": 4},
            "The speaking limit of a State is now “4 min” instead of “3 min”.",
        ),
        (
            {"stakeholder_limit_minutes": 1},
            "The speaking limit of a stakeholder is now “1 min” instead of “2 min”.",
        ),
        (
            {"group_limit_minutes": 6},
            "The speaking limit of a State that speaks for a group is now “6 min” instead of “5 min”.",
        ),
        (
            {"handover_seconds": 20},
            "The pause between two speakers is now “20 seconds” instead of “30 seconds”.",
        ),
        ({"invitation_text": "Come"}, "These texts of the meeting have changed: invitation."),
        (
            {"logistics_text": "Go", "documents": "A\nB"},
            "These texts of the meeting have changed: logistics note and documents.",
        ),
    ],
)
def test_facts_of_the_meeting(before: Agenda, values: dict[str, Any], sentence: str) -> None:
    assert told(before, changed(before, "meeting", 1, **values)) == [sentence]


def test_another_name_of_an_objective_is_told(before: Agenda) -> None:
    assert told(before, changed(before, "objectives", 1, title="Data")) == [
        "The title of objective 1 is now “Data” instead of “Objective 1 in full”."
    ]


# -- sessions ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "values", "sentence"),
    [
        (2, {"kind": SessionKind.PLENARY}, "The kind of Welcome is now “Plenary” instead of “Opening”."),
        (2, {"title": "Greeting"}, "Welcome is now called “Greeting”."),
        (2, {"title": ""}, "Welcome no longer has a title."),
        (1, {"title": "Theme"}, "Roundtable 1 is now called “Theme”; it had no title."),
        (1, {"code": "RT9"}, "The code of Roundtable 1 is now “RT9” instead of “RT1”."),
        (1, {"code": ""}, "Roundtable 1 no longer has a code; it was “RT1”."),
        (2, {"code": "XX9"}, "The code of Welcome is now “XX9”; it had none."),
        (1, {"room_id": 2}, "Roundtable 1 is in Hall instead of Plenary."),
        (
            1,
            {"floor_states": 12, "floor_stakeholders": 1},
            "Roundtable 1 now plans for 12 States and 1 stakeholder from the floor instead of nobody.",
        ),
        (
            1,
            {"state_limit_minutes": 2},
            "In Roundtable 1, a State may speak for 2 min from the floor instead of 3 min.",
        ),
        (
            1,
            {"stakeholder_limit_minutes": 3},
            "In Roundtable 1, a stakeholder may speak for 3 min from the floor instead of 2 min.",
        ),
    ],
)  # fmt: skip
def test_facts_of_a_session(before: Agenda, number: int, values: dict[str, Any], sentence: str) -> None:
    assert told(before, changed(before, "sessions", number, **values)) == [sentence]


def test_a_limit_that_equals_that_of_the_meeting_is_no_change(before: Agenda) -> None:
    assert told(before, changed(before, "sessions", 1, state_limit_minutes=3)) == []


def test_a_room_with_another_link_says_so(before: Agenda) -> None:
    assert told(before, changed(before, "rooms", 1, link="https://example.org/3")) == [
        "The link to the room of Welcome has changed.",
        "The link to the room of Roundtable 1 has changed.",
    ]


# -- people and entities ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("entities", 3, entity(3, "Newland")), "The list of entities now includes Newland."),
        (("entities", 2, None), "The list of entities no longer includes Samplia."),
    ],
)
def test_entities_without_a_seat_come_and_go(before: Agenda, row: tuple[str, int, Any], sentence: str) -> None:
    now = before.with_records([("seats", 1, None)])
    assert told(now, row) == [sentence]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": "Samplia Republic"}, "The name “Samplia” is now “Samplia Republic”."),
        (
            {"kind": EntityKind.OTHER_STATE},
            "The kind of Samplia is now “Other State” instead of “UNECE member State”.",
        ),
        ({"region": "East"}, "The region of Samplia is now “East”; none was given before."),
    ],
)
def test_facts_of_an_entity(before: Agenda, values: dict[str, Any], sentence: str) -> None:
    assert told(before, changed(before, "entities", SAMPLIA, **values)) == [sentence]


def test_a_fact_of_a_person_that_is_gone_is_not_quoted_as_nothing(before: Agenda) -> None:
    with_function = before.with_records([changed(before, "people", ANNA, function="Minister")])
    assert told(before, changed(before, "people", ANNA, function="Minister")) == [
        "The function of Anna Example is now “Minister”; none was given before."
    ]
    assert told(with_function, changed(with_function, "people", ANNA, function="")) == [
        "The function of Anna Example is no longer given; it was “Minister”."
    ]
