"""Files that are no agendas, damaged, newer, locked or read-only: one sentence each, and the file untouched."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import update

from planner.document import Document
from planner.errors import FileProblem
from planner.models.creating import create_file
from planner.models.file import read_agenda
from planner.models.tables import Base, MeetingRow
from planner.models.versions import FILE_VERSION
from tests.meetings import alter, make_meeting, tables

NOT_AN_AGENDA = "“meeting.agenda” is not an agenda. Choose a file that this program made (.agenda)."
DAMAGED = "“meeting.agenda” is damaged. Use File, Restore a backup, to go on from an earlier copy."
ALTERED = (
    "“meeting.agenda” was changed by another program and is not opened. "
    "Use File, Restore a backup, to go on from an earlier copy."
)
NEWER = "“meeting.agenda” was made by a newer version of this program. Install that version to open it."
MISSING = "There is no file “meeting.agenda”. Check the name, or look for it where it was moved."
FOLDER = "“meeting.agenda” is a folder. Choose a file."
READ_ONLY = "“meeting.agenda” or its folder is read-only. Copy the file to a folder of your own and open the copy."
ELSEWHERE = "“meeting.agenda” is open in another window. Go on there, or close that window first."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    return make_meeting(folder / "meeting.agenda")


def sentence_of(action: Callable[[Path], object], path: Path) -> str:
    with pytest.raises(FileProblem) as problem:
        action(path)
    return problem.value.sentence


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """The file's bytes and times, and the names in its folder, are the same afterwards."""
    content, status, names = path.read_bytes(), path.stat(), sorted(path.parent.iterdir())
    yield
    assert path.read_bytes() == content
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (status.st_mtime_ns, status.st_ino)
    assert sorted(path.parent.iterdir()) == names


def nothing_but_zeros_where(table: str) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
            size = connection.execute("PRAGMA page_size").fetchone()[0]
        with path.open("r+b") as file:
            file.seek((page - 1) * size)
            file.write(bytes(size))

    return damage


def content(data: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(data) and None


def statements(*sql: str) -> Callable[[Path], None]:
    return lambda path: alter(path, *sql)


def of_another_program(path: Path) -> None:
    path.unlink()
    alter(path, "CREATE TABLE notes (id INTEGER PRIMARY KEY)")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def overwrite(offset: int, data: bytes) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(data)

    return damage


UNCHECKED = "PRAGMA ignore_check_constraints = ON"
UNREFERENCED = "PRAGMA foreign_keys = OFF"

BAD_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (content(b""), NOT_AN_AGENDA),
    "a picture": (content(b"\x89PNG\r\n\x1a\n" + bytes(5000)), NOT_AN_AGENDA),
    "text": (content(b"Thursday 12 November\n" * 100), NOT_AN_AGENDA),
    "SQLite's first words only": (content(b"SQLite format 3\x00"), NOT_AN_AGENDA),
    "of another program": (of_another_program, NOT_AN_AGENDA),
    "header overwritten": (overwrite(0, bytes(100)), NOT_AN_AGENDA),
    "header's middle overwritten": (overwrite(16, b"\xff" * 40), DAMAGED),
    "newer": (statements(f"PRAGMA user_version = {FILE_VERSION + 1}"), NEWER),
    "much newer": (statements("PRAGMA user_version = 2000000000"), NEWER),
    "cut in half": (cut, DAMAGED),
    "zeros for sessions": (nothing_but_zeros_where("sessions"), DAMAGED),
    "zeros for the meeting": (nothing_but_zeros_where("meeting"), DAMAGED),
    "zeros for an index": (nothing_but_zeros_where("ix_seats_session_id"), DAMAGED),
    "zeros for the history": (nothing_but_zeros_where("journal_steps"), DAMAGED),
    "a foreign trigger": (
        statements("CREATE TRIGGER t AFTER UPDATE ON sessions BEGIN DELETE FROM people; END"),
        ALTERED,
    ),
    "a foreign view": (statements("CREATE VIEW v AS SELECT * FROM people"), ALTERED),
    "a view in place of a table": (
        statements("ALTER TABLE rulers RENAME TO r", "CREATE VIEW rulers AS SELECT * FROM r"),
        ALTERED,
    ),
    "a missing table": (statements("DROP TABLE rulers"), DAMAGED),
    "a missing journal": (statements("DROP TABLE journal_images"), DAMAGED),
    "a missing column": (statements("ALTER TABLE sessions DROP COLUMN summary"), DAMAGED),
    "an unknown kind": (statements(UNCHECKED, "UPDATE sessions SET kind = 'party' WHERE id = 1"), DAMAGED),
    "an unknown state": (statements(UNCHECKED, "UPDATE seats SET state = 'maybe' WHERE id = 1"), DAMAGED),
    "half a spot": (statements(UNCHECKED, "UPDATE sessions SET room_id = NULL WHERE id = 1"), DAMAGED),
    "no meeting": (statements("DELETE FROM meeting"), DAMAGED),
    "two meetings": (statements("INSERT INTO meeting SELECT 2, " + ", ".join(
        f"m.{column.name}" for column in list(MeetingRow.__table__.columns)[1:]
    ) + " FROM meeting m"), DAMAGED),
    "a seat of no session": (statements(UNREFERENCED, "UPDATE seats SET session_id = 99 WHERE id = 1"), DAMAGED),
    "a session on no day": (statements(UNREFERENCED, "DELETE FROM days WHERE id = 1"), DAMAGED),
    "a number in words": (statements(UNCHECKED, "UPDATE meeting SET handover_seconds = 'thirty'"), DAMAGED),
    "bytes for a title": (statements("UPDATE sessions SET title = x'00ff' WHERE id = 1"), DAMAGED),
    "no UTF-8": (statements("UPDATE sessions SET title = CAST(x'c328' AS TEXT) WHERE id = 1"), DAMAGED),
    "no date": (statements("UPDATE days SET date = 'Thursday' WHERE id = 1"), DAMAGED),
    "a date in another form": (statements("UPDATE days SET date = '20201112' WHERE id = 1"), DAMAGED),
}  # fmt: skip
ONLY_THE_HISTORY = {"zeros for the history", "a missing journal"}


