"""Verbs of interests and of replacing: each one step, exact when undone and redone, and nothing when refused."""

from typing import Any

import pytest

from planner.document import Document
from planner.edits.interests import (
    add_interest,
    change_interest,
    move_reserve,
    remove_interests,
    seat_interest,
    set_interest_states,
    set_wishes,
)
from planner.edits.people import add_entity, remove_entity
from planner.edits.seats import replace_holder
from planner.edits.sessions import change_session
from planner.errors import InputProblem, RuleBroken
from planner.models.kinds import InterestState, Role, SeatState, SessionKind
from planner.rules.interests import reserve_list
from tests.meetings import (
    ALPHA,
    BETA,
    CHAIR_SEAT,
    EXAMPLIA,
    FIRST,
    OPEN_SEAT,
    SAMPLE_UNION,
    SECOND,
    SPEAKER_SEAT,
)

SPEAKER, MODERATOR = Role.SPEAKER, Role.MODERATOR
GONE = "This is no longer in the meeting. Select something else, or undo."


def wished(document: Document, interest_id: int) -> list[tuple[int, Role, int]]:
    return [(wish.session_id, wish.role, wish.preference) for wish in document.agenda.wishes_of(interest_id)]


def reserve(document: Document) -> list[int]:
    return [interest.id for interest in reserve_list(document.agenda)]


@pytest.fixture
def three(document: Document) -> list[int]:
    """Three interests of which the last was received first."""
    return [add_interest(document, entity_name=f"State {day}", received=f"2020-10-{day}") for day in (22, 21, 20)]


def test_an_interest_of_somebody_known(document: Document, doing: Any) -> None:
    made = doing("Add the interest of Ann Alpha", add_interest, person_id=ALPHA, received="2020-10-20", note="Early")
    interest = document.agenda.interests[made]
    assert (interest.entity_id, interest.person_id, interest.received) == (EXAMPLIA, ALPHA, "2020-10-20")
    assert (interest.source, interest.note, interest.state) == ("typed", "Early", InterestState.NEW)


def test_an_interest_makes_whom_it_names_and_what_they_ask_for_in_one_step(document: Document, doing: Any) -> None:
    wishes = [(SECOND, SPEAKER, 2), (FIRST, MODERATOR, 1)]
    made = doing(
        "Add the interest of Dora van Delta",
        add_interest, entity_name=" Newland ", person_name="Dora  van Delta", wishes=wishes,
    )  # fmt: skip
    interest = document.agenda.interests[made]
    person = document.agenda.people[interest.person_id or 0]
    assert (person.given_name, person.family_name) == ("Dora", "van Delta")
    assert person.entity_id == interest.entity_id
    assert document.agenda.entities[interest.entity_id or 0].name == "Newland"
    assert wished(document, made) == [(FIRST, MODERATOR, 1), (SECOND, SPEAKER, 2)]


def test_a_known_name_is_not_made_twice(document: Document, doing: Any) -> None:
    made = doing("Add the interest of ben beta", add_interest, entity_name="sample union", person_name="ben beta")
    interest = document.agenda.interests[made]
    assert (interest.entity_id, interest.person_id) == (SAMPLE_UNION, BETA)
    assert len(document.agenda.people) == 2


def test_an_interest_of_nobody_is_refused(refusal: Any) -> None:
    said = "An interest is somebody's. Name an entity or a person."
    assert refusal(RuleBroken, add_interest, entity_name=" ", person_name="") == said
    assert refusal(RuleBroken, add_interest, entity_id=99) == GONE


def test_what_is_no_date_is_refused(document: Document, refusal: Any, three: list[int]) -> None:
    said = "“soon” is no date. Write it like 2020-11-12."
    assert refusal(InputProblem, add_interest, entity_id=EXAMPLIA, received="soon") == said
    assert refusal(InputProblem, change_interest, three[0], received="soon") == said


@pytest.mark.parametrize(
    ("field", "value"),
    [("received", ""), ("note", "By e-mail"), ("state", InterestState.DECLINED), ("entity_id", EXAMPLIA)],
)
def test_every_field_of_an_interest_changes(
    document: Document, doing: Any, three: list[int], field: str, value: Any
) -> None:
    doing("Change the interest of State 22", change_interest, three[0], **{field: value})
    assert getattr(document.agenda.interests[three[0]], field) == value


