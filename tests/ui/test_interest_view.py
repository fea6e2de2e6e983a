"""The Interest view: it finds, judges, orders and seats interests by asking; the meeting changes elsewhere."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, InterestState, Role
from planner.models.records import Interest, Wish
from planner.ui.dragging import dragged_interests
from planner.ui.interest_cells import ENTITY, NOTE, PERSON, RECEIVED, STATE
from planner.ui.interest_dialog import InterestDialog, WishesDialog
from planner.ui.interest_lines import InterestFilter
from planner.ui.interest_view import InterestView
from planner.ui.theme import DARK, LIGHT
from planner.ui.wishes_field import WishesField
from tests.building import entity, make_agenda, person, roundtable, seat, session
from tests.windows import start_application

SPEAKER, MODERATOR = Role.SPEAKER, Role.MODERATOR
NEW, RESERVE, SHORTLISTED = InterestState.NEW, InterestState.RESERVE, InterestState.SHORTLISTED


def _interest(number: int, state: InterestState = NEW, **values: Any) -> Interest:
    usual = {
        "id": number, "entity_id": number, "person_id": None, "received": f"2020-10-{30 - number}",
        "source": "typed", "source_key": "", "note": "", "state": state, "position": 0,
    }  # fmt: skip
    return Interest(**usual | values)


def _agenda(*changed: Interest, **tables: Any) -> Agenda:
    """Three States: the first wants to speak in RT1 and moderate RT2, the second to speak in RT2, the third nothing."""
    usual = {interest.id: interest for interest in (_interest(1, person_id=1), _interest(2), _interest(3))}
    rows = usual | {interest.id: interest for interest in changed}
    values: dict[str, Any] = {
        "sessions": [session(3, "Opening", 600), roundtable(1, 700), roundtable(2)],
        "entities": [
            entity(1, "Examplia"),
            entity(2, "Newland", EntityKind.STAKEHOLDER),
            entity(3, "Sample Union", EntityKind.REGIONAL_ORGANIZATION),
        ],
        "people": [person(1, "Ann", "Alpha", entity=1)],
        "interests": list(rows.values()),
        "wishes": [Wish(1, 1, 2, MODERATOR, 2), Wish(2, 1, 1, SPEAKER, 1), Wish(3, 2, 2, SPEAKER, 0)],
    }
    return make_agenda(**values | tables)


@pytest.fixture
def view(qtbot: QtBot) -> InterestView:
    start_application()
    made = InterestView(LIGHT)
    made.resize(1100, 560)
    qtbot.addWidget(made)
    made.show_agenda(_agenda())
    with qtbot.waitExposed(made):
        made.show()
    return made


def rows(view: InterestView) -> list[list[str]]:
    model = view.model
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def entities(view: InterestView) -> list[str]:
    return [row[ENTITY] for row in rows(view)]


def test_a_row_says_who_wants_what_dearest_first(view: InterestView) -> None:
    assert rows(view)[-1] == [
        "Examplia", "Ann Alpha", "RT1 speaker · RT2 moderator", "new", "29 Oct 2020", "", "typed"
    ]  # fmt: skip


def test_rows_come_by_date_received_and_sort_by_any_column(view: InterestView) -> None:
    assert entities(view) == ["Sample Union", "Newland", "Examplia"]
    view.table.sortByColumn(ENTITY, Qt.SortOrder.AscendingOrder)
    assert entities(view) == ["Examplia", "Newland", "Sample Union"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (InterestFilter(session_id=2), ["Newland", "Examplia"]),
        (InterestFilter(session_id=2, role=SPEAKER), ["Newland"]),
        (InterestFilter(role=MODERATOR), ["Examplia"]),
        (InterestFilter(kind=EntityKind.REGIONAL_ORGANIZATION), ["Sample Union"]),
        (InterestFilter(region="Europe"), []),
        (InterestFilter(state=RESERVE), []),
        (InterestFilter(text="alpha rt1"), ["Examplia"]),
    ],
)
def test_a_filter_lets_through_what_meets_all_of_it(
    view: InterestView, wanted: InterestFilter, found: list[str]
) -> None:
    view.model.set_filter(wanted)
    assert entities(view) == found


def test_typing_and_choosing_filters_and_clear_shows_all(qtbot: QtBot, view: InterestView) -> None:
    qtbot.keyClicks(view.filters.search, "new")
    assert entities(view) == ["Sample Union", "Newland", "Examplia"]  # "new" is a state as well
    qtbot.keyClicks(view.filters.search, "land")
    assert (entities(view), view.filters.count.text()) == (["Newland"], "1 of 3")
    qtbot.keyClicks(view.filters.search, "s")
    assert view.none_found.isVisible()
    qtbot.mouseClick(view.filters.clear, Qt.MouseButton.LeftButton)
    assert (len(rows(view)), view.filters.count.text(), view.filters.clear.isVisible()) == (3, "3", False)


def test_a_segment_line_filters_and_gives_back(view: InterestView) -> None:
    line = view.demand.topLevelItem(1)
    assert line is not None
    assert [line.text(column) for column in range(3)] == ["RT1", "1 ask · 0/4", "0 ask · 0/1"]
    view.demand.itemClicked.emit(line, 0)
    assert entities(view) == ["Examplia"]
    view.demand.itemClicked.emit(line, 0)
    assert len(entities(view)) == 3


def test_a_segment_line_says_its_figures_in_words(view: InterestView) -> None:
    view.show_agenda(_agenda(seats=[seat(1, 1, entity=1), seat(2, 1, MODERATOR, person=1)]))
    line = view.demand.topLevelItem(1)
    assert line is not None
    assert line.data(0, Qt.ItemDataRole.AccessibleTextRole) == (
        "Roundtable 1: 1 asking to speak, 1 of 4 speakers seated; 0 asking to moderate, 1 of 1 moderators seated."
    )


def test_digits_and_links_judge_all_chosen_rows(qtbot: QtBot, view: InterestView) -> None:
    view.choose({1, 2})
    with qtbot.waitSignal(view.states_requested) as wish:
        qtbot.keyClick(view.table, Qt.Key.Key_2)
    assert wish.args == [(2, 1), SHORTLISTED]
    with qtbot.waitSignal(view.states_requested) as wish:
        qtbot.mouseClick(view.chosen_bar.states[RESERVE], Qt.MouseButton.LeftButton)
    assert wish.args == [(2, 1), RESERVE]


@pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
@pytest.mark.parametrize(
    ("column", "field", "names"),
    [(ENTITY, "entity_name", ["Examplia", "Newland", "Sample Union"]), (PERSON, "person_name", ["Ann Alpha"])],
)
def test_who_is_interested_is_typed_in_place(
    qtbot: QtBot, view: InterestView, column: int, field: str, names: list[str]
) -> None:
    index = view.model.index(1, column)
    view.table.setCurrentIndex(index)
    view.table.edit(index)
    (editor,) = view.table.viewport().findChildren(QLineEdit)
    assert [editor.completer().model().index(row, 0).data() for row in range(len(names))] == names
    editor.selectAll()
    qtbot.keyClicks(editor, names[0])
    with qtbot.waitSignal(view.interest_change_requested) as wish:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert wish.args == [view.model.line(1).id, {field: names[0]}]


def test_delete_removes_the_chosen_rows(qtbot: QtBot, view: InterestView) -> None:
    view.choose({3})
    with qtbot.waitSignal(view.remove_requested) as wish:
        qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert wish.args == [(3,)]


def test_what_needs_a_choice_is_off_without_one(view: InterestView) -> None:
    bar = view.chosen_bar
    assert (bar.seat.isEnabled(), bar.remove.isEnabled()) == (False, False)
    view.choose({1, 2})
    assert (bar.seat.isEnabled(), bar.remove.isEnabled()) == (False, True)
    view.choose({1})
    assert (bar.seat.isEnabled(), bar.wishes.isEnabled()) == (True, True)


def test_a_note_is_edited_in_place_and_asked_for_once(qtbot: QtBot, view: InterestView) -> None:
    index = view.model.index(0, NOTE)
    view.table.setCurrentIndex(index)
    view.table.edit(index)
    (editor,) = view.table.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(editor, "By e-mail")
    with qtbot.waitSignal(view.interest_change_requested) as wish:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert wish.args == [3, {"note": "By e-mail"}]
    assert rows(view)[0][NOTE] == ""


def test_an_edit_to_the_same_asks_for_nothing(qtbot: QtBot, view: InterestView) -> None:
    wishes: list[object] = []
    view.interest_change_requested.connect(lambda *wish: wishes.append(wish))
    index = view.model.index(0, RECEIVED)
    view.table.edit(index)
    (editor,) = view.table.viewport().findChildren(QLineEdit)
    assert editor.text() == "2020-10-27"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert wishes == []


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_state_of_one_row_is_chosen_in_place(qtbot: QtBot, view: InterestView) -> None:
    index = view.model.index(0, STATE)
    view.table.edit(index)
    (editor,) = view.table.viewport().findChildren(QComboBox)
    assert editor.currentData() == NEW
    editor.setCurrentIndex(editor.findData(RESERVE))
    with qtbot.waitSignal(view.interest_change_requested) as wish:
        editor.activated.emit(editor.currentIndex())
    assert wish.args == [3, {"state": RESERVE}]


def test_what_is_typed_stays_when_the_meeting_changes(qtbot: QtBot, view: InterestView) -> None:
    index = view.model.index(1, NOTE)
    view.table.setCurrentIndex(index)
    view.table.edit(index)
    (editor,) = view.table.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(editor, "half a no")
    view.show_agenda(_agenda(_interest(2, SHORTLISTED, note="from elsewhere")))
    assert editor.text() == "half a no"
    assert rows(view)[1][STATE] == "shortlisted"


def test_the_choice_stays_when_rows_come_and_go(view: InterestView) -> None:
    view.choose({1, 2})
    four = _agenda(_interest(4, entity_id=1, received="2020-10-01"))
    view.show_agenda(four)
    assert (len(rows(view)), view.chosen_ids()) == (4, (2, 1))
    view.show_agenda(_agenda())
    assert (len(rows(view)), view.chosen_ids()) == (3, (2, 1))


def test_the_seat_menu_offers_the_wishes_first(qtbot: QtBot, view: InterestView) -> None:
    menu = view.seat_menu(1)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == [
        "RT1 speaker", "RT2 moderator", "Opening speaker", "Opening moderator", "RT1 moderator", "RT2 speaker",
    ]  # fmt: skip
    with qtbot.waitSignal(view.seat_requested) as wish:
        menu.actions()[1].trigger()
    assert wish.args == [1, 2, MODERATOR]


def test_the_context_menu_does_what_the_bar_does(qtbot: QtBot, view: InterestView) -> None:
    view.choose({1})
    menu = view.context_menu()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[:3] == ["Seat in…", "Change what is asked for…", "Mark as new"]
    with qtbot.waitSignal(view.states_requested) as wish:
        next(action for action in menu.actions() if action.text() == "Mark as declined").trigger()
    assert wish.args == [(1,), InterestState.DECLINED]


def test_rows_are_dragged_by_their_ids(view: InterestView) -> None:
    data = view.model.mimeData([view.model.index(row, column) for row in (0, 2) for column in (0, 1)])
    assert dragged_interests(data) == (3, 1)


def test_the_reserve_moves_past_the_next_in_sight(qtbot: QtBot, view: InterestView) -> None:
    everyone = [_interest(number, RESERVE, position=number) for number in (1, 2, 3)]
    wishes = [Wish(1, 1, 1, SPEAKER, 0), Wish(2, 2, 2, SPEAKER, 0), Wish(3, 3, 1, SPEAKER, 0)]
    view.show_agenda(_agenda(*everyone, wishes=wishes))
    view.filters.choose_segment(1)
    panel = view.reserve
    shown = [panel.list.topLevelItem(row) for row in range(panel.list.topLevelItemCount())]
    assert [item.text(0) for item in shown if item] == ["1. Examplia", "2. Sample Union"]
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    with qtbot.waitSignal(view.reserve_move_requested) as wish:
        qtbot.mouseClick(panel.up, Qt.MouseButton.LeftButton)
    assert wish.args == [3, -2]
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    with qtbot.waitSignal(view.reserve_move_requested) as wish:
        qtbot.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert wish.args == [1, 2]


def test_without_interests_it_says_what_they_are(qtbot: QtBot, view: InterestView) -> None:
    view.show_agenda(_agenda(interests=[], wishes=[]))
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert shown[0] == "No expression of interest yet"
    buttons = {button.text(): button for button in view.findChildren(QPushButton) if button.isVisible()}
    with qtbot.waitSignals([view.import_requested, view.interest_add_requested]):
        buttons["Import a spreadsheet…"].click()
        buttons["+ Interest"].click()


def test_the_theme_changes_while_shown(view: InterestView) -> None:
    view.set_theme(DARK)
    colour = view.model.index(0, STATE).data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name().upper() == DARK.accent


def test_a_new_interest_is_asked_for_with_its_wishes(qtbot: QtBot) -> None:
    dialog = InterestDialog(_agenda())
    qtbot.addWidget(dialog)
    add = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Add")
    assert not add.isEnabled()
    dialog.entity.setEditText("Oldland")
    dialog.received.setText("31 October")
    assert not add.isEnabled()
    dialog.received.setText("2020-10-31")
    choice = dialog.wishes.choices[1, SPEAKER]
    choice.setCurrentIndex(choice.findData(1))
    with qtbot.waitSignal(dialog.add_requested) as wish:
        add.click()
    assert wish.args == [
        {
            "entity_name": "Oldland",
            "person_name": "",
            "received": "2020-10-31",
            "note": "",
            "wishes": ((1, SPEAKER, 1),),
        }
    ]


def test_wishes_keep_every_role_and_preference(qtbot: QtBot) -> None:
    wishes = [Wish(1, 1, 2, Role.PANELLIST, 12), Wish(2, 1, 1, SPEAKER, 0)]
    field = WishesField(_agenda(), wishes)
    qtbot.addWidget(field)
    assert sorted(field.wishes()) == [(1, SPEAKER, 0), (2, Role.PANELLIST, 12)]


def test_wishes_are_changed_from_the_view(qtbot: QtBot, view: InterestView) -> None:
    view.choose({2})
    qtbot.mouseClick(view.chosen_bar.wishes, Qt.MouseButton.LeftButton)
    (dialog,) = view.findChildren(WishesDialog)
    choice = dialog.wishes.choices[2, SPEAKER]
    choice.setCurrentIndex(0)
    with qtbot.waitSignal(view.wishes_requested) as wish:
        next(button for button in dialog.findChildren(QPushButton) if button.text() == "Keep").click()
    assert wish.args == [2, ()]
