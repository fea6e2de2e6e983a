"""The findings below the timetable: what, in whose case and when; a click shows it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPixmap, QPolygon, QShortcut
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
from planner.rules.finding import Finding, Level, level_name
from planner.rules.register import Register
from planner.ui.fields import section_label
from planner.ui.theme import Theme
from planner.wording import say, say_count

_Index = QModelIndex | QPersistentModelIndex
_COLUMNS = 3
ACCEPT_KEYS = "Ctrl+Return"


class FindingsModel(QAbstractTableModel):
    """Level and title, the sentence, and the word that shows it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._signs = {level: _sign(level, theme) for level in Level}
        self.findings: tuple[Finding, ...] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Take out and put in only what differs: the choice and the scroll position stay."""
        new = tuple(findings)
        first = _common(self.findings, new)
        last = _common(self.findings[first:][::-1], new[first:][::-1])
        self._take_out(first, len(self.findings) - last)
        self._put_in(first, new[first : len(new) - last])

    def _take_out(self, first: int, end: int) -> None:
        if first < end:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            self.findings = self.findings[:first] + self.findings[end:]
            self.endRemoveRows()

    def _put_in(self, first: int, added: tuple[Finding, ...]) -> None:
        if added:
            self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
            self.findings = self.findings[:first] + added + self.findings[first:]
            self.endInsertRows()

    def set_theme(self, theme: Theme) -> None:
        self.beginResetModel()
        self._theme = theme
        self._signs = {level: _sign(level, theme) for level in Level}
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.findings)

    def columnCount(self, parent: _Index | None = None) -> int:
        return _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (say("Finding"), say("What and when"), say("Show"))[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self.findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (finding.title, finding.sentence, say("Show"))[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return self._signs[finding.level]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return say("{level}: {title}", level=level_name(finding.level), title=finding.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.sentence
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _COLUMNS - 1:
            return QColor(self._theme.accent)
        return None


def _common(before: Sequence[Finding], now: Sequence[Finding]) -> int:
    """How many findings at the head are the same."""
    pairs = enumerate(zip(before, now, strict=False))
    return next((index for index, (old, new) in pairs if old != new), min(len(before), len(now)))


def _sign(level: Level, theme: Theme) -> QPixmap:
    """A disc for a clash, a triangle for a warning, a ring for a note: told apart without colour."""
    picture = QPixmap(28, 28)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = {Level.CLASH: theme.clash, Level.WARNING: theme.warning}.get(level, theme.note)
    painter.setPen(QColor(colour))
    painter.setBrush(QColor(colour) if level is not Level.NOTE else Qt.BrushStyle.NoBrush)
    if level is Level.WARNING:
        painter.drawPolygon(QPolygon([QPoint(7, 2), QPoint(12, 11), QPoint(2, 11)]))
    else:
        painter.drawEllipse(3, 3, 8, 8)
    painter.end()
    return picture


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
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
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
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._fine)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.setSpacing(4)
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self.accepted)
        layout.addLayout(heading)
        layout.addLayout(self._stack, 1)

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
