"""All people of the meeting: found by typing, edited in place, dragged onto sessions."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from planner.models.agenda import Agenda
from planner.rules.duplicates import likely_same_people
from planner.ui.dragging import person_data
from planner.ui.panel_words import PanelWords
from planner.ui.people_columns import (
    EntityNames,
    PersonLine,
    details_of_person,
    person_columns,
    person_lines,
    searched_in_person,
)
from planner.ui.record_table import RecordModel
from planner.ui.records_panel import RecordsPanel
from planner.ui.theme import Theme
from planner.wording import say, say_count
from planner.zones.asked import meeting_start

_TABLES = ("people", "entities", "seats", "sessions", "availabilities", "told_apart")
"""What is seen here."""


class PeopleView(RecordsPanel):
    """The table of people; every change is asked for."""

    person_change_requested = Signal(int, dict)
    person_add_requested = Signal()
    people_remove_requested = Signal(object)
    people_merge_requested = Signal(int, object)
    hours_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._entities = EntityNames()
        records = RecordModel(person_columns(self._entities), searched_in_person, person_data, theme)
        super().__init__(records, _words(), say("People"), parent)
        self.hours = QPushButton(say("&Hours…"))
        self.hours.setToolTip(say("When the chosen person is free or busy (Alt+H)"))
        self.hours.clicked.connect(self._ask_hours)
        self.tools.insertWidget(self.tools.indexOf(self.merge), self.hours)
        QWidget.setTabOrder(self.search, self.hours)
        self.table.open_requested.connect(lambda person_id, _column: self.hours_requested.emit(person_id))
        self.table.rows_chosen.connect(self._show_hours_button)
        self._show_hours_button()
        self.change_requested.connect(self.person_change_requested)
        self.add_requested.connect(self.person_add_requested)
        self.remove_requested.connect(self.people_remove_requested)
        self.merge_requested.connect(self.people_merge_requested)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show this picture; what is chosen, scrolled to and typed stays."""
        self.table.ask_about(partial(meeting_start, agenda))
        before = self.agenda
        if before is not None and agenda.shares(before, *_TABLES):
            return
        self._entities.show(agenda.entities)
        self.show_lines(agenda, person_lines(agenda), "people", "entities", "told_apart")
        self._show_hours_button()

    def _show_hours_button(self) -> None:
        self.hours.setEnabled(self.table.current_id() is not None)

    def _ask_hours(self) -> None:
        person_id = self.table.current_id()
        if person_id is not None:
            self.hours_requested.emit(person_id)

    def row_menu(self) -> QMenu:
        """The hours too."""
        menu = super().row_menu()
        menu.insertAction(menu.actions()[-1], self._hours_action(menu))
        return menu

    def _hours_action(self, menu: QMenu) -> QAction:
        action = QAction(say("Hours…"), menu)
        action.setEnabled(self.hours.isEnabled())
        action.triggered.connect(self._ask_hours)
        return action


def _words() -> PanelWords:
    return PanelWords(
        search=say("Search name, entity, function, e-mail, country"),
        add=say("+ Person"),
        add_tip=say("Add a person"),
        first_column="family_name",
        empty=say("Nobody is here yet. Add the first with “+ Person”, or import expressions of interest."),
        nothing_found=lambda text: say("Nobody matches “{text}”. Try fewer letters, or press Esc.", text=text.strip()),
        counted=_counted,
        may_be_same=lambda count: say_count("{count} person may be the same", "{count} people may be the same", count),
        merge_title=say("People who may be the same"),
        no_zone=lambda name: say("{name} has no time zone.", name=name or say("This person")),
        removal=_removal,
        details=details_of_person,
        find_twins=likely_same_people,
    )


def _counted(shown: int, total: int) -> str:
    if shown == total:
        return say_count("{count} person", "{count} people", total)
    return say("{shown} of {total}", shown=shown, total=total)


def _removal(line: Any) -> str:
    if not isinstance(line, PersonLine) or not line.seats_in_full:
        return say("Remove {name} (Delete)", name=line.full_name)
    return say_count(
        "Remove {name} (Delete). {count} seat stays with its entity, to be named.",
        "Remove {name} (Delete). {count} seats stay with their entity, to be named.",
        len(line.seats_in_full.splitlines()),
        name=line.full_name,
    )
