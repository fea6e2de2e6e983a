"""The least bad times for a session: where it would clash least, then be least hard for its people, then soonest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from planner.models.agenda import Agenda
from planner.models.records import Session, Spot
from planner.rules.all_findings import findings_of_spot
from planner.rules.finding import Finding, Level
from planner.rules.hardship import seat_points
from planner.rules.heat import HeatStep, heat_of
from planner.rules.occupancy import occupancy_of, overlapping

_APART_MINUTES = 30


@dataclass(frozen=True, slots=True)
class BestSpot:
    """A spot with what it would mean; any start in its room until ``last_start_minute`` would be as good."""

    spot: Spot
    last_start_minute: int
    findings: tuple[Finding, ...]
    points: float
    worst_seat_id: int | None

    @property
    def clashes(self) -> int:
        return _clashes(self.findings)


@dataclass(frozen=True, slots=True)
class _Start:
    """The best room of a start on the grid."""

    spot: Spot
    clashes: int
    step: HeatStep

    @property
    def score(self) -> tuple[int, float]:
        return self.clashes, self.step.points


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Neighbouring starts that are equally good: the first stands for all."""

    first: _Start
    last_start_minute: int
    day_index: int


def best_spots(agenda: Agenda, session_id: int, count: int = 6) -> tuple[BestSpot, ...]:
    """Spots that can be meant, best first, at least half an hour apart; where it stands now is none of them."""
    chosen: list[_Stretch] = []
    for stretch in sorted(_stretches(agenda, agenda.sessions[session_id]), key=_order):
        if len(chosen) == count:
            break
        if not any(_are_near(stretch, other) for other in chosen):
            chosen.append(stretch)
    return tuple(_best(agenda, session_id, stretch) for stretch in chosen)


def spot_now(agenda: Agenda, session_id: int) -> BestSpot | None:
    """The same facts of where the session stands; None while it has no place."""
    session = agenda.sessions[session_id]
    if session.spot is None:
        return None
    findings = findings_of_spot(agenda, session_id, session.spot, session.minutes)
    points = [(seat_points(agenda, seat), seat.id) for seat in agenda.seats_of(session_id)]
    worst, seat_id = max(points, default=(0.0, None), key=lambda pair: pair[0])
    total = sum(weight for weight, _seat_id in points)
    return BestSpot(session.spot, session.spot.start_minute, findings, total, seat_id if worst else None)


def _best(agenda: Agenda, session_id: int, stretch: _Stretch) -> BestSpot:
    spot, step = stretch.first.spot, stretch.first.step
    findings = findings_of_spot(agenda, session_id, spot, agenda.sessions[session_id].minutes)
    return BestSpot(spot, stretch.last_start_minute, findings, step.points, step.worst_seat_id)


def _order(stretch: _Stretch) -> tuple[int, float, int, int]:
    return (*stretch.first.score, stretch.day_index, stretch.first.spot.start_minute)


def _are_near(one: _Stretch, other: _Stretch) -> bool:
    apart = abs(one.first.spot.start_minute - other.first.spot.start_minute)
    return one.day_index == other.day_index and apart < _APART_MINUTES


def _stretches(agenda: Agenda, session: Session) -> Iterator[_Stretch]:
    """Those in which the session stands already are left out."""
    heat, grid_minutes = heat_of(agenda, session.id), agenda.meeting.grid_minutes
    for day_index, day in enumerate(agenda.days_in_order):
        equal: list[_Start] = []
        for step in heat.days[day.id]:
            start = _start(agenda, session, day.id, step)
            if equal and not _goes_on(equal[-1], start, grid_minutes):
                yield from _stretch(session, equal, day_index)
                equal = []
            equal.append(start)
        yield from _stretch(session, equal, day_index)


def _goes_on(before: _Start, start: _Start, grid_minutes: int) -> bool:
    return start.score == before.score and start.spot.start_minute - before.spot.start_minute == grid_minutes


def _stretch(session: Session, equal: Sequence[_Start], day_index: int) -> Iterator[_Stretch]:
    if equal and not any(start.spot == session.spot for start in equal):
        in_room = list(takewhile(lambda start: start.spot.room_id == equal[0].spot.room_id, equal))
        yield _Stretch(equal[0], in_room[-1].spot.start_minute, day_index)


def _start(agenda: Agenda, session: Session, day_id: int, step: HeatStep) -> _Start:
    """In the room in which it clashes least, its own before others."""
    rooms = sorted(agenda.rooms_in_order, key=lambda room: room.id != session.room_id)
    in_rooms = [_room_clashes(agenda, session, Spot(day_id, step.start_minute, room.id)) for room in rooms]
    fewest = min(in_rooms)
    spot = Spot(day_id, step.start_minute, rooms[in_rooms.index(fewest)].id)
    findings = findings_of_spot(agenda, session.id, spot, session.minutes)
    return _Start(spot, _clashes(findings), step)


def _room_clashes(agenda: Agenda, session: Session, spot: Spot) -> int:
    taken = occupancy_of(agenda)
    placement = taken.placement_at(session.id, spot, session.minutes)
    return sum(1 for _pair in overlapping(placement, taken.rooms.get((spot.day_id, spot.room_id), ())))


def _clashes(findings: Sequence[Finding]) -> int:
    return sum(finding.level is Level.CLASH for finding in findings)
