"""The sessions of a state that are not placed, in two lines; the tip names them all."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from planner.models.agenda import Agenda
from planner.phrases import length, session_label
from planner.wording import say, say_count

_LINES = 2
_SHARE = 0.7
"""Of the width, for one of them."""


class WaitingLine(QLabel):
    """As many of them as there is room for, and how many more there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.setProperty("role", "hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def show_agenda(self, agenda: Agenda) -> None:
        self._names = tuple(
            say("{session} ({length})", session=session_label(session), length=length(session.minutes))
            for session in agenda.sessions_to_place
        )
        self.setToolTip("\n".join(self._names))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        self.setFixedHeight(_LINES * metrics.lineSpacing() + 4)
        names = [
            metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(self.width() * _SHARE)) for name in self._names
        ]
        texts = [_words(names, count) for count in range(len(names), 0, -1)] or [say("To place: nothing")]
        room = QRect(0, 0, max(self.width(), 1), 10_000)
        flags = Qt.TextFlag.TextWordWrap.value
        fitting = (text for text in texts if metrics.boundingRect(room, flags, text).height() <= self.height())
        self.setText(next(fitting, texts[-1]))


def _words(names: list[str], count: int) -> str:
    named, more = ", ".join(names[:count]), len(names) - count
    if not more:
        return say("To place: {sessions}", sessions=named)
    return say_count(
        "To place: {sessions} and {count} more", "To place: {sessions} and {count} more", more, sessions=named
    )
