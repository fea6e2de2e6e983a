"""Who must be told: whoever's time, role or link changed since the draft they know, until they are told."""

from dataclasses import replace
from datetime import datetime

import pytest

from planner import edits
from planner.document import Document
from planner.errors import RuleBroken
from planner.models.kinds import Role
from planner.models.records import Seat, Session
from planner.rules.seat_changes import holder_of, takes_part
from planner.rules.telling import to_tell

AS_OF = datetime(2020, 11, 5, 18, 0)


def spoken(document: Document) -> tuple[Session, list[Seat]]:
    """The first placed session with people in it, and their seats."""
    for session in document.agenda.placed_sessions:
        seats = [seat for seat in document.agenda.seats_of(session.id) if takes_part(seat)]
        if seats:
            return session, seats
    raise AssertionError


def move(document: Document, session: Session, minutes: int) -> None:
    assert session.spot is not None
    spot = replace(session.spot, start_minute=session.spot.start_minute + minutes)
    edits.sessions.move_session(document, session.id, spot)


def listed(document: Document) -> set[object]:
    return {entry.holder for entry in to_tell(document.agenda)}


def test_nobody_must_be_told_before_a_draft_left_the_house(document: Document) -> None:
    session, _seats = spoken(document)
    move(document, session, 5)
    assert to_tell(document.agenda) == ()


def test_everybody_in_a_moved_session_must_be_told_and_nobody_once_it_is_moved_back(document: Document) -> None:
    session, seats = spoken(document)
    edits.drafts.issue_draft(document, as_of=AS_OF)
    move(document, session, 5)
    assert listed(document) == {holder_of(seat) for seat in seats}
    edits.sessions.move_session(document, session.id, session.spot)
    assert listed(document) == set()


def test_a_change_of_title_concerns_nobody(document: Document) -> None:
    session, _seats = spoken(document)
    edits.drafts.issue_draft(document, as_of=AS_OF)
    edits.sessions.change_session(document, session.id, title="Another title")
    assert listed(document) == set()


def test_they_stay_on_the_list_through_the_next_draft_until_they_are_told(document: Document) -> None:
    session, seats = spoken(document)
    edits.drafts.issue_draft(document, as_of=AS_OF)
    move(document, session, 5)
    edits.drafts.issue_draft(document, as_of=AS_OF)
    holders = {holder_of(seat) for seat in seats}
    assert listed(document) == holders
    edits.telling.mark_told(document, sorted(holders, key=str))
    assert listed(document) == set()
    document.undo()
    assert listed(document) == holders


def test_somebody_new_must_be_told(document: Document) -> None:
    edits.drafts.issue_draft(document, as_of=AS_OF)
    session, _seats = spoken(document)
    entity = edits.people.add_entity(document, "Newcomer")
    edits.seats.add_seat(document, session.id, Role.SPEAKER, entity_id=entity)
    entry = to_tell(document.agenda)[0]
    assert (entry.name, entry.known) == ("Newcomer", None)


def test_somebody_dropped_must_be_told_by_the_name_of_then(document: Document) -> None:
    _session, seats = spoken(document)
    edits.drafts.issue_draft(document, as_of=AS_OF)
    edits.seats.remove_seat(document, seats[0].id)
    assert holder_of(seats[0]) in listed(document)


def test_nobody_is_marked_as_told_of_what_is_in_no_draft(document: Document) -> None:
    session, seats = spoken(document)
    with pytest.raises(RuleBroken, match="Issue a draft first"):
        edits.telling.mark_told(document, [holder_of(seats[0])])
    edits.drafts.issue_draft(document, as_of=AS_OF)
    move(document, session, 5)
    with pytest.raises(RuleBroken, match="Issue a draft first"):
        edits.telling.mark_told(document, [holder_of(seats[0])])


def test_nobody_must_be_told_of_a_seat_that_was_taken_back_by_hand(document: Document) -> None:
    session, seats = spoken(document)
    edits.drafts.issue_draft(document, as_of=AS_OF)
    gone = seats[0]
    edits.seats.remove_seat(document, gone.id)
    assert listed(document) == {holder_of(gone)}
    edits.seats.add_seat(document, session.id, gone.role, entity_id=gone.entity_id, person_id=gone.person_id)
    assert listed(document) == set()


def test_nobody_must_be_told_of_two_in_one_role_who_swap_their_seats(document: Document) -> None:
    session, _seats = spoken(document)
    first, second = (edits.people.add_entity(document, name) for name in ("Examplia", "Samplia"))
    here = edits.seats.add_seat(document, session.id, Role.SPEAKER, entity_id=first)
    there = edits.seats.add_seat(document, session.id, Role.SPEAKER, entity_id=second)
    edits.drafts.issue_draft(document, as_of=AS_OF)
    edits.seats.change_seat(document, here, entity_id=second)
    edits.seats.change_seat(document, there, entity_id=first)
    assert listed(document) == set()


def test_another_label_of_the_zone_concerns_nobody(document: Document) -> None:
    edits.drafts.issue_draft(document, as_of=AS_OF)
    edits.meeting.change_meeting(document, zone_label="Geneva time")
    assert listed(document) == set()


def test_somebody_new_stays_on_the_list_over_the_next_drafts_until_told(document: Document) -> None:
    edits.drafts.issue_draft(document)
    session, _seats = spoken(document)
    newcomer = edits.people.add_person(document, "Newcomer")
    edits.seats.add_seat(document, session.id, Role.SPEAKER, person_id=newcomer)
    for _number in range(2):
        edits.drafts.issue_draft(document)
        assert [(entry.name, entry.known) for entry in to_tell(document.agenda)] == [("Newcomer", None)]
    edits.telling.mark_told(document, [(newcomer, None)])
    assert to_tell(document.agenda) == ()
