"""The switch between the views: buttons side by side, one of them down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from planner.models.agenda import Agenda
from planner.ui.views import VIEWS, view_title


class ViewSwitch(QWidget):
    """``chosen`` carries the name of a view."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, name in enumerate(VIEWS):
            button = QPushButton()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("role", "segment")
            button.setProperty("place", "first" if index == 0 else "last" if index == len(VIEWS) - 1 else "middle")
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self.buttons[name] = button
            layout.addWidget(button)

    def show_agenda(self, agenda: Agenda) -> None:
        for name, button in self.buttons.items():
            button.setText(view_title(name, agenda))

    def show_view(self, name: str) -> None:
        self.buttons[name].setChecked(True)
