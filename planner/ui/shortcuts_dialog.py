"""Help, Keys: what each key does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.ui.fields import section_label
from planner.ui.keys import KeyGroup, KeyLine
from planner.wording import say

_WIDTH_PX, _MOST_HEIGHT_PX = 580, 640


class ShortcutsDialog(QDialog):
    """The groups one below the other, each under where its keys work."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
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
        layout.addWidget(self._list(groups), 1)
        layout.addLayout(foot)
        self.resize(_WIDTH_PX, min(self._sheet.sizeHint().height() + 140, _MOST_HEIGHT_PX))

    def _list(self, groups: Sequence[KeyGroup]) -> QScrollArea:
        self._sheet = QWidget()
        self._sheet.setObjectName("panel")
        grid = QGridLayout(self._sheet)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for group in groups:
            heading = section_label(group.where)
            heading.setContentsMargins(0, 10 if grid.rowCount() > 1 else 0, 0, 0)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for line in group.lines:
                self._add_line(grid, line)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._sheet)
        return area

    def _add_line(self, grid: QGridLayout, line: KeyLine) -> None:
        caps, right = tuple(_cap(combination) for combination in line.keys.split(", ")), QLabel(line.what)
        right.setWordWrap(True)
        row = grid.rowCount()
        grid.addLayout(_in_a_line(caps), row, 0)
        grid.addWidget(right, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self.rows.append((caps, right))


def _cap(combination: str) -> QLabel:
    label = QLabel(combination)
    label.setProperty("role", "key")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _in_a_line(labels: Sequence[QLabel]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(5)
    for label in labels:
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return line
