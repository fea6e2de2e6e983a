"""The balance view: who speaks and how long, by gender, kind, category and region. It counts and never judges."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.phrases import session_label
from planner.rules.balance import Aspect, Share, balance_of
from planner.rules.covering import columns_of
from planner.ui.balance_bars import BalanceTable
from planner.ui.fields import ChoiceField, soft_label
from planner.ui.theme import Theme
from planner.wording import say, say_count

_ALL = 0
_LEFT = (Aspect.GENDER, Aspect.ENTITY_KIND)
_RIGHT = (Aspect.STAKEHOLDER_CATEGORY, Aspect.REGION)


class BalanceView(QWidget):
    """A choice of session and measure above, four tables with bars below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._agenda: Agenda | None = None
        self._session_id, self._in_minutes = _ALL, False
        self.session = ChoiceField(say("Session"))
        self.session.setMinimumWidth(260)
        self.measure = ChoiceField(say("What is counted"))
        self.measure.setMinimumWidth(170)
        self.summary = QLabel()
        self.summary.setProperty("role", "title")
        self.empty = QLabel(say("Nobody is seated yet. Seat people or entities in sessions to see the balance."))
        self.empty.setProperty("role", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tables = {aspect: BalanceTable(aspect, theme) for aspect in Aspect}
        self._lay_out()
        self.session.committed.connect(self._choose_session)
        self.measure.committed.connect(self._choose_measure)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.summary)
        top.addStretch(1)
        for name, field in ((say("Session"), self.session), (say("Count"), self.measure)):
            top.addWidget(soft_label(name))
            top.addWidget(field)
        legend = QLabel(
            say("Filled: confirmed. Light: proposed or invited, called open. A seat with no name is left out.")
        )
        legend.setProperty("role", "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(legend)
        # Without a parent it would show the first of them as a window of its own.
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)
        self._stack.addWidget(self._bars())
        self._stack.addWidget(self.empty)

    def _bars(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("panel")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 4, 8, 4)
        columns.setSpacing(28)
        for aspects in (_LEFT, _RIGHT):
            column = QVBoxLayout()
            column.setSpacing(16)
            for aspect in aspects:
                column.addWidget(self.tables[aspect])
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def show_agenda(self, agenda: Agenda) -> None:
        self._agenda = agenda
        sessions = columns_of(agenda)
        if self._session_id not in {session.id for session in sessions}:
            self._session_id = _ALL
        choices = [(say("All sessions"), _ALL), *((session_label(session), session.id) for session in sessions)]
        self.session.show_choices(choices, self._session_id)
        measures = [(say("Seats"), False), (say("Speaking minutes"), True)]
        self.measure.show_choices(measures, self._in_minutes)
        self._show_shares(agenda)

    def _show_shares(self, agenda: Agenda) -> None:
        balance = balance_of(agenda, self._session_id or None)
        for aspect, table in self.tables.items():
            table.show_shares(balance[aspect], self._in_minutes)
            table.setVisible(bool(balance[aspect]))
        kinds = balance[Aspect.ENTITY_KIND]
        self.summary.setText(_minutes_line(kinds) if self._in_minutes else _seats_line(kinds))
        self._stack.setCurrentIndex(0 if kinds else 1)

    def _choose_session(self, session_id: int) -> None:
        self._session_id = session_id
        self._show_again()

    def _choose_measure(self, in_minutes: bool) -> None:
        self._in_minutes = in_minutes
        self._show_again()

    def _show_again(self) -> None:
        if self._agenda is not None:
            self.show_agenda(self._agenda)

    def set_theme(self, theme: Theme) -> None:
        for table in self.tables.values():
            table.set_theme(theme)


def _seats_line(shares: tuple[Share, ...]) -> str:
    """ "21 seats, 8 confirmed"."""
    confirmed = sum(share.confirmed_seats for share in shares)
    seats = sum(share.seats for share in shares)
    return say_count(
        "{count} seat, {confirmed} confirmed", "{count} seats, {confirmed} confirmed", seats, confirmed=confirmed
    )


def _minutes_line(shares: tuple[Share, ...]) -> str:
    """ "105 minutes, 40 confirmed"."""
    confirmed = sum(share.confirmed_minutes for share in shares)
    return say_count(
        "{count} minute, {confirmed} confirmed", "{count} minutes, {confirmed} confirmed",
        sum(share.minutes for share in shares), confirmed=confirmed,
    )  # fmt: skip
