"""Another copy of the meeting taken in: what only one of both changed, and what was decided about the rest."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session as DatabaseSession

from planner.document import Document
from planner.edits.restoring import make_plan
from planner.merged_copies import merged_with_it
from planner.merging import Ancestry
from planner.models.aside_records import MergedCopy
from planner.models.freezing import records_of
from planner.models.record import field_names
from planner.models.row_marks import RowMark
from planner.models.tables import MergedCopyRow, RowMarkRow
from planner.rules.drafts import drafts_of
from planner.rules.merge_numbers import MERGED_TABLES
from planner.rules.merging import Conflict, Merge, settled
from planner.wording import say


def merge_copy(document: Document, shared: Ancestry, merge: Merge, theirs_for: Iterable[Conflict] = ()) -> None:
    """Make the merge the meeting, one step; ``theirs_for`` are the conflicts in which the other copy is right.

    What stands outside the history, the numbers of drafts and what went into calendars, is remembered before it. Up
    to where the other copy was merged is kept with the step, so that it brings only what is new the next time.
    """
    wanted = settled(merge, theirs_for)
    document.keep_draft_numbers(shared.given | {draft.number for draft in drafts_of(wanted)})
    document.keep_calendar_events(shared.events)
    if wanted == document.agenda and not merge.conflicts:
        return
    now = datetime.now(UTC).isoformat(timespec="seconds")
    merged = list(merged_with_it(document.agenda, shared.theirs, document.steps(), shared.copy.steps, now))
    with document.edit(say("Merge “{name}”", name=shared.name)) as rows:
        # Before the rows: one that comes in keeps the mark by which it is known, and gets none of its own.
        _keep_marks(rows, [mark for mark in shared.marks if mark.row_id in records_of(wanted, mark.table)])
        make_plan(rows, document.agenda, wanted, MERGED_TABLES)
        _remember(rows, merged)


def _keep_marks(rows: DatabaseSession, marks: Iterable[RowMark]) -> None:
    values = [{"table_name": mark.table, "row_id": mark.row_id, "mark": mark.mark} for mark in marks]
    if values:
        rows.execute(insert(RowMarkRow).prefix_with("OR IGNORE"), values)


def _remember(rows: DatabaseSession, merged: Iterable[MergedCopy]) -> None:
    for record in merged:
        values = {name: getattr(record, name) for name in field_names(MergedCopy) if name != "id"}
        rows.add(MergedCopyRow(**values))
