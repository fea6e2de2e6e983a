"""Free and busy hours of people: added, changed, removed, whole days at once."""

from collections.abc import Callable
from typing import Any

import pytest

from planner.document import Document
from planner.edits import availability, people
from planner.errors import InputProblem, RuleBroken
from tests.meetings import ALPHA, BETA

DAYS = ("2020-11-12", "2020-11-13")


def noted(document: Document, person_id: int = ALPHA) -> list[tuple[str, int, int, bool, bool]]:
    rows = document.agenda.availabilities_of(person_id)
    return [(row.date, row.start_minute, row.end_minute, row.free, row.own_clock) for row in rows]


def test_hours_are_added(document: Document, doing: Callable[..., Any]) -> None:
    doing("Add hours of Ann Alpha", availability.add_hours, ALPHA, "2020-11-12", 540, 720)
    doing("Add hours of Ann Alpha", availability.add_hours, ALPHA, "2020-11-12", 0, 60, free=False, own_clock=False)
    assert noted(document) == [("2020-11-12", 0, 60, False, False), ("2020-11-12", 540, 720, True, True)]
    assert noted(document, BETA) == []


def test_hours_are_changed(document: Document, doing: Callable[..., Any]) -> None:
    made = availability.add_hours(document, ALPHA, "2020-11-12", 540, 720)
    doing("Change hours of Ann Alpha", availability.change_hours, made, end_minute=1440, free=False)
    doing("Change hours of Ann Alpha", availability.change_hours, made, date="2020-11-13", own_clock=False)
    assert noted(document) == [("2020-11-13", 540, 1440, False, False)]


def test_hours_are_removed(document: Document, doing: Callable[..., Any]) -> None:
    made = [availability.add_hours(document, ALPHA, day, 540, 720) for day in DAYS]
    doing("Remove hours of Ann Alpha", availability.remove_hours, made)
    assert noted(document) == []


def test_removing_none_is_no_step(no_step: Callable[..., None]) -> None:
    no_step(availability.remove_hours, ())


def test_whole_days_replace_what_was_noted_of_them(document: Document, doing: Callable[..., Any]) -> None:
    availability.add_hours(document, ALPHA, "2020-11-12", 540, 720)
    availability.add_hours(document, ALPHA, "2020-11-14", 540, 720)
    doing("Mark Ann Alpha as busy", availability.set_whole_days, ALPHA, DAYS, free=False)
    assert noted(document) == [
        ("2020-11-12", 0, 1440, False, True),
        ("2020-11-13", 0, 1440, False, True),
        ("2020-11-14", 540, 720, True, True),
    ]
    doing("Mark Ann Alpha as free", availability.set_whole_days, ALPHA, DAYS[:1], free=True)
    assert noted(document)[0] == ("2020-11-12", 0, 1440, True, True)


def test_whole_days_that_are_so_already_are_no_step(document: Document, no_step: Callable[..., None]) -> None:
    availability.set_whole_days(document, ALPHA, DAYS, free=True)
    no_step(availability.set_whole_days, ALPHA, DAYS, free=True)


@pytest.mark.parametrize(("start", "end"), [(600, 600), (700, 600), (-1, 60), (0, 1441)])
def test_hours_are_those_of_one_day(refusal: Callable[..., str], start: int, end: int) -> None:
    sentence = "Hours end after they start and by midnight. For hours over midnight, note each of the two days."
    assert refusal(RuleBroken, availability.add_hours, ALPHA, "2020-11-12", start, end) == sentence


def test_hours_changed_to_none_are_refused(document: Document, refusal: Callable[..., str]) -> None:
    made = availability.add_hours(document, ALPHA, "2020-11-12", 540, 720)
    sentence = "Hours end after they start and by midnight. For hours over midnight, note each of the two days."
    assert refusal(RuleBroken, availability.change_hours, made, start_minute=720) == sentence


def test_what_is_no_date_is_refused(refusal: Callable[..., str]) -> None:
    sentence = "“tomorrow” is no date. Write it like 2020-11-12."
    assert refusal(InputProblem, availability.add_hours, ALPHA, "tomorrow", 0, 60) == sentence
    assert refusal(InputProblem, availability.set_whole_days, ALPHA, ["tomorrow"], free=True) == sentence


def test_who_is_gone_has_no_hours(refusal: Callable[..., str]) -> None:
    sentence = "This is no longer in the meeting. Select something else, or undo."
    assert refusal(RuleBroken, availability.add_hours, 99, "2020-11-12", 0, 60) == sentence
    assert refusal(RuleBroken, availability.remove_hours, [99]) == sentence


def test_hours_go_with_their_person(document: Document, doing: Callable[..., Any]) -> None:
    availability.add_hours(document, ALPHA, "2020-11-12", 540, 720)
    doing("Remove Ann Alpha", people.remove_person, ALPHA)
    assert document.agenda.availabilities == {}


def test_hours_of_merged_people_become_those_of_the_kept_one(document: Document, doing: Callable[..., Any]) -> None:
    availability.add_hours(document, BETA, "2020-11-12", 540, 720)
    doing("Merge Ben Beta into Ann Alpha", people.merge_people, ALPHA, [BETA])
    assert noted(document) == [("2020-11-12", 540, 720, True, True)]
