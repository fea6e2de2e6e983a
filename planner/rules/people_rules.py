"""What is odd about who sits where: doubled seats, and seats that wait for an hour."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Person, Seat, Session
from planner.phrases import session_name
from planner.rules.finding import LATER_THAN_ALL, Finding, Later, Level, TimedFinding
from planner.rules.identity import Same
from planner.rules.saying import WhenFacts, moment_of, when_facts, when_words
from planner.wording import say, say_count

_PRESIDES, _SPEAKS, _REPORTS = range(3)
_TASKS: Mapping[Role, int] = MappingProxyType(
    {
        Role.CHAIR: _PRESIDES,
        Role.MODERATOR: _PRESIDES,
        Role.SPEAKER: _SPEAKS,
        Role.PANELLIST: _SPEAKS,
        Role.RAPPORTEUR: _REPORTS,
    }
)
"""Two seats of one holder with the same task are one too many; who moderates may speak as well."""

_Place = tuple[int, int, int]
"""Session, person or entity, and the task."""


def oddities_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """Every warning and note about who sits where."""
    yield from _seated_twice(agenda)
    yield from _seats_waiting(agenda)


class _Sitting(NamedTuple):
    """The seats that count: those alike of one holder, and by session."""

    people_twice: Sequence[tuple[int, Sequence[Seat]]]
    entities_twice: Sequence[tuple[int, Sequence[Seat]]]
    by_session: Mapping[int, list[int]]


@lru_cache(maxsize=2)
def _sitting(seats: Same[Mapping[int, Seat]], people: Same[Mapping[int, Person]]) -> _Sitting:
    """Moving sessions, which is what organisers do most, leaves seats as they are: they are looked through once."""
    by_session: dict[int, list[int]] = defaultdict(list)
    of_people: dict[_Place, list[Seat]] = defaultdict(list)
    of_entities: dict[_Place, list[Seat]] = defaultdict(list)
    for seat in seats.thing.values():
        if not seat.counts:
            continue
        session_id, entity_id, task = seat.session_id, seat.entity_id, _TASKS[seat.role]
        by_session[session_id].append(seat.id)
        if seat.person_id is not None:
            person = people.thing[seat.person_id]
            entity_id = person.entity_id if entity_id is None else entity_id
            of_people[session_id, person.id, task].append(seat)
        if entity_id is not None:
            of_entities[session_id, entity_id, task].append(seat)
    people_twice = [(key[1], alike) for key, alike in of_people.items() if len(alike) > 1]
    entities_twice = [(key[1], alike) for key, alike in of_entities.items() if len(alike) > 1 and not _of_one(alike)]
    return _Sitting(people_twice, entities_twice, by_session)


def _of_one(seats: Sequence[Seat]) -> bool:
    """Whether one person holds them all, who is then reported instead of the entity."""
    return seats[0].person_id is not None and len({seat.person_id for seat in seats}) == 1


def _seated_twice(agenda: Agenda) -> Iterator[TimedFinding]:
    sitting = _sitting(Same(agenda.seats), Same(agenda.people))
    for person_id, seats in sitting.people_twice:
        yield _twice(agenda, agenda.people[person_id].name, seats)
    for entity_id, seats in sitting.entities_twice:
        yield _twice(agenda, agenda.entities[entity_id].name, seats)


def _twice(agenda: Agenda, who: str, seats: Sequence[Seat]) -> TimedFinding:
    session = agenda.sessions[seats[0].session_id]
    sentence = Later(_twice_sentence, who, len(seats), session, when_facts(agenda, session))
    seat_ids = tuple(seat.id for seat in seats)
    finding = Finding("seated-twice", Level.WARNING, say("Seated twice"), sentence, (session.id,), seat_ids)
    return moment_of(agenda, session), finding


def _twice_sentence(who: str, count: int, session: Session, when: WhenFacts) -> str:
    return say(
        "{who} has {count} seats in {session}, {when}.",
        who=who, count=count, session=session_name(session), when=when_words(session, when),
    )  # fmt: skip


def _seats_waiting(agenda: Agenda) -> Iterator[TimedFinding]:
    """Seats of sessions that have no hour yet: one note a session."""
    seats_of = _sitting(Same(agenda.seats), Same(agenda.people)).by_session
    for session in agenda.sessions_to_place:
        seat_ids = seats_of.get(session.id, ())
        if seat_ids:
            sentence = Later(_waiting_sentence, session, len(seat_ids))
            title = say("Seats without an hour")
            finding = Finding("seat-unplaced", Level.NOTE, title, sentence, (session.id,), tuple(seat_ids))
            yield LATER_THAN_ALL, finding


def _waiting_sentence(session: Session, seats: int) -> str:
    return say_count(
        "{session} is not placed yet: {count} seat waits for its hour.",
        "{session} is not placed yet: {count} seats wait for their hour.",
        seats, session=session_name(session),
    )  # fmt: skip
