"""The frozen picture of a whole meeting: what every view, rule and paper reads.

Times are minutes on the meeting's wall clock, lengths are minutes, dates are ISO 8601 text. Field names equal
column names, so that a row of the file and a record of the picture are one thing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any


class SessionKind(StrEnum):
    OPENING = "opening"
    ROUNDTABLE = "roundtable"
    PLENARY = "plenary"
    SIDE_EVENT = "side_event"
    BREAK = "break"
    RESERVE = "reserve"
    CLOSING = "closing"


class EntityKind(StrEnum):
    MEMBER_STATE = "member_state"
    OTHER_STATE = "other_state"
    REGIONAL_ORGANIZATION = "regional_organization"
    UN_SYSTEM = "un_system"
    STAKEHOLDER = "stakeholder"


class StakeholderCategory(StrEnum):
    """GCM paragraph 15 (j) and the lists of the regional reviews."""

    NONE = ""
    MIGRANTS = "migrants"
    CIVIL_SOCIETY = "civil_society"
    DIASPORA = "diaspora"
    FAITH_BASED = "faith_based"
    LOCAL_AUTHORITIES = "local_authorities"
    PRIVATE_SECTOR = "private_sector"
    TRADE_UNIONS = "trade_unions"
    PARLIAMENTARIANS = "parliamentarians"
    HUMAN_RIGHTS_INSTITUTIONS = "human_rights_institutions"
    RED_CROSS = "red_cross"
    ACADEMIA = "academia"
    MEDIA = "media"
    YOUTH = "youth"
    OTHER = "other"


class Role(StrEnum):
    """In the order in which papers name them."""

    CHAIR = "chair"
    MODERATOR = "moderator"
    SPEAKER = "speaker"
    PANELLIST = "panellist"
    RAPPORTEUR = "rapporteur"


class SeatState(StrEnum):
    PROPOSED = "proposed"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


STATES_THAT_COUNT = frozenset({SeatState.PROPOSED, SeatState.INVITED, SeatState.CONFIRMED})
KINDS_WITH_SPEAKERS = frozenset(SessionKind) - {SessionKind.BREAK, SessionKind.RESERVE}


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
        "rulers": Ruler,
    }
)


_ORDERS_OF_TABLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "days_in_order": frozenset({"days"}),
        "rooms_in_order": frozenset({"rooms"}),
        "rulers_in_order": frozenset({"rulers"}),
        "objectives_in_order": frozenset({"objectives"}),
        "_windows_by_day": frozenset({"windows"}),
        "_seats_by_session": frozenset({"seats"}),
        "_objectives_by_session": frozenset({"coverage", "objectives"}),
    }
)
"""What an Agenda works out once from these tables alone; the next picture takes it over while they stay the same."""


@dataclass(frozen=True)
class Agenda:
    """The whole meeting at one moment; each mapping is id -> record."""

    meeting_rows: Mapping[int, Meeting]
    days: Mapping[int, Day]
    windows: Mapping[int, Window]
    rooms: Mapping[int, Room]
    sessions: Mapping[int, Session]
    objectives: Mapping[int, Objective]
    coverage: Mapping[int, Coverage]
    entities: Mapping[int, Entity]
    people: Mapping[int, Person]
    seats: Mapping[int, Seat]
    rulers: Mapping[int, Ruler]

    @property
    def meeting(self) -> Meeting:
        return next(iter(self.meeting_rows.values()))

    def with_records(self, changes: Iterable[tuple[str, int, Any]]) -> "Agenda":
        """A new picture in which (table, id) holds the given record, or nothing when it is None."""
        changed: dict[str, dict[int, Any]] = {}
        for table, row_id, record in changes:
            field = "meeting_rows" if table == "meeting" else table
            rows = changed.setdefault(field, dict(getattr(self, field)))
            if record is None:
                rows.pop(row_id, None)
            else:
                rows[row_id] = record
        fresh = replace(self, **{name: MappingProxyType(_by_id(rows)) for name, rows in changed.items()})
        for name, sources in _ORDERS_OF_TABLES.items():
            if name in self.__dict__ and not sources & changed.keys():
                fresh.__dict__[name] = self.__dict__[name]
        return fresh

    def shares(self, other: "Agenda", *tables: str) -> bool:
        """Whether these tables did not change between two pictures of one document: they are the same objects."""
        return all(getattr(self, table) is getattr(other, table) for table in tables)

    @cached_property
    def days_in_order(self) -> tuple[Day, ...]:
        return tuple(sorted(self.days.values(), key=lambda day: (day.date, day.id)))

    @cached_property
    def rooms_in_order(self) -> tuple[Room, ...]:
        return tuple(sorted(self.rooms.values(), key=lambda room: (room.position, room.id)))

    @cached_property
    def rulers_in_order(self) -> tuple[Ruler, ...]:
        return tuple(sorted(self.rulers.values(), key=lambda ruler: (ruler.position, ruler.id)))

    @cached_property
    def objectives_in_order(self) -> tuple[Objective, ...]:
        return tuple(sorted(self.objectives.values(), key=lambda objective: (objective.number, objective.id)))

    @cached_property
    def _windows_by_day(self) -> dict[int, list[Window]]:
        grouped: dict[int, list[Window]] = {}
        for window in sorted(self.windows.values(), key=lambda window: (window.start_minute, window.id)):
            grouped.setdefault(window.day_id, []).append(window)
        return grouped

    def windows_of(self, day_id: int) -> tuple[Window, ...]:
        """The hours a day is open, earliest first."""
        return tuple(self._windows_by_day.get(day_id, ()))

    @cached_property
    def _order_of_day(self) -> dict[int, int]:
        return {day.id: index for index, day in enumerate(self.days_in_order)}

    @cached_property
    def _order_of_room(self) -> dict[int, int]:
        return {room.id: index for index, room in enumerate(self.rooms_in_order)}

    @cached_property
    def placed_sessions(self) -> tuple[Session, ...]:
        """Sessions on the timetable: by day, start, room, then length."""
        days, rooms = self._order_of_day, self._order_of_room
        keyed = [
            ((days[session.day_id], session.start_minute, rooms[session.room_id], session.minutes, session.id), session)
            for session in self.sessions.values()
            if session.day_id is not None and session.start_minute is not None and session.room_id is not None
        ]
        return tuple(session for _key, session in sorted(keyed, key=lambda pair: pair[0]))

    @cached_property
    def sessions_to_place(self) -> tuple[Session, ...]:
        """Sessions without a spot, by code, title and id."""
        waiting = (session for session in self.sessions.values() if session.day_id is None)
        return tuple(sorted(waiting, key=lambda session: (session.code == "", session.code, session.id)))

    @cached_property
    def _sessions_by_day(self) -> dict[int | None, list[Session]]:
        grouped: dict[int | None, list[Session]] = {}
        for session in self.placed_sessions:
            grouped.setdefault(session.day_id, []).append(session)
        return grouped

    def sessions_on(self, day_id: int) -> tuple[Session, ...]:
        """The placed sessions of one day, in time order."""
        return tuple(self._sessions_by_day.get(day_id, ()))

    @cached_property
    def _seats_by_session(self) -> dict[int, list[Seat]]:
        order = {role: index for index, role in enumerate(Role)}
        grouped: dict[int, list[Seat]] = {}
        for seat in sorted(self.seats.values(), key=lambda seat: (order[seat.role], seat.position, seat.id)):
            grouped.setdefault(seat.session_id, []).append(seat)
        return grouped

    def seats_of(self, session_id: int) -> tuple[Seat, ...]:
        """All seats of a session, the declined ones too: by role, then position."""
        return tuple(self._seats_by_session.get(session_id, ()))

    @cached_property
    def _objectives_by_session(self) -> dict[int, list[Objective]]:
        pairs = [(row.session_id, self.objectives[row.objective_id]) for row in self.coverage.values()]
        grouped: dict[int, list[Objective]] = {}
        for session_id, objective in sorted(pairs, key=lambda pair: (pair[1].number, pair[1].id)):
            grouped.setdefault(session_id, []).append(objective)
        return grouped

    def objectives_of(self, session_id: int) -> tuple[Objective, ...]:
        """The objectives a session covers, by number."""
        return tuple(self._objectives_by_session.get(session_id, ()))

    @cached_property
    def sessions_by_objective(self) -> Mapping[int, tuple[Session, ...]]:
        """Objective id -> the sessions that cover it, placed or not."""
        grouped: dict[int, list[Session]] = {}
        for row in self.coverage.values():
            grouped.setdefault(row.objective_id, []).append(self.sessions[row.session_id])
        return {key: tuple(sorted(found, key=lambda session: session.id)) for key, found in grouped.items()}


def _by_id(rows: dict[int, Any]) -> dict[int, Any]:
    """In the order in which a file is read, so that an undone deletion leaves no trace in any list."""
    ids = list(rows)
    return rows if ids == sorted(ids) else dict(sorted(rows.items()))


def field_names(record_type: type[Any]) -> tuple[str, ...]:
    """The names of a record's fields, which are its table's columns."""
    return tuple(field.name for field in fields(record_type))
