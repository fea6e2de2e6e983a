"""The history of a file: every step with what it touched, the meeting as it was then, and undo to there."""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from planner import edits
from planner.document import Document
from planner.errors import FileProblem
from planner.models.agenda import Agenda
from tests.edits.test_random_walk import Walker
from tests.meetings import alter, make_meeting, steps, tables


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.open(make_meeting(tmp_path / "meeting.agenda"))
    yield opened
    opened.close()


def work(document: Document) -> list[Agenda]:
    """Five edits; the picture before the first and after each."""
    first, second = sorted(document.agenda.sessions)[:2]
    pictures = [document.agenda]
    for edit in (
        lambda: edits.sessions.change_session(document, first, title="One"),
        lambda: edits.sessions.create_session(document, title="Two"),
        lambda: edits.sessions.delete_session(document, second),
        lambda: edits.meeting.add_room(document, "Another room"),
        lambda: edits.sessions.change_session(document, first, title="Five"),
    ):
        edit()
        pictures.append(document.agenda)
    return pictures


def test_the_meeting_is_shown_as_it_was_after_each_step(document: Document) -> None:
    pictures = work(document)
    steps = document.steps()[-5:]
    shown = [document.agenda_at(step.id) for step in steps]
    assert shown == pictures[1:]
    assert document.agenda_at(steps[0].id - 1) == pictures[0]


def test_looking_back_changes_nothing(document: Document) -> None:
    work(document)
    before = document.path.read_bytes()
    document.agenda_at(document.steps()[0].id)
    assert document.path.read_bytes() == before


def test_undone_steps_are_not_part_of_how_it_was(document: Document) -> None:
    pictures = work(document)
    document.undo()
    document.undo()
    assert document.agenda_at(document.steps()[0].id - 1) == pictures[0]


def test_undo_to_a_step_takes_back_all_after_it_and_redo_makes_them_again(document: Document) -> None:
    pictures = work(document)
    second = document.steps()[-4]
    document.undo_to(second.id)
    assert document.agenda == pictures[2]
    for picture in pictures[3:]:
        document.redo()
        assert document.agenda == picture
    assert document.redo() is None


def test_undo_to_a_step_survives_a_restart(document: Document) -> None:
    pictures = work(document)
    document.undo_to(document.steps()[-3].id)
    document.close()
    again = Document.open(document.path)
    assert again.agenda == pictures[3]
    again.redo()
    assert again.agenda == pictures[4]
    again.close()


def test_undo_to_the_latest_step_does_nothing(document: Document) -> None:
    work(document)
    before = document.path.read_bytes()
    document.undo_to(document.steps()[-1].id)
    assert document.path.read_bytes() == before


def test_each_step_names_the_rows_it_touched(document: Document) -> None:
    work(document)
    first = sorted(document.agenda.sessions)[0]
    assert document.steps()[-1].rows == frozenset({("sessions", first)})


@pytest.mark.parametrize("seed", range(6))
def test_many_steps_undone_at_once_are_as_undone_one_by_one(tmp_path: Path, seed: int) -> None:
    path, other = make_meeting(tmp_path / "meeting.agenda"), tmp_path / "other.agenda"
    walker = Walker(Document.open(path), random.Random(seed))
    for _step in range(50):
        walker.step()
    walker.document.close()
    shutil.copy(path, other)
    with closing(Document.open(path)) as at_once, closing(Document.open(other)) as one_by_one:
        standing = [step.id for step in at_once.steps() if step.state == 1]
        to = standing[len(standing) // 3] if standing else 0
        at_once.undo_to(to)
        while one_by_one.history.undo is not None and one_by_one.history.undo.id > to:
            one_by_one.undo()
        assert at_once.agenda == one_by_one.agenda
        assert (tables(path), steps(path)) == (tables(other), steps(other))
        while at_once.redo() is not None:
            one_by_one.redo()
        assert tables(path) == tables(other)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE journal_images SET before = 'no JSON'",
        "UPDATE journal_images SET table_name = 'nowhere'",
        "UPDATE journal_images SET before = NULL, table_name = 'days', row_id = 1",
        "UPDATE journal_images SET row_id = 99",
    ],
)
def test_a_history_that_does_not_fit_is_said_and_nothing_is_undone(document: Document, damage: str) -> None:
    work(document)
    alter(document.path, damage)
    before = tables(document.path), steps(document.path)
    with pytest.raises(FileProblem):
        document.undo_to(0)
    assert (tables(document.path), steps(document.path)) == before
