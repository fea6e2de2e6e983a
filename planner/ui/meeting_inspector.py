"""The panel at the right while no session is selected: every field of the meeting itself."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.ui.meeting_days import DaysSection
from planner.ui.meeting_fields import MeetingFields
from planner.ui.meeting_rooms import RoomsSection
from planner.ui.row_matching import set_tab_order
from planner.zones.asked import meeting_start


class MeetingInspector(QWidget):
    """Shows an Agenda and says what the person wishes; readable from 280 px of width on."""

    meeting_change_requested = Signal(dict)
    zone_requested = Signal(object)
    day_add_requested = Signal()
    day_change_requested = Signal(int, str)
    day_remove_requested = Signal(int)
    window_add_requested = Signal(int, int, int)
    window_change_requested = Signal(int, int, int)
    window_remove_requested = Signal(int)
    room_add_requested = Signal(str)
    room_change_requested = Signal(int, dict)
    room_remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fields = MeetingFields()
        self.days = DaysSection()
        self.rooms = RoomsSection()
        self._agenda: Agenda | None = None
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(18)
        for section in (self.fields, self.days, self.rooms):
            layout.addWidget(section)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.fields.change_requested.connect(self.meeting_change_requested)
        self.fields.zone_requested.connect(self.zone_requested)
        self.days.add_requested.connect(self.day_add_requested)
        self.days.change_requested.connect(self.day_change_requested)
        self.days.remove_requested.connect(self.day_remove_requested)
        self.days.window_add_requested.connect(self.window_add_requested)
        self.days.window_change_requested.connect(self.window_change_requested)
        self.days.window_remove_requested.connect(self.window_remove_requested)
        self.rooms.add_requested.connect(self.room_add_requested)
        self.rooms.change_requested.connect(self.room_change_requested)
        self.rooms.remove_requested.connect(self.room_remove_requested)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show the meeting as this picture has it; what is being typed stays.

        The same picture again puts back what was refused; another one with the same meeting needs no work.
        """
        before, self._agenda = self._agenda, agenda
        if (
            before is not None
            and before is not agenda
            and agenda.shares(before, "meeting_rows", "days", "windows", "rooms", "drafts")
        ):
            return
        self.fields.zone.ask_about(partial(meeting_start, agenda))
        self.fields.show_meeting(agenda.meeting)
        self.fields.let_number(not agenda.has_drafts)
        days_differ = self.days.show_days(agenda)
        rooms_differ = self.rooms.show_rooms(agenda)
        if days_differ or rooms_differ:
            set_tab_order((self.fields.deadline_minute, *self.days.tab_stops(), *self.rooms.tab_stops()))
