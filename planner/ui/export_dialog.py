"""Export agenda: what the paper carries and where it goes, then progress, cancel, and the finished paper."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, Qt, QUrl, Signal
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

from planner.export.agenda_paper import AgendaOptions, Paper
from planner.export.layouts import look_of
from planner.export.progress import CancelFlag, Progress
from planner.local_times import now_in, zone_city
from planner.models.agenda import Agenda
from planner.ui.fields import ChoiceField, NumberField
from planner.ui.worker import Worker
from planner.ui.zone_picker import ZonePicker
from planner.wording import say
from planner.zones.asked import meeting_start


def _write_pdf(agenda: Agenda, options: AgendaOptions, path: Path, progress: Progress, cancel: CancelFlag) -> None:
    # reportlab takes a fifth of a second to import: not before somebody prints.
    from planner.export.agenda_pdf import write_agenda_pdf

    write_agenda_pdf(agenda, options, path, progress, cancel)


class ExportDialog(QDialog):
    """Makes the agenda as PDF from the frozen picture it was given."""

    exported = Signal(Path)

    def __init__(self, agenda: Agenda, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Export agenda"))
        self.setMinimumWidth(520)
        self._agenda = agenda
        self._worker: Worker | None = None
        self.path = QLineEdit(str(suggested))
        self.paper = ChoiceField(say("Paper"))
        self._look = look_of(agenda)
        self.paper.show_choices([("A4", Paper.A4), ("Letter", Paper.LETTER), ("A3", Paper.A3)], self._look.paper)
        self.draft = NumberField(say("Draft number"), 0, 999)
        self.draft.setSpecialValueText(say("none"))
        self.draft.show_value(agenda.meeting.draft_number)
        self.watermark = QCheckBox(say("Draft number across the page"))
        self.watermark.setChecked(True)
        self.watermark.setEnabled(agenda.meeting.draft_number > 0)
        self.draft.valueChanged.connect(lambda number: self.watermark.setEnabled(number > 0))
        now = now_in(agenda.meeting.zone).replace(tzinfo=None)
        self.as_of = QDateTimeEdit(QDateTime(now.year, now.month, now.day, now.hour, now.minute, 0))
        self.as_of.setDisplayFormat("d MMMM yyyy, HH:mm")
        # Qt gives the padding of a style sheet to the frame of a spin box, not to its text.
        self.as_of.lineEdit().setTextMargins(6, 0, 0, 0)
        self._zone_names: list[str] = []
        self.zones: list[QCheckBox] = []
        self._columns = QVBoxLayout()
        for zone in self._look.zones or tuple(ruler.zone for ruler in agenda.rulers_in_order):
            self._add_zone(zone)
        self.add_zone = ZonePicker(say("Add a zone column"))
        self.add_zone.setPlaceholderText(say("Add one: Toronto, Bishkek…"))
        self.add_zone.ask_about(partial(meeting_start, agenda))
        self.add_zone.committed.connect(self._add_chosen_zone)
        self.open_after = QCheckBox(say("Open it afterwards"))
        self.open_after.setChecked(True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        # The buttons stay where they are when the bar or a message of two lines appears.
        keeping = self._progress.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(keeping)
        self._progress.hide()
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.setMinimumHeight(2 * self._message.fontMetrics().lineSpacing())
        self._export = QPushButton(say("Export"))
        self._export.setProperty("role", "primary")
        self._export.setDefault(True)
        self._cancel = QPushButton(say("Cancel"))
        self._lay_out()
        self._export.clicked.connect(self.start)
        self._cancel.clicked.connect(self._stop_or_close)

    def _lay_out(self) -> None:
        choose = QPushButton(say("Choose…"))
        choose.clicked.connect(self._choose_path)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(choose)
        form = QFormLayout()
        form.setSpacing(9)
        form.addRow(say("Save as"), place)
        form.addRow(say("Paper"), self.paper)
        form.addRow(say("Draft number"), self.draft)
        form.addRow("", self.watermark)
        form.addRow(say("As of, {zone}", zone=self._agenda.meeting.zone_label), self.as_of)
        form.addRow(say("Zone columns"), self._zone_columns())
        form.addRow("", self.open_after)
        buttons = QHBoxLayout()
        buttons.addWidget(self._message, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self._progress)
        layout.addLayout(buttons)

    def _zone_columns(self) -> QVBoxLayout:
        columns = QVBoxLayout()
        columns.addLayout(self._columns)
        columns.addWidget(self.add_zone)
        return columns

    def _add_zone(self, zone: str) -> None:
        box = QCheckBox(zone_city(zone))
        box.setToolTip(zone)
        box.setChecked(True)
        self._zone_names.append(zone)
        self.zones.append(box)
        self._columns.addWidget(box)

    def _add_chosen_zone(self, zone: str) -> None:
        """A zone that has a column already is only ticked again."""
        self.add_zone.show_value("")
        if zone in self._zone_names:
            self.zones[self._zone_names.index(zone)].setChecked(True)
        else:
            self._add_zone(zone)

    def keep_as(self, draft_number: int, as_of: str) -> None:
        """Print what left the house as it was: its number and its as-of time, ISO 8601, stay."""
        self.draft.show_value(draft_number)
        self.as_of.setDateTime(QDateTime.fromString(as_of, Qt.DateFormat.ISODate))
        for field in (self.draft, self.as_of):
            field.setEnabled(False)

    def options(self) -> AgendaOptions:
        """What is chosen now."""
        chosen = self.as_of.dateTime()
        day, time = chosen.date(), chosen.time()
        zones = [zone for zone, box in zip(self._zone_names, self.zones, strict=True) if box.isChecked()]
        return AgendaOptions(
            draft_number=self.draft.value(),
            watermark=self.watermark.isChecked(),
            zones=tuple(zones),
            paper=self.paper.currentData(),
            look=replace(self._look, zones=()),
            as_of=datetime(day.year(), day.month(), day.day(), time.hour(), time.minute()),
        )

    def _choose_path(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self, say("Export agenda"), self.path.text(), say("PDF document (*.pdf)")
        )
        if chosen:
            self.path.setText(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")

    def start(self) -> None:
        """Write the paper in a worker; the window stays free."""
        target, options, agenda = Path(self.path.text()).expanduser(), self.options(), self._agenda
        self._worker = Worker(lambda progress, cancel: _write_pdf(agenda, options, target, progress, cancel), self)
        self._worker.progressed.connect(self._show_progress)
        self._worker.succeeded.connect(lambda _nothing: self._finish(target))
        self._worker.failed.connect(lambda sentence: self._end(sentence, "problem"))
        self._worker.cancelled.connect(lambda: self._end(say("Stopped; nothing was written."), "soft"))
        self._export.setEnabled(False)
        self._message.clear()
        self._progress.setRange(0, 0)
        self._progress.show()
        self._worker.start()

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _end(self, sentence: str, role: str) -> None:
        self._worker = None
        self._progress.hide()
        self._export.setEnabled(True)
        self._message.setText(sentence)
        self._message.setProperty("role", role)
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)

    def _finish(self, target: Path) -> None:
        self._end("", "good")
        self.exported.emit(target)
        if self.open_after.isChecked():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
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
