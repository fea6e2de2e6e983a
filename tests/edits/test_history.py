"""The oldest steps are dropped by rule or on demand; what stands, and what came since the last draft, stays."""

import shutil
from pathlib import Path

import pytest

from planner import edits
from planner.document import Document
from planner.errors import RuleBroken
from planner.models.file import read_agenda
from planner.past import past_steps
from tests.meetings import FIRST, OPENING, tables


def retitle(document: Document, times: int) -> None:
    for number in range(times):
        edits.sessions.change_session(document, FIRST, title=f"{document.agenda.sessions[FIRST].title} {number}")


def step_ids(document: Document) -> list[int]:
    return [step.id for step in past_steps(document)][::-1]


def test_beyond_the_limit_the_oldest_steps_go(document: Document) -> None:
    retitle(document, 5)
    edits.drafts.issue_draft(document)
    retitle(document, 2)
    before = tables(document.path)
    assert edits.history.prune_history(document, most_steps=4) == 4
    assert step_ids(document) == [5, 6, 7, 8]
    assert tables(document.path) == before


def test_never_past_the_last_draft(document: Document) -> None:
    retitle(document, 2)
    edits.drafts.issue_draft(document)
    retitle(document, 3)
    assert edits.history.prune_history(document, most_steps=1) == 2
    assert step_ids(document) == [3, 4, 5, 6]


def test_before_the_first_draft_nothing_goes(document: Document) -> None:
    retitle(document, 3)
    content = document.path.read_bytes()
    assert edits.history.prune_history(document, most_steps=1, most_bytes=1) == 0
    assert document.path.read_bytes() == content


def test_a_history_of_too_many_bytes_is_pruned_too(document: Document) -> None:
    retitle(document, 6)
    edits.drafts.issue_draft(document)
    assert edits.history.prune_history(document, most_bytes=1) == 6
    assert step_ids(document) == [7]


def test_within_the_limits_nothing_is_written(document: Document) -> None:
    retitle(document, 3)
    edits.drafts.issue_draft(document)
    content = document.path.read_bytes()
    assert edits.history.prune_history(document) == 0
    assert document.path.read_bytes() == content


def test_undo_and_redo_go_on_with_what_is_left(document: Document) -> None:
    retitle(document, 3)
    edits.drafts.issue_draft(document)
    retitle(document, 1)
    after = document.agenda
    edits.history.prune_history(document, most_steps=1)
    while document.undo() is not None:
        pass
    assert document.agenda.drafts == {}
    while document.redo() is not None:
        pass
    assert document.agenda == after == read_agenda(document.path)


def test_the_pruned_file_opens_and_goes_on(document: Document, tmp_path: Path) -> None:
    retitle(document, 3)
    edits.drafts.issue_draft(document)
    edits.history.prune_history(document, most_steps=1)
    copy = shutil.copy(document.path, tmp_path / "copy.agenda")
    again = Document.open(Path(copy))
    assert step_ids(again) == [4]
    edits.sessions.change_session(again, OPENING, title="Later")
    assert step_ids(again) == [4, 5]
    again.close()


def test_on_demand_all_before_the_last_draft_goes(document: Document) -> None:
    retitle(document, 2)
    edits.drafts.issue_draft(document)
    retitle(document, 2)
    edits.drafts.issue_draft(document)
    draft_step = edits.history.last_draft_step(document)
    assert draft_step == 6
    assert edits.history.prune_before(document, draft_step) == 5
    assert step_ids(document) == [6]


def test_what_came_after_the_last_draft_is_not_pruned_on_demand(document: Document) -> None:
    edits.drafts.issue_draft(document, "for the Bureau")
    retitle(document, 2)
    number = document.agenda.meeting.draft_number
    with pytest.raises(RuleBroken) as refusal:
        edits.history.prune_before(document, 3)
    assert refusal.value.sentence == (
        f"What came after Draft {number}, for the Bureau is kept. Choose an earlier step."
    )


def test_without_a_draft_nothing_is_pruned_on_demand(document: Document) -> None:
    retitle(document, 2)
    with pytest.raises(RuleBroken, match="No draft was issued yet"):
        edits.history.prune_before(document, 2)


def test_a_draft_that_was_undone_keeps_nothing(document: Document) -> None:
    retitle(document, 2)
    edits.drafts.issue_draft(document)
    document.undo()
    assert edits.history.last_draft_step(document) is None
