"""Another copy of the meeting taken in: what only one of both changed, and what was decided about the rest."""

from collections.abc import Iterable

from planner.document import Document
from planner.edits.restoring import make_plan
from planner.rules.merging import Conflict, Merge, settled
from planner.wording import say


def merge_copy(document: Document, merge: Merge, name: str, theirs_for: Iterable[Conflict] = ()) -> None:
    """Make the merge the plan, one step; ``theirs_for`` are the conflicts in which the other copy is right."""
    wanted = settled(merge, theirs_for)
    with document.edit(say("Merge “{name}”", name=name)) as rows:
        make_plan(rows, document.agenda, wanted)
