"""A draft as a file of its own: the plan of then, whole or not at all, and still a copy that can be merged."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from planner import edits
from planner.document import Document
from planner.draft_copy import copy_draft
from planner.errors import FileProblem, RuleBroken
from planner.merging import common_ancestry
from planner.models.file import read_agenda
from planner.models.freezing import PLAN_TABLES, records_of
from planner.rules.drafts import draft_agenda
from tests.meetings import FIRST, SECOND, alter, friday, make_meeting


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """A draft was issued, then a session moved."""
    opened = Document.open(make_meeting(tmp_path / "meeting.agenda"))
    edits.drafts.issue_draft(opened)
    edits.sessions.move_session(opened, SECOND, friday(700))
    yield opened
    opened.close()


def test_the_copy_has_the_plan_of_the_draft_and_the_meeting_stays(document: Document, tmp_path: Path) -> None:
    target, before = tmp_path / "copy.agenda", document.path.read_bytes()
    copy_draft(document, 1, target)
    wanted, made = draft_agenda(document.agenda, document.agenda.drafts[1]), read_agenda(target)
    assert {name: records_of(made, name) for name in PLAN_TABLES} == {
        name: records_of(wanted, name) for name in PLAN_TABLES
    }
    assert document.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("[!.]*")) == ["copy.agenda", "meeting.agenda"]
    assert list(tmp_path.glob(".copy*")) == []


def test_what_is_done_in_the_copy_can_be_merged_later(document: Document, tmp_path: Path) -> None:
    target = tmp_path / "copy.agenda"
    copy_draft(document, 1, target)
    with closing(Document.open(target)) as copy:
        edits.sessions.change_session(copy, FIRST, title="Theirs")
    assert common_ancestry(document, target).theirs.sessions[FIRST].title == "Theirs"


def test_a_file_that_is_there_is_not_written_over(document: Document, tmp_path: Path) -> None:
    target = Path(shutil.copyfile(document.path, tmp_path / "copy.agenda"))
    before = target.read_bytes()
    with pytest.raises(FileProblem, match=r"“copy\.agenda” exists already\."):
        copy_draft(document, 1, target)
    assert target.read_bytes() == before


def test_a_draft_that_cannot_be_read_leaves_no_file(document: Document, tmp_path: Path) -> None:
    document.close()
    alter(document.path, "UPDATE drafts SET content = '{}'")
    with closing(Document.open(document.path)) as again, pytest.raises(RuleBroken, match="cannot be read"):
        copy_draft(again, 1, tmp_path / "copy.agenda")
    assert [path.name for path in tmp_path.iterdir()] == ["meeting.agenda"]


def test_a_folder_that_is_not_there_is_said(document: Document, tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        copy_draft(document, 1, tmp_path / "nowhere" / "copy.agenda")
