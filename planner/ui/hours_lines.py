"""The rows of the Hours view as plain facts: who, in which zone, the days on their clock, and their seats."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from planner.folding import folded, search_text
from planner.local_times import local_time_or_none, zone_city
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import Seat, Session, Spot
from planner.phrases import session_name, session_short
from planner.rules.comfort import Bounds, bounds_of
from planner.rules.day_strips import DayHours, Strip, hours_of_days, strip_of
from planner.rules.hardship import hardship_of
from planner.rules.seat_zones import zone_of_holder
from planner.ui.timetable.geometry import lanes_of
from planner.wording import role_name, say

Holder = tuple[int | None, int | None]
"""Person and entity: a person, or an entity whose speaker is still to be named."""


@dataclass(frozen=True, slots=True)
class SeatBar:
    """The seats of one row in one session; ``lane`` of ``lanes`` where sessions overlap."""

    session_id: int
    day_id: int
    start_minute: int
    end_minute: int
    code: str
    session: str
    roles: tuple[Role, ...]
    is_confirmed: bool
    points: float
    lane: int
    lanes: int


@dataclass(frozen=True, slots=True)
class HoursLine:
    """One row; without a known zone there are no ``strips``, otherwise one a day."""

    holder: Holder
    name: str
    about: str
    zone: str
    utc_offset_minutes: int | None
    strips: tuple[Strip, ...]
    bars: tuple[SeatBar, ...]
    waiting: int
    searched: str = field(repr=False, default="")

    @property
    def city(self) -> str:
        return zone_city(self.zone)

    def points(self, session_id: int | None = None) -> float:
        """Hardship of all seats, or of those in one session."""
        return sum(bar.points for bar in self.bars if session_id in {None, bar.session_id})


class Order(StrEnum):
    HARDSHIP = "hardship"
    NAME = "name"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class HoursFilter:
    """Which rows are shown, in which order: ``seated`` leaves out who has no seat, ``session_id`` who is not in it."""

    order: Order = Order.HARDSHIP
    session_id: int | None = None
    seated: bool = False
    text: str = ""

    def passing(self, lines: Iterable[HoursLine]) -> list[HoursLine]:
        """The rows shown, those without a zone last."""
        words = folded(self.text).split()
        wanted = [line for line in lines if self._passes(line) and all(word in line.searched for word in words)]
        return sorted(wanted, key=lambda line: (not line.strips, *self._key(line), folded(line.name), line.name))

    def _passes(self, line: HoursLine) -> bool:
        if self.session_id is not None:
            return any(bar.session_id == self.session_id for bar in line.bars)
        return bool(line.bars or line.waiting) or not self.seated

    def _key(self, line: HoursLine) -> tuple[float | str, ...]:
        if self.order is Order.HARDSHIP:
            return -line.points(self.session_id), not line.bars
        if self.order is Order.ZONE:
            return line.utc_offset_minutes or 0, line.city
        return ()


@dataclass(frozen=True, slots=True)
class HoursPicture:
    """Everything the view shows of one agenda."""

    meeting_zone: str
    zone_label: str
    grid_minutes: int
    bounds: Bounds
    days: tuple[DayHours, ...]
    lines: tuple[HoursLine, ...]

    def day_of(self, bar: SeatBar) -> int:
        """The place of a seat's day among the days."""
        return next(index for index, hours in enumerate(self.days) if hours.day_id == bar.day_id)


def picture_of(agenda: Agenda) -> HoursPicture:
    """All people, and the entities that hold a seat whose person is still to be named."""
    meeting, days, bounds = agenda.meeting, hours_of_days(agenda), bounds_of(agenda.meeting)
    seats = _seats_by_holder(agenda)
    holders: list[Holder] = [(person_id, None) for person_id in agenda.people]
    holders += [holder for holder in seats if holder[0] is None]
    lines = tuple(_line(agenda, days, bounds, holder, seats.get(holder, ())) for holder in holders)
    return HoursPicture(meeting.zone, meeting.zone_label, meeting.grid_minutes, bounds, days, lines)


