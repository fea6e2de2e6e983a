"""The pages of a paper, one below the other: scrolled, zoomed, and led from and to the sessions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from planner.ui.page_pictures import POINTS_AN_INCH
from planner.ui.preview_making import Pictures, Sight
from planner.ui.preview_scale import FIT, FIT_PAGE, ZOOM_STEP, px_a_point, within_limits
from planner.ui.preview_sheet import PreviewSheet
from planner.ui.theme import Theme
from planner.wording import say

if TYPE_CHECKING:
    from planner.export.pdf_writing import SessionPlace
    from planner.export.previewing import PaperPages

_GAP_PX, _MARGIN_PX = 14, 16
_REST_MS = 40
_ENOUGH_IN_SIGHT = 3
"""A session is in sight when all of it is, or this part of the view shows it."""


class PreviewPages(QScrollArea):
    """``pictures_requested`` asks for what is in sight and has no picture of this size."""

    pictures_requested = Signal(object)
    session_requested = Signal(int)
    session_open_requested = Signal(int)
    page_shown = Signal(int, int)
    zoomed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper-ground")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.sheets: list[PreviewSheet] = []
        self.zoom = FIT
        self._theme = theme
        self._size = (595.0, 842.0)
        self._places: tuple[SessionPlace, ...] = ()
        self._chosen_id: int | None = None
        self._scale = 1.0
        self._ground = QWidget()
        self._ground.setObjectName("paper-ground")
        self._ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(self._ground)
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._note_scrolling)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_pages(self, pages: "PaperPages", pictures: Pictures) -> None:
        """The paper anew; page and zoom stay. What is not in sight is painted when it comes in sight."""
        self._places = pages.places
        for sheet in self.sheets:
            sheet.is_stale = True
        if (len(self.sheets), self._size) != (pages.count, pages.size):
            self._size = pages.size
            self._make_sheets(pages.count)
        by_page: dict[int, list[SessionPlace]] = {}
        for place in pages.places:
            by_page.setdefault(place.page, []).append(place)
        for number, sheet in enumerate(self.sheets):
            sheet.show_places(by_page.get(number, ()))
        self.show_pictures(pictures)

    def _make_sheets(self, count: int) -> None:
        while len(self.sheets) > count:
            self.sheets.pop().deleteLater()
        while len(self.sheets) < count:
            sheet = PreviewSheet(self._theme, self._ground)
            sheet.session_requested.connect(self.session_requested)
            sheet.session_open_requested.connect(self.session_open_requested)
            sheet.show_choice(self._chosen_id)
            self.sheets.append(sheet)
            sheet.show()
        for number, sheet in enumerate(self.sheets, start=1):
            sheet.show_number(number, count)
        self._lay_out()
        self._tell_page()

    def show_pictures(self, pictures: Pictures) -> None:
        for number, picture in pictures.items():
            if number < len(self.sheets):
                self.sheets[number].show_picture(picture)
        self._rest.start()

    def show_choice(self, session_id: int | None) -> None:
        """Mark a session, and bring it in sight when it is on the paper: the nearest place, where it has several."""
        self._chosen_id = session_id
        for sheet in self.sheets:
            sheet.show_choice(session_id)
        wanted = [self._on_ground(place) for place in self._places if place.session_id == session_id]
        if wanted and not any(map(self._is_in_sight, wanted)):
            middle = self._seen().center().y()
            self._reveal(min(wanted, key=lambda place: abs(place.center().y() - middle)))

    def _on_ground(self, place: "SessionPlace") -> QRect:
        sheet = self.sheets[place.page]
        return sheet.rectangle_of(place).toRect().translated(sheet.pos())

    def _seen(self) -> QRect:
        return QRect(0, self.verticalScrollBar().value(), self._ground.width(), self.viewport().height())

    def _is_in_sight(self, place: QRect) -> bool:
        seen = self._seen()
        return seen.intersected(place).height() >= min(place.height(), seen.height() // _ENOUGH_IN_SIGHT)

    def _reveal(self, place: QRect) -> None:
        height = self.viewport().height()
        top = place.center().y() - height // 2 if place.height() < height else place.top()
        self.verticalScrollBar().setValue(top)

    # -- zoom ---------------------------------------------------------------------------------------------------

    @property
    def px_per_point(self) -> float:
        """Device-independent pixels a point of the paper."""
        around = QSize(2 * _MARGIN_PX, 2 * _MARGIN_PX)
        return px_a_point(self.zoom, self.logicalDpiX(), self.viewport().size() - around, self._size)

    def set_zoom(self, zoom: float) -> None:
        """1.0 is the size on paper; FIT fills the width, FIT_PAGE shows one page whole."""
        page, self.zoom = self.page, within_limits(zoom)
        self._lay_out()
        if zoom == FIT_PAGE:
            self.go_to_page(page)
        self.zoomed.emit(self.zoom)

    def zoom_by(self, factor: float) -> None:
        self.set_zoom(self.px_per_point * POINTS_AN_INCH / self.logicalDpiX() * factor)

    def _lay_out(self) -> None:
        """Sheets below one another; what is in the middle of the view stays there."""
        bar, middle, scale = self.verticalScrollBar(), self.viewport().height() / 2, self.px_per_point
        kept = (bar.value() + middle) / self._scale
        sheet = QSize(round(self._size[0] * scale), round(self._size[1] * scale))
        width = max(self.viewport().width(), sheet.width() + 2 * _MARGIN_PX)
        self._ground.resize(width, _MARGIN_PX + len(self.sheets) * (sheet.height() + _GAP_PX))
        for index, shown in enumerate(self.sheets):
            shown.set_scale(scale)
            top = _MARGIN_PX + index * (sheet.height() + _GAP_PX)
            shown.setGeometry(QRect(QPoint((width - sheet.width()) // 2, top), sheet))
        if scale != self._scale and bar.value():
            bar.setValue(round(kept * scale - middle))
        self._scale = scale
        self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # -- what is in sight ----------------------------------------------------------------------------------------

    def sight(self) -> Sight:
        """The pages in sight now, and the scale of their pictures."""
        seen = self._seen()
        numbers = (number for number, sheet in enumerate(self.sheets) if seen.intersects(sheet.geometry()))
        return Sight(tuple(numbers) or (0,), self.px_per_point * self.devicePixelRatioF())

    def _ask(self) -> None:
        """For the pages in sight, then for those beside them."""
        sight = self.sight()
        near = range(sight.numbers[0] - 1, sight.numbers[-1] + 2)
        for numbers in (sight.numbers, tuple(number for number in near if 0 <= number < len(self.sheets))):
            missing = tuple(number for number in numbers if self._lacks(number, sight.px_per_point))
            if missing:
                self.pictures_requested.emit(Sight(missing, sight.px_per_point))
                return

    def _lacks(self, number: int, px_per_point: float) -> bool:
        if number >= len(self.sheets):
            return False
        sheet = self.sheets[number]
        return sheet.picture is None or sheet.is_stale or abs(sheet.picture.px_per_point - px_per_point) > 1e-6

    @property
    def is_waiting(self) -> bool:
        """Whether it will ask for pictures in a moment."""
        return self._rest.isActive()

    def _note_scrolling(self) -> None:
        self._tell_page()
        self._rest.start()

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max((number for number, sheet in enumerate(self.sheets) if sheet.y() <= middle), default=0)

    def _tell_page(self) -> None:
        number, count = self.page + 1, len(self.sheets)
        self.setAccessibleName(say("Preview, page {number} of {count}", number=number, count=count))
        self.page_shown.emit(number, count)

    def go_to_page(self, number: int) -> None:
        """Pages are counted from 0."""
        if self.sheets:
            sheet = self.sheets[max(0, min(number, len(self.sheets) - 1))]
            self.verticalScrollBar().setValue(sheet.y() - _MARGIN_PX)

    # -- keys -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, + and - zoom, Ctrl with an arrow chooses the session before or after."""
        if not self._act(event):
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> bool:
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match key:
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.go_to_page(self.page + (1 if key is Qt.Key.Key_PageDown else -1))
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self.go_to_page(0 if key is Qt.Key.Key_Home else len(self.sheets))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(ZOOM_STEP)
            case Qt.Key.Key_Minus:
                self.zoom_by(1 / ZOOM_STEP)
            case Qt.Key.Key_0 | Qt.Key.Key_1 | Qt.Key.Key_2:
                self.set_zoom({Qt.Key.Key_0: FIT, Qt.Key.Key_1: 1.0}.get(key, FIT_PAGE))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._chosen_id is not None:
                self.session_open_requested.emit(self._chosen_id)
            case Qt.Key.Key_Down | Qt.Key.Key_Up if control:
                self._choose_beside(1 if key is Qt.Key.Key_Down else -1)
            case _:
                return False
        return True

    def _choose_beside(self, steps: int) -> None:
        ids: Sequence[int] = list(dict.fromkeys(place.session_id for place in self._places))
        if ids:
            index = ids.index(self._chosen_id) + steps if self._chosen_id in ids else 0
            self.session_requested.emit(ids[max(0, min(index, len(ids) - 1))])

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for sheet in self.sheets:
            sheet.set_theme(theme)
