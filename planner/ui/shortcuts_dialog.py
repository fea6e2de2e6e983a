"""Help, Keys: what each key does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.wording import say

_WIDTH_PX, _MOST_HEIGHT_PX = 580, 640


class ShortcutsDialog(QDialog):
    """A list of (keys, what they do), in the order given; a comma and a space part keys that do the same."""

    def __init__(self, shortcuts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Keys"))
        self.rows: list[tuple[tuple[QLabel, ...], QLabel]] = []
        self.close_button = QPushButton(say("Close"))
        self.close_button.clicked.connect(self.reject)
        heading = QLabel(say("Keys"))
        heading.setProperty("role", "title")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(self._list(shortcuts), 1)
        layout.addLayout(foot)
        self.resize(_WIDTH_PX, min(self._sheet.sizeHint().height() + 140, _MOST_HEIGHT_PX))

    def _list(self, shortcuts: Sequence[tuple[str, str]]) -> QScrollArea:
        self._sheet = QWidget()
        self._sheet.setObjectName("panel")
        grid = QGridLayout(self._sheet)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for index, (keys, what) in enumerate(shortcuts):
            caps, right = tuple(_cap(combination) for combination in keys.split(", ")), QLabel(what)
            right.setWordWrap(True)
            grid.addLayout(_in_a_line(caps), index, 0)
            grid.addWidget(right, index, 1, Qt.AlignmentFlag.AlignVCenter)
            self.rows.append((caps, right))
        grid.setRowStretch(len(shortcuts), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._sheet)
        return area


def _cap(combination: str) -> QLabel:
    label = QLabel(combination)
    label.setProperty("role", "key")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _in_a_line(labels: Sequence[QLabel]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(5)
    for label in labels:
        line.addWidget(label)
    line.addStretch(1)
    return line
