"""What changed that organisers alone see: targets, notes, addresses, settings, rooms without sessions."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.models.agenda import Agenda
from planner.models.freezing import records_of
from planner.models.records import BOUNDS, Room
from planner.phrases import session_name
from planner.rules.change import Change, ChangeKind
from planner.rules.differing import differing
from planner.rules.field_words import unit_words, value_words
from planner.wording import say


class _Detail(NamedTuple):
    """A field, and what it is called in a sentence; the content of a ``hidden`` one is not quoted."""

    field: str
    name: Callable[[], str]
    hidden: bool = False


_OF_SESSIONS = (
    _Detail("wrap_up_minutes", lambda: say("wrap-up")),
    _Detail("target_moderators", lambda: say("number of moderators wanted")),
    _Detail("target_speakers", lambda: say("number of speakers wanted")),
    _Detail("internal_notes", lambda: say("internal note"), hidden=True),
)
_OF_PEOPLE = (
    _Detail("email", lambda: say("e-mail address"), hidden=True),
    _Detail("phone", lambda: say("telephone number"), hidden=True),
    _Detail("languages", lambda: say("list of languages")),
    _Detail("gender", lambda: say("entry for gender"), hidden=True),
)
_OF_ENTITIES = (_Detail("country_code", lambda: say("country")),)
_OF_THE_MEETING = (
    _Detail("grid_minutes", lambda: say("grid step")),
    _Detail("words_per_minute", lambda: say("number of words a minute")),
    *(_Detail(bound, partial(unit_words, (bound,))) for bound in BOUNDS),
)
_NAMES: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "sessions": session_name, "people": lambda person: str(person.name),
        "entities": lambda entity: str(entity.name), "meeting": lambda _meeting: say("the meeting"),
    }
)  # fmt: skip
_DETAILS: Mapping[str, tuple[_Detail, ...]] = MappingProxyType(
    {"meeting": _OF_THE_MEETING, "sessions": _OF_SESSIONS, "people": _OF_PEOPLE, "entities": _OF_ENTITIES}
)


def detail_changes(before: Agenda, now: Agenda) -> tuple[Change, ...]:
    """None of them is in ``changes_between``, which papers and letters tell of."""
    return (
        *(change for table in _DETAILS for change in _of_table(before, now, table)),
        *_of_rooms(before, now),
    )


def _of_table(before: Agenda, now: Agenda, table: str) -> Iterator[Change]:
    old, new = records_of(before, table), records_of(now, table)
    for row_id in sorted({record.id for record in differing(old, new)} & old.keys() & new.keys()):
        session_id = row_id if table == "sessions" else None
        for change in _of_record(before, now, table, row_id):
            yield change._replace(session_id=session_id)


def _of_record(before: Agenda, now: Agenda, table: str, row_id: int) -> Iterator[Change]:
    old, new = records_of(before, table)[row_id], records_of(now, table)[row_id]
    who = _NAMES[table](new)
    if table == "sessions" and old.pinned != new.pinned:
        yield Change(ChangeKind.SESSION_PINNED, who, "", say("now pinned") if new.pinned else say("no longer pinned"))
    for detail in _DETAILS[table]:
        if getattr(old, detail.field) == getattr(new, detail.field):
            continue
        if detail.hidden:
            yield Change(ChangeKind.DETAIL_HIDDEN, detail.name(), who=who)
        else:
            was, is_now = _words(before, old, detail.field), _words(now, new, detail.field)
            yield Change(ChangeKind.DETAIL, detail.name(), was, is_now, who=who)


def _words(agenda: Agenda, record: Any, field: str) -> str:
    """Nothing for an empty field, and for a target of none."""
    value = getattr(record, field)
    midnight = field in BOUNDS
    return value_words(agenda, record, (field,)) if value or midnight else ""


def _of_rooms(before: Agenda, now: Agenda) -> Iterator[Change]:
    """Rooms that came or went, another order of them, and what changed of a room in which no session is placed."""
    for room in now.rooms_in_order:
        if room.id not in before.rooms:
            yield Change(ChangeKind.ROOM_ADDED, "", who=room.name)
    for room in before.rooms_in_order:
        if room.id not in now.rooms:
            yield Change(ChangeKind.ROOM_DROPPED, "", who=room.name)
    used = {session.room_id for session in now.placed_sessions}
    for room in now.rooms_in_order:
        if room.id in before.rooms and room.id not in used:
            yield from _of_room(before.rooms[room.id], room)
    kept = before.rooms.keys() & now.rooms.keys()
    was, is_now = _order(before, kept), _order(now, kept)
    if [room.id for room in was] != [room.id for room in is_now]:
        yield Change(ChangeKind.DETAIL, say("order"), _names(was), _names(is_now), who=say("the rooms"))


def _names(rooms: list[Room]) -> str:
    return ", ".join(room.name for room in rooms)


def _of_room(old: Room, new: Room) -> Iterator[Change]:
    if old.name != new.name:
        yield Change(ChangeKind.PERSON_NAME, "", old.name, new.name)
    if old.link != new.link:
        yield Change(ChangeKind.DETAIL_HIDDEN, say("link"), who=new.name)


def _order(agenda: Agenda, room_ids: set[int]) -> list[Room]:
    return [room for room in agenda.rooms_in_order if room.id in room_ids]
