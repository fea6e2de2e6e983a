"""What differs between two pictures of the timetable, so that a drop repaints a few blocks and not a thousand."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.models.agenda import Agenda
from planner.models.records import Session
from planner.rules.finding import Finding
from planner.ui.timetable.geometry import GridGeometry, lanes_of

Column = tuple[int | None, int | None]
_WORD_TABLES = ("meeting_rows", "days", "rooms", "objectives", "coverage", "entities", "people", "seats")


@dataclass(frozen=True)
class Drawn:
    """One picture as it stands on the canvas."""

    agenda: Agenda
    geometry: GridGeometry
    findings: dict[int, tuple[Finding, ...]]

    @cached_property
    def columns(self) -> dict[Column, list[Session]]:
        """(day id, room id) -> the sessions there."""
        grouped: dict[Column, list[Session]] = {}
        for session in self.agenda.sessions.values():
            if session.day_id is not None:
                grouped.setdefault((session.day_id, session.room_id), []).append(session)
        return grouped

    @cached_property
    def _lanes(self) -> dict[Column, dict[int, tuple[int, int]]]:
        return {}

    def lane(self, session: Session) -> tuple[int, int]:
        """(lane, number of lanes) of a placed session in its column."""
        column = (session.day_id, session.room_id)
        if column not in self._lanes:
            self._lanes[column] = lanes_of(self.columns[column])
        return self._lanes[column][session.id]


def is_placed(agenda: Agenda, session_id: int) -> bool:
    """Whether the session is still in the meeting and on the timetable."""
    session = agenda.sessions.get(session_id)
    return session is not None and session.day_id is not None


def same_words(before: Agenda, now: Agenda) -> bool:
    """Whether nothing changed of which the words on blocks are made, sessions themselves aside."""
    return now.shares(before, *_WORD_TABLES)


def sessions_to_place_again(before: Drawn | None, now: Drawn, changed: Collection[int]) -> Iterator[int]:
    """The placed sessions whose rectangle may differ: those that changed, and whose lane did beside one of them."""
    if before is None or before.geometry != now.geometry:
        yield from (session.id for sessions in now.columns.values() for session in sessions)
        return
    for column in {column for session_id in changed for column in _columns_of(before, now, session_id)}:
        for session in now.columns.get(column, ()):
            if session.id in changed or before.lane(session) != now.lane(session):
                yield session.id


def sessions_to_word_again(before: Drawn | None, now: Drawn, changed: Collection[int]) -> Iterator[int]:
    """The placed sessions whose words may differ: their own row, their findings, or what the words are made of."""
    placed = (session for session in now.agenda.sessions.values() if session.day_id is not None)
    if before is None or not same_words(before.agenda, now.agenda):
        yield from (session.id for session in placed)
        return
    for session in placed:
        if session.id in changed or before.findings.get(session.id) != now.findings.get(session.id):
            yield session.id


def changed_sessions(before: Drawn | None, now: Drawn) -> frozenset[int]:
    """The ids of sessions that came, went or have another record."""
    old: Mapping[int, Session] = {} if before is None else before.agenda.sessions
    new = now.agenda.sessions
    if old is new:
        return frozenset()
    return frozenset(key for key in old.keys() | new.keys() if old.get(key) is not new.get(key))


def _columns_of(before: Drawn, now: Drawn, session_id: int) -> Iterator[Column]:
    for sessions in (before.agenda.sessions, now.agenda.sessions):
        if session_id in sessions:
            yield sessions[session_id].day_id, sessions[session_id].room_id
