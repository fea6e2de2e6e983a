"""How hard each start would be for the people of one session, under the blocks: when wanted, and during each drag."""

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from planner.models.agenda import Agenda
from planner.phrases import session_name, session_short
from planner.rules.heat import HeatMap, heat_of
from planner.ui.theme import Theme
from planner.ui.timetable.canvas import TimetableCanvas
from planner.ui.timetable.heat_legend import HeatLegend
from planner.ui.timetable.heat_painting import Band, bands_of, paint_heat
from planner.wording import say, say_count

_LINGER_MS = 150
"""A drop is painted first, then the tint goes."""


class HeatLayer(QObject):
    """Tints the canvas for the session that is dragged, or, while it is on, for the chosen one.

    ``foot`` is the legend below the timetable while it is on; during a drag it lies over the lower edge of ``view``.
    """

    def __init__(self, canvas: TimetableCanvas, view: QWidget, theme: Theme) -> None:
        super().__init__(canvas)
        self._canvas, self._view, self._theme = canvas, view, theme
        self._is_on = False
        self._chosen_id: int | None = None
        self._dragged_id: int | None = None
        self._heat: HeatMap | None = None
        self._bands: dict[int, tuple[Band, ...]] = {}
        self.foot = HeatLegend(theme)
        self.overlay = HeatLegend(theme, view)
        for legend in (self.foot, self.overlay):
            legend.hide()
        self._linger = QTimer(self, singleShot=True, interval=_LINGER_MS)
        self._linger.timeout.connect(self._end_drag)

    @property
    def heat(self) -> HeatMap | None:
        """What is painted; None while nothing is."""
        return self._heat

    @property
    def is_on(self) -> bool:
        return self._is_on

    def set_on(self, on: bool) -> None:
        """Whether the chosen session tints the timetable."""
        self._is_on = on
        self.show_again()

    def show_choice(self, session_id: int | None) -> None:
        self._chosen_id = session_id
        if self._is_on:
            self.show_again()

    def show_drag(self, session_id: int | None) -> None:
        """A session hovers, or none does any longer."""
        if session_id is None:
            if self._dragged_id is not None and not self._linger.isActive():
                self._linger.start()
            return
        self._linger.stop()
        if session_id != self._dragged_id:
            self._dragged_id = session_id
            self.show_again()

    def _end_drag(self) -> None:
        self._dragged_id = None
        self.show_again()

    def show_again(self) -> None:
        """After a change of the meeting or of the size; paints only what differs."""
        agenda = self._canvas.agenda
        session_id = self._dragged_id if self._dragged_id is not None else self._chosen_id if self._is_on else None
        known = agenda is not None and session_id in agenda.sessions
        heat = heat_of(agenda, session_id) if agenda is not None and session_id is not None and known else None
        self._show_legends(agenda, session_id if known else None, heat)
        if heat is not self._heat:
            self._heat = heat
            step_minutes = 1 if agenda is None else agenda.meeting.grid_minutes
            self._bands = {} if heat is None or not heat.seated else bands_of(heat, step_minutes)
            self._canvas.update()

    def _show_legends(self, agenda: Agenda | None, session_id: int | None, heat: HeatMap | None) -> None:
        session = None if agenda is None or session_id is None else agenda.sessions[session_id]
        dragged = self._dragged_id is not None and not self._is_on and session is not None and session.has_speakers
        self.foot.setVisible(self._is_on and agenda is not None)
        self.overlay.setVisible(dragged)
        for legend in (self.foot, self.overlay):
            legend.show_words(
                _sentence(agenda, session_id, heat), _note(heat), with_steps=heat is not None and heat.seated > 0
            )
        if dragged:
            width = self._view.width()
            height = self.overlay.height_at(width)
            self.overlay.setGeometry(0, self._view.height() - height, width, height)

    def paint(self, painter: QPainter, dirty: QRect) -> None:
        if self._bands and self._canvas.grid_geometry is not None:
            paint_heat(painter, dirty, self._bands, self._canvas.grid_geometry, self._theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for legend in (self.foot, self.overlay):
            legend.set_theme(theme)


def _sentence(agenda: Agenda | None, session_id: int | None, heat: HeatMap | None) -> str:
    if agenda is None or session_id is None or heat is None:
        return say("Choose a session to see how hard each start would be for its people.")
    session = session_name(agenda.sessions[session_id])
    if not agenda.sessions[session_id].has_speakers:
        return say("{session} has no speakers: no start is hard for anybody.", session=session)
    if not heat.seated and not heat.unknown:
        return say("Nobody is seated in {session} yet: seat somebody to see how hard each start is.", session=session)
    if not heat.seated:
        return say("No time zone is known of those seated in {session}.", session=session)
    return say_count(
        "If {session} started then, for {count} seat:",
        "If {session} started then, for {count} seats:",
        heat.seated, session=session_short(agenda.sessions[session_id]),
    )  # fmt: skip


def _note(heat: HeatMap | None) -> str:
    if heat is None or not heat.seated or not heat.unknown:
        return ""
    return say_count("{count} seat without a time zone", "{count} seats without a time zone", heat.unknown)
