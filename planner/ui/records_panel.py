"""What the views of people and of entities share: search, table, what may be the same, what is missing or refused."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.models.agenda import Agenda
from planner.ui.merge_dialog import MergeDialog, Twin
from planner.ui.record_table import RecordModel
from planner.ui.record_view import RecordView
from planner.ui.row_matching import link_button
from planner.ui.theme import Theme
from planner.wording import say

_LOOK_FOR_TWINS_AFTER_MS = 700


@dataclass(frozen=True, slots=True)
class PanelWords:
    """The sentences in which people and entities differ."""

    search: str
    add: str
    add_tip: str
    empty: str
    nothing_found: Callable[[str], str]
    counted: Callable[[int, int], str]
    may_be_same: Callable[[int], str]
    merge_title: str
    no_zone: Callable[[str], str]
    removal: Callable[[Any], str]
    details: Callable[[Any], str]


class RecordsPanel(QWidget):
    """Search above a table. It asks for every change, and makes none."""

    change_requested = Signal(int, dict)
    add_requested = Signal()
    remove_requested = Signal(int)
    merge_requested = Signal(int, object)

    def __init__(self, records: RecordModel, words: PanelWords, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.records, self.words = records, words
        records.setParent(self)
        self.table = RecordView(records, name)
        self.dialog: MergeDialog | None = None
        self.agenda: Agenda | None = None
        self._twins: tuple[tuple[int, ...], ...] = ()
        self._told_apart: set[frozenset[int]] = set()
        self._by_hand: tuple[int, ...] = ()
        self._stale = False
        self._make_tools()
        self._make_notes()
        self._lay_out()
        self._connect()

    # -- building -----------------------------------------------------------------------------------------------

    def _make_tools(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.words.search)
        self.search.setAccessibleName(self.words.search)
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.merge = QPushButton(say("Merge…"))
        self.merge.setToolTip(say("Make one of the chosen rows: choose two or more that are the same"))
        self.remove = QPushButton(say("Remove"))
        self.add = QPushButton(self.words.add)
        self.add.setToolTip(self.words.add_tip)
        self.add.setProperty("role", "primary")

    def _make_notes(self) -> None:
        self.twins_link = link_button("", say("Show them and choose which ones stay"))
        self.zone_note = QLabel()
        self.zone_note.setProperty("role", "hint")
        self.zone_note.setTextFormat(Qt.TextFormat.PlainText)
        self.zone_link = link_button("", say("Take this time zone"))
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.hint = QLabel(say("Enter edits a cell · drag rows onto a session to seat them"))
        self.hint.setProperty("role", "hint")
        self.empty = QLabel()
        self.empty.setProperty("role", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)

    def _lay_out(self) -> None:
        tools, notes = QHBoxLayout(), QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        for widget in (self.count, self.merge, self.remove, self.add):
            tools.addWidget(widget)
        notes.setSpacing(4)
        for widget in (self.twins_link, self.problem, self.zone_note, self.zone_link):
            notes.addWidget(widget)
        notes.addStretch(1)
        notes.addWidget(self.hint)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 4)
        layout.setSpacing(6)
        layout.addLayout(tools)
        layout.addLayout(notes)
        layout.addWidget(self.stack, 1)
        # The line of notes keeps its height, so that the table does not jump when one of them comes.
        self.hint.setMinimumHeight(self.zone_link.sizeHint().height())

    def _connect(self) -> None:
        self._pause = QTimer(self, interval=_LOOK_FOR_TWINS_AFTER_MS, singleShot=True)
        self._pause.timeout.connect(self.look_for_twins)
        self.search.textChanged.connect(self._search)
        self.records.change_requested.connect(self._ask_change)
        self.records.problem.connect(self.tell)
        self.records.rows_changed.connect(self._show_count)
        self.table.rows_chosen.connect(self._show_chosen)
        self.table.remove_requested.connect(self._ask_remove)
        self.table.menu_requested.connect(lambda point: self.row_menu().popup(point))
        self.add.clicked.connect(self._ask_add)
        self.remove.clicked.connect(self._ask_remove)
        self.merge.clicked.connect(self._merge_chosen)
        self.twins_link.clicked.connect(self._show_twins)
        self.zone_link.clicked.connect(self._take_zone)
        self._show_chosen()

    # -- showing ------------------------------------------------------------------------------------------------

    def show_lines(self, agenda: Agenda, lines: Mapping[int, Any], *tables: str) -> None:
        """Show another picture of the meeting; ``tables`` are those in which something may be there twice."""
        stale = self.agenda is None or not agenda.shares(self.agenda, *tables)
        self.agenda = agenda
        self.problem.hide()
        self.records.show_lines(lines)
        self._show_count()
        self._show_chosen()
        if stale:
            self._stale = True
            self._forget_lost_twins()
            if self.isVisible():
                self._pause.start()

    def set_theme(self, theme: Theme) -> None:
        self.records.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._pause.start()

    def edit_record(self, record_id: int, column_key: str = "") -> None:
        """Show a record and open one of its cells, e.g. that of the name of one just added."""
        if self.records.row_of(record_id) is None:
            self.search.clear()
        self.table.edit_record(record_id, column_key or self.records.columns[0].key)

    def layout_state(self) -> bytes:
        """Widths, order, hidden columns and sorting, for ``restore_layout``."""
        return self.table.layout_state()

    def restore_layout(self, state: bytes) -> None:
        self.table.restore_layout(state)

    def tell(self, sentence: str) -> None:
        """Say why what was typed was not taken."""
        self.problem.setText(sentence)
        self.problem.show()
        self._show_zone_offer()

    def _search(self, text: str) -> None:
        if self._pause.isActive():
            self._pause.start()
        self.problem.hide()
        self.records.search(text)
        self._show_count()

    def _show_count(self) -> None:
        shown, total = len(self.records.shown), len(self.records.lines)
        self.count.setText(self.words.counted(shown, total))
        self.empty.setText(self.words.nothing_found(self.search.text()) if total else self.words.empty)
        self.stack.setCurrentWidget(self.table if shown else self.empty)

    def _show_chosen(self) -> None:
        chosen = self.table.chosen_ids()
        self.merge.setEnabled(len(chosen) > 1)
        self.remove.setEnabled(bool(chosen))
        tips = [self.words.removal(self.records.lines[chosen[0]])] if len(chosen) == 1 else []
        self.remove.setToolTip(tips[0] if tips else say("Remove the chosen rows (Delete)"))
        self._show_zone_offer()

    def _current_line(self) -> Any:
        current = self.table.current_id()
        return None if current is None else self.records.lines.get(current)

    def _show_zone_offer(self) -> None:
        line = self._current_line()
        zone = None if line is None or not self.problem.isHidden() else line.offered_zone
        self.zone_note.setVisible(zone is not None)
        self.zone_link.setVisible(zone is not None)
        self.hint.setVisible(zone is None and self.problem.isHidden())
        if zone is not None:
            self.zone_note.setText(self.words.no_zone(line.full_name))
            self.zone_link.setText(say("Use {zone}", zone=zone))

    # -- asking -------------------------------------------------------------------------------------------------

    def _ask_change(self, record_id: int, values: dict[str, Any]) -> None:
        self.problem.hide()
        self.change_requested.emit(record_id, values)

    def _ask_add(self) -> None:
        self.search.clear()
        self.add_requested.emit()

    def _ask_remove(self) -> None:
        for record_id in self.table.chosen_ids():
            self.remove_requested.emit(record_id)

    def _take_zone(self) -> None:
        current, line = self.table.current_id(), self._current_line()
        if current is not None and line.offered_zone is not None:
            self.change_requested.emit(current, {"zone": line.offered_zone})

    def row_menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actions = (
            (say("Edit"), self.table.edit_current, self.table.currentIndex().isValid()),
            (say("Copy"), self.table.copy_chosen, bool(self.table.chosen_ids())),
            (self.zone_link.text(), self._take_zone, not self.zone_link.isHidden()),
            (self.merge.text(), self._merge_chosen, self.merge.isEnabled()),
            (say("Remove"), self._ask_remove, self.remove.isEnabled()),
        )
        for text, act, can in actions:
            if can or act is not self._take_zone:
                menu.addAction(text, act).setEnabled(can)
        return menu

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """From the search field, the arrow down goes to the table, Esc empties the search."""
        if watched is self.search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() == Qt.Key.Key_Down and self.records.shown:
                self.table.choose(self.table.current_id() or self.records.shown[0])
                self.table.setFocus()
                return True
        return super().eventFilter(watched, event)

    # -- what may be the same -----------------------------------------------------------------------------------

    def find_twins(self, agenda: Agenda) -> tuple[tuple[int, ...], ...]:
        """Groups of ids that may be one and the same."""
        raise NotImplementedError

    def look_for_twins(self) -> None:
        """Look for records entered twice; a moment after a change, because among thousands it takes a while."""
        self._pause.stop()
        if self.agenda is not None and self._stale:
            self._stale = False
            self._twins = self.find_twins(self.agenda)
            self._show_twins_found()

    def twins(self) -> list[tuple[int, ...]]:
        """The groups that nobody has told apart."""
        return [group for group in self._twins if frozenset(group) not in self._told_apart]

    def _forget_lost_twins(self) -> None:
        there = self.records.lines.keys()
        remaining = (tuple(key for key in group if key in there) for group in self._twins)
        self._twins = tuple(group for group in remaining if len(group) > 1)
        self._by_hand = tuple(key for key in self._by_hand if key in there)
        self._show_twins_found()

    def _show_twins_found(self) -> None:
        groups = self.twins()
        self.twins_link.setText(self.words.may_be_same(sum(map(len, groups))))
        self.twins_link.setVisible(bool(groups))
        if self.dialog is not None:
            shown = [self._by_hand] if len(self._by_hand) > 1 else [] if self._by_hand else groups
            self.dialog.show_groups([self._group(ids) for ids in shown])

    def _group(self, ids: Sequence[int]) -> tuple[list[Twin], int]:
        """The fullest of a group stays unless told otherwise."""
        lines = {record_id: self.records.lines[record_id] for record_id in ids}
        twins = [Twin(key, line.full_name, self.words.details(line)) for key, line in lines.items()]
        fullest = max(twins, key=lambda twin: (self._fullness(lines[twin.id]), -twin.id))
        return twins, fullest.id

    def _fullness(self, line: Any) -> int:
        return sum(bool(column.text(line)) for column in self.records.columns)

    def _show_twins(self) -> None:
        self._open_dialog(())

    def _merge_chosen(self) -> None:
        self._open_dialog(tuple(self.table.chosen_ids()))

    def _open_dialog(self, by_hand: tuple[int, ...]) -> None:
        self._by_hand = by_hand
        dialog = MergeDialog(self.words.merge_title, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.merge_requested.connect(self.merge_requested)
        dialog.apart_requested.connect(self._tell_apart)
        dialog.finished.connect(self._close_dialog)
        self.dialog = dialog
        self._show_twins_found()
        dialog.open()

    def _tell_apart(self, ids: tuple[int, ...]) -> None:
        self._told_apart.add(frozenset(ids))
        if self._by_hand:
            self._by_hand = self._by_hand[:1]
        self._show_twins_found()

    def _close_dialog(self) -> None:
        self.dialog, self._by_hand = None, ()
