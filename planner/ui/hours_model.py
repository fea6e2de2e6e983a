"""The Hours view as a table: a row a person or an entity, a column a day of the meeting, hardship last."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from planner.local_times import local_time_or_none, offset_words
from planner.phrases import day_full, day_heading
from planner.ui.hours_lines import Holder, HoursFilter, HoursLine, HoursPicture
from planner.ui.hours_words import day_words, row_words
from planner.ui.words_of_points import points_figure, points_words
from planner.wording import say, say_count

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_NO_SEAT = "\u2013"


class HoursModel(QAbstractTableModel):
    """The rows that pass a filter; those without a time zone stand under a heading of their own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture: HoursPicture | None = None
        self.filter = HoursFilter()
        self.rows: list[HoursLine | None] = []

    def show_picture(self, picture: HoursPicture, wanted: HoursFilter) -> bool:
        """Take in another picture or filter; returns whether rows or columns came, went or changed places."""
        lines = wanted.passing(picture.lines)
        known = [line for line in lines if line.zone]
        rows: list[HoursLine | None] = [*known]
        if len(known) < len(lines):
            rows += [None, *lines[len(known) :]]
        same = self.picture is not None and (
            [_key(row) for row in rows] == [_key(row) for row in self.rows]
            and [hours.day_id for hours in picture.days] == [hours.day_id for hours in self.picture.days]
        )
        if not same:
            self.beginResetModel()
        self.picture, self.filter, self.rows = picture, wanted, rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.hardship_column))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.hardship_column)
        return not same

    @property
    def hardship_column(self) -> int:
        return 0 if self.picture is None else len(self.picture.days)

    @property
    def heading_row(self) -> int | None:
        """The row that stands above those without a time zone; None when all have one."""
        return self.rows.index(None) if None in self.rows else None

    def shown_lines(self) -> list[HoursLine]:
        return [row for row in self.rows if row is not None]

    def line(self, row: int) -> HoursLine | None:
        """The line of a row; None for the heading."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_of(self, holder: Holder) -> int | None:
        return next((row for row, line in enumerate(self.rows) if line is not None and line.holder == holder), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self.picture is None else len(self.picture.days) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if self.picture is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._row_header(self.rows[section], role)
        if section == self.hardship_column:
            return self._hardship_header(role)
        hours = self.picture.days[section]
        if role in {_Role.AccessibleTextRole, _Role.ToolTipRole}:
            return say("{day}, {zone}", day=day_full(hours.date), zone=self._zone_words(section))
        if role == _Role.DisplayRole:
            return say("{day} · {zone}", day=day_heading(hours.date), zone=self._zone_words(section))
        return None

    def _zone_words(self, day: int) -> str:
        """ "CET (UTC+1)", as it is on that day when the meeting opens."""
        picture = self.picture
        assert picture is not None
        hours = picture.days[day]
        opens = hours.windows[0][0] if hours.windows else hours.first_minute
        local = local_time_or_none(picture.meeting_zone, hours.date, opens, picture.meeting_zone)
        if local is None:
            return picture.zone_label
        return say("{zone} ({offset})", zone=picture.zone_label, offset=offset_words(local.utc_offset_minutes))

    def _hardship_header(self, role: int) -> Any:
        if role == _Role.DisplayRole:
            return say("Hardship")
        if role in {_Role.ToolTipRole, _Role.AccessibleTextRole}:
            return say("Hardship in points: each hour of a session counts 1 in the stretch, 3 early or late, 6 asleep.")
        return None

    def _row_header(self, line: HoursLine | None, role: int) -> Any:
        if line is None:
            return say("No time zone yet") if role in {_Role.DisplayRole, _Role.AccessibleTextRole} else None
        if role == _Role.DisplayRole:
            return line.name
        return row_words(line) if role in {_Role.AccessibleTextRole, _Role.ToolTipRole} else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        line = self.rows[index.row()]
        if line is None:
            return self._heading_words() if role in {_Role.DisplayRole, _Role.AccessibleTextRole} else None
        if index.column() == self.hardship_column:
            return self._hardship(line, role)
        if role == _Role.AccessibleTextRole and self.picture is not None:
            return day_words(self.picture, line, index.column())
        return None

    def _hardship(self, line: HoursLine, role: int) -> Any:
        points = line.points(self.filter.session_id)
        if role == _Role.DisplayRole:
            if not line.bars:
                return _NO_SEAT
            return points_figure(points) if line.zone else say("?")
        if role in {_Role.AccessibleTextRole, _Role.ToolTipRole}:
            if not line.bars:
                return say("{name}: no seat on the timetable", name=line.name)
            if not line.zone:
                return say("{name}: hardship unknown without a time zone", name=line.name)
            return say("{name}: hardship {points}", name=line.name, points=points_words(points))
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _heading_words(self) -> str:
        count = sum(line is not None and not line.zone for line in self.rows)
        return say_count(
            "{count} row without local hours. Give the zone under People or Entities: a city is enough.",
            "{count} rows without local hours. Give their zones under People or Entities: a city is enough.",
            count,
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The heading can be reached, so that it is read, but not chosen."""
        flags = Qt.ItemFlag.ItemIsEnabled
        return flags if self.line(index.row()) is None else flags | Qt.ItemFlag.ItemIsSelectable


def _key(row: HoursLine | None) -> Holder | None:
    return None if row is None else row.holder
