"""Clashes: who or what is needed twice at once, said in one sentence."""

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Window
from planner.rules import findings_of
from planner.rules.finding import Finding, Level
from tests.building import FRIDAY, THURSDAY, entity, make_agenda, person, room, roundtable, seat, session

PLENARY, GARDEN = 1, 2
ROOMS = (room(PLENARY, "Plenary"), room(GARDEN, "Garden room"))
ANNA, BORIS = person(1, "Anna"), person(2, "Boris")
PORTUGAL = entity(1, "Portugal")


def clashes(agenda: Agenda) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings_of(agenda) if finding.level is Level.CLASH)


def sentences(agenda: Agenda) -> list[str]:
    return [finding.sentence for finding in clashes(agenda)]


def two_rooms(first_role: Role = Role.SPEAKER, second_role: Role = Role.SPEAKER, **second_seat: object) -> Agenda:
    """Anna in Roundtable 2 (13:10-14:25) and, unless told otherwise, in Side event B (12:40-13:40)."""
    values = {"person": ANNA.id} | second_seat
    return make_agenda(
        rooms=ROOMS,
        sessions=[roundtable(2, 790, 75), session(5, "Side event B", 760, 60, room=GARDEN)],
        people=[ANNA, BORIS],
        entities=[PORTUGAL],
        seats=[seat(1, 2, first_role, person=ANNA.id), seat(2, 5, second_role, **values)],  # type: ignore[arg-type]
    )


def one_room(*hours: tuple[int, int], kind: SessionKind = SessionKind.PLENARY) -> Agenda:
    """Sessions "First", "Second"... of (start, minutes) in the plenary, without seats."""
    names = ("First", "Second", "Third")
    return make_agenda(
        sessions=[
            session(index, name, start, minutes, kind=kind)
            for index, (name, (start, minutes)) in enumerate(zip(names, hours, strict=False), start=1)
        ]
    )


def test_a_person_in_two_places_is_named_with_roles_and_the_shared_time() -> None:
    assert clashes(two_rooms(Role.MODERATOR, Role.SPEAKER)) == (
        Finding(
            rule="person-twice",
            level=Level.CLASH,
            title="Speaking in two places",
            words="Anna Example speaks in Side event B and moderates Roundtable 2, Thu 12 Nov 13:10–13:40 CET.",
            session_ids=(5, 2),
            seat_ids=(2, 1),
        ),
    )


@pytest.mark.parametrize(
    ("role", "deed"),
    [
        (Role.CHAIR, "chairs Side event B"),
        (Role.MODERATOR, "moderates Side event B"),
        (Role.SPEAKER, "speaks in Side event B"),
        (Role.PANELLIST, "is on the panel of Side event B"),
        (Role.RAPPORTEUR, "reports on Side event B"),
    ],
)
def test_every_role_must_be_present(role: Role, deed: str) -> None:
    assert sentences(two_rooms(Role.SPEAKER, role)) == [
        f"Anna Example {deed} and speaks in Roundtable 2, Thu 12 Nov 13:10–13:40 CET."
    ]


@pytest.mark.parametrize("state", [SeatState.PROPOSED, SeatState.INVITED, SeatState.CONFIRMED])
def test_a_seat_that_is_only_proposed_counts(state: SeatState) -> None:
    assert sentences(two_rooms(state=state)) == [
        "Anna Example speaks in Side event B and speaks in Roundtable 2, Thu 12 Nov 13:10–13:40 CET."
    ]


@pytest.mark.parametrize("state", [SeatState.DECLINED, SeatState.WITHDRAWN])
def test_a_seat_declined_or_withdrawn_does_not_count(state: SeatState) -> None:
    assert sentences(two_rooms(state=state)) == []


def test_two_different_people_at_once_are_no_clash() -> None:
    assert sentences(two_rooms(person=BORIS.id)) == []


def test_a_moderator_who_also_speaks_in_the_same_session_is_no_clash() -> None:
    agenda = make_agenda(
        sessions=[roundtable(2, 790)],
        people=[ANNA],
        seats=[seat(1, 2, Role.MODERATOR, person=ANNA.id), seat(2, 2, Role.SPEAKER, person=ANNA.id)],
    )
    assert sentences(agenda) == []


