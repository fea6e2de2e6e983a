"""Two copies of one meeting brought together: three-way, row by row and field by field, on frozen pictures."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.models.agenda import Agenda
from planner.models.freezing import records_of
from planner.rules.drafts import drafts_of
from planner.rules.merge_numbers import MERGED_TABLES, with_free_draft_numbers
from planner.rules.merge_rows import SPOT, RowKey, below, sound, with_rows_back, without_rows, worked_on

_UNITS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "sessions": (SPOT,),
        "seats": (("entity_id", "person_id"),),
        "interests": (("entity_id", "person_id"),),
        "windows": (("start_minute", "end_minute"),),
        "availabilities": (("date", "start_minute", "end_minute", "free", "own_clock"),),
    }
)
"""Fields that mean something only together: one copy's are taken, never a mixture."""

_ORDER = ("seats", ("position",))


class Conflict(NamedTuple):
    """Both copies changed the same thing differently; ``unit`` is empty when one of them dropped the row.

    ``ours`` and ``theirs`` are the records of either copy, None when it is gone there.
    """

    table: str
    row_id: int
    unit: tuple[str, ...]
    before: Any
    ours: Any
    theirs: Any


class Merge(NamedTuple):
    """``merged`` holds what only one copy changed and, where both did, what ours says; the conflicts ask about that.

    ``unissued`` is the number on papers once no draft is left: that of the copy that took the last one back.
    """

    merged: Agenda
    conflicts: tuple[Conflict, ...]
    ancestor: Agenda
    ours: Agenda
    theirs: Agenda
    unissued: int


def merge_of(ancestor: Agenda, ours: Agenda, theirs: Agenda, given: Collection[int] = ()) -> Merge:
    """What both copies come to together since their common state; rows of one number are one row in all three.

    ``given`` are the draft numbers given in either.
    """
    other = _with_number_of(ours, with_free_draft_numbers(ancestor, ours, theirs, given))
    dropped = _dropped_by_one(ancestor, ours, other)
    merged, conflicts = _merged(ancestor, ours, other, dropped)
    unissued = 0 if drafts_of(theirs) else theirs.meeting.draft_number
    merged = _with_latest_number(ours, merged, unissued)
    return Merge(merged, (*dropped, *conflicts), ancestor, ours, other, unissued)


def settled(merge: Merge, theirs_for: Iterable[Conflict]) -> Agenda:
    """The merge with their side taken for these conflicts, and ours for the others."""
    chosen = list(theirs_for)
    kept_or_dropped = [conflict for conflict in merge.conflicts if not conflict.unit]
    merged, _conflicts = _merged(merge.ancestor, merge.ours, merge.theirs, kept_or_dropped, chosen)
    merged = _with_latest_number(merge.ours, merged, merge.unissued)
    for conflict in chosen:
        held = records_of(merged, conflict.table).get(conflict.row_id)
        if conflict.unit and held is not None:
            taken = {name: getattr(conflict.theirs, name) for name in conflict.unit}
            merged = merged.with_records([(conflict.table, conflict.row_id, replace(held, **taken))])
    return sound(_in_order_of(merge.theirs, merged, chosen))


def common_of(ancestor: Agenda, first: Agenda, second: Agenda) -> Agenda:
    """What two states that both copies know hold together; where they differ, what they began with.

    So whatever either copy says there now is a change, and what both did differently is asked about.
    """
    merge = merge_of(ancestor, first, second)
    kept = settled(merge, [conflict for conflict in merge.conflicts if not conflict.unit and conflict.ours is None])
    for conflict in merge.conflicts:
        held = records_of(kept, conflict.table).get(conflict.row_id)
        if conflict.unit and conflict.before is not None and held is not None:
            began = {name: getattr(conflict.before, name) for name in conflict.unit}
            kept = kept.with_records([(conflict.table, conflict.row_id, replace(held, **began))])
    # What a draft is called here or there, where both have it, is not for this state to say.
    return kept.with_records(("drafts", row_id, None) for row_id in kept.drafts if row_id not in ancestor.drafts)


