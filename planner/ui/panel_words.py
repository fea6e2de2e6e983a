"""The sentences in which the views of people and of entities differ."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from planner.ui.twins_link import Find


@dataclass(frozen=True, slots=True)
class PanelWords:
    """Texts, and texts made of a count or of a line of the table.

    ``first_column`` is typed into first; ``find_twins`` names what is there twice.
    """

    search: str
    add: str
    add_tip: str
    first_column: str
    empty: str
    nothing_found: Callable[[str], str]
    counted: Callable[[int, int], str]
    may_be_same: Callable[[int], str]
    merge_title: str
    no_zone: Callable[[str], str]
    removal: Callable[[Any], str]
    details: Callable[[Any], str]
    find_twins: Find
