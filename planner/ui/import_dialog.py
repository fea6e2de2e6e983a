"""Importing interests: a file or pasted text is read, its columns are mapped, and every row is shown beforehand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.export.progress import CancelFlag, Progress
from planner.imports.columns import ColumnMap
from planner.imports.fields import Field
from planner.imports.proposal import NO_DECISIONS, Decisions
from planner.imports.proposing import propose
from planner.imports.reading import read_pasted, read_sheets
from planner.imports.remembering import remember_fields
from planner.imports.tables import Sheet
from planner.models.agenda import Agenda
from planner.ui.import_pages import PreviewPage, SourcePage
from planner.ui.import_preview import Answer, Asked, Preview, preview_of
from planner.ui.import_reading import Reading, reading_of
from planner.ui.import_writing import Writing
from planner.ui.latest_work import LatestWork
from planner.ui.theme import Theme, restyle
from planner.ui.worker import Work
from planner.wording import say, say_count

_READABLE = "*.xlsx *.xlsm *.ods *.csv *.tsv *.txt"


class ImportDialog(QDialog):
    """``import_requested`` carries the proposal and its ``Writing``; this dialog itself writes nothing."""

    import_requested = Signal(object, object)

    def __init__(self, agenda: Agenda, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Import interests"))
        self.resize(1060, 660)
        self._agenda = agenda
        self._reading: Reading | None = None
        self._columns: ColumnMap | None = None
        self._preview: Preview | None = None
        self._decisions: Decisions = NO_DECISIONS
        self._asked: Asked = {}
        self._work = LatestWork(self)
        self._writing: Writing | None = None
        self.source = SourcePage(self)
        self.shown = PreviewPage(theme, self)
        self.pages = QStackedWidget()
        self.progress = QProgressBar()
        self.message = QLabel()
        self.another = QPushButton(say("Another file…"))
        self.cancel = QPushButton(say("Cancel"))
        self.accept_button = QPushButton(say("Import"))
        # Enter belongs to the combos and the table: nothing is imported by the way.
        for button in (self.another, self.cancel, self.accept_button, self.source.choose, self.source.read):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self._show_state()

    def _lay_out(self) -> None:
        self.pages.addWidget(self.source)
        self.pages.addWidget(self.shown)
        self.progress.setTextVisible(False)
        self.message.setWordWrap(True)
        self.accept_button.setProperty("role", "primary")
        foot = QHBoxLayout()
        foot.addWidget(self.another)
        foot.addWidget(self.message, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.progress)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.source.file_requested.connect(self._choose_file)
        self.source.file_dropped.connect(self.read_path)
        self.source.text_given.connect(self.read_text)
        self.shown.sheet_chosen.connect(self._choose_sheet)
        self.shown.columns.field_chosen.connect(self._choose_field)
        self.shown.model.decided.connect(self._decide)
        self._work.progressed.connect(self._show_progress)
        self._work.ended.connect(self._end)
        self._work.cancelled.connect(lambda: self._end(say("Stopped; nothing was written.")))
        self.another.clicked.connect(self._start_over)
        self.cancel.clicked.connect(self._stop_or_close)
        self.accept_button.clicked.connect(self._finish)

    # -- reading ----------------------------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        filters = say("Tables ({patterns})", patterns=_READABLE) + ";;" + say("All files (*)")
        chosen, _filter = QFileDialog.getOpenFileName(self, say("Import interests"), "", filters)
        if chosen:
            self.read_path(Path(chosen))

    def read_path(self, path: Path) -> None:
        """Read a file in a worker, and show what would become of its rows."""
        self._read(lambda report, cancel: read_sheets(path, report=report, cancel=cancel))

    def read_text(self, text: str) -> None:
        """Read pasted text in a worker, and show what would become of its rows."""
        self._read(lambda report, cancel: read_pasted(text, report=report, cancel=cancel))

    def _read(self, sheets_of: Callable[[Progress, CancelFlag], tuple[Sheet, ...]]) -> None:
        agenda = self._agenda
        self._run(
            lambda report, cancel: reading_of(agenda, sheets_of(report, cancel)), self._show_reading, say("Reading…")
        )

    def _show_reading(self, reading: Reading) -> None:
        self._reading = reading
        self.shown.show_sheets(reading.sheets, reading.likeliest)
        self._choose_sheet(reading.likeliest)

    def _choose_sheet(self, place: int) -> None:
        if self._reading is not None:
            self._columns = self._reading.columns[place]
            self._decisions, self._asked = NO_DECISIONS, {}
            self._propose()

    def _choose_field(self, index: int, field: Field) -> None:
        if self._columns is not None:
            self._columns = self._columns.with_field(index, field)
            self._asked = {}
            self._propose()

    def _propose(self) -> None:
        if self._columns is None or self._reading is None:
            return
        sheet, columns, agenda = self._reading.sheets[self.shown.sheet], self._columns, self._agenda
        self.shown.columns.show_columns(columns, sheet)
        self.pages.setCurrentWidget(self.shown)
        others = [other.title for other in self._reading.sheets if other is not sheet]
        decisions, asked = self._decisions, self._asked

        def work(report: Progress, cancel: CancelFlag) -> Preview:
            proposal = propose(
                agenda, sheet, columns, decisions=decisions, other_sheets=others, report=report, cancel=cancel
            )
            return preview_of(agenda, proposal, decisions, asked)

        self._run(work, self._show, say("Comparing…"))

    def _decide(self, _place: int, answer: Answer) -> None:
        """One answer holds for all rows that ask the same."""
        key, meant = answer
        self._decisions = {**self._decisions, key: meant}
        self._propose()

    def _show(self, preview: Preview) -> None:
        self._preview, self._asked = preview, preview.asked
        self.shown.show_preview(preview)
        self._show_state()

    # -- working ----------------------------------------------------------------------------------------------------

    def _run(self, work: Work, then: Callable[[Any], None], doing: str) -> None:
        self._work.run(work, then)
        self.progress.setRange(0, 0)
        self._say(doing, "soft")
        self._show_state()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _end(self, problem: str) -> None:
        """What was shown is no longer true once its work has failed or was stopped."""
        if problem:
            self._preview = None
            self.shown.clear()
        self._say(problem, "problem")
        self._show_state()

    def _say(self, sentence: str, role: str) -> None:
        self.message.setText(sentence)
        restyle(self.message, "role", role)

    def _show_state(self) -> None:
        """Import is on once something would be written."""
        count = 0 if self._preview is None else self._preview.to_write
        busy = self._work.is_running or self._writing is not None
        self.progress.setVisible(busy)
        self.source.setEnabled(not busy)
        self.shown.setEnabled(self._writing is None)
        self.another.setVisible(self.pages.currentWidget() is self.shown and self._writing is None)
        self.accept_button.setEnabled(count > 0 and not busy)
        self.accept_button.setText(
            say_count("Import {count} row", "Import {count} rows", count) if count else say("Import")
        )
        if self._preview is not None and not busy:
            self._say(self._preview.sentence, "soft")

    # -- ending -----------------------------------------------------------------------------------------------------

    def _start_over(self) -> None:
        self._work.drop()
        self._preview = self._columns = self._reading = None
        self._say("", "soft")
        self.pages.setCurrentWidget(self.source)
        self._show_state()

    def _finish(self) -> None:
        if self._preview is None or self._columns is None:
            return
        remember_fields({column.heading: column.field for column in self._columns.columns if column.heading})
        writing = self._writing = Writing(self._show_progress)
        self._say(say("Writing…"), "soft")
        self._show_state()
        self.import_requested.emit(self._preview.proposal, writing)
        self._writing = None
        if writing.was_stopped:
            self._show_state()
            self._say(say("Stopped; nothing was written."), "problem")
        else:
            self.accept()

    def _stop_or_close(self) -> None:
        if self._work.is_running:
            self._work.cancel()
        else:
            self.reject()

    def reject(self) -> None:
        """What is being written is taken back, and its preview stays."""
        if self._writing is not None:
            self._writing.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """However the dialog ends, its workers end first."""
        self._work.wait()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.setAccepted(self._writing is None)
