"""While a draft or an earlier state is on the screen, its papers are made, and every dialog says whose they are."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from planner import edits
from planner.models.agenda import Agenda
from planner.ui.export_dialog import ExportDialog
from planner.ui.fields import ChoiceField
from planner.ui.main_window import MainWindow
from planner.ui.papers_view import PapersView
from planner.ui.sheets_dialog import SheetsDialog
from tests.meetings import FIRST
from tests.windows import CONTROL, answer_next, desk_of, key

AS_OF = datetime(2020, 11, 5, 18, 0)
WAIT_MS = 20_000


@pytest.fixture
def drafted(window: MainWindow) -> MainWindow:
    """Draft 1 calls the first roundtable what the working copy no longer does."""
    document = desk_of(window).document
    edits.sessions.change_session(document, FIRST, title="As issued")
    edits.drafts.issue_draft(document, "", "", AS_OF)
    edits.sessions.change_session(document, FIRST, title="As it is now")
    return window


def look_at_draft(window: MainWindow) -> None:
    window.show_view("drafts")
    window.views.view("drafts").look_at(1)


def look_at_the_first_step(window: MainWindow) -> None:
    window.show_view("history")
    view = window.views.view("history")
    view.look_at(view.model.steps[-1].id)


def export(qtbot: QtBot, window: MainWindow, act: Any = lambda _dialog: None) -> tuple[str, str, str]:
    """Ctrl+E and Export: the plan that the dialog names, the name of the file, and what is printed."""
    told: list[str] = []

    def run(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        act(dialog)
        dialog.open_after.setChecked(False)
        told.extend((dialog.plan.currentText(), dialog.path.text()))
        with qtbot.waitSignal(dialog.exported, timeout=WAIT_MS):
            dialog.start()

    answer_next(run)
    key(window, Qt.Key.Key_E, CONTROL)
    plan, path = told
    return plan, Path(path).name, PdfReader(path).pages[0].extract_text()


def choose(field: ChoiceField, text: str) -> None:
    index = field.findText(text)
    field.setCurrentIndex(index)
    field.activated.emit(index)


def test_while_a_draft_is_looked_at_the_export_prints_the_draft(qtbot: QtBot, drafted: MainWindow) -> None:
    look_at_draft(drafted)
    plan, name, printed = export(qtbot, drafted)
    assert (plan, name) == ("Draft 1", "review, Draft 1.pdf")
    assert ("As issued" in printed, "As it is now" in printed) == (True, False)
    assert "Draft 1, as of 5 November 2020, 18:00" in printed
    told = desk_of(drafted).document.path.with_name(name)
    assert drafted.message.text == f"The paper of “Draft 1” is in {told}."


def test_the_working_copy_can_be_chosen_instead(qtbot: QtBot, drafted: MainWindow) -> None:
    look_at_draft(drafted)
    plan, name, printed = export(qtbot, drafted, lambda dialog: choose(dialog.plan, "Working copy"))
    assert (plan, name) == ("Working copy", "review.pdf")
    assert ("As issued" in printed, "As it is now" in printed) == (False, True)


def test_back_at_the_working_copy_the_export_prints_it(qtbot: QtBot, drafted: MainWindow) -> None:
    look_at_draft(drafted)
    key(drafted, Qt.Key.Key_Escape)
    plan, _name, printed = export(qtbot, drafted)
    assert (plan, "As it is now" in printed) == ("Working copy", True)


def test_another_view_than_that_of_the_draft_prints_the_working_copy(qtbot: QtBot, drafted: MainWindow) -> None:
    look_at_draft(drafted)
    drafted.show_view("timetable")
    assert export(qtbot, drafted)[0] == "Working copy"


def test_the_meeting_as_it_was_then_is_exported_as_it_was(qtbot: QtBot, drafted: MainWindow) -> None:
    look_at_the_first_step(drafted)
    plan, name, printed = export(qtbot, drafted)
    assert plan.startswith("As it was on ")
    assert name.startswith("review, As it was on ")
    assert ("As issued" in printed, "As it is now" in printed) == (True, False)


def test_without_a_draft_there_is_nothing_to_choose(window: MainWindow) -> None:
    def check(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        assert not dialog.plan.isVisible()

    answer_next(check)
    key(window, Qt.Key.Key_E, CONTROL)


def test_print_prints_the_draft_and_the_next_time_the_working_copy(drafted: MainWindow) -> None:
    papers: PapersView = drafted.views.view("papers")
    printed: list[Agenda] = []

    def decline(dialog: QDialog) -> None:
        wish = papers.wish()
        assert isinstance(dialog, QMessageBox)
        assert wish is not None
        printed.append(wish.agenda)
        dialog.reject()

    look_at_draft(drafted)
    answer_next(decline)
    key(drafted, Qt.Key.Key_P, CONTROL)
    assert (drafted.views.shown, papers.plan.currentText()) == ("drafts", "Draft 1")
    assert not papers.look.isEnabled()
    drafted.show_view("timetable")
    answer_next(decline)
    key(drafted, Qt.Key.Key_P, CONTROL)
    assert [agenda.sessions[FIRST].title for agenda in printed] == ["As issued", "As it is now"]
    drafted.show_view("papers")
    papers.settle()
    assert papers.plan.currentText() == "Working copy"
    assert "As it is now" in papers.pages.sheets[0].accessibleDescription()


def test_any_draft_can_be_seen_as_it_prints(drafted: MainWindow) -> None:
    drafted.show_view("papers")
    papers: PapersView = drafted.views.view("papers")
    choose(papers.plan, "Draft 1")
    papers.settle()
    assert "As issued" in papers.pages.sheets[0].accessibleDescription()
    desk_of(drafted).undo()
    desk_of(drafted).undo()
    papers.settle()
    assert (papers.plan.currentText(), papers.plan.isVisible()) == ("Working copy", False)


def test_personal_sheets_of_a_draft_that_the_plan_left_are_papers_alone(
    qtbot: QtBot, drafted: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []

    def make_them(dialog: SheetsDialog) -> int:
        dialog.open_after.setChecked(False)
        with qtbot.waitSignal(dialog.written, timeout=WAIT_MS):
            dialog.make.click()
        seen.append((dialog.windowTitle(), dialog.notice.text(), dialog.as_of.isEnabled()))
        return 1

    desk = desk_of(drafted)
    told: list[str] = []
    monkeypatch.setattr(SheetsDialog, "exec", make_them)
    monkeypatch.setattr(desk, "tell", told.append)
    look_at_draft(drafted)
    drafted.commands.ask_sheets()
    why = "The calendar files and e-mail drafts are left out, because the plan has changed since Draft 1."
    folder = desk.document.path.with_name("review, Draft 1 sheets")
    assert seen == [("Personal sheets: Draft 1", why, False)]
    assert told == [f"They are in {folder}. {why}"]
    assert sorted(path.name for path in folder.iterdir()) == [
        "all-sheets.pdf", "ann-alpha.pdf", "ben-beta.pdf", "examplia.pdf",
    ]  # fmt: skip
    assert desk.document.calendar_events() == ()
    assert "Draft 1, as of" in " ".join(PdfReader(folder / "ann-alpha.pdf").pages[0].extract_text().split())


def test_personal_sheets_of_a_changed_plan_say_so_in_the_window_too(
    qtbot: QtBot, drafted: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make_them(dialog: SheetsDialog) -> int:
        dialog.open_after.setChecked(False)
        assert dialog.notice.text() == ""
        with qtbot.waitSignal(dialog.written, timeout=WAIT_MS):
            dialog.make.click()
        return 1

    monkeypatch.setattr(SheetsDialog, "exec", make_them)
    drafted.commands.ask_sheets()
    folder = desk_of(drafted).document.path.with_name("review sheets")
    assert "After Draft 1, 1 change, as of" in " ".join(
        PdfReader(folder / "ann-alpha.pdf").pages[0].extract_text().split()
    )
