"""Times of seats on three clocks: the card, the table and JSON."""

import json
from dataclasses import replace

import pytest

from planner.errors import InputProblem
from planner.export.seat_clocks import clocks_of_holder, clocks_of_seats, clocks_of_sessions
from planner.export.times_card import card_text, zone_card_text
from planner.export.times_table import times_as_json, times_table
from planner.local_times import zone_data_version
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import Day
from planner.rules.comfort import Comfort
from planner.rules.who_is_meant import Meant, who_is_meant
from tests.building import FRIDAY, entity, make_agenda, person, roundtable, seat, session

ANNA, BELA, CLEO = 1, 2, 3
EASTLAND, WESTLAND = 1, 2
EDITION = f"Time zone data {zone_data_version()}"


def meeting() -> Agenda:
    """Anna in Toronto with two seats, Bela in Vladivostok, Cleo of no zone, and Westland, which names nobody."""
    return make_agenda(
        sessions=[roundtable(1, 600, 90), session(2, "Closing", 910, 30, day=FRIDAY), session(3, "Walk")],
        entities=[entity(EASTLAND, "Eastland"), replace(entity(WESTLAND, "Westland"), zone="Asia/Kathmandu")],
        people=[
            replace(person(ANNA, "Anna", entity=EASTLAND), zone="America/Toronto"),
            replace(person(BELA, "Bela", entity=EASTLAND), zone="Asia/Vladivostok"),
            person(CLEO, "Cleo"),
        ],
        seats=[
            seat(1, 2, Role.CHAIR, person=ANNA),
            seat(2, 1, person=ANNA),
            seat(3, 2, person=BELA),
            seat(4, 1, person=CLEO),
            seat(5, 1, Role.MODERATOR, entity=WESTLAND),
            seat(6, 1, entity=WESTLAND, state=SeatState.DECLINED),
            seat(7, 1),
            seat(8, 3, person=CLEO),
        ],
    )


def test_the_card_of_a_person_tells_each_seat_three_times() -> None:
    assert card_text(meeting(), person_id=ANNA) == (
        "Times for Anna Example\n"
        "Regional Review\n\n"
        "Speaker, Roundtable 1\n"
        "  Meeting: Thursday, 12 November 2020, 10:00–11:30 CET (Zurich, UTC+1)\n"
        "  Local time: Thursday, 12 November 2020, 04:00–05:30 EST (Toronto, UTC−5)\n"
        "  UTC: Thursday, 12 November 2020, 09:00–10:30\n\n"
        "Chair, Closing\n"
        "  Meeting: Friday, 13 November 2020, 15:10–15:40 CET (Zurich, UTC+1)\n"
        "  Local time: Friday, 13 November 2020, 09:10–09:40 EST (Toronto, UTC−5)\n"
        "  UTC: Friday, 13 November 2020, 14:10–14:40\n\n" + EDITION
    )


def test_the_card_tells_the_other_date_and_a_clock_without_letters() -> None:
    assert "  Local time: Saturday, 14 November 2020, 00:10–00:40 UTC+10 (Vladivostok; +1 day)" in card_text(
        meeting(), person_id=BELA
    ).split("\n")


def test_the_card_says_what_is_not_known() -> None:
    lines = card_text(meeting(), person_id=CLEO).split("\n")
    assert lines[3:8] == [
        "Speaker, Roundtable 1",
        "  Meeting: Thursday, 12 November 2020, 10:00–11:30 CET (Zurich, UTC+1)",
        "  Local time: not known, there is no time zone yet",
        "  UTC: Thursday, 12 November 2020, 09:00–10:30",
        "",
    ]
    assert lines[8:10] == ["Speaker, Walk", "  When: not placed yet"]


def test_the_card_of_an_entity_has_its_people_too() -> None:
    blocks = card_text(meeting(), entity_id=EASTLAND).split("\n\n")
    assert [block.split("\n")[0] for block in blocks[1:-1]] == [
        "Anna Example: speaker, Roundtable 1",
        "Anna Example: chair, Closing",
        "Bela Example: speaker, Closing",
    ]
    assert card_text(meeting(), entity_id=WESTLAND).split("\n")[3] == "Westland, moderator to be named: Roundtable 1"


def test_the_card_of_somebody_without_a_seat() -> None:
    agenda = meeting().with_records([("seats", 3, None)])
    assert card_text(agenda, person_id=BELA) == f"Times for Bela Example\nRegional Review\n\nNo seat yet.\n\n{EDITION}"


def test_a_zone_has_a_card_of_all_sessions() -> None:
    blocks = zone_card_text(meeting(), "Asia/Kathmandu").split("\n\n")
    assert [block.split("\n")[0] for block in blocks] == [
        "Times in Kathmandu", "Roundtable 1", "Closing", "Walk", EDITION,
    ]  # fmt: skip
    assert blocks[1].split("\n")[2] == "  Local time: Thursday, 12 November 2020, 14:45–16:15 UTC+5:45 (Kathmandu)"
    with pytest.raises(InputProblem):
        zone_card_text(meeting(), "Europe/Atlantis")


