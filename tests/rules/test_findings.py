"""How findings are ordered and named."""

from planner.models.kinds import Role
from planner.rules import findings_of
from planner.rules.finding import Level, level_name
from tests.building import FRIDAY, make_agenda, objective, person, room, roundtable, seat, session


def test_findings_come_by_level_then_time_then_rule() -> None:
    agenda = make_agenda(
        rooms=[room(1, "Plenary"), room(2, "Garden room")],
        sessions=[
            roundtable(1, 600, day=FRIDAY),
            session(2, "Talk", 600, 60),
            session(3, "Panel", 630, 60),
            session(4, "Walk", 630, 60, room=2),
        ],
        people=[person(1, "Anna")],
        seats=[seat(1, 2, person=1), seat(2, 4, person=1), seat(3, 3, Role.PANELLIST, person=1)],
        objectives=[objective(1)],
    )
    assert [(finding.level, finding.rule, finding.session_ids) for finding in findings_of(agenda)] == [
        (Level.CLASH, "person-twice", (2, 3)),
        (Level.CLASH, "person-twice", (2, 4)),
        (Level.CLASH, "person-twice", (3, 4)),
        (Level.CLASH, "room-twice", (2, 3)),
        (Level.WARNING, "no-confirmed-speaker", (1,)),
        (Level.WARNING, "no-moderator", (1,)),
        (Level.WARNING, "no-zone", (2, 4, 3)),
        (Level.WARNING, "objective-not-covered", ()),
        (Level.NOTE, "few-confirmed-speakers", (2,)),
        (Level.NOTE, "few-confirmed-speakers", (3,)),
        (Level.NOTE, "few-confirmed-speakers", (4,)),
    ]


def test_levels_have_names_and_the_gravest_is_first() -> None:
    assert [level_name(level) for level in sorted(Level, key=lambda level: level.rank)] == ["Clash", "Warning", "Note"]


def test_equal_meetings_have_equal_findings() -> None:
    first, second = (make_agenda(sessions=[roundtable(1, 600), session(2, "Talk", 610)]) for _ in range(2))
    assert first == second
    assert findings_of(first) == findings_of(second)
