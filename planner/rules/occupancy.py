"""Who and what is taken when: the indexes that the clash rules read, built once for an Agenda."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.records import Person, Seat, Spot
from planner.rules.identity import Same

Room = tuple[int, int]
"""Ids of a day and of a room on it."""


class Placement(NamedTuple):
    """A session at a spot. Placements compare as papers order sessions: by day, start, room, then length."""

    day_index: int
    start_minute: int
    room_index: int
    minutes: int
    session_id: int
    end_minute: int
    day_id: int
    room_id: int

    @property
    def spot(self) -> Spot:
        return Spot(self.day_id, self.start_minute, self.room_id)


class Delegation(NamedTuple):
    """An entity with seats in several sessions that names one person at most, ``holder_sessions`` being that one's."""

    placements: Sequence[Placement]
    unnamed_sessions: frozenset[int]
    holder_sessions: frozenset[int]

    def is_torn(self, first_id: int, second_id: int) -> bool:
        """Whether it would take a second person to sit in both sessions; one person in both is that person's clash."""
        if first_id not in self.unnamed_sessions and second_id not in self.unnamed_sessions:
            return False
        return not (first_id in self.holder_sessions and second_id in self.holder_sessions)


class Occupancy(NamedTuple):
    """Each list is in time order; a person with a single session, or an entity that cannot clash, is left out."""

    placements: Mapping[int, Placement]
    rooms: Mapping[Room, Sequence[Placement]]
    people: Mapping[int, Sequence[Placement]]
    delegations: Mapping[int, Delegation]
    seat_minutes: Mapping[int, int]
    day_order: Mapping[int, int]
    room_order: Mapping[int, int]

    def placement_at(self, session_id: int, spot: Spot, minutes: int) -> Placement:
        """The session as if it stood at this spot."""
        start = spot.start_minute
        day_index, room_index = self.day_order[spot.day_id], self.room_order[spot.room_id]
        return Placement(day_index, start, room_index, minutes, session_id, start + minutes, spot.day_id, spot.room_id)


def overlapping_pairs(placements: Sequence[Placement]) -> Iterator[tuple[Placement, Placement]]:
    """Every two that share a minute; the placements come in time order. Touching ends share none."""
    for index, first in enumerate(placements):
        day_index, end_minute = first.day_index, first.end_minute
        for other in range(index + 1, len(placements)):
            second = placements[other]
            if second.start_minute >= end_minute or second.day_index != day_index:
                break
            yield first, second


def overlapping(placement: Placement, others: Sequence[Placement]) -> Iterator[tuple[Placement, Placement]]:
    """The pairs that a placement makes with others, its own session aside; the earlier one comes first."""
    day_index, start, end, session_id = (
        placement.day_index, placement.start_minute, placement.end_minute, placement.session_id
    )  # fmt: skip
    for other in others:
        meets = other.start_minute < end and start < other.end_minute and other.day_index == day_index
        if meets and other.session_id != session_id:
            yield (placement, other) if placement < other else (other, placement)


def entity_of(agenda: Agenda, seat: Seat) -> int | None:
    """The entity a seat belongs to: its own, else that of its person."""
    return _entity_of(agenda.people, seat)


def _entity_of(people: Mapping[int, Person], seat: Seat) -> int | None:
    if seat.entity_id is None and seat.person_id is not None:
        return people[seat.person_id].entity_id
    return seat.entity_id


def occupancy_of(agenda: Agenda) -> Occupancy:
    """The indexes of this picture; kept for the pictures of late."""
    return _occupancy(Same(agenda))


@lru_cache(maxsize=4)
def _occupancy(key: Same[Agenda]) -> Occupancy:
    agenda = key.thing
    day_order = {day.id: index for index, day in enumerate(agenda.days_in_order)}
    room_order = {room.id: index for index, room in enumerate(agenda.rooms_in_order)}
    placements = _placements(agenda, day_order, room_order)
    census = _census(Same(agenda.seats), Same(agenda.people))
    return Occupancy(
        placements=placements,
        rooms=_by_room(placements),
        people={
            person_id: _placed(placements, session_ids) for person_id, session_ids in census.person_sessions.items()
        },
        delegations=_delegations(census, placements),
        seat_minutes=census.minutes,
        day_order=day_order,
        room_order=room_order,
    )


def _placements(agenda: Agenda, day_order: Mapping[int, int], room_order: Mapping[int, int]) -> dict[int, Placement]:
    placements = {}
    for session in agenda.placed_sessions:
        day_id, start, room_id, minutes = session.day_id, session.start_minute, session.room_id, session.minutes
        if day_id is not None and start is not None and room_id is not None:
            placements[session.id] = Placement(
                day_order[day_id], start, room_order[room_id], minutes, session.id, start + minutes, day_id, room_id
            )
    return placements


def _by_room(placements: Mapping[int, Placement]) -> dict[Room, list[Placement]]:
    rooms: dict[Room, list[Placement]] = {}
    for placement in placements.values():
        rooms.setdefault((placement.day_id, placement.room_id), []).append(placement)
    return rooms


def _placed(placements: Mapping[int, Placement], session_ids: set[int]) -> list[Placement]:
    return sorted(placements[session_id] for session_id in session_ids if session_id in placements)


class _Members(NamedTuple):
    """The sessions of an entity that names one person at most: all, those to be named, those of the one named."""

    sessions: set[int]
    unnamed_sessions: frozenset[int]
    holder_sessions: frozenset[int]


class _Census(NamedTuple):
    """The seats that count, by session, by person and by entity; who has one session only cannot clash."""

    minutes: dict[int, int]
    person_sessions: dict[int, set[int]]
    members: dict[int, _Members]


@lru_cache(maxsize=2)
def _census(seats: Same[Mapping[int, Seat]], persons: Same[Mapping[int, Person]]) -> _Census:
    """Moving sessions, which is what organisers do most, leaves seats as they are: they are counted once."""
    minutes: dict[int, int] = defaultdict(int)
    people: dict[int, set[int]] = defaultdict(set)
    entities: dict[int, dict[int | None, set[int]]] = defaultdict(lambda: defaultdict(set))
    for seat in seats.thing.values():
        if not seat.counts:
            continue
        session_id, person_id, entity_id = seat.session_id, seat.person_id, _entity_of(persons.thing, seat)
        minutes[session_id] += seat.minutes
        if person_id is not None:
            people[person_id].add(session_id)
        if entity_id is not None:
            entities[entity_id][person_id].add(session_id)
    twice = {person_id: sessions for person_id, sessions in people.items() if len(sessions) > 1}
    return _Census(minutes, twice, dict(_members(entities, people)))


def _members(
    entities: Mapping[int, Mapping[int | None, set[int]]], people: Mapping[int, set[int]]
) -> Iterator[tuple[int, _Members]]:
    for entity_id, by_person in entities.items():
        named = [person_id for person_id in by_person if person_id is not None]
        sessions = set().union(*by_person.values())
        if len(named) <= 1 and None in by_person and len(sessions) > 1:
            holder_sessions = frozenset(people[named[0]]) if named else frozenset()
            yield entity_id, _Members(sessions, frozenset(by_person[None]), holder_sessions)


def _delegations(census: _Census, placements: Mapping[int, Placement]) -> dict[int, Delegation]:
    return {
        entity_id: Delegation(_placed(placements, members.sessions), members.unnamed_sessions, members.holder_sessions)
        for entity_id, members in census.members.items()
    }
