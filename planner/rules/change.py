"""One difference between two states of a meeting, and its sentence."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from planner.clock import format_minute
from planner.local_times import local_time_or_none, zone_city
from planner.models.kinds import Role
from planner.phrases import day_medium, day_short
from planner.rules.change_kinds import ChangeKind as ChangeKind
from planner.wording import role_name, say

Holder = tuple[int | None, int | None]
"""A person's id, or the id of an entity that has not named anybody."""


class Moment(NamedTuple):
    """A start on the meeting's clock: ISO date, minute, IANA zone, and the zone's label."""

    date: str
    minute: int
    zone: str
    label: str


class Change(NamedTuple):
    """``about`` is the session, person or fact that changed; ``role`` that of a seat, ``who`` its holder.

    ``before`` and ``after`` are words; of a session that moves also the moments, ``moment_after`` also of a new seat.
    ``holders`` are concerned by it; where one takes the place of another, the one that leaves comes first.
    """

    kind: ChangeKind
    about: str
    before: str = ""
    after: str = ""
    who: str = ""
    role: Role | None = None
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


def moment_with_label(moment: Moment) -> str:
    """ "Fri 11:40 CET"."""
    return say("{moment} {label}", moment=moment_words(moment), label=moment.label)


@lru_cache(maxsize=4096)
def words_of_move(before: Moment, after: Moment) -> tuple[str, str]:
    """What tells two moments apart, the later one to be followed by its label: the hours, at need dates and clocks."""
    words = (moment_words(before), moment_words(after))
    if words[0] == words[1] and before.date != after.date:
        words = (_dated(before), _dated(after))
    if before.zone == after.zone:
        return words
    if before.label != after.label:
        return say("{moment} {label}", moment=words[0], label=before.label), words[1]
    city = say(
        "{moment} {label} ({city})", moment=words[0], label=before.label, city=zone_city(before.zone)
    )  # fmt: skip
    return city, words[1]


def _dated(moment: Moment) -> str:
    """ "Fri 13 Nov 11:40"."""
    return say("{day} {start}", day=day_medium(moment.date), start=format_minute(moment.minute))


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
            session=change.about, before=change.before, after=change.after, label=label_of_new(change),
            local=local, city=city,
        ),
        ChangeKind.SESSION_PLACED: lambda change, local, city: say(
            "{session} is placed on {after} {label} ({local} in {city}).",
            session=change.about, after=change.after, label=label_of_new(change), local=local, city=city,
        ),
        ChangeKind.SESSION_ADDED: lambda change, local, city: say(
            "{session} is new, on {after} {label} ({local} in {city}).",
            session=change.about, after=change.after, label=label_of_new(change), local=local, city=city,
        ),
    }
)  # fmt: skip


def label_of_new(change: Change) -> str:
    """The label of the new moment; with its city where another zone has the same label."""
    old, new = change.moment_before, change.moment_after
    moment = new or old
    if moment is None:
        return ""
    if old is not None and new is not None and old.zone != new.zone and old.label == new.label:
        return say("{label} ({city})", label=new.label, city=zone_city(new.zone))
    return moment.label


def _added(change: Change) -> str:
    if change.moment_after is None:
        return say("{session} is new; it is not placed yet.", session=change.about)
    return say(
        "{session} is new, on {after} {label}.", session=change.about, after=change.after, label=label_of_new(change)
    )


def _dropped(change: Change) -> str:
    if change.moment_before is None:
        return say("{session} is dropped.", session=change.about)
    return say(
        "{session} is dropped; it was on {before} {label}.",
        session=change.about, before=change.before, label=label_of_new(change),
    )  # fmt: skip


def _named(message: str) -> _Sentence:
    """A whole sentence with the change's words at its places; translators' tools know this name beside ``say``."""
    return lambda change: say(
        message,
        about=change.about, before=change.before, after=change.after, who=change.who,
        role="" if change.role is None else role_name(change.role).lower(), label=label_of_new(change),
    )  # fmt: skip


def _either(both: _Sentence, came: _Sentence, went: _Sentence) -> _Sentence:
    """One sentence where something gave way to another, one where there was nothing, one where nothing is left."""
    return lambda change: (both if change.before and change.after else came if change.after else went)(change)


def _title(change: Change) -> str:
    """A session that had no name but its title is not named twice."""
    return (_TITLE if change.before != change.about else _OWN_TITLE)(change)


_TITLE = _either(
    _named("{about} is now called “{after}” instead of “{before}”."),
    _named("{about} is now called “{after}”; it had no title."),
    _named("{about} no longer has a title; it was “{before}”."),
)
_OWN_TITLE = _either(
    _named("{about} is now called “{after}”."), _named("{about} is now called “{after}”."),
    _named("{about} no longer has a title."),
)  # fmt: skip
_FACT_OF_SOMEBODY = _either(
    _named("The {about} of {who} is now “{after}” instead of “{before}”."),
    _named("The {about} of {who} is now “{after}”; none was given before."),
    _named("The {about} of {who} is no longer given; it was “{before}”."),
)

