"""The field for a time zone, by keyboard and by mouse: what it lists, asks, takes, and puts back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.theme import DARK, LIGHT, Theme, style_sheet
from planner.ui.zone_list import ZoneList
from planner.ui.zone_loading import zone_loading
from planner.ui.zone_picker import ZonePicker
from planner.ui.zone_rows import RowKind
from planner.zones.asked import MeetingStart, start_on
from tests.windows import LEFT, NONE, start_application, wait_for_zone_names

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)

DOWN, UP, ENTER, ESCAPE, TAB = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def november() -> MeetingStart:
    return start_on("Europe/Zurich", "2020-11-12")


class Panel(QWidget):
    """A field with its neighbour, and what it committed."""

    def __init__(self) -> None:
        super().__init__()
        self.picker = ZonePicker("Time zone")
        self.picker.ask_about(november)
        self.picker.show_value("Europe/Zurich")
        self.neighbour = QLineEdit()
        self.committed: list[object] = []
        self.picker.committed.connect(self.committed.append)
        layout = QVBoxLayout(self)
        layout.addWidget(self.picker)
        layout.addWidget(self.neighbour)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    start_application()
    wait_for_zone_names()
    made = Panel()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.picker.setFocus()
    made.picker.selectAll()
    yield made
    made.picker.close_list()


def press(panel: Panel, key: Qt.Key) -> None:
    """A key on the keyboard, which the system gives to a popup when there is one."""
    popup = QApplication.activePopupWidget()
    QTest.keyClick(panel.windowHandle() if popup is None else popup.windowHandle(), key)


def type_text(panel: Panel, text: str) -> None:
    for letter in text:
        popup = QApplication.activePopupWidget()
        QTest.keyClick(panel.windowHandle() if popup is None else popup.windowHandle(), letter)


def shown(panel: Panel) -> ZoneList:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ZoneList)
    return popup


def listed(panel: Panel) -> list[tuple[RowKind, str]]:
    return [(row.kind, row.title) for row in shown(panel).rows.rows]


def test_typing_lists_places_with_their_offset_and_the_start_there(panel: Panel) -> None:
    type_text(panel, "bishkek")
    row = shown(panel).current()
    assert row is not None
    assert (row.title, row.beside, row.zone) == ("Bishkek, Kyrgyzstan", "UTC+6", "Asia/Bishkek")
    assert row.detail.endswith("· meeting starts Thu 15:00")


def test_enter_takes_the_first_and_closes_the_list(panel: Panel) -> None:
    type_text(panel, "bishkek")
    press(panel, ENTER)
    assert (panel.picker.text(), panel.committed) == ("Asia/Bishkek", ["Asia/Bishkek"])
    assert QApplication.activePopupWidget() is None
    assert panel.picker.hasFocus()


def test_down_and_up_go_from_zone_to_zone(panel: Panel) -> None:
    type_text(panel, "UTC+6")
    rows = shown(panel)
    first = rows.current()
    press(panel, DOWN)
    second = rows.current()
    assert first is not None
    assert second is not None
    assert (first.zone, second.zone) == ("Asia/Bishkek", "Asia/Dhaka")
    press(panel, UP)
    press(panel, UP)
    assert rows.current() == first
    press(panel, DOWN)
    press(panel, ENTER)
    assert panel.committed == ["Asia/Dhaka"]


def test_escape_puts_the_old_one_back(panel: Panel) -> None:
    type_text(panel, "bishkek")
    press(panel, ESCAPE)
    assert (panel.picker.text(), panel.committed) == ("Europe/Zurich", [])
    assert QApplication.activePopupWidget() is None


def test_the_same_zone_again_is_no_change(panel: Panel) -> None:
    type_text(panel, "zurich")
    press(panel, ENTER)
    assert (panel.picker.text(), panel.committed) == ("Europe/Zurich", [])


def test_tab_takes_the_highlighted_zone_and_goes_on(panel: Panel) -> None:
    type_text(panel, "tbilisi")
    press(panel, TAB)
    assert panel.committed == ["Asia/Tbilisi"]
    assert panel.neighbour.hasFocus()


def test_tab_leaves_a_question_open_and_the_field_marked(panel: Panel) -> None:
    type_text(panel, "CST")
    press(panel, TAB)
    assert QApplication.activePopupWidget() is None
    assert (panel.neighbour.hasFocus(), panel.committed, panel.picker.property("wrong")) == (True, [], True)


def test_an_ambiguous_abbreviation_asks_with_headings_and_takes_nothing_unasked(panel: Panel) -> None:
    type_text(panel, "CST")
    assert listed(panel)[:3] == [
        (RowKind.QUESTION, "CST stands for several times. Which is meant?"),
        (RowKind.HEADING, "Central Standard Time"),
        (RowKind.ZONE, "Chicago, United States"),
    ]
    assert shown(panel).current() is None
    press(panel, ENTER)
    assert panel.committed == []
    current = shown(panel).current()
    assert current is not None
    assert current.zone == "America/Chicago"
    press(panel, ENTER)
    assert panel.committed == ["America/Chicago"]


def test_headings_are_passed_over(panel: Panel) -> None:
    type_text(panel, "CST")
    titles = []
    for _press in range(4):
        press(panel, DOWN)
        current = shown(panel).current()
        assert current is not None
        titles.append(current.title)
    assert titles[3] == "Shanghai, China"


def test_nothing_found_says_what_to_try_and_enter_marks_the_field(panel: Panel) -> None:
    type_text(panel, "xyzzyq")
    assert [kind for kind, _title in listed(panel)] == [RowKind.HINT]
    assert listed(panel)[0][1].startswith("Nothing is called “xyzzyq”.")
    press(panel, ENTER)
    assert panel.committed == []
    assert panel.picker.property("wrong")
    assert panel.picker.toolTip() == (
        "“xyzzyq” does not tell one time zone. Type a city or a country, and choose from the list."
    )
    press(panel, ESCAPE)
    assert (panel.picker.text(), panel.picker.property("wrong")) == ("Europe/Zurich", False)


def test_an_emptied_field_says_what_to_type(panel: Panel) -> None:
    type_text(panel, "x")
    press(panel, Qt.Key.Key_Backspace)
    assert listed(panel) == [
        (
            RowKind.HINT,
            "Type a city, a country, an abbreviation or an offset, such as Bishkek, Kyrgyzstan, EST or UTC+6.",
        )
    ]


def test_a_field_that_may_be_empty_is_emptied(panel: Panel) -> None:
    panel.picker._may_be_empty = True
    press(panel, Qt.Key.Key_Backspace)
    press(panel, ENTER)
    assert panel.committed == [""]


def test_a_click_takes_a_zone(panel: Panel) -> None:
    type_text(panel, "UTC+6")
    rows = shown(panel)
    row = rows.rows.next_zone(2, 1)
    assert row is not None
    box = rows.view.visualRect(rows.rows.index(row, 0))
    QTest.mouseClick(rows.view.viewport(), LEFT, NONE, box.center())
    assert panel.committed == [rows.rows.rows[row].zone]


def test_a_click_beside_the_list_closes_it(panel: Panel) -> None:
    type_text(panel, "bish")
    QTest.mouseClick(shown(panel), LEFT, NONE, QPoint(-5, -30))
    assert QApplication.activePopupWidget() is None
    assert panel.committed == []


def test_down_opens_the_list_of_what_is_there(panel: Panel) -> None:
    press(panel, DOWN)
    current = shown(panel).current()
    assert current is not None
    assert current.title == "Zurich, Switzerland"


def test_what_names_one_zone_for_sure_is_taken_when_the_field_is_left(panel: Panel) -> None:
    type_text(panel, "tbilisi")
    panel.picker.close_list()
    panel.neighbour.setFocus()
    assert panel.committed == ["Asia/Tbilisi"]


def test_what_names_several_is_not_taken_when_the_field_is_left(panel: Panel) -> None:
    type_text(panel, "CST")
    panel.picker.close_list()
    panel.neighbour.setFocus()
    assert (panel.committed, panel.picker.property("wrong")) == ([], True)


def test_what_is_typed_stays_when_another_picture_comes(panel: Panel) -> None:
    type_text(panel, "bish")
    panel.picker.show_value("Asia/Tokyo")
    assert panel.picker.text() == "bish"


def test_a_screen_reader_is_told_the_row_in_the_field(panel: Panel) -> None:
    assert panel.picker.accessibleName() == "Time zone"
    type_text(panel, "UTC+6")
    press(panel, DOWN)
    told = panel.picker.accessibleDescription().splitlines()
    assert (told[0], told[1], told[-1]) == ("Dhaka, Bangladesh", "UTC+6", "Asia/Dhaka")
    assert shown(panel).view.accessibleName() == "Time zones found"


def test_the_list_needs_no_scroll_bar_for_a_few_zones(panel: Panel) -> None:
    for text in ("bishkek", "xyzzyq", "Женева"):
        panel.picker.setText(text)
        panel.picker.open_list()
        assert shown(panel).view.verticalScrollBar().maximum() == 0
        panel.picker.close_list()


def test_a_long_name_is_cut_and_told_in_full_by_its_tip(panel: Panel) -> None:
    type_text(panel, "chagos")
    model = shown(panel).rows
    told = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert told.splitlines()[0] == "Chagos, British Indian Ocean Territory"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_list_is_painted_in_either_theme(panel: Panel, theme: Theme) -> None:
    panel.setStyleSheet(style_sheet(theme))
    for text in ("CST", "UTC+6", "xyzzyq"):
        panel.picker.setText(text)
        panel.picker.open_list()
        assert not shown(panel).grab().isNull()
        panel.picker.close_list()
    panel.setStyleSheet("")


def test_before_the_names_are_read_the_list_says_so_and_answers_then(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading = zone_loading()
    search = loading.search
    monkeypatch.setattr(loading, "search", None)
    monkeypatch.setattr(loading, "start", lambda _start: None)
    type_text(panel, "tbilisi")
    assert listed(panel) == [(RowKind.HINT, "Reading the names of cities and countries…")]
    press(panel, ENTER)
    assert panel.committed == []
    monkeypatch.setattr(loading, "search", search)
    loading.ready.emit()
    assert panel.committed == ["Asia/Tbilisi"]
