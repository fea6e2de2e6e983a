"""The expressions of interest: found, judged, put in line and seated."""

from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.kinds import InterestState
from planner.ui.fields import section_label
from planner.ui.interest_bars import ChosenBar, FilterBar
from planner.ui.interest_cells import EDITED, RECEIVED, SOURCE
from planner.ui.interest_dialog import WishesDialog
from planner.ui.interest_lines import InterestFilter, line_of
from planner.ui.interest_pages import NoInterestPage, fill_seat_menu
from planner.ui.interest_side import DemandList, ReservePanel
from planner.ui.interest_table import InterestModel, InterestTable
from planner.ui.theme import Theme
from planner.wording import interest_state_name, say

_TABLES = ("interests", "wishes", "entities", "people", "sessions", "seats", "days", "rooms")


class InterestView(QWidget):
    """Filters, table and what is done with rows; beside them what is needed and the reserve list."""

    interest_add_requested = Signal()
    import_requested = Signal()
    states_requested = Signal(object, object)
    interest_change_requested = Signal(int, dict)
    wishes_requested = Signal(int, object)
    reserve_move_requested = Signal(int, int)
    remove_requested = Signal(object)
    seat_requested = Signal(int, int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._agenda: Agenda | None = None
        self.filters = FilterBar(self)
        self.model = InterestModel(theme, self)
        self.table = InterestTable(self.model, self)
        self.chosen_bar = ChosenBar(self)
        self.demand = DemandList(theme, self)
        self.reserve = ReservePanel(self)
        self.none_found = QLabel(say("No interest fits these filters. Clear them to see all."))
        self.empty = NoInterestPage(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._full_page())
        self._pages.addWidget(self.empty)

    def _full_page(self) -> QWidget:
        page = QWidget()
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(section_label(say("Needed")))
        side.addWidget(self.demand, 1)
        side.addWidget(self.reserve, 2)
        beside = QWidget()
        beside.setFixedWidth(300)
        side.setContentsMargins(0, 0, 0, 0)
        beside.setLayout(side)
        self.none_found.setProperty("role", "hint")
        main = QVBoxLayout()
        main.setSpacing(8)
        main.addWidget(self.filters)
        main.addWidget(self.none_found)
        main.addWidget(self.table, 1)
        main.addWidget(self.chosen_bar)
        layout = QHBoxLayout(page)
        layout.setContentsMargins(14, 12, 12, 10)
        layout.setSpacing(16)
        layout.addLayout(main, 1)
        layout.addWidget(beside)
        self._size_columns()
        return page

    def _size_columns(self) -> None:
        for column, width in enumerate((160, 118, 186, 88, 100, 110, 90)):
            self.table.setColumnWidth(column, width)
        self.table.sortByColumn(RECEIVED, Qt.SortOrder.AscendingOrder)

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.filters.add_requested.connect(self.interest_add_requested)
        self.filters.import_requested.connect(self.import_requested)
        self.empty.add_requested.connect(self.interest_add_requested)
        self.empty.import_requested.connect(self.import_requested)
        self.model.edit_requested.connect(self.interest_change_requested)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.state_key.connect(self._ask_state)
        self.table.seat_key.connect(lambda: self._show_seat_menu(self.table))
        self.table.remove_key.connect(self._ask_remove)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.doubleClicked.connect(self._open_cell)
        self.chosen_bar.state_requested.connect(self._ask_state)
        self.chosen_bar.seat_requested.connect(self._show_seat_menu)
        self.chosen_bar.wishes_requested.connect(self.ask_wishes)
        self.chosen_bar.remove_requested.connect(self._ask_remove)
        self.demand.segment_chosen.connect(self._choose_segment)
        self.reserve.move_requested.connect(self.reserve_move_requested)
        self.reserve.seat_requested.connect(self._seat_reserve)

    def show_agenda(self, agenda: Agenda) -> None:
        """Match rows by id; what is chosen, scrolled to and typed stays."""
        before, self._agenda = self._agenda, agenda
        if before is not None and agenda.shares(before, *_TABLES):
            return
        chosen = set(self.chosen_ids())
        self.filters.show_agenda(agenda)
        self.model.set_filter(self.filters.filter())
        self.model.entity_names = lambda: (entity.name for entity in agenda.entities.values())
        self.model.person_names = lambda: (person.name for person in agenda.people.values())
        self.model.show_lines([line_of(agenda, interest) for interest in agenda.interests.values()])
        if chosen - set(self.chosen_ids()):
            self.choose(chosen)
        self.demand.show_agenda(agenda)
        self._pages.setCurrentIndex(0 if agenda.interests else 1)
        self._filter(self.filters.filter())
        self._show_chosen()

    def set_theme(self, theme: Theme) -> None:
        self.model.set_theme(theme)
        self.demand.set_theme(theme)
        if self._agenda is not None:
            self.demand.show_agenda(self._agenda)

    # -- choosing ---------------------------------------------------------------------------------------------------

    def chosen_ids(self) -> tuple[int, ...]:
        """The ids of the chosen rows, from top to bottom."""
        chosen = self.table.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.count())]
        rows = sorted({row for found in ranges for row in range(found.top(), found.bottom() + 1)})
        return tuple(self.model.line(row).id for row in rows)

    def choose(self, ids: set[int]) -> None:
        """Choose the rows of these interests, as far as they are in sight."""
        wanted = QItemSelection()
        for row in range(self.model.rowCount()):
            if self.model.line(row).id in ids:
                wanted.select(self.model.index(row, 0), self.model.index(row, SOURCE))
        self.table.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _show_chosen(self) -> None:
        self.chosen_bar.show_chosen(self.chosen_ids())

    def _filter(self, wanted: InterestFilter) -> None:
        chosen = set(self.chosen_ids())
        self.model.set_filter(wanted)
        if chosen - set(self.chosen_ids()):
            self.choose(chosen)
        self.filters.show_count(self.model.rowCount(), self.model.total)
        self.none_found.setVisible(self.model.total > 0 and self.model.rowCount() == 0)
        if self._agenda is not None:
            self.reserve.show_reserve(self._agenda, wanted.session_id, wanted.role)

    def _choose_segment(self, session_id: int) -> None:
        self.filters.choose_segment(None if self.filters.filter().session_id == session_id else session_id)

    # -- asking -----------------------------------------------------------------------------------------------------

    def _ask_state(self, state: InterestState) -> None:
        if self.chosen_ids():
            self.states_requested.emit(self.chosen_ids(), state)

    def _ask_remove(self) -> None:
        if self.chosen_ids():
            self.remove_requested.emit(self.chosen_ids())

    def ask_wishes(self) -> None:
        """Open the wishes of the one chosen interest."""
        chosen = self.chosen_ids()
        if self._agenda is None or len(chosen) != 1:
            return
        dialog = WishesDialog(self._agenda, self._agenda.interests[chosen[0]], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wishes_requested.connect(self.wishes_requested)
        dialog.open()

    def _open_cell(self) -> None:
        if self.table.currentIndex().column() not in EDITED:
            self.ask_wishes()

    def _seat_reserve(self, interest_id: int) -> None:
        self.seat_menu(interest_id).popup(self.reserve.list.mapToGlobal(QPoint(20, 20)))

    def _show_seat_menu(self, beside: QWidget) -> None:
        chosen = self.chosen_ids()
        if len(chosen) == 1:
            self.seat_menu(chosen[0]).popup(beside.mapToGlobal(QPoint(20, 20)))

    def _show_menu(self, at: QPoint) -> None:
        if self.chosen_ids():
            self.context_menu().popup(self.table.viewport().mapToGlobal(at))

    def context_menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        menu, chosen = self._menu(), self.chosen_ids()
        if len(chosen) == 1:
            seating = self.seat_menu(chosen[0])
            seating.setTitle(say("Seat in…"))
            menu.addMenu(seating)
            menu.addAction(say("Change what is asked for…"), self.ask_wishes)
            menu.addSeparator()
        for state in InterestState:
            text = say("Mark as {state}", state=interest_state_name(state))
            menu.addAction(text).triggered.connect(partial(self._ask_state, state))
        menu.addSeparator()
        menu.addAction(say("Remove"), self._ask_remove)
        return menu

    def seat_menu(self, interest_id: int) -> QMenu:
        """Where this interest can be seated."""
        menu = self._menu()
        if self._agenda is not None and interest_id in self._agenda.interests:
            fill_seat_menu(menu, self._agenda, interest_id, partial(self.seat_requested.emit, interest_id))
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
