"""Replacing the holder of a seat."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, Gender, InterestState, Role, SeatState
from planner.models.records import Interest, Wish
from planner.ui.replace_dialog import ReplaceDialog
from tests.building import entity, make_agenda, person, roundtable, seat
from tests.windows import start_application


def _agenda() -> Agenda:
    """Ann of Examplia declined; Ben of Newland is on the reserve for her role."""
    ann = replace(person(1, "Ann", "Alpha", entity=1), gender=Gender.FEMALE)
    ben = replace(person(2, "Ben", "Beta", entity=2), gender=Gender.MALE)
    return make_agenda(
        sessions=[roundtable(1, 600)],
        entities=[entity(1, "Examplia"), entity(2, "Newland"), entity(3, "Sample Union", EntityKind.STAKEHOLDER)],
        people=[ann, ben, replace(person(3, "Eve", "Epsilon", entity=1), gender=Gender.FEMALE)],
        seats=[seat(1, 1, entity=1, person=1, state=SeatState.DECLINED), seat(2, 1, entity=3)],
        interests=[Interest(1, 2, 2, "2020-10-20", "typed", "", "", InterestState.RESERVE, 1)],
        wishes=[Wish(1, 1, 1, Role.SPEAKER, 1)],
    )


@pytest.fixture
def dialog(qtbot: QtBot) -> ReplaceDialog:
    start_application()
    agenda = _agenda()
    made = ReplaceDialog(agenda, agenda.seats[1])
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def values(**named: Any) -> dict[str, Any]:
    nothing: dict[str, Any] = {"entity_id": None, "person_id": None, "interest_id": None}
    return nothing | {"entity_name": "", "person_name": "", "reason": ""} | named


def accepted(qtbot: QtBot, dialog: ReplaceDialog) -> Any:
    with qtbot.waitSignal(dialog.replace_requested) as wish:
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    return wish.args


def test_the_reserve_is_offered_and_taken(qtbot: QtBot, dialog: ReplaceDialog) -> None:
    assert [dialog.offers.item(row).text() for row in range(dialog.offers.count())] == [
        "Ben Beta · Newland · 20 Oct 2020"
    ]
    dialog.offers.setCurrentRow(0)
    assert (dialog.entity.currentText(), dialog.person.currentText()) == ("Newland", "Ben Beta")
    assert dialog.balance.text() == "Changes the balance of Roundtable 1: Female 1 to 0 and Male 0 to 1."
    dialog.reason.setText("Declined by e-mail")
    assert accepted(qtbot, dialog) == [
        1, values(entity_id=2, person_id=2, interest_id=1, reason="Declined by e-mail"),
    ]  # fmt: skip


def test_another_of_the_same_entity_keeps_the_balance(qtbot: QtBot, dialog: ReplaceDialog) -> None:
    dialog.person.setEditText("eve epsilon")
    assert dialog.balance.text() == "The balance of Roundtable 1 stays as it is."
    assert accepted(qtbot, dialog) == [1, values(entity_id=1, person_id=3)]


def test_a_new_name_is_handed_on_as_a_name(qtbot: QtBot, dialog: ReplaceDialog) -> None:
    dialog.entity.setEditText("Oldland")
    dialog.person.setEditText("Fay Zeta")
    assert accepted(qtbot, dialog) == [1, values(entity_name="Oldland", person_name="Fay Zeta")]


def test_a_known_person_alone_brings_the_entity(qtbot: QtBot, dialog: ReplaceDialog) -> None:
    dialog.entity.setEditText("")
    dialog.person.setEditText("Ben Beta")
    assert accepted(qtbot, dialog) == [1, values(entity_id=2, person_id=2, interest_id=1)]


def test_nobody_and_the_same_holder_cannot_be_chosen(dialog: ReplaceDialog) -> None:
    dialog.person.setEditText("Ann Alpha")
    assert not dialog.accept_button.isEnabled()
    dialog.entity.setEditText(" ")
    dialog.person.setEditText("")
    assert not dialog.accept_button.isEnabled()
    assert dialog.balance.text() == "Choose from the reserve list, or name who takes the seat."


def test_the_entity_stays_with_the_speaker_to_be_named(qtbot: QtBot, dialog: ReplaceDialog) -> None:
    assert (dialog.entity.currentText(), dialog.person.currentText()) == ("Examplia", "")
    assert accepted(qtbot, dialog) == [1, values(entity_id=1)]
