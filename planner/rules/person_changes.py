"""What changed among people and entities."""

from collections.abc import Iterator

from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.models.records import Entity, Person
from planner.rules.change import Change, ChangeKind
from planner.wording import say


def person_changes(before: Agenda, now: Agenda) -> Iterator[Change]:
    """People who came or went, and what is known of the others; then the entities. Contact data is left out."""
    if before.people != now.people or before.entities != now.entities:
        for person_id in sorted(before.people.keys() | now.people.keys()):
            yield from _of_person(before, now, person_id)
        for entity_id in sorted(before.entities.keys() & now.entities.keys()):
            yield from _of_entity(before.entities[entity_id], now.entities[entity_id])


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


def _of_entity(old: Entity, new: Entity) -> Iterator[Change]:
    holders = ((None, new.id),)
    if old.name != new.name:
        yield Change(ChangeKind.PERSON_NAME, "", old.name, new.name, holders=holders)
    if old.zone != new.zone:
        yield Change(
            ChangeKind.PERSON_FACT, say("time zone"), _zone(old.zone), _zone(new.zone), who=new.name, holders=holders
        )


def _full_name(person: Person) -> str:
    return " ".join(part for part in (person.honorific, person.name) if part)


def _entity_name(agenda: Agenda, person: Person) -> str:
    return say("none") if person.entity_id is None else agenda.entities[person.entity_id].name


def _zone(zone: str) -> str:
    return zone_city(zone) if zone else say("not known")
