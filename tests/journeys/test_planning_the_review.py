"""The story of the first evening: from the start page over the sample to the paper, and everything taken back."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from planner.models.kinds import SessionKind
from planner.models.records import Spot
from planner.rules.finding import Level
from planner.ui.backups_dialog import BackupsDialog
from planner.ui.export_dialog import ExportDialog
from planner.ui.main_window import MainWindow
from planner.ui.new_meeting_dialog import NewMeetingDialog
from tests.meetings import tables
from tests.windows import (
    ALT,
    CONTROL,
    SHIFT,
    agenda_of,
    answer_next,
    block_of,
    choose_file,
    chosen,
    click,
    desk_of,
    drag_to,
    end_window,
    hover,
    key,
    leave,
    let_go,
    lower_edge,
    make_window,
    point_of,
    press,
    pull,
    release,
    spot_of,
    type_text,
    undo_name,
)

THURSDAY, FRIDAY, PLENARY = 1, 2, 1
# Menus, lists of names and pulling: the offscreen platform has a word on each.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def code_id(window: MainWindow, code: str) -> int:
    return next(key for key, row in desk_of(window).agenda.sessions.items() if row.code == code)


def ids_of(window: MainWindow, kind: SessionKind) -> list[int]:
    return [row.id for row in desk_of(window).agenda.placed_sessions if row.kind is kind]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The program without a window."""
    main = Path(__file__).parents[2] / "main.py"
    command = [sys.executable, str(main), *map(str, arguments)]
    return subprocess.run(command, env=dict(os.environ), capture_output=True, text=True, check=False)