@pytest.mark.parametrize(("spoil", "sentence"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_bad_file_is_refused_in_one_sentence_and_left_alone(
    path: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(path)
    with untouched(path):
        assert sentence_of(Document.open, path) == sentence


@pytest.mark.parametrize("name", sorted(BAD_FILES.keys() - ONLY_THE_HISTORY))
def test_reading_refuses_a_bad_file_likewise(path: Path, name: str) -> None:
    spoil, sentence = BAD_FILES[name]
    spoil(path)
    with untouched(path):
        said = sentence_of(read_agenda, path)
    assert said == sentence


@pytest.mark.parametrize("name", sorted(ONLY_THE_HISTORY))
def test_a_meeting_can_be_read_when_only_its_history_is_damaged(path: Path, name: str) -> None:
    sound = read_agenda(path)
    BAD_FILES[name][0](path)
    assert read_agenda(path) == sound


@pytest.mark.parametrize("action", [Document.open, read_agenda])
def test_a_missing_file_and_a_folder_are_named(path: Path, action: Callable[[Path], object]) -> None:
    path.unlink()
    assert sentence_of(action, path) == MISSING
    assert sentence_of(action, path.parent / "nowhere" / "meeting.agenda") == MISSING
    path.mkdir()
    assert sentence_of(action, path) == FOLDER
    assert list(path.parent.iterdir()) == [path]


def test_a_link_that_leads_nowhere_is_a_missing_file(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "nowhere")
    assert sentence_of(Document.open, path) == MISSING


def test_a_file_in_place_of_the_folder_is_no_place(path: Path) -> None:
    inner = path / "meeting.agenda"
    assert sentence_of(read_agenda, inner) == (
        f"There is no folder “{path}”. Choose another place, or make the folder first."
    )


def test_a_read_only_file_can_be_read_but_not_opened(path: Path) -> None:
    path.chmod(0o444)
    with untouched(path):
        assert sentence_of(Document.open, path) == READ_ONLY
        assert read_agenda(path).meeting.title == "Review of Examples"


def as_nobody(action: str, path: Path) -> str:
    """What an ordinary account is told; ``action`` is a statement about ``path``."""
    program = (
        "import os, sys; from pathlib import Path; from planner.document import Document\n"
        "from planner.errors import FileProblem; from planner.models.file import read_agenda\n"
        "path = Path(sys.argv[1])\n"
        # What is imported late may lie in a folder that is closed to nobody.
        "from planner.wording import say; say('Loads the words')\n"
        "try:\n    read_agenda(path)\nexcept FileProblem:\n    pass\n"
        "os.geteuid() == 0 and os.setuid(65534)\n"
        f"try:\n    print({action})\nexcept FileProblem as problem:\n    print(problem.sentence)"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    return done.stdout.rstrip("\n")


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """The meeting in a folder that any account may reach; pytest's own is closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield make_meeting(Path(folder) / "meeting.agenda")


@pytest.mark.skipif(sys.platform == "win32", reason="accounts and modes as Unix has them")
def test_a_read_only_folder_is_said_and_left_alone(open_to_all: Path) -> None:
    path = open_to_all
    path.chmod(0o666)
    path.parent.chmod(0o555)
    with untouched(path):
        assert as_nobody("Document.open(path)", path) == READ_ONLY
        assert as_nobody("read_agenda(path).meeting.title", path) == "Review of Examples"
    path.parent.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="accounts and modes as Unix has them")
def test_a_file_that_may_not_be_read_is_said(open_to_all: Path) -> None:
    path = open_to_all
    path.chmod(0o000)
    assert as_nobody("Document.open(path)", path) == (
        "“meeting.agenda” cannot be read or written here. Check that you may use this folder."
    )


def test_opening_and_closing_leaves_the_file_untouched(path: Path) -> None:
    with untouched(path):
        Document.open(path).close()
        read_agenda(path)


def test_a_second_window_is_refused_until_the_first_closes(path: Path) -> None:
    first = Document.open(path)
    with untouched(path):
        assert sentence_of(Document.open, path) == ELSEWHERE
        assert read_agenda(path) == first.agenda
    first.close()
    second = Document.open(path)
    first.close()
    assert sentence_of(Document.open, path) == ELSEWHERE
    second.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_link_to_an_open_file_is_the_open_file(path: Path) -> None:
    link = path.with_name("link.agenda")
    link.symlink_to(path)
    first = Document.open(path)
    assert sentence_of(Document.open, link) == ELSEWHERE
    first.close()
    second = Document.open(link)
    assert second.path == path
    second.close()


def hold(path: Path) -> subprocess.Popen[str]:
    """Another process that has the file open."""
    program = (
        "import sys; from pathlib import Path; from planner.document import Document\n"
        "document = Document.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); document.close()"
    )
    command = [sys.executable, "-c", program, str(path)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    return holder


def test_another_process_keeps_the_file_until_it_closes(path: Path) -> None:
    with hold(path) as holder:
        assert sentence_of(Document.open, path) == ELSEWHERE
        assert read_agenda(path).meeting.title == "Review of Examples"
        holder.communicate()
    Document.open(path).close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_process_keeps_nothing(path: Path) -> None:
    with hold(path) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    document = Document.open(path)
    with document.edit("Name it") as rows:
        rows.execute(update(MeetingRow).values(title="Second title"))
    document.close()
    assert read_agenda(path).meeting.title == "Second title"


def test_what_was_opened_is_one_file_marked_as_ours(path: Path) -> None:
    document = Document.open(path)
    with document.edit("Name it") as rows:
        rows.execute(update(MeetingRow).values(title="Second title"))
    lock = path.with_name(".meeting.agenda.lock")
    assert sorted(path.parent.iterdir()) == [lock, path]
    document.undo()
    document.close()
    assert list(path.parent.iterdir()) == [path]
    header = path.read_bytes()[:100]
    assert header[68:72] == b"RTAG"
    assert header[60:64] == FILE_VERSION.to_bytes(4, "big")
    assert header[18:20] == b"\x01\x01"  # the rollback journal, not WAL


def test_columns_hold_integers_and_text_only(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        kinds = {
            column[2]
            for table in Base.metadata.tables
            for column in connection.execute(f"PRAGMA table_info({table})").fetchall()
        }
    assert kinds == {"INTEGER", "VARCHAR"}


def test_a_new_file_never_replaces_another(path: Path) -> None:
    with untouched(path):
        assert sentence_of(lambda target: create_file(target, lambda _: None), path) == (
            "“meeting.agenda” exists already. Choose another name."
        )
    absent = path.parent / "nowhere" / "meeting.agenda"
    assert sentence_of(make_meeting, absent) == (
        f"There is no folder “{absent.parent}”. Choose another place, or make the folder first."
    )


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    long = tmp_path / ("m" * 300)
    assert sentence_of(make_meeting, long) == (
        f"“{long.name}” cannot be read or written here. Check that you may use this folder."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_failing_filling_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        create_file(tmp_path / "meeting.agenda", lambda _: 1 // 0)
    assert list(tmp_path.iterdir()) == []


def test_names_with_marks_and_spaces_work(tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "Ré 50% ? #1 %20 żółć.agenda")
    document = Document.open(path)
    with document.edit("Name it") as rows:
        rows.execute(update(MeetingRow).values(title="Second title"))
    document.close()
    assert list(tmp_path.iterdir()) == [path]
    assert tables(path)["meeting"][0][1] == "Second title"


def test_a_copy_is_a_whole_file_of_its_own(path: Path) -> None:
    document = Document.open(path)
    with document.edit("Name it") as rows:
        rows.execute(update(MeetingRow).values(title="Second title"))
    copy = path.with_name("copy.agenda")
    for _again in range(2):
        document.save_copy(copy)
        assert read_agenda(copy) == document.agenda
    other = Document.open(copy)
    with other.edit("In the copy") as rows:
        rows.execute(update(MeetingRow).values(title="Third title"))
    other.close()
    assert read_agenda(path) == document.agenda
    document.close()
    reopened = Document.open(copy)
    reopened.undo()
    reopened.undo()
    assert reopened.agenda.meeting.title == "Review of Examples"
    assert reopened.history.undo is None
    reopened.close()


def test_a_copy_over_the_open_file_or_into_no_folder_is_refused(path: Path) -> None:
    document = Document.open(path)
    with untouched(path):
        assert sentence_of(document.save_copy, path) == (
            "“meeting.agenda” is the file you have open. Choose another name for the copy."
        )
        absent = path.parent / "nowhere" / "copy.agenda"
        assert sentence_of(document.save_copy, absent) == (
            f"There is no folder “{absent.parent}”. Choose another place, or make the folder first."
        )
        assert sentence_of(document.save_copy, path.parent) == ("“folder” is a folder. Choose a file.")
    document.close()


def gone(path: Path) -> None:
    path.unlink()


def renamed(path: Path) -> None:
    path.rename(path.with_name("renamed.agenda"))


def replaced(path: Path) -> None:
    other = path.with_name("other")
    shutil.copy(path, other)
    other.replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let an open file be moved")
@pytest.mark.parametrize("happening", [gone, renamed, replaced])
def test_a_file_taken_away_while_open_refuses_edits_but_can_be_copied(
    path: Path, happening: Callable[[Path], None]
) -> None:
    document = Document.open(path)
    with document.edit("Name it") as rows:
        rows.execute(update(MeetingRow).values(title="Second title"))
    picture = document.agenda
    happening(path)
    said = "“meeting.agenda” was moved, renamed or replaced while it was open; the change was not made. " + (
        "Put the file back, or use File, Save a copy."
    )
    with pytest.raises(FileProblem) as problem, document.edit("Lost?") as rows:
        rows.execute(update(MeetingRow).values(title="Third title"))
    assert problem.value.sentence == said
    assert sentence_of(lambda _: document.undo(), path) == said
    assert document.agenda is picture
    copy = path.with_name("copy.agenda")
    document.save_copy(copy)
    assert read_agenda(copy) == picture
    document.close()
    opened = Document.open(copy)
    opened.undo()
    assert opened.agenda.meeting.title == "Review of Examples"
    opened.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let an open file be moved")
def test_a_file_put_back_takes_edits_again(path: Path) -> None:
    document = Document.open(path)
    away = path.with_name("away")
    path.rename(away)
    with pytest.raises(FileProblem):
        document.edit("Lost?").__enter__()
    away.rename(path)
    with document.edit("Name it") as rows:
        rows.execute(update(MeetingRow).values(title="Second title"))
    assert read_agenda(path) == document.agenda
    document.close()
