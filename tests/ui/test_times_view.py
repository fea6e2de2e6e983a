"""The view of everyone's times: rows, search, sorting, the card beside it and what is copied."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.export.times_card import card_text
from planner.models.agenda import Agenda
from planner.models.records import Day
from planner.ui.main_window import MainWindow
from planner.ui.theme import DARK, LIGHT
from planner.ui.times_view import TimesView
from tests.building import FRIDAY, entity, make_agenda, person, roundtable, seat
from tests.windows import start_application

ANNA, BELA = 1, 2
WESTLAND = 1
CONTROL = Qt.KeyboardModifier.ControlModifier


def meeting() -> Agenda:
    """Anna in Toronto with seats 1 and 2, Bela of no zone with seat 3, Westland with seat 4."""
    return make_agenda(
        sessions=[roundtable(1, 600, 60), roundtable(2, 840, 60, day=FRIDAY)],
        entities=[replace(entity(WESTLAND, "Westland"), zone="Asia/Bishkek")],
        people=[replace(person(ANNA, "Anna"), zone="America/Toronto"), person(BELA, "Bela")],
        seats=[seat(1, 1, person=ANNA), seat(2, 2, person=ANNA), seat(3, 1, person=BELA), seat(4, 2, entity=WESTLAND)],
    )


@pytest.fixture
def view(qapp: QApplication) -> Iterator[TimesView]:
    start_application()
    made = TimesView(LIGHT)
    made.resize(1100, 560)
    made.show_agenda(meeting())
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def column(view: TimesView, key: str) -> list[str]:
    index = view.records.column_of(key)
    return [view.records.index(row, index).data() for row in range(view.records.rowCount())]


def test_a_row_a_seat_in_the_order_of_time(view: TimesView) -> None:
    assert column(view, "name") == ["Anna Example", "Bela Example", "Anna Example", "to be named"]
    assert column(view, "meeting") == 2 * ["Thu 12 Nov 10:00–11:00 CET"] + 2 * ["Fri 13 Nov 14:00–15:00 CET"]
    assert column(view, "there") == [
        "Thu 12 Nov 04:00–05:00, Toronto",
        "no time zone",
        "Fri 13 Nov 08:00–09:00, Toronto",
        "Fri 13 Nov 19:00–20:00, Bishkek",
    ]
    assert column(view, "comfort") == ["asleep", "", "stretch", "stretch"]
    assert column(view, "utc") == 2 * ["Thu 12 Nov 09:00–10:00"] + 2 * ["Fri 13 Nov 13:00–14:00"]
    assert view.count.text() == "4 seats"


def test_the_card_follows_the_choice(view: TimesView) -> None:
    assert (view.card.text.toPlainText(), view.card.copy.isEnabled()) == ("", False)
    view.table.choose(1)
    assert view.card.text.toPlainText() == card_text(meeting(), person_id=ANNA)
    view.table.choose(4)
    assert view.card.text.toPlainText() == card_text(meeting(), entity_id=WESTLAND)


def test_both_seats_of_one_person_are_one_card(view: TimesView) -> None:
    view.table.selectAll()
    assert view.card.text.toPlainText().split("\n\n\n") == [
        card_text(meeting(), person_id=ANNA),
        card_text(meeting(), person_id=BELA),
        card_text(meeting(), entity_id=WESTLAND),
    ]


def test_the_button_and_the_key_copy_the_card(view: TimesView) -> None:
    view.table.choose(1)
    view.card.copy.click()
    assert QGuiApplication.clipboard().text() == card_text(meeting(), person_id=ANNA)
    assert view.card.told.text() == "Copied."
    view.table.choose(4)
    assert view.card.told.text() == ""
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == card_text(meeting(), entity_id=WESTLAND)


@pytest.mark.parametrize(
    ("typed", "seats"), [("toronto", [1, 2]), ("fri bishkek", [4]), ("asleep", [1]), ("rt2", [2, 4])]
)
def test_search_looks_into_names_cities_and_times(view: TimesView, typed: str, seats: list[int]) -> None:
    QTest.keyClicks(view.search, typed)
    assert view.records.shown == seats
    assert view.count.text() == f"{len(seats)} of 4"


def test_what_matches_nothing_is_said(view: TimesView) -> None:
    QTest.keyClicks(view.search, "zoe")
    assert view.stack.currentWidget() is view.empty
    assert view.empty.text() == "No seat matches “zoe”. Try fewer letters, or press Esc."
    QTest.keyClick(view.search, Qt.Key.Key_Escape)
    assert view.stack.currentWidget() is view.table


def test_the_arrow_leads_from_the_search_to_the_rows(view: TimesView) -> None:
    view.search.setFocus()
    QTest.keyClick(view.search, Qt.Key.Key_Down)
    assert view.table.hasFocus()
    assert view.card.text.toPlainText() == card_text(meeting(), person_id=ANNA)


def test_rows_sort_by_what_the_clocks_there_show(view: TimesView) -> None:
    view.table.sortByColumn(view.records.column_of("there"), Qt.SortOrder.DescendingOrder)
    assert view.records.shown == [4, 2, 1, 3]
    view.table.sortByColumn(view.records.column_of("comfort"), Qt.SortOrder.DescendingOrder)
    assert view.records.shown[0] == 1


def test_a_meeting_moved_to_july_shows_the_clocks_of_july_and_keeps_the_choice(view: TimesView) -> None:
    view.table.choose(4)
    july = meeting().with_records([("days", 1, Day(1, "2020-07-09")), ("days", 2, Day(2, "2020-07-10"))])
    view.show_agenda(july)
    assert column(view, "there")[3] == "Fri 10 Jul 18:00–19:00, Bishkek"
    assert column(view, "meeting")[0] == "Thu 9 Jul 10:00–11:00 CEST"
    assert (view.table.current_id(), view.card.text.toPlainText()) == (4, card_text(july, entity_id=WESTLAND))


def test_an_empty_meeting_says_what_to_do(view: TimesView) -> None:
    view.show_agenda(make_agenda())
    assert view.stack.currentWidget() is view.empty
    assert view.empty.text() == "Nobody holds a seat yet. Drag people or entities onto a session of the timetable."


def test_hard_hours_and_missing_zones_are_marked_beside_their_words(view: TimesView) -> None:
    there = view.records.column_of("there")
    colours = [
        view.records.index(row, there).data(Qt.ItemDataRole.ForegroundRole).name()
        for row in range(len(view.records.shown))
    ]
    assert [colour == LIGHT.warning.lower() for colour in colours] == [True, True, False, False]
    view.set_theme(DARK)
    assert view.records.index(0, there).data(Qt.ItemDataRole.ForegroundRole).name() == DARK.warning.lower()


def test_the_window_has_the_view_between_interest_and_coverage(window: MainWindow) -> None:
    names = list(window.top_bar.switch.buttons)
    assert names[names.index("interest") : names.index("coverage") + 1] == ["interest", "times", "coverage"]
    window.top_bar.switch.buttons["times"].click()
    view = window.views.view("times")
    assert window.views.shown == "times"
    assert view.count.text() == "3 seats"
