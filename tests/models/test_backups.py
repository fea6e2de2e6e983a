"""Backup copies: made, not made twice, thinned with age, restored without writing over anything."""

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.document import Document
from planner.edits.meeting import change_meeting
from planner.errors import FileProblem
from planner.making import create_from_template
from planner.models.backups import all_backups, backups_folder, backups_of, make_backup, restore_backup, to_thin

NOW = datetime(2020, 11, 12, 12, 0, tzinfo=UTC)


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    path = tmp_path / "Review Genève.agenda"
    create_from_template(path, "two-day", title="Test meeting")
    return path


def retitle(path: Path, title: str) -> None:
    document = Document.open(path)
    change_meeting(document, title=title)
    document.close()


def test_a_backup_holds_the_bytes_of_the_file(meeting: Path) -> None:
    assert make_backup(meeting).read_bytes() == meeting.read_bytes()


def test_a_backup_lies_outside_the_folder_of_the_document(meeting: Path, personal_folder: Path) -> None:
    copy = make_backup(meeting)
    assert copy.parent.parent == personal_folder / "data" / "roundtable-planner" / "backups"
    assert copy.parent.name.rpartition("-")[0] == "Review Genève"


def test_an_unchanged_file_gets_no_second_copy(meeting: Path) -> None:
    assert make_backup(meeting) == make_backup(meeting)
    assert len(backups_of(meeting)) == 1


def test_a_changed_file_gets_a_further_copy_and_the_newest_comes_first(meeting: Path) -> None:
    first = make_backup(meeting)
    retitle(meeting, "Changed")
    second = make_backup(meeting)
    assert [backup.path for backup in backups_of(meeting)] == [second, first]


def test_a_backup_knows_its_time_size_and_origin(meeting: Path) -> None:
    before = datetime.now(UTC)
    make_backup(meeting)
    (backup,) = backups_of(meeting)
    assert before <= backup.made_at <= datetime.now(UTC)
    assert (backup.bytes, backup.origin) == (meeting.stat().st_size, meeting)


def test_files_of_one_name_in_two_folders_are_kept_apart(meeting: Path, tmp_path: Path) -> None:
    twin = tmp_path / "other" / meeting.name
    twin.parent.mkdir()
    create_from_template(twin, "two-day")
    assert make_backup(meeting).parent != make_backup(twin).parent