@pytest.fixture
def sample(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with the sample, made from the start page."""
    choose_file(tmp_path / "sample.agenda")
    empty_window.start_page.sample.click()
    return empty_window


def test_the_sample_is_made_from_the_start_page_and_nothing_clashes(sample: MainWindow, tmp_path: Path) -> None:
    agenda = agenda_of(sample)
    assert desk_of(sample).document.path == tmp_path / "sample.agenda"
    assert [day.date for day in agenda.days_in_order] == ["2020-11-12", "2020-11-13"]
    assert len(agenda.objectives) == 23
    assert "23 of 23 objectives placed" in sample.status.texts
    assert [found for found in desk_of(sample).findings if found.level is Level.CLASH] == []
    assert set(sample.grid.canvas.blocks) == {row.id for row in agenda.placed_sessions}


def test_a_roundtable_goes_to_the_list_and_on_to_friday_11_40(sample: MainWindow) -> None:
    second, panel = code_id(sample, "RT2"), sample.workspace.to_place
    before = spot_of(sample, second)
    assert hover(sample, panel, second, QPoint(80, 300))
    assert let_go(panel, second, QPoint(80, 300))
    assert spot_of(sample, second) is None
    assert drag_to(sample, second, Spot(FRIDAY, 700, PLENARY))
    shown: dict[str, Any] = json.loads(run("show", desk_of(sample).document.path, "--json").stdout)
    row = next(row for row in shown["sessions"] if row["id"] == second)
    assert (row["day_id"], row["start_minute"]) == (FRIDAY, 700)
    assert undo_name(sample) == "Move Roundtable 2 to Fri 11:40"
    for _ in range(2):
        key(sample, Qt.Key.Key_Z, CONTROL)
    assert spot_of(sample, second) == before


def test_what_the_window_shows_is_what_the_command_line_finds(sample: MainWindow) -> None:
    drag_to(sample, code_id(sample, "RT2"), Spot(FRIDAY, 700, PLENARY))
    path = desk_of(sample).document.path
    shown = [found.sentence for found in desk_of(sample).findings]
    checked = run("check", path, "--json")
    assert checked.returncode == 1
    assert [found["sentence"] for found in json.loads(checked.stdout)] == shown


def test_undo_goes_on_after_a_restart_until_the_file_is_as_it_was(sample: MainWindow, settings_file: Path) -> None:
    path = desk_of(sample).document.path
    before = tables(path)
    drag_to(sample, code_id(sample, "RT2"), Spot(FRIDAY, 700, PLENARY))
    click(block_of(sample, code_id(sample, "RT3")))
    key(sample, Qt.Key.Key_Down, ALT | SHIFT)
    sample.workspace.session.notes.setFocus()
    type_text(sample, "Ask the host")
    sample.close()
    again = make_window(settings_file)
    assert again.open_path(path)
    names = []
    while (name := undo_name(again)) is not None:
        names.append(name)
        key(again, Qt.Key.Key_Z, CONTROL)
    assert names == [
        "Change the internal notes of Roundtable 3",
        "Make Roundtable 3 1 h 35 min long",
        "Move Roundtable 2 to Fri 11:40",
    ]
    assert tables(path) == before
    end_window(again)


def test_an_afternoon_of_work_is_taken_back_and_made_again_whole(sample: MainWindow) -> None:
    path, canvas = desk_of(sample).document.path, sample.grid.canvas
    start = tables(path)
    third = code_id(sample, "RT3")
    reserve = ids_of(sample, SessionKind.RESERVE)[0]
    hover(sample, sample.workspace.to_place, reserve, QPoint(80, 300))
    let_go(sample.workspace.to_place, reserve, QPoint(80, 300))
    geometry = canvas.grid_geometry
    assert geometry is not None
    block = block_of(sample, third)
    press(block, lower_edge(block))
    end = QPoint(block.geometry().center().x(), geometry.y_of(680))
    pull(canvas, end - QPoint(0, 4))
    pull(canvas, end)
    release(canvas, end)
    click(block_of(sample, third))
    for name, modifiers in ((Qt.Key.Key_K, CONTROL), (Qt.Key.Key_D, CONTROL), (Qt.Key.Key_Delete, SHIFT)):
        sample.grid.canvas.setFocus()
        key(sample, name, modifiers)
    desk_of(sample).choose(third)
    sample.workspace.session.title.setFocus()
    key(sample, Qt.Key.Key_A, CONTROL)
    type_text(sample, "Integration of migrants")
    key(sample, Qt.Key.Key_Return)
    end_of_day = tables(path)
    undone = 0
    while undo_name(sample) is not None:
        sample.actions_by_name["undo"].trigger()
        undone += 1
    assert undone == 6
    assert tables(path) == start
    for _ in range(undone):
        sample.actions_by_name["redo"].trigger()
    assert tables(path) == end_of_day
    assert block_of(sample, third).accessibleName() == "RT3 Integration of migrants"


def test_the_paper_carries_what_was_just_dropped_and_typed(qtbot: QtBot, sample: MainWindow, tmp_path: Path) -> None:
    fourth = code_id(sample, "RT4")
    for reserve in ids_of(sample, SessionKind.RESERVE):
        desk_of(sample).place(reserve, None)
    drag_to(sample, fourth, Spot(FRIDAY, 815, PLENARY))
    click(block_of(sample, fourth))
    sample.workspace.session.title.setFocus()
    key(sample, Qt.Key.Key_A, CONTROL)
    type_text(sample, "A title typed last")

    def export(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.path.setText(str(tmp_path / "out.pdf"))
        dialog.open_after.setChecked(False)
        with qtbot.waitSignal(dialog.exported, timeout=30_000):
            dialog.start()

    answer_next(export)
    key(sample, Qt.Key.Key_E, CONTROL)
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "out.pdf").pages)
    assert "Roundtable 4. A title typed last" in text
    assert "13:35–15:05" in text
    assert sample.message.text == f"The paper is in {tmp_path / 'out.pdf'}."


def test_a_drop_that_cannot_be_meant_leaves_the_file_byte_for_byte(sample: MainWindow) -> None:
    path, third = desk_of(sample).document.path, code_id(sample, "RT3")
    before = path.read_bytes()
    at = point_of(sample, Spot(FRIDAY, 900, PLENARY))
    assert not hover(sample, sample.grid.canvas, third, at)
    tip = sample.grid.tip.accessibleName().split("\n")
    assert tip == [
        "Fri 13 Nov 15:00–16:30 CET", "Fri 13 Nov is open 10:00–15:40 CET; this would end at 16:30.",
    ]  # fmt: skip
    leave(sample.grid.canvas)
    assert path.read_bytes() == before


# -- by keyboard alone --------------------------------------------------------------------------------------------


def test_a_meeting_of_one_s_own_is_planned_by_keyboard_alone(empty_window: MainWindow, tmp_path: Path) -> None:
    window, path = empty_window, tmp_path / "mine.agenda"

    def name_it(dialog: QDialog) -> None:
        assert isinstance(dialog, NewMeetingDialog)
        dialog.title.setFocus()
        type_text(dialog, "Meeting of examples")
        choose_file(path)
        key(dialog, Qt.Key.Key_Return)

    answer_next(name_it)
    key(window, Qt.Key.Key_N, CONTROL | SHIFT)
    assert desk_of(window).document.path == path
    assert desk_of(window).agenda.meeting.title == "Meeting of examples"
    days = desk_of(window).agenda.days_in_order
    for title, keys in (
        ("Welcome", []),
        ("First talk", [Qt.Key.Key_Down] * 2),
        ("Second talk", [Qt.Key.Key_Right]),
    ):
        key(window, Qt.Key.Key_N, CONTROL)
        type_text(window, title)
        key(window, Qt.Key.Key_Return)
        answer_next(lambda dialog: key(dialog, Qt.Key.Key_Return))
        key(window, Qt.Key.Key_M, CONTROL)
        for one in keys:
            key(window, one, ALT)
    plan = {row.title: row.spot for row in agenda_of(window).sessions.values()}
    room = next(iter(agenda_of(window).rooms))
    assert plan == {
        "Welcome": Spot(days[0].id, 600, room),
        "First talk": Spot(days[0].id, 640, room),
        "Second talk": Spot(days[1].id, 670, room),
    }


def test_two_windows_never_write_one_file(sample: MainWindow, settings_file: Path) -> None:
    path = desk_of(sample).document.path
    second = make_window(settings_file.with_name("other.ini"))
    assert not second.open_path(path)
    assert second.message.text == (
        "“sample.agenda” is open in another window. Go on there, or close that window first."
    )
    sample.close()
    assert second.open_path(path)
    assert second.message.text == ""
    end_window(second)


def test_a_crash_of_the_program_costs_nothing_that_was_committed(
    sample: MainWindow, tmp_path: Path, settings_file: Path
) -> None:
    drag_to(sample, code_id(sample, "RT2"), Spot(FRIDAY, 700, PLENARY))
    left_behind = tmp_path / "left behind.agenda"
    left_behind.write_bytes(desk_of(sample).document.path.read_bytes())
    after = make_window(settings_file.with_name("after.ini"))
    assert after.open_path(left_behind)
    assert spot_of(after, code_id(after, "RT2")) == Spot(FRIDAY, 700, PLENARY)
    assert undo_name(after) == "Move Roundtable 2 to Fri 11:40"
    end_window(after)


def test_a_backup_is_made_on_opening_and_brought_back_from_the_start_page(sample: MainWindow, tmp_path: Path) -> None:
    path = desk_of(sample).document.path
    before = tables(path)
    desk_of(sample).choose(code_id(sample, "RT2"))
    sample.actions_by_name["delete"].trigger()
    sample.close_document()
    restored = tmp_path / "restored.agenda"

    def restore(dialog: QDialog) -> None:
        choose_file(restored)
        assert isinstance(dialog, BackupsDialog)
        dialog.restore.click()

    answer_next(restore)
    sample.start_page.restore.click()
    assert desk_of(sample).document.path == restored
    assert tables(restored) == before


def test_following_one_finding_to_its_remedy_makes_it_go(sample: MainWindow) -> None:
    drag_to(sample, code_id(sample, "RT2"), Spot(THURSDAY, 630, PLENARY))
    panel = sample.workspace.findings
    row = next(row for row, found in enumerate(panel.model.findings) if found.rule == "room-twice")
    sample.workspace.show_finding(panel.model.findings[row])
    assert chosen(sample).id in panel.model.findings[row].session_ids
    desk_of(sample).choose(code_id(sample, "RT2"))
    key(sample, Qt.Key.Key_Z, CONTROL)
    assert [found for found in panel.model.findings if found.rule == "room-twice"] == []
