"""A thousand sessions in the real window: all of them stand, and one change touches few."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection, insert

from planner.models.creating import create_file
from planner.models.records import Spot
from planner.models.tables import DayRow, MeetingRow, RoomRow, SessionRow, WindowRow
from planner.ui.main_window import MainWindow
from planner.ui.timetable.block import SessionBlock
from tests.windows import ALT, block_of, desk_of, drag_to, hover, key, leave, spot_of

DAYS, ROOMS, SESSIONS = 4, 10, 1000


def fill(connection: Connection) -> None:
    """Sessions of 10 minutes, one after the other in each room of each day."""
    connection.execute(insert(MeetingRow).values(title="A large meeting of examples"))
    for day in range(1, DAYS + 1):
        connection.execute(insert(DayRow).values(date=f"2020-11-{8 + day:02d}"))
        connection.execute(insert(WindowRow).values(day_id=day, start_minute=600, end_minute=940))
    for room in range(1, ROOMS + 1):
        connection.execute(insert(RoomRow).values(name=f"Room {room}", position=room))
    connection.execute(insert(SessionRow), [
        {"kind": "plenary", "title": f"Talk {number}", "minutes": 10, "room_id": 1 + number % ROOMS,
         "day_id": 1 + number // ROOMS % DAYS, "start_minute": 600 + 10 * (number // (ROOMS * DAYS))}
        for number in range(SESSIONS)
    ])  # fmt: skip


@pytest.fixture
def large_window(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "large.agenda"
    create_file(path, fill)
    assert empty_window.open_path(path)
    QApplication.processEvents()
    return empty_window


def test_all_thousand_sessions_stand_where_they_belong(large_window: MainWindow) -> None:
    canvas, agenda = large_window.grid.canvas, desk_of(large_window).agenda
    assert len(canvas.blocks) == SESSIONS
    geometry = canvas.grid_geometry
    assert geometry is not None
    for session_id, block in canvas.blocks.items():
        session = agenda.sessions[session_id]
        assert session.spot is not None
        rect = geometry.block_rect(session.spot, session.minutes)
        assert rect is not None
        assert block.geometry().getRect() == (rect.x, rect.y, rect.width, rect.height)
    assert not any(block.isHidden() for block in canvas.blocks.values())


def test_a_drop_among_a_thousand_moves_one_block_and_keeps_all_others(large_window: MainWindow) -> None:
    canvas = large_window.grid.canvas
    before: dict[int, tuple[SessionBlock, object]] = {
        key: (block, block.geometry()) for key, block in canvas.blocks.items()
    }
    free = Spot(2, 860, 3)
    assert drag_to(large_window, 500, free)
    assert spot_of(large_window, 500) == free
    after = {key: (block, block.geometry()) for key, block in canvas.blocks.items()}
    assert [key for key in before if before[key] != after[key]] == [500]


def test_undo_among_a_thousand_brings_the_block_back(large_window: MainWindow) -> None:
    before = block_of(large_window, 500).geometry()
    drag_to(large_window, 500, Spot(2, 860, 3))
    large_window.actions_by_name["undo"].trigger()
    assert block_of(large_window, 500).geometry() == before


def test_many_rooms_scroll_sideways_and_a_session_far_right_is_brought_in_sight(large_window: MainWindow) -> None:
    bar = large_window.grid._area.horizontalScrollBar()
    assert bar.maximum() > 0
    last = desk_of(large_window).agenda.placed_sessions[-1].id
    assert block_of(large_window, last).visibleRegion().isEmpty()
    large_window.grid.reveal(last)
    assert not block_of(large_window, last).visibleRegion().isEmpty()
    assert large_window.grid._header._scrolled_px == bar.value()


def test_a_drag_near_the_edge_scrolls_on(large_window: MainWindow) -> None:
    grid = large_window.grid
    viewport = grid._area.viewport()
    at = QPoint(viewport.width() - 5, 200)
    hover(large_window, grid.canvas, 500, at)
    assert grid._scroller.isActive()
    before = grid._area.horizontalScrollBar().value()
    grid._scroller.timeout.emit()
    assert grid._area.horizontalScrollBar().value() > before
    leave(grid.canvas)
    assert not grid._scroller.isActive()


def test_a_key_reaches_the_chosen_one_of_a_thousand(large_window: MainWindow) -> None:
    first = desk_of(large_window).agenda.placed_sessions[0].id
    block_of(large_window, first).setFocus()
    key(large_window, Qt.Key.Key_Down, ALT)
    assert spot_of(large_window, first) == Spot(1, 605, 1)
