"""What stands beside the plan is merged too: drafts, who was told, the register, what went into calendars."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from planner import edits
from planner.document import Document
from planner.models.aside_records import CalendarEvent
from planner.rules.all_findings import findings_of, register_of
from planner.rules.drafts import draft_name, drafts_of, options_of, plan_of
from planner.rules.finding import Finding
from tests.copies import open_copies, take_in
from tests.meetings import ALPHA, BETA, FIRST, SECOND, make_meeting, tables


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Document, Document]]:
    with open_copies(tmp_path) as both:
        yield both


def names(document: Document) -> list[str]:
    return [draft_name(draft) for draft in drafts_of(document.agenda)]


def test_drafts_that_were_issued_there_come_along(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    edits.drafts.issue_draft(theirs, label="for the Bureau")
    edits.sessions.change_session(ours, FIRST, title="Ours")
    assert take_in(ours, theirs).conflicts == ()
    assert names(ours) == ["Draft 1, for the Bureau"]
    assert plan_of(drafts_of(ours.agenda)[0]).sessions[FIRST].title == "First theme"
    assert ours.agenda.meeting.draft_number == 1


def test_of_two_drafts_with_one_number_theirs_gets_the_next_and_says_what_it_was(
    copies: tuple[Document, Document],
) -> None:
    ours, theirs = copies
    edits.drafts.issue_draft(ours)
    edits.sessions.change_session(theirs, FIRST, title="Theirs")
    edits.drafts.issue_draft(theirs, label="for the Bureau")
    edits.drafts.issue_draft(theirs)
    assert take_in(ours, theirs).conflicts == ()
    assert names(ours) == [
        "Draft 1",
        "Draft 3, Draft 1 of the other copy, for the Bureau",
        "Draft 4, Draft 2 of the other copy",
    ]
    assert plan_of(drafts_of(ours.agenda)[1]).sessions[FIRST].title == "Theirs"
    assert ours.agenda.meeting.draft_number == 4
    edits.drafts.issue_draft(ours)
    assert names(ours)[-1] == "Draft 5"


def test_a_number_given_and_taken_back_there_is_not_given_here(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    edits.drafts.issue_draft(theirs)
    theirs.undo()
    take_in(ours, theirs)
    edits.drafts.issue_draft(ours)
    assert names(ours) == ["Draft 2"]


def test_options_of_one_name_stay_two(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    edits.drafts.keep_option(ours)
    edits.sessions.change_session(theirs, FIRST, title="Theirs")
    edits.drafts.keep_option(theirs)
    take_in(ours, theirs)
    assert [draft.label for draft in options_of(ours.agenda)] == ["Option A", "Option A of the other copy"]


def test_who_was_told_there_is_told_here(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    edits.drafts.issue_draft(ours)
    edits.sessions.change_session(theirs, FIRST, title="Theirs")
    edits.drafts.issue_draft(theirs)
    edits.telling.mark_told(theirs, [(ALPHA, None), (BETA, None)])
    take_in(ours, theirs)
    (mine, other) = drafts_of(ours.agenda)
    told = [(notice.draft_id, notice.person_id) for notice in ours.agenda.notices.values()]
    assert (mine.number, told) == (1, [(other.id, ALPHA), (other.id, BETA)])


def clash(document: Document) -> Finding:
    return next(finding for finding in findings_of(document.agenda) if finding.seat_ids)


def test_a_finding_accepted_there_is_accepted_here_also_when_its_session_has_another_number(
    copies: tuple[Document, Document],
) -> None:
    ours, theirs = copies
    edits.sessions.create_session(ours, title="Ours")
    edits.sessions.create_session(theirs, title="Theirs")
    accepted = next(finding for finding in findings_of(theirs.agenda) if finding.session_ids == (5,))
    edits.register.accept_finding(theirs, accepted, "It is a reserve", "Ann")
    take_in(ours, theirs)
    assert [(entry.finding.session_ids, entry.acceptance.reason) for entry in register_of(ours.agenda).accepted] == [
        ((6,), "It is a reserve")
    ]


def test_the_level_of_a_rule_is_taken_and_two_different_ones_are_asked_about(
    copies: tuple[Document, Document],
) -> None:
    ours, theirs = copies
    edits.register.set_rule_level(theirs, "break", "off")
    assert take_in(ours, theirs).conflicts == ()
    assert [(row.rule, row.level) for row in ours.agenda.rule_levels.values()] == [("break", "off")]
    edits.register.set_rule_level(ours, "moderator", "note")
    edits.register.set_rule_level(theirs, "moderator", "clash")
    (conflict,) = take_in(ours, theirs, theirs=True).conflicts
    assert (conflict.ours.level, conflict.theirs.level) == ("note", "clash")
    assert [row.level for row in ours.agenda.rule_levels.values() if row.rule == "moderator"] == ["clash"]


def test_the_first_look_made_in_both_copies_is_one_layout_and_asked_about(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    edits.layouts.change_look(ours, accent="#112233")
    edits.layouts.change_look(theirs, accent="#AA0000", font_size=11)
    merge = take_in(ours, theirs, theirs=True)
    assert [(conflict.table, conflict.unit) for conflict in merge.conflicts][:1] == [("layouts", ("accent",))]
    assert [(row.accent, row.font_size) for row in ours.agenda.layouts.values()] == [("#AA0000", 11)]


def test_who_was_told_apart_there_is_so_here_under_the_numbers_that_hold_here(
    copies: tuple[Document, Document],
) -> None:
    ours, theirs = copies
    edits.people.add_person(ours, "Gamma")
    edits.people.add_person(theirs, "Alpha")
    edits.telling_apart.tell_people_apart(theirs, [ALPHA, 3])
    take_in(ours, theirs)
    assert [(row.first_id, row.second_id) for row in ours.agenda.told_apart.values()] == [(ALPHA, 4)]


def event(session_id: int, sequence: int, facts: str = "[]", uid: str = "one") -> CalendarEvent:
    return CalendarEvent(uid, session_id, ALPHA, None, sequence, facts, cancelled=False)


def test_what_went_into_calendars_there_is_known_here(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    ours.keep_calendar_events([event(FIRST, 1, "mine", "both"), event(SECOND, 4, "mine", "ours")])
    theirs.keep_calendar_events([event(FIRST, 2, "theirs", "both"), event(SECOND, 0, "theirs", "new")])
    edits.sessions.change_session(theirs, FIRST, title="Theirs")
    take_in(ours, theirs)
    assert {(held.uid, held.sequence, held.facts) for held in ours.calendar_events()} == {
        ("both", 2, "theirs"), ("ours", 4, "mine"), ("new", 0, "theirs"),
    }  # fmt: skip


def test_of_two_editions_with_one_number_neither_is_the_last(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    ours.keep_calendar_events([event(FIRST, 2, "mine")])
    theirs.keep_calendar_events([event(FIRST, 2, "theirs")])
    take_in(ours, theirs)
    assert [(held.sequence, held.facts) for held in ours.calendar_events()] == [(3, "mine")]


def test_one_undo_takes_all_of_it_back_but_what_left_the_house(copies: tuple[Document, Document]) -> None:
    ours, theirs = copies
    before = tables(ours.path)
    edits.drafts.issue_draft(theirs)
    edits.telling.mark_told(theirs, [(ALPHA, None)])
    edits.register.set_rule_level(theirs, "break", "off")
    edits.layouts.change_look(theirs, font_size=11)
    take_in(ours, theirs)
    assert [layout.font_size for layout in ours.agenda.layouts.values()] == [11]
    ours.undo()
    assert tables(ours.path) == before
    edits.drafts.issue_draft(ours)
    assert names(ours) == ["Draft 2"]


def test_drafts_that_follow_each_other_under_new_numbers_are_taken_back_too(
    copies: tuple[Document, Document],
) -> None:
    ours, theirs = copies
    edits.sessions.change_session(theirs, FIRST, title="Theirs")
    edits.drafts.issue_draft(theirs)
    edits.drafts.keep_option(theirs)
    edits.drafts.issue_draft(theirs)
    edits.drafts.keep_option(ours)
    before = tables(ours.path)
    take_in(ours, theirs)
    assert {draft.id: draft.parent_id for draft in ours.agenda.drafts.values()} == {1: None, 2: 4, 3: 4, 4: None}
    ours.undo()
    assert tables(ours.path) == before
    ours.redo()
    assert {draft.id: draft.parent_id for draft in ours.agenda.drafts.values()} == {1: None, 2: 4, 3: 4, 4: None}


def test_a_row_that_comes_again_has_its_number_again_not_that_of_one_dropped(
    copies: tuple[Document, Document],
) -> None:
    ours, theirs = copies
    edits.sessions.delete_session(ours, edits.sessions.create_session(ours, title="Ours"))
    edits.sessions.create_session(theirs, title="Theirs")
    take_in(ours, theirs)
    ours.undo()
    take_in(ours, theirs)
    assert [(held.id, held.title) for held in ours.agenda.sessions.values()][4:] == [(6, "Theirs")]


def test_copies_that_meet_in_a_draft_keep_what_each_has_beside_the_plan(tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "ours.agenda")
    with closing(Document.open(path)) as ours:
        edits.drafts.issue_draft(ours)
        edits.register.set_rule_level(ours, "break", "off")
        ours.save_copy(tmp_path / "theirs.agenda")
        edits.drafts.issue_draft(ours)
        with closing(Document.open(tmp_path / "theirs.agenda")) as theirs:
            edits.history.prune_history(theirs, most_steps=0)
            edits.drafts.keep_option(theirs, "Other")
            edits.history.prune_history(theirs, most_steps=0)
            take_in(ours, theirs)
        assert names(ours) == ["Draft 1", "Draft 2"]
        assert [option.label for option in options_of(ours.agenda)] == ["Other"]
        assert [row.level for row in ours.agenda.rule_levels.values()] == ["off"]
