"""Lists and overviews: speakers, the meeting on one page, coverage, balance, interests."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.errors import InputProblem
from planner.export.agenda_paper import AgendaOptions
from planner.export.agenda_parts import agenda_parts
from planner.export.annotated_paper import annotated_parts
from planner.export.balance_paper import balance_parts
from planner.export.coverage_paper import coverage_parts
from planner.export.interests_paper import interests_parts
from planner.export.look import Look, Paper
from planner.export.overview_paper import overview_parts
from planner.export.paper_parts import (
    Bar,
    Bars,
    Bullets,
    Emphasis,
    GridTick,
    Heading,
    PaperParts,
    Paragraph,
    Part,
    Run,
    Table,
    TimeGrid,
    runs_of,
)
from planner.export.paper_pdf import paper_laid_out
from planner.export.papers import paper_kind
from planner.export.profiles import Profile, redacted
from planner.export.running_order_paper import running_order_parts
from planner.export.script_paper import script_parts
from planner.export.speakers_paper import speakers_parts
from planner.making import create_from_template
from planner.models.agenda import Agenda
from planner.models.file import read_agenda
from planner.models.kinds import InterestState, Role, SeatState, SessionKind
from planner.models.records import Coverage, Day, Interest, Objective, Wish
from tests.building import entity, make_agenda, person, roundtable, seat, session
from tests.export.paper_meetings import MeetingMaker

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
        "Thursday, 12 November 2020", "10:00–11:00 CET  Roundtable 1",
        "Not placed yet", "Roundtable 3 (not placed yet)",
    ]  # fmt: skip


def test_a_list_of_speakers_names_the_reserve_to_the_secretariat_alone(agenda: Agenda) -> None:
    reserve = replace(agenda.interests[1], state=InterestState.RESERVE)
    internal = agenda.with_records([("interests", 1, reserve)])
    said = [texts(part) for part in speakers_parts(internal, OPTIONS).parts if isinstance(part, Paragraph)]
    public = speakers_parts(redacted(internal, Profile.PUBLIC), OPTIONS)
    assert said == ["In reserve: Ann Example"]
    assert [part for part in public.parts if isinstance(part, Paragraph)] == []


def test_a_list_of_speakers_shows_the_secretariat_the_state_of_each_seat(agenda: Agenda) -> None:
    seats = {
        profile: [
            texts(cell[0])
            for part in speakers_parts(agenda, replace(OPTIONS, profile=profile)).parts if isinstance(part, Table)
            for cell in (row.cells[2] for row in part.rows) if isinstance(cell[0], Paragraph)
        ]
        for profile in (Profile.PUBLIC, Profile.INTERNAL)
    }  # fmt: skip
    others = ("To be confirmed", "Examplia (speaker to be named)")
    assert seats == {
        Profile.PUBLIC: [others[1], "Ann Example, Examplia (to be confirmed)", *others],
        Profile.INTERNAL: [others[1], "Ann Example, Examplia (invited)", *others],
    }


def test_what_is_to_be_confirmed_is_set_off_in_all_papers_alike() -> None:
    make = MeetingMaker()
    make.room("Plenary")
    session_id = make.session(SessionKind.ROUNDTABLE, make.day("2020-11-12"), 600, 60, code="RT1", title="Theme")
    make.seat(session_id, Role.SPEAKER)
    agenda = make.agenda()
    for parts_of in (agenda_parts, annotated_parts, speakers_parts, script_parts, running_order_parts, overview_parts):
        runs = [run for part in parts_of(agenda, OPTIONS).parts for run in all_runs(part)]
        assert [run.emphasis for run in runs if run.text == "To be confirmed"] == [Emphasis.OPEN] * 2


def all_runs(part: Part) -> list[Run]:
    match part:
        case Paragraph(runs=runs):
            return [*runs]
        case Table(rows=table_rows):
            return [run for row in table_rows for cell in row.cells for content in cell for run in all_runs(content)]
        case TimeGrid(blocks=blocks):
            return [run for block in blocks for detail in block.details for run in runs_of(detail)]
        case _:
            return []


def texts(part: Paragraph) -> str:
    return "".join(run.text for run in part.runs)


def test_the_overview_is_a_grid_of_days_and_hours(agenda: Agenda) -> None:
    grid = overview_parts(agenda, OPTIONS).parts[0]
    assert isinstance(grid, TimeGrid)
    assert (grid.axes, grid.columns) == (("CET",), ("Thursday, 12 November 2020", "Friday, 13 November 2020"))
    assert grid.ticks == (GridTick(600, ("10:00",)), GridTick(660, ("11:00",)))
    assert [(block.column, block.start_minute, block.end_minute, block.session_id) for block in grid.blocks] == [
        (0, 600, 660, 1), (1, 600, 690, 2),
    ]  # fmt: skip
    first = grid.blocks[0]
    assert ["".join(run.text for run in runs) for runs in (first.title, *map(runs_of, first.details))] == [
        "10:00–11:00 Roundtable 1", "Objectives 1 and 2", "Moderator: Examplia (speaker to be named)",
        "Speaker: Ann Example, Examplia (to be confirmed)", "Discussion: 50 minutes; 3 minutes a State, "
        "2 minutes a stakeholder",
    ][: len(first.details) + 1]  # fmt: skip


def test_the_overview_shows_further_clocks_that_are_alike_on_all_its_days(agenda: Agenda) -> None:
    grid = overview_parts(agenda, replace(OPTIONS, zones=("Asia/Bishkek",))).parts[0]
    assert isinstance(grid, TimeGrid)
    assert (grid.axes, grid.ticks[0]) == (("CET", "Bishkek UTC+6"), GridTick(600, ("10:00", "15:00")))


def test_the_zones_of_the_overview_are_chosen_as_those_of_the_agenda(agenda: Agenda) -> None:
    paper_kind("overview-pdf").check(replace(OPTIONS, zones=("Asia/Bishkek",)))
    for zones in (("Europe/Atlantis",), ("Asia/Tokyo", "Asia/Seoul", "Asia/Dubai", "Asia/Baku", "Asia/Tbilisi")):
        with pytest.raises(InputProblem) as of_agenda:
            agenda_parts(agenda, replace(OPTIONS, zones=zones))
        with pytest.raises(InputProblem) as of_overview:
            overview_parts(agenda, replace(OPTIONS, zones=zones))
        assert of_overview.value.sentence == of_agenda.value.sentence


def test_the_footer_of_the_overview_is_no_larger_than_its_title_is(agenda: Agenda) -> None:
    paper = overview_parts(agenda, OPTIONS)
    usual, large = (paper_laid_out(paper, Look(font_size=size)).styles.footer for size in (9, 14))
    assert large == usual


def test_rooms_of_a_day_are_columns_and_many_days_are_pages() -> None:
    days = [Day(number, f"2020-11-{number:02d}") for number in range(1, 8)]
    sessions = [session(number, "Talk", 600, day=number) for number in range(1, 8)]
    parts = overview_parts(make_agenda(days=days, windows=[], sessions=sessions), OPTIONS).parts
    grids = [part for part in parts if isinstance(part, TimeGrid)]
    assert ([len(grid.columns) for grid in grids], len(parts)) == ([5, 2], 3)


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
        ["1", "Data", "×", "", "", "Roundtable 1"],
        ["2", "Drivers", "×", "×", "", "Roundtable 1 and Roundtable 2"],
        ["3", "Pathways", "", "", "", "No session"],
    ]
    assert [[column.title for column in part.columns] for part in paper.parts if isinstance(part, Table)] == [
        ["No.", "Objective", "RT1", "RT2", "RT3", "Covered in"]
    ]
    assert paper.landscape
    assert [texts(part) for part in paper.parts if isinstance(part, Paragraph)] == [
        "2 of 3 objectives are covered; 1 is in several sessions."
    ]
    charts = [[(bar.label, bar.words) for bar in part.bars] for part in paper.parts if isinstance(part, Bars)]
    assert charts == [[("Roundtable 1", "2 objectives"), ("Roundtable 2", "1 objective")]]


def test_balance_is_charts_of_what_is_known_and_a_row_a_session(agenda: Agenda) -> None:
    paper = balance_parts(agenda, OPTIONS)
    charts = [(part.title, part.bars) for part in paper.parts if isinstance(part, Bars)]
    assert charts == [
        ("Kind of entity, by speaking time", (Bar("UNECE member State", 15, "15 min, 3 seats, 2 confirmed"),))
    ]
    assert rows(paper) == [
        ["Roundtable 1", "UNECE member State: 2", "2"],
        ["Roundtable 3", "UNECE member State: 1", "1"],
    ]


def test_interests_say_what_is_needed_and_who_wants_what(agenda: Agenda) -> None:
    paper = interests_parts(agenda, OPTIONS)
    assert rows(paper)[0] == ["Roundtable 1", "Moderator", "1", "0", "0", "0", "1", "1", "0"]
    assert rows(paper)[-1] == [
        "1 October 2020", "Examplia", "Ann Example", "Moderator in Roundtable 1; Speaker in Roundtable 2", "new",
        "typed",
    ]  # fmt: skip


def test_the_reserve_is_a_numbered_list(agenda: Agenda) -> None:
    reserve = replace(agenda.interests[1], state=InterestState.RESERVE)
    last = interests_parts(agenda.with_records([("interests", 1, reserve)]), OPTIONS).parts[-1]
    assert isinstance(last, Bullets)
    assert ["".join(run.text for run in item) for item in last.items] == [
        "Ann Example, Examplia (Moderator in Roundtable 1; Speaker in Roundtable 2)"
    ]


def test_an_empty_meeting_says_so_on_each() -> None:
    empty = make_agenda()
    for parts_of in (speakers_parts, overview_parts, coverage_parts, balance_parts, interests_parts):
        assert len(parts_of(empty, OPTIONS).parts) == 1
