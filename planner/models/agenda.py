"""The frozen picture of a whole meeting: what every view, rule and paper reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from planner.models.aside_records import Acceptance, Draft, MergedCopy, Notice, RuleLevel, ToldApart, ZoneData
from planner.models.kinds import Role
from planner.models.records import (
    Availability,
    Coverage,
    Day,
    Entity,
    Interest,
    Layout,
    Meeting,
    Objective,
    Person,
    Replacement,
    Room,
    Ruler,
    Seat,
    Session,
    Window,
    Wish,
)

_ORDERS_OF_TABLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "days_in_order": frozenset({"days"}),
        "rooms_in_order": frozenset({"rooms"}),
        "rulers_in_order": frozenset({"rulers"}),
        "objectives_in_order": frozenset({"objectives"}),
        "layouts_in_order": frozenset({"layouts"}),
        "_windows_by_day": frozenset({"windows"}),
        "_seats_by_session": frozenset({"seats"}),
        "_wishes_by_interest": frozenset({"wishes"}),
        "_availabilities_by_person": frozenset({"availabilities"}),
        "_objectives_by_session": frozenset({"coverage", "objectives"}),
    }
)
"""What an Agenda works out once from these tables alone; the next picture takes it over while they stay the same."""


@dataclass(frozen=True, repr=False)  # nobody reads a whole meeting in a line
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
    replacements: Mapping[int, Replacement]
    interests: Mapping[int, Interest]
    wishes: Mapping[int, Wish]
    rulers: Mapping[int, Ruler]
    availabilities: Mapping[int, Availability]
    drafts: Mapping[int, Draft]
    notices: Mapping[int, Notice]
    acceptances: Mapping[int, Acceptance]
    rule_levels: Mapping[int, RuleLevel]
    layouts: Mapping[int, Layout]
    told_apart: Mapping[int, ToldApart]
    merges: Mapping[int, MergedCopy]
    zone_data: ZoneData | None = field(default=None, compare=False)
    """With which the file was last edited when it was opened: no content, it does not tell two meetings apart."""

    @cached_property
    def meeting(self) -> Meeting:
        return next(iter(self.meeting_rows.values()))

    def with_records(self, changes: Iterable[tuple[str, int, Any]]) -> "Agenda":
        """A new picture in which (table, id) holds the given record, or nothing when it is None."""
        changed: dict[str, dict[int, Any]] = {}
        for table, row_id, record in changes:
            name = "meeting_rows" if table == "meeting" else table
            if name not in changed:  # a copy for each change would make a long step take quadratic time
                changed[name] = dict(getattr(self, name))
            rows = changed[name]
            if record is None:
                rows.pop(row_id, None)
            else:
                rows[row_id] = record
        tables: dict[str, Any] = {name: MappingProxyType(_by_id(rows)) for name, rows in changed.items()}
        fresh = replace(self, **tables)
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
    def layouts_in_order(self) -> tuple[Layout, ...]:
        """The saved looks of the papers; the first is the one in use."""
        return tuple(sorted(self.layouts.values(), key=lambda layout: (layout.position, layout.id)))

    @property
    def has_drafts(self) -> bool:
        """Whether a draft was issued: options alone have no number."""
        return any(draft.number for draft in self.drafts.values())

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
    def _wishes_by_interest(self) -> dict[int, list[Wish]]:
        grouped: dict[int, list[Wish]] = {}
        for wish in sorted(self.wishes.values(), key=lambda wish: (wish.preference or 99, wish.id)):
            grouped.setdefault(wish.interest_id, []).append(wish)
        return grouped

    def wishes_of(self, interest_id: int) -> tuple[Wish, ...]:
        """What an interest asks for, dearest first."""
        return tuple(self._wishes_by_interest.get(interest_id, ()))

    @cached_property
    def _availabilities_by_person(self) -> dict[int, list[Availability]]:
        grouped: dict[int, list[Availability]] = {}
        for row in sorted(self.availabilities.values(), key=lambda row: (row.date, row.start_minute, row.id)):
            grouped.setdefault(row.person_id, []).append(row)
        return grouped

    def availabilities_of(self, person_id: int) -> tuple[Availability, ...]:
        """A person's free and busy hours by date and start; none when nothing is known of them."""
        return tuple(self._availabilities_by_person.get(person_id, ()))

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
