"""Who speaks: counted by gender, kind, category and region, per session and in all."""

from dataclasses import replace

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, Role, SeatState, StakeholderCategory
from planner.models.records import Entity
from planner.rules.balance import Aspect, Share, balance_of
from tests.building import entity, make_agenda, person, roundtable, seat

INVITED, PROPOSED = SeatState.INVITED, SeatState.PROPOSED


def in_region(made: Entity, region: str) -> Entity:
    return replace(made, region=region)


def stakeholder(entity_id: int, category: StakeholderCategory) -> Entity:
    return replace(entity(entity_id, f"Group {entity_id}", EntityKind.STAKEHOLDER), stakeholder_category=category)


def meeting() -> Agenda:
    return make_agenda(
        sessions=[roundtable(1, 600), roundtable(2, 700)],
        entities=[
            in_region(entity(1, "Portugal"), "Europe"),
            in_region(entity(2, "Kyrgyzstan"), "Central Asia"),
            stakeholder(3, StakeholderCategory.YOUTH),
            stakeholder(4, StakeholderCategory.MIGRANTS),
            stakeholder(5, StakeholderCategory.NONE),
        ],
        people=[
            replace(person(1, "Anna", entity=1), gender="female"),
            replace(person(2, "Bela", entity=2), gender="male"),
            person(3, "Cleo", entity=3),
        ],
        seats=[
            seat(1, 1, person=1, minutes=7),
            seat(2, 1, Role.MODERATOR, person=2, minutes=5, state=INVITED),
            seat(3, 1, person=3, minutes=3, state=PROPOSED),
            seat(4, 2, entity=4, minutes=2),
            seat(5, 2, entity=5, minutes=2),
            seat(6, 2, person=1, minutes=4, state=SeatState.DECLINED),
            seat(7, 2, minutes=9),
        ],
    )


def test_gender_is_counted_where_given() -> None:
    assert balance_of(meeting())[Aspect.GENDER] == (
        Share("female", confirmed_seats=1, open_seats=0, confirmed_minutes=7, open_minutes=0),
        Share("male", confirmed_seats=0, open_seats=1, confirmed_minutes=0, open_minutes=5),
        Share("", confirmed_seats=2, open_seats=1, confirmed_minutes=4, open_minutes=3),
    )


def test_an_entity_is_found_through_the_person() -> None:
    assert balance_of(meeting())[Aspect.ENTITY_KIND] == (
        Share("member_state", confirmed_seats=1, open_seats=1, confirmed_minutes=7, open_minutes=5),
        Share("stakeholder", confirmed_seats=2, open_seats=1, confirmed_minutes=4, open_minutes=3),
    )


def test_categories_are_those_of_stakeholders_alone_and_not_given_comes_last() -> None:
    shares = balance_of(meeting())[Aspect.STAKEHOLDER_CATEGORY]
    assert [(share.value, share.seats, share.minutes) for share in shares] == [
        ("migrants", 1, 2),
        ("youth", 1, 3),
        ("", 1, 2),
    ]


def test_regions_come_by_alphabet() -> None:
    shares = balance_of(meeting())[Aspect.REGION]
    assert [(share.value, share.seats) for share in shares] == [("Central Asia", 1), ("Europe", 1), ("", 3)]


def test_one_session_is_counted_alone() -> None:
    kinds = balance_of(meeting(), 2)[Aspect.ENTITY_KIND]
    assert kinds == (Share("stakeholder", confirmed_seats=2, open_seats=0, confirmed_minutes=4, open_minutes=0),)


def test_a_meeting_without_seats_has_no_shares() -> None:
    assert balance_of(make_agenda()) == dict.fromkeys(Aspect, ())


def test_a_word_for_gender_that_the_program_does_not_know_is_counted_as_it_is() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600)],
        people=[replace(person(1, "Anna"), gender="agender"), replace(person(2, "Bela"), gender="other")],
        seats=[seat(1, 1, person=1), seat(2, 1, person=2)],
    )
    assert [share.value for share in balance_of(agenda)[Aspect.GENDER]] == ["other", "agender"]
