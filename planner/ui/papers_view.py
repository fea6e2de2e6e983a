"""The papers as they will print, beside what each leaves out and how it looks."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from planner.export.agenda_paper import AgendaOptions
from planner.export.layouts import look_of
from planner.export.papers import PaperKind, paper_kind
from planner.export.previewing import AGENDA, is_empty, papers_to_look_at
from planner.export.profiles import Profile
from planner.local_times import now_in
from planner.models.agenda import Agenda
from planner.ui.draft_states import NOW, cannot_be_read
from planner.ui.empty_paper import EmptyPaper
from planner.ui.left_out_panel import LeftOutPanel
from planner.ui.look_editor import LookEditor
from planner.ui.paper_states import PaperState, working_copy
from planner.ui.papers_bar import PapersBar
from planner.ui.papers_words import paper_name, reader_name
from planner.ui.preview_making import MadePaper, PaperWish, PreviewMaking
from planner.ui.preview_pages import PreviewPages
from planner.ui.theme import Theme
from planner.wording import say

_SIDE_LETTERS, _ROOMY_PX = 44, 760
"""The side panel holds a date such as "Wednesday, 30 September 2026" beside its label."""


class PapersView(QWidget):
    """Choice of paper and reader above, the pages below, notes or the look beside them."""

    session_requested = Signal(int)
    session_open_requested = Signal(int)
    print_requested = Signal(str)
    export_requested = Signal()
    timetable_requested = Signal()
    close_requested = Signal()
    problem = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, beside: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._beside = beside
        self._now: Agenda | None = None
        self._agenda: Agenda | None = None
        self._state = working_copy()
        self._made: MadePaper | None = None
        self._key, self._profile = AGENDA, Profile.PUBLIC
        self._key_on_pages = AGENDA
        self.making = PreviewMaking(self)
        self.destroyed.connect(self.making.wait)
        self.bar = bar = PapersBar(beside=beside)
        self.plan, self.paper, self.reader, self.zoom = bar.plan, bar.paper, bar.reader, bar.zoom
        self.look, self.export, self.print = bar.look, bar.export, bar.print
        self.pages = PreviewPages(theme)
        self.message = QLabel()
        self.message.setProperty("role", "problem")
        self.message.setWordWrap(True)
        self.message.hide()
        self.left_out = LeftOutPanel()
        self.editor = LookEditor()
        # Once all that follows the edit is done: the window comes first.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._make)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(EmptyPaper(self.timetable_requested.emit))
        self._side = QStackedWidget()
        self._side.addWidget(self.left_out)
        self._side.addWidget(self.editor)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._stack, 1)
        below.addWidget(self._side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.message)
        layout.addLayout(below, 1)
        self.message.setContentsMargins(14, 0, 14, 8)

    def _connect(self) -> None:
        self.plan.committed.connect(lambda _key: self.show_state(self.plan.state))
        self.paper.committed.connect(self.choose_paper)
        self.reader.committed.connect(self._choose_profile)
        self.bar.close_requested.connect(self.close_requested)
        self.look.toggled.connect(self._show_side)
        self.print.clicked.connect(lambda: self.print_requested.emit(""))
        self.export.clicked.connect(self.export_requested)
        self.editor.problem.connect(self.problem)
        self.making.made.connect(self._show_made)
        self.making.painted.connect(self.pages.show_pictures)
        self.making.failed.connect(self._tell)
        self.pages.pictures_requested.connect(self._paint)
        self.pages.session_requested.connect(self.session_requested)
        self.pages.session_open_requested.connect(self.session_open_requested)
        self.pages.page_shown.connect(self.zoom.show_page)
        self.pages.zoomed.connect(self.zoom.show_zoom)
        self.zoom.zoom_requested.connect(self.pages.set_zoom)
        self.zoom.zoom_by_requested.connect(self.pages.zoom_by)
        self.zoom.turn_requested.connect(lambda steps: self.pages.go_to_page(self.pages.page + steps))

    # -- what is chosen -------------------------------------------------------------------------------------------

    @property
    def kind(self) -> PaperKind:
        """The paper that is shown."""
        return paper_kind(self._key)

    def wish(self, key: str = "") -> PaperWish | None:
        """What is to be seen now: the paper, the plan and all choices; None without a meeting.

        ``key`` asks for another paper, for those whom that is usually for.
        """
        if self._agenda is None:
            return None
        options = self.options(self._agenda)
        if key and key != self._key:
            return PaperWish(key, self._agenda, replace(options, profile=paper_kind(key).profile))
        return PaperWish(self._key, self._agenda, options)

    def options(self, agenda: Agenda) -> AgendaOptions:
        """What left the house keeps its number and its as-of time."""
        now: datetime = now_in(agenda.meeting.zone).replace(tzinfo=None, second=0, microsecond=0)
        usual = AgendaOptions(as_of=now, look=look_of(agenda), profile=self._profile)
        if self._state.key == NOW:
            return usual
        return replace(usual, as_of=self._state.moment or now, draft_number=self._state.number)

    def choose_paper(self, key: str) -> None:
        """Another paper, for those whom it is usually for."""
        self._key = key
        self._profile = self.kind.profile
        self._show_choices()

    def _choose_profile(self, profile: Profile) -> None:
        self._profile = profile
        self._show_choices()

    # -- showing ------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda) -> None:
        self._now = agenda
        self.show_state(self._state)

    def show_state(self, state: PaperState) -> None:
        """A draft or another state in place of the working copy; of one that is gone or unreadable the latter."""
        if self._now is None:
            return
        self.plan.show_states(self._now, state)
        self._state, self._agenda = self.plan.state, self._now
        try:
            self._agenda = self._state.agenda(self._now)
        except ValueError:
            self.problem.emit(cannot_be_read(self._now, self._state.key))
            self._state = working_copy()
            self.plan.show_states(self._now, self._state)
        self.plan.setVisible(self.plan.has_choice and not self._beside)
        self._show_choices()

    def show_state_or_now(self, state: PaperState | None) -> None:
        """None is the working copy."""
        self.show_state(working_copy() if state is None else state)

    def showEvent(self, event: QShowEvent) -> None:
        """Nobody prints an old plan because it was shown the last time; and the page keys work at once."""
        super().showEvent(event)
        if event.spontaneous():
            return
        if not self._beside:
            self.pages.setFocus()
        if self._state.key != NOW:
            self.show_state(working_copy())

    def _show_choices(self) -> None:
        self.paper.show_choices([(paper_name(kind), kind.key) for kind in papers_to_look_at()], self._key)
        readers = [(reader_name(profile), profile) for profile in Profile if profile in self.kind.readers]
        self.reader.show_choices(readers, self._profile)
        if self._agenda is None:
            return
        self.left_out.show_agenda(self._agenda, self.kind, self._profile)
        if self.look.isChecked():
            self.show_look()
        self.look.setEnabled(self._state.key == NOW)
        self.look.setToolTip("" if self._state.key == NOW else say("The look of what left the house stays as it was."))
        self.look.setChecked(self.look.isChecked() and self.look.isEnabled())
        empty = is_empty(self._key, self._agenda)
        self._stack.setCurrentIndex(int(empty))
        for button in (self.print, self.export):
            button.setEnabled(not empty)
        if not empty:
            self._soon.start()

    def _make(self) -> None:
        wish = self.wish()
        if wish is not None and self.isVisible():
            self.making.make(wish, self.pages.sight())

    def _paint(self, sight: Any) -> None:
        if self._made is not None:
            self.making.paint(self._made.pages, sight)

    def _show_made(self, made: MadePaper) -> None:
        self._made = made
        self.message.hide()
        self.pages.show_pages(made.pages, made.pictures)
        if self._key_on_pages != self._key:
            self._key_on_pages = self._key
            self.pages.go_to_page(0)

    def _tell(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.show()

    def show_choice(self, session_id: int | None) -> None:
        """The session that was chosen elsewhere."""
        self.pages.show_choice(session_id)

    def settle(self) -> None:
        """Return once the pages in sight are painted; the window's events go on meanwhile."""
        while self._soon.isActive() or self.making.is_running or self.pages.is_waiting:
            QCoreApplication.processEvents()

    def show_look(self) -> None:
        """The look as it is: a change that was refused is not there."""
        if self._agenda is not None:
            self.editor.show_agenda(self._agenda, look_of(self._agenda))

    def _show_side(self) -> None:
        editing = self.look.isChecked()
        self._side.setCurrentIndex(int(editing))
        self._side.setVisible(not self._beside and (editing or self.width() >= _ROOMY_PX))
        if editing:
            self.show_look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(self.editor.layouts.fontMetrics().horizontalAdvance("0") * _SIDE_LETTERS)
        self._show_side()

    def set_theme(self, theme: Theme) -> None:
        self.pages.set_theme(theme)
