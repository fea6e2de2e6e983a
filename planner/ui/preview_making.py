"""Makes the pages of a paper beside the window: the latest plan wins, and the pages in sight come first."""

import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from planner.export.progress import CancelFlag, Cancelled, Progress
from planner.ui.latest_work import LatestWork
from planner.ui.page_pictures import PagePicture, picture_of

if TYPE_CHECKING:
    from planner.export.agenda_paper import AgendaOptions
    from planner.export.previewing import PaperPages
    from planner.models.agenda import Agenda

Pictures = dict[int, PagePicture]
_SWITCH_SECONDS = 0.001


class PaperWish(NamedTuple):
    """Which paper is to be seen, of what."""

    key: str
    agenda: "Agenda"
    options: "AgendaOptions"


class Sight(NamedTuple):
    """The pages in sight, from 0, and how large: pixels of the screen a point."""

    numbers: tuple[int, ...]
    px_per_point: float


class MadePaper(NamedTuple):
    pages: "PaperPages"
    pictures: Pictures


@cache
def drawing_lock() -> Lock:
    """reportlab's fonts are shared by all papers: one is made at a time."""
    return Lock()


class PreviewMaking(QObject):
    """``made`` carries a MadePaper, ``painted`` further Pictures, ``failed`` a sentence."""

    made = Signal(object)
    painted = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._making = LatestWork(self)
        self._painting = LatestWork(self)
        self._was_made = False
        for work in (self._making, self._painting):
            work.ended.connect(self._tell)

    @property
    def is_running(self) -> bool:
        return self._making.is_running or self._painting.is_running

    def make(self, wish: PaperWish, sight: Sight) -> None:
        """Lay a paper out, with the pictures of the pages in sight."""
        self._painting.drop()
        self._making.run(partial(_make, wish, sight), self._hand_on)

    def _hand_on(self, made: MadePaper) -> None:
        if not self._was_made:
            self._was_made = True
            # Each paper is many thousand small objects. Beside all that the program has loaded by now, every sweep of
            # Python's collector would hold the window up for a tenth of a second: what is loaded is left out of it.
            gc.freeze()
        self.made.emit(made)

    def paint(self, pages: "PaperPages", sight: Sight) -> None:
        """Pictures of further pages, or of the same ones in another size."""
        if not self._making.is_running:
            self._painting.run(partial(_paint_of, pages, sight), self.painted.emit)

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.failed.emit(sentence)

    def wait(self) -> None:
        """Return once nothing runs any longer."""
        self._making.wait()
        self._painting.wait()


@contextmanager
def _drawing() -> Iterator[None]:
    """Alone, and with the window first: it gets Python's lock after one millisecond instead of five."""
    with drawing_lock():
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        try:
            yield
        finally:
            sys.setswitchinterval(usual)


def _make(wish: PaperWish, sight: Sight, _report: Progress, cancel: CancelFlag) -> MadePaper:
    from planner.export.previewing import pages_of

    with _drawing():
        _stop_if(cancel)
        pages = pages_of(wish.key, wish.agenda, wish.options, cancel)
        numbers = [number for number in sight.numbers if number < pages.count] or [0]
        return MadePaper(pages, _pictures(pages, numbers, sight.px_per_point, cancel))


def _paint_of(pages: "PaperPages", sight: Sight, _report: Progress, cancel: CancelFlag) -> Pictures:
    with _drawing():
        return _pictures(pages, sight.numbers, sight.px_per_point, cancel)


def _pictures(pages: "PaperPages", numbers: Iterable[int], px_per_point: float, cancel: CancelFlag) -> Pictures:
    made: Pictures = {}
    for number in numbers:
        _stop_if(cancel)
        made[number] = picture_of(pages.pdf_of(number), px_per_point)
    return made


def _stop_if(cancel: CancelFlag) -> None:
    if cancel.is_set():
        raise Cancelled
