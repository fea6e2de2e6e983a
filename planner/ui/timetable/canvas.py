"""The painted ground of the timetable with its blocks, and the ghost of what a gesture would do."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.clock import format_span
from planner.models.agenda import Agenda
from planner.models.records import Session, Spot
from planner.phrases import session_label
from planner.rules.finding import Finding
from planner.ui.theme import Theme
from planner.ui.timetable.block import SessionBlock
from planner.ui.timetable.block_painting import paint_ghost
from planner.ui.timetable.drawing import (
    Drawn,
    changed_sessions,
    is_placed,
    sessions_to_place_again,
    sessions_to_word_again,
)
from planner.ui.timetable.face import face_of
from planner.ui.timetable.geometry import GridGeometry, Rect
from planner.ui.timetable.ground_painting import paint_ground
from planner.ui.timetable.judging import Verdict, verdict_of
from planner.wording import say


class Ghost(NamedTuple):
    """A place where a block would land."""

    spot: Spot
    minutes: int
    title: str
    refused: bool = False
    session_id: int | None = None


class TimetableCanvas(QWidget):
    """Blocks by session id on painted days; asks by signals, changes nothing itself."""

    chosen = Signal(object)
    open_requested = Signal(int)
    menu_requested = Signal(int, QPoint)
    resize_started = Signal(int)
    drag_failed = Signal()
    hovered = Signal(object, object)
    choice_shown = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Timetable"))
        self.blocks: dict[int, SessionBlock] = {}
        self._theme = theme
        self._agenda: Agenda | None = None
        self._geometry: GridGeometry | None = None
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self._drawn: Drawn | None = None
        self._ghosts: tuple[Ghost, ...] = ()
        self._chosen_id: int | None = None
        self.paint_under: Callable[[QPainter, QRect], None] | None = None
        self._overlay = _GhostOverlay(self)

    @property
    def agenda(self) -> Agenda | None:
        """What is shown."""
        return self._agenda

    @property
    def chosen_id(self) -> int | None:
        """The session whose block is marked."""
        return self._chosen_id

    @property
    def grid_geometry(self) -> GridGeometry | None:
        return self._geometry

    # -- showing ------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda, geometry: GridGeometry, findings: dict[int, tuple[Finding, ...]]) -> None:
        """Match blocks by id; move, repaint, make and drop only what differs."""
        drawn = self._drawn
        self._agenda, self._geometry, self._findings = agenda, geometry, findings
        self._drawn = Drawn(agenda, geometry, findings)
        changed = changed_sessions(drawn, self._drawn)
        for gone in [key for key in changed if key in self.blocks and not is_placed(agenda, key)]:
            self._drop_block(gone)
        for session_id in sessions_to_place_again(drawn, self._drawn, changed):
            self._place_block(session_id)
        for session_id in sessions_to_word_again(drawn, self._drawn, changed):
            self.blocks[session_id].show_face(
                face_of(agenda, agenda.sessions[session_id], findings.get(session_id, ()))
            )
        if drawn is None or drawn.geometry != geometry or drawn.agenda.windows is not agenda.windows:
            self.setFixedSize(max(geometry.width_px, 1), max(geometry.height_px, 1))
            self.update()

    def _place_block(self, session_id: int) -> None:
        assert self._agenda is not None and self._geometry is not None and self._drawn is not None
        session = self._agenda.sessions[session_id]
        block = self.blocks.get(session_id) or self._make_block(session_id)
        spot = session.spot
        rect = None if spot is None else self._geometry.block_rect(spot, session.minutes, *self._drawn.lane(session))
        if rect is None:
            block.hide()
            return
        if (box := _qrect(rect)) != block.geometry():
            block.setGeometry(box)
        if block.isHidden():
            block.show()

    def _make_block(self, session_id: int) -> SessionBlock:
        block = SessionBlock(session_id, self._theme, self, resizable=True)
        # Qt's own tab chain is the order of making; the canvas walks its blocks in time order instead.
        block.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        block.chosen.connect(self.chosen)
        block.open_requested.connect(self.open_requested)
        block.menu_requested.connect(self.menu_requested)
        block.resize_started.connect(self.resize_started)
        block.drag_failed.connect(self.drag_failed)
        block.setChecked(session_id == self._chosen_id)
        self.blocks[session_id] = block
        return block

    def _drop_block(self, session_id: int) -> None:
        block = self.blocks.pop(session_id)
        # Hidden with the focus, it would hand it to its neighbour, which would then be chosen.
        block.clearFocus()
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
        self.choice_shown.emit(session_id)

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
            painter = QPainter(self)
            paint_ground(painter, event.rect(), self._agenda, self._geometry, self._theme)
            if self.paint_under is not None:
                self.paint_under(painter, event.rect())

    def paint_ghosts(self, painter: QPainter) -> None:
        if self._geometry is None:
            return
        for ghost in self._ghosts:
            if rect := self._geometry.block_rect(ghost.spot, max(ghost.minutes, 1)):
                span = format_span(ghost.spot.start_minute, ghost.spot.start_minute + ghost.minutes)
                paint_ghost(painter, _qrect(rect), ghost.title, span, self._theme, refused=ghost.refused)

    # -- hovering -----------------------------------------------------------------------------------------------

    def hover(self, session: Session | None, spot: Spot, minutes: int) -> Verdict:
        """Show where a session, or a new one, would land, and judge it."""
        assert self._agenda is not None
        verdict = verdict_of(self._agenda, session, spot, minutes)
        title = say("New session") if session is None else session_label(session)
        ghost = Ghost(spot, minutes, title, bool(verdict.refusal), None if session is None else session.id)
        if (ghost,) != self._ghosts:
            self.show_ghosts((ghost,))
            self.hovered.emit(ghost, verdict)
        return verdict

    def clear_hover(self) -> None:
        """The gesture has left or ended."""
        self.show_ghosts(())
        self.hovered.emit(None, None)

    # -- keyboard -----------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab into the timetable comes to the first block, Shift+Tab to the last."""
        super().focusInEvent(event)
        if self.blocks and event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.focusNextPrevChild(event.reason() is Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab walks the blocks in time order, then leaves the timetable."""
        order = [] if self._agenda is None else [session.id for session in self._agenda.placed_sessions]
        current = next((key for key in order if key in self.blocks and self.blocks[key].hasFocus()), None)
        if current is None and order and self.hasFocus():
            return self._focus(order[0] if forwards else order[-1])
        if current is not None:
            index = order.index(current) + (1 if forwards else -1)
            return self._focus(order[index]) if 0 <= index < len(order) else self._leave(forwards)
        return super().focusNextPrevChild(forwards)

    def _leave(self, forwards: bool) -> bool:
        """Go on beside the timetable. Qt would go on to the block that was made next, wherever it stands now."""
        widget = self.nextInFocusChain() if forwards else self.previousInFocusChain()
        while widget is not None and widget is not self:
            by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if by_tab and widget.isVisible() and widget.isEnabled() and not self.isAncestorOf(widget):
                widget.setFocus(Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason)
                return True
            widget = widget.nextInFocusChain() if forwards else widget.previousInFocusChain()
        return False

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


def _qrect(rect: Rect) -> QRect:
    return QRect(rect.x, rect.y, rect.width, rect.height)
