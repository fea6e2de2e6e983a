"""The reading order of a PDF for those who hear it: a tree of headings, paragraphs, lists and tables.

PDF 32000-1, section 14.7 (logical structure) and 14.8 (tagged PDF).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_KEPT_WHEN_EMPTY = ("TH", "TD")
"""A row keeps all its cells, so that columns stay columns."""

COLUMN_SCOPE = "<</O/Table/Scope/Column>>"
ROW_SCOPE = "<</O/Table/Scope/Row>>"


_ESCAPED, _ESCAPE = re.compile(r"[()\\]"), r"\\\g<0>"


class Content(NamedTuple):
    """A marked stretch of a page; pages count from 0."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree; ``kind`` is a standard structure type, ``attributes`` their PDF notation.

    ``alternative`` is read in place of a picture, ``text`` in place of letters that are drawn out of reading order;
    ``language`` is a BCP 47 tag where it is another one than the paper's.
    """

    kind: str
    attributes: str = ""
    alternative: str = ""
    text: str = ""
    language: str = ""
    children: "list[Element | Content]" = field(default_factory=list)

    def add(self, kind: str, attributes: str = "", alternative: str = "") -> "Element":
        """A new last child."""
        child = Element(kind, attributes, alternative)
        self.children.append(child)
        return child


class StructureTree:
    """The tree and what is marked on each page."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._marked: list[list[Element]] = []

    def mark(self, element: Element, page: int) -> int:
        """The number of the next marked stretch of a page, which counts from 0; it belongs to the element."""
        while len(self._marked) <= page:
            self._marked.append([])
        number = len(self._marked[page])
        self._marked[page].append(element)
        element.children.append(Content(page, number))
        return number

    def write_to(self, document: Any) -> None:
        """Adds the tree to a reportlab PDFDocument whose pages are all drawn."""
        elements = list(_kept(self._root))
        first = document.objectcounter + 2
        numbers = {id(element): first + index for index, element in enumerate(elements)}
        parents = {id(child): element for element in elements for child in element.children}
        pages = [document.idToObjectNumberAndVersion[f"Page{index + 1}"][0] for index in range(len(self._marked))]
        root = document.Reference(self._root_object(numbers), "StructureRoot")
        for index, element in enumerate(elements):
            parent = numbers[id(parents[id(element)])] if index else first - 1
            document.Reference(_element_object(element, parent, numbers, pages), f"Structure{index}")
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = "<</Marked true>>"
        for index, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = index, "/S"

    def _root_object(self, numbers: dict[int, int]) -> str:
        rows = (
            f"{page} [{' '.join(f'{numbers[id(element)]} 0 R' for element in marked)}]"
            for page, marked in enumerate(self._marked)
        )
        tree = f"<</Nums[{' '.join(rows)}]>>"
        document = numbers[id(self._root)]
        return f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree {tree}/ParentTreeNextKey {len(self._marked)}>>"


def _kept(element: Element) -> Iterator[Element]:
    """The element and all below it that hold something, in reading order."""
    element.children = [child for child in element.children if isinstance(child, Content) or _holds(child)]
    if any(isinstance(child, Content) for child in element.children):
        element.children.sort(key=_first_content)
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from _kept(child)


def _first_content(child: Element | Content) -> Content:
    """Where it begins: what is drawn first is read first."""
    if isinstance(child, Content):
        return child
    return min(_first_content(grandchild) for grandchild in child.children)


def _holds(element: Element) -> bool:
    if element.kind in _KEPT_WHEN_EMPTY:
        return True
    return any(isinstance(child, Content) or _holds(child) for child in element.children)


def _element_object(element: Element, parent: int, numbers: dict[int, int], pages: list[int]) -> str:
    page = next((child.page for child in element.children if isinstance(child, Content)), None)
    children = " ".join(_child(child, page, numbers, pages) for child in element.children)
    parts = [f"<</S/{element.kind}/P {parent} 0 R"]
    if page is not None:
        parts.append(f"/Pg {pages[page]} 0 R")
    if element.attributes:
        parts.append(f"/A{element.attributes}")
    if element.language:
        parts.append(f"/Lang({element.language})")
    if element.alternative:
        parts.append(f"/Alt{text_string(element.alternative)}")
    if element.text:
        parts.append(f"/ActualText{text_string(element.text)}")
    return "".join((*parts, f"/K[{children}]>>"))


def _child(child: Element | Content, page: int | None, numbers: dict[int, int], pages: list[int]) -> str:
    if isinstance(child, Element):
        return f"{numbers[id(child)]} 0 R"
    return str(child.number) if child.page == page else f"<</Type/MCR/Pg {pages[child.page]} 0 R/MCID {child.number}>>"


def text_string(text: str) -> str:
    """A text as PDF writes it: plain where it is ASCII, which every program shows, else in UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({_ESCAPED.sub(_ESCAPE, text)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
