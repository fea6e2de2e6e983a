"""A timetable to look at: painted with the same geometry and blocks as the one to work on, without their gestures."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QToolTip, QWidget

from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import session_label, spot_in_a_word
from planner.rules import findings_of
from planner.rules.finding import Finding
from planner.ui.beside_frame import Frame, frame_of, framed
from planner.ui.theme import Theme
from planner.ui.timetable.block_painting import paint_block
from planner.ui.timetable.drawing import Drawn
from planner.ui.timetable.face import BlockFace, face_of
from planner.ui.timetable.geometry import GridGeometry
from planner.ui.timetable.ground_painting import paint_ground
from planner.ui.timetable.header import HeaderStrip
from planner.ui.timetable.narrow_block import is_narrow, paint_narrow_block
from planner.ui.timetable.ruler_columns import ruler_columns
from planner.ui.timetable.rulers import RulerHeading, RulerStrip
from planner.wording import say

_OWN_CLOCK = ruler_columns(0, 0)
_MARK_PX, _MARK_RADIUS = 2.5, 5.5


class PaintedTimetable(QWidget):
    """The days and their blocks; those in ``marked`` are outlined."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawn: Drawn | None = None
        self._marked: frozenset[int] = frozenset()

    def show_drawn(self, drawn: Drawn, marked: frozenset[int]) -> None:
        self._drawn, self._marked = drawn, marked
        self.setFixedSize(QSize(max(drawn.geometry.width_px, 1), max(drawn.geometry.height_px, 1)))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        painter = QPainter(self)
        paint_ground(painter, event.rect(), drawn.agenda, drawn.geometry, self._theme)
        for session, rect in self._blocks(drawn):
            if rect.intersects(event.rect()):
                painter.save()
                self._paint_block(painter, rect, _face(drawn, session))
                painter.restore()
        self._paint_marks(painter, drawn)

    def _paint_block(self, painter: QPainter, rect: QRect, face: BlockFace) -> None:
        if is_narrow(rect.width(), face):
            paint_narrow_block(painter, rect, face, self._theme)
        else:
            paint_block(painter, rect, face, self._theme, selected=False, hovered=False)

    def _paint_marks(self, painter: QPainter, drawn: Drawn) -> None:
        """Around the blocks, whose own outlines tell of clashes."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), _MARK_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for session, rect in self._blocks(drawn):
            if session.id in self._marked:
                painter.drawRoundedRect(QRectF(rect).adjusted(-1.5, -1.5, 1.5, 1.5), _MARK_RADIUS, _MARK_RADIUS)

    def _blocks(self, drawn: Drawn) -> Iterator[tuple[Session, QRect]]:
        for session in drawn.agenda.placed_sessions:
            spot = session.spot
            rect = None if spot is None else drawn.geometry.block_rect(spot, session.minutes, *drawn.lane(session))
            if rect is not None:
                yield session, QRect(rect.x, rect.y, rect.width, rect.height)

    def event(self, event: QEvent) -> bool:
        """What a block has no room for is in its tip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._drawn is not None:
            drawn = self._drawn
            under = [session for session, rect in self._blocks(drawn) if rect.contains(event.pos())]
            QToolTip.showText(event.globalPos(), _tip(_face(drawn, under[-1])) if under else "", self)
            return True
        return super().event(event)


def _face(drawn: Drawn, session: Session) -> BlockFace:
    return face_of(drawn.agenda, session, drawn.findings.get(session.id, ()))


def _tip(face: BlockFace) -> str:
    return f"{face.title}\n{face.description}"


class TimetablePicture(QWidget):
    """The painted timetable under its days, in a scroll area; fits its hours into the height when they can be read."""

    def __init__(self, theme: Theme, least_px_per_minute: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least_px_per_minute
        self._agenda: Agenda | None = None
        self._marked: frozenset[int] = frozenset()
        self._frame: Frame | None = None
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self._header = HeaderStrip(theme)
        self._clock, self.hours = RulerHeading(theme), RulerStrip(theme)
        self.painted = PaintedTimetable(theme)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setWidget(self.painted)
        self._area.viewport().installEventFilter(self)
        self.across, self.down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        self.across.valueChanged.connect(self._header.scroll_to)
        self.down.valueChanged.connect(self.hours.scroll_to)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._clock, 0, 0)
        layout.addWidget(self._header, 0, 1)
        layout.addWidget(self.hours, 1, 0)
        layout.addWidget(self._area, 1, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)

    def scroll_with(self, other: "TimetablePicture") -> None:
        """From now on both show the same part."""
        for bar, beside in ((self.across, other.across), (self.down, other.down)):
            bar.valueChanged.connect(beside.setValue)
            beside.valueChanged.connect(bar.setValue)

    def show_state(
        self, agenda: Agenda, name: str, marked: Iterable[int] = (), frame: Frame | None = None
    ) -> None:  # fmt: skip
        """Show a state of the meeting that is called so; ``marked`` sessions are outlined.

        ``frame``: the hours and rooms drawn, where they are not those of this state alone.
        """
        if agenda is not self._agenda:
            self._agenda, self._findings = agenda, _by_session(findings_of(agenda))
            self._area.setAccessibleName(say("Timetable of {state}", state=name))
            self._area.setAccessibleDescription("\n".join(_lines(agenda)))
        self._marked, self._frame = frozenset(marked), frame or frame_of([agenda])
        self._draw()

    def _draw(self) -> None:
        if self._agenda is not None and self._frame is not None:
            geometry = self._geometry(self._agenda, self._frame)
            self._header.show_agenda(self._agenda, geometry)
            self._clock.show_agenda(self._agenda, _OWN_CLOCK)
            self.hours.show_agenda(self._agenda, geometry, _OWN_CLOCK)
            self.painted.show_drawn(Drawn(self._agenda, geometry, self._findings), self._marked)

    def _geometry(self, agenda: Agenda, frame: Frame) -> GridGeometry:
        first, last = frame.hours
        view = self._area.viewport()
        scale = max(self._least, (view.height() - 18) / max(last - first, 1))
        return framed(frame, agenda, view.width(), scale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The columns follow the width at hand, and the hours its height while they fit."""
        if watched is self._area.viewport() and event.type() is QEvent.Type.Resize:
            self._draw()
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        for part in (self._header, self._clock, self.hours, self.painted):
            part.set_theme(theme)


def _by_session(findings: Iterable[Finding]) -> dict[int, tuple[Finding, ...]]:
    grouped: dict[int, tuple[Finding, ...]] = {}
    for finding in findings:
        for session_id in finding.session_ids:
            grouped[session_id] = (*grouped.get(session_id, ()), finding)
    return grouped


def _lines(agenda: Agenda) -> Iterator[str]:
    """What a screen reader hears of the picture."""
    for session in agenda.placed_sessions:
        if session.spot is not None:
            spot = spot_in_a_word(agenda, session.spot)
            yield say("{spot}  {session}", spot=spot, session=session_label(session))
