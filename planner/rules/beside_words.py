"""What two states of a meeting have otherwise beside the changes of the plan that are told in sentences.

Drafts and options, the register, wishes, looks; and details of sessions, people and entities that no paper for others
shows, such as notes and addresses.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from planner.models.agenda import Agenda
from planner.models.freezing import records_of
from planner.models.kinds import DraftKind
from planner.models.record_types import RECORD_TYPES
from planner.rules.drafts import draft_name
from planner.wording import say, say_count

_DETAILS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "sessions": frozenset({"internal_notes", "wrap_up_minutes", "target_moderators", "target_speakers", "pinned"}),
        "people": frozenset({"email", "phone", "languages", "gender", "zone"}),
        "entities": frozenset({"kind", "stakeholder_category", "country_code", "region", "zone"}),
    }
)
"""Fields that the sentences of a comparison leave out, or may."""
_COUNTED = (
    "interests", "wishes", "availabilities", "replacements", "notices", "acceptances", "rule_levels", "told_apart",
    "layouts", "rulers",
)  # fmt: skip


def beside_the_plan(before: Agenda, after: Agenda) -> tuple[str, ...]:
    """A sentence for each draft or option that comes or goes, and one for each kind of other rows that differ."""
    counts = [
        *((table, _differing(records_of(before, table), records_of(after, table))) for table in _COUNTED),
        *((table, _details(before, after, table)) for table in _DETAILS),
        ("meeting", _settings(before, after)),
    ]
    return (*_drafts(before, after), *(_counted(table, count) for table, count in counts if count))


def _drafts(before: Agenda, after: Agenda) -> Iterator[str]:
    for row_id in sorted(before.drafts.keys() | after.drafts.keys()):
        if row_id not in before.drafts:
            yield say("{draft} comes along.", draft=draft_name(after.drafts[row_id]))
        elif row_id not in after.drafts:
            gone = before.drafts[row_id]
            if gone.kind is DraftKind.OPTION:
                yield say("{option} goes.", option=draft_name(gone))
            else:
                yield say("{draft} goes; its number is not given again.", draft=draft_name(gone))


def _differing(before: Mapping[int, Any], after: Mapping[int, Any]) -> int:
    return sum(before.get(row_id) != after.get(row_id) for row_id in before.keys() | after.keys())


def _details(before: Agenda, after: Agenda, table: str) -> int:
    """How many rows of both have other details."""
    old, new = records_of(before, table), records_of(after, table)
    names = _DETAILS[table]
    return sum(
        any(getattr(old[row_id], name) != getattr(new[row_id], name) for name in names)
        for row_id in old.keys() & new.keys()
    )


def _settings(before: Agenda, after: Agenda) -> int:
    """How many fields of the meeting differ that no paper names."""
    told = {"title", "subtitle", "zone", "zone_label", "draft_number", "uid"}
    names = (field.name for field in fields(RECORD_TYPES["meeting"]) if field.name not in told)
    return sum(getattr(before.meeting, name) != getattr(after.meeting, name) for name in names)


def _counted(table: str, count: int) -> str:
    return {
        "interests": say_count(
            "{count} expression of interest differs.", "{count} expressions of interest differ.", count
        ),
        "wishes": say_count("{count} wish for a role differs.", "{count} wishes for roles differ.", count),
        "availabilities": say_count(
            "{count} stretch of free or busy hours differs.", "{count} stretches of free or busy hours differ.", count
        ),
        "replacements": say_count(
            "The record of {count} replacement differs.", "The records of {count} replacements differ.", count
        ),
        "notices": say_count(
            "The record of {count} who was told differs.", "The records of {count} who were told differ.", count
        ),
        "acceptances": say_count("{count} accepted finding differs.", "{count} accepted findings differ.", count),
        "rule_levels": say_count("The level of {count} rule differs.", "The levels of {count} rules differ.", count),
        "told_apart": say_count("{count} pair told apart differs.", "{count} pairs told apart differ.", count),
        "layouts": say_count("{count} layout of papers differs.", "{count} layouts of papers differ.", count),
        "rulers": say_count(
            "{count} zone beside the timetable differs.", "{count} zones beside the timetable differ.", count
        ),
        "sessions": say_count(
            "Notes or targets of {count} session differ.", "Notes or targets of {count} sessions differ.", count
        ),
        "people": say_count(
            "Addresses or details of {count} person differ.", "Addresses or details of {count} people differ.", count
        ),
        "entities": say_count("Details of {count} entity differ.", "Details of {count} entities differ.", count),
        "meeting": say_count(
            "{count} setting of the meeting differs.", "{count} settings of the meeting differ.", count
        ),
    }[table]
