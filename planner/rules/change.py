"""One difference between two states of a meeting, and its sentence."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from planner.clock import format_minute
from planner.local_times import local_time_or_none, zone_city
from planner.phrases import day_short
from planner.wording import say

Holder = tuple[int | None, int | None]
"""A person's id, or the id of an entity that has not named anybody."""


class ChangeKind(StrEnum):
    """In the order in which a session's changes are told."""

    SESSION_ADDED = "session-added"
    SESSION_DROPPED = "session-dropped"
    SESSION_PLACED = "session-placed"
    SESSION_TAKEN_OFF = "session-taken-off"
    SESSION_MOVED = "session-moved"
    SESSION_LENGTH = "session-length"
    SESSION_ROOM = "session-room"
    ROOM_LINK = "room-link"
    SESSION_TITLE = "session-title"
    SESSION_KIND = "session-kind"
    SESSION_TEXT = "session-text"
    OBJECTIVES_ADDED = "objectives-added"
    OBJECTIVES_DROPPED = "objectives-dropped"
    SEAT_ADDED = "seat-added"
    SEAT_DROPPED = "seat-dropped"
    SEAT_HOLDER = "seat-holder"
    SEAT_ROLE = "seat-role"
    SEAT_STATE = "seat-state"
    SEAT_MINUTES = "seat-minutes"
    SEAT_ORDER = "seat-order"
    PERSON_ADDED = "person-added"
    PERSON_DROPPED = "person-dropped"
    PERSON_NAME = "person-name"
    PERSON_FACT = "person-fact"
    MEETING_FACT = "meeting-fact"
    DAY_CHANGED = "day-changed"


class Moment(NamedTuple):
    """A start on the meeting's clock: ISO date, minute, IANA zone, and the zone's label."""

    date: str
    minute: int
    zone: str
    label: str


class Change(NamedTuple):
    """``about`` is the session, person or fact that changed; ``role`` that of a seat, ``who`` its holder.

    ``before`` and ``after`` are words; of a session that moves also the moments. ``holders`` are concerned by it.
    """

    kind: ChangeKind
    about: str
    before: str = ""
    after: str = ""
    who: str = ""
    role: str = ""
    session_id: int | None = None
    holders: tuple[Holder, ...] = ()
    moment_before: Moment | None = None
    moment_after: Moment | None = None

    def sentence(self, zone: str = "") -> str:
        """What changed, in one sentence; of a new hour also what it is in that zone."""
        if zone and self.moment_after is not None and self.kind in _WITH_LOCAL_TIME:
            local = local_words(self.moment_after, zone)
            if local:
                return _WITH_LOCAL_TIME[self.kind](self, local, zone_city(zone))
        return _SENTENCES[self.kind](self)


def moment_words(moment: Moment) -> str:
    """ "Fri 11:40"."""
    return say("{day} {start}", day=day_short(moment.date), start=format_minute(moment.minute))


def local_words(moment: Moment, zone: str) -> str:
    """What a moment is in another zone, "05:40" or with another date "Sat 00:40"; empty when it is not known."""
    local = local_time_or_none(moment.zone, moment.date, moment.minute, zone)
    if local is None:
        return ""
    start = format_minute(local.minute)
    if not local.day_shift:
        return start
    return say("{day} {start}", day=day_short(local.date.isoformat()), start=start)


_Sentence = Callable[[Change], str]

_WITH_LOCAL_TIME: Mapping[ChangeKind, Callable[[Change, str, str], str]] = MappingProxyType(
    {
        ChangeKind.SESSION_MOVED: lambda change, local, city: say(
            "{session} moves from {before} to {after} {label} ({local} in {city}).",
            session=change.about, before=change.before, after=change.after, label=_label(change),
            local=local, city=city,
        ),
        ChangeKind.SESSION_PLACED: lambda change, local, city: say(
            "{session} is placed on {after} {label} ({local} in {city}).",
            session=change.about, after=change.after, label=_label(change), local=local, city=city,
        ),
        ChangeKind.SESSION_ADDED: lambda change, local, city: say(
            "{session} is new, on {after} {label} ({local} in {city}).",
            session=change.about, after=change.after, label=_label(change), local=local, city=city,
        ),
    }
)  # fmt: skip


