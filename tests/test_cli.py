"""The command line without a window: what it prints, its exit codes, and that it never loads Qt."""

import json
import os
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from planner.cli import VERBS, main
from planner.document import Document
from planner.edits.sessions import move_session
from planner.export.batches import BATCHES
from planner.export.papers import PAPERS
from planner.models.file import read_agenda
from planner.models.records import Spot

ROOT = Path(__file__).parents[1]
COUNT_QT = (
    "import sys; from planner.cli import main; code = main(); "
    "print(code, sum(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules), file=sys.stderr)"
)


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "sample.agenda"
    assert main(["new", str(path), "--sample"]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def clashing(sample: Path) -> Path:
    """The sample, with Roundtable 2 at the hours and in the room of Roundtable 1."""
    document = Document.open(sample)
    by_code = {session.code: session for session in document.agenda.sessions.values()}
    spot = by_code["RT1"].spot
    assert spot is not None
    move_session(document, by_code["RT2"].id, Spot(spot.day_id, spot.start_minute, spot.room_id))
    document.close()
    return sample


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def problem(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence on stderr of a run that ends with exit code 2 and prints nothing else."""
    assert main(words) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    return printed.err.rstrip("\n")


def test_new_prints_the_path_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "made.agenda"
    assert main(["new", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert len(read_agenda(path).seats) == 0


def test_new_takes_days_and_a_title(tmp_path: Path) -> None:
    path = tmp_path / "made.agenda"
    days = "2024-03-18, 2024-03-20"
    assert main(["new", str(path), "--template", "empty", "--days", days, "--title", "Réunion"]) == 0
    agenda = read_agenda(path)
    assert [day.date for day in agenda.days_in_order] == ["2024-03-18", "2024-03-20"]
    assert agenda.meeting.title == "Réunion"


def test_new_never_writes_over_a_file(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sample.read_bytes()
    assert problem(["new", str(sample)], capsys) == "“sample.agenda” exists already. Choose another name."
    assert sample.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--days", "12/11/2020"], "“12/11/2020” is no date. Write it as 2020-11-12."),
        (["--template", "week"], "There is no template “week”. Choose one of: regional-review, two-day, empty."),
        (["--template", "empty"], "An empty meeting needs its days. Give them, such as 2020-11-12,2020-11-13."),
    ],
)
def test_what_new_cannot_read_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert problem(["new", str(tmp_path / "made.agenda"), *words], capsys) == sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", ["check", "show"])
def test_a_file_that_is_missing_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str) -> None:
    sentence = "There is no file “none.agenda”. Check the name, or look for it where it was moved."
    assert problem([verb, str(tmp_path / "none.agenda")], capsys) == sentence


def test_a_file_that_is_no_agenda_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.agenda"
    path.write_text("Dear colleagues")
    sentence = "“letter.agenda” is not an agenda. Choose a file that this program made (.agenda)."
    assert problem(["show", str(path)], capsys) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["new"], "The following arguments are required: FILE. See roundtable-planner new --help."),
        (["check"], "The following arguments are required: FILE. See roundtable-planner check --help."),
        (["show", "a", "b"], "Unrecognized arguments: b. See roundtable-planner show --help."),
        (["screenshot", "a"], "The following arguments are required: --out. See roundtable-planner screenshot --help."),
        (["--wrong"], "Unrecognized arguments: --wrong. See roundtable-planner --help."),
        (["a", "b"], "Unrecognized arguments: b. See roundtable-planner --help."),
    ],
)
def test_wrong_usage_is_one_sentence(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert problem(words, capsys) == sentence


def test_the_sample_has_no_clash_six_warnings_and_five_notes(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(sample)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Warning: Canada, speaker to be named: Roundtable 2, Thu 12 Nov 13:40–15:10 CET, is Thu 12 Nov 07:40–09:10 "
        "in Toronto (early or late), outside the comfortable hours 08:00–20:00.",
        "Warning: Roundtable 2, Thu 12 Nov 13:40–15:10 CET, has no moderator.",
        "Warning: Roundtable 3, Fri 13 Nov 10:00–11:30 CET, has no confirmed speaker.",
        "Warning: United States of America, speaker to be named: Roundtable 4, Fri 13 Nov 13:40–15:10 CET, "
        "is Fri 13 Nov 07:40–09:10 in New York (early or late), outside the comfortable hours 08:00–20:00.",
        "Warning: Side event: Saving lives on the move, not placed yet, has no confirmed speaker.",
        "Warning: Presentation of written submissions, not placed yet, has no confirmed speaker.",
        "Note: New York and Toronto put their clocks back on Sunday, 1 November 2020, 11 days before the meeting: "
        "they are then 6 hours behind Zurich, not 5.",
        "Note: Roundtable 1, Thu 12 Nov 10:30–12:00 CET: 2 of 4 speakers confirmed.",
        "Note: Roundtable 2, Thu 12 Nov 13:40–15:10 CET: 2 of 4 speakers confirmed.",
        "Note: Roundtable 4, Fri 13 Nov 13:40–15:10 CET: 2 of 4 speakers confirmed.",
        "Note: Migrants, Migrant and diaspora organizations, Faith-based organizations, Local authorities and "
        "communities, Private sector and 6 others have seats without a name and no time zone: "
        "their hours are not known.",
    ]


def test_check_exits_with_1_when_something_clashes(clashing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(clashing)]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "Clash: Roundtable 1 and Roundtable 2 are both in Virtual plenary, Thu 12 Nov 10:30–12:00 CET."
    )


def test_check_as_json_says_what_the_lines_say(clashing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(clashing)])
    lines = capsys.readouterr().out.splitlines()
    assert main(["check", str(clashing), "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)
    assert [f"{finding['level'].capitalize()}: {finding['sentence']}" for finding in findings] == lines
    keys = ["rule", "level", "title", "sentence", "session_ids", "seat_ids", "objective_ids"]
    assert [list(finding) for finding in findings] == [keys] * len(findings)


def test_show_gives_an_outline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "made.agenda"
    main(["new", str(path), "--template", "two-day", "--days", "2020-11-12", "--title", "Test meeting"])
    capsys.readouterr()
    assert main(["show", str(path)]) == 0
    assert capsys.readouterr().out == (
        "Test meeting\n\nThursday, 12 November 2020 (CET)\n\nFriday, 13 November 2020 (CET)\n"
    )


def test_show_as_json_gives_the_whole_meeting(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(sample), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["meeting"]["title"] == read_agenda(sample).meeting.title


def test_reading_verbs_leave_the_file_and_its_folder_alone(sample: Path) -> None:
    before = sample.read_bytes()
    assert [main(["check", str(sample)]), main(["show", str(sample)])] == [0, 0]
    assert {path: path.read_bytes() for path in sample.parent.iterdir()} == {sample: before}


def test_export_lists_the_papers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list"]) == 0
    *listed, empty, last = capsys.readouterr().out.splitlines()
    assert [re.split(r"  +", line) for line in listed] == [
        [paper.key, paper.title, ", ".join(paper.readers)] for paper in (*PAPERS, *BATCHES)
    ]
    assert (empty, last) == (
        "", "The last column names the profiles for --profile; the first of them is taken when there is none."
    )  # fmt: skip


def test_export_writes_the_agenda_as_pdf(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "agenda.pdf"
    words = ["--draft", "3", "--zones", "America/Toronto,Asia/Bishkek", "--as-of", "2020-11-05 18:00"]
    assert main(["export", str(sample), "--as", "agenda-pdf", "--out", str(out), *words]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert out.read_bytes()[:5] == b"%PDF-"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "An export needs three things: FILE, --as PAPER and --out OUT. See --list for papers."),
        (
            ["--as", "poem", "--out", "x"],
            "There is no paper “poem”. See export --list for those there are.",
        ),
        (
            ["--as", "agenda-pdf", "--out", "x", "--as-of", "yesterday"],
            "“yesterday” is no date and time. Write it as 2020-11-05 18:00.",
        ),
        (
            ["--as", "agenda-pdf", "--out", "x", "--paper", "a0"],
            "There is no paper size “a0”. Choose A4, Letter or A3.",
        ),
        (
            ["--as", "agenda-pdf", "--out", "x", "--zones", "Europe/Atlantis"],
            "There is no time zone “Europe/Atlantis”. Choose one from the list, such as Europe/Zurich.",
        ),
    ],
)
def test_what_export_cannot_read_is_one_sentence(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    monkeypatch.chdir(sample.parent)
    assert problem(["export", str(sample), *words], capsys) == sentence
    assert list(sample.parent.iterdir()) == [sample]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--size", "wide"], "“wide” is no size. Write it as 1440x900, each from 100 to 9999."),
        (["--size", "90000x90000"], "“90000x90000” is no size. Write it as 1440x900, each from 100 to 9999."),
        (["--scale", "nan"], "“nan” is no scale. Give a number from 0.5 to 4, such as 2."),
        (["--scale", "0.1"], "“0.1” is no scale. Give a number from 0.5 to 4, such as 2."),
    ],
)
def test_what_no_picture_can_be_is_one_sentence(
    sample: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    out = sample.with_suffix(".png")
    assert problem(["screenshot", str(sample), "--out", str(out), *words], capsys) == sentence
    assert not out.exists()


def test_a_picture_has_the_size_and_scale_asked_for(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "window.png"
    made = run("screenshot", str(sample), "--out", str(out), "--size", "1100x700", "--scale", "2", "--theme", "dark")
    assert (made.returncode, made.stdout.decode()) == (0, f"{out}\n")
    assert struct.unpack(">8s8xII", out.read_bytes()[:24]) == (b"\x89PNG\r\n\x1a\n", 2200, 1400)


@pytest.mark.parametrize("verb", [["export", "--as", "agenda-json"], ["screenshot"]])
def test_no_verb_writes_over_the_meeting(sample: Path, capsys: pytest.CaptureFixture[str], verb: list[str]) -> None:
    before = sample.read_bytes()
    sentence = "“sample.agenda” is the meeting itself. Give another file to --out."
    assert problem([*verb, str(sample), "--out", str(sample)], capsys) == sentence
    assert sample.read_bytes() == before


def test_no_verb_but_the_picture_loads_qt(sample: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.csv"
    answers.write_text("Entity,Name,Roundtable\nExamplia,Ann Alpha,RT 1\n")
    copy = tmp_path / "copy.agenda"
    shutil.copy(sample, copy)
    words = {
        "new": [str(tmp_path / "made.agenda")],
        "check": [str(sample)],
        "show": [str(sample), "--json"],
        "export": [str(sample), "--as", "agenda-pdf", "--out", str(tmp_path / "agenda.pdf")],
        "import": [str(sample), str(answers)],
        "times": [str(sample)],
        "issue": [str(sample), "--as-of", "2020-11-05 18:00"],
        "drafts": [str(sample)],
        "diff": [str(sample), "--from", "1"],
        "history": [str(sample)],
        "merge": [str(sample), str(copy)],
    }
    seen = {}
    for verb, rest in words.items():
        command = [sys.executable, "-c", COUNT_QT, verb, *rest]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        seen[verb] = result.stderr
    assert seen == dict.fromkeys(words, "0 0\n")
    assert set(words) == {verb.name for verb in VERBS} - {"screenshot"}


def test_check_loads_no_pdf_writer(sample: Path) -> None:
    script = COUNT_QT.replace("('PySide6', 'shiboken6')", "'reportlab'")
    command = [sys.executable, "-c", script, "check", str(sample)]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr == "0 0\n"


def test_the_parser_loads_no_database() -> None:
    script = "import sys, planner.cli; print('sqlalchemy' in sys.modules, 'reportlab' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout == "False False\n"


def test_the_program_ends_with_the_exit_code_and_no_traceback(tmp_path: Path) -> None:
    result = run("show", str(tmp_path / "none.agenda"))
    sentence = "There is no file “none.agenda”. Check the name, or look for it where it was moved.\n"
    assert (result.returncode, result.stdout, result.stderr.decode()) == (2, b"", sentence)


@pytest.mark.parametrize("narrow", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"LC_ALL": "C"}])
def test_any_locale_prints_utf_8(tmp_path: Path, narrow: dict[str, str]) -> None:
    path = tmp_path / "made.agenda"
    assert main(["new", str(path), "--template", "two-day", "--days", "2020-11-12", "--title", "Türkiye – Ελλάς"]) == 0
    shown = run("show", str(path), **narrow)
    assert (shown.returncode, shown.stdout.decode().splitlines()[0]) == (0, "Türkiye – Ελλάς")


def test_a_reader_that_goes_away_is_no_failure(sample: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, str(ROOT / "main.py"), "show", str(sample)]
    result = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (result.returncode, result.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_one_sentence(sample: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "show", str(sample)]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    sentence = "The answer could not be written (No space left on device). Write it elsewhere.\n"
    assert (result.returncode, result.stderr.decode()) == (2, sentence)


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_each_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main([verb, "--help"])
    assert (raised.value.code, capsys.readouterr().out.splitlines()[0].split()[:3]) == (
        0,
        ["usage:", "roundtable-planner", verb],
    )