def test_two_roles_in_one_session_make_one_clash_with_another() -> None:
    agenda = two_rooms()
    both = agenda.with_records([("seats", 3, seat(3, 2, Role.MODERATOR, person=ANNA.id))])
    assert [(finding.sentence, finding.seat_ids) for finding in clashes(both)] == [
        ("Anna Example speaks in Side event B and moderates Roundtable 2, Thu 12 Nov 13:10–13:40 CET.", (2, 3, 1))
    ]


def test_a_declined_role_beside_another_is_not_named() -> None:
    declined = seat(3, 2, Role.CHAIR, person=ANNA.id, state=SeatState.DECLINED)
    agenda = two_rooms().with_records([("seats", 3, declined)])
    assert [(finding.sentence, finding.seat_ids) for finding in clashes(agenda)] == [
        ("Anna Example speaks in Side event B and speaks in Roundtable 2, Thu 12 Nov 13:10–13:40 CET.", (2, 1))
    ]


def test_a_person_in_three_sessions_at_once_has_a_clash_for_each_pair() -> None:
    rooms = (*ROOMS, room(3, "Library"))
    agenda = make_agenda(
        rooms=rooms,
        sessions=[session(number, f"Session {number}", 600, 60, room=number) for number in (1, 2, 3)],
        people=[ANNA],
        seats=[seat(number, number, person=ANNA.id) for number in (1, 2, 3)],
    )
    assert [finding.session_ids for finding in clashes(agenda)] == [(1, 2), (1, 3), (2, 3)]


def test_the_same_hours_on_another_day_are_no_clash() -> None:
    agenda = make_agenda(
        sessions=[session(1, "First", 600, day=THURSDAY), session(2, "Second", 600, day=FRIDAY)],
        people=[ANNA],
        seats=[seat(1, 1, person=ANNA.id), seat(2, 2, person=ANNA.id)],
    )
    assert sentences(agenda) == []


def test_a_session_still_to_be_placed_clashes_with_none() -> None:
    agenda = make_agenda(
        sessions=[session(1, "First", 600), session(2, "Second")],
        people=[ANNA],
        seats=[seat(1, 1, person=ANNA.id), seat(2, 2, person=ANNA.id)],
    )
    assert sentences(agenda) == []


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        pytest.param(((600, 30), (630, 30)), [], id="touching ends do not clash"),
        pytest.param(((600, 30), (600, 30)), ["10:00–10:30"], id="identical start and end clash"),
        pytest.param(((600, 90), (630, 30)), ["10:30–11:00"], id="one inside the other"),
        pytest.param(((600, 30), (629, 30)), ["10:29–10:30"], id="a single minute"),
        pytest.param(((600, 30), (600, 60)), ["10:00–10:30"], id="same start"),
    ],
)
def test_the_same_room_twice(hours: tuple[tuple[int, int], ...], expected: list[str]) -> None:
    assert sentences(one_room(*hours)) == [
        f"First and Second are both in Plenary, Thu 12 Nov {span} CET." for span in expected
    ]


def test_a_long_session_clashes_with_each_that_it_covers() -> None:
    assert sentences(one_room((600, 120), (610, 10), (700, 10))) == [
        "First and Second are both in Plenary, Thu 12 Nov 10:10–10:20 CET.",
        "First and Third are both in Plenary, Thu 12 Nov 11:40–11:50 CET.",
    ]


def test_a_break_needs_its_room_too() -> None:
    assert clashes(one_room((600, 30), (615, 30), kind=SessionKind.BREAK)) == (
        Finding(
            rule="room-twice",
            level=Level.CLASH,
            title="The same room twice",
            words="First and Second are both in Plenary, Thu 12 Nov 10:15–10:30 CET.",
            session_ids=(1, 2),
        ),
    )


def test_parallel_rooms_are_no_clash() -> None:
    agenda = make_agenda(rooms=ROOMS, sessions=[session(1, "First", 600), session(2, "Second", 600, room=GARDEN)])
    assert sentences(agenda) == []


PORTUGAL_TWICE = (
    "Portugal speaks in Side event B and speaks in Roundtable 2, Thu 12 Nov 13:10–13:40 CET: "
    "name a different person for each."
)


def delegation(first: int | None, second: int | None, third: int | None = None) -> Agenda:
    """Portugal's seats in Roundtable 2, in Side event B at the same time, and in an earlier Opening."""
    holders = {2: first, 5: second, 7: third}
    return make_agenda(
        rooms=ROOMS,
        sessions=[
            roundtable(2, 790, 75),
            session(5, "Side event B", 760, 60, room=GARDEN),
            session(7, "Opening", 600),
        ],
        people=[ANNA, BORIS],
        entities=[PORTUGAL],
        seats=[seat(id_, id_, person=holder, entity=PORTUGAL.id) for id_, holder in holders.items()],
    )


