"""The columns of a sheet side by side: the heading, a sample, and what each is taken for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.imports.columns import Column, ColumnMap
from planner.imports.fields import Field, field_name
from planner.imports.tables import Sheet
from planner.ui.fields import ChoiceField
from planner.wording import say

_COLUMN_PX = 168
_SAMPLE_LETTERS = 60


class ColumnStrip(QScrollArea):
    """``field_chosen`` carries the number of a column, from 0, and its new field."""

    field_chosen = Signal(int, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: dict[int, ChoiceField] = {}
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._headings: tuple[str, ...] = ()

    def show_columns(self, columns: ColumnMap, sheet: Sheet) -> None:
        """Keep the choices while the headings stay, so that the focus stays too."""
        headings = tuple(column.heading for column in columns.columns)
        if headings != self._headings or not self.choices:
            self._headings = headings
            self._build(columns, sheet)
        names = [(field_name(field), field) for field in Field]
        for column in columns.columns:
            self.choices[column.index].show_choices(names, column.field)

    def _build(self, columns: ColumnMap, sheet: Sheet) -> None:
        self.choices = {}
        strip = QWidget()
        strip.setObjectName("panel")
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(10)
        for column in columns.columns:
            row.addWidget(self._column(column, _sample(sheet, columns.first_row, column.index)))
        row.addStretch(1)
        self.setWidget(strip)
        self.setFixedHeight(strip.sizeHint().height() + 14)

    def _column(self, column: Column, sample: str) -> QWidget:
        heading = column.heading or say("Column {number}", number=column.index + 1)
        box = QWidget()
        box.setFixedWidth(_COLUMN_PX)
        title, soft = QLabel(), QLabel()
        soft.setProperty("role", "hint")
        for label, text in ((title, heading), (soft, sample)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _COLUMN_PX))
            label.setToolTip(text)
        choice = ChoiceField(say("Column “{heading}” holds", heading=heading))
        choice.committed.connect(lambda field: self.field_chosen.emit(column.index, field))
        self.choices[column.index] = choice
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for widget in (title, soft, choice):
            layout.addWidget(widget)
        return box


def _sample(sheet: Sheet, first_row: int, index: int) -> str:
    """The first text below the heading."""
    texts = (row.cell(index) for row in sheet.rows[first_row:])
    text = next((text for text in texts if text), say("empty"))
    return " ".join(text[:_SAMPLE_LETTERS].split())