def test_in_july_the_clocks_are_those_of_july() -> None:
    agenda = meeting().with_records([("days", 1, Day(1, "2020-07-09"))])
    assert card_text(agenda, person_id=ANNA).split("\n")[3:7] == [
        "Speaker, Roundtable 1",
        "  Meeting: Thursday, 9 July 2020, 10:00–11:30 CEST (Zurich, UTC+2)",
        "  Local time: Thursday, 9 July 2020, 04:00–05:30 EDT (Toronto, UTC−4)",
        "  UTC: Thursday, 9 July 2020, 08:00–09:30",
    ]


def test_clocks_that_are_moved_during_a_session_are_told_at_both_ends() -> None:
    agenda = make_agenda(
        days=[Day(1, "2020-11-01")],
        sessions=[roundtable(1, 390, 90)],
        people=[replace(person(ANNA, "Anna"), zone="America/Toronto")],
        seats=[seat(1, 1, person=ANNA)],
    )
    assert card_text(agenda, person_id=ANNA).split("\n")[5] == (
        "  Local time: Sunday, 1 November 2020, 01:30 EDT (UTC−4) – "
        "Sunday, 1 November 2020, 02:00 EST (UTC−5) (Toronto)"
    )


def test_an_hour_that_comes_twice_for_the_meeting_is_never_guessed() -> None:
    agenda = meeting().with_records([("days", 1, Day(1, "2020-10-25")), ("sessions", 1, roundtable(1, 150))])
    (line, _other) = clocks_of_holder(agenda, person_id=ANNA)
    assert (line.meeting, line.there, line.utc, line.comfort) == (None, None, None, None)
    assert card_text(agenda, person_id=ANNA).split("\n")[4] == (
        "  When: not certain: the clocks are moved in this hour"
    )


def test_seats_come_in_the_order_of_the_timetable_and_only_those_that_are_held() -> None:
    lines = clocks_of_seats(meeting())
    assert [None if line.seat is None else line.seat.id for line in lines] == [2, 4, 5, 1, 3, 8]
    assert [line.comfort for line in lines] == [
        Comfort.ASLEEP, None, Comfort.WORKING, Comfort.WORKING, Comfort.ASLEEP, None,
    ]  # fmt: skip


def test_the_table_has_aligned_columns() -> None:
    assert times_table(clocks_of_holder(meeting(), person_id=BELA)).split("\n") == [
        "Meeting                     There                                                 "
        "UTC                     Session  Role     Who",
        "Fri 13 Nov 15:10–15:40 CET  Sat 14 Nov 00:10–00:40 (+1 day), Vladivostok: asleep  "
        "Fri 13 Nov 14:10–14:40  Closing  Speaker  Bela Example",
    ]
    assert times_table(clocks_of_sessions(meeting(), "UTC")[2:]).split("\n") == [
        "Meeting         There           UTC  Session", "not placed yet  not placed yet       Walk",
    ]  # fmt: skip


def test_json_has_moments_with_their_offset() -> None:
    agenda = meeting()
    told = json.loads(times_as_json(agenda, clocks_of_holder(agenda, person_id=BELA)))
    (line,) = told.pop("times")
    assert told == {"zone": "Europe/Zurich", "zone_data": zone_data_version()}
    assert {key: line[key] for key in ("seat_id", "person", "entity", "role", "comfort", "zone")} == {
        "seat_id": 3,
        "person": "Bela Example",
        "entity": "Eastland",
        "role": "speaker",
        "comfort": "asleep",
        "zone": "Asia/Vladivostok",
    }
    assert line["local"] == {
        "zone": "Asia/Vladivostok",
        "date": "2020-11-14",
        "weekday": "Saturday",
        "day_shift": 1,
        "start": "2020-11-14T00:10+10:00",
        "end": "2020-11-14T00:40+10:00",
        "clock": "UTC+10",
    }
    assert [line[key]["start"] for key in ("meeting", "utc")] == ["2020-11-13T15:10+01:00", "2020-11-13T14:10+00:00"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("anna", Meant("Anna Example", ANNA, None)),
        ("EXAMPLE bel", Meant("Bela Example", BELA, None)),
        ("westl", Meant("Westland", None, WESTLAND)),
        ("  Eastland ", Meant("Eastland", None, EASTLAND)),
    ],
)
def test_a_part_of_a_name_is_enough(text: str, meant: Meant) -> None:
    assert who_is_meant(meeting(), text) == meant


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("land", "“land” fits Eastland and Westland: give more of the name."),
        ("zoe", "Nobody here is called “zoe”. Give a part of a name of a person or entity."),
        (" ", "Nobody here is called “ ”. Give a part of a name of a person or entity."),
    ],
)
def test_who_is_not_clear_is_asked_for(text: str, sentence: str) -> None:
    with pytest.raises(InputProblem) as refusal:
        who_is_meant(meeting(), text)
    assert refusal.value.sentence == sentence


def test_a_whole_name_goes_before_a_part_of_a_longer_one() -> None:
    agenda = make_agenda(entities=[entity(1, "Guinea"), entity(2, "Guinea-Bissau")])
    assert who_is_meant(agenda, "guinea") == Meant("Guinea", None, 1)
