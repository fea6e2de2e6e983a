"""Who speaks, and how long, by gender, kind, stakeholder category and region: counted, never judged."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, Gender, SeatState, StakeholderCategory
from planner.models.records import Entity, Person, Seat
from planner.rules.occupancy import entity_of

NOT_GIVEN = ""
"""The value of seats whose holder does not say, or has no such thing."""


class Aspect(StrEnum):
    """What seats are counted by."""

    GENDER = "gender"
    ENTITY_KIND = "entity_kind"
    STAKEHOLDER_CATEGORY = "stakeholder_category"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Share:
    """The seats of one value, e.g. of the region "Central Asia": confirmed ones, and those proposed or invited."""

    value: str
    confirmed_seats: int
    open_seats: int
    confirmed_minutes: int
    open_minutes: int

    @property
    def seats(self) -> int:
        return self.confirmed_seats + self.open_seats

    @property
    def minutes(self) -> int:
        return self.confirmed_minutes + self.open_minutes


def balance_of(agenda: Agenda, session_id: int | None = None) -> Mapping[Aspect, tuple[Share, ...]]:
    """The counting seats of one session, or of all, by each aspect; what is not given comes last.

    Categories are those of stakeholders alone; a seat that nobody holds yet is in no aspect.
    """
    seats = agenda.seats.values() if session_id is None else agenda.seats_of(session_id)
    holders = [_Holder.of(agenda, seat) for seat in seats if seat.counts and (seat.person_id or seat.entity_id)]
    return {
        Aspect.GENDER: _shares(holders, _gender, tuple(Gender)),
        Aspect.ENTITY_KIND: _shares(holders, _kind, tuple(EntityKind)),
        Aspect.STAKEHOLDER_CATEGORY: _shares(_stakeholders(holders), _category, tuple(StakeholderCategory)),
        Aspect.REGION: _shares(holders, _region, ()),
    }


@dataclass(frozen=True, slots=True)
class _Holder:
    """A seat with who holds it."""

    seat: Seat
    person: Person | None
    entity: Entity | None

    @classmethod
    def of(cls, agenda: Agenda, seat: Seat) -> "_Holder":
        entity_id = entity_of(agenda, seat)
        person = None if seat.person_id is None else agenda.people[seat.person_id]
        return cls(seat, person, None if entity_id is None else agenda.entities[entity_id])


def _gender(holder: _Holder) -> str:
    return NOT_GIVEN if holder.person is None else holder.person.gender


def _kind(holder: _Holder) -> str:
    return NOT_GIVEN if holder.entity is None else holder.entity.kind


def _category(holder: _Holder) -> str:
    return NOT_GIVEN if holder.entity is None else holder.entity.stakeholder_category


def _region(holder: _Holder) -> str:
    return NOT_GIVEN if holder.entity is None else holder.entity.region


def _stakeholders(holders: Sequence[_Holder]) -> list[_Holder]:
    return [holder for holder in holders if holder.entity and holder.entity.kind is EntityKind.STAKEHOLDER]


def _shares(
    holders: Sequence[_Holder], value_of: Callable[[_Holder], str], usual_order: Sequence[str]
) -> tuple[Share, ...]:
    """In the usual order, other words after it by alphabet."""
    grouped: dict[str, list[Seat]] = {}
    for holder in holders:
        grouped.setdefault(str(value_of(holder)), []).append(holder.seat)
    places = {str(value): place for place, value in enumerate(usual_order)}
    order = sorted(grouped, key=lambda value: (value == NOT_GIVEN, places.get(value, len(places)), value))
    return tuple(_share(value, grouped[value]) for value in order)


def _share(value: str, seats: Sequence[Seat]) -> Share:
    confirmed = [seat.minutes for seat in seats if seat.state is SeatState.CONFIRMED]
    every = [seat.minutes for seat in seats]
    return Share(value, len(confirmed), len(every) - len(confirmed), sum(confirmed), sum(every) - sum(confirmed))
