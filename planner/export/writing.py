"""Writing a file whole or not at all."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.errors import FileProblem
from planner.wording import say


def write_whole(path: Path, make: Callable[[Path], None]) -> None:
    """Lets ``make`` fill a temporary file beside ``path``, then puts it in place of the old one.

    Whatever goes wrong, the old file stays as it was and the temporary one is removed. Raises FileProblem.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{os.urandom(8).hex()}.part")
    with failures_in_words(target):
        _refuse_what_cannot_be_written(target)
        try:
            temporary.touch(exist_ok=False)
            make(temporary)
            _flush_to_disk(temporary)
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)


def write_text_whole(path: Path, text: str) -> None:
    """Writes UTF-8 text with a newline at its end, whole or not at all. Raises FileProblem."""

    def make(temporary: Path) -> None:
        temporary.write_text(f"{text}\n", encoding="utf-8", newline="\n")

    write_whole(path, make)


def _refuse_what_cannot_be_written(target: Path) -> None:
    if not target.parent.is_dir():
        raise FileProblem(
            say("The folder {folder} does not exist: create it, or choose another folder.", folder=target.parent)
        )
    if target.is_dir():
        raise FileProblem(say("{path} is a folder: give the name of a file inside it.", path=target))
    if target.exists() and not target.is_file():  # a device, a pipe: to put a file in its place would destroy it
        raise FileProblem(say("{path} is no ordinary file: give the name of a file to be written.", path=target))
    if target.exists() and not os.access(target, os.W_OK):
        raise FileProblem(say("{path} is read-only: choose another name, or allow writing to it.", path=target))


@contextmanager
def failures_in_words(target: Path) -> Iterator[None]:
    """Raises FileProblem for what the disk says of a file or folder."""
    try:
        yield
    except OSError as failure:
        raise FileProblem(_sentence(failure, target)) from failure


def _sentence(failure: OSError, target: Path) -> str:
    if failure.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("{path} was not written, the disk is full: free some space, or choose another disk.", path=target)
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return say(
            "{path} cannot be written: close it where it is open, or choose a folder you may write to.", path=target
        )
    if failure.errno == errno.ENAMETOOLONG:
        return say("The name {name} is too long for this disk: choose a shorter one.", name=target.name)
    return say("{path} was not written ({reason}): choose another folder.", path=target, reason=failure.strerror)


def _flush_to_disk(path: Path) -> None:
    with path.open("rb+") as written:
        os.fsync(written.fileno())
