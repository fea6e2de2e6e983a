"""Warnings and notes: moderators, confirmed speakers and objectives that are missing or doubled."""

from dataclasses import replace
from typing import Any

import pytest

from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Seat
from planner.rules import findings_of
from planner.rules.finding import Finding, Level
from tests.building import covers, entity, make_agenda, objective, roundtable, seat, session


def meeting_of(**rows: Any) -> Agenda:
    """With an entity for each seat."""
    return make_agenda(entities=[entity(number, f"Entity {number}") for number in range(1, 1000)], **rows)


def held(seat_id: int, session_id: int, role: Role = Role.SPEAKER, state: SeatState = SeatState.CONFIRMED) -> Seat:
    """A seat of an entity of its own."""
    return seat(seat_id, session_id, role, entity=seat_id, state=state)


def sentences(agenda: Agenda, rule: str) -> list[str]:
    return [finding.sentence for finding in findings_of(agenda) if finding.rule == rule]


def test_a_seat_that_nobody_holds_moderates_and_speaks_for_nobody() -> None:
    empty = [seat(1, 1, Role.MODERATOR), seat(2, 1)]
    agenda = meeting_of(sessions=[roundtable(1, 600)], seats=empty)
    assert sentences(agenda, "no-moderator") == ["Roundtable 1, Thu 12 Nov 10:00–11:15 CET, has no moderator."]
    assert sentences(agenda, "no-confirmed-speaker") == [
        "Roundtable 1, Thu 12 Nov 10:00–11:15 CET, has no confirmed speaker."
    ]


def test_a_roundtable_needs_a_moderator() -> None:
    agenda = meeting_of(sessions=[roundtable(1, 600), roundtable(2), session(3, "Side event", 800)])
    assert sentences(agenda, "no-moderator") == [
        "Roundtable 1, Thu 12 Nov 10:00–11:15 CET, has no moderator.",
        "Roundtable 2, not placed yet, has no moderator.",
    ]


@pytest.mark.parametrize(
    ("state", "missing"),
    [
        (SeatState.PROPOSED, False),
        (SeatState.INVITED, False),
        (SeatState.CONFIRMED, False),
        (SeatState.DECLINED, True),
        (SeatState.WITHDRAWN, True),
    ],
)
def test_a_moderator_who_is_only_proposed_counts(state: SeatState, missing: bool) -> None:
    agenda = meeting_of(sessions=[roundtable(1, 600)], seats=[held(1, 1, Role.MODERATOR, state=state)])
    assert bool(sentences(agenda, "no-moderator")) is missing


@pytest.mark.parametrize(
    ("kind", "role", "state", "missing"),
    [
        (SessionKind.ROUNDTABLE, Role.SPEAKER, SeatState.CONFIRMED, False),
        (SessionKind.ROUNDTABLE, Role.PANELLIST, SeatState.CONFIRMED, False),
        (SessionKind.ROUNDTABLE, Role.SPEAKER, SeatState.INVITED, True),
        (SessionKind.ROUNDTABLE, Role.MODERATOR, SeatState.CONFIRMED, True),
        (SessionKind.ROUNDTABLE, Role.CHAIR, SeatState.CONFIRMED, True),
        (SessionKind.OPENING, Role.CHAIR, SeatState.CONFIRMED, False),
        (SessionKind.CLOSING, Role.CHAIR, SeatState.CONFIRMED, False),
        (SessionKind.CLOSING, Role.CHAIR, SeatState.INVITED, True),
        (SessionKind.PLENARY, Role.RAPPORTEUR, SeatState.CONFIRMED, True),
        (SessionKind.BREAK, Role.RAPPORTEUR, SeatState.INVITED, False),
        (SessionKind.RESERVE, Role.RAPPORTEUR, SeatState.INVITED, False),
    ],
)
def test_a_session_with_speakers_needs_one_confirmed(
    kind: SessionKind, role: Role, state: SeatState, missing: bool
) -> None:
    agenda = meeting_of(sessions=[session(1, "Session A", 600, kind=kind)], seats=[held(1, 1, role, state=state)])
    expected = ["Session A, Thu 12 Nov 10:00–10:30 CET, has no confirmed speaker."] if missing else []
    assert sentences(agenda, "no-confirmed-speaker") == expected


def confirmed(session_id: int, count: int) -> list[Seat]:
    return [held(session_id * 100 + number, session_id) for number in range(count)]


