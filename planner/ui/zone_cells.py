"""How a row of the list under a field for a zone is painted: the place and its offset, under them the times."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.ui.theme import font
from planner.ui.zone_rows import ROW_ROLE, RowKind, ZoneRow

_Index = QModelIndex | QPersistentModelIndex
_SIDE_PX, _ABOVE_PX, _GAP_PX, _BAR_PX = 12, 5, 12, 3
_TALL_PX = 1000
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class _Letters(NamedTuple):
    """The fonts of a list, measured once."""

    plain: QFont
    strong: QFont
    small: QFont
    small_strong: QFont
    line_px: int
    small_line_px: int

    def of_sentence(self, row: ZoneRow) -> QFont:
        return self.strong if row.kind is RowKind.QUESTION else self.plain


@lru_cache(maxsize=2)
def _letters(base_px: int) -> _Letters:
    """For the program's size of text."""
    made = [font(weight=weight) for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold) for _size in range(2)]
    for index, letters in enumerate(made):
        letters.setPixelSize(base_px - index % 2)
    plain, small, strong, small_strong = made
    lines = QFontMetrics(plain).height(), QFontMetrics(small).height()
    return _Letters(plain, strong, small, small_strong, *lines)


class ZoneCells(QStyledItemDelegate):
    """Paints zones, headings and sentences in the colours of the palette."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: ZoneRow = index.data(ROW_ROLE)
        letters = _letters(QApplication.font().pixelSize())
        if row.kind is RowKind.ZONE:
            below = letters.small_line_px * (2 if row.note else 1)
            return QSize(0, letters.line_px + below + 2 * _ABOVE_PX)
        if row.kind is RowKind.HEADING:
            return QSize(0, letters.small_line_px + 2 * _ABOVE_PX)
        room = QRect(0, 0, option.rect.width() - 2 * _SIDE_PX, _TALL_PX)
        box = QFontMetrics(letters.of_sentence(row)).boundingRect(room, _WRAPPED, row.title)
        return QSize(0, box.height() + 3 * _ABOVE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ZoneRow = index.data(ROW_ROLE)
        letters = _letters(QApplication.font().pixelSize())
        painter.save()
        if row.kind is RowKind.ZONE:
            _paint_zone(painter, option, row, letters)
        else:
            _paint_words(painter, option, row, letters)
        painter.restore()


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, row: ZoneRow, letters: _Letters) -> None:
    box = option.rect.adjusted(_SIDE_PX, _ABOVE_PX, -_SIDE_PX, -_ABOVE_PX)
    if row.kind is RowKind.HEADING:
        painter.setPen(_soft())
        _write(painter, box, row.title, letters.small_strong)
        return
    painter.setPen(option.palette.color(QPalette.ColorRole.Text) if row.kind is RowKind.QUESTION else _soft())
    painter.setFont(letters.of_sentence(row))
    painter.drawText(box.adjusted(0, _ABOVE_PX // 2, 0, 0), _WRAPPED, row.title)


def _paint_zone(painter: QPainter, option: QStyleOptionViewItem, row: ZoneRow, letters: _Letters) -> None:
    """The current row is told by its ground and by a bar at its left."""
    is_current = bool(option.state & QStyle.StateFlag.State_Selected)
    colours, roles = option.palette, QPalette.ColorRole
    if is_current:
        painter.fillRect(option.rect, colours.color(roles.Highlight))
        bar = QRect(option.rect.topLeft(), QSize(_BAR_PX, option.rect.height()))
        painter.fillRect(bar, colours.color(roles.HighlightedText))
    strong = colours.color(roles.HighlightedText if is_current else roles.Text)
    box = option.rect.adjusted(_SIDE_PX, _ABOVE_PX, -_SIDE_PX, -_ABOVE_PX)
    first = QRect(box.topLeft(), QSize(box.width(), letters.line_px))
    painter.setPen(strong)
    painter.setFont(letters.plain)
    painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.beside)
    beside = painter.fontMetrics().horizontalAdvance(row.beside)
    _write(painter, first.adjusted(0, 0, -beside - _GAP_PX, 0), row.title, letters.strong)
    painter.setPen(strong if is_current else _soft())
    line = QRect(first.bottomLeft(), QSize(box.width(), letters.small_line_px))
    _write(painter, line, row.detail, letters.small)
    _write(painter, line.translated(0, line.height()), row.note, letters.small)


def _write(painter: QPainter, box: QRect, text: str, letters: QFont) -> None:
    painter.setFont(letters)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _LEFT, shown)


def _soft() -> QColor:
    """The program's own: a style sheet gives widgets a paler one."""
    return QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
