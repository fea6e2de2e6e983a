"""Merge from file in the window: two real copies, what is taken, what is to be decided, and one step."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from planner import edits
from planner.document import Document
from planner.making import create_from_template
from planner.ui.conflict_table import HERE, THERE, WHAT
from planner.ui.import_dialog import ImportDialog
from planner.ui.main_window import MainWindow
from planner.ui.merge_acts import merge_from
from planner.ui.merge_file_dialog import MergeFileDialog
from planner.ui.theme import LIGHT
from tests.meetings import CLOSING, EXAMPLIA, FIRST, OPENING, SECOND, friday
from tests.windows import agenda_of, answer_next, desk_of, undo_name


@pytest.fixture
def copy(window: MainWindow, tmp_path: Path) -> Path:
    """A copy in which two titles, a name and a spot are others; here one of the titles and the spot are others too."""
    path = tmp_path / "copy.agenda"
    desk = desk_of(window)
    desk.change_session(CLOSING, {"title": "Known to both"})
    desk.document.save_copy(path)
    with closing(Document.open(path)) as their:
        edits.sessions.change_session(their, FIRST, title="Their theme")
        edits.sessions.change_session(their, OPENING, title="Their opening")
        edits.people.change_entity(their, EXAMPLIA, name="Newland")
        edits.sessions.move_session(their, SECOND, friday(650))
    desk.change_session(FIRST, {"title": "Our theme"})
    desk.place(SECOND, friday(700))
    return path


def merging(window: MainWindow, path: Path, act: Callable[[MergeFileDialog], Any]) -> None:
    """Open the dialog on a file, wait until it has read it, and act."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeFileDialog)
        while dialog._work.is_running:
            QApplication.processEvents()
        act(dialog)

    answer_next(answer)
    merge_from(path, window, LIGHT, window.commands)


def lines(dialog: MergeFileDialog) -> list[list[str]]:
    model = dialog.conflicts
    return [[str(model.index(row, column).data()) for column in (WHAT, HERE, THERE)] for row in range(model.rowCount())]


def titles(window: MainWindow) -> list[str]:
    return [agenda_of(window).sessions[key].title for key in (OPENING, FIRST)]


def test_the_dialog_says_what_is_taken_and_what_is_to_be_decided(window: MainWindow, copy: Path) -> None:
    seen: list[Any] = []

    def look(dialog: MergeFileDialog) -> None:
        seen.append(dialog.heading.text().rpartition(" of ")[0])
        seen.append([line.text for group in dialog.taken.groups for line in group.lines])
        seen.append(lines(dialog))
        seen.append(dialog.merge.isEnabled())

    before = agenda_of(window)
    merging(window, copy, look)
    assert seen == [
        "“copy.agenda” and this meeting differ since “Change the title of Closing”",
        [
            "Opening is now called “Their opening”.",
            "The entity of Ann Alpha is now “Newland” instead of “Examplia”.",
            "The name “Examplia” is now “Newland”.",
        ],
        [
            ["Roundtable 1: title", "○  Our theme", "○  Their theme"],
            ["Roundtable 2: day and time", "○  Fri 11:40 CET", "○  Fri 10:50 CET"],
        ],
        False,
    ]
    assert agenda_of(window) == before


def test_merged_with_the_keyboard_it_is_one_step_that_undo_takes_back(window: MainWindow, copy: Path) -> None:
    before = agenda_of(window)

    def decide(dialog: MergeFileDialog) -> None:
        QTest.keyClick(dialog.table, Qt.Key.Key_Right)
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        assert dialog.conflicts.undecided == 1
        QTest.keyClick(dialog.table, Qt.Key.Key_Left)
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        dialog.merge.click()

    merging(window, copy, decide)
    assert titles(window) == ["Their opening", "Their theme"]
    assert agenda_of(window).sessions[SECOND].spot == friday(700)
    assert undo_name(window) == "Merge “copy.agenda”"
    desk_of(window).undo()
    assert agenda_of(window) == before


