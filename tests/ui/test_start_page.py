"""The page that stands while no meeting is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.templates import TEMPLATES
from planner.ui.start_page import StartPage


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    widget = StartPage()
    qtbot.addWidget(widget)
    widget.resize(1100, 700)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def _labels(page: StartPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


def test_each_template_is_a_choice(qtbot: QtBot, page: StartPage) -> None:
    asked: list[str] = []
    page.new_requested.connect(asked.append)
    for card in page.cards.values():
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert asked == [template.key for template in TEMPLATES]


def test_a_choice_tells_its_title_and_description_to_a_screen_reader(page: StartPage) -> None:
    told = [(card.accessibleName(), card.accessibleDescription()) for card in page.cards.values()]
    assert told == [(template.title, template.description) for template in TEMPLATES]


def test_sample_open_and_restore_are_asked_for(qtbot: QtBot, page: StartPage) -> None:
    for button, signal in (
        (page.sample, page.sample_requested), (page.open, page.open_requested), (page.restore, page.restore_requested),
    ):  # fmt: skip
        with qtbot.waitSignal(signal):
            button.click()


def test_without_recent_files_a_sentence_says_what_will_be_there(page: StartPage) -> None:
    assert page.recent == {}
    assert "The files that you open are listed here, so that they are one click away." in _labels(page)


def test_a_recent_file_is_opened(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    path = tmp_path / "review.agenda"
    path.touch()
    page.show_recent([path])
    with qtbot.waitSignal(page.recent_requested) as asked:
        page.recent[path].click()
    assert asked.args == [path]
    assert page.recent[path].text() == "review.agenda"


def test_a_missing_recent_file_is_named_but_cannot_be_chosen(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    page.show_recent([tmp_path / "gone.agenda"])
    assert page.recent == {}
    qtbot.waitUntil(lambda: "gone.agenda" in _labels(page))


def test_a_newer_list_of_recent_files_replaces_the_older(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    older, newer = tmp_path / "older.agenda", tmp_path / "newer.agenda"
    newer.touch()
    page.show_recent([older])
    qtbot.waitUntil(lambda: "older.agenda" in _labels(page))
    page.show_recent([newer])
    assert list(page.recent) == [newer]
    assert "older.agenda" not in _labels(page)


def test_tab_walks_the_page_from_the_top_to_the_bottom(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    path = tmp_path / "review.agenda"
    path.touch()
    page.show_recent([path])
    order = [*page.cards.values(), page.sample, page.open, page.restore, page.recent[path]]
    qtbot.waitUntil(page.recent[path].isVisible)
    order[0].setFocus()
    for widget in order[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is widget


def test_descriptions_fit_in_their_cards(page: StartPage) -> None:
    for card in page.cards.values():
        for label in card.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())
