"""File, Merge from file: asks for the file, shows what it brings, and has it merged. Imported when it is asked for."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from planner import edits
from planner.merging import ancestry_with
from planner.other_copy import OtherCopy, read_other
from planner.ui.commands import Commands
from planner.ui.import_dialog import ImportDialog
from planner.ui.merge_file_dialog import MergeFileDialog, MergeSource
from planner.ui.theme import Theme
from planner.wording import say


def ask_merge(window: QWidget, theme: Theme, act: Commands) -> None:
    """The file first; nothing is written before the person says so."""
    if act.desk is None:
        return
    folder, filters = act.desk.document.path.parent, say("Meetings (*.agenda)")
    chosen, _filter = QFileDialog.getOpenFileName(window, say("Merge from file"), str(folder), filters)
    if chosen:
        merge_from(Path(chosen), window, theme, act)


def merge_from(path: Path, window: QWidget, theme: Theme, act: Commands) -> None:
    if act.desk is None:
        return
    document = act.desk.document

    def reader(other: Path) -> Callable[[], OtherCopy]:
        return partial(read_other, document.agenda, document.steps(), other)

    source = MergeSource(act.desk.agenda, reader, partial(ancestry_with, document))
    dialog = MergeFileDialog(source, path, theme, window)
    dialog.merge_requested.connect(lambda *values: act.do(edits.merging.merge_copy, *values))
    dialog.import_requested.connect(lambda: _ask_import(window, theme, act))
    dialog.read()
    dialog.exec()
    dialog.deleteLater()


def _ask_import(window: QWidget, theme: Theme, act: Commands) -> None:
    if act.desk is not None:
        dialog = ImportDialog(act.desk.agenda, theme, window)
        dialog.import_requested.connect(lambda proposal: act.do(edits.imports.import_interests, proposal))
        dialog.exec()
        dialog.deleteLater()
