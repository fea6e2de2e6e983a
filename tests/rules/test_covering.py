"""How well each objective is covered."""

from planner.models.kinds import SessionKind
from planner.rules.covering import Cover, CoverCount, columns_of, count_covered, cover_of
from tests.building import FRIDAY, covers, make_agenda, objective, roundtable, session


def test_an_objective_is_missing_waiting_covered_once_or_twice() -> None:
    agenda = make_agenda(
        sessions=[roundtable(1, 600), roundtable(2)],
        objectives=[objective(number) for number in (1, 2, 3, 4)],
        coverage=covers(1, 1, 4) + covers(2, 2, 4),
    )
    assert [cover_of(agenda, made) for made in agenda.objectives_in_order] == [
        Cover.ONCE,
        Cover.WAITING,
        Cover.MISSING,
        Cover.TWICE,
    ]
    assert count_covered(agenda) == CoverCount(objectives=4, covered=2, twice=1)


def test_sessions_come_in_time_order_then_those_to_be_placed_and_breaks_are_left_out() -> None:
    agenda = make_agenda(
        sessions=[
            roundtable(1),
            roundtable(2, 600, day=FRIDAY),
            roundtable(3, 700),
            session(4, "Break", 660, kind=SessionKind.BREAK),
            session(5, "Reserve", 800, kind=SessionKind.RESERVE),
        ]
    )
    assert [made.id for made in columns_of(agenda)] == [3, 2, 1]
