"""What stands above the pages of a paper: which plan, which paper, for whom, how large, and what to do with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from planner.ui.fields import ChoiceField
from planner.ui.plan_choice import PlanChoice
from planner.ui.preview_zoom import PreviewZoom
from planner.wording import say

_SIDE_PX, _SPACE_PX = 14, 8
_MOST_PAPERS_IN_SIGHT = 20


class PapersBar(QWidget):
    """``beside``: for the narrow preview beside the timetable, with a button to close it."""

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, beside: bool = False) -> None:
        super().__init__(parent)
        self._beside = beside
        self.plan = PlanChoice()
        self.paper = ChoiceField(say("Paper"))
        self.paper.setMaxVisibleItems(_MOST_PAPERS_IN_SIGHT)
        self.reader = ChoiceField(say("For whom"))
        self.zoom = PreviewZoom()
        self.look = QPushButton(say("Look…"))
        self.look.setCheckable(True)
        self.export = QPushButton(say("Save as…"))
        self.print = QPushButton(say("Print…"))
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        for field, least, most in ((self.plan, 130, 230), (self.paper, 130, 190), (self.reader, 100, 130)):
            field.setMinimumWidth(least)
            field.setMaximumWidth(most)
            self._first.addWidget(field, most)
        self._first.addStretch(1)
        for button in self._buttons:
            self._first.addWidget(button)
            if self._beside:
                button.hide()
        if self._beside:
            self._first.addWidget(self._close_button())
        self._second.addWidget(self.zoom)
        self._second.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE_PX, _SPACE_PX, _SIDE_PX, _SPACE_PX)
        layout.setSpacing(0)
        layout.addLayout(self._first)
        layout.addLayout(self._second)
        for row in (self._first, self._second):
            row.setSpacing(_SPACE_PX)
        self._second.setContentsMargins(0, _SPACE_PX, 0, 0)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.look, self.export, self.print

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("\u00d7")
        button.setToolTip(say("Close the preview (Ctrl+Shift+P)"))
        button.setAccessibleName(say("Close the preview"))
        button.clicked.connect(self.close_requested)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The zoom stands beside the choices, or below them where all do not fit into one line."""
        super().resizeEvent(event)
        fields = (self.plan, self.paper, self.reader)
        widths = [field.minimumWidth() for field in fields]
        widths += [widget.sizeHint().width() for widget in (self.zoom, *self._buttons)]
        needed = sum(widths) + len(widths) * _SPACE_PX + 2 * _SIDE_PX
        below = self._beside or needed > self.width()
        if below == (self._second.indexOf(self.zoom) >= 0):
            return
        self._second.setContentsMargins(0, _SPACE_PX if below else 0, 0, 0)
        if below:
            self._second.insertWidget(0, self.zoom)
        else:
            self._first.insertWidget(len(fields) + 1, self.zoom)
