"""The oldest part of the history dropped, by the rule or on demand. No step of its own: it cannot be undone."""

from planner.document import Document
from planner.errors import RuleBroken
from planner.models.past import file_bytes, step_of_row, step_sizes
from planner.rules.drafts import draft_name, latest_draft
from planner.rules.pruning import MOST_BYTES, MOST_STEPS, first_kept
from planner.wording import say


def prune_history(document: Document, most_steps: int = MOST_STEPS, most_bytes: int = MOST_BYTES) -> int:
    """Drop the oldest steps beyond these limits, none since the last draft; returns how many went.

    Raises FileProblem.
    """
    with document.reading() as connection:
        # Counting bytes reads the whole journal: not where the file itself is small enough.
        small = file_bytes(connection) <= most_bytes
        sizes = step_sizes(connection, counted=not small)
    if small and len(sizes) <= most_steps:
        return 0
    first = first_kept(sizes, last_draft_step(document), most_steps=most_steps, most_bytes=most_bytes)
    return 0 if first is None else document.forget_steps_before(first)


def prune_before(document: Document, step_id: int) -> int:
    """Drop every step before this one. Raises RuleBroken when that is more than what came before the last draft."""
    draft_step = last_draft_step(document)
    if draft_step is None:
        raise RuleBroken(
            say("No draft was issued yet: until then the whole history is kept. Issue one, then prune what is older.")
        )
    if step_id > draft_step:
        latest = latest_draft(document.agenda)
        name = "" if latest is None else draft_name(latest)
        raise RuleBroken(say("What came after {draft} is kept. Choose an earlier step.", draft=name))
    return document.forget_steps_before(step_id)


def last_draft_step(document: Document) -> int | None:
    """The step that issued the last draft; None before the first."""
    latest = latest_draft(document.agenda)
    if latest is None:
        return None
    with document.reading() as connection:
        return step_of_row(connection, "drafts", latest.id)
