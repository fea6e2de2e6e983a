"""The look of the papers beside their preview: saved layouts, and everything one of them holds."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.errors import PlannerError
from planner.export.look import (
    ALL_COLUMNS,
    LARGEST_FONT_SIZE,
    SMALLEST_FONT_SIZE,
    AgendaColumn,
    DateStyle,
    Look,
    Paper,
    TimeStyle,
    date_words,
    span_words,
)
from planner.models.agenda import Agenda
from planner.models.records import Layout
from planner.ui.fields import ChoiceField, LineField, NumberField, TextField, section_label, soft_label
from planner.ui.logo_file import logo_from
from planner.ui.look_zones import LookZones
from planner.wording import say

_LOGO_PX = QSize(150, 44)
_USUAL = 0


class LookEditor(QScrollArea):
    """Shows the layout in use; ``change_requested`` carries the fields that are to change."""

    change_requested = Signal(dict)
    add_requested = Signal(str)
    duplicate_requested = Signal(int)
    remove_requested = Signal(int)
    use_requested = Signal(int)
    problem = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._layout: Layout | None = None
        self.layouts = ChoiceField(say("Layout"))
        self.name = LineField(say("Name of the layout"))
        self.accent = LineField(say("Accent colour"))
        self.swatch = QPushButton()
        self.swatch.setAccessibleName(say("Choose a colour"))
        self.swatch.setToolTip(say("Choose a colour"))
        self.header_text = TextField(say("Header text"), 3)
        self.logo = QPushButton(say("Choose…"))
        self.no_logo = QPushButton(say("Remove"))
        self.logo_picture = QLabel()
        self.logo_alt = LineField(say("Description of the logo"))
        self.paper = ChoiceField(say("Paper size"))
        self.time_style = ChoiceField(say("Hours"))
        self.date_style = ChoiceField(say("Dates"))
        self.font_size = NumberField(say("Font size"), SMALLEST_FONT_SIZE, LARGEST_FONT_SIZE, say(" pt"))
        self.columns = {name: QCheckBox(_column_name(name)) for name in ALL_COLUMNS}
        self.zones = LookZones()
        self.add, self.duplicate, self.remove = (
            QPushButton(words) for words in (say("Add"), say("Duplicate"), say("Remove"))
        )
        for button in (self.add, self.duplicate, self.remove):
            button.setProperty("role", "link")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 14, 12)
        form = QFormLayout()
        column.addLayout(form)
        column.addStretch(1)
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(section_label(say("Look of the papers")))
        form.addRow(soft_label(say("Layout")), self.layouts)
        form.addRow("", _row(self.add, self.duplicate, self.remove))
        form.addRow(soft_label(say("Name")), self.name)
        form.addRow(soft_label(say("Colour")), _row(self.accent, self.swatch))
        form.addRow(soft_label(say("Header")), self.header_text)
        form.addRow(soft_label(say("Logo")), _row(self.logo, self.no_logo))
        form.addRow("", self.logo_picture)
        form.addRow(soft_label(say("In words")), self.logo_alt)
        form.addRow(soft_label(say("Paper")), self.paper)
        form.addRow(soft_label(say("Hours")), self.time_style)
        form.addRow(soft_label(say("Dates")), self.date_style)
        form.addRow(soft_label(say("Font size")), self.font_size)
        boxes = QVBoxLayout()
        for box in self.columns.values():
            boxes.addWidget(box)
        form.addRow(soft_label(say("Columns")), boxes)
        form.addRow(soft_label(say("Zones")), self.zones)
        self.header_text.setPlaceholderText(say("Above every page"))
        self.logo_alt.setPlaceholderText(say("What the logo shows, read aloud"))
        self.setWidget(page)

    def _connect(self) -> None:
        fields: dict[str, Any] = {
            "name": self.name, "header_text": self.header_text, "logo_alt": self.logo_alt,
            "paper": self.paper, "time_style": self.time_style, "date_style": self.date_style,
            "font_size": self.font_size, "zones": self.zones,
        }  # fmt: skip
        for field, editor in fields.items():
            editor.committed.connect(partial(self._ask, field))
        for box in self.columns.values():
            box.clicked.connect(self._ask_columns)
        self.accent.committed.connect(lambda text: self._ask("accent", _colour_of(text)))
        self.swatch.clicked.connect(self._ask_colour)
        self.logo.clicked.connect(self._ask_logo)
        self.no_logo.clicked.connect(lambda: self._ask("logo", b""))
        self.layouts.committed.connect(lambda chosen: None if chosen == _USUAL else self.use_requested.emit(chosen))
        self.add.clicked.connect(self._add)
        self.duplicate.clicked.connect(lambda: self._with_layout(self.duplicate_requested))
        self.remove.clicked.connect(lambda: self._with_layout(self.remove_requested))

    # -- showing ------------------------------------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda, look: Look) -> None:
        """``look`` is that of the layout in use."""
        self._layout = next(iter(agenda.layouts_in_order), None)
        named = [(layout.name, layout.id) for layout in sorted(agenda.layouts.values(), key=lambda row: row.id)]
        self.layouts.show_choices(
            named or [(say("Standard"), _USUAL)], _USUAL if self._layout is None else self._layout.id
        )
        for button in (self.duplicate, self.remove):
            button.setEnabled(self._layout is not None)
        self.name.show_value(say("Standard") if self._layout is None else self._layout.name)
        self._show_look(look, agenda)

    def _show_look(self, look: Look, agenda: Agenda) -> None:
        self.accent.show_value(look.accent)
        self.swatch.setIcon(_patch(look.accent))
        self.header_text.show_value(look.header_text)
        self.logo_alt.show_value(look.logo_alt)
        self.logo_alt.setEnabled(bool(look.logo))
        self.no_logo.setEnabled(bool(look.logo))
        self._show_logo(look.logo)
        self.paper.show_choices([("A4", Paper.A4), ("Letter", Paper.LETTER), ("A3", Paper.A3)], look.paper)
        self.time_style.show_choices([(span_words(840, 930, style), style) for style in TimeStyle], look.time_style)
        days = agenda.days_in_order
        example = days[0].date if days else "2020-11-12"
        self.date_style.show_choices([(date_words(example, style), style) for style in DateStyle], look.date_style)
        self.font_size.show_value(look.font_size)
        for name, box in self.columns.items():
            box.setChecked(name in look.columns)
        self.zones.show_zones(agenda, look.zones)

    def _show_logo(self, data: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(data)
        self.logo_picture.setVisible(not picture.isNull())
        if not picture.isNull():
            ratio = self.devicePixelRatioF()
            small = picture.scaled(
                _LOGO_PX * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            small.setDevicePixelRatio(ratio)
            self.logo_picture.setPixmap(small)

    # -- asking -------------------------------------------------------------------------------------------------

    def _ask(self, field: str, value: Any) -> None:
        self.change_requested.emit({field: value})

    def _ask_columns(self) -> None:
        self._ask("columns", tuple(name for name, box in self.columns.items() if box.isChecked()))

    def _add(self) -> None:
        """A further layout; what it is called is asked at once."""
        self.add_requested.emit(say("New layout"))
        self.name.setFocus()
        self.name.selectAll()

    def _with_layout(self, signal: Any) -> None:
        if self._layout is not None:
            signal.emit(self._layout.id)

    def _ask_colour(self) -> None:
        dialog = QColorDialog(QColor(self.accent.text()), self)
        dialog.setWindowTitle(say("Accent colour"))
        dialog.colorSelected.connect(lambda colour: self._ask("accent", colour.name().upper()))
        dialog.exec()
        dialog.deleteLater()

    def _ask_logo(self) -> None:
        filters = say("Pictures (*.png *.jpg *.jpeg)")
        chosen, _filter = QFileDialog.getOpenFileName(self, say("Logo of the papers"), "", filters)
        if chosen:
            self.take_logo(Path(chosen))

    def take_logo(self, path: Path) -> None:
        """Ask for a picture file as the logo; what cannot be read is told."""
        try:
            self._ask("logo", logo_from(path))
        except PlannerError as refusal:
            self.problem.emit(refusal.sentence)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _colour_of(typed: str) -> str:
    """ "red" and "0b6bb5" are colours too; what is none stays, to be refused."""
    colours = (QColor.fromString(text) for text in (typed, f"#{typed}"))
    return next((colour.name().upper() for colour in colours if colour.isValid()), typed)


def _patch(colour: str) -> QIcon:
    patch = QPixmap(28, 16)
    patch.fill(QColor(colour))
    return QIcon(patch)


def _column_name(name: str) -> str:
    return {
        AgendaColumn.MINUTES: say("Minutes"),
        AgendaColumn.OBJECTIVES: say("Objectives"),
        AgendaColumn.ROOM: say("Rooms"),
        AgendaColumn.SEATS: say("Names"),
        AgendaColumn.DISCUSSION: say("Discussion"),
    }[AgendaColumn(name)]
