"""The bar at the top: which meeting, what undo would take back, the zones beside the hours, and the way to paper."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from planner.models.agenda import Agenda
from planner.ui.view_switch import ViewSwitch
from planner.ui.views import VIEWS
from planner.wording import say, say_count

_NOTE_AFTER_MS = 150
_ROOMY_PX, _TITLE_PX, _SHORT_TITLE_PX = 1080, 180, 110


class ElidedLabel(QLabel):
    """A label that gives way: cut with an ellipsis when there is no room, whole in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cut()


class TopBar(QWidget):
    """Shows the meeting's title and the next undo; its buttons are the window's own actions."""

    zones_requested = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._agenda: Agenda | None = None
        self._title = ElidedLabel()
        self._title.setProperty("role", "title")
        self._title.setMinimumWidth(_TITLE_PX)
        self.draft = QLabel()
        self.draft.setProperty("role", "soft")
        # What changed since the latest draft is counted when the hand rests: a drop does not wait for it.
        self._counting = QTimer(self, interval=_NOTE_AFTER_MS, singleShot=True)
        self._counting.timeout.connect(self.show_changes)
        self.switch = ViewSwitch()
        self.switch.setVisible(len(VIEWS) > 1)
        self.zones = QPushButton()
        self.zones.setToolTip(say("Choose the zones shown beside the meeting's hours"))
        self.zones.clicked.connect(self.zones_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._title, 1)
        layout.addWidget(self.draft)
        layout.addSpacing(6)
        layout.addWidget(self.switch)
        layout.addSpacing(6)
        layout.addWidget(_button(actions["undo"], say("↶ Undo")))
        layout.addWidget(_button(actions["redo"], "↷"))
        layout.addWidget(self.zones)
        layout.addWidget(_primary(actions["export"]))

    def show_agenda(self, agenda: Agenda) -> None:
        before, self._agenda = self._agenda, agenda
        self._show_draft(before, agenda)
        if before is not None and agenda.shares(before, "meeting_rows", "rulers", "interests"):
            return
        self._title.show_text(agenda.meeting.title or say("Untitled meeting"))
        self.switch.show_agenda(agenda)
        label, count = agenda.meeting.zone_label, len(agenda.rulers)
        self.zones.setText(
            say_count("{label} + {count} zone ▾", "{label} + {count} zones ▾", count, label=label)
            if count
            else say("{label} + zones ▾", label=label)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the title gives way first: it is in its tooltip as well."""
        super().resizeEvent(event)
        self._title.setMinimumWidth(_TITLE_PX if event.size().width() >= _ROOMY_PX else _SHORT_TITLE_PX)

    def _show_draft(self, before: Agenda | None, agenda: Agenda) -> None:
        """Before the first draft its number; then, a moment later, how far the working copy went since."""
        if agenda.drafts:
            self._counting.start()
        if before is None or not (before.drafts and agenda.drafts):
            number = agenda.meeting.draft_number
            self.draft.setText(say("Draft {number}", number=number) if number else "")

    def show_changes(self) -> None:
        """Tell at once how far the working copy went since the latest draft."""
        if self._agenda is None or not self._agenda.drafts:
            return
        # Not before it is wanted: the first window does not wait for it.
        from planner.rules.drafts import working_copy_note

        try:
            note = working_copy_note(self._agenda)
        except ValueError:
            note = say("Draft {number}", number=self._agenda.meeting.draft_number)
        if note:
            self.draft.setText(note)


def _button(action: QAction, text: str) -> QToolButton:
    """A button that does an action, with its short name and its full words as the tip."""
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setText(text)
    button.setAccessibleName(action.iconText())
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
    return button


def _primary(action: QAction) -> QPushButton:
    button = QPushButton(action.text())
    button.setProperty("role", "primary")
    button.setToolTip(action.toolTip())
    button.clicked.connect(action.trigger)
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    return button
