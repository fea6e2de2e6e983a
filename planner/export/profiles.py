"""Who a paper is for, and what is taken out of the Agenda before any such paper is made of it.

A paper can only print what its Agenda holds: so nothing slips through, whatever a paper comes to print one day.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from planner.errors import InputProblem
from planner.export.addresses import addresses_in_texts, without_addresses, without_addresses_in
from planner.export.look import Look
from planner.models.agenda import Agenda
from planner.models.kinds import SeatState
from planner.models.record_types import RECORD_TYPES
from planner.models.records import Person, Seat
from planner.rules.occupancy import entity_of
from planner.wording import say, say_count


class Profile(StrEnum):
    """Anybody; the delegations and speakers; the secretariat itself."""

    PUBLIC = "public"
    DELEGATIONS = "delegations"
    INTERNAL = "internal"


_NEVER_OUTSIDE = frozenset(
    {
        "interests", "wishes", "replacements", "availabilities", "drafts", "notices", "acceptances", "rule_levels",
        "told_apart", "merges",
    }
)  # fmt: skip
"""Tables that no paper for others is made of: what people wished, who was replaced and why, earlier plans."""


def profile_named(text: str) -> Profile:
    """ "public", "delegations" or "internal", in any case. Raises InputProblem."""
    try:
        return Profile(text.strip().lower())
    except ValueError as failure:
        names = ", ".join(Profile)
        raise InputProblem(say("There is no profile “{name}”. Choose one of: {names}.", name=text, names=names)) from (
            failure
        )


def profile_name(profile: Profile) -> str:
    return {
        Profile.PUBLIC: say("for everybody"),
        Profile.DELEGATIONS: say("for delegations and speakers"),
        Profile.INTERNAL: say("for the secretariat alone"),
    }[profile]


def readers_up_to(widest: Profile, usual: Profile) -> tuple[Profile, ...]:
    """Whom a paper can be made for that goes to ``widest`` at most, the usual one first."""
    allowed = tuple(Profile)[tuple(Profile).index(widest) :]
    return (usual, *(profile for profile in allowed if profile is not usual))


def refuse_reader(key: str, widest: Profile, wanted: Profile | None) -> None:
    """Raise InputProblem where a paper is wanted for more readers than it can be made for."""
    if wanted is None or Profile(wanted) in readers_up_to(widest, widest):
        return
    if widest is Profile.INTERNAL:
        raise InputProblem(say("“{paper}” is for the secretariat alone. Leave the profile out.", paper=key))
    raise InputProblem(say("“{paper}” is for those who sit. Choose the profile delegations, or none.", paper=key))


def redacted(agenda: Agenda, profile: Profile) -> Agenda:
    """The Agenda with nothing in it that a paper of this profile must not show.

    Raises ValueError for what is no profile, rather than guess what may be shown.
    """
    profile = Profile(profile)  # a box of Qt gives back the plain text of a member, which "is" none of them
    if profile is Profile.INTERNAL:
        return agenda
    reduced = _reduced(agenda, profile)
    return without_addresses(reduced) if profile is Profile.PUBLIC else reduced


def redacted_look(look: Look, profile: Profile) -> Look:
    """The look with nothing in its texts that papers of this profile must not show: it stands on every page."""
    if Profile(profile) is not Profile.PUBLIC:
        return look
    header, alt = without_addresses_in(look.header_text), without_addresses_in(look.logo_alt)
    return replace(look, header_text=header, logo_alt=alt)


def _reduced(agenda: Agenda, profile: Profile) -> Agenda:
    """Without the records and fields that those readers must not see; texts as they are."""
    seats = [_seat(agenda, seat, profile) for seat in agenda.seats.values() if seat.counts]
    named = {seat.person_id for seat in seats}
    tables: dict[str, Iterable[Any]] = dict.fromkeys(_NEVER_OUTSIDE & RECORD_TYPES.keys(), ())
    tables["seats"] = seats
    tables["people"] = [_person(person, profile) for person in agenda.people.values() if person.id in named]
    tables["sessions"] = [replace(session, internal_notes="") for session in agenda.sessions.values()]
    if profile is Profile.PUBLIC:
        tables["rooms"] = [replace(room, link="") for room in agenda.rooms.values()]
        tables["entities"] = [replace(entity, zone="") for entity in agenda.entities.values()]
    pictures: dict[str, Any] = {table: _by_id(records) for table, records in tables.items()}
    return replace(agenda, **pictures)


def _by_id(records: Iterable[Any]) -> Mapping[int, Any]:
    return MappingProxyType({record.id: record for record in records})


def _seat(agenda: Agenda, seat: Seat, profile: Profile) -> Seat:
    """Of a seat's state others see whether it is confirmed; in public a name stands only once it is."""
    if seat.state is SeatState.CONFIRMED:
        return seat
    unsaid = replace(seat, state=SeatState.PROPOSED)
    if profile is not Profile.PUBLIC:
        return unsaid
    return replace(unsaid, person_id=None, entity_id=entity_of(agenda, seat))


