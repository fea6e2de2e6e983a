"""Accepted findings leave the count and come back when their facts change; rules have the level the meeting gives."""

from dataclasses import replace

import pytest

from planner import edits
from planner.document import Document
from planner.errors import InputProblem
from planner.models.records import Spot
from planner.rules import findings_of
from planner.rules.all_findings import register_of
from planner.rules.finding import Finding, Level
from planner.rules.register import lapsed
from tests.meetings import BETA, CHAIR_SEAT, FIRST


def first_finding(document: Document, rule: str) -> Finding:
    return next(finding for finding in findings_of(document.agenda) if finding.rule == rule)


def make_clash(document: Document) -> Finding:
    """Two sessions in one room at one time."""
    first, second = document.agenda.placed_sessions[:2]
    assert first.spot is not None
    edits.sessions.move_session(document, second.id, first.spot)
    return first_finding(document, "room-twice")


def test_an_accepted_finding_leaves_the_findings_and_stays_in_the_register(document: Document) -> None:
    clash = make_clash(document)
    accepted = edits.register.accept_finding(document, clash, " Both are short. ", "Secretariat")
    register = register_of(document.agenda)
    assert clash not in findings_of(document.agenda)
    assert [(entry.finding, entry.acceptance.id) for entry in register.accepted] == [(clash, accepted)]
    assert register.accepted[0].acceptance.reason == "Both are short."


def test_an_acceptance_is_undone_and_redone(document: Document) -> None:
    clash = make_clash(document)
    edits.register.accept_finding(document, clash, "Known.")
    document.undo()
    assert clash in findings_of(document.agenda)
    document.redo()
    assert clash not in findings_of(document.agenda)


def test_it_opens_again_by_itself_when_the_time_changes_and_closes_when_that_is_undone(document: Document) -> None:
    clash = make_clash(document)
    edits.register.accept_finding(document, clash, "Known.")
    moved = document.agenda.sessions[clash.session_ids[1]]
    assert moved.spot is not None
    edits.sessions.move_session(document, moved.id, replace(moved.spot, start_minute=moved.spot.start_minute + 5))
    assert [finding.rule for finding in findings_of(document.agenda) if finding.rule == "room-twice"] == ["room-twice"]
    assert len(lapsed(document.agenda, register_of(document.agenda))) == 1
    document.undo()
    assert [finding for finding in findings_of(document.agenda) if finding.rule == "room-twice"] == []


def test_it_opens_again_when_its_level_changes(document: Document) -> None:
    clash = make_clash(document)
    edits.register.accept_finding(document, clash, "Known.")
    edits.register.set_rule_level(document, "room-twice", "warning")
    assert first_finding(document, "room-twice").level is Level.WARNING


def test_a_reason_is_asked_for(document: Document) -> None:
    clash = make_clash(document)
    with pytest.raises(InputProblem, match="Say in a few words why"):
        edits.register.accept_finding(document, clash, "  ")


def test_a_finding_is_opened_again_by_hand(document: Document) -> None:
    clash = make_clash(document)
    accepted = edits.register.accept_finding(document, clash, "Known.")
    edits.register.reopen_finding(document, accepted)
    assert clash in findings_of(document.agenda)


def test_a_rule_that_is_off_reports_nothing_and_its_own_level_comes_back(document: Document) -> None:
    clash = make_clash(document)
    edits.register.set_rule_level(document, "room-twice", "off")
    assert [finding for finding in findings_of(document.agenda) if finding.rule == "room-twice"] == []
    edits.register.set_rule_level(document, "room-twice", "note")
    assert first_finding(document, "room-twice").level is Level.NOTE
    edits.register.set_rule_level(document, "room-twice", None)
    assert first_finding(document, "room-twice") == clash


def test_a_hovering_spot_is_judged_by_the_same_levels(document: Document) -> None:
    from planner.rules import findings_of_spot

    first, second = document.agenda.placed_sessions[:2]
    assert first.spot is not None
    edits.register.set_rule_level(document, "room-twice", "off")
    spot = Spot(first.spot.day_id, first.spot.start_minute, first.spot.room_id)
    rules = [finding.rule for finding in findings_of_spot(document.agenda, second.id, spot, second.minutes)]
    assert [rule for rule in rules if rule == "room-twice"] == []


def test_it_opens_again_when_somebody_else_takes_the_seat(document: Document) -> None:
    edits.sessions.unschedule_session(document, FIRST)
    waiting = next(finding for finding in findings_of(document.agenda) if finding.rule == "seat-unplaced")
    edits.register.accept_finding(document, waiting, "Known.")
    edits.seats.change_seat(document, CHAIR_SEAT, person_id=BETA)
    assert [finding.rule for finding in findings_of(document.agenda) if finding.rule == "seat-unplaced"] == [
        "seat-unplaced"
    ]
    document.undo()
    assert [finding for finding in findings_of(document.agenda) if finding.rule == "seat-unplaced"] == []
