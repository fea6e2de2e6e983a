"""What stands in place of a paper while no session is placed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from planner.wording import say


class EmptyPaper(QWidget):
    """Says what to do, with the way there."""

    def __init__(self, to_timetable: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QLabel(say("No session stands on the timetable yet. Place one there, and this paper shows it."))
        words.setProperty("role", "hint")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(say("To the timetable"))
        button.clicked.connect(to_timetable)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(words)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
