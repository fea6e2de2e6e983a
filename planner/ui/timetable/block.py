"""One session as a button: dragged to move, its lower edge pulled to lengthen; focus and screen reader for nothing."""

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QEnterEvent, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from planner.ui.theme import Theme
from planner.ui.timetable.block_painting import paint_block
from planner.ui.timetable.face import BlockFace
from planner.ui.timetable.geometry import EDGE_PX
from planner.ui.timetable.narrow_block import cuts_hours, paint_narrow_block

MIME_TYPE = "application/x-planner-session"


def drag_data(session_id: int, grab_px: int) -> QMimeData:
    """What a drag carries: the session and how far below its top it was grabbed."""
    data = QMimeData()
    data.setData(MIME_TYPE, QByteArray(f"{session_id} {grab_px}".encode()))
    return data


def dragged_session(data: QMimeData) -> tuple[int, int] | None:
    """(session id, grab in pixels) of a drag of this program; None for anything else."""
    words = bytes(data.data(MIME_TYPE).data()).decode("ascii", "replace").split()
    if len(words) != 2 or not all(word.isdecimal() for word in words):
        return None
    return int(words[0]), int(words[1])


class SessionBlock(QAbstractButton):
    """A session on the timetable or in the list."""

    chosen = Signal(object)
    open_requested = Signal(int)
    menu_requested = Signal(int, QPoint)
    resize_started = Signal(int)
    drag_failed = Signal()

    def __init__(self, session_id: int, theme: Theme, parent: QWidget, *, resizable: bool) -> None:
        super().__init__(parent)
        self.session_id = session_id
        self.face: BlockFace | None = None
        self._theme = theme
        self._resizable = resizable
        self._pressed_at: QPoint | None = None
        self._hovered = False
        self.setCheckable(True)
        self.setMouseTracking(resizable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_requested.emit(session_id, self.mapToGlobal(at)))

    def show_face(self, face: BlockFace) -> None:
        if face == self.face:
            return
        self.face = face
        self.setAccessibleName(face.title)
        self.setAccessibleDescription(face.description)
        self.setToolTip(f"{face.title}\n{face.description}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_target(self, is_target: bool) -> None:
        """Show that somebody dragged over it would be seated here."""
        self._hovered = is_target
        self.update()

    def nextCheckState(self) -> None:
        """Clicking never unchecks: the view decides which block is checked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.face is None:
            return
        painter = QPainter(self)
        selected = self.isChecked() or self.hasFocus()
        paint = paint_narrow_block if cuts_hours(self.width(), self.face) else paint_block
        paint(painter, self.rect(), self.face, self._theme, selected=selected, hovered=self._hovered)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.session_id)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.chosen.emit(self.session_id)
        if self._on_edge(event.position().toPoint()):
            self.resize_started.emit(self.session_id)
            return
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed_at is None:
            edge = self._on_edge(at)
            self.setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor)
            return
        if (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._start_drag(self._pressed_at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.open_requested.emit(self.session_id)

    def _on_edge(self, at: QPoint) -> bool:
        return self._resizable and at.y() >= self.height() - min(EDGE_PX, self.height() // 3)

    def _start_drag(self, grabbed_at: QPoint) -> None:
        self._pressed_at = None
        self.setDown(False)
        # The block may be gone after the drop, so the drag belongs to the window and self is not used again.
        drag = QDrag(self.window())
        drag.setMimeData(drag_data(self.session_id, grabbed_at.y() if self._resizable else 0))
        # The timetable draws the block where it would land; a second picture under the pointer would hide it.
        nothing = QPixmap(1, 1)
        nothing.fill(Qt.GlobalColor.transparent)
        drag.setPixmap(nothing)
        if drag.exec(Qt.DropAction.MoveAction) is Qt.DropAction.IgnoreAction:
            self.drag_failed.emit()
