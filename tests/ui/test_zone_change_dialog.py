"""Another time zone for the meeting: asked with a choice and a preview, from the inspector and from the menu."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from planner.edits import people
from planner.models.agenda import Agenda
from planner.rules.zone_change import Keep
from planner.ui.main_window import MainWindow
from planner.ui.zone_change_dialog import ZoneChangeDialog
from tests.building import make_agenda, person, roundtable, seat
from tests.meetings import ALPHA, steps
from tests.windows import agenda_of, answer_next, desk_of, start_application, undo_name


def two_speakers() -> Agenda:
    """Anna in Bishkek and Ben in Toronto sit in Roundtable 1 at 10:30; Chris, of no known zone, as well."""
    zones = {1: ("Anna", "Asia/Bishkek"), 2: ("Ben", "America/Toronto"), 3: ("Chris", "")}
    return make_agenda(
        people=[replace(person(key, name), zone=zone) for key, (name, zone) in zones.items()],
        sessions=[roundtable(1, 630, 90)],
        seats=[seat(key, 1, person=key) for key in zones],
    )


@pytest.fixture
def dialog() -> Iterator[ZoneChangeDialog]:
    start_application()
    made = ZoneChangeDialog(two_speakers(), "America/New_York")
    yield made
    made.deleteLater()


def rows(dialog: ZoneChangeDialog) -> list[list[str]]:
    table = dialog.table
    cells = [[table.item(row, column) for column in range(4)] for row in range(table.rowCount())]
    return [["" if cell is None else cell.text() for cell in row] for row in cells]


def test_keeping_wall_times_tells_whose_local_time_changes(dialog: ZoneChangeDialog) -> None:
    assert dialog.keep is Keep.WALL_TIMES
    assert rows(dialog) == [
        [
            "Roundtable 1",
            "Thu 12 Nov 10:30–12:00 CET",
            "Thu 12 Nov 10:30–12:00 EST",
            "Anna Example 15:30 → 21:30; Ben Example 04:30 → 10:30",
        ]
    ]
    assert dialog.note.text() == "The local time of 2 people and entities changes."


def test_keeping_instants_changes_nobodys_local_time(dialog: ZoneChangeDialog) -> None:
    dialog.keep_instants.setChecked(True)
    assert rows(dialog) == [["Roundtable 1", "Thu 12 Nov 10:30–12:00 CET", "Thu 12 Nov 04:30–06:00 EST", ""]]
    assert dialog.note.text() == "No local time that is known changes."


def test_what_cannot_be_kept_is_said_with_its_remedy(dialog: ZoneChangeDialog) -> None:
    dialog.keep_instants.setChecked(True)
    dialog.zone.show_value("Pacific/Auckland")
    dialog.zone.committed.emit("Pacific/Auckland")
    assert rows(dialog)[0][2] == "Thu 12 Nov 22:30–24:00 NZDT"
    dialog.zone.show_value("Pacific/Chatham")
    dialog.zone.committed.emit("Pacific/Chatham")
    assert dialog.note.text() == (
        "Roundtable 1 would run over midnight, from Thu 12 Nov 23:15–00:45. Move it first, or keep the wall times."
    )
    assert (dialog.accept_button.isEnabled(), rows(dialog)) == (False, [])


def test_the_label_is_suggested_until_another_is_typed(dialog: ZoneChangeDialog) -> None:
    assert dialog.label.text() == "EST"
    dialog.zone.show_value("Asia/Bishkek")
    dialog.zone.committed.emit("Asia/Bishkek")
    assert dialog.label.text() == "UTC+6"
    dialog.label.setText("Bishkek time")
    dialog.zone.show_value("Asia/Tokyo")
    dialog.zone.committed.emit("Asia/Tokyo")
    assert dialog.label.text() == "Bishkek time"


def test_the_meetings_own_zone_is_no_change(dialog: ZoneChangeDialog) -> None:
    dialog.zone.show_value("Europe/Zurich")
    dialog.zone.committed.emit("Europe/Zurich")
    assert dialog.note.text() == "This is the meeting's time zone already. Choose another one."
    assert not dialog.accept_button.isEnabled()


def test_a_zone_is_chosen_first() -> None:
    start_application()
    dialog = ZoneChangeDialog(two_speakers())
    assert (dialog.note.text(), dialog.accept_button.isEnabled()) == ("Choose the new time zone.", False)
    dialog.deleteLater()


def test_the_change_is_asked_for(dialog: ZoneChangeDialog) -> None:
    asked: list[tuple[str, Keep, str]] = []
    dialog.change_requested.connect(lambda *values: asked.append(values))
    dialog.keep_instants.setChecked(True)
    dialog.accept_button.click()
    assert asked == [("America/New_York", Keep.INSTANTS, "EST")]
    assert dialog.result() == QDialog.DialogCode.Accepted


def accept_keeping_instants(dialog: QDialog) -> None:
    assert isinstance(dialog, ZoneChangeDialog)
    dialog.keep_instants.setChecked(True)
    dialog.accept_button.click()


def test_another_zone_in_the_inspector_opens_the_choice(window: MainWindow, path: Path) -> None:
    answer_next(accept_keeping_instants)
    window.workspace.meeting.fields.zone.committed.emit("America/New_York")
    window.workspace.meeting.fields.zone.show_value("America/New_York")
    wait_for_step(window)
    meeting = agenda_of(window).meeting
    assert (meeting.zone, meeting.zone_label) == ("America/New_York", "EST")
    assert steps(path) == [("Change the time zone to New York, keeping the instants", 1)]


def wait_for_step(window: MainWindow) -> None:
    """The field passes its wish on once it is done with what was typed."""
    QApplication.processEvents()
    assert undo_name(window) is not None


def test_given_up_the_field_shows_the_old_zone_again(window: MainWindow) -> None:
    field = window.workspace.meeting.fields.zone
    field.show_value("America/New_York")
    answer_next(QDialog.reject)
    window.commands.ask_zone_change("America/New_York")
    assert field.text() == "Europe/Zurich"
    assert undo_name(window) is None


def test_the_menu_opens_the_choice(window: MainWindow) -> None:
    people.change_person(desk_of(window).document, ALPHA, zone="Asia/Tokyo")
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ZoneChangeDialog)
        seen.append(dialog.note.text())

    answer_next(look)
    window.actions_by_name["zone"].trigger()
    assert seen == ["Choose the new time zone."]
