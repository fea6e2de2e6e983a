"""The register as it is listed: what is accepted, what lapsed, and rules at another level."""

from planner.models.aside_records import Acceptance, RuleLevel
from planner.rules.all_findings import register_of
from planner.rules.register import facts_of
from planner.rules.register_lines import RegisterLine, accepted_words, level_words, register_lines
from tests.building import make_agenda, session

WHEN = "2020-11-05T23:30:00+00:00"


def clashing(**rows: object) -> list[RegisterLine]:
    """Two sessions in one room, and what the register lists of it."""
    agenda = make_agenda(sessions=[session(1, "First", 600), session(2, "Second", 600)], **rows)
    return list(register_lines(agenda, register_of(agenda)))


def acceptance(number: int = 1, facts: str | None = None, name: str = "Ann Alpha") -> Acceptance:
    agenda = make_agenda(sessions=[session(1, "First", 600), session(2, "Second", 600)])
    clash = next(finding for finding in register_of(agenda).open if finding.rule == "room-twice")
    known = facts_of(agenda, clash) if facts is None else facts
    return Acceptance(number, "room-twice", known, "A sentence.", "Both are short.", name, WHEN)


def test_what_is_accepted_has_its_reason_its_name_and_the_day_there() -> None:
    expected = RegisterLine(
        "Accepted", "A sentence.", "Both are short. — Ann Alpha, 6 Nov 2020", "Open again", True, "room-twice", 1
    )
    assert clashing(acceptances=[acceptance()]) == [expected]


def test_without_a_name_the_day_stands_alone() -> None:
    (line,) = clashing(acceptances=[acceptance(name="")])
    assert line.reason == "Both are short. — 6 Nov 2020"


def test_what_no_longer_holds_is_listed_after_what_does() -> None:
    lines = clashing(acceptances=[acceptance(1, facts="other facts"), acceptance(2)])
    assert [(line.state, line.holds, line.acceptance_id) for line in lines] == [
        ("Accepted", True, 2), ("Lapsed", False, 1),
    ]  # fmt: skip


def test_a_rule_that_is_off_is_listed_by_its_title() -> None:
    lines = clashing(rule_levels=[RuleLevel(1, "room-twice", "off"), RuleLevel(2, "never-found", "note")])
    assert [(line.state, line.sentence, line.act, line.rule) for line in lines] == [
        ("Note", "Every finding “Never found” of this meeting", "Its own level", "never-found"),
        ("Off", "Every finding “The same room twice” of this meeting", "Its own level", "room-twice"),
    ]


def test_the_accepted_are_counted() -> None:
    sessions = [session(1, "First", 600), session(2, "Second", 600)]
    one = make_agenda(sessions=sessions, acceptances=[acceptance()])
    assert accepted_words(register_of(one)) == "1 finding is accepted."
    assert accepted_words(register_of(make_agenda(sessions=sessions))) == ""


def test_levels_have_words() -> None:
    assert [level_words(level) for level in ("clash", "warning", "note", "off", None)] == [
        "Clash", "Warning", "Note", "Off", "Its own level",
    ]  # fmt: skip
