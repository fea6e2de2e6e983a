"""Verbs of seats: each one step, exact when undone and redone, and nothing when refused."""

from typing import Any

import pytest

from planner.document import Document
from planner.edits.seats import add_seat, change_seat, move_seat, name_entity, name_person, remove_seat
from planner.errors import RuleBroken
from planner.models.kinds import Role, SeatState
from tests.meetings import (
    ALPHA,
    BETA,
    CHAIR_SEAT,
    EXAMPLIA,
    FIRST,
    OPEN_SEAT,
    SAMPLE_UNION,
    SECOND,
    SECOND_SPEAKER_SEAT,
    SPEAKER_SEAT,
)

GONE = "This seat is no longer in the meeting. Select another one, or undo."


def holder(document: Document, seat_id: int) -> tuple[int | None, int | None]:
    seat = document.agenda.seats[seat_id]
    return seat.entity_id, seat.person_id


def test_a_seat_comes_after_the_others(document: Document, doing: Any) -> None:
    made = doing("Add a seat to Roundtable 1", add_seat, FIRST, Role.SPEAKER, entity_id=EXAMPLIA, minutes=3)
    seat = document.agenda.seats[made]
    assert (seat.role, seat.position, seat.minutes, seat.state) == (Role.SPEAKER, 4, 3, SeatState.PROPOSED)
    assert holder(document, made) == (EXAMPLIA, None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role", Role.RAPPORTEUR),
        ("entity_id", SAMPLE_UNION),
        ("entity_id", None),
        ("person_id", BETA),
        ("person_id", None),
        ("minutes", 0),
        ("state", SeatState.DECLINED),
    ],
)
def test_every_field_of_a_seat_changes(document: Document, doing: Any, field: str, value: Any) -> None:
    doing("Change the seat of Ann Alpha in Roundtable 1", change_seat, CHAIR_SEAT, **{field: value})
    assert getattr(document.agenda.seats[CHAIR_SEAT], field) == value


def test_an_open_seat_is_called_by_its_role(document: Document, doing: Any) -> None:
    doing("Change the moderator seat of Roundtable 2", change_seat, OPEN_SEAT, person_id=ALPHA)
    assert holder(document, OPEN_SEAT) == (None, ALPHA)


def test_a_seat_moves_among_its_role(document: Document, doing: Any) -> None:
    doing("Change the order of speakers in Roundtable 1", move_seat, SECOND_SPEAKER_SEAT, -1)
    order = [CHAIR_SEAT, SECOND_SPEAKER_SEAT, SPEAKER_SEAT]
    assert [seat.id for seat in document.agenda.seats_of(FIRST)] == order
    doing("Change the order of speakers in Roundtable 1", move_seat, SECOND_SPEAKER_SEAT, 99)
    assert [seat.id for seat in document.agenda.seats_of(FIRST)] == [CHAIR_SEAT, SPEAKER_SEAT, SECOND_SPEAKER_SEAT]


def test_what_comes_to_nothing_is_no_step(no_step: Any) -> None:
    no_step(move_seat, SPEAKER_SEAT, -1)
    no_step(move_seat, SECOND_SPEAKER_SEAT, 5)
    no_step(move_seat, CHAIR_SEAT, 0)
    no_step(change_seat, SPEAKER_SEAT, minutes=5)
    no_step(name_entity, SPEAKER_SEAT, " examplia ")
    no_step(name_person, CHAIR_SEAT, "ann  alpha")
    no_step(name_person, SPEAKER_SEAT, "")


def test_a_seat_is_removed(document: Document, doing: Any) -> None:
    doing("Remove a seat from Roundtable 1", remove_seat, CHAIR_SEAT)
    assert list(document.agenda.seats) == [SPEAKER_SEAT, SECOND_SPEAKER_SEAT, OPEN_SEAT]


def test_a_seat_is_given_to_an_entity_by_name(document: Document, doing: Any) -> None:
    doing("Seat SAMPLE UNION in Roundtable 1", name_entity, CHAIR_SEAT, "SAMPLE UNION")
    assert holder(document, CHAIR_SEAT) == (SAMPLE_UNION, None)
    doing("Seat Newland? in Roundtable 1", name_entity, CHAIR_SEAT, " Newland\ud800\x00 ")
    assert [entity.name for entity in document.agenda.entities.values()] == ["Examplia", "Sample Union", "Newland?"]
    doing("Empty a seat in Roundtable 1", name_entity, CHAIR_SEAT, "")
    assert holder(document, CHAIR_SEAT) == (None, None)


def test_a_seat_is_given_to_a_person_by_name(document: Document, doing: Any) -> None:
    doing("Seat ben beta in Roundtable 2", name_person, OPEN_SEAT, "ben beta")
    assert holder(document, OPEN_SEAT) == (SAMPLE_UNION, BETA)
    doing("Seat Cleo van Gamma in Roundtable 2", name_person, OPEN_SEAT, "Cleo  van Gamma")
    person = document.agenda.people[holder(document, OPEN_SEAT)[1] or 0]
    assert (person.given_name, person.family_name, person.entity_id) == ("Cleo", "van Gamma", SAMPLE_UNION)
    doing("Empty a seat in Roundtable 2", name_person, OPEN_SEAT, " ")
    assert holder(document, OPEN_SEAT) == (SAMPLE_UNION, None)


def test_negative_minutes_are_refused(refusal: Any) -> None:
    said = "A seat has 0 minutes or more. Give another time."
    assert refusal(RuleBroken, change_seat, CHAIR_SEAT, minutes=-1) == said
    assert refusal(RuleBroken, add_seat, SECOND, Role.CHAIR, minutes=-1) == said


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [(change_seat, ()), (move_seat, (1,)), (remove_seat, ()), (name_entity, ("X",)), (name_person, ("X",))],
)
def test_a_seat_that_is_gone_is_said(document: Document, refusal: Any, verb: Any, arguments: tuple[Any]) -> None:
    remove_seat(document, CHAIR_SEAT)
    assert refusal(RuleBroken, verb, CHAIR_SEAT, *arguments) == GONE


def test_no_seat_is_added_to_a_session_that_is_gone(refusal: Any) -> None:
    assert refusal(RuleBroken, add_seat, 99, Role.CHAIR) == (
        "This is no longer in the meeting. Select something else, or undo."
    )