def test_fewer_confirmed_speakers_than_wanted_are_a_note() -> None:
    agenda = meeting_of(
        sessions=[replace(roundtable(1, 600), target_moderators=0), roundtable(2, 700), roundtable(3)],
        seats=[*confirmed(1, 2), held(9, 1, state=SeatState.INVITED), *confirmed(2, 4)],
    )
    assert [finding for finding in findings_of(agenda) if finding.session_ids == (1,)] == [
        Finding(
            rule="few-confirmed-speakers",
            level=Level.NOTE,
            title="Speakers not confirmed",
            words="Roundtable 1, Thu 12 Nov 10:00–11:15 CET: 2 of 4 speakers confirmed.",
            session_ids=(1,),
        )
    ]
    assert sentences(agenda, "no-confirmed-speaker") == ["Roundtable 3, not placed yet, has no confirmed speaker."]


def test_a_ceremony_with_its_chair_confirmed_lacks_speakers_only_as_a_note() -> None:
    opening = replace(session(1, "Opening", 600, kind=SessionKind.OPENING), target_speakers=1)
    agenda = meeting_of(sessions=[opening], seats=[held(1, 1, Role.CHAIR)])
    assert sentences(agenda, "few-confirmed-speakers") == [
        "Opening, Thu 12 Nov 10:00–10:30 CET: 0 of 1 speaker confirmed."
    ]
    assert sentences(agenda, "no-confirmed-speaker") == []


def test_a_session_that_wants_nobody_lacks_nobody() -> None:
    agenda = meeting_of(sessions=[replace(roundtable(1, 600), target_moderators=0, target_speakers=0)])
    assert findings_of(agenda) == ()


def test_a_roundtable_may_want_two_moderators() -> None:
    agenda = meeting_of(sessions=[replace(roundtable(1, 600), target_moderators=2)], seats=[held(1, 1, Role.MODERATOR)])
    assert sentences(agenda, "no-moderator") == ["Roundtable 1, Thu 12 Nov 10:00–11:15 CET, has 1 of 2 moderators."]


def test_objectives_wait_for_a_session_that_is_not_placed() -> None:
    agenda = meeting_of(
        sessions=[roundtable(1, 600), roundtable(4)],
        objectives=[objective(number) for number in (1, 2, 3, 5, 7, 17, 23)],
        coverage=covers(1, 2) + covers(4, 1, 3, 7, 17, 23),
    )
    found = [finding for finding in findings_of(agenda) if finding.rule == "objective-not-covered"]
    assert found == [
        Finding(
            rule="objective-not-covered",
            level=Level.WARNING,
            title="Objective not covered",
            words="Objective 5 is in no session.",
            session_ids=(),
            objective_ids=(5,),
        ),
        Finding(
            rule="objective-not-covered",
            level=Level.WARNING,
            title="Objectives not covered",
            words="Objectives 1, 3, 7, 17 and 23 are not covered: Roundtable 4 is not placed yet.",
            session_ids=(4,),
            objective_ids=(1, 3, 7, 17, 23),
        ),
    ]


def test_several_objectives_in_no_session_are_one_finding() -> None:
    agenda = meeting_of(objectives=[objective(5), objective(6)])
    assert sentences(agenda, "objective-not-covered") == ["Objectives 5 and 6 are in no session."]


def test_an_objective_that_waits_for_two_sessions_names_both() -> None:
    agenda = meeting_of(
        sessions=[roundtable(3), roundtable(4)], objectives=[objective(5)], coverage=covers(3, 5) + covers(4, 5)
    )
    assert sentences(agenda, "objective-not-covered") == [
        "Objective 5 is not covered: Roundtable 3 and Roundtable 4 are not placed yet."
    ]


def test_an_objective_with_one_of_its_sessions_placed_is_covered() -> None:
    agenda = meeting_of(
        sessions=[roundtable(3, 600), roundtable(4)], objectives=[objective(5)], coverage=covers(3, 5) + covers(4, 5)
    )
    assert sentences(agenda, "objective-not-covered") == []


def test_an_objective_twice() -> None:
    agenda = meeting_of(
        sessions=[roundtable(1, 600), roundtable(2, 700)],
        objectives=[objective(11), objective(12)],
        coverage=covers(1, 11, 12) + covers(2, 12),
    )
    found = [finding for finding in findings_of(agenda) if finding.rule == "objective-twice"]
    assert found == [
        Finding(
            rule="objective-twice",
            level=Level.WARNING,
            title="Objective covered twice",
            words="Objective 12 is in Roundtable 1 and in Roundtable 2.",
            session_ids=(1, 2),
            objective_ids=(12,),
        )
    ]


def test_objectives_that_share_two_sessions_are_one_finding() -> None:
    agenda = meeting_of(
        sessions=[roundtable(1, 600), roundtable(2, 700)],
        objectives=[objective(11), objective(12)],
        coverage=covers(1, 11, 12) + covers(2, 11, 12),
    )
    assert sentences(agenda, "objective-twice") == ["Objectives 11 and 12 are in Roundtable 1 and in Roundtable 2."]


def test_a_meeting_without_objectives_has_no_finding_about_them() -> None:
    assert findings_of(meeting_of()) == ()
