"""Personal sheets or letters: whose and into which new folder, then progress, cancel, and the finished folder."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from planner.export.progress import CancelFlag, Progress
from planner.models.aside_records import CalendarEvent
from planner.models.records import Meeting
from planner.rules.change import Holder
from planner.ui.making_dialog import MakingDialog
from planner.ui.paper_states import PaperState
from planner.ui.who_list import WhoList
from planner.wording import say


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: whose, as of when on the meeting's clock, and the new folder."""

    holders: tuple[Holder, ...]
    as_of: datetime
    folder: Path


WriteFolder = Callable[[Order, Progress, CancelFlag], tuple[CalendarEvent, ...]]


class SheetsDialog(MakingDialog):
    """``written`` carries the folder, and the calendar events that must be remembered.

    ``notice`` says why there will be papers alone, where calendars and e-mails must not follow what is made.
    """

    written = Signal(object, object)

    def __init__(
        self,
        title: str,
        meeting: Meeting,
        who: WhoList,
        write: WriteFolder,
        suggested: Path,
        parent: QWidget | None = None,
        *,
        notice: str = "",
    ) -> None:
        super().__init__(meeting.zone, suggested, parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(540)
        self._write = write
        self.who = who
        self.notice = _wrapped(notice, "")
        self.notice.setObjectName("looking")
        self.notice.setMargin(8)
        self.notice.setVisible(bool(notice))
        self.open_after.setText(say("Open the folder afterwards"))
        self.make.setText(say("Make them"))
        form = QFormLayout()
        form.addRow(say("New folder"), self._path_row(self._choose_path))
        form.addRow(say("Who"), who)
        form.addRow(say("As of, {zone}", zone=meeting.zone_label), self.as_of)
        form.addRow("", self.open_after)
        self._lay_out(form, self._head())
        who.chosen_changed.connect(self._show_ready)
        self._show_ready()

    def _head(self) -> QWidget:
        head = QWidget()
        hint = say("Each gets a PDF, a calendar file and an e-mail draft. The program itself sends nothing.")
        if self.notice.text():
            hint = say("Each gets a PDF.")
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notice)
        column.addWidget(_wrapped(hint, "hint"))
        return head

    def show_state(self, state: PaperState) -> None:
        """What left the house keeps its as-of time."""
        self.setWindowTitle(say("{papers}: {state}", papers=self.windowTitle(), state=state.name))
        self.as_of.show_moment(state.moment)
        self.as_of.setEnabled(False)

    def order(self) -> Order:
        """What is chosen now."""
        return Order(self.who.chosen(), self.as_of.moment(), self.target())

    def _is_ready(self) -> bool:
        return bool(self.who.chosen())

    def _choose_path(self) -> None:
        before = self.target()
        chosen = QFileDialog.getExistingDirectory(self, say("Where the new folder is made"), str(before.parent))
        if chosen:
            self.path.setText(str(Path(chosen) / before.name))

    def start(self) -> None:
        """Write into the folder in a worker; the window stays free."""
        order, write = self.order(), self._write
        self._run(
            lambda progress, cancel: write(order, progress, cancel),
            order.folder,
            lambda events: self.written.emit(order.folder, events),
        )


def _wrapped(sentence: str, role: str) -> QLabel:
    label = QLabel(sentence)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
