"""Personal sheets, letters and texts asked for in the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from planner import edits
from planner.errors import FileProblem
from planner.export.progress import CancelFlag, Cancelled, Progress
from planner.export.template_texts import TextPaper, usual_text
from planner.models.aside_records import CalendarEvent
from planner.ui.main_window import MainWindow
from planner.ui.sheets_acts import ask_letters, session_groups
from planner.ui.sheets_dialog import Order, SheetsDialog
from planner.ui.telling_page import telling_list
from planner.ui.texts_dialog import TextsDialog
from planner.ui.who_list import WhoList
from tests.meetings import ALPHA, BETA, EXAMPLIA, FIRST, friday
from tests.windows import answer_next, desk_of, key

WAIT_MS = 20_000
ANN, BEN, EXAMPLIA_ITSELF = (ALPHA, None), (BETA, None), (None, EXAMPLIA)
PEOPLE = [(ANN, "Ann Alpha"), (BEN, "Ben Beta"), (EXAMPLIA_ITSELF, "Examplia")]
GROUPS = {"RT1": frozenset({ANN, EXAMPLIA_ITSELF}), "RT2": frozenset({BEN})}
EVENT = CalendarEvent("a", 1, 1, None, 0, "", False)


def choose(who: WhoList, text: str) -> None:
    """As the person does from the list."""
    index = who.which.findText(text)
    who.which.setCurrentIndex(index)
    who.which.activated.emit(index)


@pytest.fixture
def make(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Iterator[Callable[..., SheetsDialog]]:
    """The dialog with another way to write."""
    made: list[SheetsDialog] = []

    def dialog(write: Callable[[Order, Progress, CancelFlag], tuple[CalendarEvent, ...]]) -> SheetsDialog:
        who = WhoList(PEOPLE, GROUPS)
        made.append(SheetsDialog("Sheets", desk_of(window).agenda.meeting, who, write, tmp_path / "new", window))
        qtbot.addWidget(made[-1])
        made[-1].open_after.setChecked(False)
        made[-1].show()
        return made[-1]

    yield dialog
    for one in made:
        one.reject()


def test_everybody_is_ticked_at_first(qtbot: QtBot) -> None:
    who = WhoList(PEOPLE, GROUPS)
    qtbot.addWidget(who)
    assert who.chosen() == (ANN, BEN, EXAMPLIA_ITSELF)


def test_a_session_ticks_those_who_sit_there(qtbot: QtBot) -> None:
    who = WhoList(PEOPLE, GROUPS)
    qtbot.addWidget(who)
    choose(who, "RT1")
    assert who.chosen() == (ANN, EXAMPLIA_ITSELF)
    choose(who, "Everybody")
    assert who.chosen() == (ANN, BEN, EXAMPLIA_ITSELF)


def test_a_tick_by_hand_is_a_choice_of_its_own(qtbot: QtBot) -> None:
    who = WhoList(PEOPLE, GROUPS)
    qtbot.addWidget(who)
    choose(who, "RT2")
    who.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert (who.which.currentText(), who.chosen()) == ("Those ticked", (ANN, BEN))
    choose(who, "Those ticked")
    assert who.chosen() == (ANN, BEN)


def test_nobody_ticked_is_nothing_to_make(make: Callable[..., SheetsDialog]) -> None:
    dialog = make(lambda *_: ())
    for row in range(len(PEOPLE)):
        dialog.who.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.make.isEnabled()


def test_what_is_written_is_told_with_its_events(qtbot: QtBot, make: Callable[..., SheetsDialog]) -> None:
    orders: list[Order] = []

    def write(order: Order, progress: Progress, _cancel: CancelFlag) -> tuple[CalendarEvent, ...]:
        orders.append(order)
        progress(1, 2)
        return (EVENT,)

    dialog = make(write)
    choose(dialog.who, "RT2")
    with qtbot.waitSignal(dialog.written, timeout=WAIT_MS) as told:
        dialog.make.click()
    assert told.args == [orders[0].folder, (EVENT,)]
    assert orders[0].holders == (BEN,)
    assert dialog.result() == SheetsDialog.DialogCode.Accepted


def test_what_fails_is_said_and_can_be_tried_again(qtbot: QtBot, make: Callable[..., SheetsDialog]) -> None:
    def write(_order: Order, _progress: Progress, _cancel: CancelFlag) -> tuple[CalendarEvent, ...]:
        raise FileProblem("No.")

    dialog = make(write)
    dialog.make.click()
    qtbot.waitUntil(lambda: dialog.message.text() == "No.", timeout=WAIT_MS)
    assert dialog.make.isEnabled()


def test_cancel_stops_the_work_and_leaves_the_dialog(qtbot: QtBot, make: Callable[..., SheetsDialog]) -> None:
    def write(_order: Order, _progress: Progress, cancel: CancelFlag) -> tuple[CalendarEvent, ...]:
        assert cancel.wait(WAIT_MS / 1000)  # type: ignore[attr-defined]  # the worker's flag is an event
        raise Cancelled

    dialog = make(write)
    dialog.make.click()
    dialog.cancel.click()
    qtbot.waitUntil(lambda: dialog.message.text() == "Stopped; nothing was written.", timeout=WAIT_MS)
    assert dialog.isVisible()


def test_sheets_are_made_and_the_file_remembers_what_was_given(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(window)
    folder = desk.document.path.with_name("review sheets")

    def make_them(dialog: SheetsDialog) -> int:
        dialog.open_after.setChecked(False)
        with qtbot.waitSignal(dialog.written, timeout=WAIT_MS):
            dialog.make.click()
        return 1

    monkeypatch.setattr(SheetsDialog, "exec", make_them)
    window.commands.ask_sheets()
    assert len(list(folder.iterdir())) == 10
    assert len(desk.document.calendar_events()) == 3
    assert desk.document.history.undo is None


def test_letters_go_to_those_ticked_among_whom_must_be_told(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(window)
    edits.drafts.issue_draft(desk.document)
    edits.sessions.move_session(desk.document, FIRST, friday(720))
    entries = telling_list(desk.agenda)
    assert [entry.name for entry in entries] == ["Ann Alpha", "Ben Beta", "Examplia"]

    def make_them(dialog: SheetsDialog) -> int:
        dialog.open_after.setChecked(False)
        dialog.who.list.item(1).setCheckState(Qt.CheckState.Unchecked)
        with qtbot.waitSignal(dialog.written, timeout=WAIT_MS):
            dialog.make.click()
        return 1

    monkeypatch.setattr(SheetsDialog, "exec", make_them)
    ask_letters(desk, entries, window)
    folder = desk.document.path.with_name("review letters")
    assert sorted(path.stem for path in folder.glob("*.pdf")) == ["ann-alpha", "examplia"]
    assert len(desk.document.calendar_events()) == 2


def test_the_sessions_to_choose_are_those_in_which_somebody_sits(window: MainWindow) -> None:
    assert session_groups(desk_of(window).agenda) == {"RT1 First theme": frozenset({ANN, BEN, EXAMPLIA_ITSELF})}


@pytest.fixture
def texts(qtbot: QtBot, window: MainWindow) -> TextsDialog:
    made = TextsDialog(desk_of(window).agenda, window)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_texts_begin_as_the_program_has_them_and_are_read_merged(texts: TextsDialog) -> None:
    page = texts.pages[TextPaper.INVITATION]
    assert page.text.toPlainText() == usual_text(TextPaper.INVITATION)
    assert page.merged.toPlainText().splitlines()[0] == "Invitation to express interest"


def test_a_changed_text_is_kept_and_the_program_s_is_not(qtbot: QtBot, texts: TextsDialog) -> None:
    texts.pages[TextPaper.LOGISTICS].text.setPlainText("Log in to {meeting}.")
    with qtbot.waitSignal(texts.save_requested) as told:
        texts.save.click()
    assert told.args == [{"logistics_text": "Log in to {meeting}."}]


def test_the_program_s_text_can_be_taken_again(qtbot: QtBot, window: MainWindow) -> None:
    edits.meeting.change_meeting(desk_of(window).document, invitation_text="Come.")
    dialog = TextsDialog(desk_of(window).agenda, window)
    qtbot.addWidget(dialog)
    dialog.usual.click()
    with qtbot.waitSignal(dialog.save_requested) as told:
        dialog.save.click()
    assert told.args == [{"invitation_text": ""}]


def test_a_place_that_nothing_fills_is_named_and_not_saved(qtbot: QtBot, texts: TextsDialog) -> None:
    page = texts.pages[TextPaper.LOGISTICS]
    page.text.setPlainText("At {venue}.")
    texts.save.click()
    assert page.message.text().startswith("Nothing fills {venue} in this text.")
    assert texts.tabs.currentWidget() is page
    assert texts.isVisible()
    # Closed as it stands, it would ask.
    texts.done(0)


def test_what_was_typed_is_not_given_up_without_a_question(texts: TextsDialog) -> None:
    texts.pages[TextPaper.LOGISTICS].text.insertPlainText("An hour of work. ")
    asked: list[str] = []

    def press(name: str) -> Callable[[QDialog], None]:
        def act(box: QDialog) -> None:
            assert isinstance(box, QMessageBox)
            asked.append(box.text())
            next(one for one in box.buttons() if one.text() == name).click()

        return act

    answer_next(press("Go on writing"))
    key(texts, Qt.Key.Key_Escape)
    assert (asked, texts.isVisible()) == (["The texts were changed."], True)
    answer_next(press("Discard"))
    texts.cancel.click()
    assert (len(asked), texts.isVisible()) == (2, False)


def test_unchanged_texts_are_closed_at_once(texts: TextsDialog) -> None:
    key(texts, Qt.Key.Key_Escape)
    assert not texts.isVisible()
