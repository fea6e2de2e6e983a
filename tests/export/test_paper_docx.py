import re
import threading
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from planner.errors import FileProblem, InputProblem
from planner.export.fonts import Face
from planner.export.look import Look, Paper
from planner.export.paper_docx import write_paper_docx
from planner.export.paper_parts import (
    Bullets,
    Column,
    Emphasis,
    Heading,
    PaperParts,
    Paragraph,
    Row,
    Run,
    Table,
    body,
    plain,
)
from planner.export.progress import Cancelled
from planner.export.text_layout import Style, width_of
from tests.export.docx_reading import cells, data_of, foot_of, found, head_of, member, styled, values, written
from tests.export.paper_parts_sample import logo_png, sample_paper, table_of


def paper_of(*parts: object) -> PaperParts:
    return PaperParts("", "Title", "", tuple(parts))  # type: ignore[arg-type]


def test_each_part_has_a_style_of_its_own_name() -> None:
    assert styled(written(sample_paper())) == [
        ("Kicker", "RUNNING ORDER"),
        ("Title", "Invented review"),
        ("Subtitle", "Thursday 12 November 2020"),
        ("Heading 1", "Thursday, 12 November 2020"),
        ("Lead", "What the day is about."),
        ("Heading 2", "Roundtable 1"),
        ("Normal", "plain bold italic soft open struck added "),
        ("Small Heading", "Guiding questions"),
        ("List Number", "First question"),
        ("List Number", "Second question"),
        ("List Bullet", "A point"),
        ("Heading 1", "Balance"),
        ("Small Heading", "By region"),
        ("Note", "The end."),
    ]


def test_emphasis_is_a_character_style() -> None:
    paragraph = next(each for each in written(sample_paper()).paragraphs if each.text.startswith("plain bold"))
    assert [(run.text, run.style.name) for run in paragraph.runs] == [
        ("plain ", "Default Paragraph Font"), ("bold ", "Strong"), ("italic ", "Emphasis"), ("soft ", "Soft"),
        ("open ", "Open"), ("struck ", "Struck"), ("added ", "Added"),
    ]  # fmt: skip


def test_struck_and_added_words_look_it() -> None:
    styles = written(sample_paper()).styles
    assert (styles["Struck"].font.strike, styles["Added"].font.underline) == (True, True)


def test_a_table_repeats_its_heading_row_and_no_row_breaks_over_pages() -> None:
    table = written(paper_of(table_of(3))).tables[0]
    assert cells(table) == [
        ["Start", "Item", "Minutes"], ["1:00", "Item 1", "5"], ["2:00", "Item 2", "5"], ["3:00", "Item 3", "5"],
    ]  # fmt: skip
    rows = found(table._tbl, "w:tr")
    assert [len(found(row, "w:trPr/w:tblHeader")) for row in rows] == [1, 0, 0, 0]
    assert [len(found(row, "w:trPr/w:cantSplit")) for row in rows] == [1, 1, 1, 1]
    assert (table.style.name, values(table._tbl, "w:tblPr/w:tblDescription")) == ("Paper Table", ["Who speaks when"])
    assert values(table._tbl, "w:tblPr/w:tblLook", "firstRow") == ["1"]
    assert values(table._tbl, "w:tblPr/w:tblLook", "firstColumn") == ["1"]


def test_columns_share_the_width_of_the_page() -> None:
    table = written(paper_of(table_of(1))).tables[0]
    widths = [int(width) for width in values(table._tbl, "w:tblGrid/w:gridCol", "w")]
    assert (sum(widths), widths[0], widths[2]) == (10226, 1461, 1461)
    assert values(table._tbl, "w:tblPr/w:tblW", "w") == ["10226"]


def test_a_tinted_row_is_shaded_and_a_changed_one_has_a_bar() -> None:
    rows = found(written(paper_of(table_of(3))).tables[0]._tbl, "w:tr")
    assert [values(row, "w:tc/w:tcPr/w:shd", "fill") for row in rows] == [[], [], ["F3F5F7"] * 3, []]
    assert [len(found(row, "w:tc/w:tcPr/w:tcBorders/w:left")) for row in rows] == [0, 0, 0, 1]


