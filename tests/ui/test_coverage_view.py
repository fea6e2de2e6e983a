"""The coverage view: a matrix that a click or the space bar changes."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.models.agenda import Agenda
from planner.ui.coverage_view import CoverageView
from planner.ui.theme import DARK, LIGHT
from tests.building import covers, make_agenda, objective, roundtable, session
from tests.windows import start_application

NAME, TIP, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def meeting(*, further: int = 0) -> Agenda:
    """Objective 1 once, 2 twice, 3 not at all, 4 waiting."""
    return make_agenda(
        sessions=[
            roundtable(1, 600),
            session(2, "Talk of the town", 800),
            roundtable(3),
            *(roundtable(number) for number in range(4, 4 + further)),
        ],
        objectives=[objective(number) for number in (1, 2, 3, 4)],
        coverage=covers(1, 1, 2) + covers(2, 2) + covers(3, 4),
    )


@pytest.fixture
def view(qtbot: QtBot) -> CoverageView:
    start_application()
    made = CoverageView(LIGHT)
    qtbot.addWidget(made)
    made.show_agenda(meeting())
    made.resize(900, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def cell(view: CoverageView, row: int, column: int) -> QModelIndex:
    return view.model.index(row, column)


def test_rows_are_objectives_and_columns_are_sessions(view: CoverageView) -> None:
    model = view.model
    assert [model.headerData(row, DOWN) for row in range(model.rowCount())] == [
        "1  Objective 1",
        "2  Objective 2",
        "3  Objective 3",
        "4  Objective 4",
    ]
    assert [model.headerData(column, ACROSS) for column in range(model.columnCount())] == [
        "State",
        "RT1",
        "Talk of the\ntown",
        "RT3\n(to place)",
    ]
    assert model.headerData(2, DOWN, TIP) == "Objective 3. Objective 3 in full"
    assert model.headerData(1, ACROSS, TIP) == "RT1, Thu 12 Nov 10:00–11:15 CET"
    assert model.headerData(3, ACROSS, TIP) == "RT3, to be placed"


def test_each_row_says_how_it_is_covered(view: CoverageView) -> None:
    states = [cell(view, row, 0).data() for row in range(4)]
    assert states == ["Covered", "Covered twice", "Not covered", "Not placed yet"]
    assert cell(view, 2, 0).data(SPOKEN) == "Objective 3: Not covered"


def test_each_cell_says_in_words_what_it_shows(view: CoverageView) -> None:
    assert cell(view, 1, 2).data(SPOKEN) == "Objective 2 is in Talk of the town"
    assert cell(view, 0, 2).data(SPOKEN) == "Objective 1 is not in Talk of the town"


def test_sums_stand_below_and_the_count_above(view: CoverageView) -> None:
    below = [view.sums.index(0, column) for column in range(view.sums.columnCount())]
    assert [index.data() for index in below] == ["", "2", "1", "1"]
    assert below[1].data(SPOKEN) == "Roundtable 1: 2 objectives"
    assert view.summary.text() == "2 of 4 objectives covered, 1 twice"


def test_a_click_asks_for_the_cell_to_be_set_or_cleared(qtbot: QtBot, view: CoverageView) -> None:
    for row, column, expected in ((2, 1, (1, frozenset({1, 2, 3}))), (1, 2, (2, frozenset()))):
        middle = view.table.visualRect(cell(view, row, column)).center()
        with qtbot.waitSignal(view.objectives_requested) as wish:
            QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert tuple(wish.args) == expected


def test_arrows_and_space_do_the_same(qtbot: QtBot, view: CoverageView) -> None:
    view.table.setFocus()
    view.table.setCurrentIndex(cell(view, 0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view.table, key)
    with qtbot.waitSignal(view.objectives_requested) as wish:
        QTest.keyClick(view.table, Qt.Key.Key_Space)
    assert tuple(wish.args) == (1, frozenset({1, 2, 3}))


def test_the_state_of_a_row_is_not_to_be_clicked(qtbot: QtBot, view: CoverageView) -> None:
    with qtbot.assertNotEmitted(view.objectives_requested):
        QTest.mouseClick(
            view.table.viewport(), Qt.MouseButton.LeftButton, pos=view.table.visualRect(cell(view, 0, 0)).center()
        )


def test_tab_leaves_the_matrix(view: CoverageView) -> None:
    view.table.setFocus()
    view.table.setCurrentIndex(cell(view, 1, 1))
    QTest.keyClick(view.table, Qt.Key.Key_Tab)
    current = view.table.currentIndex()
    assert (current.row(), current.column()) == (1, 1)


def test_the_chosen_cell_stays_when_sessions_come(view: CoverageView) -> None:
    view.table.setCurrentIndex(cell(view, 2, 3))
    view.show_agenda(meeting(further=2))
    assert view.model.columnCount() == 6
    current = view.table.currentIndex()
    assert (current.row(), current.column()) == (2, 3)


def test_nothing_is_built_anew_for_a_change_of_coverage(qtbot: QtBot, view: CoverageView) -> None:
    with qtbot.assertNotEmitted(view.model.modelReset):
        view.show_agenda(make_agenda(sessions=meeting().sessions.values(), objectives=meeting().objectives.values()))
    assert view.summary.text() == "0 of 4 objectives covered"


def test_below_the_matrix_columns_are_as_wide(view: CoverageView) -> None:
    view.table.setColumnWidth(2, 200)
    assert [view.footer.columnWidth(column) for column in range(4)] == [
        view.table.columnWidth(column) for column in range(4)
    ]


def test_a_meeting_without_objectives_or_sessions_says_what_to_do(view: CoverageView) -> None:
    view.show_agenda(make_agenda(sessions=[roundtable(1)]))
    assert (view.empty.isVisible(), view.table.isVisible()) == (True, False)
    assert view.empty.text() == (
        "This meeting has no objectives. Make it from the template of the regional review to have them."
    )
    view.show_agenda(make_agenda(objectives=[objective(1)]))
    assert view.empty.text() == "There is no session that could cover objectives. Add one on the timetable."


def test_the_view_takes_the_dark_theme(view: CoverageView) -> None:
    light = view.grab().toImage()
    view.set_theme(DARK)
    assert view.grab().toImage() != light
