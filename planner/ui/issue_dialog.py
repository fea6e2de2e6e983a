"""Issue a draft: its label, note and as-of time, and what is still open, each with a way to see it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.models.agenda import Agenda
from planner.models.kinds import SeatState
from planner.rules.open_points import OpenPoints
from planner.ui.fields import section_label
from planner.ui.moment_field import MomentField
from planner.ui.row_matching import link_button
from planner.wording import say

_NOTE_LINES = 3


class IssueDialog(QDialog):
    """``issue_requested`` carries what ``edits.drafts.issue_draft`` takes: label, note, as-of time.

    ``show_requested`` carries the session of an open point; the dialog is then closed.
    """

    issue_requested = Signal(str, str, object)
    show_requested = Signal(int)

    def __init__(self, agenda: Agenda, number: int, points: OpenPoints, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda, self._points = agenda, points
        self.setWindowTitle(say("Issue Draft {number}", number=number))
        self.setMinimumWidth(500)
        self.label = QLineEdit()
        self.label.setPlaceholderText(say("Such as: for the Bureau"))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(say("Anything to remember: to whom it goes, what is awaited"))
        self.note.setFixedHeight(_NOTE_LINES * self.note.fontMetrics().lineSpacing() + 16)
        self.as_of = MomentField(agenda.meeting.zone)
        self.links: list[QPushButton] = []
        self.issue = QPushButton(say("Issue anyway") if points.sentences else say("Issue"))
        self.issue.setProperty("role", "primary")
        self.issue.setDefault(True)
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.setAutoDefault(False)
        self.what = QLabel(
            say("The whole plan is frozen as Draft {number}. What changes later is told against it.", number=number)
        )
        self.what.setWordWrap(True)
        self.what.setProperty("role", "hint")
        # A layout does not ask a wrapped label how high it gets: two lines have room at any size.
        self.what.setMinimumHeight(2 * self.what.fontMetrics().lineSpacing())
        self._lay_out()
        self.issue.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(9)
        form.addRow(say("Label"), self.label)
        form.addRow(say("Note"), self.note)
        form.addRow(say("As of, {zone}", zone=self._agenda.meeting.zone_label), self.as_of)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.issue)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.what)
        layout.addLayout(form)
        layout.addWidget(section_label(say("Still open")))
        layout.addLayout(self._open_points())
        layout.addLayout(buttons)
        self.label.setFocus()

    def _open_points(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for sentence, session_id in open_places(self._agenda, self._points):
            lines.addLayout(self._open_point(sentence, session_id))
        if not self._points.sentences:
            fine = QLabel(say("Nothing: no clash, every session placed, every seat named and confirmed."))
            fine.setProperty("role", "good")
            fine.setWordWrap(True)
            lines.addWidget(fine)
        return lines

    def _open_point(self, sentence: str, session_id: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QLabel(f"• {sentence}")
        words.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(words, 1)
        link = link_button(say("Show me"), say("Show me: {sentence}", sentence=sentence))
        link.setAutoDefault(False)
        link.clicked.connect(lambda: self._show(session_id))
        self.links.append(link)
        row.addWidget(link)
        return row

    def _show(self, session_id: int) -> None:
        self.reject()
        self.show_requested.emit(session_id)

    def _finish(self) -> None:
        self.accept()
        self.issue_requested.emit(self.label.text(), self.note.toPlainText(), self.as_of.moment())


def open_places(agenda: Agenda, points: OpenPoints) -> Iterator[tuple[str, int]]:
    """Each sentence of the open points, with the first session that it is about."""
    counted = [seat for seat in agenda.seats.values() if seat.counts]
    firsts = (
        [session_id for finding in points.clashes for session_id in finding.session_ids[:1]],
        [session.id for session in agenda.sessions_to_place],
        [seat.session_id for seat in counted if seat.person_id is None],
        [seat.session_id for seat in counted if seat.state is not SeatState.CONFIRMED],
    )
    return zip(points.sentences, (found[0] for found in firsts if found), strict=True)
