"""Whose sheets or letters: everybody, those of one session, or those ticked."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from planner.rules.change import Holder
from planner.ui.fields import ChoiceField
from planner.wording import say

_EVERYBODY, _TICKED = -1, -2
_LINES_SHOWN = 8


class WhoList(QWidget):
    """``chosen_changed`` is emitted when other people are ticked. ``groups``: a session's label -> who sits there."""

    chosen_changed = Signal()

    def __init__(
        self,
        people: Sequence[tuple[Holder, str]],
        groups: Mapping[str, frozenset[Holder]] = MappingProxyType({}),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._holders = [holder for holder, _name in people]
        self._groups = list(groups.values())
        self.which = ChoiceField(say("Whose"))
        sessions = [(label, index) for index, label in enumerate(groups)]
        choices = [(say("Everybody"), _EVERYBODY), *sessions, (say("Those ticked"), _TICKED)]
        self.which.show_choices(choices, _EVERYBODY)
        self.list = QListWidget()
        # Rows measured before the style sheet has reached the list would be laid out too close.
        self.list.ensurePolished()
        self.list.setAccessibleName(say("People and entities"))
        self.list.setMinimumHeight(_LINES_SHOWN * (self.list.fontMetrics().lineSpacing() + 6))
        for _holder, name in people:
            self._add(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.which)
        layout.addWidget(self.list, 1)
        self.which.committed.connect(self._tick)
        self.list.itemChanged.connect(self._note_tick)

    def _add(self, name: str) -> None:
        item = QListWidgetItem(name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        self.list.addItem(item)

    def chosen(self) -> tuple[Holder, ...]:
        """Those who are ticked, in the order of the list."""
        return tuple(
            holder
            for row, holder in enumerate(self._holders)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        )

    def _tick(self, which: int) -> None:
        """Those of a session, or everybody; "those ticked" leaves the ticks as they are."""
        if which == _TICKED:
            return
        with QSignalBlocker(self.list):
            for row, holder in enumerate(self._holders):
                on = which == _EVERYBODY or holder in self._groups[which]
                self.list.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.viewport().update()
        self.chosen_changed.emit()

    def _note_tick(self) -> None:
        self.which.setCurrentIndex(self.which.findData(_TICKED))
        self.chosen_changed.emit()
