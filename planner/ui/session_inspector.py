"""Every field of the chosen session, each change one step of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Session, Spot
from planner.phrases import day_medium
from planner.rules.free_spots import first_free_spot
from planner.ui.budget_meter import BudgetMeter
from planner.ui.fields import ChoiceField, LineField, TextField, clock_field, duration_field, section_label, soft_label
from planner.ui.floor_fields import FloorFields
from planner.ui.objectives_field import ObjectivesField
from planner.ui.seats_editor import SeatsEditor
from planner.ui.theme import Theme
from planner.wording import kind_name, say

_TO_PLACE = 0


class SessionInspector(QWidget):
    """Shows one session; asks by signals."""

    change_requested = Signal(int, dict)
    place_requested = Signal(int, object)
    resize_requested = Signal(int, int)
    pin_requested = Signal(int, bool)
    objectives_requested = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._agenda: Agenda | None = None
        self._session: Session | None = None
        self.kind = ChoiceField(say("Kind"))
        self.code = LineField(say("Code"))
        self.title = TextField(say("Title"), 3, one_paragraph=True)
        self.day = ChoiceField(say("Day"))
        self.start = clock_field(say("Starts"))
        self.starts_label = soft_label("")
        self.length = duration_field(say("Length"))
        self.wrap_up = duration_field(say("Wrap-up"))
        self.room_label = soft_label(say("Room"))
        self.room = ChoiceField(say("Room"))
        self.least_bad = QPushButton(say("Least bad times…"))
        self.least_bad.setProperty("role", "link")
        self.least_bad.setToolTip(say("Where it would clash least and be least hard for its people (Ctrl+L)"))
        self.pinned = QCheckBox(say("Pinned: stays when others are shifted"))
        self.objectives = ObjectivesField(theme)
        self.seats = SeatsEditor(theme)
        self.meter = BudgetMeter(theme)
        self.floor_label = section_label(say("Targets and floor"))
        self.floor = FloorFields()
        self.summary = TextField(say("Summary"), 3)
        self.questions = TextField(say("Guiding questions"), 5)
        self.documents = TextField(say("Documents, a line each"), 2)
        self.documents.setPlaceholderText(say("Symbol, title and link, a line each"))
        self.notes = TextField(say("Internal notes"), 3)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(9)
        top = QHBoxLayout()
        top.addWidget(self.kind, 1)
        self.code.setFixedWidth(68)
        self.code.setPlaceholderText(say("Code"))
        top.addWidget(self.code)
        layout.addLayout(top)
        self.title.setPlaceholderText(say("Title"))
        layout.addWidget(self.title)
        layout.addLayout(self._facts())
        layout.addWidget(self.pinned)
        layout.addWidget(self.least_bad, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(4)
        layout.addWidget(self.seats)
        layout.addWidget(self.meter)
        layout.addSpacing(4)
        layout.addWidget(self.floor_label)
        layout.addWidget(self.floor)
        for name, field in (
            (say("Guiding questions"), self.questions),
            (say("Summary"), self.summary),
            (say("Documents"), self.documents),
            (say("Internal notes, never printed for others"), self.notes),
        ):
            layout.addSpacing(4)
            layout.addWidget(section_label(name))
            layout.addWidget(field)
        layout.addStretch(1)

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(2, 3)
        self.wrap_up.setToolTip(say("Minutes kept at the end for the wrap-up"))
        grid.addWidget(self.starts_label, 0, 0)
        grid.addWidget(self.day, 0, 1)
        grid.addWidget(self.start, 0, 2)
        for row, (label, field) in enumerate(
            (
                (soft_label(say("Length")), self.length),
                (soft_label(say("Wrap-up")), self.wrap_up),
                (self.room_label, self.room),
                (soft_label(say("Objectives")), self.objectives),
            ),
            start=1,
        ):
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1, 1, 2)
        return grid

    def _connect(self) -> None:
        for field, name in (
            (self.kind, "kind"), (self.code, "code"), (self.title, "title"), (self.summary, "summary"),
            (self.questions, "guiding_questions"), (self.documents, "documents"), (self.notes, "internal_notes"),
            (self.wrap_up, "wrap_up_minutes"),
        ):  # fmt: skip
            field.committed.connect(lambda value, name=name: self._ask_change(name, value))
        self.floor.change_requested.connect(lambda values: self.change_requested.emit(self._id(), values))
        self.day.committed.connect(self._ask_day)
        self.start.committed.connect(self._ask_start)
        self.room.committed.connect(self._ask_room)
        self.length.committed.connect(lambda minutes: self.resize_requested.emit(self._id(), minutes))
        self.pinned.clicked.connect(lambda pinned: self.pin_requested.emit(self._id(), pinned))
        self.objectives.committed.connect(lambda chosen: self.objectives_requested.emit(self._id(), chosen))

    # -- showing ------------------------------------------------------------------------------------------------

    def show_session(self, agenda: Agenda, session: Session) -> None:
        self._agenda, self._session = agenda, session
        self.kind.show_choices([(kind_name(kind), kind) for kind in SessionKind], session.kind)
        self.code.show_value(session.code)
        self.title.show_value(session.title)
        self._show_spot(agenda, session)
        self.length.show_minutes(session.minutes)
        self.wrap_up.show_minutes(session.wrap_up_minutes)
        self.pinned.setChecked(session.pinned)
        self.pinned.setEnabled(session.spot is not None)
        self.objectives.show_session(agenda, session.id)
        self.seats.show_session(agenda, session)
        self.meter.show_session(agenda, session)
        self.floor.show_session(agenda, session)
        for widget in (self.meter, self.floor_label, self.floor):
            widget.setVisible(session.has_speakers)
        self.summary.show_value(session.summary)
        self.questions.show_value(session.guiding_questions)
        self.documents.show_value(session.documents)
        self.notes.show_value(session.internal_notes)

    def _show_spot(self, agenda: Agenda, session: Session) -> None:
        days = [(day_medium(day.date), day.id) for day in agenda.days_in_order]
        self.day.show_choices([(say("To be placed"), _TO_PLACE), *days], session.day_id or _TO_PLACE)
        self.start.show_minutes(session.start_minute)
        self.start.setEnabled(session.spot is not None)
        self.starts_label.setText(say("Starts, {zone}", zone=agenda.meeting.zone_label))
        rooms = [(room.name, room.id) for room in agenda.rooms_in_order]
        self.room.show_choices(rooms, session.room_id)
        for widget in (self.room_label, self.room):
            widget.setVisible(len(rooms) > 1)
        self.room.setEnabled(session.spot is not None)

    @property
    def last_stop(self) -> QWidget:
        """Where the Tab key leaves the fields."""
        return self.notes

    def commit_typing(self) -> None:
        """Give back what is being typed, before the window closes or another session is shown."""
        for line in (self.code, self.start, self.length, self.wrap_up):
            line.commit()
        for text in (self.title, self.summary, self.questions, self.documents, self.notes):
            text.commit()

    def edit_title(self) -> None:
        """Put the cursor into the title with all of it selected."""
        self.title.setFocus()
        self.title.selectAll()

    def set_theme(self, theme: Theme) -> None:
        self.objectives.set_theme(theme)
        self.seats.set_theme(theme)
        self.meter.set_theme(theme)

    # -- asking -------------------------------------------------------------------------------------------------

    def _id(self) -> int:
        return 0 if self._session is None else self._session.id

    def _ask_change(self, field: str, value: object) -> None:
        self.change_requested.emit(self._id(), {field: value})

    def _ask_day(self, day_id: int) -> None:
        if self._session is None or self._agenda is None:
            return
        if day_id == _TO_PLACE:
            self.place_requested.emit(self._id(), None)
        elif self._session.spot is None:
            self.place_requested.emit(self._id(), first_free_spot(self._agenda, day_id, self._session.minutes))
        else:
            spot = self._session.spot
            self.place_requested.emit(self._id(), Spot(day_id, spot.start_minute, spot.room_id))

    def _ask_start(self, minute: int) -> None:
        if self._session is not None and (spot := self._session.spot) is not None:
            self.place_requested.emit(self._id(), Spot(spot.day_id, minute, spot.room_id))

    def _ask_room(self, room_id: int) -> None:
        if self._session is not None and (spot := self._session.spot) is not None:
            self.place_requested.emit(self._id(), Spot(spot.day_id, spot.start_minute, room_id))