@pytest.mark.parametrize(
    ("side", "theme", "start"), [("all_here", "Our theme", 700), ("all_there", "Their theme", 650)]
)
def test_all_is_taken_from_one_side(window: MainWindow, copy: Path, side: str, theme: str, start: int) -> None:
    def decide(dialog: MergeFileDialog) -> None:
        getattr(dialog, side).click()
        dialog.merge.click()

    merging(window, copy, decide)
    assert titles(window) == ["Their opening", theme]
    assert agenda_of(window).sessions[SECOND].spot == friday(start)


def test_a_click_chooses_a_value(window: MainWindow, copy: Path) -> None:
    seen: list[Any] = []

    def decide(dialog: MergeFileDialog) -> None:
        dialog.table.clicked.emit(dialog.conflicts.index(0, THERE))
        seen.append(lines(dialog)[0])
        dialog.table.clicked.emit(dialog.conflicts.index(0, HERE))
        seen.append(lines(dialog)[0])
        seen.append(dialog.state.text())

    merging(window, copy, decide)
    assert seen == [
        ["Roundtable 1: title", "○  Our theme", "◉  Their theme"],
        ["Roundtable 1: title", "◉  Our theme", "○  Their theme"],
        "1 is still to be decided: choose a value with a click, or with the arrows and Space.",
    ]


def test_a_copy_that_brings_nothing_says_so(window: MainWindow, tmp_path: Path) -> None:
    path, seen = tmp_path / "same.agenda", []
    desk_of(window).document.save_copy(path)
    merging(window, path, lambda dialog: seen.append((dialog.state.text(), dialog.merge.isEnabled())))
    assert seen == [("The other copy brings nothing new.", False)]


def test_a_file_of_another_meeting_offers_import(window: MainWindow, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.agenda"
    create_from_template(stranger, "two-day")
    offered: list[str] = []

    def take_offer(dialog: MergeFileDialog) -> None:
        offered.append(dialog.message.text().partition(":")[0])
        answer_next(lambda other: offered.append(type(other).__name__))
        dialog.offer.click()

    merging(window, stranger, take_offer)
    assert offered == ["“stranger.agenda” is not a copy of this meeting", ImportDialog.__name__]


def no_file(path: Path) -> None:
    """There is none."""


def text_file(path: Path) -> None:
    path.write_text("no meeting", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (no_file, "There is no file “bad.agenda”. Check the name, or look for it where it was moved."),
        (text_file, "“bad.agenda” is not an agenda. Choose a file that this program made (.agenda)."),
    ],
)
def test_a_bad_file_ends_in_one_sentence(
    window: MainWindow, tmp_path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    bad, seen = tmp_path / "bad.agenda", []
    make(bad)

    def look(dialog: MergeFileDialog) -> None:
        seen.append((dialog.message.text(), dialog.merge.isEnabled(), dialog.offer.isVisible()))

    merging(window, bad, look)
    assert seen == [(sentence, False, False)]


def test_the_open_file_itself_is_refused(window: MainWindow) -> None:
    seen: list[str] = []
    merging(window, desk_of(window).document.path, lambda dialog: seen.append(dialog.message.text()))
    assert seen == ["“review.agenda” is the file you have open. Choose another copy of it."]


def test_a_half_written_copy_ends_in_one_sentence(window: MainWindow, copy: Path, tmp_path: Path) -> None:
    half, seen = tmp_path / "half.agenda", []
    shutil.copy(copy, half)
    half.write_bytes(half.read_bytes()[: half.stat().st_size // 2])
    merging(window, half, lambda dialog: seen.append(dialog.message.text()))
    assert seen == ["“half.agenda” is damaged. Use File, Restore a backup, to go on from an earlier copy."]


def test_the_menu_asks_for_the_file_first(window: MainWindow, copy: Path) -> None:
    asked: list[str] = []

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        answer_next(lambda other: asked.append(type(other).__name__))
        dialog.selectFile(str(copy))
        dialog.accept()

    answer_next(choose)
    window.actions_by_name["merge"].trigger()
    assert asked == [MergeFileDialog.__name__]
