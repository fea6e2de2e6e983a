"""The objectives of a session as chips; a click opens the list of all, picked and never typed."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.models.agenda import Agenda
from planner.models.records import Objective
from planner.phrases import session_name
from planner.ui.theme import Theme, font
from planner.wording import say, say_list

_CHIP_PX = 20
_GAP_PX = 4


class ObjectivesField(QAbstractButton):
    """Chips with the objectives' numbers; ``committed`` carries the frozenset of objective ids."""

    committed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._agenda: Agenda | None = None
        self._session_id = 0
        self._objectives: tuple[Objective, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.open_list)

    def show_session(self, agenda: Agenda, session_id: int) -> None:
        self._agenda, self._session_id = agenda, session_id
        self._objectives = agenda.objectives_of(session_id)
        numbers = say_list([str(objective.number) for objective in self._objectives])
        self.setAccessibleName(say("Objectives: {numbers}", numbers=numbers or say("none")))
        titles = [f"{objective.number}  {objective.title}" for objective in self._objectives]
        self.setToolTip("\n".join([*titles, say("Click to choose objectives.")]))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def open_list(self) -> None:
        """Show all objectives below the field, to be ticked."""
        if self._agenda is None or self._session_id not in self._agenda.sessions:
            return
        popup = ObjectivesPopup(self._agenda, self._session_id, self)
        popup.committed.connect(self.committed)
        popup.open_below(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._rows(width) * (_CHIP_PX + _GAP_PX) + 2

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(max(self.width(), 80)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def _texts(self) -> list[str]:
        return [str(objective.number) for objective in self._objectives] or [say("none, choose…")]

    def _boxes(self, width: int) -> list[tuple[str, QRectF]]:
        metrics = QFontMetrics(font(-2))
        boxes, x, y = [], 0, 0
        for text in self._texts():
            chip = max(metrics.horizontalAdvance(text) + 14, 24)
            if x and x + chip > width:
                x, y = 0, y + _CHIP_PX + _GAP_PX
            boxes.append((text, QRectF(x + 1, y + 1.5, chip, _CHIP_PX)))
            x += chip + _GAP_PX
        return boxes

    def _rows(self, width: int) -> int:
        return 1 + int(self._boxes(width)[-1][1].y() // (_CHIP_PX + _GAP_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(-2))
        active = self.hasFocus() or self.underMouse()
        for text, box in self._boxes(self.width()):
            painter.setPen(QPen(QColor(self._theme.accent if active else self._theme.field_line), 1))
            painter.setBrush(QColor(self._theme.panel))
            painter.drawRoundedRect(box, _CHIP_PX / 2, _CHIP_PX / 2)
            painter.setPen(QColor(self._theme.text if self._objectives else self._theme.text_soft))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class ObjectivesPopup(QFrame):
    """All objectives with a tick each; says which other session has one; commits once, when it closes."""

    committed = Signal(object)

    def __init__(self, agenda: Agenda, session_id: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.setFrameShape(QFrame.Shape.Box)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._start = frozenset(objective.id for objective in agenda.objectives_of(session_id))
        self._cancelled = False
        self.list = QListWidget(self)
        # Rows measured before the style sheet has reached the list would be laid out too close.
        self.list.ensurePolished()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(say("Objectives of {session}", session=session_name(agenda.sessions[session_id])))
        for objective in agenda.objectives_in_order:
            self.list.addItem(self._item(agenda, session_id, objective))
        if self.list.count():
            self.list.setCurrentRow(0)
        self.list.itemActivated.connect(_toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        if not agenda.objectives:
            layout.addWidget(QLabel(say("This meeting has no objectives.")))
        layout.addWidget(self.list)

    def _item(self, agenda: Agenda, session_id: int, objective: Objective) -> QListWidgetItem:
        others = [
            session_name(session)
            for session in agenda.sessions_by_objective.get(objective.id, ())
            if session.id != session_id
        ]
        name = objective.short_title or objective.title
        text = say("{number}  {title}", number=objective.number, title=name)
        if others:
            text = say(
                "{number}  {title} (in {sessions})", number=objective.number, title=name, sessions=say_list(others)
            )
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, objective.id)
        item.setToolTip(objective.title)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if objective.id in self._start else Qt.CheckState.Unchecked)
        return item

    def open_below(self, field: QWidget) -> None:
        self.resize(430, 420)
        corner = field.mapToGlobal(QPoint(field.width() - self.width(), field.height() + 2))
        room = field.screen().availableGeometry()
        self.move(
            max(room.left(), min(corner.x(), room.right() - self.width())),
            max(room.top(), min(corner.y(), room.bottom() - self.height())),
        )
        self.show()
        self.list.setFocus()

    def ticked(self) -> frozenset[int]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return frozenset(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancelled = True
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        chosen = self.ticked()
        if not self._cancelled and chosen != self._start:
            self._start = chosen
            self.committed.emit(chosen)


def _toggle(item: QListWidgetItem) -> None:
    checked = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)
