"""Two copies of a file, worked on apart and merged: every row is checked against what either copy did to it."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from planner import edits
from planner.document import Document
from planner.errors import FileProblem, InputProblem, RuleBroken
from planner.making import create_from_template
from planner.merging import Ancestry, common_ancestry
from planner.models.agenda import Agenda
from planner.models.freezing import records_of
from planner.rules.merge_numbers import MERGED_TABLES
from planner.rules.merging import Merge
from tests.edits.test_random_walk import Walker
from tests.meetings import make_meeting, tables

STEPS = 60


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Document, Path]]:
    """An open meeting with a past, and a copy of it taken after that."""
    ours = make_meeting(tmp_path / "ours.agenda")
    _wander(ours, 1)
    theirs = tmp_path / "theirs.agenda"
    shutil.copy(ours, theirs)
    document = Document.open(ours)
    yield document, theirs
    document.close()


def _wander(path: Path, seed: int) -> None:
    walker = Walker(Document.open(path), random.Random(seed))
    for _step in range(STEPS):
        walker.step()
    walker.document.close()


def merge(document: Document, other: Path) -> tuple[Merge, Ancestry]:
    shared = common_ancestry(document, other)
    return shared.merge_into(document.agenda), shared


def title(document: Document, session_id: int, text: str) -> None:
    edits.sessions.change_session(document, session_id, title=text)


@pytest.mark.parametrize("seed", range(8))
def test_what_only_one_copy_changed_is_taken_whatever_was_done(tmp_path: Path, seed: int) -> None:
    ours, theirs = make_meeting(tmp_path / "ours.agenda"), tmp_path / "theirs.agenda"
    _wander(ours, seed)
    shutil.copy(ours, theirs)
    _wander(ours, 100 + seed)
    _wander(theirs, 200 + seed)
    document = Document.open(ours)
    before = tables(ours)
    found, shared = merge(document, theirs)
    mine = document.agenda
    edits.merging.merge_copy(document, shared, found)
    assert replace(document.agenda, merges={}) == found.merged
    check_rows(shared.ancestor, mine, found)
    document.close()
    assert sound(ours)
    again = Document.open(ours)
    assert replace(again.agenda, merges={}) == found.merged
    if again.history.undo is not None and again.history.undo.name == "Merge “theirs.agenda”":
        again.undo()
        assert tables(ours) == before
    again.close()


def check_rows(ancestor: Agenda, mine: Agenda, found: Merge) -> None:
    """A field that one copy alone changed has its value, unless the row hung on one that is gone or is asked about."""
    asked = {(conflict.table, conflict.row_id) for conflict in found.conflicts}
    for table in MERGED_TABLES:
        base, here, there, merged = (
            records_of(agenda, table) for agenda in (ancestor, mine, found.theirs, found.merged)
        )
        for row_id in base.keys() & here.keys() & there.keys() & merged.keys():
            if (table, row_id) not in asked:
                for name in _plain_fields(here[row_id]) - {"draft_number"}:  # that of the latest draft in either
                    was, my, their, now = (getattr(rows[row_id], name) for rows in (base, here, there, merged))
                    assert now == (their if my == was else my), (table, row_id, name)


def _plain_fields(record: Any) -> set[str]:
    """References may have come loose with what they led to."""
    loose = {"day_id", "start_minute", "room_id"}
    return {field.name for field in fields(record) if not field.name.endswith("_id")} - loose


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_steps_taken_back_in_one_copy_are_work_of_that_copy(copies: tuple[Document, Path]) -> None:
    document, other = copies
    session = sorted(document.agenda.sessions)[0]
    document.undo()
    their = Document.open(other)
    title(their, session, "Theirs")
    their.close()
    found, _ancestor = merge(document, other)
    assert found.merged.sessions[session].title == "Theirs"


@pytest.mark.parametrize("further_work", [False, True])
@pytest.mark.parametrize("undone_here", [True, False])
def test_a_step_that_one_copy_took_back_stays_taken_back(
    copies: tuple[Document, Path], further_work: bool, undone_here: bool
) -> None:
    document, other = copies
    first, second, third = sorted(document.agenda.sessions)[:3]
    title(document, first, "Shared edit")
    title(document, second, "Second shared edit")
    document.save_copy(other.with_name("later.agenda"))
    with closing(Document.open(other.with_name("later.agenda"))) as their:
        undoing, working = (document, their) if undone_here else (their, document)
        undoing.undo()
        undoing.undo()
        if further_work:
            title(undoing, third, "After the undo")
        edits.sessions.resize_session(working, first, 25)
        before = undoing.agenda.sessions
    found, _shared = merge(document, other.with_name("later.agenda"))
    assert found.conflicts == ()
    merged = found.merged.sessions
    assert [merged[key].title for key in (first, second, third)] == [
        before[key].title for key in (first, second, third)
    ]
    assert merged[first].minutes == 25


def test_a_merged_copy_merged_again_brings_nothing_new(copies: tuple[Document, Path]) -> None:
    document, other = copies
    session = sorted(document.agenda.sessions)[0]
    their = Document.open(other)
    title(their, session, "Theirs")
    their.close()
    found, shared = merge(document, other)
    edits.merging.merge_copy(document, shared, found)
    merged, history = document.agenda, document.history
    again, shared = merge(document, other)
    edits.merging.merge_copy(document, shared, again)
    assert (document.agenda, document.history, again.conflicts) == (merged, history, ())


def test_copies_whose_history_was_cut_meet_in_a_draft(copies: tuple[Document, Path]) -> None:
    document, other = copies
    edits.drafts.issue_draft(document)
    document.save_copy(other.with_name("later.agenda"))
    later = other.with_name("later.agenda")
    with closing(sqlite3.connect(later)) as connection:
        connection.execute("DELETE FROM journal_images")
        connection.execute("DELETE FROM journal_steps")
        connection.commit()
    session = sorted(document.agenda.sessions)[0]
    their = Document.open(later)
    title(their, session, "Theirs")
    their.close()
    title(document, sorted(document.agenda.sessions)[1], "Ours")
    shared = common_ancestry(document, later)
    assert shared.since == f"since Draft {document.agenda.meeting.draft_number}"
    found = shared.merge_into(document.agenda)
    titles = [found.merged.sessions[key].title for key in sorted(document.agenda.sessions)[:2]]
    assert titles == ["Theirs", "Ours"]


def test_a_file_of_another_meeting_is_refused_with_a_remedy(copies: tuple[Document, Path], tmp_path: Path) -> None:
    document, _other = copies
    stranger = tmp_path / "stranger.agenda"
    create_from_template(stranger, "two-day")
    with pytest.raises(RuleBroken, match=r"“stranger\.agenda” is not a copy of this meeting"):
        common_ancestry(document, stranger)


def test_two_meetings_made_of_one_template_are_no_copies(tmp_path: Path) -> None:
    for name in ("one", "two"):
        create_from_template(tmp_path / f"{name}.agenda", "regional-review", sample=True)
    with (
        closing(Document.open(tmp_path / "one.agenda")) as document,
        pytest.raises(RuleBroken, match=r"“two\.agenda” is not a copy of this meeting"),
    ):
        common_ancestry(document, tmp_path / "two.agenda")


def test_reading_the_other_copy_leaves_it_as_it_was(copies: tuple[Document, Path]) -> None:
    document, other = copies
    before = other.read_bytes()
    merge(document, other)
    assert other.read_bytes() == before


def test_steps_that_only_look_alike_are_not_shared(copies: tuple[Document, Path]) -> None:
    """Both copies change the same title at once: number, name and second of the step may be equal."""
    document, other = copies
    session = sorted(document.agenda.sessions)[0]
    began = document.agenda
    their = Document.open(other)
    title(document, session, "Ours")
    title(their, session, "Theirs")
    title(document, session, "Ours again")
    title(their, session, "Theirs again")
    their.close()
    with closing(sqlite3.connect(other)) as connection:
        for step in document.steps()[-2:]:
            connection.execute("UPDATE journal_steps SET made_at = ? WHERE id = ?", (step.made_at, step.id))
        connection.commit()
    shared = common_ancestry(document, other)
    assert shared.ancestor == began
    found = shared.merge_into(document.agenda)
    assert [(conflict.ours.title, conflict.theirs.title) for conflict in found.conflicts] == [
        ("Ours again", "Theirs again")
    ]


@pytest.mark.parametrize("pruned", ["ours", "theirs", "both"])
def test_a_pruned_copy_still_knows_what_is_common(copies: tuple[Document, Path], pruned: str) -> None:
    document, other = copies
    edits.drafts.issue_draft(document)
    document.save_copy(other.with_name("later.agenda"))
    first, second = sorted(document.agenda.sessions)[:2]
    began = document.agenda
    with closing(Document.open(other.with_name("later.agenda"))) as their:
        title(their, first, "Theirs")
        if pruned != "ours":
            assert edits.history.prune_history(their, most_steps=1) > 0
    title(document, second, "Ours")
    if pruned != "theirs":
        assert edits.history.prune_history(document, most_steps=1) > 0
    shared = common_ancestry(document, other.with_name("later.agenda"))
    assert shared.ancestor == began
    merged = shared.merge_into(document.agenda).merged
    assert [merged.sessions[key].title for key in (first, second)] == ["Theirs", "Ours"]


def test_the_file_that_is_open_is_no_other_copy(copies: tuple[Document, Path]) -> None:
    document, _other = copies
    with pytest.raises(InputProblem) as refusal:
        common_ancestry(document, document.path)
    assert refusal.value.sentence == "“ours.agenda” is the file you have open. Choose another copy of it."


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE journal_images SET before = 'no JSON', after = '[]'",
        'UPDATE journal_images SET before = \'{"id": 1, "stranger": 2}\'',
        "UPDATE journal_images SET table_name = 'nowhere'",
    ],
)
def test_a_copy_with_a_damaged_history_ends_in_one_sentence(copies: tuple[Document, Path], damage: str) -> None:
    document, other = copies
    with closing(Document.open(other)) as their:
        title(their, sorted(their.agenda.sessions)[0], "Theirs")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute(damage)
        connection.commit()
    with pytest.raises(FileProblem) as problem:
        common_ancestry(document, other)
    assert problem.value.sentence == (
        "“theirs.agenda” is damaged. Use File, Restore a backup, to go on from an earlier copy."
    )
