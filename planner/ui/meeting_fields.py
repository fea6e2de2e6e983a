"""The meeting's own fields: its title, its clock, how long delegations may speak, until when they write."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.models.records import Meeting
from planner.phrases import length
from planner.ui.fields import (
    ChoiceField,
    LineField,
    NumberField,
    ParsedField,
    TextField,
    clock_field,
    section_label,
    soft_label,
)
from planner.ui.zone_picker import ZonePicker
from planner.wording import say

_GRID_STEPS = (1, 5, 10, 15, 30)
_GAP_BEFORE_SECTION = 12
_ROOM_AROUND_HOUR_PX = 34
_NAMES_PX = 92


class MeetingFields(QWidget):
    """Sections "Meeting", "Time", "Speaking limits" and "Statements"; ``change_requested`` carries field -> value.

    Another zone is a question of its own: ``zone_requested`` carries what was typed or chosen.
    """

    change_requested = Signal(dict)
    zone_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextField(say("Title of the meeting"), 4, one_paragraph=True)
        self.subtitle = TextField(say("Subtitle"), 2, one_paragraph=True)
        self.paper_note = TextField(say("Note on papers"), 2, one_paragraph=True)
        self.draft_number = NumberField(say("Draft number"), 0, 999)
        self.zone = ZonePicker(say("Time zone"))
        self.zone_label = LineField(say("Label of the time zone"))
        self.grid_step = ChoiceField(say("Grid step"))
        self.working_start = clock_field(say("Working hours start"))
        self.working_end = clock_field(say("Working hours end"))
        self.comfortable_start = clock_field(say("Comfortable hours start"))
        self.comfortable_end = clock_field(say("Comfortable hours end"))
        self.awake_start = clock_field(say("Waking hours start"))
        self.awake_end = clock_field(say("Waking hours end"))
        self.state_limit = NumberField(say("Speaking limit of States"), 1, 120, say(" min"))
        self.stakeholder_limit = NumberField(say("Speaking limit of stakeholders"), 1, 120, say(" min"))
        self.group_limit = NumberField(say("Speaking limit of groups"), 1, 120, say(" min"))
        self.handover = NumberField(say("Handover between speakers"), 0, 600, say(" s"))
        self.words = NumberField(say("Words a minute, for estimates"), 30, 300)
        self.documents = TextField(say("Documents of the meeting, a line each"), 2)
        self.contact = LineField(say("Contact, as papers name it"))
        self.deadline_date = LineField(say("Date until which statements are sent"))
        self.deadline_minute = clock_field(say("Hour until which statements are sent"))
        self._explain()
        self._connect()
        self._lay_out()

    def _explain(self) -> None:
        self.zone_label.setPlaceholderText(say("Such as CET"))
        self.paper_note.setToolTip(say("One line that papers print under the title."))
        self.documents.setPlaceholderText(say("Symbol, title and link, a line each"))
        self.documents.setToolTip(say("Papers for the whole meeting; the annotated agenda lists them at its end."))
        self.contact.setPlaceholderText(say("Such as Secretariat, office@example.org"))
        self.deadline_date.setPlaceholderText(say("Such as 2020-10-31"))
        self.handover.setToolTip(say("Counted between two speakers, so that a session's minutes come out."))

    def _connect(self) -> None:
        for name, field in (
            ("title", self.title), ("subtitle", self.subtitle), ("paper_note", self.paper_note),
            ("draft_number", self.draft_number), ("zone_label", self.zone_label), ("grid_minutes", self.grid_step),
            ("working_start_minute", self.working_start), ("working_end_minute", self.working_end),
            ("comfortable_start_minute", self.comfortable_start), ("comfortable_end_minute", self.comfortable_end),
            ("awake_start_minute", self.awake_start), ("awake_end_minute", self.awake_end),
            ("state_limit_minutes", self.state_limit),
            ("stakeholder_limit_minutes", self.stakeholder_limit), ("group_limit_minutes", self.group_limit),
            ("handover_seconds", self.handover), ("words_per_minute", self.words), ("contact", self.contact),
            ("documents", self.documents), ("deadline_date", self.deadline_date),
            ("deadline_minute", self.deadline_minute),
        ):  # fmt: skip
            field.committed.connect(self._wish(name))
        self.zone.committed.connect(self.zone_requested)

    def _wish(self, name: str) -> Callable[[Any], None]:
        return lambda value: self.change_requested.emit({name: value})

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(section_label(say("Meeting")))
        layout.addWidget(self.title)
        for text, field in ((say("Subtitle"), self.subtitle), (say("Note on papers"), self.paper_note)):
            layout.addWidget(soft_label(text))
            layout.addWidget(field)
        layout.addLayout(_pairs((say("Draft number"), self.draft_number)))
        layout.addWidget(soft_label(say("Documents")))
        layout.addWidget(self.documents)
        self._lay_out_time(layout)
        self._lay_out_limits(layout)

    def _lay_out_time(self, layout: QVBoxLayout) -> None:
        layout.addSpacing(_GAP_BEFORE_SECTION)
        layout.addWidget(section_label(say("Time")))
        layout.addWidget(self.zone)
        layout.addLayout(_pairs((say("Label"), self.zone_label), (say("Grid step"), self.grid_step)))
        bounds = soft_label(say("Hours where a speaker is"))
        bounds.setToolTip(say("Working hours lie inside the comfortable ones, those inside the waking hours."))
        layout.addWidget(bounds)
        layout.addLayout(
            _pairs(
                (say("Working"), hours_row(self.working_start, self.working_end)),
                (say("Comfortable"), hours_row(self.comfortable_start, self.comfortable_end)),
                (say("Awake"), hours_row(self.awake_start, self.awake_end)),
                names_px=0,  # two hours need more room than a field
            )
        )

    def _lay_out_limits(self, layout: QVBoxLayout) -> None:
        layout.addSpacing(_GAP_BEFORE_SECTION)
        layout.addWidget(section_label(say("Speaking limits")))
        layout.addLayout(
            _pairs(
                (say("States"), self.state_limit),
                (say("Stakeholders"), self.stakeholder_limit),
                (say("Groups"), self.group_limit),
                (say("Handover"), self.handover),
                (say("Words/min"), self.words),
            )
        )
        self._lay_out_statements(layout)

    def _lay_out_statements(self, layout: QVBoxLayout) -> None:
        layout.addSpacing(_GAP_BEFORE_SECTION)
        layout.addWidget(section_label(say("Statements")))
        layout.addWidget(soft_label(say("Contact")))
        layout.addWidget(self.contact)
        layout.addLayout(
            _pairs((say("Due by"), self.deadline_date), (say("Hour"), self.deadline_minute)),
        )

    def let_number(self, may: bool) -> None:
        """The number is typed before the first draft only: issuing gives it then."""
        self.draft_number.setEnabled(may)
        self.draft_number.setToolTip("" if may else say("Drafts get their numbers as they are issued (Drafts view)."))

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the fields of this picture; what is being typed stays."""
        self.title.show_value(meeting.title)
        self.subtitle.show_value(meeting.subtitle)
        self.paper_note.show_value(meeting.paper_note)
        self.draft_number.show_value(meeting.draft_number)
        self.zone.show_value(meeting.zone)
        self.zone_label.show_value(meeting.zone_label)
        steps = sorted({*_GRID_STEPS, meeting.grid_minutes})
        self.grid_step.show_choices([(length(step), step) for step in steps], meeting.grid_minutes)
        self._show_minutes(meeting)

    def _show_minutes(self, meeting: Meeting) -> None:
        self.working_start.show_minutes(meeting.working_start_minute)
        self.working_end.show_minutes(meeting.working_end_minute)
        self.awake_start.show_minutes(meeting.awake_start_minute)
        self.awake_end.show_minutes(meeting.awake_end_minute)
        self.comfortable_start.show_minutes(meeting.comfortable_start_minute)
        self.comfortable_end.show_minutes(meeting.comfortable_end_minute)
        self.state_limit.show_value(meeting.state_limit_minutes)
        self.stakeholder_limit.show_value(meeting.stakeholder_limit_minutes)
        self.group_limit.show_value(meeting.group_limit_minutes)
        self.handover.show_value(meeting.handover_seconds)
        self.words.show_value(meeting.words_per_minute)
        self.documents.show_value(meeting.documents)
        self.contact.show_value(meeting.contact)
        self.deadline_date.show_value(meeting.deadline_date)
        self.deadline_minute.show_minutes(meeting.deadline_minute)


def hours_row(start: ParsedField, end: ParsedField, *after: QWidget) -> QWidget:
    """Two hours with a dash between them, and what follows at the right edge."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for field in (start, end):
        field.setFixedWidth(field.fontMetrics().horizontalAdvance("00:00") + _ROOM_AROUND_HOUR_PX)
    layout.addWidget(start)
    layout.addWidget(soft_label("–"))
    layout.addWidget(end)
    layout.addStretch(1)
    for widget in after:
        layout.addWidget(widget)
    return row


def _pairs(*pairs: tuple[str, QWidget], names_px: int = _NAMES_PX) -> QGridLayout:
    """Names at the left, their fields at the right."""
    layout = QGridLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(8)
    layout.setVerticalSpacing(6)
    layout.setColumnMinimumWidth(0, names_px)
    layout.setColumnStretch(1, 1)
    for index, (text, field) in enumerate(pairs):
        layout.addWidget(soft_label(text), index, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(field, index, 1)
    return layout
