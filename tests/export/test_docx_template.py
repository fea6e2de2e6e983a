import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from docx.shared import RGBColor
from openpyxl import Workbook

from planner.errors import FileProblem
from planner.export.docx_xml import element
from planner.export.look import Look
from planner.resources import resource
from tests.export.docx_reading import data_of, foot_of, found, head_of, styled, values, written
from tests.export.paper_parts_sample import logo_png, sample_paper

CONTINUED = "Thursday, 12 November 2020 (continued)"


def own_template(path: Path) -> Path:
    """An organization's own: green titles, a line in header and footer, and an instruction to be replaced."""
    document = Document(str(resource("templates", "paper.docx")))
    document.styles["Title"].font.color.rgb = RGBColor(0, 0x80, 0x40)
    document.add_paragraph("Write here", "Normal")
    document.sections[0].header.paragraphs[0].text = "Invented Organization"
    document.sections[0].footer.paragraphs[0].text = "Its address"
    document.save(str(path))
    return path


def test_an_organization_s_template_gives_styles_header_and_footer(tmp_path: Path) -> None:
    document = written(sample_paper(), Look(header_text="Our text"), own_template(tmp_path / "own.docx"))
    section = document.sections[0]
    assert str(document.styles["Title"].font.color.rgb) == "008040"
    assert head_of(section.header) == ["Invented Organization", "Our text", "Invented review", CONTINUED]
    assert head_of(section.first_page_header) == ["Invented Organization", "Our text"]
    assert section.footer.paragraphs[0].text == "Its address"
    assert styled(document)[:2] == [("Kicker", "RUNNING ORDER"), ("Title", "Invented review")]


def watermarks(document: Any) -> list[str]:
    """The words of all watermarks in all headers."""
    section = document.sections[0]
    stories = (section.header, section.first_page_header, section.even_page_header)
    marks = [mark for story in stories if not story.is_linked_to_previous for mark in texts_on_paths(story)]
    return [mark for mark in marks if mark]


def texts_on_paths(story: Any) -> list[str]:
    return [each.get("string", "") for each in story._element.iter("{urn:schemas-microsoft-com:vml}textpath")]


def test_what_a_template_lacks_is_taken_from_the_program_s(tmp_path: Path) -> None:
    document = Document(str(resource("templates", "paper.docx")))
    for name in ("Kicker", "Soft"):
        document.styles[name].delete()
    document.save(str(tmp_path / "own.docx"))
    made = written(sample_paper(), template=tmp_path / "own.docx")
    assert styled(made) == styled(written(sample_paper()))
    assert str(made.styles["Kicker"].font.color.rgb) == "0B6BB5"


def test_a_plain_word_file_is_a_template(tmp_path: Path) -> None:
    document = Document()
    document.styles["Normal"].font.name = "Invented Serif"
    document.styles.add_style("Sort", WD_STYLE_TYPE.CHARACTER).element.set(qn("w:styleId"), "Soft")
    document.sections[0].header.paragraphs[0].text = "Invented Organization"
    document.save(str(tmp_path / "own.docx"))
    made = written(sample_paper(), template=tmp_path / "own.docx")
    assert styled(made) == styled(written(sample_paper()))
    assert head_of(made.sections[0].header) == ["Invented Organization", "Invented review", CONTINUED]
    assert made.styles["Table Text"].base_style.font.name == "Invented Serif"
    assert (made.styles["Sort"].style_id, made.styles["Soft"].style_id) == ("Soft", "SoftPaper")
    ids = [style.style_id for style in made.styles]
    assert len(ids) == len(set(ids))


def test_nothing_is_taken_of_what_a_template_says_of_those_who_wrote_it(tmp_path: Path) -> None:
    document, own, paper = Document(), tmp_path / "own.docx", tmp_path / "paper.docx"
    document.add_comment(document.add_paragraph("Write here").add_run("so"), "planted", author="planted")
    properties = document.core_properties
    properties.author = properties.category = properties.content_status = properties.keywords = "planted"
    settings = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    aim = settings.relate_to("file:///planted.dotx", f"{nsmap['r']}/attachedTemplate", is_external=True)
    attached = element("w:attachedTemplate")
    attached.set(qn("r:id"), aim)
    settings.element.insert(0, attached)
    document.save(str(own))
    paper.write_bytes(data_of(sample_paper(), template=own))
    with zipfile.ZipFile(own) as before, zipfile.ZipFile(paper) as after:
        planted = [sum(b"planted" in file.read(name) for name in file.namelist()) for file in (before, after)]
        names = set(after.namelist())
    assert planted == [3, 0]
    assert names & {"docProps/thumbnail.jpeg", "customXml/item1.xml", "word/comments.xml"} == set()


def test_a_plain_word_file_without_numbering_gets_that_of_the_program(tmp_path: Path) -> None:
    document = Document()
    document.styles["List Bullet"].delete()
    document.styles["List Number"].delete()
    document.save(str(tmp_path / "own.docx"))
    without_numbering(tmp_path / "own.docx")
    made = written(sample_paper(), template=tmp_path / "own.docx")
    numbering = made.part.numbering_part.element
    formats = []
    for name in ("List Bullet", "List Number", "Table Bullet", "Table Number"):
        (number,) = values(made.styles[name].element, ".//w:numId")
        (abstract,) = values(numbering, f'w:num[@w:numId="{number}"]/w:abstractNumId')
        formats += values(numbering, f'w:abstractNum[@w:abstractNumId="{abstract}"]/w:lvl/w:numFmt')
    assert formats == ["bullet", "decimal", "bullet", "decimal"]


