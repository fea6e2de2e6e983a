"""How a long export tells how far it is, and how it is stopped."""

from collections.abc import Callable
from typing import Protocol

Progress = Callable[[int, int], None]
"""Called as ``report(done, total)``, from the thread that writes."""


class CancelFlag(Protocol):
    """Anything that can be asked whether to stop; a ``threading.Event`` will do."""

    def is_set(self) -> bool: ...


class Cancelled(Exception):
    """The person asked to stop: nothing was written. It is no failure, so it carries no sentence."""


class Steps:
    """Counts the steps of one export, reports each, and stops when the flag is up."""

    def __init__(self, total: int, report: Progress | None = None, cancel: CancelFlag | None = None) -> None:
        self.done = 0
        self.total = total
        self._report = report
        self._cancel = cancel

    def advance(self) -> None:
        """One step further. Raises Cancelled."""
        self.reach(self.done + 1)

    def reach(self, done: int) -> None:
        """So many steps are done. Raises Cancelled."""
        if self._cancel is not None and self._cancel.is_set():
            raise Cancelled
        self.done = done
        if self._report is not None:
            self._report(self.done, self.total)
