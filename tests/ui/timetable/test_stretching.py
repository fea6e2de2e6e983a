"""Lengths pulled with the mouse alone: a block's lower edge, or a stretch of empty time for a new session."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from planner.edits.meeting import change_meeting
from planner.models.records import Spot
from planner.ui.main_window import MainWindow
from tests.meetings import CLOSING, FIRST, FRIDAY, PLENARY, SECOND, friday, steps
from tests.windows import (
    agenda_of,
    block_of,
    chosen,
    click,
    desk_of,
    key,
    lower_edge,
    point_of,
    press,
    pull,
    release,
    type_text,
    undo_name,
)

NEW = 5

# The offscreen platform says so; the widgets' own grab works there too.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the", extend=True)


def pull_edge(window: MainWindow, session_id: int, end_minute: int) -> QPoint:
    """Press on a block's lower edge and pull it to a minute; returns where the mouse is, on the canvas."""
    canvas, block, geometry = window.grid.canvas, block_of(window, session_id), window.grid.canvas.grid_geometry
    assert geometry is not None
    press(block, lower_edge(block))
    at = QPoint(block.geometry().center().x(), geometry.y_of(end_minute))
    pull(canvas, at - QPoint(0, 5))
    pull(canvas, at)
    return at


def pull_over(window: MainWindow, start: Spot, end_minute: int) -> QPoint:
    """Press on empty time and pull down; returns where the mouse is, on the canvas."""
    canvas, geometry = window.grid.canvas, window.grid.canvas.grid_geometry
    assert geometry is not None
    first = point_of(window, start) + QPoint(0, 1)
    press(canvas, first)
    at = QPoint(first.x(), geometry.y_of(end_minute))
    pull(canvas, first + QPoint(0, 9))
    pull(canvas, at)
    return at


@pytest.mark.parametrize(("end", "minutes"), [(700, 100), (630, 30), (677, 75), (678, 80)])
def test_pulling_the_lower_edge_changes_the_length(window: MainWindow, end: int, minutes: int) -> None:
    at = pull_edge(window, SECOND, end)
    release(window.grid.canvas, at)
    session = agenda_of(window).sessions[SECOND]
    assert (session.minutes, session.spot) == (minutes, friday(600))


def test_pulling_makes_one_named_step(window: MainWindow, path: Path) -> None:
    release(window.grid.canvas, pull_edge(window, SECOND, 700))
    assert steps(path) == [("Make Roundtable 2 1 h 40 min long", 1)]


def test_a_session_keeps_at_least_one_grid_step(window: MainWindow) -> None:
    release(window.grid.canvas, pull_edge(window, SECOND, 590))
    assert agenda_of(window).sessions[SECOND].minutes == 5


def test_a_length_snaps_to_the_grid_step_of_the_meeting(window: MainWindow) -> None:
    change_meeting(desk_of(window).document, grid_minutes=30)
    release(window.grid.canvas, pull_edge(window, SECOND, 700))
    assert agenda_of(window).sessions[SECOND].minutes == 90


def test_the_tip_says_the_new_length_while_pulling(window: MainWindow, path: Path) -> None:
    at = pull_edge(window, SECOND, 700)
    assert window.grid.tip.accessibleName().split("\n")[0] == "Fri 13 Nov 10:00–11:40 CET"
    assert steps(path) == []
    release(window.grid.canvas, at)
    assert not window.grid.tip.isVisible()


def test_esc_during_the_pull_changes_nothing(window: MainWindow, path: Path) -> None:
    before = path.read_bytes()
    at = pull_edge(window, SECOND, 700)
    key(window, Qt.Key.Key_Escape)
    assert not window.grid.tip.isVisible()
    assert not window.grid.stretch.runs
    release(window.grid.canvas, at)
    assert path.read_bytes() == before


def test_the_mouse_works_as_before_after_esc(window: MainWindow) -> None:
    at = pull_edge(window, SECOND, 700)
    key(window, Qt.Key.Key_Escape)
    release(window.grid.canvas, at)
    click(block_of(window, FIRST))
    assert chosen(window).id == FIRST


def test_a_length_beyond_the_window_is_refused_with_the_reason(window: MainWindow, path: Path) -> None:
    before = path.read_bytes()
    release(window.grid.canvas, pull_edge(window, SECOND, 950))
    assert window.message.text == "Fri 13 Nov is open 10:00–15:40 CET; this would end at 15:50."
    assert path.read_bytes() == before


def test_undo_waits_while_a_length_is_pulled(window: MainWindow) -> None:
    desk_of(window).place(CLOSING, friday(800))
    at = pull_edge(window, SECOND, 700)
    window.actions_by_name["undo"].trigger()
    assert undo_name(window) == "Move Closing to Fri 13:20"
    release(window.grid.canvas, at)
    assert undo_name(window) == "Make Roundtable 2 1 h 40 min long"


def test_a_press_on_the_edge_without_pulling_changes_nothing(window: MainWindow, path: Path) -> None:
    block = block_of(window, SECOND)
    click(block, lower_edge(block))
    assert steps(path) == []
    assert chosen(window).id == SECOND


def test_pulling_over_empty_time_makes_a_session_there(window: MainWindow) -> None:
    release(window.grid.canvas, pull_over(window, friday(760), 805))
    session = agenda_of(window).sessions[NEW]
    assert (session.spot, session.minutes, session.title) == (friday(760), 45, "New session")
    assert undo_name(window) == "Add a session, Fri 12:40"


def test_the_title_of_the_new_session_is_ready_to_be_typed(window: MainWindow) -> None:
    release(window.grid.canvas, pull_over(window, friday(760), 805))
    assert chosen(window).id == NEW
    assert window.workspace.session.title.hasFocus()
    type_text(window, "Side meeting")
    key(window, Qt.Key.Key_Return)
    assert agenda_of(window).sessions[NEW].title == "Side meeting"
    assert undo_name(window) == "Change the title of New session"


def test_esc_while_drawing_makes_no_session(window: MainWindow, path: Path) -> None:
    at = pull_over(window, friday(760), 805)
    key(window, Qt.Key.Key_Escape)
    release(window.grid.canvas, at)
    assert steps(path) == []


def test_drawing_beyond_the_window_is_refused_with_the_reason(window: MainWindow, path: Path) -> None:
    release(window.grid.canvas, pull_over(window, friday(900), 950))
    assert window.message.text == "Fri 13 Nov is open 10:00–15:40 CET; this would end at 15:50."
    assert steps(path) == []


def test_drawing_over_a_placed_session_s_hours_in_another_day_does_not_touch_it(window: MainWindow) -> None:
    release(window.grid.canvas, pull_over(window, Spot(FRIDAY, 720, PLENARY), 780))
    assert agenda_of(window).sessions[FIRST].minutes == 90


def test_a_click_on_empty_time_shows_the_meeting(window: MainWindow, path: Path) -> None:
    click(block_of(window, SECOND))
    assert chosen(window).id == SECOND
    click(window.grid.canvas, point_of(window, friday(760)))
    assert desk_of(window).chosen is None
    assert steps(path) == []
