"""A tree of two levels, headings with lines below them, that keeps what is chosen, folded and scrolled to."""

from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from planner.folding import folded
from planner.ui.theme import Theme, font
from planner.wording import say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PADDING_PX, _CHECK_PX, _LEAST_PX, _ASIDE_PADDING_PX = 20, 24, 80, 10
_Role = Qt.ItemDataRole
ASIDE = _Role.UserRole
"""The role of what stands at the end of a heading's line, in a softer ink."""


class Line(NamedTuple):
    """``shows`` is the session that a click brings in sight, None when there is none."""

    text: str
    shows: int | None = None


class Group(NamedTuple):
    """``key`` is what stays the same when the heading or its lines change."""

    key: Hashable
    heading: str
    lines: tuple[Line, ...]
    aside: str = ""


def _whole(group: Group) -> str:
    """The heading with what stands aside of it."""
    return say("{heading}, {aside}", heading=group.heading, aside=group.aside) if group.aside else group.heading


class GroupedModel(QAbstractItemModel):
    """One column; ``checked`` are the keys of the ticked groups when they can be ticked."""

    checked_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, can_check: bool = False) -> None:
        super().__init__(parent)
        self.theme, self._can_check = theme, can_check
        self._all: tuple[Group, ...] = ()
        self._words: tuple[str, ...] = ()
        self.groups: tuple[Group, ...] = ()
        self.checked: set[Hashable] = set()

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Take in another picture; nothing is told when nothing differs."""
        if tuple(groups) != self._all:
            self._all = tuple(groups)
            self.checked &= {group.key for group in groups}
            self._show_found()

    def search(self, text: str) -> None:
        self._words = tuple(folded(text).split())
        self._show_found()

    def _show_found(self) -> None:
        found = tuple(group for group in map(self._found_in, self._all) if group is not None)
        if found != self.groups:
            self.beginResetModel()
            self.groups = found
            self.endResetModel()

    def _found_in(self, group: Group) -> Group | None:
        """The whole group when its heading matches, else the lines that do."""
        if self._matches(group.heading):
            return group
        lines = tuple(line for line in group.lines if self._matches(f"{group.heading} {line.text}"))
        return group._replace(lines=lines) if lines else None

    def _matches(self, text: str) -> bool:
        haystack = folded(text)
        return all(word in haystack for word in self._words)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme

    @property
    def line_count(self) -> int:
        return sum(len(group.lines) for group in self.groups)

    @property
    def total(self) -> int:
        """Lines before the search."""
        return sum(len(group.lines) for group in self._all)

    # -- as Qt asks ---------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        # A heading has the number 0, a line one more than the row of its heading.
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self.groups)
        return 0 if parent.internalId() else len(self.groups[parent.row()].lines)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 1

    def group_at(self, index: Index) -> Group:
        """The group of a heading or of one of its lines."""
        number = index.internalId()
        return self.groups[number - 1 if number else index.row()]

    def line_at(self, index: Index) -> Line | None:
        return self.groups[index.internalId() - 1].lines[index.row()] if index.internalId() else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        line, group = self.line_at(index), self.group_at(index)
        if role == _Role.DisplayRole:
            return group.heading if line is None else line.text
        if role in {_Role.ToolTipRole, _Role.AccessibleTextRole}:
            return _whole(group) if line is None else line.text
        if role == ASIDE and line is None:
            return group.aside
        if line is None and role == _Role.FontRole:
            return font(0, font().Weight.DemiBold)
        if line is None and role == _Role.ForegroundRole:
            return QColor(self.theme.text)
        if line is None and self._can_check and role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if group.key in self.checked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not self._can_check or self.line_at(index) is not None:
            return False
        self.check([self.group_at(index).key], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def check(self, keys: Sequence[Hashable], on: bool) -> None:
        """Tick these groups, or no longer."""
        self.checked = self.checked | set(keys) if on else self.checked - set(keys)
        if self.groups:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.groups) - 1, 0), [_Role.CheckStateRole])
        self.checked_changed.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._can_check and index.isValid() and self.line_at(index) is None:
            return plain | Qt.ItemFlag.ItemIsUserCheckable
        return plain


class WrappedLines(QStyledItemDelegate):
    """Rows as high as their words need at the width at hand: a tree of its own accord cuts them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        aside, view = index.data(ASIDE), self.parent()
        if not aside or not isinstance(view, GroupedView):
            return
        painter.save()
        painter.setFont(font(-1))
        painter.setPen(QColor(view.lines.theme.text_soft))
        box = option.rect.adjusted(0, 0, -_ASIDE_PADDING_PX, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        one_line = super().sizeHint(option, index)
        view = self.parent()
        if not isinstance(view, QTreeView):
            return one_line
        filled = QStyleOptionViewItem(option)
        self.initStyleOption(filled, index)
        levels = 2 if index.parent().isValid() else 1
        sign = _CHECK_PX if filled.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator else 0
        room = view.viewport().width() - levels * view.indentation() - _PADDING_PX - sign
        box = QRect(0, 0, max(room, _LEAST_PX), 0)
        metrics = QFontMetrics(filled.font)
        high = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, filled.text).height()
        return QSize(one_line.width(), one_line.height() + max(0, high - metrics.lineSpacing()))


class GroupedView(QTreeView):
    """Unfolded unless somebody folds a heading; a click or Enter on a line shows its session."""

    session_requested = Signal(int)

    def __init__(self, model: GroupedModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = model
        self._folded: set[Hashable] = set()
        self._scrolled_to = 0
        self._current: tuple[Hashable, str] | None = None
        self.setModel(model)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setItemDelegate(WrappedLines(self))
        self.setIndentation(18)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.collapsed.connect(lambda index: self._folded.add(model.group_at(index).key))
        self.expanded.connect(lambda index: self._folded.discard(model.group_at(index).key))
        self.clicked.connect(self._ask)
        self.activated.connect(self._ask)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _ask(self, index: QModelIndex) -> None:
        line = self.lines.line_at(index)
        if line is not None and line.shows is not None:
            self.session_requested.emit(line.shows)

    def _remember(self) -> None:
        self._scrolled_to = self.verticalScrollBar().value()
        index = self.currentIndex()
        line = self.lines.line_at(index) if index.isValid() else None
        self._current = (self.lines.group_at(index).key, "" if line is None else line.text) if index.isValid() else None

    def _restore(self) -> None:
        for row, group in enumerate(self.lines.groups):
            heading = self.lines.index(row, 0)
            self.setExpanded(heading, group.key not in self._folded)
            if self._current is not None and group.key == self._current[0]:
                places = [place for place, line in enumerate(group.lines) if line.text == self._current[1]]
                self.setCurrentIndex(self.lines.index(places[0], 0, heading) if places else heading)
        self.verticalScrollBar().setValue(self._scrolled_to)