def test_an_interest_is_given_to_somebody_by_name(document: Document, doing: Any, three: list[int]) -> None:
    doing("Change the interest of State 22", change_interest, three[0], entity_name="examplia", person_name="Ann Alpha")
    interest = document.agenda.interests[three[0]]
    assert (interest.entity_id, interest.person_id) == (EXAMPLIA, ALPHA)
    doing("Change the interest of Ann Alpha", change_interest, three[0], person_name=" ")
    assert document.agenda.interests[three[0]].person_id is None


def test_an_interest_is_given_to_somebody_new_by_name(document: Document, doing: Any, three: list[int]) -> None:
    doing("Change the interest of State 22", change_interest, three[0], person_name="Ms. Cleo Gamma")
    interest = document.agenda.interests[three[0]]
    made = document.agenda.people[interest.person_id or 0]
    assert (made.name, made.honorific, made.entity_id) == ("Cleo Gamma", "Ms.", interest.entity_id)


def test_an_interest_cannot_become_nobodys(refusal: Any, three: list[int]) -> None:
    said = "An interest is somebody's. Name an entity or a person."
    assert refusal(RuleBroken, change_interest, three[0], entity_name="") == said


def test_wishes_are_set_as_a_whole(document: Document, doing: Any, three: list[int]) -> None:
    doing("Change what State 22 asks for", set_wishes, three[0], [(FIRST, SPEAKER, 1), (SECOND, SPEAKER, 2)])
    doing("Change what State 22 asks for", set_wishes, three[0], [(SECOND, SPEAKER, 1), (SECOND, MODERATOR, 0)])
    assert wished(document, three[0]) == [(SECOND, SPEAKER, 1), (SECOND, MODERATOR, 0)]
    doing("Change what State 22 asks for", set_wishes, three[0], [])
    assert wished(document, three[0]) == []


def test_a_break_cannot_be_asked_for(document: Document, refusal: Any, three: list[int]) -> None:
    change_session(document, SECOND, kind=SessionKind.BREAK)
    said = "Second theme has no speakers. Choose another session."
    assert refusal(RuleBroken, set_wishes, three[0], [(SECOND, SPEAKER, 1)]) == said
    assert refusal(RuleBroken, seat_interest, three[0], SECOND, SPEAKER) == said


def test_several_interests_are_judged_in_one_step(document: Document, doing: Any, three: list[int]) -> None:
    doing("Mark 3 interests as shortlisted", set_interest_states, three, InterestState.SHORTLISTED)
    doing("Mark the interest of State 21 as declined", set_interest_states, three[1:2], InterestState.DECLINED)
    states = [document.agenda.interests[interest_id].state for interest_id in three]
    assert states == [InterestState.SHORTLISTED, InterestState.DECLINED, InterestState.SHORTLISTED]


def test_who_comes_to_the_reserve_stands_at_its_end(document: Document, doing: Any, three: list[int]) -> None:
    late = add_interest(document, entity_name="State 1", received="2020-10-01")
    doing("Mark 3 interests as reserve", set_interest_states, three, InterestState.RESERVE)
    assert reserve(document) == three[::-1]
    doing("Change the interest of State 1", change_interest, late, state=InterestState.RESERVE)
    assert reserve(document) == [*three[::-1], late]


def test_the_reserve_is_put_in_order(document: Document, doing: Any, three: list[int], no_step: Any) -> None:
    set_interest_states(document, three, InterestState.RESERVE)
    first, second, third = reserve(document)
    doing("Change the order of the reserve list", move_reserve, third, -2)
    assert reserve(document) == [third, first, second]
    doing("Change the order of the reserve list", move_reserve, third, 99)
    assert reserve(document) == [first, second, third]
    no_step(move_reserve, first, -1)
    no_step(set_interest_states, three, InterestState.RESERVE)
    assert reserve(document) == [first, second, third]


def test_only_the_reserve_has_an_order(refusal: Any, three: list[int]) -> None:
    said = "State 22 is not on the reserve list. Mark the interest as reserve first."
    assert refusal(RuleBroken, move_reserve, three[0], 1) == said


def test_interests_are_removed_with_their_wishes(document: Document, doing: Any, three: list[int]) -> None:
    set_wishes(document, three[0], [(FIRST, SPEAKER, 1)])
    doing("Remove 2 interests", remove_interests, three[:2])
    assert (list(document.agenda.interests), list(document.agenda.wishes)) == (three[2:], [])
    doing("Remove the interest of State 20", remove_interests, three[2:])
    assert list(document.agenda.interests) == []


