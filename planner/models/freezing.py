"""A whole Agenda as text and back: how a draft is kept, and how two states of a meeting are compared or merged."""

import json
from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from planner.models.agenda import Agenda
from planner.models.loading import records_from_rows
from planner.models.record import field_names
from planner.models.record_types import RECORD_TYPES

KEPT_ASIDE = frozenset({"drafts", "notices", "acceptances", "rule_levels", "told_apart", "merges"})
"""What is about the plan and no part of it: no draft holds it, and taking one back leaves it as it is.

The looks are part of it: a draft prints the same for ever.
"""

PLAN_TABLES = tuple(table for table in RECORD_TYPES if table not in KEPT_ASIDE)

_FROZEN_TABLES = (*PLAN_TABLES, "acceptances", "rule_levels")
"""A draft also holds the register as it stood, so that its annex prints the same; it is not taken back with it."""


def frozen_text(agenda: Agenda) -> str:
    """Plan and register as JSON: for each table its columns and its rows, by id. Equal ones give equal text."""
    tables = {table: _table(table, records_of(agenda, table)) for table in _FROZEN_TABLES}
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":"))


def _table(table: str, records: Mapping[int, Any]) -> list[Any]:
    names = field_names(RECORD_TYPES[table])
    values_of = attrgetter(*names)
    return [names, *(values_of(records[row_id]) for row_id in sorted(records))]


def thawed(text: str) -> Agenda:
    """The Agenda that ``frozen_text`` wrote, without the tables that no draft holds.

    A table or column that came later is empty or has its default. Raises ValueError for text that does not fit.
    """
    try:
        tables = json.loads(text)
        rows = {table: _records(table, tables.get(table) or [[]]) for table in _FROZEN_TABLES}
    except (TypeError, AttributeError, KeyError, IndexError, RecursionError) as problem:
        raise ValueError("the text holds no plan") from problem
    if len(rows["meeting"]) != 1:
        raise ValueError("the text holds no meeting")
    pictures: dict[str, Any] = {table: MappingProxyType(rows.get(table, {})) for table in RECORD_TYPES}
    return Agenda(meeting_rows=pictures.pop("meeting"), **pictures)


def beside(plan: Agenda, agenda: Agenda) -> Agenda:
    """A plan with the drafts, the register and whatever else no draft holds, as another Agenda has them."""
    aside: dict[str, Any] = {table: records_of(agenda, table) for table in RECORD_TYPES if table in KEPT_ASIDE}
    return replace(plan, zone_data=agenda.zone_data, **aside)


def _records(table: str, listed: list[list[Any]]) -> dict[int, Any]:
    names, *rows = listed
    if not names:
        return {}
    return records_from_rows(table, names, rows)


def records_of(agenda: Agenda, table: str) -> Mapping[int, Any]:
    """A table of the Agenda by its name in the file."""
    rows: Mapping[int, Any] = getattr(agenda, "meeting_rows" if table == "meeting" else table)
    return rows
