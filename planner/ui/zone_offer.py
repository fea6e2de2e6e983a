"""The line "Anna Nowak has no time zone. Use Europe/Warsaw": offered, and taken only by a click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from planner.ui.row_matching import link_button
from planner.wording import say


class ZoneOffer(QWidget):
    """Hidden while there is nothing to offer."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone: str | None = None
        self.note = QLabel()
        self.note.setProperty("role", "hint")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.link = link_button("", say("Take this time zone"))
        self.link.clicked.connect(lambda: self.taken.emit(self.zone))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.note)
        layout.addWidget(self.link)
        self.hide()

    def show_offer(self, note: str, zone: str | None) -> None:
        """The sentence and the zone; None takes the offer back."""
        self.zone = zone
        self.note.setText(note)
        self.link.setText(self.words())
        self.setVisible(zone is not None)

    def words(self) -> str:
        """ "Use Europe/Warsaw"."""
        return "" if self.zone is None else say("Use {zone}", zone=self.zone)
