"""The Hours view: everybody's local hours along the days of the meeting, their seats, and how hard the plan is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.phrases import session_label, session_name
from planner.ui.fields import ChoiceField, soft_label
from planner.ui.hours_geometry import Moment
from planner.ui.hours_legend import HoursLegend
from planner.ui.hours_lines import HoursFilter, HoursPicture, Order, picture_of
from planner.ui.hours_model import HoursModel
from planner.ui.hours_table import HoursTable
from planner.ui.hours_words import total_words
from planner.ui.search_field import SearchField
from planner.ui.theme import Theme
from planner.wording import say

_EVERYBODY, _SEATED = 0, -1
_SIDE_PX = 14


class HoursView(QWidget):
    """It asks for sessions to be chosen or opened, and changes nothing."""

    session_requested = Signal(int)
    session_open_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._agenda: Agenda | None = None
        self._picture: HoursPicture | None = None
        self.model = HoursModel(self)
        self.table = HoursTable(self.model, theme, self)
        self.legend = HoursLegend(theme)
        self._make_tools()
        self._make_words()
        self._lay_out()
        self._connect()

    # -- building -----------------------------------------------------------------------------------------------

    def _make_tools(self) -> None:
        self.search = SearchField(say("Find a name, entity or city"))
        self.who = ChoiceField(say("Whom to show"))
        self.who.setMinimumWidth(230)
        self.order = ChoiceField(say("Sort by"))
        self.order.setMinimumWidth(120)
        self.order.show_choices(
            [(say("Hardship"), Order.HARDSHIP), (say("Name"), Order.NAME), (say("Time zone"), Order.ZONE)],
            Order.HARDSHIP,
        )

    def _make_words(self) -> None:
        self.total = QLabel()
        self.total.setProperty("role", "title")
        self.moment = QLabel()
        self.moment.setProperty("role", "soft")
        self.empty = QLabel()
        self.empty.setProperty("role", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        for label in (self.total, self.moment, self.empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(50)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        for name, field in ((say("Show"), self.who), (say("Sort by"), self.order)):
            tools.addWidget(soft_label(name))
            tools.addWidget(field)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE_PX, 8, _SIDE_PX, 6)
        layout.setSpacing(6)
        layout.addWidget(self.total)
        layout.addLayout(tools)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.moment)
        layout.addWidget(self.legend)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show)
        self.search.rows_wanted.connect(self._go_to_rows)
        self.who.committed.connect(self._show)
        self.order.committed.connect(self._show)
        self.table.moment_changed.connect(self._show_moment)
        self.table.session_requested.connect(self._choose)
        self.table.session_open_requested.connect(self.session_open_requested)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda) -> None:
        self._agenda, self._picture = agenda, picture_of(agenda)
        seated = {seat.session_id for seat in agenda.seats.values() if seat.counts}
        sessions = [session for session in agenda.placed_sessions if session.id in seated]
        choices = [(say("Everybody"), _EVERYBODY), (say("Everybody with a seat"), _SEATED)]
        choices += [(session_label(session), session.id) for session in sessions]
        chosen = self.who.value()
        self.who.show_choices(choices, chosen if chosen in {data for _words, data in choices} else _EVERYBODY)
        self._show()

    def _filter(self) -> HoursFilter:
        who = self.who.value()
        return HoursFilter(
            order=self.order.value(),
            session_id=who if who > _EVERYBODY else None,
            seated=who == _SEATED,
            text=self.search.text(),
        )

    def _show(self) -> None:
        agenda, picture, wanted = self._agenda, self._picture, self._filter()
        if agenda is None or picture is None:
            return
        self.table.show_picture(picture, wanted)
        self.legend.show_bounds(picture.bounds)
        session = "" if wanted.session_id is None else session_name(agenda.sessions[wanted.session_id])
        _tell(self.total, total_words(picture.lines, session, wanted.session_id))
        self._show_emptiness(agenda)
        self._show_moment(self.table.moment)

    def _show_emptiness(self, agenda: Agenda) -> None:
        empty = ""
        if not agenda.days:
            empty = say("This meeting has no days yet. Add one under Meeting, days and rooms (Ctrl+I).")
        elif self.model.picture is None or not self.model.picture.lines:
            empty = say("There is nobody yet. Add people under People, or seat entities in sessions.")
        elif not self.model.rows and self.search.text():
            empty = say("Nobody here is called “{text}”. Empty the search to see everybody.", text=self.search.text())
        elif not self.model.rows:
            empty = say("Nobody has a seat yet. Choose Everybody to see all people, or seat some on the timetable.")
        self.empty.setText(empty)
        self._stack.setCurrentWidget(self.empty if empty else self.table)
        for part in (self.legend, self.moment, self.total):
            part.setVisible(bool(agenda.days and self.model.picture and self.model.picture.lines))

    def _show_moment(self, moment: Moment | None) -> None:
        words = "" if moment is None else self.table.tip_of(moment).replace("\n", " · ")
        _tell(self.moment, words or say("Point at an hour, or use the arrow keys, to read both times."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for label in (self.total, self.moment):
            _tell(label, label.accessibleName())

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)
        self.legend.set_theme(theme)

    # -- asking -------------------------------------------------------------------------------------------------

    def choose_session(self, session_id: int | None) -> None:
        """Filter to one session as if it had been chosen here; None is everybody."""
        self.who.setCurrentIndex(max(0, self.who.findData(session_id or _EVERYBODY)))
        self._show()

    def _choose(self, session_id: int) -> None:
        self.table.show_choice(session_id)
        self.session_requested.emit(session_id)

    def _go_to_rows(self) -> None:
        if self.model.rows:
            self.table.go_to_rows()


def _tell(label: QLabel, words: str) -> None:
    """Words on one line; what is cut off stands in the tip, and is heard."""
    room = (label.parentWidget() or label).width() - 2 * _SIDE_PX
    shown = QFontMetrics(label.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
    label.setText(shown)
    label.setToolTip("" if shown == words else words)
    label.setAccessibleName(words)
