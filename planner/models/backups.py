"""Backup copies of agenda files, kept in the user's data folder and thinned with age.

Each file has a folder of its own there: ``<stem>-<hash of its path>/<UTC time>.agenda``, and ``origin.txt``, the path
that the copies came from. A copy is the file's bytes.
"""

import errno
import filecmp
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import platformdirs

from planner.errors import FileProblem
from planner.models.header import check_header
from planner.models.problems import file_missing, reading_problem
from planner.wording import say

_RECENT = timedelta(hours=48)
_RECENT_COPIES = 50
_DAILY = timedelta(days=30)
_WEEKLY = timedelta(days=365)
_TIME_FORMAT = "%Y%m%dT%H%M%S.%fZ"
_SUFFIX = ".agenda"
_ORIGIN = "origin.txt"


class Backup(NamedTuple):
    """One copy: ``made_at`` in UTC, its size in bytes, and the file it is a copy of, which may be gone."""

    path: Path
    made_at: datetime
    bytes: int
    origin: Path


def backups_folder() -> Path:
    """Where the copies of all files are."""
    return platformdirs.user_data_path("roundtable-planner") / "backups"


def make_backup(path: Path) -> Path:
    """Copy a file unless its newest copy is equal already; returns that newest copy.

    Call it before the file is opened for editing: closing a second handle drops SQLite's locks
    (https://sqlite.org/howtocorrupt.html, 2.2). Raises FileProblem when the file is no agenda or no copy can be made.
    """
    check_header(path)
    _take_back_crashed_change(path)
    folder = _folder_of(path)
    try:
        newest = next(iter(backups_of(path)), None)
        if newest is not None and filecmp.cmp(path, newest.path, shallow=False):
            return newest.path
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / _ORIGIN).write_bytes(os.fsencode(path.resolve()))
        made = _copy(path, folder)
    except OSError as problem:
        raise _not_made(path, folder, problem) from problem
    _thin(path)
    return made


def backups_of(path: Path) -> tuple[Backup, ...]:
    """The copies of one file, newest first; the file itself may be gone."""
    return _backups_in(_folder_of(path))


def all_backups() -> tuple[Backup, ...]:
    """The copies of all files, newest first, those of files that no longer exist too."""
    try:
        folders = list(backups_folder().iterdir())
    except OSError:
        return ()
    found = (backup for folder in folders for backup in _backups_in(folder))
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def restore_backup(backup: Backup, target: Path) -> None:
    """Write a copy to a new path, whole or not at all. Raises FileProblem; never writes over a file."""
    if target.exists():
        raise FileProblem(say("“{name}” exists already. Choose another name.", name=target.name))
    if not backup.path.exists():
        raise file_missing(backup.path)
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        _write_copy(backup.path, draft)
        draft.rename(target)
    except OSError as problem:
        raise reading_problem(target, problem) from problem
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def to_thin(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """The times whose copies can go.

    Kept are the newest 50 of the last 48 hours, the last one of each day for 30 days and of each week for a year (UTC),
    and the newest of all.
    """
    newest_first = sorted(set(times), reverse=True)
    kept = set(newest_first[:1])
    kept.update([time for time in newest_first if now - time <= _RECENT][:_RECENT_COPIES])
    daily = [time for time in newest_first if now - time <= _DAILY]
    weekly = [time for time in newest_first if _DAILY < now - time <= _WEEKLY]
    kept.update({time.date(): time for time in reversed(daily)}.values())
    kept.update({time.isocalendar()[:2]: time for time in reversed(weekly)}.values())
    return frozenset(newest_first) - kept


def _folder_of(path: Path) -> Path:
    resolved = path.resolve()
    digest = hashlib.sha256(os.fsencode(os.path.normcase(resolved))).hexdigest()[:10]
    # A name may have up to 255 bytes: 40 characters of it leave room for the hash.
    return backups_folder() / f"{resolved.stem[:40]}-{digest}"


def _backups_in(folder: Path) -> tuple[Backup, ...]:
    try:
        origin = Path(os.fsdecode((folder / _ORIGIN).read_bytes()))
        names = sorted(folder.glob(f"*{_SUFFIX}"), reverse=True)
        found = [(name, _time_of(name), name.stat().st_size) for name in names]
    except OSError:
        return ()
    return tuple(Backup(name, made_at, size, origin) for name, made_at, size in found if made_at is not None)


def _time_of(copy: Path) -> datetime | None:
    try:
        return datetime.strptime(copy.name.removesuffix(_SUFFIX), _TIME_FORMAT).replace(tzinfo=UTC)
    except ValueError:
        return None


def _take_back_crashed_change(path: Path) -> None:
    """SQLite undoes the change that a crash left half done when the file is read next; its bytes are whole then."""
    if not path.with_name(path.name + "-journal").exists():
        return
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as problem:
        raise reading_problem(path, problem) from problem


def _copy(path: Path, folder: Path) -> Path:
    made = folder / (datetime.now(UTC).strftime(_TIME_FORMAT) + _SUFFIX)
    draft = folder / f".{os.getpid()}.new"
    try:
        _write_copy(path, draft)
        draft.rename(made)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return made


def _write_copy(source: Path, target: Path) -> None:
    with source.open("rb") as original, target.open("xb") as copy:
        shutil.copyfileobj(original, copy)
        copy.flush()
        os.fsync(copy.fileno())


def _not_made(path: Path, folder: Path, problem: OSError) -> FileProblem:
    if problem.errno == errno.ENOSPC:
        return FileProblem(
            say("The disk is full: no backup copy of “{name}” was made. Free some space.", name=path.name)
        )
    return FileProblem(
        say(
            "No backup copy of “{name}” could be made. Check that you may write to “{folder}”.",
            name=path.name,
            folder=folder,
        )
    )


def _thin(path: Path) -> None:
    copies: Sequence[Backup] = backups_of(path)
    old = to_thin((copy.made_at for copy in copies), datetime.now(UTC))
    for copy in copies:
        if copy.made_at in old:
            # An old copy that cannot be removed costs some space, nothing else.
            with suppress(OSError):
                copy.path.unlink(missing_ok=True)
