"""The main window: builds the views, connects them, and decides nothing."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from planner import edits
from planner.rules.zone_data import OTHER_ZONE_DATA
from planner.ui.actions import Command, enable_actions, make_actions
from planner.ui.commands import Commands
from planner.ui.desk import Desk
from planner.ui.files import Files
from planner.ui.menus import SESSION_MENU, build_menus, commands_of, fill_menu
from planner.ui.message_bar import MessageBar
from planner.ui.settings import Settings
from planner.ui.status import StatusLine
from planner.ui.theme import Theme, dress
from planner.ui.top_bar import TopBar
from planner.ui.views import TIMETABLE, VIEWS, ViewStack, view_name
from planner.ui.workspace import Workspace
from planner.wording import say

_VIEWS_WITH_COLUMNS = frozenset({"people", "entities"})
_PAPER_OF_VIEW = {"interest": "interests-pdf", "coverage": "coverage-pdf", "balance": "balance-pdf"}


class MainWindow(QMainWindow):
    """One window on at most one meeting."""

    closed = Signal()

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self._settings = settings
        self._theme = theme
        self.files = Files(settings, self)
        self._start_page: Any = None
        self._at_hand: tuple[bool, bool, bool] | None = None
        self.workspace = Workspace(theme)
        self.grid = self.workspace.grid
        self.views = ViewStack(self.workspace, self._make_view, theme)
        self._centre = QWidget()
        self.message = MessageBar(self._centre)
        self.status = StatusLine()
        self.commands = Commands(self, self.files, self.workspace)
        self.commands.state_in_sight = self.views.state_in_sight
        self.actions_by_name = make_actions((*commands_of(self.commands), *self._own_commands()), self)
        self.top_bar = TopBar(self.actions_by_name)
        self._recent_menu = QMenu(say("Open recent"), self)
        self._swap_menu = QMenu(say("Swap with"), self)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._add_keys()
        self.set_theme(theme)
        self._restore_layout()

    def showEvent(self, event: QShowEvent) -> None:
        """Without a meeting the window shows how to get one."""
        if self.desk is None:
            self.show_desk(None)
        super().showEvent(event)

    def _own_commands(self) -> tuple[Command, ...]:
        document = "document"
        return (
            Command("close", say("Close the meeting"), "Ctrl+W", self.close_document, document),
            Command("quit", say("Quit"), "Ctrl+Q", self.close),
            Command("merge", say("Merge from file…"), "", self._ask_merge, document),
            Command("zones", say("Zones beside the timetable…"), "", self._ask_zones, document),
            Command("keys", say("Keys"), "F1", self._show_keys),
            Command("print", say("Print…"), "Ctrl+P", self._print, document),
            Command(
                "preview",
                say("Preview beside the timetable"),
                "Ctrl+Shift+P",
                self._toggle_preview,
                document,
                toggles=True,
            ),
            *(
                Command(f"view_{name}", view_name(name), _view_keys(name), partial(self.show_view, name), document)
                for name in VIEWS
            ),
        )

    def _lay_out(self) -> None:
        self._pages.addWidget(self.views)
        layout = QVBoxLayout(self._centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self._pages, 1)
        self.setCentralWidget(self._centre)
        self.setStatusBar(self.status)
        build_menus(self.menuBar(), self._menu_entries())
        self.setMinimumSize(1000, 600)
        self.resize(1440, 900)

    def _menu_entries(self) -> dict[str, QAction | QMenu]:
        return {**self.actions_by_name, "recent": self._recent_menu, "swap": self._swap_menu}

    def _connect(self) -> None:
        self.files.opened.connect(self.show_desk)
        self.files.problem.connect(self.message.tell)
        self.workspace.menu_requested.connect(self._show_session_menu)
        self.workspace.open_requested.connect(self.commands.open_session)
        self.commands.timetable_requested.connect(partial(self.show_view, TIMETABLE))
        self.workspace.new_requested.connect(self.commands.new_session)
        self.workspace.replace_requested.connect(self.commands.ask_replace)
        self.workspace.people_requested.connect(self._add_person)
        self.top_bar.zones_requested.connect(self._ask_zones)
        self.top_bar.switch.chosen.connect(self.show_view)
        self.grid.zoomed.connect(self._settings.keep_zoom)
        self.grid.heat_shown.connect(self._settings.keep_heat)
        self.grid.heat_shown.connect(self.actions_by_name["heat"].setChecked)
        self.workspace.preview_shown.connect(self.actions_by_name["preview"].setChecked)
        self.workspace.least_bad_requested.connect(self.commands.ask_least_bad)
        self.workspace.zone_requested.connect(self.commands.ask_zone_change)
        self.workspace.findings.known_name = self._settings.own_name()
        self.workspace.findings.accept_requested.connect(lambda _finding, _reason, name: self._keep_own_name(name))
        self._recent_menu.aboutToShow.connect(self._fill_recent)
        self._swap_menu.aboutToShow.connect(self._fill_swap)

    @property
    def start_page(self) -> Any:
        """What is shown while no meeting is open, a ``StartPage``; loaded and made when it is first shown."""
        if self._start_page is None:
            from planner.ui.start_page import StartPage

            self._start_page = StartPage()
            self._pages.addWidget(self._start_page)
            self._connect_start_page(self._start_page)
        return self._start_page

    def _connect_start_page(self, page: Any) -> None:
        page.new_requested.connect(self.files.ask_new)
        page.sample_requested.connect(self.files.new_sample)
        page.open_requested.connect(self.files.ask_open)
        page.recent_requested.connect(self.files.open)
        page.restore_requested.connect(self.files.ask_restore)

    def _add_keys(self) -> None:
        """Keys that belong to the timetable alone: elsewhere Delete and Enter mean other things."""
        keys = [(str(action.property("keys_elsewhere")), action.trigger) for action in self.actions_by_name.values()]
        enter = self.commands.enter
        for combination, run in (*(pair for pair in keys if pair[0]), ("Return", enter), ("Enter", enter)):
            for view in (self.grid.canvas, self.workspace.to_place):
                shortcut = QShortcut(QKeySequence(combination), view, run)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_desk(self, desk: Desk | None) -> None:
        """Work on another meeting, or show the start page."""
        if self.desk is not None:
            self.workspace.commit_typing()
        previous, self.desk = self.desk, desk
        self.commands.desk = desk
        if previous is not None:
            previous.close()
            previous.deleteLater()
        self.message.hide()
        if desk is not None:
            desk.setParent(self)
            desk.problem.connect(self.message.tell)
            desk.agenda_changed.connect(self._show_agenda)
            desk.succeeded.connect(self.message.hide)
            desk.chosen_changed.connect(self._show_enabled)
            desk.chosen_changed.connect(self._show_choice)
        self.workspace.show_desk(desk)
        self.views.show_desk(desk)
        self._pages.setCurrentWidget(self.views if desk is not None else self.start_page)
        for part in (self.top_bar, self.status):
            part.setVisible(desk is not None)
        if desk is None:
            self.start_page.show_recent(self._settings.recent_files())
        self._show_agenda()
        if desk is not None:
            self.show_view(TIMETABLE)
            self.grid.canvas.setFocus()
            self._tell_other_zone_data(desk)

    def _tell_other_zone_data(self, desk: Desk) -> None:
        """What the time zone data say otherwise than when the file was last edited."""
        differing = [finding.sentence for finding in desk.findings if finding.rule == OTHER_ZONE_DATA]
        if differing:
            self.message.tell(differing[0])

    def _show_agenda(self) -> None:
        if self.desk is None:
            self.setWindowTitle(say("Roundtable Planner"))
        else:
            self.top_bar.show_agenda(self.desk.agenda)
            self.status.show_agenda(self.desk.agenda, self.desk.document.path.name)
            self.setWindowTitle(say("{file} – Roundtable Planner", file=self.desk.document.path.name))
        self._show_enabled()

    def _show_enabled(self) -> None:
        chosen = None if self.desk is None else self.desk.chosen
        at_hand = self.desk is not None, chosen is not None, chosen is not None and chosen.spot is not None
        if at_hand != self._at_hand:
            self._at_hand = at_hand
            document, session, placed = at_hand
            enable_actions(self.actions_by_name.values(), document=document, session=session, placed=placed)
            self._swap_menu.setEnabled(session)
        self._show_history()

    def _show_history(self) -> None:
        """Undo and Redo name their step, and nothing when there is none."""
        history = None if self.desk is None else self.desk.document.history
        undo, redo = (None, None) if history is None else (history.undo, history.redo)
        name, tip = say("Undo"), say("Undo (Ctrl+Z)")
        if undo is not None:
            name, tip = say("Undo: {step}", step=undo.name), say("Undo: {step} (Ctrl+Z)", step=undo.name)
        _show_step(self.actions_by_name["undo"], name, tip, undo is not None)
        name, tip = say("Redo"), say("Redo (Ctrl+Shift+Z)")
        if redo is not None:
            name, tip = say("Redo: {step}", step=redo.name), say("Redo: {step} (Ctrl+Shift+Z)", step=redo.name)
        _show_step(self.actions_by_name["redo"], name, tip, redo is not None)

    def set_theme(self, theme: Theme) -> None:
        """Colours of every part."""
        self._theme = theme
        self.views.set_theme(theme)
        dress(theme)

    def show_view(self, name: str) -> None:
        """Show one of ``planner.ui.views.VIEWS``."""
        self.views.show_view(name)
        self.top_bar.switch.show_view(name)

    def _keep_own_name(self, name: str) -> None:
        self._settings.keep_own_name(name)
        self.workspace.findings.known_name = name

    def _add_person(self) -> None:
        self.show_view("people")
        self.commands.do(edits.people.add_person, say("New person"))

    def _make_view(self, name: str, theme: Theme) -> Any:
        # The other views are loaded when they are first shown: the first window does not wait for them.
        from planner.ui.view_making import make_view

        view = make_view(name, theme, self.commands)
        if name in _VIEWS_WITH_COLUMNS:
            view.restore_layout(bytes(self._settings.layout(name).data()))
        return view

    # -- menus --------------------------------------------------------------------------------------------------

    def _show_session_menu(self, session_id: int, at: QPoint) -> None:
        if self.desk is None:
            return
        self.desk.choose(session_id)
        menu = QMenu(self)
        fill_menu(menu, SESSION_MENU, self._menu_entries())
        menu.popup(at)
        menu.aboutToHide.connect(menu.deleteLater)

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for path in self._settings.recent_files():
            action = self._recent_menu.addAction(path.name)
            action.setToolTip(str(path))
            action.setEnabled(path.is_file())
            action.triggered.connect(lambda _checked=False, path=path: self.files.open(path))
        if self._recent_menu.isEmpty():
            self._recent_menu.addAction(say("No file yet")).setEnabled(False)

    def _fill_swap(self) -> None:
        self._swap_menu.clear()
        for label, swap in self.commands.swap_choices():
            self._swap_menu.addAction(label).triggered.connect(lambda _checked=False, swap=swap: swap())

    def _ask_merge(self) -> None:
        from planner.ui.merge_acts import ask_merge

        self.workspace.commit_typing()
        ask_merge(self, self._theme, self.commands)

    def _ask_zones(self) -> None:
        self.commands.ask_zones(self.top_bar)

    def _print(self) -> None:
        """The paper in sight; else that of the view in sight, else the one chosen last, of the state on the screen."""
        self.workspace.commit_typing()
        if self.desk is None:
            return
        if self.views.shown == TIMETABLE and self.workspace.is_preview_shown:
            self.workspace.preview.print_requested.emit("")
            return
        papers = self.views.view("papers")
        if self.views.shown != "papers":
            papers.show_agenda(self.desk.agenda)
            papers.show_state_or_now(self.views.state_in_sight())
        papers.print_requested.emit(_PAPER_OF_VIEW.get(self.views.shown, ""))

    def _toggle_preview(self) -> None:
        self.show_view(TIMETABLE)
        self.workspace.toggle_preview(self._make_preview)

    def _make_preview(self) -> Any:
        from planner.ui.papers_acts import papers_view

        return papers_view(self._theme, self.commands, beside=True)

    def _show_choice(self, session_id: int | None) -> None:
        if "papers" in self.views.made:
            self.views.view("papers").show_choice(session_id)

    def _show_keys(self) -> None:
        from planner.ui.keys import key_groups

        self.commands.show_keys(key_groups(self.actions_by_name))

    def close_document(self) -> None:
        """Back to the start page."""
        self._settings.forget_last_file()
        self.show_desk(None)

    # -- leaving ------------------------------------------------------------------------------------------------

    def _restore_layout(self) -> None:
        self.restoreGeometry(self._settings.layout("window"))
        self.workspace.restoreState(self._settings.layout("workspace"))
        self.workspace.above.restoreState(self._settings.layout("above"))
        self.grid.set_zoom(self._settings.zoom())
        self.grid.show_heat(self._settings.heat())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.workspace.commit_typing()
        self.workspace.hide_preview()
        self._settings.keep_layout("window", self.saveGeometry())
        self._settings.keep_layout("workspace", self.workspace.saveState())
        self._settings.keep_layout("above", self.workspace.above.saveState())
        for name in _VIEWS_WITH_COLUMNS & self.views.made:
            self._settings.keep_layout(name, QByteArray(self.views.view(name).layout_state()))
        self.workspace.show_desk(None)
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        event.accept()
        self.closed.emit()

    def open_path(self, path: Path) -> bool:
        return self.files.open(path)


def _view_keys(name: str) -> str:
    """ "Ctrl+1" for the first view; there are more views than digits."""
    named = {"papers": "Ctrl+Shift+E", "history": "Ctrl+H"}
    numbered = [view for view in VIEWS if view not in named]
    return named.get(name) or f"Ctrl+{numbered.index(name) + 1}"


def _show_step(action: QAction, name: str, tip: str, enabled: bool) -> None:
    action.setText(name)
    action.setToolTip(tip)
    action.setEnabled(enabled)
