"""Whose personal sheets there are: each person with a seat, and each entity for the seats it named nobody for."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from planner.export.seat_clocks import SeatClocks, clocks_of_seats
from planner.folding import folded
from planner.models.agenda import Agenda
from planner.models.records import Seat, Session
from planner.phrases import holder_name
from planner.rules.change import Holder
from planner.wording import say

Lines = tuple[SeatClocks, ...]


def seats_by_holder(agenda: Agenda) -> Mapping[Holder, Lines]:
    """Everybody who holds a seat that counts -> their seats in the order of the timetable; by name."""
    grouped: dict[Holder, list[SeatClocks]] = {}
    for line in clocks_of_seats(agenda):
        grouped.setdefault(_holder(line), []).append(line)
    return MappingProxyType({holder: tuple(grouped[holder]) for holder in in_order_of_names(agenda, grouped)})


def _holder(line: SeatClocks) -> Holder:
    if line.person is not None:
        return line.person.id, None
    return None, None if line.entity is None else line.entity.id


def in_order_of_names(agenda: Agenda, holders: Iterable[Holder]) -> list[Holder]:
    """By family name, then given name; an entity by its name; those who are gone come last."""
    return sorted(holders, key=lambda holder: (not is_known(agenda, holder), *_sorting_name(agenda, holder)))


def _sorting_name(agenda: Agenda, holder: Holder) -> tuple[str, str, str]:
    person_id, entity_id = holder
    if not is_known(agenda, holder):
        return "", "", str(holder)
    if person_id is not None:
        person = agenda.people[person_id]
        return folded(person.family_name), folded(person.given_name), str(holder)
    return folded(holder_name(agenda, entity_id, None)), "", str(holder)


def is_known(agenda: Agenda, holder: Holder) -> bool:
    """Whether they are still among the people and entities."""
    person_id, entity_id = holder
    return person_id in agenda.people if person_id is not None else entity_id in agenda.entities


def name_of(agenda: Agenda, holder: Holder) -> str:
    """The name that papers print; a few words for somebody who is gone or has none."""
    person_id, entity_id = holder
    name = holder_name(agenda, entity_id, person_id) if is_known(agenda, holder) else ""
    return name or say("Participant")


def address_name(agenda: Agenda, holder: Holder) -> str:
    """How a letter calls them: "Ms Anna Nowak"; the name alone without an honorific."""
    person = agenda.people.get(holder[0]) if holder[0] is not None else None
    return " ".join(part for part in ("" if person is None else person.honorific, name_of(agenda, holder)) if part)


def holders_in_session(agenda: Agenda, session: Session) -> tuple[Holder, ...]:
    """Who holds a seat that counts in one session."""
    holders = (_holder_of_seat(seat) for seat in agenda.seats_of(session.id) if seat.counts)
    return tuple(dict.fromkeys(holder for holder in holders if holder != (None, None)))


def _holder_of_seat(seat: Seat) -> Holder:
    return (seat.person_id, None) if seat.person_id is not None else (None, seat.entity_id)
