"""The heat of each start of a session: its points, its step, and for whom it is hardest."""

from dataclasses import replace

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import SeatState, SessionKind
from planner.models.records import Window
from planner.rules.hardship import hardship_of
from planner.rules.heat import Heat, heat_name, heat_of, starts_of
from tests.building import FRIDAY, THURSDAY, entity, make_agenda, make_meeting, person, roundtable, seat, session

ZONES = ("America/Toronto", "Asia/Bishkek", "Europe/Zurich")


def meeting_of(*entities: int, minutes: int = 60, **rows: object) -> Agenda:
    """Roundtable 1 with a seat for each of these entities: 1 Toronto, 2 Bishkek, 3 Zurich, 4 unknown."""
    places = [replace(entity(number, f"Entity {number}"), zone=zone) for number, zone in enumerate(ZONES, start=1)]
    usual = {
        "entities": [*places, entity(4, "Nowhere")],
        "sessions": [roundtable(1, 600, minutes)],
        "seats": [seat(number, 1, entity=entity_id) for number, entity_id in enumerate(entities, start=1)],
    }
    return make_agenda(**(usual | rows))  # type: ignore[arg-type]


def test_every_step_at_which_the_session_fits_has_a_heat() -> None:
    heat = heat_of(meeting_of(1, minutes=90), 1)
    starts = [step.start_minute for step in heat.days[THURSDAY]]
    assert starts == list(range(600, 851, 5))
    assert [step.start_minute for step in heat.days[FRIDAY]] == starts


def test_each_start_has_the_points_of_the_session_standing_there() -> None:
    agenda = meeting_of(1, 2, 2, 3, minutes=75)
    for step in heat_of(agenda, 1).days[FRIDAY]:
        moved = replace(agenda.sessions[1], day_id=FRIDAY, start_minute=step.start_minute)
        assert step.points == pytest.approx(hardship_of(agenda.with_records([("sessions", 1, moved)])).draft)


def test_the_worst_seat_is_the_hardest_one_alone() -> None:
    first = heat_of(meeting_of(3, 2, 1, 1), 1).days[THURSDAY][0]  # 10:00 is 04:00 in Toronto
    assert (first.worst_seat_id, first.worst_points, first.points) == (3, 6, 12)


def test_a_start_that_is_hard_for_nobody_names_nobody() -> None:
    first = heat_of(meeting_of(3), 1).days[THURSDAY][0]
    assert (first.heat, first.points, first.worst_seat_id, first.worst_points) == (Heat.NONE, 0, None, 0)


def test_the_steps_follow_the_average_an_hour_and_person() -> None:
    # 10:00 is 04:00 in Toronto: 6 points for one of so many.
    averages = {1: Heat.VERY_HARD, 4: Heat.VERY_HARD, 5: Heat.HARD, 12: Heat.HARD, 13: Heat.SOME}
    found = {people: heat_of(meeting_of(1, *[3] * (people - 1)), 1).days[THURSDAY][0].heat for people in averages}
    assert found == averages


def test_seats_without_a_zone_are_counted_apart() -> None:
    heat = heat_of(meeting_of(1, 4, 4), 1)
    assert (heat.seated, heat.unknown) == (1, 2)


def test_who_does_not_count_and_seats_of_nobody_are_left_out() -> None:
    seats = [seat(1, 1, entity=1, state=SeatState.DECLINED), seat(2, 1)]
    heat = heat_of(meeting_of(seats=seats), 1)
    assert (heat.seated, heat.unknown) == (0, 0)
    assert {step.points for step in heat.days[THURSDAY]} == {0}


def test_a_break_is_hard_for_nobody() -> None:
    heat = heat_of(meeting_of(1, sessions=[session(1, "", 600, kind=SessionKind.BREAK)]), 1)
    assert (heat.seated, heat.days[THURSDAY][0].heat) == (0, Heat.NONE)


def test_each_window_of_a_day_has_its_own_starts() -> None:
    windows = [Window(1, THURSDAY, 600, 660), Window(2, THURSDAY, 720, 785), Window(3, FRIDAY, 600, 630)]
    agenda = meeting_of(1, windows=windows)
    assert starts_of(agenda, THURSDAY, 60) == (range(600, 601, 5), range(720, 726, 5))
    assert [step.start_minute for step in heat_of(agenda, 1).days[THURSDAY]] == [600, 720, 725]
    assert heat_of(agenda, 1).days[FRIDAY] == ()


def test_starts_lie_on_the_grid_as_drops_do() -> None:
    agenda = meeting_of(1, meeting=[replace(make_meeting(), grid_minutes=15)], windows=[Window(1, THURSDAY, 605, 700)])
    assert [step.start_minute for step in heat_of(agenda, 1).days[THURSDAY]] == [615, 630]


def test_the_same_map_serves_until_something_it_depends_on_changes() -> None:
    agenda = meeting_of(1, 2)
    heat = heat_of(agenda, 1)
    moved = agenda.with_records([("sessions", 1, replace(agenda.sessions[1], start_minute=700))])
    assert heat_of(moved, 1) is heat
    longer = agenda.with_records([("sessions", 1, replace(agenda.sessions[1], minutes=90))])
    assert heat_of(longer, 1) != heat
    elsewhere = agenda.with_records([("entities", 2, replace(agenda.entities[2], zone="Asia/Tokyo"))])
    assert heat_of(elsewhere, 1) != heat
    named = agenda.with_records([("people", 1, person(1, "Ann")), ("seats", 1, seat(1, 1, person=1))])
    assert (heat_of(named, 1).seated, heat_of(named, 1).unknown) == (1, 1)
    earlier = agenda.with_records([("windows", 1, Window(1, THURSDAY, 540, 940))])
    assert len(heat_of(earlier, 1).days[THURSDAY]) == len(heat.days[THURSDAY]) + 12


def test_a_meeting_in_july_has_other_hours_than_in_november() -> None:
    november, july = meeting_of(2), meeting_of(2)
    days = [("days", THURSDAY, replace(july.days[THURSDAY], date="2020-07-16"))]
    july = july.with_records(days)
    # 15:00 is 20:00 in Bishkek in November, and 19:00 in July.
    assert heat_of(november, 1).days[THURSDAY][-1].points > heat_of(july, 1).days[THURSDAY][-1].points


def test_every_step_has_its_words() -> None:
    assert [heat_name(heat) for heat in Heat] == ["no hardship", "some", "hard", "very hard"]
