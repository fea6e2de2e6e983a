"""Findings about interests: accepted and not seated, declined and seated."""

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import InterestState, Role, SeatState
from planner.models.records import Interest, Seat, Wish
from planner.rules import findings_of
from planner.rules.finding import Finding, Level
from tests.building import entity, make_agenda, person, roundtable, seat

ACCEPTED, DECLINED = InterestState.ACCEPTED, InterestState.DECLINED


def interest(number: int, state: InterestState, *, entity_id: int | None = 1, person_id: int | None = None) -> Interest:
    return Interest(number, entity_id, person_id, "2020-10-01", "typed", "", "", state, number)


def wishes(interest_id: int, *session_ids: int) -> list[Wish]:
    """Sessions asked for, the dearest first."""
    return [
        Wish(interest_id * 100 + place, interest_id, session_id, Role.SPEAKER, place)
        for place, session_id in enumerate(session_ids, start=1)
    ]


def meeting_of(interests: list[Interest], wished: list[Wish], seats: list[Seat]) -> Agenda:
    return make_agenda(
        sessions=[roundtable(1, 600), roundtable(2, 700), roundtable(3)],
        entities=[entity(1, "Portugal")],
        people=[person(1, "Anna", entity=1), person(2, "Bela", entity=1)],
        interests=interests,
        wishes=wished,
        seats=seats,
    )


def rules(agenda: Agenda) -> list[str]:
    about = {"accepted-not-seated", "declined-but-seated"}
    return [finding.rule for finding in findings_of(agenda) if finding.rule in about]


def test_an_accepted_interest_without_a_seat_is_a_warning() -> None:
    agenda = meeting_of([interest(1, ACCEPTED)], wishes(1, 2, 1), [seat(1, 3, entity=1)])
    assert [finding for finding in findings_of(agenda) if finding.rule == "accepted-not-seated"] == [
        Finding(
            rule="accepted-not-seated",
            level=Level.WARNING,
            title="Accepted, not seated",
            words="Portugal is accepted for Roundtable 2 and Roundtable 1 and has no seat there.",
            session_ids=(2, 1),
        )
    ]


def test_an_accepted_interest_that_names_no_session_needs_any_seat() -> None:
    agenda = meeting_of([interest(1, ACCEPTED, person_id=1)], [], [])
    (finding,) = (finding for finding in findings_of(agenda) if finding.rule == "accepted-not-seated")
    assert finding.sentence == "Anna Example is accepted and has no seat."
    assert rules(meeting_of([interest(1, ACCEPTED, person_id=1)], [], [seat(1, 3, person=1)])) == []


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (seat(1, 1, entity=1), []),
        (seat(1, 1, person=1), []),
        (seat(1, 1, person=2), []),
        (seat(1, 1, entity=1, state=SeatState.WITHDRAWN), ["accepted-not-seated"]),
        (seat(1, 2, entity=1), ["accepted-not-seated"]),
    ],
)
def test_a_seat_of_the_person_or_the_entity_in_a_session_asked_for_is_enough(held: Seat, expected: list[str]) -> None:
    assert rules(meeting_of([interest(1, ACCEPTED, person_id=1)], wishes(1, 1), [held])) == expected


def test_an_accepted_interest_of_nobody_is_left_in_peace() -> None:
    assert rules(meeting_of([interest(1, ACCEPTED, entity_id=None)], wishes(1, 1), [])) == []


def test_a_declined_interest_that_is_seated_is_a_note() -> None:
    agenda = meeting_of([interest(1, DECLINED)], wishes(1, 1, 2), [seat(7, 1, entity=1), seat(8, 3, entity=1)])
    assert [finding for finding in findings_of(agenda) if finding.rule == "declined-but-seated"] == [
        Finding(
            rule="declined-but-seated",
            level=Level.NOTE,
            title="Declined, yet seated",
            words="The interest of Portugal is declined, and there is a seat in Roundtable 1 all the same.",
            session_ids=(1,),
            seat_ids=(7,),
        )
    ]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (seat(1, 1, person=1), ["declined-but-seated"]),
        (seat(1, 1, entity=1), ["declined-but-seated"]),
        (seat(1, 1, entity=1, person=2), []),
        (seat(1, 1, person=1, state=SeatState.DECLINED), []),
        (seat(1, 2, person=1), []),
    ],
)
def test_a_colleague_in_the_seat_is_no_seat_of_the_declined_person(held: Seat, expected: list[str]) -> None:
    assert rules(meeting_of([interest(1, DECLINED, person_id=1)], wishes(1, 1), [held])) == expected


def test_a_seat_granted_to_another_interest_of_the_same_entity_is_in_order() -> None:
    interests = [interest(1, DECLINED), interest(2, ACCEPTED)]
    assert rules(meeting_of(interests, wishes(1, 1) + wishes(2, 1), [seat(1, 1, entity=1)])) == []


@pytest.mark.parametrize("state", [InterestState.NEW, InterestState.SHORTLISTED, InterestState.RESERVE])
def test_an_interest_that_is_not_decided_says_nothing(state: InterestState) -> None:
    assert rules(meeting_of([interest(1, state)], wishes(1, 1), [seat(1, 1, entity=1)])) == []
    assert rules(meeting_of([interest(1, state)], wishes(1, 1), [])) == []
