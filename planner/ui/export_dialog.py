"""Export: which paper, for whom, what it carries and where it goes; then progress, cancel, and the finished paper."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

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
from planner.export.profiles import Profile, left_out, profile_name
from planner.local_times import now_in, zone_city
from planner.models.agenda import Agenda
from planner.ui.fields import ChoiceField, NumberField, soft_label
from planner.ui.worker import Worker
from planner.ui.zone_picker import ZonePicker
from planner.wording import say
from planner.zones.asked import meeting_start

if TYPE_CHECKING:
    from planner.export.papers import PaperKind


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _small(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


class ExportDialog(QDialog):
    """Makes a paper, at first the agenda as PDF, from the frozen picture it was given."""

    exported = Signal(Path)

    def __init__(self, agenda: Agenda, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The papers load what they are written with: not before somebody prints.
        from planner.export.papers import PAPERS

        self.setWindowTitle(say("Export"))
        self.setMinimumWidth(520)
        self._agenda = agenda
        self._worker: Worker | None = None
        self.path = QLineEdit(str(suggested))
        self._suggested = suggested
        self._kind = PAPERS[0]
        self.what = ChoiceField(say("Which paper"))
        self.what.show_choices([(_capital(kind.title), kind) for kind in PAPERS], PAPERS[0])
        self.what.committed.connect(self._show_kind)
        self.profile = ChoiceField(say("For whom"))
        self.profile.show_choices([(_capital(profile_name(profile)), profile) for profile in Profile], Profile.PUBLIC)
        self.profile.committed.connect(lambda _profile: self._show_left_out())
        self._left_out = soft_label("")
        self._left_out.setWordWrap(True)
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
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing())
        self._export = QPushButton(say("Export"))
        self._export.setProperty("role", "primary")
        self._export.setDefault(True)
        self._cancel = QPushButton(say("Cancel"))
        self._lay_out()
        self._show_left_out()
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
        form.addRow(say("Which paper"), self.what)
        form.addRow(say("For whom"), self.profile)
        form.addRow("", self._left_out)
        form.addRow(say("Save as"), place)
        form.addRow(say("Paper size"), self.paper)
        form.addRow(say("Draft number"), self.draft)
        form.addRow("", self.watermark)
        form.addRow(say("As of, {zone}", zone=self._agenda.meeting.zone_label), self.as_of)
        form.addRow(say("Zone columns"), self._zone_columns())
        form.addRow("", self.open_after)
        buttons = QHBoxLayout()
        buttons.addWidget(self.message, 1)
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
            profile=self.profile.currentData(),
            as_of=datetime(day.year(), day.month(), day.day(), time.hour(), time.minute()),
        )

    def _show_kind(self, kind: "PaperKind") -> None:
        """Another paper is for other people, and has another name, unless one was typed."""
        if self.path.text() == str(self._suggested):
            stem = self._suggested.stem.removesuffix(f"-{self._kind.key}")
            name = f"{stem}{kind.suffix}" if kind.key == "agenda-pdf" else f"{stem}-{kind.key}{kind.suffix}"
            self._suggested = self._suggested.with_name(name)
            self.path.setText(str(self._suggested))
        else:
            self.path.setText(str(Path(self.path.text()).with_suffix(kind.suffix)))
        self._kind = kind
        self.profile.setCurrentIndex(self.profile.findData(kind.profile))
        self._show_left_out()

    def _show_left_out(self) -> None:
        """What this paper will not show, before it is made."""
        sentences = left_out(self._agenda, self.profile.currentData())
        listed = ", ".join(map(_small, sentences))
        self._left_out.setText(say("Left out: {list}.", list=listed) if sentences else say("Nothing is left out."))

    def _choose_path(self) -> None:
        suffix = self._kind.suffix
        chosen, _filter = QFileDialog.getSaveFileName(
            self, say("Export"), self.path.text(), say("{suffix} files (*{suffix})", suffix=suffix)
        )
        if chosen:
            self.path.setText(chosen if chosen.lower().endswith(suffix) else f"{chosen}{suffix}")

    def start(self) -> None:
        """Write the paper in a worker; the window stays free."""
        target, options, agenda, kind = Path(self.path.text()).expanduser(), self.options(), self._agenda, self._kind
        self._worker = Worker(lambda progress, cancel: kind.write(agenda, options, target, progress, cancel), self)
        self._worker.progressed.connect(self._show_progress)
        self._worker.succeeded.connect(lambda _nothing: self._finish(target))
        self._worker.failed.connect(lambda sentence: self._end(sentence, "problem"))
        self._worker.cancelled.connect(lambda: self._end(say("Stopped; nothing was written."), "soft"))
        self._export.setEnabled(False)
        self.message.clear()
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
        self.message.setText(sentence)
        self.message.setProperty("role", role)
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)

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
