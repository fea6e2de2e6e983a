"""Personal sheets or letters: whose and into which new folder, then progress, cancel, and the finished folder."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.export.progress import CancelFlag, Progress
from planner.local_times import now_in
from planner.models.records import CalendarEvent, Meeting
from planner.rules.change import Holder
from planner.ui.who_list import WhoList
from planner.ui.worker import Worker
from planner.wording import say


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: whose, as of when on the meeting's clock, and the new folder."""

    holders: tuple[Holder, ...]
    as_of: datetime
    folder: Path


WriteFolder = Callable[[Order, Progress, CancelFlag], tuple[CalendarEvent, ...]]


class SheetsDialog(QDialog):
    """``written`` carries the folder, and the calendar events that must be remembered."""

    written = Signal(object, object)

    def __init__(
        self,
        title: str,
        meeting: Meeting,
        who: WhoList,
        write: WriteFolder,
        suggested: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(540)
        self._write = write
        self._worker: Worker | None = None
        self.who = who
        self.path = QLineEdit(str(suggested))
        now = now_in(meeting.zone).replace(tzinfo=None)
        self.as_of = QDateTimeEdit(QDateTime(now.year, now.month, now.day, now.hour, now.minute, 0))
        self.as_of.setDisplayFormat("d MMMM yyyy, HH:mm")
        # Qt gives the padding of a style sheet to the frame of a spin box, not to its text.
        self.as_of.lineEdit().setTextMargins(6, 0, 0, 0)
        self.open_after = QCheckBox(say("Open the folder afterwards"))
        self.open_after.setChecked(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        # The buttons stay where they are when the bar appears.
        keeping = self.progress.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(keeping)
        self.progress.hide()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing())
        self.make = QPushButton(say("Make them"))
        self.make.setProperty("role", "primary")
        self.make.setDefault(True)
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.setAutoDefault(False)
        self._lay_out(meeting)
        who.chosen_changed.connect(self._show_ready)
        self.make.clicked.connect(self.start)
        self.cancel.clicked.connect(self._stop_or_close)
        self._show_ready()

    def _lay_out(self, meeting: Meeting) -> None:
        choose = QPushButton(say("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_path)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(choose)
        hint = QLabel(say("Each gets a PDF, a calendar file and an e-mail draft. The program itself sends nothing."))
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(9)
        form.addRow(say("New folder"), place)
        form.addRow(say("Who"), self.who)
        form.addRow(say("As of, {zone}", zone=meeting.zone_label), self.as_of)
        form.addRow("", self.open_after)
        buttons = QHBoxLayout()
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(hint)
        layout.addLayout(form, 1)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def order(self) -> Order:
        """What is chosen now."""
        chosen = self.as_of.dateTime()
        day, time = chosen.date(), chosen.time()
        as_of = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())
        return Order(self.who.chosen(), as_of, Path(self.path.text()).expanduser())

    def _show_ready(self) -> None:
        self.make.setEnabled(bool(self.who.chosen()) and self._worker is None)

    def _choose_path(self) -> None:
        before = Path(self.path.text()).expanduser()
        chosen = QFileDialog.getExistingDirectory(self, say("Where the new folder is made"), str(before.parent))
        if chosen:
            self.path.setText(str(Path(chosen) / before.name))

    def start(self) -> None:
        """Write the folder in a worker; the window stays free."""
        order, write = self.order(), self._write
        self._worker = Worker(lambda progress, cancel: write(order, progress, cancel), self)
        self._worker.progressed.connect(self._show_progress)
        self._worker.succeeded.connect(lambda events: self._finish(order.folder, events))
        self._worker.failed.connect(lambda sentence: self._end(sentence, "problem"))
        self._worker.cancelled.connect(lambda: self._end(say("Stopped; nothing was written."), "soft"))
        self._show_ready()
        self.message.clear()
        self.progress.setRange(0, 0)
        self.progress.show()
        self._worker.start()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _end(self, sentence: str, role: str) -> None:
        self._worker = None
        self.progress.hide()
        self._show_ready()
        self.message.setText(sentence)
        self.message.setProperty("role", role)
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)

    def _finish(self, folder: Path, events: object) -> None:
        self._end("", "good")
        self.written.emit(folder, events)
        if self.open_after.isChecked():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self.accept()

    def _stop_or_close(self) -> None:
        if self._worker is None:
            self.reject()
        else:
            self._worker.cancel()

    def reject(self) -> None:
        """Esc and Cancel stop the work first, and close when there is none."""
        if self._worker is not None:
            self._worker.cancel()
            self._worker.wait()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.accept()
