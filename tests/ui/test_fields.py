"""Inline editors: what is typed comes back once, when the person is done; what cannot be read stays, marked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.fields import (
    ChoiceField,
    DayField,
    LineField,
    NameField,
    NumberField,
    ParsedField,
    TextField,
    clock_field,
    duration_field,
)
from tests.windows import CONTROL, NONE, key, type_text


class Panel(QWidget):
    """Two places to be: the field under test, and a line to go to."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.other = LineField("Other")
        layout = QVBoxLayout(self)
        layout.addWidget(field)
        layout.addWidget(self.other)


@pytest.fixture
def panel_of(qtbot: QtBot) -> Callable[[QWidget], Panel]:
    kept = []

    def make(field: QWidget) -> Panel:
        panel = Panel(field)
        kept.append(panel)
        qtbot.addWidget(panel)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        field.setFocus()
        return panel

    return make


def committed(field: LineField | TextField | ChoiceField | NameField | NumberField | DayField) -> list[object]:
    """Collects what the field gives back."""
    values: list[object] = []
    field.committed.connect(values.append)
    return values


# -- one line ---------------------------------------------------------------------------------------------------


def test_a_line_commits_once_with_enter_and_not_again_when_left(panel_of: Callable[[QWidget], Panel]) -> None:
    field = LineField("Code")
    values, panel = committed(field), panel_of(field)
    type_text(panel, "RT9")
    key(panel, Qt.Key.Key_Return)
    panel.other.setFocus()
    assert values == ["RT9"]


def test_a_line_commits_when_it_is_left(panel_of: Callable[[QWidget], Panel]) -> None:
    field = LineField("Code")
    values, panel = committed(field), panel_of(field)
    type_text(panel, " RT9 ")
    panel.other.setFocus()
    assert values == ["RT9"]


def test_a_line_left_unchanged_commits_nothing(panel_of: Callable[[QWidget], Panel]) -> None:
    field = LineField("Code")
    field.show_value("RT1")
    values, panel = committed(field), panel_of(field)
    key(panel, Qt.Key.Key_End)
    type_text(panel, "x")
    key(panel, Qt.Key.Key_Backspace)
    panel.other.setFocus()
    assert values == []


def test_esc_brings_the_line_back(panel_of: Callable[[QWidget], Panel]) -> None:
    field = LineField("Code")
    field.show_value("RT1")
    values, panel = committed(field), panel_of(field)
    type_text(panel, "nonsense")
    key(panel, Qt.Key.Key_Escape)
    panel.other.setFocus()
    assert (field.text(), values) == ("RT1", [])


def test_what_is_being_typed_is_never_overwritten(panel_of: Callable[[QWidget], Panel]) -> None:
    field = LineField("Code")
    field.show_value("RT1")
    values, panel = committed(field), panel_of(field)
    field.selectAll()
    type_text(panel, "RT7")
    field.show_value("RT5")
    assert field.text() == "RT7"
    key(panel, Qt.Key.Key_Return)
    assert values == ["RT7"]
    field.show_value("RT5")
    assert field.text() == "RT5"