def _label(change: Change) -> str:
    moment = change.moment_after or change.moment_before
    return "" if moment is None else moment.label


def _added(change: Change) -> str:
    if change.moment_after is None:
        return say("{session} is new; it is not placed yet.", session=change.about)
    return say("{session} is new, on {after} {label}.", session=change.about, after=change.after, label=_label(change))


def _dropped(change: Change) -> str:
    if change.moment_before is None:
        return say("{session} is dropped.", session=change.about)
    return say(
        "{session} is dropped; it was on {before} {label}.",
        session=change.about, before=change.before, label=_label(change),
    )  # fmt: skip


def _named(message: str) -> _Sentence:
    """A whole sentence with the change's words at its places; translators' tools know this name beside ``say``."""
    return lambda change: say(
        message,
        about=change.about, before=change.before, after=change.after, who=change.who, role=change.role,
        label=_label(change),
    )  # fmt: skip


_SENTENCES: Mapping[ChangeKind, _Sentence] = MappingProxyType(
    {
        ChangeKind.SESSION_ADDED: _added,
        ChangeKind.SESSION_DROPPED: _dropped,
        ChangeKind.SESSION_PLACED: _named("{about} is placed on {after} {label}."),
        ChangeKind.SESSION_TAKEN_OFF: _named("{about} is taken off the timetable; it was on {before} {label}."),
        ChangeKind.SESSION_MOVED: _named("{about} moves from {before} to {after} {label}."),
        ChangeKind.SESSION_LENGTH: _named("{about} takes {after} instead of {before}."),
        ChangeKind.SESSION_ROOM: _named("{about} is in {after} instead of {before}."),
        ChangeKind.ROOM_LINK: _named("The link to the room of {about} is another one."),
        ChangeKind.SESSION_TITLE: _named("{about} is now called “{after}”, before it was “{before}”."),
        ChangeKind.SESSION_KIND: _named("{about} is now of the kind “{after}”, before it was “{before}”."),
        ChangeKind.SESSION_TEXT: _named("{about} has another text: {after}."),
        ChangeKind.OBJECTIVES_ADDED: _named("{about} also covers: {after}."),
        ChangeKind.OBJECTIVES_DROPPED: _named("{about} no longer covers: {before}."),
        ChangeKind.SEAT_ADDED: _named("{who} is new in {about} ({role})."),
        ChangeKind.SEAT_DROPPED: _named("{who} is no longer in {about} ({role})."),
        ChangeKind.SEAT_HOLDER: _named("{after} takes the place of {before} in {about} ({role})."),
        ChangeKind.SEAT_ROLE: _named("{who} has another role in {about}: {after} instead of {before}."),
        ChangeKind.SEAT_STATE: _named("{who} is now {after} in {about}, before {before} ({role})."),
        ChangeKind.SEAT_MINUTES: _named("{who} has {after} in {about} instead of {before} ({role})."),
        ChangeKind.SEAT_ORDER: _named("{about} has another order of speakers: {after}."),
        ChangeKind.PERSON_ADDED: _named("{who} is new among the people."),
        ChangeKind.PERSON_DROPPED: _named("{who} is no longer among the people."),
        ChangeKind.PERSON_NAME: _named("{before} is now written {after}."),
        ChangeKind.PERSON_FACT: _named("{who}: {about} is now “{after}”, before it was “{before}”."),
        ChangeKind.MEETING_FACT: _named("The meeting: {about} is now “{after}”, before it was “{before}”."),
        ChangeKind.DAY_CHANGED: _named("{about}: {after}."),
    }
)
