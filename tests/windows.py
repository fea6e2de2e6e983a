"""The real main window for tests: opened on real files, driven by the events that a mouse and a keyboard send."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget

from planner.models.agenda import Agenda
from planner.models.file import read_agenda
from planner.models.records import Session, Spot
from planner.ui.application import make_application
from planner.ui.desk import Desk
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from planner.ui.theme import LIGHT
from planner.ui.timetable.block import SessionBlock, drag_data
from planner.ui.zone_loading import zone_loading
from planner.ui.zone_picker import unplanned_start

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier,
)  # fmt: skip


@cache
def start_application() -> None:
    """Fonts, style and colours, once for all tests: setting a style dresses every living widget anew."""
    make_application(LIGHT)


def make_window(settings_file: Path, width: int = 1440, height: int = 900) -> MainWindow:
    """The window as it is started, shown, in front."""
    start_application()
    window = MainWindow(Settings(settings_file), LIGHT)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def end_window(window: MainWindow) -> None:
    """Close it and let Qt take it down at once."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def chosen(window: MainWindow) -> Session:
    """The session that the inspector shows."""
    session = desk_of(window).chosen
    assert session is not None
    return session


def agenda_of(window: MainWindow) -> Agenda:
    """What the file holds now, read anew from the disk."""
    return read_agenda(desk_of(window).document.path)


def spot_of(window: MainWindow, session_id: int) -> Spot | None:
    """Where the file says that a session stands."""
    return agenda_of(window).sessions[session_id].spot


def undo_name(window: MainWindow) -> str | None:
    """The step that Undo would take back."""
    step = desk_of(window).document.history.undo
    return None if step is None else step.name


def block_of(window: MainWindow, session_id: int) -> SessionBlock:
    return window.grid.canvas.blocks[session_id]


def point_of(window: MainWindow, spot: Spot) -> QPoint:
    """The middle of a spot's first line on the canvas."""
    geometry = window.grid.canvas.grid_geometry
    assert geometry is not None
    column = geometry.column_of(spot)
    assert column is not None
    return QPoint(column.x + column.width // 2, geometry.y_of(spot.start_minute))


def hover(window: MainWindow, target: QWidget, session_id: int, at: QPoint, grab_px: int = 0) -> bool:
    """Drag a session in and over a point without letting go; returns whether it may be dropped there."""
    move, left, data = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, drag_data(session_id, grab_px)
    entering = QDragEnterEvent(at, move, data, left, NONE)
    QApplication.sendEvent(target, entering)
    moving = QDragMoveEvent(at, move, data, left, NONE)
    QApplication.sendEvent(target, moving)
    return entering.isAccepted() and moving.isAccepted()


def leave(target: QWidget) -> None:
    QApplication.sendEvent(target, QDragLeaveEvent())


def let_go(target: QWidget, session_id: int, at: QPoint, grab_px: int = 0) -> bool:
    """Drop a dragged session."""
    data = drag_data(session_id, grab_px)
    dropping = QDropEvent(QPointF(at), Qt.DropAction.MoveAction, data, LEFT, NONE)
    QApplication.sendEvent(target, dropping)
    return dropping.isAccepted()


def drag_to(window: MainWindow, session_id: int, spot: Spot, grab_px: int = 0) -> bool:
    """Drag a session over a spot and let go, as Qt does: a spot that does not accept gets no drop."""
    canvas, at = window.grid.canvas, point_of(window, spot) + QPoint(0, grab_px)
    if not hover(window, canvas, session_id, at, grab_px):
        leave(canvas)
        return False
    return let_go(canvas, session_id, at, grab_px)


def press(widget: QWidget, at: QPoint) -> None:
    """The mouse goes down on a point of a widget, through its window as the system sends it."""
    QTest.mousePress(widget.window().windowHandle(), LEFT, NONE, widget.mapTo(widget.window(), at))


def pull(widget: QWidget, at: QPoint) -> None:
    QTest.mouseMove(widget.window().windowHandle(), widget.mapTo(widget.window(), at))


def release(widget: QWidget, at: QPoint) -> None:
    QTest.mouseRelease(widget.window().windowHandle(), LEFT, NONE, widget.mapTo(widget.window(), at))


def click(widget: QWidget, at: QPoint | None = None) -> None:
    point = at or widget.rect().center()
    press(widget, point)
    release(widget, point)


def lower_edge(block: QWidget) -> QPoint:
    return QPoint(block.width() // 2, block.height() - 2)


def key(window: QWidget, name: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key on the keyboard: it goes to the focused widget, after the shortcuts had their turn."""
    if QApplication.activeWindow() is None:
        # After a dialog a desktop brings its window to the front; the offscreen platform has no desktop.
        window.activateWindow()
    QTest.keyClick(window.windowHandle(), name, modifiers)


def type_text(window: QWidget, text: str) -> None:
    for letter in text:
        QTest.keyClick(window.windowHandle(), letter)


def wait_for_zone_names() -> None:
    """Return once the names of cities and countries are read; a field for a zone begins it when it gets the keys."""
    loading = zone_loading()
    loading.start(unplanned_start())
    while loading.search is None:
        QApplication.processEvents()


def answer_next(act: Callable[[QDialog], None]) -> None:
    """Have the next modal dialog answered as soon as it stands; one left open is given up, so that nothing waits."""

    def run(tries: int = 200) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            if tries:
                QTimer.singleShot(5, lambda: run(tries - 1))
            return
        try:
            act(dialog)
        finally:
            if shiboken6.isValid(dialog) and dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, run)


def choose_file(path: Path) -> None:
    """Have the next file dialog answered with a path."""

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()

    answer_next(choose)


def texts_shown(parent: QWidget) -> list[str]:
    """The words of all visible labels."""
    return [label.text() for label in parent.findChildren(QLabel) if label.isVisible() and label.text()]
