"""The switch between the views shows as many buttons as fit; the others wait behind "More"."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.view_switch import ViewSwitch
from planner.ui.views import VIEWS
from tests.building import make_agenda


@pytest.fixture
def switch(qtbot: QtBot) -> ViewSwitch:
    made = ViewSwitch()
    qtbot.addWidget(made)
    made.show_agenda(make_agenda())
    made.show()
    return made


def visible(switch: ViewSwitch) -> list[str]:
    QApplication.processEvents()
    return [name for name, button in switch.buttons.items() if button.isVisible()]


def test_all_views_have_a_button_where_there_is_room(switch: ViewSwitch) -> None:
    switch.resize(switch.sizeHint())
    assert (visible(switch), switch.more.isVisible()) == (list(VIEWS), False)


def test_what_does_not_fit_waits_behind_more(switch: ViewSwitch) -> None:
    switch.resize(switch.minimumSizeHint())
    assert (visible(switch), switch.more.isVisible(), switch.more.text()) == (list(VIEWS[:3]), True, "More ▾")


def test_a_view_behind_more_lends_it_its_name(switch: ViewSwitch) -> None:
    switch.resize(switch.minimumSizeHint())
    QApplication.processEvents()
    switch.show_view("balance")
    assert (switch.more.text(), switch.more.isChecked()) == ("Balance ▾", True)
    switch.show_view("timetable")
    assert (switch.more.text(), switch.more.isChecked()) == ("More ▾", False)


def test_with_more_room_the_view_has_its_own_button_again(switch: ViewSwitch) -> None:
    switch.resize(switch.minimumSizeHint())
    QApplication.processEvents()
    switch.show_view("balance")
    switch.resize(switch.sizeHint())
    QApplication.processEvents()
    assert switch.buttons["balance"].isChecked()
