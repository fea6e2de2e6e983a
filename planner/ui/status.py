"""The bar at the foot: saved, how many objectives are placed, the hours of each day, and the zone data."""

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from planner.local_times import zone_data_version
from planner.models.agenda import Agenda
from planner.phrases import day_medium, length
from planner.rules.using import objectives_placed, time_use
from planner.wording import say


class StatusLine(QStatusBar):
    """Shows an agenda's figures; there is no unsaved state, every change is in the file when it is made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._saved, self._objectives, self._days, self._zone_data = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self._saved, self._objectives, self._days):
            self.addWidget(label)
        self.addPermanentWidget(self._zone_data)
        self._zone_data.setText(say("Time zone data {version}", version=zone_data_version()))

    @property
    def texts(self) -> tuple[str, ...]:
        """What the bar says, from left to right."""
        return tuple(label.text() for label in (self._saved, self._objectives, self._days, self._zone_data))

    def show_agenda(self, agenda: Agenda, file_name: str) -> None:
        self._saved.setText(say("● Saved to {file}", file=file_name))
        total = len(agenda.objectives)
        self._objectives.setVisible(total > 0)
        self._objectives.setText(
            say("{placed} of {total} objectives placed", placed=objectives_placed(agenda), total=total)
        )
        self._days.setText("   ".join(_day_words(agenda, day.id) for day in agenda.days_in_order[:4]))


def _day_words(agenda: Agenda, day_id: int) -> str:
    use = time_use(agenda, day_id)
    return say(
        "{day}: {used} used, {free} free",
        day=day_medium(agenda.days[day_id].date), used=length(use.used_minutes), free=length(use.free_minutes),
    )  # fmt: skip
