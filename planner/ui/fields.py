"""Inline editors: each shows a value, and gives it back once, when the person has finished with it.

``show_value`` never overwrites what is being typed; ``committed`` carries the new value; a value that cannot be read
marks the field, says why in its tooltip, and stays where it was typed.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QToolTip,
    QWidget,
)

from planner.clock import format_minute, parse_duration, parse_minute
from planner.phrases import length
from planner.ui.theme import restyle
from planner.wording import say

_IDLE_MS = 2500


class LineField(QLineEdit):
    """One line of text."""

    committed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._shown = ""
        self.editingFinished.connect(self._finish)

    def show_value(self, text: str) -> None:
        if self.isModified() and self.hasFocus():
            return
        self._shown = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self.setModified(False)
        self._mark("")

    def commit(self) -> None:
        """Give back what is typed; what cannot be read is given up, so that another value can be shown."""
        self._finish()
        self.setModified(False)

    def _finish(self) -> None:
        text = self.text().strip()
        if not self.isModified() or text == self._shown:
            return
        self._commit(text)

    def _commit(self, text: str) -> None:
        self._shown = text
        self.setModified(False)
        self.committed.emit(text)

    def _mark(self, problem: str) -> None:
        if bool(self.property("wrong")) != bool(problem):
            restyle(self, "wrong", bool(problem))
        self.setToolTip(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self._shown)
            self.setModified(False)
            self._mark("")
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Undo and Redo go to the text while it is being changed, and to the meeting otherwise."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if undoes and not self.isModified():
                event.ignore()
                return True
        return super().event(event)


class ParsedField(LineField):
    """A line that stands for a number of minutes."""

    def __init__(
        self,
        name: str,
        read: Callable[[str], int | None],
        write: Callable[[int], str],
        problem: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._read, self._write, self._problem = read, write, problem

    def minutes(self) -> int | None:
        """What is typed, as minutes; None when it cannot be read."""
        return self._read(self.text())

    def show_minutes(self, minutes: int | None) -> None:
        self.show_value("" if minutes is None else self._write(minutes))

    def _commit(self, text: str) -> None:
        minutes = self._read(text)
        if minutes is None:
            self._mark(self._problem)
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self._problem, self)
            return
        self._shown = self._write(minutes)
        self.setText(self._shown)
        self.setModified(False)
        self._mark("")
        self.committed.emit(minutes)


def clock_field(name: str, parent: QWidget | None = None) -> ParsedField:
    """An hour of the day, such as 10:30; commits minutes since midnight."""
    problem = say("This is no hour of the day. Type it like 10:30.")
    return ParsedField(name, parse_minute, format_minute, problem, parent)


def duration_field(name: str, parent: QWidget | None = None) -> ParsedField:
    """A length, such as 1 h 30 min or 90; commits minutes."""
    problem = say("This is no length of time. Type it like 90 or 1 h 30.")
    return ParsedField(name, parse_duration, length, problem, parent)


class TextField(QPlainTextEdit):
    """Text of several lines; commits when left, and when the person pauses, so that nothing typed is lost."""

    committed = Signal(object)

    def __init__(self, name: str, lines: int, parent: QWidget | None = None, *, one_paragraph: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._shown = ""
        self._lines = lines
        self._one_paragraph = one_paragraph
        self._pause = QTimer(self, interval=_IDLE_MS, singleShot=True)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._note_change)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._lines * QFontMetrics(self.font()).lineSpacing() + 20)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def show_value(self, text: str) -> None:
        if self.hasFocus() and self._is_changed():
            return
        self._shown = text
        if self.toPlainText() != text:
            self.setPlainText(text)
            self._pause.stop()

    def _typed(self) -> str:
        return self._trimmed(self.toPlainText())

    def _trimmed(self, text: str) -> str:
        return " ".join(text.split()) if self._one_paragraph else text.rstrip()

    def _is_changed(self) -> bool:
        """Blanks at the end of a text that somebody else wrote are no change of it."""
        return self._typed() != self._trimmed(self._shown)

    def _note_change(self) -> None:
        if self.hasFocus():
            self._pause.start()

    def commit(self) -> None:
        """Give back the text if it differs from what was shown."""
        self._pause.stop()
        if self._is_changed():
            text = self._shown = self._typed()
            self.document().setModified(False)
            self.committed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_paragraph and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.commit()
            return
        if event.key() == Qt.Key.Key_Escape and self._is_changed():
            self.setPlainText(self._shown)
            self._pause.stop()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Undo and Redo go to the text while it is being changed, and to the meeting otherwise."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if undoes and self._typed() == self._shown:
                event.ignore()
                return True
        return super().event(event)


class ChoiceField(QComboBox):
    """One of a few values; the wheel does not change it while the panel is scrolled.

    Gives back the very object that it was given: Qt would make plain text of a member of an enumeration.
    """

    committed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._choices: list[tuple[str, Any]] = []
        self.activated.connect(lambda index: self.committed.emit(self._choices[index][1]))

    def value(self) -> Any:
        """What is chosen; None while nothing is."""
        index = self.currentIndex()
        return self._choices[index][1] if index >= 0 else None

    def show_choices(self, choices: Sequence[tuple[str, Any]], value: Any) -> None:
        if self._choices != list(choices):
            self._choices = list(choices)
            self.clear()
            for text, data in choices:
                self.addItem(text, data)
        self.setCurrentIndex(next((index for index, choice in enumerate(choices) if choice[1] == value), -1))
        self.setToolTip(self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NameField(QComboBox):
    """A name typed or chosen from those known; commits the text."""

    committed = Signal(object)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setFrame(False)
        self.setEditable(True)
        self.setLineEdit(self.line)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.activated.connect(self._finish)
        self.line.editingFinished.connect(self._finish)

    def show_names(self, names: Sequence[str], value: str) -> None:
        if self.line.isModified() and self.line.hasFocus():
            return
        if [self.itemText(index) for index in range(self.count())] != list(names):
            self.clear()
            self.addItems(list(names))
        self._shown = value
        self.setCurrentIndex(self.findText(value))
        self.setEditText(value)
        self.line.setCursorPosition(0)
        self.setToolTip(value)

    def _finish(self) -> None:
        text = self.currentText().strip()
        if text != self._shown:
            self._shown = text
            self.line.setModified(False)
            self.committed.emit(text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(QSpinBox):
    """A whole number; commits when left or with Enter, not at every digit."""

    committed = Signal(object)

    def __init__(self, name: str, least: int, most: int, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Qt gives the padding of a style sheet to the frame of a spin box, not to its text.
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self._shown = least
        self.valueChanged.connect(self._finish)

    def show_value(self, number: int) -> None:
        self._shown = number
        if self.value() != number:
            self.setValue(number)

    def _finish(self, number: int) -> None:
        if number != self._shown:
            self._shown = number
            self.committed.emit(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DayField(QDateEdit):
    """A calendar day; commits ISO 8601 text."""

    committed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown = ""
        self.dateChanged.connect(self._finish)

    def show_value(self, iso_date: str) -> None:
        self._shown = iso_date
        shown = date.fromisoformat(iso_date)
        self.setDate(QDate(shown.year, shown.month, shown.day))

    def _finish(self, chosen: QDate) -> None:
        iso_date = date(chosen.year(), chosen.month(), chosen.day()).isoformat()
        if iso_date != self._shown:
            self._shown = iso_date
            self.committed.emit(iso_date)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def section_label(text: str) -> QLabel:
    """A small heading above a group of fields, in capitals."""
    label = QLabel(text.upper())
    label.setProperty("role", "section")
    return label


def soft_label(text: str) -> QLabel:
    """The name of a field, beside it."""
    label = QLabel(text)
    label.setProperty("role", "soft")
    return label
