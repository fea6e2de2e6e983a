"""The one door to a file: edits, undo and redo, and what each leaves behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session as DatabaseSession

from planner import edits
from planner.document import Document
from planner.errors import FileProblem
from planner.models.file import read_agenda
from planner.models.record import field_names
from planner.models.records import Meeting
from planner.models.tables import (
    CoverageRow,
    DayRow,
    EntityRow,
    MeetingRow,
    PersonRow,
    SeatRow,
    SessionRow,
    WindowRow,
)
from tests.meetings import CLOSING, EXAMPLIA, FIRST, OPENING, alter, make_meeting, steps, tables

Write = Callable[[DatabaseSession], object]


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.open(make_meeting(tmp_path / "meeting.agenda"))
    yield opened
    opened.close()


def write(document: Document, name: str, change: Write) -> None:
    with document.edit(name) as rows:
        change(rows)
    assert document.agenda == read_agenda(document.path)


def title(text: str) -> Write:
    return lambda rows: rows.execute(update(MeetingRow).values(title=text))


def failing_after(change: Write) -> Write:
    return lambda rows: (change(rows), 1 // 0)


def names(document: Document) -> tuple[str | None, str | None]:
    undo, redo = document.history.undo, document.history.redo
    return undo and undo.name, redo and redo.name


def test_a_new_file_has_no_history(document: Document) -> None:
    assert names(document) == (None, None)
    assert document.undo() is None
    assert document.redo() is None


def test_an_edit_is_in_the_file_and_in_the_picture_when_it_returns(document: Document) -> None:
    write(document, "Name it", title("Second title"))
    assert document.agenda.meeting.title == "Second title"
    assert tables(document.path)["meeting"][0][1] == "Second title"
    assert names(document) == ("Name it", None)


def test_earlier_pictures_never_change(document: Document) -> None:
    earlier = document.agenda
    write(document, "Name it", title("Second title"))
    assert earlier.meeting.title == "Review of Examples"


_NEW_ID = EntityRow.id
CHANGES: dict[str, Write] = {
    "one field of a row object": lambda rows: setattr(rows.get(SessionRow, OPENING), "title", "Welcome"),
    "a new row": lambda rows: rows.add(EntityRow(name="Newland")),
    "several rows that refer to each other": lambda rows: rows.add(
        PersonRow(family_name="Gamma", entity_id=rows.scalar(insert(EntityRow).values(name="X").returning(_NEW_ID)))
    ),
    "a bulk update": lambda rows: rows.execute(update(SeatRow).values(minutes=SeatRow.minutes + 1)),
    "a bulk delete": lambda rows: rows.execute(delete(SeatRow)),
    "a row object that is deleted": lambda rows: rows.delete(rows.get_one(SessionRow, CLOSING)),
    "a session with its seats and objectives": lambda rows: rows.execute(
        delete(SessionRow).where(SessionRow.id == FIRST)
    ),
    "an entity that holds seats and people": lambda rows: rows.execute(
        delete(EntityRow).where(EntityRow.id == EXAMPLIA)
    ),
    "all people": lambda rows: rows.execute(delete(PersonRow)),
    "a day with its windows": lambda rows: (
        rows.execute(update(SessionRow).values(day_id=None, start_minute=None, room_id=None)),
        rows.execute(delete(DayRow).where(DayRow.id == 1)),
    ),
    "the same row several times": lambda rows: [
        rows.execute(update(MeetingRow).values(draft_number=number)) for number in (1, 2, 3)
    ],
    "a row made, changed and dropped, beside another": lambda rows: (
        rows.execute(insert(EntityRow).values(id=50, name="Here")),
        rows.execute(update(EntityRow).where(EntityRow.id == 50).values(name="There")),
        rows.execute(delete(EntityRow).where(EntityRow.id == 50)),
        rows.execute(insert(EntityRow).values(id=51, name="Stays")),
    ),
    "a row dropped and made again with its number": lambda rows: (
        rows.execute(delete(WindowRow).where(WindowRow.id == 1)),
        rows.execute(insert(WindowRow).values(id=1, day_id=1, start_minute=1, end_minute=1440)),
    ),
    "rows that take each other's unique place": lambda rows: (
        rows.execute(delete(CoverageRow)),
        rows.execute(insert(CoverageRow).values(id=1, session_id=FIRST, objective_id=2)),
        rows.execute(insert(CoverageRow).values(id=2, session_id=FIRST, objective_id=1)),
    ),
    "text of every kind": title("Żółć ελ ру \"'\\ {x} \n\t\x01 \U0001f5d3 NULL"),
    "numbers of every size": lambda rows: rows.execute(update(MeetingRow).values(draft_number=2**62 + 1)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_undo_and_redo_bring_back_equal_tables(document: Document, change: Write) -> None:
    start, start_picture = tables(document.path), document.agenda
    write(document, "Change", change)
    end, end_picture = tables(document.path), document.agenda
    assert end != start
    for _round in range(2):
        undone = document.undo()
        assert undone is not None
        assert undone.name == "Change"
        assert (tables(document.path), document.agenda) == (start, start_picture)
        assert [list(document.agenda.seats), list(document.agenda.entities)] == [[1, 2, 3, 4], [1, 2]]
        assert read_agenda(document.path) == start_picture
        redone = document.redo()
        assert redone == undone
        assert (tables(document.path), document.agenda) == (end, end_picture)
        assert read_agenda(document.path) == end_picture


def test_deleting_a_session_takes_its_seats_and_objectives_along(document: Document) -> None:
    write(document, "Delete", lambda rows: rows.execute(delete(SessionRow).where(SessionRow.id == FIRST)))
    assert [seat.id for seat in document.agenda.seats.values()] == [4]
    assert document.agenda.coverage == {}


def test_listeners_hear_of_cascades_too(document: Document) -> None:
    heard = []
    stop = document.listen(heard.append)
    write(document, "Delete", lambda rows: rows.execute(delete(SessionRow).where(SessionRow.id == FIRST)))
    document.undo()
    stop()
    document.redo()
    assert [change.step.name for change in heard] == ["Delete", "Delete"]
    assert [list(document.agenda.seats), list(document.agenda.coverage)] == [[4], []]
    touched = {("sessions", 2), ("seats", 1), ("seats", 2), ("seats", 3), ("coverage", 1), ("coverage", 2)}
    assert [change.rows for change in heard] == [touched, touched]
    assert heard[0].ids("seats") == {1, 2, 3}


def test_listeners_see_the_new_picture(document: Document) -> None:
    seen: list[str] = []
    document.listen(lambda _change: seen.append(document.agenda.meeting.title))
    write(document, "Name it", title("Second title"))
    document.undo()
    assert seen == ["Second title", "Review of Examples"]


def test_a_listener_may_edit(document: Document) -> None:
    def once(_change: object) -> None:
        if document.agenda.meeting.subtitle == "":
            write(document, "Subtitle", lambda rows: rows.execute(update(MeetingRow).values(subtitle="Draft")))

    document.listen(once)
    write(document, "Name it", title("Second title"))
    assert steps(document.path) == [("Name it", 1), ("Subtitle", 1)]


def test_steps_are_undone_latest_first_and_redone_earliest_first(document: Document) -> None:
    for number in (1, 2, 3):
        write(document, f"Step {number}", title(f"Title {number}"))
    assert names(document) == ("Step 3", None)
    document.undo()
    assert names(document) == ("Step 2", "Step 3")
    document.undo()
    assert names(document) == ("Step 1", "Step 2")
    document.undo()
    assert names(document) == (None, "Step 1")
    document.redo()
    assert names(document) == ("Step 1", "Step 2")
    assert document.agenda.meeting.title == "Title 1"


def test_a_new_edit_after_undo_ends_redo(document: Document) -> None:
    write(document, "One", title("One"))
    write(document, "Two", title("Two"))
    document.undo()
    write(document, "Three", title("Three"))
    assert names(document) == ("Three", None)
    assert document.redo() is None
    document.undo()
    assert names(document) == ("One", "Three")
    assert document.agenda.meeting.title == "One"


NOTHING: dict[str, Write] = {
    "nothing at all": lambda _rows: None,
    "the value it has": title("Review of Examples"),
    "no row": lambda rows: rows.execute(delete(SeatRow).where(SeatRow.id == 99)),
    "there and back again": lambda rows: (title("Other")(rows), title("Review of Examples")(rows)),
    "a row made and dropped": lambda rows: (
        rows.execute(insert(EntityRow).values(id=9, name="Gone")),
        rows.execute(delete(EntityRow).where(EntityRow.id == 9)),
    ),
}


@pytest.mark.parametrize("change", NOTHING.values(), ids=NOTHING.keys())
def test_an_edit_that_changes_nothing_leaves_no_step_and_keeps_redo(document: Document, change: Write) -> None:
    write(document, "One", title("One"))
    document.undo()
    heard = []
    document.listen(heard.append)
    before = document.path.read_bytes()
    write(document, "Nothing", change)
    assert names(document) == (None, "One")
    assert document.path.read_bytes() == before
    assert heard == []
    document.redo()
    assert document.agenda.meeting.title == "One"


def test_an_exception_in_an_edit_changes_nothing(document: Document) -> None:
    write(document, "One", title("One"))
    document.undo()
    before, picture = document.path.read_bytes(), document.agenda
    for half in (title("Half"), CHANGES["a bulk delete"], CHANGES["a new row"], DatabaseSession.flush):
        with pytest.raises(ZeroDivisionError):
            write(document, "Broken", failing_after(half))
    assert (document.path.read_bytes(), document.agenda) == (before, picture)
    assert names(document) == (None, "One")
    write(document, "Works again", title("Two"))
    assert names(document) == ("Works again", None)


def test_an_edit_cannot_be_committed_half_way(document: Document) -> None:
    before = document.path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        write(document, "Broken", failing_after(lambda rows: (title("Half way")(rows), rows.commit())))
    assert document.path.read_bytes() == before


def test_what_could_not_be_read_again_is_not_kept(document: Document) -> None:
    before = document.path.read_bytes()
    with pytest.raises(ValueError, match="start_minute"):
        write(document, "Broken", lambda rows: rows.execute(update(WindowRow).values(start_minute=600.5)))
    assert document.path.read_bytes() == before


def test_a_constraint_refuses_and_changes_nothing(document: Document) -> None:
    before = document.path.read_bytes()
    for change in (
        lambda rows: rows.execute(update(SessionRow).values(kind="party")),
        lambda rows: rows.execute(update(SessionRow).values(minutes=0)),
        lambda rows: rows.execute(update(SessionRow).values(day_id=None)),
        lambda rows: rows.execute(update(SeatRow).values(person_id=99)),
        lambda rows: rows.execute(delete(DayRow)),
    ):
        with pytest.raises(FileProblem):
            write(document, "Broken", change)
    assert document.path.read_bytes() == before


def test_an_edit_within_an_edit_is_refused(document: Document) -> None:
    write(document, "One", title("One"))
    before = document.path.read_bytes()
    for nested in (lambda _rows: write(document, "Inner", title("Inner")), lambda _rows: document.undo()):
        with pytest.raises(RuntimeError, match="an edit is already under way"):
            write(document, "Outer", lambda rows, nested=nested: (title("Outer")(rows), nested(rows)))
        assert document.path.read_bytes() == before
    write(document, "Works again", title("Two"))
    assert names(document) == ("Works again", None)


def test_history_lives_across_close_and_reopen(tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "meeting.agenda")
    start = tables(path)
    document = Document.open(path)
    for number in (1, 2, 3):
        write(document, f"Step {number}", CHANGES["a bulk update"])
    document.undo()
    document.close()
    for expected in (("Step 2", "Step 3"), ("Step 1", "Step 2"), (None, "Step 1")):
        document = Document.open(path)
        assert names(document) == expected
        document.undo()
        assert document.agenda == read_agenda(path)
        document.close()
    assert tables(path) == start
    document = Document.open(path)
    while document.redo() is not None:
        assert document.agenda == read_agenda(path)
    assert names(document) == ("Step 3", None)
    assert {seat.minutes for seat in document.agenda.seats.values()} == {8}
    document.close()


def test_numbers_are_never_given_out_twice(document: Document) -> None:
    write(document, "Add", lambda rows: rows.add(EntityRow(name="Newland")))
    document.undo()
    write(document, "Add", lambda rows: rows.add(EntityRow(name="Otherland")))
    assert [entity.id for entity in document.agenda.entities.values()] == [1, 2, 4]


def test_a_file_with_ten_thousand_steps_opens_and_knows_its_names(tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "meeting.agenda")
    alter(
        path,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) INSERT INTO journal_steps"
        "(id, name, made_at, state) SELECT i, 'Step ' || i, '2020-11-05T10:00:00+00:00', i <= 9000 FROM n",
        "INSERT INTO journal_images(step_id, table_name, row_id, before, after) "
        "SELECT s.id, 'meeting', 1, json_object("
        + ", ".join(f"'{name}', m.{name}" for name in field_names(Meeting))
        + "), '' FROM journal_steps s, meeting m",
        "UPDATE journal_images SET before = json_set(before, '$.title', 'T' || (step_id - 1)), "
        "after = json_set(before, '$.title', 'T' || step_id)",
        "UPDATE meeting SET title = 'T9000'",
    )
    document = Document.open(path)
    assert names(document) == ("Step 9000", "Step 9001")
    document.undo()
    assert document.agenda.meeting.title == "T8999"
    assert names(document) == ("Step 8999", "Step 9000")
    write(document, "New", title("New"))
    assert names(document) == ("New", None)
    document.close()


def test_a_change_by_another_program_is_seen_at_the_next_edit(document: Document) -> None:
    alter(document.path, "UPDATE entities SET name = 'Renamed' WHERE id = 1")
    write(document, "Name it", title("Second title"))
    assert document.agenda.entities[EXAMPLIA].name == "Renamed"


def test_a_change_by_another_program_that_cannot_be_read_is_said(document: Document) -> None:
    alter(document.path, "PRAGMA ignore_check_constraints = ON", "UPDATE sessions SET kind = 'party' WHERE id = 1")
    picture = document.agenda
    with pytest.raises(FileProblem) as problem:
        write(document, "Name it", title("Second title"))
    assert problem.value.sentence == (
        "“meeting.agenda” is damaged. Use File, Restore a backup, to go on from an earlier copy."
    )
    assert document.agenda is picture


def test_undo_takes_nothing_along_that_the_step_did_not_make(document: Document) -> None:
    write(document, "Add", lambda rows: rows.add(EntityRow(id=9, name="Newland")))
    alter(document.path, "UPDATE seats SET entity_id = 9 WHERE id = 4")
    before = document.path.read_bytes()
    with pytest.raises(FileProblem):
        document.undo()
    assert document.path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entities WHERE id = 1",
        "UPDATE journal_images SET before = 'no JSON'",
        "UPDATE journal_images SET before = '[]'",
        "UPDATE journal_images SET before = '{\"id\": 1}'",
        "UPDATE journal_images SET before = json_set(before, '$.id', 2)",
        "UPDATE journal_images SET before = json_set(before, '$.name', 5)",
        "UPDATE journal_images SET before = json_set(before, '$.name', json('[1]'))",
        "UPDATE journal_images SET before = json_set(before, '$.kind', 'kingdom')",
        "UPDATE journal_images SET table_name = 'journal_steps'",
        "UPDATE journal_images SET table_name = 'nowhere'",
    ],
)
def test_a_history_that_no_longer_fits_is_not_replayed(document: Document, statement: str) -> None:
    write(document, "Rename", lambda rows: rows.execute(update(EntityRow).where(EntityRow.id == 1).values(name="New")))
    alter(document.path, statement)
    before = document.path.read_bytes()
    with pytest.raises(FileProblem):
        document.undo()
    assert document.path.read_bytes() == before
    assert names(document) == ("Rename", None)


def test_what_waits_for_the_first_change_is_done_once_before_it(document: Document) -> None:
    seen: list[bytes] = []
    untouched = document.path.read_bytes()
    document.before_first_change(lambda: seen.append(document.path.read_bytes()))
    edits.sessions.create_session(document, title="First")
    edits.sessions.create_session(document, title="Second")
    assert seen == [untouched]
