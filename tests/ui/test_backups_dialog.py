"""The list of backup copies."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.models.backups import Backup
from planner.ui.backups_dialog import BackupsDialog, made_in_words, size_in_words

CET = timezone(timedelta(hours=1))
OLD = Backup(Path("a"), datetime(2020, 11, 9, 23, 30, tzinfo=UTC), 61_440, Path.home() / "meetings" / "review.agenda")
NEW = Backup(Path("b"), datetime(2020, 11, 12, 9, 5, tzinfo=UTC), 1_240_000, Path("consultation.agenda").absolute())


def _dialog(qtbot: QtBot, backups: Sequence[Backup]) -> BackupsDialog:
    dialog = BackupsDialog(backups, zone=CET)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def _rows(dialog: BackupsDialog) -> list[list[str]]:
    items = [dialog.list.topLevelItem(index) for index in range(dialog.list.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def test_newest_first_with_local_date_and_size(qtbot: QtBot) -> None:
    assert _rows(_dialog(qtbot, [OLD, NEW])) == [
        ["consultation.agenda", "Thu 12 Nov 2020, 10:05", "1.2 MB"],
        ["review.agenda", "Tue 10 Nov 2020, 00:30", "61 kB"],
    ]


def test_a_copy_made_before_midnight_in_utc_may_be_of_the_next_day() -> None:
    assert made_in_words(OLD.made_at, CET) == "Tue 10 Nov 2020, 00:30"


@pytest.mark.parametrize(
    ("size", "words"), [(0, "1 kB"), (999, "1 kB"), (61_440, "61 kB"), (999_600, "1.0 MB"), (12_340_000, "12.3 MB")]
)
def test_sizes_are_in_kilobytes_and_megabytes(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_search_finds_a_part_of_the_name_whatever_its_case(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, [OLD, NEW])
    qtbot.keyClicks(dialog.search, "REV")
    assert [row[0] for row in _rows(dialog)] == ["review.agenda"]


def test_a_name_without_backups_is_said(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, [OLD, NEW])
    qtbot.keyClicks(dialog.search, "nothing like it")
    assert dialog.empty.isVisible()
    assert dialog.empty.text() == "No file of this name has a backup. Search for a part of its name."
    assert not dialog.restore.isEnabled()


def test_without_backups_it_says_when_they_are_made(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, [])
    assert dialog.empty.isVisible()
    assert dialog.empty.text().startswith("There are no backups yet. A copy is made each time a meeting is opened")
    assert not dialog.restore.isEnabled()


def test_the_chosen_copy_is_restored(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, [OLD, NEW])
    qtbot.keyClicks(dialog.search, "review")
    with qtbot.waitSignal(dialog.restore_requested) as wish:
        dialog.restore.click()
    assert wish.args == [OLD]


def test_enter_restores_once(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, [OLD, NEW])
    wishes: list[Backup] = []
    dialog.restore_requested.connect(wishes.append)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert wishes == [OLD]
    assert dialog.isVisible()