def _dropped_by_one(ancestor: Agenda, ours: Agenda, theirs: Agenda) -> tuple[Conflict, ...]:
    """Rows that one copy dropped while the other worked on them or on what hangs on them; the uppermost of each."""
    here, there = worked_on(ancestor, ours), worked_on(ancestor, theirs)
    found: dict[RowKey, Conflict] = {}
    under: set[RowKey] = set()
    for table in MERGED_TABLES:
        mine, other = records_of(ours, table), records_of(theirs, table)
        for row_id, before in records_of(ancestor, table).items():
            key, own, their = (table, row_id), mine.get(row_id), other.get(row_id)
            gone_here = own is None and their is not None and (their != before or key in there)
            gone_there = their is None and own is not None and (own != before or key in here)
            if (gone_here or gone_there) and key not in under:
                found[key] = Conflict(table, row_id, (), before, own, their)
                under |= below(ancestor, [key])
    return tuple(found.values())


def _merged(
    ancestor: Agenda, ours: Agenda, theirs: Agenda, dropped: Iterable[Conflict], theirs_for: Collection[Conflict] = ()
) -> tuple[Agenda, tuple[Conflict, ...]]:
    """The merge once it is decided which rows stay: who had dropped one that stays has it back, with all below."""
    stays = {(row.table, row.row_id): (row.ours is None) == (row in theirs_for) for row in dropped}
    kept = [key for key, is_kept in stays.items() if is_kept]
    gone = [key for key, is_kept in stays.items() if not is_kept]
    mine, other = (with_rows_back(without_rows(copy, ancestor, gone), ancestor, kept) for copy in (ours, theirs))
    conflicts: list[Conflict] = []
    changes = [change for table in MERGED_TABLES for change in _merged_rows(table, (ancestor, mine, other), conflicts)]
    merged = sound(_in_order_of(mine, mine.with_records(changes), conflicts))
    return merged, tuple(conflicts)


def _in_order_of(copy: Agenda, merged: Agenda, conflicts: Iterable[Conflict]) -> Agenda:
    """The seats of a session and role whose order is asked about all in the order of one copy, never in a mixture."""
    orders = [conflict.ours for conflict in conflicts if (conflict.table, conflict.unit) == _ORDER]
    asked = {(seat.session_id, seat.role) for seat in orders}
    return merged.with_records(
        ("seats", seat.id, replace(seat, position=copy.seats[seat.id].position))
        for seat in merged.seats.values()
        if (seat.session_id, seat.role) in asked and seat.id in copy.seats
    )


def _with_number_of(ours: Agenda, theirs: Agenda) -> Agenda:
    """Once drafts are issued, the number of the latest follows from them and is nobody's wish."""
    if not drafts_of(ours) and not drafts_of(theirs):
        return theirs
    meeting = replace(theirs.meeting, draft_number=ours.meeting.draft_number)
    return theirs.with_records([("meeting", meeting.id, meeting)])


def _with_latest_number(ours: Agenda, merged: Agenda, unissued: int) -> Agenda:
    issued = drafts_of(merged)
    if not issued and not drafts_of(ours):
        return merged
    number = issued[-1].number if issued else unissued
    return merged.with_records([("meeting", merged.meeting.id, replace(merged.meeting, draft_number=number))])


def _merged_rows(
    table: str, copies: tuple[Agenda, Agenda, Agenda], conflicts: list[Conflict]
) -> Iterator[tuple[str, int, Any]]:
    """The rows of ours that the merge changes; of the copies the first is what both began with."""
    base, mine, other = (records_of(agenda, table) for agenda in copies)
    for row_id in sorted(base.keys() | mine.keys() | other.keys()):
        before, here, there = base.get(row_id), mine.get(row_id), other.get(row_id)
        if there in (here, before):
            continue
        if here == before:
            yield table, row_id, there
        elif here is not None and there is not None:
            yield table, row_id, _merged_record(table, before, here, there, conflicts)


def _merged_record(table: str, before: Any, here: Any, there: Any, conflicts: list[Conflict]) -> Any:
    """Both copies changed the row: each unit of fields is that of the only one that changed it."""
    taken: dict[str, Any] = {}
    for unit in units_of(table, here):
        was, mine, other = (
            record and tuple(getattr(record, name) for name in unit) for record in (before, here, there)
        )
        if other in (was, mine):
            continue
        if mine == was:
            taken.update(zip(unit, other, strict=True))
        else:
            conflicts.append(Conflict(table, here.id, unit, before, here, there))
    return replace(here, **taken)


def units_of(table: str, record: Any) -> Iterator[tuple[str, ...]]:
    """The fields of a record, those together that mean something only together."""
    together = _UNITS.get(table, ())
    yield from together
    grouped = {name for unit in together for name in unit}
    for field in fields(record):
        if field.name not in grouped and field.name != "id":
            yield (field.name,)
