"""Short ways to make an Agenda for a test: two days of 10:00-15:40 in one virtual plenary, unless told otherwise."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, Role, SeatState, SessionKind, StakeholderCategory
from planner.models.record_types import RECORD_TYPES
from planner.models.records import Coverage, Day, Entity, Meeting, Objective, Person, Room, Seat, Session, Window

THURSDAY, FRIDAY = 1, 2
PLENARY = 1


def make_agenda(**rows: Iterable[Any]) -> Agenda:
    """An Agenda of records by table, e.g. ``make_agenda(sessions=[...], seats=[...])``; TypeError for another name."""
    usual: dict[str, Iterable[Any]] = {
        "meeting": [make_meeting()],
        "days": [Day(THURSDAY, "2020-11-12"), Day(FRIDAY, "2020-11-13")],
        "windows": [Window(1, THURSDAY, 600, 940), Window(2, FRIDAY, 600, 940)],
        "rooms": [Room(PLENARY, "Plenary", "", 1)],
    }
    tables = dict.fromkeys(RECORD_TYPES, ()) | usual | rows
    pictures = {table: MappingProxyType({record.id: record for record in records}) for table, records in tables.items()}
    return Agenda(meeting_rows=pictures.pop("meeting"), **pictures)


def make_meeting(*, zone: str = "Europe/Zurich", label: str = "CET") -> Meeting:
    return Meeting(
        id=1,
        title="Regional Review",
        subtitle="UNECE region",
        zone=zone,
        zone_label=label,
        grid_minutes=5,
        comfortable_start_minute=480,
        comfortable_end_minute=1200,
        state_limit_minutes=3,
        stakeholder_limit_minutes=2,
        group_limit_minutes=5,
        handover_seconds=30,
        words_per_minute=120,
        draft_number=1,
        paper_note="",
    )


def session(
    session_id: int,
    title: str = "",
    start: int | None = None,
    minutes: int = 30,
    *,
    kind: SessionKind = SessionKind.PLENARY,
    code: str = "",
    day: int = THURSDAY,
    room: int = PLENARY,
    wrap_up: int = 0,
    pinned: bool = False,
) -> Session:
    """A session; without a start it is still to be placed."""
    placed = start is not None
    return Session(
        id=session_id,
        kind=kind,
        code=code,
        title=title,
        summary="",
        guiding_questions="",
        internal_notes="",
        day_id=day if placed else None,
        start_minute=start,
        room_id=room if placed else None,
        minutes=minutes,
        wrap_up_minutes=wrap_up,
        target_moderators=1,
        target_speakers=4,
        floor_states=0,
        floor_stakeholders=0,
        state_limit_minutes=None,
        stakeholder_limit_minutes=None,
        pinned=pinned,
    )


def roundtable(number: int, start: int | None = None, minutes: int = 75, **values: Any) -> Session:
    """Session ``number``, coded "RT<number>"."""
    return session(number, "", start, minutes, kind=SessionKind.ROUNDTABLE, code=f"RT{number}", **values)


def seat(
    seat_id: int,
    session_id: int,
    role: Role = Role.SPEAKER,
    *,
    person: int | None = None,
    entity: int | None = None,
    minutes: int = 5,
    state: SeatState = SeatState.CONFIRMED,
) -> Seat:
    return Seat(seat_id, session_id, role, entity, person, position=seat_id, minutes=minutes, state=state)


def person(person_id: int, given_name: str, family_name: str = "Example", *, entity: int | None = None) -> Person:
    return Person(
        id=person_id,
        honorific="",
        given_name=given_name,
        family_name=family_name,
        function="",
        entity_id=entity,
        email="",
        phone="",
        zone="",
        languages="",
        gender="",
    )


def entity(entity_id: int, name: str, kind: EntityKind = EntityKind.MEMBER_STATE) -> Entity:
    return Entity(entity_id, name, kind, StakeholderCategory.NONE, country_code="", region="", zone="")


def room(room_id: int, name: str) -> Room:
    return Room(room_id, name, link="", position=room_id)


def objective(number: int) -> Objective:
    """Objective ``number``, which is its id as well."""
    return Objective(number, number, f"Objective {number}", f"Objective {number} in full")


def covers(session_id: int, *numbers: int) -> list[Coverage]:
    """A session covers these objectives."""
    return [Coverage(session_id * 100 + number, session_id, number) for number in numbers]
