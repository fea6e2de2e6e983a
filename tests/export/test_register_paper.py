"""The register of accepted findings as an annex."""

from datetime import datetime
from pathlib import Path

from pypdf import PdfReader

from planner.export.agenda_paper import AgendaOptions
from planner.export.paper_parts import Heading, PaperParts, Paragraph, Table
from planner.export.papers import paper_kind
from planner.export.register_paper import register_paper
from planner.local_times import zone_data_version
from planner.models.agenda import Agenda
from planner.models.aside_records import Acceptance, RuleLevel
from planner.rules.all_findings import register_of
from planner.rules.register import facts_of
from tests.building import make_agenda, session

SESSIONS = [session(1, "First", 600), session(2, "Second", 600)]


def accepted(**rows: object) -> Agenda:
    clash = next(found for found in register_of(make_agenda(sessions=SESSIONS)).open if found.rule == "room-twice")
    made = "2020-11-05T10:00:00+00:00"
    acceptances = [
        Acceptance(
            1,
            clash.rule,
            facts_of(make_agenda(sessions=SESSIONS), clash),
            clash.sentence,
            "Both are short.",
            "Ann Alpha",
            made,
        ),
        Acceptance(2, clash.rule, "other facts", "It was so once.", "Then it was fine.", "", made),
    ]
    return make_agenda(sessions=SESSIONS, acceptances=acceptances, **rows)


def headings(paper: PaperParts) -> list[str]:
    return [part.text for part in paper.parts if isinstance(part, Heading)]


def rows(paper: PaperParts) -> list[list[str]]:
    """The texts of all tables, row by row."""
    return [
        ["".join(run.text for part in cell if isinstance(part, Paragraph) for run in part.runs) for cell in row.cells]
        for part in paper.parts
        if isinstance(part, Table)
        for row in part.rows
    ]  # fmt: skip


def test_the_annex_lists_what_is_accepted_what_lapsed_and_the_levels() -> None:
    paper = register_paper(accepted(rule_levels=[RuleLevel(1, "gap", "off")]), AgendaOptions())
    assert headings(paper) == ["Accepted", "Lapsed since", "Levels of this meeting"]
    assert rows(paper)[:2] == [
        [
            "Clash", "First and Second are both in Plenary, Thu 12 Nov 10:00–10:30 CET.", "Both are short.",
            "Ann Alpha", "5 Nov 2020",
        ],
        ["Lapsed", "It was so once.", "Then it was fine.", "", "5 Nov 2020"],
    ]  # fmt: skip


def test_the_annex_says_that_it_is_internal_and_of_when_it_is() -> None:
    paper = register_paper(accepted(), AgendaOptions(as_of=datetime(2020, 11, 5, 18)))
    assert (paper.kicker, paper.version_note) == (
        "ANNEX: REGISTER OF ACCEPTED FINDINGS, INTERNAL", "Draft 1, as of 5 November 2020, 18:00 CET.",
    )  # fmt: skip
    assert paper.zone_note == f"All times CET (UTC+1) · time zone data {zone_data_version()}"


def test_an_empty_register_says_so() -> None:
    paper = register_paper(make_agenda(sessions=SESSIONS), AgendaOptions())
    texts = [part.runs[0].text for part in paper.parts if isinstance(part, Paragraph)]
    assert texts[-1] == "Nothing was accepted."
    assert headings(paper) == ["Accepted"]


def test_the_annex_is_written_as_pdf_and_byte_for_byte_again(tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    for path in (first, second):
        paper_kind("register-pdf").write(accepted(), AgendaOptions(), path)
    text = " ".join(PdfReader(first).pages[0].extract_text().split())
    assert text.count("Both are short.") == 1
    assert first.read_bytes() == second.read_bytes()
