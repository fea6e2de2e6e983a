"""Rows of a new file, put in from the plain data of a template."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, insert

from planner.clock import parse_minute
from planner.models.kinds import EntityKind
from planner.models.tables import (
    Base,
    CoverageRow,
    DayRow,
    EntityRow,
    MeetingRow,
    ObjectiveRow,
    RoomRow,
    RulerRow,
    SeatRow,
    SessionRow,
    WindowRow,
)
from planner.wording import say

_MEETING_FIELDS = ("title", "subtitle", "draft_number", "paper_note")
_SESSION_FIELDS = ("kind", "code", "title", "minutes", "wrap_up_minutes", "target_moderators", "target_speakers")
_FLOOR_FIELDS = ("floor_states", "floor_stakeholders")


class Filling:
    """Inserts a template's content in the order days, objectives, entities, sessions; remembers the ids it gave."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._room_id = 0
        self._day_ids: list[int] = []
        self._entity_ids: dict[str, int] = {}
        self._objectives_by_code: dict[str, list[int]] = {}

    def _add(self, row_type: type[Base], **values: Any) -> int:
        new = insert(row_type).values(values).returning(row_type.__table__.c.id)
        return int(self._connection.execute(new).scalar_one())

    def add_meeting(self, *contents: Mapping[str, Any], zone: str, zone_label: str) -> None:
        """The meeting's facts, later contents before earlier ones, and its one virtual room."""
        values = {name: content[name] for content in contents for name in _MEETING_FIELDS if name in content}
        self._add(MeetingRow, zone=zone, zone_label=zone_label, uid=str(uuid4()), **values)
        self._room_id = self._add(RoomRow, name=say("Virtual plenary"), position=1)

    def add_days(self, dates: Iterable[date], hours: tuple[int, int]) -> None:
        """Days in order of date, each open for the same hours (start and end minute)."""
        for day in sorted(dates):
            day_id = self._add(DayRow, date=day.isoformat())
            self._add(WindowRow, day_id=day_id, start_minute=hours[0], end_minute=hours[1])
            self._day_ids.append(day_id)

    def add_objectives(self, table: Iterable[Mapping[str, str]]) -> None:
        """Objectives with the number of the roundtable that covers each."""
        for line in table:
            values = {"short_title": line["short_title"], "title": line["title"]}
            objective_id = self._add(ObjectiveRow, number=int(line["number"]), **values)
            self._objectives_by_code.setdefault(f"RT{line['roundtable']}", []).append(objective_id)

    def add_states(self, table: Iterable[Mapping[str, str]]) -> None:
        """Member States; the zone is the capital's, a first guess only."""
        for line in table:
            self._entity_ids[line["name"]] = self._add(
                EntityRow,
                name=line["name"],
                kind=EntityKind.MEMBER_STATE.value,
                country_code=line["iso_3166"],
                zone=line["capital_time_zone"],
            )

    def add_entities(self, entries: Iterable[Mapping[str, str]]) -> None:
        for entry in entries:
            self._entity_ids[entry["name"]] = self._add(
                EntityRow,
                name=entry["name"],
                kind=entry["kind"],
                stakeholder_category=entry.get("category", ""),
                zone=entry.get("zone", ""),
            )

    def add_sessions(self, entries: Iterable[Mapping[str, Any]], details: Mapping[str, Mapping[str, Any]]) -> None:
        """Sessions, placed when they name a day; ``details`` holds texts, floor and seats by code, else by kind."""
        for entry in entries:
            detail = details.get(entry.get("code", entry["kind"]), {})
            values = {name: entry[name] for name in _SESSION_FIELDS if name in entry}
            values |= {name: detail[name] for name in _FLOOR_FIELDS if name in detail}
            session_id = self._add(SessionRow, **values, **self._spot(entry), **_texts(detail))
            for objective_id in self._objectives_by_code.get(entry.get("code", ""), ()):
                self._add(CoverageRow, session_id=session_id, objective_id=objective_id)
            self._add_seats(session_id, detail.get("seats", ()))

    def _spot(self, entry: Mapping[str, Any]) -> dict[str, int | None]:
        if "day" not in entry:
            return {}
        day_id = self._day_ids[entry["day"] - 1]
        return {"day_id": day_id, "start_minute": parse_minute(entry["start"]), "room_id": self._room_id}

    def _add_seats(self, session_id: int, entries: Sequence[Mapping[str, str]]) -> None:
        for position, entry in enumerate(entries, start=1):
            entity_id = self._entity_ids[entry["entity"]]
            values = {"role": entry["role"], "state": entry["state"], "entity_id": entity_id}
            self._add(SeatRow, session_id=session_id, position=position, **values)

    def add_rulers(self, zones: Iterable[str]) -> None:
        for position, zone in enumerate(zones, start=1):
            self._add(RulerRow, zone=zone, position=position)


def _texts(detail: Mapping[str, Any]) -> dict[str, str]:
    questions = enumerate(detail.get("guiding_questions", ()), start=1)
    return {
        "summary": detail.get("summary", ""),
        "guiding_questions": "\n".join(f"{number}. {question}" for number, question in questions),
    }
