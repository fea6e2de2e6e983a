"""The line "3 people may be the same": it looks for records entered twice, and opens the choice which ones stay."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from planner.models.agenda import Agenda
from planner.ui.merge_dialog import MergeDialog, Twin
from planner.wording import say

Group = tuple[int, ...]
Find = Callable[[Agenda], tuple[Group, ...]]
Describe = Callable[[Sequence[int]], tuple[list[Twin], int]]

_LOOK_AFTER_MS = 700


class TwinsLink(QPushButton):
    """Hidden while nothing is there twice. ``find`` names groups of ids; ``describe`` shows one and whom to keep."""

    merge_requested = Signal(int, object)
    apart_requested = Signal(object)

    def __init__(
        self, title: str, words: Callable[[int], str], find: Find, describe: Describe, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.dialog: MergeDialog | None = None
        self._title, self._words, self._find, self._describe = title, words, find, describe
        self._agenda: Agenda | None = None
        self._found: tuple[Group, ...] = ()
        self._by_hand: Group = ()
        self._pause = QTimer(self, interval=_LOOK_AFTER_MS, singleShot=True)
        self._pause.timeout.connect(self.look)
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(say("Show them and choose which ones stay"))
        self.clicked.connect(lambda: self.open(()))
        self.hide()

    # -- finding ------------------------------------------------------------------------------------------------

    def look_later(self, agenda: Agenda, ids: Collection[int]) -> None:
        """Look in this picture after a pause, for it takes a while among thousands; forget at once who is gone."""
        self._agenda = agenda
        remaining = (tuple(key for key in group if key in ids) for group in self._found)
        self._found = tuple(group for group in remaining if len(group) > 1)
        self._by_hand = tuple(key for key in self._by_hand if key in ids)
        self._show_found()
        self._pause.start()

    def look_if_waiting(self) -> None:
        """The view comes in sight: look, if nobody has since the last change."""
        if self._agenda is not None:
            self._pause.start()

    def postpone(self) -> None:
        """Somebody is typing: look later, if at all."""
        if self._pause.isActive():
            self._pause.start()

    def look(self) -> None:
        """Look for records entered twice, unless nobody sees the answer."""
        self._pause.stop()
        parent = self.parentWidget()
        if self._agenda is None or parent is None:
            return
        if not parent.isVisible():
            return
        self._found, self._agenda = self._find(self._agenda), None
        self._show_found()

    def groups(self) -> list[Group]:
        """What was found."""
        return list(self._found)

    def _show_found(self) -> None:
        groups = self.groups()
        self.setText(self._words(sum(map(len, groups))))
        self.setVisible(bool(groups))
        if self.dialog is not None:
            self.dialog.show_groups([self._describe(ids) for ids in self._shown(groups)])

    def _shown(self, groups: list[Group]) -> list[Group]:
        if not self._by_hand:
            return groups
        return [self._by_hand] if len(self._by_hand) > 1 else []

    # -- choosing -----------------------------------------------------------------------------------------------

    def open(self, by_hand: Group) -> None:
        """Open the choice: of these records, or of all groups found."""
        self._by_hand = by_hand
        dialog = MergeDialog(self._title, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.merge_requested.connect(self.merge_requested)
        dialog.apart_requested.connect(self._tell_apart)
        dialog.finished.connect(self._let_go)
        self.dialog = dialog
        self._show_found()
        dialog.open()

    def _tell_apart(self, ids: Group) -> None:
        """Out of sight at once; the next look finds them no more, for it is on record."""
        self._found = tuple(group for group in self._found if group != ids)
        self._by_hand = self._by_hand[:1]
        self._show_found()
        self.apart_requested.emit(ids)

    def _let_go(self) -> None:
        self.dialog, self._by_hand = None, ()
