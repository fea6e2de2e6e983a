"""Each view beside the timetable, connected to the verbs. Imported with the first of them that is shown."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from planner import edits
from planner.imports.proposal import Proposal
from planner.ui.availability_dialog import AvailabilityDialog
from planner.ui.balance_view import BalanceView
from planner.ui.commands import Commands
from planner.ui.coverage_view import CoverageView
from planner.ui.desk import Desk
from planner.ui.draft_acts import drafts_view
from planner.ui.entities_view import EntitiesView
from planner.ui.history_acts import history_view
from planner.ui.hours_view import HoursView
from planner.ui.import_dialog import ImportDialog
from planner.ui.import_writing import Writing
from planner.ui.interest_dialog import InterestDialog
from planner.ui.interest_view import InterestView
from planner.ui.people_view import PeopleView
from planner.ui.theme import Theme
from planner.ui.times_view import TimesView
from planner.wording import say


def make_view(name: str, theme: Theme, act: Commands) -> Any:
    """The view of this name, one of ``planner.ui.views.VIEWS``."""
    makers: Mapping[str, Callable[[Theme, Commands], QWidget]] = {
        "hours": _hours,
        "people": _people,
        "entities": _entities,
        "interest": _interest,
        "times": lambda theme, _act: TimesView(theme),
        "coverage": _coverage,
        "balance": lambda theme, _act: BalanceView(theme),
        "papers": _papers,
        "drafts": drafts_view,
        "history": history_view,
    }
    return makers[name](theme, act)


def _hours(theme: Theme, act: Commands) -> HoursView:
    view = HoursView(theme)
    view.session_requested.connect(lambda session_id: act.ask_desk(Desk.choose, session_id))
    view.session_open_requested.connect(act.show_on_timetable)
    return view


def _people(theme: Theme, act: Commands) -> PeopleView:
    view = PeopleView(theme)
    view.person_change_requested.connect(lambda row, values: act.do(edits.people.change_person, row, **values))
    view.person_add_requested.connect(lambda: act.do(edits.people.add_person, say("New person")))
    view.people_remove_requested.connect(lambda rows: act.do(edits.people.remove_people, rows))
    view.hours_requested.connect(lambda person_id: _ask_hours(view, person_id, act))
    view.people_merge_requested.connect(lambda keep, others: act.do(edits.people.merge_people, keep, others))
    view.apart_requested.connect(lambda ids: act.do(edits.telling_apart.tell_people_apart, ids))
    return view


def _papers(theme: Theme, act: Commands) -> QWidget:
    # Brings reportlab along, a fifth of a second: not with the other views.
    from planner.ui.papers_acts import papers_view

    return papers_view(theme, act)


def _ask_hours(view: QWidget, person_id: int, act: Commands) -> None:
    """The dialog stays open over many changes, and shows what comes of each."""
    desk = act.desk
    if desk is None or person_id not in desk.agenda.people:
        return
    dialog = AvailabilityDialog(desk.agenda, person_id, view)
    dialog.add_requested.connect(lambda *values: act.do(edits.availability.add_hours, *values))
    dialog.change_requested.connect(lambda row, values: act.do(edits.availability.change_hours, row, **values))
    dialog.remove_requested.connect(lambda rows: act.do(edits.availability.remove_hours, rows))
    dialog.whole_days_requested.connect(
        lambda person, dates, free: act.do(edits.availability.set_whole_days, person, dates, free=free)
    )
    dialog.undo_requested.connect(act.undo)
    shown = desk.agenda_changed.connect(lambda: dialog.show_agenda(desk.agenda))
    told = desk.problem.connect(dialog.tell)
    dialog.exec()
    desk.agenda_changed.disconnect(shown)
    desk.problem.disconnect(told)
    dialog.deleteLater()


def _entities(theme: Theme, act: Commands) -> EntitiesView:
    view = EntitiesView(theme)
    view.entity_change_requested.connect(lambda row, values: act.do(edits.people.change_entity, row, **values))
    view.entity_add_requested.connect(lambda: act.do(edits.people.add_entity, say("New entity")))
    view.entities_remove_requested.connect(lambda rows: act.do(edits.people.remove_entities, rows))
    view.entities_merge_requested.connect(lambda keep, others: act.do(edits.people.merge_entities, keep, others))
    view.apart_requested.connect(lambda ids: act.do(edits.telling_apart.tell_entities_apart, ids))
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
        dialog.import_requested.connect(lambda *wish: _write_import(act, *wish))
        dialog.exec()


def _write_import(act: Commands, proposal: Proposal, writing: Writing) -> None:
    verb = edits.imports.import_interests
    writing.run(lambda: act.do(verb, proposal, report=writing.report, cancel=writing))


def _coverage(theme: Theme, act: Commands) -> CoverageView:
    view = CoverageView(theme)
    view.objectives_requested.connect(lambda *values: act.do(edits.sessions.set_objectives, *values))
    return view
