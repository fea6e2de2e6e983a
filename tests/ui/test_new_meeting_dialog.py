"""The dialog that asks for the title and the days of a new meeting."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from planner.templates import TEMPLATES
from planner.ui.new_meeting_dialog import NewMeetingDialog, days_from

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)

THURSDAY, FRIDAY, SATURDAY, MONDAY = (date(2020, 11, day) for day in (12, 13, 14, 16))


def _dialog(qtbot: QtBot, key: str) -> NewMeetingDialog:
    template = next(template for template in TEMPLATES if template.key == key)
    dialog = NewMeetingDialog(template, THURSDAY)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("first", "count", "weekends", "days"),
    [
        (THURSDAY, 1, False, (THURSDAY,)),
        (THURSDAY, 3, False, (THURSDAY, FRIDAY, MONDAY)),
        (THURSDAY, 3, True, (THURSDAY, FRIDAY, SATURDAY)),
        (SATURDAY, 1, False, (MONDAY,)),
    ],
)
def test_days_follow_one_another(first: date, count: int, weekends: bool, days: tuple[date, ...]) -> None:
    assert days_from(first, count, weekends=weekends) == days


def test_a_title_is_needed(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "two-day")
    assert not dialog.make.isEnabled()
    assert dialog.missing.isVisible()
    qtbot.keyClicks(dialog.title, "   ")
    assert not dialog.make.isEnabled()
    qtbot.keyClicks(dialog.title, "Consultation ")
    assert dialog.make.isEnabled()
    assert not dialog.missing.isVisible()


def test_a_two_day_template_gives_two_days(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "regional-review")
    qtbot.keyClicks(dialog.title, " Made-up review ")
    assert not dialog.count.isVisible()
    assert dialog.title_and_days() == ("Made-up review", (THURSDAY, FRIDAY))


def test_an_empty_meeting_has_as_many_days_as_chosen(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "empty")
    dialog.count.setValue(3)
    assert dialog.count.isVisible()
    assert dialog.title_and_days()[1] == (THURSDAY, FRIDAY, MONDAY)
    dialog.weekends.click()
    assert dialog.title_and_days()[1] == (THURSDAY, FRIDAY, SATURDAY)


def test_the_meeting_is_in_geneva_unless_told_otherwise(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "two-day")
    assert (dialog.zone_name(), dialog.zone.text()) == ("Europe/Zurich", "Europe/Zurich")
    dialog.zone.setFocus()
    dialog.zone.selectAll()
    qtbot.keyClicks(dialog.zone, "Asia/Bishkek")
    qtbot.keyClick(dialog.zone, Qt.Key.Key_Escape)
    assert (dialog.zone_name(), dialog.isVisible()) == ("Europe/Zurich", True)
    dialog.zone.setText("Asia/Bishkek")
    dialog.zone.setModified(True)
    qtbot.keyClick(dialog.zone, Qt.Key.Key_Return)
    assert dialog.zone_name() == "Asia/Bishkek"


def test_the_days_are_listed_in_words(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "empty")
    dialog.first_day.setDate(dialog.first_day.date().addDays(1))
    assert dialog.listed.text() == "2 days:\nFriday, 13 November 2020\nMonday, 16 November 2020"


def test_enter_makes_the_meeting(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "two-day")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.title, "Consultation")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
