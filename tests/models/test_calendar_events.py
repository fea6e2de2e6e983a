"""What was given to people's calendars is kept in the file, outside the journal."""

from pathlib import Path

import pytest

from planner.document import Document
from planner.edits import meeting
from planner.errors import FileProblem
from planner.models.aside_records import CalendarEvent
from tests.meetings import alter, make_meeting, steps

ONE = CalendarEvent("a", 1, 1, None, 0, "first", False)
TWO = CalendarEvent("b", 2, None, 2, 3, "second", True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_meeting(tmp_path / "a.agenda")


def test_events_are_remembered_without_a_step(path: Path) -> None:
    document = Document.open(path)
    assert document.calendar_events() == ()
    document.keep_calendar_events([TWO, ONE])
    document.close()
    again = Document.open(path)
    assert again.calendar_events() == (ONE, TWO)
    assert again.history.undo is None
    again.close()
    assert steps(path) == []


def test_a_later_edition_stands_in_place_of_the_earlier(path: Path) -> None:
    document = Document.open(path)
    document.keep_calendar_events([ONE, TWO])
    later = CalendarEvent("a", 1, 1, None, 1, "other", True)
    document.keep_calendar_events([later])
    assert document.calendar_events() == (later, TWO)
    document.close()


def test_a_number_never_sinks(path: Path) -> None:
    document = Document.open(path)
    document.keep_calendar_events([TWO])
    document.keep_calendar_events([CalendarEvent("b", 2, None, 2, 1, "older", False)])
    assert [event.sequence for event in document.calendar_events()] == [3]
    document.close()


def test_no_undo_takes_them_back(path: Path) -> None:
    document = Document.open(path)
    meeting.change_meeting(document, title="Other")
    document.keep_calendar_events([ONE])
    document.undo()
    assert document.calendar_events() == (ONE,)
    document.redo()
    assert document.calendar_events() == (ONE,)
    document.close()


def test_a_copy_takes_them_along(path: Path, tmp_path: Path) -> None:
    document = Document.open(path)
    document.keep_calendar_events([ONE])
    document.save_copy(tmp_path / "copy.agenda")
    document.close()
    copy = Document.open(tmp_path / "copy.agenda")
    assert copy.calendar_events() == (ONE,)
    copy.close()


@pytest.mark.parametrize(
    "values", ["'a', 1, 1, NULL, 0, x'00', 0", "'a', 1, 'x', NULL, 0, '', 0", "x'00', 1, 1, 1, 0, '', 0"]
)
def test_what_another_program_left_there_is_said(path: Path, values: str) -> None:
    columns = "uid, session_id, person_id, entity_id, sequence, facts, cancelled"
    alter(path, f"INSERT INTO calendar_events({columns}) VALUES ({values})")
    document = Document.open(path)
    with pytest.raises(FileProblem):
        document.calendar_events()
    document.close()
