"""What was merged before: so that the same copy, merged once more, brings only what is new since."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planner.models.agenda import Agenda
from planner.models.aside_records import MergedCopy
from planner.models.journal import STANDS, PastStep


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


NO_NUMBERS = "{}"
"""Version 3 of the file kept the numbers of rows with each merge; since version 4 rows have marks."""
