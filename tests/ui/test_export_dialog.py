"""Export agenda: the paper is made in a thread of its own, can be stopped, and what fails is said in the dialog."""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from planner import edits
from planner.errors import FileProblem
from planner.export.agenda_paper import Paper
from planner.export.profiles import Profile
from planner.export.progress import CancelFlag, Cancelled, Progress
from planner.rules.drafts import drafts_of
from planner.ui.export_dialog import ExportDialog
from planner.ui.main_window import MainWindow
from planner.ui.paper_states import state_of_draft
from planner.ui.worker import Worker
from tests.meetings import ALPHA, CLOSING, friday
from tests.windows import CONTROL, answer_next, choose_file, desk_of, key

WAIT_MS = 20_000


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Iterator[ExportDialog]:
    """The dialog on the small meeting, which does not open the paper afterwards."""
    made = ExportDialog(desk_of(window).agenda, tmp_path / "agenda.pdf", window.files.settings, window)
    qtbot.addWidget(made)
    made.open_after.setChecked(False)
    made.show()
    yield made
    made.reject()


def button(dialog: QDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def answer_replacing(dialog: ExportDialog, name: str) -> list[str]:
    """Export, with this answer to the question about the file that is there; what was asked."""
    asked: list[str] = []

    def press(box: QDialog) -> None:
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(one for one in box.buttons() if one.text() == name).click()

    answer_next(press)
    dialog.start()
    return asked


def message(dialog: ExportDialog) -> str:
    return dialog.message.text()


def test_the_dialog_suggests_the_meeting_s_facts(dialog: ExportDialog, tmp_path: Path) -> None:
    options = dialog.options()
    assert dialog.path.text() == str(tmp_path / "agenda.pdf")
    assert [box.text() for box in dialog.zones.boxes] == ["Toronto", "Bishkek"]
    assert (options.paper, options.zones) == (Paper.A4, ())
    dialog.zones.boxes[0].click()
    assert dialog.options().zones == ("America/Toronto",)


def test_what_the_look_prints_is_ticked_first_and_no_tick_is_pressed_together(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    edits.layouts.change_look(desk_of(window).document, zones=["Asia/Tokyo"])
    made = ExportDialog(desk_of(window).agenda, tmp_path / "agenda.pdf", window.files.settings, window)
    qtbot.addWidget(made)
    made.show()
    assert [(box.text(), box.isChecked()) for box in made.zones.boxes] == [
        ("Tokyo", True), ("Toronto", False), ("Bishkek", False),
    ]  # fmt: skip
    assert [box for box in made.zones.boxes if box.height() < box.fontMetrics().height()] == []


def choose(dialog: ExportDialog, key: str) -> None:
    place = next(place for place in range(dialog.what.count()) if dialog.what.itemData(place).key == key)
    dialog.what.setCurrentIndex(place)
    dialog.what.activated.emit(place)


def test_another_paper_has_another_name_and_is_for_other_people(dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog, "running-order-pdf")
    assert (dialog.path.text(), dialog.options().profile) == (
        str(tmp_path / "agenda-running-order-pdf.pdf"), Profile.INTERNAL,
    )  # fmt: skip
    choose(dialog, "agenda-docx")
    assert (dialog.path.text(), dialog.options().profile) == (str(tmp_path / "agenda-agenda-docx.docx"), Profile.PUBLIC)
    choose(dialog, "agenda-pdf")
    assert dialog.path.text() == str(tmp_path / "agenda.pdf")


def test_a_typed_name_stays_and_only_its_ending_changes(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.path.setText(str(tmp_path / "mine.pdf"))
    choose(dialog, "annotated-docx")
    assert dialog.path.text() == str(tmp_path / "mine.docx")


def test_another_paper_is_written_as_well(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog, "annotated-pdf")
    dialog.open_after.setChecked(False)
    with qtbot.waitSignal(dialog.exported, timeout=WAIT_MS):
        dialog.start()
    assert (tmp_path / "agenda-annotated-pdf.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_there_already_is_replaced_only_when_the_person_says_so(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    edited = tmp_path / "mine.pdf"
    edited.write_text("by hand")
    dialog.path.setText(str(tmp_path / "mine"))
    assert answer_replacing(dialog, "Cancel") == ["“mine.pdf” is there already."]
    assert edited.read_text() == "by hand"
    with qtbot.waitSignal(dialog.exported, timeout=WAIT_MS):
        answer_replacing(dialog, "Replace")
    assert edited.read_bytes().startswith(b"%PDF")


def test_a_folder_gets_the_usual_name_and_no_name_is_nothing_to_write(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.path.setText(str(tmp_path))
    assert (dialog.target(), dialog.make.isEnabled()) == (tmp_path / "agenda.pdf", True)
    dialog.path.setText(" ")
    assert not dialog.make.isEnabled()


def test_what_is_left_out_stands_whole_in_the_dialog(dialog: ExportDialog) -> None:
    shown = dialog._left_out
    assert shown.text().startswith("Left out: ")
    assert shown.height() >= shown.heightForWidth(shown.width())


def test_a_name_alone_is_beside_the_meeting_and_the_whole_path_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = ExportDialog(desk_of(window).agenda, Path("agenda.pdf"), window.files.settings, window)
    qtbot.addWidget(made)
    made.open_after.setChecked(False)
    assert made.path.text() == str(tmp_path / "agenda.pdf")
    made.path.setText("other.pdf")
    with qtbot.waitSignal(made.exported, timeout=WAIT_MS) as told:
        made.start()
    assert told.args == [tmp_path / "other.pdf"]


def test_further_zones_become_columns_once_each(dialog: ExportDialog) -> None:
    for zone in ("Asia/Tbilisi", "Asia/Bishkek", "Asia/Tbilisi"):
        dialog.zones.add.setText(zone)
        dialog.zones.add.setModified(True)
        dialog.zones.add.commit()
    assert [box.text() for box in dialog.zones.boxes] == ["Toronto", "Bishkek", "Tbilisi"]
    assert dialog.options().zones == ("Asia/Bishkek", "Asia/Tbilisi")
    assert dialog.zones.add.text() == ""


def test_what_is_chosen_is_what_is_made(dialog: ExportDialog) -> None:
    dialog.paper.setCurrentIndex(1)
    dialog.draft.setValue(3)
    dialog.watermark.setChecked(False)
    dialog.zones.boxes[1].setChecked(True)
    dialog.as_of.setDateTime(dialog.as_of.dateTime().fromString("2020-11-05T17:30:00", Qt.DateFormat.ISODate))
    options = dialog.options()
    assert (options.paper, options.draft_number, options.watermark, options.zones, options.as_of) == (
        Paper.LETTER, 3, False, ("Asia/Bishkek",), datetime(2020, 11, 5, 17, 30),
    )  # fmt: skip


def test_the_paper_is_written_and_told(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.exported, timeout=WAIT_MS) as told:
        button(dialog, "Export").click()
    assert told.args == [tmp_path / "agenda.pdf"]
    text = PdfReader(tmp_path / "agenda.pdf").pages[0].extract_text()
    assert "Review of Examples" in text
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_window_stays_free_while_the_paper_is_made(qtbot: QtBot, dialog: ExportDialog) -> None:
    with qtbot.waitSignal(dialog.exported, timeout=WAIT_MS):
        dialog.start()
        assert dialog._worker is not None
        assert not button(dialog, "Export").isEnabled()


def test_a_failure_says_its_sentence_and_the_dialog_stays(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.path.setText(str(tmp_path / "no such folder" / "agenda.pdf"))
    button(dialog, "Export").click()
    qtbot.waitUntil(lambda: message(dialog) != "", timeout=WAIT_MS)
    folder = tmp_path / "no such folder"
    assert str(folder) in message(dialog) or folder.name in message(dialog)
    assert dialog.isVisible()
    assert button(dialog, "Export").isEnabled()
    assert not folder.exists()


def test_after_a_failure_another_place_can_be_chosen(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.path.setText(str(tmp_path / "no such folder" / "agenda.pdf"))
    button(dialog, "Export").click()
    qtbot.waitUntil(lambda: message(dialog) != "", timeout=WAIT_MS)
    choose_file(tmp_path / "elsewhere")
    button(dialog, "Choose…").click()
    assert dialog.path.text() == str(tmp_path / "elsewhere.pdf")
    with qtbot.waitSignal(dialog.exported, timeout=WAIT_MS):
        button(dialog, "Export").click()
    assert (tmp_path / "elsewhere.pdf").is_file()


def test_cancel_leaves_nothing_behind(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    dialog.start()
    button(dialog, "Cancel").click()
    qtbot.waitUntil(lambda: dialog._worker is None, timeout=WAIT_MS)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert message(dialog) == "Stopped; nothing was written."
    assert dialog.isVisible()


def test_esc_stops_the_work_and_closes(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    dialog.start()
    key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_an_existing_paper_stays_whole_when_the_work_is_stopped(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    (tmp_path / "agenda.pdf").write_bytes(b"the paper of yesterday")
    answer_replacing(dialog, "Replace")
    button(dialog, "Cancel").click()
    qtbot.waitUntil(lambda: dialog._worker is None, timeout=WAIT_MS)
    assert (tmp_path / "agenda.pdf").read_bytes() == b"the paper of yesterday"


def test_ctrl_e_exports_beside_the_meeting_and_the_bar_tells_where(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    desk_of(window).place(CLOSING, friday(700))

    def export(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.open_after.setChecked(False)
        with qtbot.waitSignal(dialog.exported, timeout=WAIT_MS):
            dialog.start()

    answer_next(export)
    key(window, Qt.Key.Key_E, CONTROL)
    assert window.message.text == f"The paper is in {path.with_suffix('.pdf')}."
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


# -- the worker -------------------------------------------------------------------------------------------------


def test_a_worker_runs_beside_the_window_and_tells_its_result(qtbot: QtBot) -> None:
    threads: list[int] = []

    def work(progress: Progress, cancel: CancelFlag) -> str:
        threads.append(threading.get_ident())
        progress(1, 2)
        return "done"

    worker = Worker(work)
    steps: list[tuple[int, int]] = []
    worker.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(worker.succeeded, timeout=WAIT_MS) as ended:
        worker.start()
    worker.wait()
    assert (ended.args, steps) == (["done"], [(1, 2)])
    assert threads != [threading.get_ident()]


def test_a_worker_tells_a_failure_as_its_sentence(qtbot: QtBot) -> None:
    def work(progress: Progress, cancel: CancelFlag) -> None:
        raise FileProblem("The disk is full. Free some space.")

    worker = Worker(work)
    with qtbot.waitSignal(worker.failed, timeout=WAIT_MS) as ended:
        worker.start()
    worker.wait()
    assert ended.args == ["The disk is full. Free some space."]


def test_a_worker_stops_when_it_is_asked_to(qtbot: QtBot) -> None:
    started = threading.Event()

    def work(progress: Progress, cancel: CancelFlag) -> None:
        started.set()
        while not cancel.is_set():
            threading.Event().wait(0.001)
        raise Cancelled

    worker = Worker(work)
    with qtbot.waitSignal(worker.cancelled, timeout=WAIT_MS):
        worker.start()
        started.wait(WAIT_MS / 1000)
        worker.cancel()
    worker.wait()


def test_only_what_a_paper_can_do_is_asked(dialog: ExportDialog) -> None:
    assert (dialog.zones.isVisible(), dialog.profile.isEnabled()) == (True, True)
    choose(dialog, "annotated-pdf")
    assert (dialog.zones.isVisible(), dialog.options().zones) == (False, ())
    choose(dialog, "interests-pdf")
    assert (dialog.profile.isEnabled(), dialog.options().profile) == (False, Profile.INTERNAL)


def test_a_paper_about_changes_begins_with_any_draft_or_option(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = desk_of(window).document
    edits.drafts.issue_draft(document, "for the Bureau")
    for title in ("Second", "Third"):
        edits.meeting.change_meeting(document, title=title)
        edits.drafts.issue_draft(document)
    edits.drafts.keep_option(document)
    dialog = ExportDialog(desk_of(window).agenda, tmp_path / "agenda.pdf", window.files.settings, window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert (dialog.since.isVisible(), dialog.options().before) == (False, None)
    choose(dialog, "changes-pdf")
    named = [dialog.since.itemText(index) for index in range(dialog.since.count())]
    assert named == ["Draft 3", "Draft 2", "Draft 1, for the Bureau", "Option A"]
    assert (dialog.since.isVisible(), dialog.since.currentText(), dialog.options().before_name) == (
        True, "Draft 2", "Draft 2",
    )  # fmt: skip
    dialog.since.setCurrentIndex(2)
    before = dialog.options().before
    assert before is not None
    assert (before.meeting.title, dialog.options().before_name) == ("Review of Examples", "Draft 1")
    dialog.since.setCurrentIndex(3)
    assert dialog.options().before_name == "Option A"


def test_a_draft_is_compared_with_none_that_was_issued_later(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    document = desk_of(window).document
    for title in ("First", "Second", "Third"):
        edits.meeting.change_meeting(document, title=title)
        edits.drafts.issue_draft(document)
    agenda = desk_of(window).agenda
    shown = state_of_draft(drafts_of(agenda)[1])
    dialog = ExportDialog(agenda, tmp_path / "agenda.pdf", window.files.settings, window, shown=shown)
    qtbot.addWidget(dialog)
    choose(dialog, "changes-pdf")
    assert [dialog.since.itemText(index) for index in range(dialog.since.count())] == ["Draft 1"]


def test_the_number_of_a_draft_is_typed_only_before_the_first(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    edits.drafts.issue_draft(desk_of(window).document)
    dialog = ExportDialog(desk_of(window).agenda, tmp_path / "agenda.pdf", window.files.settings, window)
    qtbot.addWidget(dialog)
    assert (dialog.draft.value(), dialog.draft.isEnabled()) == (1, False)


@pytest.mark.parametrize("profile", list(Profile))
def test_a_reader_chosen_in_the_window_is_that_reader(dialog: ExportDialog, profile: Profile) -> None:
    """Qt gives back plain text for what was put into a box as a member of an enumeration."""
    dialog.profile.setCurrentIndex(dialog.profile.findData(profile))
    options = dialog.options()
    assert (options.profile is profile, type(options.paper)) == (True, Paper)


@pytest.mark.parametrize(("profile", "named"), [("public", False), ("delegations", True), ("internal", True)])
def test_what_is_written_for_a_chosen_reader_shows_an_unconfirmed_name_only_to_those_who_may_see_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, profile: str, named: bool
) -> None:
    document = desk_of(window).document
    edits.people.change_person(document, ALPHA, email="ann@example.org")
    made = ExportDialog(desk_of(window).agenda, tmp_path / "review.pdf", window.files.settings, window)
    qtbot.addWidget(made)
    made.open_after.setChecked(False)
    choose(made, "agenda-json")
    made.profile.setCurrentIndex(made.profile.findData(profile))
    with qtbot.waitSignal(made.exported, timeout=WAIT_MS) as told:
        made.start()
    text = told.args[0].read_text(encoding="utf-8")
    assert ("Alpha" in text, "ann@example.org" in text) == (named, profile == "internal")
    made.reject()
