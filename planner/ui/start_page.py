"""What the window shows while no meeting is open: new ones from templates, and the way back to known ones."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.templates import TEMPLATES, Template
from planner.ui.fields import section_label
from planner.ui.folders import folder_in_words
from planner.ui.row_matching import link_button, set_tab_order
from planner.wording import say

_COLUMN_PX = 780
_GAP_PX = 14
_CARD_PX = (_COLUMN_PX - 2 * _GAP_PX) // 3
# Links have this much room around them: what stands above one starts where its letters start.
_LINK_INSET_PX = 4
_MOST_RECENT = 6


class ElidedLabel(QLabel):
    """One line that loses its middle, never its ends, when it is too long; the tooltip has it whole."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__()
        self._whole = text
        self.setProperty("role", role)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._shorten()

    def _shorten(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width()))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole), metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._shorten()


class TemplateCard(QPushButton):
    """A choice with a title and, below it, what it brings."""

    def __init__(self, template: Template) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.setAccessibleName(template.title)
        self.setAccessibleDescription(template.description)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(16, 14, 16, 14)
        self._lines.setSpacing(6)
        for text, role in ((template.title, "title"), (template.description, "hint")):
            self._add_line(text, role)
        self._lines.addStretch(1)

    def _add_line(self, text: str, role: str) -> None:
        label = QLabel(text)
        label.setProperty("role", role)
        label.setWordWrap(True)
        # Clicks and hovering belong to the button below.
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines.addWidget(label)

    def sizeHint(self) -> QSize:
        least = 6 * QFontMetrics(self.font()).height()
        return QSize(_CARD_PX, max(self._lines.totalHeightForWidth(_CARD_PX), least))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class StartPage(QWidget):
    """Templates, the sample, files opened before, backups; keys walk them from the top to the bottom."""

    new_requested = Signal(str)
    sample_requested = Signal()
    open_requested = Signal()
    recent_requested = Signal(Path)
    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.cards = {template.key: TemplateCard(template) for template in TEMPLATES}
        self.sample = QPushButton(say("Open the sample meeting"))
        self.open = QPushButton(say("Open…"))
        self.restore = QPushButton(say("Restore a backup…"))
        self.recent: dict[Path, QPushButton] = {}
        self._recent_rows = QGridLayout()
        self._connect()
        self._lay_out()
        self.show_recent(())

    def _connect(self) -> None:
        for key, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, key=key: self.new_requested.emit(key))
        self.sample.clicked.connect(lambda: self.sample_requested.emit())
        self.open.clicked.connect(lambda: self.open_requested.emit())
        self.restore.clicked.connect(lambda: self.restore_requested.emit())

    def _lay_out(self) -> None:
        sheet = QWidget()
        sheet.setObjectName("panel")
        centred = QHBoxLayout(sheet)
        centred.setContentsMargins(24, 24, 24, 24)
        centred.addStretch(1)
        centred.addWidget(self._column())
        centred.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _column(self) -> QWidget:
        column = QWidget()
        column.setFixedWidth(_COLUMN_PX)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addStretch(2)
        layout.addWidget(_label(say("Roundtable Planner"), "page-title"))
        purpose = say("Plan the days, sessions and speakers of an intergovernmental meeting, and print its agenda.")
        layout.addWidget(_label(purpose, "hint"))
        layout.addSpacing(22)
        layout.addWidget(section_label(say("New from template")))
        layout.addLayout(_side_by_side(*self.cards.values()))
        layout.addSpacing(22)
        layout.addLayout(self._ways_back())
        layout.addStretch(3)
        return column

    def _ways_back(self) -> QHBoxLayout:
        known = QWidget()
        known.setFixedWidth(_CARD_PX)
        buttons = QVBoxLayout(known)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        for widget in (section_label(say("Open")), self.sample, self.open, self.restore):
            buttons.addWidget(widget)
        heading = section_label(say("Recent files"))
        heading.setContentsMargins(_LINK_INSET_PX, 0, 0, 0)
        self._recent_rows.setVerticalSpacing(4)
        self._recent_rows.setHorizontalSpacing(10)
        self._recent_rows.setColumnStretch(1, 1)
        recent = QVBoxLayout()
        recent.setSpacing(8)
        recent.addWidget(heading)
        recent.addLayout(self._recent_rows)
        recent.addStretch(1)
        layout = QHBoxLayout()
        layout.setSpacing(_GAP_PX)
        layout.addWidget(known, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(recent, 1)
        return layout

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List files opened before, newest first; one that is gone is greyed and cannot be chosen."""
        self._clear_recent()
        if not paths:
            hint = _label(say("The files that you open are listed here, so that they are one click away."), "hint")
            hint.setContentsMargins(_LINK_INSET_PX, 0, 0, 0)
            self._recent_rows.addWidget(hint, 0, 0, 1, 2)
        for row, path in enumerate(paths[:_MOST_RECENT]):
            self._add_recent(row, path)
        set_tab_order((*self.cards.values(), self.sample, self.open, self.restore, *self.recent.values()))

    def _clear_recent(self) -> None:
        while (item := self._recent_rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.recent = {}

    def _add_recent(self, row: int, path: Path) -> None:
        folder = folder_in_words(path)
        if path.is_file():
            self.recent[path] = self._recent_button(path)
            self._recent_rows.addWidget(self.recent[path], row, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            gone = _label(_short(path.name, self), "hint")
            gone.setWordWrap(False)
            gone.setContentsMargins(_LINK_INSET_PX, 0, 0, 0)
            self._recent_rows.addWidget(gone, row, 0)
            folder = say("no longer in {folder}", folder=folder)
        self._recent_rows.addWidget(ElidedLabel(folder, "hint"), row, 1)

    def _recent_button(self, path: Path) -> QPushButton:
        button = link_button(_short(path.name, self), say("Open {path}", path=path))
        button.clicked.connect(lambda: self.recent_requested.emit(path))
        return button


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _short(name: str, widget: QWidget) -> str:
    return widget.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _COLUMN_PX // 3)


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(_GAP_PX)
    for widget in widgets:
        layout.addWidget(widget, 1)
    return layout
