"""The ground under the blocks: days and rooms, hours, and the closed time around the windows."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from planner.models.agenda import Agenda
from planner.ui.theme import Theme
from planner.ui.timetable.geometry import Column, GridGeometry


def paint_ground(painter: QPainter, dirty: QRect, agenda: Agenda, geometry: GridGeometry, theme: Theme) -> None:
    """Closed time hatched, open windows plain, hour lines, and a line between days and rooms."""
    painter.fillRect(dirty, QColor(theme.closed))
    painter.fillRect(dirty, QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))
    columns = [
        column for column in geometry.columns if column.x <= dirty.right() and dirty.left() <= column.x + column.width
    ]
    for column in columns:
        _paint_windows(painter, column, agenda, geometry, theme)
    for column in columns:
        colour = theme.line if column.opens_day else theme.line_soft
        painter.setPen(QPen(QColor(colour), 1))
        painter.drawLine(column.x, 0, column.x, geometry.height_px)


def _paint_windows(painter: QPainter, column: Column, agenda: Agenda, geometry: GridGeometry, theme: Theme) -> None:
    for window in agenda.windows_of(column.day_id):
        top, bottom = geometry.y_of(window.start_minute), geometry.y_of(window.end_minute)
        painter.fillRect(QRect(column.x, top, column.width, bottom - top), QColor(theme.canvas))
        for minute in geometry.tick_minutes():
            if window.start_minute < minute < window.end_minute:
                painter.setPen(QPen(QColor(theme.line if minute % 60 == 0 else theme.line_soft), 1))
                y = geometry.y_of(minute)
                painter.drawLine(column.x, y, column.x + column.width, y)
        painter.setPen(QPen(QColor(theme.text_soft), 1))
        painter.drawLine(column.x, top, column.x + column.width, top)
        painter.drawLine(column.x, bottom, column.x + column.width, bottom)