def test_a_changed_paragraph_has_a_bar() -> None:
    document = written(paper_of(Paragraph(plain("new"), changed=True), Heading(1, "Old")))
    assert values(document.element, ".//w:pPr/w:pBdr/w:left", "color") == ["0B6BB5"]


def test_each_numbered_list_begins_with_one() -> None:
    one_list = Bullets((plain("a"), plain("b")), numbered=True)
    document = written(paper_of(one_list, body("between"), one_list))
    numbers = values(document.element, ".//w:pPr/w:numPr/w:numId")
    assert (numbers[0] == numbers[1], numbers[2] == numbers[3], numbers[0] == numbers[2]) == (True, True, False)
    numbering = document.part.numbering_part.element
    for number in (numbers[0], numbers[2]):
        assert values(numbering, f'w:num[@w:numId="{number}"]/w:lvlOverride/w:startOverride') == ["1"]


def test_a_chart_is_a_table_of_shaded_cells_that_says_itself() -> None:
    table = written(sample_paper()).tables[1]
    assert values(table._tbl, "w:tblPr/w:tblDescription") == ["East 4, West 2"]
    rows = found(table._tbl, "w:tr")
    assert [values(row, "w:tc/w:tcPr/w:shd", "fill") for row in rows] == [["0B6BB5"], ["0B6BB5", "F3F5F7"]]
    assert [values(row, "w:tc/w:tcPr/w:gridSpan") for row in rows] == [["40"], ["20", "20"]]
    assert [[found(row, "string(w:tc[1])"), found(row, "string(w:tc[last()])")] for row in rows] == [
        [list("East"), list("4 speakers")], [list("West"), list("2 speakers")],
    ]  # fmt: skip


def test_a_page_break_and_a_chapter_on_a_new_page_begin_one() -> None:
    breaking = found(written(sample_paper()).element, ".//w:p[w:pPr/w:pageBreakBefore]")
    assert ["".join(node.text for node in found(each, ".//w:t")) for each in breaking] == ["The end."]
    after = found(written(sample_paper()).element, ".//w:p[w:pPr/w:sectPr]/following-sibling::w:p[1]")
    assert ["".join(node.text for node in found(each, ".//w:t")) for each in after] == ["Balance"]


def test_days_and_sessions_have_bookmarks_each_once() -> None:
    names = values(written(sample_paper()).element, ".//w:bookmarkStart", "name")
    assert names == ["part_1", "session_101", "session_1", "session_2", "session_3", "part_2"]


def test_the_foot_says_version_zone_and_page_in_fields() -> None:
    footer = written(sample_paper()).sections[0].footer._element
    assert foot_of(written(sample_paper()).sections[0].footer) == [["Draft 3.", "All times CET", "Page 1 of 1"]]
    assert values(footer, ".//w:fldSimple", "instr") == ["PAGE", "NUMPAGES"]


def test_a_long_note_of_the_foot_never_takes_the_room_of_the_page_number() -> None:
    footers = [
        written(replace(sample_paper(), version_note=note)).sections[0].footer
        for note in ("Draft 3.", "Draft 3, as of a day. " * 6)
    ]
    widths = [[int(width) for width in values(footer._element, ".//w:gridCol", "w")] for footer in footers]
    assert widths[0][2] == widths[1][2]
    assert (sum(widths[0]), sum(widths[1])) == (10226, 10226)
    assert [values(footer._element, ".//w:tblBorders/w:top", "color") for footer in footers] == [["9FB0BF"]] * 2


def test_the_aside_of_a_heading_ends_its_line_or_takes_the_next() -> None:
    document = written(paper_of(Heading(1, "A day", aside="All times CET"), Heading(1, "Day " * 30, aside="CET")))
    assert styled(document)[1:] == [
        ("Heading 1", "A day\tAll times CET"), ("Heading 1", "Day " * 30), ("Note", "CET"),
    ]  # fmt: skip
    assert values(document.element, ".//w:pPr/w:tabs/w:tab", "pos") == ["10226"]


