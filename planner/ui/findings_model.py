"""The rows of the findings panel: what, in whose case and when."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPolygon
from PySide6.QtWidgets import QWidget

from planner.rules.finding import Finding, Level, level_name
from planner.ui.theme import Theme
from planner.wording import say

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
