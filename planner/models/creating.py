"""Making a new ``.agenda`` file: whole or not at all, never over an existing one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, StaticPool, create_engine
from sqlalchemy.exc import DBAPIError

from planner.errors import FileProblem
from planner.models.connecting import connect
from planner.models.file import draft_of, drop_draft
from planner.models.problems import reading_problem
from planner.models.row_marks import mark_first_rows
from planner.models.tables import Base
from planner.models.versions import APPLICATION_ID, FILE_VERSION
from planner.wording import say


def create_file(path: Path, fill: Callable[[Connection], None]) -> None:
    """Make a new file whose content ``fill`` inserts. Raises FileProblem."""
    draft = draft_of(path)
    try:
        # Unlike exists(), this also sees a broken link, and complains of a folder that is closed to us.
        if _lies_there(path):
            raise FileProblem(say("“{name}” exists already. Choose another name.", name=path.name))
        _write(draft, fill)
        draft.rename(path)
    except DBAPIError as problem:
        raise reading_problem(path, problem.orig) from problem
    except (sqlite3.DatabaseError, OSError) as problem:
        raise reading_problem(path, problem) from problem
    finally:
        drop_draft(draft)


def _write(draft: Path, fill: Callable[[Connection], None]) -> None:
    with closing(connect(draft, "rwc")) as driver:
        engine = create_engine("sqlite://", creator=lambda: driver, poolclass=StaticPool)
        with engine.connect() as connection:
            driver.execute("BEGIN IMMEDIATE")
            Base.metadata.create_all(connection)
            driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            driver.execute(f"PRAGMA user_version = {FILE_VERSION}")
            fill(connection)
            mark_first_rows(driver)
            connection.commit()


def _lies_there(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