def _seats_by_holder(agenda: Agenda) -> dict[Holder, list[Seat]]:
    """The seats that count, by who comes: a person, otherwise the entity."""
    grouped: dict[Holder, list[Seat]] = defaultdict(list)
    for seat in agenda.seats.values():
        if seat.counts and seat.person_id is not None:
            grouped[seat.person_id, None].append(seat)
        elif seat.counts and seat.entity_id is not None:
            grouped[None, seat.entity_id].append(seat)
    return grouped


def _line(agenda: Agenda, days: Sequence[DayHours], bounds: Bounds, holder: Holder, seats: Sequence[Seat]) -> HoursLine:
    person_id, entity_id = holder
    zone = zone_of_holder(agenda, person_id, entity_id)
    found = (strip_of(agenda.meeting.zone, hours, zone, bounds) for hours in days)
    strips = tuple(strip for strip in found if strip is not None)
    known = bool(strips)
    name, about = _words(agenda, holder, seats)
    bars = _bars(agenda, seats)
    return HoursLine(
        holder=holder,
        name=name,
        about=about,
        zone=zone if known else "",
        utc_offset_minutes=_offset(agenda, days[0], zone) if known else None,
        strips=strips,
        bars=bars,
        waiting=sum(agenda.sessions[seat.session_id].spot is None for seat in seats),
        searched=search_text((name, about, zone_city(zone), zone)),
    )


def _words(agenda: Agenda, holder: Holder, seats: Sequence[Seat]) -> tuple[str, str]:
    """The name, and what else says who it is."""
    person_id, entity_id = holder
    if person_id is None and entity_id is not None:
        roles = {role_name(seat.role) for seat in seats}
        about = say("{role} to be named", role=roles.pop()) if len(roles) == 1 else say("To be named")
        return agenda.entities[entity_id].name, about
    person = agenda.people[person_id or 0]
    entity = "" if person.entity_id is None else agenda.entities[person.entity_id].name
    return person.name or say("No name"), entity


def _offset(agenda: Agenda, hours: DayHours, zone: str) -> int | None:
    """How far the zone is ahead of UTC when the meeting opens."""
    opens = hours.windows[0][0] if hours.windows else hours.first_minute
    local = local_time_or_none(agenda.meeting.zone, hours.date, opens, zone)
    return None if local is None else local.utc_offset_minutes


def _bars(agenda: Agenda, seats: Sequence[Seat]) -> tuple[SeatBar, ...]:
    """One bar a placed session, in the order of the timetable."""
    seated: dict[int, list[Seat]] = defaultdict(list)
    for seat in seats:
        seated[seat.session_id].append(seat)
    sessions = [agenda.sessions[session_id] for session_id in seated]
    lanes: dict[int, tuple[int, int]] = {}
    for day in agenda.days_in_order:
        lanes |= lanes_of(session for session in sessions if session.day_id == day.id)
    place = {day.id: index for index, day in enumerate(agenda.days_in_order)}
    bars = [
        _bar(agenda, session, spot, seated[session.id], lanes[session.id])
        for session in sessions
        if (spot := session.spot) is not None
    ]
    return tuple(sorted(bars, key=lambda bar: (place[bar.day_id], bar.start_minute, bar.session_id)))


def _bar(agenda: Agenda, session: Session, spot: Spot, seats: Sequence[Seat], lane: tuple[int, int]) -> SeatBar:
    known = hardship_of(agenda).seats
    return SeatBar(
        session_id=session.id,
        day_id=spot.day_id,
        start_minute=spot.start_minute,
        end_minute=spot.start_minute + session.minutes,
        code=session_short(session),
        session=session_name(session),
        roles=tuple(dict.fromkeys(seat.role for seat in seats)),
        is_confirmed=all(seat.state is SeatState.CONFIRMED for seat in seats),
        points=sum(known[seat.id].points for seat in seats if seat.id in known),
        lane=lane[0],
        lanes=lane[1],
    )
