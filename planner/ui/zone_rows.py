"""What the list under a field for a zone holds: questions, headings, and zones with the time there."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from planner.clock import format_minute
from planner.local_times import now_in, offset_words
from planner.phrases import day_short
from planner.wording import say
from planner.zones.answers import ZoneAnswer, ZoneMatch
from planner.zones.asked import MeetingStart

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class RowKind(Enum):
    """A zone can be chosen; the others are read."""

    ZONE = auto()
    HEADING = auto()
    QUESTION = auto()
    HINT = auto()


class ZoneRow(NamedTuple):
    """One row: ``title`` and ``beside`` on the first line, ``detail`` and, where there is one, ``note`` under it."""

    kind: RowKind
    title: str
    beside: str = ""
    detail: str = ""
    note: str = ""
    zone: str = ""

    @property
    def words(self) -> str:
        """All of it, for a tooltip and a screen reader."""
        return "\n".join(part for part in (self.title, self.beside, self.detail, self.note, self.zone) if part)


def rows_of(answer: ZoneAnswer, start: MeetingStart) -> list[ZoneRow]:
    """The rows of an answer, in order."""
    rows = [ZoneRow(RowKind.QUESTION, answer.question)] if answer.question else []
    for group in answer.groups:
        if group.heading:
            rows.append(ZoneRow(RowKind.HEADING, group.heading))
        rows += [_row(match, start) for match in group.matches]
    return rows or [hint_row(answer.nothing)]


def hint_row(text: str) -> ZoneRow:
    """A sentence instead of zones."""
    return ZoneRow(RowKind.HINT, text)


def _row(match: ZoneMatch, start: MeetingStart) -> ZoneRow:
    place = (
        say("{city}, {country}", city=match.city, country=match.country)
        if match.country and match.country != match.city
        else match.city
    )
    offset = offset_words(match.offset_minutes)
    return ZoneRow(RowKind.ZONE, place, offset, _times(match, start), match.why, match.zone)


def _times(match: ZoneMatch, start: MeetingStart) -> str:
    now = now_in(match.zone)
    present = format_minute(now.hour * 60 + now.minute)
    if not start.is_planned:
        return say("now {time}", time=present)
    day, time = day_short(match.local.date.isoformat()), format_minute(match.local.minute)
    return say("now {present} · meeting starts {day} {time}", present=present, day=day, time=time)


class ZoneRows(QAbstractListModel):
    """The rows as Qt's views and screen readers see them."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.rows: list[ZoneRow] = []

    def show_rows(self, rows: Sequence[ZoneRow]) -> None:
        """Show other rows instead."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def next_zone(self, row: int, step: int) -> int | None:
        """The nearest row with a zone after (step 1) or before (step -1) this one."""
        places = range(row + step, len(self.rows) if step > 0 else -1, step)
        return next((place for place in places if self.rows[place].kind is RowKind.ZONE), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.words
        return {Qt.ItemDataRole.DisplayRole: row.title, ROW_ROLE: row}.get(Qt.ItemDataRole(role))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].kind is not RowKind.ZONE:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
