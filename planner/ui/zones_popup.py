"""The zones beside the timetable: take one away, add another by name."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.rules.zones_seated import zones_of_seated
from planner.ui.fields import section_label
from planner.ui.row_matching import link_button
from planner.ui.zone_picker import ZonePicker
from planner.wording import say
from planner.zones.asked import meeting_start

_OFFERED_AT_ONCE = 6


class ZonesPopup(QFrame):
    """Lists the ruler zones; each change is asked for at once, as the whole new list."""

    committed = Signal(object)

    def __init__(self, agenda: Agenda, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.setFrameShape(QFrame.Shape.Box)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.zones = [ruler.zone for ruler in agenda.rulers_in_order]
        self._seated = zones_of_seated(agenda)
        self.setFixedWidth(340)
        self._rows = QVBoxLayout()
        self.field = ZonePicker(say("Add a zone"))
        self.field.setPlaceholderText(say("Add a zone: Toronto, Bishkek…"))
        self.field.ask_about(partial(meeting_start, agenda))
        self.field.committed.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(section_label(say("Zones beside the timetable")))
        layout.addLayout(self._rows)
        layout.addWidget(self.field)
        self._heading = section_label(say("Zones of those seated"))
        layout.addSpacing(6)
        layout.addWidget(self._heading)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(0)
        self._area = _scrolled(self._offers)
        layout.addWidget(self._area)
        self._show_rows()

    def _show_rows(self) -> None:
        _clear(self._rows)
        for zone in self.zones:
            self._rows.addWidget(
                _row(zone, say("Remove"), say("Remove {zone}", zone=zone), partial(self._remove, zone))
            )
        self._show_offers()
        self.adjustSize()

    def _show_offers(self) -> None:
        """The zones of those seated that are not beside the timetable yet, each with one click."""
        _clear(self._offers)
        offered = [(zone, count) for zone, count in self._seated if zone not in self.zones]
        rows = [self._offer(zone, count) for zone, count in offered]
        for row in rows:
            self._offers.addWidget(row)
        for part in (self._heading, self._area):
            part.setVisible(bool(rows))
        height = rows[0].sizeHint().height() if rows else 0
        self._area.setFixedHeight(height * min(len(rows), _OFFERED_AT_ONCE) + 2)

    def _offer(self, zone: str, count: int) -> QWidget:
        text = say("{zone} · {count} seated", zone=zone, count=count)
        return _row(text, say("Add"), say("Add {zone}", zone=zone), partial(self._add, zone))

    def _add(self, zone: str) -> None:
        self.field.show_value("")
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


def _row(text: str, button_text: str, name: str, act: Callable[[], None]) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(QLabel(text), 1)
    button = link_button(button_text, name)
    button.clicked.connect(lambda: act())
    layout.addWidget(button)
    return row


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _scrolled(layout: QVBoxLayout) -> QScrollArea:
    inside = QWidget()
    inside.setObjectName("panel")
    around = QVBoxLayout(inside)
    around.setContentsMargins(0, 0, 0, 0)
    around.setSpacing(0)
    around.addLayout(layout)
    around.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
