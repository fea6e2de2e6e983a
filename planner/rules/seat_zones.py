"""On whose clock a seat is held: a named person's own, else that of the entity."""

from planner.models.agenda import Agenda
from planner.models.records import Seat


def zone_of_seat(agenda: Agenda, seat: Seat) -> str:
    """The IANA zone of a seat's holder; empty when it is not known."""
    return zone_of_holder(agenda, seat.person_id, seat.entity_id)


def zone_of_holder(agenda: Agenda, person_id: int | None, entity_id: int | None) -> str:
    """As ``zone_of_seat``. A person without a zone is unknown: people do not sit where their entity does."""
    if person_id is not None:
        return agenda.people[person_id].zone
    if entity_id is not None:
        return agenda.entities[entity_id].zone
    return ""
