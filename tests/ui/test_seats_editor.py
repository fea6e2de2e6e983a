"""The moderator and speakers of the chosen session, edited in place."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from planner.edits.seats import add_seat, remove_seat
from planner.making import create_from_template
from planner.models.kinds import Role, SeatState
from planner.models.records import Seat
from planner.ui.main_window import MainWindow
from planner.ui.seat_line import local_clock
from planner.ui.seats_editor import SeatsEditor
from tests.meetings import (
    ALPHA,
    BETA,
    CHAIR_SEAT,
    EXAMPLIA,
    FIRST,
    OPEN_SEAT,
    SECOND,
    SECOND_SPEAKER_SEAT,
    SPEAKER_SEAT,
    alter,
    steps,
)
from tests.windows import CONTROL, agenda_of, block_of, click, desk_of, key, texts_shown, type_text

# The list of known names drops down while typing; the offscreen platform has a word on every such window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def seats(window: MainWindow) -> SeatsEditor:
    """The seats of Roundtable 1: a chair and two speakers."""
    click(block_of(window, FIRST))
    return window.workspace.session.seats


def button(parent: SeatsEditor, text: str) -> QPushButton:
    return next(one for one in parent.findChildren(QPushButton) if one.text() == text)


def seat_in_file(window: MainWindow, seat_id: int) -> Seat:
    return agenda_of(window).seats[seat_id]


def test_there_is_a_line_for_each_seat_in_the_order_of_papers(seats: SeatsEditor) -> None:
    lines = sorted(seats.lines.values(), key=lambda line: line.y())
    assert [line.seat_id for line in lines] == [CHAIR_SEAT, SPEAKER_SEAT, SECOND_SPEAKER_SEAT]
    assert [line.accessibleName() for line in lines] == [
        "Chair: Ann Alpha, proposed, 5 minutes",
        "Speaker: Examplia, proposed, 5 minutes",
        "Speaker: Ben Beta, proposed, 5 minutes",
    ]


def test_a_session_without_seats_says_so(window: MainWindow, seats: SeatsEditor) -> None:
    for seat_id in list(seats.lines):
        remove_seat(desk_of(window).document, seat_id)
    assert seats.lines == {}
    assert "Nobody yet." in texts_shown(seats)


def test_a_click_opens_the_fields_and_another_closes_them(seats: SeatsEditor) -> None:
    click(seats.lines[SECOND_SPEAKER_SEAT])
    editor = seats.editor
    assert editor.isVisible()
    assert (editor.role.currentText(), editor.entity.currentText(), editor.person.currentText()) == (
        "Speaker", "Sample Union", "Ben Beta",
    )  # fmt: skip
    assert (editor.minutes.value(), editor.state.currentText()) == (5, "proposed")
    click(seats.lines[SECOND_SPEAKER_SEAT])
    assert not editor.isVisible()


def test_the_fields_stand_below_the_opened_line(window: MainWindow, seats: SeatsEditor) -> None:
    seats.open_seat(SPEAKER_SEAT)
    seats.layout().activate()
    assert seats.lines[SPEAKER_SEAT].y() < seats.editor.y() < seats.lines[SECOND_SPEAKER_SEAT].y()


def test_a_typed_entity_of_that_name_takes_the_seat(window: MainWindow, seats: SeatsEditor, path: Path) -> None:
    seats.open_seat(SECOND_SPEAKER_SEAT)
    seats.editor.entity.line.selectAll()
    type_text(window, "examplia")
    key(window, Qt.Key.Key_Return)
    seat = seat_in_file(window, SECOND_SPEAKER_SEAT)
    assert (seat.entity_id, seat.person_id) == (EXAMPLIA, None)
    assert len(steps(path)) == 1


def test_a_new_entity_is_made(window: MainWindow, seats: SeatsEditor, path: Path) -> None:
    seats.open_seat(SPEAKER_SEAT)
    seats.editor.entity.line.selectAll()
    type_text(window, "Newland")
    key(window, Qt.Key.Key_Return)
    agenda = agenda_of(window)
    assert agenda.entities[agenda.seats[SPEAKER_SEAT].entity_id or 0].name == "Newland"
    assert steps(path) == [("Seat Newland in Roundtable 1", 1)]
    assert seats.lines[SPEAKER_SEAT].accessibleName() == "Speaker: Newland, proposed, 5 minutes"


def test_a_typed_person_takes_the_seat_and_an_emptied_name_leaves_it_to_be_named(
    window: MainWindow, seats: SeatsEditor, path: Path
) -> None:
    seats.open_seat(SPEAKER_SEAT)
    seats.editor.person.setFocus()
    type_text(window, "Ann Alpha")
    key(window, Qt.Key.Key_Return)
    assert seat_in_file(window, SPEAKER_SEAT).person_id == ALPHA
    seats.editor.person.line.selectAll()
    key(window, Qt.Key.Key_Delete)
    key(window, Qt.Key.Key_Return)
    assert seat_in_file(window, SPEAKER_SEAT).person_id is None
    assert [name for name, _state in steps(path)] == ["Seat Ann Alpha in Roundtable 1", "Empty a seat in Roundtable 1"]


def test_a_new_person_belongs_to_the_entity_of_the_seat(window: MainWindow, seats: SeatsEditor) -> None:
    seats.open_seat(SPEAKER_SEAT)
    seats.editor.person.setFocus()
    type_text(window, "Cleo van Gamma")
    key(window, Qt.Key.Key_Return)
    agenda = agenda_of(window)
    person = agenda.people[agenda.seats[SPEAKER_SEAT].person_id or 0]
    assert (person.given_name, person.family_name, person.entity_id) == ("Cleo", "van Gamma", EXAMPLIA)


def test_role_state_and_minutes_are_one_step_each(window: MainWindow, seats: SeatsEditor, path: Path) -> None:
    seats.open_seat(SECOND_SPEAKER_SEAT)
    editor = seats.editor
    for field, value in ((editor.role, Role.PANELLIST), (editor.state, SeatState.CONFIRMED)):
        field.setCurrentIndex(field.findData(value))
        field.activated.emit(field.currentIndex())
    editor.minutes.setFocus()
    key(window, Qt.Key.Key_A, CONTROL)
    type_text(window, "8")
    key(window, Qt.Key.Key_Return)
    seat = seat_in_file(window, SECOND_SPEAKER_SEAT)
    assert (seat.role, seat.state, seat.minutes) == (Role.PANELLIST, SeatState.CONFIRMED, 8)
    assert steps(path) == [("Change the seat of Ben Beta in Roundtable 1", 1)] * 3


def test_undo_shows_the_seat_as_it_was(window: MainWindow, seats: SeatsEditor) -> None:
    seats.open_seat(SECOND_SPEAKER_SEAT)
    seats.editor.state.setCurrentIndex(4)
    seats.editor.state.activated.emit(4)
    assert seats.lines[SECOND_SPEAKER_SEAT].accessibleName() == "Speaker: Ben Beta, withdrawn, 5 minutes"
    window.actions_by_name["undo"].trigger()
    assert seats.lines[SECOND_SPEAKER_SEAT].accessibleName() == "Speaker: Ben Beta, proposed, 5 minutes"
    assert seats.editor.state.currentText() == "proposed"


def test_up_and_down_change_the_order_among_the_seats_of_a_role(window: MainWindow, seats: SeatsEditor) -> None:
    seats.open_seat(SECOND_SPEAKER_SEAT)
    button(seats, "Up").click()
    assert [seat.id for seat in agenda_of(window).seats_of(FIRST)] == [CHAIR_SEAT, SECOND_SPEAKER_SEAT, SPEAKER_SEAT]
    seats.layout().activate()
    assert seats.lines[SECOND_SPEAKER_SEAT].y() < seats.lines[SPEAKER_SEAT].y()
    button(seats, "Down").click()
    assert [seat.id for seat in agenda_of(window).seats_of(FIRST)] == [CHAIR_SEAT, SPEAKER_SEAT, SECOND_SPEAKER_SEAT]


def test_a_removed_seat_is_gone_and_its_fields_close(window: MainWindow, seats: SeatsEditor) -> None:
    seats.open_seat(SPEAKER_SEAT)
    button(seats, "Remove").click()
    assert set(seats.lines) == {CHAIR_SEAT, SECOND_SPEAKER_SEAT}
    assert not seats.editor.isVisible()
    window.actions_by_name["undo"].trigger()
    assert set(seats.lines) == {CHAIR_SEAT, SPEAKER_SEAT, SECOND_SPEAKER_SEAT}


def test_a_new_seat_is_a_speaker_where_somebody_leads_and_opens_its_fields(
    window: MainWindow, seats: SeatsEditor
) -> None:
    button(seats, "+ Seat").click()
    made = max(seats.lines)
    assert seat_in_file(window, made).role is Role.SPEAKER
    assert seats.editor.isVisible()
    assert seats.editor.entity.hasFocus()


def test_the_first_new_seat_of_a_roundtable_without_moderator_is_the_moderator(
    window: MainWindow, seats: SeatsEditor
) -> None:
    click(block_of(window, SECOND))
    remove_seat(desk_of(window).document, OPEN_SEAT)
    button(seats, "+ Seat").click()
    assert seat_in_file(window, max(seats.lines)).role is Role.MODERATOR


def test_another_session_shows_its_own_seats_with_the_fields_closed(window: MainWindow, seats: SeatsEditor) -> None:
    seats.open_seat(SPEAKER_SEAT)
    click(block_of(window, SECOND))
    assert set(seats.lines) == {OPEN_SEAT}
    assert not seats.editor.isVisible()


def test_a_name_typed_and_not_yet_committed_goes_to_the_seat_it_was_typed_for(
    window: MainWindow, seats: SeatsEditor, path: Path
) -> None:
    seats.open_seat(SPEAKER_SEAT)
    seats.editor.person.setFocus()
    type_text(window, "Ann Alpha")
    desk_of(window).choose(SECOND)
    agenda = agenda_of(window)
    assert (agenda.seats[SPEAKER_SEAT].person_id, agenda.seats[OPEN_SEAT].person_id) == (ALPHA, None)
    assert steps(path) == [("Seat Ann Alpha in Roundtable 1", 1)]
    assert set(seats.lines) == {OPEN_SEAT}


def test_a_seat_that_came_from_elsewhere_is_shown_at_once(window: MainWindow, seats: SeatsEditor) -> None:
    made = add_seat(desk_of(window).document, FIRST, Role.RAPPORTEUR, person_id=BETA)
    assert seats.lines[made].accessibleName() == "Rapporteur: Ben Beta, proposed, 5 minutes"


def test_the_local_clock_of_the_holder_marks_an_uncomfortable_hour(window: MainWindow) -> None:
    desk = desk_of(window)
    path = desk.document.path
    window.close_document()
    alter(path, f"UPDATE entities SET zone = 'America/Toronto' WHERE id = {EXAMPLIA}",
          f"UPDATE people SET zone = 'Asia/Bishkek' WHERE id = {BETA}")  # fmt: skip
    assert window.open_path(path)
    agenda = desk_of(window).agenda
    assert local_clock(agenda, agenda.seats[SPEAKER_SEAT], 660) == ("05:00 ▲", True)
    assert local_clock(agenda, agenda.seats[SECOND_SPEAKER_SEAT], 660) == ("16:00", False)
    assert local_clock(agenda, agenda.seats[OPEN_SEAT], 600) == ("", False)


def test_the_sample_shows_every_seat_of_every_session(empty_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "sample.agenda"
    create_from_template(path, "regional-review", sample=True)
    assert empty_window.open_path(path)
    agenda = desk_of(empty_window).agenda
    for session in agenda.sessions.values():
        desk_of(empty_window).choose(session.id)
        lines = empty_window.workspace.session.seats.lines
        assert set(lines) == {seat.id for seat in agenda.seats_of(session.id)}
