"""An import while it is written: the window tells how far it is, and takes it back when it is asked to stop.

A Document works in the window's own thread, so that the window lives on between two chunks of rows.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from planner.export.progress import Cancelled, Progress

_SHOWN_EVERY = 1_000
"""Rows; a small import is written before a bar could be painted."""


class Writing:
    """Handed to the verb as its progress and as its flag; ``was_stopped`` tells that nothing was written."""

    def __init__(self, show: Progress) -> None:
        self._show = show
        self._shown = 0
        self._wants_stop = False
        self.was_stopped = False

    def stop(self) -> None:
        """Ask to stop: nothing is written then."""
        self._wants_stop = True

    def is_set(self) -> bool:
        return self._wants_stop

    def report(self, done: int, total: int) -> None:
        """Paint, and hear of a wish to stop."""
        if done - self._shown >= _SHOWN_EVERY:
            self._shown = done
            self._show(done, total)
            QCoreApplication.processEvents()

    def run(self, write: Callable[[], object]) -> None:
        """Do the writing; one that was stopped leaves no trace."""
        try:
            write()
        except Cancelled:
            self.was_stopped = True
