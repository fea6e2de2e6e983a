"""What cannot happen as it is planned: one person, one entity or one room twice at once, more than fits."""

from collections.abc import Iterator

from planner.models.agenda import Agenda
from planner.rules.clash_findings import (
    entity_twice,
    outside_hours,
    person_twice,
    room_taken,
    room_twice,
    too_long,
)
from planner.rules.finding import TimedFinding
from planner.rules.occupancy import (
    Delegation,
    Occupancy,
    Placement,
    entity_of,
    occupancy_of,
    overlapping,
    overlapping_pairs,
)
from planner.rules.placing import lies_in_one


def clashes_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """Every clash of the meeting."""
    taken = occupancy_of(agenda)
    yield from _of_people(agenda, taken)
    yield from _of_entities(agenda, taken)
    yield from _of_rooms(agenda, taken)
    yield from _of_lengths(agenda, taken)
    yield from _of_hours(agenda, taken)


def _of_people(agenda: Agenda, taken: Occupancy) -> Iterator[TimedFinding]:
    for person_id, placements in taken.people.items():
        for first, second in overlapping_pairs(placements):
            yield person_twice(agenda, person_id, first, second)


def _of_entities(agenda: Agenda, taken: Occupancy) -> Iterator[TimedFinding]:
    for entity_id, delegation in taken.delegations.items():
        for first, second in overlapping_pairs(delegation.placements):
            if delegation.is_torn(first.session_id, second.session_id):
                yield entity_twice(agenda, entity_id, first, second)


def _of_rooms(agenda: Agenda, taken: Occupancy) -> Iterator[TimedFinding]:
    for placements in taken.rooms.values():
        for first, second in overlapping_pairs(placements):
            yield room_twice(agenda, first, second)


def _of_lengths(agenda: Agenda, taken: Occupancy) -> Iterator[TimedFinding]:
    seat_minutes = taken.seat_minutes
    for session in agenda.sessions.values():
        needed = seat_minutes.get(session.id, 0) + session.wrap_up_minutes
        if needed > session.minutes:
            yield too_long(agenda, session, needed, session.minutes, taken.placements.get(session.id))


def _of_hours(agenda: Agenda, taken: Occupancy) -> Iterator[TimedFinding]:
    hours = {
        day_id: [(window.start_minute, window.end_minute) for window in agenda.windows_of(day_id)]
        for day_id in agenda.days
    }
    for placement in taken.placements.values():
        start, end = placement.start_minute, placement.end_minute
        for opens, closes in hours[placement.day_id]:
            if opens <= start and end <= closes:
                break
        else:
            yield outside_hours(agenda, placement)


def clashes_at(agenda: Agenda, placement: Placement) -> Iterator[TimedFinding]:
    """The clashes that a session of the meeting would have if it stood there."""
    yield from _of_people_at(agenda, placement)
    yield from _of_entities_at(agenda, placement)
    for first, second in _in_the_same_room(agenda, placement):
        yield room_twice(agenda, first, second)
    yield from _of_length_at(agenda, placement)
    if not lies_in_one(agenda.windows_of(placement.day_id), placement.start_minute, placement.end_minute):
        yield outside_hours(agenda, placement)


def _of_length_at(agenda: Agenda, placement: Placement) -> Iterator[TimedFinding]:
    session = agenda.sessions[placement.session_id]
    needed = occupancy_of(agenda).seat_minutes.get(session.id, 0) + session.wrap_up_minutes
    if needed > placement.minutes:
        yield too_long(agenda, session, needed, placement.minutes, placement)


def _of_people_at(agenda: Agenda, placement: Placement) -> Iterator[TimedFinding]:
    people = occupancy_of(agenda).people
    present = {seat.person_id for seat in agenda.seats_of(placement.session_id) if seat.counts}
    for person_id in present:
        if person_id is not None:
            for first, second in overlapping(placement, people.get(person_id, ())):
                yield person_twice(agenda, person_id, first, second)


def _of_entities_at(agenda: Agenda, placement: Placement) -> Iterator[TimedFinding]:
    for entity_id, delegation in _delegations_in(agenda, placement.session_id).items():
        for first, second in overlapping(placement, delegation.placements):
            if delegation.is_torn(first.session_id, second.session_id):
                yield entity_twice(agenda, entity_id, first, second)


def _delegations_in(agenda: Agenda, session_id: int) -> dict[int, Delegation]:
    delegations = occupancy_of(agenda).delegations
    present = {entity_of(agenda, seat) for seat in agenda.seats_of(session_id) if seat.counts}
    return {entity: delegations[entity] for entity in present if entity is not None and entity in delegations}


def room_clashes_at(agenda: Agenda, placement: Placement) -> Iterator[TimedFinding]:
    """The clashes that a session not made yet would have if it stood there."""
    for first, second in _in_the_same_room(agenda, placement):
        yield room_taken(agenda, placement, first if second is placement else second)


def _in_the_same_room(agenda: Agenda, placement: Placement) -> Iterator[tuple[Placement, Placement]]:
    room = placement.day_id, placement.room_id
    return overlapping(placement, occupancy_of(agenda).rooms.get(room, ()))
