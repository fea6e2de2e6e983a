"""The further zones that a paper has a column for: a tick each, and a field to add one."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.ui.zone_picker import ZonePicker
from planner.wording import say
from planner.zones.asked import meeting_start

_ROOM_AROUND_PX = 4


class ZoneColumns(QWidget):
    """In the order in which they came; a zone stands there once."""

    def __init__(self, agenda: Agenda, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self.boxes: list[QCheckBox] = []
        self.add = ZonePicker(say("Add a zone column"))
        self.add.setPlaceholderText(say("Add one: Toronto, Bishkek…"))
        self.add.ask_about(partial(meeting_start, agenda))
        self.add.committed.connect(self._add_chosen)
        self._columns = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._columns)
        layout.addWidget(self.add)

    def show_zones(self, zones: Iterable[str], offered: Iterable[str] = ()) -> None:
        """These, ticked, in place of what was there; then what is ``offered`` besides, not ticked."""
        for box in self.boxes:
            box.hide()
            self._columns.removeWidget(box)
            box.deleteLater()
        self._names, self.boxes = [], []
        for zone in dict.fromkeys(zones):
            self._append(zone)
        for zone in dict.fromkeys(offered):
            if zone not in self._names:
                self._append(zone, ticked=False)

    def chosen(self) -> tuple[str, ...]:
        """The zones that are ticked."""
        return tuple(zone for zone, box in zip(self._names, self.boxes, strict=True) if box.isChecked())

    def _append(self, zone: str, *, ticked: bool = True) -> None:
        box = QCheckBox(zone_city(zone))
        box.setToolTip(zone)
        box.setChecked(ticked)
        # A form that is too low would rather press these together than grow.
        box.setMinimumHeight(box.fontMetrics().height() + _ROOM_AROUND_PX)
        self._names.append(zone)
        self.boxes.append(box)
        self._columns.addWidget(box)

    def _add_chosen(self, zone: str) -> None:
        """A zone that has a column already is only ticked again."""
        self.add.show_value("")
        if zone in self._names:
            self.boxes[self._names.index(zone)].setChecked(True)
        else:
            self._append(zone)
