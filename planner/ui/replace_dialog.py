"""Replacing who holds a seat: by somebody of the reserve list or anybody else, with the reason kept."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, StakeholderCategory
from planner.models.records import Interest, Seat
from planner.phrases import holder_name, seat_holder, session_name
from planner.rules.balance import Aspect
from planner.rules.interests import offers_for
from planner.rules.replacing import BalanceShift, balance_shifts
from planner.ui.fields import NameField, section_label
from planner.ui.interest_lines import received_in_words
from planner.wording import category_name, entity_kind_name, gender_name, role_name, say, say_list

_ID = Qt.ItemDataRole.UserRole


def shifts_in_words(agenda: Agenda, seat: Seat, shifts: tuple[BalanceShift, ...]) -> str:
    """ "Changes the balance of Roundtable 1: Female 2 to 1 and Male 1 to 2." """
    session = session_name(agenda.sessions[seat.session_id])
    if not shifts:
        return say("The balance of {session} stays as it is.", session=session)
    words = [
        say("{value} {before} to {after}", value=_value_name(shift), before=shift.before, after=shift.after)
        for shift in shifts
    ]
    return say("Changes the balance of {session}: {changes}.", session=session, changes=say_list(words))


def _value_name(shift: BalanceShift) -> str:
    if shift.aspect is Aspect.GENDER:
        return gender_name(shift.value) if shift.value else say("gender not given")
    if shift.aspect is Aspect.ENTITY_KIND:
        return entity_kind_name(EntityKind(shift.value)) if shift.value else say("kind not given")
    if shift.aspect is Aspect.STAKEHOLDER_CATEGORY:
        return category_name(StakeholderCategory(shift.value)) if shift.value else say("category not given")
    return shift.value or say("region not given")


class ReplaceDialog(QDialog):
    """``replace_requested`` carries the seat's id and what ``edits.seats.replace_holder`` takes."""

    replace_requested = Signal(int, dict)

    def __init__(self, agenda: Agenda, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Replace"))
        self.setMinimumWidth(500)
        self._agenda, self._seat = agenda, seat
        self._offers = {interest.id: interest for interest in offers_for(agenda, seat)}
        self.offers = QListWidget()
        self.entity = NameField(say("Entity"), say("State, organization…"))
        self.person = NameField(say("Person"), say("to be named"))
        self.reason = QLineEdit()
        self.balance = QLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._prepare()
        self._lay_out()
        self._connect()
        self._judge()

    def _prepare(self) -> None:
        entity = "" if self._seat.entity_id is None else self._agenda.entities[self._seat.entity_id].name
        self.entity.show_names(sorted(row.name for row in self._agenda.entities.values()), entity)
        self.person.show_names(self._people(entity), "")
        self.reason.setAccessibleName(say("Reason"))
        self.reason.setPlaceholderText(say("such as: declined by e-mail, ill"))
        self.offers.setAccessibleName(say("Reserve list for this role"))
        for interest in self._offers.values():
            item = QListWidgetItem(_offer_in_words(self._agenda, interest))
            item.setData(_ID, interest.id)
            self.offers.addItem(item)
        self.accept_button.setText(say("Replace"))
        self.accept_button.setProperty("role", "primary")
        self.balance.setProperty("role", "hint")
        self.balance.setWordWrap(True)
        self.balance.setMinimumHeight(38)
        self.balance.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _people(self, entity_name: str) -> list[str]:
        entity_id = self._entity_id(entity_name)
        people = self._agenda.people.values()
        return sorted(person.name for person in people if entity_id in {None, person.entity_id})

    def _entity_id(self, name: str) -> int | None:
        wanted = " ".join(name.split()).casefold()
        return next((row.id for row in self._agenda.entities.values() if row.name.casefold() == wanted), None)

    def _lay_out(self) -> None:
        title = QLabel(
            say(
                "{holder}, {role} in {session}",
                holder=seat_holder(self._agenda, self._seat), role=role_name(self._seat.role).lower(),
                session=session_name(self._agenda.sessions[self._seat.session_id]),
            )
        )  # fmt: skip
        title.setProperty("role", "title")
        title.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(say("By entity"), self.entity)
        form.addRow(say("By person"), self.person)
        form.addRow(say("Reason"), self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(9)
        layout.addWidget(title)
        layout.addWidget(section_label(say("Reserve list for this role")))
        layout.addWidget(self._offers_or_hint())
        layout.addLayout(form)
        layout.addWidget(self.balance)
        layout.addWidget(self._buttons)

    def _offers_or_hint(self) -> QWidget:
        if self._offers:
            self.offers.setMaximumHeight(34 * min(len(self._offers), 4) + 6)
            return self.offers
        hint = QLabel(say("Nobody on the reserve list asked for this role here. Name somebody below."))
        hint.setProperty("role", "hint")
        self.offers.hide()
        return hint

    def _connect(self) -> None:
        self.offers.itemSelectionChanged.connect(self._take_offer)
        self.offers.itemDoubleClicked.connect(self._finish)
        self.entity.committed.connect(self._offer_people)
        for line in (self.entity.line, self.person.line):
            line.textChanged.connect(self._judge)
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)

    def _offer_people(self, entity_name: str) -> None:
        self.person.show_names(self._people(entity_name), self.person.currentText())

    def _take_offer(self) -> None:
        chosen = self.offers.selectedItems()
        if not chosen:
            return
        interest = self._offers[chosen[0].data(_ID)]
        entity = "" if interest.entity_id is None else self._agenda.entities[interest.entity_id].name
        person = "" if interest.person_id is None else self._agenda.people[interest.person_id].name
        self.entity.show_names([self.entity.itemText(row) for row in range(self.entity.count())], entity)
        self.person.show_names(self._people(entity), person)
        self._judge()

    def _named(self) -> tuple[str, str]:
        return self.entity.currentText().strip(), self.person.currentText().strip()

    def _ids(self) -> tuple[int | None, int | None]:
        """The known ones among those named; a known person alone brings the entity."""
        entity_name, person_name = self._named()
        entity_id = self._entity_id(entity_name)
        named = [row for row in self._agenda.people.values() if row.name.casefold() == person_name.casefold()]
        named.sort(key=lambda person: (person.entity_id != entity_id, person.id))
        if not named:
            return entity_id, None
        return (named[0].entity_id if not entity_name else entity_id), named[0].id

    def values(self) -> dict[str, Any]:
        """What is named, as ``edits.seats.replace_holder`` takes it."""
        (entity_name, person_name), (entity_id, person_id) = self._named(), self._ids()
        offered = [
            interest.id
            for interest in self._offers.values()
            if interest.entity_id == entity_id and interest.person_id in {None, person_id}
        ]
        return {
            "entity_id": entity_id,
            "person_id": person_id,
            "entity_name": "" if entity_id is not None else entity_name,
            "person_name": "" if person_id is not None else person_name,
            "reason": self.reason.text().strip(),
            "interest_id": offered[0] if offered else None,
        }

    def _judge(self) -> None:
        (entity_name, person_name), ids = self._named(), self._ids()
        known = bool(ids[1] is not None or not person_name) and bool(ids[0] is not None or not entity_name)
        same = known and ids == (self._seat.entity_id, self._seat.person_id)
        self.accept_button.setEnabled(bool(entity_name or person_name) and not same)
        if self.accept_button.isEnabled():
            shifts = balance_shifts(self._agenda, self._seat, *ids)
            self.balance.setText(shifts_in_words(self._agenda, self._seat, shifts))
        else:
            self.balance.setText(say("Choose from the reserve list, or name who takes the seat."))

    def _finish(self) -> None:
        if self.accept_button.isEnabled():
            self.replace_requested.emit(self._seat.id, self.values())
            self.accept()


def _offer_in_words(agenda: Agenda, interest: Interest) -> str:
    name = holder_name(agenda, interest.entity_id, interest.person_id)
    entity = "" if interest.entity_id is None else agenda.entities[interest.entity_id].name
    received = received_in_words(interest.received)
    return " · ".join(dict.fromkeys(part for part in (name, entity, received) if part))
