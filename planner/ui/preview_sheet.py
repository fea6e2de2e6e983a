"""One page of the preview: its picture, and the places of the sessions on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.ui.page_pictures import PagePicture
from planner.ui.theme import Theme
from planner.wording import say

if TYPE_CHECKING:
    from planner.export.pdf_writing import SessionPlace

_MARK_ALPHA = 26


class PreviewSheet(QWidget):
    """``session_requested`` carries the id of the session that was clicked, ``session_open_requested`` twice."""

    session_requested = Signal(int)
    session_open_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.picture: PagePicture | None = None
        self.is_stale = False
        self._theme = theme
        self._places: Sequence[SessionPlace] = ()
        self._px_per_point = 1.0
        self._chosen_id: int | None = None
        self._pointed_id: int | None = None

    def show_number(self, number: int, count: int) -> None:
        """Pages are counted from 1 here."""
        self.setAccessibleName(say("Page {number} of {count}", number=number, count=count))

    def show_places(self, places: "Sequence[SessionPlace]") -> None:
        self._places = places
        self.update()

    def show_picture(self, picture: PagePicture) -> None:
        self.picture, self.is_stale = picture, False
        self.setAccessibleDescription(picture.text)
        self.update()

    def show_choice(self, session_id: int | None) -> None:
        if session_id != self._chosen_id:
            self._chosen_id = session_id
            self.update()

    def set_scale(self, px_per_point: float) -> None:
        self._px_per_point = px_per_point

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def rectangle_of(self, place: "SessionPlace") -> QRectF:
        """Where a session is on this widget."""
        scale = self._px_per_point
        return QRectF(place.x * scale, place.y * scale, place.width * scale, place.height * scale)

    def _session_at(self, x: float, y: float) -> int | None:
        hit = (place.session_id for place in self._places if self.rectangle_of(place).contains(x, y))
        return next(hit, None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointed = self._session_at(event.position().x(), event.position().y())
        if pointed != self._pointed_id:
            self._pointed_id = pointed
            self.setCursor(Qt.CursorShape.ArrowCursor if pointed is None else Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pressed = self._session_at(event.position().x(), event.position().y())
        if pressed is not None and event.button() is Qt.MouseButton.LeftButton:
            self.session_requested.emit(pressed)
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        pressed = self._session_at(event.position().x(), event.position().y())
        if pressed is not None and event.button() is Qt.MouseButton.LeftButton:
            self.session_open_requested.emit(pressed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("white"))
        if self.picture is not None:
            self._paint_picture(painter, self.picture)
        self._mark_chosen(painter)
        painter.setPen(QPen(QColor(self._theme.field_line), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_picture(self, painter: QPainter, picture: PagePicture) -> None:
        """Pixel by pixel when it was made for this size; until then stretched."""
        if self._fits(picture):
            picture.image.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(QPoint(0, 0), picture.image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), picture.image)

    def _fits(self, picture: PagePicture) -> bool:
        return abs(picture.px_per_point - self._px_per_point * self.devicePixelRatioF()) < 1e-6

    def _mark_chosen(self, painter: QPainter) -> None:
        # Paper is white in a dark window too: the mark has the colour of ink on it.
        accent = QColor("#0B6BB5")
        for place in self._places:
            if place.session_id == self._chosen_id:
                fill = QColor(accent)
                fill.setAlpha(_MARK_ALPHA)
                mark = self.rectangle_of(place).adjusted(-5, 0, 5, 0)
                painter.fillRect(mark, fill)
                painter.fillRect(QRectF(mark.left(), mark.top(), 3, mark.height()), accent)
