"""The row numbers of another copy made to mean here what they mean there."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent, Draft, ToldApart
from planner.models.freezing import records_of
from planner.models.kinds import DraftKind
from planner.models.record_types import RECORD_TYPES
from planner.rules.all_findings import register_of
from planner.rules.drafts import drafts_of
from planner.rules.register import facts_of
from planner.wording import say

Numbers = Mapping[str, Mapping[int, int]]
"""Table -> the number that a row has there -> the one that it has here; rows whose number stays are not named."""

REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "day_id": "days", "room_id": "rooms", "session_id": "sessions", "objective_id": "objectives",
        "entity_id": "entities", "person_id": "people", "seat_id": "seats", "interest_id": "interests",
        "draft_id": "drafts", "parent_id": "drafts",
    }
)  # fmt: skip
"""Fields that name a row of another table."""

MERGED_TABLES = tuple(table for table in RECORD_TYPES if table != "merges")
"""What was merged into the other copy is known by its own numbers only: no merge takes that over."""


def new_numbers(ancestor: Agenda, ours: Agenda, theirs: Agenda, used: Mapping[str, int]) -> Numbers:
    """New numbers for rows added there under a number that means something else here, or did before it was dropped.

    ``used`` is the highest number ever given here, by table. What has a name of its own is one (``_NAMES``).
    """
    numbers: dict[str, Mapping[int, int]] = {}
    for table in MERGED_TABLES:
        base, mine, other = (records_of(agenda, table) for agenda in (ancestor, ours, theirs))
        same = _one_and_the_same(base, mine, other, _NAMES[table]) if table in _NAMES else {}
        last = max((used.get(table, 0), *mine, *base))
        free = max((last, *other)) + 1
        clashing = [row_id for row_id in other if row_id not in base and row_id <= last and row_id not in same]
        numbers[table] = same | {row_id: free + place for place, row_id in enumerate(clashing)}
    return {table: given for table, given in numbers.items() if given}


_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "rule_levels": ("rule",),
        "days": ("date",),
        "layouts": ("name",),
        "drafts": ("kind", "as_of", "issued_at", "content"),
    }
)
"""Tables in which some fields name the row: added in both copies, or come in a roundabout way, it is one."""


def _one_and_the_same(
    base: Mapping[int, Any], mine: Mapping[int, Any], other: Mapping[int, Any], names: tuple[str, ...]
) -> dict[int, int]:
    name_of = attrgetter(*names)
    ours = {name_of(row): row.id for row in mine.values() if row.id not in base}
    new = ((name_of(row), row.id) for row in other.values() if row.id not in base)
    return {row_id: ours[named] for named, row_id in new if named in ours}


def joined(first: Numbers, second: Numbers) -> Numbers:
    """What becomes of a number under the one and then the other."""
    found: dict[str, Mapping[int, int]] = {}
    for table in first.keys() | second.keys():
        before, after = first.get(table, {}), second.get(table, {})
        mapped = {row_id: after.get(middle, middle) for row_id, middle in before.items()}
        taken = set(before.values())
        found[table] = {row_id: last for row_id, last in after.items() if row_id not in taken} | mapped
    return {table: given for table, given in found.items() if given}


def without_collisions(numbers: Numbers, theirs: Agenda, ours: Agenda) -> Numbers:
    """Known numbers, and new ones for rows there whose own number is by now the one that another row gets here."""
    found = dict(numbers)
    for table, given in numbers.items():
        other, mine = records_of(theirs, table), records_of(ours, table)
        free = max((*mine, *other, *given, *given.values()), default=0) + 1
        hit = sorted((other.keys() & set(given.values())) - given.keys())
        found[table] = dict(given) | {row_id: free + place for place, row_id in enumerate(hit)}
    return found


def inverted(numbers: Numbers) -> Numbers:
    """From here to there instead of from there to here."""
    return {table: {here: there for there, here in given.items()} for table, given in numbers.items()}


def renumbered(agenda: Agenda, numbers: Numbers) -> Agenda:
    """The other copy with the row numbers that it has here, in references and in what findings were accepted too."""
    if not numbers:
        return agenda
    tables: dict[str, Any] = {
        table: _with_numbers(records_of(agenda, table), table, numbers) for table in MERGED_TABLES
    }
    here = replace(agenda, meeting_rows=tables.pop("meeting"), **tables)
    return here.with_records(_accepted_here(agenda, here, numbers))


def _with_numbers(records: Mapping[int, Any], table: str, numbers: Numbers) -> Mapping[int, Any]:
    made = [_with_number(record, table, numbers) for record in records.values()]
    return MappingProxyType({record.id: record for record in sorted(made, key=lambda record: int(record.id))})


def _with_number(record: Any, table: str, numbers: Numbers) -> Any:
    values = dict(_new_values(record, table, numbers))
    if isinstance(record, ToldApart):
        known = numbers.get(record.table_name, {})
        pair = sorted(known.get(row_id, row_id) for row_id in (record.first_id, record.second_id))
        values |= {"first_id": pair[0], "second_id": pair[1]}
    return replace(record, **values) if values else record


def _new_values(record: Any, table: str, numbers: Numbers) -> Iterator[tuple[str, Any]]:
    for field in fields(record):
        target = table if field.name == "id" else REFERENCES.get(field.name, "")
        known = numbers.get(target, {})
        held = getattr(record, field.name)
        if held in known:
            yield field.name, known[held]


def _accepted_here(there: Agenda, here: Agenda, numbers: Numbers) -> Iterator[tuple[str, int, Any]]:
    """Each acceptance in force there, with the facts of its finding as they read here."""
    if not there.acceptances:
        return
    known = numbers.get("acceptances", {})
    for entry in register_of(there).accepted:
        finding = entry.finding._replace(
            session_ids=_all_here(entry.finding.session_ids, numbers.get("sessions", {})),
            seat_ids=_all_here(entry.finding.seat_ids, numbers.get("seats", {})),
            objective_ids=_all_here(entry.finding.objective_ids, numbers.get("objectives", {})),
        )
        acceptance = here.acceptances[known.get(entry.acceptance.id, entry.acceptance.id)]
        yield "acceptances", acceptance.id, replace(acceptance, facts=facts_of(here, finding))


def _all_here(row_ids: Iterable[int], known: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(known.get(row_id, row_id) for row_id in row_ids)


def with_free_draft_numbers(ancestor: Agenda, ours: Agenda, theirs: Agenda, given: Collection[int]) -> Agenda:
    """Theirs, whose new drafts have the next numbers from the first on that means another draft here.

    What both hold has one number: that of whoever changed it since, else ours. ``given`` are the numbers ever given in
    either copy; the label says by which number a draft was known there.
    """
    theirs = theirs.with_records(_called_as_here(ancestor, ours, theirs))
    taken = {theirs.drafts.get(draft.id, draft).number for draft in drafts_of(ours)}
    new = [draft for draft in drafts_of(theirs) if draft.id not in ancestor.drafts and draft.id not in ours.drafts]
    first = next((place for place, draft in enumerate(new) if draft.number in taken), len(new))
    free = max((*given, *taken, *(draft.number for draft in new)), default=0) + 1
    changes = [
        ("drafts", draft.id, replace(draft, number=free + place, label=_label_there(draft)))
        for place, draft in enumerate(new[first:])
    ]
    return theirs.with_records([*changes, *_free_labels(ancestor, ours, theirs)])


def _called_as_here(ancestor: Agenda, ours: Agenda, theirs: Agenda) -> Iterator[tuple[str, int, Any]]:
    """Drafts of both whose number, label or place in the row of drafts is not a change of theirs alone."""
    for row_id, draft in ours.drafts.items():
        other = theirs.drafts.get(row_id)
        if other is not None and other != draft and ancestor.drafts.get(row_id) != draft:
            yield "drafts", row_id, draft


def _label_there(draft: Draft) -> str:
    if draft.label:
        return say("Draft {number} of the other copy, {label}", number=draft.number, label=draft.label)
    return say("Draft {number} of the other copy", number=draft.number)


def _free_labels(ancestor: Agenda, ours: Agenda, theirs: Agenda) -> Iterator[tuple[str, int, Any]]:
    """Options are called by their label: no two bear the same."""
    taken = {draft.label for draft in ours.drafts.values() if draft.kind is DraftKind.OPTION}
    for draft in theirs.drafts.values():
        is_new = draft.id not in ancestor.drafts and draft.id not in ours.drafts
        if draft.kind is DraftKind.OPTION and is_new and draft.label in taken:
            yield "drafts", draft.id, replace(draft, label=say("{option} of the other copy", option=draft.label))


def events_here(
    events: Iterable[CalendarEvent], known: Iterable[CalendarEvent], numbers: Numbers
) -> Iterator[CalendarEvent]:
    """What people were given for their calendars by the other copy and is not ``known`` here, or less far.

    A uid that means another seat here is left out: one calendar cannot hold both.
    """
    ours = {event.uid: event for event in known}
    for event in events:
        here = replace(event, **dict(_new_values(event, "", numbers)))
        own = ours.get(event.uid)
        if own is None:
            yield here
        elif _key(own) == _key(here) and own != here and here.sequence >= own.sequence:
            yield _the_later(own, here)


def _the_later(own: CalendarEvent, other: CalendarEvent) -> CalendarEvent:
    """The further one; of two different ones with one number neither is, so that the next sheet must overtake both."""
    return other if other.sequence > own.sequence else replace(own, sequence=own.sequence + 1)


def _key(event: CalendarEvent) -> tuple[int, int | None, int | None]:
    return event.session_id, event.person_id, event.entity_id
