"""``import FILE INTERESTS``: previews, imports, names what was not taken."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from planner.cli import main
from planner.models.file import read_agenda
from tests.imports.files import ANSWERS, HEADINGS, write_csv, write_xlsx
from tests.meetings import make_meeting

ROOT = Path(__file__).parents[2]


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    return make_meeting(tmp_path / "meeting.agenda")


def test_a_dry_run_tells_and_writes_nothing(meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, table = meeting.read_bytes(), write_xlsx(tmp_path / "answers.xlsx", ANSWERS)
    assert main(["import", str(meeting), str(table), "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(row["row"], row["verdict"], row["label"]) for row in told["rows"]] == [
        (2, "new", "Examplia, Ann Alpha"),
        (3, "new", "New Society, Cleo Gamma"),
    ]
    assert told["counts"] == {"new": 2, "updates": 0, "same": 0, "needs-decision": 0, "unreadable": 0}
    assert told["columns"][0] == {"heading": "Entity", "field": "entity"}
    assert told["rows"][1]["interest"]["wishes"] == [{"session_id": 1, "role": "moderator", "preference": 1}]
    assert meeting.read_bytes() == content


def test_an_import_writes_and_says_so(meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write_csv(tmp_path / "answers.csv", ANSWERS, delimiter=";")
    assert main(["import", str(meeting), str(table)]) == 0
    assert capsys.readouterr().out == "answers.csv: 2 new, 0 updated, 0 as before, 0 not taken.\n"
    assert len(read_agenda(meeting).interests) == 2
    assert main(["import", str(meeting), str(table)]) == 0
    assert capsys.readouterr().out == "answers.csv: 0 new, 0 updated, 2 as before, 0 not taken.\n"


def test_rows_that_are_not_taken_are_named(meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [*ANSWERS, ("Examplia", "Anne Alpha", "", "", "RT 1", ""), ("Examplia", "", "", "", "gala", "")]
    assert main(["import", str(meeting), str(write_csv(tmp_path / "answers.csv", rows))]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "answers.csv: 2 new, 0 updated, 0 as before, 2 not taken.",
        "Row 4, needs a decision: “Anne Alpha” may be Ann Alpha, Examplia. Say who is meant.",
        "Row 5, cannot be read: “gala” names no segment of this meeting.",
    ]


def test_a_column_can_be_given_its_meaning(meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write_csv(tmp_path / "answers.csv", [("Who", *HEADINGS[1:]), *ANSWERS[1:]])
    assert main(["import", str(meeting), str(table), "--map", "Who=entity", "--dry-run"]) == 0
    assert capsys.readouterr().out == "answers.csv (nothing written): 2 new, 0 updates, 0 as before, 0 not taken.\n"


def test_a_meaning_once_given_is_remembered(meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write_csv(tmp_path / "answers.csv", [("Who", *HEADINGS[1:]), *ANSWERS[1:]])
    assert main(["import", str(meeting), str(table), "--map", "Who=entity"]) == 0
    assert main(["import", str(meeting), str(table)]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "answers.csv: 0 new, 0 updated, 2 as before, 0 not taken."


def test_a_meaning_that_is_none_is_refused(meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write_csv(tmp_path / "answers.csv", ANSWERS)
    assert main(["import", str(meeting), str(table), "--map", "Name=nonsense"]) == 2
    assert capsys.readouterr().err == (
        "“Name=nonsense” is no HEADING=FIELD. The fields are: entity, country, kind, category, person, honorific, "
        "given-name, family-name, function, email, phone, zone, gender, roles, segments, speaker, moderator, choice, "
        "session, received, received-month-first, note, ignored.\n"
    )


def test_the_sheet_that_tells_most_is_read(meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write_xlsx(tmp_path / "answers.xlsx", [["How to fill this in"]], further={"Answers": ANSWERS})
    assert main(["import", str(meeting), str(table), "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "answers.xlsx (nothing written): 2 new, 0 updates, 0 as before, 0 not taken.",
        "The sheet Sheet was not read.",
    ]


def test_a_sheet_that_is_not_there_is_named(meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write_xlsx(tmp_path / "answers.xlsx", ANSWERS)
    assert main(["import", str(meeting), str(table), "--sheet", "Other"]) == 2
    assert capsys.readouterr().err == "There is no sheet “Other” with rows. Choose one of: Sheet.\n"


def test_an_import_loads_no_qt(meeting: Path, tmp_path: Path) -> None:
    table = write_csv(tmp_path / "answers.csv", ANSWERS)
    script = (
        "import sys; from planner.cli import main; main(sys.argv[1:]); "
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    words = [sys.executable, "-c", script, "import", str(meeting), str(table)]
    printed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert printed.splitlines()[-1] == "[]"
