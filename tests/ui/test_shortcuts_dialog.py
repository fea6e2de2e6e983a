"""The list of keys."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import planner.ui
from planner.ui.keys import KeyGroup, KeyLine, key_groups
from planner.ui.main_window import MainWindow
from planner.ui.shortcuts_dialog import ShortcutsDialog

SHORTCUTS = [KeyLine("Ctrl+Z", "Undo"), KeyLine("Ctrl+Shift+Z, Ctrl+Y", "Redo"), KeyLine("Ctrl++", "Zoom in")]
GROUPS = [KeyGroup("Everywhere", SHORTCUTS)]


def test_keys_and_what_they_do_stand_in_the_order_given(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(GROUPS)
    qtbot.addWidget(dialog)
    shown = [(tuple(cap.text() for cap in caps), what.text()) for caps, what in dialog.rows]
    assert shown == [(("Ctrl+Z",), "Undo"), (("Ctrl+Shift+Z", "Ctrl+Y"), "Redo"), (("Ctrl++",), "Zoom in")]


def test_escape_closes_the_list(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(GROUPS)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_long_list_scrolls_instead_of_growing_over_the_screen(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(GROUPS * 30)
    qtbot.addWidget(dialog)
    assert dialog.height() == 640


def listed(window: MainWindow) -> dict[str, dict[str, str]]:
    return {group.where: dict(group.lines) for group in key_groups(window.actions_by_name)}


def test_keys_of_the_timetable_alone_are_listed(empty_window: MainWindow) -> None:
    timetable = listed(empty_window)["On the timetable and the list beside it"]
    assert (timetable["Del"], timetable["H"]) == ("Take off the timetable", "Tint by hardship")


def test_every_key_of_a_command_is_listed(empty_window: MainWindow) -> None:
    everywhere = listed(empty_window)["Everywhere"]
    assert (everywhere["Ctrl+Shift+Z, Ctrl+Y"], everywhere["Ctrl++, Ctrl+="]) == ("Redo", "Zoom in")
    keys = [keys.toString() for action in empty_window.actions_by_name.values() for keys in action.shortcuts()]
    assert sorted(keys) == sorted(key for line in everywhere for key in line.split(", "))


NAMES = {
    "PageUp": "PgUp", "PageDown": "PgDown", "Delete": "Del", "Escape": "Esc", "Enter": "Return", "Plus": "+",
    "Minus": "-", "Equal": "=", "Backtab": "Tab",
}  # fmt: skip


def test_no_key_that_the_window_hears_is_missing(empty_window: MainWindow) -> None:
    sources = Path(planner.ui.__file__).parent.rglob("*.py")
    heard = {name for source in sources for name in re.findall(r"Qt\.Key\.Key_(\w+)", source.read_text("utf-8"))}
    lines = (keys for group in listed(empty_window).values() for keys in group)
    told = {key.rsplit("+", 1)[-1] or "+" for keys in lines for key in keys.split(", ")}
    assert {NAMES.get(name, name) for name in heard} - told == set()
