import threading
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.errors import InputProblem
from planner.export.look import Look, Paper
from planner.export.paper_parts import Heading, PaperParts, body
from planner.export.paper_pdf import paper_pdf_bytes, write_paper_pdf
from planner.export.progress import Cancelled
from tests.export.paper_parts_sample import logo_png, sample_paper, table_of
from tests.export.pdf_structure import marked_content, parent_tree, structure

NAMES = {
    "Arabic": "\u0645\u062d\u0645\u062f",
    "Hebrew": "\u05dc\u05d0\u05d4",
    "Armenian": "\u0540\u0580\u0561\u0576\u057f",
    "Georgian": "\u10d2\u10d8\u10dd\u10e0\u10d2\u10d8",
    "Chinese": "\u738b\u5c0f\u660e",
    "Greek": "Ελένη",
    "Cyrillic": "Қайрат",
}


def read(paper: PaperParts, look: Look | None = None) -> PdfReader:
    return PdfReader(BytesIO(paper_pdf_bytes(paper, look or Look()).data))


def lines(reader: PdfReader) -> list[list[str]]:
    return [[line.rstrip() for line in page.extract_text().splitlines()] for page in reader.pages]


def test_a_paper_reads_from_top_to_bottom() -> None:
    pages = lines(read(replace(sample_paper(), watermark="")))
    assert pages == [
        [
            "RUNNING ORDER",
            "Invented review",
            "Thursday 12 November 2020",
            "Thursday, 12 November 2020",
            "What the day is about.",
            "Roundtable 1",
            "plain bold italic soft open struck added",
            "Guiding questions",
            "1. First question",
            "2. Second question",
            "• A point",
            "Start Item Minutes",
            "1:00 Item 1 5",
            "2:00 Item 2 5",
            "3:00 Item 3 5",
            "Draft 3. All times CET Page 1 of 3",
        ],
        [
            "Invented review",
            "Balance",
            "By region",
            "East 4 speakers",
            "West 2 speakers",
            "Draft 3. All times CET Page 2 of 3",
        ],
        ["Invented review Balance (continued)", "The end.", "Draft 3. All times CET Page 3 of 3"],
    ]


def test_the_file_and_the_bytes_in_memory_are_the_same_each_time(tmp_path: Path) -> None:
    look = Look(logo=logo_png(), header_text="Secretariat")
    write_paper_pdf(sample_paper(), look, tmp_path / "paper.pdf")
    assert (tmp_path / "paper.pdf").read_bytes() == paper_pdf_bytes(sample_paper(), look).data


def test_the_heading_row_stands_on_each_page_of_a_table() -> None:
    pages = lines(read(replace(sample_paper(), watermark="", parts=(table_of(80),))))
    assert [page.count("Start Item Minutes") for page in pages] == [1] * len(pages)
    assert sum(line.endswith(" 5") for page in pages for line in page) == 80


def test_a_heading_stays_with_what_follows_it() -> None:
    filling = tuple(body(f"Line {number}") for number in range(1, 60))
    for count in range(30, 60):
        pages = lines(read(replace(sample_paper(), parts=(*filling[:count], Heading(2, "Heading"), body("Text")))))
        (page,) = [page for page in pages if "Heading" in page]
        assert page[page.index("Heading") + 1] == "Text"


def test_the_structure_names_headings_lists_tables_and_figures() -> None:
    document = structure(read(sample_paper(), Look(logo=logo_png(), logo_alt="Emblem")))
    assert [node.kind for node in document.children] == (
        ["Figure", "P", "H1", "P", "H2", "P", "H3", "P", "P", "L", "L", "Table", "H2", "P", "Figure", "P"]
    )
    assert [node.alternative for node in document.of_kind("Figure")] == ["Emblem", "East 4, West 2"]
    assert [[child.kind for child in item.children] for item in document.of_kind("LI")] == [["Lbl", "LBody"]] * 3
    (table,) = document.of_kind("Table")
    assert [[(cell.kind, cell.scope) for cell in row.children] for row in table.children] == [
        [("TH", "Column")] * 3, *[[("TH", "Row"), ("TD", ""), ("TD", "")]] * 3
    ]  # fmt: skip


def test_every_marked_stretch_belongs_to_one_element() -> None:
    reader = read(sample_paper(80), Look(logo=logo_png(), header_text="Secretariat"))
    drawn = [
        (index, number)
        for index, page in enumerate(reader.pages)
        for _tag, number in marked_content(page, reader)
        if number is not None
    ]
    owners = [(mark, node.object_number) for node in structure(reader).walk() for mark in node.marks]
    assert sorted(mark for mark, _owner in owners) == sorted(drawn)
    assert dict(owners) == parent_tree(reader)


