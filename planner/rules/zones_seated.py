"""The time zones of those who hold seats."""

from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.rules.seat_zones import zone_of_seat


def zones_of_seated(agenda: Agenda) -> tuple[tuple[str, int], ...]:
    """Each zone but the meeting's own, with how many people or entities sit there: most first, then by city."""
    holders: dict[str, set[tuple[int | None, int | None]]] = {}
    for seat in agenda.seats.values():
        zone = zone_of_seat(agenda, seat)
        if seat.counts and zone and zone != agenda.meeting.zone:
            entity_id = seat.entity_id if seat.person_id is None else None
            holders.setdefault(zone, set()).add((seat.person_id, entity_id))
    counted = ((zone, len(found)) for zone, found in holders.items())
    return tuple(sorted(counted, key=lambda pair: (-pair[1], zone_city(pair[0]), pair[0])))
