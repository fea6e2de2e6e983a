"""A session dragged onto the timetable and back, by the events that Qt sends during a drag."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from planner.edits.meeting import add_room, add_window, change_meeting
from planner.edits.register import accept_finding
from planner.models.records import Spot
from planner.rules.finding import Level
from planner.ui.main_window import MainWindow
from planner.ui.timetable.block import MIME_TYPE, drag_data, dragged_session
from tests.meetings import CLOSING, FIRST, FRIDAY, OPENING, PLENARY, SECOND, THURSDAY, friday, steps
from tests.windows import (
    LEFT,
    NONE,
    block_of,
    desk_of,
    drag_to,
    hover,
    leave,
    let_go,
    point_of,
    spot_of,
    undo_name,
)


def thursday(start_minute: int) -> Spot:
    return Spot(THURSDAY, start_minute, PLENARY)


def test_a_drop_from_the_list_places_the_session_at_friday_11_40(window: MainWindow) -> None:
    assert CLOSING in window.workspace.to_place.cards
    assert drag_to(window, CLOSING, friday(700))
    assert spot_of(window, CLOSING) == friday(700)
    assert undo_name(window) == "Move Closing to Fri 11:40"
    assert window.workspace.to_place.cards == {}


def test_a_placed_block_stands_where_the_geometry_says(window: MainWindow) -> None:
    drag_to(window, CLOSING, friday(700))
    block, geometry = block_of(window, CLOSING), window.grid.canvas.grid_geometry
    assert geometry is not None
    rect = geometry.block_rect(friday(700), 30)
    assert rect is not None
    assert block.geometry().getRect() == (rect.x, rect.y, rect.width, rect.height)
    assert block.isVisible()


def test_a_block_moves_to_another_day(window: MainWindow) -> None:
    assert drag_to(window, OPENING, friday(800))
    assert spot_of(window, OPENING) == friday(800)


def test_a_block_moves_to_another_room(window: MainWindow) -> None:
    room_id = add_room(desk_of(window).document, "Room of examples")
    assert drag_to(window, OPENING, Spot(THURSDAY, 600, room_id))
    assert spot_of(window, OPENING) == Spot(THURSDAY, 600, room_id)
    assert undo_name(window) == "Move Opening to Thu 10:00, Room of examples"


def test_the_place_where_a_block_was_grabbed_does_not_shift_it(window: MainWindow) -> None:
    assert drag_to(window, SECOND, friday(720), grab_px=57)
    assert spot_of(window, SECOND) == friday(720)


def test_a_drop_back_on_its_own_spot_makes_no_step(window: MainWindow, path: Path) -> None:
    drag_to(window, SECOND, friday(600))
    assert steps(path) == []


def test_a_block_dropped_on_the_list_is_taken_off_the_timetable(window: MainWindow) -> None:
    panel = window.workspace.to_place
    assert hover(window, panel, FIRST, QPoint(60, 200))
    assert let_go(panel, FIRST, QPoint(60, 200))
    assert spot_of(window, FIRST) is None
    assert set(panel.cards) == {CLOSING, FIRST}
    assert FIRST not in window.grid.canvas.blocks
    assert undo_name(window) == "Take Roundtable 1 off the timetable"


def test_a_card_of_the_list_cannot_be_dropped_on_the_list(window: MainWindow, path: Path) -> None:
    panel = window.workspace.to_place
    assert not hover(window, panel, CLOSING, QPoint(60, 200))
    assert not let_go(panel, CLOSING, QPoint(60, 200))
    assert steps(path) == []


def test_a_spot_outside_the_windows_does_not_accept_the_drag_and_the_tip_says_why(
    window: MainWindow, path: Path
) -> None:
    before = path.read_bytes()
    canvas = window.grid.canvas
    assert not hover(window, canvas, FIRST, point_of(window, friday(900)))
    assert window.grid.tip.isVisible()
    assert window.grid.tip.accessibleName() == (
        "Fri 13 Nov 15:00–16:30 CET\nFri 13 Nov is open 10:00–15:40 CET; this would end at 16:30."
    )
    leave(canvas)
    assert path.read_bytes() == before


def test_a_drop_outside_the_windows_changes_nothing_and_says_why(window: MainWindow, path: Path) -> None:
    before = path.read_bytes()
    hover(window, window.grid.canvas, FIRST, point_of(window, friday(900)))
    let_go(window.grid.canvas, FIRST, point_of(window, friday(900)))
    assert window.message.text == "Fri 13 Nov is open 10:00–15:40 CET; this would end at 16:30."
    assert path.read_bytes() == before
    assert block_of(window, FIRST).isVisible()


def test_between_two_windows_of_a_day_nothing_can_be_dropped(window: MainWindow) -> None:
    document = desk_of(window).document
    add_window(document, FRIDAY, 960, 1080)
    assert not drag_to(window, OPENING, friday(945))
    assert drag_to(window, OPENING, friday(960))
    assert spot_of(window, OPENING) == friday(960)


def test_a_clash_is_allowed_marked_on_both_blocks_listed_and_undone(window: MainWindow) -> None:
    assert drag_to(window, CLOSING, friday(620))
    for session_id in (CLOSING, SECOND):
        face = block_of(window, session_id).face
        assert face is not None
        assert (face.badge, face.badge_level) == ("1 clash", Level.CLASH)
    listed = [finding.sentence for finding in window.workspace.findings.model.findings]
    assert listed[0] == "Roundtable 2 and Closing are both in Virtual plenary, Fri 13 Nov 10:20–10:50 CET."
    window.actions_by_name["undo"].trigger()
    face = block_of(window, SECOND).face
    assert face is not None
    assert face.badge_level is not Level.CLASH
    assert spot_of(window, CLOSING) is None


def test_clashing_blocks_stand_side_by_side(window: MainWindow) -> None:
    drag_to(window, CLOSING, friday(620))
    first, second = block_of(window, SECOND).geometry(), block_of(window, CLOSING).geometry()
    assert not first.intersects(second)
    assert first.top() < second.top() < first.bottom()


def test_the_tip_says_day_hours_and_clash_before_the_drop(window: MainWindow, path: Path) -> None:
    assert hover(window, window.grid.canvas, CLOSING, point_of(window, friday(620)))
    lines = window.grid.tip.accessibleName().split("\n")
    assert lines[0] == "Fri 13 Nov 10:20–10:50 CET"
    assert lines[1] == "Roundtable 2 and Closing are both in Virtual plenary, Fri 13 Nov 10:20–10:50 CET."
    assert steps(path) == []


def test_a_clash_that_was_accepted_reads_so_over_its_own_spot_and_is_open_over_another(window: MainWindow) -> None:
    assert drag_to(window, CLOSING, friday(620))
    (clash,) = [finding for finding in desk_of(window).findings if finding.rule == "room-twice"]
    desk_of(window).run(accept_finding, clash, "Both are short.", "Secretariat")
    hover(window, window.grid.canvas, CLOSING, point_of(window, friday(620)))
    assert window.grid.tip.accessibleName().split("\n") == [
        "Fri 13 Nov 10:20–10:50 CET",
        "No open clash · fits the window",
        "Accepted: Roundtable 2 and Closing are both in Virtual plenary, Fri 13 Nov 10:20–10:50 CET.",
    ]
    hover(window, window.grid.canvas, CLOSING, point_of(window, friday(630)))
    assert window.grid.tip.accessibleName().split("\n")[1:] == [
        "Roundtable 2 and Closing are both in Virtual plenary, Fri 13 Nov 10:30–11:00 CET."
    ]


def test_the_tip_of_a_free_spot_says_that_all_is_well(window: MainWindow) -> None:
    hover(window, window.grid.canvas, FIRST, point_of(window, friday(760)))
    assert window.grid.tip.accessibleName() == "Fri 13 Nov 12:40–14:10 CET\nNo clash · fits the window"


def test_the_tip_and_the_ghost_go_when_the_drag_leaves(window: MainWindow) -> None:
    canvas = window.grid.canvas
    hover(window, canvas, CLOSING, point_of(window, friday(700)))
    assert window.grid.tip.isVisible()
    leave(canvas)
    assert not window.grid.tip.isVisible()


@pytest.mark.parametrize("at", [QPoint(20, 20), QPoint(600, 300), QPoint(1, 560)])
def test_the_tip_stays_inside_the_timetable(window: MainWindow, at: QPoint) -> None:
    hover(window, window.grid.canvas, SECOND, at)
    assert window.grid.tip.parentWidget().rect().contains(window.grid.tip.geometry())


def test_a_drop_between_two_steps_snaps_to_the_nearest_five_minutes(window: MainWindow) -> None:
    canvas, geometry = window.grid.canvas, window.grid.canvas.grid_geometry
    assert geometry is not None
    at = QPoint(point_of(window, friday(700)).x(), geometry.y_of(702))
    hover(window, canvas, CLOSING, at)
    let_go(canvas, CLOSING, at)
    assert spot_of(window, CLOSING) == friday(700)


@pytest.mark.parametrize(("step", "expected"), [(1, 707), (10, 710), (15, 705), (30, 720)])
def test_a_drop_snaps_to_the_grid_step_of_the_meeting(window: MainWindow, step: int, expected: int) -> None:
    change_meeting(desk_of(window).document, grid_minutes=step)
    drag_to(window, CLOSING, friday(707))
    assert spot_of(window, CLOSING) == friday(expected)


def test_a_drop_beside_all_columns_is_not_taken(window: MainWindow, path: Path) -> None:
    canvas = window.grid.canvas
    at = QPoint(canvas.width() + 30, 100)
    assert not hover(window, canvas, CLOSING, at)
    assert not let_go(canvas, CLOSING, at)
    assert steps(path) == []


def test_a_drag_of_another_program_is_not_taken(window: MainWindow) -> None:
    text = QMimeData()
    text.setText("4 0")
    event = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.MoveAction, text, LEFT, NONE)
    QApplication.sendEvent(window.grid.canvas, event)
    assert not event.isAccepted()


def test_a_session_that_is_gone_cannot_be_dropped(window: MainWindow, path: Path) -> None:
    assert not drag_to(window, 999, friday(700))
    assert steps(path) == []


def test_what_a_drag_carries_is_read_back() -> None:
    assert dragged_session(drag_data(12, 34)) == (12, 34)


@pytest.mark.parametrize("bytes_of_a_stranger", [b"", b"1", b"1 2 3", b"one 2", b"-1 2", b"\xff\xfe 2"])
def test_a_malformed_drag_is_no_session(bytes_of_a_stranger: bytes) -> None:
    data = QMimeData()
    data.setData(MIME_TYPE, bytes_of_a_stranger)
    assert dragged_session(data) is None
