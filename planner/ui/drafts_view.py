"""Drafts and options: the list of them, what changed, who must be told, two side by side; and a look at one of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.models.agenda import Agenda
from planner.rules.drafts import working_copy_note
from planner.ui.changes_page import ChangesPage
from planner.ui.draft_actions import DraftActions
from planner.ui.draft_look import DraftLook
from planner.ui.draft_states import NOW, first_unreadable
from planner.ui.drafts_table import DraftsModel, DraftsTable, draft_lines
from planner.ui.paper_states import PaperState, state_of_draft
from planner.ui.side_by_side import SideBySide
from planner.ui.telling_page import TellingPage, telling_list
from planner.ui.theme import Theme
from planner.wording import say

_LIST_PX, _NARROW_LIST_PX, _PAGES_PX = 374, 310, 690
CHANGES, TELLING, BESIDE = 0, 1, 2


class DraftsView(QWidget):
    """Everything that is asked of a draft is a signal with its id; ``next_number`` tells that of the next draft."""

    issue_requested = Signal()
    option_requested = Signal()
    take_back_requested = Signal(int)
    forget_requested = Signal(int)
    copy_requested = Signal(int)
    print_requested = Signal(int)
    told_requested = Signal(object)
    letters_requested = Signal(object)
    session_requested = Signal(int)

    def __init__(self, theme: Theme, next_number: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.agenda: Agenda | None = None
        self._next_number = next_number
        self._compared = NOW
        self.issue, self.keep = QPushButton(say("Issue a draft…")), QPushButton(say("Keep as option"))
        self.issue.setProperty("role", "primary")
        self.issue.setToolTip(say("Freeze the whole plan under the next number"))
        self.keep.setToolTip(say("Keep the plan as it stands, to compare with and to come back to"))
        self.model = DraftsModel(theme, self)
        self.table = DraftsTable(self.model)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "hint")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.acts = DraftActions()
        self.changes, self.telling, self.beside = ChangesPage(theme), TellingPage(theme), SideBySide(theme)
        self.look = DraftLook(theme)
        self.tabs = [QPushButton(say("What changed")), QPushButton(), QPushButton(say("Side by side"))]
        self._lay_out()
        self._connect()

    # -- layout -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        for page in (self.changes, self.telling, self.beside):
            self.pages.addWidget(page)
        self._splitter = splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left())
        splitter.addWidget(self._right())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_PX, _PAGES_PX])
        working = QWidget()
        row = QHBoxLayout(working)
        row.setContentsMargins(12, 10, 12, 8)
        row.addWidget(splitter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(working)
        self._stack.addWidget(self.look)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setMinimumWidth(290)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.issue)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        column.addWidget(self.acts)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        tabs = QHBoxLayout()
        tabs.setSpacing(0)
        self._group = QButtonGroup(self)
        for number, tab in enumerate(self.tabs):
            tab.setCheckable(True)
            tab.setProperty("role", "segment")
            tab.setProperty("place", ("first", "middle", "last")[number])
            tab.clicked.connect(lambda _on=False, number=number: self.show_page(number))
            self._group.addButton(tab)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self.tabs[CHANGES].setChecked(True)
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(9)
        column.addLayout(tabs)
        column.addWidget(self.pages, 1)
        return right

    def _connect(self) -> None:
        self.issue.clicked.connect(self.issue_requested)
        self.keep.clicked.connect(self.option_requested)
        self.table.chosen_changed.connect(self._choose)
        self.table.open_requested.connect(self.look_at)
        acts = self.acts
        acts.look_requested.connect(lambda: self.look_at(self.table.chosen))
        acts.beside_requested.connect(self._set_beside)
        for asked, told in (
            (acts.take_back_requested, self.take_back_requested),
            (acts.copy_requested, self.copy_requested),
            (acts.print_requested, self.print_requested),
            (acts.forget_requested, self.forget_requested),
        ):
            asked.connect(lambda told=told: told.emit(self.table.chosen))
        for page in (self.changes, self.telling):
            page.session_requested.connect(self.session_requested)
        self.telling.told_requested.connect(self.told_requested)
        self.telling.letters_requested.connect(self.letters_requested)
        self.beside.adopt_requested.connect(self.take_back_requested)
        self.look.back_requested.connect(self.stop_looking)
        self.look.print_requested.connect(self.print_requested)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda) -> None:
        """Show this picture; what is chosen and typed stays."""
        self.agenda = agenda
        self.model.show_lines(draft_lines(agenda))
        if not self.table.currentIndex().isValid():
            self.table.choose(NOW)
        self.issue.setText(say("Issue Draft {number}…", number=self._next_number()))
        self._show_chosen(self.table.chosen)
        self._show_telling(agenda)
        self.show_page(self.pages.currentIndex())
        if self.is_looking:
            self.look_at(self.look.draft_id)

    def _show_telling(self, agenda: Agenda) -> None:
        told = telling_list(agenda)
        self.telling.show_agenda(agenda, told)
        self.tabs[TELLING].setText(say("Who must be told ({count})", count=len(told)))

    def show_page(self, page: int) -> None:
        """What changed, who must be told, or two side by side."""
        if (page == BESIDE) != (self.pages.currentIndex() == BESIDE):
            self._splitter.setSizes([_NARROW_LIST_PX if page == BESIDE else _LIST_PX, _PAGES_PX])
        self.pages.setCurrentIndex(page)
        self.tabs[page].setChecked(True)
        if self.agenda is None:
            return
        if page == CHANGES:
            self.changes.show_agenda(self.agenda)
        elif page == BESIDE:
            self.beside.show_agenda(self.agenda)

    def _choose(self, state: int) -> None:
        """What is chosen in the list is also what the page in sight compares with."""
        self._show_chosen(state)
        if self.agenda is None or state == NOW or state == self._compared:
            return
        self._compared = state
        if self.pages.currentIndex() == BESIDE:
            self.beside.compare_with(state)
        elif self.pages.currentIndex() == CHANGES:
            self.changes.compare(state, NOW)

    def _show_chosen(self, state: int) -> None:
        agenda = self.agenda
        if agenda is None:
            return
        draft = agenda.drafts.get(state)
        self.acts.show_draft(draft)
        self.note.setText(_working_words(agenda) if draft is None else draft.note)
        self.note.setVisible(bool(self.note.text()))

    def _set_beside(self) -> None:
        self.show_page(BESIDE)
        self.beside.compare(NOW, self.table.chosen)

    # -- looking at one -----------------------------------------------------------------------------------------

    @property
    def is_looking(self) -> bool:
        """Whether a draft is in sight instead of the working copy."""
        return self._stack.currentWidget() is self.look

    def state_in_sight(self) -> PaperState | None:
        """The draft that is looked at."""
        drafts = {} if self.agenda is None else self.agenda.drafts
        return state_of_draft(drafts[self.look.draft_id]) if self.is_looking and self.look.draft_id in drafts else None

    def look_at(self, state: int) -> None:
        """Show a draft or an option; of one that is gone or cannot be read the list stays."""
        agenda = self.agenda
        if agenda is None or state not in agenda.drafts or first_unreadable(agenda, (state,)) is not None:
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentWidget(self.look)
        self.look.show_draft(agenda, state)
        self.look.back.setFocus()

    def stop_looking(self) -> None:
        self._stack.setCurrentIndex(0)
        self.table.setFocus()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.model, self.changes, self.telling, self.beside, self.look):
            part.set_theme(theme)


def _working_words(agenda: Agenda) -> str:
    """How far the working copy went; before the first draft, what a draft is for."""
    try:
        note = working_copy_note(agenda)
    except ValueError:
        return ""
    return note or say("No draft has been issued yet. Issue one before the plan leaves the house.")
