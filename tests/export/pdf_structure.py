"""Reads the structure tree of a PDF as any program would: by the objects of the file alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream


@dataclass(frozen=True)
class Node:
    """One element; ``marks`` are its own pages and numbers, pages from 0."""

    kind: str
    scope: str
    alternative: str
    text: str
    marks: tuple[tuple[int, int], ...]
    children: tuple["Node", ...]
    object_number: int

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def of_kind(self, *kinds: str) -> list["Node"]:
        return [node for node in self.walk() if node.kind in kinds]


def structure(reader: PdfReader) -> Node:
    """The whole tree from its Document on."""
    pages = {page.indirect_reference.idnum: index for index, page in enumerate(reader.pages) if page.indirect_reference}
    root: Any = reader.root_object["/StructTreeRoot"]
    return _node(root["/K"], pages)


def _node(element: Any, pages: dict[int, int]) -> Node:
    number, element = element.indirect_reference.idnum, element.get_object()
    page = pages[element.raw_get("/Pg").idnum] if "/Pg" in element else -1
    marks, children = [], []
    for child in element["/K"]:
        if isinstance(child, int):
            marks.append((page, int(child)))
        elif child.get_object().get("/Type") == "/MCR":
            marks.append((pages[child.get_object().raw_get("/Pg").idnum], int(child.get_object()["/MCID"])))
        else:
            children.append(_node(child.get_object(), pages))
    attributes = element.get("/A", {})
    return Node(
        kind=str(element["/S"]).removeprefix("/"),
        scope=str(attributes.get("/Scope", "")).removeprefix("/"),
        alternative=str(element.get("/Alt", "")),
        text=str(element.get("/ActualText", "")),
        marks=tuple(marks),
        children=tuple(children),
        object_number=number,
    )


def parent_tree(reader: PdfReader) -> dict[tuple[int, int], int]:
    """Page and number of each mark -> the object number of the element it belongs to."""
    root: Any = reader.root_object["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    by_key = dict(zip(numbers[::2], numbers[1::2], strict=True))
    return {
        (index, number): reference.idnum
        for index, page in enumerate(reader.pages)
        for number, reference in enumerate(by_key[page["/StructParents"]])
    }


def marked_content(page: PageObject, reader: PdfReader) -> list[tuple[str, int | None]]:
    """Tag and number of each marked stretch of a page, in drawing order; everything shown must be inside one."""
    found: list[tuple[str, int | None]] = []
    depth = 0
    for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            depth += 1
            properties = operands[1] if len(operands) > 1 else {}
            if depth == 1:
                found.append((operands[0], properties.get("/MCID")))
        elif operator == b"EMC":
            depth -= 1
        elif operator in (b"Tj", b"TJ", b"f", b"S", b"B", b"Do"):
            assert depth >= 1, operator
    assert depth == 0
    return found
