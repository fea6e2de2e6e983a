"""Rows of editors kept from one picture of the meeting to the next, so that the field being typed in stays."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

Row = TypeVar("Row", bound=QWidget)


def match_rows(layout: QBoxLayout, rows: dict[int, Row], ids: Sequence[int], make: Callable[[int], Row]) -> bool:
    """Make, drop and order ``rows`` (id -> widget in ``layout``) after ``ids``; returns whether any came or went."""
    gone, new = rows.keys() - set(ids), set(ids) - rows.keys()
    for row_id in gone:
        row = rows.pop(row_id)
        layout.removeWidget(row)
        row.hide()
        row.deleteLater()
    for index, row_id in enumerate(ids):
        if row_id in new:
            rows[row_id] = make(row_id)
        if layout.indexOf(rows[row_id]) != index:
            layout.removeWidget(rows[row_id])
            layout.insertWidget(index, rows[row_id])
    return bool(gone or new)


def set_tab_order(widgets: Iterable[QWidget]) -> None:
    """Tab walks these widgets one after the other."""
    before: QWidget | None = None
    for widget in widgets:
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def link_button(text: str, name: str) -> QPushButton:
    """A button that looks like a link; ``name`` says what it does out of its place."""
    button = QPushButton(text)
    button.setProperty("role", "link")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
