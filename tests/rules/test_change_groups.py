"""Changes under the session or the person they are about, each with that reader's own hours."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Ruler
from planner.rules.change import Change
from planner.rules.change_groups import ChangeGroup, groups_by_person, groups_by_session
from planner.rules.changes import changes_between
from tests.building import entity, make_agenda, make_meeting, person, roundtable, seat

Grouping = Callable[[Agenda, Agenda, Sequence[Change]], tuple[ChangeGroup, ...]]
TOLD = "Roundtable 1 moves from Thu 10:00 to Thu 11:00 CET"
PEOPLE = [replace(person(1, "Anna"), zone="America/Toronto"), person(2, "Ben")]
SEATS = [seat(1, 1, Role.MODERATOR, person=1), seat(2, 1, person=2), seat(3, 1, entity=1)]
ENTITIES = [replace(entity(1, "Examplia"), zone="Asia/Bishkek")]


def meeting(start: int, *, title: str = "Regional Review", second: int = 700) -> Agenda:
    return make_agenda(
        meeting=[replace(make_meeting(), title=title)],
        sessions=[roundtable(1, start), roundtable(2, second)],
        people=PEOPLE,
        entities=ENTITIES,
        seats=SEATS,
        rulers=[Ruler(1, "Asia/Tbilisi", 1)],
    )


def groups(before: Agenda, after: Agenda, grouping: Grouping) -> list[tuple[str, tuple[str, ...]]]:
    found = grouping(before, after, changes_between(before, after))
    return [(group.heading, group.sentences) for group in found]


def test_by_session_new_hours_are_told_in_the_first_ruler_as_well() -> None:
    assert groups(meeting(600), meeting(660), groups_by_session) == [("RT1", (f"{TOLD} (14:00 in Tbilisi).",))]


def test_by_person_each_reads_their_own_hour() -> None:
    assert groups(meeting(600), meeting(660), groups_by_person) == [
        ("Anna Example", (f"{TOLD} (05:00 in Toronto).",)),
        ("Ben Example", (f"{TOLD}.",)),
        ("Examplia", (f"{TOLD} (16:00 in Bishkek).",)),
    ]


def test_what_concerns_everybody_comes_first_and_what_concerns_nobody_last() -> None:
    told = groups(meeting(600), meeting(660, title="Another", second=760), groups_by_person)
    assert [heading for heading, _sentences in told] == [
        "Everybody", "Anna Example", "Ben Example", "Examplia", "Nobody in particular",
    ]  # fmt: skip
    told = groups(meeting(600), meeting(660, title="Another", second=760), groups_by_session)
    assert [heading for heading, _sentences in told] == ["The meeting", "RT1", "RT2"]


def test_somebody_who_is_gone_is_named_as_they_were() -> None:
    before = meeting(600)
    after = replace(before, people={2: PEOPLE[1]}, seats={2: SEATS[1], 3: SEATS[2]})
    assert groups(before, after, groups_by_person) == [
        (
            "Anna Example",
            (
                "Roundtable 1 no longer includes Anna Example (moderator).",
                "The list of people no longer includes Anna Example.",
            ),
        )
    ]
    assert [heading for heading, _sentences in groups(before, after, groups_by_session)] == [
        "RT1", "People and entities",
    ]  # fmt: skip


def test_equal_states_have_no_groups() -> None:
    assert groups(meeting(600), meeting(600), groups_by_session) == []
    assert groups(meeting(600), meeting(600), groups_by_person) == []