def without_numbering(path: Path) -> None:
    """Take the part with the numbering out of a file."""
    with zipfile.ZipFile(path) as file:
        members = {name: file.read(name) for name in file.namelist() if name != "word/numbering.xml"}
    relations = members["word/_rels/document.xml.rels"]
    members["word/_rels/document.xml.rels"] = re.sub(rb'<Relationship [^>]*numbering.xml"[^>]*/>', b"", relations)
    types = members["[Content_Types].xml"]
    members["[Content_Types].xml"] = re.sub(rb'<Override [^>]*numbering.xml"[^>]*/>', b"", types)
    with zipfile.ZipFile(path, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)


def test_a_paper_that_the_program_wrote_is_a_template(tmp_path: Path) -> None:
    look, path = Look(header_text="Our text", logo=logo_png()), tmp_path / "own.docx"
    own_template(path)
    for _time in range(2):
        path.write_bytes(data_of(sample_paper(), look, path))
    made = written(sample_paper(), template=path)
    section = made.sections[0]
    assert head_of(section.header) == ["Invented Organization", "Invented review", CONTINUED]
    assert head_of(section.first_page_header) == ["Invented Organization", ""]
    assert [each.text for each in section.footer.paragraphs] == ["Its address", ""]
    assert [each.text for each in section.first_page_footer.paragraphs] == ["Its address", ""]
    assert [foot_of(each) for each in (section.footer, section.first_page_footer)] == [
        [["Draft 3.", "All times CET", "Page 1 of 1"]],
    ] * 2  # fmt: skip
    assert found(section.first_page_header._element, ".//w:drawing") == []
    assert [part.partname for part in made.part.package.iter_parts() if part.partname.endswith(".png")] == []
    assert watermarks(made) == ["DRAFT 3", "DRAFT 3"]


def test_a_paper_of_an_earlier_version_is_a_template(tmp_path: Path) -> None:
    document, path = written(sample_paper()), tmp_path / "own.docx"
    for story in (document.sections[0].header, document.sections[0].footer):
        for mark in found(story._element, ".//w:bookmarkStart | .//w:bookmarkEnd"):
            mark.getparent().remove(mark)
    for table in found(document.sections[0].footer._element, "w:tbl"):
        line = document.sections[0].footer.add_paragraph()._p
        line.extend(found(table, ".//w:p/*[not(self::w:pPr)]"))
        table.getparent().remove(table)
    document.save(str(path))
    made = written(sample_paper(), template=path)
    assert foot_of(made.sections[0].footer) == [["Draft 3.", "All times CET", "Page 1 of 1"]]
    assert "".join(each.text for each in made.sections[0].footer.paragraphs) == ""
    assert watermarks(made) == ["DRAFT 3", "DRAFT 3"]


def test_first_and_even_pages_of_a_template_have_a_footer_and_a_watermark(tmp_path: Path) -> None:
    document = Document(str(resource("templates", "paper.docx")))
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    section.first_page_header.paragraphs[0].text = "Invented Organization"
    document.save(str(tmp_path / "own.docx"))
    made = written(sample_paper(), template=tmp_path / "own.docx")
    section = made.sections[0]
    footers = (section.footer, section.first_page_footer, section.even_page_footer)
    assert [foot_of(each) for each in footers] == [[["Draft 3.", "All times CET", "Page 1 of 1"]]] * 3
    assert section.first_page_header.paragraphs[0].text == "Invented Organization"
    assert watermarks(made) == ["DRAFT 3"] * 3


def test_a_letterhead_with_a_picture_stands_on_the_first_page_too(tmp_path: Path) -> None:
    document = Document(str(resource("templates", "paper.docx")))
    header = document.sections[0].header
    header.paragraphs[0].add_run().add_picture(BytesIO(logo_png()))
    document.save(str(tmp_path / "own.docx"))
    section = written(sample_paper(), template=tmp_path / "own.docx").sections[0]
    pictures = []
    for story in (section.first_page_header, section.header):
        (embedded,) = found(story._element, ".//a:blip/@r:embed")
        pictures.append(story.part.related_parts[embedded].blob)
    assert pictures == [logo_png()] * 2


def test_the_letterhead_of_a_first_section_is_kept(tmp_path: Path) -> None:
    document = Document(str(resource("templates", "paper.docx")))
    document.sections[0].header.paragraphs[0].text = "Invented Organization"
    document.add_paragraph("Write here")
    document.add_section()
    document.save(str(tmp_path / "own.docx"))
    made = written(sample_paper(), template=tmp_path / "own.docx")
    assert [head_of(section.header)[0] for section in made.sections] == ["Invented Organization"] * 2
    assert [head_of(section.first_page_header)[0] for section in made.sections] == ["Invented Organization"] * 2


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x03\x04 broken"])
def test_a_template_that_is_no_word_document_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(data)
    with pytest.raises(FileProblem) as caught:
        written(sample_paper(), template=path)
    assert caught.value.sentence == "“own.docx” is no Word document. Choose a template that ends in .docx."


def test_a_workbook_is_no_template(tmp_path: Path) -> None:
    file = BytesIO()
    Workbook().save(file)
    path = tmp_path / "own.docx"
    path.write_bytes(file.getvalue())
    with pytest.raises(FileProblem):
        written(sample_paper(), template=path)


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        written(sample_paper(), template=tmp_path)


def test_a_template_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        written(sample_paper(), template=tmp_path / "own.docx")
    assert caught.value.sentence == f"There is no template {tmp_path / 'own.docx'}. Choose another."
