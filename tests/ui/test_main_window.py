"""The window: opening, closing, what it remembers, undo by name, zoom, light and dark, and room for its words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme import DARK, LIGHT, apply_theme, dress
from planner.ui.timetable.grid import LARGEST_ZOOM, SMALLEST_ZOOM
from tests.meetings import CLOSING, FIRST, SECOND, alter, friday, make_meeting, steps, tables
from tests.windows import (
    CONTROL,
    SHIFT,
    agenda_of,
    answer_next,
    block_of,
    choose_file,
    chosen,
    click,
    desk_of,
    end_window,
    key,
    make_window,
    point_of,
    spot_of,
    texts_shown,
    type_text,
    undo_name,
)


@pytest.fixture
def light_again() -> Iterator[None]:
    """The other tests see the light colours."""
    yield
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, LIGHT)
    dress(LIGHT)


def undo_button(window: MainWindow) -> QToolButton:
    return next(one for one in window.top_bar.findChildren(QToolButton) if one.text() == "↶ Undo")


# -- opening and closing ----------------------------------------------------------------------------------------


def test_without_a_meeting_the_start_page_stands(empty_window: MainWindow) -> None:
    assert empty_window.start_page.isVisible()
    assert not empty_window.top_bar.isVisible()
    assert not empty_window.status.isVisible()
    assert empty_window.windowTitle() == "Roundtable Planner"
    assert not empty_window.actions_by_name["export"].isEnabled()


def test_an_opened_meeting_takes_its_place(window: MainWindow) -> None:
    assert not window.start_page.isVisible()
    assert window.grid.isVisible()
    assert window.windowTitle() == "review.agenda – Roundtable Planner"
    assert window.actions_by_name["export"].isEnabled()


def test_keys_do_nothing_without_a_meeting(empty_window: MainWindow) -> None:
    for name in ("undo", "redo", "new_session", "move_to", "shift", "export", "copy", "zones", "zoom_in", "close"):
        empty_window.actions_by_name[name].trigger()
    for name in (Qt.Key.Key_Z, Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_W, Qt.Key.Key_M):
        key(empty_window, name, CONTROL)
    assert empty_window.desk is None


def test_closing_the_meeting_gives_the_file_free_and_shows_the_start_page(window: MainWindow, path: Path) -> None:
    key(window, Qt.Key.Key_W, CONTROL)
    assert window.start_page.isVisible()
    Document.open(path).close()


def test_closing_the_window_gives_the_file_free(window: MainWindow, path: Path) -> None:
    window.close()
    Document.open(path).close()


def test_opening_another_meeting_gives_the_first_file_free(window: MainWindow, path: Path, tmp_path: Path) -> None:
    other = make_meeting(tmp_path / "other.agenda")
    assert window.open_path(other)
    assert window.windowTitle() == "other.agenda – Roundtable Planner"
    Document.open(path).close()


def test_a_file_is_opened_by_the_dialog(window: MainWindow, tmp_path: Path) -> None:
    other = make_meeting(tmp_path / "other.agenda")
    choose_file(other)
    key(window, Qt.Key.Key_O, CONTROL)
    assert desk_of(window).document.path == other


def test_a_copy_is_saved_by_the_dialog_with_what_is_being_typed(window: MainWindow, tmp_path: Path) -> None:
    click(block_of(window, SECOND))
    window.workspace.session.notes.setFocus()
    type_text(window, "Ask the host")
    choose_file(tmp_path / "copy")
    key(window, Qt.Key.Key_S, CONTROL | SHIFT)
    assert (tmp_path / "copy.agenda").is_file()
    assert tables(tmp_path / "copy.agenda") == tables(desk_of(window).document.path)
    assert agenda_of(window).sessions[SECOND].internal_notes == "Ask the host"


# -- problems with files ----------------------------------------------------------------------------------------


def broken(tmp_path: Path, kind: str) -> Path:
    """A file that cannot be opened."""
    path = tmp_path / f"{kind}.agenda"
    if kind == "stranger":
        path.write_bytes(b"no agenda at all" * 100)
    elif kind == "damaged":
        make_meeting(path)
        path.write_bytes(path.read_bytes()[:9000])
    elif kind == "newer":
        make_meeting(path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 999")
    return path


@pytest.mark.parametrize("kind", ["missing", "stranger", "damaged", "newer"])
def test_a_file_that_cannot_be_opened_says_why_and_keeps_the_open_meeting(
    window: MainWindow, path: Path, tmp_path: Path, kind: str
) -> None:
    other = broken(tmp_path, kind)
    before = other.read_bytes() if other.exists() else b""
    assert not window.open_path(other)
    assert f"“{kind}.agenda”" in window.message.text
    assert window.message.text.endswith(".")
    assert desk_of(window).document.path == path
    desk_of(window).place(CLOSING, friday(700))
    assert spot_of(window, CLOSING) == friday(700)
    assert (other.read_bytes() if other.exists() else b"") == before


def test_a_file_that_is_open_elsewhere_says_so(empty_window: MainWindow, path: Path) -> None:
    elsewhere = Document.open(path)
    assert not empty_window.open_path(path)
    assert empty_window.message.text == (
        "“review.agenda” is open in another window. Go on there, or close that window first."
    )
    assert empty_window.start_page.isVisible()
    elsewhere.close()


def test_a_change_the_file_does_not_take_says_so_and_shows_everything_as_it_was(window: MainWindow, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other_program:
        other_program.execute("BEGIN EXCLUSIVE")
        desk_of(window).document._file._connection.execute("PRAGMA busy_timeout = 0")
        desk_of(window).place(CLOSING, friday(700))
        other_program.execute("ROLLBACK")
    assert "“review.agenda” is being written by another program" in window.message.text
    assert CLOSING in window.workspace.to_place.cards
    assert spot_of(window, CLOSING) is None


def test_the_message_is_closed_by_its_button(window: MainWindow) -> None:
    window.message.tell("Something was refused.")
    assert window.message.isVisible()
    click(window.message.findChild(QPushButton))
    assert not window.message.isVisible()
    assert window.message.text == ""


# -- what is remembered -----------------------------------------------------------------------------------------


def test_opened_files_are_remembered_newest_first(window: MainWindow, path: Path, tmp_path: Path) -> None:
    other = make_meeting(tmp_path / "other.agenda")
    window.open_path(other)
    window._recent_menu.aboutToShow.emit()
    assert [action.text() for action in window._recent_menu.actions()] == ["other.agenda", "review.agenda"]
    window._recent_menu.actions()[1].trigger()
    assert desk_of(window).document.path == path


def test_a_recent_file_that_is_gone_cannot_be_chosen(window: MainWindow, tmp_path: Path) -> None:
    other = make_meeting(tmp_path / "other.agenda")
    window.open_path(other)
    window.close_document()
    other.unlink()
    window._recent_menu.aboutToShow.emit()
    assert [(action.text(), action.isEnabled()) for action in window._recent_menu.actions()] == [
        ("other.agenda", False), ("review.agenda", True),
    ]  # fmt: skip


def test_the_last_file_is_remembered_until_the_meeting_is_closed(
    window: MainWindow, path: Path, settings_file: Path
) -> None:
    assert Settings(settings_file).last_file() == path
    window.close_document()
    assert Settings(settings_file).last_file() is None


def test_size_and_panels_come_back_after_a_restart(window: MainWindow, settings_file: Path) -> None:
    window.resize(1200, 760)
    window.workspace.above.setSizes([300, 500, 400])
    window.workspace.setSizes([460, 210])
    QApplication.processEvents()
    expected = (window.size(), window.workspace.above.sizes(), window.workspace.sizes())
    window.close()
    again = make_window(settings_file, 1200, 760)
    assert again.open_path(make_meeting(settings_file.parent / "other.agenda"))
    QApplication.processEvents()
    assert (again.size(), again.workspace.above.sizes(), again.workspace.sizes()) == expected
    end_window(again)


def test_zoom_comes_back_after_a_restart(window: MainWindow, settings_file: Path) -> None:
    window.grid.set_zoom(3.0)
    window.close()
    again = make_window(settings_file)
    assert again.grid.zoom == 3.0
    end_window(again)


# -- zoom -------------------------------------------------------------------------------------------------------


def px_per_minute(window: MainWindow) -> float:
    geometry = window.grid.canvas.grid_geometry
    assert geometry is not None
    return geometry.px_per_minute


def test_zooming_in_and_out_and_back_to_the_whole_day(window: MainWindow) -> None:
    fitted = px_per_minute(window)
    key(window, Qt.Key.Key_Plus, CONTROL)
    assert px_per_minute(window) == pytest.approx(fitted * 1.2)
    key(window, Qt.Key.Key_Minus, CONTROL)
    assert px_per_minute(window) == pytest.approx(fitted)
    key(window, Qt.Key.Key_Minus, CONTROL)
    key(window, Qt.Key.Key_0, CONTROL)
    assert window.grid.zoom == 0
    assert px_per_minute(window) == pytest.approx(fitted)


def test_blocks_grow_with_the_zoom(window: MainWindow) -> None:
    before = block_of(window, FIRST).height()
    window.grid.set_zoom(2 * px_per_minute(window))
    assert block_of(window, FIRST).height() == pytest.approx(2 * before, abs=4)


@pytest.mark.parametrize(("factor", "limit"), [(1.5, LARGEST_ZOOM), (1 / 1.5, SMALLEST_ZOOM)])
def test_zoom_has_limits(window: MainWindow, factor: float, limit: float) -> None:
    for _ in range(12):
        window.grid.zoom_by(factor)
    assert window.grid.zoom == limit


def test_the_middle_of_the_view_stays_while_zooming(window: MainWindow) -> None:
    window.grid.set_zoom(4)
    window.grid._area.verticalScrollBar().setValue(500)
    before = window.grid._middle_minute()
    window.grid.zoom_by(1.2)
    assert window.grid._middle_minute() == pytest.approx(before, abs=1)


def test_a_taller_window_shows_the_day_taller_while_it_fits(window: MainWindow) -> None:
    before = px_per_minute(window)
    window.resize(1440, 1100)
    QApplication.processEvents()
    assert px_per_minute(window) > before


def test_hours_and_headings_scroll_with_the_timetable(window: MainWindow) -> None:
    window.grid.set_zoom(6)
    window.grid._area.verticalScrollBar().setValue(120)
    assert window.grid._rulers._scrolled_px == 120


# -- undo by name -----------------------------------------------------------------------------------------------


def test_undo_and_redo_name_the_step(window: MainWindow) -> None:
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    desk_of(window).place(CLOSING, friday(700))
    assert undo.text() == "Undo: Move Closing to Fri 11:40"
    assert undo_button(window).toolTip() == "Undo: Move Closing to Fri 11:40 (Ctrl+Z)"
    click(undo_button(window))
    assert spot_of(window, CLOSING) is None
    assert redo.text() == "Redo: Move Closing to Fri 11:40"
    assert redo.isEnabled()
    assert not undo_button(window).isEnabled()


def test_with_nothing_to_take_back_undo_names_no_step(window: MainWindow) -> None:
    desk_of(window).place(CLOSING, friday(700))
    window.actions_by_name["undo"].trigger()
    window.actions_by_name["redo"].trigger()
    assert window.actions_by_name["redo"].text() == "Redo"
    window.actions_by_name["undo"].trigger()
    assert window.actions_by_name["undo"].text() == "Undo"
    assert undo_button(window).toolTip() == "Undo (Ctrl+Z)"


def test_another_meeting_brings_its_own_history(window: MainWindow, tmp_path: Path) -> None:
    desk_of(window).place(CLOSING, friday(700))
    window.open_path(make_meeting(tmp_path / "other.agenda"))
    assert not window.actions_by_name["undo"].isEnabled()
    assert window.actions_by_name["undo"].text() == "Undo"


def test_undo_works_after_the_window_was_closed_and_opened_again(
    window: MainWindow, path: Path, settings_file: Path
) -> None:
    desk_of(window).place(CLOSING, friday(700))
    desk_of(window).place(FIRST, friday(800))
    window.close()
    again = make_window(settings_file)
    assert again.open_path(path)
    assert undo_name(again) == "Move Roundtable 1 to Fri 13:20"
    key(again, Qt.Key.Key_Z, CONTROL)
    key(again, Qt.Key.Key_Z, CONTROL)
    assert spot_of(again, CLOSING) is None
    key(again, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert spot_of(again, CLOSING) == friday(700)
    end_window(again)


# -- typing and closing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "column"), [("notes", "internal_notes"), ("title", "title"), ("code", "code"), ("summary", "summary")]
)
def test_text_typed_and_not_yet_committed_is_in_the_file_after_the_window_closes(
    window: MainWindow, path: Path, name: str, column: str
) -> None:
    click(block_of(window, SECOND))
    getattr(window.workspace.session, name).setFocus()
    key(window, Qt.Key.Key_A, CONTROL)
    type_text(window, "Words in hand")
    assert steps(path) == []
    window.close()
    opened = Document.open(path)
    assert getattr(opened.agenda.sessions[SECOND], column) == "Words in hand"
    opened.close()


def test_a_title_of_the_meeting_being_typed_is_in_the_file_after_the_window_closes(
    window: MainWindow, path: Path
) -> None:
    window.workspace.meeting.fields.title.setFocus()
    key(window, Qt.Key.Key_A, CONTROL)
    type_text(window, "Another review")
    window.close()
    opened = Document.open(path)
    assert opened.agenda.meeting.title == "Another review"
    opened.close()


def test_text_being_typed_is_in_the_file_when_another_meeting_is_opened(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    click(block_of(window, SECOND))
    window.workspace.session.notes.setFocus()
    type_text(window, "Words in hand")
    window.open_path(make_meeting(tmp_path / "other.agenda"))
    opened = Document.open(path)
    assert opened.agenda.sessions[SECOND].internal_notes == "Words in hand"
    opened.close()


# -- light and dark ---------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("light_again")
def test_dark_and_light_repaint_everything(window: MainWindow) -> None:
    at = point_of(window, friday(760))

    def colours() -> list[str]:
        window.repaint()
        ground = window.grid.canvas.grab().toImage()
        scale = ground.devicePixelRatio()
        findings = window.workspace.findings.grab().toImage()
        bar = window.top_bar.grab().toImage()
        return [
            ground.pixelColor(int(at.x() * scale), int((at.y() + 3) * scale)).name(),
            findings.pixelColor(3, 3).name(),
            bar.pixelColor(3, 3).name(),
        ]

    assert colours() == [QColor(colour).name() for colour in (LIGHT.canvas, LIGHT.panel, LIGHT.panel)]
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, DARK)
    window.set_theme(DARK)
    assert colours() == [QColor(colour).name() for colour in (DARK.canvas, DARK.panel, DARK.panel)]


# -- room for the words -----------------------------------------------------------------------------------------

LONG_TITLE = "Regional Review of the Global Compact for Safe, Orderly and Regular Migration in the UNECE region"


def cut(parent: QWidget) -> list[str]:
    """The buttons and labels that are smaller than their words need."""
    words: list[QAbstractButton | QLabel] = [
        *parent.findChildren(QPushButton), *parent.findChildren(QToolButton),
        *(label for label in parent.findChildren(QLabel) if not label.wordWrap()),
    ]  # fmt: skip
    return [
        one.text() for one in words
        if one.isVisible() and one.text() and (one.width() < one.minimumSizeHint().width()
                                               or one.height() < one.minimumSizeHint().height())
    ]  # fmt: skip


@pytest.mark.parametrize(("width", "height"), [(1000, 600), (1100, 700), (1440, 900)])
def test_nothing_is_cut_at_this_size(window: MainWindow, width: int, height: int) -> None:
    window.resize(width, height)
    desk_of(window).change_meeting({"title": LONG_TITLE})
    desk_of(window).place(CLOSING, friday(620))
    click(block_of(window, FIRST))
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)
    assert cut(window.top_bar) == []
    assert cut(window.workspace.session) == []
    assert cut(window.workspace.to_place) == []
    assert cut(window.status) == []


@pytest.mark.parametrize(("width", "height"), [(1000, 600), (1100, 700)])
def test_the_window_shrinks_to_this_size_with_the_start_page(empty_window: MainWindow, width: int, height: int) -> None:
    empty_window.resize(width, height)
    QApplication.processEvents()
    assert (empty_window.width(), empty_window.height()) == (width, height)


def test_a_title_too_long_for_the_bar_is_cut_with_an_ellipsis_and_whole_in_its_tip(window: MainWindow) -> None:
    window.resize(1000, 600)
    desk_of(window).change_meeting({"title": LONG_TITLE})
    QApplication.processEvents()
    title = window.top_bar._title
    assert title.text().endswith("…")
    assert title.toolTip() == LONG_TITLE


def test_the_status_line_says_where_it_is_saved_and_what_is_free(window: MainWindow) -> None:
    saved, objectives, days, zone_data = window.status.texts
    assert (saved, objectives) == ("● Saved to review.agenda", "2 of 3 objectives placed")
    assert days == "Thu 12 Nov: 2 h used, 3 h 40 min free   Fri 13 Nov: 1 h 15 min used, 4 h 25 min free"
    assert zone_data.startswith("Time zone data 20")


def test_the_status_line_follows_a_drop(window: MainWindow) -> None:
    desk_of(window).place(CLOSING, friday(700))
    assert window.status.texts[2].endswith("Fri 13 Nov: 1 h 45 min used, 3 h 55 min free")


# -- menus ------------------------------------------------------------------------------------------------------


def test_no_key_is_given_to_two_commands(window: MainWindow) -> None:
    keys = [action.shortcut().toString() for action in window.actions_by_name.values()]
    given = [one for one in keys if one]
    assert sorted(given) == sorted(set(given))


def test_every_command_is_in_a_menu(window: MainWindow) -> None:
    in_menus = {action for top in window.menuBar().actions() for action in top.menu().actions()}
    assert [name for name, action in window.actions_by_name.items() if action not in in_menus] == []


def test_ctrl_q_closes_the_window(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closed):
        key(window, Qt.Key.Key_Q, CONTROL)
    assert not window.isVisible()


def test_opening_by_ctrl_o_can_be_given_up(window: MainWindow, path: Path) -> None:
    answer_next(lambda dialog: dialog.reject())
    key(window, Qt.Key.Key_O, CONTROL)
    assert desk_of(window).document.path == path
    assert texts_shown(window.message) == []


def test_a_click_on_a_view_keeps_the_chosen_session(window: MainWindow) -> None:
    click(block_of(window, FIRST))
    QTest.mouseClick(window.workspace.findings.view.viewport(), Qt.MouseButton.RightButton)
    assert chosen(window).id == FIRST


def test_a_file_edited_with_other_zone_data_says_so_on_opening(empty_window: MainWindow, path: Path) -> None:
    offsets = '{"zone":"Europe/Zurich","at":[["Asia/Almaty","2020-11-12",600,300]]}'
    alter(path, f"INSERT INTO zone_data VALUES (1, '2020a', '{offsets}')")
    assert empty_window.open_path(path)
    assert empty_window.message.text.startswith("Almaty (Asia/Almaty) is UTC+6 by the time zone data")


def test_a_file_edited_with_zone_data_that_say_the_same_opens_in_silence(empty_window: MainWindow, path: Path) -> None:
    offsets = '{"zone":"Europe/Zurich","at":[["Asia/Almaty","2020-11-12",600,360]]}'
    alter(path, f"INSERT INTO zone_data VALUES (1, '2020a', '{offsets}')")
    assert empty_window.open_path(path)
    assert empty_window.message.text == ""
