"""The whole timetable: headings, hours, and the canvas in its scroll area, with zoom and edge scrolling."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QToolButton, QWidget

from planner.models.agenda import Agenda
from planner.rules.finding import Finding
from planner.ui.seating import Seating
from planner.ui.theme import Theme
from planner.ui.timetable.canvas import Ghost, TimetableCanvas
from planner.ui.timetable.geometry import GridGeometry, geometry_of, hours_shown
from planner.ui.timetable.gestures import DropGesture, StretchGesture
from planner.ui.timetable.header import HeaderStrip
from planner.ui.timetable.judging import Verdict
from planner.ui.timetable.ruler_columns import ruler_columns
from planner.ui.timetable.rulers import RulerHeading, RulerStrip
from planner.ui.timetable.seating import SeatGesture
from planner.ui.timetable.tip import SpotTip
from planner.wording import say

if TYPE_CHECKING:
    from planner.ui.timetable.heat_layer import HeatLayer

SMALLEST_ZOOM, LARGEST_ZOOM = 0.8, 8.0
READABLE_PX_PER_MINUTE = 1.35
_SCROLL_ZONE_PX = 28
_SCROLL_STEP_PX = 14
_SCROLL_EVERY_MS = 30


class TimetableGrid(QWidget):
    """Shows an agenda; a zoom of 0 fits the day's hours into the height at hand."""

    zoomed = Signal(float)
    heat_shown = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda: Agenda | None = None
        self._geometry: GridGeometry | None = None
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self._theme = theme
        self._zoom = 0.0
        self._first_ruler = 0
        self.canvas = TimetableCanvas(theme)
        self.drop = DropGesture(self.canvas)
        self.stretch = StretchGesture(self.canvas)
        self.seat = SeatGesture(self.canvas)
        # Our own: asked for Qt's, PySide6 first loads every kind of widget there is, to see which kind it is.
        self._view = QWidget()
        self._area = QScrollArea()
        self._area.setViewport(self._view)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.canvas)
        self._heading = RulerHeading(theme)
        self._rulers = RulerStrip(theme)
        self._header = HeaderStrip(theme)
        self.tip = SpotTip(theme, self._view)
        self._heat: HeatLayer | None = None
        self.tint = QToolButton()
        self._scroller = QTimer(self, interval=_SCROLL_EVERY_MS)
        self._scroll_by = QPoint()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._grid = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading, 0, 0)
        layout.addWidget(self.tint, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._header, 0, 1)
        layout.addWidget(self._rulers, 1, 0)
        layout.addWidget(self._area, 1, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)
        self._dress_tint()

    def _dress_tint(self) -> None:
        self.tint.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tint.setText(say("Tint"))
        self.tint.setAccessibleName(say("Tint by hardship"))
        self.tint.setToolTip(say("How hard each start would be for the people of the chosen session (H)"))
        self.tint.setProperty("role", "tint")
        self.tint.setCheckable(True)

    def _connect(self) -> None:
        self.tint.clicked.connect(self.show_heat)
        self.heat_shown.connect(self.tint.setChecked)
        self._area.verticalScrollBar().valueChanged.connect(self._rulers.scroll_to)
        self._area.horizontalScrollBar().valueChanged.connect(self._header.scroll_to)
        self._heading.scrolled.connect(self._scroll_rulers)
        self.canvas.hovered.connect(self._show_tip)
        self.drop.moved_over.connect(self._want_scroll)
        self.stretch.moved_over.connect(self._want_scroll)
        self.seat.hovered.connect(self._show_seating)
        self._scroller.timeout.connect(self._scroll_on)
        self._view.installEventFilter(self)

    def show_agenda(self, agenda: Agenda, findings: dict[int, tuple[Finding, ...]]) -> None:
        self._agenda, self._findings = agenda, findings
        geometry = geometry_of(agenda, self._view.width(), self._px_per_minute(agenda))
        drawn = ruler_columns(len(agenda.rulers), self.width(), self._first_ruler)
        self._first_ruler = max(0, drawn.shown[-1] - len(drawn.shown) + 1)
        self._heading.show_agenda(agenda, drawn)
        self._rulers.show_agenda(agenda, geometry, drawn)
        self._header.show_agenda(agenda, geometry)
        self.canvas.show_agenda(agenda, geometry, findings)
        self._geometry = geometry
        if self._heat is not None:
            self._heat.show_again()

    def _scroll_rulers(self, steps: int) -> None:
        self._first_ruler = max(0, self._first_ruler + steps)
        self._show_again()

    def _px_per_minute(self, agenda: Agenda) -> float:
        if self._zoom:
            return self._zoom
        first, last = hours_shown(agenda)
        return max(READABLE_PX_PER_MINUTE, (self._view.height() - 18) / max(last - first, 1))

    def _show_again(self) -> None:
        if self._agenda is not None:
            self.show_agenda(self._agenda, self._findings)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The columns follow the width of the viewport, and the hours its height while they fit."""
        if watched is self._view and event.type() is QEvent.Type.Resize:
            self._show_again()
        return super().eventFilter(watched, event)

    # -- zoom ---------------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """Pixels a minute; 0 while the hours fit the height."""
        return self._zoom

    def set_zoom(self, px_per_minute: float) -> None:
        """Show more or less of the day; 0 fits it into the height. The middle of the view stays."""
        middle = self._middle_minute()
        self._zoom = 0.0 if px_per_minute == 0 else max(SMALLEST_ZOOM, min(px_per_minute, LARGEST_ZOOM))
        self._show_again()
        if middle is not None and self._geometry is not None:
            bar = self._area.verticalScrollBar()
            bar.setValue(self._geometry.y_of(middle) - self._view.height() // 2)
        self.zoomed.emit(self._zoom)

    def zoom_by(self, factor: float) -> None:
        if self._geometry is not None:
            self.set_zoom(self._geometry.px_per_minute * factor)

    def _middle_minute(self) -> float | None:
        if self._geometry is None:
            return None
        return self._geometry.minute_at(self._area.verticalScrollBar().value() + self._view.height() / 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
            event.accept()
        else:
            super().wheelEvent(event)

    # -- hardship -----------------------------------------------------------------------------------------------

    @property
    def heat(self) -> "HeatLayer":
        """The tint by hardship, loaded and made when it is first wanted: with the first drag at the latest."""
        if self._heat is None:
            from planner.ui.timetable.heat_layer import HeatLayer

            self._heat = HeatLayer(self.canvas, self._view, self._theme)
            self._heat.show_choice(self.canvas.chosen_id)
            self.canvas.choice_shown.connect(self._heat.show_choice)
            self.canvas.paint_under = self._heat.paint
            self._grid.addWidget(self._heat.foot, 2, 0, 1, 2)
        return self._heat

    @property
    def is_heat_shown(self) -> bool:
        """Whether the chosen session tints the timetable."""
        return self._heat is not None and self._heat.is_on

    def show_heat(self, on: bool) -> None:
        """Tint the timetable by how hard each start would be for the people of the chosen session, or no longer."""
        if on != self.is_heat_shown:
            self.heat.set_on(on)
            self.heat_shown.emit(on)

    # -- gestures -----------------------------------------------------------------------------------------------

    def _show_tip(self, ghost: Ghost | None, verdict: Verdict | None) -> None:
        if ghost is None or verdict is None or self._agenda is None or self._geometry is None:
            self.tip.hide()
            self._scroller.stop()
            if self._heat is not None:
                self._heat.show_drag(None)
            return
        if ghost.session_id is not None and not self.stretch.runs:
            self.heat.show_drag(ghost.session_id)
        rect = self._geometry.block_rect(ghost.spot, ghost.minutes)
        if rect is not None:
            at = self.canvas.mapTo(self._view, QPoint(rect.x, rect.y))
            self.tip.show_verdict(self._agenda, ghost, verdict, QRect(at.x(), at.y(), rect.width, rect.height))

    def _show_seating(self, seating: Seating | None) -> None:
        block = None if seating is None else self.canvas.blocks.get(seating.session_id)
        if seating is None or block is None or self._agenda is None:
            self.tip.hide()
            return
        at = block.mapTo(self._view, QPoint(0, 0))
        self.tip.show_seating(self._agenda, seating, QRect(at.x(), at.y(), block.width(), block.height()))

    def _want_scroll(self, at: QPoint) -> None:
        """Scroll on while the pointer rests near an edge."""
        inside = self.canvas.mapTo(self._view, at)
        area = self._view.rect()
        self._scroll_by = QPoint(_pull(inside.x(), area.width()), _pull(inside.y(), area.height()))
        if self._scroll_by.isNull():
            self._scroller.stop()
        elif not self._scroller.isActive():
            self._scroller.start()

    def _scroll_on(self) -> None:
        for bar, step in (
            (self._area.horizontalScrollBar(), self._scroll_by.x()),
            (self._area.verticalScrollBar(), self._scroll_by.y()),
        ):
            bar.setValue(bar.value() + step)

    def reveal(self, session_id: int) -> None:
        """Scroll until the session's block is in sight."""
        if block := self.canvas.blocks.get(session_id):
            self._area.ensureWidgetVisible(block, 20, 20)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._heat is not None:
            self._heat.set_theme(theme)
        for part in (self.canvas, self._heading, self._rulers, self._header, self.tip):
            part.set_theme(theme)


def _pull(at: int, extent: int) -> int:
    if at < _SCROLL_ZONE_PX:
        return -_SCROLL_STEP_PX
    return _SCROLL_STEP_PX if at > extent - _SCROLL_ZONE_PX else 0
