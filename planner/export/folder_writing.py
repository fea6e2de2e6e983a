"""Writing many files into a new folder: all of them or none."""

import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from planner.errors import FileProblem
from planner.export.writing import failures_in_words
from planner.wording import say


class NamedFile(NamedTuple):
    """A file of the folder; the name has no path in it."""

    name: str
    content: bytes


def write_folder_whole(folder: Path, files: Iterable[NamedFile]) -> None:
    """Fill a folder beside ``folder``, then give it that name. One that exists is only taken when it is empty.

    Raises FileProblem; whatever goes wrong, nothing half written stays behind.
    """
    target = Path(os.path.realpath(folder))
    unfinished = target.with_name(f".{secrets.token_hex(8)}.part")
    with failures_in_words(target):
        refuse_taken_folder(target)
        try:
            unfinished.mkdir()
            for file in files:
                (unfinished / Path(file.name).name).write_bytes(file.content)
            _flush_to_disk()
            if target.is_dir():
                target.rmdir()  # empty, or this raises
            unfinished.rename(target)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


def refuse_taken_folder(target: Path) -> None:
    """Raise FileProblem when the name is taken or there is no place for it: known before an hour's work."""
    with failures_in_words(target):
        if not target.parent.is_dir():
            raise FileProblem(
                say("The folder {folder} does not exist: create it, or choose another folder.", folder=target.parent)
            )
        if os.path.lexists(target) and (not target.is_dir() or any(target.iterdir())):
            raise FileProblem(say("{path} exists already: choose the name of a new folder.", path=target))


def _flush_to_disk() -> None:
    """All at once: to wait for each of six hundred files takes longer than to make them."""
    if hasattr(os, "sync"):  # not on Windows
        os.sync()
