import subprocess
import sys
import threading
from pathlib import Path

import pytest

from planner.errors import InputProblem
from planner.export.agenda_json import agenda_as_json
from planner.export.agenda_paper import AgendaOptions
from planner.export.papers import PAPERS, PaperKind, paper_kind
from planner.export.progress import Cancelled
from planner.making import create_from_template
from tests.building import make_agenda
from tests.export.paper_meetings import regional_review

ROOT = Path(__file__).resolve().parents[2]
TELL_PAPERS = """
import sys
from planner.cli import main
main()
modules = (name.removeprefix("planner.export.") for name in sys.modules if name.startswith("planner.export."))
ends = ("paper", "papers", "parts", "sheets", "letters")
print(sorted(name for name in modules if name.split("_")[-1] in ends and "_on_" not in name), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("key", "start"),
    [
        ("agenda-pdf", b"%PDF-"),
        ("agenda-docx", b"PK\x03\x04"),
        ("agenda-json", b"{\n"),
        ("speakers-xlsx", b"PK\x03\x04"),
        ("interests-xlsx", b"PK\x03\x04"),
        ("coverage-xlsx", b"PK\x03\x04"),
        ("balance-xlsx", b"PK\x03\x04"),
        ("people-xlsx", b"PK\x03\x04"),
        ("people-csv", b"\xef\xbb\xbfHonorific,"),
    ],
)
def test_each_paper_is_written_by_its_key(tmp_path: Path, key: str, start: bytes) -> None:
    path = tmp_path / "paper"
    paper_kind(key).write(regional_review(), AgendaOptions(), path)
    assert path.read_bytes()[: len(start)] == start


@pytest.mark.parametrize("kind", PAPERS, ids=lambda kind: kind.key)
def test_each_paper_finds_what_makes_it(kind: PaperKind) -> None:
    assert callable(kind.writer.load())


def test_the_agenda_waits_for_no_other_paper(tmp_path: Path) -> None:
    meeting, paper = str(tmp_path / "meeting.agenda"), str(tmp_path / "agenda.pdf")
    create_from_template(Path(meeting), "two-day")
    command = [sys.executable, "-c", TELL_PAPERS, "export", meeting, "--as", "agenda-pdf", "--out", paper]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr
    assert told == "['agenda_paper', 'papers']\n"


@pytest.mark.parametrize("kind", PAPERS, ids=lambda kind: kind.key)
def test_each_paper_can_be_cancelled(tmp_path: Path, kind: object) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        kind.write(regional_review(), AgendaOptions(before=make_agenda()), tmp_path / "paper", cancel=stop)  # type: ignore[attr-defined]
    assert list(tmp_path.iterdir()) == []


def test_the_json_paper_is_the_whole_agenda(tmp_path: Path) -> None:
    path = tmp_path / "agenda.json"
    paper_kind("agenda-json").write(regional_review(), AgendaOptions(), path)
    assert path.read_text(encoding="utf-8") == f"{agenda_as_json(regional_review())}\n"


def test_an_unknown_paper_says_where_they_are_listed() -> None:
    with pytest.raises(InputProblem) as caught:
        paper_kind("poster")
    assert caught.value.sentence == "There is no paper “poster”. See export --list for those there are."
