"""Findings about clocks that are moved: around the meeting, and in an hour of it; and labels that do not hold then."""

from dataclasses import replace

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import SessionKind
from planner.models.records import Day, Session
from planner.rules import findings_of
from planner.rules.finding import Finding, Level
from tests.building import entity, make_agenda, make_meeting, person, roundtable, seat, session


def found(agenda: Agenda, rule: str) -> list[Finding]:
    return [finding for finding in findings_of(agenda) if finding.rule == rule]


def sentences(agenda: Agenda, rule: str) -> list[str]:
    return [finding.sentence for finding in found(agenda, rule)]


def meeting_on(*dates: str, zones: tuple[str, ...] = (), zone: str = "Europe/Zurich", label: str = "CET") -> Agenda:
    """One roundtable on the first date, with somebody from each zone."""
    people = [replace(person(number, f"P{number}"), zone=each) for number, each in enumerate(zones, start=1)]
    return make_agenda(
        meeting=[make_meeting(zone=zone, label=label)],
        days=[Day(number, day) for number, day in enumerate(dates, start=1)],
        windows=[],
        sessions=[roundtable(1, 840, 60)],
        people=people,
        seats=[seat(each.id, 1, person=each.id) for each in people],
    )


def test_toronto_moves_its_clocks_before_the_meeting() -> None:
    assert found(meeting_on("2020-11-12", "2020-11-13", zones=("America/Toronto",)), "clock-change") == [
        Finding(
            "clock-change",
            Level.NOTE,
            "Clocks are moved",
            "Toronto puts its clocks back on Sunday, 1 November 2020, 11 days before the meeting: "
            "it is then 6 hours behind Zurich, not 5.",
            (1,),
            (1,),
        )
    ]


def test_cities_that_move_alike_are_one_note() -> None:
    agenda = meeting_on("2020-11-12", zones=("America/Toronto", "America/New_York", "America/Chicago"))
    assert sentences(agenda, "clock-change") == [
        "New York and Toronto put their clocks back on Sunday, 1 November 2020, 11 days before the meeting: "
        "they are then 6 hours behind Zurich, not 5.",
        "Chicago puts its clocks back on Sunday, 1 November 2020, 11 days before the meeting: "
        "it is then 7 hours behind Zurich, not 6.",
    ]


def test_europe_is_told_of_in_a_meeting_elsewhere() -> None:
    assert sentences(meeting_on("2020-10-20", zone="Asia/Bishkek", label="Bishkek"), "clock-change") == [
        "Europe puts its clocks back on Sunday, 25 October 2020, 5 days after the meeting: "
        "until then it is 4 hours behind Bishkek, later 5."
    ]


def test_the_meeting_moves_its_own_clocks_and_europe_with_it() -> None:
    agenda = meeting_on("2020-10-27", zones=("Europe/Berlin", "Europe/Lisbon", "Asia/Bishkek"))
    assert sentences(agenda, "clock-change") == [
        "Europe (Zurich, Berlin and Lisbon) puts its clocks back on Sunday, 25 October 2020, "
        "2 days before the meeting: Zurich is then at UTC+1, not UTC+2."
    ]


def test_the_clocks_move_on_a_day_of_the_meeting() -> None:
    agenda = meeting_on("2020-10-24", "2020-10-25", label="CEST")
    assert sentences(agenda, "clock-change") == [
        "Europe (Zurich) puts its clocks back on Sunday, 25 October 2020, during the meeting: "
        "until then Zurich is at UTC+2, later at UTC+1."
    ]


def test_clocks_go_forward_in_spring() -> None:
    agenda = meeting_on("2021-03-15", zones=("America/New_York",))
    assert sentences(agenda, "clock-change") == [
        "New York puts its clocks forward on Sunday, 14 March 2021, 1 day before the meeting: "
        "it is then 5 hours behind Zurich, not 6.",
        "Europe (Zurich) puts its clocks forward on Sunday, 28 March 2021, 13 days after the meeting: "
        "until then Zurich is at UTC+1, later at UTC+2.",
    ]


def test_half_an_hour_is_said_in_full() -> None:
    assert sentences(meeting_on("2021-04-10", zones=("Australia/Lord_Howe",)), "clock-change") == [
        "Europe (Zurich) puts its clocks forward on Sunday, 28 March 2021, 13 days before the meeting: "
        "Zurich is then at UTC+2, not UTC+1.",
        "Lord Howe puts its clocks back on Sunday, 4 April 2021, 6 days before the meeting: "
        "it is then 8 h 30 min ahead of Zurich, not 9 hours ahead of Zurich.",
    ]


