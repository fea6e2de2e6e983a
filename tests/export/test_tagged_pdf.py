from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from planner.export.agenda_paper import AgendaOptions
from planner.export.agenda_pdf import agenda_pdf_bytes
from planner.export.look import Look
from planner.export.structure import text_string
from planner.models.agenda import Agenda
from planner.models.kinds import Role, SessionKind
from tests.export.paper_meetings import MeetingMaker, long_meeting, regional_review
from tests.export.paper_parts_sample import logo_png
from tests.export.pdf_structure import marked_content, parent_tree, structure

ZONES = ("America/Toronto", "Asia/Bishkek")


def read(agenda: Agenda, look: Look | None = None) -> PdfReader:
    options = AgendaOptions(look=look or Look(zones=ZONES))
    return PdfReader(BytesIO(agenda_pdf_bytes(agenda, options).data))


def test_every_marked_stretch_belongs_to_one_element_and_the_parent_tree_knows_it() -> None:
    reader = read(long_meeting(3))
    drawn = [
        (index, number)
        for index, page in enumerate(reader.pages)
        for _tag, number in marked_content(page, reader)
        if number is not None
    ]
    owners = [(mark, node.object_number) for node in structure(reader).walk() for mark in node.marks]
    assert sorted(mark for mark, _owner in owners) == sorted(drawn)
    assert dict(owners) == parent_tree(reader)


def test_what_is_not_read_aloud_is_an_artifact() -> None:
    reader = read(long_meeting(3))
    unnumbered = {tag for page in reader.pages for tag, number in marked_content(page, reader) if number is None}
    assert unnumbered == {"/Artifact"}


def test_the_catalog_says_that_the_file_is_tagged() -> None:
    reader = read(regional_review())
    assert reader.root_object["/MarkInfo"] == {"/Marked": True}
    assert {page["/Tabs"] for page in reader.pages} == {"/S"}


def test_the_agenda_is_headings_and_a_table_a_day() -> None:
    document = structure(read(regional_review()))
    assert [node.kind for node in document.children] == ["P", "H1", "P", "H2", "P", "Table", "H2", "P", "Table"]


def test_heads_of_columns_and_hours_of_rows_are_header_cells() -> None:
    for table in structure(read(regional_review())).of_kind("Table"):
        head, *rows = table.children
        assert [(cell.kind, cell.scope) for cell in head.children] == [("TH", "Column")] * 5
        assert {tuple((cell.kind, cell.scope) for cell in row.children) for row in rows} == {
            (("TH", "Row"), ("TD", ""), ("TD", ""), ("TD", ""), ("TD", ""))
        }


def test_a_table_over_several_pages_is_one_table_with_one_heading_row() -> None:
    reader = read(long_meeting(2))
    tables = structure(reader).of_kind("Table")
    assert len(reader.pages) == 3
    assert [len([cell for cell in table.of_kind("TH") if cell.scope == "Column"]) for table in tables] == [5, 5]


def test_each_session_is_a_bookmark_below_its_day() -> None:
    reader = read(regional_review())
    days, sessions = reader.outline[::2], reader.outline[1::2]
    assert [day.title for day in days] == ["Thursday, 12 November 2020", "Friday, 13 November 2020"]
    assert [entry.title for entry in sessions[1]] == [
        "Roundtable 3. Supporting the integration of migrants and their contribution to development",
        "Break",
        "Roundtable 4. Evidence-based policymaking, public debate and cooperation on migration",
        "Closing segment",
    ]


def test_a_logo_is_read_as_its_alternative_text() -> None:
    look = Look(logo=logo_png(), logo_alt="The emblem of the invented review", header_text="Secretariat")
    document = structure(read(regional_review(), look))
    assert [(node.alternative, len(node.marks)) for node in document.of_kind("Figure")] == [
        ("The emblem of the invented review", 1)
    ]


def test_a_name_from_right_to_left_says_how_it_is_read() -> None:
    make = MeetingMaker(title="Meeting", paper_note="")
    make.room("Plenary")
    session_id = make.session(SessionKind.PLENARY, make.day("2020-11-12"), 600, 90, title="Talk")
    name = "\u0644\u064a\u0644\u0649 \u0645\u062b\u0627\u0644"
    make.seat(session_id, Role.SPEAKER, make.entity(name))
    (span,) = structure(read(make.agenda(), replace(Look()))).of_kind("Span")
    assert span.text == name


def test_a_text_that_is_ascii_is_written_so_that_every_program_shows_it() -> None:
    assert [text_string(text) for text in ("Who (a) speaks \\", "\u05d0")] == [
        "(Who \\(a\\) speaks \\\\)",
        "<FEFF05D0>",
    ]
