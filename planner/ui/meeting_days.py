"""The days of the meeting and the hours during which each is open."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.clock import MINUTES_A_DAY, format_span
from planner.models.agenda import Agenda
from planner.models.records import Day, Window
from planner.phrases import day_medium
from planner.ui.fields import DayField, clock_field, section_label
from planner.ui.meeting_fields import hours_row
from planner.ui.row_matching import link_button, match_rows
from planner.wording import say

_PAUSE_MINUTES = 60
_FURTHER_MINUTES = 120


def further_hours(windows: Sequence[Window]) -> tuple[int, int] | None:
    """Hours to propose beside these, in minutes since midnight; None when the whole day is open.

    Up to two hours, an hour after the last window, or in the longest gap when the evening is too short.
    """
    ends = [0, *(window.end_minute for window in windows)]
    starts = [*(window.start_minute for window in windows), MINUTES_A_DAY]
    gaps = [(start, end) for start, end in zip(ends, starts, strict=True) if start < end]
    if not gaps:
        return None
    evening = windows[-1].end_minute if windows else 0
    if MINUTES_A_DAY - evening > _PAUSE_MINUTES:
        return evening + _PAUSE_MINUTES, min(evening + _PAUSE_MINUTES + _FURTHER_MINUTES, MINUTES_A_DAY)
    start, end = max(gaps, key=lambda gap: gap[1] - gap[0])
    return max(start, end - _FURTHER_MINUTES), end


class WindowEditor(QWidget):
    """The hours of one window."""

    change_requested = Signal(int, int, int)
    remove_requested = Signal(int)

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self.start = clock_field(say("The day opens"))
        self.end = clock_field(say("The day closes"))
        self.remove = link_button(say("Remove"), say("Remove these hours"))
        self.start.committed.connect(lambda minute: self._wish(minute, self._window.end_minute))
        self.end.committed.connect(lambda minute: self._wish(self._window.start_minute, minute))
        self.remove.clicked.connect(lambda: self.remove_requested.emit(self._window.id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(hours_row(self.start, self.end, self.remove))

    def _wish(self, start_minute: int, end_minute: int) -> None:
        self.change_requested.emit(self._window.id, start_minute, end_minute)

    def show_window(self, window: Window, *, removable: bool) -> None:
        self._window = window
        self.start.show_minutes(window.start_minute)
        self.end.show_minutes(window.end_minute)
        self.remove.setVisible(removable)

    def tab_stops(self) -> tuple[QWidget, ...]:
        return self.start, self.end, self.remove


class DayEditor(QWidget):
    """The date of one day and its windows."""

    change_requested = Signal(int, str)
    remove_requested = Signal(int)
    window_add_requested = Signal(int, int, int)
    window_change_requested = Signal(int, int, int)
    window_remove_requested = Signal(int)

    def __init__(self, day_id: int) -> None:
        super().__init__()
        self._day_id = day_id
        self._further: tuple[int, int] | None = None
        self._windows: tuple[Window, ...] = ()
        self.date = DayField(say("Date"))
        self.remove = link_button(say("Remove day"), say("Remove this day; its sessions go back to the list"))
        self.add_hours = link_button(say("+ Hours"), say("Open this day for further hours"))
        self.windows: dict[int, WindowEditor] = {}
        self.date.committed.connect(lambda iso_date: self.change_requested.emit(self._day_id, iso_date))
        self.remove.clicked.connect(lambda: self.remove_requested.emit(self._day_id))
        self.add_hours.clicked.connect(self._wish_further_hours)
        self._lay_out()

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.add_hours)
        foot.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(6)
        layout.addWidget(self.date)
        layout.addLayout(self._rows)
        layout.addLayout(foot)

    def show_day(self, day: Day, windows: tuple[Window, ...], *, removable: bool) -> bool:
        """Show a day; returns whether fields came or went."""
        self.date.show_value(day.date)
        self.remove.setVisible(removable)
        self._windows = windows
        self._further = further_hours(windows)
        self.add_hours.setEnabled(self._further is not None)
        self._explain_further_hours(day)
        differs = match_rows(self._rows, self.windows, [window.id for window in windows], self._make)
        for window in windows:
            self.windows[window.id].show_window(window, removable=len(windows) > 1)
        return differs

    def _explain_further_hours(self, day: Day) -> None:
        if self._further is None:
            self.add_hours.setToolTip(say("This day is open from midnight to midnight."))
            return
        span = format_span(*self._further)
        self.add_hours.setToolTip(say("Open {day} {span} as well", day=day_medium(day.date), span=span))

    def _make(self, window_id: int) -> WindowEditor:
        editor = WindowEditor(next(window for window in self._windows if window.id == window_id))
        editor.change_requested.connect(self.window_change_requested)
        editor.remove_requested.connect(self.window_remove_requested)
        return editor

    def _wish_further_hours(self) -> None:
        if self._further is not None:
            self.window_add_requested.emit(self._day_id, *self._further)

    def tab_stops(self) -> Iterator[QWidget]:
        yield self.date
        for window in self._windows:
            yield from self.windows[window.id].tab_stops()
        yield from (self.add_hours, self.remove)


class DaysSection(QWidget):
    """Every day of the meeting, in order."""

    add_requested = Signal()
    change_requested = Signal(int, str)
    remove_requested = Signal(int)
    window_add_requested = Signal(int, int, int)
    window_change_requested = Signal(int, int, int)
    window_remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days: dict[int, DayEditor] = {}
        self._order: tuple[int, ...] = ()
        self.add = link_button(say("+ Day"), say("Add a day after the last one"))
        self.add.clicked.connect(self.add_requested)
        heading = QHBoxLayout()
        heading.addWidget(section_label(say("Days")))
        heading.addStretch(1)
        heading.addWidget(self.add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(heading)
        layout.addLayout(self._rows)

    def show_days(self, agenda: Agenda) -> bool:
        """Show the days of this picture; returns whether fields came or went."""
        order = tuple(day.id for day in agenda.days_in_order)
        match_rows(self._rows, self.days, order, self._make)
        differs = order != self._order
        self._order = order
        for day in agenda.days_in_order:
            windows = agenda.windows_of(day.id)
            differs |= self.days[day.id].show_day(day, windows, removable=len(order) > 1)
        return differs

    def _make(self, day_id: int) -> DayEditor:
        editor = DayEditor(day_id)
        editor.change_requested.connect(self.change_requested)
        editor.remove_requested.connect(self.remove_requested)
        editor.window_add_requested.connect(self.window_add_requested)
        editor.window_change_requested.connect(self.window_change_requested)
        editor.window_remove_requested.connect(self.window_remove_requested)
        return editor

    def tab_stops(self) -> Iterable[QWidget]:
        yield self.add
        for day_id in self._order:
            yield from self.days[day_id].tab_stops()
