"""What a paper leaves out for those it is made for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.export.papers import PaperKind
from planner.export.profiles import Profile
from planner.models.agenda import Agenda
from planner.ui.fields import section_label
from planner.wording import say


class LeftOutPanel(QWidget):
    """A list of sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setProperty("role", "soft")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAccessibleName(say("Left out of this paper"))
        self.hint = QLabel(
            say(
                "Click on a row to choose its session, twice to see it on the timetable. "
                "Page keys turn pages; + and \u2212 zoom, 0 fits the width, 2 the page."
            )
        )
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(section_label(say("Left out of this paper")))
        layout.addWidget(self.words)
        layout.addStretch(1)
        layout.addWidget(self.hint)

    def show_agenda(self, agenda: Agenda, kind: PaperKind, profile: Profile) -> None:
        sentences = kind.left_out(agenda, profile)
        nothing = say("Nothing: this paper is for the secretariat alone, with addresses and notes.")
        if profile is not Profile.INTERNAL:
            nothing = say("Nothing: the meeting holds nothing that it would have to hide.")
        self.words.setText("\n".join(f"\u2022 {sentence}" for sentence in sentences) or nothing)
