"""A meeting with a row in every table, whose every text is a mark of its own, for which papers can be searched."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_type_hints

from planner.making import create_from_template
from planner.models.agenda import Agenda
from planner.models.file import read_agenda
from planner.models.kinds import Role, SeatState
from planner.models.record_types import RECORD_TYPES
from tests.building import person, seat

_NO_PLAIN_TEXT = {
    "zone": "Europe/Zurich", "date": "2020-11-12", "received": "2020-10-20", "replaced_at": "2020-10-20",
    "deadline_date": "2020-10-31", "as_of": "2020-11-05T18:00", "issued_at": "2020-11-05T17:00:00Z",
    "told_at": "2020-11-05T17:00:00Z", "accepted_at": "2020-11-05T17:00:00Z", "country_code": "CH", "accent": "#0B6BB5",
    "logo": "",
}  # fmt: skip
_MARK = re.compile(r"Zq\d{3}x")


def planted_meeting(folder: Path) -> Agenda:
    """The sample, with people in all kinds of seats, a row of every other table, and marks in all texts."""
    path = folder / "planted.agenda"
    create_from_template(path, "regional-review", sample=True)
    agenda = read_agenda(path)
    first = agenda.placed_sessions[1].id
    states = enumerate(SeatState, start=1)
    people = [("people", number, person(number, "Anna", entity=number)) for number, _state in enumerate(SeatState, 1)]
    seats = [
        ("seats", 900 + number, seat(900 + number, first, Role.SPEAKER, person=number, state=state))
        for number, state in states
    ]
    agenda = agenda.with_records([*people, *seats])
    missing = [(table, 1, _made(kind)) for table, kind in RECORD_TYPES.items() if not rows_of(agenda, table)]
    return _marked(agenda.with_records(missing))


def _made(kind: type[Any]) -> Any:
    """A row of that table that refers to the first of every other."""
    hints = get_type_hints(kind)
    return kind(**{field.name: _value(field.name, hints[field.name]) for field in fields(kind)})


def _value(name: str, hint: Any) -> Any:
    plain = get_args(hint)[0] if isinstance(hint, UnionType) else hint
    if issubclass(plain, Enum):
        return next(iter(plain))
    return _NO_PLAIN_TEXT.get(name, "") if plain is str else plain(1)


def _marked(agenda: Agenda) -> Agenda:
    changes = [
        (table, record.id, replace(record, **_marks_for(table, record)))
        for table in RECORD_TYPES
        for record in rows_of(agenda, table)
    ]
    return agenda.with_records(changes)


def _marks_for(table: str, record: Any) -> dict[str, str]:
    names = [field.name for field in fields(record) if type(getattr(record, field.name)) is str]
    return {name: mark_of(table, name) for name in names if name not in _NO_PLAIN_TEXT}


def rows_of(agenda: Agenda, table: str) -> list[Any]:
    return list(getattr(agenda, "meeting_rows" if table == "meeting" else table).values())


@cache
def _columns() -> tuple[str, ...]:
    return tuple(f"{table}.{field.name}" for table, kind in RECORD_TYPES.items() for field in fields(kind))


def mark_of(table: str, column: str) -> str:
    """Short enough to stand whole in any column of a paper."""
    return f"Zq{_columns().index(f'{table}.{column}'):03d}x"


def columns_shown(text: str) -> set[str]:
    """The columns, such as "people.email", whose marks a text holds."""
    return {_columns()[int(mark[2:5])] for mark in _MARK.findall(text)}


def texts_of_agenda(agenda: Agenda) -> Iterator[str]:
    """Every text of every row."""
    for table in RECORD_TYPES:
        for record in rows_of(agenda, table):
            values = (getattr(record, field.name) for field in fields(record))
            yield from (value for value in values if type(value) is str)
