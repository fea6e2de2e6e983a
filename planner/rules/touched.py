"""What a step of the history touched, in an organiser's words: sessions, people, entities, the meeting..."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.models.agenda import Agenda
from planner.models.aside_records import ENTITIES, PEOPLE
from planner.models.freezing import records_of
from planner.models.loading import record_from_row
from planner.models.past import BELONG_TO_OTHERS, RowImage
from planner.phrases import session_name
from planner.rules.drafts import draft_name
from planner.wording import say

SESSIONS = "sessions"


class Thing(NamedTuple):
    """``table`` and ``id`` say which; both of what has no name of its own stand for its kind, with the id 0."""

    table: str
    id: int
    name: str


_REFERENCES: Mapping[str, str] = MappingProxyType(
    {"session_id": SESSIONS, "person_id": PEOPLE, "entity_id": ENTITIES, "objective_id": "objectives"}
)
_THROUGH: Mapping[str, str] = MappingProxyType({"seat_id": "seats", "interest_id": "interests"})
"""What a row belongs to through another one, which holds the references."""

_OF_THE_MEETING = frozenset({"meeting", "days", "windows"})


LastKnown = Callable[[str, int], RowImage | None]
"""Table and id of a row that is gone -> the last image of it."""


def things_touched(agenda: Agenda, images: Iterable[RowImage], last_known: LastKnown) -> tuple[Thing, ...]:
    """Each thing once, those that the step changed themselves first; what is gone has its last name."""
    found: dict[tuple[str, int], Thing] = {}
    for image in sorted(images, key=lambda image: image.table in BELONG_TO_OTHERS):
        for thing in _things_of(agenda, image, last_known):
            found.setdefault((thing.table, thing.id), thing)
    return tuple(found.values())


def _things_of(agenda: Agenda, image: RowImage, last_known: LastKnown) -> Iterator[Thing]:
    if image.table in _OF_THE_MEETING:
        yield Thing("meeting", 0, say("The meeting"))
    elif image.table in BELONG_TO_OTHERS:
        for values in _values(image):
            yield from _referred(agenda, values, last_known)
    else:
        yield _thing(agenda, image.table, image.row_id, last_known)


def _values(image: RowImage) -> Iterator[Mapping[str, Any]]:
    """What the row held after the step, then before it. What another program left there is passed over."""
    for text in (image.after, image.before):
        try:
            values = json.loads(text) if text else None
        except ValueError:
            continue
        if isinstance(values, dict):
            yield values


def _referred(agenda: Agenda, values: Mapping[str, Any], last_known: LastKnown) -> Iterator[Thing]:
    for name, table in _REFERENCES.items():
        if isinstance(values.get(name), int):
            yield _thing(agenda, table, values[name], last_known)
    for name, table in _THROUGH.items():
        record = records_of(agenda, table).get(values.get(name, 0))
        if record is not None:
            held = {field: getattr(record, field, None) for field in _REFERENCES}
            yield from _referred(agenda, held, last_known)


def _thing(agenda: Agenda, table: str, row_id: int, last_known: LastKnown) -> Thing:
    named = _NAMES.get(table)
    if named is None:
        return Thing(table, 0, _kind_name(table))
    record = records_of(agenda, table).get(row_id)
    if record is None:
        record = _read(table, last_known(table, row_id))
    return Thing(table, row_id, _gone(table) if record is None else named(record))


def name_now(agenda: Agenda, thing: Thing) -> str:
    """What a thing is called now; what it was last called when it is gone."""
    record = records_of(agenda, thing.table).get(thing.id) if thing.id else None
    return thing.name if record is None else _NAMES[thing.table](record)


def _read(table: str, image: RowImage | None) -> Any:
    if image is None:
        return None
    for values in _values(image):
        try:
            return record_from_row(table, values)
        except (ValueError, KeyError, TypeError):
            continue
    return None


_NAMES: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        SESSIONS: session_name,
        PEOPLE: lambda person: str(person.name),
        ENTITIES: lambda entity: str(entity.name),
        "rooms": lambda room: str(room.name),
        "objectives": lambda objective: say("Objective {number}", number=objective.number),
        "drafts": draft_name,
    }
)


def _gone(table: str) -> str:
    return {
        SESSIONS: say("a session that is gone"),
        PEOPLE: say("a person who is gone"),
        ENTITIES: say("an entity that is gone"),
        "rooms": say("a room that is gone"),
        "objectives": say("an objective that is gone"),
        "drafts": say("a draft or an option"),
    }[table]


def _kind_name(table: str) -> str:
    known: Mapping[str, Callable[[], str]] = {
        "rulers": partial(say, "The zones beside the timetable"),
        "acceptances": partial(say, "The register of findings"),
        "rule_levels": partial(say, "The levels of the rules"),
        "layouts": partial(say, "The layouts of papers"),
        "told_apart": partial(say, "Records told apart"),
        "merges": partial(say, "What was merged"),
    }
    return known[table]() if table in known else say("Something else")
