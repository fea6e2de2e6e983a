"""A disk without space: the change is not made, earlier ones are safe, the next one works once there is space."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text, update

from planner.document import Document
from planner.errors import FileProblem
from planner.models.file import read_agenda
from planner.models.tables import MeetingRow, SessionRow
from tests.meetings import make_meeting, tables

FULL = "The disk is full: the last change was not made, all earlier ones are safe. Free some space, try again."
NOTHING_WRITTEN = "The disk is full. Free some space and try again; nothing was written."
READ_ONLY = "“meeting.agenda” or its folder is read-only. Copy the file to a folder of your own and open the copy."


def fill_summaries(document: Document, characters: int) -> None:
    with document.edit("Long summaries") as rows:
        rows.execute(update(SessionRow).values(summary="x" * characters))


def name_it(document: Document, title: str) -> None:
    with document.edit("Name it") as rows:
        rows.execute(update(MeetingRow).values(title=title))


def limit_pages(document: Document, pages: int) -> None:
    """SQLite itself says "disk full" beyond this number (https://sqlite.org/pragma.html#pragma_max_page_count)."""
    with document.edit("No change") as rows:
        rows.execute(text(f"PRAGMA max_page_count = {pages}"))


def test_a_change_that_finds_no_space_is_not_made(tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "meeting.agenda")
    document = Document.open(path)
    name_it(document, "Second title")
    document.undo()
    limit_pages(document, 1)
    before, picture, history = path.read_bytes(), document.agenda, document.history
    with pytest.raises(FileProblem) as problem:
        fill_summaries(document, 100_000)
    assert problem.value.sentence == FULL
    assert (document.agenda, document.history) == (picture, history)
    assert path.read_bytes() == before
    limit_pages(document, 1_000_000)
    fill_summaries(document, 100_000)
    assert document.agenda == read_agenda(path)
    document.undo()
    assert document.agenda == picture == read_agenda(path)
    document.close()
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 512 KB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("this machine does not let a small disk be mounted")
    yield disk
    subprocess.run(["umount", disk], check=True)


def use_up(disk: Path) -> Path:
    ballast = disk / "ballast"
    with pytest.raises(OSError, match="No space left"), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    return ballast


def test_a_full_disk_takes_no_change_until_there_is_space(small_disk: Path) -> None:
    path = make_meeting(small_disk / "meeting.agenda")
    document = Document.open(path)
    name_it(document, "Second title")
    ballast = use_up(small_disk)
    content, picture = tables(path), document.agenda
    for refused in (lambda: name_it(document, "Third title"), document.undo, lambda: fill_summaries(document, 9000)):
        with pytest.raises(FileProblem) as problem:
            refused()
        assert problem.value.sentence == FULL
        assert document.agenda is picture
    document.close()
    assert sorted(small_disk.iterdir()) == [ballast, path]
    assert tables(path) == content
    document = Document.open(path)
    assert document.agenda == picture
    ballast.unlink()
    name_it(document, "Third title")
    document.undo()
    document.undo()
    assert document.agenda.meeting.title == "Review of Examples"
    document.close()
    assert list(small_disk.iterdir()) == [path]


def test_nothing_is_left_of_a_new_file_on_a_full_disk(small_disk: Path) -> None:
    ballast = use_up(small_disk)
    with pytest.raises(FileProblem) as problem:
        make_meeting(small_disk / "meeting.agenda")
    assert problem.value.sentence == NOTHING_WRITTEN
    assert list(small_disk.iterdir()) == [ballast]


def test_nothing_is_left_of_a_copy_on_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    document = Document.open(make_meeting(tmp_path / "meeting.agenda"))
    ballast = use_up(small_disk)
    with pytest.raises(FileProblem) as problem:
        document.save_copy(small_disk / "copy.agenda")
    assert problem.value.sentence == NOTHING_WRITTEN
    assert list(small_disk.iterdir()) == [ballast]
    document.close()


def test_a_read_only_disk_can_be_read_from(small_disk: Path) -> None:
    path = make_meeting(small_disk / "meeting.agenda")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(FileProblem) as problem:
        Document.open(path)
    assert problem.value.sentence == READ_ONLY
    assert read_agenda(path).meeting.title == "Review of Examples"
    assert list(small_disk.iterdir()) == [path]
