"""What "Undo to here" would take back: the steps and what they changed, seen before one click does it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.models.agenda import Agenda
from planner.models.past import StepLine
from planner.rules.moments import made_at_words
from planner.ui.fields import section_label
from planner.ui.grouped_lines import GroupedModel, GroupedView
from planner.ui.history_lines import all_change_groups
from planner.ui.theme import Theme
from planner.wording import say, say_count


class UndoToDialog(QDialog):
    """``steps`` are those that would be taken back, the latest first; accepted, the caller takes them back."""

    def __init__(
        self, to: StepLine, steps: Sequence[StepLine], now: Agenda, then: Agenda, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Undo to here"))
        self.resize(820, 500)
        count = len(steps)
        self.heading = QLabel(
            say_count(
                "This takes back {count} step, all that came after “{step}” of {when}.",
                "This takes back {count} steps, all that came after “{step}” of {when}.",
                count, step=to.name, when=made_at_words(to.made_at, now.meeting.zone),
            )
        )  # fmt: skip
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.steps = _list([_line(step, now) for step in steps])
        self.model = GroupedModel(theme, self)
        self.model.show_groups(all_change_groups(now, then))
        self.changes = GroupedView(self.model, say("What changes"))
        self.changes.expandAll()
        self.undo = QPushButton(say_count("Undo {count} step", "Undo {count} steps", count))
        self.undo.setProperty("role", "primary")
        self.undo.setDefault(True)
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.undo.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(16)
        unseen = QLabel(say("Nothing that a reader of the agenda would notice."))
        unseen.setProperty("role", "hint")
        unseen.setAlignment(Qt.AlignmentFlag.AlignTop)
        changes = self.changes if self.model.groups else unseen
        for heading, widget in ((say("Steps taken back"), self.steps), (say("What changes"), changes)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(section_label(heading))
            column.addWidget(widget, 1)
            columns.addLayout(column, 1)
        foot = QHBoxLayout()
        hint = QLabel(say("Redo brings them back one by one, until something else is done."))
        hint.setProperty("role", "hint")
        foot.addWidget(hint, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.undo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addLayout(columns, 1)
        layout.addLayout(foot)


def _line(step: StepLine, now: Agenda) -> str:
    """The moment first: after a name written from right to left its numbers would change places."""
    return say("{when}  {step}", step=step.name, when=made_at_words(step.made_at, now.meeting.zone))


class _Lines(QStringListModel):
    """A line that has no room is whole in its tip."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return super().data(index, Qt.ItemDataRole.DisplayRole if role == Qt.ItemDataRole.ToolTipRole else role)


def _list(lines: Sequence[str]) -> QListView:
    view = QListView()
    view.setModel(_Lines(list(lines), view))
    view.setAccessibleName(say("Steps taken back"))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setUniformItemSizes(True)
    view.setSpacing(2)
    return view
