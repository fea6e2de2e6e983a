"""How minutes of a local clock feel, and on whose clock a seat is held."""

from dataclasses import replace

import pytest

from planner.rules.comfort import Bounds, Comfort, bounds_of, comfort_at, comfort_name
from planner.rules.seat_zones import zone_of_holder, zone_of_seat
from tests.building import entity, make_agenda, make_meeting, person, roundtable, seat

USUAL = Bounds(working=(540, 1080), comfortable=(480, 1200), awake=(360, 1380))


def test_a_meeting_has_the_usual_bounds() -> None:
    assert bounds_of(make_meeting()) == USUAL


def test_the_bounds_are_the_meetings_own() -> None:
    meeting = replace(make_meeting(), awake_start_minute=300, working_end_minute=1020, comfortable_start_minute=450)
    assert bounds_of(meeting) == Bounds(working=(540, 1020), comfortable=(450, 1200), awake=(300, 1380))


@pytest.mark.parametrize(
    ("minute", "comfort"),
    [
        (0, Comfort.ASLEEP),
        (359, Comfort.ASLEEP),
        (360, Comfort.EARLY_OR_LATE),
        (479, Comfort.EARLY_OR_LATE),
        (480, Comfort.STRETCH),
        (539, Comfort.STRETCH),
        (540, Comfort.WORKING),
        (1079, Comfort.WORKING),
        (1080, Comfort.STRETCH),
        (1199, Comfort.STRETCH),
        (1200, Comfort.EARLY_OR_LATE),
        (1379, Comfort.EARLY_OR_LATE),
        (1380, Comfort.ASLEEP),
        (1439, Comfort.ASLEEP),
    ],
)
def test_each_bound_begins_with_its_minute_and_ends_before_its_end(minute: int, comfort: Comfort) -> None:
    assert comfort_at(USUAL, minute) is comfort


def test_every_comfort_has_its_words() -> None:
    assert [comfort_name(comfort) for comfort in Comfort] == ["working hours", "stretch", "early or late", "asleep"]


def test_a_seat_is_on_the_clock_of_its_person_else_of_its_entity() -> None:
    agenda = make_agenda(
        entities=[replace(entity(1, "Examplia"), zone="Asia/Bishkek"), entity(2, "Nowhere")],
        people=[replace(person(1, "Ann"), zone="Europe/Lisbon"), person(2, "Ben", entity=1)],
        sessions=[roundtable(1)],
        seats=[
            seat(1, 1, person=1, entity=1),
            seat(2, 1, entity=1),
            seat(3, 1, person=2, entity=1),
            seat(4, 1, entity=2),
            seat(5, 1),
        ],
    )
    zones = [zone_of_seat(agenda, held) for held in agenda.seats.values()]
    assert zones == ["Europe/Lisbon", "Asia/Bishkek", "", "", ""]
    assert zone_of_holder(agenda, None, 1) == "Asia/Bishkek"
