"""The moderator and speakers of a session: a line for each, the chosen one opened for editing in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import Seat, Session
from planner.phrases import holder_name
from planner.rules.budget import seat_starts
from planner.rules.interests import offers_for
from planner.ui.dragging import dragged_seat, is_somebody
from planner.ui.fields import ChoiceField, NameField, NumberField, section_label, soft_label
from planner.ui.row_matching import set_tab_order
from planner.ui.seat_line import SeatLine
from planner.ui.seating import Seating, seating_of
from planner.ui.theme import Theme
from planner.wording import role_name, say, say_count, seat_state_name


class SeatEditor(QWidget):
    """The fields of one seat."""

    change_requested = Signal(int, dict)
    entity_requested = Signal(int, str)
    person_requested = Signal(int, str)
    move_requested = Signal(int, int)
    remove_requested = Signal(int)
    replace_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat_id = 0
        self._links: list[QPushButton] = []
        self.role = ChoiceField(say("Role"))
        self.entity = NameField(say("Entity"), say("State, organization…"))
        self.person = NameField(say("Person"), say("to be named"))
        self.minutes = NumberField(say("Minutes"), 0, 600, say(" min"))
        self.state = ChoiceField(say("State of the seat"))
        self.role.committed.connect(lambda role: self.change_requested.emit(self._seat_id, {"role": role}))
        self.state.committed.connect(lambda state: self.change_requested.emit(self._seat_id, {"state": state}))
        self.minutes.committed.connect(lambda count: self.change_requested.emit(self._seat_id, {"minutes": count}))
        self.entity.committed.connect(lambda name: self.entity_requested.emit(self._seat_id, name))
        self.person.committed.connect(lambda name: self.person_requested.emit(self._seat_id, name))
        form = QFormLayout(self)
        form.setContentsMargins(26, 6, 4, 8)
        form.setSpacing(6)
        form.addRow(soft_label(say("Role")), self.role)
        form.addRow(soft_label(say("Entity")), self.entity)
        form.addRow(soft_label(say("Person")), self.person)
        form.addRow(soft_label(say("Speaks")), self.minutes)
        form.addRow(soft_label(say("State")), self.state)
        self.reserve = QPushButton()
        self.reserve.setProperty("role", "link")
        self.reserve.clicked.connect(lambda: self.replace_requested.emit(self._seat_id))
        self.former = soft_label("")
        self.former.setWordWrap(True)
        form.addRow(self.reserve)
        form.addRow(self._link_row())
        form.addRow(self.former)

    def _link_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, tip, ask in (
            (
                say("Up"),
                say("Earlier among the seats of this role"),
                lambda: self.move_requested.emit(self._seat_id, -1),
            ),
            (
                say("Down"),
                say("Later among the seats of this role"),
                lambda: self.move_requested.emit(self._seat_id, 1),
            ),
            (
                say("Replace…"),
                say("Give the seat to another, and keep who held it and why"),
                lambda: self.replace_requested.emit(self._seat_id),
            ),
            (say("Remove"), say("Remove this seat"), lambda: self.remove_requested.emit(self._seat_id)),
        ):
            link = QPushButton(text)
            link.setProperty("role", "link")
            link.setToolTip(tip)
            link.clicked.connect(ask)
            self._links.append(link)
            row.addWidget(link)
        row.addStretch(1)
        return row

    def tab_stops(self) -> Sequence[QWidget]:
        """The fields and buttons from top to bottom."""
        return (self.role, self.entity, self.person, self.minutes, self.state, *self._links)

    def show_seat(self, agenda: Agenda, seat: Seat) -> None:
        self._seat_id = seat.id
        entity = agenda.entities[seat.entity_id].name if seat.entity_id is not None else ""
        person = agenda.people[seat.person_id].name if seat.person_id is not None else ""
        people = sorted(person.name for person in agenda.people.values() if seat.entity_id in {None, person.entity_id})
        self.role.show_choices([(role_name(role), role) for role in Role], seat.role)
        self.entity.show_names(sorted(row.name for row in agenda.entities.values()), entity)
        self.person.show_names(people, person)
        self.minutes.show_value(seat.minutes)
        self.state.show_choices([(seat_state_name(state), state) for state in SeatState], seat.state)
        offers = 0 if seat.counts else len(offers_for(agenda, seat))
        self.reserve.setVisible(offers > 0)
        self.reserve.setText(
            say_count("Offer it to the reserve list ({count})", "Offer it to the reserve list ({count})", offers)
        )
        former = former_holders(agenda, seat.id)
        self.former.setVisible(bool(former))
        self.former.setText("\n".join(former))


def _covers(line: QWidget, y: float) -> bool:
    return line.geometry().top() <= y <= line.geometry().bottom()


def former_holders(agenda: Agenda, seat_id: int) -> list[str]:
    """Who held a seat before, and why not any longer, latest first."""
    found = [row for row in agenda.replacements.values() if row.seat_id == seat_id]
    return [
        say("Before: {holder} ({reason})", holder=holder, reason=row.reason)
        if row.reason
        else say("Before: {holder}", holder=holder)
        for row in sorted(found, key=lambda row: row.id, reverse=True)
        for holder in (holder_name(agenda, row.entity_id, row.person_id),)
    ]


class SeatsEditor(QWidget):
    """All seats of the shown session."""

    add_requested = Signal(int)
    opened = Signal(object)
    seat_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._theme = theme
        self._session_id = 0
        self._agenda: Agenda | None = None
        self._opened: int | None = None
        self.lines: dict[int, SeatLine] = {}
        self.editor = SeatEditor(self)
        self.editor.hide()
        self._none = soft_label(say("Nobody yet."))
        self._add = QPushButton(say("+ Seat"))
        self._add.setProperty("role", "link")
        self._add.setToolTip(say("Add a moderator, chair or speaker"))
        self._add.clicked.connect(lambda: self.add_requested.emit(self._session_id))
        heading = QHBoxLayout()
        heading.addWidget(section_label(say("Moderator and speakers")))
        heading.addStretch(1)
        heading.addWidget(self._add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(heading)
        layout.addWidget(self._none)
        layout.addLayout(self._rows)

    def show_session(self, agenda: Agenda, session: Session) -> None:
        """Match lines by seat id, in the order of papers."""
        if session.id != self._session_id:
            self._opened = None
        self._agenda, self._session_id = agenda, session.id
        seats = agenda.seats_of(session.id)
        for gone in self.lines.keys() - {seat.id for seat in seats}:
            line = self.lines.pop(gone)
            line.hide()
            line.deleteLater()
        self._show_lines(agenda, seats)
        self._none.setVisible(not seats)
        self._show_editor()
        self._order_tabs()

    def _show_lines(self, agenda: Agenda, seats: tuple[Seat, ...]) -> None:
        self._rows.removeWidget(self.editor)
        order, starts = 0, seat_starts(agenda, self._session_id)
        for index, seat in enumerate(seats):
            order += seat.role is Role.SPEAKER and seat.counts
            line = self.lines.get(seat.id) or self._make_line(seat.id)
            line.show_seat(agenda, seat, order, starts.get(seat.id))
            if self._rows.indexOf(line) != index:
                self._rows.insertWidget(index, line)

    def _make_line(self, seat_id: int) -> SeatLine:
        line = SeatLine(seat_id, self._theme, self)
        line.clicked.connect(lambda: self.open_seat(None if self._opened == seat_id else seat_id))
        self.lines[seat_id] = line
        line.show()
        return line

    # -- the order of seats, and somebody onto a role, by drag ----------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(dragged_seat(event.mimeData()) in self.lines or self._seating(event) is not None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self._places(event) is not None or self._seating(event) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        seating = self._seating(event)
        if seating is not None:
            event.acceptProposedAction()
            self.seat_requested.emit(seating)
            return
        moved, places = dragged_seat(event.mimeData()), self._places(event)
        event.setAccepted(places is not None)
        if moved is not None and places:
            self.editor.move_requested.emit(moved, places)

    def _seating(self, event: QDropEvent) -> Seating | None:
        """Somebody dropped on a seat takes its role; elsewhere here a speaker's, with Shift the moderator's."""
        agenda = self._agenda
        if agenda is None or not is_somebody(event.mimeData()) or self._session_id not in agenda.sessions:
            return None
        under = [key for key, line in self.lines.items() if _covers(line, event.position().y())]
        role = agenda.seats[under[0]].role if under and under[0] in agenda.seats else Role.SPEAKER
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            role = Role.MODERATOR
        return seating_of(agenda, event.mimeData(), self._session_id, role)

    def _places(self, event: QDropEvent) -> int | None:
        """How far a dragged seat would go among those of its role; None beside them."""
        moved = dragged_seat(event.mimeData())
        if self._agenda is None or moved is None or moved not in self._agenda.seats:
            return None
        role = self._agenda.seats[moved].role
        peers = [seat.id for seat in self._agenda.seats_of(self._session_id) if seat.role is role]
        under = next((key for key in peers if _covers(self.lines[key], event.position().y())), None)
        return None if under is None or moved not in peers else peers.index(under) - peers.index(moved)

    def open_seat(self, seat_id: int | None) -> None:
        """Open the editor under one seat, or close it."""
        self._opened = seat_id
        self._show_editor()
        self._order_tabs()
        if seat_id is not None:
            self.editor.entity.setFocus()
            self.opened.emit(self.editor)

    def _show_editor(self) -> None:
        seat = None if self._agenda is None or self._opened is None else self._agenda.seats.get(self._opened)
        for line in self.lines.values():
            line.setChecked(seat is not None and line.seat_id == seat.id)
        if self._agenda is None or seat is None or seat.id not in self.lines:
            self._opened = None
            self.editor.hide()
            return
        self._rows.insertWidget(self._rows.indexOf(self.lines[seat.id]) + 1, self.editor)
        self.editor.show_seat(self._agenda, seat)
        self.editor.show()

    def _order_tabs(self) -> None:
        """Tab goes down the panel: from line to line, and through the fields below the opened one."""
        stops: list[QWidget] = [self._add]
        for line in sorted(self.lines.values(), key=self._rows.indexOf):
            stops += [line, *(self.editor.tab_stops() if line.seat_id == self._opened else ())]
        set_tab_order(stops)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for line in self.lines.values():
            line.set_theme(theme)
