"""Where sessions go when they are shifted or swapped, and what stands in the way."""

import pytest

from planner.errors import RuleBroken
from planner.models.agenda import Agenda
from planner.models.records import Session, Spot, Window
from planner.rules.shifting import Move, gap_before, plan_shift, plan_swap
from tests.building import FRIDAY, PLENARY, THURSDAY, make_agenda, room, session

GARDEN = 2


def day_of(*sessions: Session) -> Agenda:
    return make_agenda(rooms=[room(PLENARY, "Plenary"), room(GARDEN, "Garden room")], sessions=sessions)


def starts(moves: tuple[Move, ...]) -> dict[int, int]:
    return {move.session_id: move.spot_to.start_minute for move in moves}


def spot(start: int, *, day: int = THURSDAY, room_id: int = PLENARY) -> Spot:
    return Spot(day, start, room_id)


OPENING = session(1, "Opening", 600, 30)
TALK = session(2, "Talk", 640, 60)
BREAK = session(3, "Break", 700, 30)
CLOSING_PINNED = session(4, "Closing", 900, 40, pinned=True)


def test_a_shift_moves_the_session_and_all_later_ones() -> None:
    assert plan_shift(day_of(OPENING, TALK, BREAK), 2, 15) == (
        Move(2, spot(640), spot(655)),
        Move(3, spot(700), spot(715)),
    )


def test_a_shift_leaves_other_rooms_and_days_alone() -> None:
    elsewhere = session(5, "Elsewhere", 800, room=GARDEN), session(6, "Tomorrow", 800, day=FRIDAY)
    assert starts(plan_shift(day_of(TALK, *elsewhere), 2, 15)) == {2: 655}


def test_a_pinned_session_stays() -> None:
    assert starts(plan_shift(day_of(TALK, BREAK, CLOSING_PINNED), 2, 170)) == {2: 810, 3: 870}


def test_a_shift_by_nothing_moves_nothing() -> None:
    assert plan_shift(day_of(TALK), 2, 0) == ()


@pytest.mark.parametrize("by_minutes", [171, 205])
def test_a_shift_into_or_past_a_pinned_session_is_refused(by_minutes: int) -> None:
    with pytest.raises(RuleBroken) as refusal:
        plan_shift(day_of(BREAK, CLOSING_PINNED), 3, by_minutes)
    assert refusal.value.sentence == "Break would run into Closing, pinned at 15:00. Unpin that one, or shift by less."


def test_a_shift_back_into_a_pinned_session_is_refused() -> None:
    pinned = session(1, "Opening", 600, 30, pinned=True)
    assert starts(plan_shift(day_of(pinned, TALK), 2, -10)) == {2: 630}
    with pytest.raises(RuleBroken) as refusal:
        plan_shift(day_of(pinned, TALK), 2, -11)
    assert refusal.value.sentence == "Talk would run into Opening, pinned at 10:00. Unpin that one, or shift by less."


def test_a_shift_out_of_the_hours_names_the_session_that_would_leave_them() -> None:
    with pytest.raises(RuleBroken) as refusal:
        plan_shift(day_of(TALK, session(3, "Break", 800, 30)), 2, 120)
    assert refusal.value.sentence == "Break cannot move. Thu 12 Nov is open 10:00–15:40 CET; this would end at 15:50."


def test_a_pinned_or_waiting_session_starts_no_shift() -> None:
    with pytest.raises(RuleBroken) as pinned:
        plan_shift(day_of(CLOSING_PINNED), 4, 5)
    assert pinned.value.sentence == "Closing is pinned. Unpin it first."
    with pytest.raises(RuleBroken) as waiting:
        plan_shift(day_of(session(5, "Waiting")), 5, 5)
    assert waiting.value.sentence == "Waiting is not placed yet. Place it on the timetable first."


@pytest.mark.parametrize(
    ("sessions", "gap"),
    [
        pytest.param((OPENING, TALK), 10, id="after the session before"),
        pytest.param((TALK,), 40, id="after the window's start"),
        pytest.param((session(1, "Opening", 600, 40), TALK), 0, id="touching"),
        pytest.param((session(1, "Opening", 600, 60), TALK), 0, id="overlapping"),
        pytest.param((session(1, "Opening", 600, 40, room=GARDEN), TALK), 40, id="other rooms do not count"),
        pytest.param((session(1, "Long", 600, 35), session(5, "Short", 605, 5), TALK), 5, id="the latest end counts"),
    ],
)
def test_the_gap_before_a_session(sessions: tuple[Session, ...], gap: int) -> None:
    assert gap_before(day_of(*sessions), 2) == gap


def test_a_gap_starts_with_the_window_of_the_session() -> None:
    agenda = make_agenda(
        windows=[Window(1, THURSDAY, 540, 620), Window(2, THURSDAY, 630, 940)],
        sessions=[session(1, "Opening", 540, 30), TALK],
    )
    assert gap_before(agenda, 2) == 10


def test_a_session_outside_every_window_has_no_gap() -> None:
    assert gap_before(day_of(session(2, "Early", 500, 30)), 2) == 0


def test_sessions_of_one_room_swap_within_their_hours() -> None:
    assert plan_swap(day_of(OPENING, TALK), 1, 2) == {2: spot(600), 1: spot(670)}
    assert plan_swap(day_of(OPENING, TALK), 2, 1) == {2: spot(600), 1: spot(670)}


def test_overlapping_sessions_swap_inside_the_time_they_take() -> None:
    assert plan_swap(day_of(session(1, "Long", 600, 120), session(2, "Short", 630, 30)), 1, 2) == {
        2: spot(600),
        1: spot(600),
    }


def test_sessions_of_two_rooms_or_days_exchange_their_spots() -> None:
    tomorrow = session(5, "Tomorrow", 800, 20, day=FRIDAY, room=GARDEN)
    assert plan_swap(day_of(TALK, tomorrow), 2, 5) == {2: spot(800, day=FRIDAY, room_id=GARDEN), 5: spot(640)}


def test_a_waiting_session_takes_the_place_of_a_placed_one() -> None:
    assert plan_swap(day_of(TALK, session(5, "Waiting")), 2, 5) == {2: None, 5: spot(640)}
    assert plan_swap(day_of(TALK, session(5, "Waiting")), 5, 2) == {2: None, 5: spot(640)}


def test_a_swap_out_of_the_hours_is_refused() -> None:
    tomorrow = session(5, "Tomorrow", 910, 30, day=FRIDAY)
    with pytest.raises(RuleBroken) as refusal:
        plan_swap(day_of(TALK, tomorrow), 2, 5)
    assert refusal.value.sentence == "Talk cannot move. Fri 13 Nov is open 10:00–15:40 CET; this would end at 16:10."


def test_a_pinned_session_is_not_swapped() -> None:
    with pytest.raises(RuleBroken) as refusal:
        plan_swap(day_of(TALK, CLOSING_PINNED), 2, 4)
    assert refusal.value.sentence == "Closing is pinned. Unpin it first."


@pytest.mark.parametrize(("first", "second"), [(2, 2), (5, 6)])
def test_two_sessions_without_places_have_nothing_to_swap(first: int, second: int) -> None:
    with pytest.raises(RuleBroken) as refusal:
        plan_swap(day_of(TALK, session(5, "Waiting"), session(6, "Waiting too")), first, second)
    assert (
        refusal.value.sentence == "These two have no places to swap. Choose two sessions, one of them on the timetable."
    )
