"""A person's free and busy hours: one line each, every change made at once and undone by itself."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.models.records import Availability, Person
from planner.ui.fields import ChoiceField, DayField, clock_field
from planner.ui.meeting_fields import hours_row
from planner.ui.row_matching import link_button, match_rows, set_tab_order
from planner.wording import say

_WORKING_DAY = (9 * 60, 18 * 60)
_FREE, _BUSY = 1, 0
_OWN, _MEETING = 1, 0


class HoursLine(QWidget):
    """Date, hours, free or busy, and on whose clock."""

    change_requested = Signal(int, dict)
    remove_requested = Signal(int)

    def __init__(self, row_id: int) -> None:
        super().__init__()
        self._row_id = row_id
        self.date = DayField(say("Date"))
        self.start, self.end = clock_field(say("From")), clock_field(say("To"))
        self.kind = ChoiceField(say("Free or busy"))
        self.clock = ChoiceField(say("On whose clock"))
        self.remove = link_button(say("Remove"), say("Remove these hours"))
        self.remove.setAutoDefault(False)
        self.date.committed.connect(lambda iso_date: self._wish(date=iso_date))
        self.start.committed.connect(lambda minute: self._wish(start_minute=minute))
        self.end.committed.connect(lambda minute: self._wish(end_minute=minute))
        self.kind.committed.connect(lambda free: self._wish(free=free == _FREE))
        self.clock.committed.connect(lambda own: self._wish(own_clock=own == _OWN))
        self.remove.clicked.connect(lambda: self.remove_requested.emit(self._row_id))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.kind)
        layout.addWidget(self.date)
        layout.addWidget(hours_row(self.start, self.end))
        layout.addWidget(self.clock, 1)
        layout.addWidget(self.remove)

    def _wish(self, **values: Any) -> None:
        self.change_requested.emit(self._row_id, values)

    def show_hours(self, row: Availability, person: Person, meeting_label: str) -> None:
        own = say("{city} time", city=zone_city(person.zone)) if person.zone else say("their own clock")
        self.kind.show_choices([(say("Free"), _FREE), (say("Busy"), _BUSY)], _FREE if row.free else _BUSY)
        self.date.show_value(row.date)
        self.start.show_minutes(row.start_minute)
        self.end.show_minutes(row.end_minute)
        self.clock.show_choices([(own, _OWN), (meeting_label, _MEETING)], _OWN if row.own_clock else _MEETING)

    def tab_stops(self) -> Iterator[QWidget]:
        yield from (self.kind, self.date, self.start, self.end, self.clock, self.remove)


class AvailabilityDialog(QDialog):
    """Asks for every change and makes none: ``show_agenda`` brings what came of it."""

    add_requested = Signal(int, str, int, int)
    change_requested = Signal(int, dict)
    remove_requested = Signal(object)
    whole_days_requested = Signal(int, object, bool)
    undo_requested = Signal()

    def __init__(self, agenda: Agenda, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person_id = person_id
        self._agenda = agenda
        self.lines: dict[int, HoursLine] = {}
        self.setWindowTitle(say("Free and busy hours"))
        self.title, self.note, self.problem = QLabel(), QLabel(), QLabel()
        self.empty = QLabel(
            say("Nothing is noted: no hour is a problem. Add the hours that suit, or those that do not.")
        )
        self.add = QPushButton(say("+ Hours"))
        self.free = QPushButton(say("Free all day on the meeting's days"))
        self.busy = QPushButton(say("Busy all day on the meeting's days"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._style()
        self._lay_out()
        self._connect()
        self.show_agenda(agenda)

    def _style(self) -> None:
        for label, role in (
            (self.title, "title"),
            (self.note, "hint"),
            (self.problem, "problem"),
            (self.empty, "hint"),
        ):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        inside = QWidget()
        inside.setObjectName("panel")
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 6, 0)
        around.addLayout(self._rows)
        around.addWidget(self.empty)
        around.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        tools = QHBoxLayout()
        for button in (self.add, self.free, self.busy):
            tools.addWidget(button)
        tools.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for part in (self.title, self.note):
            layout.addWidget(part)
        layout.addWidget(area, 1)
        layout.addLayout(tools)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self.resize(720, 360)

    def _connect(self) -> None:
        self.add.clicked.connect(self._wish_hours)
        self.free.clicked.connect(lambda: self._wish_whole_days(free=True))
        self.busy.clicked.connect(lambda: self._wish_whole_days(free=False))
        self.buttons.rejected.connect(self.reject)
        # Enter in a field ends the typing there, and nothing else.
        for button in (self.add, self.free, self.busy, self.buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)
        # The window's own undo rests while a dialog is open.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo_requested.emit)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show what is noted of the person now; closes when the person is gone.

        The same picture again puts back what was refused, and the reason stays.
        """
        self.problem.setVisible(self.problem.isVisible() and agenda is self._agenda)
        self._agenda = agenda
        person = agenda.people.get(self._person_id)
        if person is None:
            self.reject()
            return
        self.title.setText(person.name)
        self.note.setText(self._zone_note(person))
        rows = agenda.availabilities_of(person.id)
        if match_rows(self._rows, self.lines, [row.id for row in rows], self._make):
            stops = (stop for row in rows for stop in self.lines[row.id].tab_stops())
            set_tab_order((*stops, self.add, self.free, self.busy))
        for row in rows:
            self.lines[row.id].show_hours(row, person, agenda.meeting.zone_label)
        self.empty.setVisible(not rows)

    def _zone_note(self, person: Person) -> str:
        if not person.zone:
            return say("No time zone is known: hours on the person's own clock are not checked until it is.")
        return say(
            "In {zone}. On a date with free hours, all others count as not free; seats there are marked.",
            zone=person.zone,
        )

    def tell(self, sentence: str) -> None:
        """Why a change was refused."""
        self.problem.setText(sentence)
        self.problem.show()

    def _make(self, row_id: int) -> HoursLine:
        line = HoursLine(row_id)
        line.change_requested.connect(self.change_requested)
        line.remove_requested.connect(lambda row: self.remove_requested.emit((row,)))
        return line

    def _wish_hours(self) -> None:
        """A working day on the first date of the meeting of which nothing is noted yet."""
        noted = {row.date for row in self._agenda.availabilities_of(self._person_id)}
        dates = [day.date for day in self._agenda.days_in_order]
        iso_date = next((date for date in dates if date not in noted), dates[0])
        self.add_requested.emit(self._person_id, iso_date, *_WORKING_DAY)

    def _wish_whole_days(self, *, free: bool) -> None:
        self.whole_days_requested.emit(self._person_id, tuple(day.date for day in self._agenda.days_in_order), free)
