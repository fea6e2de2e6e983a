"""Work beside the window of which only the latest counts: new work makes the end of the earlier one unheard."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from planner.ui.worker import Work, Worker


class LatestWork(QObject):
    """``ended`` carries the sentence of a failure, or empty text; it comes before the result is handed on."""

    progressed = Signal(int, int)
    ended = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._earlier: set[Worker] = set()

    @property
    def is_running(self) -> bool:
        return self._worker is not None

    def run(self, work: Work, then: Callable[[Any], None]) -> None:
        """Start; ``then`` takes the result, unless other work was started meanwhile."""
        self.drop()
        worker = Worker(work, self)
        self._worker = worker
        worker.progressed.connect(lambda done, total: self._tell(worker, done, total))
        worker.succeeded.connect(lambda result: self._succeed(worker, then, result))
        worker.failed.connect(lambda sentence: self._fail(worker, sentence))
        worker.cancelled.connect(lambda: self._stop(worker))
        worker.finished.connect(lambda: self._forget(worker))
        worker.start()

    def cancel(self) -> None:
        """Ask the work to stop; ``cancelled`` tells when it has."""
        if self._worker is not None:
            self._worker.cancel()

    def drop(self) -> None:
        """Ask the work to stop, and do not hear of it again."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.cancel()
            self._earlier.add(worker)

    def wait(self) -> None:
        """Return once nothing runs any longer."""
        self.drop()
        for worker in tuple(self._earlier):
            worker.wait()

    def _tell(self, worker: Worker, done: int, total: int) -> None:
        if worker is self._worker:
            self.progressed.emit(done, total)

    def _end(self, worker: Worker) -> bool:
        """Whether it was the latest work that ended."""
        if worker is not self._worker:
            return False
        self._worker = None
        self._earlier.add(worker)
        return True

    def _succeed(self, worker: Worker, then: Callable[[Any], None], result: object) -> None:
        if self._end(worker):
            self.ended.emit("")
            then(result)

    def _fail(self, worker: Worker, sentence: str) -> None:
        if self._end(worker):
            self.ended.emit(sentence)

    def _stop(self, worker: Worker) -> None:
        if self._end(worker):
            self.cancelled.emit()

    def _forget(self, worker: Worker) -> None:
        worker.wait()
        self._earlier.discard(worker)
        worker.deleteLater()
