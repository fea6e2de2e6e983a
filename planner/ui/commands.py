"""What the menus, buttons and keys do: asks where a verb needs an answer, then has the desk do it.

A dialog is imported when it is asked for: the first window does not wait for what it does not show.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from planner import __version__, edits
from planner.local_times import zone_data_version
from planner.models.records import Session, Spot
from planner.phrases import session_label, spot_in_a_word
from planner.rules.shifting import Move
from planner.ui.desk import Desk
from planner.ui.files import Files
from planner.ui.timetable.canvas import Ghost
from planner.ui.top_bar import TopBar
from planner.ui.workspace import Workspace
from planner.wording import say

if TYPE_CHECKING:
    from planner.ui.keys import KeyGroup
    from planner.ui.paper_states import PaperState

NEW_SESSION_MINUTES = 30


class Commands(QObject):
    """Works on the desk it is given; without one, all but a few do nothing."""

    timetable_requested = Signal()

    def __init__(self, window: QWidget, files: Files, workspace: Workspace) -> None:
        super().__init__(window)
        self.desk: Desk | None = None
        self.files = files
        self.grid = workspace.grid
        self._window = window
        self._workspace = workspace
        self.state_in_sight: Callable[[], PaperState | None] = lambda: None
        """The draft or earlier state that a view shows instead of the working copy."""

    def undo(self) -> None:
        if self.desk is not None and not self.grid.stretch.runs:
            self.desk.undo()

    def redo(self) -> None:
        if self.desk is not None and not self.grid.stretch.runs:
            self.desk.redo()

    def ask_desk(self, what: Callable[..., object], *values: Any) -> None:
        """Have the desk do one of its methods, if there is a meeting."""
        if self.desk is not None:
            what(self.desk, *values)

    def do(self, verb: Callable[..., Any], *values: Any, **named: Any) -> Any:
        """Have the desk run a verb, if there is a meeting."""
        return None if self.desk is None else self.desk.run(verb, *values, **named)

    # -- sessions -----------------------------------------------------------------------------------------------

    def new_session(self) -> None:
        if self.desk is not None and self.desk.create(None, NEW_SESSION_MINUTES) is not None:
            self._workspace.uncover_inspector()
            self._workspace.session.edit_title()

    def edit_session(self) -> None:
        if self.desk is not None and self.desk.chosen is not None:
            self._workspace.uncover_inspector()
            self._workspace.session.edit_title()

    def open_session(self, session_id: int) -> None:
        """What a double click does."""
        if self.desk is not None:
            self.desk.choose(session_id)
            self.enter()

    def show_on_timetable(self, session_id: int) -> None:
        """Choose a session and show it on the timetable, from another view."""
        if self.desk is not None:
            self.desk.choose(session_id)
            self.timetable_requested.emit()
            self.grid.reveal(session_id)

    def enter(self) -> None:
        """Enter edits a placed session, and asks where to put one of the list."""
        chosen = None if self.desk is None else self.desk.chosen
        if chosen is not None and chosen.spot is None:
            self.ask_move()
        else:
            self.edit_session()

    def ask_move(self) -> None:
        """Day, hour and room, with what the spot would mean."""
        if self.desk is None or self.desk.chosen is None:
            return
        from planner.ui.move_dialog import MoveDialog

        session_id = self.desk.chosen.id
        dialog = MoveDialog(self.desk.agenda, self.desk.chosen, self._window)
        if dialog.exec() == MoveDialog.DialogCode.Accepted:
            self.desk.place(session_id, dialog.spot)
            self.grid.reveal(session_id)

    def ask_least_bad(self) -> None:
        """The best few spots of the chosen session; the marked one is seen on the timetable."""
        if self.desk is None or self.desk.chosen is None:
            return
        from planner.ui.least_bad_dialog import LeastBadDialog

        session = self.desk.chosen
        dialog = LeastBadDialog(self.desk.agenda, session, self._window)
        dialog.previewed.connect(partial(self._show_ghost, session))
        dialog.move(self._workspace.to_place.mapToGlobal(QPoint(0, 40)))
        accepted = dialog.exec() == LeastBadDialog.DialogCode.Accepted
        self.grid.canvas.show_ghosts(())
        if accepted and dialog.spot is not None:
            self.desk.place(session.id, dialog.spot)
            self.grid.reveal(session.id)

    def _show_ghost(self, session: Session, spot: Spot) -> None:
        self.grid.canvas.show_ghosts([Ghost(spot, session.minutes, session_label(session))])

    def toggle_heat(self) -> None:
        self.grid.show_heat(not self.grid.is_heat_shown)

    def ask_replace(self, seat_id: int) -> None:
        """Who takes a seat over, and why."""
        if self.desk is None or seat_id not in self.desk.agenda.seats:
            return
        from planner.ui.replace_dialog import ReplaceDialog

        dialog = ReplaceDialog(self.desk.agenda, self.desk.agenda.seats[seat_id], self._window)
        dialog.replace_requested.connect(lambda seat, values: self.do(edits.seats.replace_holder, seat, **values))
        dialog.exec()

    def ask_shift(self) -> None:
        """How far; stands beside the timetable, so that the preview can be seen on it."""
        if self.desk is None or self.desk.chosen is None or self.desk.chosen.spot is None:
            return
        from planner.ui.shift_dialog import ShiftDialog

        desk = self.desk
        dialog = ShiftDialog(desk.agenda, self.desk.chosen, self._window)
        dialog.previewed.connect(self._show_moves)
        dialog.shift_requested.connect(lambda *values: desk.run(edits.sessions.shift_following, *values))
        dialog.setModal(True)
        dialog.move(self._workspace.to_place.mapToGlobal(QPoint(0, 40)))
        dialog.show()
        dialog.preview()

    def _show_moves(self, moves: tuple[Move, ...]) -> None:
        if self.desk is not None:
            sessions = self.desk.agenda.sessions
            moved = ((sessions[move.session_id], move.spot_to) for move in moves)
            self.grid.canvas.show_ghosts([Ghost(spot, row.minutes, session_label(row)) for row, spot in moved])

    def swap_choices(self) -> list[tuple[str, Callable[[], object]]]:
        """The sessions that the chosen one can swap with: their label, and the swap."""
        chosen = None if self.desk is None else self.desk.chosen
        if self.desk is None or chosen is None:
            return []
        desk, waiting = self.desk, self.desk.agenda.sessions_to_place if chosen.spot else ()
        others = (row for row in (*desk.agenda.placed_sessions, *waiting) if row.id != chosen.id)
        swap = partial(desk.run, edits.sessions.swap_sessions, chosen.id)
        return [(self._label_with_spot(row), partial(swap, row.id)) for row in others]

    def _label_with_spot(self, session: Session) -> str:
        """Two breaks are told apart by their day and hour."""
        if self.desk is None or session.spot is None:
            return session_label(session)
        spot = spot_in_a_word(self.desk.agenda, session.spot)
        return say("{spot}  {session}", spot=spot, session=session_label(session))

    # -- the meeting --------------------------------------------------------------------------------------------

    def ask_zones(self, bar: TopBar) -> None:
        """The zones beside the timetable, below their button."""
        if self.desk is not None:
            from planner.ui.zones_popup import ZonesPopup

            desk = self.desk
            popup = ZonesPopup(desk.agenda, bar)
            popup.committed.connect(lambda zones: desk.run(edits.meeting.set_rulers, zones))
            popup.open_below(bar.zones)

    def ask_zone_change(self, typed: str = "") -> None:
        """Another time zone for the meeting; when it is not changed, the field shows the old one again."""
        if self.desk is None:
            return
        from planner.ui.zone_change_dialog import ZoneChangeDialog

        dialog = ZoneChangeDialog(self.desk.agenda, typed, self._window)
        dialog.change_requested.connect(lambda *values: self.do(edits.zone_change.change_zone, *values))
        dialog.exec()
        self._workspace.meeting.show_agenda(self.desk.agenda)

    def export(self) -> None:
        """The papers of the state that is on the screen."""
        if self.desk is not None:
            from planner.ui.export_acts import ask_export

            self._workspace.commit_typing()
            ask_export(self.desk, self.files.settings, self._window, self.state_in_sight())

    def ask_sheets(self) -> None:
        """Personal sheets: whose, and into which folder."""
        if self.desk is not None:
            from planner.ui.sheets_acts import ask_sheets

            self._workspace.commit_typing()
            ask_sheets(self.desk, self._window, self.state_in_sight())

    def ask_texts(self) -> None:
        """The texts of the invitation and the logistics note."""
        if self.desk is not None:
            from planner.ui.sheets_acts import ask_texts

            self._workspace.commit_typing()
            ask_texts(self.desk, self._window)

    def ask_issue(self) -> None:
        """Freeze the plan as the next draft, after a look at what is open."""
        if self.desk is None:
            return
        from planner.rules.open_points import open_points_of
        from planner.ui.issue_dialog import IssueDialog

        self._workspace.commit_typing()
        agenda = self.desk.agenda
        dialog = IssueDialog(agenda, self.desk.next_draft_number(), open_points_of(agenda), self._window)
        dialog.issue_requested.connect(partial(self.do, edits.drafts.issue_draft))
        dialog.show_requested.connect(self.show_on_timetable)
        dialog.exec()
        dialog.deleteLater()

    def save_copy(self) -> None:
        if self.desk is not None:
            self._workspace.commit_typing()
            self.files.ask_copy(self.desk.document)

    # -- help ---------------------------------------------------------------------------------------------------

    def show_keys(self, groups: "Sequence[KeyGroup]") -> None:
        """The keys and what they do."""
        from planner.ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(groups, self._window).exec()

    def show_about(self) -> None:
        words = say(
            "Roundtable Planner {version}\nTime zone data {zone_data}\nNoto Sans: SIL Open Font License 1.1",
            version=__version__,
            zone_data=zone_data_version(),
        )
        # Seldom wanted, and among the first things to be loaded otherwise.
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.about(self._window, say("About"), words)
