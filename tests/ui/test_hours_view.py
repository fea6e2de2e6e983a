"""The Hours view: rows, headers, pointing with mouse and keys, seats that ask for their session, empty states."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from planner.models.agenda import Agenda
from planner.ui.hours_view import HoursView
from planner.ui.main_window import MainWindow
from planner.ui.theme import DARK, LIGHT
from tests.building import FRIDAY, make_agenda, person, roundtable, seat
from tests.meetings import FIRST
from tests.windows import desk_of, start_application

NAME, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
CONTROL = Qt.KeyboardModifier.ControlModifier
HINT = "Point at an hour, or use the arrow keys, to read both times."


def meeting(*, start: int = 600) -> Agenda:
    """Ann in Toronto with two seats, Ben in Lisbon with none, Cem with a seat and no zone."""
    return make_agenda(
        sessions=[roundtable(1, start, 60), roundtable(2, 840, 60, day=FRIDAY)],
        people=[
            replace(person(1, "Ann"), zone="America/Toronto"),
            replace(person(2, "Ben"), zone="Europe/Lisbon"),
            person(3, "Cem"),
        ],
        seats=[seat(1, 1, person=1), seat(2, 2, person=1), seat(3, 1, person=3)],
    )


@pytest.fixture
def view(qtbot: QtBot) -> HoursView:
    start_application()
    made = HoursView(LIGHT)
    qtbot.addWidget(made)
    made.show_agenda(meeting())
    made.resize(1100, 560)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def point(view: HoursView, row: int, day: int, minute: int) -> QPoint:
    """Where a moment is drawn, in the lane of the seats."""
    box = view.table.visualRect(view.model.index(row, day))
    hours = view.model.picture.days[day] if view.model.picture else None
    assert hours is not None
    x = box.left() + (minute + 2 - hours.first_minute) * (box.width() - 12) // (hours.last_minute - hours.first_minute)
    return QPoint(x, box.bottom() - 10)


def rows(view: HoursView) -> list[str]:
    return [view.model.headerData(row, DOWN) for row in range(view.model.rowCount())]


def press(view: HoursView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.table, key)


def test_rows_are_people_and_columns_are_days_with_hardship_at_the_right(view: HoursView) -> None:
    assert rows(view) == ["Ann Example", "Ben Example", "No time zone yet", "Cem Example"]
    assert [view.model.headerData(column, ACROSS) for column in range(view.model.columnCount())] == [
        "Thursday 12 November · CET (UTC+1)",
        "Friday 13 November · CET (UTC+1)",
        "Hardship",
    ]
    assert [view.model.index(row, 2).data() for row in (0, 1, 3)] == ["7", "–", "?"]
    assert view.total.text() == "Hardship of this plan: 7 points; hardest: Ann Example 7"


def test_those_without_a_zone_stand_under_a_heading_that_says_what_to_do(view: HoursView) -> None:
    assert view.model.index(2, 0).data() == (
        "1 row without local hours. Give the zone under People or Entities: a city is enough."
    )
    assert view.table.columnSpan(2, 0) == 3


def test_each_cell_says_in_words_what_it_shows(view: HoursView) -> None:
    assert view.model.index(1, 0).data(SPOKEN) == (
        "Ben Example, Thursday, 12 November 2020: working hours from 09:00. no seat"
    )
    assert view.model.index(0, 2).data(SPOKEN) == "Ann Example: hardship 7 points"
    assert view.model.index(3, 2).data(SPOKEN) == "Cem Example: hardship unknown without a time zone"
    assert view.model.headerData(1, DOWN, SPOKEN) == "Ben Example. Lisbon, UTC+0. No seat. Hardship: 0 points."


def test_a_screen_reader_finds_a_table(view: HoursView) -> None:
    found = QAccessible.queryAccessibleInterface(view.table)
    assert found.role() is QAccessible.Role.Table
    assert found.text(QAccessible.Text.Name) == "Local hours of everybody on the meeting's days"


def test_pointing_tells_both_times_and_leaving_does_not(view: HoursView) -> None:
    viewport = view.table.viewport()
    QTest.mouseMove(viewport, point(view, 0, 0, 630))
    assert view.moment.accessibleName() == (
        "Ann Example: Thu 12 Nov 10:30 CET is Thu 12 Nov 04:30 in Toronto (UTC−5), asleep · "
        "Roundtable 1, speaker: Thu 12 Nov 10:00–11:00 CET, Thu 12 Nov 04:00–05:00 in Toronto, 6 points"
    )
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert view.moment.accessibleName() == HINT


def test_a_tip_tells_both_times(view: HoursView) -> None:
    at = point(view, 1, 1, 700)
    viewport = view.table.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    assert QToolTip.text() == "Ben Example: Fri 13 Nov 11:40 CET is Fri 13 Nov 10:40 in Lisbon (UTC+0), working hours"
    QToolTip.hideText()


def test_arrows_walk_by_half_an_hour_from_one_day_to_the_next_and_to_the_hardship(view: HoursView) -> None:
    view.table.go_to_rows()
    assert view.table.moment == (0, 0, 600)
    press(view, Qt.Key.Key_Right)
    assert view.table.moment == (0, 0, 630)
    press(view, *[Qt.Key.Key_Right] * 13)
    assert view.table.moment == (0, 1, 540)
    press(view, Qt.Key.Key_Left)
    assert view.table.moment == (0, 0, 970)
    press(view, *[Qt.Key.Key_Right] * 20)
    assert view.table.currentIndex().column() == 2
    assert view.moment.text() == HINT
    press(view, Qt.Key.Key_Left)
    assert view.table.currentIndex().column() == 1


def test_down_keeps_the_hour_and_reads_that_of_the_next_person(view: HoursView) -> None:
    view.table.go_to_rows()
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert view.table.moment == (1, 0, 630)
    assert view.moment.text() == (
        "Ben Example: Thu 12 Nov 10:30 CET is Thu 12 Nov 09:30 in Lisbon (UTC+0), working hours"
    )


def test_with_control_arrows_go_from_seat_to_seat(view: HoursView) -> None:
    view.table.go_to_rows()
    QTest.keyClick(view.table, Qt.Key.Key_Right, CONTROL)
    assert view.table.moment == (0, 1, 840)
    QTest.keyClick(view.table, Qt.Key.Key_Left, CONTROL)
    assert view.table.moment == (0, 0, 600)


def test_tab_leaves_the_table(view: HoursView) -> None:
    view.table.go_to_rows()
    press(view, Qt.Key.Key_Tab)
    assert view.table.moment == (0, 0, 600)
    assert not view.table.hasFocus()


def test_a_click_on_a_seat_chooses_its_session_and_elsewhere_does_not(qtbot: QtBot, view: HoursView) -> None:
    viewport, left = view.table.viewport(), Qt.MouseButton.LeftButton
    with qtbot.waitSignal(view.session_requested) as wish:
        QTest.mouseClick(viewport, left, pos=point(view, 0, 1, 860))
    assert wish.args == [2]
    with qtbot.assertNotEmitted(view.session_requested):
        QTest.mouseClick(viewport, left, pos=point(view, 0, 0, 700))
    assert view.table.moment == (0, 0, 700)


def test_a_double_click_or_enter_opens_and_space_chooses(qtbot: QtBot, view: HoursView) -> None:
    with qtbot.waitSignal(view.session_open_requested) as wish:
        QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=point(view, 3, 0, 620))
    assert wish.args == [1]
    view.table.go_to_rows()
    with qtbot.waitSignal(view.session_open_requested) as wish:
        press(view, Qt.Key.Key_Return)
    assert wish.args == [1]
    with qtbot.waitSignal(view.session_requested) as wish:
        press(view, Qt.Key.Key_Space)
    assert wish.args == [1]


def test_one_session_leaves_its_people_and_their_hardship_in_it(view: HoursView) -> None:
    view.choose_session(2)
    assert rows(view) == ["Ann Example"]
    assert view.model.index(0, 2).data() == "1"
    assert view.total.text() == "Hardship of Roundtable 2: 1 point; hardest: Ann Example 1"


def test_the_search_finds_names_and_cities_and_says_when_there_is_nobody(view: HoursView) -> None:
    view.search.setText("lisb")
    assert rows(view) == ["Ben Example"]
    view.search.setText("Zoe")
    assert view.empty.text() == "Nobody here is called “Zoe”. Empty the search to see everybody."
    assert (view.empty.isVisible(), view.table.isVisible()) == (True, False)


def test_down_in_the_search_goes_to_the_rows(view: HoursView) -> None:
    view.search.setFocus()
    QTest.keyClick(view.search, Qt.Key.Key_Down)
    assert view.table.hasFocus()
    assert view.table.moment == (0, 0, 600)


def test_the_row_and_the_moment_stay_when_the_meeting_changes(qtbot: QtBot, view: HoursView) -> None:
    view.table.go_to_rows()
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(view.model.modelReset):
        view.show_agenda(meeting(start=700))
    assert view.table.moment == (0, 0, 660)
    view.order.setCurrentIndex(view.order.findData("zone"))
    further = [*meeting().people.values(), replace(person(4, "Dan"), zone="Pacific/Honolulu")]
    view.show_agenda(make_agenda(people=further))
    assert rows(view) == ["Dan Example", "Ann Example", "Ben Example", "No time zone yet", "Cem Example"]
    assert view.table.moment == (1, 0, 660)


def test_the_legend_says_the_bounds_of_the_meeting(view: HoursView) -> None:
    assert view.legend.words() == [
        "working hours 09:00–18:00",
        "stretch 08:00–20:00",
        "early or late 06:00–23:00",
        "asleep 23:00–06:00",
        "confirmed seat",
        "seat not confirmed",
        "date changes",
        "paler: the meeting is closed",
    ]
    bounds = replace(meeting().meeting, awake_start_minute=330, awake_end_minute=1320)
    view.show_agenda(make_agenda(meeting=[bounds], people=meeting().people.values()))
    assert view.legend.words()[2:4] == ["early or late 05:30–22:00", "asleep 22:00–05:30"]


def test_an_empty_meeting_says_what_to_do(view: HoursView) -> None:
    view.show_agenda(make_agenda())
    assert view.empty.text() == "There is nobody yet. Add people under People, or seat entities in sessions."
    view.show_agenda(make_agenda(people=[person(1, "Ann")]))
    view.who.setCurrentIndex(1)
    view.who.committed.emit(view.who.currentData())
    assert (
        view.empty.text() == "Nobody has a seat yet. Choose Everybody to see all people, or seat some on the timetable."
    )
    view.show_agenda(make_agenda(days=[], windows=[], people=[person(1, "Ann")]))
    assert view.empty.text() == "This meeting has no days yet. Add one under Meeting, days and rooms (Ctrl+I)."
    assert (view.empty.isVisible(), view.legend.isVisible()) == (True, False)


def test_days_fill_the_width_and_scroll_when_there_are_many(view: HoursView) -> None:
    assert view.table.horizontalScrollBar().maximum() == 0
    days = [replace(meeting().days[1], id=number, date=f"2020-11-{number + 10}") for number in range(1, 15)]
    windows = [replace(meeting().windows[1], id=number, day_id=number, end_minute=1200) for number in range(1, 15)]
    view.show_agenda(make_agenda(days=days, windows=windows, people=meeting().people.values()))
    QApplication.processEvents()
    assert view.table.horizontalScrollBar().maximum() > 0


def test_the_view_takes_the_dark_theme(view: HoursView) -> None:
    light = view.grab().toImage()
    view.set_theme(DARK)
    assert view.grab().toImage() != light


def test_a_seat_opens_its_session_on_the_timetable(window: MainWindow) -> None:
    window.show_view("hours")
    hours = window.views.view("hours")
    hours.session_requested.emit(FIRST)
    assert (desk_of(window).chosen_id, window.views.shown) == (FIRST, "hours")
    desk_of(window).choose(None)
    hours.session_open_requested.emit(FIRST)
    assert (desk_of(window).chosen_id, window.views.shown) == (FIRST, "timetable")
