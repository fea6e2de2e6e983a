"""Objectives are picked from the list of all, and the choice is one step when the list closes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.ui.main_window import MainWindow
from planner.ui.objectives_field import ObjectivesField, ObjectivesPopup
from tests.meetings import FIRST, SECOND, steps
from tests.windows import agenda_of, block_of, click, desk_of, key

# The list is a window of its own, on which the offscreen platform has a word.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def field(window: MainWindow) -> ObjectivesField:
    """The objectives of Roundtable 1, which covers 1 and 2 of three."""
    click(block_of(window, FIRST))
    return window.workspace.session.objectives


def open_list(field: ObjectivesField) -> ObjectivesPopup:
    field.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ObjectivesPopup)
    return popup


def covered(window: MainWindow, session_id: int) -> list[int]:
    return [objective.number for objective in agenda_of(window).objectives_of(session_id)]


def test_the_field_names_the_objectives(field: ObjectivesField) -> None:
    assert field.accessibleName() == "Objectives: 1 and 2"


def test_a_session_without_objectives_says_none(window: MainWindow, field: ObjectivesField) -> None:
    click(block_of(window, SECOND))
    assert field.accessibleName() == "Objectives: none"


def test_the_list_shows_all_with_a_tick_for_those_covered(field: ObjectivesField) -> None:
    popup = open_list(field)
    rows = [popup.list.item(row) for row in range(popup.list.count())]
    assert [(row.text(), row.checkState()) for row in rows] == [
        ("1  Aim 1", Qt.CheckState.Checked), ("2  Aim 2", Qt.CheckState.Checked), ("3  Aim 3", Qt.CheckState.Unchecked),
    ]  # fmt: skip
    popup.close()


def test_the_list_says_which_other_session_has_an_objective(window: MainWindow, field: ObjectivesField) -> None:
    click(block_of(window, SECOND))
    popup = open_list(field)
    assert popup.list.item(0).text() == "1  Aim 1 (in Roundtable 1)"
    popup.close()


def test_ticks_are_one_step_when_the_list_closes(window: MainWindow, field: ObjectivesField, path: Path) -> None:
    popup = open_list(field)
    popup.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    popup.list.item(2).setCheckState(Qt.CheckState.Checked)
    assert steps(path) == []
    popup.close()
    assert covered(window, FIRST) == [2, 3]
    assert steps(path) == [("Change the objectives of Roundtable 1", 1)]
    assert field.accessibleName() == "Objectives: 2 and 3"
    face = block_of(window, FIRST).face
    assert face is not None
    assert face.objectives == (2, 3)


def test_the_keyboard_ticks_and_walks(window: MainWindow, field: ObjectivesField) -> None:
    popup = open_list(field)
    for name in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        key(popup, name)
    popup.close()
    assert covered(window, FIRST) == [1, 2, 3]


def test_esc_gives_the_ticks_up(window: MainWindow, field: ObjectivesField, path: Path) -> None:
    popup = open_list(field)
    popup.list.item(2).setCheckState(Qt.CheckState.Checked)
    key(popup, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert covered(window, FIRST) == [1, 2]
    assert steps(path) == []


def test_closing_without_a_change_makes_no_step(field: ObjectivesField, path: Path) -> None:
    open_list(field).close()
    assert steps(path) == []


def test_undo_brings_the_chips_back(window: MainWindow, field: ObjectivesField) -> None:
    popup = open_list(field)
    popup.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    popup.close()
    window.actions_by_name["undo"].trigger()
    assert field.accessibleName() == "Objectives: 1 and 2"


def test_the_list_lies_on_the_screen(window: MainWindow, field: ObjectivesField) -> None:
    popup = open_list(field)
    # The offscreen platform gives every window a frame of two pixels.
    assert window.screen().availableGeometry().adjusted(0, 0, 4, 4).contains(popup.frameGeometry())
    popup.close()


def test_many_objectives_take_further_rows_of_chips(window: MainWindow, field: ObjectivesField) -> None:
    one_row = field.heightForWidth(400)
    assert field.heightForWidth(30) > one_row
    desk_of(window).choose(None)


def test_status_line_counts_the_objectives_that_are_placed(window: MainWindow, field: ObjectivesField) -> None:
    assert "2 of 3 objectives placed" in window.status.texts
    popup = open_list(field)
    popup.list.item(2).setCheckState(Qt.CheckState.Checked)
    popup.close()
    assert "3 of 3 objectives placed" in window.status.texts
