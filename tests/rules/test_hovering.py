"""The findings of a spot before the drop are those after it."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest

from planner.models.agenda import Agenda
from planner.models.aside_records import Acceptance, RuleLevel
from planner.models.kinds import Role, SeatState
from planner.models.records import Session, Spot
from planner.rules import findings_of, findings_of_new, findings_of_spot
from planner.rules.all_findings import register_of, register_of_spot
from planner.rules.finding import Finding, Level
from planner.rules.register import facts_of
from tests.building import FRIDAY, PLENARY, THURSDAY, entity, make_agenda, person, room, seat, session

MEETINGS, HOVERS_A_MEETING = 60, 20


def random_meeting(random: Random) -> Agenda:
    """A crowded meeting: few people and entities, three rooms, some sessions outside the hours or waiting."""
    session_ids, rooms = range(1, 16), range(1, 4)
    return make_agenda(
        rooms=[room(number, f"Room {number}") for number in rooms],
        people=[person(1, "Anna", entity=1), person(2, "Boris", entity=2), person(3, "Carla")],
        entities=[entity(1, "Portugal"), entity(2, "Trade unions"), entity(3, "Kyrgyzstan")],
        sessions=[random_session(random, session_id) for session_id in session_ids],
        seats=[
            seat(
                seat_id,
                random.choice(session_ids),
                random.choice(list(Role)),
                person=random.choice([None, 1, 2, 3]),
                entity=random.choice([None, 1, 2, 3]),
                minutes=random.choice([5, 20]),
                state=random.choice(list(SeatState)),
            )
            for seat_id in range(1, 25)
        ],
    )


def random_session(random: Random, session_id: int) -> Session:
    start = random.choice([None, *range(580, 940, 20)])
    minutes, wrap_up = random.choice([20, 40, 90]), random.choice([0, 10])
    spot = random_spot(random)
    return session(
        session_id, f"Session {session_id}", start, minutes, day=spot.day_id, room=spot.room_id, wrap_up=wrap_up
    )


def random_spot(random: Random) -> Spot:
    return Spot(random.choice([THURSDAY, FRIDAY]), random.randrange(580, 940, 10), random.randint(1, 3))


def moved(agenda: Agenda, session_id: int, spot: Spot, minutes: int) -> Agenda:
    there = replace(
        agenda.sessions[session_id],
        day_id=spot.day_id,
        start_minute=spot.start_minute,
        room_id=spot.room_id,
        minutes=minutes,
    )
    return agenda.with_records([("sessions", session_id, there)])


def clashes_with(agenda: Agenda, session_id: int) -> tuple[Finding, ...]:
    found = findings_of(agenda)
    return tuple(one for one in found if one.level is Level.CLASH and session_id in one.session_ids)


@pytest.mark.parametrize("seed", range(MEETINGS))
def test_a_hovering_session_shows_the_clashes_it_has_once_dropped(seed: int) -> None:
    random = Random(seed)
    agenda = random_meeting(random)
    for _hover in range(HOVERS_A_MEETING):
        session_id, spot = random.choice(list(agenda.sessions)), random_spot(random)
        minutes = random.choice([10, 30, 60])
        shown = findings_of_spot(agenda, session_id, spot, minutes)
        assert shown == clashes_with(moved(agenda, session_id, spot, minutes), session_id)


def accepting(agenda: Agenda, findings: Iterable[Finding]) -> Agenda:
    """The meeting in which somebody accepted these findings as they are."""
    rows = [
        Acceptance(
            number, one.rule, facts_of(agenda, one), one.sentence, "Known.", "Secretariat", "2020-11-01T10:00+00:00"
        )
        for number, one in enumerate(findings, start=1)
    ]
    return agenda.with_records(("acceptances", row.id, row) for row in rows)


@pytest.mark.parametrize("seed", range(MEETINGS))
def test_what_was_accepted_at_a_spot_is_accepted_there_while_hovering(seed: int) -> None:
    random = Random(seed)
    agenda = random_meeting(random)
    agenda = accepting(agenda, [one for one in findings_of(agenda) if random.random() < 0.5])
    for placed in agenda.placed_sessions:
        assert placed.spot is not None
        register = register_of_spot(agenda, placed.id, placed.spot, placed.minutes)
        accepted = [one.finding for one in register_of(agenda).accepted]
        assert register.open == clashes_with(agenda, placed.id)
        assert [one.finding for one in register.accepted] == [
            one for one in accepted if one.level is Level.CLASH and placed.id in one.session_ids
        ]


def test_elsewhere_the_same_two_sessions_clash_again() -> None:
    agenda = make_agenda(sessions=[session(1, "Talk", 600, 60), session(2, "Panel", 630, 60)])
    agenda = accepting(agenda, findings_of(agenda))
    assert findings_of_spot(agenda, 2, Spot(THURSDAY, 630, PLENARY), 60) == ()
    assert [one.rule for one in findings_of_spot(agenda, 2, Spot(THURSDAY, 640, PLENARY), 60)] == ["room-twice"]


def test_a_rule_that_is_off_says_nothing_of_a_new_session_either() -> None:
    agenda = make_agenda(sessions=[session(1, "Talk", 600, 60)])
    quiet = agenda.with_records([("rule_levels", 1, RuleLevel(1, "room-twice", "off"))])
    assert len(findings_of_new(agenda, Spot(THURSDAY, 610, PLENARY), 30)) == 1
    assert findings_of_new(quiet, Spot(THURSDAY, 610, PLENARY), 30) == ()


def test_the_random_meetings_show_every_kind_of_clash() -> None:
    rules = {one.rule for seed in range(MEETINGS) for one in findings_of(random_meeting(Random(seed)))}
    assert rules >= {"person-twice", "entity-twice", "room-twice", "seats-too-long", "outside-hours"}


def test_a_session_does_not_clash_with_its_own_old_place() -> None:
    agenda = make_agenda(
        sessions=[session(1, "Talk", 600, 60)], people=[person(1, "Anna")], seats=[seat(1, 1, person=1)]
    )
    assert findings_of_spot(agenda, 1, Spot(THURSDAY, 610, PLENARY), 60) == ()


def test_a_new_session_can_only_find_its_room_taken() -> None:
    agenda = make_agenda(sessions=[session(1, "Talk", 600, 60), session(2, "Panel", 660, 60)])
    assert findings_of_new(agenda, Spot(THURSDAY, 630, PLENARY), 45) == (
        Finding(
            rule="room-twice",
            level=Level.CLASH,
            title="The same room twice",
            words="Talk is in Plenary, Thu 12 Nov 10:30–11:00 CET.",
            session_ids=(1,),
        ),
        Finding(
            rule="room-twice",
            level=Level.CLASH,
            title="The same room twice",
            words="Panel is in Plenary, Thu 12 Nov 11:00–11:15 CET.",
            session_ids=(2,),
        ),
    )
    assert findings_of_new(agenda, Spot(FRIDAY, 630, PLENARY), 45) == ()