def test_an_entity_that_names_nobody_cannot_be_in_two_places() -> None:
    assert clashes(delegation(None, None)) == (
        Finding(
            rule="entity-twice",
            level=Level.CLASH,
            title="An entity in two places",
            words=PORTUGAL_TWICE,
            session_ids=(5, 2),
            seat_ids=(5, 2),
        ),
    )


def test_an_entity_whose_only_person_sits_in_one_of_two_places_clashes() -> None:
    assert sentences(delegation(ANNA.id, None)) == [PORTUGAL_TWICE]


def test_an_entity_that_names_two_people_anywhere_does_not_clash() -> None:
    assert sentences(delegation(ANNA.id, None, BORIS.id)) == []
    assert sentences(delegation(ANNA.id, BORIS.id)) == []


def test_the_same_person_twice_is_reported_once_and_not_for_the_entity() -> None:
    assert [finding.rule for finding in clashes(delegation(ANNA.id, ANNA.id))] == ["person-twice"]


def test_a_second_unnamed_seat_beside_the_same_person_twice_is_not_reported_again() -> None:
    agenda = delegation(ANNA.id, ANNA.id).with_records([("seats", 9, seat(9, 5, entity=PORTUGAL.id))])
    assert [finding.rule for finding in clashes(agenda)] == ["person-twice"]


def test_a_person_without_an_entity_on_the_seat_sits_for_their_own() -> None:
    agenda = make_agenda(
        rooms=ROOMS,
        sessions=[roundtable(2, 790, 75), session(5, "Side event B", 760, 60, room=GARDEN)],
        people=[person(1, "Anna", entity=PORTUGAL.id)],
        entities=[PORTUGAL],
        seats=[seat(1, 2, person=1), seat(2, 5, entity=PORTUGAL.id)],
    )
    assert sentences(agenda) == [PORTUGAL_TWICE]


def test_two_unnamed_seats_of_an_entity_in_one_session_are_no_clash() -> None:
    agenda = make_agenda(
        sessions=[roundtable(2, 790)],
        entities=[PORTUGAL],
        seats=[seat(1, 2, entity=PORTUGAL.id), seat(2, 2, entity=PORTUGAL.id)],
    )
    assert sentences(agenda) == []


@pytest.mark.parametrize(
    ("start", "minutes", "wrap_up", "expected"),
    [
        (790, 60, 0, []),
        (790, 60, 1, ["Roundtable 2, Thu 12 Nov 13:10–14:10 CET: the seats and the wrap-up take 1 h 1 min of 1 h."]),
        (790, 45, 0, ["Roundtable 2, Thu 12 Nov 13:10–13:55 CET: the seats take 1 h of 45 min."]),
        (None, 45, 0, ["Roundtable 2, not placed yet: the seats take 1 h of 45 min."]),
    ],
)
def test_seats_that_take_more_than_the_session(
    start: int | None, minutes: int, wrap_up: int, expected: list[str]
) -> None:
    agenda = make_agenda(
        sessions=[roundtable(2, start, minutes, wrap_up=wrap_up)],
        seats=[
            seat(1, 2, minutes=20),
            seat(2, 2, minutes=40),
            seat(3, 2, minutes=30, state=SeatState.DECLINED),
        ],
    )
    assert sentences(agenda) == expected


def test_a_session_that_the_hours_no_longer_hold() -> None:
    agenda = make_agenda(
        windows=[Window(1, THURSDAY, 600, 720), Window(2, THURSDAY, 780, 940)],
        sessions=[session(1, "First", 690, 60), session(2, "Second", 600, day=FRIDAY)],
    )
    assert clashes(agenda) == (
        Finding(
            rule="outside-hours",
            level=Level.CLASH,
            title="Outside the hours",
            words="First, Thu 12 Nov 11:30–12:30 CET: the day is open 10:00–12:00 and 13:00–15:40.",
            session_ids=(1,),
        ),
        Finding(
            rule="outside-hours",
            level=Level.CLASH,
            title="Outside the hours",
            words="Second, Fri 13 Nov 10:00–10:30 CET: the day has no open hours.",
            session_ids=(2,),
        ),
    )
