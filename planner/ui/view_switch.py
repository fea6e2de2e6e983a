"""The switch between the views: buttons side by side, one of them down; those without room wait behind "More"."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QSizePolicy, QWidget

from planner.models.agenda import Agenda
from planner.ui.dragging import is_somebody
from planner.ui.views import VIEWS, view_title
from planner.wording import say

_REST_MS = 450
_ALWAYS_SHOWN = 3


class ViewSwitch(QWidget):
    """``chosen`` carries the name of a view."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._over = ""
        self._shown = VIEWS[0]
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(lambda: self.chosen.emit(self._over))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for index, name in enumerate(VIEWS):
            place = "first" if index == 0 else "last" if index == len(VIEWS) - 1 else "middle"
            self.buttons[name] = self._view_button(name, place)
        self.more = self._segment("last")
        self.more.setText(say("More ▾"))
        self.more.setAccessibleName(say("More views"))
        self.more.clicked.connect(self._open_menu)

    def _segment(self, place: str) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("role", "segment")
        button.setProperty("place", place)
        self._group.addButton(button)
        return button

    def _view_button(self, name: str, place: str) -> QPushButton:
        button = self._segment(place)
        button.setAcceptDrops(True)
        button.installEventFilter(self)
        button.clicked.connect(lambda: self.chosen.emit(name))
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody dragged over a button for a moment opens its view, so that they can be dropped there."""
        if event.type() is QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            event.setAccepted(is_somebody(event.mimeData()))
            self._over = next((name for name, button in self.buttons.items() if button is watched), "")
            self._rest.start()
        elif event.type() in {QEvent.Type.DragLeave, QEvent.Type.Drop}:
            self._rest.stop()
        return False

    # -- room ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        widths = [button.sizeHint().width() for button in self.buttons.values()]
        return QSize(sum(widths), self.more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        first = [button.sizeHint().width() for button in list(self.buttons.values())[:_ALWAYS_SHOWN]]
        return QSize(sum(first) + self._widest_more(), self.more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Show as many buttons as fit; the last one that fits leaves its place to "More" when others follow."""
        widths = [button.sizeHint().width() for button in self.buttons.values()]
        fitting = len(widths)
        if sum(widths) > self.width():
            room = self.width() - self._widest_more()
            fitting = max(_ALWAYS_SHOWN, sum(sum(widths[: count + 1]) <= room for count in range(len(widths))))
        left = 0
        for place, (button, width) in enumerate(zip(self.buttons.values(), widths, strict=True)):
            button.setVisible(place < fitting)
            button.setGeometry(left, 0, width, self.height())
            left += width if place < fitting else 0
        self._mark()
        self.more.setVisible(fitting < len(widths))
        self.more.setGeometry(left, 0, self.more.sizeHint().width(), self.height())

    def _widest_more(self) -> int:
        """Its width with the longest name that it may have to lend."""
        names = [say("{view} ▾", view=button.text()) for button in self.buttons.values()]
        metrics = self.more.fontMetrics()
        widest = max(metrics.horizontalAdvance(name) for name in names)
        return self.more.sizeHint().width() + max(0, widest - metrics.horizontalAdvance(self.more.text()))

    def _waiting(self) -> list[str]:
        return [name for name, button in self.buttons.items() if button.isHidden()]

    def _open_menu(self) -> None:
        self._mark()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self._waiting():
            action = menu.addAction(self.buttons[name].text())
            action.triggered.connect(lambda _checked=False, name=name: self.chosen.emit(name))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    # -- showing ------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda) -> None:
        for name, button in self.buttons.items():
            button.setText(view_title(name, agenda))
        self.updateGeometry()
        self._make_room()

    def show_view(self, name: str) -> None:
        self._shown = name
        self._make_room()

    def _mark(self) -> None:
        """The button of the shown view is down; behind "More" it lends its name to that."""
        hidden = self._shown in self._waiting()
        name = self.buttons[self._shown].text()
        self.more.setText(say("{view} ▾", view=name) if hidden else say("More ▾"))
        (self.more if hidden else self.buttons[self._shown]).setChecked(True)
