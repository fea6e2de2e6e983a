"""The columns of the table of interests, and the editors of single cells."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.models.kinds import InterestState
from planner.wording import interest_state_name, say

ENTITY, PERSON, WANTS, STATE, RECEIVED, NOTE, SOURCE = range(7)
NAMES = Qt.ItemDataRole.UserRole + 1
"""The names that may be meant in a cell of entities or people."""
EDITED: Mapping[int, str] = {
    ENTITY: "entity_name", PERSON: "person_name", STATE: "state", RECEIVED: "received", NOTE: "note",
}  # fmt: skip
"""What is typed or chosen in a column, as the verb calls it."""
Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Edits a cell in place; a new picture of the meeting does not overwrite what is being typed."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == STATE:
            return self._state_editor(parent)
        editor = QLineEdit(parent)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        if index.column() == RECEIVED:
            editor.setPlaceholderText(say("2020-10-31"))
        elif index.column() in (ENTITY, PERSON):
            editor.setCompleter(_completer(index.data(NAMES), editor))
        return editor

    def _state_editor(self, parent: QWidget) -> QComboBox:
        editor = QComboBox(parent)
        editor.setAccessibleName(say("State"))
        for state in InterestState:
            editor.addItem(interest_state_name(state), state)
        editor.activated.connect(lambda: self._finish(editor))
        QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    def _finish(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        value = editor.currentData() if isinstance(editor, QComboBox) else _text(editor)
        model.setData(index, value)


def _completer(names: list[str], parent: QWidget) -> QCompleter:
    completer = QCompleter(names, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


def _text(editor: QWidget) -> str:
    return editor.text().strip() if isinstance(editor, QLineEdit) else ""
