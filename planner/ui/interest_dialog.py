"""Typing in an expression of interest, and changing what one asks for."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.clock import parse_date
from planner.local_times import now_in
from planner.models.agenda import Agenda
from planner.models.records import Interest
from planner.phrases import holder_name
from planner.ui.fields import NameField, section_label
from planner.ui.wishes_field import WishesField
from planner.wording import say


def _buttons(dialog: QDialog, accept_text: str) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    accept = buttons.button(QDialogButtonBox.StandardButton.Ok)
    accept.setText(accept_text)
    accept.setProperty("role", "primary")
    buttons.rejected.connect(dialog.reject)
    return buttons


def _scrolled(field: WishesField) -> QScrollArea:
    area = QScrollArea()
    field.setObjectName("panel")
    area.setWidgetResizable(True)
    area.setWidget(field)
    area.setMinimumHeight(min(field.sizeHint().height() + 4, 260))
    return area


class InterestDialog(QDialog):
    """Asks for a new interest; ``add_requested`` carries what ``edits.interests.add_interest`` takes."""

    add_requested = Signal(dict)

    def __init__(self, agenda: Agenda, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("New interest"))
        self.setMinimumWidth(480)
        self._agenda = agenda
        self.entity = NameField(say("Entity"), say("State, organization…"))
        self.entity.show_names(sorted(entity.name for entity in agenda.entities.values()), "")
        self.person = NameField(say("Person"), say("to be named"))
        self.person.show_names(sorted(person.name for person in agenda.people.values()), "")
        self.received = QLineEdit(_today(agenda).isoformat())
        self.received.setAccessibleName(say("Received on"))
        self.note = QLineEdit()
        self.note.setAccessibleName(say("Note"))
        self.wishes = WishesField(agenda)
        self._problem = QLabel()
        self._problem.setProperty("role", "hint")
        self._buttons = _buttons(self, say("Add"))
        self._buttons.accepted.connect(self._finish)
        self.entity.committed.connect(self._offer_people)
        for text in (self.entity.line, self.person.line, self.received):
            text.textChanged.connect(self._judge)
        self._lay_out()
        self._judge()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(say("Entity"), self.entity)
        form.addRow(say("Person"), self.person)
        form.addRow(say("Received on"), self.received)
        form.addRow(say("Note"), self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(section_label(say("Asks for")))
        layout.addWidget(_scrolled(self.wishes), 1)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons)

    def _offer_people(self, name: str) -> None:
        entity = next((row.id for row in self._agenda.entities.values() if row.name == name), None)
        people = (person for person in self._agenda.people.values() if entity in {None, person.entity_id})
        self.person.show_names(sorted(person.name for person in people), self.person.currentText())

    def values(self) -> dict[str, Any]:
        """What is typed, as ``edits.interests.add_interest`` takes it."""
        return {
            "entity_name": self.entity.currentText().strip(),
            "person_name": self.person.currentText().strip(),
            "received": self.received.text().strip(),
            "note": self.note.text().strip(),
            "wishes": self.wishes.wishes(),
        }

    def _why_not(self) -> str:
        received = self.received.text().strip()
        if received and parse_date(received) is None:
            return say("Type the date like 2020-10-31, or leave it empty.")
        if not self.entity.currentText().strip() and not self.person.currentText().strip():
            return say("Name an entity or a person.")
        return ""

    def _judge(self) -> None:
        problem = self._why_not()
        self._problem.setText(problem)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)

    def _finish(self) -> None:
        self.add_requested.emit(self.values())
        self.accept()


def _today(agenda: Agenda) -> date:
    return now_in(agenda.meeting.zone).date()


class WishesDialog(QDialog):
    """Asks what an interest wants; ``wishes_requested`` carries the interest's id and the wishes."""

    wishes_requested = Signal(int, object)

    def __init__(self, agenda: Agenda, interest: Interest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("What is asked for"))
        self.setMinimumWidth(440)
        self._interest_id = interest.id
        self.wishes = WishesField(agenda, agenda.wishes_of(interest.id))
        title = QLabel(holder_name(agenda, interest.entity_id, interest.person_id))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        buttons = _buttons(self, say("Keep"))
        buttons.accepted.connect(self._finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(_scrolled(self.wishes), 1)
        layout.addWidget(buttons)

    def _finish(self) -> None:
        self.wishes_requested.emit(self._interest_id, self.wishes.wishes())
        self.accept()
