"""The gestures on the canvas, each an object of its own that watches the canvas's events: dropping and stretching."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent

from planner.clock import snap
from planner.models.records import Session, Spot
from planner.ui.timetable.block import dragged_session
from planner.ui.timetable.canvas import TimetableCanvas
from planner.ui.timetable.judging import verdict_of

_LEAST_PULL_PX = 8


class DropGesture(QObject):
    """A session dragged from the list or from the timetable; a spot that cannot be meant is not accepted."""

    move_requested = Signal(int, Spot)
    moved_over = Signal(QPoint)
    refused = Signal(str)

    def __init__(self, canvas: TimetableCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._refusal = ""
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)
        canvas.drag_failed.connect(self.tell_refusal)

    def tell_refusal(self) -> None:
        """A drag ended without a drop: over a spot that cannot be meant, the reason stays to be read."""
        refusal, self._refusal = self._refusal, ""
        if refusal and self._canvas.rect().contains(self._canvas.mapFromGlobal(QCursor.pos())):
            self.refused.emit(refusal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragEnter and isinstance(event, QDropEvent):
            event.setAccepted(self._dragged(event) is not None)
        elif event.type() is QEvent.Type.DragMove and isinstance(event, QDragMoveEvent):
            self._move(event)
        elif event.type() is QEvent.Type.DragLeave:
            self._canvas.clear_hover()
        elif event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._drop(event)
        else:
            return False
        return True

    def _move(self, event: QDragMoveEvent) -> None:
        self.moved_over.emit(event.position().toPoint())
        session, spot = self._dragged(event), self._spot(event)
        if session is None or spot is None:
            self._canvas.clear_hover()
            event.ignore()
            return
        self._refusal = self._canvas.hover(session, spot, session.minutes).refusal
        event.setAccepted(not self._refusal)

    def _drop(self, event: QDropEvent) -> None:
        session, spot = self._dragged(event), self._spot(event)
        self._canvas.clear_hover()
        event.setAccepted(session is not None and spot is not None)
        if session is not None and spot is not None:
            self.move_requested.emit(session.id, spot)

    def _dragged(self, event: QDropEvent) -> Session | None:
        found, agenda = dragged_session(event.mimeData()), self._canvas.agenda
        return None if found is None or agenda is None else agenda.sessions.get(found[0])

    def _spot(self, event: QDropEvent) -> Spot | None:
        found, geometry = dragged_session(event.mimeData()), self._canvas.grid_geometry
        if found is None or geometry is None:
            return None
        return geometry.spot_at(event.position().x(), event.position().y(), found[1])


class Stretch(NamedTuple):
    """A session being made longer or shorter, or a new one being drawn when there is no id yet."""

    session_id: int | None
    spot: Spot
    minutes: int


class StretchGesture(QObject):
    """The mouse alone: pull a block's lower edge, or pull over empty time to make a session. Esc cancels."""

    pressed_empty = Signal()
    resize_requested = Signal(int, int)
    create_requested = Signal(Spot, int)
    refused = Signal(str)
    moved_over = Signal(QPoint)

    def __init__(self, canvas: TimetableCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._press: tuple[QPoint, Spot] | None = None
        self._stretch: Stretch | None = None
        canvas.installEventFilter(self)
        canvas.resize_started.connect(self._start_resize)

    @property
    def runs(self) -> bool:
        """Whether it is under way; then nothing else may change the meeting."""
        return self._stretch is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and self._canvas.grid_geometry is not None:
            if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
                self._note_press(event.position().toPoint())
            elif event.type() is QEvent.Type.MouseMove:
                self._pull(event.position().toPoint())
            elif event.type() is QEvent.Type.MouseButtonRelease:
                self._finish()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.runs:
            self._end()
            return True
        return False

    def _start_resize(self, session_id: int) -> None:
        agenda = self._canvas.agenda
        session = None if agenda is None else agenda.sessions.get(session_id)
        if session is not None and session.spot is not None:
            self._begin(Stretch(session_id, session.spot, session.minutes))
            # The pressed block holds the mouse; from here on its events come to the canvas.
            self._canvas.grabMouse()

    def _begin(self, stretch: Stretch) -> None:
        self._stretch = stretch
        self._canvas.grabKeyboard()

    def _note_press(self, at: QPoint) -> None:
        geometry = self._canvas.grid_geometry
        assert geometry is not None
        self.pressed_empty.emit()
        column = geometry.column_at(at.x())
        if column is not None:
            step = geometry.grid_minutes
            start = int(geometry.minute_at(at.y()) // step * step)
            self._press = (at, Spot(column.day_id, max(0, start), column.room_id))

    def _pull(self, at: QPoint) -> None:
        geometry = self._canvas.grid_geometry
        assert geometry is not None
        if self._stretch is None and self._press is not None and abs(at.y() - self._press[0].y()) > _LEAST_PULL_PX:
            self._begin(Stretch(None, self._press[1], geometry.grid_minutes))
        if self._stretch is None:
            return
        self.moved_over.emit(at)
        self._stretch = self._stretched(self._stretch, snap(geometry.minute_at(at.y()), geometry.grid_minutes))
        minutes = self._stretch.minutes
        self._canvas.hover(self._session(self._stretch), self._stretch.spot, minutes)

    def _stretched(self, stretch: Stretch, minute: int) -> Stretch:
        """With its end at this minute; a new session can be drawn upwards too, from where it was begun."""
        geometry = self._canvas.grid_geometry
        assert geometry is not None
        spot = stretch.spot if self._press is None else self._press[1]
        if stretch.session_id is None and minute < spot.start_minute:
            return Stretch(None, replace(spot, start_minute=max(0, minute)), spot.start_minute - max(0, minute))
        return Stretch(stretch.session_id, spot, max(geometry.grid_minutes, minute - spot.start_minute))

    def _session(self, stretch: Stretch) -> Session | None:
        agenda = self._canvas.agenda
        return None if agenda is None or stretch.session_id is None else agenda.sessions.get(stretch.session_id)

    def _finish(self) -> None:
        stretch, agenda = self._stretch, self._canvas.agenda
        self._end()
        if stretch is None or agenda is None:
            return
        session = self._session(stretch)
        refusal = verdict_of(agenda, session, stretch.spot, stretch.minutes).refusal
        if refusal:
            self.refused.emit(refusal)
        elif session is None:
            self.create_requested.emit(stretch.spot, stretch.minutes)
        elif session.minutes != stretch.minutes:
            self.resize_requested.emit(session.id, stretch.minutes)

    def _end(self) -> None:
        self._press = None
        if self._stretch is not None:
            self._stretch = None
            self._canvas.releaseKeyboard()
            self._canvas.releaseMouse()
            self._canvas.clear_hover()
