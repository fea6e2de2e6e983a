"""The switch between the views: buttons side by side, one of them down."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from planner.models.agenda import Agenda
from planner.ui.dragging import is_somebody
from planner.ui.views import VIEWS, view_title

_REST_MS = 450


class ViewSwitch(QWidget):
    """``chosen`` carries the name of a view."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._over = ""
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(lambda: self.chosen.emit(self._over))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, name in enumerate(VIEWS):
            button = QPushButton()
            button.setCheckable(True)
            button.setAcceptDrops(True)
            button.installEventFilter(self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("role", "segment")
            button.setProperty("place", "first" if index == 0 else "last" if index == len(VIEWS) - 1 else "middle")
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self.buttons[name] = button
            layout.addWidget(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody dragged over a button for a moment opens its view, so that they can be dropped there."""
        if event.type() is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            event.setAccepted(is_somebody(event.mimeData()))
            self._over = next((name for name, button in self.buttons.items() if button is watched), "")
            self._rest.start()
        elif event.type() in {QEvent.Type.DragLeave, QEvent.Type.Drop}:
            self._rest.stop()
        return False

    def show_agenda(self, agenda: Agenda) -> None:
        for name, button in self.buttons.items():
            button.setText(view_title(name, agenda))

    def show_view(self, name: str) -> None:
        self.buttons[name].setChecked(True)
