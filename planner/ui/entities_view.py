"""All entities of the meeting: States, organizations and stakeholders, edited in place, dragged onto sessions."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.models.agenda import Agenda
from planner.rules.duplicates import likely_same_entities
from planner.ui.dragging import entity_data
from planner.ui.entity_columns import details_of_entity, entity_columns, entity_lines, searched_in_entity
from planner.ui.panel_words import PanelWords
from planner.ui.record_table import RecordModel
from planner.ui.records_panel import RecordsPanel
from planner.ui.theme import Theme
from planner.wording import say, say_count
from planner.zones.asked import meeting_start

_TABLES = ("people", "entities", "seats", "sessions", "interests", "told_apart")
"""What is seen here."""


class EntitiesView(RecordsPanel):
    """The table of entities; every change is asked for."""

    entity_change_requested = Signal(int, dict)
    entity_add_requested = Signal()
    entities_remove_requested = Signal(object)
    entities_merge_requested = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        records = RecordModel(entity_columns(), searched_in_entity, entity_data, theme)
        super().__init__(records, _words(), say("Entities"), parent)
        self.change_requested.connect(self.entity_change_requested)
        self.add_requested.connect(self.entity_add_requested)
        self.remove_requested.connect(self.entities_remove_requested)
        self.merge_requested.connect(self.entities_merge_requested)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show this picture; what is chosen, scrolled to and typed stays."""
        self.table.ask_about(partial(meeting_start, agenda))
        before = self.agenda
        if before is not None and agenda.shares(before, *_TABLES):
            return
        self.show_lines(agenda, entity_lines(agenda), "entities", "told_apart")


def _words() -> PanelWords:
    return PanelWords(
        search=say("Search name, kind, category, country, region"),
        add=say("+ Entity"),
        add_tip=say("Add a State, an organization or a stakeholder"),
        first_column="name",
        empty=say("No entity is here yet. Add the first with “+ Entity”, or import expressions of interest."),
        nothing_found=lambda text: say(
            "No entity matches “{text}”. Try fewer letters, or press Esc.", text=text.strip()
        ),
        counted=_counted,
        may_be_same=lambda count: say_count(
            "{count} entity may be the same", "{count} entities may be the same", count
        ),
        merge_title=say("Entities that may be the same"),
        no_zone=lambda name: say("{name} has no time zone.", name=name or say("This entity")),
        removal=_removal,
        details=details_of_entity,
        find_twins=likely_same_entities,
    )


def _nothing_found(text: str) -> str:
    return say("No entity matches “{text}”. Try fewer letters, or press Esc.", text=text.strip())


def _counted(shown: int, total: int) -> str:
    if shown == total:
        return say_count("{count} entity", "{count} entities", total)
    return say("{shown} of {total}", shown=shown, total=total)


def _removal(line: Any) -> str:
    if not line.people and not line.seats_in_full:
        return say("Remove {name} (Delete)", name=line.full_name)
    return say("Remove {name} (Delete). Its people and seats stay, without it.", name=line.full_name)
