"""The list of sessions that wait to be placed; dropping a block here takes it off the timetable."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.phrases import length
from planner.rules.finding import Finding
from planner.ui.fields import section_label
from planner.ui.theme import Theme, font
from planner.ui.timetable.block import SessionBlock, dragged_session
from planner.ui.timetable.block_painting import paint_card
from planner.ui.timetable.drawing import same_words
from planner.ui.timetable.face import BlockFace, face_of
from planner.wording import say, say_list


class SessionCard(SessionBlock):
    """A session in the list: its title in up to two lines, and its length and objectives below."""

    def __init__(self, session_id: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(session_id, theme, parent, resizable=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._facts = ""

    def show_card(self, face: BlockFace, facts: str) -> None:
        self._facts = facts
        self.show_face(face)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        title = QFontMetrics(font(0)).lineSpacing()
        return QSize(180, 2 * title + QFontMetrics(font(-1)).lineSpacing() + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.face is None:
            return
        selected = self.isChecked() or self.hasFocus()
        paint_card(QPainter(self), self.rect(), self.face, self._facts, self._theme, selected=selected)


class ToPlacePanel(QWidget):
    """Cards of unplaced sessions, and a button for a new one."""

    chosen = Signal(object)
    open_requested = Signal(int)
    menu_requested = Signal(int, QPoint)
    unschedule_requested = Signal(int)
    new_requested = Signal()
    drag_failed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.cards: dict[int, SessionCard] = {}
        self._theme = theme
        self._chosen_id: int | None = None
        self._agenda: Agenda | None = None
        self._shown: dict[int, tuple[Session, tuple[Finding, ...]]] = {}
        self._dropping = False
        self._count = section_label("0")
        self._add = QPushButton(say("+ Session"))
        self._empty = QLabel(say("Every session is on the timetable. Drag one here to take it off."))
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "hint")
        self._list = QWidget()
        self._list.setObjectName("panel")
        self._cards_layout = QVBoxLayout(self._list)
        self._lay_out()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(section_label(say("To place")))
        heading.addStretch(1)
        heading.addWidget(self._count)
        self._add.setProperty("role", "link")
        self._add.setToolTip(say("Make a new session to place (Ctrl+N)"))
        self._add.clicked.connect(self.new_requested)
        heading.addWidget(self._add)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._list)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cards_layout.setContentsMargins(0, 0, 3, 0)
        self._cards_layout.setSpacing(7)
        self._cards_layout.addStretch(1)
        hint = QLabel(say("Drag a session onto the timetable, or press Enter on it to choose day and time."))
        hint.setWordWrap(True)
        hint.setProperty("role", "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 9, 10)
        layout.setSpacing(8)
        layout.addLayout(heading)
        layout.addWidget(self._empty)
        layout.addWidget(area, 1)
        layout.addWidget(hint)

    def show_agenda(self, agenda: Agenda, findings: dict[int, tuple[Finding, ...]]) -> None:
        """Match cards by id, in the order of the agenda."""
        same = self._agenda is not None and same_words(self._agenda, agenda)
        self._agenda = agenda
        waiting = agenda.sessions_to_place
        for gone in self.cards.keys() - {session.id for session in waiting}:
            card = self.cards.pop(gone)
            self._shown.pop(gone, None)
            # Hidden with the focus, it would hand it to its neighbour, which would then be chosen.
            card.clearFocus()
            card.hide()
            card.deleteLater()
        for index, session in enumerate(waiting):
            card = self.cards.get(session.id) or self._make_card(session.id)
            shown = (session, findings.get(session.id, ()))
            if not same or self._shown.get(session.id) != shown:
                self._shown[session.id] = shown
                card.show_card(face_of(agenda, *shown), _facts(agenda, session))
            if self._cards_layout.indexOf(card) != index:
                self._cards_layout.insertWidget(index, card)
                QWidget.setTabOrder(self._add if not index else self.cards[waiting[index - 1].id], card)
        self._count.setText(str(len(waiting)))
        self._empty.setVisible(not waiting)

    def _make_card(self, session_id: int) -> SessionCard:
        card = SessionCard(session_id, self._theme, self._list)
        card.chosen.connect(self.chosen)
        card.open_requested.connect(self.open_requested)
        card.menu_requested.connect(self.menu_requested)
        card.drag_failed.connect(self.drag_failed)
        card.setChecked(session_id == self._chosen_id)
        self.cards[session_id] = card
        return card

    def show_choice(self, session_id: int | None) -> None:
        for changed in {self._chosen_id, session_id}:
            if changed in self.cards:
                self.cards[changed].setChecked(changed == session_id)
        self._chosen_id = session_id

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self.cards.values():
            card.set_theme(theme)
        self.update()

    # -- dropping a block here --------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._placed(event) is not None:
            self._show_dropping(True)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._placed(event) is not None:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_dropping(False)
        session_id = self._placed(event)
        if session_id is not None:
            event.acceptProposedAction()
            self.unschedule_requested.emit(session_id)

    def _placed(self, event: QDropEvent) -> int | None:
        """The dragged session, when it is one that stands on the timetable."""
        found = dragged_session(event.mimeData())
        session = None if found is None or self._agenda is None else self._agenda.sessions.get(found[0])
        return None if session is None or session.spot is None else session.id

    def _show_dropping(self, dropping: bool) -> None:
        self._dropping = dropping
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dropping:
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._theme.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 5, 5)


def _facts(agenda: Agenda, session: Session) -> str:
    objectives = [str(objective.number) for objective in agenda.objectives_of(session.id)]
    if objectives:
        return say("{length} · objectives {numbers}", length=length(session.minutes), numbers=say_list(objectives))
    return length(session.minutes)
