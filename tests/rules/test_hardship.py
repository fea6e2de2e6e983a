"""Points of hardship: of seats, people, entities, sessions and the draft; and who is outside comfortable hours."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from planner.local_times import LocalTime
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Entity, Seat, Session, Spot
from planner.rules.comfort import Comfort
from planner.rules.hardship import SeatHardship, hardship_of, seat_hardship, seat_points
from planner.rules.strained import strained_at
from tests.building import (
    FRIDAY,
    PLENARY,
    THURSDAY,
    entity,
    make_agenda,
    make_meeting,
    person,
    roundtable,
    seat,
    session,
)

CANADA, KYRGYZSTAN, SWITZERLAND, NOWHERE = 1, 2, 3, 4


def somewhere(entity_id: int, name: str, zone: str) -> Entity:
    return replace(entity(entity_id, name), zone=zone)


ENTITIES = [
    somewhere(CANADA, "Canada", "America/Vancouver"),
    somewhere(KYRGYZSTAN, "Kyrgyzstan", "Asia/Bishkek"),
    somewhere(SWITZERLAND, "Switzerland", "Europe/Zurich"),
    entity(NOWHERE, "Nowhere"),
]


def meeting_of(sessions: Iterable[Session], seats: Iterable[Seat]) -> Agenda:
    return make_agenda(
        entities=ENTITIES,
        people=[replace(person(1, "Ann", entity=CANADA), zone="Asia/Vladivostok"), person(2, "Ben", entity=CANADA)],
        sessions=sessions,
        seats=seats,
    )


def one_seat(start: int | None, minutes: int = 60, **values: int | SeatState) -> float:
    """The points of a seat in a roundtable on Thursday; held by Canada unless told otherwise."""
    held = seat(1, 1, **({"entity": CANADA} | values))  # type: ignore[arg-type]
    return seat_points(meeting_of([roundtable(1, start, minutes)], [held]), held)


def test_an_hour_at_night_is_six_points() -> None:
    assert one_seat(600) == 6  # 01:00 in Vancouver


def test_an_hour_in_working_hours_is_none() -> None:
    assert one_seat(600, entity=SWITZERLAND) == 0


def test_a_session_over_two_bounds_adds_its_minutes() -> None:
    # 13:40-15:10 is 18:40-20:10 in Bishkek: 80 minutes stretched, 10 late.
    assert one_seat(820, 90, entity=KYRGYZSTAN) == pytest.approx((80 + 3 * 10) / 60)


def test_a_person_sits_on_their_own_clock_and_not_on_that_of_the_entity() -> None:
    assert one_seat(600, person=1) == 1  # 19:00-20:00 in Vladivostok
    assert one_seat(600, person=2) == 0  # nobody knows where


@pytest.mark.parametrize("state", [SeatState.DECLINED, SeatState.WITHDRAWN])
def test_a_seat_that_does_not_count_has_none(state: SeatState) -> None:
    assert one_seat(600, state=state) == 0


def test_a_seat_without_an_hour_has_none() -> None:
    assert one_seat(None) == 0


@pytest.mark.parametrize("kind", [SessionKind.BREAK, SessionKind.RESERVE])
def test_breaks_and_reserves_are_hard_for_nobody(kind: SessionKind) -> None:
    held = seat(1, 1, entity=CANADA)
    agenda = meeting_of([session(1, "", 600, 60, kind=kind)], [held])
    assert seat_hardship(agenda, held) is None
    assert hardship_of(agenda).draft == 0


def test_a_seat_knows_its_worst_minute_and_its_clock_at_the_start() -> None:
    held = seat(1, 1, entity=CANADA)
    agenda = meeting_of([roundtable(1, 900, 60)], [held])  # 06:00-07:00 in Vancouver
    local = LocalTime(date(2020, 11, 12), 360, 0, -480)
    assert seat_hardship(agenda, held) == SeatHardship(3, Comfort.EARLY_OR_LATE, local)


def test_points_add_up_by_session_person_entity_and_draft() -> None:
    agenda = meeting_of(
        [roundtable(1, 600, 60), roundtable(2, 600, 60, day=FRIDAY)],
        [
            seat(1, 1, Role.MODERATOR, entity=CANADA),
            seat(2, 1, entity=CANADA),
            seat(3, 1, person=1),
            seat(4, 2, entity=CANADA, person=1),
            seat(5, 2, entity=NOWHERE),
            seat(6, 2, entity=SWITZERLAND),
        ],
    )
    found = hardship_of(agenda)
    assert found.sessions == {1: 13, 2: 1}
    assert found.people == {1: 2}
    assert found.entities == {CANADA: 14}
    assert found.draft == 14
    assert {seat_id: held.points for seat_id, held in found.seats.items()} == {1: 6, 2: 6, 3: 1, 4: 1, 6: 0}


def test_each_seat_alone_has_what_it_has_in_the_sum() -> None:
    agenda = meeting_of([roundtable(1, 700, 75)], [seat(1, 1, entity=CANADA), seat(2, 1, entity=KYRGYZSTAN)])
    assert hardship_of(agenda).seats == {seat_id: seat_hardship(agenda, held) for seat_id, held in agenda.seats.items()}


def test_the_same_picture_is_counted_once() -> None:
    agenda = meeting_of([roundtable(1, 700, 75)], [seat(1, 1, entity=CANADA)])
    assert hardship_of(agenda) is hardship_of(agenda)


def test_bounds_of_the_meeting_decide() -> None:
    agenda = make_agenda(
        meeting=[replace(make_meeting(), awake_start_minute=0, comfortable_start_minute=0, working_start_minute=0)],
        entities=ENTITIES,
        sessions=[roundtable(1, 600, 60)],
        seats=[seat(1, 1, entity=CANADA)],
    )
    assert hardship_of(agenda).draft == 0


# -- who is outside comfortable hours -----------------------------------------------------------------------------


def strained(agenda: Agenda, start: int, minutes: int = 60) -> list[tuple[int, str, int, int, Comfort]]:
    found = strained_at(agenda, 1, Spot(THURSDAY, start, PLENARY), minutes)
    return [(one.seat.id, one.zone, one.start.minute, one.end_minute, one.worst) for one in found]


def test_who_is_outside_comfortable_hours_comes_worst_first_and_once() -> None:
    agenda = meeting_of(
        [roundtable(1)],
        [
            seat(1, 1, Role.MODERATOR, person=1),
            seat(2, 1, person=1),
            seat(3, 1, entity=CANADA),
            seat(4, 1, entity=CANADA),
            seat(5, 1, entity=KYRGYZSTAN),
            seat(6, 1, entity=NOWHERE),
            seat(7, 1, entity=SWITZERLAND),
        ],
    )
    assert strained(agenda, 630) == [
        (3, "America/Vancouver", 90, 150, Comfort.ASLEEP),
        (1, "Asia/Vladivostok", 1170, 1230, Comfort.EARLY_OR_LATE),
    ]


def test_an_end_outside_comfortable_hours_counts_too() -> None:
    agenda = meeting_of([roundtable(1)], [seat(1, 1, entity=KYRGYZSTAN)])
    assert strained(agenda, 840) == []  # until 20:00
    assert strained(agenda, 845) == [(1, "Asia/Bishkek", 1145, 1205, Comfort.EARLY_OR_LATE)]


def test_a_longer_session_may_strain_more() -> None:
    agenda = meeting_of([roundtable(1)], [seat(1, 1, entity=KYRGYZSTAN)])
    assert strained(agenda, 840, 65) == [(1, "Asia/Bishkek", 1140, 1205, Comfort.EARLY_OR_LATE)]


def test_seats_that_do_not_count_and_breaks_strain_nobody() -> None:
    declined = seat(1, 1, entity=CANADA, state=SeatState.DECLINED)
    assert strained(meeting_of([roundtable(1)], [declined]), 600) == []
    pause = session(1, kind=SessionKind.BREAK)
    assert strained(meeting_of([pause], [seat(1, 1, entity=CANADA)]), 600) == []
