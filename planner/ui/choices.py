"""What can be chosen or typed in a cell: zones, countries, records by name; and the refusal when it is none of them."""

from collections.abc import Iterable, Mapping
from functools import cache

from planner.errors import InputProblem
from planner.folding import folded
from planner.local_times import country_names, zone_exists
from planner.wording import say

_NO_TEXT = ""


def read_zone(text: str) -> str:
    """A zone by its name, as the field for zones gives it; empty for none. Raises InputProblem."""
    typed = text.strip()
    if typed and not zone_exists(typed):
        raise InputProblem(no_zone(typed))
    return typed


def no_zone(text: str) -> str:
    """Why what was typed is not taken for a zone."""
    return say("“{text}” does not tell one time zone. Type a city or a country, and choose from the list.", text=text)


@cache
def _countries_by_word() -> dict[str, str]:
    return {folded(name): code for code, name in country_names().items()}


def read_country(text: str) -> str:
    """A country's ISO code, from the code or the name; empty for none. Raises InputProblem."""
    typed = text.strip()
    if not typed or typed.upper() in country_names():
        return typed.upper()
    found = _countries_by_word().get(folded(typed))
    if found is None:
        raise InputProblem(say("There is no country “{country}”. Type its two letters, such as PT.", country=typed))
    return found


def country_name(code: str) -> str:
    """The country's name; empty for an unknown code."""
    return country_names().get(code.upper(), _NO_TEXT)


def read_entity(text: str, names: Mapping[str, int]) -> int | None:
    """The id of an entity of this name; None for no text. Raises InputProblem."""
    typed = text.strip()
    found = names.get(typed, _by_folded(names).get(folded(typed)))
    if typed and found is None:
        raise InputProblem(
            say("There is no entity “{entity}” yet. Add it under Entities, then choose it here.", entity=typed)
        )
    return found


def _by_folded(names: Mapping[str, int]) -> dict[str, int]:
    return {folded(name): entity_id for name, entity_id in names.items()}


def names_in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (folded(name), name))
