"""What was merged before: so that the same copy, merged once more, brings only what is new since."""

import json
from collections.abc import Iterable, Sequence

from planner.models.agenda import Agenda
from planner.models.aside_records import MergedCopy
from planner.models.journal import STANDS, PastStep
from planner.rules.merge_numbers import Numbers


def merged_from_there(ours: Agenda, their_steps: Sequence[PastStep]) -> MergedCopy | None:
    """The latest record here of a merge of that copy, of which the step still stands there."""
    return _latest_of(ours.merges.values(), their_steps)


def merged_from_here(theirs: Agenda, our_steps: Sequence[PastStep]) -> MergedCopy | None:
    """The latest record there of a merge of this meeting, of which the step still stands here."""
    return _latest_of(theirs.merges.values(), our_steps)


def _latest_of(records: Iterable[MergedCopy], steps: Sequence[PastStep]) -> MergedCopy | None:
    standing = {(step.id, step.name, step.made_at) for step in steps if step.state == STANDS}
    known = [
        row
        for row in records
        if (row.step_id, row.step_name, row.step_made_at) in standing and numbers_of(row) is not None
    ]
    return max(known, key=lambda row: row.id, default=None)


def latest_standing(steps: Iterable[PastStep]) -> PastStep | None:
    """The step up to which a copy is merged."""
    return max((step for step in steps if step.state == STANDS), key=lambda step: step.id, default=None)


def numbers_as_text(numbers: Numbers) -> str:
    return json.dumps({table: dict(given) for table, given in sorted(numbers.items())})


def numbers_of(record: MergedCopy) -> Numbers | None:
    """What ``numbers_as_text`` wrote; None for what another program wrote there."""
    try:
        found = json.loads(record.numbers)
        return {str(table): {int(there): int(here) for there, here in given.items()} for table, given in found.items()}
    except (AttributeError, TypeError, ValueError, RecursionError):
        return None