def test_a_line_with_a_label_stands_alike_in_a_tinted_row() -> None:
    line = Paragraph((Run("Room\t", Emphasis.SOFT), Run("Plenary")))
    table = Table((Column("", 1),), (Row(((line,),)), Row(((line,),), tinted=True)))
    cells_read = [row.cells[0].paragraphs[0] for row in written(paper_of(table)).tables[0].rows]
    assert [each.style.name for each in cells_read] == ["Table Line", "Table Line"]
    assert [[run.style.name for run in each.runs] for each in cells_read] == [
        ["Soft", "Default Paragraph Font"], ["Soft", "Soft"],
    ]  # fmt: skip


@pytest.mark.parametrize("size", [9, 14])
def test_a_column_is_never_narrower_than_its_longest_word(size: int) -> None:
    table = Table((Column("Min.", 20), Column("Item", 490)), (Row(((body("5"),), (body("Words " * 90),))),))
    document = written(paper_of(table), Look(font_size=size))
    first, second = (int(width) for width in values(document.tables[0]._tbl, "w:tblGrid/w:gridCol", "w"))
    word = width_of("Min.", Style(Face.BOLD, 7.0 * size / 9, (0, 0, 0))) * 20
    assert (first + second, word + 180 < first < word + 240) == (10226, True)


def test_an_address_is_cut_rather_than_words_of_other_columns() -> None:
    words = ("Rapporteur", "confirmed", "Interventions", "somebody.of.long.name@organization.invented.example")
    table = Table(tuple(Column("", 1) for _word in words), (Row(tuple((body(word),) for word in words)),))
    document = written(paper_of(table), Look(font_size=18))
    widths = [int(width) for width in values(document.tables[0]._tbl, "w:tblGrid/w:gridCol", "w")]
    style = Style(Face.REGULAR, 16.0, (0, 0, 0))
    assert [width > width_of(word, style) * 20 + 180 for width, word in zip(widths, words, strict=True)] == [
        True, True, True, False,
    ]  # fmt: skip


def test_labels_and_what_stands_beside_them_move_apart_with_larger_letters() -> None:
    style = written(sample_paper(), Look(font_size=14)).styles["Table Line"].element
    assert (values(style, ".//w:tab", "pos"), values(style, ".//w:ind", "hanging")) == (["1633"], ["1633"])


def test_logo_and_header_text_stand_on_the_first_page_and_the_text_on_others() -> None:
    look = Look(header_text="An Organization", logo=logo_png(), logo_alt="Its sign")
    section = written(sample_paper(), look).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "   An Organization"
    assert [each.get("descr") for each in found(section.first_page_header._element, ".//wp:docPr")] == ["Its sign"]
    assert head_of(section.header) == [
        "An Organization", "Invented review", "Thursday, 12 November 2020 (continued)",
    ]  # fmt: skip


def test_the_watermark_is_the_one_that_word_makes() -> None:
    header = written(replace(sample_paper(), watermark='A "B" & C')).sections[0].header._element
    marks = [each for each in header.iter() if each.tag.endswith("}textpath") and each.get("string")]
    assert [mark.get("string") for mark in marks] == ['A "B" & C']


def test_the_letters_of_the_watermark_keep_their_proportions() -> None:
    sizes = []
    for words in ("DRAFT 3", "AFTER DRAFT 1", "AFTER DRAFT 1 " * 3):
        header = written(replace(sample_paper(), watermark=words)).sections[0].header._element
        (shape,) = (each for each in header.iter("{urn:schemas-microsoft-com:vml}shape"))
        width, height = (float(size) for size in re.findall(r"(?:width|height):(\d+)pt", shape.get("style")))
        sizes.append((width, round(height / width, 2)))
    assert sizes == [(437, 0.18), (639, 0.1), (639, 0.03)]


def test_without_header_and_watermark_the_header_is_empty() -> None:
    header = written(replace(sample_paper(), watermark="")).sections[0].first_page_header
    assert ([paragraph.text for paragraph in header.paragraphs], found(header._element, ".//w:r")) == ([""], [])


@pytest.mark.parametrize(
    ("paper", "landscape", "size"),
    [
        (Paper.A4, False, ("11906", "16838", "portrait")),
        (Paper.LETTER, False, ("12240", "15840", "portrait")),
        (Paper.A3, True, ("23811", "16838", "landscape")),
    ],
)
def test_the_page_has_the_size_asked_for(paper: Paper, landscape: bool, size: tuple[str, str, str]) -> None:
    document = written(replace(sample_paper(), landscape=landscape), Look(paper=paper))
    page = found(document.element, ".//w:pgSz")[0]
    assert tuple(page.get(qn(f"w:{name}")) for name in ("w", "h", "orient")) == size


