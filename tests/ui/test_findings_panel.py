"""The findings below the timetable: what the rules say, in their order, and a click that shows it."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.edits.people import add_person
from planner.edits.seats import add_seat, change_seat
from planner.models.kinds import Role, SeatState
from planner.rules import findings_of
from planner.rules.finding import Finding, Level
from planner.ui.application import make_application
from planner.ui.findings_model import FindingsModel
from planner.ui.findings_panel import FindingsPanel, findings_heading
from planner.ui.main_window import MainWindow
from planner.ui.theme import DARK, LIGHT, Theme, apply_theme, dress
from tests.meetings import BETA, CLOSING, FIRST, SECOND, SECOND_SPEAKER_SEAT, friday
from tests.windows import agenda_of, block_of, chosen, desk_of, key

TITLE, SENTENCE, SHOW = 0, 1, 2


def finding(level: Level, title: str = "Example", session_id: int = FIRST) -> Finding:
    return Finding("example", level, title, f"{title} in a sentence.", (session_id,))


@pytest.fixture
def panel(window: MainWindow) -> FindingsPanel:
    return window.workspace.findings


def row_of(panel: FindingsPanel, rule: str) -> int:
    return next(row for row, found in enumerate(panel.model.findings) if found.rule == rule)


def click_row(panel: FindingsPanel, row: int) -> None:
    box = panel.view.visualRect(panel.model.index(row, SENTENCE))
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_the_panel_lists_what_the_rules_find_in_the_file(window: MainWindow, panel: FindingsPanel) -> None:
    desk_of(window).place(CLOSING, friday(620))
    assert panel.model.findings == findings_of(agenda_of(window))


def test_each_row_says_what_who_and_when(window: MainWindow, panel: FindingsPanel) -> None:
    desk_of(window).place(CLOSING, friday(620))
    words = [panel.model.index(0, column).data() for column in (TITLE, SENTENCE, SHOW)]
    sentence = "Roundtable 2 and Closing are both in Virtual plenary, Fri 13 Nov 10:20–10:50 CET."
    assert words == ["The same room twice", sentence, "Show"]


def test_the_level_is_told_without_colour(qtbot: QtBot) -> None:
    panel = FindingsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_findings([finding(level) for level in Level])
    first = [panel.model.index(row, TITLE) for row in range(3)]
    assert [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in first] == [
        "Clash: Example", "Warning: Example", "Note: Example",
    ]  # fmt: skip
    pictures = [index.data(Qt.ItemDataRole.DecorationRole).toImage() for index in first]
    alpha = [[picture.pixelColor(x, y).alpha() for x in range(14) for y in range(14)] for picture in pictures]
    assert alpha[0] != alpha[1]
    assert alpha[1] != alpha[2]
    assert alpha[0] != alpha[2]


@pytest.mark.parametrize(
    ("levels", "heading"),
    [
        ([], "Findings — 0 clashes, 0 warnings"),
        ([Level.CLASH, Level.WARNING, Level.NOTE], "Findings — 1 clash, 1 warning, 1 note"),
        ([Level.CLASH] * 2 + [Level.WARNING] * 3, "Findings — 2 clashes, 3 warnings"),
    ],
)
def test_the_heading_counts(levels: list[Level], heading: str) -> None:
    assert findings_heading([finding(level) for level in levels]) == heading


def test_without_findings_a_sentence_says_that_all_is_well(qtbot: QtBot) -> None:
    panel = FindingsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_findings([finding(Level.CLASH)])
    assert panel.view.isVisible()
    panel.show_findings([])
    assert not panel.view.isVisible()
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "Nothing clashes and nothing is missing." in shown


def test_a_click_shows_the_session(window: MainWindow, panel: FindingsPanel) -> None:
    desk_of(window).place(CLOSING, friday(620))
    click_row(panel, 0)
    assert chosen(window).id == SECOND
    assert block_of(window, SECOND).isChecked()
    assert window.workspace.session.code.text() == "RT2"


def test_enter_on_a_row_shows_the_session_too(window: MainWindow, panel: FindingsPanel) -> None:
    row = row_of(panel, "no-moderator")
    panel.view.setFocus()
    index = panel.model.index(row, TITLE)
    panel.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.SelectCurrent)
    key(window, Qt.Key.Key_Return)
    assert chosen(window).id == panel.model.findings[row].session_ids[0]


def test_a_click_on_a_clash_of_people_opens_the_seat(window: MainWindow, panel: FindingsPanel) -> None:
    document = desk_of(window).document
    change_seat(document, SECOND_SPEAKER_SEAT, state=SeatState.CONFIRMED)
    add_seat(document, CLOSING, Role.SPEAKER, person_id=BETA)
    desk_of(window).place(CLOSING, document.agenda.sessions[FIRST].spot)
    row = row_of(panel, "person-twice")
    found = panel.model.findings[row]
    click_row(panel, row)
    seats = window.workspace.session.seats
    assert chosen(window).id == found.session_ids[0]
    assert seats.editor.isVisible()
    assert [line.seat_id for line in seats.lines.values() if line.isChecked()] == [found.seat_ids[0]]


def test_a_clash_brings_its_block_in_sight(window: MainWindow, panel: FindingsPanel) -> None:
    window.grid.set_zoom(8)
    desk_of(window).place(CLOSING, friday(900))
    row = next(row for row, found in enumerate(panel.model.findings) if CLOSING in found.session_ids)
    window.workspace.show_finding(panel.model.findings[row])
    assert not block_of(window, chosen(window).id).visibleRegion().isEmpty()


def test_findings_follow_an_undo(window: MainWindow, panel: FindingsPanel) -> None:
    before = panel.model.findings
    desk_of(window).place(CLOSING, friday(620))
    assert panel.model.findings != before
    window.actions_by_name["undo"].trigger()
    assert panel.model.findings == before


def test_a_change_that_touches_no_finding_leaves_the_rows_alone(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.workspace.findings
    with qtbot.assertNotEmitted(panel.model.modelReset):
        add_person(desk_of(window).document, "Gamma", given_name="Cleo")


def test_the_model_takes_the_colours_of_the_theme(qtbot: QtBot) -> None:
    panel = FindingsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_findings([finding(Level.CLASH)])
    model: FindingsModel = panel.model
    light = model.index(0, SHOW).data(Qt.ItemDataRole.ForegroundRole)
    panel.set_theme(DARK)
    assert model.index(0, SHOW).data(Qt.ItemDataRole.ForegroundRole) != light


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_panel_is_filled_with_the_colour_of_panels(qtbot: QtBot, theme: Theme) -> None:
    application, _theme = make_application(theme)
    panel = FindingsPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(400, 120)
    dress(theme)
    panel.show()
    QApplication.processEvents()
    colour = panel.grab().toImage().pixelColor(3, 115).name()
    apply_theme(application, LIGHT)
    dress(LIGHT)
    assert colour == theme.panel.lower()
