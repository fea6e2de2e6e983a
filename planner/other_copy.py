"""Another copy of the meeting as it was read: the states of it that a merge may begin with, and what is beside them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from planner.merged_copies import merged_from_there
from planner.models import journal
from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent
from planner.models.calendar_events import read_calendar_events
from planner.models.draft_numbers import numbers_given
from planner.models.file import reading_file
from planner.models.journal import PastStep
from planner.models.loading import changed_records
from planner.models.past import RowImage, rows_gone, whole_images
from planner.models.problems import reading_problem
from planner.models.row_marks import Marks, read_marks
from planner.rules.merge_numbers import GoneRows, Numbers, renumbered

_STEPS_COMPARED = 500


class OtherCopy(NamedTuple):
    """What was read of the other file: the meeting now, and as it ``began`` after the latest of the ``shared`` steps.

    ``images`` are those of the latest shared steps: what tells whether they are one and the same. ``parted`` are the
    steps after them that both know and only one still has; ``at_parted`` is the copy with those that stand there.
    ``at_merge`` is the copy as it was when it was last merged here. ``marks`` tell which rows are known here; ``gone``
    are those that were dropped there since, as they last were. ``given`` and ``events`` stand outside the history:
    the numbers given to drafts, and what went into calendars.
    """

    path: Path
    theirs: Agenda
    began: Agenda
    steps: tuple[PastStep, ...]
    shared: tuple[PastStep, ...]
    images: Mapping[int, Sequence[RowImage]]
    parted: tuple[PastStep, ...]
    at_parted: Agenda
    at_merge: Agenda | None
    marks: Marks
    gone: GoneRows
    given: frozenset[int]
    events: tuple[CalendarEvent, ...]

    def states(self) -> tuple[Agenda, ...]:
        """The copy as it is, and every earlier state of it that was read."""
        earlier = () if self.at_merge is None else (self.at_merge,)
        return (self.theirs, self.began, self.at_parted, *earlier)

    def numbered(self, numbers: Numbers) -> "OtherCopy":
        """The copy with the row numbers that it has here."""
        theirs, began, at_parted, *at_merge = (renumbered(state, numbers) for state in self.states())
        return self._replace(
            theirs=theirs, began=began, at_parted=at_parted, at_merge=at_merge[0] if at_merge else None
        )


def read_other(agenda: Agenda, ours: tuple[PastStep, ...], other: Path) -> OtherCopy:
    """Read the other file; ``ours`` are the steps of the open meeting. In any thread. Raises FileProblem."""
    try:
        with reading_file(other) as (connection, theirs):
            steps = journal.all_steps(connection)
            shared, parted = _common_steps(ours, steps)
            images = whole_images(connection, [step.id for step in (*shared[-_STEPS_COMPARED:], *parted)])
            merged = merged_from_there(agenda, steps)
            known = latest_of([*shared, *parted]) if merged is None else merged.step_id

            def at(step_id: int) -> Agenda:
                rows = journal.rows_before(connection, step_id)
                return theirs.with_records(changed_records((row.table, row.row_id, row.values) for row in rows))

            return OtherCopy(
                other, theirs, at(latest_of(shared)), steps, shared, images, parted, at(latest_of([*shared, *parted])),
                None if merged is None else at(merged.step_id), read_marks(connection), rows_gone(connection, known),
                numbers_given(connection), read_calendar_events(connection),
            )  # fmt: skip
    except ValueError as problem:
        raise reading_problem(other, None) from problem


def latest_of(shared: Sequence[PastStep]) -> int:
    """The number of the latest of these steps; 0 when there is none."""
    return max((step.id for step in shared), default=0)


def _common_steps(
    ours: tuple[PastStep, ...], theirs: tuple[PastStep, ...]
) -> tuple[tuple[PastStep, ...], tuple[PastStep, ...]]:
    """The steps that both have from the beginning and that stand in both; then ours of those that stand in one alone.

    The latter were taken back in the other copy since. (Were they undone before the copies parted and redone in one,
    it would be the other way round; nothing tells, and few copy a file in the midst of undoing.) Either copy may have
    pruned its oldest steps: they begin where both still know theirs.
    """
    known = {step.id: step for step in theirs}
    oldest = min(known, default=0)
    shared: list[PastStep] = []
    parted: list[PastStep] = []
    for step in ours:
        other = known.get(step.id)
        if step.id < oldest:
            continue
        if other is None or (other.name, other.made_at) != (step.name, step.made_at):
            break
        standing = (step.state == journal.STANDS) + (other.state == journal.STANDS)
        if standing:
            (parted if standing == 1 else shared).append(step)
    return tuple(shared), tuple(parted)
