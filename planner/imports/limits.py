"""What a file may be at most: a huge or hostile one ends in a sentence, before it is unpacked."""

from pathlib import Path
from zipfile import ZipFile

from planner.errors import ImportProblem
from planner.wording import say

MOST_ROWS = 100_000
MOST_COLUMNS = 200
SEEN_COLUMNS = 1_000
"""Cells up to here are looked at, only to tell that they are there."""
MOST_BYTES = 50_000_000
MOST_UNPACKED_BYTES = 250_000_000
_MOST_TIMES_SMALLER = 250
"""Spreadsheets shrink some 10 to 50 times in their zip; deflate ends at about 1,000."""
_SMALL_ENOUGH_BYTES = 5_000_000


def check_size(name: str, count_bytes: int) -> None:
    """Raises ImportProblem for a file, or pasted text, that is too large."""
    if count_bytes >= MOST_BYTES:
        raise ImportProblem(
            say("“{name}” is larger than 50 MB. Save the rows you need to a smaller file and import that.", name=name)
        )


def check_zip(path: Path, archive: ZipFile) -> None:
    """Raises ImportProblem for an archive whose directory tells that it swells; nothing is unpacked."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    swelling = any(
        entry.file_size > _SMALL_ENOUGH_BYTES and entry.file_size > _MOST_TIMES_SMALLER * max(entry.compress_size, 1)
        for entry in entries
    )
    if swelling or unpacked > MOST_UNPACKED_BYTES:
        raise ImportProblem(
            say("“{name}” swells to an unsafe size when it is opened. Ask its sender for a CSV file.", name=path.name)
        )


def check_rows(name: str, count: int) -> None:
    """Raises ImportProblem once there are too many rows."""
    if count >= MOST_ROWS:
        raise ImportProblem(
            say("“{name}” has 100,000 rows or more. Split it into smaller files and import them in turn.", name=name)
        )


def damaged(name: str) -> ImportProblem:
    return ImportProblem(
        say("“{name}” is damaged and cannot be read. Ask its sender for it again, or for a CSV file.", name=name)
    )
