from planner.models.kinds import Role, SeatState, SessionKind
from planner.rules.seats_held import seats_by_entity, seats_by_person, seats_in_full, seats_in_words
from tests.building import entity, make_agenda, person, roundtable, seat, session

AGENDA = make_agenda(
    entities=[entity(1, "Northland")],
    people=[person(1, "Anna")],
    sessions=[roundtable(1, 800), roundtable(2, 600), session(3, "Opening", kind=SessionKind.OPENING)],
    seats=[
        seat(1, 1, Role.MODERATOR, person=1, entity=1),
        seat(2, 2, person=1),
        seat(3, 3, Role.CHAIR, person=1, state=SeatState.DECLINED),
        seat(4, 3, person=1),
        seat(5, 1),
    ],
)  # fmt: skip


def test_seats_stand_in_the_order_of_the_timetable_and_unplaced_ones_last() -> None:
    assert {key: [row.id for row in rows] for key, rows in seats_by_person(AGENDA).items()} == {1: [2, 1, 3, 4]}
    assert {key: [row.id for row in rows] for key, rows in seats_by_entity(AGENDA).items()} == {1: [1]}


def test_the_role_is_named_unless_it_is_the_speakers() -> None:
    assert seats_in_words(AGENDA, seats_by_person(AGENDA)[1]) == "RT2, RT1 moderator, Opening"


def test_in_full_the_declined_ones_are_told_too() -> None:
    assert seats_in_full(AGENDA, seats_by_person(AGENDA)[1]).splitlines() == [
        "Roundtable 2: Speaker, confirmed",
        "Roundtable 1: Moderator, confirmed",
        "Opening: Chair, declined",
        "Opening: Speaker, confirmed",
    ]