_SENTENCES: Mapping[ChangeKind, _Sentence] = MappingProxyType(
    {
        ChangeKind.SESSION_ADDED: _added,
        ChangeKind.SESSION_DROPPED: _dropped,
        ChangeKind.SESSION_PLACED: _named("{about} is placed on {after} {label}."),
        ChangeKind.SESSION_TAKEN_OFF: _named("{about} is taken off the timetable; it was on {before} {label}."),
        ChangeKind.SESSION_MOVED: _named("{about} moves from {before} to {after} {label}."),
        ChangeKind.SESSION_LENGTH: _named("{about} takes {after} instead of {before}."),
        ChangeKind.SESSION_ROOM: _named("{about} is in {after} instead of {before}."),
        ChangeKind.ROOM_LINK: _named("The link to the room of {about} has changed."),
        ChangeKind.SESSION_TITLE: _title,
        ChangeKind.SESSION_CODE: _either(
            _named("The code of {about} is now “{after}” instead of “{before}”."),
            _named("The code of {about} is now “{after}”; it had none."),
            _named("{about} no longer has a code; it was “{before}”."),
        ),
        ChangeKind.SESSION_KIND: _named("The kind of {about} is now “{after}” instead of “{before}”."),
        ChangeKind.SESSION_TEXT: _named("These texts of {about} have changed: {after}."),
        ChangeKind.SESSION_FLOOR: _named("{about} now plans for {after} from the floor instead of {before}."),
        ChangeKind.STATE_LIMIT: _named("In {about}, a State may speak for {after} from the floor instead of {before}."),
        ChangeKind.STAKEHOLDER_LIMIT: _named(
            "In {about}, a stakeholder may speak for {after} from the floor instead of {before}."
        ),
        ChangeKind.OBJECTIVES_ADDED: _named("{about} also covers {after}."),
        ChangeKind.OBJECTIVES_DROPPED: _named("{about} no longer covers {before}."),
        # An entity may have a plural name, such as "Parliamentarians": it is never the subject of a verb.
        ChangeKind.SEAT_ADDED: _named("{about} now includes {who} ({role})."),
        ChangeKind.SEAT_DROPPED: _named("{about} no longer includes {who} ({role})."),
        ChangeKind.SEAT_HOLDER: _named("The seat of {before} in {about} goes to {after} ({role})."),
        ChangeKind.SEAT_NAMED: _named("{after} is named for the seat of {before} in {about} ({role})."),
        ChangeKind.SEAT_UNNAMED: _named(
            "{before} no longer sits for {after} in {about}: somebody is to be named again ({role})."
        ),
        ChangeKind.SEAT_ENTITY: _either(
            _named("{who} sits in {about} for {after} instead of {before} ({role})."),
            _named("{who} sits in {about} for {after} ({role})."),
            _named("{who} no longer sits in {about} for {before} ({role})."),
        ),
        ChangeKind.SEAT_ROLE: _named("The role of {who} in {about} is now {after} instead of {before}."),
        ChangeKind.SEAT_STATE: _named("The seat of {who} in {about} is now {after} instead of {before} ({role})."),
        ChangeKind.SEAT_MINUTES: _named(
            "The speaking time of {who} in {about} is {after} instead of {before} ({role})."
        ),
        ChangeKind.SEAT_ORDER: _named("{about} has another order of speakers: {after}."),
        ChangeKind.OPEN_SEAT_ADDED: _named("{about} has another open seat ({role})."),
        ChangeKind.OPEN_SEAT_DROPPED: _named("{about} has one open seat fewer ({role})."),
        ChangeKind.PERSON_ADDED: _named("The list of people now includes {who}."),
        ChangeKind.PERSON_DROPPED: _named("The list of people no longer includes {who}."),
        ChangeKind.ENTITY_ADDED: _named("The list of entities now includes {who}."),
        ChangeKind.ENTITY_DROPPED: _named("The list of entities no longer includes {who}."),
        ChangeKind.PERSON_NAME: _named("The name “{before}” is now “{after}”."),
        ChangeKind.PERSON_FACT: _FACT_OF_SOMEBODY,
        ChangeKind.MEETING_FACT: _either(
            _named("The {about} is now “{after}” instead of “{before}”."),
            _named("The {about} is now “{after}”; none was given before."),
            _named("The {about} is no longer given; it was “{before}”."),
        ),
        ChangeKind.MEETING_TEXT: _named("These texts of the meeting have changed: {after}."),
        ChangeKind.DAY_MOVED: _named("{before} is moved to {after}."),
        ChangeKind.DAY_CHANGED: _either(
            _named("{about} is {after} instead of {before}."),
            _named("{about} is {after}."),
            _named("{about} is {after}."),
        ),
        ChangeKind.SESSION_PINNED: _named("{about} is {after}."),
        ChangeKind.DETAIL: _FACT_OF_SOMEBODY,
        ChangeKind.DETAIL_HIDDEN: _named("The {about} of {who} has changed."),
        ChangeKind.ROOM_ADDED: _named("The list of rooms now includes {who}."),
        ChangeKind.ROOM_DROPPED: _named("The list of rooms no longer includes {who}."),
        ChangeKind.OTHER_ROWS: _named("{about}"),
    }
)
