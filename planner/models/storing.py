"""What people type and choose -> what the columns of a file can hold."""

from enum import StrEnum
from typing import Any


def storable(value: Any) -> Any:
    """Text without NUL and half characters, enumerations and truth values as the columns hold them."""
    if type(value) is str and value.isascii() and "\x00" not in value:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    return value
