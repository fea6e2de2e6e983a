"""The common state of an open meeting and another copy of it: found in their histories, or in a draft of both."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from planner.document import Document
from planner.errors import InputProblem, RuleBroken
from planner.merged_copies import marks_of_merges, merged_from_here, merged_from_there, merged_pairs
from planner.models import journal
from planner.models.agenda import Agenda
from planner.models.aside_records import CalendarEvent, MergedCopy
from planner.models.draft_numbers import numbers_given
from planner.models.freezing import KEPT_ASIDE, PLAN_TABLES, beside, records_of
from planner.models.journal import PastStep
from planner.models.loading import changed_records, row_numbers_used
from planner.models.past import RowImage, rows_gone, whole_images
from planner.models.row_marks import RowMark, read_marks
from planner.other_copy import OtherCopy, latest_of, read_other
from planner.rules.drafts import draft_name, drafts_of, plan_of
from planner.rules.merge_numbers import (
    events_here,
    known_here,
    marks_here,
    numbers_here,
    with_rows_of_both,
)
from planner.rules.merging import Merge, common_of, merge_of
from planner.rules.moments import date_made_words
from planner.wording import say


class Ancestry(NamedTuple):
    """The other copy with the row numbers of this one, and the state that both began with.

    ``since`` says in words which state that is. ``given`` are the numbers given to drafts in either copy; ``marks``
    are what the other calls its rows, ``events`` what it put into calendars and is new here.
    """

    copy: OtherCopy
    ancestor: Agenda
    since: str
    given: frozenset[int] = frozenset()
    marks: tuple[RowMark, ...] = ()
    events: tuple[CalendarEvent, ...] = ()

    @property
    def name(self) -> str:
        return self.copy.path.name

    @property
    def theirs(self) -> Agenda:
        return self.copy.theirs

    def merge_into(self, ours: Agenda) -> Merge:
        """What both come to together."""
        return merge_of(self.ancestor, ours, self.theirs, self.given)


def common_ancestry(document: Document, other: Path) -> Ancestry:
    """What the open meeting and the other file have in common. Raises FileProblem, RuleBroken when nothing is."""
    return ancestry_with(document, read_other(document.agenda, document.steps(), other))


def ancestry_with(document: Document, copy: OtherCopy) -> Ancestry:
    """The common state, in the document's own thread. Raises FileProblem, RuleBroken when there is none."""
    if copy.path.exists() and copy.path.samefile(document.path):
        raise InputProblem(say("“{name}” is the file you have open. Choose another copy of it.", name=copy.path.name))
    known_there = _known_there(document, copy)
    with document.reading() as connection:
        given, used = numbers_given(connection) | copy.given, row_numbers_used(connection)
        own, gone = read_marks(connection), rows_gone(connection, known_there)
    copy = _without_doubles(document, copy)
    own = marks_of_merges(own, copy.marks, _merged_by_version_3(document, copy))
    numbers = numbers_here(document.agenda, own, copy.states(), copy.marks, used)
    there = copy.numbered(numbers)
    found = _by_merge(document, there) or _by_step(document, there) or _by_draft(document.agenda, there)
    gone_there = known_here(copy.gone, own, copy.marks, numbers)
    ancestor = with_rows_of_both(found.ancestor, document.agenda, there.theirs, gone, gone_there)
    marks = tuple(marks_here(copy.theirs, copy.marks, numbers))
    events = tuple(events_here(copy.events, document.calendar_events(), numbers))
    return found._replace(ancestor=ancestor, given=given, marks=marks, events=events)


def _merged_by_version_3(document: Document, copy: OtherCopy) -> Iterator[tuple[str, int, int]]:
    """Rows known by the numbers that a merge, in either direction, gave them before rows had marks."""
    here = merged_from_there(document.agenda, copy.steps)
    yield from merged_pairs(here, copy.at_merge)
    there = merged_from_here(copy.theirs, document.steps())
    then = None if there is None else document.agenda_at(there.step_id)
    yield from ((table, number, own) for table, own, number in merged_pairs(there, then))


def _known_there(document: Document, copy: OtherCopy) -> int:
    """The latest step of ours that the other copy knows."""
    merged = merged_from_here(copy.theirs, document.steps())
    return latest_of([*copy.shared, *copy.parted]) if merged is None else merged.step_id


