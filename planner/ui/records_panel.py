"""What the views of people and of entities share: search, table, what may be the same, what is missing or refused."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.models.agenda import Agenda
from planner.ui.merge_dialog import Twin
from planner.ui.panel_words import PanelWords
from planner.ui.record_table import RecordModel
from planner.ui.record_view import RecordView
from planner.ui.row_matching import set_tab_order
from planner.ui.search_field import SearchField
from planner.ui.theme import Theme
from planner.ui.twins_link import TwinsLink
from planner.ui.zone_offer import ZoneOffer
from planner.wording import say


class RecordsPanel(QWidget):
    """Search above a table. It asks for every change, and makes none."""

    change_requested = Signal(int, dict)
    add_requested = Signal()
    remove_requested = Signal(object)
    merge_requested = Signal(int, object)
    apart_requested = Signal(object)

    def __init__(self, records: RecordModel, words: PanelWords, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.records, self.words = records, words
        records.setParent(self)
        self.table = RecordView(records, name)
        self.agenda: Agenda | None = None
        self._make_tools()
        self._make_notes()
        self._lay_out()
        self._connect()

    # -- building -----------------------------------------------------------------------------------------------

    def _make_tools(self) -> None:
        self.search = SearchField(self.words.search)
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.merge = QPushButton(say("Merge…"))
        self.merge.setToolTip(say("Make one of the chosen rows: choose two or more that are the same"))
        self.remove = QPushButton(say("Remove"))
        self.add = QPushButton(self.words.add)
        self.add.setToolTip(self.words.add_tip)
        self.add.setProperty("role", "primary")

    def _make_notes(self) -> None:
        words = self.words
        self.twins_link = TwinsLink(words.merge_title, words.may_be_same, words.find_twins, self._group)
        self.zone_offer = ZoneOffer()
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.hint = QLabel(say("Enter edits a cell · Ctrl+C copies the chosen rows"))
        self.hint.setProperty("role", "hint")
        self.empty = QLabel()
        self.empty.setProperty("role", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)

    def _lay_out(self) -> None:
        self.tools = tools = QHBoxLayout()
        notes = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        for widget in (self.count, self.merge, self.remove, self.add):
            tools.addWidget(widget)
        notes.setSpacing(4)
        for note in (self.twins_link, self.problem, self.zone_offer):
            notes.addWidget(note)
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
        self.hint.setMinimumHeight(self.zone_offer.sizeHint().height())
        set_tab_order(
            (self.search, self.merge, self.remove, self.add, self.twins_link, self.zone_offer.link, self.table)
        )

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.rows_wanted.connect(self._go_to_rows)
        self.records.change_requested.connect(self._ask_change)
        self.records.problem.connect(self.tell)
        self.records.rows_moved.connect(self._show_count)
        self.table.rows_chosen.connect(self._show_chosen)
        self.table.remove_requested.connect(self._ask_remove)
        self.table.menu_requested.connect(lambda point: self.row_menu().popup(point))
        self.add.clicked.connect(self._ask_add)
        self.remove.clicked.connect(self._ask_remove)
        self.merge.clicked.connect(self._merge_chosen)
        self.twins_link.merge_requested.connect(self.merge_requested)
        self.twins_link.apart_requested.connect(self.apart_requested)
        self.zone_offer.taken.connect(lambda _zone: self._take_zone())
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
            self.twins_link.look_later(agenda, lines.keys())

    def set_theme(self, theme: Theme) -> None:
        self.records.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.twins_link.look_if_waiting()

    def edit_record(self, record_id: int, column_key: str = "") -> None:
        """Show a record and open one of its cells, that of its name unless told otherwise."""
        if self.records.row_of(record_id) is None:
            self.search.clear()
        self.table.edit_record(record_id, column_key or self.words.first_column)

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
        self.twins_link.postpone()
        self.problem.hide()
        self.records.search(text)
        self._show_count()

    def _go_to_rows(self) -> None:
        if self.records.shown:
            self.table.choose(self.table.current_id() or self.records.shown[0])
            self.table.setFocus()

    def _show_count(self) -> None:
        shown, total = len(self.records.shown), len(self.records.lines)
        self.count.setText(self.words.counted(shown, total))
        self.empty.setText(self.words.nothing_found(self.search.text()) if total else self.words.empty)
        self.stack.setCurrentWidget(self.table if shown else self.empty)
        self._show_zone_offer()

    def _show_chosen(self) -> None:
        chosen = self.table.chosen_ids()
        self.merge.setEnabled(len(chosen) > 1)
        self.remove.setEnabled(bool(chosen))
        one = self.words.removal(self.records.lines[chosen[0]]) if len(chosen) == 1 else ""
        self.remove.setToolTip(one or say("Remove the chosen rows (Delete)"))
        self._show_zone_offer()

    def _current_line(self) -> Any:
        current = self.table.current_id()
        return None if current is None else self.records.lines.get(current)

    def _show_zone_offer(self) -> None:
        line = self._current_line()
        zone = None if line is None or not self.problem.isHidden() else line.offered_zone
        self.zone_offer.show_offer("" if zone is None else self.words.no_zone(line.full_name), zone)
        self.hint.setVisible(zone is None and self.problem.isHidden())

    def _group(self, ids: Sequence[int]) -> tuple[list[Twin], int]:
        """The fullest of a group comes first, and stays unless told otherwise."""
        lines = {record_id: self.records.lines[record_id] for record_id in ids}
        twins = [Twin(key, line.full_name, self.words.details(line)) for key, line in lines.items()]
        fullest = max(twins, key=lambda twin: (self._fullness(lines[twin.id]), -twin.id))
        return [fullest, *(twin for twin in twins if twin is not fullest)], fullest.id

    def _fullness(self, line: Any) -> int:
        return sum(bool(column.text(line)) for column in self.records.columns)

    # -- asking -------------------------------------------------------------------------------------------------

    def _ask_change(self, record_id: int, values: dict[str, Any]) -> None:
        self.problem.hide()
        self.change_requested.emit(record_id, values)

    def _ask_add(self) -> None:
        """The record that came of it, if one did, is named at once."""
        self.search.clear()
        before = self.records.lines.keys() | set()
        self.add_requested.emit()
        for added in self.records.lines.keys() - before:
            self.edit_record(added)

    def _ask_remove(self) -> None:
        chosen = tuple(self.table.chosen_ids())
        if chosen:
            self.remove_requested.emit(chosen)

    def _merge_chosen(self) -> None:
        self.twins_link.open(tuple(self.table.chosen_ids()))

    def _take_zone(self) -> None:
        current, zone = self.table.current_id(), self.zone_offer.zone
        if current is not None and zone is not None:
            self.change_requested.emit(current, {"zone": zone})

    def row_menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actions = (
            (say("Edit"), self.table.edit_current, self.table.currentIndex().isValid()),
            (say("Copy"), self.table.copy_chosen, bool(self.table.chosen_ids())),
            (self.zone_offer.words(), self._take_zone, self.zone_offer.zone is not None),
            (self.merge.text(), self._merge_chosen, self.merge.isEnabled()),
            (say("Remove"), self._ask_remove, self.remove.isEnabled()),
        )
        for text, act, can in actions:
            if can or act is not self._take_zone:
                menu.addAction(text, act).setEnabled(can)
        return menu
