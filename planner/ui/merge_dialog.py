"""Groups of records that may be one and the same: choose which one stays, or say that they are not the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.ui.row_matching import link_button
from planner.wording import say

_GROUPS_AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class Twin:
    """One record of a group: its name, and what tells it apart."""

    id: int
    name: str
    details: str


class GroupBox(QWidget):
    """One group: a line a record with "keep" and, among three or more, whether it is the same at all."""

    merge_requested = Signal(int, object)
    apart_requested = Signal()

    def __init__(self, twins: Sequence[Twin], keep_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keepers = QButtonGroup(self)
        self._same: dict[int, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, twin in enumerate(twins):
            self._add_line(grid, row, twin, twin.id == keep_id, len(twins) > 2)
        grid.addLayout(self._buttons(), len(twins), 0, 1, 2)
        self.note_choice()

    def _add_line(self, grid: QGridLayout, row: int, twin: Twin, keep: bool, many: bool) -> None:
        keeper = QRadioButton(twin.name or say("No name"))
        keeper.setToolTip(say("Keep this one"))
        keeper.setAccessibleName(say("Keep {name}, {details}", name=twin.name, details=twin.details))
        keeper.setChecked(keep)
        keeper.toggled.connect(self.note_choice)
        self._keepers.addButton(keeper, twin.id)
        details = QLabel(twin.details)
        details.setProperty("role", "hint")
        details.setTextFormat(Qt.TextFormat.PlainText)
        details.setWordWrap(True)
        details.setContentsMargins(24, 0, 0, 0)
        line = QVBoxLayout()
        line.setSpacing(1)
        line.addWidget(keeper)
        line.addWidget(details)
        grid.addLayout(line, row, 0)
        same = QCheckBox(say("the same"))
        same.setAccessibleName(say("{name} is the same", name=twin.name))
        same.setChecked(True)
        same.toggled.connect(self.note_choice)
        same.setVisible(many)
        self._same[twin.id] = same
        grid.addWidget(same, row, 1, Qt.AlignmentFlag.AlignTop)

    def _buttons(self) -> QHBoxLayout:
        self.merge = QPushButton(say("Merge into the chosen one"))
        self.merge.setAutoDefault(False)
        self.merge.clicked.connect(lambda: self.merge_requested.emit(self._keepers.checkedId(), self.other_ids()))
        self.apart = link_button(say("Not the same"), say("They are not the same: do not ask again"))
        self.apart.setAutoDefault(False)
        self.apart.clicked.connect(self.apart_requested)
        row = QHBoxLayout()
        row.addWidget(self.merge)
        row.addWidget(self.apart)
        row.addStretch(1)
        return row

    def keep(self, record_id: int) -> None:
        """Choose which one stays."""
        self._keepers.button(record_id).setChecked(True)

    def other_ids(self) -> tuple[int, ...]:
        kept = self._keepers.checkedId()
        return tuple(key for key, same in self._same.items() if same.isChecked() and key != kept)

    def note_choice(self) -> None:
        kept = self._keepers.checkedId()
        for record_id, same in self._same.items():
            same.setEnabled(record_id != kept)
        self.merge.setEnabled(bool(self.other_ids()))


class MergeDialog(QDialog):
    """The groups below each other; each leaves when it is merged or told apart."""

    merge_requested = Signal(int, object)
    apart_requested = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 460)
        self.groups: dict[tuple[int, ...], GroupBox] = {}
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(0)
        hint = QLabel(
            say(
                "Choose which one stays: it takes over the seats and interests of the others, and whatever it does not "
                "say itself. One undo takes a merge back."
            )
        )
        hint.setWordWrap(True)
        hint.setProperty("role", "hint")
        self._none = QLabel(say("Nothing is left to decide."))
        self._none.setProperty("role", "good")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(hint)
        layout.addWidget(self._scrolled(), 1)
        layout.addWidget(close)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("panel")
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._none)
        outer.addLayout(self._list)
        outer.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def show_groups(self, groups: Sequence[tuple[Sequence[Twin], int]]) -> None:
        """Each group with the id that is kept unless told otherwise."""
        wanted = {tuple(twin.id for twin in twins): (twins, keep_id) for twins, keep_id in groups[:_GROUPS_AT_ONCE]}
        for gone in self.groups.keys() - wanted.keys():
            box = self.groups.pop(gone)
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        for ids in [ids for ids in wanted if ids not in self.groups]:
            self._add_group(ids, *wanted[ids])
        self._none.setVisible(not self.groups)

    def _add_group(self, ids: tuple[int, ...], twins: Sequence[Twin], keep_id: int) -> None:
        box = GroupBox(twins, keep_id)
        box.merge_requested.connect(self.merge_requested)
        box.apart_requested.connect(lambda: self.apart_requested.emit(ids))
        self.groups[ids] = box
        self._list.addWidget(box)
