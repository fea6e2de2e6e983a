"""Asks for the title and the days of a meeting that is about to be made from a template."""

from datetime import date, timedelta

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.phrases import day_full
from planner.templates import USUAL_ZONE, Template
from planner.ui.fields import DayField, NumberField, section_label, soft_label
from planner.ui.zone_picker import ZonePicker
from planner.wording import say, say_count
from planner.zones.asked import MeetingStart, start_on

_MOST_DAYS = 14
_DAYS_OF_TEMPLATE = 2
_SATURDAY = 5


def days_from(first: date, count: int, *, weekends: bool) -> tuple[date, ...]:
    """``count`` days from ``first`` on; without weekends, Saturdays and Sundays are passed over."""
    days: list[date] = []
    day = first
    while len(days) < count:
        if weekends or day.weekday() < _SATURDAY:
            days.append(day)
        day += timedelta(days=1)
    return tuple(days)


class NewMeetingDialog(QDialog):
    """``title_and_days`` holds what was chosen once the dialog is accepted."""

    def __init__(self, template: Template, first_day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("New meeting"))
        self.setMinimumWidth(440)
        self.title = QLineEdit()
        self.title.setAccessibleName(say("Title of the meeting"))
        self.title.setPlaceholderText(say("Title of the meeting"))
        self.first_day = DayField(say("First day"))
        self.first_day.show_value(first_day.isoformat())
        self.zone = ZonePicker(say("Time zone"))
        self.zone.show_value(USUAL_ZONE)
        self.zone.ask_about(self._start)
        self.count = NumberField(say("Number of days"), 1, _MOST_DAYS)
        self.count.show_value(_DAYS_OF_TEMPLATE)
        self.weekends = QCheckBox(say("Saturdays and Sundays too"))
        self.listed = QLabel()
        self.missing = QLabel(say("Give the meeting a title to go on; it can be changed later."))
        self._days_are_chosen = template.key == "empty"
        self.make = QPushButton(say("Make the meeting"))
        self.make.setProperty("role", "primary")
        self.make.setDefault(True)
        self.cancel = QPushButton(say("Cancel"))
        self._lay_out(template)
        self._connect()
        self._show_days()
        self._judge()

    def _connect(self) -> None:
        self.title.textChanged.connect(self._judge)
        self.first_day.dateChanged.connect(self._show_days)
        self.count.valueChanged.connect(self._show_days)
        self.weekends.toggled.connect(self._show_days)
        self.make.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self, template: Template) -> None:
        heading, hint = QLabel(template.title), QLabel(template.description)
        heading.setProperty("role", "title")
        for label in (hint, self.missing, self.listed):
            label.setProperty("role", "hint")
            label.setWordWrap(True)
        self.listed.setProperty("role", None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addSpacing(10)
        layout.addWidget(section_label(say("Title")))
        layout.addWidget(self.title)
        layout.addWidget(self.missing)
        layout.addSpacing(10)
        layout.addWidget(section_label(say("Days")))
        layout.addLayout(self._days_grid())
        layout.addWidget(self.listed)
        layout.addStretch(1)
        layout.addSpacing(10)
        layout.addLayout(self._foot())

    def _days_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(soft_label(say("First day")), 0, 0)
        grid.addWidget(self.first_day, 0, 1)
        if self._days_are_chosen:
            grid.addWidget(soft_label(say("Number of days")), 1, 0)
            grid.addWidget(self.count, 1, 1)
        grid.addWidget(self.weekends, 2, 1)
        grid.addWidget(soft_label(say("Time zone")), 3, 0)
        grid.addWidget(self.zone, 3, 1)
        return grid

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.make)
        return foot

    def _start(self) -> MeetingStart:
        return start_on(self.zone_name(), self._days()[0].isoformat())

    def zone_name(self) -> str:
        """The IANA name of the zone that was chosen last."""
        return self.zone.zone

    def _days(self) -> tuple[date, ...]:
        chosen = self.first_day.date()
        first = date(chosen.year(), chosen.month(), chosen.day())
        return days_from(first, self.count.value(), weekends=self.weekends.isChecked())

    def _show_days(self) -> None:
        days = self._days()
        heading = say_count("{count} day:", "{count} days:", len(days))
        self.listed.setText("\n".join([heading, *(day_full(day.isoformat()) for day in days)]))

    def _judge(self) -> None:
        titled = bool(self.title.text().strip())
        self.make.setEnabled(titled)
        self.missing.setVisible(not titled)

    def title_and_days(self) -> tuple[str, tuple[date, ...]]:
        """The title without outer spaces, and the days in order."""
        return self.title.text().strip(), self._days()
