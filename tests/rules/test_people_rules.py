"""Findings about who sits where: twice in one session, or in no hour."""

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.rules import findings_of
from planner.rules.finding import Finding, Level
from tests.building import entity, make_agenda, person, roundtable, seat

PORTUGAL = entity(1, "Portugal")


def found(agenda: Agenda, rule: str) -> list[Finding]:
    return [finding for finding in findings_of(agenda) if finding.rule == rule]


def sentences(agenda: Agenda, rule: str) -> list[str]:
    return [finding.sentence for finding in found(agenda, rule)]


def test_a_person_seated_twice_in_one_session_is_a_warning() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600)],
        entities=[PORTUGAL],
        people=[person(1, "Anna", entity=1)],
        seats=[seat(1, 1, person=1), seat(2, 1, Role.PANELLIST, person=1, entity=1)],
    )
    assert found(agenda, "seated-twice") == [
        Finding(
            rule="seated-twice",
            level=Level.WARNING,
            title="Seated twice",
            words="Anna Example has 2 seats in Roundtable 1, Thu 12 Nov 10:00–11:15 CET.",
            session_ids=(1,),
            seat_ids=(1, 2),
        )
    ]


@pytest.mark.parametrize("leading", [Role.MODERATOR, Role.CHAIR])
def test_who_moderates_may_speak_as_well(leading: Role) -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600)],
        entities=[PORTUGAL],
        people=[person(1, "Anna", entity=1)],
        seats=[seat(1, 1, leading, person=1), seat(2, 1, person=1)],
    )
    assert found(agenda, "seated-twice") == []


def test_an_entity_seated_twice_in_one_session_is_a_warning() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1)],
        entities=[PORTUGAL],
        people=[person(1, "Anna", entity=1), person(2, "Bela", entity=1)],
        seats=[seat(1, 1, person=1), seat(2, 1, entity=1, person=2), seat(3, 1, entity=1)],
    )
    assert sentences(agenda, "seated-twice") == ["Portugal has 3 seats in Roundtable 1, not placed yet."]


def test_a_declined_second_seat_is_none() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600)],
        entities=[PORTUGAL],
        seats=[seat(1, 1, entity=1), seat(2, 1, entity=1, state=SeatState.DECLINED)],
    )
    assert found(agenda, "seated-twice") == []


def test_seats_in_two_sessions_are_not_twice_in_one() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600), roundtable(2, 700)],
        entities=[PORTUGAL],
        seats=[seat(1, 1, entity=1), seat(2, 2, entity=1), seat(3, 1), seat(4, 1)],
    )
    assert found(agenda, "seated-twice") == []


def test_seats_of_a_session_to_be_placed_wait() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600), roundtable(2), roundtable(3)],
        seats=[seat(1, 1), seat(2, 2), seat(3, 2, Role.MODERATOR), seat(4, 3, state=SeatState.WITHDRAWN)],
    )
    assert found(agenda, "seat-unplaced") == [
        Finding(
            rule="seat-unplaced",
            level=Level.NOTE,
            title="Seats without an hour",
            words="Roundtable 2 is not placed yet: 2 seats wait for their hour.",
            session_ids=(2,),
            seat_ids=(2, 3),
        )
    ]