def test_a_link_and_its_file_share_their_copies(meeting: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.agenda"
    link.symlink_to(meeting)
    assert make_backup(link) == make_backup(meeting)


def test_copies_of_a_file_that_is_gone_are_still_listed(meeting: Path) -> None:
    make_backup(meeting)
    meeting.unlink()
    assert [backup.origin for backup in all_backups()] == [meeting]
    assert all_backups() == backups_of(meeting)


def test_no_backups_yet_is_an_empty_list(meeting: Path) -> None:
    assert (all_backups(), backups_of(meeting)) == ((), ())


def test_strange_files_among_the_copies_are_passed_over(meeting: Path) -> None:
    copy = make_backup(meeting)
    copy.with_name("notes.agenda").write_text("not a copy")
    (backups_folder() / "stray.txt").write_text("not a folder")
    assert [backup.path for backup in all_backups()] == [copy]


def test_a_name_of_full_length_is_backed_up(tmp_path: Path) -> None:
    path = tmp_path / ("ż" * 100 + ".agenda")
    create_from_template(path, "two-day")
    assert make_backup(path).read_bytes() == path.read_bytes()


def test_a_file_that_is_no_agenda_is_not_copied(tmp_path: Path) -> None:
    path = tmp_path / "letter.agenda"
    path.write_text("Dear colleagues")
    with pytest.raises(FileProblem) as raised:
        make_backup(path)
    assert raised.value.sentence == (
        "“letter.agenda” is not an agenda. Choose a file that this program made (.agenda)."
    )
    assert all_backups() == ()


def test_a_folder_that_cannot_be_made_is_named_in_a_sentence(meeting: Path) -> None:
    backups_folder().parent.write_text("a file where the folder should be")
    with pytest.raises(FileProblem) as raised:
        make_backup(meeting)
    (folder,) = {raised.value.sentence.partition("write to “")[2].removesuffix("”.")}
    assert Path(folder).parent == backups_folder()


def test_a_full_disk_is_said_in_a_sentence_and_leaves_no_half_copy(
    meeting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_backup(meeting)
    retitle(meeting, "Changed")

    def disk_is_full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_is_full)
    with pytest.raises(FileProblem) as raised:
        make_backup(meeting)
    assert raised.value.sentence == (
        "The disk is full: no backup copy of “Review Genève.agenda” was made. Free some space."
    )
    (kept,) = backups_of(meeting)
    assert {path.name for path in kept.path.parent.iterdir()} == {kept.path.name, "origin.txt"}


def test_a_change_that_a_crash_left_half_done_is_not_in_the_copy(meeting: Path) -> None:
    before = meeting.read_bytes()
    crash = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('UPDATE meeting SET title = ?', ('x' * 200_000,))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", crash, str(meeting)], check=False)
    assert meeting.with_name(meeting.name + "-journal").exists()
    copy = make_backup(meeting)
    assert copy.read_bytes() == before
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_restored_copy_opens_with_its_history(meeting: Path, tmp_path: Path) -> None:
    retitle(meeting, "Kept")
    make_backup(meeting)
    target = tmp_path / "restored.agenda"
    restore_backup(backups_of(meeting)[0], target)
    document = Document.open(target)
    undone = document.undo()
    title = document.agenda.meeting.title
    document.close()
    assert (undone is not None, title) == (True, "Test meeting")


def test_restoring_never_writes_over_a_file(meeting: Path) -> None:
    make_backup(meeting)
    retitle(meeting, "Newer")
    newer = meeting.read_bytes()
    with pytest.raises(FileProblem):
        restore_backup(backups_of(meeting)[0], meeting)
    assert meeting.read_bytes() == newer


def test_restoring_into_a_missing_folder_leaves_nothing(meeting: Path, tmp_path: Path) -> None:
    make_backup(meeting)
    with pytest.raises(FileProblem):
        restore_backup(backups_of(meeting)[0], tmp_path / "nowhere" / "restored.agenda")
    assert not (tmp_path / "nowhere").exists()


def test_restoring_a_copy_that_was_thinned_meanwhile_is_a_sentence(meeting: Path, tmp_path: Path) -> None:
    make_backup(meeting)
    (backup,) = backups_of(meeting)
    backup.path.unlink()
    with pytest.raises(FileProblem):
        restore_backup(backup, tmp_path / "restored.agenda")
    assert not (tmp_path / "restored.agenda").exists()


def test_making_a_backup_thins_the_old_ones(meeting: Path) -> None:
    copy = make_backup(meeting)
    old = copy.with_name("20010101T000000.000000Z.agenda")
    old.write_bytes(b"old")
    retitle(meeting, "Changed")
    newest = make_backup(meeting)
    assert [backup.path for backup in backups_of(meeting)] == [newest, copy]


def hours_ago(*hours: float) -> list[datetime]:
    return [NOW - timedelta(hours=ago) for ago in hours]


def test_all_copies_of_the_last_two_days_stay() -> None:
    assert to_thin(hours_ago(0, 0.1, 0.2, 24, 24.1, 47.9), NOW) == frozenset()


def test_more_than_fifty_recent_copies_are_thinned_to_one_a_day() -> None:
    minutes = [NOW - timedelta(minutes=ago) for ago in range(60)]
    assert to_thin(minutes, NOW) == frozenset(minutes[50:])


def test_the_last_copy_of_each_day_stays_for_thirty_days() -> None:
    morning, noon = NOW - timedelta(days=5, hours=3), NOW - timedelta(days=5)
    assert to_thin([NOW, morning, noon], NOW) == frozenset({morning})


def test_the_last_copy_of_each_week_stays_for_a_year() -> None:
    monday = datetime(2020, 8, 3, 9, 0, tzinfo=UTC)
    thursday, next_monday = monday + timedelta(days=3), monday + timedelta(days=7)
    assert to_thin([NOW, monday, thursday, next_monday], NOW) == frozenset({monday})


def test_copies_older_than_a_year_go() -> None:
    ancient = NOW - timedelta(days=366)
    assert to_thin([NOW, ancient], NOW) == frozenset({ancient})


def test_the_newest_copy_stays_however_old() -> None:
    times = [NOW - timedelta(days=800), NOW - timedelta(days=900)]
    assert to_thin(times, NOW) == frozenset(times[1:])


def test_copies_made_while_the_clock_was_ahead_stay() -> None:
    assert to_thin(hours_ago(-30, -1, 1), NOW) == frozenset()


def test_thinning_twice_thins_nothing_more() -> None:
    times = [NOW - timedelta(hours=7 * step) for step in range(2000)]
    kept = set(times) - to_thin(times, NOW)
    assert to_thin(kept, NOW) == frozenset()


def test_daily_opening_for_two_years_keeps_eighty_copies() -> None:
    kept: set[datetime] = set()
    for day in range(730):
        now = NOW + timedelta(days=day)
        kept = {*kept, now}
        kept -= to_thin(kept, now)
    assert len(kept) == 31 + 49
