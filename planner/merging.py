"""The common state of an open meeting and another copy of it: found in their histories, or in a draft of both."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from planner.document import Document
from planner.errors import InputProblem, RuleBroken
from planner.models import journal
from planner.models.agenda import Agenda
from planner.models.file import reading_file
from planner.models.freezing import PLAN_TABLES, records_of
from planner.models.journal import PastStep
from planner.models.loading import changed_records
from planner.models.past import RowImage, whole_images
from planner.models.problems import reading_problem
from planner.rules.drafts import draft_agenda, draft_name, drafts_of
from planner.rules.moments import date_made_words
from planner.wording import say

_STEPS_COMPARED = 500


class Ancestry(NamedTuple):
    """The other copy, and the state that both began with; ``since`` says in words which that is."""

    ancestor: Agenda
    theirs: Agenda
    since: str


class OtherCopy(NamedTuple):
    """What was read of the other file: the meeting now, and as it ``began`` after the latest of the ``shared`` steps.

    ``images`` are those of the latest shared steps: what tells whether they are one and the same.
    """

    path: Path
    theirs: Agenda
    began: Agenda
    shared: tuple[PastStep, ...]
    images: Mapping[int, Sequence[RowImage]]


def common_ancestry(document: Document, other: Path) -> Ancestry:
    """What the open meeting and the other file have in common. Raises FileProblem, RuleBroken when nothing is."""
    return ancestry_with(document, read_other(document.steps(), other))


def read_other(ours: tuple[PastStep, ...], other: Path) -> OtherCopy:
    """Read the other file; ``ours`` are the steps of the open meeting. In any thread. Raises FileProblem."""
    try:
        with reading_file(other) as (connection, theirs):
            shared = _common_steps(ours, journal.all_steps(connection))
            rows = journal.rows_before(connection, _latest(shared))
            images = whole_images(connection, [step.id for step in shared[-_STEPS_COMPARED:]])
            began = theirs.with_records(changed_records((row.table, row.row_id, row.values) for row in rows))
    except ValueError as problem:
        raise reading_problem(other, None) from problem
    return OtherCopy(other, theirs, began, tuple(shared), images)


def ancestry_with(document: Document, copy: OtherCopy) -> Ancestry:
    """The common state, in the document's own thread. Raises FileProblem, RuleBroken when there is none."""
    if copy.path.exists() and copy.path.samefile(document.path):
        raise InputProblem(say("“{name}” is the file you have open. Choose another copy of it.", name=copy.path.name))
    copy = _without_doubles(document, copy)
    ancestor = document.agenda_at(_latest(copy.shared))
    if _same_plan(ancestor, copy.began):
        return Ancestry(ancestor, copy.theirs, _since(copy.shared, ancestor.meeting.zone))
    return _by_draft(document.agenda, copy.theirs, copy.path)


def _without_doubles(document: Document, copy: OtherCopy) -> OtherCopy:
    """The copy with the steps that are truly shared: one of the same name in the same second can be another one."""
    with document.reading() as connection:
        ours = whole_images(connection, list(copy.images))
    other = [step_id for step_id, images in copy.images.items() if ours[step_id] != images]
    if not other:
        return copy
    earlier = tuple(step for step in copy.shared if step.id < other[0])
    later = [image for step_id, images in copy.images.items() if step_id >= other[0] for image in images]
    return copy._replace(shared=earlier, began=_as_before(copy.began, later))


def _as_before(agenda: Agenda, images: Sequence[RowImage]) -> Agenda:
    """The meeting before these changes, given in the order in which they were made."""
    rows = ((image.table, image.row_id, json.loads(image.before) if image.before else None) for image in images[::-1])
    return agenda.with_records(changed_records(rows))


def _latest(shared: Sequence[PastStep]) -> int:
    return max((step.id for step in shared), default=0)


def _common_steps(ours: tuple[PastStep, ...], theirs: tuple[PastStep, ...]) -> list[PastStep]:
    """The steps that both have from the beginning and that stand in both, the latest last.

    Either copy may have pruned its oldest steps: they begin where both still know theirs.
    """
    known = {step.id: step for step in theirs}
    oldest = min(known, default=0)
    shared: list[PastStep] = []
    for step in ours:
        other = known.get(step.id)
        if step.id < oldest:
            continue
        if other is None or (other.name, other.made_at) != (step.name, step.made_at):
            break
        if step.state == other.state == journal.STANDS:
            shared.append(step)
    return shared


def _same_plan(first: Agenda, second: Agenda) -> bool:
    return all(records_of(first, table) == records_of(second, table) for table in PLAN_TABLES)


def _since(shared: Sequence[PastStep], zone: str) -> str:
    if not shared:
        return say("since the file was made")
    return say("since “{step}” of {day}", step=shared[-1].name, day=date_made_words(shared[-1].made_at, zone))


def _by_draft(ours: Agenda, theirs: Agenda, other: Path) -> Ancestry:
    """The latest draft that both hold with the same content."""
    known = {draft.number: draft for draft in drafts_of(theirs)}
    for draft in reversed(drafts_of(ours)):
        if draft.number in known and known[draft.number].content == draft.content:
            return Ancestry(draft_agenda(ours, draft), theirs, say("since {draft}", draft=draft_name(draft)))
    raise RuleBroken(
        say(
            "“{name}” is not a copy of this meeting: they have no step and no draft in common. "
            "To take people and interests over, export them there as a spreadsheet and import it in the Interest view.",
            name=other.name,
        )
    )
