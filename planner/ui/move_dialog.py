"""Move to...: day, hour and room from the keyboard, with what the spot would mean said before it is chosen."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from planner.clock import format_span
from planner.models.agenda import Agenda
from planner.models.records import Session, Spot
from planner.phrases import day_heading, session_label
from planner.rules.finding import Level
from planner.rules.free_spots import first_free_spot
from planner.ui.fields import ChoiceField, clock_field
from planner.ui.theme import restyle
from planner.ui.timetable.judging import accepted_words, verdict_of
from planner.ui.timetable.strain_words import strained_lines
from planner.wording import say


class MoveDialog(QDialog):
    """Asks for a spot; ``spot`` is the answer."""

    def __init__(self, agenda: Agenda, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Move to"))
        self.setMinimumWidth(380)
        self._agenda, self._session = agenda, session
        start = session.spot or first_free_spot(agenda, agenda.days_in_order[0].id, session.minutes)
        self.spot = start
        self.day = ChoiceField(say("Day"))
        self.day.show_choices([(day_heading(day.date), day.id) for day in agenda.days_in_order], start.day_id)
        self.start = clock_field(say("Starts"))
        self.start.show_minutes(start.start_minute)
        self.room = ChoiceField(say("Room"))
        self.room.show_choices([(room.name, room.id) for room in agenda.rooms_in_order], start.room_id)
        self._meaning = QLabel()
        self._meaning.setWordWrap(True)
        self._meaning.setMinimumHeight(54)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(say("Move"))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("role", "primary")
        self._lay_out()
        for field in (self.day, self.start, self.room):
            field.committed.connect(self._judge)
        self.start.textEdited.connect(self._judge)
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)
        self._judge()

    def _lay_out(self) -> None:
        title = QLabel(session_label(self._session))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        form = QFormLayout()
        form.addRow(say("Day"), self.day)
        form.addRow(say("Starts, {zone}", zone=self._agenda.meeting.zone_label), self.start)
        if len(self._agenda.rooms) > 1:
            form.addRow(say("Room"), self.room)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addLayout(form)
        layout.addWidget(self._meaning)
        layout.addWidget(self._buttons)

    def _judge(self) -> None:
        """Say what the typed spot would mean, and allow only one that can be meant."""
        minute = self.start.minutes()
        accept = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        if minute is None:
            self._say("problem", say("Type the hour like 10:30."))
            accept.setEnabled(False)
            return
        self.spot = Spot(self.day.value(), minute, self.room.value())
        verdict = verdict_of(self._agenda, self._session, self.spot, self._session.minutes)
        accept.setEnabled(not verdict.refusal)
        if verdict.refusal:
            self._say("problem", verdict.refusal)
        elif verdict.findings or verdict.accepted or verdict.strained:
            clash = any(finding.level is Level.CLASH for finding in verdict.findings)
            lines = [
                *(finding.sentence for finding in verdict.findings),
                *(accepted_words(finding) for finding in verdict.accepted),
                *strained_lines(self._agenda, verdict.strained),
            ]
            self._say("problem" if clash else "soft", "\n".join(lines))
        else:
            span = format_span(minute, minute + self._session.minutes)
            self._say("good", say("{span}: no clash, fits the window.", span=span))

    def _say(self, role: str, sentence: str) -> None:
        self._meaning.setText(sentence)
        restyle(self._meaning, "role", role)

    def _finish(self) -> None:
        self._judge()
        if self._buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled():
            self.accept()
