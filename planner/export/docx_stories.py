"""Headers and footers of a Word file: what this program put there is marked, and found again when it is a template."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn

from planner.export.docx_xml import Xml, element

_MARK = "_planner_paper"
_FIRST_ID = 900_000
"""Far above the ids of bookmarks in the text."""

_OLD_WATERMARK = re.compile(r"_x0000_s(2049|2050)")
"""What versions before the marks wrote; Word itself begins elsewhere."""

_RELATION = f"{{{nsmap['r']}}}"
"""Attributes that name a relation of the part."""

_STORIES = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
_RECORDS = {
    "attachedTemplate", "comments", "commentsExtended", "commentsExtensible", "commentsIds", "custom-properties",
    "customXml", "glossaryDocument", "people", "thumbnail",
}  # fmt: skip
"""Ends of the names of relations that no paper needs."""


def mark_as_ours(paragraph: Xml, number: int) -> None:
    """A bookmark that no list of bookmarks shows; ``number`` tells it from all others of the file."""
    paragraph.insert(1, element("w:bookmarkStart", id=_FIRST_ID + number, name=f"{_MARK}_{number}"))
    paragraph.append(element("w:bookmarkEnd", id=_FIRST_ID + number))


def take_out_ours(document: Any) -> None:
    """Empty headers and footers of what an earlier paper has put there; a paragraph is left in each."""
    for relation in document.part.rels.values():
        if relation.reltype in _STORIES:
            _empty(relation.target_part)


def _empty(part: Any) -> None:
    story, before = part.element, _pictures(part.element)
    for each in list(_ours(story)):
        if each.getparent() is not None:
            each.getparent().remove(each)
    if story.find(qn("w:p")) is None:
        story.append(element("w:p"))
    for picture in before - _pictures(story):
        del part.rels[picture]


def _pictures(story: Xml) -> set[str]:
    """The ids of the pictures in a story."""
    return {picture.get(qn("r:embed")) for picture in story.iter(qn("a:blip"))}


def _ours(story: Xml) -> Iterator[Xml]:
    for bookmark in story.iter(qn("w:bookmarkStart")):
        if bookmark.get(qn("w:name"), "").startswith(_MARK):
            yield _child_of(story, bookmark)
    for shape in story.iter("{urn:schemas-microsoft-com:vml}shape"):
        if _OLD_WATERMARK.fullmatch(shape.get("{urn:schemas-microsoft-com:office:office}spid", "")):
            yield next(shape.iterancestors(qn("w:r")))
    for paragraph in story.iterfind("w:p", nsmap):
        fields = {field.get(qn("w:instr")) for field in paragraph.iterfind(".//w:fldSimple", nsmap)}
        if fields == {"PAGE", "NUMPAGES"}:  # as versions before the marks wrote it; Word writes blanks around them
            yield paragraph


def _child_of(story: Xml, inner: Xml) -> Xml:
    """The paragraph or table of the story itself that holds an element."""
    while inner.getparent() is not story:
        inner = inner.getparent()
    return inner


def copy_story(source: Any, target: Any) -> None:
    """Have a header or footer hold what another holds, with its pictures and links, and nothing else."""
    target.is_linked_to_previous = True
    target.is_linked_to_previous = False
    if source.is_linked_to_previous:
        return
    target._element[:] = deepcopy(list(source._element))
    for node in target._element.iter():
        for name in [name for name in node.attrib if name.startswith(_RELATION)]:
            relation = source.part.rels[node.get(name)]
            aim = relation.target_ref if relation.is_external else relation.target_part
            node.set(name, target.part.relate_to(aim, relation.reltype, relation.is_external))


def keep_letterheads(document: Any) -> None:
    """The last section, which alone is left of a template, shows the headers and footers of those before it."""
    kept: dict[tuple[str, str], Xml] = {}
    sections = list(document.element.body.iter(qn("w:sectPr")))
    for section in sections:
        for reference in section.iterchildren(qn("w:headerReference"), qn("w:footerReference")):
            kind = reference.tag, reference.get(qn("w:type"))
            if kind[1] != "first" or kind not in kept:
                kept[kind] = reference
    last = sections[-1]
    for reference in list(last.iterchildren(qn("w:headerReference"), qn("w:footerReference"))):
        last.remove(reference)
    for place, reference in enumerate(kept.values()):
        last.insert(place, reference)
    _drop_unshown(document.part, {reference.get(qn("r:id")) for reference in kept.values()})


def _drop_unshown(part: Any, shown: set[str]) -> None:
    """Headers and footers that no section shows any longer leave the file."""
    for name, relation in list(part.rels.items()):
        if relation.reltype in _STORIES and name not in shown:
            del part.rels[name]


def take_out_records(document: Any) -> None:
    """What a template says of those who wrote it: comments, names, a picture of it, the path of its own template."""
    settings: Xml = document.settings.element
    for node in settings.findall(qn("w:attachedTemplate")):
        settings.remove(node)
    part = document.part
    for relations in (part.package.rels, part.rels, part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels):
        for name, relation in list(relations.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _RECORDS:
                del relations[name]
