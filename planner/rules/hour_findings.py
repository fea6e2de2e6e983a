"""Seats at hours that are hard where the holder is, or on another date; holders whose hours nobody knows."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from planner.clock import format_span
from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.models.records import Entity, Person, Seat, Session
from planner.phrases import session_name
from planner.rules.clock_words import span_with_shift
from planner.rules.comfort import Comfort, Hours, bounds_of, comfort_name
from planner.rules.finding import LATER_THAN_ALL, Finding, Later, Level, TimedFinding
from planner.rules.holders import Holder, holder_words, holders_between, holders_of, who_sits
from planner.rules.identity import Same
from planner.rules.occupancy import occupancy_of
from planner.rules.saying import WhenFacts, when_facts, when_words
from planner.rules.seat_times import SeatTime, times_of
from planner.wording import say, say_count, say_list

_NAMED = 5


def hard_hours_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """A warning for each seat outside its holder's comfortable hours, a note for each on another date there."""
    time_there, placements, sessions = times_of(agenda.meeting), occupancy_of(agenda).placements, agenda.sessions
    dates, comfortable = {day.id: day.date for day in agenda.days.values()}, bounds_of(agenda.meeting).comfortable
    for (session_id, zone), seats in holders_of(agenda).by_place.items():
        place = placements.get(session_id)
        if place is None:
            continue
        there = time_there(dates[place.day_id], place.start_minute, place.minutes, zone)
        if there is None or (there.worst <= Comfort.STRETCH and not there.other_date):
            continue
        session = sessions[session_id]
        if session.has_speakers:
            moment = place.day_index, place.start_minute
            for finding in _of_place(agenda, session, zone, seats, there, comfortable):
                yield moment, finding


def _of_place(
    agenda: Agenda, session: Session, zone: str, seats: Sequence[Seat], there: SeatTime, comfortable: Hours
) -> Iterator[Finding]:
    when = when_facts(agenda, session)
    hard, other = say("Outside comfortable hours"), say("Another date there")
    for seat in seats:
        facts = who_sits(agenda, seat), session, when, zone, there
        if there.worst > Comfort.STRETCH:
            words = Later(_hard_sentence, *facts, comfortable)
            yield Finding("hard-hours", Level.WARNING, hard, words, (session.id,), (seat.id,))
        if there.other_date:
            words = Later(_date_sentence, *facts)
            yield Finding("other-date", Level.NOTE, other, words, (session.id,), (seat.id,))


def _hard_sentence(
    holder: Holder, session: Session, when: WhenFacts, zone: str, there: SeatTime, comfortable: Hours
) -> str:
    return say(
        "{who}: {session}, {when}, is {there} in {city} ({comfort}), outside the comfortable hours {hours}.",
        who=holder_words(holder), session=session_name(session), when=when_words(session, when),
        there=span_with_shift(there.start, there.end), city=zone_city(zone), comfort=comfort_name(there.worst),
        hours=format_span(*comfortable),
    )  # fmt: skip


def _date_sentence(holder: Holder, session: Session, when: WhenFacts, zone: str, there: SeatTime) -> str:
    return say(
        "{who}: {session}, {when}, is on another date there, {there} in {city}.",
        who=holder_words(holder), session=session_name(session), when=when_words(session, when),
        there=span_with_shift(there.start, there.end), city=zone_city(zone),
    )  # fmt: skip


def unknown_hours_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """A warning for all people who hold a seat and have no zone; a note for the entities that name nobody yet."""
    silent = frozenset(session.id for session in agenda.sessions.values() if not session.has_speakers)
    yield from _unknown(Same(agenda.seats), Same(agenda.people), Same(agenda.entities), silent)


@lru_cache(maxsize=2)
def _unknown(
    seats: Same[Mapping[int, Seat]],
    people: Same[Mapping[int, Person]],
    entities: Same[Mapping[int, Entity]],
    silent: frozenset[int],
) -> tuple[TimedFinding, ...]:
    """The same findings while sessions move: they stand beside every session, and are compared with each drop."""
    holders = holders_between(seats, people, entities)
    nameless, placeless = _speaking(holders.people, silent), _speaking(holders.entities, silent)
    found = []
    if nameless:
        names = tuple(people.thing[person_id].name for person_id in nameless)
        title = say_count("Person without a time zone", "People without a time zone", len(names))
        found.append(_without_zone("no-zone", Level.WARNING, title, Later(_people_sentence, names), nameless))
    if placeless:
        names = tuple(entities.thing[entity_id].name for entity_id in placeless)
        title = say("Seats without a time zone")
        found.append(_without_zone("entity-no-zone", Level.NOTE, title, Later(_entities_sentence, names), placeless))
    return tuple(found)


def _speaking(held: Mapping[int, Sequence[Seat]], silent: frozenset[int]) -> dict[int, Sequence[Seat]]:
    kept = {
        holder_id: [seat for seat in held[holder_id] if seat.session_id not in silent] for holder_id in sorted(held)
    }
    return {holder_id: seats for holder_id, seats in kept.items() if seats}


def _without_zone(
    rule: str, level: Level, title: str, sentence: Later, held: Mapping[int, Sequence[Seat]]
) -> TimedFinding:
    seats = [seat for of_holder in held.values() for seat in of_holder]
    session_ids = tuple(dict.fromkeys(seat.session_id for seat in seats))
    return LATER_THAN_ALL, Finding(rule, level, title, sentence, session_ids, tuple(seat.id for seat in seats))


def _people_sentence(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    if more > 0:
        return say_count(
            "{names} and {count} other hold seats and have no time zone.",
            "{names} and {count} others hold seats and have no time zone.",
            more, names=", ".join(names[:_NAMED]),
        )  # fmt: skip
    return say_count(
        "{names} holds a seat and has no time zone.", "{names} hold seats and have no time zone.",
        len(names), names=say_list(names),
    )  # fmt: skip


def _entities_sentence(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    if more > 0:
        return say_count(
            "{names} and {count} other have seats without a name and no time zone: their hours are not known.",
            "{names} and {count} others have seats without a name and no time zone: their hours are not known.",
            more, names=", ".join(names[:_NAMED]),
        )  # fmt: skip
    return say_count(
        "{names} has a seat without a name and no time zone: its hours are not known.",
        "{names} have seats without a name and no time zone: their hours are not known.",
        len(names), names=say_list(names),
    )  # fmt: skip
