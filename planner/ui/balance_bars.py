"""The shares of one aspect as a table: a name, a painted bar and the figures that it stands for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.rules.balance import Aspect, Share
from planner.rules.balance_names import aspect_name, value_name
from planner.ui.theme import Theme, font
from planner.wording import say

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NAME, _BAR, _CONFIRMED, _OPEN, _PART = range(5)
_PARTS_ROLE = _Role.UserRole + 1
_BAR_PX, _ROW_ROOM_PX, _HEADER_ROOM_PX = 10, 7, 10


class SharesModel(QAbstractTableModel):
    """A row a value; counts seats, or their minutes."""

    def __init__(self, aspect: Aspect, parent: QWidget) -> None:
        super().__init__(parent)
        self._aspect = aspect
        self._in_minutes = False
        self.shares: tuple[Share, ...] = ()

    def show_shares(self, shares: Sequence[Share], in_minutes: bool) -> None:
        new = tuple(shares)
        same = [share.value for share in new] == [share.value for share in self.shares]
        if not same:
            self.beginResetModel()
        self.shares, self._in_minutes = new, in_minutes
        if not same:
            self.endResetModel()
        elif new:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, _PART))

    def _figures(self, row: int) -> tuple[int, int]:
        share = self.shares[row]
        if self._in_minutes:
            return share.confirmed_minutes, share.open_minutes
        return share.confirmed_seats, share.open_seats

    def _sum(self) -> int:
        return sum(sum(self._figures(row)) for row in range(len(self.shares)))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shares)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _PART + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return (aspect_name(self._aspect), "", say("Confirmed"), say("Open"), say("Part"))[section]
        if role == _Role.ToolTipRole and section == _OPEN:
            return say("Proposed or invited")
        if role == _Role.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        confirmed, still_open = self._figures(index.row())
        whole = self._sum()
        percent = round(100 * (confirmed + still_open) / whole) if whole else 0
        name = value_name(self._aspect, self.shares[index.row()].value)
        if role == _Role.DisplayRole:
            return (name, "", str(confirmed), str(still_open), say("{percent} %", percent=percent))[index.column()]
        if role == _PARTS_ROLE:
            return confirmed / whole if whole else 0, still_open / whole if whole else 0
        if role == _Role.TextAlignmentRole:
            return _alignment(index.column())
        if role == _Role.ToolTipRole or (role == _Role.AccessibleTextRole and index.column() == _BAR):
            values = {"name": name, "confirmed": confirmed, "open": still_open, "percent": percent}
            if self._in_minutes:
                return say(
                    "{name}: {confirmed} confirmed, {open} proposed or invited, {percent} % of all minutes", **values
                )
            return say("{name}: {confirmed} confirmed, {open} proposed or invited, {percent} % of all seats", **values)
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column > _BAR else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class _BarDelegate(QStyledItemDelegate):
    """Confirmed ones filled, open ones in outline after them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        confirmed, still_open = index.data(_PARTS_ROLE)
        room = QRectF(option.rect.x() + 6, option.rect.center().y() - _BAR_PX / 2, option.rect.width() - 12, _BAR_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.theme.accent))
        painter.setBrush(QColor(self.theme.accent_soft))
        whole = QRectF(room.x(), room.y(), room.width() * (confirmed + still_open), _BAR_PX)
        if whole.width():
            painter.drawRoundedRect(whole, 2, 2)
        painter.setBrush(QColor(self.theme.accent))
        if confirmed:
            painter.drawRoundedRect(QRectF(room.x(), room.y(), room.width() * confirmed, _BAR_PX), 2, 2)
        painter.restore()


class BalanceTable(QTableView):
    """One aspect; as high as its rows, so that the page scrolls and not the table."""

    def __init__(self, aspect: Aspect, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_shares = SharesModel(aspect, self)
        self._bars = _BarDelegate(theme, self)
        self.setModel(self.model_of_shares)
        self.setItemDelegateForColumn(_BAR, self._bars)
        self.setAccessibleName(say("Balance by {aspect}", aspect=aspect_name(aspect).lower()))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(font()).height() + _ROW_ROOM_PX)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(QFontMetrics(font(-1)).height() + _HEADER_ROOM_PX)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        header, metrics = self.horizontalHeader(), QFontMetrics(font(-1))
        header.setMinimumSectionSize(20)
        for column in range(_PART + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_BAR, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(_NAME, 12 + QFontMetrics(font()).horizontalAdvance(say("Local authorities and communi")))
        for column, words in ((_CONFIRMED, say("Confirmed")), (_OPEN, say("Open")), (_PART, "100 %")):
            self.setColumnWidth(column, 18 + metrics.horizontalAdvance(words))

    def show_shares(self, shares: Sequence[Share], in_minutes: bool) -> None:
        self.model_of_shares.show_shares(shares, in_minutes)
        rows = self.verticalHeader().defaultSectionSize() * len(shares)
        self.setFixedHeight(rows + self.horizontalHeader().height())

    def set_theme(self, theme: Theme) -> None:
        self._bars.theme = theme
        self.viewport().update()
