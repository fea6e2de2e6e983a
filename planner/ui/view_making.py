"""Each view beside the timetable, connected to the verbs. Imported with the first of them that is shown."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from planner import edits
from planner.ui.balance_view import BalanceView
from planner.ui.commands import Commands
from planner.ui.coverage_view import CoverageView
from planner.ui.entities_view import EntitiesView
from planner.ui.import_dialog import ImportDialog
from planner.ui.interest_dialog import InterestDialog
from planner.ui.interest_view import InterestView
from planner.ui.people_view import PeopleView
from planner.ui.theme import Theme
from planner.wording import say


def make_view(name: str, theme: Theme, act: Commands) -> Any:
    """The view of this name, one of ``planner.ui.views.VIEWS``."""
    makers: Mapping[str, Callable[[Theme, Commands], QWidget]] = {
        "people": _people,
        "entities": _entities,
        "interest": _interest,
        "coverage": _coverage,
        "balance": lambda theme, _act: BalanceView(theme),
    }
    return makers[name](theme, act)


def _people(theme: Theme, act: Commands) -> PeopleView:
    view = PeopleView(theme)
    view.person_change_requested.connect(lambda row, values: act.do(edits.people.change_person, row, **values))
    view.person_add_requested.connect(lambda: act.do(edits.people.add_person, say("New person")))
    view.person_remove_requested.connect(lambda row: act.do(edits.people.remove_person, row))
    view.people_merge_requested.connect(lambda keep, others: act.do(edits.people.merge_people, keep, others))
    return view


def _entities(theme: Theme, act: Commands) -> EntitiesView:
    view = EntitiesView(theme)
    view.entity_change_requested.connect(lambda row, values: act.do(edits.people.change_entity, row, **values))
    view.entity_add_requested.connect(lambda: act.do(edits.people.add_entity, say("New entity")))
    view.entity_remove_requested.connect(lambda row: act.do(edits.people.remove_entity, row))
    view.entities_merge_requested.connect(lambda keep, others: act.do(edits.people.merge_entities, keep, others))
    return view


def _interest(theme: Theme, act: Commands) -> InterestView:
    view = InterestView(theme)
    view.states_requested.connect(lambda *values: act.do(edits.interests.set_interest_states, *values))
    view.interest_change_requested.connect(lambda row, values: act.do(edits.interests.change_interest, row, **values))
    view.wishes_requested.connect(lambda *values: act.do(edits.interests.set_wishes, *values))
    view.reserve_move_requested.connect(lambda *values: act.do(edits.interests.move_reserve, *values))
    view.remove_requested.connect(lambda rows: act.do(edits.interests.remove_interests, rows))
    view.seat_requested.connect(lambda *values: act.do(edits.interests.seat_interest, *values))
    view.interest_add_requested.connect(lambda: _ask_interest(view, act))
    view.import_requested.connect(lambda: _ask_import(view, theme, act))
    return view


def _ask_interest(view: QWidget, act: Commands) -> None:
    if act.desk is not None:
        dialog = InterestDialog(act.desk.agenda, view)
        dialog.add_requested.connect(lambda values: act.do(edits.interests.add_interest, **values))
        dialog.exec()


def _ask_import(view: QWidget, theme: Theme, act: Commands) -> None:
    if act.desk is not None:
        dialog = ImportDialog(act.desk.agenda, theme, view)
        dialog.import_requested.connect(lambda proposal: act.do(edits.imports.import_interests, proposal))
        dialog.exec()


def _coverage(theme: Theme, act: Commands) -> CoverageView:
    view = CoverageView(theme)
    view.objectives_requested.connect(lambda *values: act.do(edits.sessions.set_objectives, *values))
    return view
