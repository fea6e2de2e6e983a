"""A draft prints the same for ever, and nothing is printed under the name of a draft that is not it."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from planner import edits
from planner.cli import EXIT_PROBLEM, main
from planner.document import Document
from planner.errors import RuleBroken
from planner.export.papers import PAPERS
from planner.models.aside_records import CalendarEvent
from planner.rules.all_findings import findings_of
from tests.meetings import ALPHA, BETA, EXAMPLIA, FIRST, SECOND, friday, make_meeting

AS_OF = ("--as-of", "2020-11-05T18:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_meeting(tmp_path / "review.agenda")


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    def run(*words: Any) -> tuple[int, str]:
        code = main([str(word) for word in words])
        return code, capsys.readouterr().err.strip()

    return run


def edit(path: Path, *steps: Callable[[Document], Any]) -> None:
    with closing(Document.open(path)) as document:
        for step in steps:
            step(document)


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def accept_the_first(document: Document) -> None:
    edits.register.accept_finding(document, findings_of(document.agenda)[0], "Agreed", "Ann")


@pytest.mark.parametrize("key", [kind.key for kind in PAPERS])
def test_every_paper_of_a_draft_is_the_same_whatever_came_after(path: Path, key: str, told: Any) -> None:
    edit(
        path,
        edits.drafts.issue_draft,
        lambda document: edits.sessions.change_session(document, FIRST, title="Second wording"),
        accept_the_first,
        edits.drafts.issue_draft,
    )
    papers = [path.with_name(name) for name in ("first", "again")]
    words = ("export", path, "--as", key, "--draft", 2, "--out")
    assert told(*words, papers[0]) == (0, "")
    edit(
        path,
        accept_the_first,
        lambda document: edits.register.set_rule_level(document, "break", "off"),
        lambda document: edits.telling.mark_told(document, [(ALPHA, None), (BETA, None)]),
        lambda document: edits.layouts.change_look(document, font_size=12),
        lambda document: edits.sessions.change_session(document, SECOND, title="Third wording"),
        edits.drafts.keep_option,
        edits.drafts.issue_draft,
    )
    assert told(*words, papers[1]) == (0, "")
    assert papers[0].read_bytes() == papers[1].read_bytes()


def test_what_changed_in_a_draft_is_told_since_the_one_before(path: Path, told: Any) -> None:
    edit(
        path,
        edits.drafts.issue_draft,
        lambda document: edits.sessions.change_session(document, FIRST, title="Second wording"),
        edits.drafts.issue_draft,
        lambda document: edits.sessions.change_session(document, FIRST, title="Third wording"),
        edits.drafts.issue_draft,
    )
    out = path.with_suffix(".pdf")
    assert told("export", path, "--as", "changes-pdf", "--draft", 2, "--out", out) == (0, "")
    assert "is now called “Second wording” instead of “First theme”" in text_of(out)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("2", "There is no Draft 2. Choose one of: 1."),
        ("-3", "A draft has a number from 1 on, and 0 means none. Give another."),
    ],
)
def test_no_paper_bears_the_number_of_a_draft_that_was_not_issued(
    path: Path, told: Any, number: str, sentence: str
) -> None:
    edit(path, edits.drafts.issue_draft, edits.drafts.issue_draft, Document.undo)
    out = path.with_suffix(".pdf")
    assert told("export", path, "--as", "agenda-pdf", f"--draft={number}", "--out", out) == (EXIT_PROBLEM, sentence)
    assert not out.exists()


def test_a_change_that_no_sentence_tells_still_makes_the_paper_one_after_the_draft(path: Path, told: Any) -> None:
    edit(
        path,
        edits.drafts.issue_draft,
        lambda document: edits.sessions.change_session(document, FIRST, wrap_up_minutes=10),
    )
    out = path.with_suffix(".pdf")
    assert told("export", path, "--as", "agenda-pdf", "--out", out, *AS_OF) == (0, "")
    assert "After Draft 1, as of 5 November 2020" in text_of(out)


@pytest.mark.parametrize(
    "change",
    [
        lambda document: edits.sessions.change_session(document, FIRST, internal_notes="Call at nine"),
        lambda document: edits.sessions.pin_session(document, FIRST, True),
        accept_the_first,
    ],
)
def test_what_no_paper_for_others_shows_leaves_it_the_draft(path: Path, told: Any, change: Any) -> None:
    edit(path, edits.drafts.issue_draft, change)
    out = path.with_suffix(".pdf")
    assert told("export", path, "--as", "agenda-pdf", "--out", out, *AS_OF) == (0, "")
    assert "Draft 1, as of 5 November 2020" in text_of(out)
    assert "After Draft 1" not in text_of(out)


def test_a_draft_taken_back_is_a_change_after_the_latest_one(path: Path, told: Any) -> None:
    edit(
        path,
        edits.drafts.issue_draft,
        lambda document: edits.sessions.change_session(document, FIRST, title="Second wording"),
        edits.drafts.issue_draft,
        lambda document: edits.drafts.take_back(document, 1),
    )
    out = path.with_suffix(".pdf")
    assert told("export", path, "--as", "agenda-pdf", "--out", out, *AS_OF) == (0, "")
    assert "After Draft 2, 1 change, as of 5 November 2020" in text_of(out)


def test_sheets_of_a_changed_plan_say_so(path: Path, told: Any) -> None:
    edit(
        path,
        edits.drafts.issue_draft,
        lambda document: edits.sessions.change_session(document, FIRST, title="Second wording"),
    )
    folder = path.with_name("sheets")
    assert told("export", path, "--as", "sheets", "--out", folder, *AS_OF) == (0, "")
    assert "After Draft 1, 1 change, as of 5 November 2020" in text_of(folder / "ann-alpha.pdf")


def papers_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}


def events_of(path: Path) -> tuple[CalendarEvent, ...]:
    with closing(Document.open(path)) as document:
        return document.calendar_events()


def test_sheets_and_letters_of_a_draft_that_the_plan_left_are_the_same_papers_and_reach_no_calendar(
    path: Path, told: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(
        path,
        edits.drafts.issue_draft,
        _move(100),
        edits.drafts.issue_draft,
        lambda document: edits.telling.mark_told(document, [(None, EXAMPLIA)]),
        _move(160),
        edits.drafts.issue_draft,
    )
    made = [("export", path, "--as", key, "--draft", 3, "--out", path.with_name(key)) for key in ("sheets", "letters")]
    assert [told(*words) for words in made] == [(0, ""), (0, "")]
    known, first = events_of(path), [papers_in(path.with_name(key)) for key in ("sheets", "letters")]
    edit(
        path,
        *(_move(minute) for minute in range(0, 20, 5)),
        edits.drafts.issue_draft,
        lambda document: edits.telling.mark_told(document, [(ALPHA, None), (BETA, None), (None, EXAMPLIA)]),
    )
    for key, papers in zip(("sheets", "letters"), first, strict=True):
        again = path.with_name(f"{key} again")
        assert main(["export", str(path), "--as", key, "--draft", "3", "--out", str(again)]) == 0
        why = "The calendar files and e-mail drafts are left out, because the plan has changed since Draft 3."
        assert capsys.readouterr().out == f"{again}\n{why}\n"
        assert {file.name: file.read_bytes() for file in again.iterdir()} == papers
    assert list(first[1]) == ["ann-alpha.pdf", "ben-beta.pdf", "examplia.pdf"]
    assert ["Since Draft 2, which you know" in text_of(path.with_name("letters") / name) for name in first[1]] == [
        False, False, True,
    ]  # fmt: skip
    assert events_of(path) == known


def _move(minutes: int) -> Callable[[Document], Any]:
    return lambda document: edits.sessions.move_session(document, FIRST, friday(620 + minutes))


def test_sheets_of_a_draft_that_the_plan_still_is_go_to_calendars(path: Path, told: Any) -> None:
    edit(path, edits.drafts.issue_draft)
    folder = path.with_name("sheets")
    assert told("export", path, "--as", "sheets", "--draft", 1, "--out", folder, *AS_OF) == (0, "")
    assert len(list(folder.glob("*.ics"))) == len(events_of(path)) == 3


@pytest.mark.parametrize("key", ["sheets", "letters"])
def test_sheets_for_everybody_are_refused_and_nothing_is_cancelled(path: Path, told: Any, key: str) -> None:
    words = ("export", path, "--as", key, "--profile", "public", "--out", path.with_name("sheets"))
    assert told(*words) == (
        EXIT_PROBLEM, f"“{key}” is for those who sit. Choose the profile delegations, or none.",
    )  # fmt: skip
    with closing(Document.open(path)) as document:
        assert document.calendar_events() == ()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("annotated-pdf", "--zones", "Asia/Tokyo"),
         "“annotated-pdf” has no columns for time zones. Leave the zones out."),
        (("agenda-pdf", "--template", "own.docx"), "“agenda-pdf” is no Word document. Leave the template out."),
    ],
)  # fmt: skip
def test_what_a_paper_cannot_do_is_said(path: Path, told: Any, words: tuple[str, ...], sentence: str) -> None:
    key, *more = words
    out = path.with_suffix(".pdf")
    assert told("export", path, "--as", key, "--out", out, *more) == (EXIT_PROBLEM, sentence)
    assert not out.exists()


def test_the_number_of_a_draft_is_typed_only_before_the_first(path: Path) -> None:
    with closing(Document.open(path)) as document:
        edits.meeting.change_meeting(document, draft_number=3)
        edits.drafts.issue_draft(document)
        with pytest.raises(RuleBroken) as refusal:
            edits.meeting.change_meeting(document, draft_number=9)
    assert refusal.value.sentence == "Drafts get their numbers as they are issued. Issue the next one instead."


@pytest.mark.parametrize("name", ["2", "now"])
def test_no_option_is_called_like_a_draft(path: Path, name: str) -> None:
    with closing(Document.open(path)) as document, pytest.raises(RuleBroken) as refusal:
        edits.drafts.keep_option(document, name)
    assert refusal.value.sentence == f"“{name}” means a draft or the working copy. Choose another name."
