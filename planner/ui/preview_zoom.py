"""Page and zoom of the preview: which page is in sight, and buttons to turn and to zoom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from planner.ui.preview_scale import FIT, FIT_PAGE, ZOOM_STEP
from planner.wording import say


class PreviewZoom(QWidget):
    """Each button asks; nothing is done here."""

    zoom_requested = Signal(float)
    zoom_by_requested = Signal(float)
    turn_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = QLabel()
        self.page.setProperty("role", "soft")
        self.previous = _button("\u2039", say("Previous page"))
        self.next = _button("\u203a", say("Next page"))
        self.smaller = _button("\u2212", say("Zoom out"))
        self.larger = _button("+", say("Zoom in"))
        self.fit = _button(say("Width"), say("As wide as the window (0)"))
        self.fit_page = _button(say("Page"), say("One whole page (2)"))
        self.full = _button(say("100 %"), say("As large as on paper (1)"))
        for button in (self.fit, self.fit_page, self.full):
            button.setCheckable(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (
            self.previous,
            self.page,
            self.next,
            self.smaller,
            self.larger,
            self.fit,
            self.fit_page,
            self.full,
        ):
            layout.addWidget(part)
        self.previous.clicked.connect(lambda: self.turn_requested.emit(-1))
        self.next.clicked.connect(lambda: self.turn_requested.emit(1))
        self.smaller.clicked.connect(lambda: self.zoom_by_requested.emit(1 / ZOOM_STEP))
        self.larger.clicked.connect(lambda: self.zoom_by_requested.emit(ZOOM_STEP))
        self.fit.clicked.connect(lambda: self.zoom_requested.emit(FIT))
        self.fit_page.clicked.connect(lambda: self.zoom_requested.emit(FIT_PAGE))
        self.full.clicked.connect(lambda: self.zoom_requested.emit(1.0))
        self.show_page(0, 0)
        self.show_zoom(FIT)

    def show_page(self, number: int, count: int) -> None:
        """Counted from 1."""
        self.page.setText(say("{number} of {count}", number=number, count=count) if count else "")
        self.page.setAccessibleName(say("Page {number} of {count}", number=number, count=count))
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < count)

    def show_zoom(self, zoom: float) -> None:
        self.fit.setChecked(zoom == FIT)
        self.fit_page.setChecked(zoom == FIT_PAGE)
        self.full.setChecked(zoom == 1.0)


def _button(text: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
