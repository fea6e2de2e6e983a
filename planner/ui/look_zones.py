"""The zones that papers show as further columns: a tick each, and a field to add one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.ui.zone_picker import ZonePicker
from planner.wording import say
from planner.zones.asked import meeting_start


class LookZones(QWidget):
    """``committed`` carries all ticked zones; the zones beside the timetable are offered."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self.field = ZonePicker(say("Add a zone column"))
        self.field.setPlaceholderText(say("Add: Toronto, Bishkek…"))
        self.field.committed.connect(self._add)
        self._lines = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._lines)
        layout.addWidget(self.field)

    def show_zones(self, agenda: Agenda, zones: tuple[str, ...]) -> None:
        self.field.ask_about(partial(meeting_start, agenda))
        offered = tuple(dict.fromkeys((*zones, *(ruler.zone for ruler in agenda.rulers_in_order))))
        for zone in set(self.boxes) - set(offered):
            self.boxes.pop(zone).deleteLater()
        for zone in offered:
            if zone not in self.boxes:
                self._offer(zone)
            self.boxes[zone].setChecked(zone in zones)

    def _offer(self, zone: str) -> None:
        box = QCheckBox(zone_city(zone))
        box.setToolTip(zone)
        box.clicked.connect(lambda: self.committed.emit(self._ticked()))
        self.boxes[zone] = box
        self._lines.addWidget(box)

    def _ticked(self) -> tuple[str, ...]:
        return tuple(zone for zone, box in self.boxes.items() if box.isChecked())

    def _add(self, zone: str) -> None:
        self.field.show_value("")
        self.committed.emit(tuple(dict.fromkeys((*self._ticked(), zone))))
