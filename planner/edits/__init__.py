"""Every verb the organiser has, one file per noun; each is one undoable step of a Document.

``edits.sessions.move_session`` works without importing ``planner.edits.sessions`` first: a noun is loaded with its
first verb, because SQLAlchemy takes a third of a second and the first window must not wait for it.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.edits import (
        availability,
        drafts,
        history,
        imports,
        interests,
        layouts,
        meeting,
        merging,
        people,
        register,
        seats,
        sessions,
        telling,
        telling_apart,
        zone_change,
    )

__all__ = [
    "availability",
    "drafts",
    "history",
    "imports",
    "interests",
    "layouts",
    "meeting",
    "merging",
    "people",
    "register",
    "seats",
    "sessions",
    "telling",
    "telling_apart",
    "zone_change",
]


def __getattr__(name: str) -> ModuleType:
    if name not in __all__:
        raise AttributeError(name)
    return import_module(f"{__name__}.{name}")
