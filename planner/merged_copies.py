"""What was merged before: so that the same copy, merged once more, brings only what is new since."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planner.models.agenda import Agenda
from planner.models.aside_records import MergedCopy
from planner.models.freezing import records_of
from planner.models.journal import STANDS, PastStep
from planner.models.row_marks import Marks
from planner.rules.merge_numbers import MERGED_TABLES


def merged_from_there(ours: Agenda, their_steps: Sequence[PastStep]) -> MergedCopy | None:
    """The record here of the latest state of that copy that was merged, and of which the step still stands there."""
    return _latest_of(ours.merges.values(), their_steps)


def merged_from_here(theirs: Agenda, our_steps: Sequence[PastStep]) -> MergedCopy | None:
    """The record there of the latest state of this meeting that was merged, of which the step still stands here."""
    return _latest_of(theirs.merges.values(), our_steps)


def _latest_of(records: Iterable[MergedCopy], steps: Sequence[PastStep]) -> MergedCopy | None:
    standing = {_step(step) for step in steps if step.state == STANDS}
    return max((row for row in records if known_as(row) in standing), key=lambda row: row.step_id, default=None)


def known_as(record: MergedCopy) -> tuple[int, str, str]:
    """The step of the other copy: its number, name and time."""
    return record.step_id, record.step_name, record.step_made_at


def _step(step: PastStep) -> tuple[int, str, str]:
    return step.id, step.name, step.made_at


def merged_with_it(
    ours: Agenda, theirs: Agenda, our_steps: Sequence[PastStep], their_steps: Sequence[PastStep], now: str
) -> Iterator[MergedCopy]:
    """What is in this meeting once the other copy is: up to its latest step, and all that was merged into it.

    Records without a number of their own yet. ``now`` is ISO 8601 in UTC.
    """
    latest = max((step for step in their_steps if step.state == STANDS), key=lambda step: step.id, default=None)
    if latest is not None:
        yield MergedCopy(0, latest.id, latest.name, latest.made_at, now, NO_NUMBERS)
    known = {*map(known_as, ours.merges.values()), *map(_step, our_steps)}
    for record in theirs.merges.values():
        if known_as(record) not in known:
            yield replace(record, id=0, numbers=NO_NUMBERS)


NO_NUMBERS = ""
"""Since version 4 of the file rows have marks; version 3 kept with each merge which numbers they got here."""


def marks_of_merges(marks: Marks, other: Marks, pairs: Iterable[tuple[str, int, int]]) -> Marks:
    """Our marks and those of the other copy's rows that a merge of version 3 brought: (table, number there, here)."""
    names: dict[tuple[str, int], list[str]] = {}
    for table, given in other.items():
        for mark, row_id in given.items():
            names.setdefault((table, row_id), []).append(mark)
    found = {table: dict(given) for table, given in marks.items()}
    for table, there, here in pairs:
        for mark in names.get((table, there), ()):
            found.setdefault(table, {}).setdefault(mark, here)
    return found


def merged_pairs(record: MergedCopy | None, merged: Agenda | None) -> Iterator[tuple[str, int, int]]:
    """Table, number there and number here of each row of the copy as it was ``merged``; none of later versions."""
    if record is None or merged is None or record.numbers == NO_NUMBERS:
        return
    numbers = _numbers_of(record)
    if numbers is None:
        return
    for table in MERGED_TABLES:
        given = numbers.get(table, {})
        yield from ((table, row_id, given.get(row_id, row_id)) for row_id in records_of(merged, table))


def _numbers_of(record: MergedCopy) -> dict[str, dict[int, int]] | None:
    """Table -> number there -> number here, where they differ; None for what another program wrote there."""
    try:
        found = json.loads(record.numbers)
        return {str(table): {int(there): int(here) for there, here in given.items()} for table, given in found.items()}
    except (AttributeError, TypeError, ValueError, RecursionError):
        return None