def test_headings_are_bookmarks() -> None:
    first, below, second = read(sample_paper()).outline
    assert (first.title, [entry.title for entry in below], second.title) == (
        "Thursday, 12 November 2020", ["Roundtable 1"], "Balance"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("paper", "landscape", "points"),
    [(Paper.A4, True, (842, 595)), (Paper.LETTER, False, (612, 792)), (Paper.A3, True, (1191, 842))],
)
def test_paper_sizes(paper: Paper, landscape: bool, points: tuple[int, int]) -> None:
    reader = read(replace(sample_paper(), landscape=landscape), Look(paper=paper))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {points}


def test_sessions_are_found_on_their_pages() -> None:
    pdf = paper_pdf_bytes(sample_paper(80), Look())
    heading, *rows = [place for place in pdf.places if place.session_id == 101 or place.page == 0]
    assert (heading.session_id, heading.page, heading.x) == (101, 0, 42.0)
    assert [place.session_id for place in pdf.places] == [101, *range(1, 81)]
    assert all(lower.y == pytest.approx(upper.y + upper.height) for upper, lower in pairwise(rows))
    assert {place.page for place in pdf.places} == {0, 1, 2}


@pytest.mark.parametrize("script", NAMES)
def test_a_name_comes_back_as_it_was_written(script: str) -> None:
    name = NAMES[script]
    (page,) = lines(read(PaperParts("", "Speakers", "", (body(f"Ms. {name}, Minister of Examples in a long line"),))))
    assert page[1].split()[1].rstrip(",") == name


def test_a_name_with_marks_can_be_drawn() -> None:
    name = "\u0634\u064f\u0643\u0652\u0631\u064b\u0627"
    (page,) = lines(read(PaperParts("", "Speakers", "", (body(name),))))
    assert sorted(page[1].replace(" ", "")) == sorted(name)


def test_the_header_text_stands_on_each_page() -> None:
    pages = lines(read(replace(sample_paper(), watermark=""), Look(header_text="Secretariat")))
    assert [page[0] for page in pages] == [
        "Secretariat", "Secretariat · Invented review", "Secretariat · Invented review Balance (continued)",
    ]  # fmt: skip


def test_a_logo_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputProblem) as caught:
        write_paper_pdf(sample_paper(), Look(logo=b"no picture"), tmp_path / "paper.pdf")
    assert caught.value.sentence == "The logo cannot be read: choose a PNG or JPEG picture."
    assert list(tmp_path.iterdir()) == []


def test_a_sign_no_font_holds_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputProblem) as caught:
        write_paper_pdf(replace(sample_paper(), title="\U00013000"), Look(), tmp_path / "paper.pdf")
    assert caught.value.sentence == (
        "The fonts of the papers lack some signs. Replace them: \U00013000 (U+13000) in “\U00013000”."
    )  # fmt: skip


def test_all_texts_with_signs_no_font_holds_are_named_at_once_with_where_they_stand() -> None:
    texts = tuple(body(f"Name {number} \u16a0") for number in range(14))
    paper = replace(sample_paper(), subtitle="\u16a0", parts=(Heading(1, "Speakers"), *texts))
    with pytest.raises(InputProblem) as caught:
        paper_pdf_bytes(paper, Look())
    named = "; ".join(f"\u16a0 (U+16A0) in “Name {number} \u16a0”, under “Speakers”" for number in range(11))
    assert caught.value.sentence == (
        f"The fonts of the papers lack some signs. Replace them: \u16a0 (U+16A0) in “\u16a0”; {named}; "
        "and 3 more texts."
    )  # fmt: skip


def test_cancel_leaves_the_old_file(tmp_path: Path) -> None:
    path, stop = tmp_path / "paper.pdf", threading.Event()
    path.write_text("old")
    stop.set()
    with pytest.raises(Cancelled):
        write_paper_pdf(sample_paper(), Look(), path, cancel=stop)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"paper.pdf": "old"}


def test_progress_runs_to_its_end() -> None:
    reports: list[tuple[int, int]] = []
    paper_pdf_bytes(sample_paper(), Look(), lambda *report: reports.append(report))
    assert [done for done, _total in reports] == sorted(done for done, _total in reports)
    assert reports[-1] == (24, 24)


def test_a_row_longer_than_a_page_is_printed_whole() -> None:
    words = [f"word{number}" for number in range(3000)]
    table = table_of(1)
    row = replace(table.rows[0], cells=((body("1"),), (body(" ".join(words)),), (body("5"),)))
    pages = lines(read(PaperParts("", "Long", "", (replace(table, rows=(row,)),))))
    assert [word for page in pages for line in page for word in line.split() if word.startswith("word")] == words
