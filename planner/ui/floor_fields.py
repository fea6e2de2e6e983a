"""What a session wants: moderators, speakers, interventions from the floor; and how long a speech would take."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.rules.budget import minutes_of_words
from planner.ui.fields import NumberField, soft_label
from planner.wording import say, say_count

_AS_THE_MEETING = -1
_LONGEST_SPEECH = 1_000_000
_COUNT_PX = 54
_NUMBER = re.compile(r"\d[\d\s.,'’]*")


class FloorFields(QWidget):
    """Shows one session; ``change_requested`` carries the changed field, ready for ``change_session``."""

    change_requested = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words_per_minute = 120
        self.target_moderators = NumberField(say("Moderators wanted"), 0, 99)
        self.target_speakers = NumberField(say("Speakers wanted"), 0, 999)
        self.floor_states = NumberField(say("Interventions of States from the floor"), 0, 999)
        self.floor_stakeholders = NumberField(say("Interventions of stakeholders from the floor"), 0, 999)
        self.state_limit = _limit_field(say("Minutes for each State"))
        self.stakeholder_limit = _limit_field(say("Minutes for each stakeholder"))
        self.words = QLineEdit()
        self.words.setMaxLength(_LONGEST_SPEECH)
        self.words.setPlaceholderText(say("Words or text"))
        self.words.setAccessibleName(say("Words of a speech, or the speech itself"))
        self.words.setToolTip(say("Type a number of words or paste a speech to see how many minutes it takes."))
        self.estimate = QLabel()
        self.estimate.setProperty("role", "soft")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for field in (self.target_moderators, self.target_speakers, self.floor_states, self.floor_stakeholders):
            field.setFixedWidth(_COUNT_PX)
        wanted = QHBoxLayout()
        wanted.addWidget(self.target_moderators)
        wanted.addWidget(soft_label(say("Speakers")))
        wanted.addWidget(self.target_speakers)
        wanted.addStretch(1)
        speech = QHBoxLayout()
        speech.addWidget(self.words, 1)
        speech.addWidget(self.estimate)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        for row, (name, fields) in enumerate(
            (
                (say("Moderators"), wanted),
                (say("Floor: States"), _times(self.floor_states, self.state_limit)),
                (say("Stakeholders"), _times(self.floor_stakeholders, self.stakeholder_limit)),
                (say("A speech of"), speech),
            )
        ):
            fields.setSpacing(6)
            grid.addWidget(soft_label(name), row, 0)
            grid.addLayout(fields, row, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        for field, name in (
            (self.target_moderators, "target_moderators"), (self.target_speakers, "target_speakers"),
            (self.floor_states, "floor_states"), (self.floor_stakeholders, "floor_stakeholders"),
        ):  # fmt: skip
            field.committed.connect(lambda number, name=name: self.change_requested.emit({name: number}))
        self.state_limit.committed.connect(lambda number: self._ask_limit("state_limit_minutes", number))
        self.stakeholder_limit.committed.connect(lambda number: self._ask_limit("stakeholder_limit_minutes", number))
        self.words.textChanged.connect(self._show_estimate)

    def show_session(self, agenda: Agenda, session: Session) -> None:
        meeting = agenda.meeting
        self.target_moderators.show_value(session.target_moderators)
        self.target_speakers.show_value(session.target_speakers)
        self.floor_states.show_value(session.floor_states)
        self.floor_stakeholders.show_value(session.floor_stakeholders)
        _show_limit(self.state_limit, session.state_limit_minutes, meeting.state_limit_minutes)
        _show_limit(self.stakeholder_limit, session.stakeholder_limit_minutes, meeting.stakeholder_limit_minutes)
        self._words_per_minute = meeting.words_per_minute
        self._show_estimate(self.words.text())

    def _ask_limit(self, field: str, minutes: int) -> None:
        self.change_requested.emit({field: None if minutes == _AS_THE_MEETING else minutes})

    def _show_estimate(self, text: str) -> None:
        minutes = minutes_of_words(_words(text), self._words_per_minute)
        self.estimate.setText(say_count("{count} minute", "{count} minutes", minutes) if text.strip() else "")
        self.estimate.setToolTip(say("At {words} words a minute", words=self._words_per_minute))


def _times(number: NumberField, limit: NumberField) -> QHBoxLayout:
    """So many interventions of so many minutes each."""
    row = QHBoxLayout()
    row.addWidget(number)
    row.addWidget(soft_label(say("×")))
    limit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    row.addWidget(limit, 1)
    return row


def _words(text: str) -> int:
    """A typed number of words such as "1 200", else the words of the pasted speech."""
    text = text.strip()
    return int(re.sub(r"\D", "", text)) if _NUMBER.fullmatch(text) else len(text.split())


def _limit_field(name: str) -> NumberField:
    """Minutes of one's own, or below 0 those of the meeting."""
    field = NumberField(name, _AS_THE_MEETING, 120, say(" min"))
    field.setToolTip(say("Minutes for each intervention; the lowest value is the limit of the meeting."))
    return field


def _show_limit(field: NumberField, own: int | None, usual: int) -> None:
    field.setSpecialValueText(say("{minutes} (usual)", minutes=usual))
    field.show_value(_AS_THE_MEETING if own is None else own)
