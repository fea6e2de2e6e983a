"""Who and what was entered twice, spelled two ways."""

from dataclasses import replace

import pytest

from planner.models.aside_records import ToldApart
from planner.models.kinds import EntityKind
from planner.rules.duplicates import Duplicates, likely_duplicates
from tests.building import entity, make_agenda, person


def same_people(*names: tuple[str, str], **fields: str) -> bool:
    people = [
        replace(person(number, given, family, entity=1), **fields) for number, (given, family) in enumerate(names, 1)
    ]
    found = likely_duplicates(make_agenda(entities=[entity(1, "Northland")], people=people)).people
    assert found in ((), ((1, 2),))
    return bool(found)


def same_entities(*names: str, kind: EntityKind = EntityKind.STAKEHOLDER, codes: tuple[str, str] = ("", "")) -> bool:
    rows = [
        replace(entity(number, name, kind), country_code=code)
        for number, (name, code) in enumerate(zip(names, codes, strict=True), 1)
    ]
    found = likely_duplicates(make_agenda(entities=rows)).entities
    assert found in ((), ((1, 2),))
    return bool(found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Anna", "Nowak"), ("Anna", "Nowak")),
        (("Ms. Anna", "Nowak"), ("", "NOWAK, Anna")),
        (("Łucja", "Brzęk"), ("Lucja", "Brzek")),
        (("Anna", "Nowak"), ("Ana", "Nowak")),
        (("Anna", "Nowakowska"), ("Anna", "Nowakowsky")),
        (("A.", "Nowak"), ("Anna", "Nowak")),
        (("H.E. Dr. Иван", "Примеров"), ("", "ПРИМЕРОВ Иван")),
        (("Anna Maria", "Nowak"), ("Anna-Maria", "Nowak")),
    ],
)
def test_one_person_spelled_two_ways_is_found(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert same_people(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Anna", "Nowak"), ("Piotr", "Nowak")),
        (("Anna", "Nowak"), ("Anna", "Zielonka")),
        (("Guest", "Speaker 12"), ("Guest", "Speaker 13")),
        (("A.", "Nowak"), ("Piotr", "Nowak")),
        (("", ""), ("", "")),
    ],
)
def test_two_people_stay_two(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert not same_people(first, second)


def test_one_address_makes_related_names_one() -> None:
    assert same_people(("Anna", "Nowak"), ("Anna", "Zielonka"), email="anna@example.org")
    assert not same_people(("Anna", "Nowak"), ("Ben", "Zielonka"), email="office@example.org")


def test_nearly_the_same_names_of_two_entities_are_two_people() -> None:
    people = [person(1, "Anna", "Nowak", entity=1), person(2, "Ana", "Nowak", entity=2)]
    entities = [entity(1, "Northland"), entity(2, "Southland")]
    assert likely_duplicates(make_agenda(entities=entities, people=people)) == Duplicates((), ())


def test_the_same_names_of_two_entities_may_be_one() -> None:
    people = [person(1, "Anna", "Nowak", entity=1), person(2, "Anna", "Nowak", entity=2)]
    entities = [entity(1, "Northland"), entity(2, "Southland")]
    assert likely_duplicates(make_agenda(entities=entities, people=people)).people == ((1, 2),)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Example Migrants Network", "The Network of Example Migrants"),
        ("Example Organisation for Migration", "Example Organization for Migration"),
        ("International Example Organization", "IEO"),
        ("International Example Organization (IEO)", "International Example Organization"),
        ("Fédération des Exemples", "Federation des exemples"),
    ],
)
def test_one_entity_spelled_two_ways_is_found(first: str, second: str) -> None:
    assert same_entities(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("International Example Organization", "International Sample Organization"),
        ("Example Youth Council 1", "Example Youth Council 2"),
        ("Example Union", "Example Network"),
    ],
)
def test_two_entities_stay_two(first: str, second: str) -> None:
    assert not same_entities(first, second)


def test_one_state_is_known_by_its_code() -> None:
    assert same_entities("Kyrgyz Republic", "Кыргызстан", kind=EntityKind.MEMBER_STATE, codes=("KG", "KG"))
    assert not same_entities("Northland", "Northlands", kind=EntityKind.MEMBER_STATE, codes=("XA", "XB"))


def test_three_of_a_kind_are_one_group() -> None:
    people = [person(1, "Anna", "Nowak"), person(2, "Ana", "Nowak"), person(3, "Ben"), person(4, "", "Nowak Anna")]
    assert likely_duplicates(make_agenda(people=people)).people == ((1, 2, 4),)


def apart(first: int, second: int, table: str = "people", number: int = 1) -> ToldApart:
    return ToldApart(number, table, first, second)


def test_who_was_told_apart_is_no_longer_found() -> None:
    people = [person(1, "Anna", "Nowak"), person(2, "Anna", "Nowak")]
    assert likely_duplicates(make_agenda(people=people, told_apart=[apart(1, 2)])).people == ()
    assert likely_duplicates(make_agenda(people=people, told_apart=[apart(1, 2, "entities")])).people == ((1, 2),)


def test_a_third_is_still_compared_with_each_of_two_that_were_told_apart() -> None:
    people = [person(1, "Anna", "Nowak"), person(2, "Anna", "Nowak"), person(3, "Nowak", "Anna")]
    found = likely_duplicates(make_agenda(people=people, told_apart=[apart(1, 2), apart(2, 3, number=2)]))
    assert found.people == ((1, 3),)


def test_entities_told_apart_are_no_longer_found() -> None:
    entities = [entity(1, "Aid Now", EntityKind.STAKEHOLDER), entity(2, "Now Aid", EntityKind.STAKEHOLDER)]
    assert likely_duplicates(make_agenda(entities=entities)).entities == ((1, 2),)
    assert likely_duplicates(make_agenda(entities=entities, told_apart=[apart(1, 2, "entities")])).entities == ()
