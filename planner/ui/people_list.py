"""Entities and people beside the timetable, to be found by typing and dragged onto a session."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from planner.local_times import local_time_or_none, offset_words
from planner.models.agenda import Agenda
from planner.ui.dragging import entity_data, person_data
from planner.ui.fields import section_label
from planner.ui.theme import Theme, font
from planner.wording import say

_Index = QModelIndex | QPersistentModelIndex
_NOON = 12 * 60


class Candidate(NamedTuple):
    """Somebody who can be seated: an entity, or a person of one."""

    row_id: int
    is_person: bool
    name: str
    beside: str
    zone: str
    sought: str


def candidates_of(agenda: Agenda) -> tuple[Candidate, ...]:
    """People by family name, then entities by name."""
    people = sorted(agenda.people.values(), key=lambda person: (person.family_name.casefold(), person.id))
    entities = sorted(agenda.entities.values(), key=lambda entity: (entity.name.casefold(), entity.id))
    found = []
    for person in people:
        entity = agenda.entities.get(person.entity_id or 0)
        beside = entity.name if entity else person.function
        zone = person.zone or (entity.zone if entity else "")
        sought = f"{person.name} {beside} {person.function}".casefold()
        found.append(Candidate(person.id, True, person.name, beside, zone, sought))
    for entity in entities:
        found.append(Candidate(entity.id, False, entity.name, "", entity.zone, entity.name.casefold()))
    return tuple(found)


def offset_beside(iso_date: str, zone: str) -> str:
    """ "UTC+6" on that day; nothing where no zone is known."""
    local = local_time_or_none(zone, iso_date, _NOON, zone) if zone and iso_date else None
    return "" if local is None else offset_words(local.utc_offset_minutes)


class CandidatesModel(QAbstractListModel):
    """The candidates that match what is sought."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: tuple[Candidate, ...] = ()
        self.shown: tuple[Candidate, ...] = ()
        self._words: tuple[str, ...] = ()
        self._iso_date = ""

    def show_candidates(self, candidates: Sequence[Candidate], iso_date: str) -> None:
        """``iso_date`` is the day for which distances from UTC are told."""
        self._iso_date = iso_date
        if tuple(candidates) != self._all:
            self._all = tuple(candidates)
            self._filter()

    def seek(self, text: str) -> None:
        self._words = tuple(text.casefold().split())
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        self.shown = tuple(one for one in self._all if all(word in one.sought for word in self._words))
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        candidate = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return candidate.name
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return " · ".join(part for part in (candidate.name, candidate.beside, self.offset(candidate)) if part)
        return None

    def offset(self, candidate: Candidate) -> str:
        return offset_beside(self._iso_date, candidate.zone)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        chosen = [self.shown[index.row()] for index in indexes]
        people = [one.row_id for one in chosen if one.is_person]
        return person_data(people) if people else entity_data(one.row_id for one in chosen)


class _Line(QStyledItemDelegate):
    """Name, softer what it belongs to, and its distance from UTC at the right."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, QFontMetrics(font(0)).height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, CandidatesModel)
        candidate, theme = model.shown[index.row()], self.theme
        offset = model.offset(candidate)
        rect: QRect = option.rect
        # Asked of the view: the flags of QStyle are many, and take long to load.
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, QColor(theme.accent_soft))
        painter.setPen(QColor(theme.line_soft))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(2, 0, -2, 0)
        soft, plain = font(-2), font(0)
        painter.setFont(soft)
        painter.setPen(QColor(theme.text_soft))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, offset)
        room = inner.width() - QFontMetrics(soft).horizontalAdvance(offset) - 6
        name = QFontMetrics(plain).elidedText(candidate.name, Qt.TextElideMode.ElideRight, room)
        used = QFontMetrics(plain).horizontalAdvance(name) + 6
        beside = QFontMetrics(soft).elidedText(candidate.beside, Qt.TextElideMode.ElideRight, max(room - used, 0))
        painter.drawText(inner.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, beside)
        painter.setFont(plain)
        painter.setPen(QColor(theme.text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)


class PeopleList(QWidget):
    """Seeks among entities and people; Enter seats the chosen one in the session at hand, Shift+Enter as moderator."""

    add_requested = Signal()
    seat_requested = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._agenda: Agenda | None = None
        self.model = CandidatesModel(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Find a name or country"))
        self.field.setAccessibleName(say("Find a name or country"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.model.seek)
        self.view = QListView()
        self.view.setModel(self.model)
        self._line = _Line(theme, self.view)
        self.view.setItemDelegate(self._line)
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setDragEnabled(True)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(say("Entities and people"))
        self.view.activated.connect(self._seat_chosen)
        add = QPushButton(say("+ Add"))
        add.setProperty("role", "link")
        add.setToolTip(say("Add a person; edit people and entities in their own views"))
        add.clicked.connect(self.add_requested)
        hint = QLabel(say("Drag one onto a session to add a speaker; hold Shift for moderator."))
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        heading = QHBoxLayout()
        heading.addWidget(section_label(say("People")))
        heading.addStretch(1)
        heading.addWidget(add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 9, 10)
        layout.setSpacing(6)
        layout.addLayout(heading)
        layout.addWidget(self.field)
        layout.addWidget(self.view, 1)
        layout.addWidget(hint)

    def show_agenda(self, agenda: Agenda) -> None:
        before, self._agenda = self._agenda, agenda
        if before is None or not agenda.shares(before, "people", "entities", "days", "meeting_rows"):
            first = agenda.days_in_order[0].date if agenda.days else ""
            self.model.show_candidates(candidates_of(agenda), first)

    def set_theme(self, theme: Theme) -> None:
        if theme is not self._line.theme:
            self._line.theme = theme
            self.view.viewport().update()

    def chosen(self) -> Candidate | None:
        index = self.view.currentIndex()
        return self.model.shown[index.row()] if index.isValid() else None

    def _seat_chosen(self) -> None:
        candidate = self.chosen()
        if candidate is not None:
            shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
            self.seat_requested.emit(candidate, bool(shift))