def test_the_accent_colours_the_styles_and_bars() -> None:
    document = written(sample_paper(), Look(accent="#7A1F5C"))
    assert str(document.styles["Kicker"].font.color.rgb) == "7A1F5C"
    assert values(document.styles["Subtitle"].element, ".//w:bottom", "color") == ["7A1F5C"]


def test_letters_grow_with_the_look() -> None:
    sizes = [written(sample_paper(), Look(font_size=size)).styles["Title"].font.size.pt for size in (9, 18, 12)]
    assert sizes == [16.0, 25.0, 21.5]


def test_the_file_tells_title_language_and_the_date_given(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    moment = datetime(2020, 11, 5, 18, 0)
    write_paper_docx(replace(sample_paper(), language="fr-CH"), Look(), path, as_of=moment)
    properties = member(path.read_bytes(), "docProps/core.xml")
    document = written(replace(sample_paper(), language="fr-CH"))
    assert (document.core_properties.title, document.core_properties.language) == ("Invented review", "fr-CH")
    assert values(document.styles.element, ".//w:docDefaults//w:lang") == ["fr-CH"]
    assert properties.count(b"2020-11-05T18:00:00Z") == 2


def test_the_same_paper_gives_the_same_bytes() -> None:
    first, again = (data_of(sample_paper(), Look(logo=logo_png())) for _round in range(2))
    assert first == again
    with zipfile.ZipFile(BytesIO(first)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


NAMES = [
    ("Ali محمد Example", [("Ali ", None, False), ("محمد", "ar-SA", True), (" Example", None, False)]),
    ("לאה כהן", [("לאה כהן", "he-IL", True)]),
    ("Հրանտ", [("Հրանտ", "hy-AM", False)]),
    ("გიორგი", [("გიორგი", "ka-GE", False)]),
    ("Ελένη", [("Ελένη", "el-GR", False)]),
    ("Қайрат", [("Қайрат", "ru-RU", False)]),
    ("王小明 (Wang)", [("王小明", "zh-CN", False), (" (Wang)", None, False)]),
    ("Élodie Müller", [("Élodie Müller", None, False)]),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_name_carries_its_language_and_direction(name: str, expected: list[tuple[str, str | None, bool]]) -> None:
    runs = found(written(paper_of(body(name))).element, './/w:p[w:pPr/w:pStyle[@w:val="Normal"]]/w:r')
    told = []
    for run in runs:
        languages = [value for language in found(run, "w:rPr/w:lang") for value in language.attrib.values()]
        text = "".join(node.text for node in found(run, "w:t"))
        told.append((text, next(iter(languages), None), bool(found(run, "w:rPr/w:rtl"))))
    assert told == expected


def test_what_xml_cannot_hold_is_left_out_and_lines_stay_lines() -> None:
    document = written(paper_of(Paragraph((Run("a\x00b\ufffe\nc\td"),))))
    assert [paragraph.text for paragraph in document.paragraphs if "a" in paragraph.text] == ["ab\nc\td"]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        write_paper_docx(sample_paper(), Look(), tmp_path / "paper.docx", cancel=stop)
    with pytest.raises(FileProblem):
        write_paper_docx(sample_paper(), Look(), tmp_path / "nowhere" / "paper.docx")
    assert list(tmp_path.iterdir()) == []


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_paper_docx(sample_paper(), Look(), tmp_path / "a.docx", lambda done, total: told.append((done, total)))
    assert told == [(done, 13) for done in range(1, 14)]


@pytest.mark.parametrize("accent", ["blue", "#12", ""])
def test_an_accent_that_is_no_colour_is_said(accent: str) -> None:
    with pytest.raises(InputProblem):
        data_of(sample_paper(), Look(accent=accent))


def test_a_logo_nobody_can_read_is_said() -> None:
    with pytest.raises(InputProblem) as caught:
        data_of(sample_paper(), Look(logo=b"no picture"))
    assert caught.value.sentence == "The logo cannot be read: choose a PNG or JPEG picture."
