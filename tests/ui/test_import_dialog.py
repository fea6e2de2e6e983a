"""The import with preview: real files are read and compared; nothing is written before Import."""

import threading
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from planner.export.progress import Cancelled
from planner.imports.fields import Field
from planner.imports.proposal import Proposal, Verdict
from planner.models.agenda import Agenda
from planner.ui.import_dialog import ImportDialog
from planner.ui.import_table import DECISION, VERDICT, WHY, WRITTEN
from planner.ui.latest_work import LatestWork
from planner.ui.theme import LIGHT
from tests.building import entity, make_agenda, person, roundtable, session
from tests.windows import LEFT, NONE, start_application

SHEET = """Organization,Name,Role,Session,Received
Examplia,Ann Alpha,Speaker,Roundtable 1,2020-10-20
Sample Unoin,Ben Beta,Moderator,Roundtable 2,2020-10-21
Newland,Cleo Gamma,Speaker,Roundtable 9,2020-10-22
"""


def _agenda() -> Agenda:
    return make_agenda(
        sessions=[session(3, "Opening", 600), roundtable(1, 700), roundtable(2)],
        entities=[entity(1, "Examplia"), entity(2, "Sample Union")],
        people=[person(1, "Ann", "Alpha", entity=1)],
    )


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportDialog:
    start_application()
    made = ImportDialog(_agenda(), LIGHT)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "interests.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def settle(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())


def read(qtbot: QtBot, dialog: ImportDialog, path: Path) -> None:
    dialog.read_path(path)
    settle(qtbot, dialog)


def cells(dialog: ImportDialog, column: int) -> list[str]:
    proxy = dialog.shown.proxy
    return [str(proxy.index(row, column).data()) for row in range(proxy.rowCount())]


def answer(qtbot: QtBot, dialog: ImportDialog, row: int, words: str) -> None:
    """Open the decision of a row, and choose these words."""
    dialog.shown.table.open_decision(dialog.shown.proxy.index(row, 0))
    (editor,) = dialog.shown.table.viewport().findChildren(QComboBox)
    editor.setCurrentText(words)
    assert editor.currentText() == words
    editor.activated.emit(editor.currentIndex())
    settle(qtbot, dialog)
    QApplication.processEvents()


