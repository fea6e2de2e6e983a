"""What the first hundred bytes of a file say, read before SQLite touches it (https://sqlite.org/fileformat.html)."""

import struct
from pathlib import Path

from planner.errors import FileProblem
from planner.models.problems import file_missing, reading_problem
from planner.models.versions import APPLICATION_ID, FILE_VERSION
from planner.wording import say

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


def check_header(path: Path) -> None:
    """Raise FileProblem unless the file is an agenda, complete, and not of a newer program."""
    header, size = _first_bytes(path)
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC) or _number(header, 68) != APPLICATION_ID:
        raise FileProblem(
            say("“{name}” is not an agenda. Choose a file that this program made (.agenda).", name=path.name)
        )
    if _number(header, 60) > FILE_VERSION:
        raise FileProblem(
            say(
                "“{name}” was made by a newer version of this program. Install that version to open it.",
                name=path.name,
            )
        )
    # While a journal lies beside the file a crashed change is still to be taken back, which may change the size.
    if _pages(header) * _page_bytes(header) > size and not path.with_name(path.name + "-journal").exists():
        raise reading_problem(path, None)


def _first_bytes(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES), path.stat().st_size
    except FileNotFoundError as missing:
        raise file_missing(path) from missing
    except OSError as problem:
        raise reading_problem(path, problem) from problem


def _number(header: bytes, offset: int) -> int:
    return int(struct.unpack_from(">I", header, offset)[0])


def _pages(header: bytes) -> int:
    return _number(header, 28)


def _page_bytes(header: bytes) -> int:
    size = int(struct.unpack_from(">H", header, 16)[0])
    return 65536 if size == 1 else size
