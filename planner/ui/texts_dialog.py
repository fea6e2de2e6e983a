"""The texts of the invitation and the logistics note: written at the left, read as merged at the right."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from planner.errors import InputProblem
from planner.export.layouts import look_of
from planner.export.template_texts import TextPaper, check_places, own_text, places, usual_text
from planner.export.text_papers import as_plain_text, merged_parts
from planner.models.agenda import Agenda
from planner.ui.fields import section_label
from planner.wording import say

_PAUSE_MS = 300


class TextPage(QWidget):
    """One text and what it becomes."""

    def __init__(self, agenda: Agenda, paper: TextPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda, self._paper = agenda, paper
        self.text = QPlainTextEdit(own_text(agenda.meeting, paper) or usual_text(paper))
        self._before = self.text.toPlainText()
        self.text.setAccessibleName(say("Text with places"))
        self.merged = QPlainTextEdit()
        self.merged.setReadOnly(True)
        self.merged.setAccessibleName(say("As it reads"))
        self.message = QLabel()
        self.message.setProperty("role", "problem")
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.show_merged)
        self.text.textChanged.connect(self._pause.start)
        self._lay_out()
        self.show_merged()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        columns = QHBoxLayout()
        for title, widget in ((say("Text"), self.text), (say("As it reads"), self.merged)):
            column = QVBoxLayout()
            column.addWidget(section_label(title))
            column.addWidget(widget, 1)
            columns.addLayout(column, 1)
        layout.addLayout(columns, 1)
        layout.addWidget(self.message)

    def show_merged(self) -> None:
        """Fill the places; what nothing fills is named instead."""
        try:
            parts = merged_parts(self._agenda, self.text.toPlainText(), look_of(self._agenda))
            self.merged.setPlainText(as_plain_text(tuple(parts)))
        except InputProblem as problem:
            self.message.setText(problem.sentence)
        else:
            self.message.clear()

    def value(self) -> str:
        """What the meeting keeps: nothing while the text is the program's. Raises InputProblem."""
        text = self.text.toPlainText().strip()
        check_places(text)
        return "" if text == usual_text(self._paper).strip() else text

    @property
    def is_changed(self) -> bool:
        """Whether something was typed since the dialog was opened."""
        return self.text.toPlainText() != self._before

    def use_usual(self) -> None:
        self.text.setPlainText(usual_text(self._paper))
        self.show_merged()


class TextsDialog(QDialog):
    """``save_requested`` carries the fields of the meeting that differ."""

    save_requested = Signal(dict)

    def __init__(self, agenda: Agenda, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Invitation and logistics texts"))
        self.resize(980, 640)
        self._meeting = agenda.meeting
        self.pages = {paper: TextPage(agenda, paper) for paper in TextPaper}
        self.tabs = QTabWidget()
        self.tabs.addTab(self.pages[TextPaper.INVITATION], say("Invitation to express interest"))
        self.tabs.addTab(self.pages[TextPaper.LOGISTICS], say("Logistics note"))
        self.usual = QPushButton(say("Use the program's text"))
        self.save = QPushButton(say("Save"))
        self.save.setProperty("role", "primary")
        self.cancel = QPushButton(say("Cancel"))
        for button in (self.usual, self.cancel, self.save):
            button.setAutoDefault(False)
        self._lay_out()
        self.usual.clicked.connect(lambda: self._page().use_usual())
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._finish)

    def _page(self) -> TextPage:
        return list(self.pages.values())[self.tabs.currentIndex()]

    def _lay_out(self) -> None:
        named = ", ".join(
            say("{place} {meaning}", place=f"{{{place.name}}}", meaning=place.meaning) for place in places().values()
        )
        hint = QLabel(say("Places: {places}.", places=named))
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        hint.setMinimumHeight(3 * hint.fontMetrics().lineSpacing())
        buttons = QHBoxLayout()
        buttons.addWidget(self.usual)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(hint)
        layout.addLayout(buttons)

    def _finish(self) -> None:
        try:
            values = {f"{paper}_text": page.value() for paper, page in self.pages.items()}
        except InputProblem:
            for page in self.pages.values():
                page.show_merged()
            self._show_wrong_page()
            return
        changed = {name: text for name, text in values.items() if text != getattr(self._meeting, name)}
        self.accept()
        if changed:
            self.save_requested.emit(changed)

    def reject(self) -> None:
        """Esc or Cancel: what was typed is not lost without a question."""
        if not any(page.is_changed for page in self.pages.values()) or self._may_discard():
            super().reject()

    def _may_discard(self) -> bool:
        box = QMessageBox(self)
        box.setWindowTitle(self.windowTitle())
        box.setText(say("The texts were changed."))
        box.setInformativeText(say("Close without saving them?"))
        discard = box.addButton(say("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        staying = box.addButton(say("Go on writing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(staying)
        box.setEscapeButton(staying)
        box.exec()
        box.deleteLater()
        return box.clickedButton() is discard

    def _show_wrong_page(self) -> None:
        wrong = next(index for index, page in enumerate(self.pages.values()) if page.message.text())
        self.tabs.setCurrentIndex(wrong)
