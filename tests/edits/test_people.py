"""Verbs of entities and people: each one step, exact when undone and redone, and nothing when refused."""

from typing import Any

import pytest

from planner.document import Document
from planner.edits.people import (
    add_entity,
    add_person,
    change_entity,
    change_person,
    remove_entities,
    remove_entity,
    remove_people,
    remove_person,
)
from planner.errors import RuleBroken
from planner.models.kinds import EntityKind, StakeholderCategory
from tests.meetings import ALPHA, BETA, EXAMPLIA, SAMPLE_UNION

GONE = "This is no longer in the meeting. Select something else, or undo."


def test_an_entity_is_added(document: Document, doing: Any) -> None:
    values = {"kind": EntityKind.STAKEHOLDER, "stakeholder_category": StakeholderCategory.YOUTH, "zone": "Asia/Tokyo"}
    made = doing("Add Example Youth?", add_entity, "Example Youth\ud800\x00", **values)
    entity = document.agenda.entities[made]
    assert (entity.name, entity.kind, entity.stakeholder_category, entity.zone) == ("Example Youth?", *values.values())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Exampleland"),
        ("kind", EntityKind.OTHER_STATE),
        ("stakeholder_category", StakeholderCategory.ACADEMIA),
        ("country_code", "XX"),
        ("region", "Somewhere"),
        ("zone", "Asia/Tokyo"),
    ],
)
def test_every_field_of_an_entity_changes(document: Document, doing: Any, field: str, value: Any) -> None:
    doing("Change Examplia", change_entity, EXAMPLIA, **{field: value})
    assert getattr(document.agenda.entities[EXAMPLIA], field) == value


def test_seats_and_people_stay_without_their_entity(document: Document, doing: Any) -> None:
    doing("Remove Examplia", remove_entity, EXAMPLIA)
    assert [seat.entity_id for seat in document.agenda.seats.values()] == [None, None, 2, None]
    assert document.agenda.people[ALPHA].entity_id is None


def test_several_entities_are_removed_in_one_step(document: Document, doing: Any) -> None:
    doing("Remove 2 entities", remove_entities, [EXAMPLIA, SAMPLE_UNION])
    assert document.agenda.entities == {}
    assert [seat.entity_id for seat in document.agenda.seats.values()] == [None] * 4


def test_several_people_are_removed_in_one_step(document: Document, doing: Any) -> None:
    doing("Remove 2 people", remove_people, [ALPHA, BETA])
    assert document.agenda.people == {}


def test_one_of_several_is_named(document: Document, doing: Any) -> None:
    doing("Remove Ann Alpha", remove_people, [ALPHA])


def test_several_of_whom_one_is_gone_are_left_alone(refusal: Any) -> None:
    assert refusal(RuleBroken, remove_people, [ALPHA, 99]) == GONE


def test_a_person_is_added(document: Document, doing: Any) -> None:
    made = doing("Add Gamma?", add_person, "Gamma\ud800", given_name="Cleo", entity_id=EXAMPLIA)
    assert (document.agenda.people[made].name, document.agenda.people[made].entity_id) == ("Cleo Gamma?", EXAMPLIA)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("honorific", "H.E. Ms."),
        ("given_name", "Anna"),
        ("family_name", "Αλφα"),
        ("function", "Minister"),
        ("entity_id", None),
        ("email", "ann@example.org"),
        ("zone", "Asia/Tokyo"),
        ("languages", "en, fr"),
        ("gender", "f"),
    ],
)
def test_every_field_of_a_person_changes(document: Document, doing: Any, field: str, value: Any) -> None:
    doing("Change Ann Alpha", change_person, ALPHA, **{field: value})
    assert getattr(document.agenda.people[ALPHA], field) == value


def test_seats_stay_with_their_entity_without_their_person(document: Document, doing: Any) -> None:
    doing("Remove Ann Alpha", remove_person, ALPHA)
    assert [(seat.entity_id, seat.person_id) for seat in document.agenda.seats.values()] == [
        (1, None),
        (1, None),
        (2, 2),
        (None, None),
    ]


def test_what_comes_to_nothing_is_no_step(no_step: Any) -> None:
    no_step(change_entity, EXAMPLIA, name="Examplia", kind=EntityKind.MEMBER_STATE)
    no_step(change_person, ALPHA, given_name="Ann")


@pytest.mark.parametrize("verb", [change_entity, remove_entity, change_person, remove_person])
def test_what_is_gone_is_said(refusal: Any, verb: Any) -> None:
    assert refusal(RuleBroken, verb, 99) == GONE
