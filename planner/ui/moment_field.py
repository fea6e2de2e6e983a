"""A day and an hour on the meeting's clock: as of when a paper or a draft is."""

from datetime import datetime

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from planner.local_times import now_in


class MomentField(QDateTimeEdit):
    """Shows the present time in a zone at first."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.setDisplayFormat("d MMMM yyyy, HH:mm")
        # Qt gives the padding of a style sheet to the frame of a spin box, not to its text.
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.show_moment(None)

    def moment(self) -> datetime:
        """Wall time, to the minute."""
        chosen = self.dateTime()
        day, time = chosen.date(), chosen.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())

    def show_moment(self, moment: datetime | None) -> None:
        """None is the present time."""
        shown = moment or now_in(self._zone).replace(tzinfo=None)
        self.setDateTime(QDateTime(shown.year, shown.month, shown.day, shown.hour, shown.minute, 0))
