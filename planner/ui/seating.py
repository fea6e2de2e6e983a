"""People, entities and interests dragged onto a session: who would be seated, and what that would clash with."""

from typing import NamedTuple

from PySide6.QtCore import QMimeData

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import Seat
from planner.rules import findings_of
from planner.rules.finding import Finding, Level
from planner.ui.dragging import dragged_entities, dragged_interests, dragged_people

Holder = tuple[int | None, int | None]
"""Ids of an entity and of a person."""

_NEW_SEAT = -1


class Seating(NamedTuple):
    """Who would take which role in which session; ``interest_ids`` when interests were dragged."""

    session_id: int
    role: Role
    holders: tuple[Holder, ...]
    interest_ids: tuple[int, ...] = ()


def holders_of(agenda: Agenda, data: QMimeData) -> tuple[Holder, ...]:
    """Who is dragged; nobody for a drag of anything else."""
    people = [agenda.people[row_id] for row_id in dragged_people(data) if row_id in agenda.people]
    entities = [row_id for row_id in dragged_entities(data) if row_id in agenda.entities]
    interests = [agenda.interests[row_id] for row_id in dragged_interests(data) if row_id in agenda.interests]
    return (
        *((person.entity_id, person.id) for person in people),
        *((entity_id, None) for entity_id in entities),
        *((interest.entity_id, interest.person_id) for interest in interests),
    )


def clashes_of_seating(agenda: Agenda, seating: Seating) -> tuple[Finding, ...]:
    """The clashes that the meeting would have once they are seated, and has not now."""
    with_seats = agenda.with_records(
        ("seats", _NEW_SEAT - index, _seat(_NEW_SEAT - index, seating, holder))
        for index, holder in enumerate(seating.holders)
    )
    now = set(findings_of(agenda))
    return tuple(finding for finding in findings_of(with_seats) if finding.level is Level.CLASH and finding not in now)


def _seat(seat_id: int, seating: Seating, holder: Holder) -> Seat:
    return Seat(seat_id, seating.session_id, seating.role, *holder, position=0, minutes=5, state=SeatState.PROPOSED)


def seating_of(agenda: Agenda, data: QMimeData, session_id: int, role: Role) -> Seating | None:
    """Whoever is dragged, in this role; None where nobody can be seated."""
    holders = holders_of(agenda, data)
    if not holders or not agenda.sessions[session_id].has_speakers:
        return None
    return Seating(session_id, role, holders, dragged_interests(data))
