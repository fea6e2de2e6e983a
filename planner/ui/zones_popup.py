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
        self._unknown = QLabel()
        self._unknown.setProperty("role", "problem")
        self._unknown.setWordWrap(True)
        self._unknown.hide()
        self.field = NameField(say("Add a zone"), say("Add a zone: Toronto, Bishkek…"))
        self.field.show_names(list(zone_names()), "")
        # Emptied while it still takes a completion in, the field would complete again, with the first zone of all.
        self.field.committed.connect(self._add, Qt.ConnectionType.QueuedConnection)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(section_label(say("Zones beside the timetable")))
        layout.addLayout(self._rows)
        layout.addWidget(self.field)
        layout.addWidget(self._unknown)
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
        if not name:
            return
        zone = _zone_meant(name)
        self._unknown.setText(say("No zone is called {name}. Choose one from the list.", name=name))
        self._unknown.setVisible(zone is None)
        if zone is not None:
            self.field.show_names(list(zone_names()), "")
            if zone not in self.zones:
                self.zones.append(zone)
                self.committed.emit(tuple(self.zones))
        self._show_rows()

    def _remove(self, zone: str) -> None:
        self.zones.remove(zone)
        self.committed.emit(tuple(self.zones))
        self._show_rows()

    def open_below(self, button: QWidget) -> None:
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 3))
        room = button.screen().availableGeometry()
        self.move(max(room.left(), min(corner.x(), room.right() - self.width())), corner.y())
        self.show()
        self.field.setFocus()


def _zone_meant(name: str) -> str | None:
    """The zone of this name, however it is written, or the only one whose name holds these letters."""
    letters = name.strip().replace(" ", "_").casefold()
    holding = [zone for zone in zone_names() if letters in zone.casefold()]
    same = [zone for zone in holding if letters == zone.casefold()]
    return (same or holding)[0] if same or len(holding) == 1 else None
