"""Small meetings for the tests of the papers."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from planner.models.agenda import Agenda
from planner.models.kinds import EntityKind, Role, SeatState, SessionKind, StakeholderCategory
from planner.models.records import Coverage, Day, Entity, Objective, Person, Room, Seat, Session, Window
from tests.building import make_agenda, make_meeting

MEETING = replace(
    make_meeting(),
    title="Regional Review of the Global Compact for Safe, Orderly and Regular Migration in the UNECE region",
    subtitle="virtual meeting",
    draft_number=3,
    paper_note="Illustrative.",
)


class MeetingMaker:
    """Collects records under growing ids and gives the Agenda of them."""

    def __init__(self, **meeting: Any) -> None:
        self._meeting = replace(MEETING, **meeting)
        self._rows: dict[str, dict[int, Any]] = {}

    def add(self, table: str, record_type: type[Any], **values: Any) -> int:
        rows = self._rows.setdefault(table, {})
        row_id = len(rows) + 1
        rows[row_id] = record_type(id=row_id, **values)
        return row_id

    def day(self, iso_date: str, start_minute: int = 600, end_minute: int = 940) -> int:
        day_id = self.add("days", Day, date=iso_date)
        self.add("windows", Window, day_id=day_id, start_minute=start_minute, end_minute=end_minute)
        return day_id

    def room(self, name: str) -> int:
        return self.add("rooms", Room, name=name, link="", position=len(self._rows.get("rooms", {})))

    def session(self, kind: SessionKind, day_id: int | None, start_minute: int, minutes: int, **values: Any) -> int:
        texts = {"code": "", "title": "", "summary": "", "guiding_questions": "", "internal_notes": ""}
        placed = {"day_id": day_id, "start_minute": start_minute, "room_id": 1}
        others: dict[str, Any] = {"wrap_up_minutes": 0, "pinned": False, "target_moderators": 1, "target_speakers": 4}
        others |= {"floor_states": 0, "floor_stakeholders": 0}
        others |= {"state_limit_minutes": None, "stakeholder_limit_minutes": None}
        spot = placed if day_id is not None else dict.fromkeys(placed)
        return self.add("sessions", Session, kind=kind, minutes=minutes, **{**texts, **spot, **others, **values})

    def entity(self, name: str) -> int:
        return self.add(
            "entities", Entity, name=name, kind=EntityKind.MEMBER_STATE, country_code="", region="", zone="",
            stakeholder_category=StakeholderCategory.NONE,
        )  # fmt: skip

    def person(self, honorific: str, given: str, family: str, function: str, entity_id: int | None) -> int:
        return self.add(
            "people", Person, honorific=honorific, given_name=given, family_name=family, function=function,
            entity_id=entity_id, email="secret@example.org", phone="", zone="", languages="", gender="",
        )  # fmt: skip

    def seat(self, session_id: int, role: Role, entity_id: int | None = None, **values: Any) -> int:
        others = {"person_id": None, "minutes": 5, "state": SeatState.CONFIRMED}
        position = len(self._rows.get("seats", {}))
        return self.add(
            "seats", Seat, session_id=session_id, role=role, entity_id=entity_id, position=position,
            **{**others, **values},
        )  # fmt: skip

    def seats(self, session_id: int, role: Role, names: Iterable[str], **values: Any) -> None:
        for name in names:
            self.seat(session_id, role, self.entity(name), **values)

    def covers(self, session_id: int, numbers: Iterable[int]) -> None:
        for number in numbers:
            objective_id = self.add("objectives", Objective, number=number, short_title="", title="")
            self.add("coverage", Coverage, session_id=session_id, objective_id=objective_id)

    def agenda(self) -> Agenda:
        tables: dict[str, Any] = {"days": {}, "windows": {}, "rooms": {}} | self._rows
        return make_agenda(meeting=[self._meeting], **{name: rows.values() for name, rows in tables.items()})


def regional_review() -> Agenda:
    """The meeting of the design's picture: entities only."""
    make = MeetingMaker()
    make.room("Virtual plenary")
    thursday, friday = make.day("2020-11-12"), make.day("2020-11-13")
    opening = make.session(SessionKind.OPENING, thursday, 600, 30, title="Opening segment")
    make.seats(opening, Role.CHAIR, ["Switzerland"], state=SeatState.PROPOSED)
    make.seats(opening, Role.SPEAKER, ["Secretariat", "one Member State", "one migrant representative"])
    first = _roundtable(make, thursday, 630, 1, "Ensuring that migration is voluntary, orderly and regular")
    make.covers(first, (2, 5, 6, 12, 18))
    make.seats(first, Role.MODERATOR, ["Local authorities"])
    make.seats(first, Role.SPEAKER, ["Portugal", "Armenia", "Kyrgyzstan", "Trade unions"])
    make.session(SessionKind.BREAK, thursday, 720, 100)
    second = _roundtable(
        make, thursday, 820, 2, "Protecting migrants through rights-based border governance measures"
    )  # fmt: skip
    make.covers(second, (4, 8, 9, 10, 11, 13, 21))
    make.seats(second, Role.SPEAKER, ["Canada", "Georgia", "Red Cross and Red Crescent", "academia"])
    make.session(SessionKind.RESERVE, thursday, 910, 30, title="Interventions from the floor, end of day 1")
    _friday(make, friday)
    return make.agenda()


def _friday(make: MeetingMaker, friday: int) -> None:
    third = _roundtable(
        make, friday, 600, 3, "Supporting the integration of migrants and their contribution to development"
    )  # fmt: skip
    make.covers(third, (14, 15, 16, 19, 20, 22))
    make.seats(third, Role.MODERATOR, ["Faith-based organizations"], state=SeatState.PROPOSED)
    make.seats(third, Role.SPEAKER, ["Germany", "Tajikistan", "Diaspora organizations", "private sector"])
    make.session(SessionKind.BREAK, friday, 720, 100)
    fourth = _roundtable(
        make, friday, 820, 4, "Evidence-based policymaking, public debate and cooperation on migration"
    )  # fmt: skip
    make.covers(fourth, (1, 3, 7, 17, 23))
    make.session(
        SessionKind.CLOSING, friday, 910, 30, title="Closing segment", summary="Summary report, next steps"
    )  # fmt: skip


def _roundtable(make: MeetingMaker, day_id: int, start_minute: int, number: int, title: str) -> int:
    return make.session(
        SessionKind.ROUNDTABLE, day_id, start_minute, 90, code=f"RT{number}", title=title, wrap_up_minutes=10
    )  # fmt: skip


def long_meeting(days: int, sessions_a_day: int = 12) -> Agenda:
    """A meeting of many pages: roundtables with five seats each, in February 2021."""
    make = MeetingMaker()
    make.room("Virtual plenary")
    names = ["Entity North", "Entity South", "Entity East", "Entity West"]
    for day in range(1, days + 1):
        day_id = make.day(f"2021-02-{day:02d}", 480, 1200)
        for index in range(sessions_a_day):
            number = (day - 1) * sessions_a_day + index + 1
            session_id = _roundtable(
                make, day_id, 480 + index * 60, number, f"Topic {number} of the review and its follow-up"
            )  # fmt: skip
            make.seats(session_id, Role.MODERATOR, ["Entity Centre"])
            make.seats(session_id, Role.SPEAKER, names)
    return make.agenda()
