"""People and entities that were entered twice become one, in one step."""

from typing import Any

import pytest
from sqlalchemy import insert

from planner.document import Document
from planner.edits.people import change_entity, change_person, merge_entities, merge_people
from planner.errors import RuleBroken
from planner.models.tables import InterestRow, PersonRow, ReplacementRow, SeatRow
from tests.meetings import ALPHA, BETA, CHAIR_SEAT, EXAMPLIA, FIRST, SAMPLE_UNION, SECOND_SPEAKER_SEAT


def put(document: Document, table: Any, **values: Any) -> None:
    with document.edit("Prepare") as rows:
        rows.execute(insert(table).values(values))


def test_all_that_pointed_to_the_others_points_to_the_kept_person(document: Document, doing: Any) -> None:
    put(document, InterestRow, person_id=BETA)
    put(document, ReplacementRow, seat_id=CHAIR_SEAT, person_id=BETA, replaced_at="2020-11-01T10:00:00+00:00")
    doing("Merge Ben Beta into Ann Alpha", merge_people, ALPHA, [BETA])
    agenda = document.agenda
    assert list(agenda.people) == [ALPHA]
    assert [seat.person_id for seat in agenda.seats.values()] == [ALPHA, None, ALPHA, None]
    assert [interest.person_id for interest in agenda.interests.values()] == [ALPHA]
    assert [replacement.person_id for replacement in agenda.replacements.values()] == [ALPHA]


def test_empty_fields_are_filled_and_others_kept(document: Document, doing: Any) -> None:
    change_person(document, ALPHA, function="Minister")
    change_person(document, BETA, function="Deputy", email="ben@example.org", zone="Asia/Tokyo")
    doing("Merge Ben Beta into Ann Alpha", merge_people, ALPHA, [BETA])
    kept = document.agenda.people[ALPHA]
    assert (kept.name, kept.function, kept.email, kept.zone) == (
        "Ann Alpha",
        "Minister",
        "ben@example.org",
        "Asia/Tokyo",
    )


def test_of_two_seats_of_one_role_in_a_session_the_firmest_stays(document: Document, doing: Any) -> None:
    seat = {"session_id": FIRST, "role": "speaker", "person_id": ALPHA, "position": 4, "state": "confirmed"}
    put(document, SeatRow, **seat)
    put(document, ReplacementRow, seat_id=SECOND_SPEAKER_SEAT, replaced_at="2020-11-01T10:00:00+00:00")
    doing("Merge Ben Beta into Ann Alpha", merge_people, ALPHA, [BETA])
    seats = [seat for seat in document.agenda.seats_of(FIRST) if seat.person_id == ALPHA]
    assert [(seat.id, seat.role, seat.state, seat.entity_id) for seat in seats] == [
        (CHAIR_SEAT, "chair", "proposed", EXAMPLIA),
        (5, "speaker", "confirmed", SAMPLE_UNION),
    ]
    assert [replacement.seat_id for replacement in document.agenda.replacements.values()] == [5]


def test_seats_that_one_person_held_twice_before_stay(document: Document, doing: Any) -> None:
    for position in (4, 5):
        put(document, SeatRow, session_id=FIRST, role="panellist", person_id=ALPHA, position=position)
    doing("Merge Ben Beta into Ann Alpha", merge_people, ALPHA, [BETA])
    assert [seat.id for seat in document.agenda.seats_of(FIRST) if seat.role == "panellist"] == [5, 6]


def test_people_and_seats_of_the_others_move_to_the_kept_entity(document: Document, doing: Any) -> None:
    change_entity(document, EXAMPLIA, country_code="XX")
    doing("Merge Examplia into Sample Union", merge_entities, SAMPLE_UNION, [EXAMPLIA])
    agenda = document.agenda
    assert [(entity.name, entity.country_code) for entity in agenda.entities.values()] == [("Sample Union", "XX")]
    assert [person.entity_id for person in agenda.people.values()] == [SAMPLE_UNION, SAMPLE_UNION]
    assert [seat.entity_id for seat in agenda.seats.values()] == [SAMPLE_UNION, SAMPLE_UNION, SAMPLE_UNION, None]


def test_an_unnamed_seat_of_both_entities_stays_one(document: Document, doing: Any) -> None:
    put(document, SeatRow, session_id=FIRST, role="speaker", entity_id=SAMPLE_UNION, position=4)
    doing("Merge Sample Union into Examplia", merge_entities, EXAMPLIA, [SAMPLE_UNION])
    assert [(seat.role, seat.person_id) for seat in document.agenda.seats_of(FIRST)] == [
        ("chair", ALPHA),
        ("speaker", None),
        ("speaker", BETA),
    ]


def test_many_others_are_counted_in_the_name_of_the_step(document: Document, doing: Any) -> None:
    for number in range(4):
        put(document, PersonRow, given_name="Ann", family_name=f"Alpha {number}")
    doing("Merge 4 others into Ann Alpha", merge_people, ALPHA, [3, 4, 5, 6])
    assert list(document.agenda.people) == [ALPHA, BETA]


@pytest.mark.parametrize("verb", [merge_people, merge_entities])
def test_merging_needs_another_one(refusal: Any, verb: Any) -> None:
    nothing = "There is nothing to merge. Choose two or more that are the same."
    assert refusal(RuleBroken, verb, 1, [1]) == nothing
    assert refusal(RuleBroken, verb, 1, []) == nothing


@pytest.mark.parametrize("verb", [merge_people, merge_entities])
def test_what_is_gone_is_said(refusal: Any, verb: Any) -> None:
    gone = "This is no longer in the meeting. Select something else, or undo."
    assert refusal(RuleBroken, verb, 99, [1]) == gone
    assert refusal(RuleBroken, verb, 1, [99]) == gone
