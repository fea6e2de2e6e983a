"""The one Qt signal: what a Document tells after each commit."""

from PySide6.QtCore import QObject, Signal

from planner.document import Change, Document


class DocumentSignals(QObject):
    """Turns the plain callbacks of a Document into ``changed(change)``."""

    changed = Signal(object)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = document.listen(self._tell)

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)

    def end(self) -> None:
        self._stop()
