"""The list of keys."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.ui.shortcuts_dialog import ShortcutsDialog

SHORTCUTS = [("Ctrl+Z", "Undo"), ("Ctrl+Shift+Z, Ctrl+Y", "Redo"), ("Ctrl++", "Zoom in")]


def test_keys_and_what_they_do_stand_in_the_order_given(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(SHORTCUTS)
    qtbot.addWidget(dialog)
    shown = [(tuple(cap.text() for cap in caps), what.text()) for caps, what in dialog.rows]
    assert shown == [(("Ctrl+Z",), "Undo"), (("Ctrl+Shift+Z", "Ctrl+Y"), "Redo"), (("Ctrl++",), "Zoom in")]


def test_escape_closes_the_list(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(SHORTCUTS)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_long_list_scrolls_instead_of_growing_over_the_screen(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(SHORTCUTS * 30)
    qtbot.addWidget(dialog)
    assert dialog.height() == 640
