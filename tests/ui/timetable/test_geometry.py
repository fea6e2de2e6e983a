"""Pixels and minutes: there and back again, lanes, ticks and what is drawn closed."""

import itertools
import random

import pytest

from planner.edits.meeting import add_window
from planner.models.records import Day, Spot, Window
from planner.ui.main_window import MainWindow
from planner.ui.timetable.geometry import (
    BLOCK_GAP_PX,
    NARROWEST_ROOM_PX,
    NARROWEST_SINGLE_PX,
    TOP_PX,
    GridGeometry,
    geometry_of,
    hours_shown,
    lanes_of,
)
from tests.building import FRIDAY, PLENARY, THURSDAY, make_agenda, room, session
from tests.meetings import FRIDAY as SECOND_DAY
from tests.windows import desk_of

STEPS = (1, 5, 10, 15, 20, 30, 60)
ZOOMS = (0.8, 1.0, 1.35, 1.7, 2.35, 3.3, 5.0, 8.0)


def geometry(zoom: float = 2.0, step: int = 5, rooms: int = 1, width: int = 900) -> GridGeometry:
    agenda = make_agenda(rooms=[room(number, f"Room {number}") for number in range(1, rooms + 1)])
    made = geometry_of(agenda, width, zoom)
    return GridGeometry(made.columns, made.first_minute, made.last_minute, zoom, step)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("rooms", [1, 3])
