"""The zones beside the timetable: take one away, add another by name."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.local_times import zone_names
from planner.models.agenda import Agenda
from planner.ui.fields import NameField, section_label
from planner.wording import say


class ZonesPopup(QFrame):
    """Lists the ruler zones; each change is asked for at once, as the whole new list."""

    committed = Signal(object)

    def __init__(self, agenda: Agenda, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.setFrameShape(QFrame.Shape.Box)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.zones = [ruler.zone for ruler in agenda.rulers_in_order]
        self.setFixedWidth(320)
        self._rows = QVBoxLayout()
        self.field = NameField(say("Add a zone"), say("Add a zone: Toronto, Bishkek…"))
        self.field.show_names(list(zone_names()), "")
        self.field.committed.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(section_label(say("Zones beside the timetable")))
        layout.addLayout(self._rows)
        layout.addWidget(self.field)
        self._show_rows()

    def _show_rows(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for zone in self.zones:
            self._rows.addWidget(self._row(zone))
        self.adjustSize()

    def _row(self, zone: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(zone), 1)
        remove = QPushButton(say("Remove"))
        remove.setProperty("role", "link")
        remove.setAccessibleName(say("Remove {zone}", zone=zone))
        remove.clicked.connect(lambda: self._remove(zone))
        layout.addWidget(remove)
        return row

    def _add(self, name: str) -> None:
        if name and name not in self.zones:
            self.zones.append(name)
            self.committed.emit(tuple(self.zones))
            self.field.show_names(list(zone_names()), "")
            self._show_rows()

    def _remove(self, zone: str) -> None:
        self.zones.remove(zone)
        self.committed.emit(tuple(self.zones))
        self._show_rows()

    def open_below(self, button: QWidget) -> None:
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 3))
        self.move(corner)
        self.show()
        self.field.setFocus()
