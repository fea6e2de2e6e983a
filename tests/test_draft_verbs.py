"""Drafts on the command line: exactly what it prints, and its exit codes."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from planner import edits
from planner.cli import main
from planner.document import Document
from planner.models.file import read_agenda
from tests.meetings import FIRST, SECOND, alter, friday, make_meeting, steps

OPEN = "1 session is not placed yet\n2 seats have no name yet\n4 seats are not confirmed\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_meeting(tmp_path / "review.agenda")


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs the program; returns its exit code, what it printed, and its complaint."""

    def run(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def issue(path: Path, *words: str) -> None:
    assert main(["issue", str(path), "--as-of", "2020-11-05 18:00", *words]) == 0


def move_second(path: Path, start: int = 700) -> None:
    with closing(Document.open(path)) as document:
        edits.sessions.move_session(document, SECOND, friday(start))


def rename_first(path: Path, title: str) -> None:
    with closing(Document.open(path)) as document:
        edits.sessions.change_session(document, FIRST, title=title)


# -- drafts and issue -------------------------------------------------------------------------------------------


def test_a_meeting_without_drafts_says_so(path: Path, say: Any) -> None:
    assert say("drafts", path) == (0, "No draft has been issued yet.\n", "")
    assert say("drafts", path, "--json") == (0, "[]\n", "")


def test_issuing_tells_the_number_and_what_is_open(path: Path, say: Any) -> None:
    answer = say("issue", path, "--label", "for the Bureau", "--as-of", "2020-11-05 18:00")
    assert answer == (0, f"Draft 1 is issued.\n{OPEN}", "")


def test_an_accepted_clash_is_no_longer_open(path: Path, say: Any) -> None:
    with closing(Document.open(path)) as document:
        edits.sessions.move_session(document, SECOND, document.agenda.sessions[FIRST].spot)
        for finding in document_clashes(document):
            edits.register.accept_finding(document, finding, "two screens")
    assert say("issue", path) == (0, f"Draft 1 is issued.\n{OPEN}", "")


def document_clashes(document: Document) -> list[Any]:
    from planner.rules import findings_of
    from planner.rules.finding import Level

    return [finding for finding in findings_of(document.agenda) if finding.level is Level.CLASH]


def test_issuing_as_json_holds_the_draft(path: Path, say: Any) -> None:
    words = ("--label", "for the Bureau", "--note", "by e-mail", "--as-of", "2020-11-05 18:00", "--json")
    code, printed, _complaint = say("issue", path, *words)
    issued = json.loads(printed)
    assert (code, issued.pop("issued_at")[:2]) == (0, "20")
    assert issued == {
        "id": 1, "kind": "draft", "number": 1, "label": "for the Bureau", "note": "by e-mail",
        "as_of": "2020-11-05T18:00", "open": OPEN.splitlines(),
    }  # fmt: skip


def test_a_time_that_cannot_be_read_issues_nothing(path: Path, say: Any) -> None:
    answer = say("issue", path, "--as-of", "yesterday")
    assert answer == (2, "", "“yesterday” is no date and time. Write it as 2020-11-05 18:00.\n")
    assert steps(path) == []


def test_drafts_are_listed_with_the_options_and_how_far_the_copy_went(path: Path, say: Any) -> None:
    issue(path, "--label", "for the Bureau")
    move_second(path)
    issue(path)
    rename_first(path, "Another title")
    with closing(Document.open(path)) as document:
        edits.drafts.keep_option(document)
        kept_at = document.agenda.drafts[3].as_of.replace("T", " ")
    lines = (
        "Draft 1, for the Bureau, as of 2020-11-05 18:00",
        "Draft 2, as of 2020-11-05 18:00",
        f"Option A, as of {kept_at}",
        "After Draft 2, 1 change",
    )
    assert say("drafts", path) == (0, "\n".join(lines) + "\n", "")
    kept = json.loads(say("drafts", path, "--json")[1])
    assert [(draft["kind"], draft["number"], draft["label"]) for draft in kept] == [
        ("draft", 1, "for the Bureau"), ("draft", 2, ""), ("option", 0, "Option A"),
    ]  # fmt: skip


def test_a_draft_that_another_program_altered_is_told_and_nothing_breaks(path: Path, say: Any) -> None:
    issue(path)
    alter(path, "UPDATE drafts SET content = '{}'")
    unreadable = "The latest draft was changed by another program and cannot be read."
    assert say("drafts", path) == (0, f"Draft 1, as of 2020-11-05 18:00\n{unreadable}\n", "")
    complaint = "Draft “1” was changed by another program and cannot be read. Choose another.\n"
    assert say("diff", path, "--from", "1") == (2, "", complaint)
    words = ("export", path, "--as", "agenda-json", "--draft", "1", "--out", path.with_suffix(".json"))
    complaint = "Draft 1 was changed by another program and cannot be read. Print another.\n"
    assert say(*words) == (2, "", complaint)


# -- diff -------------------------------------------------------------------------------------------------------


def test_nothing_changed_right_after_issuing(path: Path, say: Any) -> None:
    issue(path)
    assert say("diff", path, "--from", "1") == (0, "Nothing changed.\n", "")


def test_changes_are_told_in_sentences_and_again_by_person_with_their_hours(path: Path, say: Any) -> None:
    with closing(Document.open(path)) as document:
        edits.people.change_person(document, 2, zone="Asia/Bishkek")
        edits.seats.change_seat(document, 4, entity_id=2, person_id=2)
    issue(path)
    move_second(path)
    lines = (
        "Roundtable 2 moves from Fri 10:00 to Fri 11:40 CET (05:40 in Toronto).",
        "",
        "Ben Beta:",
        "  Roundtable 2 moves from Fri 10:00 to Fri 11:40 CET (16:40 in Bishkek).",
    )
    assert say("diff", path, "--from", "1", "--to", "now") == (0, "\n".join(lines) + "\n", "")


def test_two_drafts_are_compared_whatever_came_later(path: Path, say: Any) -> None:
    issue(path)
    move_second(path)
    issue(path)
    rename_first(path, "Another title")
    sentence = "Roundtable 2 moves from Fri 10:00 to Fri 11:40 CET (05:40 in Toronto).\n"
    assert say("diff", path, "--from", "1", "--to", "2") == (0, sentence, "")


def test_changes_as_json_name_the_session_and_the_people(path: Path, say: Any) -> None:
    issue(path)
    rename_first(path, "Another title")
    code, printed, _complaint = say("diff", path, "--from", "1", "--json")
    sentence = "Roundtable 1 is now called “Another title” instead of “First theme”."
    assert (code, json.loads(printed)) == (
        0,
        [
            {
                "kind": "session-title", "sentence": sentence, "session_id": FIRST, "before": "First theme",
                "after": "Another title", "starts": None, "started": None, "people": [1, 2], "entities": [1],
            }
        ],
    )  # fmt: skip


def test_a_move_as_json_says_the_whole_moments(path: Path, say: Any) -> None:
    with closing(Document.open(path)) as document:
        edits.drafts.issue_draft(document)
    move_second(path)
    (told,) = json.loads(say("diff", path, "--from", "1", "--json")[1])
    assert (told["started"], told["starts"]) == (
        {"date": "2020-11-13", "time": "10:00", "zone": "Europe/Zurich"},
        {"date": "2020-11-13", "time": "11:40", "zone": "Europe/Zurich"},
    )


def test_a_draft_that_is_not_there_is_refused_with_those_that_are(path: Path, say: Any) -> None:
    issue(path)
    assert say("diff", path, "--from", "9") == (2, "", "There is no draft “9”. Choose one of: 1, now.\n")
    required = "The following arguments are required: --from. See roundtable-planner diff --help.\n"
    assert say("diff", path) == (2, "", required)


# -- merge ------------------------------------------------------------------------------------------------------


@pytest.fixture
def copies(path: Path) -> tuple[Path, Path]:
    """Two copies that moved the same session, and one of them renamed another."""
    issue(path)
    other = Path(shutil.copyfile(path, path.with_name("other.agenda")))
    move_second(path, 700)
    move_second(other, 660)
    rename_first(other, "Theirs")
    return path, other


TAKEN = "Roundtable 1 is now called “Theirs” instead of “First theme”."
CONFLICT = "Roundtable 2, day and time: here “Fri 11:40 CET”, there “Fri 11:00 CET”."
UNDECIDED = "Nothing was written. Decide with --ours or --theirs, or merge in the window one by one."


@pytest.mark.parametrize("words", [(), ("--dry-run",)])
def test_a_conflict_writes_nothing_and_ends_with_1(copies: tuple[Path, Path], say: Any, words: tuple[str, ...]) -> None:
    path, other = copies
    before = path.read_bytes()
    assert say("merge", path, other, *words) == (1, f"{TAKEN}\n{CONFLICT}\n{UNDECIDED}\n", "")
    assert path.read_bytes() == before


@pytest.mark.parametrize(("side", "start"), [("--ours", 700), ("--theirs", 660)])
def test_a_side_decides_conflicts_in_one_step(copies: tuple[Path, Path], say: Any, side: str, start: int) -> None:
    path, other = copies
    assert say("merge", path, other, side) == (0, f"{TAKEN}\n{CONFLICT}\n", "")
    sessions = read_agenda(path).sessions
    assert (sessions[FIRST].title, sessions[SECOND].start_minute) == ("Theirs", start)
    assert steps(path)[-1] == ("Merge “other.agenda”", 1)


def test_a_decided_dry_run_tells_all_and_writes_nothing(copies: tuple[Path, Path], say: Any) -> None:
    path, other = copies
    before = path.read_bytes()
    code, printed, _complaint = say("merge", path, other, "--theirs", "--dry-run", "--json")
    told = json.loads(printed)
    assert (code, told["since"][:21]) == (0, "since “Issue Draft 1”")
    assert [change["sentence"] for change in told["taken"]] == [TAKEN]
    spots = {"day_id": 2, "room_id": 1}
    assert told["conflicts"] == [
        {
            "table": "sessions", "id": SECOND, "fields": ["day_id", "start_minute", "room_id"],
            "ours": spots | {"start_minute": 700}, "theirs": spots | {"start_minute": 660},
            "before": spots | {"start_minute": 600}, "sentence": CONFLICT,
        }
    ]  # fmt: skip
    assert path.read_bytes() == before


def test_what_no_paper_shows_is_told_too_when_it_is_merged(copies: tuple[Path, Path], say: Any) -> None:
    path, other = copies
    with closing(Document.open(other)) as document:
        edits.sessions.change_session(document, FIRST, internal_notes="Call at nine")
        edits.people.change_person(document, 1, email="ann@example.org")
        edits.meeting.change_meeting(document, words_per_minute=110)
    code, printed, _complaint = say("merge", path, other, "--theirs", "--dry-run", "--json")
    assert (code, json.loads(printed)["also"]) == (
        0,
        [
            "The number of words a minute of the meeting is now “110” instead of “120”.",
            "The internal note of Roundtable 1 has changed.",
            "The e-mail address of Ann Alpha has changed.",
        ],
    )


def test_what_a_merge_would_bring_is_told_of_a_file_that_is_open_elsewhere(copies: tuple[Path, Path], say: Any) -> None:
    path, other = copies
    alone = say("merge", path, other, "--dry-run")
    with closing(Document.open(path)):
        assert say("merge", path, other, "--dry-run") == alone
        assert say("history", path)[0] == 0


def test_details_are_told_to_organisers_after_all_else(path: Path, say: Any) -> None:
    with closing(Document.open(path)) as document:
        edits.drafts.issue_draft(document)
        edits.sessions.change_session(document, FIRST, wrap_up_minutes=10)
        edits.sessions.pin_session(document, FIRST, True)
    sentences = [
        "Roundtable 1 is now pinned.", "The wrap-up of Roundtable 1 is now “10 min”; none was given before.",
    ]  # fmt: skip
    heading = "For the organizers only:"
    assert say("diff", path, "--from", "1", "--to", "now")[1].splitlines() == [
        heading,
        *(f"  {each}" for each in sentences),
    ]
    found = json.loads(say("diff", path, "--from", "1", "--to", "now", "--json")[1])
    assert [(each["kind"], each["sentence"]) for each in found] == list(
        zip(("session-pinned", "detail"), sentences, strict=True)
    )


def test_an_as_of_time_with_an_offset_is_refused(path: Path, say: Any) -> None:
    assert say("issue", path, "--as-of", "2020-11-05T18:00+05:00") == (
        2, "", "“2020-11-05T18:00+05:00” has an offset. "
        "Write the time of the meeting's own zone, as 2020-11-05 18:00.\n",
    )  # fmt: skip


def test_a_label_is_one_line(path: Path, say: Any) -> None:
    say("issue", path, "--label", " for the\n Bureau ")
    assert json.loads(say("drafts", path, "--json")[1])[0]["label"] == "for the Bureau"


def test_what_was_merged_already_brings_nothing_new(copies: tuple[Path, Path], say: Any) -> None:
    path, other = copies
    say("merge", path, other, "--theirs")
    assert say("merge", path, other) == (0, "The other copy brings nothing new.\n", "")


def test_another_meeting_is_no_copy_and_importing_is_offered(path: Path, say: Any) -> None:
    other = path.with_name("sample.agenda")
    main(["new", str(other), "--sample"])
    complaint = (
        "“sample.agenda” is not a copy of this meeting: they have no step and no draft in common. To take people and "
        "interests over, export them there as a spreadsheet and import it in the Interest view.\n"
    )
    assert say("merge", path, other) == (2, "", complaint)


# -- history ----------------------------------------------------------------------------------------------------


def test_history_tells_every_step_the_latest_first_and_which_were_taken_back(path: Path, say: Any) -> None:
    rename_first(path, "Another title")
    move_second(path)
    with closing(Document.open(path)) as document:
        document.undo()
    code, printed, _complaint = say("history", path)
    assert (code, [line.partition("  ")[2] for line in printed.splitlines()[:-1]], printed.splitlines()[-1]) == (
        0,
        ["Move Roundtable 2 to Fri 11:40 (taken back)", "Change the title of Roundtable 1"],
        "2 steps",
    )
    told = json.loads(say("history", path, "--json")[1])
    assert [(step["id"], step["stands"], step["rows"]) for step in told] == [(2, False, 1), (1, True, 1)]


def test_a_new_file_has_no_steps(path: Path, say: Any) -> None:
    assert say("history", path) == (0, "0 steps\n", "")


# -- printing again ---------------------------------------------------------------------------------------------


def test_a_draft_printed_after_two_hundred_edits_is_the_same_byte_for_byte(path: Path, say: Any) -> None:
    issue(path)
    papers = [path.with_name(name) for name in ("first.pdf", "again.pdf")]
    words = ("export", path, "--as", "agenda-pdf", "--draft", "1", "--out")
    assert say(*words, papers[0])[0] == 0
    with closing(Document.open(path)) as document:
        for number in range(50):
            edits.sessions.change_session(document, FIRST, title=f"Title {number}")
            edits.sessions.resize_session(document, SECOND, 30 + number)
            edits.meeting.change_meeting(document, title=f"Meeting {number}", subtitle=f"Edition {number}")
            edits.people.change_person(document, 1, family_name=f"Name{number}")
        edits.layouts.change_look(document, accent="#884400", paper="a3", font_size=12)
        assert len(document.steps()) == 202
    issue(path)
    assert say(*words, papers[1])[0] == 0
    assert papers[0].read_bytes() == papers[1].read_bytes()
