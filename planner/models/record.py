"""What all records have in common: their fields are the columns of their table."""

from dataclasses import MISSING, fields
from typing import Any


class Record:
    """Says what it holds; a dataclass's own way to say that takes as long to be made as all else of it."""

    __slots__ = ()

    def __repr__(self) -> str:
        held = ", ".join(f"{name}={getattr(self, name)!r}" for name in field_names(type(self)))
        return f"{type(self).__name__}({held})"


def later_fields(record_type: type[Any]) -> frozenset[str]:
    """The fields that came with a later version of the file: an image of an earlier one lacks them."""
    return frozenset(field.name for field in fields(record_type) if field.default is not MISSING)


def field_names(record_type: type[Any]) -> tuple[str, ...]:
    """The names of a record's fields, which are its table's columns."""
    return tuple(field.name for field in fields(record_type))
