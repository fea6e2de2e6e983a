"""Between the views and the verbs: the open document, the chosen session, and what to tell when a verb refuses."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from planner import edits
from planner.document import Document
from planner.errors import PlannerError
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SessionKind
from planner.models.records import Session, Spot
from planner.rules.all_findings import register_of
from planner.rules.finding import Finding
from planner.rules.free_spots import spot_beside
from planner.rules.register import Register
from planner.ui.seating import Seating
from planner.ui.signals import DocumentSignals
from planner.wording import say

Result = TypeVar("Result")


class Desk(QObject):
    """One open document as the window works with it."""

    agenda_changed = Signal()
    chosen_changed = Signal(object)
    problem = Signal(str)
    succeeded = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.chosen_id: int | None = None
        self.register = Register((), ())
        self.findings: tuple[Finding, ...] = ()
        self.findings_by_session: dict[int, tuple[Finding, ...]] = {}
        self._signals = DocumentSignals(document, self)
        self._signals.changed.connect(lambda _change: self._take_in())
        self._find()

    @property
    def agenda(self) -> Agenda:
        return self.document.agenda

    @property
    def chosen(self) -> Session | None:
        return None if self.chosen_id is None else self.agenda.sessions.get(self.chosen_id)

    def close(self) -> None:
        self._signals.end()
        # What is not pruned now is at the next closing: nothing keeps a person from leaving.
        with suppress(PlannerError):
            edits.history.prune_history(self.document)
        self.document.close()

    def _find(self) -> None:
        self.register = register_of(self.agenda)
        self.findings = self.register.open
        grouped: dict[int, list[Finding]] = {}
        for finding in self.findings:
            for session_id in finding.session_ids:
                grouped.setdefault(session_id, []).append(finding)
        self.findings_by_session = {session_id: tuple(found) for session_id, found in grouped.items()}

    def _take_in(self) -> None:
        self._find()
        self.succeeded.emit()
        if self.chosen is None and self.chosen_id is not None:
            self.choose(None)
        self.agenda_changed.emit()

    def choose(self, session_id: int | None) -> None:
        """Make a session the one that the inspector and the keys act on."""
        if session_id != self.chosen_id:
            self.chosen_id = session_id
            self.chosen_changed.emit(session_id)

    def tell(self, sentence: str) -> None:
        """Say why something was refused."""
        self.problem.emit(sentence)

    def run(self, verb: Callable[..., Result], *arguments: Any, **named: Any) -> Result | None:
        """Do a verb; when it refuses, say why and show everything as it was."""
        try:
            return verb(self.document, *arguments, **named)
        except PlannerError as refusal:
            self.problem.emit(refusal.sentence)
            self.agenda_changed.emit()
            return None

    def next_draft_number(self) -> int:
        """What the next draft is called; 0, and told, when the file cannot be read."""
        try:
            return self.document.next_draft_number()
        except PlannerError as refusal:
            self.problem.emit(refusal.sentence)
            return 0

    # -- history ------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        self.run(Document.undo)

    def redo(self) -> None:
        self.run(Document.redo)

    # -- sessions -----------------------------------------------------------------------------------------------

    def place(self, session_id: int, spot: Spot | None) -> None:
        """Put a session on a spot, or back on the list."""
        if spot is None:
            self.run(edits.sessions.unschedule_session, session_id)
        else:
            self.run(edits.sessions.move_session, session_id, spot)

    def create(self, spot: Spot | None, minutes: int) -> int | None:
        """A new session, chosen at once; returns its id."""
        made = self.run(
            edits.sessions.create_session, SessionKind.PLENARY, title=say("New session"), spot=spot, minutes=minutes
        )
        if made is not None:
            self.choose(made)
        return made

    def nudge(self, steps: int) -> None:
        """Move the chosen session by so many grid steps."""
        session = self.chosen
        if session is None or session.spot is None:
            return
        start = session.spot.start_minute + steps * self.agenda.meeting.grid_minutes
        self.place(session.id, Spot(session.spot.day_id, start, session.spot.room_id))

    def move_beside(self, columns: int) -> None:
        """Move the chosen session to the next room or day."""
        session = self.chosen
        if session is not None and session.spot is not None:
            spot = spot_beside(self.agenda, session.spot, columns)
            if spot is not None:
                self.place(session.id, spot)

    def stretch(self, steps: int) -> None:
        """Make the chosen session longer or shorter by so many grid steps."""
        session = self.chosen
        if session is not None:
            self.run(
                edits.sessions.resize_session, session.id, session.minutes + steps * self.agenda.meeting.grid_minutes
            )

    def with_chosen(self, verb: Callable[..., Any], *arguments: Any) -> Any:
        """Do a verb on the chosen session, if there is one."""
        return None if self.chosen is None else self.run(verb, self.chosen.id, *arguments)

    def unschedule(self) -> None:
        if self.chosen is not None and self.chosen.spot is not None:
            self.with_chosen(edits.sessions.unschedule_session)

    def toggle_pin(self) -> None:
        if self.chosen is not None and self.chosen.spot is not None:
            self.with_chosen(edits.sessions.pin_session, not self.chosen.pinned)

    def duplicate(self) -> None:
        copy = self.with_chosen(edits.sessions.duplicate_session)
        if copy is not None:
            self.choose(copy)

    def delete(self) -> None:
        self.with_chosen(edits.sessions.delete_session)

    def close_gap(self) -> None:
        self.with_chosen(edits.sessions.close_gap)

    # -- fields of the inspector ----------------------------------------------------------------------------------

    def change_session(self, session_id: int, values: dict[str, Any]) -> None:
        self.run(edits.sessions.change_session, session_id, **values)

    def change_meeting(self, values: dict[str, Any]) -> None:
        self.run(edits.meeting.change_meeting, **values)

    def change_room(self, room_id: int, values: dict[str, Any]) -> None:
        self.run(edits.meeting.change_room, room_id, **values)

    def add_seat(self, session_id: int) -> int | None:
        """A further seat: the moderator of a roundtable first, then speakers."""
        session = self.agenda.sessions[session_id]
        led = any(
            seat.role in {Role.MODERATOR, Role.CHAIR} and seat.counts for seat in self.agenda.seats_of(session_id)
        )
        role = Role.MODERATOR if session.kind is SessionKind.ROUNDTABLE and not led else Role.SPEAKER
        return self.run(edits.seats.add_seat, session_id, role)

    def seat(self, seating: Seating) -> None:
        """Seat whoever was dropped; an interest is marked as accepted with it."""
        if seating.interest_ids:
            for interest_id in seating.interest_ids:
                self.run(edits.interests.seat_interest, interest_id, seating.session_id, seating.role)
        else:
            self.run(edits.seats.add_seats, seating.session_id, seating.role, seating.holders)
        self.choose(seating.session_id)

    def change_seat(self, seat_id: int, values: dict[str, Any]) -> None:
        self.run(edits.seats.change_seat, seat_id, **values)