def test_every_row_says_what_happens(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    read(qtbot, dialog, sheet)
    assert cells(dialog, VERDICT) == ["+ New", "? Needs a decision", "! Cannot be read"]
    assert cells(dialog, WRITTEN)[0] == "Examplia, Ann Alpha: RT1 speaker, received 20 Oct 2020"
    assert all(cells(dialog, WHY))
    assert [button.text() for button in dialog.shown.verdicts.buttons.values()] == [
        "All 3", "New 1", "Updates 0", "Same as before 0", "Needs a decision 1", "Cannot be read 1",
    ]  # fmt: skip
    assert (dialog.accept_button.text(), dialog.accept_button.isEnabled()) == ("Import 1 row", True)
    assert dialog.message.text() == "2 rows are left out."


def test_a_verdict_filters_the_rows(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    read(qtbot, dialog, sheet)
    qtbot.mouseClick(dialog.shown.verdicts.buttons[Verdict.UNREADABLE], Qt.MouseButton.LeftButton)
    assert cells(dialog, 0) == ["4"]
    qtbot.mouseClick(dialog.shown.verdicts.buttons[""], Qt.MouseButton.LeftButton)
    assert cells(dialog, 0) == ["2", "3", "4"]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_a_decision_is_made_and_changed(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    read(qtbot, dialog, sheet)
    assert cells(dialog, DECISION) == ["", "Choose…", ""]
    answer(qtbot, dialog, 1, "“Sample Unoin” is Sample Union")
    assert cells(dialog, VERDICT)[1] == "+ New"
    assert cells(dialog, DECISION)[1] == "“Sample Unoin” is Sample Union"
    assert dialog.accept_button.text() == "Import 2 rows"
    answer(qtbot, dialog, 1, "“Sample Unoin” is new")
    assert cells(dialog, WRITTEN)[1] == (
        "Sample Unoin, Ben Beta: RT2 moderator, received 21 Oct 2020, new entity, new person"
    )


def test_the_row_at_hand_is_told_in_full(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    read(qtbot, dialog, sheet)
    dialog.shown.table.setCurrentIndex(dialog.shown.proxy.index(2, 0))
    assert dialog.shown.detail.text() == f"Row 4: Newland, Cleo Gamma. {cells(dialog, WHY)[2]}"


def test_the_likeliest_sheet_is_shown_and_another_can_be_chosen(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    book = Workbook()
    for title, lines in (
        ("Read me", ["Nothing to see"]),
        ("October", SHEET.splitlines()[:2]),
        ("More", SHEET.splitlines()),
    ):
        page = book.create_sheet(title)
        for line in lines:
            page.append(line.split(","))
    book.remove(book.worksheets[0])
    path = tmp_path / "book.xlsx"
    book.save(path)
    read(qtbot, dialog, path)
    assert (dialog.shown.sheets.currentText(), cells(dialog, 0)) == ("October", ["2"])
    dialog.shown.sheets.setCurrentIndex(2)
    dialog.shown.sheets.committed.emit(2)
    settle(qtbot, dialog)
    assert cells(dialog, 0) == ["2", "3", "4"]


def test_a_column_is_mapped_anew_and_the_preview_follows(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    read(qtbot, dialog, sheet)
    choices = dialog.shown.columns.choices
    assert [choice.currentData() for choice in choices.values()] == [
        Field.ENTITY, Field.PERSON, Field.ROLES, Field.SEGMENTS, Field.RECEIVED,
    ]  # fmt: skip
    choices[4].committed.emit(Field.NOTE)
    settle(qtbot, dialog)
    assert cells(dialog, WRITTEN)[0] == "Examplia, Ann Alpha: RT1 speaker"


def test_without_a_column_of_who_nothing_can_be_imported(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    read(qtbot, dialog, sheet)
    for index in (0, 1):
        dialog.shown.columns.choices[index].committed.emit(Field.IGNORED)
        settle(qtbot, dialog)
    assert (cells(dialog, 0), dialog.accept_button.isEnabled()) == ([], False)
    assert dialog.message.text() == (
        "No heading of “interests.csv” says who is interested. Say which column holds the entity."
    )
    dialog.shown.columns.choices[0].committed.emit(Field.ENTITY)
    settle(qtbot, dialog)
    assert cells(dialog, 0) == ["2", "3", "4"]


def test_import_hands_the_proposal_over_and_closes(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    read(qtbot, dialog, sheet)
    with qtbot.waitSignal(dialog.import_requested) as wish:
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert wish.args is not None
    proposal, writing = wish.args
    assert not writing.is_set()
    assert isinstance(proposal, Proposal)
    assert [row.label for row in proposal.rows_to_write] == ["Examplia, Ann Alpha"]
    assert not dialog.isVisible()


def test_what_was_not_read_and_what_is_doubtful_is_told_above_the_rows(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("Entity,Shoes,Received\nExamplia,41,10/5/2020\n", encoding="utf-8")
    read(qtbot, dialog, path)
    doubt = (
        "No date in “Received” tells whether the day or the month comes first: in 10/5/2020 the day is taken to come"
        " first. If it is the month, choose “Date received, month first” for this column."
    )
    assert dialog.shown.notes.text().splitlines() == [doubt, "Columns not read: “Shoes”."]
    dialog.shown.columns.choices[2].committed.emit(Field.RECEIVED_MONTH_FIRST)
    settle(qtbot, dialog)
    assert cells(dialog, WRITTEN) == ["Examplia: no wish given, received 5 Oct 2020"]
    assert dialog.shown.notes.text() == "Columns not read: “Shoes”."


def test_the_mapping_is_remembered_for_the_same_headings(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    read(qtbot, dialog, sheet)
    dialog.shown.columns.choices[4].committed.emit(Field.NOTE)
    settle(qtbot, dialog)
    dialog.accept_button.click()
    again = ImportDialog(_agenda(), LIGHT)
    qtbot.addWidget(again)
    again.show()
    read(qtbot, again, sheet)
    assert again.shown.columns.choices[4].currentData() == Field.NOTE


def test_pasted_text_is_read_like_a_file(qtbot: QtBot, dialog: ImportDialog) -> None:
    assert not dialog.source.read.isEnabled()
    dialog.source.text.setPlainText(SHEET.replace(",", "\t"))
    qtbot.mouseClick(dialog.source.read, Qt.MouseButton.LeftButton)
    settle(qtbot, dialog)
    assert (dialog.shown.title.text(), len(cells(dialog, 0))) == ("Pasted text", 3)


def test_a_file_that_cannot_be_read_is_said_on_the_first_page(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no more")
    read(qtbot, dialog, broken)
    assert dialog.message.text() == (
        "“broken.xlsx” is damaged and cannot be read. Ask its sender for it again, or for a CSV file."
    )
    assert (dialog.source.isVisible(), dialog.accept_button.isEnabled()) == (True, False)


def test_another_file_starts_over(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    read(qtbot, dialog, sheet)
    qtbot.mouseClick(dialog.another, Qt.MouseButton.LeftButton)
    assert (dialog.source.isVisible(), dialog.accept_button.isEnabled(), dialog.another.isVisible()) == (
        True, False, False,
    )  # fmt: skip


def test_a_file_is_dropped_onto_the_first_page(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    entering = QDragEnterEvent(QPoint(20, 20), copy, data, LEFT, NONE)
    QApplication.sendEvent(dialog.source, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(dialog.source, QDropEvent(QPointF(20, 20), copy, data, LEFT, NONE))
    settle(qtbot, dialog)
    assert dialog.shown.title.text() == "interests.csv"


def test_closing_while_reading_stops_the_work(dialog: ImportDialog, sheet: Path) -> None:
    dialog.read_path(sheet)
    dialog.reject()
    assert not dialog.isVisible()


def test_only_the_latest_work_is_heard(qtbot: QtBot, qapp: QApplication) -> None:
    work = LatestWork(qapp)
    heard: list[str] = []
    held = threading.Event()

    def slow(_report: Any, cancel: Any) -> str:
        held.wait()
        if cancel.is_set():
            raise Cancelled
        return "slow"

    work.run(slow, heard.append)
    work.run(lambda _report, _cancel: "quick", heard.append)
    qtbot.waitUntil(lambda: heard == ["quick"])
    held.set()
    work.wait()
    QApplication.processEvents()
    assert (heard, work.is_running) == (["quick"], False)


def test_work_is_stopped_on_request(qtbot: QtBot, qapp: QApplication) -> None:
    work = LatestWork(qapp)

    def stop(_report: Any, cancel: Any) -> None:
        cancel.wait()
        raise Cancelled

    work.run(stop, lambda _result: None)
    with qtbot.waitSignal(work.cancelled):
        work.cancel()
    work.wait()
