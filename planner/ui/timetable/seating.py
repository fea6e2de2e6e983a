"""People, entities and interests dragged onto a session: who would be seated, and what that would clash with."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import Seat
from planner.rules import findings_of
from planner.rules.finding import Finding, Level
from planner.ui.dragging import dragged_entities, dragged_interests, dragged_people
from planner.ui.timetable.block import SessionBlock
from planner.ui.timetable.canvas import TimetableCanvas

Holder = tuple[int | None, int | None]
"""Ids of an entity and of a person."""

_NEW_SEAT = -1


@dataclass(frozen=True, slots=True)
class Seating:
    """Who would take which role in which session; ``interest_ids`` when interests were dragged."""

    session_id: int
    role: Role
    holders: tuple[Holder, ...]
    interest_ids: tuple[int, ...] = ()


def holders_of(agenda: Agenda, data: QMimeData) -> tuple[Holder, ...]:
    """Who is dragged; nobody for a drag of anything else."""
    people = [agenda.people[row_id] for row_id in dragged_people(data) if row_id in agenda.people]
    entities = [row_id for row_id in dragged_entities(data) if row_id in agenda.entities]
    interests = [agenda.interests[row_id] for row_id in dragged_interests(data) if row_id in agenda.interests]
    return (
        *((person.entity_id, person.id) for person in people),
        *((entity_id, None) for entity_id in entities),
        *((interest.entity_id, interest.person_id) for interest in interests),
    )


def clashes_of_seating(agenda: Agenda, seating: Seating) -> tuple[Finding, ...]:
    """The clashes that the meeting would have once they are seated, and has not now."""
    with_seats = agenda.with_records(
        ("seats", _NEW_SEAT - index, _seat(_NEW_SEAT - index, seating, holder))
        for index, holder in enumerate(seating.holders)
    )
    now = set(findings_of(agenda))
    return tuple(finding for finding in findings_of(with_seats) if finding.level is Level.CLASH and finding not in now)


def _seat(seat_id: int, seating: Seating, holder: Holder) -> Seat:
    return Seat(seat_id, seating.session_id, seating.role, *holder, position=0, minutes=5, state=SeatState.PROPOSED)


class SeatGesture(QObject):
    """Dropping somebody onto a block seats them as speaker, with Shift as moderator."""

    hovered = Signal(object)
    seat_requested = Signal(object)

    def __init__(self, canvas: TimetableCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._target: SessionBlock | None = None
        # Installed after the gesture of sessions, and so asked before it.
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._show(None, None)
            return False
        drags = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}
        if event.type() not in drags or not isinstance(event, QDropEvent) or not self._somebody(event):
            return False
        seating, block = self._seating(event), self._block(event)
        event.setAccepted(seating is not None or event.type() is QEvent.Type.DragEnter)
        if event.type() is QEvent.Type.Drop:
            self._show(None, None)
            if seating is not None:
                self.seat_requested.emit(seating)
        else:
            self._show(block, seating)
        return True

    def _somebody(self, event: QDropEvent) -> bool:
        agenda = self._canvas.agenda
        return agenda is not None and bool(holders_of(agenda, event.mimeData()))

    def _block(self, event: QDropEvent) -> SessionBlock | None:
        under = self._canvas.childAt(event.position().toPoint())
        return under if isinstance(under, SessionBlock) else None

    def _seating(self, event: QDropEvent) -> Seating | None:
        agenda, block = self._canvas.agenda, self._block(event)
        if agenda is None or block is None or not agenda.sessions[block.session_id].has_speakers:
            return None
        moderator = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        role = Role.MODERATOR if moderator else Role.SPEAKER
        return Seating(
            block.session_id, role, holders_of(agenda, event.mimeData()), dragged_interests(event.mimeData())
        )

    def _show(self, block: SessionBlock | None, seating: Seating | None) -> None:
        if self._target is not None and self._target is not block:
            self._target.set_target(False)
        self._target = block if seating is not None else None
        if self._target is not None:
            self._target.set_target(True)
        self.hovered.emit(seating)
