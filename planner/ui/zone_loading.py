"""The search for zones, made beside the window when somebody first comes to a field for a zone."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from planner.ui.latest_work import LatestWork
from planner.zones.asked import MeetingStart

if TYPE_CHECKING:
    from planner.zones.search import ZoneSearch


class ZoneLoading(QObject):
    """``search`` is None until ``ready`` is told; it stays for as long as the program runs."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.search: ZoneSearch | None = None
        self._work = LatestWork(self)

    def start(self, start: MeetingStart) -> None:
        """Begin, unless it was begun before."""
        if self.search is None and not self._work.is_running:
            self._work.run(lambda _progress, _cancel: _prepared(start), self._take)

    def wait(self) -> None:
        """Return once nothing runs beside the window; what was begun is lost."""
        self._work.wait()

    def _take(self, search: "ZoneSearch") -> None:
        self.search = search
        self.ready.emit()


def _prepared(start: MeetingStart) -> "ZoneSearch":
    # babel and all the names it reads take a third of a second: not before somebody chooses a zone.
    from planner.zones.search import zone_search

    search = zone_search()
    search.prepare(start)
    return search


@cache
def zone_loading() -> ZoneLoading:
    """The one of the program: a field may go, as editors in cells do, while the search is being made."""
    application = QCoreApplication.instance()
    loading = ZoneLoading(application)
    if application is not None:
        application.aboutToQuit.connect(loading.wait)
    return loading
