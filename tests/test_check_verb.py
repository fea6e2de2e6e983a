"""``check`` leaves accepted findings out of its list and its exit code, and says how many there are."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from planner import edits
from planner.cli import main
from planner.document import Document
from planner.rules import findings_of
from tests.meetings import CLOSING, friday, make_meeting


@pytest.fixture
def clashing(tmp_path: Path) -> Path:
    """A meeting whose one clash is accepted."""
    path = make_meeting(tmp_path / "meeting.agenda")
    with closing(Document.open(path)) as document:
        edits.sessions.move_session(document, CLOSING, friday(620))
        clash = next(found for found in findings_of(document.agenda) if found.rule == "room-twice")
        edits.register.accept_finding(document, clash, "Both are short.")
    return path


def test_the_last_line_counts_the_accepted(clashing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(clashing)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "1 finding is accepted."
    assert [line for line in lines if line.startswith("Clash")] == []


def test_json_holds_the_open_ones_alone(clashing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(clashing), "--json"])
    told = json.loads(capsys.readouterr().out)
    with closing(Document.open(clashing)) as document:
        assert len(told) == len(findings_of(document.agenda))


def test_without_acceptances_nothing_is_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = make_meeting(tmp_path / "meeting.agenda")
    main(["check", str(path)])
    assert [line for line in capsys.readouterr().out.splitlines() if "accepted" in line] == []
