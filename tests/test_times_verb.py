"""The command line's ``times``: everybody, one person, one zone; as text and as JSON; without Qt."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from planner.cli import main
from tests.meetings import make_meeting

ROOT = Path(__file__).parents[1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_meeting(tmp_path / "review.agenda")


def told(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["times", *words]) == 0
    return capsys.readouterr().out


def test_all_seats_are_a_table(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [line.split("  ")[-1].strip() for line in told([str(path)], capsys).splitlines()] == [
        "Who", "Ann Alpha", "Examplia, speaker to be named", "Ben Beta",
    ]  # fmt: skip


def test_one_person_is_a_card(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told([str(path), "--person", "alph"], capsys).splitlines()[:4] == [
        "Times for Ann Alpha", "Review of Examples", "", "Chair, Roundtable 1. First theme",
    ]  # fmt: skip


def test_a_zone_is_a_card_of_all_sessions(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = told([str(path), "--zone", "Asia/Bishkek"], capsys)
    assert "  Local time: Thursday, 12 November 2020, 15:00–15:30 UTC+6 (Bishkek)" in text.splitlines()


@pytest.mark.parametrize(("words", "count"), [([], 3), (["--person", "beta"], 1), (["--zone", "UTC"], 4)])
def test_json_lists_what_was_asked_for(
    path: Path, words: list[str], count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(json.loads(told([str(path), *words, "--json"], capsys))["times"]) == count


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--person", "zoe"], "Nobody here is called “zoe”. Give a part of a name of a person or entity."),
        (["--person", "a"], "“a” fits Ann Alpha, Ben Beta, Examplia and Sample Union: give more of the name."),
        (["--zone", "Mars"], "There is no time zone “Mars”. Choose one from the list, such as Europe/Zurich."),
    ],
)
def test_what_is_not_clear_is_one_sentence(
    path: Path, words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["times", str(path), *words]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"{sentence}\n")


def test_times_are_told_without_qt(path: Path) -> None:
    script = (
        "import sys; from planner.cli import main; code = main(); "
        "print(code, [name for name in sys.modules if name.startswith('PySide6')], file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, "times", str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stderr == "0 []\n"
