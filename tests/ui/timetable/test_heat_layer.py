"""The timetable tinted by hardship: switched on for the chosen session, by itself during a drag; and its legend."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.edits.meeting import change_meeting
from planner.edits.people import change_entity
from planner.edits.sessions import create_session, move_session, resize_session
from planner.models.kinds import SessionKind
from planner.models.records import Spot
from planner.rules.heat import Heat, heat_of
from planner.ui.main_window import MainWindow
from planner.ui.move_dialog import MoveDialog
from planner.ui.theme import DARK, LIGHT, Theme
from planner.ui.timetable.canvas import Ghost
from planner.ui.timetable.heat_painting import bands_of, ink_of, paint_swatch
from tests.meetings import CLOSING, EXAMPLIA, FIRST, PLENARY, SAMPLE_UNION, SECOND, THURSDAY, friday
from tests.windows import (
    agenda_of,
    block_of,
    chosen,
    desk_of,
    drag_to,
    end_window,
    hover,
    key,
    leave,
    lower_edge,
    make_window,
    point_of,
    press,
    pull,
    release,
)


@pytest.fixture
def far(window: MainWindow) -> MainWindow:
    """Examplia sits in Toronto: its open seat in the first roundtable is held at night."""
    change_entity(desk_of(window).document, EXAMPLIA, zone="America/Toronto")
    return window


def colours(window: MainWindow, box: QRect) -> set[str]:
    """The colours of the canvas there, blocks included."""
    picture = window.grid.canvas.grab(box).toImage()
    return {picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(picture.height())}


def free_strip(window: MainWindow, minute: int) -> QRect:
    """Some lines of Friday from this minute, beside all words."""
    geometry = window.grid.canvas.grid_geometry
    assert geometry is not None
    at = point_of(window, friday(minute))
    return QRect(at.x() - 40, at.y() + 2, 30, 4)


def painted_heat(window: MainWindow, minute: int) -> list[Heat]:
    found = colours(window, free_strip(window, minute))
    return [heat for heat in Heat if ink_of(heat, LIGHT).fill in found]


def foot(window: MainWindow) -> str:
    return window.grid.heat.foot.accessibleName()


# -- switching on -----------------------------------------------------------------------------------------------


def test_h_on_the_timetable_switches_it_on_and_off(far: MainWindow) -> None:
    far.grid.canvas.setFocus()
    key(far, Qt.Key.Key_H)
    assert (far.grid.is_heat_shown, far.actions_by_name["heat"].isChecked(), far.grid.tint.isChecked()) == (True,) * 3
    key(far, Qt.Key.Key_H)
    assert (far.grid.is_heat_shown, far.actions_by_name["heat"].isChecked(), far.grid.tint.isChecked()) == (False,) * 3


def test_the_button_and_the_menu_do_the_same(far: MainWindow) -> None:
    far.grid.tint.click()
    assert far.actions_by_name["heat"].isChecked()
    far.actions_by_name["heat"].trigger()
    assert not far.grid.tint.isChecked()
    assert far.grid.heat.foot.isHidden()


def test_it_is_remembered(qapp: QApplication, far: MainWindow, settings_file: Path) -> None:
    far.grid.show_heat(True)
    again = make_window(settings_file)
    assert (again.grid.is_heat_shown, again.actions_by_name["heat"].isChecked()) == (True, True)
    end_window(again)


def test_without_it_nothing_of_it_is_loaded(window: MainWindow) -> None:
    assert window.grid._heat is None


def test_the_chosen_session_tints_the_hours(far: MainWindow) -> None:
    assert painted_heat(far, 720) == []
    desk_of(far).choose(FIRST)
    far.grid.show_heat(True)
    assert painted_heat(far, 700) == [Heat.VERY_HARD]  # 05:40 in Toronto
    desk_of(far).choose(SECOND)
    assert painted_heat(far, 700) == []  # nobody is seated there


def test_another_theme_has_its_own_inks(far: MainWindow) -> None:
    desk_of(far).choose(FIRST)
    far.grid.show_heat(True)
    far.set_theme(DARK)
    assert ink_of(Heat.VERY_HARD, DARK).fill in colours(far, free_strip(far, 700))
    far.set_theme(LIGHT)


# -- the legend -------------------------------------------------------------------------------------------------


def test_the_legend_names_the_session_its_seats_and_the_four_steps(far: MainWindow) -> None:
    desk_of(far).choose(FIRST)
    far.grid.show_heat(True)
    assert foot(far) == (
        "If RT1 started then, for 1 seat:\nno hardship, some, hard, very hard\n2 seats without a time zone"
    )


def test_without_a_choice_the_legend_asks_for_one(far: MainWindow) -> None:
    far.grid.show_heat(True)
    assert foot(far) == "Choose a session to see how hard each start would be for its people."


def test_the_legend_says_that_nobody_is_seated_yet(far: MainWindow) -> None:
    desk_of(far).choose(CLOSING)
    far.grid.show_heat(True)
    assert foot(far) == "Nobody is seated in Closing yet: seat somebody to see how hard each start is."


def test_the_legend_says_that_no_zone_is_known(window: MainWindow) -> None:
    desk_of(window).choose(FIRST)
    window.grid.show_heat(True)
    assert foot(window) == "No time zone is known of those seated in Roundtable 1."


def test_the_legend_says_that_a_break_has_no_speakers(far: MainWindow) -> None:
    made = create_session(desk_of(far).document, SessionKind.BREAK, title="Lunch")
    desk_of(far).choose(made)
    far.grid.show_heat(True)
    assert foot(far) == "Lunch has no speakers: no start is hard for anybody."


def test_the_legend_takes_more_lines_where_it_is_narrow(far: MainWindow) -> None:
    desk_of(far).choose(FIRST)
    far.grid.show_heat(True)
    legend = far.grid.heat.foot
    assert legend.height_at(150) > legend.height_at(300) > legend.height_at(2000)


# -- after a change ---------------------------------------------------------------------------------------------


def test_it_follows_a_change_of_zones_of_length_and_of_bounds(far: MainWindow) -> None:
    desk, document = desk_of(far), desk_of(far).document
    desk.choose(FIRST)
    far.grid.show_heat(True)
    maps = [far.grid.heat.heat]
    change_entity(document, EXAMPLIA, zone="Asia/Tokyo")
    maps.append(far.grid.heat.heat)
    resize_session(document, FIRST, 45)
    maps.append(far.grid.heat.heat)
    change_meeting(document, comfortable_end_minute=1320)
    maps.append(far.grid.heat.heat)
    assert maps[-1] == heat_of(agenda_of(far), FIRST)
    assert all(before != after for before, after in pairwise(maps))


def test_a_move_makes_no_new_heat(far: MainWindow) -> None:
    desk_of(far).choose(FIRST)
    far.grid.show_heat(True)
    heat = far.grid.heat.heat
    move_session(desk_of(far).document, FIRST, friday(700))
    move_session(desk_of(far).document, SECOND, friday(800))
    assert far.grid.heat.heat is heat


def test_a_deleted_session_takes_its_tint_along(far: MainWindow) -> None:
    desk_of(far).choose(FIRST)
    far.grid.show_heat(True)
    desk_of(far).delete()
    assert far.grid.heat.heat is None
    assert foot(far) == "Choose a session to see how hard each start would be for its people."


# -- dragging ---------------------------------------------------------------------------------------------------


def test_a_drag_shows_the_heat_of_the_dragged_session_and_takes_it_away_again(qtbot: QtBot, far: MainWindow) -> None:
    canvas = far.grid.canvas
    hover(far, canvas, FIRST, point_of(far, friday(800)))
    assert painted_heat(far, 700) == [Heat.VERY_HARD]
    assert far.grid.heat.overlay.isVisible()
    leave(canvas)
    qtbot.waitUntil(lambda: far.grid.heat.heat is None)
    assert painted_heat(far, 700) == []
    assert far.grid.heat.overlay.isHidden()


def test_after_a_drop_the_tint_of_the_drag_goes(qtbot: QtBot, far: MainWindow) -> None:
    assert drag_to(far, FIRST, friday(800))
    qtbot.waitUntil(lambda: far.grid.heat.heat is None)


def test_while_it_is_on_a_drag_shows_the_dragged_session_then_the_chosen_one_again(
    qtbot: QtBot, far: MainWindow
) -> None:
    change_entity(desk_of(far).document, SAMPLE_UNION, zone="Asia/Bishkek")
    desk_of(far).choose(SECOND)
    far.grid.show_heat(True)
    chosen_heat = far.grid.heat.heat
    hover(far, far.grid.canvas, FIRST, point_of(far, friday(800)))
    assert far.grid.heat.heat == heat_of(agenda_of(far), FIRST)
    assert far.grid.heat.overlay.isHidden()
    leave(far.grid.canvas)
    qtbot.waitUntil(lambda: far.grid.heat.heat is chosen_heat)
    assert chosen(far).id == SECOND


def test_a_dragged_break_lays_no_legend_over_the_timetable(far: MainWindow) -> None:
    made = create_session(desk_of(far).document, SessionKind.BREAK, title="Lunch", spot=friday(900))
    hover(far, far.grid.canvas, made, point_of(far, friday(800)))
    assert far.grid.heat.overlay.isHidden()


# -- the tip ----------------------------------------------------------------------------------------------------


def test_the_tip_of_a_drag_says_whose_hours_are_left_worst_first(far: MainWindow) -> None:
    change_entity(desk_of(far).document, EXAMPLIA, zone="America/Vancouver")
    hover(far, far.grid.canvas, FIRST, point_of(far, friday(700)))
    assert far.grid.tip.accessibleName() == (
        "Fri 13 Nov 11:40–13:10 CET\nNo clash · fits the window\n"
        "Vancouver: Examplia, speaker to be named, 02:40–04:10 Fri, asleep"
    )


# The offscreen platform says so of every grab; a desktop has both.
@pytest.mark.qt_log_ignore("grabbing the (mouse|keyboard)", extend=True)
def test_the_tip_while_stretching_says_over_run_and_hours(far: MainWindow) -> None:
    document = desk_of(far).document
    desk_of(far).change_session(FIRST, {"floor_states": 20})
    block = block_of(far, FIRST)
    press(block, lower_edge(block))
    pull(far.grid.canvas, point_of(far, Spot(THURSDAY, 720, PLENARY)))
    assert far.grid.tip.accessibleName() == (
        "Thu 12 Nov 11:00–12:00 CET\nNo clash · fits the window\nOver-runs by 25 minutes with its floor time.\n"
        "Toronto: Examplia, speaker to be named, 05:00–06:00 Thu, asleep"
    )
    assert far.grid._heat is None
    key(far, Qt.Key.Key_Escape)
    release(far.grid.canvas, point_of(far, Spot(THURSDAY, 720, PLENARY)))
    assert document.agenda.sessions[FIRST].minutes == 90


def test_move_to_says_whose_hours_are_left(qtbot: QtBot, far: MainWindow) -> None:
    dialog = MoveDialog(desk_of(far).agenda, desk_of(far).agenda.sessions[FIRST], far)
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.property("role") == "soft"]
    assert said == ["Toronto: Examplia, speaker to be named, 05:00–06:30 Thu, asleep"]


# -- painting ---------------------------------------------------------------------------------------------------


def test_neighbours_of_one_heat_are_one_band(far: MainWindow) -> None:
    heat = heat_of(agenda_of(far), FIRST)
    bands = bands_of(heat, 5)[THURSDAY]
    assert [step for band in bands for step in band.steps] == list(heat.days[THURSDAY])
    assert all(first.heat is not second.heat for first, second in pairwise(bands))
    assert bands[0].start_minute == 600
    assert bands[-1].end_minute == heat.days[THURSDAY][-1].start_minute + 5


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_steps_differ_without_their_hues(qapp: QApplication, theme: Theme) -> None:
    """In grey, by their hatch or their edge: no two swatches look alike."""
    pictures = []
    for heat in Heat:
        picture = QImage(40, 24, QImage.Format.Format_Grayscale8)
        picture.fill(QColor(theme.canvas))
        painter = QPainter(picture)
        paint_swatch(painter, QRect(0, 0, 40, 24), heat, theme)
        painter.end()
        pictures.append(bytes(picture.constBits()))
    assert len(set(pictures)) == len(Heat)


def test_a_ghost_of_a_preview_is_no_drag(far: MainWindow) -> None:
    far.grid.canvas.show_ghosts([Ghost(friday(700), 30, "Somewhere")])
    assert far.grid._heat is None
