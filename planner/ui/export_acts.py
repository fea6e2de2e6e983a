"""The export asked for from any view. Imported when it is."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from planner.ui.desk import Desk
from planner.ui.draft_states import NOW
from planner.ui.export_dialog import ExportDialog
from planner.ui.paper_states import PaperState
from planner.ui.settings import Settings
from planner.wording import say


def ask_export(desk: Desk, settings: Settings, parent: QWidget, shown: PaperState | None) -> None:
    """The dialog, on the state that is on the screen; None is the working copy."""
    dialog = ExportDialog(desk.agenda, desk.document.path.with_suffix(".pdf"), settings, parent, shown=shown)
    dialog.exported.connect(lambda path: _tell(desk, dialog.state, path))
    dialog.exec()
    dialog.deleteLater()


def _tell(desk: Desk, state: PaperState, path: Path) -> None:
    if state.key == NOW:
        desk.tell(say("The paper is in {file}.", file=path))
    else:
        desk.tell(say("The paper of “{state}” is in {file}.", state=state.name, file=path))