@pytest.mark.parametrize(
    ("day", "noted"), [("2020-11-15", 1), ("2020-11-16", 0), ("2020-10-18", 1), ("2020-10-17", 0), ("2020-11-01", 1)]
)
def test_fourteen_days_before_or_after_are_near(day: str, noted: int) -> None:
    agenda = meeting_on(day, zones=("America/Toronto",), zone="Asia/Bishkek", label="Bishkek")
    notes = [sentence for sentence in sentences(agenda, "clock-change") if sentence.startswith("Toronto")]
    assert len(notes) == noted


def test_the_meeting_of_november_is_far_from_the_change_in_europe() -> None:
    assert found(meeting_on("2020-11-12", "2020-11-13"), "clock-change") == []


def night(*sessions: Session, day: str) -> Agenda:
    return make_agenda(days=[Day(1, day)], windows=[], sessions=sessions)


def test_a_start_at_an_hour_that_comes_twice_is_a_clash_with_both_readings() -> None:
    assert found(night(roundtable(1, 150, 90), day="2020-10-25"), "doubtful-hour") == [
        Finding(
            "doubtful-hour",
            Level.CLASH,
            "An hour that comes twice",
            "Roundtable 1 starts at 02:30 on Sunday, 25 October 2020, which comes twice in Zurich: "
            "02:30 CEST (00:30 UTC) and 02:30 CET (01:30 UTC). Choose an hour that comes once.",
            (1,),
        )
    ]


def test_an_end_at_an_hour_that_does_not_exist_is_a_clash_with_both_readings() -> None:
    assert found(night(roundtable(1, 60, 90), day="2020-03-29"), "doubtful-hour") == [
        Finding(
            "doubtful-hour",
            Level.CLASH,
            "An hour that does not exist",
            "Roundtable 1 ends at 02:30 on Sunday, 29 March 2020, which does not exist in Zurich: "
            "choose 01:30 CET (00:30 UTC) or 03:30 CEST (01:30 UTC).",
            (1,),
        )
    ]


def test_start_and_end_are_both_looked_at() -> None:
    assert [
        sentence[:25] for sentence in sentences(night(roundtable(1, 125, 30), day="2020-03-29"), "doubtful-hour")
    ] == ["Roundtable 1 starts at 02", "Roundtable 1 ends at 02:3"]


def test_other_hours_of_that_night_and_breaks_are_no_clash() -> None:
    pause = session(2, "Pause", 150, 15, kind=SessionKind.BREAK)
    assert found(night(roundtable(1, 180, 90), pause, day="2020-10-25"), "doubtful-hour") == []


@pytest.mark.parametrize(
    ("label", "day", "zone", "sentence"),
    [
        ("CET", "2020-11-12", "Europe/Zurich", None),
        ("Geneva time", "2020-07-09", "Europe/Zurich", None),
        (
            "CET",
            "2020-07-09",
            "Europe/Zurich",
            "Times are labelled CET, but on Thursday, 9 July 2020 Zurich is at UTC+2, which is CEST. "
            "Change the label of the time zone.",
        ),
        (
            "CET",
            "2020-11-12",
            "America/New_York",
            "Times are labelled CET, but on Thursday, 12 November 2020 New York is at UTC−5, which is EST. "
            "Change the label of the time zone.",
        ),
    ],
)
def test_a_label_of_another_time_of_the_year_or_another_place(
    label: str, day: str, zone: str, sentence: str | None
) -> None:
    assert sentences(meeting_on(day, zone=zone, label=label), "zone-label") == ([sentence] if sentence else [])


def test_a_meeting_without_days_or_with_an_unknown_zone_has_no_such_findings() -> None:
    for agenda in (make_agenda(days=[]), make_agenda(meeting=[make_meeting(zone="Europe/Atlantis")])):
        assert [found(agenda, rule) for rule in ("clock-change", "doubtful-hour", "zone-label")] == [[], [], []]


def test_an_entity_that_names_nobody_moves_its_clocks_too() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 840, 60)],
        entities=[replace(entity(1, "Westland"), zone="America/Toronto")],
        seats=[seat(1, 1, entity=1)],
    )
    assert [finding.seat_ids for finding in found(agenda, "clock-change")] == [(1,)]
