"""The inspector in the window: each field makes exactly one named step, and shows what the file then holds."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.edits.meeting import add_room
from planner.edits.sessions import change_session
from planner.models.kinds import SessionKind
from planner.models.records import Spot
from planner.ui.fields import ChoiceField
from planner.ui.main_window import MainWindow
from planner.ui.session_inspector import SessionInspector
from tests.meetings import CLOSING, FIRST, FRIDAY, PLENARY, SECOND, THURSDAY, friday, steps
from tests.windows import CONTROL, agenda_of, block_of, click, desk_of, key, spot_of, type_text, undo_name


@pytest.fixture
def inspector(window: MainWindow) -> SessionInspector:
    """The inspector showing Roundtable 2, Friday 10:00, 75 minutes."""
    click(block_of(window, SECOND))
    return window.workspace.session


def type_into(window: MainWindow, field: QWidget, text: str) -> None:
    """Replace what a field says and press Enter."""
    field.setFocus()
    key(window, Qt.Key.Key_A, CONTROL)
    type_text(window, text)
    key(window, Qt.Key.Key_Return)


def choose(field: ChoiceField, value: object) -> None:
    """Choose as a click in the open list does."""
    index = next(index for index in range(field.count()) if field.itemData(index) == value)
    field.setCurrentIndex(index)
    field.activated.emit(index)


def test_every_field_shows_the_session(window: MainWindow, inspector: SessionInspector) -> None:
    change_session(
        desk_of(window).document, SECOND, summary="In short", guiding_questions="1. Why?", internal_notes="Mind the gap"
    )
    shown = (
        inspector.kind.currentText(), inspector.code.text(), inspector.title.toPlainText(),
        inspector.day.currentText(), inspector.start.text(), inspector.length.text(),
        inspector.wrap_up.text(), inspector.pinned.isChecked(), inspector.summary.toPlainText(),
        inspector.questions.toPlainText(), inspector.notes.toPlainText(),
    )  # fmt: skip
    assert shown == (
        "Roundtable", "RT2", "Second theme", "Fri 13 Nov", "10:00", "1 h 15 min", "0 min", False,
        "In short", "1. Why?", "Mind the gap",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "field", "value", "step"),
    [
        (lambda w, i: type_into(w, i.code, "RT3"), "code", "RT3", "Change the code of Roundtable 2"),
        (lambda w, i: type_into(w, i.title, "New theme"), "title", "New theme", "Change the title of Roundtable 2"),
        (lambda w, i: type_into(w, i.length, "1 h 30"), "minutes", 90, "Make Roundtable 2 1 h 30 min long"),
        (lambda w, i: type_into(w, i.wrap_up, "10"), "wrap_up_minutes", 10,
         "Change the wrap-up time of Roundtable 2"),
        (lambda w, i: type_into(w, i.start, "11:40"), "start_minute", 700, "Move Roundtable 2 to Fri 11:40"),
        (lambda _, i: choose(i.day, THURSDAY), "day_id", THURSDAY, "Move Roundtable 2 to Thu 10:00"),
        (lambda _, i: choose(i.day, 0), "day_id", None, "Take Roundtable 2 off the timetable"),
        (lambda _, i: choose(i.kind, SessionKind.SIDE_EVENT), "kind", SessionKind.SIDE_EVENT,
         "Change the kind of Roundtable 2"),
        (lambda _, i: i.pinned.click(), "pinned", True, "Pin Roundtable 2"),
    ],
)  # fmt: skip
def test_a_field_commits_exactly_one_named_step(
    window: MainWindow, inspector: SessionInspector, path: Path,
    edit: Callable[[MainWindow, SessionInspector], None], field: str, value: Any, step: str,
) -> None:  # fmt: skip
    edit(window, inspector)
    window.grid.canvas.setFocus()
    assert getattr(agenda_of(window).sessions[SECOND], field) == value
    assert steps(path) == [(step, 1)]


@pytest.mark.parametrize(
    ("name", "field", "step"),
    [
        ("summary", "summary", "Change the summary of Roundtable 2"),
        ("questions", "guiding_questions", "Change the guiding questions of Roundtable 2"),
        ("documents", "documents", "Change the documents of Roundtable 2"),
        ("notes", "internal_notes", "Change the internal notes of Roundtable 2"),
    ],
)
def test_a_text_commits_one_named_step_when_it_is_left(
    window: MainWindow, inspector: SessionInspector, path: Path, name: str, field: str, step: str
) -> None:
    getattr(inspector, name).setFocus()
    type_text(window, "Some words")
    window.grid.canvas.setFocus()
    assert getattr(agenda_of(window).sessions[SECOND], field) == "Some words"
    assert steps(path) == [(step, 1)]


def test_undo_of_a_field_shows_the_old_value_again(window: MainWindow, inspector: SessionInspector) -> None:
    type_into(window, inspector.code, "RT3")
    window.actions_by_name["undo"].trigger()
    assert inspector.code.text() == "RT2"
    window.actions_by_name["redo"].trigger()
    assert inspector.code.text() == "RT3"


def test_a_length_that_leaves_the_day_goes_back_and_a_message_says_why(
    window: MainWindow, inspector: SessionInspector, path: Path
) -> None:
    type_into(window, inspector.length, "8 h")
    assert window.message.text == "Fri 13 Nov is open 10:00–15:40 CET; this would end at 18:00."
    assert inspector.length.text() == "1 h 15 min"
    assert steps(path) == []


def test_a_start_outside_the_window_goes_back_and_a_message_says_why(
    window: MainWindow, inspector: SessionInspector, path: Path
) -> None:
    type_into(window, inspector.start, "9:00")
    assert window.message.text == "Fri 13 Nov is open 10:00–15:40 CET; this would start at 09:00."
    assert inspector.start.text() == "10:00"
    assert steps(path) == []


def test_a_day_on_which_it_does_not_fit_goes_back(window: MainWindow, inspector: SessionInspector) -> None:
    window_id = next(key for key, row in agenda_of(window).windows.items() if row.day_id == THURSDAY)
    window.workspace.meeting.window_change_requested.emit(window_id, 620, 940)
    choose(inspector.day, THURSDAY)
    assert window.message.text == "Thu 12 Nov is open 10:20–15:40 CET; this would start at 10:00."
    assert inspector.day.currentData() == FRIDAY


def test_an_hour_that_cannot_be_read_is_marked_and_changes_nothing(
    window: MainWindow, inspector: SessionInspector, path: Path
) -> None:
    type_into(window, inspector.start, "noon")
    assert inspector.start.toolTip() == "This is no hour of the day. Type it like 10:30."
    assert steps(path) == []


def test_a_marked_value_is_not_carried_to_the_next_session(window: MainWindow, inspector: SessionInspector) -> None:
    type_into(window, inspector.start, "noon")
    click(block_of(window, FIRST))
    assert (inspector.start.text(), inspector.start.toolTip()) == ("11:00", "")


def test_choosing_a_day_places_a_waiting_session_where_it_is_free(window: MainWindow) -> None:
    click(window.workspace.to_place.cards[CLOSING])
    inspector = window.workspace.session
    assert (inspector.day.currentText(), inspector.start.text()) == ("To be placed", "")
    assert not inspector.start.isEnabled()
    choose(inspector.day, FRIDAY)
    assert spot_of(window, CLOSING) == friday(675)
    assert (inspector.start.text(), inspector.start.isEnabled()) == ("11:15", True)


def test_the_room_is_asked_only_when_there_are_several(window: MainWindow, inspector: SessionInspector) -> None:
    assert not inspector.room.isVisible()
    room_id = add_room(desk_of(window).document, "Room of examples")
    assert inspector.room.isVisible()
    choose(inspector.room, room_id)
    assert spot_of(window, SECOND) == Spot(FRIDAY, 600, room_id)
    assert undo_name(window) == "Move Roundtable 2 to Fri 10:00, Room of examples"


def test_text_typed_and_not_yet_committed_is_kept_when_another_session_is_chosen(
    window: MainWindow, inspector: SessionInspector, path: Path
) -> None:
    inspector.notes.setFocus()
    type_text(window, "Ask the host")
    desk_of(window).choose(FIRST)
    assert agenda_of(window).sessions[SECOND].internal_notes == "Ask the host"
    assert agenda_of(window).sessions[FIRST].internal_notes == ""
    assert steps(path) == [("Change the internal notes of Roundtable 2", 1)]


@pytest.mark.parametrize("name", ["code", "length"])
def test_a_line_typed_and_not_yet_committed_is_kept_when_another_session_is_chosen(
    window: MainWindow, inspector: SessionInspector, path: Path, name: str
) -> None:
    getattr(inspector, name).setFocus()
    key(window, Qt.Key.Key_A, CONTROL)
    type_text(window, "77")
    desk_of(window).choose(FIRST)
    session = agenda_of(window).sessions[SECOND]
    assert (session.code, session.minutes) == (("77", 75) if name == "code" else ("RT2", 77))
    assert len(steps(path)) == 1


def test_ctrl_z_while_typing_goes_to_the_text_and_afterwards_to_the_meeting(
    window: MainWindow, inspector: SessionInspector
) -> None:
    desk_of(window).place(SECOND, friday(700))
    inspector.title.setFocus()
    key(window, Qt.Key.Key_End, CONTROL)
    type_text(window, "x")
    key(window, Qt.Key.Key_Z, CONTROL)
    assert inspector.title.toPlainText() == "Second theme"
    assert spot_of(window, SECOND) == friday(700)
    key(window, Qt.Key.Key_Z, CONTROL)
    assert spot_of(window, SECOND) == friday(600)


def test_ctrl_z_after_the_commit_takes_the_whole_text_back(window: MainWindow, inspector: SessionInspector) -> None:
    type_into(window, inspector.title, "Quite another title")
    assert inspector.title.hasFocus()
    key(window, Qt.Key.Key_Z, CONTROL)
    assert agenda_of(window).sessions[SECOND].title == "Second theme"
    assert inspector.title.toPlainText() == "Second theme"


def test_ctrl_z_in_a_line_goes_to_the_line_and_after_the_commit_to_the_meeting(
    window: MainWindow, inspector: SessionInspector
) -> None:
    inspector.code.setFocus()
    key(window, Qt.Key.Key_End)
    type_text(window, "9")
    key(window, Qt.Key.Key_Z, CONTROL)
    assert inspector.code.text() == "RT2"
    type_into(window, inspector.code, "RT8")
    key(window, Qt.Key.Key_Z, CONTROL)
    assert agenda_of(window).sessions[SECOND].code == "RT2"


def test_a_move_by_the_mouse_is_shown_in_the_inspector(window: MainWindow, inspector: SessionInspector) -> None:
    desk_of(window).place(SECOND, Spot(THURSDAY, 800, PLENARY))
    assert (inspector.day.currentText(), inspector.start.text()) == ("Thu 12 Nov", "13:20")


def test_without_a_chosen_session_the_meeting_is_shown(window: MainWindow, inspector: SessionInspector) -> None:
    key(window, Qt.Key.Key_I, CONTROL)
    assert not inspector.isVisible()
    assert window.workspace.meeting.isVisible()
