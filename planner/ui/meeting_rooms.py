"""The rooms of the meeting."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.records import Room
from planner.ui.fields import LineField, section_label
from planner.ui.row_matching import link_button, match_rows
from planner.wording import say


class RoomEditor(QWidget):
    """The name and the link of one room."""

    change_requested = Signal(int, dict)
    remove_requested = Signal(int)

    def __init__(self, room_id: int) -> None:
        super().__init__()
        self.name = LineField(say("Name of the room"))
        self.name.setPlaceholderText(say("Name of the room"))
        self.link = LineField(say("Link to the room"))
        self.link.setPlaceholderText(say("Link for taking part, if any"))
        self.remove = link_button(say("Remove"), say("Remove this room; its sessions go back to the list"))
        self.name.committed.connect(lambda text: self.change_requested.emit(room_id, {"name": text}))
        self.link.committed.connect(lambda text: self.change_requested.emit(room_id, {"link": text}))
        self.remove.clicked.connect(lambda: self.remove_requested.emit(room_id))
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.name, 1)
        first.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addWidget(self.link)

    def show_room(self, room: Room, *, removable: bool) -> None:
        self.name.show_value(room.name)
        self.link.show_value(room.link)
        self.remove.setVisible(removable)


class RoomsSection(QWidget):
    """Every room, in order; a room just added is ready to be named."""

    add_requested = Signal(str)
    change_requested = Signal(int, dict)
    remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rooms: dict[int, RoomEditor] = {}
        self._order: tuple[Room, ...] = ()
        self._name_next = False
        self.add = link_button(say("+ Room"), say("Add a room"))
        self.add.clicked.connect(self._wish_room)
        heading = QHBoxLayout()
        heading.addWidget(section_label(say("Rooms")))
        heading.addStretch(1)
        heading.addWidget(self.add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(heading)
        layout.addLayout(self._rows)

    def show_rooms(self, agenda: Agenda) -> bool:
        """Show the rooms of this picture; returns whether fields came or went."""
        before = [room.id for room in self._order]
        self._order = agenda.rooms_in_order
        order = [room.id for room in self._order]
        match_rows(self._rows, self.rooms, order, self._make)
        for room in self._order:
            self.rooms[room.id].show_room(room, removable=len(order) > 1)
        if self._name_next and order and order[-1] not in before:
            self._name_next = False
            self.rooms[order[-1]].name.setFocus()
            self.rooms[order[-1]].name.selectAll()
        return order != before

    def _make(self, room_id: int) -> RoomEditor:
        editor = RoomEditor(room_id)
        editor.change_requested.connect(self.change_requested)
        editor.remove_requested.connect(self.remove_requested)
        return editor

    def _wish_room(self) -> None:
        taken = {room.name for room in self._order}
        number = len(taken) + 1
        while say("Room {number}", number=number) in taken:
            number += 1
        self._name_next = True
        self.add_requested.emit(say("Room {number}", number=number))

    def tab_stops(self) -> Iterator[QWidget]:
        yield self.add
        for room in self._order:
            editor = self.rooms[room.id]
            yield from (editor.name, editor.remove, editor.link)
