"""A timetable to look at: painted with the same geometry and blocks as the one to work on, without their gestures."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import session_label, spot_in_a_word
from planner.rules import findings_of
from planner.rules.finding import Finding
from planner.ui.theme import Theme
from planner.ui.timetable.block_painting import paint_block
from planner.ui.timetable.drawing import Drawn
from planner.ui.timetable.face import face_of
from planner.ui.timetable.geometry import GridGeometry, geometry_of, hours_shown
from planner.ui.timetable.ground_painting import paint_ground
from planner.ui.timetable.header import HeaderStrip
from planner.wording import say


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
                face = face_of(drawn.agenda, session, drawn.findings.get(session.id, ()))
                paint_block(painter, rect, face, self._theme, selected=session.id in self._marked, hovered=False)
                painter.restore()

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
            words = face_of(drawn.agenda, under[-1], drawn.findings.get(under[-1].id, ())).description if under else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


class TimetablePicture(QWidget):
    """The painted timetable under its days, in a scroll area; fits its hours into the height when they can be read."""

    def __init__(self, theme: Theme, least_px_per_minute: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least_px_per_minute
        self._agenda: Agenda | None = None
        self._marked: frozenset[int] = frozenset()
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self._header = HeaderStrip(theme)
        self.painted = PaintedTimetable(theme)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setWidget(self.painted)
        self._area.viewport().installEventFilter(self)
        self._area.horizontalScrollBar().valueChanged.connect(self._header.scroll_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._area, 1)

    def show_state(self, agenda: Agenda, name: str, marked: Iterable[int] = ()) -> None:
        """Show a state of the meeting that is called so; ``marked`` sessions are outlined."""
        if agenda is not self._agenda:
            self._agenda, self._findings = agenda, _by_session(findings_of(agenda))
            self._area.setAccessibleName(say("Timetable of {state}", state=name))
            self._area.setAccessibleDescription("\n".join(_lines(agenda)))
        self._marked = frozenset(marked)
        self._draw()

    def _draw(self) -> None:
        if self._agenda is not None:
            geometry = self._geometry(self._agenda)
            self._header.show_agenda(self._agenda, geometry)
            self.painted.show_drawn(Drawn(self._agenda, geometry, self._findings), self._marked)

    def _geometry(self, agenda: Agenda) -> GridGeometry:
        first, last = hours_shown(agenda)
        view = self._area.viewport()
        return geometry_of(agenda, view.width(), max(self._least, (view.height() - 18) / max(last - first, 1)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The columns follow the width at hand, and the hours its height while they fit."""
        if watched is self._area.viewport() and event.type() is QEvent.Type.Resize:
            self._draw()
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        self._header.set_theme(theme)
        self.painted.set_theme(theme)


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
