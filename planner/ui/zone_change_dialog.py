"""Another time zone for the meeting: keep the wall times or the instants, with what each choice does to whom."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.clock import format_minute
from planner.errors import PlannerError
from planner.local_times import zone_city
from planner.models.agenda import Agenda
from planner.phrases import day_medium, session_name, span_on
from planner.rules.zone_change import Keep, LocalChange, Moment, PreviewRow, plan_zone_change, preview, suggested_label
from planner.ui.choices import read_zone
from planner.ui.theme import restyle
from planner.ui.zone_picker import ZonePicker
from planner.wording import say, say_count
from planner.zones.asked import meeting_start

_PEOPLE_NAMED = 2
_SESSION_PX = 150


class ZoneChangeDialog(QDialog):
    """``change_requested`` carries what ``edits.zone_change.change_zone`` takes: zone, what to keep, label."""

    change_requested = Signal(str, object, str)

    def __init__(self, agenda: Agenda, zone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Time zone of the meeting"))
        self._agenda = agenda
        self._suggested = ""
        self.zone = ZonePicker(say("New time zone"))
        self.zone.ask_about(partial(meeting_start, agenda))
        self.zone.show_value(zone)
        self.label = QLineEdit()
        self.label.setAccessibleName(say("Label of the time zone"))
        self.keep_wall, self.keep_instants = QRadioButton(), QRadioButton()
        self.keep_wall.setChecked(True)
        self.table = _table()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.accept_button.setText(say("Change"))
        self.accept_button.setProperty("role", "primary")
        self._lay_out()
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)
        self.zone.committed.connect(self._judge)
        self.keep_wall.toggled.connect(self._judge)
        self._judge()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(
            say("From"), QLabel(say("{zone}, {label}", zone=self._own_zone, label=self._agenda.meeting.zone_label))
        )
        form.addRow(say("To"), self.zone)
        form.addRow(say("Label"), self.label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        layout.addLayout(form)
        for button, hint in (
            (self.keep_wall, say("Everybody comes at another moment: tell those below.")),
            (self.keep_instants, say("Nobody's local time changes: sessions, hours and dates are written anew.")),
        ):
            layout.addWidget(button)
            label = QLabel(hint)
            label.setProperty("role", "hint")
            label.setIndent(22)
            layout.addWidget(label)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        layout.addWidget(self._buttons)
        self.resize(880, 560)

    @property
    def _own_zone(self) -> str:
        return self._agenda.meeting.zone

    @property
    def keep(self) -> Keep:
        return Keep.WALL_TIMES if self.keep_wall.isChecked() else Keep.INSTANTS

    def _judge(self) -> None:
        """Say what the choice would do, and allow only one that can be done."""
        rows: Sequence[PreviewRow] = ()
        try:
            zone = read_zone(self.zone.value())
            self._suggest_label(zone)
            rows = (
                ()
                if zone in {"", self._own_zone}
                else preview(self._agenda, plan_zone_change(self._agenda, zone, self.keep))
            )
            self._say("soft", self._summary(zone, rows))
            self.accept_button.setEnabled(zone not in {"", self._own_zone})
        except PlannerError as refusal:
            self._say("problem", refusal.sentence)
            self.accept_button.setEnabled(False)
        self._show_choices()
        self._show_rows(rows)

    def _suggest_label(self, zone: str) -> None:
        """The zone's own abbreviation, unless something else was typed."""
        if zone and self.label.text() == self._suggested:
            self._suggested = suggested_label(zone, self._agenda.days_in_order[0].date)
            self.label.setText(self._suggested)

    def _show_choices(self) -> None:
        own, new = zone_city(self._own_zone), zone_city(self.zone.value()) or say("the new zone")
        self.keep_wall.setText(say("Keep the wall times: 10:00 in {own} becomes 10:00 in {new}", own=own, new=new))
        self.keep_instants.setText(say("Keep the instants: the moments at which sessions start stay the same"))

    def _summary(self, zone: str, rows: Sequence[PreviewRow]) -> str:
        if not zone:
            return say("Choose the new time zone.")
        if zone == self._own_zone:
            return say("This is the meeting's time zone already. Choose another one.")
        people = {change.who for row in rows for change in row.local_changes}
        if not people:
            return say("No local time that is known changes.")
        return say_count(
            "The local time of {count} person or entity changes.",
            "The local time of {count} people and entities changes.",
            len(people),
        )

    def _say(self, role: str, sentence: str) -> None:
        self.note.setText(sentence)
        restyle(self.note, "role", role)

    def _show_rows(self, rows: Sequence[PreviewRow]) -> None:
        self.table.setRowCount(len(rows))
        for index, row in enumerate(rows):
            minutes, label = row.session.minutes, self.label.text()
            texts = (
                session_name(row.session),
                span_on(*row.before, minutes, self._agenda.meeting.zone_label),
                span_on(*row.after, minutes, label),
                _who(row.local_changes),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip("\n".join(map(_change, row.local_changes)) if column == len(texts) - 1 else text)
                self.table.setItem(index, column, item)

    def _finish(self) -> None:
        self._judge()
        if self.accept_button.isEnabled():
            self.accept()
            self.change_requested.emit(read_zone(self.zone.value()), self.keep, self.label.text().strip())


def _table() -> QTableWidget:
    table = QTableWidget(0, 4)
    table.setProperty("role", "records")
    table.setAccessibleName(say("What would change"))
    table.setHorizontalHeaderLabels([say("Session"), say("Now"), say("Then"), say("Whose local time changes")])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    header.resizeSection(0, _SESSION_PX)
    for column in (1, 2):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return table


def _who(changes: Sequence[LocalChange]) -> str:
    """The first few; the others are counted, and named in the tip."""
    if len(changes) <= _PEOPLE_NAMED:
        return "; ".join(map(_change, changes))
    named, more = "; ".join(map(_change, changes[: _PEOPLE_NAMED - 1])), len(changes) - _PEOPLE_NAMED + 1
    return say_count("{named}; and {count} other", "{named}; and {count} others", more, named=named)


def _change(change: LocalChange) -> str:
    """ "Anna Nowak 05:00 -> 11:00", the day too where it changes."""
    before, after = _clock(change.before, ""), _clock(change.after, change.before[0])
    return say("{who} {before} → {after}", who=change.who, before=before, after=after)


def _clock(moment: Moment, unless_on: str) -> str:
    iso_date, minute = moment
    if unless_on in {"", iso_date}:
        return format_minute(minute)
    return say("{day} {time}", day=day_medium(iso_date), time=format_minute(minute))
