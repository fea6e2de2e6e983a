"""Speaking time inside a session: what is given away, what still fits, when each seat begins."""

from dataclasses import replace

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from planner.models.records import Seat, Session
from planner.rules import findings_of
from planner.rules.budget import Budget, budget_of, minutes_of_words, seat_starts
from planner.rules.finding import Finding, Level
from tests.building import make_agenda, make_meeting, roundtable, seat

PANEL = [seat(1, 1, Role.MODERATOR), *(seat(number, 1) for number in (2, 3, 4, 5))]


def meeting_of(session: Session, seats: list[Seat] = PANEL) -> Agenda:
    return make_agenda(sessions=[session], seats=seats)


def ninety(states: int = 0, stakeholders: int = 0) -> Session:
    """The roundtable of the practice: 90 minutes with 10 of wrap-up."""
    return replace(roundtable(1, 600, 90, wrap_up=10), floor_states=states, floor_stakeholders=stakeholders)


def budget(session: Session, seats: list[Seat] = PANEL) -> Budget:
    return budget_of(meeting_of(session, seats), session)


def over_runs(agenda: Agenda) -> list[Finding]:
    return [finding for finding in findings_of(agenda) if finding.rule == "over-run"]


def test_a_roundtable_of_90_minutes_leaves_55_to_the_floor() -> None:
    made = budget(ninety())
    assert (made.leading_minutes, made.speaker_minutes, made.wrap_up_minutes) == (5, 20, 10)
    assert (made.total_minutes, made.free_minutes) == (35, 55)


def test_55_minutes_of_floor_hold_12_states_and_5_stakeholders_with_handover() -> None:
    made = budget(ninety(12, 5))
    assert (made.states_minutes, made.stakeholders_minutes, made.handovers_seconds) == (36, 10, 510)
    assert (made.total_minutes, made.free_minutes, made.over_run_minutes) == (90, 0, 0)
    assert (made.more_states, made.more_stakeholders) == (0, 0)
    assert over_runs(meeting_of(ninety(12, 5))) == []


def test_after_12_states_5_stakeholders_fit_still() -> None:
    made = budget(ninety(12))
    assert (made.free_minutes, made.more_states, made.more_stakeholders) == (13, 3, 5)


def test_15_states_fill_an_empty_floor() -> None:
    made = budget(ninety())
    assert (made.more_states, made.more_stakeholders) == (15, 22)


def test_one_state_more_over_runs() -> None:
    made = budget(ninety(13, 5))
    assert (made.free_minutes, made.over_run_minutes, made.more_states) == (-3, 3, 0)
    assert over_runs(meeting_of(ninety(13, 5))) == [
        Finding(
            rule="over-run",
            level=Level.WARNING,
            title="Over-run",
            words="Roundtable 1, Thu 12 Nov 10:00–11:30 CET, over-runs by 3 minutes with its floor time.",
            session_ids=(1,),
        )
    ]


def test_a_session_to_be_placed_over_runs_as_well() -> None:
    waiting = replace(roundtable(1, None, 10), floor_states=3)
    assert [finding.sentence for finding in over_runs(meeting_of(waiting, []))] == [
        "Roundtable 1, not placed yet, over-runs by 1 minute with its floor time."
    ]


def test_seats_that_are_too_long_already_are_no_over_run_besides() -> None:
    agenda = meeting_of(replace(roundtable(1, 600, 24), floor_states=1))
    assert [finding.rule for finding in findings_of(agenda) if finding.level is Level.CLASH] == ["seats-too-long"]
    assert over_runs(agenda) == []


def test_a_session_has_limits_of_its_own_or_those_of_the_meeting() -> None:
    own = replace(ninety(2, 2), state_limit_minutes=5, stakeholder_limit_minutes=0)
    made = budget(own)
    assert (made.state_limit_minutes, made.states_minutes) == (5, 10)
    assert (made.stakeholder_limit_minutes, made.stakeholders_minutes) == (0, 0)
    assert (budget(ninety()).state_limit_minutes, budget(ninety()).stakeholder_limit_minutes) == (3, 2)


def test_without_limit_and_handover_no_number_of_interventions_is_the_last() -> None:
    session = replace(ninety(), state_limit_minutes=0)
    agenda = make_agenda(meeting=[replace(make_meeting(), handover_seconds=0)], sessions=[session])
    assert budget_of(agenda, session).more_states == 0


def test_a_seat_declined_or_withdrawn_takes_no_time() -> None:
    seats = [seat(1, 1, state=SeatState.DECLINED), seat(2, 1, state=SeatState.WITHDRAWN), seat(3, 1, minutes=7)]
    assert budget(ninety(), seats).speaker_minutes == 7
    assert seat_starts(meeting_of(ninety(), seats), 1) == {3: 600}


def test_seats_begin_one_after_the_other_in_the_order_of_papers() -> None:
    seats = [seat(1, 1, minutes=7), seat(2, 1, Role.MODERATOR), seat(3, 1, minutes=0), seat(4, 1)]
    assert list(seat_starts(meeting_of(ninety(), seats), 1).items()) == [(2, 600), (1, 605), (3, 612), (4, 612)]


def test_seats_of_a_session_to_be_placed_begin_at_no_time() -> None:
    assert seat_starts(meeting_of(roundtable(1)), 1) == {}


@pytest.mark.parametrize(
    ("speech", "pace", "minutes"),
    [("", 120, 0), ("one two three", 120, 1), (120, 120, 1), (121, 120, 2), (600, 110, 6), (5, 0, 5), (-1, 120, 0)],
)
def test_a_minute_begun_counts_whole(speech: str | int, pace: int, minutes: int) -> None:
    assert minutes_of_words(speech, pace) == minutes
