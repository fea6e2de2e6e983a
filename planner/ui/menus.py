"""The menus as tables: each line names a command; a line of nothing is a separator."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from planner.ui.actions import Command
from planner.ui.commands import Commands
from planner.ui.desk import Desk
from planner.ui.views import VIEWS
from planner.wording import say

SEPARATOR = ""
ZOOM_STEP = 1.2
SESSION_MENU: Sequence[str] = (
    "edit", "move_to", "least_bad", "take_off", SEPARATOR,
    "earlier", "later", "previous", "next", "shorter", "longer", SEPARATOR,
    "shift", "close_gap", "swap", "pin", SEPARATOR, "duplicate", "delete",
)  # fmt: skip
MENUS: Mapping[str, Sequence[str]] = {
    "file": (
        "new_regional-review", "new_two-day", "new_empty", "sample", SEPARATOR, "open", "recent", SEPARATOR,
        "copy", "merge", "restore", SEPARATOR, "issue", "export", "print", "sheets", "texts", SEPARATOR, "close",
        "quit",
    ),
    "edit": ("undo", "redo", SEPARATOR, "new_session", "meeting", "zone"),
    "session": SESSION_MENU,
    "view": (
        *(f"view_{name}" for name in VIEWS), SEPARATOR, "zoom_in", "zoom_out", "zoom_fit", SEPARATOR,
        "preview", "heat", "zones",
    ),
    "help": ("keys", "about"),
}  # fmt: skip


def menu_titles() -> dict[str, str]:
    return {
        "file": say("&File"),
        "edit": say("&Edit"),
        "session": say("&Session"),
        "view": say("&View"),
        "help": say("&Help"),
    }


def commands_of(act: Commands) -> tuple[Command, ...]:
    """Every command but those of the window itself: its words, its keys, what it does and when it can be done."""
    return (*_file_commands(act), *_session_commands(act), *_view_commands(act))


def _file_commands(act: Commands) -> tuple[Command, ...]:
    files, document = act.files, "document"
    return (
        Command("new_regional-review", say("New regional review…"), "", lambda: files.ask_new("regional-review")),
        Command("new_two-day", say("New two-day meeting…"), "", lambda: files.ask_new("two-day")),
        Command("new_empty", say("New empty meeting…"), "Ctrl+Shift+N", lambda: files.ask_new("empty")),
        Command("sample", say("New from the sample…"), "", files.new_sample),
        Command("open", say("Open…"), "Ctrl+O", files.ask_open),
        Command("copy", say("Save a copy…"), "Ctrl+Shift+S", act.save_copy, document),
        Command("restore", say("Restore a backup…"), "", files.ask_restore),
        Command("issue", say("Issue a draft…"), "Ctrl+Shift+I", act.ask_issue, document),
        Command(
            "export", say("Export agenda…"), "Ctrl+E", act.export, document, say("The draft agenda as PDF (Ctrl+E)")
        ),
        Command("sheets", say("Personal sheets…"), "", act.ask_sheets, document),
        Command("texts", say("Invitation and logistics texts…"), "", act.ask_texts, document),
        Command("undo", say("Undo"), "Ctrl+Z", act.undo, document),
        Command("redo", say("Redo"), "Ctrl+Shift+Z, Ctrl+Y", act.redo, document),
        Command("new_session", say("New session"), "Ctrl+N", act.new_session, document),
        Command("zone", say("Time zone of the meeting…"), "", act.ask_zone_change, document),
        Command("meeting", say("Meeting, days and rooms"), "Ctrl+I", _desk(act, Desk.choose, None), document),
    )


def _session_commands(act: Commands) -> tuple[Command, ...]:
    placed, session = "placed", "session"
    return (
        Command("edit", say("Edit"), "F2", act.edit_session, session),
        Command("move_to", say("Move to…"), "Ctrl+M", act.ask_move, session),
        Command("least_bad", say("Least bad times…"), "Ctrl+L", act.ask_least_bad, session),
        Command("take_off", say("Take off the timetable"), "", _desk(act, Desk.unschedule), placed, "", "Del"),
        Command("earlier", say("Earlier"), "Alt+Up", _desk(act, Desk.nudge, -1), placed),
        Command("later", say("Later"), "Alt+Down", _desk(act, Desk.nudge, 1), placed),
        Command("previous", say("To the previous room or day"), "Alt+Left", _desk(act, Desk.move_beside, -1), placed),
        Command("next", say("To the next room or day"), "Alt+Right", _desk(act, Desk.move_beside, 1), placed),
        Command("shorter", say("Shorter"), "Alt+Shift+Up", _desk(act, Desk.stretch, -1), session),
        Command("longer", say("Longer"), "Alt+Shift+Down", _desk(act, Desk.stretch, 1), session),
        Command("shift", say("Shift the following…"), "Ctrl+Shift+F", act.ask_shift, placed),
        Command("close_gap", say("Close the gap before it"), "Ctrl+G", _desk(act, Desk.close_gap), placed),
        Command("pin", say("Pin or unpin"), "Ctrl+K", _desk(act, Desk.toggle_pin), placed),
        Command("duplicate", say("Duplicate"), "Ctrl+D", _desk(act, Desk.duplicate), session),
        Command("delete", say("Delete for good"), "Shift+Del", _desk(act, Desk.delete), session),
    )


def _view_commands(act: Commands) -> tuple[Command, ...]:
    grid, document = act.grid, "document"
    return (
        Command("zoom_in", say("Zoom in"), "Ctrl++, Ctrl+=", lambda: grid.zoom_by(ZOOM_STEP), document),
        Command("zoom_out", say("Zoom out"), "Ctrl+-", lambda: grid.zoom_by(1 / ZOOM_STEP), document),
        Command("zoom_fit", say("Fit the day"), "Ctrl+0", lambda: grid.set_zoom(0), document),
        Command(
            "heat",
            say("Tint by hardship"),
            "",
            act.toggle_heat,
            document,
            say("How hard each start would be for the people of the chosen session (H on the timetable)"),
            "H",
            True,
        ),
        Command("about", say("About"), "", act.show_about),
    )


def _desk(act: Commands, what: Callable[..., object], *values: Any) -> Callable[[], None]:
    return partial(act.ask_desk, what, *values)


def fill_menu(menu: QMenu, names: Sequence[str], entries: Mapping[str, QAction | QMenu]) -> None:
    """Put actions and submenus into a menu, in order."""
    for name in names:
        entry = entries.get(name)
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            menu.addAction(entry)


def build_menus(bar: QMenuBar, entries: Mapping[str, QAction | QMenu]) -> None:
    titles = menu_titles()
    for key, names in MENUS.items():
        fill_menu(bar.addMenu(titles[key]), names, entries)
