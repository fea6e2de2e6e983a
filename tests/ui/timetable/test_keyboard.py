"""The timetable without a mouse: real keys, sent to the window as the system sends them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.edits.meeting import add_room, change_meeting
from planner.edits.sessions import move_session
from planner.models.records import Spot
from planner.ui.main_window import MainWindow
from tests.meetings import (
    CHAIR_SEAT,
    CLOSING,
    FIRST,
    FRIDAY,
    OPENING,
    PLENARY,
    SECOND,
    SECOND_SPEAKER_SEAT,
    SPEAKER_SEAT,
    THURSDAY,
    friday,
    steps,
)
from tests.windows import (
    ALT,
    CONTROL,
    NONE,
    SHIFT,
    agenda_of,
    block_of,
    chosen,
    desk_of,
    key,
    spot_of,
    type_text,
    undo_name,
)


def thursday(start_minute: int) -> Spot:
    return Spot(THURSDAY, start_minute, PLENARY)


@pytest.mark.parametrize(
    ("name", "expected"),
    [(Qt.Key.Key_Down, thursday(665)), (Qt.Key.Key_Up, thursday(655)), (Qt.Key.Key_Right, friday(660))],
)
def test_alt_and_an_arrow_moves_the_chosen_session(window: MainWindow, name: Qt.Key, expected: Spot) -> None:
    block_of(window, FIRST).setFocus()
    key(window, name, ALT)
    assert spot_of(window, FIRST) == expected


def test_alt_and_left_goes_back_to_the_day_before(window: MainWindow) -> None:
    block_of(window, SECOND).setFocus()
    key(window, Qt.Key.Key_Left, ALT)
    assert spot_of(window, SECOND) == thursday(600)


def test_alt_and_right_goes_to_the_next_room_first(window: MainWindow) -> None:
    room_id = add_room(desk_of(window).document, "Room of examples")
    block_of(window, FIRST).setFocus()
    key(window, Qt.Key.Key_Right, ALT)
    assert spot_of(window, FIRST) == Spot(THURSDAY, 660, room_id)
    key(window, Qt.Key.Key_Right, ALT)
    assert spot_of(window, FIRST) == friday(660)


def test_beyond_the_last_day_nothing_moves(window: MainWindow, path: Path) -> None:
    block_of(window, SECOND).setFocus()
    key(window, Qt.Key.Key_Right, ALT)
    assert steps(path) == []


def test_the_moved_block_keeps_the_focus(window: MainWindow) -> None:
    block_of(window, FIRST).setFocus()
    for _ in range(3):
        key(window, Qt.Key.Key_Down, ALT)
    assert spot_of(window, FIRST) == thursday(675)
    assert block_of(window, FIRST).hasFocus()


def test_an_arrow_moves_by_the_grid_step_of_the_meeting(window: MainWindow) -> None:
    change_meeting(desk_of(window).document, grid_minutes=15)
    block_of(window, FIRST).setFocus()
    key(window, Qt.Key.Key_Down, ALT)
    assert spot_of(window, FIRST) == thursday(675)


def test_a_move_out_of_the_window_is_refused_with_the_reason(window: MainWindow, path: Path) -> None:
    block_of(window, OPENING).setFocus()
    key(window, Qt.Key.Key_Up, ALT)
    assert window.message.text == "Thu 12 Nov is open 10:00–15:40 CET; this would start at 09:55."
    assert steps(path) == []


@pytest.mark.parametrize(("name", "minutes"), [(Qt.Key.Key_Down, 95), (Qt.Key.Key_Up, 85)])
def test_alt_shift_and_an_arrow_changes_the_length(window: MainWindow, name: Qt.Key, minutes: int) -> None:
    block_of(window, FIRST).setFocus()
    key(window, name, ALT | SHIFT)
    session = agenda_of(window).sessions[FIRST]
    assert (session.minutes, session.spot) == (minutes, thursday(660))


def test_a_session_cannot_be_shortened_to_nothing(window: MainWindow) -> None:
    desk_of(window).choose(OPENING)
    for _ in range(8):
        key(window, Qt.Key.Key_Up, ALT | SHIFT)
    assert agenda_of(window).sessions[OPENING].minutes == 5
    assert window.message.text == "A session lasts at least 1 minute. Give a longer time."


def test_delete_takes_the_focused_block_off_the_timetable(window: MainWindow) -> None:
    block_of(window, FIRST).setFocus()
    key(window, Qt.Key.Key_Delete)
    assert spot_of(window, FIRST) is None
    assert undo_name(window) == "Take Roundtable 1 off the timetable"


def test_delete_while_typing_deletes_a_letter(window: MainWindow) -> None:
    block_of(window, SECOND).setFocus()
    code = window.workspace.session.code
    code.setFocus()
    code.setCursorPosition(0)
    key(window, Qt.Key.Key_Delete)
    assert code.text() == "T2"
    assert spot_of(window, SECOND) == friday(600)


def test_delete_while_typing_several_lines_deletes_a_letter(window: MainWindow) -> None:
    block_of(window, SECOND).setFocus()
    window.workspace.session.title.setFocus()
    key(window, Qt.Key.Key_Delete)
    assert window.workspace.session.title.toPlainText() == "econd theme"
    assert spot_of(window, SECOND) == friday(600)


def test_shift_and_delete_while_typing_deletes_no_session(window: MainWindow) -> None:
    block_of(window, SECOND).setFocus()
    window.workspace.session.title.setFocus()
    key(window, Qt.Key.Key_Delete, SHIFT)
    assert SECOND in agenda_of(window).sessions


def test_alt_arrows_in_a_text_field_still_move_the_session(window: MainWindow) -> None:
    block_of(window, SECOND).setFocus()
    window.workspace.session.code.setFocus()
    key(window, Qt.Key.Key_Down, ALT)
    assert spot_of(window, SECOND) == friday(605)


def test_enter_edits_the_title(window: MainWindow) -> None:
    block_of(window, SECOND).setFocus()
    key(window, Qt.Key.Key_Return)
    title = window.workspace.session.title
    assert title.hasFocus()
    assert title.textCursor().selectedText() == "Second theme"
    type_text(window, "Other")
    key(window, Qt.Key.Key_Return)
    assert agenda_of(window).sessions[SECOND].title == "Other"


def test_tab_walks_the_blocks_in_time_order_and_leaves_at_the_end(window: MainWindow) -> None:
    move_session(desk_of(window).document, OPENING, friday(800))
    block_of(window, FIRST).setFocus()
    walked = [chosen(window).id]
    for _ in range(2):
        key(window, Qt.Key.Key_Tab)
        walked.append(chosen(window).id)
    assert walked == [FIRST, SECOND, OPENING]
    key(window, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.workspace.session.isAncestorOf(focused)


def test_shift_and_tab_walks_backwards_and_leaves_at_the_start(window: MainWindow) -> None:
    block_of(window, FIRST).setFocus()
    key(window, Qt.Key.Key_Backtab, SHIFT)
    assert block_of(window, OPENING).hasFocus()
    key(window, Qt.Key.Key_Backtab, SHIFT)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not window.grid.canvas.isAncestorOf(focused)


def test_tab_on_the_empty_timetable_chooses_the_first_block(window: MainWindow) -> None:
    window.grid.canvas.setFocus()
    key(window, Qt.Key.Key_Tab)
    assert block_of(window, OPENING).hasFocus()


def test_ctrl_z_and_ctrl_shift_z_take_back_and_make_again(window: MainWindow) -> None:
    block_of(window, FIRST).setFocus()
    key(window, Qt.Key.Key_Down, ALT)
    key(window, Qt.Key.Key_Z, CONTROL)
    assert spot_of(window, FIRST) == thursday(660)
    key(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert spot_of(window, FIRST) == thursday(665)
    key(window, Qt.Key.Key_Z, CONTROL)
    key(window, Qt.Key.Key_Y, CONTROL)
    assert spot_of(window, FIRST) == thursday(665)


def test_keys_for_pin_duplicate_and_gap(window: MainWindow) -> None:
    block_of(window, FIRST).setFocus()
    key(window, Qt.Key.Key_G, CONTROL)
    assert spot_of(window, FIRST) == thursday(630)
    key(window, Qt.Key.Key_K, CONTROL)
    assert agenda_of(window).sessions[FIRST].pinned
    key(window, Qt.Key.Key_D, CONTROL)
    assert chosen(window).title == "First theme (copy)"


def test_a_card_of_the_list_is_chosen_by_the_keyboard_too(window: MainWindow) -> None:
    window.workspace.to_place.cards[CLOSING].setFocus()
    assert chosen(window).id == CLOSING
    assert not window.actions_by_name["take_off"].isEnabled()
    assert window.actions_by_name["move_to"].isEnabled()


def test_keys_do_nothing_harmful_without_a_chosen_session(window: MainWindow, path: Path) -> None:
    window.grid.canvas.setFocus()
    for name, modifiers in (
        (Qt.Key.Key_Delete, NONE), (Qt.Key.Key_Return, NONE), (Qt.Key.Key_Down, ALT), (Qt.Key.Key_Up, ALT | SHIFT),
        (Qt.Key.Key_M, CONTROL), (Qt.Key.Key_D, CONTROL), (Qt.Key.Key_Delete, SHIFT), (Qt.Key.Key_Z, CONTROL),
    ):  # fmt: skip
        key(window, name, modifiers)
    assert steps(path) == []
    assert Spot(FRIDAY, 600, PLENARY) == spot_of(window, SECOND)


def test_tab_goes_from_the_list_over_the_timetable_to_the_inspector_and_the_findings(window: MainWindow) -> None:
    workspace = window.workspace
    parts = [window.top_bar, workspace.to_place, workspace.people, window.grid.canvas, workspace.session,
             workspace.findings]  # fmt: skip
    block_of(window, OPENING).setFocus()
    walked = [window.grid.canvas]
    for _ in range(120):
        key(window, Qt.Key.Key_Tab)
        part = next(one for one in parts if one.isAncestorOf(QApplication.focusWidget()))
        if part is not walked[-1]:
            walked.append(part)
    start = walked.index(window.top_bar)
    assert walked[start : start + len(parts)] == parts


def test_shift_and_tab_comes_to_the_last_block(window: MainWindow) -> None:
    block_of(window, FIRST).setFocus()
    window.workspace.session.kind.setFocus()
    key(window, Qt.Key.Key_Backtab, SHIFT)
    assert block_of(window, SECOND).hasFocus()


def test_tab_walks_the_seats_from_top_to_bottom(window: MainWindow) -> None:
    block_of(window, FIRST).setFocus()
    editor = window.workspace.session.seats
    editor.lines[CHAIR_SEAT].setFocus()
    walked = []
    for _ in range(2):
        key(window, Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == [editor.lines[SPEAKER_SEAT], editor.lines[SECOND_SPEAKER_SEAT]]


def test_tab_walks_through_the_fields_of_the_opened_seat(window: MainWindow) -> None:
    block_of(window, FIRST).setFocus()
    seats = window.workspace.session.seats
    seats.open_seat(SPEAKER_SEAT)
    seats.lines[SPEAKER_SEAT].setFocus()
    stops = [*seats.editor.tab_stops(), seats.lines[SECOND_SPEAKER_SEAT]]
    for stop in stops:
        key(window, Qt.Key.Key_Tab)
        assert stop.hasFocus()
