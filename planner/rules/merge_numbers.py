"""The row numbers of another copy made to mean here what they mean there."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent, Draft, ToldApart
from planner.models.freezing import frozen_text, records_of, thawed
from planner.models.kinds import DraftKind
from planner.models.record_types import RECORD_TYPES
from planner.models.row_marks import Marks, RowMark
from planner.rules.all_findings import register_of
from planner.rules.drafts import drafts_of
from planner.rules.register import facts_of
from planner.wording import say

Numbers = Mapping[str, Mapping[int, int]]
"""Table -> the number that a row has there -> the one that it has here; rows whose number stays are not named."""

GoneRows = Mapping[tuple[str, int], Any]
"""(table, id) -> the last record of a row that is no longer there."""

REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "day_id": "days", "room_id": "rooms", "session_id": "sessions", "objective_id": "objectives",
        "entity_id": "entities", "person_id": "people", "seat_id": "seats", "interest_id": "interests",
        "draft_id": "drafts", "parent_id": "drafts",
    }
)  # fmt: skip
"""Fields that name a row of another table."""

MERGED_TABLES = tuple(table for table in RECORD_TYPES if table != "merges")
"""What was merged is no row of the meeting: ``merged_copies`` takes it over."""


_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"rule_levels": ("rule",), "days": ("date",), "layouts": ("name",)}
)
"""Tables in which some fields name the row: added in both copies, it is one."""


def numbers_here(ours: Agenda, own: Marks, theirs: Sequence[Agenda], other: Marks, used: Mapping[str, int]) -> Numbers:
    """The number here of each row that these states of the other copy hold, of which the first is the copy as it is.

    Rows are known by their marks, ``own`` and ``other``. One that was never here keeps its number if it means nothing
    here and never did; ``used`` is the highest ever given, by table.
    """
    numbers = {table: _numbers(table, (ours, *theirs), own, other, used.get(table, 0)) for table in MERGED_TABLES}
    return {table: given for table, given in numbers.items() if given}


def _numbers(table: str, states: Sequence[Agenda], own: Marks, other: Marks, last: int) -> dict[int, int]:
    mine, *there = (records_of(agenda, table) for agenda in states)
    known = _known_by_marks(own.get(table, {}), other.get(table, {}))
    strangers = sorted({row_id for rows in there for row_id in rows} - known.keys())
    named = _known_by_name(mine, there[0], _NAMES.get(table, ()), known)
    clashing = [row_id for row_id in strangers if row_id <= last and row_id not in named]
    free = max((last, *strangers)) + 1
    given = known | named | {row_id: free + place for place, row_id in enumerate(clashing)}
    return {row_id: here for row_id, here in given.items() if row_id != here}


def _known_by_marks(own: Mapping[str, int], other: Mapping[str, int]) -> dict[int, int]:
    """Of two rows there that are one here, the first is it."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for mark, row_id in sorted(other.items(), key=lambda entry: (entry[1], entry[0])):
        here = own.get(mark)
        if here is not None and row_id not in found and here not in taken:
            found[row_id] = here
            taken.add(here)
    return found


def _known_by_name(
    mine: Mapping[int, Any], there: Mapping[int, Any], names: tuple[str, ...], known: Mapping[int, int]
) -> dict[int, int]:
    if not names:
        return {}
    name_of, taken = attrgetter(*names), set(known.values())
    ours = {name_of(row): row.id for row in mine.values() if row.id not in taken}
    new = ((name_of(row), row.id) for row in there.values() if row.id not in known)
    return {row_id: ours[named] for named, row_id in new if named in ours}


def marks_here(theirs: Agenda, other: Marks, numbers: Numbers) -> Iterator[RowMark]:
    """What the other copy calls the rows that it holds, by their numbers here."""
    for table in MERGED_TABLES:
        given, there = numbers.get(table, {}), records_of(theirs, table)
        yield from (
            RowMark(table, given.get(row_id, row_id), mark)
            for mark, row_id in other.get(table, {}).items()
            if row_id in there
        )


def known_here(rows: GoneRows, own: Marks, other: Marks, numbers: Numbers) -> GoneRows:
    """Of rows that were dropped in the other copy those that are or were here too, with their numbers here."""
    known = {table: _known_by_marks(own.get(table, {}), other.get(table, {})) for table in MERGED_TABLES}
    return {
        (table, known[table][row_id]): _with_number(record, table, {**numbers, table: known[table]})
        for (table, row_id), record in rows.items()
        if row_id in known.get(table, {})
    }


def with_rows_of_both(
    ancestor: Agenda, ours: Agenda, theirs: Agenda, gone_here: GoneRows, gone_there: GoneRows
) -> Agenda:
    """The common state with the rows that came to both since, and that one of them has dropped again.

    Each as whoever dropped it last saw it: so it does not come back, and is asked about where the other changed it.
    """
    changes = [
        (table, row_id, record)
        for gone, dropping, holding in ((gone_here, ours, theirs), (gone_there, theirs, ours))
        for (table, row_id), record in gone.items()
        if row_id in records_of(holding, table)
        and row_id not in records_of(dropping, table)
        and row_id not in records_of(ancestor, table)
    ]
    return ancestor.with_records(changes)


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
    if isinstance(record, Draft):
        values |= _content_here(record, numbers)
    if isinstance(record, ToldApart):
        known = numbers.get(record.table_name, {})
        pair = sorted(known.get(row_id, row_id) for row_id in (record.first_id, record.second_id))
        values |= {"first_id": pair[0], "second_id": pair[1]}
    return replace(record, **values) if values else record


def _content_here(draft: Draft, numbers: Numbers) -> dict[str, str]:
    """A draft names rows as this copy does; one that another program altered stays as it is."""
    try:
        plan = thawed(draft.content)
    except ValueError:
        return {}
    here = renumbered(plan, numbers)
    return {} if here == plan else {"content": frozen_text(here)}


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
