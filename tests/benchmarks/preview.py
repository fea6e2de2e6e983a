"""The preview of a paper after an edit: how soon the first page is there, and how long the window waits for it."""

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner import edits
from planner.document import Document
from planner.ui.application import make_application
from planner.ui.desk import Desk
from planner.ui.main_window import MainWindow
from planner.ui.papers_view import PapersView
from planner.ui.settings import Settings
from planner.ui.theme import dress
from tests.benchmarks.large_meeting import write_large_meeting
from tests.windows import end_window

SESSIONS, EDITS = 300, 12


def measure(folder: Path) -> dict[str, float]:
    """Medians in milliseconds: from an edit to the first page painted anew, and the longest wait of the window."""
    path = folder / "preview.agenda"
    write_large_meeting(path, SESSIONS)
    _application, theme = make_application()
    window = MainWindow(Settings(folder / "preview.ini"), theme)
    window.resize(1440, 900)
    desk = Desk(Document.open(path))
    window.show_desk(desk)
    window.show()
    dress(theme)
    window.show_view("papers")
    view: PapersView = window.views.view("papers")
    view.settle()
    with _waits() as idle:
        _pass_time()
    rounds = [_one_edit(desk, view, number) for number in range(EDITS)][2:]
    end_window(window)
    return {
        "first_page": statistics.median(first for first, _longest in rounds),
        "longest_wait": statistics.median(longest for _first, longest in rounds),
        "worst_wait": max(longest for _first, longest in rounds),
        "idle_wait": max(idle) * 1000,
    }


def _pass_time() -> None:
    """As long as an edit takes, with nothing to do: how long the machine alone holds the loop up."""
    end = perf_counter() + 0.3
    while perf_counter() < end:
        QApplication.processEvents()


def _one_edit(desk: Desk, view: PapersView, number: int) -> tuple[float, float]:
    """From the end of the edit itself: what the window does with it is another figure."""
    edits.sessions.change_session(desk.document, 1, title=f"Title number {number}")
    start, shown = perf_counter(), list[float]()
    told = view.making.made.connect(lambda _made: shown.append(perf_counter()))
    with _waits() as waits:
        view.settle()
    view.making.made.disconnect(told)
    return (shown[0] - start) * 1000, max(waits) * 1000


@contextmanager
def _waits() -> Iterator[list[float]]:
    """The time between two beats of the window's loop, asked for each millisecond."""
    beats, waits = [perf_counter()], [0.0]

    def beat() -> None:
        now = perf_counter()
        waits.append(now - beats[0])
        beats[0] = now

    timer = QTimer(QApplication.instance(), interval=1)
    timer.timeout.connect(beat)
    timer.start()
    yield waits
    timer.stop()


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        print(measure(Path(name)))
