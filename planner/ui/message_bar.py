"""One sentence over the foot of the window: why something was refused, or what was done. It goes by itself.

It lies over what is there and moves nothing, so that no click misses its aim.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from planner.wording import say

_SHOWN_MS = 12000
_LEAST_PX = 32


class MessageBar(QWidget):
    """Hidden until something is said."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        parent.installEventFilter(self)
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(say("Close"))
        close.setProperty("role", "link")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.addWidget(self._label, 1)
        layout.addWidget(close)
        self._timer = QTimer(self, interval=_SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty while the bar is hidden."""
        return "" if self.isHidden() else self._label.text()

    def tell(self, sentence: str) -> None:
        """Say a sentence for a while."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _place(self) -> None:
        height = max(self.heightForWidth(self._area.width()), _LEAST_PX)
        self.setGeometry(0, self._area.height() - height, self._area.width(), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() is QEvent.Type.Resize:
            self._place()
        return False
