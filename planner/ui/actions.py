"""Every command of the window in one table: name, words, keys and what it does."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Command(NamedTuple):
    """One line of a menu. ``needs`` tells when it is enabled: "", "document", "session" or "placed".

    A comma and a space part ``keys`` that do the same; the menu shows the first.
    """

    name: str
    text: str
    keys: str
    run: Callable[[], object]
    needs: str = ""
    tip: str = ""
    keys_elsewhere: str = ""
    """Keys that work in one view alone, shown in the menu."""
    toggles: bool = False
    """Whether the menu shows that it is on."""


def make_actions(commands: Iterable[Command], window: QWidget) -> dict[str, QAction]:
    """Name -> action, added to the window so that its keys work."""
    actions = {}
    for command in commands:
        shown = f"{command.text}\t{command.keys_elsewhere}" if command.keys_elsewhere else command.text
        action = QAction(shown, window)
        if command.keys:
            action.setShortcuts([QKeySequence(keys) for keys in command.keys.split(", ")])
        action.setCheckable(command.toggles)
        if command.tip:
            action.setToolTip(command.tip)
        action.setProperty("needs", command.needs)
        action.setProperty("words", command.text)
        action.setProperty("keys_elsewhere", command.keys_elsewhere)
        action.triggered.connect(lambda _checked=False, run=command.run: run())
        window.addAction(action)
        actions[command.name] = action
    return actions


def enable_actions(actions: Iterable[QAction], *, document: bool, session: bool, placed: bool) -> None:
    """Enable what can be done now."""
    at_hand = {"": True, "document": document, "session": session, "placed": placed}
    for action in actions:
        action.setEnabled(at_hand[action.property("needs") or ""])
