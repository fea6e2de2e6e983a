"""Rows of another copy under the numbers that they have here: known by their marks, never by their number alone."""

from types import MappingProxyType

from planner.models.agenda import Agenda
from planner.models.kinds import Role
from planner.models.records import Coverage, Day, Objective
from planner.models.row_marks import Marks
from planner.rules.merge_numbers import numbers_here, renumbered
from planner.rules.merging import Merge, merge_of
from tests.building import entity, make_agenda, seat, session

FIRST, SECOND = 1, 2
NOTHING: Marks = MappingProxyType({})


def base() -> Agenda:
    return make_agenda(
        sessions=[session(FIRST, "First", 600), session(SECOND, "Second", 700)],
        entities=[entity(1, "Examplia")],
        objectives=[Objective(2, 2, "Two", "Two")],
    )


def marks_of(agenda: Agenda, more: Marks = NOTHING) -> dict[str, dict[str, int]]:
    """Rows that were there before the copies parted are known by their first number."""
    tables = ("days", "windows", "rooms", "sessions", "entities", "objectives")
    first = {table: {str(row_id): row_id for row_id in getattr(agenda, table)} for table in tables}
    return first | {table: first.get(table, {}) | dict(given) for table, given in more.items()}


def merged(ours: Agenda, own: Marks, theirs: Agenda, other: Marks) -> Merge:
    used = {table: max(given.values(), default=0) for table, given in own.items()}
    numbers = numbers_here(ours, own, [theirs], other, used)
    return merge_of(base(), ours, renumbered(theirs, numbers))


def test_rows_added_under_one_number_in_both_copies_are_both_kept() -> None:
    ours = base().with_records([("sessions", 3, session(3, "Ours", 800))])
    theirs = base().with_records(
        [("sessions", 3, session(3, "Theirs", 850)), ("seats", 2, seat(2, 3, Role.SPEAKER, entity=1))]
    )
    own, other = (marks_of(base(), {"sessions": {mark: 3}}) for mark in ("made here", "made there"))
    merge = merged(ours, own, theirs, other)
    assert merge.conflicts == ()
    assert {row_id: held.title for row_id, held in merge.merged.sessions.items()} == {
        FIRST: "First", SECOND: "Second", 3: "Ours", 4: "Theirs",
    }  # fmt: skip
    assert merge.merged.seats[2].session_id == 4


def test_a_row_that_came_to_both_by_another_way_is_one_under_two_numbers() -> None:
    ours = base().with_records([("sessions", 5, session(5, "Theirs", 850, minutes=45))])
    theirs = base().with_records([("sessions", 3, session(3, "Theirs", 850, minutes=45))])
    own, other = (marks_of(base(), {"sessions": {"made there": number}}) for number in (5, 3))
    merge = merged(ours, own, theirs, other)
    assert (merge.merged, merge.conflicts) == (ours, ())


def test_the_same_objective_set_in_both_copies_is_there_once() -> None:
    ours = base().with_records([("coverage", 2, Coverage(2, SECOND, 2))])
    theirs = base().with_records([("coverage", 2, Coverage(2, FIRST, 2)), ("coverage", 3, Coverage(3, SECOND, 2))])
    own = marks_of(base(), {"coverage": {"made here": 2}})
    held = merged(ours, own, theirs, marks_of(base())).merged.coverage.values()
    assert sorted((row.session_id, row.objective_id) for row in held) == [(FIRST, 2), (SECOND, 2)]


def test_one_day_added_in_both_copies_is_one() -> None:
    ours = base().with_records([("days", 3, Day(3, "2020-11-14"))])
    theirs = base().with_records([("days", 3, Day(3, "2020-11-15")), ("days", 4, Day(4, "2020-11-14"))])
    own, other = marks_of(base(), {"days": {"made here": 3}}), marks_of(base(), {"days": {"a": 3, "b": 4}})
    merge = merged(ours, own, theirs, other)
    assert {row_id: day.date for row_id, day in merge.merged.days.items() if row_id > 2} == {
        3: "2020-11-14", 5: "2020-11-15",
    }  # fmt: skip
