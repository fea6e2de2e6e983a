"""Findings accepted in the panel: with a reason, out of the count, listed in the register, and opened again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner import edits
from planner.rules.finding import Finding
from planner.ui.accept_popup import AcceptPopup
from planner.ui.accepted_page import ACT, REASON, SENTENCE, STATE, AcceptedPage
from planner.ui.finding_menu import FindingMenu
from planner.ui.findings_panel import FindingsPanel
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from tests.meetings import CLOSING, friday
from tests.windows import CONTROL, desk_of, texts_shown, undo_name

# Popups are windows of their own, on which the offscreen platform has a word.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)

CLASH = "Roundtable 2 and Closing are both in Virtual plenary, Fri 13 Nov 10:20–10:50 CET."


@pytest.fixture
def panel(window: MainWindow) -> FindingsPanel:
    """One clash on top of the findings."""
    desk_of(window).place(CLOSING, friday(620))
    panel = window.workspace.findings
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    return panel


def sentences(panel: FindingsPanel) -> list[str]:
    return [finding.sentence for finding in panel.model.findings]


def open_popup(panel: FindingsPanel) -> AcceptPopup:
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Return, CONTROL)
    popup = panel.findChild(AcceptPopup)
    assert isinstance(popup, AcceptPopup)
    return popup


def accept(panel: FindingsPanel, reason: str = "Both are short.", name: str = "Ann Alpha") -> None:
    popup = open_popup(panel)
    popup.reason.setText(reason)
    popup.name.setText(name)
    popup.accept.click()


def page_of(panel: FindingsPanel) -> AcceptedPage:
    panel.accepted.setChecked(True)
    page = panel.accepted_page
    assert isinstance(page, AcceptedPage)
    return page


def column(page: AcceptedPage, number: int) -> list[str]:
    model = page.register_model
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_an_accepted_finding_leaves_the_list_and_its_heading(panel: FindingsPanel) -> None:
    before = panel.model.findings
    assert before[0].sentence == CLASH
    accept(panel)
    assert panel.model.findings == before[1:]
    assert panel.accepted.text() == "Accepted (1)"
    assert texts_shown(panel)[0].startswith("FINDINGS — 0 CLASHES, ")


def test_the_popup_says_what_is_accepted_and_wants_a_reason(window: MainWindow, panel: FindingsPanel) -> None:
    popup = open_popup(panel)
    assert popup.sentence.text() == CLASH
    assert not popup.accept.isEnabled()
    QTest.keyClick(popup.reason, Qt.Key.Key_Return)
    assert undo_name(window) == "Move Closing to Fri 10:20"
    popup.name.setText("Ann Alpha")
    QTest.keyClicks(popup.reason, "Known.")
    QTest.keyClick(popup.reason, Qt.Key.Key_Return)
    assert undo_name(window) == "Accept: The same room twice"


def test_the_popup_wants_a_name_as_well(window: MainWindow, panel: FindingsPanel) -> None:
    """The annex tells who accepted."""
    popup = open_popup(panel)
    popup.reason.setText("Both are short.")
    popup.name.setText("  ")
    QTest.keyClick(popup.reason, Qt.Key.Key_Return)
    assert (popup.accept.isEnabled(), popup.isVisible(), undo_name(window)) == (
        False,
        True,
        "Move Closing to Fri 10:20",
    )
    popup.name.setText("Ann Alpha")
    assert popup.accept.isEnabled()


def test_the_name_is_remembered(panel: FindingsPanel, settings_file: Path) -> None:
    accept(panel, name="Ann Alpha")
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    assert open_popup(panel).name.text() == "Ann Alpha"
    assert Settings(settings_file).own_name() == "Ann Alpha"


def test_the_register_lists_reason_name_and_date_and_opens_again(panel: FindingsPanel) -> None:
    before = panel.model.findings
    accept(panel)
    page = page_of(panel)
    assert (column(page, STATE), column(page, SENTENCE), column(page, ACT)) == (["Accepted"], [CLASH], ["Open again"])
    assert column(page, REASON)[0].startswith("Both are short. — Ann Alpha, ")
    page.clicked.emit(page.register_model.index(0, ACT))
    assert panel.model.findings == before
    assert panel.accepted.isHidden()


def test_a_key_takes_a_line_out_of_the_register(panel: FindingsPanel) -> None:
    accept(panel)
    page = page_of(panel)
    page.setCurrentIndex(page.register_model.index(0, SENTENCE))
    QTest.keyClick(page, Qt.Key.Key_Delete)
    assert sentences(panel)[0] == CLASH


def test_a_finding_whose_time_changes_opens_again_and_the_old_line_lapses(
    window: MainWindow, panel: FindingsPanel
) -> None:
    accept(panel)
    desk_of(window).place(CLOSING, friday(625))
    assert sentences(panel)[0] == CLASH.replace("10:20–10:50", "10:25–10:55")
    assert panel.accepted.text() == "Accepted (0)"
    page = page_of(panel)
    assert (column(page, STATE), column(page, ACT)) == (["Lapsed"], ["Take out"])
    desk_of(window).undo()
    assert column(page, STATE) == ["Accepted"]


def menu_of(window: MainWindow, panel: FindingsPanel, finding: Finding) -> FindingMenu:
    menu = FindingMenu(desk_of(window).agenda, finding, panel)
    menu.level_requested.connect(panel.level_requested)
    return menu


def test_the_menu_makes_a_rule_less_grave_or_switches_it_off(window: MainWindow, panel: FindingsPanel) -> None:
    clash = panel.model.findings[0]
    words = [action.text() for action in menu_of(window, panel, clash).levels.actions() if action.text()]
    assert words == ["Clash", "Warning", "Note", "Off", "Its own level"]
    levels = {action.text(): action for action in menu_of(window, panel, clash).levels.actions()}
    assert levels["Its own level"].isChecked()
    levels["Warning"].trigger()
    assert [found.level.value for found in panel.model.findings if found.rule == "room-twice"] == ["warning"]
    levels["Off"].trigger()
    assert [found for found in panel.model.findings if found.rule == "room-twice"] == []


def test_a_rule_that_is_off_comes_back_from_the_register(window: MainWindow, panel: FindingsPanel) -> None:
    desk_of(window).run(edits.register.set_rule_level, "room-twice", "off")
    page = page_of(panel)
    assert column(page, SENTENCE) == ["Every finding “The same room twice” of this meeting"]
    page.activated.emit(page.register_model.index(0, SENTENCE))
    assert sentences(panel)[0] == CLASH


def test_without_acceptances_the_register_is_out_of_sight(panel: FindingsPanel) -> None:
    assert panel.accepted.isHidden()


def test_escape_accepts_nothing(window: MainWindow, panel: FindingsPanel) -> None:
    popup = open_popup(panel)
    popup.reason.setText("Known")
    QTest.keyClick(popup.reason, Qt.Key.Key_Escape)
    assert undo_name(window) == "Move Closing to Fri 10:20"