def _by_merge(document: Document, copy: OtherCopy) -> Ancestry | None:
    """One was merged into the other before, or both with a third: what both know since is what both began with.

    Not by the clock: those of two machines differ. A state that holds the other's merge is the later one; of two that
    hold neither the other, that is what both hold together.
    """
    ours, at_merge = document.agenda, copy.at_merge
    here, there = merged_from_there(ours, copy.steps), merged_from_here(copy.theirs, document.steps())
    then = None if there is None else document.agenda_at(there.step_id)
    if there is not None and then is not None and (here is None or here.id in then.merges):
        return Ancestry(copy, then, _since_taken_in(there, ours.meeting.zone))
    if here is None or at_merge is None:
        return None
    since = say("since it was merged on {day}", day=date_made_words(here.merged_at, ours.meeting.zone))
    began = _by_step(document, copy)
    if there is None or then is None or there.id in at_merge.merges or began is None:
        return Ancestry(copy, at_merge, since)
    return Ancestry(copy, common_of(began.ancestor, then, at_merge), since)


def _since_taken_in(merged: MergedCopy, zone: str) -> str:
    return say("since it took in this meeting on {day}", day=date_made_words(merged.merged_at, zone))


def _by_step(document: Document, copy: OtherCopy) -> Ancestry | None:
    ancestor = document.agenda_at(latest_of(copy.shared))
    if not _same_plan(ancestor, copy.began):
        return None
    since = _since(copy.shared, ancestor.meeting.zone)
    if copy.parted:
        here = copy.parted[-1].state == journal.STANDS
        ancestor = document.agenda_at(copy.parted[-1].id) if here else copy.at_parted
    return Ancestry(copy, ancestor, since)


def _without_doubles(document: Document, copy: OtherCopy) -> OtherCopy:
    """The copy with the steps that are truly known to both: one of the same name and second can be another one."""
    with document.reading() as connection:
        ours = whole_images(connection, list(copy.images))
    other = [step_id for step_id, images in copy.images.items() if ours[step_id] != images]
    if not other:
        return copy
    earlier = tuple(step for step in copy.shared if step.id < other[0])
    later = [image for step in copy.shared if step.id >= other[0] for image in copy.images[step.id]]
    return copy._replace(shared=earlier, began=_as_before(copy.began, later), parted=())


def _as_before(agenda: Agenda, images: Sequence[RowImage]) -> Agenda:
    """The meeting before these changes, given in the order in which they were made."""
    rows = ((image.table, image.row_id, json.loads(image.before) if image.before else None) for image in images[::-1])
    return agenda.with_records(changed_records(rows))


def _same_plan(first: Agenda, second: Agenda) -> bool:
    return all(records_of(first, table) == records_of(second, table) for table in PLAN_TABLES)


def _since(shared: Sequence[PastStep], zone: str) -> str:
    if not shared:
        return say("since the file was made")
    return say("since “{step}” of {day}", step=shared[-1].name, day=date_made_words(shared[-1].made_at, zone))


def _by_draft(ours: Agenda, copy: OtherCopy) -> Ancestry:
    """The latest draft that both hold with the same content. Raises RuleBroken when there is none."""
    known = {draft.number: draft for draft in drafts_of(copy.theirs)}
    for draft in reversed(drafts_of(ours)):
        if draft.number in known and known[draft.number].content == draft.content:
            ancestor = beside(plan_of(draft), ours).with_records(_not_in_both(ours, copy.theirs))
            return Ancestry(copy, ancestor, say("since {draft}", draft=draft_name(draft)))
    raise RuleBroken(
        say(
            "“{name}” is not a copy of this meeting: they have no step and no draft in common. "
            "To take people and interests over, export them there as a spreadsheet and import it in the Interest view.",
            name=copy.path.name,
        )
    )


def _not_in_both(ours: Agenda, theirs: Agenda) -> Iterator[tuple[str, int, Any]]:
    """A draft knows nothing of what is kept aside: what both hold alike is taken for older than it."""
    for table in KEPT_ASIDE:
        other = records_of(theirs, table)
        for row_id, record in records_of(ours, table).items():
            if other.get(row_id) != record:
                yield table, row_id, None
