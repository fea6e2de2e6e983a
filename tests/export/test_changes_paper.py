"""What changed since a draft, on paper: in sentences, and marked in the agenda itself."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner import edits
from planner.document import Document
from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.changes_paper import changes_parts
from planner.export.look import USUAL_LOOK, TimeStyle
from planner.export.marked_agenda import marked_parts
from planner.export.paper_parts import Bullets, Heading
from planner.export.papers import paper_kind
from planner.export.profiles import Profile, redacted
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState
from tests.building import entity, make_agenda, roundtable, seat
from tests.meetings import make_meeting

OPTIONS = AgendaOptions(as_of=datetime(2020, 11, 6, 9, 0), watermark=False)


@pytest.fixture
def before() -> Agenda:
    return make_agenda(
        sessions=[roundtable(1, 600, 60), roundtable(2, 700, 60), roundtable(3, 800, 60)],
        entities=[entity(1, "Examplia"), entity(2, "Samplia")],
        seats=[seat(1, 1, Role.SPEAKER, entity=1)],
    )


@pytest.fixture
def now(before: Agenda) -> Agenda:
    """The first is an hour later with another speaker, the second is gone, the third is as it was."""
    return before.with_records(
        [
            ("sessions", 1, replace(before.sessions[1], start_minute=660)),
            ("sessions", 2, None),
            ("seats", 1, None),
            ("seats", 2, seat(2, 1, Role.SPEAKER, entity=2)),
        ]
    )


def test_changes_are_told_with_the_hours_of_the_look(before: Agenda, now: Agenda) -> None:
    look = replace(USUAL_LOOK, time_style=TimeStyle.POINT)
    paper = changes_parts(now, replace(OPTIONS, before=before, look=look))
    first = next(part for part in paper.parts if isinstance(part, Bullets)).items[0]
    assert "".join(run.text for run in first) == "Roundtable 1 moves from Thu 10.00 to Thu 11.00 CET."


def test_changes_are_told_by_session_and_by_person(before: Agenda, now: Agenda) -> None:
    paper = changes_parts(now, replace(OPTIONS, before=before))
    told = [part.text if isinstance(part, Heading) else [run.text for runs in part.items for run in runs]
            for part in paper.parts if isinstance(part, Heading | Bullets)]  # fmt: skip
    first = [
        "Roundtable 1 moves from Thu 10:00 to Thu 11:00 CET.",
        "Roundtable 1 no longer includes Examplia (speaker).",
        "Roundtable 1 now includes Samplia (speaker).",
    ]
    assert told == [
        "By session", "RT1", first, "RT2", ["Roundtable 2 is dropped; it was on Thu 11:40 CET."],
        "By person", "Examplia", [first[1]], "Samplia", [first[2]],
        "Nobody in particular", [first[0], "Roundtable 2 is dropped; it was on Thu 11:40 CET."],
    ]  # fmt: skip


def test_others_are_told_of_a_state_only_whether_the_seat_is_confirmed(before: Agenda) -> None:
    invited = before.with_records([("seats", 1, replace(before.seats[1], state=SeatState.INVITED))])
    now = before.with_records([("seats", 1, replace(before.seats[1], state=SeatState.CONFIRMED))])
    told = {}
    for profile in Profile:
        shown = replace(OPTIONS, profile=profile, before=redacted(invited, profile))
        first = next(part for part in changes_parts(redacted(now, profile), shown).parts if isinstance(part, Bullets))
        told[profile] = first.items[0][0].text
    unsaid = "The seat of Examplia in Roundtable 1 is now confirmed instead of unconfirmed (speaker)."
    assert told == {
        Profile.PUBLIC: unsaid, Profile.DELEGATIONS: unsaid,
        Profile.INTERNAL: "The seat of Examplia in Roundtable 1 is now confirmed instead of invited (speaker).",
    }  # fmt: skip


def test_without_a_draft_there_is_nothing_to_compare_with(now: Agenda) -> None:
    for parts_of in (changes_parts, marked_parts):
        with pytest.raises(InputProblem, match="There is no draft to compare with"):
            parts_of(now, OPTIONS)


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("changes-pdf", "What changed since Draft {number}."),
        ("marked-agenda-pdf", "What changed since Draft {number} is marked."),
    ],
)
def test_the_paper_says_with_which_draft_it_compares(tmp_path: Path, kind: str, told: str) -> None:
    document = Document.open(make_meeting(tmp_path / "meeting.agenda"))
    edits.drafts.issue_draft(document, "for our own eyes", as_of=OPTIONS.as_of)
    number = document.agenda.meeting.draft_number
    edits.sessions.change_session(document, document.agenda.placed_sessions[0].id, title="Another title")
    out = tmp_path / "paper.pdf"
    for profile in Profile:
        paper_kind(kind).write(document.agenda, replace(OPTIONS, profile=profile), out)
        lines = [line for line in text_of(out).splitlines() if "since" in line]
        assert lines == [told.format(number=number)]
    document.close()


def test_a_working_copy_says_how_far_it_is_from_its_draft_and_a_draft_only_its_number(tmp_path: Path) -> None:
    document = Document.open(make_meeting(tmp_path / "meeting.agenda"))
    edits.drafts.issue_draft(document, as_of=OPTIONS.as_of)
    number = document.agenda.meeting.draft_number
    out = tmp_path / "agenda.pdf"
    paper_kind("agenda-pdf").write(document.agenda, OPTIONS, out)
    assert f"Draft {number}, as of 6 November 2020" in text_of(out)
    edits.sessions.change_session(document, document.agenda.placed_sessions[0].id, title="Another title")
    paper_kind("agenda-pdf").write(document.agenda, OPTIONS, out)
    assert f"After Draft {number}, 1 change, as of 6 November 2020" in text_of(out)
    document.close()
