"""What all verbs that change fields share."""

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy.orm import Session as DatabaseSession

from planner.errors import RuleBroken
from planner.models.storing import storable
from planner.models.tables import Base
from planner.wording import say

Record = TypeVar("Record")
Row = TypeVar("Row", bound=Base)


def record_of(records: Mapping[int, Record], record_id: int) -> Record:
    """The record with this id. Raises RuleBroken when it is gone, e.g. after an undo."""
    if record_id not in records:
        raise _gone()
    return records[record_id]


def row_of(rows: DatabaseSession, row_type: type[Row], row_id: int) -> Row:
    """The row with this id. Raises RuleBroken when it is gone, e.g. after an undo."""
    row = rows.get(row_type, row_id)
    if row is None:
        raise _gone()
    return row


def _gone() -> RuleBroken:
    return RuleBroken(say("This is no longer in the meeting. Select something else, or undo."))


def set_fields(row: Base, values: dict[str, Any]) -> None:
    """Set columns from what a person typed or chose; text is cleaned of what no file can hold."""
    for name, value in values.items():
        setattr(row, name, storable(value))
