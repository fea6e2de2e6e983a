"""The table of people: searched, sorted, edited, merged, copied and dragged with a real mouse and with keys."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from planner.models.agenda import Agenda
from planner.models.aside_records import ToldApart
from planner.models.kinds import Role, SeatState
from planner.ui.dragging import dragged_people
from planner.ui.fields import NameField
from planner.ui.people_columns import EntityNames, person_columns
from planner.ui.people_view import PeopleView
from planner.ui.theme import DARK, LIGHT
from tests.building import entity, make_agenda, person, roundtable, seat
from tests.windows import start_application, wait_for_zone_names

# The offscreen platform says so of the list that opens while a name is typed.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
ANNA, JOAO, BEN, TWIN = 1, 2, 3, 4
EAST, WEST = 1, 2


def four_people() -> Agenda:
    """Anna of Eastland (one zone) with two seats, João of Westland (several zones), Ben of nowhere, and Anna again."""
    entities = [
        replace(entity(EAST, "Eastland"), country_code="PL"),
        replace(entity(WEST, "Westland"), country_code="PT"),
    ]
    people = [
        replace(
            person(ANNA, "Anna", "Nowak", entity=EAST), honorific="Ms.", function="Minister", email="anna@example.org"
        ),
        replace(person(JOAO, "João", "Exemplo", entity=WEST), phone="+41 22 000 00 00"),
        replace(person(BEN, "Ben", "Alpha"), zone="Asia/Tokyo"),
        person(TWIN, "", "NOWAK, Anna"),
    ]
    seats = [
        seat(1, 3, person=ANNA),
        seat(2, 1, Role.MODERATOR, person=ANNA),
        seat(3, 2, person=ANNA, state=SeatState.DECLINED),
    ]
    sessions = [roundtable(1, 600), roundtable(2, 700), roundtable(3, 800)]
    return make_agenda(entities=entities, people=people, seats=seats, sessions=sessions)


class Asked:
    """What a view asked for; a change is done at once, as the window does."""

    def __init__(self, view: PeopleView, agenda: Agenda) -> None:
        self.view, self.agenda, self.all = view, agenda, []  # type: ignore[var-annotated]
        view.person_change_requested.connect(self._change)
        view.person_add_requested.connect(lambda: self.all.append("add"))
        view.people_remove_requested.connect(lambda ids: self.all.append(("remove", ids)))
        view.people_merge_requested.connect(lambda keep, others: self.all.append(("merge", keep, others)))

    def _change(self, person_id: int, values: dict[str, Any]) -> None:
        self.all.append((person_id, values))
        self.agenda = self.agenda.with_records(
            [("people", person_id, replace(self.agenda.people[person_id], **values))]
        )
        self.view.show_agenda(self.agenda)


@pytest.fixture
def view(qapp: QApplication) -> Iterator[PeopleView]:
    start_application()
    made = PeopleView(LIGHT)
    made.resize(1100, 560)
    made.show_agenda(four_people())
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def asked(view: PeopleView) -> Asked:
    return Asked(view, four_people())


def column(view: PeopleView, key: str) -> list[str]:
    """The texts of a column, from top to bottom."""
    index = view.records.column_of(key)
    return [view.records.index(row, index).data() for row in range(view.records.rowCount())]


def cell(view: PeopleView, person_id: int, key: str) -> QModelIndex:
    row = view.records.row_of(person_id)
    assert row is not None
    return view.records.index(row, view.records.column_of(key))


def editor_of(view: PeopleView) -> Any:
    """The editor that is open in the table."""
    found = [
        child for kind in (QComboBox, QLineEdit) for child in view.table.viewport().findChildren(kind)
        if child.parent() is view.table.viewport() and child.isVisible()
    ]  # fmt: skip
    (editor,) = found
    return editor


def press(editor: Any, key: Qt.Key) -> None:
    """A key in an editor, which is left only after the event."""
    QTest.keyClick(editor, key)
    QApplication.processEvents()


def open_cell(view: PeopleView, person_id: int, key: str) -> Any:
    view.table.choose(person_id, key)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    return editor_of(view)


def test_people_stand_by_family_name_with_all_that_is_known(view: PeopleView) -> None:
    assert column(view, "name") == ["Ben Alpha", "João Exemplo", "Ms. Anna Nowak", "NOWAK, Anna"]
    assert column(view, "entity") == ["", "Westland", "Eastland", ""]
    assert column(view, "seats") == ["", "", "2 · RT1 moderator, RT3", ""]
    assert column(view, "zone") == ["Asia/Tokyo", "▲ ask", "▲ ask", "▲ ask"]
    assert view.count.text() == "4 people"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("JOAO", [JOAO]),
        ("nowak anna", [ANNA, TWIN]),
        ("Nowak, A", [ANNA, TWIN]),
        ("westl", [JOAO]),
        ("minister", [ANNA]),
        ("anna@ex", [ANNA]),
        ("portugal", [JOAO]),
        ("nobody", []),
        ("  ", [BEN, JOAO, ANNA, TWIN]),
    ],
)
def test_a_search_finds_every_word_whatever_case_and_accents(view: PeopleView, typed: str, found: list[int]) -> None:
    QTest.keyClicks(view.search, typed)
    assert view.records.shown == found


def test_a_search_without_result_says_how_to_go_on(view: PeopleView) -> None:
    QTest.keyClicks(view.search, "zzz")
    assert (view.stack.currentWidget(), view.empty.text()) == (
        view.empty,
        "Nobody matches “zzz”. Try fewer letters, or press Esc.",
    )
    assert view.count.text() == "0 of 4"
    QTest.keyClick(view.search, Qt.Key.Key_Escape)
    assert (view.stack.currentWidget(), len(view.records.shown)) == (view.table, 4)


def test_an_empty_meeting_says_how_to_begin(view: PeopleView) -> None:
    view.show_agenda(make_agenda())
    assert view.stack.currentWidget() is view.empty
    assert view.empty.text() == (
        "Nobody is here yet. Add the first with “+ Person”, or import expressions of interest."
    )


@pytest.mark.parametrize("key", [column.key for column in person_columns(EntityNames())])
def test_every_column_sorts_both_ways_with_nothing_last(view: PeopleView, key: str) -> None:
    index = view.records.column_of(key)
    view.table.sortByColumn(index, Qt.SortOrder.AscendingOrder)
    upwards = list(view.records.shown)
    view.table.sortByColumn(index, Qt.SortOrder.DescendingOrder)
    downwards = list(view.records.shown)
    sort_key = view.records.columns[index].sort_key
    empty = {key for key, line in view.records.lines.items() if sort_key(line) is None}
    filled = 4 - len(empty)
    assert {*upwards[filled:]} == {*downwards[filled:]} == empty
    keys = [sort_key(view.records.lines[shown]) for shown in upwards[:filled]]
    assert keys == sorted(keys)
    assert [sort_key(view.records.lines[shown]) for shown in downwards[:filled]] == keys[::-1]


def test_a_click_on_the_heading_sorts(view: PeopleView) -> None:
    header = view.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(view.records.column_of("entity")) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, pos=place)
    assert view.records.shown == [ANNA, JOAO, BEN, TWIN]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2])
def test_a_cell_is_edited_from_the_keyboard(view: PeopleView, asked: Asked, key: Qt.Key) -> None:
    view.table.choose(ANNA, "function")
    view.table.setFocus()
    QTest.keyClick(view.table, key)
    editor = editor_of(view)
    assert editor.text() == "Minister"
    QTest.keyClicks(editor, "Deputy Minister ")
    press(editor, Qt.Key.Key_Return)
    assert asked.all == [(ANNA, {"function": "Deputy Minister"})]
    assert cell(view, ANNA, "function").data() == "Deputy Minister"


def test_a_double_click_edits(view: PeopleView, asked: Asked) -> None:
    place = view.table.visualRect(cell(view, BEN, "given_name")).center()
    QTest.mouseClick(view.table.viewport(), LEFT, pos=place)
    QTest.mouseDClick(view.table.viewport(), LEFT, pos=place)
    QTest.keyClicks(editor_of(view), "Benjamin")
    press(editor_of(view), Qt.Key.Key_Return)
    assert asked.all == [(BEN, {"given_name": "Benjamin"})]


def test_the_whole_name_is_edited_in_its_parts(view: PeopleView, asked: Asked) -> None:
    editor = open_cell(view, ANNA, "name")
    assert (editor.text(), view.table.currentIndex().column()) == ("Ms.", view.records.column_of("honorific"))


def test_escape_leaves_a_cell_as_it_was(view: PeopleView, asked: Asked) -> None:
    editor = open_cell(view, ANNA, "function")
    QTest.keyClicks(editor, "Nobody")
    press(editor, Qt.Key.Key_Escape)
    assert asked.all == []
    assert cell(view, ANNA, "function").data() == "Minister"


def test_an_unchanged_cell_asks_for_nothing(view: PeopleView, asked: Asked) -> None:
    press(open_cell(view, ANNA, "function"), Qt.Key.Key_Return)
    assert asked.all == []


def test_tab_goes_on_to_the_next_cell_of_a_row_that_moved(view: PeopleView, asked: Asked) -> None:
    editor = open_cell(view, ANNA, "family_name")
    QTest.keyClicks(editor, "Aaa")
    press(editor, Qt.Key.Key_Tab)
    assert view.records.shown[0] == ANNA
    assert (view.table.current_id(), editor_of(view).text()) == (ANNA, "Minister")


def test_an_entity_is_chosen_by_typing(view: PeopleView, asked: Asked) -> None:
    editor = open_cell(view, BEN, "entity")
    assert [editor.itemText(index) for index in range(editor.count())] == ["", "Eastland", "Westland"]
    assert isinstance(editor, NameField)
    QTest.keyClicks(editor, "westland")
    press(editor, Qt.Key.Key_Return)
    assert asked.all == [(BEN, {"entity_id": WEST})]


def test_a_click_in_the_list_is_taken_at_once(view: PeopleView, asked: Asked, qtbot: Any) -> None:
    editor = open_cell(view, BEN, "entity")
    editor.setCurrentIndex(1)
    editor.activated.emit(1)
    qtbot.waitUntil(lambda: bool(asked.all))
    assert asked.all == [(BEN, {"entity_id": EAST})]
    assert view.table.state() is not view.table.State.EditingState


def test_an_entity_is_taken_away_by_emptying(view: PeopleView, asked: Asked) -> None:
    editor = open_cell(view, ANNA, "entity")
    press(editor, Qt.Key.Key_Backspace)
    press(editor, Qt.Key.Key_Return)
    assert asked.all == [(ANNA, {"entity_id": None})]


def test_an_unknown_entity_is_refused_with_the_remedy(view: PeopleView, asked: Asked) -> None:
    editor = open_cell(view, BEN, "entity")
    QTest.keyClicks(editor, "Atlantis")
    press(editor, Qt.Key.Key_Return)
    assert asked.all == []
    assert view.problem.isVisible()
    assert view.problem.text() == "There is no entity “Atlantis” yet. Add it under Entities, then choose it here."
    view.table.choose(BEN, "function")
    QTest.keyClicks(open_cell(view, BEN, "function"), "x")
    press(editor_of(view), Qt.Key.Key_Return)
    assert not view.problem.isVisible()


@pytest.mark.parametrize(("typed", "zone"), [("Europe/Rome", "Europe/Rome"), ("rome", "Europe/Rome")])
def test_a_zone_is_taken_by_name_or_city(view: PeopleView, asked: Asked, typed: str, zone: str) -> None:
    wait_for_zone_names()
    editor = open_cell(view, BEN, "zone")
    QTest.keyClicks(editor, typed)
    press(editor, Qt.Key.Key_Return)
    assert asked.all == [(BEN, {"zone": zone})]


def test_an_unknown_zone_is_refused(view: PeopleView, asked: Asked) -> None:
    editor = open_cell(view, BEN, "zone")
    QTest.keyClicks(editor, "Mars/Base")
    press(editor, Qt.Key.Key_Return)
    assert asked.all == []
    assert view.problem.text() == (
        "“Mars/Base” does not tell one time zone. Type a city or a country, and choose from the list."
    )


def test_gender_is_chosen_from_a_short_list(view: PeopleView, asked: Asked) -> None:
    editor = open_cell(view, BEN, "gender")
    assert editor.currentText() == "Not given"
    press(editor, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_Return)
    assert asked.all == [(BEN, {"gender": "female"})]


def test_the_only_zone_of_the_country_is_offered_and_never_taken_silently(view: PeopleView, asked: Asked) -> None:
    view.table.choose(ANNA)
    assert (view.zone_offer.note.text(), view.zone_offer.link.text()) == (
        "Ms. Anna Nowak has no time zone.",
        "Use Europe/Warsaw",
    )
    assert view.zone_offer.link.isVisible()
    assert asked.all == []
    QTest.mouseClick(view.zone_offer.link, LEFT)
    assert asked.all == [(ANNA, {"zone": "Europe/Warsaw"})]
    assert not view.zone_offer.link.isVisible()


def test_no_zone_is_offered_to_somebody_out_of_sight(view: PeopleView) -> None:
    view.table.choose(ANNA)
    QTest.keyClicks(view.search, "zzz")
    assert not view.zone_offer.link.isVisible()


@pytest.mark.parametrize("person_id", [JOAO, BEN, TWIN])
def test_no_zone_is_offered_for_a_country_of_several_or_none(view: PeopleView, person_id: int) -> None:
    view.table.choose(person_id)
    assert not view.zone_offer.link.isVisible()


def test_choice_and_what_is_typed_stay_when_others_change(view: PeopleView, asked: Asked) -> None:
    editor = open_cell(view, ANNA, "function")
    QTest.keyClicks(editor, "Half a w")
    view.show_agenda(asked.agenda.with_records([("people", 9, person(9, "Zoe", "Aaa")), ("people", BEN, None)]))
    assert view.records.shown == [9, JOAO, ANNA, TWIN]
    assert editor_of(view) is editor
    assert (editor.text(), view.table.current_id(), view.table.chosen_ids()) == ("Half a w", ANNA, [ANNA])
    QTest.keyClicks(editor, "ord")
    press(editor, Qt.Key.Key_Return)
    assert asked.all == [(ANNA, {"function": "Half a word"})]


def test_rows_that_a_search_hides_are_no_longer_chosen(view: PeopleView) -> None:
    view.table.selectAll()
    QTest.keyClicks(view.search, "nowak")
    assert view.table.chosen_ids() == [ANNA, TWIN]
    view.search.clear()
    assert view.table.chosen_ids() == [ANNA, TWIN]


def test_a_row_stays_in_sight_while_it_is_edited_out_of_the_search(view: PeopleView, asked: Asked) -> None:
    QTest.keyClicks(view.search, "minister")
    editor = open_cell(view, ANNA, "function")
    QTest.keyClicks(editor, "Director")
    press(editor, Qt.Key.Key_Return)
    assert view.records.shown == [ANNA]
    QTest.keyClick(view.search, Qt.Key.Key_Space)
    assert view.records.shown == []


def test_people_are_added_and_removed(view: PeopleView, asked: Asked) -> None:
    QTest.mouseClick(view.add, LEFT)
    view.table.choose(ANNA)
    assert view.remove.toolTip() == ("Remove Ms. Anna Nowak (Delete). 3 seats stay with their entity, to be named.")
    QTest.mouseClick(view.remove, LEFT)
    view.table.choose(BEN)
    QTest.keyClick(view.table, Qt.Key.Key_Delete)
    assert asked.all == ["add", ("remove", (ANNA,)), ("remove", (BEN,))]


def test_several_people_are_removed_at_once(view: PeopleView, asked: Asked) -> None:
    view.table.selectAll()
    QTest.mouseClick(view.remove, LEFT)
    assert asked.all == [("remove", tuple(view.records.shown))]


def test_the_name_of_a_person_just_added_is_typed_at_once(view: PeopleView, asked: Asked) -> None:
    def add() -> None:
        asked.agenda = asked.agenda.with_records([("people", 9, person(9, "", "New person"))])
        view.show_agenda(asked.agenda)

    view.person_add_requested.connect(add)
    QTest.keyClicks(view.search, "ben")
    QTest.mouseClick(view.add, LEFT)
    QTest.keyClicks(editor_of(view), "Zeta")
    press(editor_of(view), Qt.Key.Key_Return)
    assert asked.all == ["add", (9, {"family_name": "Zeta"})]


def test_the_cell_of_a_new_person_is_opened(view: PeopleView, asked: Asked) -> None:
    QTest.keyClicks(view.search, "ben")
    view.show_agenda(asked.agenda.with_records([("people", 9, person(9, "", "New person"))]))
    view.edit_record(9, "family_name")
    assert editor_of(view).text() == "New person"


def test_who_may_be_the_same_is_said_and_merged(view: PeopleView, asked: Asked) -> None:
    view.twins_link.look()
    assert view.twins_link.text() == "2 people may be the same"
    QTest.mouseClick(view.twins_link, LEFT)
    assert view.twins_link.dialog is not None
    (box,) = view.twins_link.dialog.groups.values()
    QTest.mouseClick(box.merge, LEFT)
    assert asked.all == [("merge", ANNA, (TWIN,))]
    box.keep(TWIN)
    QTest.mouseClick(box.merge, LEFT)
    assert asked.all[1:] == [("merge", TWIN, (ANNA,))]
    view.show_agenda(
        asked.agenda.with_records([("people", ANNA, None), ("seats", 1, None), ("seats", 2, None), ("seats", 3, None)])
    )
    assert view.twins_link.dialog.groups == {}
    assert not view.twins_link.isVisible()
    view.twins_link.dialog.close()


def test_who_is_not_the_same_is_not_asked_again(view: PeopleView, asked: Asked) -> None:
    view.twins_link.look()
    QTest.mouseClick(view.twins_link, LEFT)
    assert view.twins_link.dialog is not None
    (box,) = view.twins_link.dialog.groups.values()
    told = []
    view.apart_requested.connect(told.append)
    QTest.mouseClick(box.apart, LEFT)
    assert (view.twins_link.groups(), view.twins_link.isVisible(), asked.all) == ([], False, [])
    assert told == [(ANNA, TWIN)]
    view.twins_link.dialog.close()


def test_who_was_told_apart_is_found_again_once_that_is_undone(view: PeopleView, asked: Asked) -> None:
    view.show_agenda(asked.agenda.with_records([("told_apart", 1, ToldApart(1, "people", ANNA, TWIN))]))
    view.twins_link.look()
    assert view.twins_link.groups() == []
    view.show_agenda(asked.agenda)
    view.twins_link.look()
    assert view.twins_link.groups() == [(ANNA, TWIN)]


def test_chosen_rows_are_merged_by_hand(view: PeopleView, asked: Asked) -> None:
    view.table.choose(BEN)
    assert not view.merge.isEnabled()
    view.table.selectAll()
    QTest.mouseClick(view.merge, LEFT)
    assert view.twins_link.dialog is not None
    (box,) = view.twins_link.dialog.groups.values()
    assert box.other_ids() == (BEN, JOAO, TWIN)
    view.twins_link.dialog.close()


def test_chosen_rows_are_copied_as_shown(view: PeopleView) -> None:
    view.table.choose(JOAO)
    for key in (
        "honorific", "given_name", "family_name", "function", "hours", "languages", "gender", "email", "seats",
    ):  # fmt: skip
        view.table.setColumnHidden(view.records.column_of(key), True)
    view.table.selectionModel().select(
        cell(view, BEN, "name"),
        view.table.selectionModel().SelectionFlag.Select | view.table.selectionModel().SelectionFlag.Rows,
    )
    QTest.keyClick(view.table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == (
        "Ben Alpha\t\tAsia/Tokyo\t\nJoão Exemplo\tWestland\t▲ ask\t'+41 22 000 00 00"
    )


def test_rows_are_carried_by_id(view: PeopleView) -> None:
    view.table.selectAll()
    data = view.records.mimeData(view.table.selectedIndexes())
    assert dragged_people(data) == (BEN, JOAO, ANNA, TWIN)
    assert view.records.mimeTypes() == ["application/x-planner-person"]


def test_hidden_columns_order_and_widths_come_back(view: PeopleView) -> None:
    email, zone = view.records.column_of("email"), view.records.column_of("zone")
    menu = view.table.column_menu()
    next(action for action in menu.actions() if action.text() == "E-mail").trigger()
    view.table.setColumnWidth(zone, 211)
    view.table.horizontalHeader().moveSection(zone, 1)
    state = view.layout_state()
    other = PeopleView(LIGHT)
    other.restore_layout(state)
    header = other.table.horizontalHeader()
    assert (other.table.isColumnHidden(email), other.table.columnWidth(zone), header.visualIndex(zone)) == (
        True,
        211,
        1,
    )
    other.restore_layout(b"another table|nonsense")
    assert other.table.isColumnHidden(email)
    other.deleteLater()
    menu.close()


def test_columns_keep_their_state_when_the_first_row_goes(view: PeopleView) -> None:
    email = view.records.column_of("email")
    view.table.setColumnHidden(email, True)
    width = view.table.columnWidth(0)
    for text in ("nowak", "zzz", ""):
        view.search.setText(text)
        assert (view.table.isColumnHidden(email), view.table.columnWidth(0)) == (True, width)


def test_the_arrow_down_leaves_the_search_for_the_table(view: PeopleView) -> None:
    QTest.keyClicks(view.search, "nowak")
    QTest.keyClick(view.search, Qt.Key.Key_Down)
    assert (view.table.hasFocus(), view.table.current_id()) == (True, ANNA)


def test_what_is_missing_keeps_its_colour_in_the_dark(view: PeopleView) -> None:
    view.set_theme(DARK)
    colour = cell(view, ANNA, "zone").data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name().upper() == DARK.warning


def test_the_model_holds_to_qts_rules(view: PeopleView, qtmodeltester: Any) -> None:
    qtmodeltester.check(view.records)
    view.search.setText("nowak")
    view.search.setText("ben")
    view.search.clear()
