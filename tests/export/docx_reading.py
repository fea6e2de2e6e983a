"""A Word file read back, with python-docx and as plain XML."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import nsmap, qn
from lxml import etree

from planner.export.docx_writing import docx_bytes
from planner.export.look import Look
from planner.export.paper_parts import PaperParts
from planner.export.progress import Steps


def written(paper: PaperParts, look: Look | None = None, template: Path | None = None) -> Any:
    """The paper as python-docx reads it."""
    return Document(BytesIO(data_of(paper, look, template)))


def data_of(paper: PaperParts, look: Look | None = None, template: Path | None = None) -> bytes:
    return docx_bytes(paper, look or Look(), Steps(len(paper.parts)), None, template)


def found(node: Any, path: str) -> list[Any]:
    """Elements at an XPath with Word's usual prefixes."""
    return list(etree.ElementBase.xpath(node, path, namespaces=nsmap))


def values(node: Any, path: str, attribute: str = "val") -> list[str]:
    """An attribute of each element at a path."""
    return [each.get(qn(f"w:{attribute}")) for each in found(node, path)]


def member(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read(name)


def styled(document: Any) -> list[tuple[str, str]]:
    """Style and text of each paragraph outside tables that has text."""
    return [(paragraph.style.name, as_read(paragraph.text)) for paragraph in document.paragraphs if paragraph.text]


def as_read(text: str) -> str:
    """The text as people see it: spaces that keep words together are spaces."""
    return text.replace("\u00a0", " ")


def foot_of(footer: Any) -> list[list[str]]:
    """The texts of each line of a footer of the program, the shown values of its fields with them."""
    return [
        ["".join(node.text for node in found(cell, ".//w:t")) for cell in found(row, "w:tc")]
        for row in found(footer._element, "w:tbl/w:tr")
    ]


def head_of(header: Any) -> list[str]:
    """The text of each line of a header, the shown values of its fields with them."""
    return [as_read("".join(node.text for node in found(line, ".//w:t"))) for line in found(header._element, "w:p")]


def cells(table: Any) -> list[list[str]]:
    return [[as_read(cell.text) for cell in row.cells] for row in table.rows]
