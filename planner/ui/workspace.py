"""The views of one meeting side by side: the list, the timetable, the inspector, and the findings below."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QWidget

from planner import edits
from planner.models.kinds import Role
from planner.models.records import Spot
from planner.rules.finding import Finding
from planner.ui.desk import Desk
from planner.ui.findings_panel import FindingsPanel
from planner.ui.meeting_inspector import MeetingInspector
from planner.ui.people_list import Candidate, PeopleList
from planner.ui.seating import Seating
from planner.ui.theme import Theme
from planner.ui.timetable.block import SessionBlock
from planner.ui.timetable.grid import TimetableGrid
from planner.ui.to_place import ToPlacePanel
from planner.wording import say

if TYPE_CHECKING:
    from planner.ui.session_inspector import SessionInspector

_LEFT_PX, _RIGHT_PX, _BELOW_PX = 226, 318, 132
_TO_PLACE_PX, _PEOPLE_PX = 280, 340
_ROOM_FOR_BOTH_PX = 820
"""The timetable and a preview, beside the list and the inspector."""


class Workspace(QSplitter):
    """Shows a desk and passes what its views ask on to it."""

    menu_requested = Signal(int, QPoint)
    open_requested = Signal(int)
    new_requested = Signal()
    people_requested = Signal()
    replace_requested = Signal(int)
    least_bad_requested = Signal()
    zone_requested = Signal(object)
    preview_shown = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._desk: Desk | None = None
        self.to_place = ToPlacePanel(theme)
        self.people = PeopleList(theme)
        self._left = QSplitter(Qt.Orientation.Vertical)
        self.grid = TimetableGrid(theme)
        self._theme = theme
        self._session: SessionInspector | None = None
        self.preview: Any = None
        self.meeting = MeetingInspector()
        self.findings = FindingsPanel(theme)
        self._inspectors = QStackedWidget()
        self._inspectors.addWidget(_scrolled(self.meeting))
        for panel in (self.to_place, self.people):
            self._left.addWidget(panel)
            panel.setMinimumHeight(120)
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._middle.addWidget(self.grid)
        self.above = QSplitter(Qt.Orientation.Horizontal)
        for index, (part, stretch) in enumerate(((self._left, 0), (self._middle, 1), (self._inspectors, 0))):
            self.above.addWidget(part)
            self.above.setStretchFactor(index, stretch)
            # The panels at the sides may be folded away on a small screen; the timetable stays.
            self.above.setCollapsible(index, part is not self._middle)
        self.addWidget(self.above)
        self.addWidget(self.findings)
        self.setStretchFactor(0, 1)
        self.setCollapsible(0, False)
        self.setCollapsible(1, False)
        for splitter in self._splitters:
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._left.setMinimumWidth(170)
        self.grid.setMinimumWidth(330)
        self._inspectors.setMinimumWidth(280)
        self.findings.setMinimumHeight(84)
        self.lay_out_afresh()
        self._connect_views()

    @property
    def _splitters(self) -> tuple[QSplitter, ...]:
        return self, self.above, self._left, self._middle

    def lay_out_afresh(self) -> None:
        """The sizes before anybody has dragged a border."""
        self.above.setSizes([_LEFT_PX, 10000, _RIGHT_PX])
        self._left.setSizes([_TO_PLACE_PX, _PEOPLE_PX])
        self.setSizes([10000, _BELOW_PX])

    # -- connecting ---------------------------------------------------------------------------------------------

    def _connect_views(self) -> None:
        stretch = self.grid.stretch
        for view in (self.grid.canvas, self.to_place):
            view.chosen.connect(lambda session_id: self._ask(Desk.choose, session_id))
            view.open_requested.connect(self.open_requested)
            view.menu_requested.connect(self.menu_requested)
        self.grid.drop.move_requested.connect(lambda session_id, spot: self._ask(Desk.place, session_id, spot))
        stretch.resize_requested.connect(lambda *values: self._run(edits.sessions.resize_session, *values))
        stretch.create_requested.connect(self._create)
        stretch.refused.connect(lambda sentence: self._ask(Desk.tell, sentence))
        self.grid.drop.refused.connect(lambda sentence: self._ask(Desk.tell, sentence))
        self.to_place.drag_failed.connect(self.grid.drop.tell_refusal)
        stretch.pressed_empty.connect(lambda: self._ask(Desk.choose, None))
        self.to_place.unschedule_requested.connect(lambda session_id: self._ask(Desk.place, session_id, None))
        self.to_place.new_requested.connect(self.new_requested)
        self.grid.seat.seat_requested.connect(lambda seating: self._ask(Desk.seat, seating))
        self.people.seat_requested.connect(self._seat_candidate)
        self.people.add_requested.connect(self.people_requested)
        self.findings.show_requested.connect(self.show_finding)
        self.findings.accept_requested.connect(lambda *values: self._run(edits.register.accept_finding, *values))
        self.findings.reopen_requested.connect(lambda *values: self._run(edits.register.reopen_finding, *values))
        self.findings.level_requested.connect(lambda *values: self._run(edits.register.set_rule_level, *values))
        self._connect_meeting_inspector()

    @property
    def session(self) -> "SessionInspector":
        """The inspector of the chosen session, loaded and made when it is first needed: it has most fields of all."""
        if self._session is None:
            from planner.ui.session_inspector import SessionInspector

            self._session = SessionInspector(self._theme)
            self._connect_session_inspector(self._session)
            self._inspectors.addWidget(_scrolled(self._session))
            # Made last, it would come last for the Tab key as well.
            QWidget.setTabOrder(self._session.last_stop, self.findings.view)
        return self._session

    def _connect_session_inspector(self, inspector: "SessionInspector") -> None:
        editor = inspector.seats.editor
        inspector.least_bad.clicked.connect(self.least_bad_requested)
        inspector.change_requested.connect(lambda *values: self._ask(Desk.change_session, *values))
        inspector.place_requested.connect(lambda *values: self._ask(Desk.place, *values))
        inspector.resize_requested.connect(lambda *values: self._run(edits.sessions.resize_session, *values))
        inspector.pin_requested.connect(lambda *values: self._run(edits.sessions.pin_session, *values))
        inspector.objectives_requested.connect(lambda *values: self._run(edits.sessions.set_objectives, *values))
        inspector.seats.add_requested.connect(self._add_seat)
        inspector.seats.seat_requested.connect(lambda seating: self._ask(Desk.seat, seating))
        inspector.seats.opened.connect(self._reveal_in_inspector)
        editor.change_requested.connect(lambda *values: self._ask(Desk.change_seat, *values))
        editor.entity_requested.connect(lambda *values: self._run(edits.seats.name_entity, *values))
        editor.person_requested.connect(lambda *values: self._run(edits.seats.name_person, *values))
        editor.move_requested.connect(lambda *values: self._run(edits.seats.move_seat, *values))
        editor.replace_requested.connect(self.replace_requested)
        editor.remove_requested.connect(lambda *values: self._run(edits.seats.remove_seat, *values))

    def _connect_meeting_inspector(self) -> None:
        view = self.meeting
        view.meeting_change_requested.connect(lambda values: self._ask(Desk.change_meeting, values))
        # A dialog comes of it: not while the field still takes in what was typed.
        view.zone_requested.connect(self.zone_requested, Qt.ConnectionType.QueuedConnection)
        view.day_add_requested.connect(lambda: self._run(edits.meeting.add_day))
        view.day_change_requested.connect(lambda *values: self._run(edits.meeting.change_day, *values))
        view.day_remove_requested.connect(lambda *values: self._run(edits.meeting.remove_day, *values))
        view.window_add_requested.connect(lambda *values: self._run(edits.meeting.add_window, *values))
        view.window_change_requested.connect(lambda *values: self._run(edits.meeting.change_window, *values))
        view.window_remove_requested.connect(lambda *values: self._run(edits.meeting.remove_window, *values))
        view.room_add_requested.connect(lambda *values: self._run(edits.meeting.add_room, *values))
        view.room_change_requested.connect(lambda *values: self._ask(Desk.change_room, *values))
        view.room_remove_requested.connect(lambda *values: self._run(edits.meeting.remove_room, *values))

    def _ask(self, what: Callable[..., None], *values: Any) -> None:
        """Ask the desk at hand: ``what`` is one of Desk's methods."""
        if self._desk is not None:
            what(self._desk, *values)

    def _run(self, verb: Callable[..., Any], *values: Any) -> None:
        if self._desk is not None:
            self._desk.run(verb, *values)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_desk(self, desk: Desk | None) -> None:
        """Show another meeting, or let go of the last one."""
        self._desk = desk
        if desk is not None:
            desk.agenda_changed.connect(self.show_agenda)
            desk.chosen_changed.connect(self.show_choice)
            self.show_agenda()
            self.show_choice(desk.chosen_id)

    def show_agenda(self) -> None:
        if self._desk is None:
            return
        agenda, by_session = self._desk.agenda, self._desk.findings_by_session
        with self._focus_following():
            self.grid.show_agenda(agenda, by_session)
            self.to_place.show_agenda(agenda, by_session)
        self.people.show_agenda(agenda)
        self.findings.show_findings(self._desk.findings)
        self.findings.show_register(agenda, self._desk.register)
        self._show_inspected()
        self._show_preview()

    @contextmanager
    def _focus_following(self) -> Iterator[None]:
        """Placed or unscheduled, the focused session keeps the focus: on its new block or card."""
        session_id = self._focused_session()
        yield
        if session_id is not None:
            self._focus_session(session_id)

    def _focused_session(self) -> int | None:
        focused = self.focusWidget()
        return focused.session_id if isinstance(focused, SessionBlock) and focused.hasFocus() else None

    def _focus_session(self, session_id: int) -> None:
        standing = self.grid.canvas.blocks.get(session_id) or self.to_place.cards.get(session_id)
        if standing is not None:
            standing.setFocus()

    def _show_inspected(self) -> None:
        """The chosen session in the inspector, else the meeting."""
        if self._desk is None:
            return
        chosen = self._desk.chosen
        if chosen is None:
            self.meeting.show_agenda(self._desk.agenda)
        else:
            self.session.show_session(self._desk.agenda, chosen)
        self._inspectors.setCurrentIndex(0 if chosen is None else 1)

    def show_choice(self, session_id: int | None) -> None:
        self._commit_fields()
        self.grid.canvas.show_choice(session_id)
        self.to_place.show_choice(session_id)
        if self.preview is not None:
            self.preview.show_choice(session_id)
        # A block with the focus looks chosen and takes the keys: the focus must not stay on another session.
        if session_id is not None and self._focused_session() not in {None, session_id}:
            self._focus_session(session_id)
        self._show_inspected()

    def toggle_preview(self, make: Callable[[], Any]) -> None:
        """A paper beside the timetable, made by ``make`` when it is first shown; and back.

        In a narrow window it takes the place of the inspector.
        """
        if self.is_preview_shown:
            self.hide_preview()
            return
        if self.preview is None:
            self.preview = make()
            self.preview.close_requested.connect(self.hide_preview)
            self._middle.addWidget(self.preview)
            self._middle.setCollapsible(1, False)
            self._colour_borders(QColor(self._theme.line))
        self.preview.show()
        self._share_out()
        self._show_preview()
        self.preview_shown.emit(True)

    @property
    def is_preview_shown(self) -> bool:
        return self.preview is not None and not self.preview.isHidden()

    def _share_out(self) -> None:
        """Half of what the panels leave to the preview; the inspector stays where there is room for all."""
        self._inspectors.setVisible(not self._lacks_room())
        self.above.setSizes([self._left.width(), 10000, _RIGHT_PX])
        self._middle.setSizes([10000, 10000])

    def _lacks_room(self) -> bool:
        return self.width() - self._left.width() - _RIGHT_PX < _ROOM_FOR_BOTH_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_preview_shown and self._inspectors.isHidden() != self._lacks_room():
            self._share_out()

    def hide_preview(self) -> None:
        """The inspector again."""
        if self.is_preview_shown:
            self.preview.hide()
            self._inspectors.show()
        self.preview_shown.emit(False)

    def uncover_inspector(self) -> None:
        """Somebody is going to type there: a preview in its place gives way."""
        if self._inspectors.isHidden():
            self.hide_preview()

    def _show_preview(self) -> None:
        if self._desk is not None and self.is_preview_shown:
            self.preview.show_agenda(self._desk.agenda)
            self.preview.show_choice(self._desk.chosen_id)

    def show_finding(self, finding: Finding) -> None:
        """Choose what a finding is about, and bring it in sight."""
        if self._desk is None or not finding.session_ids:
            return
        shown = finding.session_ids[0]
        self._desk.choose(shown)
        self.grid.reveal(shown)
        if finding.seat_ids and finding.seat_ids[0] in self.session.seats.lines:
            self.session.seats.open_seat(finding.seat_ids[0])

    def _create(self, spot: Spot, minutes: int) -> None:
        if self._desk is not None and self._desk.create(spot, minutes) is not None:
            self.session.edit_title()

    def _reveal_in_inspector(self, widget: QWidget) -> None:
        """Once the layout has made room for it."""
        area = self._inspectors.currentWidget()
        if isinstance(area, QScrollArea):
            QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget, 0, 12))

    def _seat_candidate(self, candidate: Candidate, moderator: bool) -> None:
        """From the keyboard: into the chosen session."""
        chosen = None if self._desk is None else self._desk.chosen
        if chosen is None or self._desk is None:
            self._ask(Desk.tell, say("Choose a session on the timetable first, then press Enter on a name."))
            return
        person = self._desk.agenda.people.get(candidate.row_id) if candidate.is_person else None
        holder = (candidate.row_id, None) if person is None else (person.entity_id, person.id)
        self._desk.seat(Seating(chosen.id, Role.MODERATOR if moderator else Role.SPEAKER, (holder,)))

    def _add_seat(self, session_id: int) -> None:
        made = None if self._desk is None else self._desk.add_seat(session_id)
        if made is not None:
            self.session.seats.open_seat(made)

    def commit_typing(self) -> None:
        """Give back what is still being typed."""
        focused = self.window().focusWidget()
        if focused is not None:
            focused.clearFocus()
        self._commit_fields()

    def _commit_fields(self) -> None:
        if self._session is not None:
            self._session.commit_typing()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._colour_borders(QColor(theme.line))
        for part in (self.grid, self.to_place, self.people, self.findings):
            part.set_theme(theme)
        for made_later in (self._session, self.preview):
            if made_later is not None:
                made_later.set_theme(theme)

    def _colour_borders(self, colour: QColor) -> None:
        """Thin lines between the panels; a style sheet on the splitters would reach every block."""
        for splitter in self._splitters:
            for index in range(1, splitter.count()):
                handle = splitter.handle(index)
                palette = handle.palette()
                palette.setColor(QPalette.ColorRole.Window, colour)
                handle.setPalette(palette)
                handle.setAutoFillBackground(True)


def _scrolled(panel: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(panel)
    return area
