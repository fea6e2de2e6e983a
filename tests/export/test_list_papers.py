from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from planner.export.agenda_paper import AgendaOptions
from planner.export.list_papers import balance_lists, coverage_lists, interest_lists, speaker_lists
from planner.export.papers import paper_kind
from planner.export.profiles import Profile, redacted
from planner.export.workbooks import List, write_workbook
from planner.models.agenda import Agenda
from planner.models.kinds import InterestState, Role, SeatState
from planner.models.records import Coverage, Interest, Objective, Wish
from tests.building import entity, make_agenda, person, roundtable, seat


def meeting() -> Agenda:
    """Two roundtables, one to be placed; a person who is confirmed, an entity that is not, an interest each."""
    anna = replace(
        person(1, "Anna", "Example", entity=1),
        honorific="H.E. Ms.", function="Minister", email="anna@example.org", phone="+41 22", gender="female",
    )  # fmt: skip
    seats = [
        seat(1, 1, Role.MODERATOR, person=1, state=SeatState.CONFIRMED),
        seat(2, 1, entity=2, state=SeatState.INVITED),
        seat(3, 1, entity=2, state=SeatState.DECLINED),
    ]
    interests = [
        Interest(1, 1, 1, "2020-10-01", "typed", "", "=1+1", InterestState.RESERVE, 0),
        Interest(2, 2, None, "", "typed", "", "", InterestState.NEW, 0),
    ]
    return make_agenda(
        entities=[entity(1, "Northland"), entity(2, "Southland")], people=[anna], seats=seats, interests=interests,
        sessions=[replace(roundtable(1, 600, 90), title="Title 1"), roundtable(2, None, 60)],
        wishes=[Wish(1, 1, 1, Role.SPEAKER, 2)],
        objectives=[Objective(1, 7, "Short", "A long title"), Objective(2, 8, "Only short", "")],
        coverage=[Coverage(1, 1, 1)],
    )  # fmt: skip


def read(path: Path) -> Any:
    return load_workbook(path).worksheets[0]


def test_speakers_stand_by_session_in_order() -> None:
    (sheet,) = speaker_lists(meeting(), AgendaOptions())
    assert list(sheet.rows)[1:] == [
        ("2020-11-12", "10:00", "11:30", "Roundtable 1", "Title 1", 1, "Moderator", "H.E. Ms.", "Anna", "Example",
         "Minister", "Northland", 5, "confirmed"),
        ("2020-11-12", "10:00", "11:30", "Roundtable 1", "Title 1", 2, "Speaker", "", "", "", "", "Southland", 5,
         "to be confirmed"),
    ]  # fmt: skip
    assert sheet.rows[0][1:3] == ("Start (CET)", "End (CET)")


def test_states_are_told_to_the_secretariat_alone() -> None:
    (sheet,) = speaker_lists(meeting(), AgendaOptions(profile=Profile.INTERNAL))
    assert [row[-1] for row in sheet.rows] == ["State", "confirmed", "invited"]


def test_interests_have_a_row_a_wish_and_one_without_any() -> None:
    (sheet,) = interest_lists(meeting(), AgendaOptions())
    assert list(sheet.rows)[1:] == [
        ("Northland", "UNECE member State", "", "", "H.E. Ms.", "Anna", "Example", "Minister", "2020-10-01", "reserve",
         1, "Roundtable 1", "Speaker", 2, "typed", "=1+1"),
        ("Southland", "UNECE member State", "", "", "", "", "", "", "", "new", "", "", "", "", "typed", ""),
    ]  # fmt: skip


def test_coverage_is_a_matrix_of_objectives_and_sessions() -> None:
    (sheet,) = coverage_lists(meeting(), AgendaOptions())
    assert list(sheet.rows) == [
        ("Objective", "Title", "Roundtable 1", "Roundtable 2", "Sessions"),
        (7, "A long title", "x", "", 1),
        (8, "Only short", "", "", 0),
    ]


def test_balance_counts_the_meeting_and_each_session() -> None:
    (sheet,) = balance_lists(meeting(), AgendaOptions())
    genders = [row for row in sheet.rows if row[1] == "Gender"]
    assert genders == [
        ("Whole meeting", "Gender", "Female", 1, 0, 5, 0),
        ("Whole meeting", "Gender", "Not given", 0, 1, 0, 5),
        ("Roundtable 1", "Gender", "Female", 1, 0, 5, 0),
        ("Roundtable 1", "Gender", "Not given", 0, 1, 0, 5),
    ]


def test_balance_does_not_say_of_what_readers_must_not_see_that_it_was_not_given() -> None:
    (sheet,) = balance_lists(redacted(meeting(), Profile.PUBLIC), AgendaOptions())
    assert {row[1] for row in sheet.rows[1:]} == {"Kind of entity"}


@pytest.mark.parametrize(
    ("key", "frozen"),
    [("speakers-xlsx", "E2"), ("interests-xlsx", "B2"), ("coverage-xlsx", "C2"), ("balance-xlsx", "B2")],
)
def test_a_workbook_keeps_its_headings_in_sight(tmp_path: Path, key: str, frozen: str) -> None:
    paper_kind(key).write(meeting(), AgendaOptions(), tmp_path / "list.xlsx")
    assert read(tmp_path / "list.xlsx").freeze_panes == frozen


@pytest.mark.parametrize("key", ["speakers-xlsx", "coverage-xlsx"])
@pytest.mark.parametrize("profile", [Profile.PUBLIC, Profile.DELEGATIONS])
def test_a_list_for_others_holds_no_address(tmp_path: Path, key: str, profile: Profile) -> None:
    paper_kind(key).write(meeting(), AgendaOptions(profile=profile), tmp_path / "list.xlsx")
    texts = [str(cell.value) for row in read(tmp_path / "list.xlsx").iter_rows() for cell in row]
    assert [text for text in texts if "@" in text or "+41" in text] == []


def test_a_note_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    paper_kind("interests-xlsx").write(meeting(), AgendaOptions(), tmp_path / "list.xlsx")
    cell = read(tmp_path / "list.xlsx")["P2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    paper_kind("speakers-xlsx").write(meeting(), AgendaOptions(), first)
    monkeypatch.setattr("time.localtime", lambda *_seconds: (2031, 5, 6, 7, 8, 9, 0, 0, 0))
    paper_kind("speakers-xlsx").write(meeting(), AgendaOptions(), second)
    assert first.read_bytes() == second.read_bytes()
    assert load_workbook(first).properties.modified.isoformat() == "2000-01-01T00:00:00"


def test_a_title_that_no_sheet_may_have_is_cut_and_cleaned(tmp_path: Path) -> None:
    write_workbook(tmp_path / "list.xlsx", [List("a/b: " + "c" * 40, [("Head",)])])
    assert load_workbook(tmp_path / "list.xlsx").sheetnames == ["a b  " + "c" * 26]
