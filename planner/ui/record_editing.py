"""Editors inside the cells of a table of records: a line, a short list, a long list searched by typing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui.fields import NameField
from planner.ui.record_table import Column, RecordModel
from planner.ui.zone_picker import ZonePicker, unplanned_start
from planner.wording import say
from planner.zones.asked import MeetingStart

_Index = QModelIndex | QPersistentModelIndex
_SHOWN_AT_ONCE = 14
_LETTERS_OF_A_LIST = 32
_AFTER_ITS_KEY_MS = 1
"""Enter picks and ends the editing; Qt ends it after the key, so that what only picks has to come later still."""


class RecordDelegate(QStyledItemDelegate):
    """Makes the editor that a column asks for; what is being typed is not overwritten by another picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.start: Callable[[], MeetingStart] = unplanned_start

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        column = _column(index)
        editor = _editor(column, parent)
        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda: QTimer.singleShot(_AFTER_ITS_KEY_MS, editor, lambda: self._finish(editor)))
        if isinstance(editor, ZonePicker):
            editor.ask_about(self.start)
            editor.picked.connect(lambda: QTimer.singleShot(_AFTER_ITS_KEY_MS, editor, lambda: self._finish(editor)))
            editor.given_up.connect(lambda: self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint))
        editor.setAccessibleName(column.title)
        return editor

    def _finish(self, editor: QWidget) -> None:
        """What is picked is taken at once, unless the same key has ended the editing."""
        if editor.isVisible():
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, NameField):
            editor.show_names([choice for choice, _value in _choices(_column(index))], text)
            editor.line.selectAll()
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(text))
        elif isinstance(editor, ZonePicker):
            editor.show_value(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText().strip())
        elif isinstance(editor, ZonePicker):
            model.setData(index, editor.value())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """At least as wide as what can be chosen needs, where the view has room."""
        place = option.rect.adjusted(0, 0, 0, -1)
        if isinstance(editor, QComboBox | ZonePicker) and isinstance(option.widget, QAbstractItemView):
            room = option.widget.viewport().width()
            wanted = editor.fontMetrics().averageCharWidth() * _LETTERS_OF_A_LIST
            place.setWidth(max(place.width(), min(room, wanted)))
            place.moveLeft(max(0, min(place.left(), room - place.width())))
        editor.setGeometry(place)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The current cell has a frame, so that the keys' next cell is seen."""
        super().paint(painter, option, index)
        view = option.widget
        if isinstance(view, QAbstractItemView) and view.hasFocus() and index == view.currentIndex():
            painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -2))


def _column(index: _Index) -> Column:
    model = index.model()
    if not isinstance(model, RecordModel):
        raise TypeError(type(model).__name__)
    return model.columns[index.column()]


def _choices(column: Column) -> Any:
    return () if column.choices is None else column.choices()


def _editor(column: Column, parent: QWidget) -> QWidget:
    if column.is_zone:
        return ZonePicker(column.title, parent, may_be_empty=True)
    if column.choices is None:
        line = QLineEdit(parent)
        line.setProperty("role", "cell")
        return line
    if column.is_long:
        field = NameField(column.title, say("Type to find"), parent)
        field.setMaxVisibleItems(_SHOWN_AT_ONCE)
        return field
    box = QComboBox(parent)
    box.setMaxVisibleItems(_SHOWN_AT_ONCE)
    box.addItems([text for text, _value in _choices(column)])
    return box