# -- hours and lengths ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "typed", "minutes", "shown"),
    [
        (clock_field, "11:40", 700, "11:40"),
        (clock_field, "9.05", 545, "09:05"),
        (clock_field, "1140", 700, "11:40"),
        (duration_field, "90", 90, "1 h 30 min"),
        (duration_field, "1:15", 75, "1 h 15 min"),
        (duration_field, "45 min", 45, "45 min"),
    ],
)
def test_a_time_is_read_in_any_usual_form_and_shown_in_one(
    panel_of: Callable[[QWidget], Panel], make: Callable[[str], ParsedField], typed: str, minutes: int, shown: str
) -> None:
    field = make("Time")
    values, panel = committed(field), panel_of(field)
    type_text(panel, typed)
    key(panel, Qt.Key.Key_Return)
    assert (values, field.text(), field.toolTip()) == ([minutes], shown, "")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (clock_field, "This is no hour of the day. Type it like 10:30."),
        (duration_field, "This is no length of time. Type it like 90 or 1 h 30."),
    ],
)
def test_what_cannot_be_read_is_marked_and_stays_typed(
    panel_of: Callable[[QWidget], Panel], make: Callable[[str], ParsedField], problem: str
) -> None:
    field = make("Time")
    field.show_minutes(600)
    before = field.text()
    values, panel = committed(field), panel_of(field)
    field.selectAll()
    type_text(panel, "soon")
    key(panel, Qt.Key.Key_Return)
    assert (values, field.text(), field.toolTip(), field.property("wrong")) == ([], "soon", problem, True)
    key(panel, Qt.Key.Key_Escape)
    assert (field.text(), field.toolTip(), field.property("wrong")) == (before, "", False)


def test_the_mark_goes_with_the_next_good_value(panel_of: Callable[[QWidget], Panel]) -> None:
    field = clock_field("Starts")
    values, panel = committed(field), panel_of(field)
    type_text(panel, "soon")
    key(panel, Qt.Key.Key_Return)
    field.selectAll()
    type_text(panel, "10")
    key(panel, Qt.Key.Key_Return)
    assert (values, field.text(), field.property("wrong")) == ([600], "10:00", False)


# -- several lines ----------------------------------------------------------------------------------------------


def test_a_text_commits_when_it_is_left(panel_of: Callable[[QWidget], Panel]) -> None:
    field = TextField("Summary", 3)
    values, panel = committed(field), panel_of(field)
    type_text(panel, "One")
    key(panel, Qt.Key.Key_Return)
    type_text(panel, "Two ")
    panel.other.setFocus()
    assert values == ["One\nTwo"]


def test_a_text_commits_once(panel_of: Callable[[QWidget], Panel]) -> None:
    field = TextField("Summary", 3)
    values, panel = committed(field), panel_of(field)
    type_text(panel, "One")
    field.commit()
    panel.other.setFocus()
    field.commit()
    assert values == ["One"]


def test_a_title_commits_with_enter_as_one_paragraph(panel_of: Callable[[QWidget], Panel]) -> None:
    field = TextField("Title", 2, one_paragraph=True)
    values, panel = committed(field), panel_of(field)
    type_text(panel, "Two   words")
    key(panel, Qt.Key.Key_Return)
    assert values == ["Two words"]


def test_esc_brings_the_text_back(panel_of: Callable[[QWidget], Panel]) -> None:
    field = TextField("Summary", 3)
    field.show_value("As it was")
    values, panel = committed(field), panel_of(field)
    type_text(panel, "nonsense")
    key(panel, Qt.Key.Key_Escape)
    panel.other.setFocus()
    assert (field.toPlainText(), values) == ("As it was", [])


def test_text_being_typed_is_never_overwritten(panel_of: Callable[[QWidget], Panel]) -> None:
    field = TextField("Summary", 3)
    panel = panel_of(field)
    type_text(panel, "Mine")
    field.show_value("Theirs")
    assert field.toPlainText() == "Mine"


def test_blanks_at_the_end_of_a_text_that_was_shown_are_no_change(panel_of: Callable[[QWidget], Panel]) -> None:
    field = TextField("Summary", 3)
    panel = panel_of(field)
    told = committed(field)
    field.show_value("Two blanks.  \n")
    field.setFocus()
    panel.other.setFocus()
    assert told == []
    field.setFocus()
    field.show_value("Another session's.")
    assert field.toPlainText() == "Another session's."


def test_tab_leaves_a_text(panel_of: Callable[[QWidget], Panel]) -> None:
    field = TextField("Summary", 3)
    panel = panel_of(field)
    key(panel, Qt.Key.Key_Tab)
    assert panel.other.hasFocus()


