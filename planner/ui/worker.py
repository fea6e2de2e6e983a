"""Long work beside the window: a function in a thread, its progress, and a way to stop it."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from types import TracebackType

from PySide6.QtCore import QObject, QThread, Signal

from planner.errors import PlannerError
from planner.export.progress import CancelFlag, Cancelled, Progress

Failure = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]
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
        self._outcome: Callable[[], object] = self.cancelled.emit
        self._failure: Failure | None = None
        self.finished.connect(self._tell)

    def cancel(self) -> None:
        """Ask the work to stop; it writes nothing."""
        self._cancel.set()

    def run(self) -> None:
        try:
            self._outcome = partial(self.succeeded.emit, self._work(self.progressed.emit, self._cancel))
        except Cancelled:
            self._outcome = self.cancelled.emit
        except PlannerError as problem:
            self._outcome = partial(self.failed.emit, problem.sentence)
        # The thread's last stand: our own failure becomes a report instead of a silent end.
        except BaseException:
            self._failure = sys.exc_info()
            self._outcome = self.cancelled.emit

    def _tell(self) -> None:
        """In the window's thread, once the thread has ended: whoever is told may drop the worker."""
        self.wait()
        if self._failure is not None:
            sys.excepthook(*self._failure)
        self._outcome()
