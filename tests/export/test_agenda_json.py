import json

from planner.export.agenda_json import agenda_as_json, findings_as_json
from planner.models.kinds import SessionKind
from planner.models.record import field_names
from planner.models.record_types import RECORD_TYPES
from planner.rules.finding import Finding, Level
from tests.building import covers, entity, make_agenda, objective, roundtable, seat
from tests.export.paper_meetings import MeetingMaker


def test_keys_and_their_order_are_those_of_the_tables() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600)],
        objectives=[objective(1)],
        coverage=covers(1, 1),
        entities=[entity(1, "Northland")],
        seats=[seat(1, 1, entity=1)],
    )
    read = json.loads(agenda_as_json(agenda))
    assert list(read) == list(RECORD_TYPES)
    assert list(read["meeting"]) == list(field_names(RECORD_TYPES["meeting"]))
    derived = {"sessions": ["placed", "date", "start", "end"]}
    for table in ("days", "windows", "rooms", "sessions", "objectives", "coverage", "entities", "seats"):
        assert list(read[table][0]) == [*field_names(RECORD_TYPES[table]), *derived.get(table, [])]


def test_a_placed_session_says_when_it_is() -> None:
    agenda = make_agenda(sessions=[roundtable(2, 630, 90), roundtable(1)])
    first, second = json.loads(agenda_as_json(agenda))["sessions"]
    assert [(row["id"], row["placed"], row["date"], row["start"], row["end"]) for row in (first, second)] == [
        (1, False, None, None, None),
        (2, True, "2020-11-12", "10:30", "12:00"),
    ]
    assert (second["kind"], second["pinned"], second["start_minute"]) == ("roundtable", False, 630)


def test_names_are_written_as_they_are() -> None:
    make = MeetingMaker(title="Łódź “Ελλάδα”")
    make.room("Plenary")
    make.session(SessionKind.PLENARY, make.day("2020-11-12"), 600, 60)
    assert agenda_as_json(make.agenda()).splitlines()[:4] == [
        "{",
        '  "meeting": {',
        '    "id": 1,',
        '    "title": "Łódź “Ελλάδα”",',
    ]


def test_findings_are_a_list_of_objects() -> None:
    finding = Finding("room-twice", Level.CLASH, "Room taken twice", "The plenary is taken twice.", (1, 2))
    assert json.loads(findings_as_json([finding])) == [
        {
            "rule": "room-twice",
            "level": "clash",
            "title": "Room taken twice",
            "sentence": "The plenary is taken twice.",
            "session_ids": [1, 2],
            "seat_ids": [],
            "objective_ids": [],
        }
    ]