def test_undo_belongs_to_the_text_while_it_is_changed(panel_of: Callable[[QWidget], Panel]) -> None:
    field = LineField("Code")
    field.show_value("RT1")
    panel = panel_of(field)
    key(panel, Qt.Key.Key_End)
    type_text(panel, "x")
    key(panel, Qt.Key.Key_Z, CONTROL)
    assert field.text() == "RT1"


# -- choices, names, numbers, days ------------------------------------------------------------------------------


def test_a_choice_commits_what_was_chosen(panel_of: Callable[[QWidget], Panel]) -> None:
    field = ChoiceField("Kind")
    field.show_choices([("One", 1), ("Two", 2), ("Three", 3)], 2)
    values, panel = committed(field), panel_of(field)
    assert field.currentText() == "Two"
    key(panel, Qt.Key.Key_Down)
    assert values == [3]


def test_showing_choices_commits_nothing(panel_of: Callable[[QWidget], Panel]) -> None:
    field = ChoiceField("Kind")
    values = committed(field)
    panel_of(field)
    field.show_choices([("One", 1), ("Two", 2)], 1)
    field.show_choices([("One", 1), ("Two", 2)], 2)
    assert values == []


# The list of known names drops down while typing; the offscreen platform has a word on every such window.
@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_a_new_name_is_committed_as_typed(panel_of: Callable[[QWidget], Panel]) -> None:
    field = NameField("Entity", "State, organization…")
    field.show_names(["Examplia", "Sample Union"], "")
    values, panel = committed(field), panel_of(field)
    type_text(panel, "Newland")
    key(panel, Qt.Key.Key_Return)
    panel.other.setFocus()
    assert values == ["Newland"]


def test_an_emptied_name_is_committed_as_nothing(panel_of: Callable[[QWidget], Panel]) -> None:
    field = NameField("Entity", "State, organization…")
    field.show_names(["Examplia"], "Examplia")
    values, panel = committed(field), panel_of(field)
    field.line.selectAll()
    key(panel, Qt.Key.Key_Delete)
    panel.other.setFocus()
    assert values == [""]


def test_a_number_commits_when_left_and_not_at_every_digit(panel_of: Callable[[QWidget], Panel]) -> None:
    field = NumberField("Minutes", 0, 600, " min")
    field.show_value(5)
    values, panel = committed(field), panel_of(field)
    field.selectAll()
    type_text(panel, "45")
    assert values == []
    panel.other.setFocus()
    assert values == [45]


def test_a_day_commits_iso_text(panel_of: Callable[[QWidget], Panel]) -> None:
    field = DayField("Day")
    field.show_value("2020-11-12")
    values = committed(field)
    panel_of(field)
    field.setDate(QDate(2020, 11, 16))
    assert values == ["2020-11-16"]


@pytest.mark.parametrize("make", [ChoiceField, lambda name: NumberField(name, 0, 9), DayField])
def test_the_wheel_scrolls_the_panel_and_changes_no_value(
    panel_of: Callable[[QWidget], Panel], make: Callable[[str], QWidget]
) -> None:
    field = make("Value")
    if isinstance(field, ChoiceField):
        field.show_choices([("One", 1), ("Two", 2)], 1)
    values = committed(field)  # type: ignore[arg-type]
    panel_of(field)
    at = QPointF(field.rect().center())
    wheel = QWheelEvent(
        at, QPointF(field.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, wheel)
    assert values == []
    assert not wheel.isAccepted()


@pytest.mark.parametrize(
    "make",
    [LineField, clock_field, duration_field, ChoiceField, DayField, lambda name: TextField(name, 2),
     lambda name: NameField(name, ""), lambda name: NumberField(name, 0, 9)],
)  # fmt: skip
def test_every_field_tells_its_name_to_a_screen_reader(qtbot: QtBot, make: Callable[[str], QWidget]) -> None:
    field = make("What it is")
    qtbot.addWidget(field)
    assert field.accessibleName() == "What it is"
