"""The history: listed, searched, filtered, looked at as it was, undone to with a preview, and pruned."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from planner import edits
from planner.models.aside_records import PEOPLE
from planner.models.kinds import Role
from planner.rules.touched import SESSIONS
from planner.ui.history_model import NAME, TIME, TOUCHED
from planner.ui.history_view import HistoryView
from planner.ui.main_window import MainWindow
from planner.ui.undo_to_dialog import UndoToDialog
from tests.meetings import BETA, FIRST, OPENING, SAMPLE_UNION, SECOND, alter, friday, steps
from tests.windows import agenda_of, answer_next, desk_of, key, undo_name


@pytest.fixture
def view(window: MainWindow) -> HistoryView:
    """Four steps: a title, a move, a seat, a title again; the last one taken back."""
    desk = desk_of(window)
    desk.change_session(OPENING, {"title": "Welcome"})
    desk.place(SECOND, friday(640))
    desk.run(edits.seats.add_seats, OPENING, Role.SPEAKER, [(SAMPLE_UNION, BETA)])
    desk.change_session(FIRST, {"title": "Another theme"})
    desk.undo()
    window.show_view("history")
    shown = window.views.view("history")
    assert isinstance(shown, HistoryView)
    return shown


def column(view: HistoryView, number: int) -> list[str]:
    return [str(view.model.index(row, number).data()) for row in range(view.model.rowCount())]


def groups(view: HistoryView) -> list[tuple[str, list[str]]]:
    return [(group.heading, [line.text for line in group.lines]) for group in view.step.model.groups]


def test_every_step_is_listed_with_what_it_touched_the_latest_first(view: HistoryView) -> None:
    assert column(view, NAME) == [
        "Change the title of Roundtable 1", "Seat Ben Beta in Welcome, speaker",
        "Move Roundtable 2 to Fri 10:40", "Change the title of Opening",
    ]  # fmt: skip
    assert column(view, TOUCHED) == ["Roundtable 1", "Welcome, Ben Beta, Sample Union", "Roundtable 2", "Welcome"]


def test_the_time_is_told_on_the_meetings_clock(window: MainWindow, view: HistoryView) -> None:
    view.model.all_steps = [view.model.all_steps[0]._replace(made_at="2020-11-05T17:00:00+00:00")]
    view.model.search("")
    assert column(view, TIME) == ["5 Nov 2020, 18:00 CET"]


def test_a_step_that_was_taken_back_is_shown_as_such(view: HistoryView) -> None:
    first, second = view.model.index(0, NAME), view.model.index(1, NAME)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Change the title of Roundtable 1 (taken back)"
    assert first.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert second.data(Qt.ItemDataRole.FontRole) is None
    view.table.choose_row(0)
    assert (view.step.look.isEnabled(), view.step.undo_to.isEnabled()) == (False, False)
    assert view.step.state.text() == "taken back; Redo makes it again"


def test_search_finds_steps_by_name_and_by_what_they_touched(view: HistoryView) -> None:
    view.search.setText("move")
    assert column(view, NAME) == ["Move Roundtable 2 to Fri 10:40"]
    view.search.setText("beta welcome")
    assert column(view, NAME) == ["Seat Ben Beta in Welcome, speaker"]
    assert view.count.text() == "1 of 4"
    view.search.setText("nowhere")
    assert view.empty.isVisible()
    assert (view.step.name.text(), view.step.when.text(), view.step.model.groups) == ("", "", ())
    view.search.clear()
    assert view.step.name.text() == column(view, NAME)[0]


def test_the_steps_of_one_session_or_person_are_left(view: HistoryView) -> None:
    view.filter.setCurrentIndex(view.filter.keys.index((SESSIONS, OPENING)))
    view.filter.activated.emit(view.filter.currentIndex())
    assert column(view, NAME) == ["Seat Ben Beta in Welcome, speaker", "Change the title of Opening"]
    view.filter.setCurrentIndex(view.filter.keys.index((PEOPLE, BETA)))
    view.filter.activated.emit(view.filter.currentIndex())
    assert column(view, NAME) == ["Seat Ben Beta in Welcome, speaker"]
    view.filter.setCurrentIndex(0)
    view.filter.activated.emit(0)
    assert len(column(view, NAME)) == 4


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_a_name_typed_into_the_filter_is_taken(window: MainWindow, view: HistoryView) -> None:
    view.filter.setFocus()
    view.filter.setEditText("ben beta")
    key(window, Qt.Key.Key_Tab)
    assert view.filter.chosen == (PEOPLE, BETA)
    assert column(view, NAME) == ["Seat Ben Beta in Welcome, speaker"]


def test_a_chosen_step_says_what_it_changed(view: HistoryView) -> None:
    view.table.choose_row(2)
    view.step.show_changes()
    assert groups(view) == [
        ("RT2 Second theme", ["Roundtable 2 moves from Fri 10:00 to Fri 10:40 CET (04:40 in Toronto)."])
    ]


def test_a_new_step_comes_on_top_and_the_choice_stays(window: MainWindow, view: HistoryView) -> None:
    view.table.choose_row(2)
    desk_of(window).change_session(FIRST, {"title": "New"})
    chosen = view.chosen()
    assert chosen is not None
    assert (chosen.name, view.table.currentIndex().row()) == ("Move Roundtable 2 to Fri 10:40", 3)


def test_enter_shows_the_meeting_as_it_was_and_escape_goes_back(window: MainWindow, view: HistoryView) -> None:
    before = agenda_of(window)
    view.table.choose_row(3)
    view.table.setFocus()
    key(window, Qt.Key.Key_Return)
    assert view.is_looking
    lines = [line.text for group in view.looking.model.groups for line in group.lines]
    assert lines == [
        "Welcome now includes Ben Beta (speaker).",
        "Roundtable 2 moves from Fri 10:00 to Fri 10:40 CET (04:40 in Toronto).",
    ]
    key(window, Qt.Key.Key_Escape)
    assert not view.is_looking
    assert agenda_of(window) == before


def test_undone_past_the_state_in_sight_the_list_comes_back(window: MainWindow, view: HistoryView) -> None:
    view.look_at(view.model.steps[1].id)
    desk_of(window).undo()
    assert not view.is_looking


def test_undo_to_here_shows_first_what_it_takes_back(window: MainWindow, view: HistoryView) -> None:
    before = agenda_of(window)
    seen: list[object] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, UndoToDialog)
        seen.append((dialog.heading.text().partition(" of ")[0], dialog.undo.text()))
        seen.append([line.text for group in dialog.model.groups for line in group.lines])
        steps = dialog.steps.model()
        seen.append([steps.index(row, 0).data().partition(" CET  ")[2] for row in range(steps.rowCount())])
        dialog.cancel.click()

    answer_next(look)
    view.table.choose_row(3)
    view.step.undo_to.click()
    assert seen == [
        ("This takes back 2 steps, all that came after “Change the title", "Undo 2 steps"),
        [
            "Welcome no longer includes Ben Beta (speaker).",
            "Roundtable 2 moves from Fri 10:40 to Fri 10:00 CET (04:00 in Toronto).",
        ],
        ["Seat Ben Beta in Welcome, speaker", "Move Roundtable 2 to Fri 10:40"],
    ]
    assert agenda_of(window) == before


def test_one_click_undoes_and_redo_brings_the_steps_back_one_by_one(window: MainWindow, view: HistoryView) -> None:
    before = desk_of(window).agenda
    answer_next(lambda dialog: dialog.undo.click() if isinstance(dialog, UndoToDialog) else None)
    view.table.choose_row(3)
    view.step.undo_to.click()
    assert undo_name(window) == "Change the title of Opening"
    assert [step.stands for step in view.model.steps] == [False, False, False, True]
    desk_of(window).redo()
    assert undo_name(window) == "Move Roundtable 2 to Fri 10:40"
    desk_of(window).redo()
    assert desk_of(window).agenda == before


def test_pruning_says_what_goes_and_that_it_cannot_be_undone(window: MainWindow, view: HistoryView) -> None:
    assert not view.prune.isVisible()
    desk_of(window).run(edits.drafts.issue_draft)
    number = desk_of(window).agenda.meeting.draft_number
    assert view.prune.text() == f"Prune older than Draft {number}…"
    said: list[str] = []

    def prune(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.informativeText().partition(",")[0])
        said.append(dialog.informativeText().rpartition(". ")[2])
        next(button for button in dialog.buttons() if button.text() == "Prune").click()

    answer_next(prune)
    view.prune.click()
    assert said == ["4 steps go for good", "This cannot be undone."]
    assert len(view.model.all_steps) == 1
    assert view.note.text() == "The oldest 4 steps were pruned."


def test_a_history_that_cannot_be_read_is_said(window: MainWindow, view: HistoryView, qtbot: QtBot) -> None:
    desk = desk_of(window)
    with desk.document.reading() as connection:
        connection.execute("UPDATE journal_images SET before = 'no JSON'")
        connection.commit()
    view.look_at(view.model.steps[3].id)
    qtbot.waitUntil(window.message.isVisible)
    assert not view.is_looking


def test_closing_the_meeting_prunes_what_is_beyond_the_rule(empty_window: MainWindow, path: Path) -> None:
    alter(
        path,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20005) INSERT INTO journal_steps"
        "(id, name, made_at, state) SELECT i, 'Step ' || i, '2020-11-05T10:00:00+00:00', 1 FROM n",
    )
    empty_window.open_path(path)
    desk_of(empty_window).run(edits.drafts.issue_draft)
    empty_window.close_document()
    assert steps(path)[0] == ("Step 7", 1)
    assert len(steps(path)) == 20_000


def test_nothing_done_yet_is_said(window: MainWindow) -> None:
    window.show_view("history")
    QApplication.processEvents()
    view = window.views.view("history")
    assert view.empty.text() == (
        "Nothing has been done yet. Every change will be listed here, and can be looked at and undone."
    )
