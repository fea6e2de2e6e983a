"""The views of a meeting beside the timetable: which there are, and each made when it is first shown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from planner.models.agenda import Agenda
from planner.models.kinds import InterestState
from planner.ui.desk import Desk
from planner.ui.theme import Theme
from planner.wording import say

TIMETABLE = "timetable"
VIEWS = (
    TIMETABLE, "hours", "people", "entities", "interest", "times", "coverage", "balance", "papers", "drafts", "history",
)  # fmt: skip
_LOOK_BACK = frozenset({"drafts", "history"})


def view_name(name: str) -> str:
    """What a view is called."""
    return {
        TIMETABLE: say("Timetable"),
        "hours": say("Hours"),
        "people": say("People"),
        "entities": say("Entities"),
        "interest": say("Interest"),
        "times": say("Times"),
        "coverage": say("Coverage"),
        "balance": say("Balance"),
        "papers": say("Papers"),
        "drafts": say("Drafts"),
        "history": say("History"),
    }[name]


def view_title(name: str, agenda: Agenda) -> str:
    """What the switch says; new interests are counted."""
    new = sum(interest.state is InterestState.NEW for interest in agenda.interests.values())
    return say("Interest {count}", count=new) if name == "interest" and new else view_name(name)


class ViewStack(QStackedWidget):
    """Shows one view at a time; a view that is not shown is brought up to date when it is shown again.

    A view is a widget with ``show_agenda(agenda)`` and ``set_theme(theme)``.
    """

    def __init__(self, timetable: Any, make: Callable[[str, Theme], Any], theme: Theme) -> None:
        super().__init__()
        self._make = make
        self._theme = theme
        self._desk: Desk | None = None
        self._views: dict[str, Any] = {TIMETABLE: timetable}
        self._stale: set[str] = set()
        self.addWidget(timetable)

    @property
    def shown(self) -> str:
        return next(name for name, view in self._views.items() if view is self.currentWidget())

    @property
    def made(self) -> frozenset[str]:
        """The views that were shown before."""
        return frozenset(self._views)

    def view(self, name: str) -> Any:
        """The view of this name, made now if it was never shown."""
        if name not in self._views:
            self._views[name] = self._make(name, self._theme)
            self.addWidget(self._views[name])
            self._stale.add(name)
        return self._views[name]

    def state_in_sight(self) -> Any:
        """The draft or earlier state that is looked at, a ``PaperState``; None while it is the working copy."""
        return self._views[self.shown].state_in_sight() if self.shown in _LOOK_BACK else None

    def show_view(self, name: str) -> None:
        self.setCurrentWidget(self.view(name))
        self._refresh(name)

    def show_desk(self, desk: Desk | None) -> None:
        self._desk = desk
        if desk is not None:
            desk.agenda_changed.connect(self.show_agenda)
            self.show_agenda()

    def show_agenda(self) -> None:
        """The timetable refreshes itself; of the others only the one in sight does so at once."""
        self._stale = set(self._views) - {TIMETABLE}
        self._refresh(self.shown)

    def _refresh(self, name: str) -> None:
        view = self._views[name]
        if name in self._stale and self._desk is not None:
            self._stale.discard(name)
            view.show_agenda(self._desk.agenda)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for view in self._views.values():
            view.set_theme(theme)
