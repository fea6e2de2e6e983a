"""Styles that a Word file lacks, taken from the program's own template with all that they are made of."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.parts.numbering import NumberingPart

from planner.export.docx_xml import Xml

_NO_NUMBERING = f"<w:numbering {nsdecls('w')}/>".encode()
_RELATED = ("w:basedOn", "w:next", "w:link")


def add_missing_styles(document: Any, names: Iterable[str], lender: Any) -> None:
    """Give ``document`` the styles of these names that it lacks; both are documents of python-docx."""
    borrowing = _Borrowing(document, lender)
    for name in names:
        borrowing.take(name)


class _Borrowing:
    def __init__(self, document: Any, lender: Any) -> None:
        self._document = document
        self._lent = {style.name: style.element for style in lender.styles}
        self._names = {style.style_id: style.name for style in lender.styles}
        self._lists: Xml = lender.part.numbering_part.element
        self._ids: dict[str, str] = {style.name: style.style_id for style in document.styles}

    def take(self, name: str) -> str:
        """The id of that style in the document, which has it from now on."""
        if name not in self._ids:
            self._ids[name] = self._free_id(self._lent[name].get(qn("w:styleId")))
            self._document.styles.element.append(self._copied(name))
        return self._ids[name]

    def _free_id(self, wanted: str) -> str:
        taken, found = set(self._ids.values()), wanted
        while found in taken:
            found = f"{found}Paper"
        return found

    def _copied(self, name: str) -> Xml:
        made = deepcopy(self._lent[name])
        made.set(qn("w:styleId"), self._ids[name])
        made.attrib.pop(qn("w:default"), None)
        for related in made.iterchildren(*map(qn, _RELATED)):
            related.set(qn("w:val"), self.take(self._names[related.get(qn("w:val"))]))
        for number in made.iterfind(".//w:numId", nsmap):
            number.set(qn("w:val"), self._list(number.get(qn("w:val"))))
        return made

    def _list(self, number: str) -> str:
        """The list of that number, added to those of the document; its number there."""
        numbering = _numbering_of(self._document)
        abstract_id = self._lists.find(f'w:num[@w:numId="{number}"]/w:abstractNumId', nsmap).get(qn("w:val"))
        abstract = deepcopy(self._lists.find(f'w:abstractNum[@w:abstractNumId="{abstract_id}"]', nsmap))
        others = numbering.findall("w:abstractNum", nsmap)
        new_id = max((int(each.get(qn("w:abstractNumId"))) for each in others), default=-1) + 1
        abstract.set(qn("w:abstractNumId"), str(new_id))
        numbering.insert(len(others), abstract)
        return str(numbering.add_num(new_id).numId)


def _numbering_of(document: Any) -> Xml:
    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        name, package = PackURI("/word/numbering.xml"), document.part.package
        part = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, _NO_NUMBERING, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part.element
