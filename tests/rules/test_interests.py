"""Who wants to take part against who is needed, and the reserve in order."""

from planner.models.agenda import Agenda
from planner.models.kinds import InterestState, Role, SeatState, SessionKind
from planner.models.records import Interest, Wish
from planner.rules.interests import Demand, demands, offers_for, reserve_list, segments
from tests.building import entity, make_agenda, person, roundtable, seat, session

SPEAKER, MODERATOR = Role.SPEAKER, Role.MODERATOR
RESERVE, NEW = InterestState.RESERVE, InterestState.NEW


def interest(
    interest_id: int,
    entity_id: int | None,
    state: InterestState = NEW,
    *,
    received: str = "2020-10-20",
    position: int = 0,
    person_id: int | None = None,
) -> Interest:
    return Interest(interest_id, entity_id, person_id, received, "typed", "", "", state, position)


def wish(wish_id: int, interest_id: int, session_id: int, role: Role = SPEAKER) -> Wish:
    return Wish(wish_id, interest_id, session_id, role, 0)


def review(**rows: object) -> Agenda:
    usual = {
        "sessions": [roundtable(1, 600), roundtable(2, 700), session(9, "Lunch", 675, kind=SessionKind.BREAK)],
        "entities": [entity(number, f"State {number}") for number in range(1, 6)],
        "people": [person(1, "Ann", entity=1)],
    }
    return make_agenda(**usual | rows)  # type: ignore[arg-type]


def test_segments_are_sessions_with_speakers_in_time_order() -> None:
    lunch = session(9, kind=SessionKind.BREAK)
    agenda = review(sessions=[roundtable(2, 700), roundtable(1, 600), roundtable(3), lunch])
    assert [row.id for row in segments(agenda)] == [1, 2, 3]


def test_demand_counts_each_state_and_the_seats_held() -> None:
    agenda = review(
        interests=[
            interest(1, 1),
            interest(2, 2, InterestState.SHORTLISTED),
            interest(3, 3, InterestState.ACCEPTED),
            interest(4, 4, RESERVE),
            interest(5, 5, InterestState.DECLINED),
        ],
        wishes=[wish(number, number, 1) for number in range(1, 6)],
        seats=[
            seat(1, 1, entity=3),
            seat(2, 1),
            seat(3, 1, entity=2, state=SeatState.DECLINED),
            seat(4, 1, MODERATOR, person=1),
        ],
    )
    moderator = Demand(1, MODERATOR, asking=0, shortlisted=0, accepted=0, reserve=0, seated=1, target=1)
    speaker = Demand(1, SPEAKER, asking=4, shortlisted=1, accepted=1, reserve=1, seated=1, target=4)
    assert demands(agenda)[:2] == (moderator, speaker)
    assert (moderator.needed, speaker.needed) == (0, 3)


def test_more_seated_than_the_target_needs_nobody() -> None:
    agenda = review(seats=[seat(number, 1, MODERATOR, entity=number) for number in (1, 2)])
    assert demands(agenda)[0].needed == 0


def test_the_reserve_goes_by_position_then_receipt_then_id() -> None:
    agenda = review(
        interests=[
            interest(1, 1, RESERVE, received=""),
            interest(2, 2, RESERVE, received="2020-10-21"),
            interest(3, 3, RESERVE, received="2020-10-20"),
            interest(4, 4, RESERVE, received="2020-10-20"),
            interest(5, 5, RESERVE, received="2020-10-01", position=1),
            interest(6, 5),
        ]
    )
    assert [row.id for row in reserve_list(agenda)] == [3, 4, 2, 1, 5]


def test_the_reserve_of_a_session_and_role() -> None:
    agenda = review(
        interests=[interest(number, number, RESERVE) for number in (1, 2, 3)],
        wishes=[wish(1, 1, 1), wish(2, 2, 1, MODERATOR), wish(3, 3, 2), wish(4, 3, 1, MODERATOR)],
    )
    assert [row.id for row in reserve_list(agenda, 1)] == [1, 2, 3]
    assert [row.id for row in reserve_list(agenda, 1, SPEAKER)] == [1]
    assert [row.id for row in reserve_list(agenda, role=MODERATOR)] == [2, 3]


def test_a_declined_seat_is_offered_to_the_reserve_for_its_role() -> None:
    declined = seat(1, 1, entity=1, state=SeatState.DECLINED)
    agenda = review(
        interests=[interest(number, number, RESERVE) for number in (1, 2, 3, 4)] + [interest(5, 5)],
        wishes=[wish(1, 1, 1), wish(2, 2, 1), wish(3, 3, 1), wish(4, 4, 1, MODERATOR), wish(5, 5, 1)],
        seats=[declined, seat(2, 1, entity=2)],
    )
    assert [row.id for row in offers_for(agenda, declined)] == [3]


def test_an_interest_that_names_nobody_is_not_offered() -> None:
    open_seat = seat(1, 1)
    agenda = review(interests=[interest(1, None, RESERVE)], wishes=[wish(1, 1, 1)], seats=[open_seat])
    assert offers_for(agenda, open_seat) == ()
