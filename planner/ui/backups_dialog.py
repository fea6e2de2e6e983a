"""Lists backup copies, so that one can be written to a new file."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.clock import format_minute
from planner.models.backups import Backup
from planner.phrases import day_medium
from planner.ui.folders import folder_in_words
from planner.wording import say

_NAME, _MADE, _SIZE, _FOLDER = range(4)
_KILOBYTE = 1000


def made_in_words(made_at: datetime, zone: tzinfo | None = None) -> str:
    """ "Thu 12 Nov 2020, 14:05" in ``zone``, or in the machine's own."""
    local = made_at.astimezone(zone)
    hour = format_minute(local.hour * 60 + local.minute)
    return say("{day} {year}, {hour}", day=day_medium(local.date().isoformat()), year=local.year, hour=hour)


def size_in_words(size: int) -> str:
    """Bytes -> "120 kB", "1.2 MB"; a kilobyte is 1,000 bytes."""
    kilobytes = max(1, round(size / _KILOBYTE))
    if kilobytes < _KILOBYTE:
        return say("{number} kB", number=kilobytes)
    return say("{number} MB", number=f"{size / _KILOBYTE**2:.1f}")


class BackupsDialog(QDialog):
    """Newest first; ``restore_requested`` carries the copy that was chosen."""

    restore_requested = Signal(object)

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None, *, zone: tzinfo | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Restore a backup"))
        self.resize(720, 460)
        self._backups = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
        self._zone = zone
        self.search = QLineEdit()
        self.list = QTreeWidget()
        self.empty = QLabel()
        self.restore = QPushButton(say("Restore as…"))
        self.close_button = QPushButton(say("Close"))
        self._prepare()
        self._lay_out()
        self.search.textChanged.connect(self._show_found)
        self.list.currentItemChanged.connect(self._judge)
        self.list.itemDoubleClicked.connect(self._wish)
        self.restore.clicked.connect(self._wish)
        self.close_button.clicked.connect(self.reject)
        self._show_found()

    def _prepare(self) -> None:
        self.search.setPlaceholderText(say("Find a file by its name"))
        self.search.setAccessibleName(say("Find a file by its name"))
        self.search.setClearButtonEnabled(True)
        self.search.setEnabled(bool(self._backups))
        self.list.setAccessibleName(say("Backups, newest first"))
        self.list.setHeaderLabels([say("File"), say("Copied"), say("Size"), say("Folder of the file")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.empty.setProperty("role", "hint")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(90, 0, 90, 0)
        self.restore.setProperty("role", "primary")
        self.restore.setDefault(True)

    def _lay_out(self) -> None:
        heading, hint = QLabel(say("Backups")), QLabel(say("A copy is written to a new file; nothing is replaced."))
        heading.setProperty("role", "title")
        hint.setProperty("role", "hint")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addWidget(self.search)
        # Without a parent it would show the first of them as a window of its own.
        self._pages = QStackedLayout()
        layout.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        layout.addLayout(foot)
        self._size_columns()

    def _size_columns(self) -> None:
        header = self.list.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_MADE, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_SIZE, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(_NAME, 220)

    def _show_found(self) -> None:
        words = self.search.text().strip().casefold()
        self.list.clear()
        for index, backup in enumerate(self._backups):
            if words in backup.origin.name.casefold():
                self.list.addTopLevelItem(self._row(index, backup))
        newest = self.list.topLevelItem(0)
        if newest is not None:
            self.list.setCurrentItem(newest)
        self.empty.setText(self._why_empty())
        self._pages.setCurrentWidget(self.list if self.list.topLevelItemCount() else self.empty)
        self._judge()

    def _row(self, index: int, backup: Backup) -> QTreeWidgetItem:
        texts = (
            backup.origin.name,
            made_in_words(backup.made_at, self._zone),
            size_in_words(backup.bytes),
            folder_in_words(backup.origin),
        )
        row = QTreeWidgetItem(list(texts))
        row.setData(_NAME, Qt.ItemDataRole.UserRole, index)
        row.setToolTip(_NAME, str(backup.origin))
        row.setToolTip(_FOLDER, str(backup.origin.parent))
        return row

    def _why_empty(self) -> str:
        if self._backups:
            return say("No file of this name has a backup. Search for a part of its name.")
        return say(
            "There are no backups yet. A copy is made each time a meeting is opened, if it has changed since the last"
            " copy, and kept apart from the meeting's own folder."
        )

    def _judge(self) -> None:
        self.restore.setEnabled(self.list.currentItem() is not None)

    def _wish(self) -> None:
        row = self.list.currentItem()
        if row is not None:
            self.restore_requested.emit(self._backups[row.data(_NAME, Qt.ItemDataRole.UserRole)])
