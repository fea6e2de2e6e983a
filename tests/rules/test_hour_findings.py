"""Findings about hours: hard ones, other dates, holders without a zone."""

from dataclasses import replace

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Day, Session
from planner.rules import findings_of
from planner.rules.finding import Finding, Level
from tests.building import entity, make_agenda, make_meeting, person, roundtable, seat, session

ANNA, BELA = 1, 2
EASTLAND = 1


def found(agenda: Agenda, rule: str) -> list[Finding]:
    return [finding for finding in findings_of(agenda) if finding.rule == rule]


def sentences(agenda: Agenda, rule: str) -> list[str]:
    return [finding.sentence for finding in found(agenda, rule)]


def somebody_in(zone: str, *sessions: Session) -> Agenda:
    """Anna, who lives in that zone, speaks in each session."""
    return make_agenda(
        sessions=sessions,
        people=[replace(person(ANNA, "Anna"), zone=zone)],
        seats=[seat(number, each.id, person=ANNA) for number, each in enumerate(sessions, start=1)],
    )


def test_a_seat_at_night_is_a_warning_with_both_times() -> None:
    assert found(somebody_in("America/Toronto", roundtable(1, 600, 90)), "hard-hours") == [
        Finding(
            "hard-hours",
            Level.WARNING,
            "Outside comfortable hours",
            "Anna Example: Roundtable 1, Thu 12 Nov 10:00–11:30 CET, is Thu 12 Nov 04:00–05:30 in Toronto (asleep), "
            "outside the comfortable hours 08:00–20:00.",
            (1,),
            (1,),
        )
    ]


def test_a_seat_on_the_next_day_is_a_note_as_well() -> None:
    agenda = somebody_in("Asia/Vladivostok", roundtable(1, 910, 30))
    assert found(agenda, "other-date") == [
        Finding(
            "other-date",
            Level.NOTE,
            "Another date there",
            "Anna Example: Roundtable 1, Thu 12 Nov 15:10–15:40 CET, is on another date there, "
            "Fri 13 Nov 00:10–00:40 (+1 day) in Vladivostok.",
            (1,),
            (1,),
        )
    ]
    assert len(found(agenda, "hard-hours")) == 1


def test_a_seat_that_runs_into_the_next_day_there() -> None:
    assert sentences(somebody_in("Asia/Vladivostok", roundtable(1, 820, 90)), "other-date") == [
        "Anna Example: Roundtable 1, Thu 12 Nov 13:40–15:10 CET, is on another date there, "
        "Thu 12 Nov 22:40 – Fri 13 Nov 00:10 in Vladivostok."
    ]


def test_a_seat_that_ends_at_midnight_there_is_on_no_other_date() -> None:
    agenda = somebody_in("Asia/Vladivostok", roundtable(1, 840, 60))
    assert found(agenda, "other-date") == []
    assert [" 23:00–24:00 in " in sentence for sentence in sentences(agenda, "hard-hours")] == [True]


@pytest.mark.parametrize(("start", "warned"), [(480, 1), (479, 1), (540, 0), (1200 - 60, 0), (1200 - 59, 1)])
def test_the_bounds_are_those_of_the_meeting(start: int, warned: int) -> None:
    meeting = replace(make_meeting(), comfortable_start_minute=540, working_start_minute=540)
    agenda = replace(somebody_in("Europe/Zurich", roundtable(1, start, 60)), meeting_rows={1: meeting})
    assert len(found(agenda, "hard-hours")) == warned


def test_an_entity_that_names_nobody_is_on_its_own_clock() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600, 60)],
        entities=[replace(entity(EASTLAND, "Eastland"), zone="America/New_York")],
        seats=[seat(1, 1, Role.MODERATOR, entity=EASTLAND)],
    )
    assert sentences(agenda, "hard-hours") == [
        "Eastland, moderator to be named: Roundtable 1, Thu 12 Nov 10:00–11:00 CET, is Thu 12 Nov 04:00–05:00 "
        "in New York (asleep), outside the comfortable hours 08:00–20:00."
    ]


