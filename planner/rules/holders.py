"""Who sits on whose clock: the seats that count, by session and zone. Moving sessions leaves all of it as it is."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from planner.local_times import zone_exists
from planner.models.agenda import Agenda
from planner.models.records import Entity, Person, Seat
from planner.rules.identity import Same
from planner.wording import role_name, say


class Holders(NamedTuple):
    """``by_place``: (session, zone) -> seats, the zone being known; ``people`` and ``entities`` have no such zone."""

    by_place: Mapping[tuple[int, str], list[Seat]]
    by_zone: Mapping[str, list[Seat]]
    people: Mapping[int, list[Seat]]
    entities: Mapping[int, list[Seat]]


def holders_of(agenda: Agenda) -> Holders:
    """The holders of all seats that count; kept while seats, people and entities stay the same."""
    return holders_between(Same(agenda.seats), Same(agenda.people), Same(agenda.entities))


@lru_cache(maxsize=2)
def holders_between(
    seats: Same[Mapping[int, Seat]], people: Same[Mapping[int, Person]], entities: Same[Mapping[int, Entity]]
) -> Holders:
    """As ``holders_of``, for what depends on these tables alone."""
    exists = {zone: zone_exists(zone) for zone in _zones(people.thing) | _zones(entities.thing)}
    found = Holders(defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list))
    for seat in seats.thing.values():
        if not seat.counts:
            continue
        if seat.person_id is not None:
            zone, waiting, holder_id = people.thing[seat.person_id].zone, found.people, seat.person_id
        elif seat.entity_id is not None:
            zone, waiting, holder_id = entities.thing[seat.entity_id].zone, found.entities, seat.entity_id
        else:
            continue
        if exists[zone]:
            found.by_place[seat.session_id, zone].append(seat)
            found.by_zone[zone].append(seat)
        else:
            waiting[holder_id].append(seat)
    return found


def _zones(records: Mapping[int, Person] | Mapping[int, Entity]) -> set[str]:
    return {record.zone for record in records.values()}


class Holder(NamedTuple):
    """The person and the entity of a seat, each if there is one."""

    person: Person | None
    entity: Entity | None
    seat: Seat


def who_sits(agenda: Agenda, seat: Seat) -> Holder:
    """All that ``holder_words`` needs."""
    person = None if seat.person_id is None else agenda.people[seat.person_id]
    entity = None if seat.entity_id is None else agenda.entities[seat.entity_id]
    return Holder(person, entity, seat)


def holder_words(holder: Holder) -> str:
    """ "Anna Nowak"; "Canada, speaker to be named" while the entity names nobody."""
    if holder.person is not None:
        return holder.person.name
    role = role_name(holder.seat.role)
    if holder.entity is None:
        return say("{role} to be named", role=role)
    return say("{entity}, {role} to be named", entity=holder.entity.name, role=role.lower())
