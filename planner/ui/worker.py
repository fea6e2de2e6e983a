"""Long work beside the window: a function in a thread, its progress, and a way to stop it."""

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from planner.errors import PlannerError
from planner.export.progress import CancelFlag, Cancelled, Progress

Work = Callable[[Progress, CancelFlag], object]


class Worker(QThread):
    """Runs ``work(progress, cancel)``; exactly one of the ending signals is emitted, in the window's thread."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancel = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; it writes nothing."""
        self._cancel.set()

    def run(self) -> None:
        try:
            self.succeeded.emit(self._work(self.progressed.emit, self._cancel))
        except Cancelled:
            self.cancelled.emit()
        except PlannerError as problem:
            self.failed.emit(problem.sentence)
        # The thread's last stand: our own failure becomes a report instead of a silent end.
        except BaseException:
            sys.excepthook(*sys.exc_info())
            self.cancelled.emit()
