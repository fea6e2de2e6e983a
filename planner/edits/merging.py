"""Another copy of the meeting taken in: what only one of both changed, and what was decided about the rest."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy.orm import Session as DatabaseSession

from planner.document import Document
from planner.edits.restoring import make_plan
from planner.merged_copies import latest_standing, numbers_as_text
from planner.merging import Ancestry
from planner.models.tables import MergedCopyRow
from planner.rules.drafts import drafts_of
from planner.rules.merge_numbers import MERGED_TABLES, Numbers, events_here, joined
from planner.rules.merging import Conflict, Merge, settled
from planner.wording import say


def merge_copy(document: Document, shared: Ancestry, merge: Merge, theirs_for: Iterable[Conflict] = ()) -> None:
    """Make the merge the meeting, one step; ``theirs_for`` are the conflicts in which the other copy is right.

    What stands outside the history, the numbers of drafts and what went into calendars, is remembered before it. Up
    to where the other copy was merged is kept with the step, so that it brings only what is new the next time.
    """
    wanted = settled(merge, theirs_for)
    numbers = joined(shared.numbers, merge.numbers)
    document.keep_draft_numbers(shared.given | {draft.number for draft in drafts_of(wanted)})
    document.keep_calendar_events(events_here(shared.copy.events, document.calendar_events(), numbers))
    if wanted == document.agenda and not merge.conflicts:
        return
    with document.edit(say("Merge “{name}”", name=shared.name)) as rows:
        make_plan(rows, document.agenda, wanted, MERGED_TABLES)
        _remember(rows, shared, numbers)


def _remember(rows: DatabaseSession, shared: Ancestry, numbers: Numbers) -> None:
    step = latest_standing(shared.copy.steps)
    if step is not None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        rows.add(
            MergedCopyRow(
                step_id=step.id, step_name=step.name, step_made_at=step.made_at, merged_at=now,
                numbers=numbers_as_text(numbers),
            )
        )  # fmt: skip
