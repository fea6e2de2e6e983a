"""The script of chosen sessions from the command line."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.cli import main
from planner.making import create_from_template


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.agenda"
    create_from_template(path, "regional-review", sample=True)
    return path


@pytest.mark.parametrize(("name", "pages"), [("", 6), ("rt2", 1), ("Roundtable 3", 1), ("segment", 2)])
def test_a_script_is_of_all_sessions_or_of_those_a_name_means(sample: Path, name: str, pages: int) -> None:
    out = sample.with_name("script.pdf")
    assert main(["export", str(sample), "--as", "script-pdf", "--out", str(out), "--session", name]) == 0
    assert len(PdfReader(out).pages) == pages


def test_a_name_of_no_session_is_one_sentence(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sample.with_name("script.pdf")
    assert main(["export", str(sample), "--as", "script-pdf", "--out", str(out), "--session", "RT9"]) == 2
    assert capsys.readouterr().err == "No session is called “RT9”. Give its code, such as RT1, or its title.\n"
