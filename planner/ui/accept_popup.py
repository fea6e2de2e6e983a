"""Why a finding is accepted, and by whom: a small popup beside it."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from planner.rules.finding import Finding
from planner.ui.fields import section_label
from planner.wording import say

_WIDTH_PX = 430


class AcceptPopup(QFrame):
    """``accepted`` carries the reason and the name; Esc, or a click elsewhere, accepts nothing."""

    accepted = Signal(str, str)

    def __init__(self, finding: Finding, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.setFrameShape(QFrame.Shape.Box)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH_PX)
        self.sentence = QLabel(finding.sentence)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.reason, self.name = QLineEdit(), QLineEdit(name)
        self.reason.setPlaceholderText(say("Why it may stay as it is"))
        self.reason.setAccessibleName(say("Reason"))
        self.name.setPlaceholderText(say("Your name"))
        self.name.setAccessibleName(say("Your name"))
        self.accept = QPushButton(say("Accept"))
        self.accept.setProperty("role", "primary")
        self.accept.setEnabled(False)
        self._lay_out()
        self.accept.clicked.connect(self._finish)
        for field in (self.reason, self.name):
            field.textChanged.connect(lambda _text: self.accept.setEnabled(self._first_empty() is None))
            field.returnPressed.connect(self._finish)

    def _lay_out(self) -> None:
        hint = QLabel(say("It leaves the count, and opens again by itself when its time, person or level changes."))
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.name, 1)
        foot.addWidget(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(section_label(say("Accept this finding")))
        layout.addWidget(self.sentence)
        layout.addWidget(self.reason)
        layout.addLayout(foot)
        layout.addWidget(hint)

    def open_beside(self, view: QWidget, row: QRect) -> None:
        """Above the row, as the findings lie at the foot of the window."""
        self.adjustSize()
        corner = view.mapToGlobal(QPoint(row.left() + 8, row.top()))
        self.move(corner.x(), max(0, corner.y() - self.height() - 2))
        self.show()
        self.reason.setFocus()

    def _finish(self) -> None:
        missing = self._first_empty()
        if missing is not None:
            missing.setFocus()
            return
        self.close()
        self.accepted.emit(self.reason.text().strip(), self.name.text().strip())

    def _first_empty(self) -> QLineEdit | None:
        return next((field for field in (self.reason, self.name) if not field.text().strip()), None)
