"""The painted ground of the timetable, its blocks, and the gestures on it: drop, lengthen, create."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from planner.clock import format_span, snap
from planner.models.agenda import Agenda, Session, Spot
from planner.phrases import session_label
from planner.rules.finding import Finding
from planner.ui.theme import Theme
from planner.ui.timetable.block import SessionBlock, dragged_session
from planner.ui.timetable.block_painting import paint_ghost
from planner.ui.timetable.face import face_of
from planner.ui.timetable.geometry import GridGeometry, Rect, lanes_of
from planner.ui.timetable.ground_painting import paint_ground
from planner.ui.timetable.judging import Verdict, verdict_of
from planner.wording import say


@dataclass(frozen=True, slots=True)
class Ghost:
    """A place where a block would land."""

    spot: Spot
    minutes: int
    title: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A gesture of the mouse alone: a session made longer or shorter, or a new one drawn on empty time."""

    session_id: int | None
    spot: Spot
    minutes: int


class TimetableCanvas(QWidget):
    """Blocks by session id on painted days; asks by signals, changes nothing itself."""

    chosen = Signal(object)
    open_requested = Signal(int)
    menu_requested = Signal(int, QPoint)
    move_requested = Signal(int, Spot)
    resize_requested = Signal(int, int)
    create_requested = Signal(Spot, int)
    refused = Signal(str)
    hovered = Signal(object, object)
    scroll_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(say("Timetable"))
        self.blocks: dict[int, SessionBlock] = {}
        self._theme = theme
        self._agenda: Agenda | None = None
        self._geometry: GridGeometry | None = None
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self._drawn: dict[int, tuple[Session, Sequence[Finding]]] = {}
        self._ghosts: tuple[Ghost, ...] = ()
        self._stretch: Stretch | None = None
        self._press: tuple[QPoint, Spot] | None = None
        self._chosen_id: int | None = None
        self._overlay = _GhostOverlay(self)

    @property
    def gesture_runs(self) -> bool:
        """Whether a mouse gesture is under way, during which nothing else may change the meeting."""
        return self._stretch is not None

    # -- showing ------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda, geometry: GridGeometry, findings: dict[int, tuple[Finding, ...]]) -> None:
        """Match blocks by id; move, repaint, make and drop only what differs."""
        same_ground = geometry == self._geometry
        previous = self._agenda
        self._agenda, self._geometry, self._findings = agenda, geometry, findings
        placed = {session.id: session for session in agenda.placed_sessions}
        for gone in self.blocks.keys() - placed.keys():
            self._drop_block(gone)
        lanes = self._lanes(agenda)
        words_changed = previous is None or _other_words(previous, agenda)
        for session in placed.values():
            self._show_session(session, lanes[session.id], words_changed)
        if not same_ground:
            self.setFixedSize(max(geometry.width_px, 1), max(geometry.height_px, 1))
            self.update()

    def _lanes(self, agenda: Agenda) -> dict[int, tuple[int, int]]:
        columns: dict[tuple[int | None, int | None], list[Session]] = {}
        for session in agenda.placed_sessions:
            columns.setdefault((session.day_id, session.room_id), []).append(session)
        found: dict[int, tuple[int, int]] = {}
        for sessions in columns.values():
            found.update(lanes_of(sessions))
        return found

    def _show_session(self, session: Session, lane: tuple[int, int], words_changed: bool) -> None:
        assert self._agenda is not None and self._geometry is not None and session.spot is not None
        block = self.blocks.get(session.id) or self._make_block(session.id)
        rect = self._geometry.block_rect(session.spot, session.minutes, *lane)
        if rect is None:
            block.hide()
            return
        if (box := _qrect(rect)) != block.geometry():
            block.setGeometry(box)
        findings = self._findings.get(session.id, ())
        if words_changed or self._drawn.get(session.id) != (session, findings):
            self._drawn[session.id] = (session, findings)
            block.show_face(face_of(self._agenda, session, findings))
        if block.isHidden():
            block.show()

    def _make_block(self, session_id: int) -> SessionBlock:
        block = SessionBlock(session_id, self._theme, self, resizable=True)
        block.chosen.connect(self.chosen)
        block.open_requested.connect(self.open_requested)
        block.menu_requested.connect(self.menu_requested)
        block.resize_started.connect(self._start_resize)
        block.setChecked(session_id == self._chosen_id)
        self.blocks[session_id] = block
        return block

    def _drop_block(self, session_id: int) -> None:
        self._drawn.pop(session_id, None)
        block = self.blocks.pop(session_id)
        block.hide()
        block.deleteLater()

    def show_choice(self, session_id: int | None) -> None:
        """Mark the chosen session's block."""
        for changed in {self._chosen_id, session_id}:
            if changed in self.blocks:
                self.blocks[changed].setChecked(changed == session_id)
        self._chosen_id = session_id
        if session_id in self.blocks:
            self.blocks[session_id].raise_()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for block in self.blocks.values():
            block.set_theme(theme)
        self.update()

    def show_ghosts(self, ghosts: Sequence[Ghost]) -> None:
        """Places where blocks would land, drawn over everything; none clears them."""
        if tuple(ghosts) == self._ghosts:
            return
        self._ghosts = tuple(ghosts)
        self._overlay.setVisible(bool(ghosts))
        self._overlay.setGeometry(self.rect())
        self._overlay.raise_()
        self._overlay.update()

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._agenda is not None and self._geometry is not None:
            paint_ground(QPainter(self), event.rect(), self._agenda, self._geometry, self._theme)

    def paint_ghosts(self, painter: QPainter) -> None:
        if self._geometry is None:
            return
        for ghost in self._ghosts:
            if rect := self._geometry.block_rect(ghost.spot, max(ghost.minutes, 1)):
                span = format_span(ghost.spot.start_minute, ghost.spot.start_minute + ghost.minutes)
                paint_ghost(painter, _qrect(rect), ghost.title, span, self._theme, refused=ghost.refused)

    # -- dropping -----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dragged(event) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.scroll_wanted.emit(event.position().toPoint())
        dragged = self._dragged(event)
        spot = None if dragged is None else self._spot_of(event, dragged[1])
        if dragged is None or spot is None:
            self._clear_hover()
            event.ignore()
            return
        verdict = self._hover(dragged[0], spot, dragged[0].minutes)
        if verdict.refusal:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._clear_hover()

    def dropEvent(self, event: QDropEvent) -> None:
        dragged = self._dragged(event)
        spot = None if dragged is None else self._spot_of(event, dragged[1])
        self._clear_hover()
        if dragged is None or spot is None:
            return
        event.acceptProposedAction()
        self.move_requested.emit(dragged[0].id, spot)

    def _dragged(self, event: QDropEvent) -> tuple[Session, int] | None:
        found = dragged_session(event.mimeData())
        if found is None or self._agenda is None or found[0] not in self._agenda.sessions:
            return None
        return self._agenda.sessions[found[0]], found[1]

    def _spot_of(self, event: QDropEvent, grab_px: int) -> Spot | None:
        assert self._geometry is not None
        return self._geometry.spot_at(event.position().x(), event.position().y(), grab_px)

    def _hover(self, session: Session | None, spot: Spot, minutes: int) -> Verdict:
        assert self._agenda is not None
        verdict = verdict_of(self._agenda, session, spot, minutes)
        title = say("New session") if session is None else session_label(session)
        ghost = Ghost(spot, minutes, title, bool(verdict.refusal))
        if (ghost,) != self._ghosts:
            self.show_ghosts((ghost,))
            self.hovered.emit(ghost, verdict)
        return verdict

    def _clear_hover(self) -> None:
        self.show_ghosts(())
        self.hovered.emit(None, None)

    # -- lengthening and creating, by the mouse alone -------------------------------------------------------------

    def _start_resize(self, session_id: int) -> None:
        assert self._agenda is not None
        session = self._agenda.sessions[session_id]
        if session.spot is not None:
            self._stretch = Stretch(session_id, session.spot, session.minutes)
            # The block holds the mouse; keys must reach the canvas so that Esc can cancel.
            self.grabMouse()
            self.grabKeyboard()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._geometry is None:
            return
        self.chosen.emit(None)
        at = event.position().toPoint()
        column = self._geometry.column_at(at.x())
        if column is not None:
            step = self._geometry.grid_minutes
            start = int((self._geometry.minute_at(at.y())) // step * step)
            self._press = (at, Spot(column.day_id, start, column.room_id))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._geometry is None:
            return
        at = event.position().toPoint()
        if self._stretch is None and self._press is not None and abs(at.y() - self._press[0].y()) > 8:
            self._stretch = Stretch(None, self._press[1], self._geometry.grid_minutes)
            self.grabKeyboard()
        if self._stretch is None:
            return
        self.scroll_wanted.emit(at)
        step = self._geometry.grid_minutes
        end = snap(self._geometry.minute_at(at.y()), step)
        minutes = max(step, end - self._stretch.spot.start_minute)
        self._stretch = Stretch(self._stretch.session_id, self._stretch.spot, minutes)
        self._hover(self._stretched_session(), self._stretch.spot, minutes)

    def _stretched_session(self) -> Session | None:
        assert self._agenda is not None and self._stretch is not None
        session_id = self._stretch.session_id
        return None if session_id is None else self._agenda.sessions.get(session_id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        stretch, self._press = self._stretch, None
        self._end_stretch()
        if stretch is None or self._agenda is None:
            return
        session = self._agenda.sessions.get(stretch.session_id or 0)
        refusal = verdict_of(self._agenda, session, stretch.spot, stretch.minutes).refusal
        if refusal:
            self.refused.emit(refusal)
        elif session is None:
            self.create_requested.emit(stretch.spot, stretch.minutes)
        elif session.minutes != stretch.minutes:
            self.resize_requested.emit(session.id, stretch.minutes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stretch is not None:
            self._press = None
            self._end_stretch()
            return
        super().keyPressEvent(event)

    def _end_stretch(self) -> None:
        if self._stretch is not None:
            self._stretch = None
            self.releaseKeyboard()
            self.releaseMouse()
            self._clear_hover()

    # -- keyboard -----------------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab walks the blocks in time order, then leaves the timetable."""
        order = [] if self._agenda is None else [session.id for session in self._agenda.placed_sessions]
        current = next((key for key in order if key in self.blocks and self.blocks[key].hasFocus()), None)
        if current is None and order and self.hasFocus():
            return self._focus(order[0] if forwards else order[-1])
        if current is not None:
            index = order.index(current) + (1 if forwards else -1)
            if 0 <= index < len(order):
                return self._focus(order[index])
        return super().focusNextPrevChild(forwards)

    def _focus(self, session_id: int) -> bool:
        if session_id not in self.blocks:
            return False
        self.blocks[session_id].setFocus(Qt.FocusReason.TabFocusReason)
        return True


class _GhostOverlay(QWidget):
    """A transparent sheet above the blocks on which ghosts are drawn."""

    def __init__(self, canvas: TimetableCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._canvas.paint_ghosts(QPainter(self))


def _other_words(previous: Agenda, agenda: Agenda) -> bool:
    """Whether words on blocks may differ though their sessions did not change."""
    return any(
        getattr(previous, table) is not getattr(agenda, table)
        for table in ("meeting_rows", "days", "rooms", "objectives", "coverage", "entities", "people", "seats")
    )


def _qrect(rect: Rect) -> QRect:
    return QRect(rect.x, rect.y, rect.width, rect.height)
