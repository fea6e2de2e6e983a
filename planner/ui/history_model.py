"""The steps of the history as rows; what a step touched is read when its row comes in sight, or is searched."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from planner.folding import folded
from planner.models.agenda import Agenda
from planner.models.past import RowImage, StepLine
from planner.rules.moments import made_at_words
from planner.rules.touched import Thing, name_now, things_touched
from planner.ui.history_lines import HistorySource, state_words, step_words
from planner.ui.theme import Theme, font
from planner.wording import say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
TIME, NAME, TOUCHED = 0, 1, 2
_READ_AT_ONCE = 60
_NAMED_AT_ONCE = 4


class HistoryModel(QAbstractTableModel):
    """Time, name and what was touched; ``steps`` are those that search and filter leave, the latest first."""

    def __init__(self, source: HistorySource, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._source, self._theme = source, theme
        self._agenda: Agenda | None = None
        self.all_steps: Sequence[StepLine] = ()
        self.steps: list[StepLine] = []
        self._things: dict[int, tuple[Thing, ...]] = {}
        self._gone: Mapping[tuple[str, int], RowImage] | None = None
        self._haystacks: dict[int, str] = {}
        self._words: tuple[str, ...] = ()
        self._wanted: tuple[str, int] | None = None

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda) -> None:
        """Read the steps anew; names are those of this picture."""
        self._agenda, self._haystacks, self._gone = agenda, {}, None
        self.all_steps = self._source.steps()
        self._show_found()

    def search(self, text: str) -> None:
        """Leave the steps that hold every word in their name or in what they touched."""
        self._words = tuple(folded(text).split())
        self._show_found()

    def filter_by(self, wanted: tuple[str, int] | None) -> None:
        """Leave the steps that touched this (table, id)."""
        self._wanted = wanted
        self._show_found()

    def _show_found(self) -> None:
        found = list(self.all_steps)
        if self._words or self._wanted:
            self._read([step.id for step in found])
        if self._wanted is not None:
            found = [step for step in found if self._touched(step.id, self._wanted)]
        for word in self._words:
            found = [step for step in found if word in self._haystack(step)]
        self._show(found)

    def _touched(self, step_id: int, wanted: tuple[str, int]) -> bool:
        return any((thing.table, thing.id) == wanted for thing in self._things.get(step_id, ()))

    def _haystack(self, step: StepLine) -> str:
        known = self._haystacks.get(step.id)
        if known is None:
            known = self._haystacks[step.id] = folded(f"{step.name} {' '.join(self._names(step.id))}")
        return known

    def _show(self, found: list[StepLine]) -> None:
        """Take out and put in only what differs: the choice and the scroll position stay."""
        old, new = [step.id for step in self.steps], [step.id for step in found]
        first = _common(old, new)
        last = _common(old[first:][::-1], new[first:][::-1])
        if first < len(old) - last:
            self.beginRemoveRows(_NOWHERE, first, len(old) - last - 1)
            del self.steps[first : len(old) - last]
            self.endRemoveRows()
        added = found[first : len(new) - last]
        if added:
            self.beginInsertRows(_NOWHERE, first, first + len(added) - 1)
            self.steps[first:first] = added
            self.endInsertRows()
        self.steps = found
        if found:
            self.dataChanged.emit(self.index(0, 0), self.index(len(found) - 1, TOUCHED))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def row_of(self, step_id: int) -> int | None:
        return next((row for row, step in enumerate(self.steps) if step.id == step_id), None)

    # -- what was touched ---------------------------------------------------------------------------------------

    def things_at(self, row: int) -> tuple[Thing, ...]:
        """What the step of a row touched; its neighbours are read with it."""
        if self.steps[row].id not in self._things:
            near = self.steps[max(0, row - _READ_AT_ONCE // 2) : row + _READ_AT_ONCE]
            self._read([step.id for step in near])
        return self._things.get(self.steps[row].id, ())

    def _read(self, step_ids: Iterable[int]) -> None:
        missing = [step_id for step_id in step_ids if step_id not in self._things]
        if missing and self._agenda is not None:
            for step_id, images in self._source.rows(missing).items():
                self._things[step_id] = things_touched(self._agenda, images, self._last_known)

    def _last_known(self, table: str, row_id: int) -> RowImage | None:
        if self._gone is None:
            self._gone = self._source.gone()
        return self._gone.get((table, row_id))

    def _names(self, step_id: int) -> Sequence[str]:
        if self._agenda is None:
            return ()
        return [name_now(self._agenda, thing) for thing in self._things.get(step_id, ())]

    def touched_words(self, row: int) -> str:
        """The first few; the others are counted."""
        self.things_at(row)
        names = self._names(self.steps[row].id)
        if len(names) <= _NAMED_AT_ONCE:
            return ", ".join(names)
        more = len(names) - _NAMED_AT_ONCE + 1
        return say("{names} and {count} more", names=", ".join(names[: _NAMED_AT_ONCE - 1]), count=more)

    # -- as Qt asks ---------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.steps)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return (say("When"), say("Step"), say("Touched"))[section]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == _Role.DisplayRole:
            return self._text(row, column)
        if role == _Role.ToolTipRole:
            return state_words(self.steps[row]) or self._text(row, column)
        if role == _Role.ForegroundRole and (column != NAME or not self.steps[row].stands):
            return QColor(self._theme.text_soft)
        if role == _Role.FontRole and column == NAME and not self.steps[row].stands:
            struck = font()
            struck.setStrikeOut(True)
            return struck
        if role == _Role.AccessibleTextRole and column == NAME:
            return step_words(self.steps[row])
        return None

    def _text(self, row: int, column: int) -> str:
        step = self.steps[row]
        if column == TIME:
            return "" if self._agenda is None else made_at_words(step.made_at, self._agenda.meeting.zone)
        return step.name if column == NAME else self.touched_words(row)


def _common(before: Sequence[int], now: Sequence[int]) -> int:
    """How many at the head are the same."""
    pairs = enumerate(zip(before, now, strict=False))
    return next((place for place, (old, new) in pairs if old != new), min(len(before), len(now)))
