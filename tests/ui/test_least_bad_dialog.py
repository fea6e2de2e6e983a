"""Least bad times: what the list says, and one click or Enter that moves, one step to undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from planner.edits.meeting import add_room
from planner.edits.people import change_entity
from planner.edits.sessions import resize_session
from planner.rules.best_spots import best_spots
from planner.ui.least_bad_dialog import LeastBadDialog
from planner.ui.main_window import MainWindow
from tests.meetings import CLOSING, EXAMPLIA, FIRST, SECOND, steps
from tests.windows import (
    CONTROL,
    agenda_of,
    answer_next,
    chosen,
    click,
    desk_of,
    key,
    spot_of,
    undo_name,
)


@pytest.fixture
def far(window: MainWindow) -> MainWindow:
    """Examplia sits in Toronto, and the first roundtable is chosen."""
    change_entity(desk_of(window).document, EXAMPLIA, zone="America/Toronto")
    desk_of(window).choose(FIRST)
    return window


@pytest.fixture
def dialog(qtbot: QtBot, far: MainWindow) -> LeastBadDialog:
    made = LeastBadDialog(desk_of(far).agenda, chosen(far), far)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(dialog: LeastBadDialog) -> list[list[str]]:
    tree = dialog.list
    shown = [column for column in range(tree.columnCount()) if not tree.isColumnHidden(column)]
    items = [tree.topLevelItem(index) for index in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in shown] for item in items if item is not None]


def details(dialog: LeastBadDialog) -> list[str]:
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.property("role") == "soft"]
    return labels[-1].split("\n")


def answer(act: Callable[[LeastBadDialog], None]) -> None:
    def run(dialog: QDialog) -> None:
        assert isinstance(dialog, LeastBadDialog)
        dialog.activateWindow()
        QApplication.processEvents()
        act(dialog)

    answer_next(run)


def test_it_lists_the_best_spots_with_clashes_hardship_and_the_worst_local_time(dialog: LeastBadDialog) -> None:
    assert rows(dialog)[0] == ["Thu 12 Nov 14:10–15:40 CET", "no clash", "0.8 points", "08:10 Thu, Toronto"]
    assert [row[1] for row in rows(dialog)] == ["no clash"] * 6


def test_it_says_how_the_session_stands_now(dialog: LeastBadDialog) -> None:
    assert dialog.now.text() == (
        "Now Thu 12 Nov 11:00–12:30 CET: no clash, 7.5 points, worst local time 05:00 Thu, Toronto."
    )


def test_a_session_of_the_list_is_not_placed_yet(qtbot: QtBot, far: MainWindow) -> None:
    made = LeastBadDialog(desk_of(far).agenda, desk_of(far).agenda.sessions[CLOSING], far)
    qtbot.addWidget(made)
    made.show()
    assert made.now.text() == "It is not placed yet."


def test_the_marked_row_says_all_it_would_mean(dialog: LeastBadDialog) -> None:
    assert details(dialog) == ["No clash, and nobody outside comfortable hours."]
    key(dialog, Qt.Key.Key_End)
    assert dialog.spot == dialog.choices[-1].spot
    assert details(dialog) == ["Toronto: Examplia, speaker to be named, 07:10–08:40 Fri"]


def test_several_rooms_have_a_column(qtbot: QtBot, far: MainWindow) -> None:
    add_room(desk_of(far).document, "Room of examples")
    made = LeastBadDialog(desk_of(far).agenda, chosen(far), far)
    qtbot.addWidget(made)
    assert {row[1] for row in rows(made)} <= {"Virtual plenary", "Room of examples"}
    assert {len(row) for row in rows(made)} == {5}


def test_a_session_that_fits_nowhere_says_what_to_do(qtbot: QtBot, far: MainWindow) -> None:
    desk_of(far).unschedule()
    resize_session(desk_of(far).document, FIRST, 600)
    made = LeastBadDialog(desk_of(far).agenda, chosen(far), far)
    qtbot.addWidget(made)
    made.show()
    assert rows(made) == []
    assert details(made) == ["At no other hour would it fit the open hours. Make it shorter, or open more."]
    assert made.spot is None


def test_enter_moves_to_the_first_spot_as_one_step(far: MainWindow) -> None:
    best, before = best_spots(agenda_of(far), FIRST)[0], spot_of(far, FIRST)
    answer(lambda dialog: key(dialog, Qt.Key.Key_Return))
    key(far, Qt.Key.Key_L, CONTROL)
    assert spot_of(far, FIRST) == best.spot
    assert (undo_name(far) or "").startswith("Move Roundtable 1 to ")
    desk_of(far).undo()
    assert spot_of(far, FIRST) == before


def test_the_arrow_keys_choose_another(far: MainWindow) -> None:
    second = best_spots(agenda_of(far), FIRST)[1]

    def down_and_enter(dialog: LeastBadDialog) -> None:
        key(dialog, Qt.Key.Key_Down)
        key(dialog, Qt.Key.Key_Return)

    answer(down_and_enter)
    far.actions_by_name["least_bad"].trigger()
    assert spot_of(far, FIRST) == second.spot


def test_one_click_moves(far: MainWindow) -> None:
    third = best_spots(agenda_of(far), FIRST)[2]

    def click_third(dialog: LeastBadDialog) -> None:
        item = dialog.list.topLevelItem(2)
        assert item is not None
        click(dialog.list.viewport(), dialog.list.visualItemRect(item).center())

    answer(click_third)
    far.actions_by_name["least_bad"].trigger()
    assert spot_of(far, FIRST) == third.spot


def test_esc_leaves_it_where_it_is(far: MainWindow) -> None:
    before, made = spot_of(far, FIRST), steps(desk_of(far).document.path)
    answer(lambda dialog: key(dialog, Qt.Key.Key_Escape))
    far.actions_by_name["least_bad"].trigger()
    assert (spot_of(far, FIRST), steps(desk_of(far).document.path)) == (before, made)


def test_the_marked_spot_is_seen_on_the_timetable_until_the_end(far: MainWindow) -> None:
    seen = []

    def look(dialog: LeastBadDialog) -> None:
        seen.append([(ghost.spot, ghost.minutes) for ghost in far.grid.canvas._ghosts])
        dialog.reject()

    answer(look)
    far.actions_by_name["least_bad"].trigger()
    assert seen == [[(best_spots(agenda_of(far), FIRST)[0].spot, 90)]]
    assert far.grid.canvas._ghosts == ()


def test_the_inspector_and_the_menu_of_a_session_have_it(far: MainWindow) -> None:
    best = best_spots(agenda_of(far), FIRST)[0]
    answer(lambda dialog: key(dialog, Qt.Key.Key_Return))
    far.workspace.session.least_bad.click()
    assert spot_of(far, FIRST) == best.spot


def test_it_needs_a_chosen_session(far: MainWindow) -> None:
    desk_of(far).choose(None)
    assert not far.actions_by_name["least_bad"].isEnabled()
    far.commands.ask_least_bad()
    desk_of(far).choose(SECOND)
    assert far.actions_by_name["least_bad"].isEnabled()
