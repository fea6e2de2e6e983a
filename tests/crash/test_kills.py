"""A process killed at any moment leaves a file that opens and holds every edit that had returned."""

import multiprocessing
import random
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from planner import edits
from planner.document import Document
from planner.models.file import read_agenda
from planner.rules.drafts import drafts_of, plan_of
from tests.crash.writer import issue_until_killed, write_until_killed
from tests.meetings import make_meeting, tables

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
KILLS = 100
ISSUING_KILLS = 40
LONGEST_LIFE = 0.08  # seconds of writing: some twenty edits


@pytest.fixture(scope="module")
def server() -> BaseContext:
    """Children are forked from a process that has imported everything already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crash.writer", "sqlalchemy.dialects.sqlite.pysqlite"])
    return context


def killed_after(
    context: BaseContext, path: Path, seed: int, seconds: float, work: Callable[..., None] = write_until_killed
) -> tuple[int, bool]:
    """Let a child write for a while; returns the last number it announced, and whether that edit had returned."""
    mine, its = context.Pipe(duplex=False)
    child = context.Process(target=work, args=(path, seed, its))
    child.start()
    its.close()
    assert mine.recv() == "open"
    mine.poll(None)
    child.join(seconds)
    child.kill()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    announced, returned = 0, True
    try:
        while True:
            said = mine.recv()
            announced, returned = (announced, True) if said == "done" else (said, False)
    except EOFError:
        return announced, returned
    finally:
        mine.close()


def check_sound(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def held(document: Document) -> tuple[int, set[str]]:
    """The draft number, and the number that the names of all entities carry."""
    return document.agenda.meeting.draft_number, {
        entity.name.rpartition(" ")[2] for entity in document.agenda.entities.values()
    }


def test_every_edit_that_had_returned_is_held_after_a_kill(server: BaseContext, tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "meeting.agenda")
    chance = random.Random(20201113)
    in_the_midst = 0
    for seed in range(KILLS):
        announced, returned = killed_after(server, path, seed, chance.uniform(0, LONGEST_LIFE))
        in_the_midst += not returned
        document = Document.open(path)
        number, names = held(document)
        # Before each fifth edit the one before is undone and redone.
        possible = {announced - 1, announced} | ({announced - 2} if announced % 5 == 0 else set())
        assert number in ({announced} if returned else possible)
        assert (names, document.history.undo and document.history.undo.name) == expected(number)
        assert document.agenda == read_agenda(path)
        document.close()
        check_sound(path)
    assert in_the_midst > 0
    undo_and_redo_all(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_half_written_draft_cannot_exist(server: BaseContext, tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "meeting.agenda")
    with closing(Document.open(path)) as document:
        edits.drafts.issue_draft(document, "Label 1")
    chance = random.Random(20201112)
    in_the_midst = 0
    for seed in range(ISSUING_KILLS):
        announced, returned = killed_after(server, path, seed, chance.uniform(0, LONGEST_LIFE), issue_until_killed)
        in_the_midst += not returned
        agenda = read_agenda(path)
        drafts = drafts_of(agenda)
        numbers = [draft.number for draft in drafts]
        assert numbers == list(range(1, len(drafts) + 1))
        assert numbers[-1] in ({announced} if returned else {announced - 1, announced})
        assert [draft.label for draft in drafts] == [f"Label {number}" for number in numbers]
        assert [plan_of(draft).meeting.draft_number for draft in drafts] == numbers
        assert agenda.meeting.draft_number == numbers[-1]
        check_sound(path)
    assert in_the_midst > 0
    check_number_is_not_given_again(path)


def check_number_is_not_given_again(path: Path) -> None:
    with closing(Document.open(path)) as document:
        latest = drafts_of(document.agenda)[-1].number
        document.undo()
        edits.drafts.issue_draft(document)
        assert drafts_of(document.agenda)[-1].number == latest + 1


def expected(number: int) -> tuple[set[str], str | None]:
    """What the entities' names end with, and the step to undo, when this draft is the last one made."""
    return ({"Examplia", "Union"}, None) if number == 0 else ({str(number)}, f"Draft {number}")


def undo_and_redo_all(path: Path) -> None:
    document = Document.open(path)
    # The last kill may have come between an undo and its redo.
    document.redo()
    end = tables(path)
    while document.undo() is not None:
        pass
    assert document.agenda.meeting.draft_number == 0
    assert [entity.name for entity in document.agenda.entities.values()] == ["Examplia", "Sample Union"]
    while document.redo() is not None:
        pass
    assert tables(path) == end
    document.close()
