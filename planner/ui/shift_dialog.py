"""Shift the following: how far a session and all later ones move, previewed on the timetable before it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.clock import format_span
from planner.errors import RuleBroken
from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import session_label, session_name
from planner.rules.shifting import Move, gap_before, plan_shift
from planner.ui.fields import NumberField
from planner.ui.theme import restyle
from planner.wording import say

_MOST_LISTED = 8


class ShiftDialog(QDialog):
    """Stays beside the timetable; ``previewed`` carries the moves that would be made."""

    previewed = Signal(object)
    shift_requested = Signal(int, int)

    def __init__(self, agenda: Agenda, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Shift the following"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(400)
        self._agenda, self._session = agenda, session
        self._moves: tuple[Move, ...] = ()
        step = agenda.meeting.grid_minutes
        self.by_minutes = NumberField(say("Minutes later (earlier when negative)"), -720, 720, say(" min"))
        self.by_minutes.setSingleStep(step)
        self.by_minutes.setKeyboardTracking(True)
        self.by_minutes.setValue(step)
        self._gap = gap_before(agenda, session.id)
        self.close_gap = QPushButton(say("Close the gap of {minutes} min before it", minutes=self._gap))
        self.close_gap.setVisible(self._gap > 0)
        self.close_gap.clicked.connect(lambda: self.by_minutes.setValue(-self._gap))
        self._list = QLabel()
        self._list.setWordWrap(True)
        self._list.setMinimumHeight(120)
        self._list.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._accept = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._accept.setText(say("Shift"))
        self._accept.setProperty("role", "primary")
        self._lay_out()
        self.by_minutes.valueChanged.connect(self.preview)
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(lambda: self.previewed.emit(()))

    def _lay_out(self) -> None:
        title = QLabel(session_label(self._session))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        hint = QLabel(say("It and the later sessions of its day and room move; pinned ones stay."))
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        form = QFormLayout()
        form.addRow(say("Move by"), self.by_minutes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        for part in (title, hint):
            layout.addWidget(part)
        layout.addLayout(form)
        layout.addWidget(self.close_gap)
        layout.addWidget(self._list)
        layout.addWidget(self._buttons)

    def preview(self) -> None:
        """Say and show what would move, or why nothing can."""
        self._moves = ()
        try:
            self._moves = plan_shift(self._agenda, self._session.id, self.by_minutes.value())
        except RuleBroken as refusal:
            self._say("problem", refusal.sentence)
        else:
            self._say("soft", "\n".join(self._line(move) for move in self._moves[:_MOST_LISTED]))
        self._accept.setEnabled(bool(self._moves) and self.by_minutes.value() != 0)
        self.previewed.emit(self._moves)

    def _line(self, move: Move) -> str:
        session = self._agenda.sessions[move.session_id]
        before = format_span(move.spot_from.start_minute, move.spot_from.start_minute + session.minutes)
        after = format_span(move.spot_to.start_minute, move.spot_to.start_minute + session.minutes)
        return say("{session}: {before} → {after}", session=session_name(session), before=before, after=after)

    def _say(self, role: str, sentence: str) -> None:
        self._list.setText(sentence)
        restyle(self._list, "role", role)

    def _finish(self) -> None:
        self.shift_requested.emit(self._session.id, self.by_minutes.value())
        self.accept()
