"""Zones beside the timetable: added by name, taken away, and drawn as hours of their own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from planner.models.records import Day, Ruler
from planner.ui.main_window import MainWindow
from planner.ui.timetable.rulers import days_that_differ, ruler_headings, ruler_width, ticks_of
from planner.ui.zones_popup import ZonesPopup
from tests.building import make_agenda
from tests.meetings import steps
from tests.windows import agenda_of, click, key, texts_shown, type_text

# The popup is a window of its own, on which the offscreen platform has a word.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def popup(window: MainWindow) -> ZonesPopup:
    click(window.top_bar.zones)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, ZonesPopup)
    return shown


def type_zone(popup: ZonesPopup, text: str) -> None:
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
    assert "No zone is called Mars/Crater. Choose one from the list." in texts_shown(popup)
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
    assert ruler_width(agenda) > ruler_width(make_agenda())


def test_days_on_which_clocks_stand_otherwise_are_found() -> None:
    rulers = [Ruler(1, "America/New_York", 1)]
    before_and_after = [Day(1, "2020-10-30"), Day(2, "2020-11-02")]
    assert days_that_differ(make_agenda(days=before_and_after, rulers=rulers)) == (Day(2, "2020-11-02"),)
    assert days_that_differ(make_agenda(rulers=rulers)) == ()
