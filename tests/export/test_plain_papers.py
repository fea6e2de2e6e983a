"""Lists and overviews: speakers, the meeting on one page, coverage, balance, interests."""

from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.export.agenda_paper import AgendaOptions
from planner.export.balance_paper import balance_parts
from planner.export.look import Look, Paper
from planner.export.overview_paper import overview_parts
from planner.export.paper_parts import Bars, Heading, PaperParts, Table
from planner.export.papers import paper_kind
from planner.export.speakers_paper import speakers_parts
from planner.export.table_papers import coverage_parts, interests_parts
from planner.making import create_from_template
from planner.models.agenda import Agenda
from planner.models.file import read_agenda
from planner.models.kinds import InterestState, Role, SeatState
from planner.models.records import Coverage, Interest, Objective, Wish
from tests.building import entity, make_agenda, person, roundtable, seat

OPTIONS = AgendaOptions(as_of=datetime(2020, 11, 5, 18, 0), watermark=False)


@pytest.fixture
def agenda() -> Agenda:
    return make_agenda(
        sessions=[roundtable(1, 600, 60), roundtable(2, 600, 90, day=2), roundtable(3)],
        entities=[entity(1, "Examplia")],
        people=[person(1, "Ann", entity=1)],
        seats=[
            seat(1, 1, Role.MODERATOR, entity=1),
            seat(2, 1, Role.SPEAKER, person=1, state=SeatState.INVITED),
            seat(3, 3, Role.SPEAKER, entity=1),
        ],
        objectives=[Objective(1, 1, "Data", ""), Objective(2, 2, "Drivers", ""), Objective(3, 3, "Pathways", "")],
        coverage=[Coverage(1, 1, 1), Coverage(2, 1, 2), Coverage(3, 2, 2)],
        interests=[Interest(1, 1, 1, "2020-10-01", "typed", "", "", InterestState.NEW, 1)],
        wishes=[Wish(1, 1, 2, Role.SPEAKER, 2), Wish(2, 1, 1, Role.MODERATOR, 1)],
    )


def rows(paper: PaperParts) -> list[list[str]]:
    return [
        [" / ".join("".join(run.text for run in getattr(part, "runs", ())) for part in cell) for cell in row.cells]
        for part in paper.parts
        if isinstance(part, Table)
        for row in part.rows
    ]


def test_speakers_are_listed_by_session_with_those_not_placed_last(agenda: Agenda) -> None:
    headings = [part.text for part in speakers_parts(agenda, OPTIONS).parts if isinstance(part, Heading)]
    assert headings == [
        "Thursday, 12 November 2020", "10:00–11:00 CET  Roundtable 1", "Roundtable 3 (not placed yet)",
    ]  # fmt: skip


def test_the_overview_has_a_row_between_any_two_edges(agenda: Agenda) -> None:
    assert rows(overview_parts(agenda, OPTIONS)) == [
        ["10:00–11:00", "Roundtable 1  10:00–11:00 / Moderator: Examplia (speaker to be named)",
         "Roundtable 2  10:00–11:30"],
        ["11:00–11:30", "", "Roundtable 2 goes on"],
    ]  # fmt: skip


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
def test_the_overview_of_the_sample_is_one_page(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "sample.agenda"
    create_from_template(path, "regional-review", sample=True)
    out = tmp_path / "overview.pdf"
    options = AgendaOptions(as_of=OPTIONS.as_of, look=Look(paper=paper))
    paper_kind("overview-pdf").write(read_agenda(path), options, out)
    reader = PdfReader(out)
    box = reader.pages[0].mediabox
    assert (len(reader.pages), box.width > box.height) == (1, True)


def test_coverage_has_a_row_an_objective_and_says_what_is_covered_nowhere_or_twice(agenda: Agenda) -> None:
    paper = coverage_parts(agenda, OPTIONS)
    assert rows(paper) == [
        ["1", "Data", "×", "", "", "1"], ["2", "Drivers", "×", "×", "", "2"], ["3", "Pathways", "", "", "", "0"],
    ]  # fmt: skip
    said = ["".join(run.text for run in getattr(part, "runs", ())) for part in paper.parts[1:]]
    assert said == ["In no session: 3.", "In several sessions: 2."]


def test_balance_is_charts_of_all_and_tables_by_session(agenda: Agenda) -> None:
    paper = balance_parts(agenda, OPTIONS)
    charts = [part for part in paper.parts if isinstance(part, Bars)]
    assert [(bar.label, bar.words) for bar in charts[1].bars] == [
        ("UNECE member State", "3 seats, 2 confirmed, 15 min")
    ]
    assert [row[1:] for row in rows(paper) if row[0] == "Gender"] == [["Not given", "1", "1", "10"],
                                                                     ["Not given", "1", "0", "5"]]  # fmt: skip


def test_interests_say_what_is_wanted_dearest_first(agenda: Agenda) -> None:
    assert rows(interests_parts(agenda, OPTIONS)) == [
        ["Examplia", "Ann Example", "RT1 Moderator, RT2 Speaker", "new", "2020-10-01", "typed"]
    ]


def test_an_empty_meeting_says_so_on_each() -> None:
    empty = make_agenda()
    for parts_of in (speakers_parts, overview_parts, coverage_parts, balance_parts, interests_parts):
        assert len(parts_of(empty, OPTIONS).parts) == 1
