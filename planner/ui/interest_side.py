"""Beside the table of interests: what each segment still needs, and the reserve list in order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Interest
from planner.phrases import holder_name, session_name, session_short
from planner.rules.identity import Same
from planner.rules.interests import Demand, demands, reserve_list
from planner.ui.fields import section_label
from planner.ui.interest_lines import wishes_in_words
from planner.ui.row_matching import link_button
from planner.ui.theme import Theme
from planner.wording import say

_ID = Qt.ItemDataRole.UserRole
_RESERVE_TABLES = ("interests", "wishes", "people", "entities", "sessions")


def demand_in_words(agenda: Agenda, moderator: Demand, speaker: Demand) -> str:
    """ "RT1: 9 speakers asking, 4 wanted, 3 seated; 2 moderators asking, 1 wanted, 1 seated." """
    return say(
        "{session}: {asking} asking to speak, {seated} of {target} speakers seated;"
        " {moderators_asking} asking to moderate, {moderators} of {moderators_wanted} moderators seated.",
        session=session_name(agenda.sessions[speaker.session_id]),
        asking=speaker.asking, seated=speaker.seated, target=speaker.target,
        moderators_asking=moderator.asking, moderators=moderator.seated, moderators_wanted=moderator.target,
    )  # fmt: skip


def _figures(demand: Demand) -> str:
    return say("{asking} ask · {seated}/{target}", asking=demand.asking, seated=demand.seated, target=demand.target)


class DemandList(QTreeWidget):
    """A line for each segment; ``segment_chosen`` carries the session's id, or None when it is chosen once more."""

    segment_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[tuple[str, ...]] = []
        self.setAccessibleName(say("What each segment needs"))
        self.setHeaderLabels([say("Segment"), say("Speakers"), say("Moderators")])
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.itemClicked.connect(lambda item: self.segment_chosen.emit(item.data(0, _ID)))
        self.itemActivated.connect(lambda item: self.segment_chosen.emit(item.data(0, _ID)))

    def show_agenda(self, agenda: Agenda) -> None:
        counted = demands(agenda)
        chosen = self.currentIndex().row()
        self.clear()
        for moderator, speaker in zip(counted[::2], counted[1::2], strict=True):
            self.addTopLevelItem(self._item(agenda, moderator, speaker))
        self.setCurrentIndex(self.model().index(chosen, 0))
        rows = self.topLevelItemCount() * max(self.sizeHintForRow(0), 1)
        self.setMaximumHeight(self.header().sizeHint().height() + rows + 4)

    def _item(self, agenda: Agenda, moderator: Demand, speaker: Demand) -> QTreeWidgetItem:
        name = session_short(agenda.sessions[speaker.session_id])
        item = QTreeWidgetItem([name, _figures(speaker), _figures(moderator)])
        item.setData(0, _ID, speaker.session_id)
        sentence = demand_in_words(agenda, moderator, speaker)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, sentence)
        for column, demand in ((1, speaker), (2, moderator)):
            item.setForeground(column, QColor(self._theme.warning if demand.needed else self._theme.good))
        for column in range(3):
            item.setToolTip(column, sentence)
        return item

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme


class ReserveList(QTreeWidget):
    """Who is first in line; Ctrl+Up and Ctrl+Down move, Enter seats."""

    moved = Signal(int)
    seat_key = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Reserve list"))
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.setAllColumnsShowFocus(True)
        self.setRootIsDecorated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.seat_key.emit()
        else:
            super().keyPressEvent(event)


class ReservePanel(QWidget):
    """The reserve list of the segment and role that are filtered, or all of it."""

    move_requested = Signal(int, int)
    seat_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: tuple[Interest, ...] = ()
        self._shown: tuple[object, ...] = ()
        self.list = ReserveList(self)
        self.heading = section_label(say("Reserve list"))
        self.up = link_button(say("Up"), say("Earlier on the reserve list (Ctrl+Up)"))
        self.down = link_button(say("Down"), say("Later on the reserve list (Ctrl+Down)"))
        self.empty = QLabel(say("Nobody is on the reserve list. Mark interests as reserve to keep them in order here."))
        self.empty.setProperty("role", "hint")
        self.empty.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.heading)
        row.addStretch(1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.list.moved.connect(self._move)
        self.list.seat_key.connect(self._seat)
        self.list.itemDoubleClicked.connect(self._seat)

    def show_reserve(self, agenda: Agenda, session_id: int | None, role: Role | None) -> None:
        """Keep the chosen one chosen, wherever it stands now."""
        wanted = (session_id, role, *(Same(getattr(agenda, table)) for table in _RESERVE_TABLES))
        if wanted == self._shown:
            return
        self._shown, chosen = wanted, self.chosen
        self._all, shown = reserve_list(agenda), reserve_list(agenda, session_id, role)
        self._fill(agenda, shown)
        for row, interest in enumerate(shown):
            if interest.id == chosen:
                self.list.setCurrentIndex(self.list.model().index(row, 0))
        self.empty.setVisible(not shown)
        self.list.setVisible(bool(shown))
        for button in (self.up, self.down):
            button.setEnabled(len(shown) > 1)

    def _fill(self, agenda: Agenda, shown: Sequence[Interest]) -> None:
        self.list.clear()
        for number, interest in enumerate(shown, start=1):
            name = holder_name(agenda, interest.entity_id, interest.person_id)
            wants = wishes_in_words(agenda, agenda.wishes_of(interest.id))
            item = QTreeWidgetItem([say("{number}. {holder}", number=number, holder=name), wants])
            item.setData(0, _ID, interest.id)
            item.setForeground(1, self.palette().placeholderText())
            item.setToolTip(0, say("{holder} asks for {wants}", holder=name, wants=wants) if wants else name)
            self.list.addTopLevelItem(item)

    @property
    def chosen(self) -> int | None:
        item = self.list.currentItem()
        return None if item is None else int(item.data(0, _ID))

    def _move(self, places: int) -> None:
        """Past the next one in sight, however many of other segments stand between them."""
        item, chosen = self.list.currentItem(), self.chosen
        other = None if item is None else self.list.topLevelItem(self.list.indexOfTopLevelItem(item) + places)
        if other is None or chosen is None:
            return
        order = [interest.id for interest in self._all]
        self.move_requested.emit(chosen, order.index(int(other.data(0, _ID))) - order.index(chosen))

    def _seat(self) -> None:
        if self.chosen is not None:
            self.seat_requested.emit(self.chosen)
