"""People, entities, interests and seats dragged: onto a session, onto a role, onto another view, into another order."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.edits.interests import add_interest
from planner.models.kinds import InterestState, Role
from planner.ui.dragging import entity_data, interest_data, person_data, seat_data
from planner.ui.main_window import MainWindow
from planner.ui.people_list import candidates_of
from tests.meetings import (
    BETA,
    CHAIR_SEAT,
    CLOSING,
    EXAMPLIA,
    FIRST,
    SAMPLE_UNION,
    SECOND,
    SECOND_SPEAKER_SEAT,
    SPEAKER_SEAT,
    steps,
)
from tests.windows import agenda_of, block_of, chosen, desk_of, key, type_text

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
MOVE, LEFT = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton


def drop(target: QWidget, data: QMimeData, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> bool:
    """Enter, move, and drop where it is accepted, as Qt does."""
    QApplication.sendEvent(target, QDragEnterEvent(at, MOVE, data, LEFT, keys))
    moving = QDragMoveEvent(at, MOVE, data, LEFT, keys)
    QApplication.sendEvent(target, moving)
    if moving.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(at), MOVE, data, LEFT, keys))
    return moving.isAccepted()


def middle_of(window: MainWindow, session_id: int) -> QPoint:
    return block_of(window, session_id).geometry().center()


def newest_seat(window: MainWindow) -> tuple[int, Role, int | None, int | None]:
    seats = agenda_of(window).seats
    seat = seats[max(seats)]
    return seat.session_id, seat.role, seat.entity_id, seat.person_id


def test_a_person_dropped_on_a_session_speaks_there(window: MainWindow, path: Path) -> None:
    assert drop(window.grid.canvas, person_data([BETA]), middle_of(window, SECOND))
    assert newest_seat(window) == (SECOND, Role.SPEAKER, SAMPLE_UNION, BETA)
    assert steps(path) == [("Seat Ben Beta in Roundtable 2, speaker", 1)]
    assert chosen(window).id == SECOND


def test_with_shift_an_entity_moderates(window: MainWindow, path: Path) -> None:
    assert drop(window.grid.canvas, entity_data([EXAMPLIA]), middle_of(window, SECOND), SHIFT)
    assert newest_seat(window) == (SECOND, Role.MODERATOR, EXAMPLIA, None)
    assert steps(path) == [("Seat Examplia in Roundtable 2, moderator", 1)]


def test_the_tip_says_who_would_sit_where_before_the_drop(window: MainWindow) -> None:
    # The event does not keep what it carries.
    at, data = middle_of(window, SECOND), person_data([BETA])
    QApplication.sendEvent(window.grid.canvas, QDragEnterEvent(at, MOVE, data, LEFT, NONE))
    QApplication.sendEvent(window.grid.canvas, QDragMoveEvent(at, MOVE, data, LEFT, NONE))
    assert window.grid.tip.accessibleName().splitlines()[0] == "Ben Beta, speaker in Roundtable 2"


def test_nobody_is_seated_beside_all_sessions(window: MainWindow, path: Path) -> None:
    assert not drop(window.grid.canvas, person_data([BETA]), QPoint(3, 3))
    assert steps(path) == []


def test_an_interest_dropped_on_a_session_is_accepted_with_its_seat(window: MainWindow) -> None:
    wanted = add_interest(desk_of(window).document, entity_id=SAMPLE_UNION)
    assert drop(window.grid.canvas, interest_data([wanted]), middle_of(window, SECOND))
    assert newest_seat(window) == (SECOND, Role.SPEAKER, SAMPLE_UNION, None)
    assert agenda_of(window).interests[wanted].state is InterestState.ACCEPTED


def test_somebody_dropped_on_a_seat_takes_its_role(window: MainWindow) -> None:
    desk_of(window).choose(FIRST)
    QApplication.processEvents()
    seats = window.workspace.session.seats
    assert drop(seats, entity_data([SAMPLE_UNION]), seats.lines[CHAIR_SEAT].geometry().center())
    assert newest_seat(window)[:3] == (FIRST, agenda_of(window).seats[CHAIR_SEAT].role, SAMPLE_UNION)


def test_a_seat_dropped_on_another_of_its_role_takes_its_place(window: MainWindow) -> None:
    desk_of(window).choose(FIRST)
    QApplication.processEvents()
    seats = window.workspace.session.seats
    speakers = [seat.id for seat in agenda_of(window).seats_of(FIRST) if seat.role is Role.SPEAKER]
    assert speakers == [SPEAKER_SEAT, SECOND_SPEAKER_SEAT]
    assert drop(seats, seat_data(SECOND_SPEAKER_SEAT), seats.lines[SPEAKER_SEAT].geometry().center())
    speakers = [seat.id for seat in agenda_of(window).seats_of(FIRST) if seat.role is Role.SPEAKER]
    assert speakers == [SECOND_SPEAKER_SEAT, SPEAKER_SEAT]


def test_a_seat_is_not_dropped_on_another_role(window: MainWindow, path: Path) -> None:
    desk_of(window).choose(FIRST)
    QApplication.processEvents()
    seats = window.workspace.session.seats
    assert not drop(seats, seat_data(SPEAKER_SEAT), seats.lines[CHAIR_SEAT].geometry().center())
    assert steps(path) == []


def test_somebody_found_by_typing_is_seated_with_enter(window: MainWindow) -> None:
    desk_of(window).choose(SECOND)
    people = window.workspace.people
    people.field.setFocus()
    type_text(window, "beta")
    assert [one.name for one in people.model.shown] == ["Ben Beta"]
    people.view.setCurrentIndex(people.model.index(0))
    people.view.setFocus()
    key(window, Qt.Key.Key_Return)
    assert newest_seat(window) == (SECOND, Role.SPEAKER, SAMPLE_UNION, BETA)


def test_without_a_chosen_session_enter_says_what_to_do(window: MainWindow, path: Path) -> None:
    window.workspace.people.seat_requested.emit(candidates_of(agenda_of(window))[0], False)
    assert window.message.text == "Choose a session on the timetable first, then press Enter on a name."
    assert steps(path) == []


def test_somebody_held_over_a_view_button_opens_that_view(window: MainWindow) -> None:
    window.show_view("people")
    switch = window.top_bar.switch
    button, data = switch.buttons["timetable"], person_data([BETA])
    QApplication.sendEvent(button, QDragEnterEvent(QPoint(4, 4), MOVE, data, LEFT, NONE))
    assert switch._rest.isActive()
    switch._rest.timeout.emit()
    assert window.views.shown == "timetable"


def test_a_message_moves_nothing(window: MainWindow) -> None:
    before = window.grid.mapTo(window, QPoint(0, 0)), window.grid.size()
    window.message.tell("Something was refused.")
    QApplication.processEvents()
    assert (window.grid.mapTo(window, QPoint(0, 0)), window.grid.size()) == before


def test_a_message_goes_when_something_succeeds(window: MainWindow) -> None:
    window.message.tell("Something was refused.")
    desk_of(window).change_session(CLOSING, {"title": "The end"})
    assert window.message.text == ""
