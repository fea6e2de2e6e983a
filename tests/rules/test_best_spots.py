"""The least bad times of a session: few clashes, then little hardship, then soon; and not the same one five times."""

from dataclasses import replace
from itertools import pairwise

from planner.models.agenda import Agenda
from planner.models.records import Spot, Window
from planner.rules import findings_of_spot
from planner.rules.best_spots import BestSpot, best_spots, spot_now
from planner.rules.hardship import hardship_of
from planner.rules.heat import starts_of
from planner.rules.placing import why_refused
from tests.building import FRIDAY, PLENARY, THURSDAY, entity, make_agenda, room, roundtable, seat, session

ANNEX = 2
TORONTO, BISHKEK = 1, 2


def meeting_of(**rows: object) -> Agenda:
    """Roundtable 1 is to be placed, with a seat for Toronto and one for Bishkek."""
    usual = {
        "entities": [
            replace(entity(TORONTO, "Canada"), zone="America/Toronto"),
            replace(entity(BISHKEK, "Kyrgyzstan"), zone="Asia/Bishkek"),
        ],
        "sessions": [roundtable(1, minutes=60)],
        "seats": [seat(1, 1, entity=TORONTO), seat(2, 1, entity=BISHKEK)],
    }
    return make_agenda(**(usual | rows))  # type: ignore[arg-type]


def places(found: tuple[BestSpot, ...]) -> list[tuple[int, int, int]]:
    return [(best.spot.day_id, best.spot.start_minute, best.spot.room_id) for best in found]


def test_fewer_clashes_come_before_less_hardship() -> None:
    agenda = meeting_of(
        sessions=[roundtable(1, minutes=60), session(2, "Plenary", 720, 220), session(3, "Other", 720, 220, day=FRIDAY)]
    )
    found = best_spots(agenda, 1)
    assert [best.clashes for best in found] == sorted(best.clashes for best in found)
    assert (found[0].clashes, found[0].spot.start_minute, found[0].points) == (0, 600, 6)  # 04:00 in Toronto
    assert (found[-1].clashes, found[-1].points < 6) == (1, True)


def test_among_equal_clashes_less_hardship_comes_first() -> None:
    found = best_spots(meeting_of(), 1)
    assert {best.clashes for best in found} == {0}
    points = [best.points for best in found]
    assert points == sorted(points)


def test_the_best_is_the_best_of_all_starts_counted_one_by_one() -> None:
    agenda = meeting_of(
        rooms=[room(PLENARY, "Plenary"), room(ANNEX, "Annex")],
        sessions=[
            roundtable(1, minutes=60), session(2, "Long", 600, 250), session(3, "Beside", 700, 240, room=ANNEX),
            session(4, "Friday", 650, 290, day=FRIDAY),
        ],
    )  # fmt: skip
    scored = []
    for day_id in (THURSDAY, FRIDAY):
        for start in (start for part in starts_of(agenda, day_id, 60) for start in part):
            for room_id in (PLENARY, ANNEX):
                spot = Spot(day_id, start, room_id)
                moved = replace(agenda.sessions[1], day_id=day_id, start_minute=start, room_id=room_id)
                points = hardship_of(agenda.with_records([("sessions", 1, moved)])).draft
                scored.append((len(findings_of_spot(agenda, 1, spot, 60)), round(points, 9), day_id, start))
    best = best_spots(agenda, 1)[0]
    assert (best.clashes, round(best.points, 9), best.spot.day_id, best.spot.start_minute) == min(scored)


def test_equal_neighbours_are_one_and_say_until_when() -> None:
    agenda = meeting_of(seats=[])
    found = best_spots(agenda, 1)
    assert [(best.spot, best.last_start_minute) for best in found] == [
        (Spot(THURSDAY, 600, PLENARY), 880),
        (Spot(FRIDAY, 600, PLENARY), 880),
    ]


def test_spots_of_one_day_are_at_least_half_an_hour_apart() -> None:
    found = best_spots(meeting_of(), 1)
    assert len(found) == 6
    for day_id in (THURSDAY, FRIDAY):
        starts = sorted(best.spot.start_minute for best in found if best.spot.day_id == day_id)
        assert all(later - earlier >= 30 for earlier, later in pairwise(starts))


def test_no_spot_is_one_that_is_refused() -> None:
    windows = [Window(1, THURSDAY, 600, 690), Window(2, THURSDAY, 720, 770), Window(3, FRIDAY, 600, 655)]
    agenda = meeting_of(windows=windows)
    found = best_spots(agenda, 1)
    assert [why_refused(agenda, best.spot, 60) for best in found] == [None] * len(found)
    assert {best.spot.day_id for best in found} == {THURSDAY}


def test_a_session_too_long_for_every_window_has_none() -> None:
    assert best_spots(meeting_of(sessions=[roundtable(1, minutes=400)]), 1) == ()


def test_a_free_room_is_taken_rather_than_a_busy_one() -> None:
    agenda = meeting_of(
        seats=[],
        rooms=[room(PLENARY, "Plenary"), room(ANNEX, "Annex")],
        sessions=[roundtable(1, minutes=60), session(2, "All day", 600, 340)],
    )
    assert places(best_spots(agenda, 1)) == [(THURSDAY, 600, ANNEX), (FRIDAY, 600, PLENARY)]


def test_its_own_room_comes_first_among_free_ones() -> None:
    agenda = meeting_of(
        seats=[],
        rooms=[room(PLENARY, "Plenary"), room(ANNEX, "Annex")],
        sessions=[roundtable(1, 600, 60, room=ANNEX)],
    )
    assert places(best_spots(agenda, 1)) == [(FRIDAY, 600, ANNEX)]


def test_where_it_stands_is_left_out_but_a_free_room_at_that_hour_is_not() -> None:
    agenda = meeting_of(
        seats=[],
        rooms=[room(PLENARY, "Plenary"), room(ANNEX, "Annex")],
        sessions=[roundtable(1, 600, 60), session(2, "In the same room", 600, 60)],
    )
    assert (THURSDAY, 600, ANNEX) in places(best_spots(agenda, 1))
    alone = meeting_of(seats=[], sessions=[roundtable(1, 600, 60)])
    assert places(best_spots(alone, 1)) == [(FRIDAY, 600, PLENARY)]


def test_the_spot_now_has_the_same_facts() -> None:
    agenda = meeting_of(sessions=[roundtable(1, 600, 60), session(2, "Over it", 630, 30)])
    now = spot_now(agenda, 1)
    assert now is not None
    assert (now.spot, now.clashes, now.points, now.worst_seat_id) == (Spot(THURSDAY, 600, PLENARY), 1, 6, 1)
    assert spot_now(meeting_of(), 1) is None


def test_as_many_as_asked_for() -> None:
    assert len(best_spots(meeting_of(), 1, count=2)) == 2
