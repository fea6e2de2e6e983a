"""What can be done with a finding: show it, accept it, or say how grave its rule is in this meeting."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.models.agenda import Agenda
from planner.rules.finding import Finding, Level
from planner.rules.register import OFF, levels_of
from planner.rules.register_lines import level_words
from planner.ui.findings_model import ACCEPT_KEYS
from planner.wording import say


class FindingMenu(QMenu):
    """``level_requested`` carries the rule, and its level or None for its own."""

    show_requested = Signal()
    accept_requested = Signal()
    level_requested = Signal(str, object)

    def __init__(self, agenda: Agenda, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        show = self.addAction(say("Show"))
        show.setEnabled(bool(finding.session_ids))
        show.triggered.connect(self.show_requested)
        accept = self.addAction(say("Accept…"))
        accept.setShortcut(QKeySequence(ACCEPT_KEYS))
        accept.triggered.connect(self.accept_requested)
        self.addSeparator()
        self.levels = self.addMenu(say("How grave is “{rule}”", rule=finding.title))
        self._add_levels(agenda, finding.rule)

    def _add_levels(self, agenda: Agenda, rule: str) -> None:
        given = levels_of(agenda).get(rule)
        group = QActionGroup(self)
        for level in (*Level, OFF, None):
            if level is None:
                self.levels.addSeparator()
            action = self.levels.addAction(level_words(level))
            action.setCheckable(True)
            action.setChecked(level == given)
            action.triggered.connect(partial(self._ask_level, rule, level))
            group.addAction(action)

    def _ask_level(self, rule: str, level: str | None, _checked: bool = False) -> None:
        self.level_requested.emit(rule, None if level is None else str(level))


def finding_menu(agenda: Agenda, finding: Finding, parent: QWidget) -> FindingMenu:
    return FindingMenu(agenda, finding, parent)
