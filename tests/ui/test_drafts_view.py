"""The drafts view in the real window: issue, look, compare, tell, adopt, take back, copy and print again."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from planner import edits
from planner.models.file import read_agenda
from planner.rules.drafts import drafts_of
from planner.ui.draft_states import NOW
from planner.ui.drafts_view import BESIDE, CHANGES, TELLING, DraftsView
from planner.ui.export_dialog import ExportDialog
from planner.ui.fields import ChoiceField
from planner.ui.grouped_lines import GroupedView
from planner.ui.issue_dialog import IssueDialog
from planner.ui.main_window import MainWindow
from planner.ui.theme import DARK
from tests.meetings import CLOSING, FIRST, SECOND, alter, friday
from tests.windows import agenda_of, answer_next, chosen, click, desk_of, key, type_text, undo_name

AS_OF = datetime(2020, 11, 5, 18, 0)
TOLD = "Roundtable 2 moves from Fri 10:00 to Fri 11:40 CET (05:40 in Toronto)."


@pytest.fixture
def view(window: MainWindow) -> DraftsView:
    window.show_view("drafts")
    made: DraftsView = window.views.view("drafts")
    return made


@pytest.fixture
def drafted(window: MainWindow, view: DraftsView) -> DraftsView:
    """Draft 1 was issued, then Roundtable 2 moved and its seat given to somebody."""
    do(window, edits.seats.change_seat, 4, entity_id=2, person_id=2)
    do(window, edits.people.change_person, 2, zone="Asia/Bishkek")
    do(window, edits.drafts.issue_draft, "for the Bureau", "sent by e-mail", AS_OF)
    do(window, edits.sessions.move_session, SECOND, friday(700))
    return view


def do(window: MainWindow, verb: Any, *values: Any, **named: Any) -> Any:
    return desk_of(window).run(verb, *values, **named)


def rows(view: DraftsView) -> list[list[str]]:
    model = view.model
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


def lines(view: GroupedView) -> list[tuple[str, list[str]]]:
    """Headings and the lines below them, as a screen reader walks them."""
    model = view.lines
    found = []
    for row in range(model.rowCount(QModelIndex())):
        heading = model.index(row, 0)
        below = [model.index(place, 0, heading).data() for place in range(model.rowCount(heading))]
        found.append((heading.data(), below))
    return found


def choose(field: ChoiceField, text: str) -> None:
    index = field.findText(text)
    field.setCurrentIndex(index)
    field.activated.emit(index)


# -- issuing ----------------------------------------------------------------------------------------------------


def test_before_the_first_draft_the_view_says_what_to_do(view: DraftsView) -> None:
    assert rows(view) == [["Now", "working copy", "", ""]]
    assert view.note.text() == "No draft has been issued yet. Issue one before the plan leaves the house."
    assert view.changes.empty.isVisible()
    assert view.changes.empty.text() == (
        "No draft has been issued yet. Issue one: from then on every change is told here."
    )
    assert not view.acts.look.isEnabled()


def test_a_draft_is_issued_by_keyboard_with_its_label_and_what_is_open_is_listed_first(
    window: MainWindow, view: DraftsView
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, IssueDialog)
        assert [link.accessibleName() for link in dialog.links] == [
            "Show me: 1 session is not placed yet",
            "Show me: 2 seats have no name yet",
            "Show me: 4 seats are not confirmed",
        ]
        assert dialog.issue.text() == "Issue anyway"
        type_text(dialog, "for the Bureau")
        key(dialog, Qt.Key.Key_Return)

    answer_next(fill)
    view.issue.click()
    assert [(draft.number, draft.label) for draft in drafts_of(agenda_of(window))] == [(1, "for the Bureau")]
    assert [row[0] for row in rows(view)] == ["Now", "Draft 1, for the Bureau"]
    assert view.issue.text() == "Issue Draft 2…"
    assert view.note.text() == "As Draft 1"


def test_after_an_undone_draft_the_button_and_the_dialog_name_the_number_it_will_have(
    window: MainWindow, view: DraftsView
) -> None:
    titles: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, IssueDialog)
        titles.extend((dialog.windowTitle(), dialog.what.text()))
        dialog.issue.click()

    do(window, edits.drafts.issue_draft)
    desk_of(window).undo()
    assert view.issue.text() == "Issue Draft 2…"
    answer_next(look)
    view.issue.click()
    assert titles == [
        "Issue Draft 2",
        "The whole plan is frozen as Draft 2. What changes later is told against it.",
    ]
    assert [draft.number for draft in drafts_of(agenda_of(window))] == [2]


def test_an_open_point_is_shown_instead_of_issuing(window: MainWindow, view: DraftsView) -> None:
    def show(dialog: QDialog) -> None:
        assert isinstance(dialog, IssueDialog)
        dialog.links[0].click()

    answer_next(show)
    view.issue.click()
    assert (window.views.shown, chosen(window).id) == ("timetable", CLOSING)
    assert drafts_of(agenda_of(window)) == ()


def test_the_menu_issues_from_any_view(window: MainWindow) -> None:
    def issue(dialog: QDialog) -> None:
        assert isinstance(dialog, IssueDialog)
        dialog.issue.click()

    answer_next(issue)
    window.actions_by_name["issue"].trigger()
    assert len(drafts_of(agenda_of(window))) == 1


def test_the_bar_says_how_far_the_working_copy_went_a_moment_later(
    window: MainWindow, drafted: DraftsView, qtbot: QtBot
) -> None:
    label = window.top_bar.draft
    qtbot.waitUntil(lambda: label.text() == "After Draft 1, 1 change")
    do(window, edits.sessions.change_session, FIRST, title="Another title")
    assert label.text() == "After Draft 1, 1 change"
    qtbot.waitUntil(lambda: label.text() == "After Draft 1, 2 changes")
    for _step in range(3):
        desk_of(window).undo()
    assert label.text() == ""


# -- the list ---------------------------------------------------------------------------------------------------


def test_drafts_and_options_are_listed_with_changes_since_the_one_before(
    window: MainWindow, drafted: DraftsView
) -> None:
    do(window, edits.drafts.issue_draft, "", "", AS_OF)
    do(window, edits.sessions.change_session, FIRST, title="Another title")
    drafted.keep.click()
    assert [row[:1] + row[2:] for row in rows(drafted)] == [
        ["Now", "1", ""],
        ["Draft 2", "1", ""],
        ["Draft 1, for the Bureau", "", "sent by e-mail"],
        ["Option A", "1", ""],
    ]
    assert rows(drafted)[1][1] == "5 Nov 2020, 18:00"


def test_the_choice_stays_when_something_changes(window: MainWindow, drafted: DraftsView) -> None:
    drafted.table.choose(1)
    assert drafted.note.text() == "sent by e-mail"
    do(window, edits.drafts.keep_option)
    assert (drafted.table.chosen, drafted.table.currentIndex().row()) == (1, 1)


def test_an_option_is_dropped_and_a_draft_has_no_button_for_it(window: MainWindow, drafted: DraftsView) -> None:
    drafted.keep.click()
    drafted.table.choose(1)
    assert not drafted.acts.forget.isVisible()
    drafted.table.choose(2)
    assert drafted.acts.take_back.text() == "Adopt this option…"
    drafted.acts.forget.click()
    assert [row[0] for row in rows(drafted)] == ["Now", "Draft 1, for the Bureau"]


# -- what changed -----------------------------------------------------------------------------------------------


def test_what_changed_is_told_by_session_and_by_person_in_their_own_hours(
    window: MainWindow, drafted: DraftsView
) -> None:
    assert lines(drafted.changes.view) == [("RT2 Second theme", [TOLD])]
    drafted.changes.by_person.click()
    assert lines(drafted.changes.view) == [
        ("Ben Beta", ["Roundtable 2 moves from Fri 10:00 to Fri 11:40 CET (16:40 in Bishkek)."])
    ]
    assert drafted.changes.count.text() == "1 change"
    do(window, edits.sessions.pin_session, SECOND, True)
    assert lines(drafted.changes.view)[1:] == [("For the organizers only", ["Roundtable 2 is now pinned."])]
    assert drafted.changes.count.text() == "1 change and 1 detail"


def test_a_click_on_a_change_shows_its_session(window: MainWindow, drafted: DraftsView) -> None:
    tree = drafted.changes.view
    heading = tree.lines.index(0, 0)
    click(tree.viewport(), tree.visualRect(tree.lines.index(0, 0, heading)).center())
    assert (window.views.shown, chosen(window).id) == ("timetable", SECOND)


def test_two_states_are_chosen_and_equal_ones_say_so(window: MainWindow, drafted: DraftsView) -> None:
    do(window, edits.drafts.issue_draft, "", "", AS_OF)
    page = drafted.changes
    assert (page.before.currentText(), page.after.currentText()) == ("Draft 1, for the Bureau", "Now")
    choose(page.after, "Draft 2")
    assert lines(page.view) == [("RT2 Second theme", [TOLD])]
    choose(page.before, "Draft 2")
    assert page.empty.text() == "Choose two different states to see what changed from one to the other."
    choose(page.after, "Now")
    assert page.empty.text() == "Nothing changed from Draft 2 to Now."


def test_search_narrows_the_changes_and_says_when_nothing_matches(window: MainWindow, drafted: DraftsView) -> None:
    do(window, edits.sessions.change_session, FIRST, title="Another title")
    page = drafted.changes
    page.search.setText("toronto")
    assert (lines(page.view), page.count.text()) == ([("RT2 Second theme", [TOLD])], "1 of 2")
    page.search.setText("nothing like it")
    assert page.empty.text() == "No change matches “nothing like it”. Try fewer letters, or press Esc."
    page.search.setFocus()
    key(window, Qt.Key.Key_Escape)
    assert page.count.text() == "2 changes"


def test_a_folded_heading_stays_folded(window: MainWindow, drafted: DraftsView) -> None:
    tree = drafted.changes.view
    tree.collapse(tree.lines.index(0, 0))
    do(window, edits.sessions.change_session, FIRST, title="Another title")
    assert [tree.isExpanded(tree.lines.index(row, 0)) for row in range(2)] == [True, False]


# -- who must be told -------------------------------------------------------------------------------------------


def test_marking_waits_for_a_draft_and_says_so(window: MainWindow, drafted: DraftsView) -> None:
    drafted.show_page(TELLING)
    page = drafted.telling
    assert drafted.tabs[TELLING].text() == "Who must be told (1)"
    page.everybody.click()
    assert (page.told.text(), page.told.isEnabled()) == ("Mark 1 as told", False)
    assert page.note.text() == "Issue a draft first: then those who were told of it can be marked."


def test_those_who_are_ticked_are_marked_as_told_of_the_draft(window: MainWindow, drafted: DraftsView) -> None:
    drafted.show_page(TELLING)
    do(window, edits.drafts.issue_draft, "", "", AS_OF)
    page = drafted.telling
    told = "Roundtable 2 moves from Fri 10:00 to Fri 11:40 CET (16:40 in Bishkek)."
    assert lines(page.view) == [("Ben Beta", [told])]
    assert page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Ben Beta, knows Draft 1"
    page.everybody.click()
    page.told.click()
    assert [(row.draft_id, row.person_id) for row in agenda_of(window).notices.values()] == [(2, 2)]
    assert page.empty.text() == "Everybody knows the plan as it stands: no time, role or link of theirs changed."
    assert undo_name(window) == "Mark 1 as told of Draft 2"


def test_the_list_empties_itself_when_the_change_is_taken_back(window: MainWindow, drafted: DraftsView) -> None:
    drafted.show_page(TELLING)
    desk_of(window).undo()
    assert drafted.tabs[TELLING].text() == "Who must be told (0)"
    assert drafted.telling.empty.isVisible()


# -- side by side and taking back -------------------------------------------------------------------------------


def test_two_states_stand_side_by_side_with_what_they_amount_to(window: MainWindow, drafted: DraftsView) -> None:
    do(window, edits.drafts.keep_option)
    drafted.show_page(BESIDE)
    left, right = drafted.beside.left, drafted.beside.right
    assert (left.state.currentText(), right.state.currentText()) == ("Now", "Option A")
    assert drafted.beside.difference.text() == "Both are the same."
    choose(right.state, "Draft 1, for the Bureau")
    assert (left.changes.text(), right.changes.text()) == ("1 since Draft 1", "the first")
    assert (left.hardship.text(), right.hardship.text()) == ("0 points", "0 points")
    assert drafted.beside.difference.text() == (
        "1 change between Now and Draft 1, for the Bureau. Sessions that differ are outlined."
    )
    assert [side.adopt.isEnabled() for side in (left, right)] == [False, True]


def press_in_box(words: str) -> Any:
    def press(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        assert dialog.informativeText() == (
            "This makes 1 change to the plan. It is one step: Undo brings back what you have now."
        )
        next(button for button in dialog.buttons() if button.text() == words).click()

    return press


def test_adopting_is_one_step_after_the_number_of_changes_was_told(window: MainWindow, drafted: DraftsView) -> None:
    drafted.show_page(BESIDE)
    answer_next(press_in_box("Take back"))
    drafted.beside.right.adopt.click()
    assert agenda_of(window).sessions[SECOND].spot == friday(600)
    assert undo_name(window) == "Take back Draft 1, for the Bureau"
    desk_of(window).undo()
    assert agenda_of(window).sessions[SECOND].spot == friday(700)


def test_taking_back_can_be_thought_better_of(window: MainWindow, drafted: DraftsView) -> None:
    before = desk_of(window).document.path.read_bytes()
    drafted.table.choose(1)
    answer_next(press_in_box("Cancel"))
    drafted.acts.take_back.click()
    assert desk_of(window).document.path.read_bytes() == before


# -- looking, copying, printing ---------------------------------------------------------------------------------


def test_a_draft_is_looked_at_under_a_bar_that_says_so_and_esc_goes_back(
    window: MainWindow, drafted: DraftsView
) -> None:
    drafted.table.choose(1)
    drafted.table.setFocus()
    key(window, Qt.Key.Key_Return)
    assert drafted.is_looking
    assert drafted.look.words.text() == "You are looking at Draft 1, for the Bureau, as of 5 Nov 2020, 18:00."
    assert drafted.look.to_place.text() == "Not placed: Closing (30 min)"
    drafted.look.picture.set_theme(DARK)
    QApplication.processEvents()
    key(window, Qt.Key.Key_Escape)
    assert not drafted.is_looking


def test_a_look_stays_through_a_change_and_ends_when_the_draft_is_undone(
    window: MainWindow, drafted: DraftsView
) -> None:
    drafted.look_at(1)
    do(window, edits.sessions.change_session, FIRST, title="Another title")
    assert drafted.is_looking
    for _step in range(3):
        desk_of(window).undo()
    assert not drafted.is_looking


def test_a_draft_becomes_a_file_of_its_own(
    window: MainWindow, drafted: DraftsView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.agenda"
    asked = []

    def answer(*values: Any) -> tuple[str, str]:
        asked.append(Path(values[2]).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    drafted.table.choose(1)
    drafted.acts.copy.click()
    assert asked == ["review, Draft 1, for the Bureau.agenda"]
    assert read_agenda(target).sessions[SECOND].spot == friday(600)
    assert agenda_of(window).sessions[SECOND].spot == friday(700)


def test_printing_again_keeps_the_number_and_the_time(window: MainWindow, drafted: DraftsView, tmp_path: Path) -> None:
    def check(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        assert Path(dialog.path.text()).name == "review, Draft 1, for the Bureau.pdf"
        options = dialog.options()
        assert (options.draft_number, options.as_of) == (1, AS_OF)
        assert (dialog.draft.isEnabled(), dialog.as_of.isEnabled()) == (False, False)

    answer_next(check)
    drafted.table.choose(1)
    drafted.acts.print.click()


def test_a_draft_altered_by_another_program_is_told_everywhere(
    window: MainWindow, drafted: DraftsView, path: Path, qtbot: QtBot
) -> None:
    window.close_document()
    alter(path, "UPDATE drafts SET content = '{}'")
    assert window.open_path(path)
    window.show_view("drafts")
    unreadable = "Draft 1, for the Bureau was changed by another program and cannot be read. Choose another."
    assert drafted.changes.empty.text() == unreadable
    drafted.show_page(BESIDE)
    assert drafted.beside.empty.text() == unreadable
    drafted.show_page(TELLING)
    drafted.look_at(1)
    assert not drafted.is_looking
    drafted.table.choose(1)
    for button in (drafted.acts.take_back, drafted.acts.print):
        button.click()
        assert window.message.isVisible()
    qtbot.waitUntil(lambda: window.top_bar.draft.text() == "Draft 1")


def test_the_theme_reaches_every_part(drafted: DraftsView) -> None:
    drafted.show_page(BESIDE)
    drafted.set_theme(DARK)
    QApplication.processEvents()
    drafted.show_page(CHANGES)
    assert drafted.changes.before.currentData() != NOW
