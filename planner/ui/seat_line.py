"""One seat as a line of the inspector: role, holder, when it begins, minutes, and the holder's own clock."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QDrag, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from planner.clock import format_minute
from planner.local_times import local_time_or_none
from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Seat
from planner.phrases import seat_holder
from planner.ui.dragging import seat_data
from planner.ui.theme import Theme, font
from planner.wording import role_name, say, seat_state_name


class SeatLine(QAbstractButton):
    """One seat: its role, who holds it, its state, minutes and local time."""

    def __init__(self, seat_id: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.seat_id = seat_id
        self._theme = theme
        self._pressed_at: QPoint | None = None
        self._texts = ("", "", "", "", "", False, True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(QFontMetrics(font(0)).height() + QFontMetrics(font(-2)).height() + 11)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_at = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed_at is None or (at - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed_at = None
        self.setDown(False)
        # The line may be made anew by the drop, so the drag belongs to the window.
        drag = QDrag(self.window())
        drag.setMimeData(seat_data(self.seat_id))
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_seat(self, agenda: Agenda, seat: Seat, order: int, start_minute: int | None) -> None:
        """``order`` counts the speakers; the seat begins at ``start_minute`` of the meeting's clock."""
        sign = role_name(seat.role)[:1] if seat.role is not Role.SPEAKER else str(order)
        local, uncomfortable = local_clock(agenda, seat, start_minute)
        self._texts = (
            sign, seat_holder(agenda, seat), _second_line(agenda, seat, start_minute),
            say("{minutes}′", minutes=seat.minutes), local, uncomfortable, seat.counts,
        )  # fmt: skip
        name = say(
            "{role}: {holder}, {state}, {minutes} minutes",
            role=role_name(seat.role), holder=seat_holder(agenda, seat), state=seat_state_name(seat.state),
            minutes=seat.minutes,
        )  # fmt: skip
        self.setAccessibleName(name)
        self.setToolTip(say("{seat}. Click to edit.", seat=name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        sign, holder, second, minutes, local, uncomfortable, counts = self._texts
        theme, painter = self._theme, QPainter(self)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.accent_soft))
        right, flags = self.width() - 4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        plain, soft = font(0), font(-2)
        plain.setStrikeOut(not counts)
        top, line = 4, QFontMetrics(plain).height()
        painter.setFont(font(-1, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text_soft))
        painter.drawText(4, top, 20, line, Qt.AlignmentFlag.AlignVCenter, sign)
        painter.setFont(soft)
        painter.setPen(QColor(theme.warning if uncomfortable else theme.text))
        painter.drawText(right - 54, top, 54, line, flags, local)
        painter.setPen(QColor(theme.text))
        painter.drawText(right - 90, top, 34, line, flags, minutes)
        width = right - 94 - 26
        painter.setFont(plain)
        painter.setPen(QColor(theme.text if counts else theme.text_soft))
        painter.drawText(
            26, top, width, line, 0, QFontMetrics(plain).elidedText(holder, Qt.TextElideMode.ElideRight, width)
        )
        painter.setFont(soft)
        painter.setPen(QColor(theme.text_soft))
        shown = QFontMetrics(soft).elidedText(second, Qt.TextElideMode.ElideRight, right - 30)
        painter.drawText(26, top + line, right - 26, QFontMetrics(soft).height(), 0, shown)
        painter.setPen(QColor(theme.line_soft))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def _second_line(agenda: Agenda, seat: Seat, start_minute: int | None) -> str:
    """When the seat begins in the meeting's time, what it belongs to, and its state."""
    entity = agenda.entities[seat.entity_id].name if seat.entity_id is not None else ""
    beside = entity if seat.person_id is not None else say("person to be named") if entity else ""
    start = "" if start_minute is None or not seat.counts else format_minute(start_minute)
    return " · ".join(part for part in (start, beside, seat_state_name(seat.state)) if part)


def zone_of(agenda: Agenda, seat: Seat) -> str:
    """The zone of whoever holds the seat: the person's own, else the entity's; empty where none is known."""
    own = agenda.people[seat.person_id].zone if seat.person_id is not None else ""
    return own or (agenda.entities[seat.entity_id].zone if seat.entity_id is not None else "")


def local_clock(agenda: Agenda, seat: Seat, start_minute: int | None) -> tuple[str, bool]:
    """The seat holder's clock when the seat begins, and whether it is outside comfortable hours."""
    session, zone = agenda.sessions[seat.session_id], zone_of(agenda, seat)
    if not zone or session.day_id is None or start_minute is None:
        return "", False
    local = local_time_or_none(agenda.meeting.zone, agenda.days[session.day_id].date, start_minute, zone)
    if local is None:
        return "", False
    meeting = agenda.meeting
    uncomfortable = not meeting.comfortable_start_minute <= local.minute < meeting.comfortable_end_minute
    shift = f"{local.day_shift:+d}".replace("-", "\u2212") if local.day_shift else ""
    return f"{format_minute(local.minute)}{shift}{' ▲' if uncomfortable else ''}", uncomfortable
