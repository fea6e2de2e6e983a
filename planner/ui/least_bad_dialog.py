"""Least bad times: the best few spots of a session, each one click or Enter away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.clock import format_minute
from planner.local_times import local_time_or_none, zone_city
from planner.models.agenda import Agenda
from planner.models.records import Session, Spot
from planner.phrases import day_short, session_label, span_with_zone
from planner.rules.best_spots import BestSpot, best_spots, spot_now
from planner.rules.seat_zones import zone_of_seat
from planner.rules.strained import strained_at
from planner.ui.timetable.strain_words import strained_lines
from planner.ui.words_of_points import points_words
from planner.wording import say, say_count

_WIDTH_PX, _DETAILS_PX = 640, 118


class LeastBadDialog(QDialog):
    """Asks for one of the best spots; ``spot`` is the answer."""

    previewed = Signal(object)

    def __init__(self, agenda: Agenda, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Least bad times"))
        self._agenda, self._session = agenda, session
        self.spot: Spot | None = None
        self.choices = best_spots(agenda, session.id)
        self.list = QTreeWidget()
        self._details = QLabel()
        self._details.setProperty("role", "soft")
        self._details.setWordWrap(True)
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._details.setMinimumHeight(_DETAILS_PX)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._move = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._move.setText(say("Move"))
        self._move.setProperty("role", "primary")
        self._fill_list()
        self._lay_out()
        self.list.currentItemChanged.connect(lambda _item: self._show_details())
        self.list.itemEntered.connect(self.list.setCurrentItem)
        self.list.itemClicked.connect(lambda _item: self.accept())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        rows = max(1, len(self.choices)) * max(self.list.sizeHintForRow(0), 24)
        self.list.setFixedHeight(self.list.header().sizeHint().height() + rows + 4)
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self.list.setFocus()
        self._show_details()

    def _fill_list(self) -> None:
        tree = self.list
        tree.setAccessibleName(say("Least bad times"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setMouseTracking(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setHeaderLabels([say("When"), say("Room"), say("Clashes"), say("Hardship"), say("Worst local time")])
        tree.setColumnHidden(1, len(self._agenda.rooms) < 2)
        for best in self.choices:
            tree.addTopLevelItem(QTreeWidgetItem(self._cells(best)))
        for column in range(4):
            tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        tree.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tree.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._move.setEnabled(bool(self.choices))

    def _cells(self, best: BestSpot) -> list[str]:
        return [
            span_with_zone(self._agenda, best.spot, self._session.minutes),
            self._agenda.rooms[best.spot.room_id].name,
            clash_words(best.clashes),
            points_words(best.points),
            hardest_words(self._agenda, best),
        ]

    def _lay_out(self) -> None:
        title = QLabel(say("Least bad times for {session}", session=session_label(self._session)))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        self.now = QLabel(self._now_words())
        self.now.setProperty("role", "soft")
        self.now.setWordWrap(True)
        hint = QLabel(say("A click or Enter moves the session there, Undo takes it back. Esc leaves it where it is."))
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(9)
        for part in (title, self.now, self.list, self._details, hint, self._buttons):
            layout.addWidget(part)
        self.setMinimumWidth(_WIDTH_PX)

    def _now_words(self) -> str:
        now = spot_now(self._agenda, self._session.id)
        if now is None:
            return say("It is not placed yet.")
        return say(
            "Now {when}: {clashes}, {points}, worst local time {hardest}.",
            when=span_with_zone(self._agenda, now.spot, self._session.minutes),
            clashes=clash_words(now.clashes), points=points_words(now.points),
            hardest=hardest_words(self._agenda, now),
        )  # fmt: skip

    def _show_details(self) -> None:
        """What the marked row would mean, in full; and its ghost on the timetable."""
        marked = self.list.currentItem()
        if marked is None:
            self._details.setText(say("At no other hour would it fit the open hours. Make it shorter, or open more."))
            return
        best = self.choices[self.list.indexOfTopLevelItem(marked)]
        self.spot = best.spot
        self._details.setText("\n".join(self._detail_lines(best)))
        self.previewed.emit(best.spot)

    def _detail_lines(self, best: BestSpot) -> Sequence[str]:
        strained = strained_at(self._agenda, self._session.id, best.spot, self._session.minutes)
        lines = [finding.sentence for finding in best.findings] + strained_lines(self._agenda, strained)
        if best.last_start_minute > best.spot.start_minute:
            last = format_minute(best.last_start_minute)
            lines.append(say("Any start until {time} would be as good.", time=last))
        return lines or [say("No clash, and nobody outside comfortable hours.")]


def clash_words(count: int) -> str:
    """ "no clash", "2 clashes"."""
    return say_count("{count} clash", "{count} clashes", count) if count else say("no clash")


def hardest_words(agenda: Agenda, best: BestSpot) -> str:
    """ "01:00 Thu, Vancouver": the clock of whom it would be hardest for, at the start."""
    if best.worst_seat_id is None:
        return say("hard for nobody")
    zone, iso_date = zone_of_seat(agenda, agenda.seats[best.worst_seat_id]), agenda.days[best.spot.day_id].date
    local = local_time_or_none(agenda.meeting.zone, iso_date, best.spot.start_minute, zone)
    if local is None:
        return zone_city(zone)
    return say(
        "{time} {day}, {city}",
        time=format_minute(local.minute), day=day_short(local.date.isoformat()), city=zone_city(zone),
    )  # fmt: skip
