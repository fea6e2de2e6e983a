from dataclasses import replace
from datetime import datetime
from pathlib import Path

from docx import Document

from planner.export.agenda_paper import AgendaOptions
from planner.export.agenda_parts import agenda_parts
from planner.export.look import AgendaColumn, Look
from planner.export.paper_parts import Bullets, Emphasis, Heading, PaperParts, Paragraph, Row, Run, Table, body
from planner.export.papers import paper_kind
from tests.export.docx_reading import cells, values
from tests.export.paper_meetings import MeetingMaker, regional_review

OPTIONS = AgendaOptions(zones=("America/Toronto", "Asia/Bishkek"), as_of=datetime(2020, 11, 5, 18, 0))


def tables_of(paper: PaperParts) -> list[Table]:
    return [part for part in paper.parts if isinstance(part, Table)]


def texts(row: Row) -> list[list[str]]:
    def text(content: Paragraph | Bullets) -> str:
        assert isinstance(content, Paragraph)
        return "".join(run.text for run in content.runs)

    return [[text(content) for content in cell] for cell in row.cells]


def test_the_agenda_has_a_heading_a_zone_note_and_a_table_a_day() -> None:
    paper = agenda_parts(regional_review(), OPTIONS)
    assert [type(part) for part in paper.parts] == [Heading, Table] * 2
    assert [part.text for part in paper.parts if isinstance(part, Heading)] == [
        "Thursday, 12 November 2020", "Friday, 13 November 2020",
    ]  # fmt: skip
    assert (paper.kicker, paper.watermark) == ("DRAFT AGENDA", "DRAFT 3")


def test_the_columns_are_those_of_the_printed_agenda() -> None:
    table = tables_of(agenda_parts(regional_review(), OPTIONS))[0]
    assert [column.title for column in table.columns] == ["CET", "Min.", "Item", "Toronto", "Bishkek"]
    assert table.summary == "The sessions of Thursday, 12 November 2020"


def test_a_row_holds_hours_minutes_item_and_other_clocks() -> None:
    rows = tables_of(agenda_parts(regional_review(), OPTIONS))[0].rows
    assert texts(rows[1]) == [
        ["10:30–12:00"],
        ["90"],
        [
            "Roundtable 1. Ensuring that migration is voluntary, orderly and regular",
            "Objectives 2, 5, 6, 12 and 18",
            "Moderator\tLocal authorities (speaker to be named)",
            "Speakers\tPortugal · Armenia · Kyrgyzstan · Trade unions (speakers to be named)",
            "Discussion\t55 minutes; 3 minutes a State, 2 minutes a stakeholder",
        ],
        ["04:30–06:00"],
        ["15:30–17:00"],
    ]
    assert [row.tinted for row in rows] == [False, False, True, False, False]


def test_what_is_still_open_is_set_off() -> None:
    line = tables_of(agenda_parts(regional_review(), OPTIONS))[0].rows[0].cells[2][1]
    assert line == Paragraph(
        (Run("Chair\t", Emphasis.SOFT), Run("Switzerland"), Run(" (to be confirmed)", Emphasis.OPEN))
    )


def test_minutes_can_be_left_out() -> None:
    look = Look(columns=(AgendaColumn.SEATS,))
    table = tables_of(agenda_parts(regional_review(), replace(OPTIONS, look=look, zones=())))[0]
    assert [column.title for column in table.columns] == ["CET", "Item"]


def test_a_meeting_without_sessions_says_so() -> None:
    make = MeetingMaker()
    make.room("Virtual plenary")
    paper = agenda_parts(make.agenda(), AgendaOptions())
    assert [part for part in paper.parts if isinstance(part, Paragraph)][-1].runs == body(
        "No session has been placed on the timetable yet."
    ).runs


def test_the_word_agenda_reads_back_as_the_printed_one(tmp_path: Path) -> None:
    path = tmp_path / "agenda.docx"
    paper_kind("agenda-docx").write(regional_review(), OPTIONS, path)
    document = Document(str(path))
    first, second = document.tables
    assert [row[0] for row in cells(first)] == [
        "CET", "10:00–10:30", "10:30–12:00", "12:00–13:40", "13:40–15:10", "15:10–15:40",
    ]  # fmt: skip
    assert [row[2].splitlines()[0] for row in cells(second)[1:]] == [
        "Roundtable 3. Supporting the integration of migrants and their contribution to development",
        "Break",
        "Roundtable 4. Evidence-based policymaking, public debate and cooperation on migration",
        "Closing segment",
    ]
    assert values(document.element, ".//w:bookmarkStart", "name") == [
        "part_1", "session_1", "session_2", "session_3", "session_4", "session_5",
        "part_2", "session_6", "session_7", "session_8", "session_9",
    ]  # fmt: skip


def test_an_own_template_is_taken_from_the_options(tmp_path: Path) -> None:
    template, path = tmp_path / "own.docx", tmp_path / "agenda.docx"
    paper_kind("agenda-docx").write(regional_review(), OPTIONS, template)
    document = Document(str(template))
    document.styles["Title"].font.name = "Invented Serif"
    document.save(str(template))
    paper_kind("agenda-docx").write(regional_review(), replace(OPTIONS, template=template), path)
    written = Document(str(path))
    assert written.styles["Title"].font.name == "Invented Serif"
    assert len(written.tables) == 2
