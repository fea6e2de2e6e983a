"""A copy merged once more brings what is new since, in either direction; what was decided is not asked again."""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from planner import edits
from planner.document import Document
from planner.merging import common_ancestry
from planner.models.agenda import Agenda
from planner.models.freezing import records_of
from planner.rules.drafts import draft_name, drafts_of
from planner.rules.merge_numbers import MERGED_TABLES
from tests.copies import open_copies, take_in
from tests.edits.test_random_walk import Walker
from tests.meetings import FIRST, SECOND, alter, make_meeting
from tests.test_merging import check_rows, sound


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Document, Document]]:
    with open_copies(tmp_path) as both:
        yield both


def titles(agenda: Agenda) -> list[str]:
    return [held.title for held in agenda.sessions.values()]


def test_a_session_that_came_with_a_merge_and_was_renamed_here_stays_one(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    edits.sessions.create_session(ours, title="Ours")
    edits.sessions.create_session(theirs, title="Theirs")
    take_in(ours, theirs)
    assert titles(ours.agenda)[4:] == ["Ours", "Theirs"]
    edits.sessions.change_session(ours, 6, title="Theirs, renamed here")
    edits.sessions.resize_session(theirs, 5, 45)
    merge = take_in(ours, theirs)
    assert merge.conflicts == ()
    assert [(held.title, held.minutes) for held in ours.agenda.sessions.values()][4:] == [
        ("Ours", 30), ("Theirs, renamed here", 45),
    ]  # fmt: skip


def test_what_was_decided_is_not_asked_again(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    edits.sessions.change_session(ours, FIRST, title="Ours")
    edits.sessions.change_session(theirs, FIRST, title="Theirs")
    assert len(take_in(ours, theirs).conflicts) == 1
    edits.sessions.change_session(theirs, SECOND, title="Second of theirs")
    assert take_in(ours, theirs).conflicts == ()
    assert titles(ours.agenda)[1:3] == ["Ours", "Second of theirs"]


def test_the_copy_that_was_merged_takes_the_result_back(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    edits.sessions.create_session(ours, title="Ours")
    edits.sessions.create_session(theirs, title="Theirs")
    take_in(ours, theirs)
    edits.sessions.change_session(theirs, 5, title="Theirs, renamed there")
    merge = take_in(theirs, ours)
    assert merge.conflicts == ()
    assert titles(theirs.agenda)[4:] == ["Theirs, renamed there", "Ours"]
    assert take_in(ours, theirs).conflicts == ()
    assert titles(ours.agenda)[4:] == ["Ours", "Theirs, renamed there"]


def test_a_first_draft_taken_back_in_one_copy_leaves_both_with_the_number_of_before(tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "ours.agenda")
    with closing(Document.open(path)) as document:
        edits.meeting.change_meeting(document, draft_number=4)
        edits.drafts.issue_draft(document)
    shutil.copy(path, tmp_path / "theirs.agenda")
    with closing(Document.open(path)) as ours, closing(Document.open(tmp_path / "theirs.agenda")) as theirs:
        theirs.undo()
        edits.sessions.change_session(ours, FIRST, title="Ours")
        take_in(ours, theirs)
        assert (drafts_of(ours.agenda), ours.agenda.meeting.draft_number) == ((), 4)
        take_in(theirs, ours)
        assert theirs.agenda.meeting == ours.agenda.meeting


def draft_names(document: Document) -> list[str]:
    return [draft_name(draft) for draft in drafts_of(document.agenda)]


def test_drafts_issued_in_both_have_one_number_each_however_often_they_are_merged(
    copies: tuple[Document, Document],
) -> None:
    ours, theirs = copies
    for document, label in ((ours, "of ours"), (theirs, "of theirs")):
        edits.sessions.change_session(document, FIRST if document is ours else SECOND, title=label)
        edits.drafts.issue_draft(document, label=label)
    take_in(ours, theirs)
    wanted = ["Draft 1, of ours", "Draft 2, Draft 1 of the other copy, of theirs"]
    assert draft_names(ours) == wanted
    for document, other in ((theirs, ours), (ours, theirs), (theirs, ours)):
        take_in(document, other)
        assert draft_names(document) == wanted
    edits.drafts.issue_draft(theirs)
    assert draft_names(theirs)[2:] == ["Draft 3"]


def test_two_who_merge_each_other_at_once_know_each_draft_once(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    edits.drafts.issue_draft(ours, label="of ours")
    edits.sessions.change_session(theirs, SECOND, title="Theirs")
    edits.drafts.issue_draft(theirs, label="of theirs")
    before = theirs.path.with_name("before.agenda")
    ours.save_copy(before)
    take_in(ours, theirs)
    with closing(Document.open(before)) as as_it_was:
        take_in(theirs, as_it_was)
    take_in(ours, theirs)
    assert draft_names(ours) == ["Draft 1, of ours", "Draft 2, Draft 1 of the other copy, of theirs"]


def test_a_draft_that_was_taken_back_there_is_taken_back_here(tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "ours.agenda")
    with closing(Document.open(path)) as ours:
        edits.drafts.issue_draft(ours)
        shutil.copy(path, tmp_path / "theirs.agenda")
        with closing(Document.open(tmp_path / "theirs.agenda")) as theirs:
            theirs.undo()
            edits.sessions.change_session(theirs, FIRST, title="Theirs")
            assert take_in(ours, theirs).conflicts == ()
        assert (draft_names(ours), ours.agenda.meeting.draft_number) == ([], 0)


def test_what_version_3_merged_is_known_by_the_numbers_that_it_kept(tmp_path: Path) -> None:
    paths = make_meeting(tmp_path / "ours.agenda"), tmp_path / "theirs.agenda"
    shutil.copy(*paths)
    for path, title in zip(paths, ("Ours", "Theirs"), strict=True):
        with closing(Document.open(path)) as document:
            edits.sessions.create_session(document, title=title)
    with closing(Document.open(paths[0])) as ours, closing(Document.open(paths[1])) as theirs:
        take_in(ours, theirs)
    alter(
        paths[0],
        "UPDATE row_marks SET mark = 'made by the merge' WHERE table_name = 'sessions' AND row_id = 6",
        """UPDATE merges SET numbers = '{"sessions": {"5": 6}}'""",
    )
    with closing(Document.open(paths[0])) as ours, closing(Document.open(paths[1])) as theirs:
        edits.sessions.resize_session(theirs, 5, 45)
        for document, other in ((ours, theirs), (theirs, ours), (ours, theirs)):
            assert take_in(document, other).conflicts == ()
            held = sorted((held.title, held.minutes) for held in document.agenda.sessions.values() if held.id > 4)
            assert held == [("Ours", 30), ("Theirs", 45)]


def test_an_undone_merge_can_be_made_again(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    edits.sessions.create_session(theirs, title="Theirs")
    take_in(ours, theirs)
    ours.undo()
    assert titles(ours.agenda)[4:] == []
    take_in(ours, theirs)
    assert titles(ours.agenda)[4:] == ["Theirs"]


@pytest.mark.parametrize("seed", range(4))
def test_two_who_work_apart_and_merge_again_and_again_come_to_the_same(tmp_path: Path, seed: int) -> None:
    paths = make_meeting(tmp_path / "ours.agenda"), tmp_path / "theirs.agenda"
    shutil.copy(*paths)
    chance = random.Random(seed)
    for _round in range(3):
        for path in paths:
            with closing(Document.open(path)) as document:
                walker = Walker(document, chance)
                for _step in range(25):
                    walker.step()
        with closing(Document.open(paths[0])) as ours:
            shared = common_ancestry(ours, paths[1])
            mine, merge = ours.agenda, shared.merge_into(ours.agenda)
            edits.merging.merge_copy(ours, shared, merge, merge.conflicts)
            check_rows(shared.ancestor, mine, merge)
            result = ours.agenda
        with closing(Document.open(paths[1])) as theirs:
            shared = common_ancestry(theirs, paths[0])
            merge = shared.merge_into(theirs.agenda)
            edits.merging.merge_copy(theirs, shared, merge, merge.conflicts)
            assert counts(theirs.agenda) == counts(result)
        assert sound(paths[0])
        assert sound(paths[1])


def counts(agenda: Agenda) -> dict[str, int]:
    """How many rows each table has: their numbers differ from copy to copy."""
    return {table: len(records_of(agenda, table)) for table in MERGED_TABLES}
