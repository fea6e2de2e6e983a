"""How a cell of the coverage matrix is painted: a filled square where covered, a sign and a word for the row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.rules.covering import Cover
from planner.ui.coverage_model import COVER_ROLE, COVERED_ROLE
from planner.ui.theme import Theme, font

_MARK_PX = 12


class CoverageDelegate(QStyledItemDelegate):
    """Paints both kinds of cells."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, cover, box = self._theme, index.data(COVER_ROLE), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cover is not Cover.ONCE:
            painter.fillRect(box, QColor(theme.warning_soft))
        painter.setPen(QColor(theme.line_soft))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.column() == 0:
            self._paint_state(painter, option, index, cover)
        else:
            self._paint_mark(painter, QRectF(box), bool(index.data(COVERED_ROLE)), cover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_mark(self, painter: QPainter, box: QRectF, covered: bool, cover: Cover) -> None:
        theme = self._theme
        mark = QRectF(0, 0, _MARK_PX, _MARK_PX)
        mark.moveCenter(box.center())
        colour = QColor(theme.warning if cover is Cover.TWICE else theme.accent)
        painter.setPen(QPen(colour if covered else QColor(theme.field_line), 1))
        painter.setBrush(colour if covered else QColor(theme.field))
        painter.drawRoundedRect(mark, 3, 3)
        if covered:
            painter.setPen(QPen(QColor(theme.panel), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            corner = mark.topLeft()
            ticks = [corner + QPointF(*point) for point in ((2.8, 6.3), (5.1, 8.6), (9.3, 3.7))]
            painter.drawPolyline(QPolygonF(ticks))

    def _paint_state(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        cover: Cover,
    ) -> None:
        colour = index.data(Qt.ItemDataRole.ForegroundRole) or option.palette.color(QPalette.ColorRole.Text)
        box: QRect = option.rect
        painter.setPen(colour)
        _paint_sign(painter, QRectF(box.x() + 7, box.center().y() - 5, 11, 11), cover, colour)
        painter.setPen(colour)
        painter.setFont(font(-1, QFont.Weight.Normal if cover is Cover.ONCE else QFont.Weight.DemiBold))
        words = box.adjusted(25, 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.data()))


def _paint_sign(painter: QPainter, box: QRectF, cover: Cover, colour: QColor) -> None:
    """A triangle for missing, a ring for waiting, a disc, two discs: told apart without colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = box.adjusted(1, 1, -1, -1)
    if cover is Cover.MISSING:
        painter.drawPolygon(QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]))
        return
    if cover is Cover.WAITING:
        painter.drawEllipse(ring)
        return
    painter.setBrush(colour)
    if cover is Cover.ONCE:
        painter.drawEllipse(ring.adjusted(1.5, 1.5, -1.5, -1.5))
        return
    painter.drawEllipse(QRectF(box.left() - 1, box.top() + 3, 6, 6))
    painter.drawEllipse(QRectF(box.left() + 6, box.top() + 3, 6, 6))
