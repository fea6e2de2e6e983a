"""Dropping somebody onto a block of the timetable."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent

from planner.models.kinds import Role
from planner.ui.seating import Seating, holders_of, seating_of
from planner.ui.timetable.block import SessionBlock
from planner.ui.timetable.canvas import TimetableCanvas


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
        if agenda is None or block is None:
            return None
        moderator = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return seating_of(agenda, event.mimeData(), block.session_id, Role.MODERATOR if moderator else Role.SPEAKER)

    def _show(self, block: SessionBlock | None, seating: Seating | None) -> None:
        if self._target is not None and self._target is not block:
            self._target.set_target(False)
        self._target = block if seating is not None else None
        if self._target is not None:
            self._target.set_target(True)
        self.hovered.emit(seating)
