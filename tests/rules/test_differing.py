"""What two states of a table have otherwise, and that a table which stayed is not compared again."""

from planner.rules.differing import differing

TABLE = {1: "one", 2: "two", 3: "three"}


def test_records_of_both_states_are_told() -> None:
    assert differing(TABLE, {1: "one", 2: "zwei", 4: "four"}) == ("two", "zwei", "three", "four")


def test_equal_tables_have_nothing_otherwise() -> None:
    assert differing(TABLE, dict(TABLE)) == ()
    assert differing(TABLE, TABLE) == ()


def test_two_tables_are_compared_once() -> None:
    other = {1: "eins"}
    assert differing(TABLE, other) is differing(TABLE, other)
