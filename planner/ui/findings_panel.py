"""The findings below the timetable: what, in whose case and when; a click shows it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from planner.models.agenda import Agenda
from planner.rules.finding import Finding, Level
from planner.rules.register import Register
from planner.ui.fields import section_label
from planner.ui.findings_model import ACCEPT_KEYS, FindingsModel
from planner.ui.theme import Theme
from planner.wording import say, say_count


class FindingsPanel(QWidget):
    """The list of findings, or the sentence that there are none; and the register of those accepted.

    ``accept_requested`` carries the finding, the reason and the name, ``level_requested`` a rule and its level or None.
    """

    show_requested = Signal(object)
    accept_requested = Signal(object, str, str)
    reopen_requested = Signal(int)
    level_requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # It fills itself, with the colour of panels: what lies behind it need not be painted with each drop.
        self.setBackgroundRole(QPalette.ColorRole.Button)
        self.setAutoFillBackground(True)
        self.model = FindingsModel(theme, self)
        self.known_name = ""
        self._agenda: Agenda | None = None
        self._register = Register((), ())
        self._accepted_page: Any = None
        self._heading = section_label("")
        self.accepted = QPushButton()
        self.accepted.setProperty("role", "link")
        self.accepted.setCheckable(True)
        self.accepted.hide()
        self.accepted.toggled.connect(self._show_page)
        self.view = QTreeView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(say("Findings"))
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setHeaderHidden(True)
        self.view.setIconSize(QSize(14, 14))
        self.view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.view.header().setStretchLastSection(False)
        self.view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(0, 220)
        self.view.setColumnWidth(2, 60)
        self.view.clicked.connect(self._ask)
        self.view.activated.connect(self._ask)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        accept = QShortcut(QKeySequence(ACCEPT_KEYS), self.view, self.ask_acceptance)
        accept.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._fine = QLabel(say("Nothing clashes and nothing is missing."))
        self._fine.setProperty("role", "good")
        self._fine.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.setSpacing(4)
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self.accepted)
        layout.addLayout(heading)
        # Without a parent it would show the first of them as a window of its own.
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._fine)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self.model.show_findings(findings)
        self._heading.setText(findings_heading(findings).upper())
        self._show_page()

    def show_register(self, agenda: Agenda, register: Register) -> None:
        """Which findings this meeting accepted, and the levels that it gave to rules."""
        self._agenda, self._register = agenda, register
        anything = bool(agenda.acceptances or agenda.rule_levels)
        if not anything and self.accepted.isHidden():
            return
        self.accepted.setText(say("Accepted ({count})", count=len(register.accepted)))
        self.accepted.setToolTip(say("The findings that were accepted, with their reasons; and the levels of rules"))
        self.accepted.setVisible(anything)
        if not anything:
            self.accepted.setChecked(False)
        self._show_page()

    def _show_page(self) -> None:
        """The register while its button is pressed, else the findings."""
        if self.accepted.isChecked() and self._agenda is not None:
            self.accepted_page.show_register(self._agenda, self._register)
            self._stack.setCurrentWidget(self.accepted_page)
        else:
            self._stack.setCurrentWidget(self.view if self.model.findings else self._fine)

    @property
    def accepted_page(self) -> Any:
        """An ``AcceptedPage``, loaded and made when it is first shown."""
        if self._accepted_page is None:
            from planner.ui.accepted_page import AcceptedPage

            self._accepted_page = AcceptedPage()
            self._accepted_page.reopen_requested.connect(self.reopen_requested)
            self._accepted_page.level_requested.connect(self.level_requested)
            self._stack.addWidget(self._accepted_page)
        return self._accepted_page

    def _open_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if index.isValid() and self._agenda is not None:
            from planner.ui.finding_menu import finding_menu

            self.view.setCurrentIndex(index)
            menu = finding_menu(self._agenda, self.model.findings[index.row()], self)
            menu.show_requested.connect(lambda: self._ask(index))
            menu.accept_requested.connect(self.ask_acceptance)
            menu.level_requested.connect(self.level_requested)
            menu.popup(self.view.viewport().mapToGlobal(at))

    def ask_acceptance(self) -> None:
        """Reason and name for the current finding, in a popup beside it."""
        index = self.view.currentIndex()
        if not index.isValid():
            return
        from planner.ui.accept_popup import AcceptPopup

        finding = self.model.findings[index.row()]
        popup = AcceptPopup(finding, self.known_name, self)
        popup.accepted.connect(lambda reason, name: self.accept_requested.emit(finding, reason, name))
        popup.open_beside(self.view, self.view.visualRect(index))

    def set_theme(self, theme: Theme) -> None:
        self.model.set_theme(theme)

    def _ask(self, index: QModelIndex) -> None:
        self.show_requested.emit(self.model.findings[index.row()])


def findings_heading(findings: Sequence[Finding]) -> str:
    """ "Findings - 1 clash, 2 warnings"."""
    clashes = sum(finding.level is Level.CLASH for finding in findings)
    warnings = sum(finding.level is Level.WARNING for finding in findings)
    said = (
        say_count("{count} clash", "{count} clashes", clashes),
        say_count("{count} warning", "{count} warnings", warnings),
    )
    notes = len(findings) - clashes - warnings
    if not notes:
        return say("Findings — {clashes}, {warnings}", clashes=said[0], warnings=said[1])
    return say(
        "Findings — {clashes}, {warnings}, {notes}",
        clashes=said[0], warnings=said[1], notes=say_count("{count} note", "{count} notes", notes),
    )  # fmt: skip
