"""What changed among people and entities."""

from collections.abc import Callable, Iterator
from typing import Any

from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.models.kinds import StakeholderCategory
from planner.models.records import Entity, Person
from planner.rules.change import Change, ChangeKind
from planner.rules.differing import differing
from planner.wording import category_name, entity_kind_name, say


def person_changes(before: Agenda, now: Agenda) -> Iterator[Change]:
    """People who came or went, and what is known of the others; then the entities. Contact data is left out."""
    entities = {entity.id for entity in differing(before.entities, now.entities)}
    people = {person.id for person in differing(before.people, now.people)}
    if entities:
        for agenda in (before, now):
            people |= {person.id for person in agenda.people.values() if person.entity_id in entities}
    for person_id in sorted(people):
        yield from _of_person(before, now, person_id)
    for entity_id in sorted(entities):
        yield from _of_entity(before.entities.get(entity_id), now.entities.get(entity_id))


def _of_person(before: Agenda, now: Agenda, person_id: int) -> Iterator[Change]:
    old, new = before.people.get(person_id), now.people.get(person_id)
    holders = ((person_id, None),)
    if old is None and new is not None:
        yield Change(ChangeKind.PERSON_ADDED, "", who=new.name, holders=holders)
    elif new is None and old is not None:
        yield Change(ChangeKind.PERSON_DROPPED, "", who=old.name, holders=holders)
    elif old is not None and new is not None:
        if _full_name(old) != _full_name(new):
            yield Change(ChangeKind.PERSON_NAME, "", _full_name(old), _full_name(new), holders=holders)
        for fact, was, is_now in (
            (say("function"), old.function, new.function),
            (say("entity"), _entity_name(before, old), _entity_name(now, new)),
            (say("time zone"), _zone(old.zone), _zone(new.zone)),
        ):
            if was != is_now:
                yield Change(ChangeKind.PERSON_FACT, fact, was, is_now, who=new.name, holders=holders)


def _of_entity(old: Entity | None, new: Entity | None) -> Iterator[Change]:
    if old is None and new is not None:
        yield Change(ChangeKind.ENTITY_ADDED, "", who=new.name, holders=((None, new.id),))
    elif new is None and old is not None:
        yield Change(ChangeKind.ENTITY_DROPPED, "", who=old.name, holders=((None, old.id),))
    elif old is not None and new is not None:
        yield from _of_known_entity(old, new)


def _of_known_entity(old: Entity, new: Entity) -> Iterator[Change]:
    holders = ((None, new.id),)
    if old.name != new.name:
        yield Change(ChangeKind.PERSON_NAME, "", old.name, new.name, holders=holders)
    for fact, field, words in _FACTS_OF_ENTITIES:
        was, is_now = getattr(old, field), getattr(new, field)
        if was != is_now:
            yield Change(
                ChangeKind.PERSON_FACT, say(fact), words(was), words(is_now), who=new.name, holders=holders
            )  # fmt: skip


def _full_name(person: Person) -> str:
    return " ".join(part for part in (person.honorific, person.name) if part)


def _entity_name(agenda: Agenda, person: Person) -> str:
    return "" if person.entity_id is None else agenda.entities[person.entity_id].name


def _zone(zone: str) -> str:
    return zone_city(zone) if zone else ""


def _category(category: StakeholderCategory) -> str:
    return "" if category is StakeholderCategory.NONE else category_name(category)


_FACTS_OF_ENTITIES: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("kind", "kind", entity_kind_name),
    ("category", "stakeholder_category", _category),
    ("region", "region", str),
    ("time zone", "zone", _zone),
)
"""What a fact is called, the field that holds it, and its words."""
