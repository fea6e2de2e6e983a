"""Opening, making and bringing back files: the dialogs, the backup on opening, the recent list.

A dialog is imported when it is asked for: the first window does not wait for what it does not show.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from planner.document import Document
from planner.errors import FileProblem, PlannerError
from planner.templates import TEMPLATES, USUAL_ZONE, usual_days
from planner.ui.desk import Desk
from planner.ui.settings import Settings
from planner.wording import say

if TYPE_CHECKING:
    from planner.models.backups import Backup

SUFFIX = ".agenda"
_PAINTED_MS = 100


class Files(QObject):
    """Asks where, does it, and hands the opened desk over."""

    opened = Signal(object)
    problem = Signal(str)

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self.settings = settings
        self._window = window

    def open(self, path: Path) -> bool:
        """Open a file in place of the one at hand; what fails is told and changes nothing."""
        try:
            document = Document.open(path)
        except PlannerError as refusal:
            self.problem.emit(refusal.sentence)
            return False
        self.settings.add_recent(path)
        self.opened.emit(Desk(document))
        self._back_up_soon(document)
        return True

    def _back_up_soon(self, document: Document) -> None:
        """Before the first change, but after the window is painted: a timer without delay would come in between."""
        waiting = QTimer(self, interval=_PAINTED_MS, singleShot=True)

        def back_up() -> None:
            if waiting.isActive():
                waiting.stop()
                self._back_up(document.path)

        waiting.timeout.connect(lambda: self._back_up(document.path))
        document.before_first_change(back_up)
        waiting.start()

    def _back_up(self, path: Path) -> None:
        from planner.models.backups import make_backup

        try:
            make_backup(path)
        except FileProblem as refusal:
            self.problem.emit(say("No backup copy was made. {reason}", reason=refusal.sentence))

    def ask_open(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self._window, say("Open"), str(self._folder()), _filter_words())
        if chosen:
            self.open(Path(chosen))

    def ask_new(self, template: str) -> None:
        """Title and days, then where to keep it."""
        from planner.ui.new_meeting_dialog import NewMeetingDialog

        chosen = next(known for known in TEMPLATES if known.key == template)
        dialog = NewMeetingDialog(chosen, usual_days(date.today())[0], self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            title, days = dialog.title_and_days()
            self._make(template, title, days, sample=False, zone=dialog.zone_name())

    def new_sample(self) -> None:
        self._make("regional-review", "", (), sample=True)

    def _make(self, template: str, title: str, days: tuple[date, ...], *, sample: bool, zone: str = USUAL_ZONE) -> None:
        name = say("sample") if sample else say("meeting")
        path = self._ask_save(say("Keep the new meeting as"), self._free_name(name))
        if path is None:
            return
        # Brings SQLAlchemy along, which the first window does not wait for.
        from planner.making import create_from_template

        try:
            create_from_template(path, template, sample=sample, days=days, title=title, zone=zone)
        except PlannerError as refusal:
            self.problem.emit(refusal.sentence)
            return
        self.open(path)

    def ask_restore(self) -> None:
        """List the backups; a restored one becomes a new file, which is then opened."""
        from planner.models.backups import all_backups
        from planner.ui.backups_dialog import BackupsDialog

        dialog = BackupsDialog(all_backups(), self._window)
        dialog.restore_requested.connect(self._restore)
        dialog.restore_requested.connect(dialog.accept)
        dialog.exec()

    def _restore(self, backup: "Backup") -> None:
        from planner.models.backups import restore_backup

        path = self._ask_save(
            say("Keep the restored meeting as"),
            self._free_name(f"{backup.origin.stem} {backup.made_at:%Y-%m-%d %H.%M}"),
        )
        if path is None:
            return
        try:
            restore_backup(backup, path)
        except FileProblem as refusal:
            self.problem.emit(refusal.sentence)
            return
        self.open(path)

    def ask_copy(self, document: Document) -> None:
        path = self._ask_save(say("Save a copy"), self._free_name(document.path.stem))
        if path is None:
            return
        try:
            document.save_copy(path)
        except PlannerError as refusal:
            self.problem.emit(refusal.sentence)

    def ask_new_path(self, title: str, stem: str) -> Path | None:
        """Where a new meeting is to be kept; None when nothing was chosen."""
        return self._ask_save(title, self._free_name(stem))

    def _ask_save(self, title: str, suggested: Path) -> Path | None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, title, str(suggested), _filter_words(), "", QFileDialog.Option.DontConfirmOverwrite
        )
        if not chosen:
            return None
        return Path(chosen if chosen.endswith(SUFFIX) else chosen + SUFFIX)

    def _folder(self) -> Path:
        recent = self.settings.recent_files()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return recent[0].parent if recent and recent[0].parent.is_dir() else Path(documents or Path.home())

    def _free_name(self, stem: str) -> Path:
        """A name in the usual folder that no file has yet."""
        folder = self._folder()
        names = [folder / f"{stem}{SUFFIX}", *(folder / f"{stem} {number}{SUFFIX}" for number in range(2, 100))]
        return next((path for path in names if not path.exists()), names[0])


def _filter_words() -> str:
    return say("Meetings (*.agenda)")
