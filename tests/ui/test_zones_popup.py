"""Zones beside the timetable: added by name, taken away, and drawn as hours of their own."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from planner.edits.meeting import set_rulers
from planner.edits.people import change_person
from planner.models.kinds import SeatState
from planner.models.records import Day, Ruler
from planner.rules.zones_seated import zones_of_seated
from planner.ui.main_window import MainWindow
from planner.ui.timetable.ruler_columns import ruler_columns
from planner.ui.timetable.rulers import RulerHeading, days_that_differ, ruler_headings, ticks_of
from planner.ui.zones_popup import ZonesPopup
from tests.building import entity, make_agenda, person, roundtable, seat
from tests.meetings import ALPHA, steps
from tests.windows import agenda_of, click, desk_of, key, texts_shown, type_text, undo_name, wait_for_zone_names

# The popup is a window of its own, on which the offscreen platform has a word.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def popup(window: MainWindow) -> ZonesPopup:
    click(window.top_bar.zones)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, ZonesPopup)
    return shown


def type_zone(popup: ZonesPopup, text: str) -> None:
    wait_for_zone_names()
    type_text(popup, text)
    key(popup, Qt.Key.Key_Return)
    QApplication.processEvents()


def zones(window: MainWindow) -> list[str]:
    return [ruler.zone for ruler in agenda_of(window).rulers_in_order]


def test_the_popup_lists_the_zones_of_the_meeting(popup: ZonesPopup) -> None:
    assert [text for text in texts_shown(popup) if "/" in text] == ["America/Toronto", "Asia/Bishkek"]
    popup.close()


def test_a_zone_is_taken_away(window: MainWindow, popup: ZonesPopup, path: Path) -> None:
    remove = next(one for one in popup.findChildren(QPushButton) if one.accessibleName() == "Remove America/Toronto")
    remove.click()
    popup.close()
    assert zones(window) == ["Asia/Bishkek"]
    assert window.top_bar.zones.text() == "CET + 1 zone ▾"
    assert steps(path) == [("Change the zones beside the timetable", 1)]


@pytest.mark.parametrize("typed", ["Asia/Tbilisi", "asia/tbilisi", "Tbilisi"])
def test_a_zone_is_added_by_its_name_or_city(window: MainWindow, popup: ZonesPopup, typed: str) -> None:
    type_zone(popup, typed)
    popup.close()
    assert zones(window) == ["America/Toronto", "Asia/Bishkek", "Asia/Tbilisi"]
    assert window.top_bar.zones.text() == "CET + 3 zones ▾"


def test_a_zone_that_does_not_exist_is_refused_and_not_listed(
    window: MainWindow, popup: ZonesPopup, path: Path
) -> None:
    type_zone(popup, "Mars/Crater")
    assert popup.zones == ["America/Toronto", "Asia/Bishkek"]
    assert popup.field.property("wrong")
    popup.close()
    assert zones(window) == ["America/Toronto", "Asia/Bishkek"]
    assert steps(path) == []


def test_a_zone_that_is_there_already_is_not_added_again(window: MainWindow, popup: ZonesPopup, path: Path) -> None:
    type_zone(popup, "Asia/Bishkek")
    popup.close()
    assert steps(path) == []


def test_the_rulers_follow_at_once_and_undo_takes_the_zone_away(window: MainWindow, popup: ZonesPopup) -> None:
    before = window.grid._rulers.width()
    type_zone(popup, "Asia/Tbilisi")
    popup.close()
    assert window.grid._rulers.accessibleName() == "Hours: CET, Toronto, Bishkek, Tbilisi"
    assert window.grid._rulers.width() > before
    window.actions_by_name["undo"].trigger()
    assert window.grid._rulers.accessibleName() == "Hours: CET, Toronto, Bishkek"
    assert window.grid._rulers.width() == before


# -- the hours --------------------------------------------------------------------------------------------------


def hours(zone: str, *minutes: int) -> list[tuple[str, int, bool] | None]:
    agenda = make_agenda()
    ticks = ticks_of(agenda, agenda.days_in_order[0], zone, minutes)
    return [None if tick is None else (tick.text, tick.day_shift, tick.uncomfortable) for tick in ticks]


def test_hours_of_a_zone_are_those_of_the_meeting_s_date() -> None:
    assert hours("America/Toronto", 600, 940) == [("04:00", 0, True), ("09:40", 0, False)]
    assert hours("Asia/Bishkek", 600, 940) == [("15:00", 0, False), ("20:40", 0, True)]


def test_an_hour_of_the_next_day_says_so() -> None:
    assert hours("Asia/Vladivostok", 940) == [("00:40", 1, True)]


def test_headings_name_the_label_and_the_cities() -> None:
    agenda = make_agenda(rulers=[Ruler(1, "Asia/Bishkek", 2), Ruler(2, "America/Toronto", 1)])
    assert ruler_headings(agenda) == ("CET", "Toronto", "Bishkek")


def test_days_on_which_clocks_stand_otherwise_are_found() -> None:
    rulers = [Ruler(1, "America/New_York", 1)]
    before_and_after = [Day(1, "2020-10-30"), Day(2, "2020-11-02")]
    assert days_that_differ(make_agenda(days=before_and_after, rulers=rulers)) == (Day(2, "2020-11-02"),)
    assert days_that_differ(make_agenda(rulers=rulers)) == ()


def offers(popup: ZonesPopup) -> list[str]:
    return [text for text in texts_shown(popup) if text.endswith("seated")]


def seat_somebody_in(window: MainWindow, zone: str) -> None:
    change_person(desk_of(window).document, ALPHA, zone=zone)


def test_the_zones_of_those_seated_are_added_with_one_click(window: MainWindow) -> None:
    seat_somebody_in(window, "Asia/Tokyo")
    click(window.top_bar.zones)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ZonesPopup)
    assert offers(popup) == ["Asia/Tokyo · 1 seated"]
    next(one for one in popup.findChildren(QPushButton) if one.accessibleName() == "Add Asia/Tokyo").click()
    assert offers(popup) == []
    popup.close()
    assert zones(window) == ["America/Toronto", "Asia/Bishkek", "Asia/Tokyo"]
    assert undo_name(window) == "Change the zones beside the timetable"


def test_a_zone_that_is_there_already_is_not_offered(window: MainWindow) -> None:
    seat_somebody_in(window, "Asia/Bishkek")
    click(window.top_bar.zones)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ZonesPopup)
    assert offers(popup) == []
    popup.close()


def test_zones_of_those_seated_are_counted_by_holder() -> None:
    people = [replace(person(key, "Anna"), zone="Asia/Tokyo") for key in (1, 2)]
    entities = [replace(entity(1, "Eastland"), zone="Asia/Tbilisi"), replace(entity(2, "Own"), zone="Europe/Zurich")]
    seats = [
        seat(1, 1, person=1),
        seat(2, 1, person=1),
        seat(3, 1, person=2, entity=1),
        seat(4, 1, entity=1),
        seat(5, 1, entity=2),
        seat(6, 1, entity=1, state=SeatState.DECLINED),
    ]
    agenda = make_agenda(people=people, entities=entities, sessions=[roundtable(1, 600)], seats=seats)
    assert zones_of_seated(agenda) == (("Asia/Tokyo", 2), ("Asia/Tbilisi", 1))


@pytest.mark.parametrize(
    ("further", "whole_px", "first", "column_px", "shown"),
    [
        (0, 560, 0, 50, (0,)),
        (2, 560, 0, 50, (0, 1, 2)),
        (4, 560, 0, 44, (0, 1, 2, 3, 4)),
        (5, 560, 0, 42, (0, 1, 2, 3, 4)),
        (5, 560, 1, 42, (0, 2, 3, 4, 5)),
        (5, 560, 9, 42, (0, 2, 3, 4, 5)),
        (5, 900, 0, 50, (0, 1, 2, 3, 4, 5)),
        (5, 0, 2, 42, (0, 3)),
    ],
)
def test_rulers_leave_room_to_the_timetable(
    further: int, whole_px: int, first: int, column_px: int, shown: tuple[int, ...]
) -> None:
    drawn = ruler_columns(further, whole_px, first)
    assert (drawn.column_px, drawn.shown) == (column_px, shown)
    assert drawn.hides_some == (len(shown) <= further)


def test_many_rulers_are_scrolled_through_with_keys_wheel_and_clicks(window: MainWindow) -> None:
    heading = window.grid.findChild(RulerHeading)
    window.resize(1100, 700)
    many = ["America/Toronto", "Asia/Bishkek", "Asia/Tbilisi", "Asia/Tokyo", "Pacific/Auckland", "Europe/London"]
    set_rulers(desk_of(window).document, many)
    QApplication.processEvents()
    room = window.grid.width()
    assert heading.width() <= room * 0.4
    assert heading.names == ("CET", "Toronto", "Bishkek", "Tbilisi", "Tokyo")
    heading.setFocus()
    key(window, Qt.Key.Key_Right)
    assert heading.names == ("CET", "Bishkek", "Tbilisi", "Tokyo", "Auckland")
    click(heading, QPoint(heading.width() - 4, 8))
    click(heading, QPoint(heading.width() - 4, 8))
    assert heading.names == ("CET", "Tbilisi", "Tokyo", "Auckland", "London")
    key(window, Qt.Key.Key_Left)
    assert heading.names == ("CET", "Bishkek", "Tbilisi", "Tokyo", "Auckland")
    assert heading.toolTip() == (
        "Hours in CET, Toronto, Bishkek, Tbilisi, Tokyo, Auckland, London. "
        "The wheel or the arrow keys bring those that find no room here."
    )
