"""Everyone's times: all seats on three clocks, and beside them the card of whoever is chosen, ready to be sent."""

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.export.seat_clocks import SeatClocks, clocks_of_seats
from planner.export.times_card import card_text
from planner.models.agenda import Agenda
from planner.ui.fields import section_label
from planner.ui.record_table import RecordModel
from planner.ui.record_view import RecordView
from planner.ui.search_field import SearchField
from planner.ui.theme import Theme
from planner.ui.times_columns import searched_in_times, times_columns
from planner.wording import say, say_count

_TABLES = ("meeting_rows", "days", "rooms", "sessions", "seats", "people", "entities")
_CARD_PX = 280
_BETWEEN_CARDS = "\n\n\n"

_Holder = tuple[int | None, int | None]
"""Ids of a person, or of an entity that names nobody yet."""


class TimesTable(RecordView):
    """Nothing is edited here; Ctrl+C copies the cards of the chosen rows."""

    copy_requested = Signal()

    def __init__(self, records: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(records, say("Times of all seats"), parent)
        self.setDragEnabled(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.sortByColumn(records.column_of("meeting"), Qt.SortOrder.AscendingOrder)

    def copy_chosen(self) -> None:
        self.copy_requested.emit()


class TimesCard(QWidget):
    """The text of one card or several, with a button that copies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(say("Times of whoever is chosen"))
        self.text.setPlaceholderText(say("Choose a row: the times of that person come here, ready to be sent."))
        self.copy = QPushButton(say("Copy as text"))
        self.copy.setToolTip(say("Copy all that stands here (Ctrl+C in the table)"))
        self.copy.clicked.connect(self.copy_text)
        self.told = QLabel()
        self.told.setProperty("role", "good")
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.told, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(section_label(say("Card")))
        layout.addWidget(self.text, 1)
        layout.addLayout(row)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Where one reads stays, as long as the text does."""
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
            self.told.clear()
        self.copy.setEnabled(bool(text))

    def copy_text(self) -> None:
        if text := self.text.toPlainText():
            QGuiApplication.clipboard().setText(text)
            self.told.setText(say("Copied."))


class TimesView(QWidget):
    """A row a seat; the card follows the choice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.agenda: Agenda | None = None
        self.records = RecordModel(times_columns(), searched_in_times, lambda _ids: QMimeData(), theme, self)
        self.table = TimesTable(self.records)
        self.card = TimesCard()
        self.search = SearchField(say("Search person, entity, session, role, city, date"))
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.empty = QLabel()
        self.empty.setProperty("role", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.search.textChanged.connect(self._search)
        self.search.rows_wanted.connect(self._go_to_rows)
        self.records.rows_moved.connect(self._show_count)
        self.table.rows_chosen.connect(self._show_card)
        self.table.copy_requested.connect(self.card.copy_text)
        self.table.menu_requested.connect(self._open_menu)
        self._show_count()

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.count)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        column.addLayout(tools)
        column.addWidget(self.stack, 1)
        self.splitter = QSplitter()
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([3 * _CARD_PX, _CARD_PX])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addWidget(self.splitter)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show this picture; what is chosen, scrolled to and typed stays."""
        if self.agenda is not None and agenda.shares(self.agenda, *_TABLES):
            return
        self.agenda = agenda
        self.records.show_lines({line.seat.id: line for line in clocks_of_seats(agenda) if line.seat is not None})
        self._show_count()
        self._show_card()

    def set_theme(self, theme: Theme) -> None:
        self.records.set_theme(theme)

    def _search(self, text: str) -> None:
        self.records.search(text)
        self._show_count()

    def _go_to_rows(self) -> None:
        if self.records.shown:
            self.table.choose(self.table.current_id() or self.records.shown[0])
            self.table.setFocus()

    def _show_count(self) -> None:
        shown, total = len(self.records.shown), len(self.records.lines)
        whole = say_count("{count} seat", "{count} seats", total)
        self.count.setText(whole if shown == total else say("{shown} of {total}", shown=shown, total=total))
        self.stack.setCurrentWidget(self.table if shown else self.empty)
        if total:
            text = self.search.text().strip()
            self.empty.setText(say("No seat matches “{text}”. Try fewer letters, or press Esc.", text=text))
        else:
            self.empty.setText(say("Nobody holds a seat yet. Drag people or entities onto a session of the timetable."))

    def _show_card(self) -> None:
        agenda = self.agenda
        if agenda is None:
            return
        lines = [self.records.lines[seat_id] for seat_id in self.table.chosen_ids()]
        cards = [
            card_text(agenda, person_id=person_id, entity_id=entity_id)
            for person_id, entity_id in dict.fromkeys(map(_holder, lines))
        ]
        self.card.show_text(_BETWEEN_CARDS.join(cards))

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("Copy as text"), self.card.copy_text).setEnabled(self.card.copy.isEnabled())
        menu.popup(point)


def _holder(line: SeatClocks) -> _Holder:
    """A person goes before their entity."""
    if line.person is not None:
        return line.person.id, None
    return None, None if line.entity is None else line.entity.id
