"""The balance view: bars with figures, that a screen reader hears as a table."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, SeatState
from planner.rules.balance import Aspect
from planner.ui.balance_view import BalanceView
from planner.ui.fields import ChoiceField
from planner.ui.theme import DARK, LIGHT
from tests.building import entity, make_agenda, person, roundtable, seat
from tests.windows import start_application

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def meeting() -> Agenda:
    return make_agenda(
        sessions=[roundtable(1, 600), roundtable(2, 700)],
        entities=[entity(1, "Portugal"), entity(2, "Group", EntityKind.STAKEHOLDER)],
        people=[replace(person(1, "Anna", entity=1), gender="female")],
        seats=[seat(1, 1, person=1, minutes=6), seat(2, 1, entity=2, minutes=2, state=SeatState.INVITED)],
    )


@pytest.fixture
def view(qtbot: QtBot) -> BalanceView:
    start_application()
    made = BalanceView(LIGHT)
    qtbot.addWidget(made)
    made.show_agenda(meeting())
    made.resize(1000, 500)
    made.show()
    return made


def rows(view: BalanceView, aspect: Aspect) -> list[list[str]]:
    model = view.tables[aspect].model_of_shares
    return [[model.index(row, column).data() for column in (0, 2, 3, 4)] for row in range(model.rowCount())]


def choose(field: ChoiceField, text: str) -> None:
    index = field.findText(text)
    field.setCurrentIndex(index)
    field.activated.emit(index)


def test_seats_are_counted_and_what_is_not_given_has_words(view: BalanceView) -> None:
    assert rows(view, Aspect.GENDER) == [["Female", "1", "0", "50 %"], ["Not given", "0", "1", "50 %"]]
    assert rows(view, Aspect.ENTITY_KIND) == [
        ["UNECE member State", "1", "0", "50 %"],
        ["Stakeholder", "0", "1", "50 %"],
    ]
    assert rows(view, Aspect.STAKEHOLDER_CATEGORY) == [["Not given", "0", "1", "100 %"]]
    assert rows(view, Aspect.REGION) == [["Not given", "1", "1", "100 %"]]
    assert view.summary.text() == "2 seats, 1 confirmed"


def test_minutes_can_be_counted_instead(view: BalanceView) -> None:
    choose(view.measure, "Speaking minutes")
    assert rows(view, Aspect.GENDER) == [["Female", "6", "0", "75 %"], ["Not given", "0", "2", "25 %"]]
    assert view.summary.text() == "8 minutes, 6 confirmed"


def test_one_session_can_be_chosen_and_stays_chosen(view: BalanceView) -> None:
    choose(view.session, "RT2")
    assert view.empty.isVisible()
    assert view.empty.text() == "Nobody is seated yet. Seat people or entities in sessions to see the balance."
    view.show_agenda(
        make_agenda(
            sessions=meeting().sessions.values(), entities=[entity(1, "Portugal")], seats=[seat(1, 2, entity=1)]
        )
    )
    assert view.session.currentText() == "RT2"
    assert rows(view, Aspect.ENTITY_KIND) == [["UNECE member State", "1", "0", "100 %"]]


def test_a_chosen_session_that_is_gone_gives_way_to_all(view: BalanceView) -> None:
    choose(view.session, "RT2")
    view.show_agenda(make_agenda(sessions=[roundtable(1, 600)]))
    assert view.session.currentText() == "All sessions"


def test_bars_are_heard_in_words(view: BalanceView) -> None:
    table = view.tables[Aspect.GENDER]
    assert table.accessibleName() == "Balance by gender"
    assert table.model_of_shares.index(0, 1).data(SPOKEN) == (
        "Female: 1 confirmed, 0 proposed or invited, 50 % of all seats"
    )


def test_every_row_of_a_table_is_in_sight(view: BalanceView) -> None:
    for table in view.tables.values():
        assert table.verticalScrollBar().maximum() == 0


def test_the_view_takes_the_dark_theme(view: BalanceView) -> None:
    light = view.grab().toImage()
    view.set_theme(DARK)
    assert view.grab().toImage() != light
