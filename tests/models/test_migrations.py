"""Files of version 1 are brought up to this one on opening: wholly or not at all, after a backup, history and all."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from planner.document import Document
from planner.edits import meeting
from planner.edits.sessions import create_session
from planner.errors import FileProblem
from planner.making import create_from_template
from planner.models.backups import backups_of
from planner.models.file import read_agenda
from planner.models.migrations import STEPS_TO_VERSION
from planner.models.record import later_fields
from planner.models.record_types import RECORD_TYPES
from planner.models.records import Meeting
from planner.models.versions import FILE_VERSION
from planner.rules.drafts import changes_since, plan_of
from tests.meetings import alter, steps, tables
from tests.models.old_files import make_old_file

DAMAGED = "“old.agenda” is damaged. Use File, Restore a backup, to go on from an earlier copy."
ALTERED = (
    "“old.agenda” was changed by another program and is not opened. "
    "Use File, Restore a backup, to go on from an earlier copy."
)
SWITZERLAND = 49


@pytest.fixture(params=[1, 2, 3])
def any_path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file of any earlier version."""
    return make_old_file(tmp_path / "old.agenda", request.param)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_old_file(tmp_path / "old.agenda", 1)


def schema(path: Path) -> dict[str, str]:
    """What each table and index is made with, however its lines are broken."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: " ".join(sql.replace("(", "( ").replace(")", " )").split()) for name, sql in found}


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def marks(path: Path) -> set[tuple[str, int, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT table_name, row_id, mark FROM row_marks"))


def open_and_close(path: Path) -> None:
    Document.open(path).close()


def test_an_old_file_is_opened_in_the_tables_of_a_new_one(any_path: Path, tmp_path: Path) -> None:
    open_and_close(any_path)
    create_from_template(tmp_path / "new.agenda", "regional-review", sample=True)
    assert schema(any_path) == schema(tmp_path / "new.agenda")
    assert version_of(any_path) == FILE_VERSION


def test_every_version_has_its_steps() -> None:
    assert list(STEPS_TO_VERSION) == list(range(2, FILE_VERSION + 1))


def test_the_content_of_an_old_file_stays_as_it_was(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (before,) = connection.execute("SELECT * FROM meeting").fetchall()
        sessions = connection.execute("SELECT * FROM sessions ORDER BY id").fetchall()
    open_and_close(path)
    after = tables(path)
    assert after["meeting"] == [(*before, 540, 1080, 360, 1380, "", "", 1439, "", "", "", "")]
    assert after["sessions"] == [(*row, "") for row in sessions]
    assert after["availabilities"] == []


def test_the_bytes_of_an_old_file_are_kept_as_a_backup(any_path: Path) -> None:
    before = any_path.read_bytes()
    open_and_close(any_path)
    assert [backup.path.read_bytes() for backup in backups_of(any_path)] == [before]


def test_a_file_of_this_version_is_opened_without_a_backup(path: Path) -> None:
    open_and_close(path)
    open_and_close(path)
    assert len(backups_of(path)) == 1


def test_an_old_file_without_a_backup_stays_as_it_was(path: Path, personal_folder: Path) -> None:
    (personal_folder / "data" / "roundtable-planner").write_bytes(b"")
    before = path.read_bytes()
    with pytest.raises(FileProblem) as problem:
        Document.open(path)
    assert problem.value.sentence.startswith("No backup copy of “old.agenda” could be made.")
    assert path.read_bytes() == before


def test_reading_leaves_an_old_file_alone(any_path: Path) -> None:
    before = any_path.read_bytes()
    any_path.chmod(0o444)
    read = read_agenda(any_path)
    assert any_path.read_bytes() == before
    assert sorted(any_path.parent.iterdir()) == [any_path]
    any_path.chmod(0o644)
    document = Document.open(any_path)
    assert document.agenda == read
    document.close()


def test_old_steps_are_undone_and_made_again(path: Path) -> None:
    document = Document.open(path)
    opened, content = document.agenda, tables(path)
    document.undo()
    assert document.agenda.entities[SWITZERLAND].name == "Switzerland"
    assert document.agenda == read_agenda(path)
    document.undo()
    assert document.agenda.meeting.comfortable_start_minute == 480
    assert document.agenda == read_agenda(path)
    document.redo()
    document.redo()
    assert document.agenda == opened
    assert tables(path) == content
    document.close()


def test_new_steps_upon_old_ones_are_undone_with_them(path: Path) -> None:
    document = Document.open(path)
    opened = document.agenda
    meeting.change_meeting(document, awake_start_minute=300)
    changed = document.agenda
    for _step in range(3):
        document.undo()
    assert document.agenda.meeting.awake_start_minute == 360
    for _step in range(2):
        document.redo()
    assert document.agenda == opened
    document.redo()
    assert document.agenda == changed
    assert document.agenda == read_agenda(path)
    document.close()


def test_an_old_meeting_row_comes_back_with_the_defaults_of_later_columns(path: Path) -> None:
    image = "SELECT before FROM journal_images WHERE table_name = 'meeting'"
    with closing(sqlite3.connect(path)) as connection:
        before = json.loads(connection.execute(image).fetchone()[0])
    assert before.keys().isdisjoint(later_fields(Meeting))
    # As if the step had taken the row out, and put another one in.
    alter(
        path,
        "INSERT INTO journal_steps(id, name, made_at, state) VALUES (3, 'Swap', '2020-11-01T00:00:00+00:00', 1)",
        "INSERT INTO journal_images(step_id, table_name, row_id, before, after) "
        "SELECT 3, table_name, row_id, after, NULL FROM journal_images WHERE table_name = 'meeting'",
        "INSERT INTO journal_images(step_id, table_name, row_id, before, after) "
        "SELECT 3, table_name, row_id, NULL, after FROM journal_images WHERE table_name = 'meeting' AND step_id = 1",
    )
    document = Document.open(path)
    opened = document.agenda
    document.undo()
    assert document.agenda == opened == read_agenda(path)
    document.close()


def test_later_columns_have_the_default_of_their_record(any_path: Path) -> None:
    open_and_close(any_path)
    with closing(sqlite3.connect(any_path)) as connection:
        for table, record_type in RECORD_TYPES.items():
            stored = {row[1]: row[4] for row in connection.execute(f"PRAGMA table_info({table})")}
            assert {name for name, default in stored.items() if default is not None} == later_fields(record_type)
            for name in later_fields(record_type):
                assert stored[name] == repr(record_type.__dataclass_fields__[name].default)


def test_a_draft_of_an_old_file_is_the_plan_that_it_was(tmp_path: Path) -> None:
    path = make_old_file(tmp_path / "old.agenda", 2)
    document = Document.open(path)
    (draft,) = document.agenda.drafts.values()
    plan = plan_of(draft)
    assert (plan.meeting.comfortable_start_minute, plan.meeting.uid) == (450, "")
    assert changes_since(document.agenda, draft) == ()
    document.close()


def test_rows_of_an_old_file_are_known_in_every_copy_that_had_them_in_common(tmp_path: Path) -> None:
    first, second = (make_old_file(tmp_path / name, 3) for name in ("first.agenda", "second.agenda"))
    with closing(Document.open(first)) as document:
        meeting.change_meeting(document, subtitle="held online")
    with closing(Document.open(second)) as document:
        create_session(document, title="Made in the second")
    known, other = marks(first), marks(second)
    assert known < other
    assert ("sessions", 1, "1") in known
    (new,) = [mark for table, row_id, mark in known if (table, row_id) == ("sessions", 13)]
    assert new.endswith(" Add a session")
    assert [(table, row_id) for table, row_id, _mark in other - known] == [("sessions", 14)]


def test_the_history_of_an_old_file_stays(path: Path) -> None:
    open_and_close(path)
    assert steps(path) == [("Change the comfortable hours", 1), ("Remove Switzerland", 1)]


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("CREATE TABLE availabilities (id INTEGER PRIMARY KEY)", DAMAGED),
        ("ALTER TABLE meeting ADD COLUMN awake_end_minute INTEGER", DAMAGED),
        ("DROP TABLE rulers", DAMAGED),
        ("DROP TABLE journal_steps", DAMAGED),
        ("UPDATE days SET date = 'tomorrow'", DAMAGED),
        ("UPDATE meeting SET comfortable_end_minute = 5000", DAMAGED),
        ("DELETE FROM meeting", DAMAGED),
        ("UPDATE sessions SET day_id = 77 WHERE day_id = 1", DAMAGED),
        ("CREATE VIEW people_of_note AS SELECT 1", ALTERED),
        ("CREATE TRIGGER own AFTER UPDATE ON meeting BEGIN DELETE FROM sessions; END", ALTERED),
    ],
)
def test_a_bad_old_file_is_refused_and_left_alone(path: Path, statement: str, sentence: str) -> None:
    alter(path, statement)
    before = path.read_bytes()
    with pytest.raises(FileProblem) as problem:
        Document.open(path)
    assert problem.value.sentence == sentence
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == [path]
    if "journal" not in statement:
        with pytest.raises(FileProblem) as problem:
            read_agenda(path)
        assert problem.value.sentence == sentence
        assert path.read_bytes() == before


def test_an_old_file_is_opened_without_the_tools_of_verbs(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from planner.document import Document; "
        "Document.open(Path(sys.argv[1])).close(); sys.exit('sqlalchemy' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", script, str(path)], cwd=root, check=False).returncode == 0
    assert version_of(path) == FILE_VERSION
