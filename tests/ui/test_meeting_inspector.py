"""The panel of the meeting itself, on real files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.edits.meeting import (
    add_day,
    add_room,
    add_window,
    change_meeting,
    change_room,
    change_window,
    remove_day,
    remove_room,
    remove_window,
)
from planner.making import create_from_template
from planner.models.records import Window
from planner.ui.meeting_days import further_hours
from planner.ui.meeting_inspector import MeetingInspector
from planner.ui.theme import FAMILY, LIGHT, load_fonts, style_sheet


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    path = tmp_path / "review.agenda"
    create_from_template(path, "regional-review", sample=True)
    opened = Document.open(path)
    yield opened
    opened.close()


@pytest.fixture
def inspector(qtbot: QtBot, document: Document) -> MeetingInspector:
    widget = MeetingInspector()
    qtbot.addWidget(widget)
    widget.show_agenda(document.agenda)
    widget.resize(300, 1100)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def test_every_field_of_the_meeting_is_shown(inspector: MeetingInspector, document: Document) -> None:
    fields, meeting = inspector.fields, document.agenda.meeting
    assert fields.title.toPlainText() == meeting.title
    assert fields.subtitle.toPlainText() == meeting.subtitle
    assert fields.paper_note.toPlainText() == meeting.paper_note
    assert fields.draft_number.value() == meeting.draft_number
    assert fields.zone.text() == meeting.zone
    assert fields.zone_label.text() == meeting.zone_label
    assert fields.grid_step.currentData() == meeting.grid_minutes
    assert (fields.comfortable_start.text(), fields.comfortable_end.text()) == ("08:00", "20:00")
    assert fields.state_limit.text() == "3 min"
    assert fields.handover.text() == "30 s"


def test_grid_step_offers_the_usual_steps(inspector: MeetingInspector) -> None:
    steps = inspector.fields.grid_step
    assert [steps.itemData(index) for index in range(steps.count())] == [1, 5, 10, 15, 30]


def test_an_unusual_grid_step_of_a_file_is_offered_too(inspector: MeetingInspector, document: Document) -> None:
    change_meeting(document, grid_minutes=20)
    inspector.show_agenda(document.agenda)
    assert inspector.fields.grid_step.currentData() == 20


def test_a_typed_title_is_wished_as_one_paragraph(qtbot: QtBot, inspector: MeetingInspector) -> None:
    inspector.fields.title.setFocus()
    inspector.fields.title.selectAll()
    with qtbot.waitSignal(inspector.meeting_change_requested) as wish:
        qtbot.keyClicks(inspector.fields.title, "Review  of the made-up region")
        qtbot.keyClick(inspector.fields.title, Qt.Key.Key_Return)
    assert wish.args == [{"title": "Review of the made-up region"}]


def test_a_wished_field_can_be_given_to_the_verb_as_it_is(
    qtbot: QtBot, inspector: MeetingInspector, document: Document
) -> None:
    inspector.meeting_change_requested.connect(lambda values: change_meeting(document, **values))
    inspector.fields.comfortable_start.setFocus()
    inspector.fields.comfortable_start.selectAll()
    qtbot.keyClicks(inspector.fields.comfortable_start, "7.30")
    qtbot.keyClick(inspector.fields.comfortable_start, Qt.Key.Key_Return)
    inspector.fields.state_limit.setValue(4)
    meeting = document.agenda.meeting
    assert (meeting.comfortable_start_minute, meeting.state_limit_minutes) == (450, 4)


def test_showing_a_meeting_wishes_nothing(inspector: MeetingInspector, document: Document) -> None:
    change_meeting(document, title="Another title", handover_seconds=45, zone="Asia/Bishkek", grid_minutes=15)
    wishes: list[dict[str, object]] = []
    inspector.meeting_change_requested.connect(wishes.append)
    inspector.show_agenda(document.agenda)
    assert wishes == []
    assert inspector.fields.zone.text() == "Asia/Bishkek"


def test_days_stand_in_order_with_their_hours(inspector: MeetingInspector, document: Document) -> None:
    shown = [
        (editor.date.text(), [(window.start.text(), window.end.text()) for window in editor.windows.values()])
        for editor in (inspector.days.days[day.id] for day in document.agenda.days_in_order)
    ]
    assert shown == [("Thu 12 Nov 2020", [("10:00", "15:40")]), ("Fri 13 Nov 2020", [("10:00", "15:40")])]


def test_an_hour_typed_in_a_window_keeps_the_other_one(
    qtbot: QtBot, inspector: MeetingInspector, document: Document
) -> None:
    inspector.window_change_requested.connect(lambda *hours: change_window(document, *hours))
    window = document.agenda.windows_of(document.agenda.days_in_order[0].id)[0]
    editor = inspector.days.days[window.day_id].windows[window.id]
    editor.start.setFocus()
    editor.start.selectAll()
    qtbot.keyClicks(editor.start, "9:30")
    qtbot.keyClick(editor.start, Qt.Key.Key_Return)
    assert document.agenda.windows[window.id] == Window(window.id, window.day_id, 570, 940)


def test_a_field_being_typed_in_stays_when_days_and_rooms_come_and_go(
    qtbot: QtBot, inspector: MeetingInspector, document: Document
) -> None:
    first = document.agenda.days_in_order[0].id
    editor = next(iter(inspector.days.days[first].windows.values()))
    editor.end.setFocus()
    editor.end.selectAll()
    qtbot.keyClicks(editor.end, "16:")
    add_window(document, first, 480, 540)
    add_day(document, "2020-11-11")
    add_room(document, "Side room")
    inspector.show_agenda(document.agenda)
    assert QApplication.focusWidget() is editor.end
    assert editor.end.text() == "16:"


def test_removed_days_and_windows_leave_the_panel(inspector: MeetingInspector, document: Document) -> None:
    first, second = (day.id for day in document.agenda.days_in_order)
    added = add_window(document, first, 480, 540)
    inspector.show_agenda(document.agenda)
    remove_window(document, added)
    remove_day(document, second)
    inspector.show_agenda(document.agenda)
    assert list(inspector.days.days) == [first]
    assert added not in inspector.days.days[first].windows


def test_what_must_stay_has_no_remove_link(inspector: MeetingInspector, document: Document) -> None:
    first, second = (day.id for day in document.agenda.days_in_order)
    room = document.agenda.rooms_in_order[0].id
    window = document.agenda.windows_of(first)[0].id
    assert inspector.days.days[first].remove.isVisible()
    remove_day(document, second)
    inspector.show_agenda(document.agenda)
    assert not inspector.days.days[first].remove.isVisible()
    assert not inspector.days.days[first].windows[window].remove.isVisible()
    assert not inspector.rooms.rooms[room].remove.isVisible()


def test_further_hours_are_an_hour_after_the_last_window(
    qtbot: QtBot, inspector: MeetingInspector, document: Document
) -> None:
    day = document.agenda.days_in_order[1].id
    with qtbot.waitSignal(inspector.window_add_requested) as wish:
        inspector.days.days[day].add_hours.click()
    assert wish.args == [day, 1000, 1120]


@pytest.mark.parametrize(
    ("hours", "proposed"),
    [
        ([], (60, 180)),
        ([(600, 940)], (1000, 1120)),
        ([(600, 1300)], (1360, 1440)),
        ([(600, 1420)], (480, 600)),
        ([(0, 600), (660, 1440)], (600, 660)),
        ([(0, 1440)], None),
    ],
)
def test_further_hours_overlap_with_nothing(hours: list[tuple[int, int]], proposed: tuple[int, int] | None) -> None:
    windows = [Window(index, 1, start, end) for index, (start, end) in enumerate(hours)]
    assert further_hours(windows) == proposed


def test_a_day_open_all_around_the_clock_takes_no_further_hours(
    inspector: MeetingInspector, document: Document
) -> None:
    window = document.agenda.windows_of(document.agenda.days_in_order[0].id)[0]
    change_window(document, window.id, 0, 1440)
    inspector.show_agenda(document.agenda)
    assert not inspector.days.days[window.day_id].add_hours.isEnabled()


def test_days_are_added_and_removed_by_their_links(
    qtbot: QtBot, inspector: MeetingInspector, document: Document
) -> None:
    day = document.agenda.days_in_order[0].id
    with qtbot.waitSignal(inspector.day_add_requested):
        inspector.days.add.click()
    with qtbot.waitSignal(inspector.day_remove_requested) as wish:
        inspector.days.days[day].remove.click()
    assert wish.args == [day]


def test_another_date_is_wished_for_its_day(qtbot: QtBot, inspector: MeetingInspector, document: Document) -> None:
    day = document.agenda.days_in_order[1].id
    editor = inspector.days.days[day].date
    with qtbot.waitSignal(inspector.day_change_requested) as wish:
        editor.setDate(editor.date().addDays(3))
    assert wish.args == [day, "2020-11-16"]


def test_a_new_room_is_ready_to_be_named(qtbot: QtBot, inspector: MeetingInspector, document: Document) -> None:
    def add(name: str) -> None:
        add_room(document, name)
        inspector.show_agenda(document.agenda)

    inspector.room_add_requested.connect(add)
    inspector.room_change_requested.connect(lambda room_id, values: change_room(document, room_id, **values))
    inspector.rooms.add.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Side room")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [room.name for room in document.agenda.rooms_in_order][1:] == ["Side room"]


def test_a_room_gets_its_link_and_can_be_removed(qtbot: QtBot, inspector: MeetingInspector, document: Document) -> None:
    room_id = add_room(document, "Side room")
    inspector.show_agenda(document.agenda)
    editor = inspector.rooms.rooms[room_id]
    editor.link.setFocus()
    with qtbot.waitSignal(inspector.room_change_requested) as wish:
        qtbot.keyClicks(editor.link, "https://meeting.example/side")
        qtbot.keyClick(editor.link, Qt.Key.Key_Return)
    assert wish.args == [room_id, {"link": "https://meeting.example/side"}]
    with qtbot.waitSignal(inspector.room_remove_requested) as removal:
        editor.remove.click()
    assert removal.args == [room_id]
    remove_room(document, room_id)
    inspector.show_agenda(document.agenda)
    assert room_id not in inspector.rooms.rooms


def test_tab_walks_the_days_from_the_top_to_the_bottom(
    qtbot: QtBot, inspector: MeetingInspector, document: Document
) -> None:
    first = document.agenda.days_in_order[0].id
    add_window(document, first, 480, 540)
    inspector.show_agenda(document.agenda)
    day = inspector.days.days[first]
    early, late = (day.windows[window.id] for window in document.agenda.windows_of(first))
    expected = [early.start, early.end, early.remove, late.start, late.end, late.remove, day.add_hours]
    qtbot.waitUntil(early.remove.isVisible)
    expected[0].setFocus()
    for field in expected[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is field


@pytest.fixture
def look(qapp: QApplication) -> Iterator[str]:
    """The style sheet in the program's own letters; the letters before come back afterwards."""
    before, own = qapp.font(), QFont(FAMILY)
    load_fonts()
    own.setPixelSize(13)
    qapp.setFont(own)
    yield style_sheet(LIGHT)
    qapp.setFont(before)


