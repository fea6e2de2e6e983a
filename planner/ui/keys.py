"""Every key of the program, for people: the commands' own come from their table, those of one view stand here."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction

from planner.ui.findings_model import ACCEPT_KEYS
from planner.ui.interest_table import STATE_KEYS
from planner.wording import interest_state_name, say, say_list


class KeyLine(NamedTuple):
    """``keys`` as they are printed on keyboards; a comma and a space part those of one line."""

    keys: str
    what: str


class KeyGroup(NamedTuple):
    """Where keys work, and what each does there."""

    where: str
    lines: Sequence[KeyLine]


def key_groups(actions: Mapping[str, QAction]) -> tuple[KeyGroup, ...]:
    """First the keys that work everywhere, then view by view."""
    return (KeyGroup(say("Everywhere"), _of_actions(actions)), _timetable(actions), *_of_views(), *_of_fields())


def _of_actions(actions: Mapping[str, QAction]) -> list[KeyLine]:
    """The commands that have keys of their own, in the order of their table."""
    named = ((", ".join(keys.toString() for keys in action.shortcuts()), action) for action in actions.values())
    return [KeyLine(keys, _words(action)) for keys, action in named if keys]


def _words(action: QAction) -> str:
    return str(action.property("words"))


def _timetable(actions: Mapping[str, QAction]) -> KeyGroup:
    theirs = ((str(action.property("keys_elsewhere") or ""), action) for action in actions.values())
    return KeyGroup(
        say("On the timetable and the list beside it"),
        [
            KeyLine("Tab, Shift+Tab", say("The next session, the one before")),
            KeyLine("Return", say("Edit the session; of one on the list, ask where to place it")),
            *(KeyLine(keys, _words(action)) for keys, action in theirs if keys),
            KeyLine("Esc", say("Give up what is being dragged or stretched")),
            KeyLine("Left, Right", say("On the zones beside the hours: the others of them")),
            KeyLine("Return, Shift+Return", say("On a name: seat as speaker, as moderator, in the chosen session")),
        ],
    )


def _of_views() -> Sequence[KeyGroup]:
    return (
        KeyGroup(
            say("In the findings"),
            [
                KeyLine("Return", say("Show what the finding is about")),
                KeyLine(ACCEPT_KEYS, say("Accept it with a reason")),
                KeyLine("Return, Del", say("Among those accepted: open it again, or forget what no longer holds")),
            ],
        ),
        KeyGroup(
            say("In the lists of people and entities"),
            [
                KeyLine("Return, F2", say("Edit the cell")),
                KeyLine("Del", say("Remove the chosen rows")),
                KeyLine("Ctrl+C", say("Copy the chosen rows")),
            ],
        ),
        KeyGroup(say("In the list of interests"), _of_interests()),
        KeyGroup(
            say("In the hours"),
            [
                KeyLine("Left, Right", say("An hour earlier, later")),
                KeyLine("Ctrl+Left, Ctrl+Right", say("The seat before, the next one")),
                KeyLine("Space", say("Choose the session")),
                KeyLine("Return", say("Show the session on the timetable")),
            ],
        ),
        KeyGroup(say("In the coverage"), [KeyLine("Space, Return", say("Cover the objective, or no longer"))]),
        KeyGroup(say("On the papers"), _of_papers()),
        KeyGroup(
            say("In drafts and history"),
            [
                KeyLine("Return", say("Look at the draft, or at the meeting as it was then")),
                KeyLine("Esc", say("Back to the working copy")),
            ],
        ),
        KeyGroup(
            say("In an import, and where two copies differ"),
            [
                KeyLine("Return, F2", say("Open the choices of a row")),
                KeyLine("Space, Return", say("Take this value, and go to the next")),
            ],
        ),
    )


def _of_interests() -> Sequence[KeyLine]:
    states = say_list([interest_state_name(state) for state in STATE_KEYS.values()])
    return (
        KeyLine(", ".join(chr(key) for key in STATE_KEYS), states),
        KeyLine("Return", say("Seat who is chosen, also on the list of the reserve")),
        KeyLine("Del", say("Remove the chosen rows")),
        KeyLine("Ctrl+Up, Ctrl+Down", say("On the list of the reserve: earlier, later")),
    )


def _of_papers() -> Sequence[KeyLine]:
    return (
        KeyLine("PgUp, PgDown", say("The page before, the next page")),
        KeyLine("Home, End", say("The first page, the last page")),
        KeyLine("+, =, -", say("Larger, smaller")),
        KeyLine("0, 1, 2", say("Fit the width, true size, a whole page")),
        KeyLine("Return", say("Show the session on the timetable")),
        KeyLine("Ctrl+Up, Ctrl+Down", say("The session before, the next session")),
    )


def _of_fields() -> Sequence[KeyGroup]:
    return (
        KeyGroup(
            say("In a search"),
            [KeyLine("Esc", say("Search for nothing")), KeyLine("Down", say("Go to what was found"))],
        ),
        KeyGroup(
            say("While typing"),
            [
                KeyLine("Return, Tab", say("Take what was typed")),
                KeyLine("Esc", say("As it was before")),
                KeyLine("Ctrl+Z, Ctrl+Shift+Z", say("Undo and redo the typing, while a field is being changed")),
                KeyLine("Up, Down, PgUp, PgDown", say("In a field for a zone: walk its list")),
            ],
        ),
    )