def test_an_interest_is_seated_and_accepted_in_one_step(document: Document, doing: Any) -> None:
    made = add_interest(document, person_id=ALPHA)
    seat_id = doing("Seat Ann Alpha in Roundtable 2", seat_interest, made, SECOND, SPEAKER)
    seat = document.agenda.seats[seat_id]
    assert (seat.entity_id, seat.person_id, seat.role, seat.minutes) == (EXAMPLIA, ALPHA, SPEAKER, 5)
    assert (seat.state, document.agenda.interests[made].state) == (SeatState.PROPOSED, InterestState.ACCEPTED)


def test_the_same_seat_is_not_given_twice(document: Document, refusal: Any) -> None:
    made = add_interest(document, person_id=ALPHA)
    seat_interest(document, made, SECOND, SPEAKER)
    said = "Ann Alpha has a seat as speaker in Roundtable 2 already. Change that seat instead."
    assert refusal(RuleBroken, seat_interest, made, SECOND, SPEAKER) == said


def test_nobody_cannot_be_seated(document: Document, refusal: Any) -> None:
    newland = add_entity(document, "Newland")
    made = add_interest(document, entity_id=newland)
    remove_entity(document, newland)
    said = "This interest names nobody any longer. Give it an entity or a person first."
    assert refusal(RuleBroken, seat_interest, made, SECOND, SPEAKER) == said


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [
        (set_wishes, (99, ())),
        (set_interest_states, ([99], InterestState.NEW)),
        (move_reserve, (99, 1)),
        (remove_interests, ([99],)),
        (seat_interest, (99, FIRST, SPEAKER)),
    ],
)
def test_an_interest_that_is_gone_is_said(refusal: Any, verb: Any, arguments: Any) -> None:
    assert refusal(RuleBroken, verb, *arguments) == GONE


def test_a_replacement_keeps_who_was_replaced_and_why(document: Document, doing: Any) -> None:
    doing(
        "Replace Ann Alpha by Ben Beta in Roundtable 1",
        replace_holder, CHAIR_SEAT, entity_id=SAMPLE_UNION, person_id=BETA, reason="Ill",
    )  # fmt: skip
    seat = document.agenda.seats[CHAIR_SEAT]
    assert (seat.entity_id, seat.person_id, seat.state) == (SAMPLE_UNION, BETA, SeatState.PROPOSED)
    (kept,) = document.agenda.replacements.values()
    assert (kept.seat_id, kept.entity_id, kept.person_id, kept.reason) == (CHAIR_SEAT, EXAMPLIA, ALPHA, "Ill")


def test_a_replacement_by_a_new_name_of_the_reserve_is_one_step(document: Document, doing: Any) -> None:
    made = add_interest(document, entity_name="Newland")
    set_interest_states(document, [made], InterestState.RESERVE)
    doing(
        "Replace Examplia by Dora Delta in Roundtable 1",
        replace_holder, SPEAKER_SEAT, entity_name="newland", person_name="Dora Delta", interest_id=made,
    )  # fmt: skip
    seat, interest = document.agenda.seats[SPEAKER_SEAT], document.agenda.interests[made]
    assert (seat.entity_id, interest.state) == (interest.entity_id, InterestState.ACCEPTED)
    assert document.agenda.people[seat.person_id or 0].name == "Dora Delta"


def test_an_open_seat_has_nobody_to_keep(document: Document, doing: Any) -> None:
    doing("Seat Ben Beta in Roundtable 2", replace_holder, OPEN_SEAT, person_id=BETA)
    assert (document.agenda.seats[OPEN_SEAT].entity_id, list(document.agenda.replacements)) == (SAMPLE_UNION, [])


def test_a_replacement_by_the_same_or_by_nobody_is_refused(refusal: Any) -> None:
    same = "Ann Alpha has this seat already. Name somebody else."
    assert refusal(RuleBroken, replace_holder, CHAIR_SEAT, entity_id=EXAMPLIA, person_id=ALPHA) == same
    nobody = "Nobody is named. Name an entity or a person, or mark the seat as withdrawn."
    assert refusal(RuleBroken, replace_holder, CHAIR_SEAT, reason="Ill") == nobody
