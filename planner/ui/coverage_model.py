"""Objectives and sessions as a table: a row an objective, a column a session, the state of the row first."""

from collections import Counter
from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from planner.models.agenda import Agenda
from planner.models.records import Objective, Session
from planner.phrases import session_label, session_name, span_with_zone
from planner.rules.covering import Cover, columns_of, cover_of
from planner.ui.theme import Theme
from planner.wording import say, say_count

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_HEADER_LETTERS = 12

COVERED_ROLE = Role.UserRole + 1
"""True where the column's session covers the row's objective."""
COVER_ROLE = Role.UserRole + 2
"""The Cover of the row."""


def cover_word(cover: Cover) -> str:
    return {
        Cover.MISSING: say("Not covered"),
        Cover.WAITING: say("Not placed yet"),
        Cover.ONCE: say("Covered"),
        Cover.TWICE: say("Covered twice"),
    }[cover]


class CoverageModel(QAbstractTableModel):
    """Column 0 says how the row stands; each further column is a session."""

    def __init__(self, theme: Theme, parent: Any = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._agenda: Agenda | None = None
        self._covered: frozenset[tuple[int, int]] = frozenset()
        self.objectives: tuple[Objective, ...] = ()
        self.sessions: tuple[Session, ...] = ()

    def show_agenda(self, agenda: Agenda) -> bool:
        """Take in another picture; returns whether rows or columns came, went or changed places."""
        objectives, sessions = agenda.objectives_in_order, columns_of(agenda)
        same = _ids(objectives) == _ids(self.objectives) and _ids(sessions) == _ids(self.sessions)
        if not same:
            self.beginResetModel()
        self._agenda, self.objectives, self.sessions = agenda, objectives, sessions
        self._covered = frozenset((row.objective_id, row.session_id) for row in agenda.coverage.values())
        if not same:
            self.endResetModel()
        else:
            self._tell_all()
        return not same

    def _tell_all(self) -> None:
        if self.objectives:
            last = self.index(len(self.objectives) - 1, len(self.sessions))
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.objectives) - 1)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.sessions))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._tell_all()

    def toggled(self, index: Index) -> tuple[int, frozenset[int]] | None:
        """The session of a cell and the objectives it would have with the cell set or cleared."""
        if not index.isValid() or index.column() == 0 or self._agenda is None:
            return None
        session = self.sessions[index.column() - 1]
        held = frozenset(objective.id for objective in self._agenda.objectives_of(session.id))
        return session.id, held ^ {self.objectives[index.row()].id}

    def sums(self) -> list[int]:
        """How many objectives each session covers."""
        counts = Counter(session_id for _objective_id, session_id in self._covered)
        return [counts[session.id] for session in self.sessions]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.objectives)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sessions) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if self._agenda is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return objective_words(self.objectives[section], role)
        return session_words(self._agenda, self.sessions[section - 1], role) if section else state_words(role)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._agenda is None:
            return None
        objective = self.objectives[index.row()]
        cover = cover_of(self._agenda, objective)
        if role == COVER_ROLE:
            return cover
        if index.column() == 0:
            return self._state(objective, cover, role)
        session = self.sessions[index.column() - 1]
        covered = (objective.id, session.id) in self._covered
        if role == COVERED_ROLE:
            return covered
        if role in {Role.AccessibleTextRole, Role.ToolTipRole}:
            values = {"number": objective.number, "session": session_name(session)}
            if covered:
                return say("Objective {number} is in {session}", **values)
            return say("Objective {number} is not in {session}", **values)
        return None

    def _state(self, objective: Objective, cover: Cover, role: int) -> Any:
        if role == Role.DisplayRole:
            return cover_word(cover)
        if role == Role.AccessibleTextRole:
            return say("Objective {number}: {state}", number=objective.number, state=cover_word(cover))
        if role == Role.ForegroundRole:
            return QColor(self._theme.text_soft if cover is Cover.ONCE else self._theme.warning)
        return None


def _ids(records: Sequence[Objective] | Sequence[Session]) -> list[int]:
    return [record.id for record in records]


def objective_words(objective: Objective, role: int) -> Any:
    if role == Role.DisplayRole:
        return say("{number}  {title}", number=objective.number, title=objective.short_title or objective.title)
    if role == Role.ToolTipRole:
        return say("Objective {number}. {title}", number=objective.number, title=objective.title)
    if role == Role.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    return None


def state_words(role: int) -> Any:
    if role == Role.DisplayRole:
        return say("State")
    if role == Role.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    return None


def session_words(agenda: Agenda, session: Session, role: int) -> Any:
    if role == Role.DisplayRole:
        lines = wrap(session.code or session_name(session), _HEADER_LETTERS, max_lines=2, placeholder="…")
        return "\n".join(lines if session.spot else [*lines, say("(to place)")])
    if role in {Role.ToolTipRole, Role.AccessibleTextRole}:
        if session.spot is None:
            return say("{session}, to be placed", session=session_label(session))
        when = span_with_zone(agenda, session.spot, session.minutes)
        return say("{session}, {when}", session=session_label(session), when=when)
    return None


class SumsModel(QAbstractTableModel):
    """One row below the matrix: how many objectives each session covers."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[str, str]] = []

    def show_sums(self, model: CoverageModel) -> None:
        """Take the sums of the matrix."""
        pairs = zip(model.sessions, model.sums(), strict=True)
        cells = [("", "")] + [(str(count), _sum_words(session, count)) for session, count in pairs]
        if len(cells) != len(self._cells):
            self.beginResetModel()
            self._cells = cells
            self.endResetModel()
        else:
            self._cells = cells
            self.dataChanged.emit(self.index(0, 0), self.index(0, len(cells) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical and role == Role.DisplayRole:
            return say("Objectives in each session")
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        text, words = self._cells[index.column()]
        if role == Role.DisplayRole:
            return text
        if role in {Role.AccessibleTextRole, Role.ToolTipRole}:
            return words
        return Qt.AlignmentFlag.AlignCenter if role == Role.TextAlignmentRole else None


def _sum_words(session: Session, count: int) -> str:
    return say_count(
        "{session}: {count} objective", "{session}: {count} objectives", count, session=session_name(session)
    )