def _person(person: Person, profile: Profile) -> Person:
    """Where somebody is tells in public where they live; those who sit with them are told each other's hours."""
    zone = "" if profile is Profile.PUBLIC else person.zone
    return replace(person, email="", phone="", gender="", languages="", zone=zone)


def left_out(agenda: Agenda, profile: Profile, *, only_placed: bool = False) -> tuple[str, ...]:
    """What a paper leaves out of the meeting, each kind in one sentence; ``only_placed``: sessions without an hour."""
    unplaced = _count(
        len(agenda.sessions_to_place) if only_placed else 0,
        "{count} session that is not placed yet", "{count} sessions that are not placed yet",
    )  # fmt: skip
    return (*_hidden_from(agenda, Profile(profile)), *((unplaced,) if unplaced else ()))


def _hidden_from(agenda: Agenda, profile: Profile) -> tuple[str, ...]:
    """What these readers must not see."""
    if profile is Profile.INTERNAL:
        return ()
    people, sessions = agenda.people.values(), agenda.sessions.values()
    states = Counter(seat.state for seat in agenda.seats.values())
    alone, of_entities = _unconfirmed(agenda)
    public = profile is Profile.PUBLIC
    zones = [*(person.zone for person in people), *(entity.zone for entity in agenda.entities.values())]
    addresses, numbers = addresses_in_texts(_reduced(agenda, profile)) if public else (0, 0)
    said = (
        _count(sum(bool(person.email) for person in people), "{count} e-mail address", "{count} e-mail addresses"),
        _count(sum(bool(person.phone) for person in people), "{count} phone number", "{count} phone numbers"),
        _count(
            sum(bool(session.internal_notes) for session in sessions),
            "The internal note of {count} session", "The internal notes of {count} sessions",
        ),
        _count(
            sum(bool(person.gender or person.languages) for person in people),
            "The gender and languages of {count} person", "The gender and languages of {count} people",
        ),
        _count(len(agenda.interests), "{count} expression of interest", "{count} expressions of interest"),
        _count(states[SeatState.DECLINED], "{count} declined seat", "{count} declined seats"),
        _count(states[SeatState.WITHDRAWN], "{count} withdrawn seat", "{count} withdrawn seats"),
        _count(len(agenda.replacements), "{count} earlier holder of a seat", "{count} earlier holders of seats"),
        _count(
            len(of_entities) if public else 0,
            "{count} name that is not confirmed: the entity stands for it",
            "{count} names that are not confirmed: the entities stand for them",
        ),
        _count(
            len(alone) if public else 0,
            "{count} name that is not confirmed, of somebody without an entity",
            "{count} names that are not confirmed, of people without an entity",
        ),
        _count(
            sum(map(bool, zones)) if public else 0,
            "The time zone of {count} person or entity", "The time zones of {count} people and entities",
        ),
        _count(
            sum(bool(room.link) for room in agenda.rooms.values()) if public else 0,
            "The link to {count} room", "The links to {count} rooms",
        ),
        _count(addresses, "{count} e-mail address or link in a text", "{count} e-mail addresses or links in texts"),
        _count(
            numbers,
            "{count} number in a text that may be a telephone number",
            "{count} numbers in texts that may be telephone numbers",
        ),
    )  # fmt: skip
    return tuple(sentence for sentence in said if sentence)


def _unconfirmed(agenda: Agenda) -> tuple[set[int], set[int]]:
    """People who hold a seat that counts and is not confirmed: those whom no entity can stand for, and all others."""
    seats = [seat for seat in agenda.seats.values() if seat.counts and seat.state is not SeatState.CONFIRMED]
    alone = {seat.person_id for seat in seats if seat.person_id is not None and entity_of(agenda, seat) is None}
    people = {seat.person_id for seat in seats if seat.person_id is not None}
    return alone, people - alone


def _count(count: int, one: str, many: str) -> str:
    return say_count(one, many, count) if count else ""
