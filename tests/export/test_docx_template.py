from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import RGBColor
from openpyxl import Workbook

from planner.errors import FileProblem, InputProblem
from planner.export.look import Look
from planner.resources import resource
from tests.export.docx_reading import styled, written
from tests.export.paper_parts_sample import sample_paper


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
    assert [paragraph.text for paragraph in section.header.paragraphs] == ["Invented Organization", "Our text"]
    assert section.footer.paragraphs[0].text == "Its address"
    assert styled(document)[:2] == [("Kicker", "RUNNING ORDER"), ("Title", "Invented review")]


def test_a_style_that_a_template_lacks_is_named(tmp_path: Path) -> None:
    document = Document(str(resource("templates", "paper.docx")))
    for name in ("Kicker", "Soft"):
        document.styles[name].delete()
    document.save(str(tmp_path / "own.docx"))
    with pytest.raises(InputProblem) as caught:
        written(sample_paper(), template=tmp_path / "own.docx")
    assert caught.value.sentence == "The template own.docx lacks “Kicker” and “Soft”. Add what it lacks."


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x03\x04 broken"])
def test_a_template_that_is_no_word_document_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(data)
    with pytest.raises(FileProblem) as caught:
        written(sample_paper(), template=path)
    assert caught.value.sentence == "own.docx is no Word document. Choose a template that ends in .docx."


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
