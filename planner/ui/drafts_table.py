"""The list of drafts: the working copy first, the drafts with the latest on top, then the options."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.models.agenda import Agenda
from planner.models.kinds import DraftKind
from planner.rules.drafts import changes_in, changes_since, latest_draft
from planner.ui.draft_states import NOW, moment_words, state_name, states_of
from planner.ui.theme import Theme, font
from planner.wording import say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NAME, _AS_OF, _CHANGES, _NOTE = range(4)
_CELL_PADDING_PX = 16
_LONG_NAME = "Draft 22, for the Bureau"
"""The first column holds this; the note takes the rest."""
_Role = Qt.ItemDataRole


class DraftLine(NamedTuple):
    """``changes`` are counted from the draft before; None for the first, and where a draft cannot be read."""

    state: int
    name: str
    as_of: str
    changes: int | None
    note: str
    is_option: bool


def draft_lines(agenda: Agenda) -> tuple[DraftLine, ...]:
    return tuple(_line(agenda, state) for state in states_of(agenda))


def _line(agenda: Agenda, state: int) -> DraftLine:
    name, changes = state_name(agenda, state), _changes(agenda, state)
    if state == NOW:
        return DraftLine(state, name, say("working copy"), changes, "", is_option=False)
    draft = agenda.drafts[state]
    return DraftLine(state, name, moment_words(draft.as_of), changes, draft.note, draft.kind is DraftKind.OPTION)


def _changes(agenda: Agenda, state: int) -> int | None:
    latest = latest_draft(agenda)
    try:
        if state != NOW:
            found = changes_in(agenda, agenda.drafts[state])
        else:
            found = None if latest is None else changes_since(agenda, latest)
    except ValueError:
        return None
    return None if found is None else len(found)


class DraftsModel(QAbstractTableModel):
    """Name, as-of time, changes, note: the columns in this order."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: tuple[DraftLine, ...] = ()

    def show_lines(self, lines: Sequence[DraftLine]) -> None:
        """Told as new only when drafts came or went."""
        new = tuple(lines)
        if [line.state for line in new] != [line.state for line in self.lines]:
            self.beginResetModel()
            self.lines = new
            self.endResetModel()
        elif new != self.lines:
            self.lines = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, self.columnCount() - 1))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return (say("Draft"), say("As of"), say("Changes"), say("Note"))[section]
        if orientation is Qt.Orientation.Horizontal and role == _Role.ToolTipRole and section == _CHANGES:
            return say("Since the draft before")
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        line, column = self.lines[index.row()], index.column()
        if role == _Role.DisplayRole:
            changes = "" if line.changes is None else str(line.changes)
            return (line.name, line.as_of, changes, line.note)[column]
        if role == _Role.AccessibleTextRole and column == _NAME:
            return say("{draft}, {moment}", draft=line.name, moment=line.as_of)
        if role == _Role.ToolTipRole:
            return (line.name, line.as_of, say("Since the draft before"), line.note)[column]
        if role == _Role.TextAlignmentRole and column == _CHANGES:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == _Role.ForegroundRole and column > 0:
            return QColor(self._theme.text_soft)
        if role == _Role.FontRole and column == 0:
            return font(0, font().Weight.DemiBold)
        return None


class NameAndMoment(QStyledItemDelegate):
    """The name, and below it the as-of time."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        box: QRect = option.rect.adjusted(6, 4, -4, -4)
        painter.save()
        for place, size in ((_NAME, 0), (_AS_OF, -1)):
            cell = index.model().index(index.row(), place)
            used = font(size, font().Weight.DemiBold) if place == _NAME else font(size)
            metrics = QFontMetrics(used)
            painter.setFont(used)
            painter.setPen(cell.data(_Role.ForegroundRole) or option.palette.text().color())
            painter.drawText(box, 0, metrics.elidedText(cell.data(), Qt.TextElideMode.ElideRight, box.width()))
            box.translate(0, metrics.height() + 1)
        painter.restore()


class DraftsTable(QTableView):
    """One row is chosen; Enter or a double click opens it."""

    chosen_changed = Signal(int)
    open_requested = Signal(int)

    def __init__(self, model: DraftsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafts = model
        self._chosen = NOW
        self.setModel(model)
        self.setAccessibleName(say("Drafts and options"))
        self.setProperty("role", "records")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 12)
        self.setItemDelegateForColumn(_NAME, NameAndMoment(self))
        self.setColumnHidden(_AS_OF, True)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(_NOTE, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, longest in ((_NAME, _LONG_NAME), (_CHANGES, model.headerData(_CHANGES, Qt.Orientation.Horizontal))):
            width = QFontMetrics(font(0, font().Weight.DemiBold)).horizontalAdvance(longest)
            self.setColumnWidth(column, width + _CELL_PADDING_PX)
        model.modelReset.connect(self._choose_again)
        self.selectionModel().currentRowChanged.connect(self._note)
        self.activated.connect(lambda index: self.open_requested.emit(model.lines[index.row()].state))

    @property
    def chosen(self) -> int:
        """The state of the chosen row."""
        return self._chosen

    def choose(self, state: int) -> None:
        """Make a state the chosen one, in sight; the working copy when it is gone."""
        states = [line.state for line in self.drafts.lines]
        if states:
            row = states.index(state) if state in states else 0
            self.selectRow(row)
            self.scrollTo(self.drafts.index(row, 0))

    def _choose_again(self) -> None:
        self.choose(self._chosen)

    def _note(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._chosen = self.drafts.lines[current.row()].state
            self.chosen_changed.emit(self._chosen)
