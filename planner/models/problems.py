"""What the disk and SQLite complain of -> one sentence with a remedy."""

import errno
import sqlite3
from pathlib import Path

from planner.errors import FileProblem
from planner.wording import say

# SQLite quotes the file in its complaint; where the quoted bytes are damaged, Python cannot even decode that.
READING_FAILED = (sqlite3.DatabaseError, UnicodeDecodeError)
_NOT_ALLOWED = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY})


def file_missing(path: Path) -> FileProblem:
    return FileProblem(
        say("There is no file “{name}”. Check the name, or look for it where it was moved.", name=path.name)
    )


def reading_problem(path: Path, problem: BaseException | None) -> FileProblem:
    """The sentence for a failure of opening, reading or making a file; without a cause the file is damaged."""
    if _is_full(problem):
        return FileProblem(say("The disk is full. Free some space and try again; nothing was written."))
    if isinstance(problem, IsADirectoryError):
        return FileProblem(say("“{name}” is a folder. Choose a file.", name=path.name))
    if isinstance(problem, FileNotFoundError) or not path.parent.is_dir():
        return FileProblem(
            say("There is no folder “{folder}”. Choose another place, or make the folder first.", folder=path.parent)
        )
    if isinstance(problem, OSError) or _code(problem) in _NOT_ALLOWED:
        return FileProblem(
            say("“{name}” cannot be read or written here. Check that you may use this folder.", name=path.name)
        )
    if _code(problem) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return FileProblem(say("“{name}” is being written by another program. Try again in a moment.", name=path.name))
    return FileProblem(
        say("“{name}” is damaged. Use File, Restore a backup, to go on from an earlier copy.", name=path.name)
    )


def writing_problem(path: Path, problem: sqlite3.Error | UnicodeDecodeError) -> FileProblem:
    """The sentence for a change that the file did not take; everything before it is safe."""
    if _is_full(problem):
        return FileProblem(
            say(
                "The disk is full: the last change was not made, all earlier ones are safe. Free some space, try again."
            )
        )
    code = _code(problem)
    if code == sqlite3.SQLITE_READONLY:
        return FileProblem(
            say("“{name}” became read-only: the last change was not made. Use File, Save a copy.", name=path.name)
        )
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return FileProblem(
            say(
                "“{name}” is being written by another program: the last change was not made. Try again.",
                name=path.name,
            )
        )
    if isinstance(problem, UnicodeDecodeError) or code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return reading_problem(path, problem)
    return FileProblem(
        say(
            "“{name}” could not be written: the last change was not made. Check the disk, or use File, Save a copy.",
            name=path.name,
        )
    )


def _code(problem: BaseException | None) -> int | None:
    """SQLite's primary result code (https://sqlite.org/rescode.html), if the failure has one."""
    extended = getattr(problem, "sqlite_errorcode", None)
    return None if extended is None else extended & 0xFF


def _is_full(problem: BaseException | None) -> bool:
    return _code(problem) == sqlite3.SQLITE_FULL or (isinstance(problem, OSError) and problem.errno == errno.ENOSPC)