def test_a_block_s_top_left_gives_its_spot_back(step: int, zoom: float, rooms: int) -> None:
    grid = geometry(zoom, step, rooms)
    chance = random.Random(f"{step} {zoom} {rooms}")
    for _ in range(60):
        minutes = chance.randrange(-(-600 // step), 940 // step) * step
        spot = Spot(chance.choice([THURSDAY, FRIDAY]), minutes, chance.randint(1, rooms))
        rect = grid.block_rect(spot, step)
        assert rect is not None
        # A pixel can be wider than half a step of one minute; then the nearest pixel is what there is.
        found = grid.spot_at(rect.x + rect.width // 2, rect.y - 1)
        assert found is not None
        assert (found.day_id, found.room_id) == (spot.day_id, spot.room_id)
        assert abs(found.start_minute - spot.start_minute) <= (1 if step * zoom < 2 else 0)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_where_a_block_is_grabbed_makes_no_difference(zoom: float) -> None:
    grid = geometry(zoom)
    chance = random.Random(zoom)
    for _ in range(60):
        spot = Spot(FRIDAY, chance.randrange(600, 865, 5), PLENARY)
        grab = chance.randrange(0, round(75 * zoom))
        top = grid.y_of(spot.start_minute)
        assert grid.spot_at(grid.columns[1].x + 5, top + grab, grab) == spot


@pytest.mark.parametrize("zoom", ZOOMS)
def test_minutes_and_heights_go_together(zoom: float) -> None:
    grid = geometry(zoom)
    for minute in range(grid.first_minute, grid.last_minute + 1):
        assert abs(grid.minute_at(grid.y_of(minute)) - minute) <= 0.5 / zoom + 1e-9


def test_the_first_minute_stands_below_the_upper_margin() -> None:
    grid = geometry()
    assert grid.y_of(grid.first_minute) == TOP_PX
    assert grid.height_px == grid.y_of(grid.last_minute) + TOP_PX


def test_a_spot_never_leaves_the_day() -> None:
    grid = geometry()
    assert grid.spot_at(10, -100_000) == Spot(THURSDAY, 0, PLENARY)
    assert grid.spot_at(10, 100_000) == Spot(THURSDAY, 1440, PLENARY)


@pytest.mark.parametrize("x", [-1, 900])
def test_beside_the_columns_there_is_no_spot(x: int) -> None:
    assert geometry(width=900).spot_at(x, 100) is None


def test_a_meeting_without_days_has_no_columns_and_no_spots() -> None:
    grid = geometry_of(make_agenda(days=[], windows=[]), 900, 2)
    assert (grid.columns, grid.width_px, grid.spot_at(10, 10)) == ((), 0, None)
    assert grid.block_rect(Spot(THURSDAY, 600, PLENARY), 30) is None
    assert grid.span_rect(THURSDAY, 600, 700) is None


# -- columns ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [640, 641, 777, 1201])
@pytest.mark.parametrize("rooms", [1, 2, 3])
def test_columns_fill_the_width_without_gap_or_overlap(width: int, rooms: int) -> None:
    columns = geometry(rooms=rooms, width=width).columns
    assert columns[0].x == 0
    for before, after in itertools.pairwise(columns):
        assert before.x + before.width == after.x
    narrowest = NARROWEST_SINGLE_PX if rooms == 1 else NARROWEST_ROOM_PX
    assert columns[-1].x + columns[-1].width == max(width, narrowest * len(columns))


def test_columns_go_by_day_then_room_and_the_first_room_opens_the_day() -> None:
    columns = geometry(rooms=2).columns
    assert [(column.day_id, column.room_id, column.opens_day) for column in columns] == [
        (THURSDAY, 1, True), (THURSDAY, 2, False), (FRIDAY, 1, True), (FRIDAY, 2, False),
    ]  # fmt: skip


def test_days_stand_in_the_order_of_their_dates() -> None:
    agenda = make_agenda(days=[Day(1, "2020-11-13"), Day(2, "2020-11-12")])
    assert [column.day_id for column in geometry_of(agenda, 900, 2).columns] == [2, 1]


def test_many_columns_never_get_narrower_than_can_be_read() -> None:
    grid = geometry(rooms=8, width=600)
    assert {column.width for column in grid.columns} == {NARROWEST_ROOM_PX}
    assert grid.width_px == 16 * NARROWEST_ROOM_PX


def test_a_span_covers_all_rooms_of_its_day() -> None:
    grid = geometry(rooms=2, width=800)
    rect = grid.span_rect(FRIDAY, 600, 700)
    assert rect is not None
    assert (rect.x, rect.right, rect.y, rect.bottom) == (400, 800, grid.y_of(600), grid.y_of(700))


# -- blocks and lanes -------------------------------------------------------------------------------------------


def test_a_block_keeps_a_gap_to_its_column_and_a_line_to_its_neighbours() -> None:
    grid = geometry(width=800)
    rect = grid.block_rect(Spot(THURSDAY, 600, PLENARY), 30)
    assert rect is not None
    assert (rect.x, rect.right) == (BLOCK_GAP_PX, 400 - BLOCK_GAP_PX)
    assert (rect.y, rect.bottom) == (grid.y_of(600) + 1, grid.y_of(630) - 1)


def test_touching_blocks_do_not_overlap() -> None:
    grid = geometry(1.35)
    for start in range(600, 900, 5):
        first = grid.block_rect(Spot(THURSDAY, start, PLENARY), 15)
        second = grid.block_rect(Spot(THURSDAY, start + 15, PLENARY), 15)
        assert first is not None
        assert second is not None
        assert first.bottom < second.y


def test_lanes_share_the_column_without_overlap() -> None:
    grid = geometry(width=801)
    spot = Spot(THURSDAY, 600, PLENARY)
    lanes = [grid.block_rect(spot, 30, lane, 3) for lane in range(3)]
    for before, after in itertools.pairwise(lanes):
        assert before is not None
        assert after is not None
        assert before.right <= after.x


def test_a_very_short_session_can_still_be_seen() -> None:
    rect = geometry(0.8).block_rect(Spot(THURSDAY, 600, PLENARY), 1)
    assert rect is not None
    assert rect.height == 6


def test_sessions_one_after_the_other_take_the_whole_width() -> None:
    assert lanes_of([session(1, "A", 600, 30), session(2, "B", 630, 30)]) == {1: (0, 1), 2: (0, 1)}


def test_sessions_at_the_same_time_stand_side_by_side() -> None:
    assert lanes_of([session(1, "A", 600, 30), session(2, "B", 600, 30)]) == {1: (0, 2), 2: (1, 2)}


def test_a_free_lane_is_used_again_in_a_chain_of_overlaps() -> None:
    chain = [session(1, "A", 600, 60), session(2, "B", 630, 60), session(3, "C", 660, 60)]
    assert lanes_of(chain) == {1: (0, 2), 2: (1, 2), 3: (0, 2)}


def test_a_later_session_does_not_suffer_from_an_earlier_overlap() -> None:
    rows = [session(1, "A", 600, 30), session(2, "B", 610, 30), session(3, "C", 640, 30)]
    assert lanes_of(rows)[3] == (0, 1)


def test_no_two_overlapping_sessions_ever_share_a_lane() -> None:
    chance = random.Random(2020)
    for _ in range(60):
        rows = [
            session(number, "Talk", chance.randrange(600, 900, 5), chance.randrange(5, 120, 5))
            for number in range(1, 25)
        ]
        lanes = lanes_of(rows)
        for one in rows:
            for other in rows:
                start, end = one.start_minute or 0, (one.start_minute or 0) + one.minutes
                meets = start < (other.start_minute or 0) + other.minutes and (other.start_minute or 0) < end
                if one.id < other.id and meets:
                    assert lanes[one.id][0] != lanes[other.id][0]
                    assert lanes[one.id][1] == lanes[other.id][1]


# -- hours ------------------------------------------------------------------------------------------------------


def test_a_closed_margin_is_drawn_around_the_windows() -> None:
    assert hours_shown(make_agenda()) == (585, 955)


def test_a_session_outside_the_windows_is_drawn_too() -> None:
    assert hours_shown(make_agenda(sessions=[session(1, "Early", 540, 30), session(2, "Late", 960, 60)])) == (525, 1035)


def test_the_hours_never_leave_the_day() -> None:
    assert hours_shown(make_agenda(windows=[Window(1, THURSDAY, 0, 1440)])) == (0, 1440)


def test_days_with_two_windows_are_drawn_from_the_first_to_the_last() -> None:
    windows = [Window(1, THURSDAY, 570, 720), Window(2, THURSDAY, 800, 1080), Window(3, FRIDAY, 600, 940)]
    assert hours_shown(make_agenda(windows=windows)) == (555, 1095)


@pytest.mark.parametrize(("zoom", "step"), [(8.0, 15), (2.0, 15), (1.0, 30), (0.8, 60), (0.3, 120)])
def test_hour_labels_never_touch(zoom: float, step: int) -> None:
    ticks = list(geometry(zoom).tick_minutes())
    assert {later - earlier for earlier, later in itertools.pairwise(ticks)} == {step}
    assert all(minute % step == 0 for minute in ticks)


def test_a_further_window_is_shown_at_once(window: MainWindow) -> None:
    before = window.grid.canvas.grid_geometry
    add_window(desk_of(window).document, SECOND_DAY, 1000, 1140)
    after = window.grid.canvas.grid_geometry
    assert before is not None
    assert after is not None
    assert (before.last_minute, after.last_minute) == (955, 1155)
    assert window.grid.canvas.height() == after.height_px
