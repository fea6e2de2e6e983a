"""What the dialogs share that write papers: where to, as of when, progress, a way to stop, and how it ended."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.ui.moment_field import MomentField
from planner.ui.theme import restyle
from planner.ui.worker import Work, Worker
from planner.wording import say


class MakingDialog(QDialog):
    """Runs one work at a time in a thread; the window stays free, Esc and Cancel stop the work first."""

    def __init__(self, zone: str, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._folder = suggested.absolute().parent
        self.path = QLineEdit(str(suggested.absolute()))
        self.as_of = MomentField(zone)
        self.open_after = QCheckBox()
        self.open_after.setChecked(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        # The buttons stay where they are when the bar or a message of two lines appears.
        keeping = self.progress.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(keeping)
        self.progress.hide()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing())
        self.make = QPushButton()
        self.make.setProperty("role", "primary")
        self.make.setDefault(True)
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.setAutoDefault(False)
        self.path.textChanged.connect(self._show_ready)
        self.make.clicked.connect(self.start)
        self.cancel.clicked.connect(self._stop_or_close)

    def target(self) -> Path:
        """Where to; a name alone is beside the meeting's file."""
        return self._folder / Path(self.path.text().strip()).expanduser()

    def start(self) -> None:
        """Begin the work that is chosen."""
        raise NotImplementedError

    def _is_ready(self) -> bool:
        """Whether what is chosen can be made."""
        return True

    def _lay_out(self, form: QFormLayout, above: QWidget | None = None) -> None:
        """The form in the middle, progress, message and buttons below."""
        form.setSpacing(9)
        buttons = QHBoxLayout()
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        if above is not None:
            layout.addWidget(above)
        layout.addLayout(form, 1)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def _path_row(self, choose_path: Callable[[], None]) -> QHBoxLayout:
        choose = QPushButton(say("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(choose_path)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(choose)
        return row

    # -- the work -----------------------------------------------------------------------------------------------

    def _run(self, work: Work, target: Path, tell: Callable[[Any], None]) -> None:
        """Do the work; ``tell`` gets its result, then the target is opened if that is wished and the dialog closes."""
        self._worker = Worker(work, self)
        self._worker.progressed.connect(self._show_progress)
        self._worker.succeeded.connect(lambda result: self._finish(target, result, tell))
        self._worker.failed.connect(lambda sentence: self._end(sentence, "problem"))
        self._worker.cancelled.connect(lambda: self._end(say("Stopped; nothing was written."), "soft"))
        self._show_ready()
        self.message.clear()
        self.progress.setRange(0, 0)
        self.progress.show()
        self._worker.start()

    def _show_ready(self) -> None:
        self.make.setEnabled(self._worker is None and bool(self.path.text().strip()) and self._is_ready())

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _say(self, sentence: str, role: str) -> None:
        self.message.setText(sentence)
        restyle(self.message, "role", role)

    def _end(self, sentence: str, role: str) -> None:
        self._worker = None
        self.progress.hide()
        self._show_ready()
        self._say(sentence, role)

    def _finish(self, target: Path, result: Any, tell: Callable[[Any], None]) -> None:
        self._end("", "good")
        tell(result)
        if self.open_after.isChecked():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
        self.accept()

    # -- leaving ------------------------------------------------------------------------------------------------

    def _stop_or_close(self) -> None:
        if self._worker is None:
            self.reject()
        else:
            self._worker.cancel()

    def reject(self) -> None:
        """Esc stops the work first, and closes when there is none."""
        if self._worker is not None:
            self._worker.cancel()
            self._worker.wait()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.accept()
