"""What a merge brings beside what changes of the plan are told in sentences: drafts, the register, wishes, looks..."""

from collections.abc import Mapping
from typing import Any

from planner.models.agenda import Agenda
from planner.models.freezing import records_of
from planner.rules.drafts import draft_name
from planner.wording import say, say_count


def also_brought(ours: Agenda, merged: Agenda) -> tuple[str, ...]:
    """A sentence for each draft or option that comes along, and one for each kind of other rows that differ."""
    drafts = [
        say("{draft} comes along.", draft=draft_name(draft))
        for row_id, draft in merged.drafts.items()
        if row_id not in ours.drafts
    ]
    counted = [_counted(table, _differing(records_of(ours, table), records_of(merged, table))) for table in _COUNTED]
    return (*drafts, *(sentence for sentence in counted if sentence))


_COUNTED = ("interests", "wishes", "availabilities", "notices", "acceptances", "rule_levels", "told_apart", "layouts")


def _differing(before: Mapping[int, Any], after: Mapping[int, Any]) -> int:
    return sum(before.get(row_id) != after.get(row_id) for row_id in before.keys() | after.keys())


def _counted(table: str, count: int) -> str:
    if not count:
        return ""
    return {
        "interests": say_count(
            "{count} expression of interest differs.", "{count} expressions of interest differ.", count
        ),
        "wishes": say_count("{count} wish for a role differs.", "{count} wishes for roles differ.", count),
        "availabilities": say_count(
            "{count} stretch of free or busy hours differs.", "{count} stretches of free or busy hours differ.", count
        ),
        "notices": say_count("{count} more is on record as told.", "{count} more are on record as told.", count),
        "acceptances": say_count("{count} accepted finding differs.", "{count} accepted findings differ.", count),
        "rule_levels": say_count("The level of {count} rule differs.", "The levels of {count} rules differ.", count),
        "told_apart": say_count("{count} pair is told apart.", "{count} pairs are told apart.", count),
        "layouts": say_count("{count} layout of papers differs.", "{count} layouts of papers differ.", count),
    }[table]
