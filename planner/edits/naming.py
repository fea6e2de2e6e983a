"""Who is meant by a typed name: somebody known, else a new entity or person within the step that names them."""

from sqlalchemy.orm import Session as DatabaseSession

from planner.imports.names import parse_name
from planner.models.agenda import Agenda
from planner.models.records import Person
from planner.models.storing import storable
from planner.models.tables import EntityRow, PersonRow


def clean_name(name: str) -> str:
    """A typed name as it is kept: single spaces, nothing that no file can hold."""
    return " ".join(str(storable(name)).split())


def known_person(agenda: Agenda, name: str, entity_id: int | None) -> Person | None:
    """Somebody of the entity first, else anybody of this name."""
    people = [person for person in agenda.people.values() if person.name.casefold() == name.casefold()]
    people.sort(key=lambda person: (person.entity_id != entity_id, person.id))
    return people[0] if people else None


def entity_named(rows: DatabaseSession, agenda: Agenda, name: str) -> int | None:
    """The id of the entity of this name, made when nobody has it; None for no name."""
    wanted = clean_name(name)
    known = [entity.id for entity in agenda.entities.values() if entity.name.casefold() == wanted.casefold()]
    if known or not wanted:
        return known[0] if known else None
    row = EntityRow(name=wanted)
    rows.add(row)
    rows.flush()
    return row.id


def person_named(rows: DatabaseSession, agenda: Agenda, name: str, entity_id: int | None) -> int | None:
    """The id of the person of this name, made in the entity when nobody has it; None for no name."""
    wanted = clean_name(name)
    known = known_person(agenda, wanted, entity_id)
    if known is not None or not wanted:
        return None if known is None else known.id
    name_parts = parse_name(wanted)
    row = PersonRow(
        honorific=name_parts.honorific,
        given_name=name_parts.given,
        family_name=name_parts.family or wanted,
        function=name_parts.function,
        entity_id=entity_id,
    )
    rows.add(row)
    rows.flush()
    return row.id
