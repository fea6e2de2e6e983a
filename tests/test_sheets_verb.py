"""Personal sheets, letters and texts on the command line."""

from contextlib import closing
from pathlib import Path

import icalendar
import pytest

from planner import edits
from planner.cli import EXIT_PROBLEM, main
from planner.document import Document
from tests.meetings import BETA, FIRST, friday, make_meeting

AS_OF = ("--as-of", "2020-11-05 18:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_meeting(tmp_path / "a.agenda")


def export(path: Path, key: str, out: Path, *more: str) -> int:
    return main(["export", str(path), "--as", key, "--out", str(out), *AS_OF, *more])


def numbers(path: Path) -> list[tuple[int, str]]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return [(int(event["SEQUENCE"]), str(event["STATUS"])) for event in calendar.walk("VEVENT")]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_sheets_are_a_folder_and_the_file_remembers_them(path: Path, tmp_path: Path) -> None:
    assert export(path, "sheets", tmp_path / "one") == 0
    assert names(tmp_path / "one") == [
        "all-sheets.pdf",
        *(f"{who}.{kind}" for who in ("ann-alpha", "ben-beta", "examplia") for kind in ("eml", "ics", "pdf")),
    ]
    with closing(Document.open(path)) as document:
        assert [event.sequence for event in document.calendar_events()] == [0, 0, 0]
        assert document.history.undo is None


def test_sent_again_after_a_move_the_number_rises(path: Path, tmp_path: Path) -> None:
    export(path, "sheets", tmp_path / "one")
    with closing(Document.open(path)) as document:
        edits.sessions.move_session(document, FIRST, friday(720))
    export(path, "sheets", tmp_path / "two")
    export(path, "sheets", tmp_path / "three")
    folders = [tmp_path / name for name in ("one", "two", "three")]
    assert [numbers(folder / "ann-alpha.ics") for folder in folders] == [
        [(0, "TENTATIVE")], [(1, "TENTATIVE")], [(1, "TENTATIVE")],
    ]  # fmt: skip
    assert (tmp_path / "two" / "ann-alpha.ics").read_bytes() == (tmp_path / "three" / "ann-alpha.ics").read_bytes()


def test_one_person_s_sheet_alone(path: Path, tmp_path: Path) -> None:
    assert export(path, "sheets", tmp_path / "one", "--person", "beta") == 0
    assert names(tmp_path / "one") == ["all-sheets.pdf", "ben-beta.eml", "ben-beta.ics", "ben-beta.pdf"]


def test_an_entity_stands_for_its_people_too(path: Path, tmp_path: Path) -> None:
    assert export(path, "sheets", tmp_path / "one", "--person", "Examplia") == 0
    assert [name for name in names(tmp_path / "one") if name.endswith(".pdf")] == [
        "all-sheets.pdf", "ann-alpha.pdf", "examplia.pdf",
    ]  # fmt: skip


def test_letters_go_to_those_whose_plan_changed(path: Path, tmp_path: Path) -> None:
    export(path, "sheets", tmp_path / "sheets")
    with closing(Document.open(path)) as document:
        edits.drafts.issue_draft(document)
        seat = next(seat for seat in document.agenda.seats.values() if seat.person_id == BETA)
        edits.seats.remove_seat(document, seat.id)
    assert export(path, "letters", tmp_path / "letters") == 0
    assert names(tmp_path / "letters") == ["ben-beta.eml", "ben-beta.ics", "ben-beta.pdf"]
    assert numbers(tmp_path / "letters" / "ben-beta.ics") == [(1, "CANCELLED")]


def test_a_folder_that_is_there_is_not_overwritten(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export(path, "sheets", tmp_path / "one")
    before = {file.name: file.read_bytes() for file in (tmp_path / "one").iterdir()}
    assert export(path, "sheets", tmp_path / "one") == EXIT_PROBLEM
    assert capsys.readouterr().err == f"{tmp_path / 'one'} exists already: choose the name of a new folder.\n"
    assert {file.name: file.read_bytes() for file in (tmp_path / "one").iterdir()} == before


@pytest.mark.parametrize("key", ["sheets-pdf", "invitation-pdf", "logistics-pdf"])
def test_papers_of_one_file_are_the_same_each_time(path: Path, tmp_path: Path, key: str) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    assert [export(path, key, out) for out in (first, second)] == [0, 0]
    assert first.read_bytes() == second.read_bytes()


def test_a_text_with_an_unknown_place_is_refused(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Document.open(path)) as document:
        edits.meeting.change_meeting(document, invitation_text="At {venue}.")
    assert export(path, "invitation-pdf", tmp_path / "a.pdf") == EXIT_PROBLEM
    assert capsys.readouterr().err.startswith("Nothing fills {venue} in this text. Choose from: {meeting},")
    assert not (tmp_path / "a.pdf").exists()
