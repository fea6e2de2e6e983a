"""Files as earlier versions of the program wrote them, made anew from a text dump."""

import sqlite3
from contextlib import closing
from pathlib import Path

_DATA = Path(__file__).parent / "data"


def make_old_file(path: Path, version: int) -> Path:
    """The sample of the regional review in the tables of that version, with two steps in its history."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript((_DATA / f"version_{version}.sql").read_text(encoding="utf-8"))
    return path