def test_nothing_is_cut_off_at_280_pixels(qtbot: QtBot, document: Document, look: str) -> None:
    add_window(document, document.agenda.days_in_order[0].id, 1000, 1100)
    add_room(document, "Side room")
    inspector, area = MeetingInspector(), QScrollArea()
    inspector.show_agenda(document.agenda)
    qtbot.addWidget(area)
    area.setStyleSheet(look)
    area.setWidgetResizable(True)
    area.setWidget(inspector)
    area.resize(280, 700)
    with qtbot.waitExposed(area):
        area.show()
    assert area.horizontalScrollBar().maximum() == 0
    shown = [*inspector.findChildren(QLabel), *inspector.findChildren(QPushButton), *inspector.findChildren(QComboBox)]
    cut = [widget for widget in shown if widget.isVisible() and widget.width() < widget.minimumSizeHint().width()]
    assert cut == []


def test_the_bounds_of_a_persons_day_are_shown_and_asked_for(inspector: MeetingInspector) -> None:
    fields = inspector.fields
    shown = [
        field.text()
        for field in (
            fields.awake_start,
            fields.comfortable_start,
            fields.working_start,
            fields.working_end,
            fields.comfortable_end,
            fields.awake_end,
        )
    ]
    assert shown == ["06:00", "08:00", "09:00", "18:00", "20:00", "23:00"]
    asked: list[dict[str, int]] = []
    inspector.meeting_change_requested.connect(asked.append)
    fields.awake_start.committed.emit(300)
    fields.working_end.committed.emit(1020)
    assert asked == [{"awake_start_minute": 300}, {"working_end_minute": 1020}]


def test_another_zone_is_a_question_of_its_own(inspector: MeetingInspector) -> None:
    changes: list[object] = []
    zones: list[object] = []
    inspector.meeting_change_requested.connect(changes.append)
    inspector.zone_requested.connect(zones.append)
    inspector.fields.zone.committed.emit("Asia/Bishkek")
    assert (changes, zones) == ([], ["Asia/Bishkek"])
