"""What Word and LibreOffice are told about where a page may end, and what stands above each page."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from planner.export.paper_parts import (
    Bullets,
    Column,
    Emphasis,
    Heading,
    PageBreak,
    PaperParts,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Table,
    body,
    plain,
)
from tests.export.docx_reading import as_read, data_of, foot_of, found, head_of, values, written
from tests.export.paper_parts_sample import table_of


def paper_of(*parts: object) -> PaperParts:
    return PaperParts("", "Title", "", tuple(parts))  # type: ignore[arg-type]


def rows_of(*texts: str) -> list[Any]:
    """The rows of a table with these texts, below its heading row."""
    rows = tuple(Row(((body("10:00"),), (body(text, ParagraphRole.SMALL_HEADING),))) for text in texts)
    table = written(paper_of(Table((Column("Start", 1), Column("Item", 6)), rows))).tables[0]
    return found(table._tbl, "w:tr")[1:]


def asked_of(rows: Sequence[Any]) -> list[tuple[bool, set[str | None]]]:
    """Of each row whether it stays whole, and what its paragraphs say of the next row."""
    return [
        (bool(found(row, "w:trPr/w:cantSplit")), {each.get(qn("w:val")) for each in found(row, ".//w:keepNext")})
        for row in rows
    ]


def test_a_row_that_takes_much_of_a_page_may_be_split() -> None:
    assert [whole for whole, _kept in asked_of(rows_of("Short", "Long words " * 90, "Long words " * 400))] == [
        True, True, False,
    ]  # fmt: skip


def test_neither_a_first_nor_a_last_row_stands_alone() -> None:
    kept, free = {None}, {"0"}
    assert [asked for _whole, asked in asked_of(rows_of(*"abcd"))] == [kept, free, kept, free]
    assert [asked for _whole, asked in asked_of(rows_of("a", "b " * 2500, "c " * 1000, "d"))] == [free] * 4


def test_texts_below_a_heading_go_with_the_table_after_them() -> None:
    lists = Bullets((plain("c"),))
    document = written(paper_of(
        body("a"), Heading(1, "A"), body("b"), table_of(1), body("d"), table_of(1),
        Heading(1, "B"), body("e " * 9000), table_of(1), Heading(1, "C"), body("f"), lists, body("g"), table_of(1),
    ))  # fmt: skip
    kept = [paragraph.text for paragraph in document.paragraphs if paragraph.paragraph_format.keep_with_next]
    assert kept == ["b"]


def test_no_item_of_a_list_stands_alone() -> None:
    document = written(paper_of(Bullets(tuple(map(plain, "abcd"))), Bullets((plain("e"),))))
    kept = [paragraph.text for paragraph in document.paragraphs if paragraph.paragraph_format.keep_with_next]
    assert kept == ["a", "c"]


def test_words_that_belong_together_and_the_sign_between_values_are_not_parted() -> None:
    runs = (
        Run("H.E. Mr. Nowak"),
        Run(" (open)", Emphasis.OPEN),
        Run(" · "),
        Run("Roundtable 2, 13:40 CET, Ms. 李 小龙"),
    )
    (paragraph,) = written(paper_of(Paragraph(runs))).paragraphs[1:]
    assert paragraph.text.replace("\u00a0", "_") == "H.E._Mr._Nowak (open)_· Roundtable_2, 13:40_CET, Ms._李_小龙"


def test_later_pages_say_the_meeting_and_the_paper_and_the_first_does_not() -> None:
    section = written(replace(paper_of(body("Words")), title="Invented\nreview", name="Logistics note")).sections[0]
    assert [as_read(paragraph.text) for paragraph in section.header.paragraphs] == ["Invented review · Logistics note"]
    assert (section.different_first_page_header_footer, section.first_page_header.paragraphs[0].text) == (True, "")


def test_a_long_head_of_a_page_is_set_in_letters_that_can_be_read_on_one_line() -> None:
    sizes = []
    for times in (1, 9, 20):
        section = written(replace(paper_of(body("Words")), title="Invented review " * times)).sections[0]
        sizes.append(values(section.header._element, ".//w:r/w:rPr/w:sz"))
    assert sizes == [[], ["14"], ["13"]]


def sessions(*names: str) -> PaperParts:
    """A page a session, each with a text."""
    heads = [Heading(2, name, session_id=place, starts_page=place > 0) for place, name in enumerate(names)]
    return replace(paper_of(*(part for head in heads for part in (head, body("Words")))), watermark="DRAFT 3")


def test_where_a_session_goes_on_its_name_stands_above_and_follows_its_heading() -> None:
    sections = list(written(sessions("A", "B", "C")).sections)
    assert [head_of(section.header) for section in sections] == [["Title", f"{name} (continued)"] for name in "ABC"]
    assert [head_of(section.first_page_header) for section in sections] == [[""], ["Title"], ["Title"]]
    assert values(sections[1].header._element, ".//w:fldSimple", "instr") == ["STYLEREF 2"]
    assert [head_of(section.header) for section in written(sessions("A")).sections] == [["Title"]]


def test_pages_of_sessions_have_the_foot_and_the_size_of_the_first_and_are_numbered_on() -> None:
    document = written(sessions("A", "B"))
    assert [foot_of(section.first_page_footer) for section in document.sections] == [[["", "", "Page 1 of 1"]]] * 2
    assert [foot_of(section.footer) for section in document.sections] == [[["", "", "Page 1 of 1"]]] * 2
    assert values(document.element, ".//w:sectPr/w:pgSz", "w") == ["11906", "11906"]
    assert found(document.element, ".//w:sectPr/w:pgNumType") == []


def test_a_script_that_serves_as_template_leaves_one_letterhead_behind(tmp_path: Path) -> None:
    document, path = Document(BytesIO(data_of(sessions("A", "B", "C")))), tmp_path / "own.docx"
    document.sections[0].first_page_header.add_paragraph("Invented Organization")
    document.save(str(path))
    made = written(paper_of(body("Words")), template=path)
    (section,) = made.sections
    assert (head_of(section.first_page_header), head_of(section.header)) == (["Invented Organization", ""], ["Title"])
    headers = {part.partname for part in made.part.package.iter_parts() if "/header" in part.partname}
    assert headers == {section.first_page_header.part.partname, section.header.part.partname}


def test_an_item_kept_with_the_next_says_so_before_its_page_break_as_the_format_demands() -> None:
    document = written(paper_of(body("a"), PageBreak(), Bullets((plain("b"), plain("c")))))
    (asked,) = found(document.element, ".//w:pPr[w:pageBreakBefore]")
    assert [child.tag.partition("}")[2] for child in asked] == ["pStyle", "keepNext", "pageBreakBefore"]


def test_a_small_head_of_a_page_in_other_letters_stays_in_the_order_of_the_format() -> None:
    header = written(replace(paper_of(), title="Ελένη " * 60)).sections[0].header
    assert {tuple(child.tag.partition("}")[2] for child in each) for each in found(header._element, ".//w:rPr")} == {
        ("sz", "szCs", "lang"),
    }  # fmt: skip
