"""A person's free and busy hours in a dialog: reached by key and mouse, each change at once and undone by itself."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from planner.edits import availability, people
from planner.ui.availability_dialog import AvailabilityDialog
from planner.ui.main_window import MainWindow
from planner.ui.people_view import PeopleView
from tests.meetings import ALPHA
from tests.windows import CONTROL, agenda_of, answer_next, desk_of, key, undo_name

DAYS = ["2020-11-12", "2020-11-13"]


def people_of(window: MainWindow) -> PeopleView:
    window.show_view("people")
    view = window.views.view("people")
    assert isinstance(view, PeopleView)
    view.table.choose(ALPHA, "hours")
    return view


def in_the_dialog(window: MainWindow, act: Callable[[AvailabilityDialog], None]) -> None:
    """Open it for Ann Alpha by its button and act in it."""
    done = []

    def run(dialog: QDialog) -> None:
        assert isinstance(dialog, AvailabilityDialog)
        act(dialog)
        done.append(True)

    view = people_of(window)
    answer_next(run)
    view.hours.click()
    assert done == [True]


def noted(window: MainWindow) -> list[tuple[str, int, int, bool, bool]]:
    rows = agenda_of(window).availabilities_of(ALPHA)
    return [(row.date, row.start_minute, row.end_minute, row.free, row.own_clock) for row in rows]


def test_hours_are_added_one_working_day_after_the_other(window: MainWindow) -> None:
    def act(dialog: AvailabilityDialog) -> None:
        assert dialog.empty.isVisible()
        dialog.add.click()
        dialog.add.click()
        assert (len(dialog.lines), dialog.empty.isVisible()) == (2, False)

    in_the_dialog(window, act)
    assert noted(window) == [(day, 540, 1080, True, True) for day in DAYS]


def test_whole_days_are_noted_at_once(window: MainWindow) -> None:
    in_the_dialog(window, lambda dialog: dialog.busy.click())
    assert noted(window) == [(day, 0, 1440, False, True) for day in DAYS]
    assert undo_name(window) == "Mark Ann Alpha as busy"
    in_the_dialog(window, lambda dialog: dialog.free.click())
    assert noted(window) == [(day, 0, 1440, True, True) for day in DAYS]


def test_every_field_is_changed_by_itself(window: MainWindow) -> None:
    made = availability.add_hours(desk_of(window).document, ALPHA, DAYS[0], 540, 720)

    def act(dialog: AvailabilityDialog) -> None:
        line = dialog.lines[made]
        line.date.committed.emit(DAYS[1])
        line.start.committed.emit(600)
        line.end.committed.emit(900)
        line.kind.committed.emit(0)
        line.clock.committed.emit(0)
        assert line.kind.currentText() == "Busy"
        assert line.clock.currentText() == "CET"

    in_the_dialog(window, act)
    assert noted(window) == [(DAYS[1], 600, 900, False, False)]
    for _change in range(5):
        desk_of(window).undo()
    assert noted(window) == [(DAYS[0], 540, 720, True, True)]


def test_what_is_refused_is_said_in_the_dialog_and_put_back(window: MainWindow) -> None:
    made = availability.add_hours(desk_of(window).document, ALPHA, DAYS[0], 540, 720)

    def act(dialog: AvailabilityDialog) -> None:
        dialog.lines[made].end.committed.emit(500)
        assert dialog.problem.isVisible()
        assert dialog.problem.text() == (
            "Hours end after they start and by midnight. For hours over midnight, note each of the two days."
        )
        assert dialog.lines[made].end.text() == "12:00"
        dialog.lines[made].end.committed.emit(800)
        assert not dialog.problem.isVisible()

    in_the_dialog(window, act)


def test_hours_are_removed_and_undone_with_the_usual_key(window: MainWindow) -> None:
    made = availability.add_hours(desk_of(window).document, ALPHA, DAYS[0], 540, 720)

    def act(dialog: AvailabilityDialog) -> None:
        dialog.lines[made].remove.click()
        assert noted(window) == []
        dialog.activateWindow()
        key(dialog, Qt.Key.Key_Z, CONTROL)
        assert list(dialog.lines) == [made]

    in_the_dialog(window, act)
    assert len(noted(window)) == 1


def test_undoing_the_person_closes_the_dialog(window: MainWindow) -> None:
    added = people.add_person(desk_of(window).document, "Gamma")
    window.show_view("people")
    view = window.views.view("people")
    results = []

    def act(dialog: QDialog) -> None:
        desk_of(window).undo()
        results.append(dialog.isVisible())

    answer_next(act)
    view.hours_requested.emit(added)
    assert results == [False]


@pytest.mark.parametrize("zone", ["", "Asia/Bishkek"])
def test_the_clock_and_what_is_unknown_are_said(window: MainWindow, zone: str) -> None:
    availability.add_hours(desk_of(window).document, ALPHA, DAYS[0], 540, 720)
    if zone:
        people.change_person(desk_of(window).document, ALPHA, zone=zone)
    words: list[str] = []

    def act(dialog: AvailabilityDialog) -> None:
        (line,) = dialog.lines.values()
        words.extend([line.clock.currentText(), dialog.note.text()])

    in_the_dialog(window, act)
    assert words == (
        [
            "Bishkek time",
            "In Asia/Bishkek. On a date with free hours, all others count as not free; seats there are marked.",
        ]
        if zone
        else [
            "their own clock",
            "No time zone is known: hours on the person's own clock are not checked until it is.",
        ]
    )


def test_enter_on_the_column_opens_it(window: MainWindow) -> None:
    view = people_of(window)
    view.table.setFocus()
    opened = []
    answer_next(lambda dialog: opened.append(type(dialog)))
    key(window, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert opened == [AvailabilityDialog]


def test_the_menu_of_a_row_opens_it(window: MainWindow) -> None:
    view = people_of(window)
    opened = []
    answer_next(lambda dialog: opened.append(type(dialog)))
    menu = view.row_menu()
    next(action for action in menu.actions() if action.text() == "Hours…").trigger()
    menu.deleteLater()
    assert opened == [AvailabilityDialog]


def test_the_column_counts_what_is_noted_and_its_tip_tells_it(window: MainWindow) -> None:
    document = desk_of(window).document
    people.change_person(document, ALPHA, zone="Asia/Bishkek")
    view = people_of(window)
    row, column = view.records.row_of(ALPHA), view.records.column_of("hours")
    assert row is not None
    index = view.records.index(row, column)
    assert (index.data(), index.data(Qt.ItemDataRole.ToolTipRole)) == (
        "", "No free or busy hours noted: press Enter to note some."
    )  # fmt: skip
    availability.add_hours(document, ALPHA, DAYS[0], 540, 720)
    assert index.data() == "1 free"
    availability.add_hours(document, ALPHA, DAYS[1], 0, 1440, free=False, own_clock=False)
    assert index.data() == "1 free, 1 busy"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == (
        "Free Thu 12 Nov 09:00–12:00 Bishkek\nBusy Fri 13 Nov 00:00–24:00 CET"
    )
