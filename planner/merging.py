"""The common state of an open meeting and another copy of it: found in their histories, or in a draft of both."""

from pathlib import Path
from typing import NamedTuple

from planner.document import Document
from planner.errors import RuleBroken
from planner.models import journal
from planner.models.agenda import Agenda
from planner.models.file import reading_file
from planner.models.freezing import PLAN_TABLES, records_of
from planner.models.journal import PastStep
from planner.models.loading import record_from_row
from planner.rules.drafts import draft_agenda, draft_name, drafts_of
from planner.wording import say


class Ancestry(NamedTuple):
    """The other copy, and the state that both began with; ``since`` says in words which that is."""

    ancestor: Agenda
    theirs: Agenda
    since: str


def common_ancestry(document: Document, other: Path) -> Ancestry:
    """What the open meeting and the other file have in common. Raises FileProblem, RuleBroken when nothing is."""
    ours = document.steps()
    with reading_file(other) as (connection, theirs):
        shared = _common_steps(ours, journal.all_steps(connection))
        latest = max((step.id for step in shared), default=0)
        rows = journal.rows_before(connection, latest)
        began = theirs.with_records(
            (row.table, row.row_id, None if row.values is None else record_from_row(row.table, row.values))
            for row in rows
        )
    ancestor = document.agenda_at(latest)
    if _same_plan(ancestor, began):
        return Ancestry(ancestor, theirs, _since(shared))
    return _by_draft(document.agenda, theirs, other)


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


def _since(shared: list[PastStep]) -> str:
    if not shared:
        return say("since the file was made")
    return say("since “{step}” of {day}", step=shared[-1].name, day=shared[-1].made_at[:10])


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
