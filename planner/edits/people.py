"""What the organiser does with entities and people: add, change, remove."""

from typing import Any

from sqlalchemy import delete

from planner.document import Document
from planner.edits.fields import record_of, row_of, set_fields
from planner.models.storing import storable
from planner.models.tables import EntityRow, PersonRow
from planner.wording import say


def add_entity(document: Document, name: str, **values: Any) -> int:
    """A new entity; returns its id. Other fields as in models.agenda.Entity."""
    name = str(storable(name))
    with document.edit(say("Add {entity}", entity=name)) as rows:
        row = EntityRow(name=name)
        set_fields(row, values)
        rows.add(row)
        rows.flush()
        return row.id


def change_entity(document: Document, entity_id: int, **values: Any) -> None:
    """Set fields of an entity."""
    with document.edit(say("Change {entity}", entity=record_of(document.agenda.entities, entity_id).name)) as rows:
        set_fields(row_of(rows, EntityRow, entity_id), values)


def remove_entity(document: Document, entity_id: int) -> None:
    """Drop an entity; its seats and people stay, without it."""
    with document.edit(say("Remove {entity}", entity=record_of(document.agenda.entities, entity_id).name)) as rows:
        rows.execute(delete(EntityRow).where(EntityRow.id == entity_id))


def add_person(document: Document, family_name: str, **values: Any) -> int:
    """A new person; returns the id. Other fields as in models.agenda.Person."""
    family_name = str(storable(family_name))
    with document.edit(say("Add {person}", person=family_name)) as rows:
        row = PersonRow(family_name=family_name)
        set_fields(row, values)
        rows.add(row)
        rows.flush()
        return row.id


def change_person(document: Document, person_id: int, **values: Any) -> None:
    """Set fields of a person."""
    with document.edit(say("Change {person}", person=record_of(document.agenda.people, person_id).name)) as rows:
        set_fields(row_of(rows, PersonRow, person_id), values)


def remove_person(document: Document, person_id: int) -> None:
    """Drop a person; the seats stay with their entity, to be named."""
    with document.edit(say("Remove {person}", person=record_of(document.agenda.people, person_id).name)) as rows:
        rows.execute(delete(PersonRow).where(PersonRow.id == person_id))
