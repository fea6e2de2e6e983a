"""A field for a time zone: type a city, a country, an abbreviation or an offset, and choose from the list below."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.local_times import zone_exists
from planner.ui.choices import no_zone
from planner.ui.fields import LineField
from planner.ui.zone_loading import ZoneLoading, zone_loading
from planner.wording import say
from planner.zones.asked import MeetingStart

if TYPE_CHECKING:
    from planner.ui.zone_list import ZoneList

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEAVING = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_A_PAGE = 6
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _A_PAGE, Qt.Key.Key_PageUp: -_A_PAGE}
_PASSED_ON = frozenset({QEvent.Type.KeyRelease, QEvent.Type.InputMethod, QEvent.Type.ShortcutOverride})


def unplanned_start() -> MeetingStart:
    """For a field that knows of no meeting: the present moment."""
    now = datetime.now(UTC)
    return MeetingStart(now, now.date(), is_planned=False)


class ZonePicker(LineField):
    """Shows a zone by its IANA name; ``committed`` carries another one, ``picked`` and ``given_up`` tell the end."""

    picked = Signal()
    given_up = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, may_be_empty: bool = False) -> None:
        super().__init__(name, parent)
        self.setPlaceholderText(say("City, country, EST, UTC+6…"))
        self._may_be_empty = may_be_empty
        self._start: Callable[[], MeetingStart] = unplanned_start
        self._list: ZoneList | None = None
        self._loading: ZoneLoading | None = None
        self._is_waiting = self._is_entered = False
        self.textEdited.connect(lambda _text: self.open_list())

    def ask_about(self, start: Callable[[], MeetingStart]) -> None:
        """The meeting whose start is told in each zone."""
        self._start = start

    def show_value(self, text: str) -> None:
        super().show_value(text)
        if not self.isModified() and not self.property("wrong"):
            self.setToolTip(text)

    # -- the list -----------------------------------------------------------------------------------------------

    def open_list(self) -> None:
        """Answer what is typed; before the names are read, say so and answer then."""
        search, start = self._load().search, self._start()
        self._is_waiting, self._is_entered = search is None, self._is_entered and search is not None
        from planner.ui.zone_rows import hint_row, rows_of

        zones = self._zone_list()
        if search is None:
            zones.show_rows([hint_row(say("Reading the names of cities and countries…"))], first_is_meant=False)
        else:
            answer = search.find(self.text(), start)
            zones.show_rows(rows_of(answer, start), first_is_meant=not answer.question)
        zones.open()
        self._tell_current()

    def _load(self) -> ZoneLoading:
        if self._loading is None:
            self._loading = zone_loading()
            self._loading.ready.connect(self._answer_waiting)
        self._loading.start(self._start())
        return self._loading

    def _answer_waiting(self) -> None:
        if self._is_waiting and self.list_is_open:
            self.open_list()
            if self._is_entered:
                self._enter()

    def _zone_list(self) -> "ZoneList":
        # Its view and its painting are loaded by the first person who types, not by the first window.
        from planner.ui.zone_list import ZoneList

        if self._list is None:
            self._list = ZoneList(self)
            self._list.installEventFilter(self)
            self._list.chosen.connect(self._take)
            self._list.prepare()
        return self._list

    @property
    def list_is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def close_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def highlighted(self) -> str:
        """The zone that Enter takes; empty when there is none."""
        row = self._list.current() if self._list is not None and self.list_is_open else None
        return "" if row is None else row.zone

    def _tell_current(self) -> None:
        """A screen reader stays in the field, and is told there which row the keys have come to."""
        row = None if self._list is None else self._list.current()
        self.setAccessibleDescription("" if row is None else row.words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @property
    def zone(self) -> str:
        """The zone shown or chosen last, whatever is being typed."""
        return self._shown

    # -- what is meant ------------------------------------------------------------------------------------------

    def value(self) -> str:
        """The zone that is highlighted or typed; what names no zone for sure is given back as it is."""
        zone = self.highlighted() or self._meant(self.text().strip())
        return self.text().strip() if zone is None else zone

    def _meant(self, text: str) -> str | None:
        if not text:
            return text if self._may_be_empty else None
        if zone_exists(text):
            return text
        search = None if self._loading is None else self._loading.search
        return None if search is None else search.find(text, self._start()).only_zone

    def _commit(self, text: str) -> None:
        zone = self._meant(text)
        if zone is not None:
            self._take(zone)
            return
        problem = no_zone(text)
        self._mark(problem)
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), problem, self)

    def _take(self, zone: str) -> None:
        self.close_list()
        is_other, self._shown = zone != self._shown, zone
        self.setText(zone)
        self.setCursorPosition(0)
        self.setModified(False)
        self._mark("")
        self.setToolTip(zone)
        if is_other:
            self.committed.emit(zone)
        self.picked.emit()

    def _put_back(self) -> None:
        self.close_list()
        self.setText(self._shown)
        self.setModified(False)
        self._mark("")
        self.selectAll()
        self.given_up.emit()

    # -- keys and focus -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the list is open it gets the keys: they are the field's."""
        if watched is not self._list:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if not self._take_key(event):
                QCoreApplication.sendEvent(self, event)
            return True
        if event.type() in _PASSED_ON:
            QCoreApplication.sendEvent(self, event)
            return event.isAccepted()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether the key is done with."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            return self._step(_STEPS[key])
        if key == Qt.Key.Key_Escape and (self.list_is_open or self.isModified()):
            self._put_back()
            return True
        if key in _LEAVING and self.list_is_open:
            self._leave()
            return False
        return key in _ENTER and self.list_is_open and self._enter()

    def _leave(self) -> None:
        if self.highlighted():
            self._take(self.highlighted())
        self.close_list()

    def _step(self, steps: int) -> bool:
        if not self.list_is_open:
            if steps > 0:
                self.open_list()
            return steps > 0
        self._zone_list().go(steps)
        self._tell_current()
        return True

    def _enter(self) -> bool:
        """Takes the highlighted zone; where the person has to say which, goes to the first."""
        zones, zone = self._zone_list(), self.highlighted()
        self._is_entered = self._is_waiting
        if self._is_waiting:
            return True
        if zone:
            self._take(zone)
        elif zones.holds_zones():
            self._step(1)
        else:
            self.close_list()
            self._finish()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._load()
        self._zone_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor stays while the list, which takes the keys, is open."""
        if not self.list_is_open:
            super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        had_focus = self.hasFocus()
        super().mousePressEvent(event)
        if not had_focus:
            self.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_list()
        super().hideEvent(event)
