"""What changed among the seats of a session, in sentences, and whom it concerns."""

from dataclasses import replace

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.rules.changes import changes_between
from tests.building import person, seat
from tests.rules.compared import ANNA, BEN, EXAMPLIA, SAMPLIA, changed, compared_meeting, told


@pytest.fixture
def before() -> Agenda:
    return compared_meeting()


def test_another_entity_beside_the_same_person_is_told(before: Agenda) -> None:
    assert told(before, changed(before, "seats", 2, entity_id=SAMPLIA)) == [
        "Anna Example sits in Roundtable 1 for Samplia instead of Examplia (speaker)."
    ]


def test_an_entity_that_comes_or_goes_beside_a_person_is_told(before: Agenda) -> None:
    assert told(before, changed(before, "seats", 2, entity_id=None)) == [
        "Anna Example no longer sits in Roundtable 1 for Examplia (speaker)."
    ]
    assert told(before, changed(before, "seats", 3, entity_id=SAMPLIA)) == [
        "Ben Example sits in Roundtable 1 for Samplia (speaker)."
    ]


def test_a_person_who_withdraws_from_a_seat_that_the_entity_keeps_is_to_be_replaced(before: Agenda) -> None:
    assert told(before, changed(before, "seats", 2, person_id=None)) == [
        "Anna Example no longer sits for Examplia in Roundtable 1: somebody is to be named again (speaker)."
    ]


def test_an_entity_that_names_its_speaker_keeps_the_seat(before: Agenda) -> None:
    assert told(before, changed(before, "seats", 1, person_id=BEN)) == [
        "Ben Example is named for the seat of Samplia in Roundtable 1 (moderator)."
    ]


def test_somebody_else_in_a_seat_takes_the_place(before: Agenda) -> None:
    now = before.with_records([("people", 3, person(3, "Cleo"))])
    assert told(now, changed(now, "seats", 3, person_id=3)) == [
        "The seat of Ben Example in Roundtable 1 goes to Cleo Example (speaker)."
    ]


def test_another_role_is_no_other_order(before: Agenda) -> None:
    assert told(before, changed(before, "seats", 3, role=Role.MODERATOR, position=0)) == [
        "The role of Ben Example in Roundtable 1 is now moderator instead of speaker."
    ]


def test_two_who_change_roles_have_another_role_each(before: Agenda) -> None:
    swapped = [changed(before, "seats", 1, entity_id=EXAMPLIA, person_id=ANNA),
               changed(before, "seats", 2, entity_id=SAMPLIA, person_id=None)]  # fmt: skip
    assert told(before, *swapped) == [
        "The role of Anna Example in Roundtable 1 is now moderator instead of speaker.",
        "The role of Samplia in Roundtable 1 is now speaker instead of moderator.",
    ]


def test_two_speakers_who_swap_seats_change_the_order_alone(before: Agenda) -> None:
    swapped = [changed(before, "seats", 2, person_id=BEN, entity_id=None),
               changed(before, "seats", 3, person_id=ANNA, entity_id=EXAMPLIA)]  # fmt: skip
    assert told(before, *swapped) == [
        "Roundtable 1 has another order of speakers: Ben Example, Anna Example and an open seat."
    ]


def test_somebody_seated_again_in_the_same_role_never_left(before: Agenda) -> None:
    again = replace(before.seats[3], id=9)
    assert told(before, ("seats", 3, None), ("seats", 9, again)) == []


def test_open_seats_that_come_and_go_are_told(before: Agenda) -> None:
    assert told(before, ("seats", 9, seat(9, 2))) == ["Welcome has another open seat (speaker)."]
    assert told(before, ("seats", 4, None)) == ["Roundtable 1 has one open seat fewer (speaker)."]
    assert told(before, changed(before, "seats", 4, minutes=8)) == [
        "The speaking time of an open seat in Roundtable 1 is 8 min instead of 5 min (speaker)."
    ]


def test_an_open_seat_that_is_filled_is_told_by_its_holder(before: Agenda) -> None:
    now = before.with_records([("people", 3, person(3, "Cleo"))])
    assert told(now, changed(now, "seats", 4, person_id=3)) == ["Roundtable 1 now includes Cleo Example (speaker)."]


def test_a_seat_of_several_changes_tells_each(before: Agenda) -> None:
    assert told(before, changed(before, "seats", 3, minutes=8, state=SeatState.INVITED)) == [
        "The seat of Ben Example in Roundtable 1 is now invited instead of confirmed (speaker).",
        "The speaking time of Ben Example in Roundtable 1 is 8 min instead of 5 min (speaker).",
    ]


def test_a_move_concerns_those_who_sat_there_and_still_do(before: Agenda) -> None:
    now = before.with_records(
        [
            changed(before, "sessions", 1, start_minute=700),
            changed(before, "seats", 3, person_id=None, entity_id=SAMPLIA),
        ]
    )
    move = changes_between(before, now)[0]
    assert (move.about, move.holders) == ("Roundtable 1", ((None, SAMPLIA), (ANNA, None)))
