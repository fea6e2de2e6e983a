"""What the secretariat decided about an interest, and whether the seats say the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.models.agenda import Agenda
from planner.models.kinds import InterestState
from planner.models.records import Interest, Person, Seat
from planner.phrases import session_name
from planner.rules.finding import LATER_THAN_ALL, Finding, Level, TimedFinding
from planner.rules.identity import Same
from planner.rules.saying import moment_of
from planner.wording import say, say_list


def open_interests_of(agenda: Agenda) -> Iterator[TimedFinding]:
    """Interests accepted but not seated in any session they ask for; those declined but seated in one."""
    if not agenda.interests:
        return
    held = _held(Same(agenda.seats), Same(agenda.people))
    accepted = _accepted(agenda)
    for interest in agenda.interests.values():
        if interest.state is InterestState.ACCEPTED and not _are_seated(agenda, held, interest):
            yield _not_seated(agenda, interest)
        elif interest.state is InterestState.DECLINED:
            seats = [seat for seat in _own_seats(agenda, held, interest) if not accepted & _claims(seat)]
            if seats:
                yield _seated_all_the_same(agenda, interest, seats)


class _Held(NamedTuple):
    """The seats that count, by person and by entity."""

    people: Mapping[int, list[Seat]]
    entities: Mapping[int, list[Seat]]


@lru_cache(maxsize=2)
def _held(seats: Same[Mapping[int, Seat]], people: Same[Mapping[int, Person]]) -> _Held:
    """Moving sessions leaves seats as they are: they are looked through once."""
    held = _Held(defaultdict(list), defaultdict(list))
    for seat in seats.thing.values():
        if not seat.counts:
            continue
        entity_id = seat.entity_id
        if seat.person_id is not None:
            held.people[seat.person_id].append(seat)
            entity_id = people.thing[seat.person_id].entity_id if entity_id is None else entity_id
        if entity_id is not None:
            held.entities[entity_id].append(seat)
    return held


def _wished(agenda: Agenda, interest: Interest) -> tuple[int, ...]:
    """The sessions asked for, dearest first, each once."""
    return tuple(dict.fromkeys(wish.session_id for wish in agenda.wishes_of(interest.id)))


def _are_seated(agenda: Agenda, held: _Held, interest: Interest) -> bool:
    """Whether the person or the entity sits in a session asked for, or anywhere when none was named.

    An interest that names nobody cannot be seated, and is left in peace.
    """
    if interest.person_id is None and interest.entity_id is None:
        return True
    wished = _wished(agenda, interest)
    seats = held.people.get(interest.person_id or 0, []) + held.entities.get(interest.entity_id or 0, [])
    return any(not wished or seat.session_id in wished for seat in seats)


def _own_seats(agenda: Agenda, held: _Held, interest: Interest) -> list[Seat]:
    """The seats in sessions asked for: the person's and the unnamed ones of the entity, else all of the entity."""
    seats = held.entities.get(interest.entity_id or 0, [])
    if interest.person_id is not None:
        seats = held.people.get(interest.person_id, []) + [seat for seat in seats if seat.person_id is None]
    wished = _wished(agenda, interest)
    return [seat for seat in seats if seat.session_id in wished]


_Claim = tuple[int, str, int]
"""Session, "person" or "entity", and the id of that one."""


def _claims(seat: Seat) -> set[_Claim]:
    claims: set[_Claim] = set()
    if seat.person_id is not None:
        claims.add((seat.session_id, "person", seat.person_id))
    if seat.entity_id is not None:
        claims.add((seat.session_id, "entity", seat.entity_id))
    return claims


def _accepted(agenda: Agenda) -> set[_Claim]:
    """What other interests of the same person or entity were granted: a second, declined one then says nothing."""
    claims: set[_Claim] = set()
    for interest in agenda.interests.values():
        if interest.state is InterestState.ACCEPTED:
            for session_id in _wished(agenda, interest):
                if interest.person_id is not None:
                    claims.add((session_id, "person", interest.person_id))
                if interest.entity_id is not None:
                    claims.add((session_id, "entity", interest.entity_id))
    return claims


def _who(agenda: Agenda, interest: Interest) -> str:
    if interest.person_id is not None:
        return agenda.people[interest.person_id].name
    return agenda.entities[interest.entity_id].name if interest.entity_id is not None else say("Somebody")


def _names(agenda: Agenda, session_ids: Sequence[int]) -> str:
    return say_list([session_name(agenda.sessions[session_id]) for session_id in session_ids])


def _not_seated(agenda: Agenda, interest: Interest) -> TimedFinding:
    wished = _wished(agenda, interest)
    who = _who(agenda, interest)
    sentence = (
        say("{who} is accepted for {sessions} and has no seat there.", who=who, sessions=_names(agenda, wished))
        if wished
        else say("{who} is accepted and has no seat.", who=who)
    )
    moments = [moment_of(agenda, agenda.sessions[session_id]) for session_id in wished]
    return min(moments, default=LATER_THAN_ALL), Finding(
        "accepted-not-seated", Level.WARNING, say("Accepted, not seated"), sentence, wished
    )


def _seated_all_the_same(agenda: Agenda, interest: Interest, seats: Sequence[Seat]) -> TimedFinding:
    session_ids = tuple(dict.fromkeys(seat.session_id for seat in seats))
    sentence = say(
        "The interest of {who} is declined, and there is a seat in {sessions} all the same.",
        who=_who(agenda, interest), sessions=_names(agenda, session_ids),
    )  # fmt: skip
    moment = min(moment_of(agenda, agenda.sessions[session_id]) for session_id in session_ids)
    seat_ids = tuple(seat.id for seat in seats)
    title = say("Declined, yet seated")
    return moment, Finding("declined-but-seated", Level.NOTE, title, sentence, session_ids, seat_ids)
