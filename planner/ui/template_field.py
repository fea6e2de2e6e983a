"""Which Word template papers are written with: the program's, or an organization's own file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.ui.fields import ChoiceField
from planner.ui.settings import Settings
from planner.wording import say

_OWN, _CHOOSE = "", "choose"


class TemplateField(ChoiceField):
    """The choice is remembered in the settings; a file that is no longer there is told, never left out in silence."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(say("Word template"), parent)
        self._settings = settings
        self.committed.connect(self._choose)
        self._show()

    @property
    def template(self) -> Path | None:
        """None for the program's own."""
        return self._settings.word_template()

    @property
    def problem(self) -> str:
        """Why the chosen file cannot be taken; empty when it can."""
        path = self.template
        if path is None or path.is_file():
            return ""
        return say(
            "There is no Word template “{name}” in {folder} any more. Choose another, or the program's own.",
            name=path.name, folder=path.parent,
        )  # fmt: skip

    def _show(self) -> None:
        path = self.template
        theirs = [] if path is None else [(path.name, str(path))]
        self.show_choices(
            [(say("The program's own"), _OWN), *theirs, (say("Choose…"), _CHOOSE)], _OWN if path is None else str(path)
        )
        self.setToolTip("" if path is None else str(path))

    def _choose(self, chosen: str) -> None:
        if chosen == _CHOOSE:
            self._ask()
        elif chosen == _OWN:
            self._settings.keep_word_template(None)
        self._show()
        self.changed.emit()

    def _ask(self) -> None:
        before = self.template
        folder = "" if before is None else str(before.parent)
        path, _filter = QFileDialog.getOpenFileName(
            self.window(), say("Word template"), folder, say("Word documents (*.docx)")
        )
        if path:
            self._settings.keep_word_template(Path(path))
