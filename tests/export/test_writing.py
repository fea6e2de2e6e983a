import errno
import os
import threading
from pathlib import Path

import pytest

from planner.errors import FileProblem
from planner.export.progress import Cancelled, Steps
from planner.export.writing import write_text_whole, write_whole


def test_the_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "agenda.pdf"
    path.write_text("old")
    write_whole(path, lambda temporary: temporary.write_text("new") and None)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"agenda.pdf": "new"}


def test_text_ends_with_one_newline(tmp_path: Path) -> None:
    write_text_whole(tmp_path / "names.json", "Łucja")
    assert (tmp_path / "names.json").read_bytes() == "Łucja\n".encode()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_text("old")
    link.symlink_to(real)
    write_text_whole(link, "new")
    assert (link.is_symlink(), real.read_text()) == (True, "new\n")


def test_permissions_of_the_old_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "agenda.pdf"
    path.write_text("old")
    path.chmod(0o640)
    write_text_whole(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_device_a_pipe_or_a_link_to_one_stays_what_it_is(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link.pdf"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    sentences = []
    for path in (pipe, link, Path("/dev/null")):
        with pytest.raises(FileProblem) as caught:
            write_text_whole(path, "new")
        sentences.append(caught.value.sentence)
    said = "{} is no ordinary file: give the name of a file to be written."
    assert sentences == [said.format(path) for path in (pipe, pipe, "/dev/null")]
    assert (pipe.is_fifo(), link.is_symlink(), Path("/dev/null").is_char_device()) == (True, True, True)


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (errno.ENOSPC, "{path} was not written, the disk is full: free some space, or choose another disk."),
        (errno.EACCES, "{path} cannot be written: close it where it is open, or choose a folder you may write to."),
        (errno.EIO, "{path} was not written (reason): choose another folder."),
    ],
)
def test_a_failure_says_the_remedy_and_leaves_the_old_file(tmp_path: Path, failure: int, sentence: str) -> None:
    path = tmp_path / "agenda.pdf"
    path.write_text("old")

    def make(temporary: Path) -> None:
        temporary.write_text("half")
        raise OSError(failure, "reason")

    with pytest.raises(FileProblem) as caught:
        write_whole(path, make)
    assert caught.value.sentence == sentence.format(path=path)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"agenda.pdf": "old"}


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()

    def make(temporary: Path) -> None:
        temporary.write_text("half")
        Steps(1, None, stop).advance()

    with pytest.raises(Cancelled):
        write_whole(tmp_path / "agenda.pdf", make)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "missing"
    with pytest.raises(FileProblem) as caught:
        write_text_whole(folder / "agenda.pdf", "new")
    assert caught.value.sentence == f"The folder {folder} does not exist: create it, or choose another folder."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        write_text_whole(tmp_path, "new")
    assert caught.value.sentence == f"{tmp_path} is a folder: give the name of a file inside it."


def test_a_name_too_long_for_the_disk_is_said(tmp_path: Path) -> None:
    name = "a" * 300
    with pytest.raises(FileProblem) as caught:
        write_text_whole(tmp_path / name, "new")
    assert caught.value.sentence == f"The name {name} is too long for this disk: choose a shorter one."
    assert list(tmp_path.iterdir()) == []
