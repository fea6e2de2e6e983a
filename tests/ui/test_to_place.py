"""The list of sessions that wait for a place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from planner.edits.sessions import create_session, move_session, set_objectives
from planner.models.kinds import SessionKind
from planner.ui.main_window import MainWindow
from planner.ui.move_dialog import MoveDialog
from planner.ui.to_place import ToPlacePanel
from tests.meetings import CLOSING, FIRST, SECOND, friday, steps
from tests.windows import (
    CONTROL,
    agenda_of,
    answer_next,
    block_of,
    chosen,
    click,
    desk_of,
    hover,
    key,
    leave,
    spot_of,
    texts_shown,
    type_text,
    undo_name,
)


@pytest.fixture
def panel(window: MainWindow) -> ToPlacePanel:
    return window.workspace.to_place


def test_the_list_holds_a_card_for_each_waiting_session(panel: ToPlacePanel) -> None:
    assert [card.accessibleName() for card in panel.cards.values()] == ["Closing"]


def test_coded_sessions_come_first_by_code(window: MainWindow, panel: ToPlacePanel) -> None:
    document = desk_of(window).document
    for session_id in (SECOND, FIRST):
        desk_of(window).place(session_id, None)
    made = create_session(document, SessionKind.SIDE_EVENT, title="A side event")
    QApplication.processEvents()
    in_order = sorted(panel.cards.values(), key=lambda card: card.mapTo(panel, QPoint()).y())
    assert [card.session_id for card in in_order] == [FIRST, SECOND, CLOSING, made]


def test_without_waiting_sessions_a_sentence_says_so(window: MainWindow, panel: ToPlacePanel) -> None:
    sentence = "Every session is on the timetable. Drag one here to take it off."
    assert sentence not in texts_shown(panel)
    move_session(desk_of(window).document, CLOSING, friday(700))
    assert sentence in texts_shown(panel)


def test_a_card_names_length_and_objectives(window: MainWindow, panel: ToPlacePanel) -> None:
    set_objectives(desk_of(window).document, CLOSING, frozenset({1, 3}))
    assert panel.cards[CLOSING]._facts == "30 min · objectives 1 and 3"


def test_ctrl_n_makes_a_session_to_place_with_its_title_ready_to_be_typed(
    window: MainWindow, panel: ToPlacePanel
) -> None:
    key(window, Qt.Key.Key_N, CONTROL)
    made = chosen(window).id
    assert panel.cards[made].isChecked()
    assert window.workspace.session.title.hasFocus()
    type_text(window, "Side meeting")
    key(window, Qt.Key.Key_Return)
    session = agenda_of(window).sessions[made]
    assert (session.title, session.minutes, session.spot) == ("Side meeting", 30, None)


def test_the_button_makes_a_session_too(window: MainWindow, panel: ToPlacePanel) -> None:
    button = next(one for one in panel.findChildren(QPushButton) if one.text() == "+ Session")
    click(button)
    assert undo_name(window) == "Add a session"
    assert len(panel.cards) == 2


def test_enter_on_a_card_asks_for_day_and_hour(window: MainWindow, panel: ToPlacePanel) -> None:
    panel.cards[CLOSING].setFocus()

    def place(dialog: object) -> None:
        assert isinstance(dialog, MoveDialog)
        dialog.start.setText("12:00")
        dialog._judge()
        dialog._finish()

    answer_next(place)
    key(window, Qt.Key.Key_Return)
    placed = spot_of(window, CLOSING)
    assert placed is not None
    assert placed.start_minute == 720


def test_a_block_dragged_over_the_list_may_be_dropped_and_a_card_may_not(
    window: MainWindow, panel: ToPlacePanel
) -> None:
    assert hover(window, panel, FIRST, QPoint(50, 300))
    leave(panel)
    assert not hover(window, panel, CLOSING, QPoint(50, 300))


def test_delete_on_a_card_does_nothing(window: MainWindow, panel: ToPlacePanel, path: Path) -> None:
    panel.cards[CLOSING].setFocus()
    key(window, Qt.Key.Key_Delete)
    assert steps(path) == []


def test_alt_shift_arrows_change_the_length_of_a_card(window: MainWindow, panel: ToPlacePanel) -> None:
    panel.cards[CLOSING].setFocus()
    key(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert agenda_of(window).sessions[CLOSING].minutes == 35


def test_placing_the_focused_card_chooses_no_other_session(window: MainWindow, panel: ToPlacePanel) -> None:
    create_session(desk_of(window).document, title="Another")
    click(panel.cards[CLOSING])
    desk_of(window).place(CLOSING, friday(700))
    assert chosen(window).id == CLOSING
    assert block_of(window, CLOSING).isChecked()


def test_taking_the_focused_block_off_chooses_no_other_session(window: MainWindow) -> None:
    block_of(window, FIRST).setFocus()
    key(window, Qt.Key.Key_Delete)
    assert chosen(window).id == FIRST
    assert window.workspace.to_place.cards[FIRST].isChecked()
