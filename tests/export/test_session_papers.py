"""The annotated agenda, the script and the running order: what each says of a session, and what none may say."""

import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.export.agenda_paper import AgendaOptions
from planner.export.annotated_paper import annotated_parts
from planner.export.paper_parts import Heading, PaperParts, Table, texts_of_parts
from planner.export.papers import PAPERS, PaperKind
from planner.export.profiles import Profile, redacted
from planner.export.running_order_paper import running_order_parts
from planner.export.script_paper import script_parts
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SeatState, SessionKind
from planner.models.records import Coverage, Objective, Room
from tests.building import entity, make_agenda, person, roundtable, seat, session
from tests.export.test_profiles import planted

OPTIONS = AgendaOptions(as_of=datetime(2020, 11, 5, 18, 0), watermark=False)


@pytest.fixture
def agenda() -> Agenda:
    themed = replace(
        roundtable(1, 600, 90), summary="One.\n\nTwo.", guiding_questions="1. Who?\n- 23 objectives?",
        wrap_up_minutes=10, floor_states=12, floor_stakeholders=5, internal_notes="Call at nine.",
    )  # fmt: skip
    ann = replace(
        person(1, "Ann", "Example", entity=1), honorific="H.E. Ms.", function="Minister", phone="+1 555", email="a@b.c"
    )
    return make_agenda(
        rooms=[Room(1, "Plenary", "https://example.org/1", 1)],
        sessions=[themed, replace(session(2, "Lunch", 700), kind=SessionKind.BREAK), session(3, "Later", None)],
        entities=[entity(1, "Examplia")],
        people=[ann],
        seats=[
            seat(1, 1, Role.MODERATOR, entity=1, state=SeatState.CONFIRMED),
            seat(2, 1, Role.SPEAKER, person=1, state=SeatState.INVITED),
            seat(3, 1, Role.SPEAKER, entity=1, state=SeatState.DECLINED),
        ],
        objectives=[Objective(1, 12, "Short", "The whole title")],
        coverage=[Coverage(1, 1, 1)],
    )


def headings(paper: PaperParts) -> list[str]:
    return [part.text for part in paper.parts if isinstance(part, Heading)]


def rows(paper: PaperParts) -> list[list[str]]:
    return [
        ["".join(run.text for part in cell for run in getattr(part, "runs", ())) for cell in row.cells]
        for part in paper.parts
        if isinstance(part, Table)
        for row in part.rows
    ]


def test_the_annotated_agenda_has_days_and_sessions_with_hours_and_zone(agenda: Agenda) -> None:
    assert headings(annotated_parts(agenda, OPTIONS)) == [
        "Thursday, 12 November 2020", "10:00–11:30 CET  Roundtable 1", "11:40–12:10 CET  Lunch",
    ]  # fmt: skip


def test_the_annotated_agenda_gives_summary_objectives_questions_and_people(agenda: Agenda) -> None:
    said = set(texts_of_parts(annotated_parts(agenda, OPTIONS)))
    assert {"One.", "Two.", "Objective 12.", " The whole title", "Who?", "23 objectives?"} - said == set()


def test_each_seat_stands_beside_the_minute_at_which_it_begins(agenda: Agenda) -> None:
    assert rows(script_parts(agenda, OPTIONS)) == [
        ["10:00", "Moderator", "Examplia (speaker to be named)", "5"],
        ["10:05", "Speaker", "H.E. Ms. Ann Example, Minister, Examplia (to be confirmed)", "5"],
    ]


def test_the_script_has_a_page_a_session_and_leaves_breaks_out(agenda: Agenda) -> None:
    second = replace(roundtable(4, 800, 60), title="Another")
    paper = script_parts(agenda.with_records([("sessions", 4, second)]), OPTIONS)
    pages = [(part.session_id, part.starts_page) for part in paper.parts if isinstance(part, Heading)]
    assert pages == [(1, False), (4, True)]


def test_the_script_tells_the_rules_of_the_floor(agenda: Agenda) -> None:
    said = set(texts_of_parts(script_parts(agenda, OPTIONS)))
    rules = {
        "A State may speak for 3 minutes.",
        "A stakeholder may speak for 2 minutes.",
        "Count 30 seconds between two speakers.",
        "The wrap-up begins at 11:20 CET and takes 10 min.",
    }
    assert rules - said == set()


def test_the_running_order_has_states_phones_links_notes_and_what_waits(agenda: Agenda) -> None:
    paper = running_order_parts(agenda, OPTIONS)
    assert rows(paper)[1:] == [
        [
            "10:05",
            "Speaker",
            "H.E. Ms. Ann Example, Minister, Examplia (to be confirmed)",
            "invited",
            "+1 555a@b.c",
            "5",
        ],
        ["", "Speaker", "Examplia", "declined", "", "5"],
    ]
    said = set(texts_of_parts(paper))
    assert {"Plenary: https://example.org/1", "Call at nine.", "Later, 30 min"} - said == set()


def test_an_empty_meeting_says_so(agenda: Agenda) -> None:
    empty = make_agenda()
    for parts_of in (annotated_parts, script_parts, running_order_parts):
        assert len(parts_of(empty, OPTIONS).parts) == 1


def test_in_public_the_script_knows_no_unconfirmed_name(agenda: Agenda) -> None:
    said = " ".join(texts_of_parts(script_parts(redacted(agenda, Profile.PUBLIC), OPTIONS)))
    assert ("Ann Example" in said, "+1 555" in said, "Call at nine" in said) == (False, False, False)


SECRETS = (
    "people.email", "people.phone", "people.gender", "people.languages", "sessions.internal_notes", "interests.note",
    "interests.source", "replacements.reason", "rooms.link", "drafts.content", "drafts.note", "acceptances.reason",
)  # fmt: skip


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [kind for kind in PAPERS if kind.suffix], ids=lambda kind: kind.key)
def test_no_secret_is_in_any_paper_for_the_public(agenda: Agenda, kind: PaperKind, tmp_path: Path) -> None:
    path = tmp_path / f"paper{kind.suffix}"
    kind.write(planted(agenda), replace(OPTIONS, profile=Profile.PUBLIC), path)
    text = text_of(path)
    assert [secret for secret in SECRETS if secret in text] == []
