"""Which person or entity is meant by a part of a name."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planner.errors import InputProblem
from planner.folding import folded, folded_words
from planner.models.agenda import Agenda
from planner.models.records import Entity, Person
from planner.wording import say, say_count, say_list

_NAMED = 8


class Meant(NamedTuple):
    """One of the two ids is given."""

    name: str
    person_id: int | None
    entity_id: int | None


def who_is_meant(agenda: Agenda, text: str) -> Meant:
    """The one whose whole name this is, else the only one whose name has all of its words.

    Raises InputProblem when nobody fits, or several do.
    """
    everybody = _people(agenda.people) + _entities(agenda.entities)
    fitting = [meant for meant in everybody if folded(meant.name) == folded(text.strip())]
    fitting = fitting or [meant for meant in everybody if _has_words(meant.name, text)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise InputProblem(
            say("Nobody here is called “{text}”. Give a part of a name of a person or entity.", text=text)
        )
    raise InputProblem(_several(text, fitting))


def _people(people: Mapping[int, Person]) -> list[Meant]:
    return [Meant(person.name, person.id, None) for person in people.values()]


def _entities(entities: Mapping[int, Entity]) -> list[Meant]:
    return [Meant(entity.name, None, entity.id) for entity in entities.values()]


def _has_words(name: str, text: str) -> bool:
    words, whole = folded_words(text), " ".join(folded_words(name))
    return bool(words) and all(word in whole for word in words)


def _several(text: str, fitting: Sequence[Meant]) -> str:
    names = [meant.name for meant in fitting[:_NAMED]]
    more = len(fitting) - _NAMED
    if more > 0:
        return say_count(
            "“{text}” fits {names} and {count} other: give more of the name.",
            "“{text}” fits {names} and {count} others: give more of the name.",
            more, text=text, names=", ".join(names),
        )  # fmt: skip
    return say("“{text}” fits {names}: give more of the name.", text=text, names=say_list(names))
