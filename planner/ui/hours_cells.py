"""The cells of the Hours view: a day of a row, its hardship, or what to do for those without a time zone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.ui.hours_geometry import DayScale, Moment
from planner.ui.hours_model import HoursModel
from planner.ui.hours_painting import StripPainter, lanes_in
from planner.ui.theme import Theme, font

_ROOM_PX = 6
_SIDE = Qt.AlignmentFlag.AlignVCenter


class HoursDelegate(QStyledItemDelegate):
    """``moment`` is what is pointed at: a line in its cell."""

    def __init__(self, hours: HoursModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._hours = hours
        self.strips = StripPainter(theme)
        self.moment: Moment | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box, theme = option.rect, self.strips.theme
        line = self._hours.line(index.row())
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.accent_soft))
        painter.setPen(QColor(theme.line_soft))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if line is None or index.column() == self._hours.hardship_column:
            self._paint_words(painter, box, index, has_focus)
        else:
            scale = scale_in(self._hours, index.column(), box)
            self.strips.paint(painter, box, line, index.column(), scale)
            self._paint_focus(painter, lanes_in(box, scale).whole, has_focus)
            if self.moment is not None and (self.moment.row, self.moment.day) == (index.row(), index.column()):
                self._paint_moment(painter, lanes_in(box, scale).whole, scale.x_of(self.moment.minute))
        painter.restore()

    def _paint_words(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, has_focus: bool
    ) -> None:
        is_heading = self._hours.line(index.row()) is None
        painter.setFont(font(-1) if is_heading else font(0, QFont.Weight.DemiBold))
        painter.setPen(QColor(self.strips.theme.text_soft if is_heading else self.strips.theme.text))
        side = Qt.AlignmentFlag.AlignLeft if is_heading else Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(_ROOM_PX * (not is_heading), 0, -_ROOM_PX, 0), _SIDE | side, str(index.data()))
        self._paint_focus(painter, box.adjusted(1, 1, -2, -2), has_focus)

    def _paint_focus(self, painter: QPainter, box: QRect, has_focus: bool) -> None:
        if has_focus:
            painter.setPen(QPen(QColor(self.strips.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, -1, 0, 1))

    def _paint_moment(self, painter: QPainter, whole: QRect, x: int) -> None:
        painter.fillRect(QRect(x - 1, whole.top(), 4, whole.height()), QColor(self.strips.theme.panel))
        painter.fillRect(QRect(x, whole.top(), 2, whole.height()), QColor(self.strips.theme.text))


def scale_in(hours: HoursModel, day: int, box: QRect) -> DayScale:
    """Where the minutes of a day stand within one of its cells."""
    picture = hours.picture
    if picture is None:
        raise LookupError(day)
    return DayScale(picture.days[day], box.left(), box.width())
