"""The frozen records of a meeting, one a row of its file.

Times are minutes on the meeting's wall clock, lengths are minutes, dates are ISO 8601 text. Field names equal
column names, so that a row of the file and a record of the picture are one thing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from planner.models.kinds import (
    KINDS_WITH_SPEAKERS,
    STATES_THAT_COUNT,
    EntityKind,
    InterestState,
    Role,
    SeatState,
    SessionKind,
    StakeholderCategory,
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a session stands: day, minutes since midnight, room."""

    day_id: int
    start_minute: int
    room_id: int


@dataclass(frozen=True, slots=True)
class Meeting:
    id: int
    title: str
    subtitle: str
    zone: str
    zone_label: str
    grid_minutes: int
    comfortable_start_minute: int
    comfortable_end_minute: int
    state_limit_minutes: int
    stakeholder_limit_minutes: int
    group_limit_minutes: int
    handover_seconds: int
    words_per_minute: int
    draft_number: int
    paper_note: str


@dataclass(frozen=True, slots=True)
class Day:
    id: int
    date: str


@dataclass(frozen=True, slots=True)
class Window:
    """Hours during which a day is open, e.g. 600 to 940."""

    id: int
    day_id: int
    start_minute: int
    end_minute: int


@dataclass(frozen=True, slots=True)
class Room:
    id: int
    name: str
    link: str
    position: int


@dataclass(frozen=True, slots=True)
class Session:
    id: int
    kind: SessionKind
    code: str
    title: str
    summary: str
    guiding_questions: str
    internal_notes: str
    day_id: int | None
    start_minute: int | None
    room_id: int | None
    minutes: int
    wrap_up_minutes: int
    target_moderators: int
    target_speakers: int
    floor_states: int
    floor_stakeholders: int
    state_limit_minutes: int | None
    stakeholder_limit_minutes: int | None
    pinned: bool

    @property
    def spot(self) -> Spot | None:
        """Day, start and room; None while the session is still to be placed."""
        if self.day_id is None or self.start_minute is None or self.room_id is None:
            return None
        return Spot(self.day_id, self.start_minute, self.room_id)

    @property
    def has_speakers(self) -> bool:
        return self.kind in KINDS_WITH_SPEAKERS


@dataclass(frozen=True, slots=True)
class Objective:
    """One of the objectives under review, e.g. the 23 of the Global Compact for Migration."""

    id: int
    number: int
    short_title: str
    title: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """A session covers an objective."""

    id: int
    session_id: int
    objective_id: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A State, an organization or a stakeholder that takes part."""

    id: int
    name: str
    kind: EntityKind
    stakeholder_category: StakeholderCategory
    country_code: str
    region: str
    zone: str


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    honorific: str
    given_name: str
    family_name: str
    function: str
    entity_id: int | None
    email: str
    phone: str
    zone: str
    languages: str
    gender: str

    @property
    def name(self) -> str:
        """Given name and family name as papers print them."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)


@dataclass(frozen=True, slots=True)
class Seat:
    """One role in one session, held by an entity, a person, both or nobody yet."""

    id: int
    session_id: int
    role: Role
    entity_id: int | None
    person_id: int | None
    position: int
    minutes: int
    state: SeatState

    @property
    def counts(self) -> bool:
        """Whether the seat takes part: a declined or withdrawn one does not."""
        return self.state in STATES_THAT_COUNT


@dataclass(frozen=True, slots=True)
class Replacement:
    """Who held a seat before, and why not any longer; ``replaced_at`` is ISO 8601 in UTC."""

    id: int
    seat_id: int
    entity_id: int | None
    person_id: int | None
    reason: str
    replaced_at: str


@dataclass(frozen=True, slots=True)
class Interest:
    """An expression of interest in taking part; ``received`` is an ISO 8601 date or empty.

    ``source`` says where it came from ("typed", or a file and its row); ``source_key`` finds it again when the same
    file, or a corrected one, is imported once more. ``position`` orders the reserve list.
    """

    id: int
    entity_id: int | None
    person_id: int | None
    received: str
    source: str
    source_key: str
    note: str
    state: InterestState
    position: int


@dataclass(frozen=True, slots=True)
class Wish:
    """One role wanted in one session; ``preference`` 1 is the dearest, 0 was not given."""

    id: int
    interest_id: int
    session_id: int
    role: Role
    preference: int


@dataclass(frozen=True, slots=True)
class Ruler:
    """A further zone drawn beside the meeting's hours."""

    id: int
    zone: str
    position: int


RECORD_TYPES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "meeting": Meeting,
        "days": Day,
        "windows": Window,
        "rooms": Room,
        "sessions": Session,
        "objectives": Objective,
        "coverage": Coverage,
        "entities": Entity,
        "people": Person,
        "seats": Seat,
        "replacements": Replacement,
        "interests": Interest,
        "wishes": Wish,
        "rulers": Ruler,
    }
)


def field_names(record_type: type[Any]) -> tuple[str, ...]:
    """The names of a record's fields, which are its table's columns."""
    return tuple(field.name for field in fields(record_type))
