"""Commands that move by rule: Move to, shift the following, close the gap, swap, duplicate, pin, delete."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from planner.edits.meeting import add_room
from planner.edits.sessions import create_session, move_session, pin_session
from planner.models.kinds import SessionKind
from planner.models.records import Spot
from planner.ui.main_window import MainWindow
from planner.ui.move_dialog import MoveDialog
from planner.ui.shift_dialog import ShiftDialog
from tests.meetings import (
    CLOSING,
    FIRST,
    FRIDAY,
    OPENING,
    PLENARY,
    SECOND,
    THURSDAY,
    friday,
    steps,
    tables,
)
from tests.windows import (
    CONTROL,
    SHIFT,
    agenda_of,
    answer_next,
    block_of,
    chosen,
    desk_of,
    key,
    spot_of,
    texts_shown,
    type_text,
    undo_name,
)


def thursday(start_minute: int) -> Spot:
    return Spot(THURSDAY, start_minute, PLENARY)


def run(window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()


# -- Move to ----------------------------------------------------------------------------------------------------


@pytest.fixture
def move_dialog(qtbot: QtBot, window: MainWindow) -> MoveDialog:
    """Asks where to put the closing, which is still to be placed."""
    agenda = desk_of(window).agenda
    dialog = MoveDialog(agenda, agenda.sessions[CLOSING], window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def move_button(dialog: MoveDialog) -> bool:
    """Whether Move can be pressed."""
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def meaning(dialog: MoveDialog) -> str:
    return next(label.text() for label in dialog.findChildren(QLabel) if label.property("role") in
                {"problem", "soft", "good"} and label.wordWrap())  # fmt: skip


def retype(dialog: MoveDialog, text: str) -> None:
    dialog.start.setFocus()
    key(dialog, Qt.Key.Key_A, CONTROL)
    type_text(dialog, text)


def test_ctrl_m_moves_the_chosen_session_by_keyboard_alone(window: MainWindow, path: Path) -> None:
    block_of(window, SECOND).setFocus()

    def type_hour(dialog: object) -> None:
        assert isinstance(dialog, MoveDialog)
        retype(dialog, "11:40")
        key(dialog, Qt.Key.Key_Return)

    answer_next(type_hour)
    key(window, Qt.Key.Key_M, CONTROL)
    assert spot_of(window, SECOND) == friday(700)
    assert steps(path) == [("Move Roundtable 2 to Fri 11:40", 1)]


def test_esc_in_move_to_changes_nothing(window: MainWindow, path: Path) -> None:
    block_of(window, SECOND).setFocus()
    answer_next(lambda dialog: key(dialog, Qt.Key.Key_Escape))
    key(window, Qt.Key.Key_M, CONTROL)
    assert steps(path) == []


def test_a_waiting_session_is_offered_the_first_free_spot(move_dialog: MoveDialog) -> None:
    assert (move_dialog.day.currentData(), move_dialog.start.text()) == (THURSDAY, "10:30")
    assert meaning(move_dialog).startswith("10:30–11:00")
    assert move_button(move_dialog)


def test_a_clash_is_said_before_it_is_chosen_and_still_allowed(move_dialog: MoveDialog) -> None:
    retype(move_dialog, "11:00")
    sentence = "Closing and Roundtable 1 are both in Virtual plenary, Thu 12 Nov 11:00–11:30 CET."
    assert meaning(move_dialog).split("\n")[0] == sentence
    assert move_button(move_dialog)


def test_an_hour_outside_the_window_cannot_be_chosen(move_dialog: MoveDialog) -> None:
    retype(move_dialog, "15:30")
    assert meaning(move_dialog) == "Thu 12 Nov is open 10:00–15:40 CET; this would end at 16:00."
    assert not move_button(move_dialog)


def test_an_hour_that_cannot_be_read_is_asked_for_again(move_dialog: MoveDialog) -> None:
    retype(move_dialog, "soon")
    assert meaning(move_dialog) == "Type the hour like 10:30."
    assert not move_button(move_dialog)


def test_enter_on_an_hour_that_cannot_be_meant_keeps_the_dialog(move_dialog: MoveDialog) -> None:
    retype(move_dialog, "15:30")
    key(move_dialog, Qt.Key.Key_Return)
    assert move_dialog.isVisible()


def test_the_room_is_asked_when_there_are_several(qtbot: QtBot, window: MainWindow) -> None:
    room_id = add_room(desk_of(window).document, "Room of examples")
    agenda = desk_of(window).agenda
    dialog = MoveDialog(agenda, agenda.sessions[SECOND], window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.room.isVisible()
    dialog.room.setCurrentIndex(1)
    dialog.room.activated.emit(1)
    assert dialog.spot == Spot(FRIDAY, 600, room_id)


# -- shift the following ------------------------------------------------------------------------------------------


@pytest.fixture
def shift_dialog(window: MainWindow) -> ShiftDialog:
    """Shifts the opening and what follows on Thursday."""
    desk_of(window).choose(OPENING)
    run(window, "shift")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShiftDialog)
    return dialog


def ghosts(window: MainWindow) -> list[tuple[Spot, int]]:
    return [(ghost.spot, ghost.minutes) for ghost in window.grid.canvas._ghosts]


def test_shifting_is_previewed_on_the_timetable_and_changes_nothing_yet(
    window: MainWindow, shift_dialog: ShiftDialog, path: Path
) -> None:
    shift_dialog.by_minutes.setValue(20)
    assert ghosts(window) == [(thursday(620), 30), (thursday(680), 90)]
    assert "Opening: 10:00–10:30 → 10:20–10:50\nRoundtable 1: 11:00–12:30 → 11:20–12:50" in texts_shown(shift_dialog)
    assert steps(path) == []


def test_shifting_is_one_step(window: MainWindow, shift_dialog: ShiftDialog, path: Path) -> None:
    shift_dialog.by_minutes.setValue(20)
    shift_dialog._accept.click()
    assert (spot_of(window, OPENING), spot_of(window, FIRST)) == (thursday(620), thursday(680))
    assert steps(path) == [("Shift Opening and the following 20 min later", 1)]
    assert ghosts(window) == []


def test_undo_brings_all_shifted_sessions_back(window: MainWindow, shift_dialog: ShiftDialog, path: Path) -> None:
    before = tables(path)
    shift_dialog.by_minutes.setValue(20)
    shift_dialog._accept.click()
    run(window, "undo")
    assert tables(path) == before


def test_giving_up_clears_the_preview(window: MainWindow, shift_dialog: ShiftDialog, path: Path) -> None:
    shift_dialog.by_minutes.setValue(20)
    key(shift_dialog, Qt.Key.Key_Escape)
    assert ghosts(window) == []
    assert steps(path) == []


def test_a_shift_out_of_the_day_cannot_be_chosen_and_says_why(window: MainWindow, shift_dialog: ShiftDialog) -> None:
    shift_dialog.by_minutes.setValue(400)
    assert not shift_dialog._accept.isEnabled()
    assert ghosts(window) == []
    said = [text for text in texts_shown(shift_dialog) if text.startswith("Opening cannot move.")]
    assert len(said) == 1
    shift_dialog.reject()


def test_a_pinned_session_stays(window: MainWindow, shift_dialog: ShiftDialog) -> None:
    shift_dialog.reject()
    move_session(desk_of(window).document, CLOSING, thursday(800))
    pin_session(desk_of(window).document, CLOSING, True)
    run(window, "shift")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShiftDialog)
    dialog.by_minutes.setValue(10)
    dialog._accept.click()
    assert [spot_of(window, key) for key in (OPENING, FIRST, CLOSING)] == [thursday(610), thursday(670), thursday(800)]


def test_the_dialog_offers_to_close_the_gap(window: MainWindow) -> None:
    desk_of(window).choose(FIRST)
    run(window, "shift")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShiftDialog)
    assert dialog.close_gap.text() == "Close the gap of 30 min before it"
    dialog.close_gap.click()
    assert dialog.by_minutes.value() == -30
    dialog._accept.click()
    assert spot_of(window, FIRST) == thursday(630)


# -- the others -------------------------------------------------------------------------------------------------


def test_close_gap_moves_up_to_the_session_before(window: MainWindow, path: Path) -> None:
    desk_of(window).choose(FIRST)
    run(window, "close_gap")
    assert spot_of(window, FIRST) == thursday(630)
    assert steps(path) == [("Shift Roundtable 1 and the following 30 min earlier", 1)]


def test_without_a_gap_a_sentence_says_so(window: MainWindow, path: Path) -> None:
    desk_of(window).choose(OPENING)
    run(window, "close_gap")
    assert window.message.text == "There is no gap before this session to close."
    assert steps(path) == []


def swap_with(window: MainWindow, label: str) -> None:
    window._swap_menu.aboutToShow.emit()
    next(action for action in window._swap_menu.actions() if action.text() == label).trigger()


def test_two_sessions_of_different_days_swap_their_places(window: MainWindow, path: Path) -> None:
    desk_of(window).choose(FIRST)
    swap_with(window, "Fri 10:00  RT2 Second theme")
    assert (spot_of(window, FIRST), spot_of(window, SECOND)) == (friday(600), thursday(660))
    assert steps(path) == [("Swap Roundtable 1 and Roundtable 2", 1)]


def test_a_placed_session_swaps_with_a_waiting_one(window: MainWindow) -> None:
    desk_of(window).choose(SECOND)
    swap_with(window, "Closing")
    assert (spot_of(window, SECOND), spot_of(window, CLOSING)) == (None, friday(600))
    assert SECOND in window.workspace.to_place.cards


def test_the_swap_menu_offers_all_others_and_for_a_waiting_one_only_placed_ones(window: MainWindow) -> None:
    desk_of(window).choose(FIRST)
    assert [label for label, _swap in window.commands.swap_choices()] == [
        "Thu 10:00  Opening", "Fri 10:00  RT2 Second theme", "Closing",
    ]  # fmt: skip
    create_session(desk_of(window).document, title="Another")
    desk_of(window).choose(CLOSING)
    assert [label for label, _swap in window.commands.swap_choices()] == [
        "Thu 10:00  Opening", "Thu 11:00  RT1 First theme", "Fri 10:00  RT2 Second theme",
    ]  # fmt: skip


def test_a_pinned_session_does_not_swap_and_the_message_says_why(window: MainWindow) -> None:
    pin_session(desk_of(window).document, FIRST, True)
    desk_of(window).choose(FIRST)
    swap_with(window, "Fri 10:00  RT2 Second theme")
    assert window.message.text == "Roundtable 1 is pinned. Unpin it first."
    assert spot_of(window, FIRST) == thursday(660)


def test_duplicate_copies_seats_and_objectives_to_the_list(window: MainWindow, path: Path) -> None:
    desk_of(window).choose(FIRST)
    run(window, "duplicate")
    copy, agenda = chosen(window), agenda_of(window)
    assert (copy.title, copy.spot, copy.kind) == ("First theme (copy)", None, SessionKind.ROUNDTABLE)
    assert len(agenda.seats_of(copy.id)) == len(agenda.seats_of(FIRST)) == 3
    assert agenda.objectives_of(copy.id) == agenda.objectives_of(FIRST)
    assert steps(path) == [("Duplicate Roundtable 1", 1)]


def test_pin_and_unpin(window: MainWindow, path: Path) -> None:
    desk_of(window).choose(FIRST)
    run(window, "pin")
    assert window.workspace.session.pinned.isChecked()
    run(window, "pin")
    assert not agenda_of(window).sessions[FIRST].pinned
    assert [name for name, _state in steps(path)] == ["Pin Roundtable 1", "Unpin Roundtable 1"]


def test_delete_for_good_takes_the_seats_along_and_undo_brings_all_back(window: MainWindow, path: Path) -> None:
    before = tables(path)
    block_of(window, FIRST).setFocus()
    key(window, Qt.Key.Key_Delete, SHIFT)
    assert FIRST not in agenda_of(window).sessions
    assert undo_name(window) == "Delete Roundtable 1"
    run(window, "undo")
    assert tables(path) == before


@pytest.mark.parametrize(
    ("prepare", "enabled"),
    [
        (lambda desk: desk.choose(None), set()),
        (lambda desk: desk.choose(CLOSING), {"edit", "move_to", "duplicate", "delete"}),
        (lambda desk: desk.choose(FIRST), {"edit", "move_to", "duplicate", "delete", "take_off", "earlier", "later",
                                           "previous", "next", "shift", "close_gap", "pin"}),
    ],
)  # fmt: skip
def test_only_what_can_be_done_is_enabled(
    window: MainWindow, prepare: Callable[[object], None], enabled: set[str]
) -> None:
    prepare(desk_of(window))
    names = {"edit", "move_to", "duplicate", "delete", "take_off", "earlier", "later", "previous", "next", "shift",
             "close_gap", "pin"}  # fmt: skip
    assert {name for name in names if window.actions_by_name[name].isEnabled()} == enabled
