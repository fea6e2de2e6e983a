"""What a replacement changes in the balance of its session."""

from dataclasses import replace

from planner.models.kinds import EntityKind, Gender, SeatState
from planner.rules.balance import Aspect
from planner.rules.replacing import BalanceShift, balance_shifts
from tests.building import entity, make_agenda, person, roundtable, seat

DECLINED = seat(1, 1, entity=1, person=1, state=SeatState.DECLINED)
AGENDA = make_agenda(
    sessions=[roundtable(1, 600)],
    entities=[replace(entity(1, "Examplia"), region="North"), entity(2, "Sample Union", EntityKind.STAKEHOLDER)],
    people=[
        replace(person(1, "Ann", entity=1), gender=Gender.FEMALE),
        replace(person(2, "Ben", entity=2), gender=Gender.MALE),
        replace(person(3, "Eve", entity=1), gender=Gender.FEMALE),
    ],
    seats=[DECLINED, seat(2, 1, entity=1, person=3)],
)


def test_the_declined_holder_counts_as_the_one_before() -> None:
    assert balance_shifts(AGENDA, DECLINED, 2, 2) == (
        BalanceShift(Aspect.GENDER, "female", 2, 1),
        BalanceShift(Aspect.ENTITY_KIND, "member_state", 2, 1),
        BalanceShift(Aspect.REGION, "North", 2, 1),
        BalanceShift(Aspect.GENDER, "male", 0, 1),
        BalanceShift(Aspect.ENTITY_KIND, "stakeholder", 0, 1),
        BalanceShift(Aspect.STAKEHOLDER_CATEGORY, "", 0, 1),
        BalanceShift(Aspect.REGION, "", 0, 1),
    )


def test_the_same_kind_of_holder_changes_nothing() -> None:
    assert balance_shifts(AGENDA, DECLINED, 1, 1) == ()


def test_a_speaker_to_be_named_has_no_gender_yet() -> None:
    assert balance_shifts(AGENDA, DECLINED, 1, None) == (
        BalanceShift(Aspect.GENDER, "female", 2, 1),
        BalanceShift(Aspect.GENDER, "", 0, 1),
    )