def test_a_person_is_never_taken_to_sit_where_their_entity_does() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600)],
        entities=[replace(entity(EASTLAND, "Eastland"), zone="America/New_York")],
        people=[person(ANNA, "Anna", entity=EASTLAND)],
        seats=[seat(1, 1, person=ANNA, entity=EASTLAND)],
    )
    assert (found(agenda, "hard-hours"), found(agenda, "entity-no-zone")) == ([], [])
    assert sentences(agenda, "no-zone") == ["Anna Example holds a seat and has no time zone."]


@pytest.mark.parametrize("kind", [SessionKind.BREAK, SessionKind.RESERVE])
def test_breaks_and_reserves_have_no_findings_about_hours(kind: SessionKind) -> None:
    agenda = make_agenda(
        sessions=[session(1, "Pause", 910, 30, kind=kind)],
        people=[replace(person(ANNA, "Anna"), zone="Asia/Vladivostok"), person(BELA, "Bela")],
        seats=[seat(1, 1, person=ANNA), seat(2, 1, person=BELA)],
    )
    assert [found(agenda, rule) for rule in ("hard-hours", "other-date", "no-zone")] == [[], [], []]


def test_seats_that_do_not_count_or_wait_for_an_hour_have_none() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600), roundtable(2)],
        people=[replace(person(ANNA, "Anna"), zone="America/Toronto")],
        seats=[seat(1, 1, person=ANNA, state=SeatState.DECLINED), seat(2, 2, person=ANNA)],
    )
    assert found(agenda, "hard-hours") == []


def test_a_meeting_moved_from_november_to_july_is_an_hour_earlier_in_bishkek() -> None:
    november = somebody_in("Asia/Bishkek", roundtable(1, 910, 50))
    july = november.with_records([("days", 1, Day(1, "2020-07-09"))])
    assert [len(found(agenda, "hard-hours")) for agenda in (november, july)] == [1, 0]


def test_entities_without_a_zone_are_one_note() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600), roundtable(2, 700)],
        entities=[entity(1, "Eastland"), entity(2, "Westland"), entity(3, "Northland")],
        seats=[seat(1, 2, entity=2), seat(2, 1, entity=1), seat(3, 1, entity=1), seat(4, 1)],
    )
    assert found(agenda, "entity-no-zone") == [
        Finding(
            "entity-no-zone",
            Level.NOTE,
            "Seats without a time zone",
            "Eastland and Westland have seats without a name and no time zone: their hours are not known.",
            (1, 2),
            (2, 3, 1),
        )
    ]


def test_a_zone_that_the_data_do_not_know_is_none() -> None:
    assert len(found(somebody_in("Europe/Atlantis", roundtable(1, 600)), "no-zone")) == 1


def test_people_without_a_zone_who_hold_a_seat_are_one_warning() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600), roundtable(2, 700)],
        people=[
            person(1, "Anna"),
            person(2, "Bela"),
            person(3, "Cleo"),
            replace(person(4, "Dora"), zone="Asia/Bishkek"),
            person(5, "Emil"),
        ],
        seats=[
            seat(1, 2, person=2),
            seat(2, 1, person=1),
            seat(3, 1, person=4),
            seat(4, 1, person=5, state=SeatState.DECLINED),
        ],
    )
    assert found(agenda, "no-zone") == [
        Finding(
            rule="no-zone",
            level=Level.WARNING,
            title="People without a time zone",
            words="Anna Example and Bela Example hold seats and have no time zone.",
            session_ids=(1, 2),
            seat_ids=(2, 1),
        )
    ]


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "P1 Example holds a seat and has no time zone."),
        (5, "P1 Example, P2 Example, P3 Example, P4 Example and P5 Example hold seats and have no time zone."),
        (6, "P1 Example, P2 Example, P3 Example, P4 Example, P5 Example and 1 other hold seats and have no time zone."),
        (
            9,
            "P1 Example, P2 Example, P3 Example, P4 Example, P5 Example and 4 others hold seats and have no time zone.",
        ),
    ],
)
def test_five_people_are_named_and_the_others_counted(count: int, sentence: str) -> None:
    numbers = range(1, count + 1)
    agenda = make_agenda(
        sessions=[roundtable(1, 600)],
        people=[person(number, f"P{number}") for number in numbers],
        seats=[seat(number, 1, person=number) for number in numbers],
    )
    assert sentences(agenda, "no-zone") == [sentence]
