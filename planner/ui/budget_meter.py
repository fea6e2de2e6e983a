"""How much of a session's time is spoken for: a line of words and a bar, red once it over-runs."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.rules.budget import Budget, budget_of
from planner.ui.theme import Theme, font
from planner.wording import say, say_count

_BAR_PX, _GAP_PX = 8, 4


class BudgetMeter(QWidget):
    """ "65 of 75 minutes spoken for", "10 free" and their bar; the tooltip lists what takes the time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._budget: Budget | None = None
        self.spoken_for, self.rest = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_session(self, agenda: Agenda, session: Session) -> None:
        budget = budget_of(agenda, session)
        self._budget = budget
        self.spoken_for = say_count(
            "{given} of {count} minute spoken for", "{given} of {count} minutes spoken for",
            budget.session_minutes, given=budget.total_minutes,
        )  # fmt: skip
        self.rest = _rest(budget)
        self.setAccessibleName(say("{spoken_for}, {rest}", spoken_for=self.spoken_for, rest=self.rest))
        lines = budget_lines(budget)
        self.setAccessibleDescription("\n".join(lines))
        self.setToolTip("\n".join(lines))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, QFontMetrics(font(-1)).height() + _GAP_PX + _BAR_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._budget is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        theme, over = self._theme, self._budget.over_run_minutes > 0
        bar = QRectF(0, self.height() - _BAR_PX, self.width(), _BAR_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line_soft))
        painter.drawRoundedRect(bar, 3, 3)
        bar.setWidth(bar.width() * _part(self._budget))
        painter.setBrush(QColor(theme.clash if over else theme.good))
        painter.drawRoundedRect(bar, 3, 3)

    def _paint_words(self, painter: QPainter) -> None:
        theme, over = self._theme, self._budget is not None and self._budget.over_run_minutes > 0
        small = font(-1)
        metrics = QFontMetrics(small)
        rest_px = metrics.horizontalAdvance(self.rest)
        painter.setFont(small)
        painter.setPen(QColor(theme.text_soft))
        room = self.width() - rest_px - 8
        shown = metrics.elidedText(self.spoken_for, Qt.TextElideMode.ElideRight, room)
        painter.drawText(0, 0, room, metrics.height(), 0, shown)
        painter.setPen(QColor(theme.clash if over else theme.text_soft))
        painter.drawText(self.width() - rest_px, 0, rest_px, metrics.height(), 0, self.rest)


def _part(budget: Budget) -> float:
    """How much of the bar is filled, 0 to 1."""
    return max(0.0, min(1.0, budget.total_minutes / budget.session_minutes))


def _rest(budget: Budget) -> str:
    if budget.over_run_minutes:
        return say_count("{count} minute over", "{count} minutes over", budget.over_run_minutes)
    return say("{minutes} free", minutes=budget.free_minutes)


def budget_lines(budget: Budget) -> list[str]:
    """What takes the time and what still fits, a sentence a line."""
    floor = (budget.floor_states, budget.state_limit_minutes, budget.states_minutes)
    stakeholders = (budget.floor_stakeholders, budget.stakeholder_limit_minutes, budget.stakeholders_minutes)
    lines = [
        say("Chair and moderator: {minutes} min", minutes=budget.leading_minutes),
        say("Speakers: {minutes} min", minutes=budget.speaker_minutes),
        say("Floor, States: {number} × {limit} min = {minutes} min", **_floor(floor)),
        say("Floor, stakeholders: {number} × {limit} min = {minutes} min", **_floor(stakeholders)),
        say("Handover on the floor: {clock} min", clock=_clock(budget.handovers_seconds)),
        say("Wrap-up: {minutes} min", minutes=budget.wrap_up_minutes),
    ]
    if budget.more_states or budget.more_stakeholders:
        lines.append(
            say(
                "Still room for {states} States or {stakeholders} stakeholders on the floor.",
                states=budget.more_states,
                stakeholders=budget.more_stakeholders,
            )
        )
    return lines


def _floor(values: tuple[int, int, int]) -> dict[str, int]:
    return dict(zip(("number", "limit", "minutes"), values, strict=True))


def _clock(seconds: int) -> str:
    """510 seconds -> "8:30"."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02d}"
